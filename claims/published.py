"""The day an article was published, where its own text states it: as a stamp or behind a label, never inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from claims.document import Dropped
from claims.furniture.boilerplate import HEADLINE_LIST, furniture
from claims.furniture.labels import RELATED, TWEET, lines_of, with_reasons
from claims.times.expressions import MONTHS

TOP = 1_500  # characters of the article in which a stamp without a label counts; further down dates are told, not stamped
HEAD = 250  # characters of a line that can hold its stamp; a paragraph's later dates stand in sentences
LONGEST_BYLINE = 120
BYLINE_WORDS = 8
TIMELINE_DAYS = 3  # so many different days, each on a line of its own, head the entries of a timeline

_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day{0}>[0-9]{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year{0}>(?:19|20)[0-9]{{2}})(?![0-9])"
_FORMS = (
    r"(?P<year0>(?:19|20)[0-9]{2})(?P<by0>[-/.])(?P<month0>[0-9]{1,2})(?P=by0)(?P<day0>[0-9]{1,2})(?![0-9])",  # 2020-03-05
    _DAY.format(1) + r"(?:\s+of)?[\s.-]+" + _MONTH.format(1) + r"[\s,-]*" + _YEAR.format(1),  # 01 March 2020, 27-Jul-2016
    _MONTH.format(2) + r"\s*" + _DAY.format(2) + r"\s*(?:,\s*|\s)" + _YEAR.format(2),  # Sept. 29, 2017
    r"(?P<one>[0-9]{1,2})(?P<by3>[-/.])(?P<two>[0-9]{1,2})(?P=by3)" + _YEAR.format(3),  # 27-07-2016
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b[\s.,]*)?"
_DATE = rf"(?<![\w.,/-]){_WEEKDAY}(?:{'|'.join(_FORMS)})"
_CLOCK = (
    r"(?:T|at\b)?\s*[0-9]{1,2}[:.]?[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r"\s*(?:[ap]\.?m\b\.?)?\s*(?:\(?[A-Z]{1,4}\b\)?|[+-][0-9:]{4,5})?"
)
_FIND = re.compile(_DATE, re.IGNORECASE)
_WHOLE = re.compile(rf"{_DATE}[\s,]*(?:{_CLOCK})?", re.IGNORECASE)

_RULE = r"|·•–—\-"  # what separates the parts of a byline
_LABEL = re.compile(
    rf"(?:^|[{_RULE}]\s*)(?:(?:first\s+)?(?:published|posted|issued|released)(?:\s+(?:on|at))?"
    r"|(?:publication\s+)?date(?:\s+(?:of\s+publication|published|posted))?)\s*:?\s*$",
    re.IGNORECASE,
)
_UPDATED = re.compile(rf"(?:^|[{_RULE}]\s*)(?:last\s+)?(?:updated?|modified|edited)(?:\s+(?:on|at))?\s*:?\s*$", re.IGNORECASE)
_PLACE = re.compile(r"\(?[A-Z][A-Z .,/'’-]{2,40}[\s,:–—-]+")  # ANKARA, March 5, 2020 (Agency) -
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)]{1,40}\)\s*)?\)?\s*[-–—:]")
_AFTER_STAMP = re.compile(rf"\s*(?:[,{_RULE}]*\s*{_CLOCK})?\s*(?:$|[{_RULE}:()]|by\s|(?=[^\W\d_a-z]|[\"“‘'0-9]))")
_NOTHING = re.compile(rf"[\s,{_RULE}]*(?:{_CLOCK})?[\s)]*")
_ZONES = frozenset({"gmt", "utc", "am", "pm", "a.m.", "p.m."})
_JOINING = frozenset({"by", "and", "for", "at", "from", "of", "the", "de", "van", "von", "bin"})


class Stated(NamedTuple):
    """A full date in a line, with the words around it; `top` tells whether the line stands near the article's top."""

    day: date
    before: str
    after: str
    top: bool


def published_in(text: str, dropped: Sequence[Dropped] | None = None) -> date | None:
    """The publication date that a text states, or None. A labelled date counts before a stamp, a stamp before an update.

    `dropped` is the text's furniture, where the caller has it already.
    """
    stated = tuple(_stated(text, furniture(text) if dropped is None else dropped))
    alone = {date_.day for date_ in stated if not date_.before and _NOTHING.fullmatch(date_.after)}
    signs = (_is_labelled, _is_update) if len(alone) >= TIMELINE_DAYS else (_is_labelled, _is_stamp, _is_update)
    return next((date_.day for sign in signs for date_ in stated if sign(date_)), None)


def as_date(text: str) -> date | None:
    """The day that a text names (maybe with a time of day) and nothing else; "03-04-2017" may be read two ways, so it is None."""
    match = _WHOLE.fullmatch(text.strip())
    return _day(match) if match else None


def _stated(text: str, dropped: Sequence[Dropped]) -> Iterator[Stated]:
    """The full dates of an article; those of other articles and of tweets are not its own."""
    read = 0
    for line, reason in with_reasons(lines_of(text), dropped):
        if reason not in (HEADLINE_LIST, RELATED, TWEET) and (read < TOP or len(line.words) <= LONGEST_BYLINE):
            words = " ".join(line.words[: 2 * HEAD].split())
            for match in _FIND.finditer(words, 0, HEAD):
                if day := _day(match):
                    yield Stated(day, words[: match.start()].strip(), words[match.end() :], read < TOP)
        read += 0 if reason else len(line.words)


def _day(match: re.Match[str]) -> date | None:
    """The day of a match of _DATE; None where there is no such day or where two are possible."""
    if match["one"]:
        one, two, year = int(match["one"]), int(match["two"]), int(match["year3"])
        days = {_valid(year, two, one), _valid(year, one, two)} - {None}
        return days.pop() if len(days) == 1 else None
    form = next(n for n in "012" if match[f"year{n}"])
    named = match[f"month{form}"].lower()
    month = int(named) if named.isdigit() else MONTHS[named[:3]]
    return _valid(int(match[f"year{form}"]), month, int(match[f"day{form}"]))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_labelled(date_: Stated) -> bool:
    """Behind "Published", "Posted on", "date" or the like, at the start of a line or of a part of a byline."""
    label = _LABEL.search(date_.before)
    at_home = label is not None and (label.start() == 0 or len(date_.before) + len(date_.after) <= LONGEST_BYLINE)
    return at_home and (date_.before.endswith(":") or _AFTER_STAMP.match(date_.after) is not None)


def _is_update(date_: Stated) -> bool:
    return _UPDATED.search(date_.before) is not None and len(date_.after) <= LONGEST_BYLINE


def _is_stamp(date_: Stated) -> bool:
    """At the start of a line that then begins anew, at the end of a byline, between its bars, or in a dateline."""
    before, after = date_.before, date_.after
    if not date_.top or _UPDATED.search(before):
        return False
    if not before:
        return _AFTER_STAMP.match(after) is not None
    if _PLACE.fullmatch(before + " ") and _AFTER_DATELINE.match(after):
        return True
    ends = _NOTHING.fullmatch(after) is not None
    if before[-1] in "|·•":
        return ends or after.lstrip()[0] in "|·•"
    return ends and _is_byline(before)


def _is_byline(words: str) -> bool:
    """Whether words are names and places ("By Ann Lee, Kyiv"), so that a date behind them is no part of a sentence."""
    parts = [part for part in words.split() if part[0].isalnum()]
    named = all(part[0].isupper() or not part.islower() or part in _JOINING | _ZONES for part in parts)
    return named and 0 < len(parts) <= BYLINE_WORDS and "@" not in words and parts[-1].lower() not in _JOINING
