"""Time expressions that stand side by side and tell one time: a range, days in a row, a day and its hour, a night and its day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from claims.times import periods
from claims.times.window import Granularity, Mention, Window

_BETWEEN = re.compile(r"(?<!\w)between\s+(?:the\s+)?$", re.I)
_TO = re.compile(r"\s*(?:[-–—]|(?:and\s+)?(?:to|until|till|through|thru|into)\b)\s*(?:(?:the|on|about)\s+)?", re.I)
_AND = re.compile(r"\s*(?:,\s*)?(?:and|or|&)\s+(?:on\s+|in\s+)?(?:early\s+|late\s+)?", re.I)
_BESIDE = re.compile(
    r"(?:[\s,(]|\b(?:on|at|around|about|by|of|in|the|local|time|morning|evening|afternoon|early|late|shortly|just|after|before|from)\b){1,8}\)?",
    re.I,
)
_SHIFTS = re.compile(r"\b(?:move|shift|postpone|delay|push|put|bring|brought|reschedule|change)", re.I)
_OVERNIGHT = re.compile(r"\s+(?P<into>into|to)?\s*(?:on\s+)?(?:the\s+night\s+of\s+)?", re.I)
_REACH = 40  # characters before a range in which "between" stands, or "postponed", which makes two times of it
_LONGEST_GAP = 40


def joined(found: Sequence[Mention], text: str, anchor: Window | None) -> Iterator[Mention]:
    """The mentions with ranges, days and their clock times, and nights and their days made one."""
    kept: list[Mention] = []
    for mention in found:
        while kept and (one := _one(kept[-1], mention, text)):
            kept.pop()
            mention = one
        kept.append(mention)
    days = {m.window for m in kept if m.window.one_day}
    day = days.pop() if len(days) == 1 else anchor
    for mention in kept:
        window = mention.window
        if window.granularity is Granularity.HOUR and not window.resolved and day is not None and day.one_day and window.clock:
            mention = replace(mention, window=replace(window, start=day.start, end=day.end))
        yield mention


def _one(left: Mention, right: Mention, text: str) -> Mention | None:
    """Two mentions as one, where the words between them join them; None where they are two."""
    gap, a, b = text[left.end : right.start], left.window, right.window
    if len(gap) > _LONGEST_GAP:
        return None
    if window := _night(left, b, gap) or _timed(a, b, gap):
        return Mention(left.start, right.end, window)
    window = _range(left, right, gap, text)
    return Mention(left.start, right.end, window, _ends(a, b, window)) if window else None


def _ends(a: Window, b: Window, whole: Window) -> tuple[Window, Window]:
    """The two windows at the ends of a range, each in the year that it has there."""
    if a.start and a.end and whole.start:
        a = replace(a, start=whole.start, end=_in_year(a.end, a.end.year + whole.start.year - a.start.year))
    if b.start and b.end and whole.end:
        b = replace(b, start=_in_year(b.start, b.start.year + whole.end.year - b.end.year), end=whole.end)
    return a, b


def _night(left: Mention, day: Window, gap: str) -> Window | None:
    """ "overnight on Tuesday" ends on Wednesday, "overnight into Tuesday" begins on Monday."""
    match = _OVERNIGHT.fullmatch(gap)
    if match is None or not left.window.text.lower().endswith("overnight") or not day.one_day or day.start is None:
        return None
    first = day.start - timedelta(1) if match["into"] and day.start > date.min else day.start
    return replace(day, start=first, end=first + timedelta(1) if first < date.max else first)


def _timed(a: Window, b: Window, gap: str) -> Window | None:
    """A day and a time of that day; or one time of day given twice ("6 p.m. (1600 GMT)")."""
    if not _BESIDE.fullmatch(gap):
        return None
    clock, day = (a, b) if a.granularity is Granularity.HOUR else (b, a)
    if clock.granularity is not Granularity.HOUR or clock.resolved:
        return None
    if day.granularity is Granularity.HOUR:
        return replace(day, clock=max((a.clock, b.clock), key=len))
    if day.one_day or (not day.resolved and day.granularity is Granularity.DAY):
        return replace(day, granularity=Granularity.HOUR, clock=clock.clock)
    return None


def _range(left: Mention, right: Mention, gap: str, text: str) -> Window | None:
    """ "from March to May", "Saturday and Sunday", "between 28 February and 3 March"."""
    a, b = left.window, right.window
    fine = Granularity.DAY.rank
    if a.granularity is not b.granularity and max(a.granularity.rank, b.granularity.rank) > fine:
        return None
    before = text[max(0, left.start - _REACH) : left.start]
    between = _BETWEEN.search(before) is not None
    if _TO.fullmatch(gap):
        if re.fullmatch(r"\s*to\s*.*", gap, re.I) and _SHIFTS.search(before):
            return None
    elif not (_AND.fullmatch(gap) and (between or _next_to(a, b))):
        return None
    if not (a.resolved and b.resolved):
        return Window(None, None, "", a.granularity) if a.relative and b.relative else None
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return None
    return _spanned(a, b)


def _next_to(a: Window, b: Window) -> bool:
    """Whether one window follows the other at once (or a week off, for weekdays)."""
    if a.end is None or b.start is None or not a.resolved:
        return not a.resolved and not b.resolved and a.relative[:3] == b.relative[:3] == "-W-"
    gap = (b.start - a.end).days
    return gap == 1 or (a.one_day and b.one_day and a.relative[:3] == b.relative[:3] == "-W-" and gap % 7 == 1)


def _spanned(a: Window, b: Window) -> Window | None:
    """From the start of one to the end of the other; the one without a year (or week) of its own goes by the other."""
    start, end = a.start, b.end
    if start is None or end is None or b.start is None:
        return None
    if a.relative.startswith("--") and not b.relative and start.year != b.start.year:
        start = _in_year(start, b.start.year if (start.month, start.day) <= (b.start.month, b.start.day) else b.start.year - 1)
    elif b.relative.startswith("--") and (not a.relative or end < start):
        year = start.year if (b.start.month, b.start.day) >= (start.month, start.day) else start.year + 1
        if a.relative:  # both without a year: the later one is told as it is
            start = _in_year(start, end.year - (year - start.year))
        else:
            end = _in_year(end, year + end.year - b.start.year)
    elif end < start and a.relative[:3] == b.relative[:3] == "-W-":
        start -= timedelta(7)
    return replace(a, start=start, end=end) if start <= end else None


def _in_year(day: date, year: int) -> date:
    return periods.moved(day, year - day.year, "year")
