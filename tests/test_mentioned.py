"""Figures that stand inside claims in words."""

from __future__ import annotations

import pytest
from handmade import OPEN, amount, says

from claims.claim import Quantity
from factcheck.judgement import Code
from factcheck.judging.mentioned import compare_mentioned

DOZENS = amount(24, 99, "dozens", role="wounded")


@pytest.mark.parametrize(
    ("one", "two", "code", "why"),
    [
        (DOZENS, amount(200, 999, "hundreds", role="wounded"), Code.LOOSER_BOUND, "a loose word leaves room"),
        (DOZENS, amount(140, OPEN, "at least", role="wounded"), Code.LOOSER_BOUND, "for a bound as well"),
        (DOZENS, amount(200, 999, "hundreds", role="protested"), None, "two things that befell them"),
        (amount(24, 99, "dozens", role=""), amount(200, 999, "hundreds", role=""), Code.NO_BASIS, "no toll"),
        (amount(5), amount(36), Code.NO_BASIS, "two exact tolls: the fact of the dead judges them"),
        (amount(5), amount(36, counted="people"), Code.NO_BASIS, "a part, perhaps, but perhaps of another happening"),
        (amount(5), amount(5), None, "the same"),
        (amount(5), amount(5, OPEN, "at least"), None, "the one fits the other"),
        (amount(50), amount(3, OPEN, "at least"), Code.LOOSER_BOUND, "a bound far below it leaves room, and is not the same"),
        (amount(9, OPEN, "at least"), amount(300_000, OPEN, "over"), Code.LOOSER_BOUND, "two bounds far apart"),
        (amount(9, OPEN, "at least", role=""), amount(300_000, OPEN, "over", role=""), None, "no tolls"),
        (amount(9, OPEN, "at least"), amount(90, OPEN, "over", role="wounded"), None, "two harms"),
    ],
)
def test_figures_inside_words(one: Quantity, two: Quantity, code: Code | None, why: str) -> None:
    """Close words with figures that cannot be one are no agreement; a loose word for a toll says nothing against it."""
    left, right = says("so it was", quantities=(one,)), says("so it was told", document="d2", quantities=(two,))
    for found in (compare_mentioned(left, right), compare_mentioned(right, left)):
        assert (found and found[0]) is code


def test_one_of_several_figures() -> None:
    """All figures that differ must be loose words; what both give is left out."""
    many = amount(200, 999, "hundreds", role="wounded")
    left, right = (
        says("so it was", document=d, quantities=q) for d, q in (("d1", (DOZENS, amount(5))), ("d2", (many, amount(9))))
    )
    found = compare_mentioned(left, right)
    assert found is not None
    assert found[0] is Code.NO_BASIS
    same = compare_mentioned(left, says("so", document="d2", quantities=(many, amount(5))))
    assert same is not None
    assert same[0] is Code.LOOSER_BOUND
