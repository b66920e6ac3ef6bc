"""Records: since when a thing was not so high, so low, so large ("a 40-year high", "the worst drought since 1988").

A facet of its own: one article counts the years, another names the year, a third says "unseen in four decades".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.figures.indicators import BARE, INDICATOR, indicator, is_indicator
from claims.figures.measures import name_of
from claims.grammar import first_child

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.claim import Quantity

RECORD = "record"

_COUNTS = {word: n for n, word in enumerate("a two three four five six seven eight nine ten eleven twelve".split(), start=1)}
_COUNTS |= {"one": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}
_YEARS_OF = {"year": 1, "decade": 10, "generation": 25, "century": 100}
_UNIT = r"(?P<unit>year|decade|generation|centur(?:y|ie))(?:s|al)?"
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})"
_END = re.compile(rf"\b(?:{_COUNT}[\s-]{_UNIT}|multi-?{_UNIT.replace('unit', 'many')})[\s-](?:high|low)s?\b", re.I)
_ABOUT = r"(?:(?:at|least|more|than|over|nearly|almost|about|around|some|the|past|last)\s+)*"
_SPAN = rf"(?:in|for)\s+{_ABOUT}(?:{_COUNT}\s+)?{_UNIT}\b"
_YEAR = r"since\s+(?:[A-Za-z]+\s+){0,3}(?P<year>(?:1[89]|20)\d\d)(?P<tens>s)?\b"
_BACK = re.compile(f"{_SPAN}|{_YEAR}", re.I)
_UNSEEN = re.compile(
    r"\b(?:(?:not|n't|never)\s+(?:been\s+)?|un)(?:seen|witnessed|matched|experienced|recorded|heard\s+of|equalled)\b", re.I
)
_LOW = re.compile(r"\b(?:lows?|lowest|smallest|fewest|least|slowest|weakest|cheapest)\b", re.I)
_HIGH = re.compile(r"\b(?:highs?|highest|largest|biggest|most|fastest|strongest|steepest|greatest)\b", re.I)
_REACH = 70  # characters between "the largest" and "in 28 years"
_DECADE = 9
_LOOSE = ("generation", "decade", "century")  # "in four decades" is forty years, give or take a few
_LOOSELY = 5.0


@dataclass(frozen=True, slots=True)
class Back:
    """How far back something has its equal: a number of years, or the first and last year; `loosely` the years that may be added.

    All empty where the text only says that it is long ago ("multi-decade lows").
    """

    years: float | None = None
    since: tuple[int, int] | None = None
    loosely: float = 1.0


def back(text: str) -> Back | None:
    """How far back the record of a text goes; None where it tells of none."""
    found = _match(text)
    return None if found is None else _read(found)


def is_low(text: str) -> bool | None:
    """Whether a record is one of the low end ("the lowest since 1990"), or of the high one; None where it may be either."""
    low, high = _LOW.search(text) is not None, _HIGH.search(text) is not None
    return low if low != high else None


def records(words: Span, figures: Sequence[Quantity], offset: int) -> Iterator[tuple[str, int, int]]:
    """The records that a clause (its tokens) tells of: the indicator named or measured nearest, or an empty name, and where
    the record is told, as offsets into the document. `figures` are the clause's, `offset` is where the parsed text begins.
    """
    start = words.start_char
    text = words.doc.text[start : words.end_char]
    ends = [match.span() for match in _END.finditer(text)]
    if not ends:
        heads = [token.idx - start for token in words if _superlative(words, token.i - words.start)]
        heads += [match.start() for match in _UNSEEN.finditer(text)]
        spans = ((head, match.end()) for head in heads if (match := _BACK.search(text, head, head + _REACH)))
        ends = sorted(spans, key=lambda span: span[1] - span[0])[:1]
    known = [(m.span(), indicator(m)) for m in INDICATOR.finditer(text) if m[0].lower() not in BARE]
    for q in figures:
        if q.measured is not None and is_indicator(q.measured.thing):
            known.append(((q.start - offset - start, q.end - offset - start), q.measured.thing))
    for first, last in ends:
        nearest = min(((max(first - end, begin - last, 0), thing) for (begin, end), thing in known), default=(0, ""))
        yield nearest[1] or _of_which(words.root), offset + start + first, offset + start + last


def _of_which(verb: Token) -> str:
    """The indicator that is the subject of a clause, also in the one above: "prices, which are at a 40-year high"."""
    noun = first_child(verb, "nsubj")
    if verb.dep_ == "relcl":
        noun = verb.head
    elif verb.dep_ == "advcl" and noun is None:
        noun = first_child(verb.head, "nsubj")
    thing = name_of(noun) if noun is not None else ""
    return thing if is_indicator(thing) else ""


def _superlative(words: Span, at: int) -> bool:
    """ "largest", "most aggressive", "first"; not "at least", "latest", "at most"."""
    token = words[at]
    if token.lower_ != "first" and token.tag_ not in ("JJS", "RBS"):
        return False
    return token.lower_ not in ("latest", "last") and not (at and words[at - 1].lower_ == "at")


def _match(text: str) -> re.Match[str] | None:
    return _END.search(text) or _BACK.search(text)


def _read(match: re.Match[str]) -> Back:
    groups = match.groupdict()
    if groups.get("year"):
        year = int(groups["year"])
        return Back(since=(year, year + _DECADE if groups["tens"] else year))
    if groups.get("many"):
        return Back()
    unit = groups["unit"].lower()
    unit = "century" if unit.startswith("centur") else unit
    count = groups["count"] or "1"
    number = int(count) if count.isdigit() else _COUNTS[count.lower()]
    return Back(years=float(number * _YEARS_OF[unit]), loosely=_LOOSELY if unit in _LOOSE else 1.0)
