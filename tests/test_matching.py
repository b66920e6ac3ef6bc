"""Figures of one text that figures of another one meet: by value, unit and what is counted, each once."""

from __future__ import annotations

import pytest
from handmade import amount, days, says

from claims.figures.ordinals import ORDINAL
from factcheck.judging.matching import unmet
from factcheck.judging.opposites import opposed
from factcheck.judging.scopes import stated_times_apart

TWELVE_SHIPS, TWELVE_CREWS = amount(12, counted="ships"), amount(12, counted="crews")


@pytest.mark.parametrize(
    ("left", "right", "left_over", "right_over", "why"),
    [
        ([amount(12)], [amount(12)], 0, 0, "one figure on both sides"),
        ([amount(12), amount(3)], [amount(3)], 1, 0, "what one side adds is left over there alone"),
        ([amount(3), amount(3)], [amount(3)], 1, 0, "one figure meets one figure"),
        ([amount(30, float("inf"), "over")], [amount(75)], 1, 1, "a looser bound confirms nothing"),
        ([amount(30, float("inf"), "over")], [amount(36)], 0, 0, "a bound that the other just satisfies"),
        ([amount(36, 44, "about")], [amount(40)], 0, 0, "a tolerance"),
        ([TWELVE_SHIPS], [TWELVE_CREWS], 0, 0, "one telling number of two nouns may be one figure"),
        ([amount(2, counted="ships")], [amount(2, counted="crews")], 1, 1, "a small number recurs by chance"),
        ([amount(2, counted="cargo ships")], [amount(2, counted="ships")], 0, 0, "a small number of one noun"),
        ([amount(12)], [amount(12, counted="civilians")], 1, 1, "two kinds of people are never one"),
        ([amount(12, unit="%")], [amount(12, unit="km")], 1, 1, "units of two dimensions"),
        ([amount(3, unit=ORDINAL, counted="attack")], [amount(12)], 0, 1, "the third attack is no figure that must be met"),
    ],
)
def test_unmet(left: list[object], right: list[object], left_over: int, right_over: int, why: str) -> None:
    """What is left over is what the other side does not confirm, whichever side comes first."""
    one, two = unmet(left, right)  # type: ignore[arg-type]
    assert (len(one), len(two)) == (left_over, right_over), why
    two, one = unmet(right, left)  # type: ignore[arg-type]
    assert (len(one), len(two)) == (left_over, right_over), why


def test_a_time_counts_as_stated_by_its_place_and_not_by_its_words() -> None:
    """A claim that only holds the same words elsewhere ("in May" of a name) does not state its window."""
    april, may = days("2024-04-01", "2024-04-30", "in April"), days("2024-05-01", "2024-05-31", "in May")
    left = says("The index fell in April.", window=april)
    right = says("The index fell in May.", document="d2", window=may)
    assert stated_times_apart(left, right)
    around = says("The index fell, the paper in May Street says.", document="d2", window=may, window_at=(100, 106))
    assert not stated_times_apart(left, around)


def test_opposite_verbs_oppose_only_where_both_are_affirmed() -> None:
    """Rise and fall are opposite; "did not rise" and "fell" are not."""
    rise, fall = says("Prices rose.", predicate="rise"), says("Prices fell.", document="d2", predicate="fall")
    assert opposed(rise, fall) == "one says rise, the other fall"
    assert not opposed(says("Prices did not rise.", predicate="rise", negated=True), fall)
    assert not opposed(rise, rise)
    dead, safe = says("the groom is among the dead", predicate="be"), says("the groom was safe", document="d2", predicate="be")
    assert opposed(dead, safe) == "one says dead, the other safe"
    assert not opposed(safe, says("the dam is safe", document="d3", predicate="be"))
