"""Claims in words: features against the rest of the event, and weights that say what each adds."""

from __future__ import annotations

import math

import numpy as np
import pytest
from fakes import FakeEncoder
from handmade import says
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Claim
from factcheck.aligning.alignment import same_fact, why_together
from factcheck.aligning.clustering import clusters
from factcheck.aligning.likeness import (
    BLOCK,
    Crowd,
    Likeness,
    Weights,
    centred,
    packaged_weights,
    pair_likeness,
    rarity,
)
from factcheck.aligning.stories import MOST, UNKNOWN, Stories

TEXTS = [("d1", "the bridge fell"), ("d2", "the bridge fell in the night"), ("d2", "a bridge was closed"), ("d3", "rain is due")]


def told() -> tuple[list[Claim], np.ndarray]:
    """Four claims of three documents, with words as vectors."""
    claims = [says(text, document=key, start=100 * n) for n, (key, text) in enumerate(TEXTS)]
    return claims, FakeEncoder().encode([c.standalone for c in claims])


def likeness(claims: list[Claim], vectors: np.ndarray, rare: dict[str, float], stories: Stories = UNKNOWN) -> Likeness:
    """The features of all pairs of some claims."""
    every = np.arange(len(claims))
    return Crowd(claims, vectors, rare, stories).likeness(every, every)


def test_features_are_symmetric_and_ignore_the_order() -> None:
    """Each feature of (a, b) is that of (b, a), whatever stands where in the input."""
    claims, vectors = told()
    found = likeness(claims, centred(claims, vectors), rarity(claims))
    turned = likeness(claims[::-1], centred(claims[::-1], vectors[::-1]), rarity(claims[::-1]))
    for name in ("cosine", "rare_words", "story"):
        one, two = getattr(found, name), getattr(turned, name)
        assert np.allclose(one, one.T)
        assert np.allclose(one, two[::-1, ::-1], atol=2e-3)


def test_articles_of_one_story_speak_for_one_matter() -> None:
    """Two claims of articles that are more alike than is usual are likelier of one matter, of less alike ones less likely."""
    claims, vectors = told()
    alike = Stories({"d1": 0, "d2": 1, "d3": 2}, np.array([[1.0, 0.58, 0.3], [0.58, 1.0, 0.95], [0.3, 0.95, 1.0]]))
    story = likeness(claims, vectors, rarity(claims), alike).story
    assert story[0, 1] == story[0, 2] == pytest.approx(0.08)
    assert story[0, 3] == pytest.approx(-0.2)
    assert story[1, 3] == MOST  # what reprints share, their words tell already
    assert story[1, 2] == MOST  # of one article
    assert likeness(claims, vectors, rarity(claims)).story[0, 1] == 0.0  # of articles of which nothing is known


def test_a_word_of_every_sentence_is_no_sign() -> None:
    """A word that all sentences hold weighs next to nothing, one that a single sentence holds weighs most."""
    claims, _ = told()
    weight = rarity(claims)
    assert weight["the"] < weight["night"]
    assert weight["rain"] == max(weight.values())


def test_what_all_claims_share_is_taken_out() -> None:
    """Centring lowers the cosine of claims that are alike only in what the whole event shares; lengths stay one."""
    claims = [says(f"the fire {word}", document=f"d{n}") for n, word in enumerate(f"w{n}" for n in range(40))]
    vectors = FakeEncoder(512).encode([c.standalone for c in claims])
    moved = centred(claims, vectors)
    assert np.allclose(np.linalg.norm(moved, axis=1), 1, atol=1e-5)
    before, after = (float((v @ v.T)[np.triu_indices(40, 1)].mean()) for v in (vectors, moved))
    assert after < before / 2


def test_parts_add_up() -> None:
    """What is shown for a pair is what its probability is made of."""
    one, two = says("the bridge fell"), says("the bridge fell at night", document="d2")
    odds = sum(part.value for part in why_together(one, two, 0.7))
    assert same_fact(one, two, 0.7) == pytest.approx(1 / (1 + math.exp(-odds)))
    weights = packaged_weights()
    assert odds == pytest.approx(float(weights.log_odds(pair_likeness(one, two, 0.7))[0, 0]))


def test_more_alike_is_more_likely() -> None:
    """The packaged weights go the way that their names say."""
    weights = packaged_weights()
    assert weights.cosine > 0
    assert weights.rare_words > 0
    assert weights.story > 0


def test_no_pair_below_the_cosine_needed_reaches_the_odds() -> None:
    """The bound that keeps the work small loses nothing."""
    weights = Weights(-2.0, 3.0, 1.0, 5.0)
    needed = weights.cosine_needed(-1.0)
    assert needed == pytest.approx(-MOST * 5 / 3)
    best = weights.intercept + weights.cosine * (needed - 0.01) + weights.rare_words + weights.story * MOST
    assert best < -1.0


def test_clusters_by_hand() -> None:
    """Mean link: c joins {a, b} only while the mean of its two scores stays above the threshold, and never what is apart."""
    scores = np.array([[1.0, 0.9, 0.5], [0.9, 1.0, 0.3], [0.5, 0.3, 1.0]])
    assert clusters([7, 8, 9], scores, 0.39, -9.0) == [[7, 8, 9]]
    assert sorted(map(sorted, clusters([7, 8, 9], scores, 0.41, -9.0))) == [[7, 8], [9]]
    scores[0, 2] = scores[2, 0] = -9.0
    assert sorted(map(sorted, clusters([7, 8, 9], scores, 0.0, -9.0))) == [[7, 8], [9]]


def test_rarity_is_the_log_of_how_few_sentences_hold_a_word() -> None:
    """Over n sentences a word of one weighs log((n + 1) / 1.5), a word of all of them next to nothing, and never less than it."""
    claims = [says(f"fire w{n}", document=f"d{n}") for n in range(50)]
    weight = rarity(claims)
    assert weight["w7"] == pytest.approx(math.log(51 / 1.5))
    assert 0 <= weight["fire"] == pytest.approx(math.log(51 / 50.5))


@pytest.mark.parametrize("log_odds", [-3.0, -1.25, 0.0, 2.0])
def test_no_pair_below_the_cosine_needed_reaches_the_log_odds(log_odds: float) -> None:
    """At that cosine a pair whose rare words are all common, of one story, just reaches them; nothing else makes up for it."""
    for weights in (packaged_weights(), Weights(-2.0, 3.0, -1.0, -0.5), Weights(-2.0, 3.0, 1.5, 2.0)):
        needed = weights.cosine_needed(log_odds)
        shares, story = np.meshgrid(np.linspace(0, 1, 11), np.linspace(-0.5, MOST, 7))
        story[0] = 0.0
        below = Likeness(np.full(shares.shape, needed - 0.01), shares, np.where(weights.story < 0, 0.0, story))
        assert (weights.log_odds(below) < log_odds).all()
        at = Likeness(np.full(shares.shape, needed), shares, np.where(weights.story < 0, 0.0, story))
        assert weights.log_odds(at).max() == pytest.approx(log_odds)


WORDS = st.lists(st.sampled_from(["fire", "mill", "rain", "night", "bridge"]), max_size=4, unique=True)


@given(st.lists(st.tuples(st.sampled_from("abc"), WORDS), min_size=1, max_size=7), st.integers(0, 2**32 - 1))
def test_features_are_those_of_the_definition(claims_of: list[tuple[str, list[str]]], seed: int) -> None:
    """Common words by weight over all words of the pair, nothing for a pair without any."""
    claims = [says(f"claim {n}", document=key, start=100 * n, lemmas=tuple(words)) for n, (key, words) in enumerate(claims_of)]
    vectors = np.random.default_rng(seed).normal(size=(len(claims), 6)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    weight = {"fire": 0.5, "mill": 2.0, "rain": 1.0, "night": 0.0}  # "bridge" is not known
    found = likeness(claims, vectors, weight)
    for a, one in enumerate(claims):
        for b, two in enumerate(claims):
            both, either = (
                sum(weight.get(word, 0.0) for word in words)
                for words in (set(one.lemmas) & set(two.lemmas), set(one.lemmas) | set(two.lemmas))
            )
            assert found.rare_words[a, b] == pytest.approx(both / either if either else 0.0)


@pytest.mark.parametrize(("claims_of", "documents"), [(12, 5), (2 * BLOCK, 9), (BLOCK + 50, 1)])
def test_near_pairs_are_those_of_all_that_reach_the_odds(claims_of: int, documents: int) -> None:
    """Each pair once, with the log-odds that it has among all pairs; in few documents, in many, and in one alone."""
    rng = np.random.default_rng(claims_of)
    words = ["fire", "mill", "rain", "night", "bridge"]
    claims = [
        says(f"claim {n}", document=f"d{rng.integers(documents)}", lemmas=tuple(w for w in words if rng.random() < 0.3))
        for n in range(claims_of)
    ]
    vectors = rng.normal(size=(claims_of, 6)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rare, weights = rarity(claims), packaged_weights()
    odds = weights.log_odds(likeness(claims, vectors, rare))
    found = {
        (min(one, two), max(one, two)): value
        for some in Crowd(claims, vectors, rare).near(weights, -1.0)
        for one, two, value in zip(*(part.tolist() for part in some), strict=True)
    }
    assert found.keys() == {(i, j) for i, j in zip(*np.triu_indices(claims_of, 1), strict=True) if odds[i, j] >= -1.0}
    assert all(value == pytest.approx(odds[pair]) for pair, value in found.items())


def test_a_pair_alone_counts_its_words_alike() -> None:
    """One common word of one is all of them, one of three a third, and claims without words share none."""
    rain, three, none = (says("x", lemmas=words) for words in (("rain",), ("rain", "fire", "mill"), ()))
    assert [float(pair_likeness(*pair, 0.5).rare_words[0, 0]) for pair in ((rain, rain), (rain, three), (none, none))] == [
        1.0,
        pytest.approx(1 / 3),
        0.0,
    ]
