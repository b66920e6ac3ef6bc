"""The values of a fact as intervals on one line, in order of publication, each with the days that it speaks of, as HTML."""

from __future__ import annotations

from html import escape

from factcheck.dashboard import evidence, texts, values
from factcheck.judgement import Fact
from factcheck.report import Report
from factcheck.views.strips import Axis, Interval, strip

ROWS_SHOWN = 24  # values beyond are listed with their claims below


def chart(report: Report, fact: Fact) -> str:
    """The strip chart; nothing where fewer than two values were stated."""
    found = strip(report, fact)
    if found is None or len(found.intervals) < 2:
        return ""
    unit = texts.STRIP_UNIT.format(found.unit) if found.unit else ""
    ordered = sorted(found.intervals, key=lambda it: min(map(fact.claims.index, it.claims)))  # as the claims are: by date
    rows = "".join(_row(fact, it) for it in ordered[:ROWS_SHOWN])
    left_out = len(found.intervals) - ROWS_SHOWN
    more = f'<p class="fc-muted fc-note">{escape(texts.STRIP_LEFT_OUT.format(left_out))}</p>' if left_out > 0 else ""
    return (
        f'<div class="fc-part"><h4>{escape(texts.STRIP)}{escape(unit)}</h4>'
        f'<ul class="fc-strip">{rows}</ul>{_scale(found.axis)}{more}</div>'
    )


def _row(fact: Fact, it: Interval) -> str:
    """One value: who and when, where it lies on the axis, and in words how much and of which days."""
    ends = "".join(name for name, on in ((" fc-open-low", it.open_low), (" fc-open-high", it.open_high)) if on)
    kind = "fc-point" if it.point else f"fc-span{ends}"
    width = "" if it.point else f"width:{100 * (it.end - it.start):.2f}%"
    when = f'<span class="fc-muted fc-window">{escape(values.window(it.window))}</span>' if it.window else ""
    numbers = evidence.numbers(fact, it.claims)
    return (
        f'<li><span class="fc-who">{numbers}{escape(it.outlet)} '
        f'<span class="fc-muted">{escape(values.published(it.published))}</span></span>'
        f'<span class="fc-track" aria-hidden="true"><i class="{kind}" style="left:{100 * it.start:.2f}%;{width}"></i></span>'
        f'<span class="fc-much"><b>{escape(it.label)}</b> {when}</span></li>'
    )


def _scale(axis: Axis) -> str:
    ticks = "".join(
        f'<i style="left:{100 * it.place:.2f}%">{escape(values.interval(it.value, it.value))}</i>' for it in axis.ticks()
    )
    note = f'<span class="fc-muted">{escape(texts.LOGARITHMIC)}</span>' if axis.logarithmic else ""
    return f'<div class="fc-scale" aria-hidden="true"><span></span><span class="fc-ticks">{ticks}</span>{note}</div>'
