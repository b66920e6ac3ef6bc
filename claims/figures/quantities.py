"""Quantities of a parsed text: numerals with their bound, unit, what is counted and the role it plays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from claims.claim import Quantity
from claims.figures.bounds import APPROXIMATION, Bound, bound_around, bounded, plain
from claims.figures.changes import moves, with_changes
from claims.figures.counted import counted_noun, counted_text
from claims.figures.counting import among, role_of
from claims.figures.headlines import harm_before
from claims.figures.measures import with_what_is_measured
from claims.figures.naming import is_age, is_label, is_pronoun
from claims.figures.number_words import SCALES
from claims.figures.numerals import Numeral, numerals
from claims.figures.ordinals import ordinals
from claims.figures.quakes import is_magnitude, named_before
from claims.figures.roles import HARM, KINDS, can_be, kind
from claims.figures.units import rate, unit_after
from claims.figures.unnumbered import unnumbered

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PART = re.compile(
    r"\b(?:including|among\s+(?:them|whom)|(?<=, )most\s+of\s+them|includes?d?|of\s+(?:whom|them|which))\W+(?:[^\W\d]+\W+){0,2}$",
    re.I,
)
_PART_OF = re.compile(r"\W+(?:of\s+(?:the|them|those|these|whom|which)|among\s+them)\b", re.I)
_NEW_SENTENCE = re.compile(r"[.!?][\"’”)]*\s+[A-Z“\"]")
_OF_WHOLE = re.compile(r"(?:^|[.;:]\s+)(?:Out\s+of|Of)\s+(?:the|those|these|its|their)\s+$")
# "One of the largest operations" is no part of those who were counted before.
_BEST_KNOWN = re.compile(r"(?:most|least|\w{3,}est)\b", re.I)
_JOINED = re.compile(r"\W*(?:[^\W\d]+\W+){0,3}and\W+")
_LISTED = re.compile(r"\s+(?:in|at|near|from)\s+(?:(?:the|[A-Z])[\w-]*\s*){1,4}(?:,|,?\s+and)\s+")
_EACH = re.compile(
    r"\s+(?:an?|per|each|every)\s+(?P<per>second|minute|hour|day|week|month|year|game|match|season|person|head|capita)\b", re.I
)
_OF_ONE = re.compile(r"\s+of\s+an?(?=\s)")
_OF_NEXT = re.compile(r"\s+of\s+(?:the|its|their|his|her)\s+")
_HANGING = re.compile(r"-\s+(?:or|and|to)\s+")
_US = re.compile(r"\s?(?:US|U\.S\.)(?![\w.])")
_BAND = re.compile(r"\b(?:aged?|ages)\s+(?:between\s+)?\d+\s?(?:to|-|–|and)\s?\d+", re.I)
_BAND_LEAD = 20  # "aged between 18 and "
_FURTHER = re.compile(r"\b(?:further|another)\s+$")  # "destroyed 220 homes and damaged another 90"
_FINER = {("hour", "minute"): 60, ("minute", "second"): 60, ("foot", "inch"): 12, ("year", "month"): 12, ("day", "hour"): 24}
_FROM = re.compile(r"\bfrom\s+(?:\w+\s+)?$")
_OR_TWO = re.compile(r"\b(?:an?|another|one)(?P<unit>\s+\w+)\s+or\s+$", re.I)  # "a day or two"
_ELLIPSIS = 120  # characters over which a number without a noun still counts what the number before it counted
_FAR = 3.0  # "fell by 1 to 1.5 degrees" is one loose number; "rose by 40 to 420" gives the change and the new value
_NEAR = 1.5  # "two or three", "10 or 12" are one loose number; "25 or 40" are two


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number with its unit: characters [start, end), tokens [first, stop), and how its words were found."""

    start: int
    end: int
    first: int
    stop: int
    low: float
    high: float
    unit: str
    numeral: Numeral
    number_end: int


def quantities(doc: Doc, offset: int = 0) -> tuple[Quantity, ...]:
    """The quantities of a parsed text in reading order; `offset` is added to their positions.

    Years, dates, clock times and names with digits are not quantities; ordinals and ranks are, under units of their own.
    """
    text = doc.text  # put together anew at each access
    figures = tuple(_joined(doc, text, tuple(_units_shared(text, tuple(_figures(doc, text))))))
    taken = {i for f in figures for i in range(f.first, f.stop)}
    measured = {i for f in figures if f.unit for i in range(f.first, f.stop)}
    found = [_quantity(doc, text, figure, taken, measured) for figure in figures]
    changed = with_changes(doc, text, found, [f.first for f in figures])
    shared = with_what_is_measured(doc, text, _with_shared_roles(text, changed), [f.first for f in figures])
    kept = [q for q, figure in zip(shared, figures, strict=True) if not _only_a_pronoun(doc, q, figure, shared)]
    told = [*kept, *unnumbered(doc, kept)]
    whole = sorted([*told, *ordinals(doc, told)], key=lambda q: (q.start, q.end))
    return tuple(replace(q, start=offset + q.start, end=offset + q.end) for q in whole)


def _figures(doc: Doc, text: str) -> Iterator[_Figure]:
    for numeral in numerals(text):
        span = doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
        if span is None:
            continue
        unit, end = _unit(text, numeral)
        if numeral.kind == "share" and (of := _OF_ONE.match(text, numeral.end)) and (measured := unit_after(text, of.end()))[0]:
            part = numeral.low / 100  # "two-thirds of a mile"
            numeral = replace(numeral, low=part, high=part, kind="", rounded=False)
            unit, end = measured
        if not unit and (is_age(doc, text, numeral, span.start, span.end) or _in_band(text, numeral)):
            unit = "year of age"
        if not harm_before(doc, span.start) and is_label(doc, text, numeral, span.start, span.end, unit):
            continue
        yield _Figure(numeral.start, end, span.start, span.end, numeral.low, numeral.high, unit, numeral, numeral.end)


def _in_band(text: str, numeral: Numeral) -> bool:
    """ "women aged 25 to 54": two ages that say who is meant."""
    found = _BAND.search(text, max(0, numeral.start - _BAND_LEAD), min(len(text), numeral.end + 8))
    return found is not None and found.start() < numeral.end and numeral.start < found.end()


def _unit(text: str, numeral: Numeral) -> tuple[str, int]:
    if numeral.kind:
        return "%" if numeral.kind == "share" else numeral.kind, numeral.end
    if numeral.currency:
        us = _US.match(text, numeral.end)
        return rate(text, numeral.currency, us.end() if us else numeral.end)
    unit, end = unit_after(text, numeral.end)
    if not unit and is_magnitude(text, numeral.start, numeral.end, numeral.low):
        return "magnitude", numeral.end
    if not unit and (alone := _OR_TWO.search(text, max(0, numeral.start - 30), numeral.start)):
        before, stop = unit_after(text, alone.start("unit"))
        unit = before if stop == alone.end("unit") else ""
    if numeral.vague and not unit and (of := re.match(r"\s+of(?=\s)", text[numeral.end :])):
        unit, end = unit_after(text, numeral.end + of.end())  # "tens of thousands of dollars"
        end = end if unit else numeral.end
    return unit, end


def _units_shared(text: str, found: Sequence[_Figure]) -> Iterator[_Figure]:
    """Figures without a unit that have that of the next one: "a 7- or 8-inch screen", "280 million of the 1.5 billion euros"."""
    last = ""
    for one, two in zip_longest(found, found[1:]):
        between = text[one.end : two.start] if two is not None else ""
        if two is not None and two.unit and not one.unit:
            alike = _HANGING.fullmatch(between) or (_OF_NEXT.fullmatch(between) and not one.numeral.kind)
            one = replace(one, unit=two.unit) if alike else one
            if between.strip() == "to" and _FROM.search(text, 0, one.start) and two.numeral.scaled and not one.numeral.scaled:
                scale = _scale_word(text, two.numeral)  # "from 18.5 to 26 billion euros"
                if scale and one.low < SCALES["thousand"]:
                    one = replace(one, unit=two.unit, low=one.low * scale, high=one.high * scale)
        elif last and not one.unit and not re.match(r"\s*[^\W\d]{3,}s\b", text[one.end :]):
            one = replace(one, unit=last)
        last = one.unit if between.strip() == "to" and _FROM.search(text, 0, one.start) else ""
        yield one


def _joined(doc: Doc, text: str, found: Sequence[_Figure]) -> Iterator[_Figure]:
    """Figures with "20 to 30" and "between two and three million" joined into one interval."""
    skip = False
    for one, two in zip_longest(found, found[1:]):
        if skip:
            skip = False
        elif two is not None and (interval := _interval(doc, text, one, two)) is not None:
            skip = True
            yield interval
        else:
            yield one


def _interval(doc: Doc, text: str, one: _Figure, two: _Figure) -> _Figure | None:
    """The two ends of one interval; a scale behind the second ("two to three million") holds for the first as well."""
    a, b = one.numeral, two.numeral
    between = text[one.end : two.start].strip().lower()
    if (
        (times := _FINER.get((one.unit, two.unit)))
        and between in ("", "and", ",")
        and a.low == a.high
        and b.low == b.high < times
    ):
        value = times * one.low + two.low  # "2 hours and 3 minutes" is one length
        return replace(two, start=one.start, first=one.first, low=value, high=value)
    if between not in ("to", "or", "and", "-", "–", "through") or a.vague or b.vague or a.kind or b.kind:
        return None
    if (one.unit and one.unit != two.unit and not two.unit.startswith(f"{one.unit}/")) or a.low != a.high:
        return None
    before = text[max(0, one.start - 20) : one.start].lower().split()
    lead = before[-1] if before else ""
    scale = _scale_word(text, two.numeral)
    low = one.low * scale if scale and not a.scaled and one.low < SCALES["thousand"] <= two.low else one.low
    if low > two.low:
        return None
    match between:
        case "and" if lead != "between":
            return None
        case "or" if two.low > _NEAR * low and two.low - low > max(1.0, scale):
            return None
        case "to" if lead == "from" and moves(doc, one.first, one.start):
            return None
        case "to" if lead == "by" and (not two.unit or two.low > _FAR * low):
            return None
    return replace(two, start=one.start, first=one.first, low=low, high=two.high)


def _scale_word(text: str, numeral: Numeral) -> float:
    words = text[numeral.start : numeral.end].lower().replace("-", " ").split()
    return SCALES.get(words[-1], 0.0)


def _quantity(doc: Doc, text: str, figure: _Figure, taken: set[int], measured: set[int]) -> Quantity:
    numeral = figure.numeral
    bound, unit, end = _bound(text, figure)
    low, high = bounded(figure.low, figure.high, bound.kind)
    words = bound.words
    if not words and (numeral.vague or numeral.low != numeral.high or figure.low != figure.high):
        words = (
            " ".join(text[numeral.start : numeral.end].split()) if numeral.vague else "" if numeral.kind == "score" else "range"
        )
    elif not words and numeral.rounded:
        low, high, words = plain(low * (1 - APPROXIMATION)), plain(high * (1 + APPROXIMATION)), "rounded"
    stop = figure.stop
    while stop < len(doc) and doc[stop].idx < bound.end and doc[stop].idx + len(doc[stop]) <= bound.end:
        stop += 1
    noun = counted_noun(doc, figure.first, stop, taken - measured) if not unit or numeral.kind == "share" else None
    lead = figure.first
    while lead and doc[lead - 1].idx >= bound.start:
        lead -= 1
    counted = counted_text(doc, stop, noun, taken, lead)
    role = "" if unit else role_of(doc, figure.first, stop, noun, taken)
    if not unit and (each := _EACH.match(text, noun.idx + len(noun) if noun is not None and counted else end)):
        unit = f"/{each['per'].lower()}"
    part = not unit and (
        bool(_PART.search(text[max(0, bound.start - 60) : bound.start]))
        or bool(_PART_OF.match(text, figure.end))
        or among(noun if noun is not None else doc[figure.first]) is not None
    )
    return Quantity(bound.start, end, low, high, words, unit, counted, role, part)


def _bound(text: str, figure: _Figure) -> tuple[Bound, str, int]:
    """The bound around a figure, its unit (which may follow the bound: "50-plus years"), and where both end."""
    named = named_before(text, figure.start) if figure.unit == "magnitude" else None
    if named and (before := bound_around(text, named.start(), figure.end)).words:  # "at least magnitude 5.9"
        return before, figure.unit, max(before.end, figure.end)
    inner = bound_around(text, figure.start, figure.number_end)
    if figure.unit or inner.end == figure.number_end:
        bound = bound_around(text, figure.start, figure.end)
        return bound, figure.unit, max(bound.end, figure.end)
    unit, end = unit_after(text, inner.end)
    return inner, unit, end


def _only_a_pronoun(doc: Doc, quantity: Quantity, figure: _Figure, found: Sequence[Quantity]) -> bool:
    """ "the wrong one" counts nothing; "one of the drivers" and, beside other harmed, "one was injured" do."""
    if not is_pronoun(doc[figure.first : figure.stop].root, figure.numeral):
        return False
    before = doc[figure.first - 1].lower_ if figure.first else ""
    if before in ("no", "the", "this", "that", "each", "every", "any", "which", "another", "some"):
        return True
    if quantity.part or quantity.unit:
        return False
    return not (quantity.role in HARM and any(q is not quantity and q.role in HARM for q in found))


def _with_shared_roles(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """Parts and conjuncts take the role of the count that they follow: "31 people killed, including two medics"."""
    result: list[Quantity] = []
    last, stop = None, 0
    for quantity in found:
        between = text[stop : quantity.start]
        joined = _JOINED.fullmatch(between) is not None
        if last is not None and not quantity.unit and not last.unit:
            whole = _OF_WHOLE.search(text[max(0, last.start - 30) : last.start]) is not None
            alone = whole and not quantity.counted and "." not in between
            quantity = replace(quantity, part=quantity.part or (joined and last.part) or alone)
            by = quantity.change is not None and quantity.change.stage == "by"
            listed = _LISTED.fullmatch(between) is not None and not quantity.counted
            told = quantity.part and (not _BEST_KNOWN.match(quantity.counted) or kind(quantity.counted) in ("", *KINDS))
            if not quantity.role and (told or joined or listed) and not by and can_be(last.role, quantity.counted):
                quantity = replace(quantity, role=last.role)
            near = quantity.start - stop <= _ELLIPSIS
            if quantity.part and not (quantity.counted or quantity.role):
                quantity = replace(quantity, counted=last.counted)  # "six million homes, including two million in the north"
            more = _FURTHER.search(text, stop, quantity.start)
            same = quantity.role == last.role and not _NEW_SENTENCE.search(between)
            if not quantity.counted and quantity.role and (same or more) and near and not quantity.part:
                quantity = replace(quantity, counted=last.counted)  # "36 soldiers were killed; 57 have been killed this month"
        last, stop = quantity, quantity.end
        result.append(quantity)
    return result
