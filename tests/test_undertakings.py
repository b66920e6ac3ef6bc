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
        ("Holm left Torvay after talks with Orlia", "Holm is still in talks", None),
        ("Holm left home for talks", "Holm is still in talks", None),
        ("Holm left the talks with a smile", "Holm continued the talks", None),
        ("Holm leaves the deal in doubt", "Holm is in the deal", None),
        ("Holm left trade talks", "Holm is in peace talks", None),
        ("Holm left the trade talks", "Holm is still in trade talks", Verdict.CONTRADICT),
        ("Holm left the talks", "Holm is in trade talks", Verdict.CONTRADICT),
        ("Holm Quits Trade Talks", "Holm is still in trade talks", Verdict.CONTRADICT),
        ("Holm left Torvay talks", "Holm is still in talks", None),
        ("Holm has quite a race behind him", "Holm is in the race", None),
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


def test_the_name_is_that_of_who_left() -> None:
    """Who only tells it, behind the verb, is in nothing."""
    left = on("Lind is out of the race", names=("Lind",))
    assert compare_undertakings(left, on("Mercer is in the race, says Lind", "d2", names=("Mercer", "Lind"))) is None
    assert compare_undertakings(left, on("Lind is still in the race", "d2", names=("Dana Lind",))) is not None


def test_close_words_are_no_agreement() -> None:
    """The judge of a whole fact says so too, however close the words."""
    pair = Pair(on("Holm has pulled out of negotiations"), on("Holm is in negotiations", "d2"), 0.9)
    assert RuleJudge().judge([pair])[0].verdict is Verdict.CONTRADICT
