"""A fact's values as a strip: intervals on one axis, in order of publication, ready to be drawn by whatever draws.

Places on the axis are shares of its length, so that a page and a screen of any width draw the same picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, inf, log10

from claims.times.window import Window
from factcheck.judgement import Fact, Stated
from factcheck.report import Report
from factcheck.summary import interval as in_words

# Room on either side of the outermost values, as a share of the axis: an open end needs somewhere to go.
MARGIN = 0.08

# From this ratio of the largest value to the smallest on, equal steps would press all small values into one point.
# Beyond the other one a value is a misprint, and its powers of ten would be no help.
LOGARITHMIC = (50, 1e15)

# More labels than this touch each other on a telephone.
MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Interval:
    """One value as an outlet stated it, from low to high; the ends may be infinite. `label` is it in words: "30 or more".

    `claims` (ids) are those in which the outlet stated it on that day; `start` and `end` are its places on the axis, in [0, 1];
    an open end reaches to the edge.
    """

    claims: tuple[str, ...]
    outlet: str
    published: date | None
    low: float
    high: float
    label: str
    window: Window | None
    start: float
    end: float

    @property
    def open_low(self) -> bool:
        """Whether nothing but zero bounds it below: "up to 33"."""
        return _open_low(self.low, self.high)

    @property
    def open_high(self) -> bool:
        """Whether nothing bounds it above: "over 30"."""
        return self.high == inf

    @property
    def point(self) -> bool:
        """Whether it is a single value."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Tick:
    """A round value on the axis and its place in [0, 1]."""

    value: float
    place: float


@dataclass(frozen=True, slots=True)
class Axis:
    """From the least to the greatest value drawn, in equal steps or in equal ratios."""

    least: float
    greatest: float
    logarithmic: bool
    whole: bool = False  # whether only whole numbers are marked on it

    def place(self, value: float) -> float:
        """Where a value lies, in [0, 1]; what is beyond an end lies at it."""
        if value <= self.least:
            return 0.0
        if value >= self.greatest:
            return 1.0
        if self.logarithmic:
            return log10(value / self.least) / log10(self.greatest / self.least)
        return (value - self.least) / (self.greatest - self.least)

    def ticks(self) -> tuple[Tick, ...]:
        """Round values on the axis, at least one, at most MOST_TICKS."""
        if self.logarithmic:
            first, last, step = ceil(log10(self.least)), floor(log10(self.greatest)), 1.0
        else:
            step = max(_step((self.greatest - self.least) / MOST_TICKS), 1.0 if self.whole else 0.0)
            first, last = ceil(self.least / step), floor(self.greatest / step)
        every = -(-(last - first + 1) // MOST_TICKS)
        steps = range(first, last + 1, every)
        values = [float(f"{10.0**n if self.logarithmic else n * step:.12g}") for n in steps]
        return tuple(Tick(value, self.place(value)) for value in values)


@dataclass(frozen=True, slots=True)
class Strip:
    """The intervals of a fact in order of publication, those without a date last, in one unit and on one axis."""

    fact: str
    unit: str
    axis: Axis
    intervals: tuple[Interval, ...]


def strip(report: Report, fact: Fact) -> Strip | None:
    """The strip of a fact; None where no value was stated, so that there is nothing to draw."""
    bounds = [(it.low, it.high) for it in fact.history]
    ends = [high for _, high in bounds if high != inf] + [low for low, high in bounds if not _open_low(low, high)]
    if not ends:
        return None
    axis = _axis(min(ends), max(ends))
    intervals = tuple(_interval(report, some, axis) for some in _stated_once(report, fact))
    return Strip(fact.id, _unit(report, fact), axis, intervals)


def _stated_once(report: Report, fact: Fact) -> list[list[Stated]]:
    """What was stated, the same value by one outlet on one day for one time together; where no time is said, it is that one."""
    groups: dict[tuple[object, ...], dict[Window | None, list[Stated]]] = {}
    for it in fact.history:
        by_window = groups.setdefault((it.published, it.outlet, it.low, it.high), {})
        by_window.setdefault(report.claim_by_id[it.claim].window, []).append(it)
    found = []
    for by_window in groups.values():
        untimed = by_window.pop(None, [])
        timed = list(by_window.values())
        found += [timed[0] + untimed, *timed[1:]] if timed else [untimed]
    return found


def _interval(report: Report, stated: Sequence[Stated], axis: Axis) -> Interval:
    it = stated[0]
    return Interval(
        claims=tuple(one.claim for one in stated),
        outlet=it.outlet,
        published=it.published,
        low=it.low,
        high=it.high,
        label=in_words(it.low, it.high),
        window=report.claim_by_id[it.claim].window,
        start=0.0 if _open_low(it.low, it.high) else axis.place(it.low),
        end=axis.place(it.high),
    )


def _open_low(low: float, high: float) -> bool:
    return low == -inf or (low == 0 and high > 0)


def _unit(report: Report, fact: Fact) -> str:
    """The unit that the values were brought into: that of a claim whose own figures are the fact's."""
    for it in fact.history:
        quantity = report.claim_by_id[it.claim].quantities[0]
        if (quantity.low, quantity.high) == (it.low, it.high):
            return quantity.unit
    return ""


def _axis(least: float, greatest: float) -> Axis:
    """The axis on which both have room."""
    if least > 0 and LOGARITHMIC[0] * least <= greatest <= LOGARITHMIC[1] * least:
        room = (greatest / least) ** MARGIN
        return Axis(least / room, greatest * room, logarithmic=True)
    whole = least == floor(least) and greatest == floor(greatest)
    room = (greatest - least) * MARGIN or max(abs(least) * MARGIN, 1.0 if whole else 0.1)
    return Axis(max(least - room, 0.0) if least >= 0 else least - room, greatest + room, logarithmic=False, whole=whole)


def _step(least: float) -> float:
    """The next number of 1, 2, 5, 10, 20, ... that is no smaller."""
    power = 10.0 ** floor(log10(least))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least * (1 - 1e-9))
