"""Stories: how alike two documents are, held against the plain definition."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from handmade import says
from hypothesis import given
from hypothesis import strategies as st

from factcheck.aligning.stories import HALF_KNOWN, MOST, TYPICAL, Stories, stories

LEMMAS = st.lists(st.sampled_from(["fire", "mill", "rain", "night", "bridge", "mayor"]), min_size=1, max_size=5)


def cosine(one: dict[str, float], two: dict[str, float]) -> float:
    """Of two sparse vectors; 0 where one has no length."""
    lengths = [math.sqrt(sum(value**2 for value in vector.values())) for vector in (one, two)]
    return sum(value * two.get(key, 0.0) for key, value in one.items()) / math.prod(lengths) if all(lengths) else 0.0


@given(st.lists(st.tuples(st.sampled_from("abc"), LEMMAS), min_size=1, max_size=8), st.integers(0, 2**32 - 1))
def test_likeness_is_the_mean_of_two_cosines(told: list[tuple[str, list[str]]], seed: int) -> None:
    """That of the mean vectors of the claims, and that of the words, each weighted by (1 + log count) times the log of how
    few documents hold it (smoothed) plus one, as in scikit-learn's TfidfVectorizer; a document without claims is like none.
    The fewer clauses a document has, the less its likeness can be relied on, so the more it is raised.
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

    def relied_on(key: str) -> float:
        clauses = max(1, sum(of == key for of, _ in told))
        return clauses / (clauses + HALF_KNOWN) * (TYPICAL + HALF_KNOWN) / TYPICAL

    for a, one in enumerate(documents):
        for b, two in enumerate(documents):
            plain = (cosine(means[one], means[two]) + cosine(words[one], words[two])) / 2
            assert found[a, b] == pytest.approx(min(plain / math.sqrt(relied_on(one) * relied_on(two)), 1.0), abs=2e-4)


def test_closeness_is_what_goes_beyond_an_event() -> None:
    """In the order that is asked for; a document is most like itself, and nothing is known of strangers."""
    alike = Stories({"a": 0, "b": 1}, np.array([[1.0, 0.2], [0.2, 1.0]]))
    assert alike.closeness(["b", "x", "a"]) == pytest.approx(np.array([[MOST, 0, -0.3], [0, MOST, 0], [-0.3, 0, MOST]]))
