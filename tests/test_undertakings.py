"""Undertakings: whether somebody is still in what he is said to have left."""

from __future__ import annotations

from datetime import date

import pytest
from handmade import says

from claims.claim import Claim
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.undertakings import compare_undertakings


def on(text: str, document: str = "d1", names: tuple[str, ...] = ("Ida Holm",), **slots: object) -> Claim:
    """A claim in words on somebody."""
    return says(text, "other", document, names=names, **slots)


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("Holm has pulled out of talks to lead the bank", "Holm remains in talks to lead the bank", Verdict.CONTRADICT),
        ("Holm quit the negotiations", "Holm is still locked in negotiations", Verdict.CONTRADICT),
        ("Holm left the race", "Holm is back in the race", Verdict.COMPATIBLE),
        ("Holm withdrew from the talks", "Holm will resume negotiations", Verdict.COMPATIBLE),
        ("Holm left the race", "Holm remains in talks", None),
        ("Holm is in talks", "Holm remains in talks", None),
        ("Holm left the office", "Holm remains in the office", None),
    ],
)
def test_undertakings(one: str, two: str, verdict: Verdict | None) -> None:
    """Who has left one thing is not in it; who came back may have left before; whichever claim stands first."""
    left, right = on(one), on(two, "d2")
    for found in (compare_undertakings(left, right), compare_undertakings(right, left)):
        assert (VERDICT_OF[found[0]] if found is not None else None) is verdict


def test_of_one_person_at_one_time() -> None:
    """Another one's leaving says nothing, and weeks later he may have left."""
    left = on("Holm quit the talks", published=date(2024, 5, 20))
    assert compare_undertakings(left, on("Lind remains in talks", "d2", names=("Lind",))) is None
    found = compare_undertakings(left, on("Holm remains in talks", "d2", published=date(2024, 5, 1)))
    assert found is not None
    assert VERDICT_OF[found[0]] is Verdict.COMPATIBLE


def test_close_words_are_no_agreement() -> None:
    """The judge of a whole fact says so too, however close the words."""
    pair = Pair(on("Holm has pulled out of negotiations"), on("Holm is in negotiations", "d2"), 0.9)
    assert RuleJudge().judge([pair])[0].verdict is Verdict.CONTRADICT
