"""Claims known by their words alone: the threshold of an event, how far above it two claims are, and what that decides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from fakes import FakeEncoder
from handmade import says, toll
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Claim
from factcheck.aligning.likeness import Crowd, centred, packaged_weights, rarity
from factcheck.aligning.words import LENGTH, LOOSEST, SAME_MATTER, SURELY, USUAL, Matters, threshold
from factcheck.judgement import Verdict
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.occasions import SAME_WORDS

CLAIMS = [
    says("the bridge fell", document="d1"),
    says("the bridge fell in the night", "other", "d2"),
    toll(33, document="d2"),
    says("a bridge was closed", "other", "d3"),
    says("the bridge fell", document="d4"),
]
EVENTS = {"d1": "e", "d2": "e", "d3": "e", "d4": "another"}
VECTORS = FakeEncoder().encode([claim.standalone for claim in CLAIMS])


@given(st.integers(1, 30), st.integers(1, 200))
def test_the_more_is_told_the_likelier_one_matter_must_be(articles: int, said: int) -> None:
    """The threshold rises with the number of articles and with how much each says."""

    def told(by: int, each: int) -> list[Claim]:
        return [replace(says("the bridge fell", document=f"d{n}"), id=f"{n} {i}") for n in range(by) for i in range(each)]

    assert LOOSEST <= threshold(told(articles, said)) <= threshold(told(articles, said + 1))
    assert threshold(told(articles, said)) <= threshold(told(articles + 1, said))
    assert threshold(told(USUAL, LENGTH)) == pytest.approx(SAME_MATTER)


def test_the_margin_is_what_passes_the_threshold() -> None:
    """Log-odds by the packaged model, against the threshold of the event's claims in words."""
    found = Matters(CLAIMS, VECTORS, EVENTS).margins([(0, 1), (1, 3)])
    words = sorted((0, 1, 3), key=lambda i: CLAIMS[i].id)
    here = [CLAIMS[i] for i in words]
    crowd = Crowd(here, centred(here, VECTORS[words]), rarity(here))
    for (one, two), margin in zip([(0, 1), (1, 3)], found, strict=True):
        rows = np.array([words.index(one)]), np.array([words.index(two)])
        odds = packaged_weights().log_odds(crowd.likeness(*rows))[0, 0]
        assert margin == pytest.approx(odds - threshold(here), abs=1e-3)


def test_no_margin_beyond_an_event_or_the_words() -> None:
    """A toll is known by more than its words, and what another event tells is another matter."""
    assert Matters(CLAIMS, VECTORS, EVENTS).margins([(0, 2), (0, 4), (2, 3)]) == [None, None, None]
    assert Matters([], VECTORS[:0], {}).margins([]) == []


def test_the_order_of_the_claims_changes_no_margin() -> None:
    """Whichever article is read first."""
    other = Matters(CLAIMS[::-1], VECTORS[::-1], EVENTS)
    last = len(CLAIMS) - 1
    assert Matters(CLAIMS, VECTORS, EVENTS).margins([(0, 1), (0, 3)]) == other.margins([(last, last - 1), (last, last - 3)])


@pytest.mark.parametrize(
    ("cosine", "margin", "verdict"),
    [
        (0.6, None, Verdict.AGREE),
        (0.6, SURELY, Verdict.AGREE),
        (0.6, SURELY - 0.01, Verdict.UNCLEAR),
        (SAME_WORDS, SURELY - 0.01, Verdict.AGREE),
    ],
)
def test_close_words_agree_only_where_one_matter_is_likely(cosine: float, margin: float | None, verdict: Verdict) -> None:
    """What is no closer than other matters of its story is unclear; almost the same words agree wherever they stand."""
    left, right = (says("the bridge fell", "other", document, lemmas=("bridge", "fall")) for document in ("d1", "d2"))
    (judged,) = RuleJudge().judge([Pair(left, right, cosine, margin=margin)])
    assert judged.verdict is verdict
