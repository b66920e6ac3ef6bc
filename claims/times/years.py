"""Years and what they are made of: quarters, halves, seasons, decades, centuries, and stretches of years."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date

from claims.times import periods
from claims.times.expressions import OF_YEAR, SEASON, YEAR, Context, Rule, relative_year, rule, unresolved
from claims.times.window import Granularity, Window

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4}
_LAST = {"last": 4}  # of a year that is named: else "last quarter" is the one just over
_QUARTERS = "|".join((*_ORDINALS, r"last(?=[\s-]+quarter\s+of\b)"))
_FIRST_CENTURY_OF_DECADES = 1900  # "the 80s" are the 1980s


def _quarter(match: re.Match[str], context: Context) -> Window:
    written = (match["number"] or match["word"]).lower()
    return _part((_ORDINALS | _LAST).get(written) or int(written), "quarter", match, context)


def _half(match: re.Match[str], context: Context) -> Window:
    return _part(1 if match["number"].lower() in ("1", "first") else 2, "half", match, context)


def _part(number: int, unit: str, match: re.Match[str], context: Context) -> Window:
    """A quarter or half of a year; without a year the last that has begun, or the next where the verb looks ahead.

    Where no verb tells, it is the one nearest to the published date.
    """
    size, granularity = periods.MONTHS_IN[unit], periods.GRANULARITY[unit]
    first = (number - 1) * size + 1
    if match["year"]:
        year = int(match["year"])
    elif relation := match.groupdict().get("rel"):
        year = relative_year(relation, context)
    elif context.published is None:
        return unresolved(match, granularity, f"-{unit[0].upper()}{number}")
    else:
        year = _year_of(first, size, context.published, context.ahead)
    return Window(*periods.months(year, first, size), match[0], granularity)


def _year_of(first: int, size: int, today: date, ahead: bool | None) -> int:
    """The year of the part of a year that begins with month `first`."""
    years = [year for year in (today.year - 1, today.year, today.year + 1) if MINYEAR <= year <= MAXYEAR]
    spans = {year: periods.months(year, first, size) for year in years}
    if ahead is None:
        return min(years, key=lambda year: max((today - spans[year][1]).days, (spans[year][0] - today).days, 0))
    fits = [year for year in years if (spans[year][1] >= today if ahead else spans[year][0] <= today)]
    return fits[0] if ahead else fits[-1]


def _season(match: re.Match[str], context: Context) -> Window:
    """A season; without a year the last that has begun, or the next where the words look ahead."""
    name, relation = match["season"].lower(), " ".join((match.groupdict().get("relation") or "").lower().split())
    if match["year"]:
        start, end = periods.season(int(match["year"]), name)
    elif match["rel"]:
        start, end = periods.season(relative_year(match["rel"], context), name)
    elif context.published is None:
        return unresolved(match, Granularity.SEASON, f"-{name}")
    else:
        today = context.published
        if not 3 <= today.year <= 9996:
            raise ValueError(f"no seasons around {today}")
        spans = [periods.season(year, name) for year in range(today.year - 2, today.year + 3)]
        if relation == "last":
            start, end = max(span for span in spans if span[1] < today)
        elif relation == "next":
            start, end = min(span for span in spans if span[0] > today)
        elif context.ahead or relation.endswith("coming"):
            start, end = min(span for span in spans if span[1] >= today)
        else:
            start, end = max(span for span in spans if span[0] <= today)
            if relation == "this" and start.year < today.year and end < today:
                start, end = min(span for span in spans if span[0] > today)
    return Window(start, end, match[0], Granularity.SEASON)


def _year(match: re.Match[str], _: Context) -> Window:
    first, until = int(match["first"]), match["last"] or match["first"]
    last = int(until) if len(until) == len(match["first"]) else first // 100 * 100 + int(until)
    if last < first:
        raise ValueError(f"{match[0]} ends before it begins")
    return Window(periods.months(first, 1, 12)[0], periods.months(last, 1, 12)[1], match[0], Granularity.YEAR)


def _decade(match: re.Match[str], _: Context) -> Window:
    """ "the 1990s"; "the 1800s" are a century."""
    digits = match["digits"]
    first = int(digits) if len(digits) == 4 else _FIRST_CENTURY_OF_DECADES + int(digits)
    if first % 100 == 0 and first < 2000:
        return Window(*periods.months(first, 1, 1200), match[0], Granularity.CENTURY)
    return Window(*periods.months(first, 1, 120), match[0], Granularity.DECADE)


def _century(match: re.Match[str], _: Context) -> Window:
    return Window(*periods.century(int(match["number"])), match[0], Granularity.CENTURY)


# A bare year may be a count or a name ("2019 sheep", "the 2015 deal"): one of these has to stand before it.
_LED = (
    "(?:"
    + "|".join(
        rf"(?<=\b{word}[\s-])"
        for word in "in of during since from until till by before after through between early late mid around year for".split()
    )
    + r"|(?<=\b\d\d\d\d\sand\s))"
)
_NOT_A_NUMBER = r"(?![\w%-])(?![,.]\d)"

YEARS: tuple[Rule, ...] = (
    rule(
        rf"(?:the\s+)?(?<!fiscal\s)(?P<number>{_QUARTERS})[\s-]+quarter(?:\s+of\s+the\s+year\b)?(?:['’]s)?"
        rf"(?!\s+(?:in\s+a\s+row|running|straight|mile|final|century|back))(?!-)(?!s\b){OF_YEAR}",
        _quarter,
    ),
    rule(rf"Q(?P<number>[1-4]){OF_YEAR}", _quarter),
    rule(rf"(?P<number>[1-4])Q{OF_YEAR}", _quarter),
    rule(rf"(?P<year>{YEAR})(?:['’]s)?\s+(?:Q(?P<number>[1-4])|(?P<word>first|second|third|fourth)[\s-]quarter)", _quarter),
    rule(rf"(?:the\s+)?(?P<number>first|second|latter|last|final)\s+half\s+of\s+(?:the\s+year\b{OF_YEAR})", _half),
    rule(
        rf"(?:the\s+)?(?P<number>first|second|latter|last|final)\s+half\s+of\s+(?=(?:{YEAR}|(?:last|this|next)\s+year)\b){OF_YEAR}",
        _half,
    ),
    rule(rf"H(?P<number>[12])(?=\s+(?:of\s+)?{YEAR}){OF_YEAR}", _half),
    rule(
        rf"(?P<relation>last|this|next|this\s+past|this\s+coming|the\s+coming)\s+(?P<season>{SEASON})(?!\s+of\b){OF_YEAR}",
        _season,
    ),
    rule(
        rf"(?<=\bin\s)(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?(?P<season>{SEASON})(?!\s+(?:of|to|in)\s+(?!the\s+(?:same|previous)\s+year|{YEAR}|last|this)){OF_YEAR}",
        _season,
    ),
    # "prices will fall next year": without an article the word is a verb there.
    rule(
        rf"(?:the\s+|(?<=\bby\s)|(?<=early\s)|(?<=\blate\s)|(?!fall\s+(?:last|this|next)\s+year))"
        rf"(?P<season>{SEASON})(?=,?\s+(?:of\s+|in\s+)?(?:{YEAR}|(?:last|this|next)\s+year)\b){OF_YEAR}",
        _season,
    ),
    rule(r"(?:the\s+)?(?P<digits>(?:1[0-9]|20)\d0)['’]?s", _decade),
    rule(r"(?:the\s+|(?<=early\s)|(?<=late\s)|(?<=mid[\s-]))['’‘]?(?P<digits>[2-9]0)['’]?s", _decade),
    rule(r"(?:the\s+)?(?P<number>1\d|20|21)(?:st|th)[\s-]century", _century),
    rule(rf"{_LED}(?P<first>{YEAR})(?:\s*[-–/]\s*(?P<last>{YEAR}|\d\d))?{_NOT_A_NUMBER}", _year),
    rule(rf"(?P<first>(?:19|20)\d\d)(?:\s*[-–]\s*|\s+to\s+)(?P<last>(?:19|20)\d\d|\d\d){_NOT_A_NUMBER}", _year),
    rule(rf"(?<=\bbetween\s)(?P<first>{YEAR})\s+and\s+(?P<last>{YEAR}){_NOT_A_NUMBER}", _year),
    rule(rf"(?<=\bfrom\s)(?P<first>{YEAR})\s+(?:to|until|till|through)\s+(?P<last>{YEAR}){_NOT_A_NUMBER}", _year),
    rule(r"(?<=\()(?P<first>(?:19|20)\d\d)(?:\s*[-–]\s*(?P<last>(?:19|20)\d\d|\d\d))?(?=\))", _year),
)
