"""Mentioned figures: those that stand inside claims in words. The fact of the figure judges them; words that are close are no
agreement where their figures cannot be one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from claims.claim import Claim, Quantity
from claims.figures.numerals import Numeral, numerals
from claims.figures.ordinals import ORDINAL, RANK
from claims.figures.roles import HARM, kind
from factcheck.judgement import Code
from factcheck.judging.figures import compare_quantities
from factcheck.judging.phrases import phrase

_YEARS = (1900, 2100)


def compare_mentioned(left: Claim, right: Claim) -> tuple[Code, float, str] | None:
    """Code, score and reason where two claims in words give figures of the same measure that cannot both hold; None otherwise.

    What both give is left out: "4.1, then 3.8" and "from 4.1 to 3.8" differ in nothing. A loose word for a toll leaves room for
    the other: "dozens" and "hundreds" were wounded. So does a bound: "at least 9" and "at least 17" are not the same.
    """
    one_side, two_side = _unshared(left.quantities, right.quantities), _unshared(right.quantities, left.quantities)
    differing = [
        (one, two)
        for one in one_side
        for two in two_side
        if _in_other_units(one, two) or (_of_one_sort(one, two) and (one.high < two.low or two.high < one.low))
    ]
    if not differing:
        return _leave_room(left, right, one_side, two_side)
    judged = [compare_quantities(replace(left, quantities=(one,)), replace(right, quantities=(two,))) for one, two in differing]
    if all(one.role in HARM for one, _ in differing) and all(code is Code.LOOSER_BOUND for code, _, _ in judged):
        return judged[0]
    figures = " / ".join(phrase(*told) for told in zip((left, right), differing[0], strict=True))
    return Code.NO_BASIS, 0.5, f"the words are close, but the figures are not the same: {figures}"


def other_figures(left: Claim, right: Claim) -> bool:
    """Whether the words of both claims hold figures, and none in common: "a car bomb kills 20", "killed at least 26".

    Claims on how, where or by whom something was done have no figures of their own, but their clause may, and a reader of the
    whole clause is not to call it the same.
    """
    one, two = _numbers(left.text), _numbers(right.text)
    return bool(one and two) and not any(a.low <= b.high and b.low <= a.high for a in one for b in two)


@lru_cache(maxsize=1 << 16)  # each claim of a large fact is set against all others
def _numbers(text: str) -> tuple[Numeral, ...]:
    """The numbers of some words that name no year."""
    return tuple(n for n in numerals(text) if not _names_a_year(n))


def _names_a_year(numeral: Numeral) -> bool:
    return numeral.low == numeral.high and _YEARS[0] <= numeral.low <= _YEARS[1]


def _leave_room(
    left: Claim, right: Claim, one_side: Sequence[Quantity], two_side: Sequence[Quantity]
) -> tuple[Code, float, str] | None:
    """What holds of tolls of one kind that may both be true, but are not the same; None where one fits the other."""
    judged = [
        compare_quantities(replace(left, quantities=(one,)), replace(right, quantities=(two,)))
        for one in one_side
        for two in two_side
        if one.role == two.role and one.role in HARM
    ]
    apart = bool(judged) and all(code in (Code.LOOSER_BOUND, Code.OTHER_WINDOW) for code, _, _ in judged)
    return judged[0] if apart else None


def _in_other_units(one: Quantity, two: Quantity) -> bool:
    """ "seven million dollars", "seven million euros": one number of two units is not the same."""
    return bool(one.unit and two.unit) and one.unit != two.unit and (one.low, one.high) == (two.low, two.high)


def _of_one_sort(one: Quantity, two: Quantity) -> bool:
    """Whether two figures of words can be set against each other: never a sum and a count, a count and a place in a row, thieves
    and shops, or two harms.
    """
    if one.unit != two.unit or not (one.role == two.role or not one.role or not two.role):
        return False
    things = kind(one.counted), kind(two.counted)
    return things[0] == things[1] or (one.unit not in (ORDINAL, RANK) and not all(things))


def _unshared(some: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """The figures that stand not among others with the same value and, as far as both give one, the same unit."""
    return [
        q
        for q in some
        if not any((q.low, q.high) == (o.low, o.high) and (q.unit == o.unit or not q.unit or not o.unit) for o in others)
    ]
