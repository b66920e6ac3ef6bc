"""Quantities of a parsed text: numerals with their bound, unit, what is counted and the role it plays.

The parse (spaCy) decides what a number counts and what happened to it; where a parse of scraped text is broken, the
nearest role word that no other number claims is taken instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from spacy.tokens import Doc, Token

from claims.bounds import bounded, unit_of
from claims.claim import Quantity
from claims.counting import among, counted_noun, counted_text, role_of
from claims.numerals import SCALES, Numeral, numerals

_PART = re.compile(r"\b(?:including|among them|includes?d?)\W+(?:[^\W\d]+\W+){0,2}$", re.I)
_PART_OF = re.compile(r"\W+of\s+(?:the|them|those|these|whom)\b", re.I)
_STREETS = frozenset({"street", "road", "avenue", "lane", "square", "boulevard", "drive"})
_JOINED = re.compile(r"\W*(?:[^\W\d]+\W+){0,3}and\W+")
_ELLIPSIS = 120  # characters over which a number without a noun still counts what the number before it counted


def quantities(doc: Doc, offset: int = 0) -> tuple[Quantity, ...]:
    """The quantities of a parsed text in reading order; `offset` is added to their positions.

    Years, dates, clock times, ordinals and names with digits are not quantities.
    """
    text = doc.text  # put together anew at each access
    found = []
    for numeral in _joined(text, tuple(numerals(text))):
        span = doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
        if (
            span is None
            or _names_a_year(doc, text, numeral)
            or _is_pronoun(span.root, numeral)
            or _is_name(doc, span.start, span.end)
        ):
            continue
        found.append((numeral, span.start, span.end))
    taken = {i for _, start, end in found for i in range(start, end)}
    result = []
    for numeral, first, end in found:
        bound, start, stop, low, high = bounded(text, numeral)
        unit, stop = unit_of(text, start, stop)
        if not unit and _age(doc, first, end):
            unit = "year of age"
        noun = None if unit else counted_noun(doc, first, end, taken)
        role = "" if unit else role_of(doc, first, end, noun, taken)
        part = (
            bool(_PART.search(text[max(0, start - 60) : start]))
            or bool(_PART_OF.match(text, numeral.end))
            or among(noun if noun is not None else doc[first]) is not None
        )
        counted = counted_text(doc, end, noun)
        quantity = Quantity(offset + start, offset + stop, low, high, bound, unit, counted, role, part)
        result.append(quantity)
    return tuple(_with_shared_roles(text, result, offset))


def _joined(text: str, found: tuple[Numeral, ...]) -> Iterator[Numeral]:
    """Numerals with "20 to 30" and "between two and three million" joined into one interval."""
    skip = False
    for one, two in zip_longest(found, found[1:]):
        if skip:
            skip = False
        elif two is not None and (interval := _interval(text, one, two)) is not None:
            skip = True
            yield interval
        else:
            yield one


def _interval(text: str, one: Numeral, two: Numeral) -> Numeral | None:
    """The two ends of one interval; a scale behind the second ("two to three million") holds for the first as well."""
    between = text[one.end : two.start].strip().lower()
    before = text[max(0, one.start - 12) : one.start].lower().rstrip(" $€£")
    ends = between.rstrip(" $€£")
    joined = (ends in ("to", "or") and not before.endswith(("from", "by"))) or (ends == "and" and before.endswith("between"))
    if not joined or one.vague or two.vague:
        return None
    scale = _scale_word(text, two)
    low = one.low * scale if scale and not _scale_word(text, one) and one.low < SCALES["thousand"] <= two.low else one.low
    return replace(one, low=low, high=two.high, end=two.end) if low <= two.low else None


def _scale_word(text: str, numeral: Numeral) -> float:
    return SCALES.get(text[numeral.start : numeral.end].lower().split()[-1].split("-")[-1], 0.0)


def _names_a_year(doc: Doc, text: str, numeral: Numeral) -> bool:
    """Whether a four-digit number is a year: 1900 to 2099, without a comma, not counting a plural noun."""
    written = text[numeral.start : numeral.end]
    if not (written.isdigit() and len(written) == 4 and 1900 <= numeral.low <= 2099):
        return False
    span = doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
    if span is None:
        return True
    token = span.root
    counts = token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS") and token.head.i > token.i
    return (
        not counts
        or re.search(r"\b(?:in|since|the|by|of|until|from)\s+$", text[max(0, numeral.start - 12) : numeral.start], re.I)
        is not None
    )


def _is_pronoun(root: Token, numeral: Numeral) -> bool:
    """Whether "one" stands for somebody or something instead of counting it: "one of the largest", "no one"."""
    return numeral.low == numeral.high == 1 and root.lower_ == "one" and root.dep_ != "nummod"


def _is_name(doc: Doc, first: int, end: int) -> bool:
    """Whether a number is a part of a name: "Flight 370", "Resolution 1701", "World War Two", "14 Harbour Road"."""
    root = doc[first:end].root
    if first and root.dep_ == "nummod" and root.head.i == first - 1 and doc[first - 1].text[:1].isupper():
        return doc[first - 1].ent_type_ not in ("GPE", "NORP", "DATE", "TIME")
    after = doc[end : end + 3]
    return len(after) > 1 and after[0].pos_ == "PROPN" and any(t.lower_ in _STREETS for t in after[1:])


def _age(doc: Doc, first: int, end: int) -> bool:
    """ "Marta Olsen, 34, was hurt": a number between commas behind a person."""
    enclosed = first > 1 and doc[first - 1].text == "," and (end == len(doc) or doc[end].text in (",", ".", ")", ";"))
    return enclosed and doc[first - 2].pos_ == "PROPN" and doc[first - 2].ent_type_ in ("PERSON", "")


def _with_shared_roles(text: str, found: list[Quantity], offset: int) -> Iterator[Quantity]:
    """Parts and conjuncts take the role of the count that they follow: "31 people killed, including two medics"."""
    last, stop = None, 0
    for quantity in found:
        joined = _JOINED.fullmatch(text[stop : quantity.start - offset]) is not None
        if last is not None and not quantity.unit:
            quantity = replace(quantity, part=quantity.part or (joined and last.part))
            if not quantity.role and (quantity.part or joined):
                quantity = replace(quantity, role=last.role)
            near = quantity.start - offset - stop <= _ELLIPSIS
            if not quantity.counted and quantity.role and quantity.role == last.role and near and not quantity.part:
                quantity = replace(quantity, counted=last.counted)  # "36 soldiers were killed; 57 have been killed this month"
        last, stop = quantity, quantity.end - offset
        yield quantity
