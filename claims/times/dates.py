"""Days and months that are named: "5 March", "Tuesday, March 3, 2016", "27/07/2016", "last September", "May"."""

from __future__ import annotations

import calendar
import re
from datetime import date

from claims.times import periods
from claims.times.expressions import (
    FULL_MONTHS,
    MONTH,
    MONTHS,
    OF_YEAR,
    SHORT_WEEKDAY,
    WEEKDAYS,
    Context,
    Rule,
    relative_year,
    rule,
    unresolved,
)
from claims.times.window import Granularity, Window

_D = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s*(?:[-–—/]|\b(?:and|to|until|till|through|or)\b)\s*"
_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{SHORT_WEEKDAY})\s*[,(]?\s*(?:the\s+)?)?"
_SLIP = 1  # day: what "was" on the day after the published date was read in another time zone
_OF_THE_NEWS = 14  # days from the published date within which an ambiguous date is that of the news
_LONG_OVER = 45  # days: a day so long ago is not meant where the verb looks ahead
_YEARS_AROUND = 4  # 29 February is never further off, but for 1900 and its like
_VERBS_AND_NAMES = frozenset({"may", "march"})
_FIRST_NAMES = frozenset({"april", "june", "august"})
_SIGN = re.compile(
    r"\b(?:in|of|since|until|till|by|during|from|to|into|through|between|and|early|late|mid|of|last|before|after)[\s-]+$", re.I
)
_WEAK_SIGNS = frozenset({"and", "to", "after", "before", "from"})  # "to March", "after May said": not enough for a verb or a name
_OWNED = re.compile(rf"['’]s\b|\s+(?:said|told|has|had|and\s+(?!(?i:{MONTH}))[A-Z])")
_HOLIDAYS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}


def _iso(match: re.Match[str], _: Context) -> Window:
    day = date.fromisoformat(match["iso"])
    return Window(day, day, match[0])


def _numeric(match: re.Match[str], context: Context) -> Window:
    """ "27/07/2016"; "03/04/2016" may be read two ways, so it stays unresolved unless only one of them is of the news."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    found = {date(year, m, d) for d, m in ((one, two), (two, one)) if 1 <= m <= 12 and 1 <= d <= calendar.monthrange(year, m)[1]}
    if len(found) == 2 and (today := context.published):
        near, far = sorted(found, key=lambda day: abs((day - today).days))
        if abs((near - today).days) <= _OF_THE_NEWS < abs((far - today).days):
            found = {near}
    if len(found) != 1:
        return unresolved(match)
    day = found.pop()
    return Window(day, day, match[0])


def _days(match: re.Match[str], context: Context) -> Window:
    month = MONTHS[match["month"].lower().rstrip(".")]
    first = int(match["first"].rstrip("sthndrSTHNDR"))
    last = int(match["last"].rstrip("sthndrSTHNDR")) if match["last"] else first
    return _in_month(first, last, month, match["weekday"] or "", match, context)


def _holiday(match: re.Match[str], context: Context) -> Window:
    month, day = _HOLIDAYS[" ".join(match["holiday"].lower().replace("’", "'").split())]
    return _in_month(day, day, month, "", match, context)


def _in_month(first: int, last: int, month: int, weekday: str, match: re.Match[str], context: Context) -> Window:
    """Days of one month; first > last is an error."""
    if last < first:
        raise ValueError(f"{match[0]} ends before it begins")
    if match["year"]:
        year = int(match["year"])
        return Window(date(year, month, first), date(year, month, last), match[0])
    relative = f"--{month:02}-{first:02}" if first == last else f"--{month:02}"
    date(2000, month, last)  # a leap year: what no year has stays without meaning
    if context.published is None:
        return unresolved(match, relative=relative)
    start = _nearest(first, month, context, weekday[:3].lower())
    return Window(start, start.replace(day=last), match[0], relative=relative)


def _nearest(day: int, month: int, context: Context, weekday: str) -> date:
    """The year that puts a day nearest to the published date, before it where the verb says that it was.

    Of the two nearest years it is the one in which the day is the given weekday.
    """
    today = context.today
    years = [
        year
        for year in range(max(1, today.year - _YEARS_AROUND), min(9999, today.year + _YEARS_AROUND) + 1)
        if day <= calendar.monthrange(year, month)[1]
    ]
    found = sorted((date(year, month, day) for year in years), key=lambda d: abs((d - today).days))
    if not found:
        raise ValueError(f"no year near {today} has a {day} {calendar.month_name[month]}")
    if weekday and (fits := [d for d in found[:2] if list(WEEKDAYS)[d.weekday()].startswith(weekday)]):
        return fits[0]
    if context.ahead is not None:
        ahead = context.ahead
        fits = [d for d in found if ((d - today).days >= -_LONG_OVER if ahead else (d - today).days <= _SLIP)]
        return fits[0] if fits else found[0]
    return found[0]


def _month(match: re.Match[str], context: Context) -> Window | None:
    name = match["month"].lower().rstrip(".")
    if not _is_month(match, name):
        return None
    month = MONTHS[name]
    relation = " ".join((match["relation"] or "").lower().split())
    if match["year"]:
        return Window(*periods.months(int(match["year"]), month), match[0], Granularity.MONTH)
    if context.published is None:
        return unresolved(match, Granularity.MONTH, f"--{month:02}")
    year = relative_year(match["rel"], context) if match["rel"] else _year_of(relation, month, context)
    return Window(*periods.months(year, month), match[0], Granularity.MONTH, f"--{month:02}")


def _is_month(match: re.Match[str], name: str) -> bool:
    """ "May", "March" and "April" are months only with a capital and a sign: a year, "last", "in"; so are "Jan" and "Sept"."""
    if not match["month"][0].isupper():
        return False
    if match["year"] or match["rel"] or match["relation"]:
        return True
    sign = _SIGN.search(match.string, max(0, match.start() - 12), match.start())
    word = sign[0].strip(" -\t\n").lower() if sign else ""
    if name not in FULL_MONTHS:
        return sign is not None and (name == "sept" or match["month"].endswith("."))
    after = match.string[match.end() : match.end() + 24]
    if name in _VERBS_AND_NAMES:
        return (
            word != ""
            and (word not in _WEAK_SIGNS or _TO_A_MONTH.search(match.string[: match.start()]) is not None)
            and (name != "may" or _OWNED.match(after) is None)
        )
    return sign is not None or name not in _FIRST_NAMES or re.match(r"\s+[A-Z][a-z]+", after) is None


_TO_A_MONTH = re.compile(
    rf"\b(?:from|between|{MONTH})\s+(?:\d{{4}}\s+)?(?:and|to|through|until)\s+$|\b(?:from|between|before|after)\s+$", re.I
)


def _year_of(relation: str, month: int, context: Context) -> int:
    """The year of a month without one: the last such month, or the next where the verb speaks of what is to come."""
    today = context.today
    if relation == "last":
        return today.year if month < today.month else today.year - 1
    if relation == "next":
        return today.year if month > today.month else today.year + 1
    if relation == "this":
        return today.year
    if relation or context.ahead:
        return today.year if month >= today.month else today.year + 1
    return today.year if month <= today.month else today.year - 1


DATES: tuple[Rule, ...] = (
    rule(r"(?P<iso>\d{4}-\d{2}-\d{2})(?:T[\d:.]+Z?)?", _iso),
    rule(r"(?P<one>\d{1,2})(?P<by>[./-])(?P<two>\d{1,2})(?P=by)(?P<year>\d{4})", _numeric),
    rule(
        rf"{_WEEKDAY_BEFORE}(?P<first>{_D})(?:{_TO}(?P<last>{_D}))?[\s-]+(?:of\s+)?(?P<month>{MONTH})"
        r"(?:\s*,?[\s-]+(?P<year>\d{4})\b(?![,.]\d))?",
        _days,
    ),
    rule(
        rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH})\s+(?:the\s+)?(?P<first>{_D})(?:{_TO}(?P<last>{_D})(?![\w:%]))?"
        r"(?![\d:%]|[,.]\d)(?:\s*,?\s+(?P<year>\d{4})\b)?",
        _days,
    ),
    rule(
        r"(?P<holiday>new\s+year['’]s\s+(?:day|eve)|christmas\s+(?:day|eve)|boxing\s+day|valentine['’]s\s+day)"
        r"(?:,?\s+(?P<year>\d{4}))?",
        _holiday,
    ),
    rule(
        rf"(?:(?P<relation>this\s+coming|last|this|next|coming)\s+)?(?P<month>{MONTH})"
        rf"(?!\s*\d{{1,2}}(?:st|nd|rd|th)?\b(?![:.]\d)){OF_YEAR}",
        _month,
    ),
)
