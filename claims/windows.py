"""Time windows: the days that expressions such as "last week", "Thursday" or "since January" stand for.

Relative expressions are resolved against the published date; without one they stay unresolved and say so.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.claim import Window
from claims.numerals import SMALL

_MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: i for name, i in tuple(_MONTHS.items())} | {"sept": 9}
_DAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
_MONTH = r"(?P<{0}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_FULL_MONTHS = frozenset(name.lower() for name in calendar.month_name if len(name) > 3)
_DAY = r"(?:" + "|".join(_DAYS) + r")"
_COUNT = rf"(?P<{{0}}>\d+|a|an|{'|'.join(SMALL)})"
_TO = r"\s*(?:[-–]|\b(?:and|to)\b)\s*"
_DATE = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}

# An article of the first days of a month that says "this month" mostly still speaks of the month that has just ended.
TURN_OF_MONTH = 2

_EXPRESSION = re.compile(
    rf"""\b(?:
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
    | (?:{_DATE.format("f1")}{_TO})?{_DATE.format("d1")}\s+(?:of\s+)?{_MONTH.format("m1")}(?:,?\s+(?P<y1>\d{{4}}))?
    | {_MONTH.format("m2")}\s+{_DATE.format("d2")}(?:{_TO}{_DATE.format("l2")}(?![\w:]))?(?!\d)(?:,?\s+(?P<y2>\d{{4}}))?
    | (?:(?P<monthrel>last|this|next|early|late|mid|earlier\s+in)[\s-]+)?{_MONTH.format("m3")}(?:,?\s+(?P<y3>\d{{4}}))?
    | (?:(?P<dayrel>last|next)\s+)?(?P<weekday>{_DAY})s?(?:\s+(?:and|to)\s+(?:\w+\s+)?(?P<weekday2>{_DAY}))?
    | (?P<word>today|tonight|yesterday|tomorrow|this\s+morning|this\s+evening|this\s+afternoon|last\s+night|overnight)
    | (?P<rel>this|last|next|previous|past|current)\s+(?P<unit>week|month|year)
    | {_COUNT.format("n1")}[\s-]+(?P<u1>day|week|month|year)s?\s+(?:ago|earlier)
    | (?:past|last|previous)\s+{_COUNT.format("n2")}\s+(?P<u2>day|week|month|year)s?
    | (?:in|of|during|since|from|until|by|early|late|mid)[\s-]+(?P<year>(?:19|20)\d{{2}})
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_LEAD = re.compile(
    r"\b(?P<lead>since|until|till|by|before|after)\s+(?:the\s+)?(?:(?:early|late|mid|end\s+of|start\s+of)[\s-]+)?$", re.I
)
_FUTURE = re.compile(r"\b(?:will|would|shall|to be|is due|are due|plans? to|scheduled|expected to)\b", re.I)


@dataclass(frozen=True, slots=True)
class Mention:
    """A time expression at characters [start, end) of a text, with the window that it stands for."""

    start: int
    end: int
    window: Window


def windows(text: str, published: date | None) -> Iterator[Mention]:
    """The time expressions of a text from left to right, resolved against the published date."""
    for match in _EXPRESSION.finditer(text):
        if match["m3"] is not None and not _is_month(match):
            continue
        window = _window(match, published, future=_FUTURE.search(text[max(0, match.start() - 40) : match.start()]) is not None)
        start, end = match.start(), match.end()
        if match[0].endswith(".") and match[0][-2:-1].isalpha() and match[0].rstrip(".").split()[-1].lower() in _FULL_MONTHS:
            end -= 1  # "5 March." ends the sentence; "5 Mar." abbreviates
            window = replace(window, text=text[start:end])
        if lead := _LEAD.search(text[max(0, start - 30) : start]):
            window = _led(window, lead["lead"].lower(), published)
            start -= len(lead[0])
            window = replace(window, text=text[start:end])
        elif match["year"] is not None and (led := re.match(r"since|from|by|until", match[0], re.I)):
            window = _led(window, "since" if led[0].lower() == "from" else led[0].lower(), published)
        yield Mention(start, end, window)


def _is_month(match: re.Match[str]) -> bool:
    """ "May" and "march" are months only with a capital and a sign: a year, "last", "in"."""
    name = match["m3"]
    if not name[0].isupper():
        return False
    if name.lower() in ("may", "march", "mar", "dec", "jan") and not (match["y3"] or match["monthrel"]):
        return re.search(r"\b(?:in|of|since|until|by|during)\s+$", match.string[: match.start()], re.I) is not None
    return True


def _window(match: re.Match[str], published: date | None, future: bool) -> Window:
    """The window of a match; unresolved where the text has too little, or leads out of the calendar."""
    try:
        return _resolved(match, published, future)
    except (OverflowError, ValueError):
        return Window(None, None, match[0])


def _resolved(match: re.Match[str], published: date | None, future: bool) -> Window:
    text, group = match[0], match.groupdict()
    if group["iso"]:
        try:
            day = date.fromisoformat(group["iso"])
        except ValueError:
            return Window(None, None, text)
        return Window(day, day, text)
    for d, until, m, y in (("f1", "d1", "m1", "y1"), ("d2", "l2", "m2", "y2")):
        if group[m]:
            days = [int(group[name]) for name in (d, until) if group[name]]
            ends = [_day_of_month(day, _MONTHS[group[m].lower()], group[y], published, text) for day in days]
            return replace(ends[0], end=ends[-1].end)
    if group["m3"]:
        return _month(_MONTHS[group["m3"].lower()], group["y3"], group["monthrel"] or "", published, text)
    if group["year"]:
        year = int(group["year"])
        return Window(date(year, 1, 1), date(year, 12, 31), text)
    if published is None:
        return Window(None, None, text)
    if group["weekday"]:
        first = _weekday(group["weekday"], published, future or (group["dayrel"] or "").lower() == "next")
        if (group["dayrel"] or "").lower() == "last" and first == published:
            first -= timedelta(days=7)
        if group["weekday2"]:
            last = _weekday(group["weekday2"], published, future)
            return Window(min(first, last), max(first, last), text)
        return Window(first, first, text)
    if group["word"]:
        word = " ".join(group["word"].lower().split())
        shift = {"yesterday": -1, "overnight": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
        day = published + timedelta(days=shift)
        return Window(day, published if word == "overnight" else day, text)
    if group["rel"]:
        return _relative(group["rel"].lower(), group["unit"].lower(), published, text)
    count = group["n1"] or group["n2"]
    number = int(count) if count.isdigit() else SMALL.get(count.lower(), 1)
    unit = (group["u1"] or group["u2"]).lower()
    try:
        then = published - timedelta(days=number * _UNIT_DAYS[unit])
    except OverflowError:
        return Window(None, None, text)
    if group["n2"]:
        return Window(then, published, text)
    slack = timedelta(days=_UNIT_DAYS[unit] // 2)
    return Window(then - slack, then + slack, text)


def _led(window: Window, lead: str, published: date | None) -> Window:
    """ "since X" runs to the published date; "until X" and "by X" from an unknown start; "after X" stays open."""
    if lead == "since":
        if published and window.start and window.start > published:  # the nearest such day is still to come: it was the last one
            window = replace(window, start=_year_before(window.start))
        return replace(window, end=published if window.start else None)
    if lead in ("until", "till", "by", "before"):
        return replace(window, start=None)
    return replace(window, end=None)


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _day_of_month(day: int, month: int, year: str | None, published: date | None, text: str) -> Window:
    if year is None and published is None:
        return Window(None, None, text)
    try:
        if year is not None or published is None:
            found = date(int(year or 1), month, day)
        else:  # the year that puts it nearest to the published date
            years = [k for k in (-1, 0, 1) if day <= calendar.monthrange(published.year + k, month)[1]]
            found = min((date(published.year + k, month, day) for k in years), key=lambda d: abs((d - published).days))
    except ValueError:
        return Window(None, None, text)
    return Window(found, found, text)


def _month(month: int, year: str | None, relation: str, published: date | None, text: str) -> Window:
    if year is not None:
        number = int(year)
    elif published is None:
        return Window(None, None, text)
    else:
        number = published.year if month <= published.month else published.year - 1
        if relation.lower() == "last" and month == published.month:
            number = published.year - 1
        if relation.lower() == "next":
            number = published.year if month > published.month else published.year + 1
    if not 1 <= number <= 9998:
        return Window(None, None, text)
    return Window(date(number, month, 1), date(number, month, calendar.monthrange(number, month)[1]), text)


def _weekday(name: str, published: date, future: bool) -> date:
    """The day of that name last on or before the published date; the next one where the text speaks of the future."""
    back = (published.weekday() - _DAYS[name.lower()]) % 7
    return published - timedelta(days=back) if not (future and back) else published + timedelta(days=7 - back)


def _relative(relation: str, unit: str, published: date, text: str) -> Window:
    if unit == "week":
        monday = published - timedelta(days=published.weekday())
        if relation == "past":
            return Window(published - timedelta(days=7), published, text)
        shift = {"last": -7, "previous": -7, "next": 7}.get(relation, 0)
        start = monday + timedelta(days=shift)
        return Window(start, published if not shift else start + timedelta(days=6), text)
    if unit == "month":
        if relation == "past":
            return Window(published - timedelta(days=30), published, text)
        first = published.replace(day=1)
        if relation == "next":
            start = (first + timedelta(days=31)).replace(day=1)
            return Window(start, start.replace(day=calendar.monthrange(start.year, start.month)[1]), text)
        before = (first - timedelta(days=1)).replace(day=1)
        if relation in ("this", "current"):
            return Window(before if published.day <= TURN_OF_MONTH else first, published, text)
        return Window(before, first - timedelta(days=1), text)
    if relation == "past":
        return Window(_year_before(published), published, text)
    year = published.year + {"last": -1, "previous": -1, "next": 1}.get(relation, 0)
    end = published if year == published.year else date(year, 12, 31)
    return Window(date(year, 1, 1), end, text)
