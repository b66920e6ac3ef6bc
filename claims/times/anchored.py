"""Times that count from the time told before: "two days earlier", "the next month", "the same week"."""

from __future__ import annotations

import re

from claims.times import periods
from claims.times.counts import HOW_MANY, QUALIFIED, counted_from, half_of, stepped
from claims.times.expressions import Context, Rule, counted, rule, unresolved
from claims.times.window import Granularity, Window


def _shifted(match: re.Match[str], context: Context) -> Window:
    """ "a day earlier", "two years later", "the previous day": counted from the time told before."""
    unit = match["unit"].lower()
    sign = 1 if match["way"].lower() in ("later", "after", "next", "following") else -1
    anchor = context.anchor
    written = match.groupdict().get("count")
    low, high = counted(written) if written else (1, 1)
    if anchor is None or not _fine_enough(anchor, unit) or anchor.start is None or anchor.end is None:
        if sign < 0 and unit in ("month", "year", "quarter") and written:  # "up from a year earlier": than at present
            return counted_from(match, -1, context.published)
        if sign < 0 and unit in ("week", "month", "year", "quarter") and context.published and not written:
            then = periods.moved(context.published.replace(day=min(28, context.published.day)), -1, unit)
            return Window(*periods.containing(unit, then), match[0], periods.GRANULARITY[unit])
        return unresolved(match, periods.GRANULARITY[unit])
    if low != high or low != int(low):
        start, end = sorted(stepped(anchor.start, sign * n, unit) for n in (low, high))
        return Window(start, end, match[0], periods.GRANULARITY[unit])
    if not written and unit in ("week", "month", "quarter", "year"):
        then = periods.moved(anchor.start, sign, unit)
        return Window(*periods.containing(unit, then), match[0], periods.GRANULARITY[unit])
    start, end = periods.moved_days((anchor.start, anchor.end), sign * int(low), unit)
    if unit != "day" and anchor.granularity is Granularity.DAY and written:
        return Window(start - half_of(unit), end + half_of(unit), match[0], periods.GRANULARITY[unit])
    return Window(start, end, match[0], anchor.granularity)


def _same(match: re.Match[str], context: Context) -> Window:
    """ "the same day", "that month": the one in which the time told before lies."""
    unit, anchor = match["unit"].lower(), context.anchor
    granularity = periods.GRANULARITY[unit]
    if anchor is None or anchor.start is None or anchor.end is None:
        return unresolved(match, granularity)
    start, end = periods.containing(unit, anchor.start)
    return Window(start, end, match[0], granularity) if anchor.end <= end else unresolved(match, granularity)


def _same_of_year(match: re.Match[str], context: Context) -> Window:
    """ "the same month last year", "the same period of 2019": the time told before, in another year."""
    anchor = context.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        return unresolved(match)
    years = int(match["year"]) - anchor.start.year if match["year"] else -1
    return Window(*periods.moved_days((anchor.start, anchor.end), years, "year"), match[0], anchor.granularity)


def _fine_enough(anchor: Window, unit: str) -> bool:
    """Whether a unit can be counted from an anchor: days only from a day, months from a month or less."""
    if not anchor.closed:
        return False
    if unit in ("day", "night"):
        return anchor.one_day
    return anchor.granularity.rank <= periods.GRANULARITY[unit].rank


ANCHORED: tuple[Rule, ...] = (
    rule(rf"{QUALIFIED}{HOW_MANY}\s+(?P<way>earlier|later)", _shifted),
    rule(r"(?:the\s+)(?P<way>previous|following|next)\s+(?P<unit>day|night|week|month|quarter|year)", _shifted),
    rule(
        r"(?:the|a)\s+(?P<unit>day|night|week|month|quarter|year)\s+(?P<way>before|after|earlier)(?=\s*(?:[,.;:)]|$|and\b))",
        _shifted,
    ),
    rule(r"(?:the\s+(?:very\s+)?same|that(?:\s+same|\s+very)?)\s+(?P<unit>day|night|week|weekend|month|quarter|year)", _same),
    rule(
        r"the\s+same\s+(?:period|time|day|week|month|quarter)\s+(?:of\s+|in\s+)?"
        r"(?:(?P<year>(?:19|20)\d\d)|last\s+year|the\s+previous\s+year|(?:a|one)\s+year\s+(?:ago|earlier|before))",
        _same_of_year,
    ),
)
