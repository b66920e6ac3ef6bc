"""A strip drawn as SVG: a row for each interval, and the axis. Lengths are shares of the width, so that text never shrinks.

Colours and lines come from the page's style, by class: grid, bar, open, dot, bound.
"""

from __future__ import annotations

from factcheck.judging.phrases import number
from factcheck.views.strips import Interval, Strip

# Nearer to an edge than this a label would stand out of the picture; it is set inwards.
_EDGE = 0.06


def row(strip: Strip, interval: Interval) -> str:
    """One interval: a dot for a single value, a bar between closed ends, an arrow to the edge where an end is open."""
    left, right = _percent(interval.start), _percent(interval.end)
    marks = (_percent(tick.place) for tick in strip.axis.ticks())
    parts = [f'<line class="grid" x1="{at}" x2="{at}" y1="0" y2="100%"/>' for at in marks]
    if not interval.point:
        kind = "open" if interval.open_low or interval.open_high else "bar"
        parts.append(f'<line class="{kind}" x1="{left}" x2="{right}" y1="50%" y2="50%"/>')
    if interval.open_low:
        parts.append(_arrow(left, 1))
    if interval.open_high:
        parts.append(_arrow(right, -1))
    ends = [at for at, open_end in ((left, interval.open_low), (right, interval.open_high)) if not open_end]
    shape = "bound" if interval.open_low or interval.open_high else "dot"
    parts += [f'<circle class="{shape}" cx="{at}" cy="50%" r="5"/>' for at in dict.fromkeys(ends)]
    return f'<svg width="100%" height="24" aria-hidden="true">{"".join(parts)}</svg>'


def axis(strip: Strip) -> str:
    """The round values below the rows."""
    parts = []
    for tick in strip.axis.ticks():
        anchor = "start" if tick.place < _EDGE else "end" if tick.place > 1 - _EDGE else "middle"
        parts.append(f'<text x="{_percent(tick.place)}" y="14" text-anchor="{anchor}">{number(tick.value)}</text>')
    return f'<svg width="100%" height="18" aria-hidden="true">{"".join(parts)}</svg>'


def _arrow(at: str, inward: int) -> str:
    """The head of an arrow at an edge; `inward` is the direction into the picture."""
    return (
        f'<svg x="{at}" y="50%" width="1" height="1" overflow="visible">'
        f'<path class="bar" d="M{7 * inward} -6 L0 0 L{7 * inward} 6"/></svg>'
    )


def _percent(place: float) -> str:
    return f"{100 * place:.2f}%"
