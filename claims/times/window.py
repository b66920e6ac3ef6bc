"""Time windows that compare themselves: the days that a claim speaks of, how finely they were told, and by what words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

# "Thursday" means the same day in two articles whose published dates straddle it; between months nothing of the kind happens.
ONE_DAY_APART = frozenset({0, 7})

_YEARLESS = re.compile(r"--(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_LONGEST_SEARCH = 366  # days: beyond a year every month, day and weekday recurs


class Granularity(StrEnum):
    """How finely a time was told, from the finest: "at 6 p.m.", "on Monday", "this week", ... "the 1990s"."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def rank(self) -> int:
        """0 for the finest."""
        return list(Granularity).index(self)


class Level(StrEnum):
    """Where a claim's window was stated: in the claim, or (weaker evidence) in the words around it."""

    CLAIM = "claim"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Window:
    """The days that a claim speaks of, both ends included; None where the text leaves an end open or unresolved.

    `relative` is what the words alone say of a time that needs the published date, after ISO 8601: "--03" (March of some
    year), "--03-05", "-W-4" (a Thursday), "P-1W" (a week back), "P0M" (this month). `clock` is a time of day, "18:00" or
    "18:00+02:00" where the text gives a zone.
    """

    start: date | None
    end: date | None
    text: str
    granularity: Granularity = Granularity.DAY
    relative: str = ""
    clock: str = ""
    level: Level = Level.CLAIM

    @property
    def resolved(self) -> bool:
        """Whether at least one end is known."""
        return self.start is not None or self.end is not None

    @property
    def closed(self) -> bool:
        """Whether both ends are known."""
        return self.start is not None and self.end is not None

    @property
    def one_day(self) -> bool:
        """Whether it is a single known day."""
        return self.start is not None and self.start == self.end

    @property
    def inherited(self) -> bool:
        """Whether the claim's own words do not state it: weaker evidence that two claims speak of different times."""
        return self.level is not Level.CLAIM

    def one_scope(self, other: Window) -> bool:
        """Whether two windows are the same time, as far as it is known; "Thursday" may be read a week apart and be one day."""
        if not (self.resolved and other.resolved):
            return self.resolved == other.resolved and self.relative == other.relative
        if (self.start, self.end) == (other.start, other.end):
            return True
        if self.text.casefold() != other.text.casefold() or self.start is None or other.start is None:
            return False
        return (self.one_day or other.one_day) and abs((self.start - other.start).days) in ONE_DAY_APART

    def days_from(self, other: Window) -> int:
        """Days between the end of one window and the start of the other; 0 where they meet or an end is unknown."""
        if self.one_scope(other):
            return 0
        pairs = ((self, other), (other, self))
        return max([0, *((late.start - early.end).days for early, late in pairs if early.end and late.start)])

    def apart(self, other: Window) -> bool:
        """Whether two windows can have no day in common, also where a year is unknown: March is never May."""
        if self.resolved and other.resolved:
            return self.days_from(other) > 0
        if not self.resolved and not other.resolved:
            return _recur_apart(self.relative, other.relative)
        known, unknown = (self, other) if self.resolved else (other, self)
        return known.start is not None and known.end is not None and not _recurs(unknown.relative, known.start, known.end)

    def within(self, other: Window) -> bool:
        """Whether all of this window lies in the other one; both have to be closed."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class Mention:
    """A time expression at characters [start, end) of a text, with the window that it stands for.

    `ends` are the times at which a range begins and ends, where it names both: March and May of "from March to May".
    """

    start: int
    end: int
    window: Window
    ends: tuple[Window, Window] | None = None


def _recur_apart(one: str, two: str) -> bool:
    """Whether two times of unknown year can never meet: March and May, 3 March and 4 March, 3 March and May."""
    a, b = _YEARLESS.fullmatch(one), _YEARLESS.fullmatch(two)
    if a is None or b is None:
        return one != two and one.startswith("-W-") and two.startswith("-W-")
    return a["month"] != b["month"] or (a["day"] is not None and b["day"] is not None and a["day"] != b["day"])


def _recurs(relative: str, start: date, end: date) -> bool:
    """Whether a time of unknown year or week can fall into these days; True where nothing is known of it."""
    if (end - start).days >= _LONGEST_SEARCH:
        return True
    days = [start + timedelta(n) for n in range((end - start).days + 1)]
    if match := _YEARLESS.fullmatch(relative):
        month, day = int(match["month"]), match["day"]
        return any(d.month == month and (day is None or d.day == int(day)) for d in days)
    if relative.startswith("-W-"):
        return any(d.isoweekday() == int(relative[3:]) for d in days)
    return True
