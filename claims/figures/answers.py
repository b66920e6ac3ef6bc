"""Answers: which question a figure of a clause answers ("killed", "number of", "measure in %"), and in which of its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.amounts import AMOUNTS
from claims.figures.indicators import INDICATOR, is_indicator
from claims.figures.ordinals import ORDINAL
from claims.figures.roles import CULPRITS, kind
from claims.figures.tenors import is_tenor
from claims.figures.units import dimension

if TYPE_CHECKING:
    from spacy.tokens import Span

    from claims.claim import Quantity

_DATING = re.compile(r"\W*(?:after|ago|before|earlier|later|apart|from\s+now|away)\b", re.I)
_AGED = re.compile(r"\b(?:aged?|ages)\s+(?:between\s+|from\s+)?$", re.I)
_LIMIT = re.compile(r"\b(?:under|over|below|above)\s+the\s+age\s+of\s+$", re.I)
_SOME_WHO = re.compile(r"\s+(?:[\w-]+\s+){1,3}?(?:who|that|whose|in|with|from|seen|caught|arrested)\b", re.I)  # not all of them
_DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})


def answered(quantity: Quantity, text: str) -> str:
    """The facet of a figure of a text; empty where it answers no question of its own."""
    if quantity.unit:
        beside = _dates_something(text, quantity) or _says_who(text, quantity) or _names_paper(text, quantity)
        return "" if quantity.unit == ORDINAL or beside else _measure(quantity.unit)
    counts = quantity.counted and not _presupposed(text, quantity) and not _one_of_many(quantity)
    return quantity.role or (f"number of {kind(quantity.counted) or 'people'}" if counts else "")


def phrase_of(quantity: Quantity, words: Span, text: str, offset: int) -> tuple[int, int] | None:
    """Where in the document the noun phrase of a measured figure stands, if it says what is measured; else the clause does."""
    if not quantity.unit:
        return None
    start, end = _noun_phrase(words, quantity, offset)
    told = _names_what(words, start - offset, end - offset) and _names_indicator(quantity, text[start:end])
    return (start, end) if told else None


def _measure(unit: str) -> str:
    """What a unit measures, as a facet's name: unlike units of one dimension share it."""
    what = dimension(unit)
    return f"measure in {unit}" if what == unit else what


def _names_what(words: Span, start: int, end: int) -> bool:
    """Whether a noun phrase says what is measured ("six years of war"), and not only how much ("five hours")."""
    phrase = words.doc.char_span(start, end, alignment_mode="expand")
    return phrase is not None and any(
        t.pos_ in ("NOUN", "PROPN") and t.lemma_.lower() not in _DURATIONS and t.ent_type_ not in ("DATE", "TIME") for t in phrase
    )


def _names_indicator(quantity: Quantity, phrase: str) -> bool:
    """Whether a phrase names the indicator of its figure, as "9.1 %, the highest level" does not; true of other figures, also of
    sums: "gems worth $9 million" says enough.
    """
    thing = quantity.measured.thing if quantity.measured is not None else ""
    return not is_indicator(thing) or thing in AMOUNTS or INDICATOR.search(phrase) is not None


def _dates_something(text: str, quantity: Quantity) -> bool:
    """ "two days after", "three years ago", "ten minutes later": a time, not a length of time."""
    return _DATING.match(text, quantity.end) is not None


def _names_paper(text: str, quantity: Quantity) -> bool:
    """ "The 10-year bond": a length of time that names a security."""
    return dimension(quantity.unit) == "duration" and is_tenor(text, quantity.end)


def _says_who(text: str, quantity: Quantity) -> bool:
    """ "women aged 25 to 54", "children under the age of five": ages that say who is meant, not how old somebody is."""
    if quantity.unit != "year of age":
        return False
    if _LIMIT.search(text, 0, quantity.start):
        return True
    return not quantity.flat and (quantity.open or _AGED.search(text, 0, quantity.start) is not None)


def _presupposed(text: str, quantity: Quantity) -> bool:
    """ "the two leaders": a number that the reader is taken to know counts nothing."""
    before = text[max(0, quantity.start - 8) : quantity.start].lower().split()
    if kind(quantity.counted) in CULPRITS and before[-1:] == ["the"] and not _SOME_WHO.match(text, quantity.end):
        return False  # "the four robbers" says how many did it
    return bool(before) and before[-1] in ("the", "these", "those", "both", "their", "its", "his", "her", "our")


def _one_of_many(quantity: Quantity) -> bool:
    """ "one of the largest dams" counts no dams."""
    return quantity.part and quantity.low == quantity.high == 1


def _noun_phrase(words: Span, quantity: Quantity, offset: int) -> tuple[int, int]:
    """Offsets of the noun phrase around a measured quantity, within the clause."""
    span = words.doc.char_span(quantity.start - offset, quantity.end - offset, alignment_mode="expand")
    if span is None:
        return quantity.start, quantity.end
    head = span.root
    while (
        head.dep_ in ("nummod", "quantmod", "amod", "compound", "npadvmod", "nmod", "punct")
        and words.start <= head.head.i < words.end
    ):
        head = head.head
    if head.pos_ not in ("NOUN", "PROPN", "NUM"):
        return offset + span.start_char, offset + span.end_char
    tokens = [t.i for t in head.subtree if words.start <= t.i < words.end]
    first, last = min([*tokens, span.start]), max([*tokens, span.end - 1])
    return offset + words.doc[first].idx, offset + words.doc[last].idx + len(words.doc[last])
