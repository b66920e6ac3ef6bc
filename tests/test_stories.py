"""Stories: how alike two documents are, held against the plain definition."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from handmade import says
from hypothesis import given
from hypothesis import strategies as st

from factcheck.aligning.stories import HALF_KNOWN, MOST, TYPICAL, USUAL_STORY, Stories, stories

LEMMAS = st.lists(st.sampled_from(["fire", "mill", "rain", "night", "bridge", "mayor"]), min_size=1, max_size=5)


def cosine(one: dict[str, float], two: dict[str, float]) -> float:
    """Of two sparse vectors; 0 where one has no length."""
    lengths = [math.sqrt(sum(value**2 for value in vector.values())) for vector in (one, two)]
    return sum(value * two.get(key, 0.0) for key, value in one.items()) / math.prod(lengths) if all(lengths) else 0.0


@given(st.lists(st.tuples(st.sampled_from("abc"), LEMMAS), min_size=1, max_size=8), st.integers(0, 2**32 - 1))
def test_likeness_is_the_mean_of_two_cosines(told: list[tuple[str, list[str]]], seed: int) -> None:
    """That of the mean vectors of the claims, and that of the words, each weighted by (1 + log count) times the log of how
    few documents hold it (smoothed) plus one, as in scikit-learn's TfidfVectorizer; a document without claims is like none.
    """
    claims = [says(f"claim {n}", document=key, start=100 * n, lemmas=tuple(words)) for n, (key, words) in enumerate(told)]
    vectors = np.random.default_rng(seed).normal(size=(len(claims), 5)).astype(np.float32)
    documents = ["a", "b", "c"]
    counts = {key: Counter(word for of, words in told if of == key for word in words) for key in documents}
    holding = Counter(word for count in counts.values() for word in count)
    words = {
        key: {w: (1 + math.log(n)) * (math.log(4 / (1 + holding[w])) + 1) for w, n in count.items()}
        for key, count in counts.items()
    }
    means = {
        key: {str(i): float(v) for i, v in enumerate(vectors[[n for n, c in enumerate(claims) if c.document == key]].sum(axis=0))}
        for key in documents
    }
    found = stories(documents, claims, vectors).likeness
    for a, one in enumerate(documents):
        for b, two in enumerate(documents):
            assert found[a, b] == pytest.approx((cosine(means[one], means[two]) + cosine(words[one], words[two])) / 2, abs=1e-4)


@pytest.mark.parametrize(("clauses", "closeness"), [(TYPICAL, -0.1), (1, 0.1), (4, -0.05)])
def test_short_texts_are_closer_than_they_look(clauses: int, closeness: float) -> None:
    """Of two texts of few clauses the likeness is divided by n / (n + 0.5), against that of an article of usual length."""
    alike = Stories({"a": 0, "b": 1}, np.array([[1.0, 0.4], [0.4, 1.0]]), np.array([clauses, clauses], dtype=float))
    relied = clauses / (clauses + HALF_KNOWN) / (TYPICAL / (TYPICAL + HALF_KNOWN))
    assert alike.closeness(["a", "b"])[0, 1] == pytest.approx(min(0.4 / relied - USUAL_STORY, MOST))
    assert alike.closeness(["a", "b"])[0, 1] == pytest.approx(closeness, abs=0.02)


def test_closeness_is_what_goes_beyond_an_event() -> None:
    """In the order that is asked for; a document is most like itself, and nothing is known of strangers."""
    alike = Stories({"a": 0, "b": 1}, np.array([[1.0, 0.2], [0.2, 1.0]]))
    assert alike.closeness(["b", "x", "a"]) == pytest.approx(np.array([[MOST, 0, -0.3], [0, MOST, 0], [-0.3, 0, MOST]]))
