"""Clusters and links: the plain definitions, against which the quick ways are held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from factcheck.aligning.clustering import BLOCK, clusters, components, labelled, linked
from factcheck.aligning.nearest import near_clusters

APART = -1.0
SEEDS = st.integers(0, 2**32 - 1)
Partition = set[frozenset[int]]


def scored(size: int, seed: int, forbidden: float) -> NDArray[np.float64]:
    """Symmetric scores of pairs, all unlike, a share of them ruled out."""
    rng = np.random.default_rng(seed)
    half = np.triu(np.where(rng.random((size, size)) < forbidden, APART, rng.random((size, size))), 1)
    return half + half.T + np.eye(size)


def by_definition(scores: NDArray[np.float64], threshold: float) -> Partition:
    """Join the two groups of the highest mean score, unless a pair of theirs is ruled out, until that is below the threshold."""
    groups = [frozenset([n]) for n in range(len(scores))]
    while True:
        means = {
            (one, two): np.mean([scores[i, j] for i in one for j in two])
            for one, two in combinations(groups, 2)
            if all(scores[i, j] > APART for i in one for j in two)
        }
        if not means or max(means.values()) < threshold:
            return set(groups)
        one, two = max(means, key=lambda pair: means[pair])
        groups = [group for group in groups if group not in (one, two)] + [one | two]


@given(st.integers(1, 9), SEEDS, st.sampled_from([0.0, 0.15, 0.5]), st.sampled_from([0.2, 0.45, 0.6]))
def test_clusters_are_those_of_the_definition(size: int, seed: int, forbidden: float, threshold: float) -> None:
    """Average link with pairs that must stay apart, by either of the two ways: groups by mean score, no more, no fewer."""
    scores = scored(size, seed, forbidden)
    found = clusters(list(range(size)), scores, threshold, APART)
    assert {frozenset(group) for group in found} == by_definition(scores, threshold)
    assert sorted(member for group in found for member in group) == list(range(size))


@given(st.integers(2, 9), SEEDS, st.sampled_from([0.0, 0.3]))
def test_clusters_do_not_depend_on_the_order(size: int, seed: int, forbidden: float) -> None:
    """Members named otherwise and in another order fall into the same groups; the scores are left as they were."""
    scores = scored(size, seed, forbidden)
    order = np.random.default_rng(seed).permutation(size)
    before = scores.copy()
    one = {frozenset(group) for group in clusters(list(range(size)), scores, 0.45, APART)}
    two = {frozenset(group) for group in clusters(order.tolist(), scores[np.ix_(order, order)], 0.45, APART)}
    assert one == two
    assert (scores == before).all()


@given(
    st.integers(1, 12),
    SEEDS,
    st.sampled_from([0.0, 0.15, 0.5]),
    st.sampled_from([0.2, 0.45, 0.6]),
    st.sampled_from([0, 0.1, 0.3]),
)
def test_near_pairs_are_enough(size: int, seed: int, forbidden: float, threshold: float, margin: float) -> None:
    """The groups are those of the definition, however far below the threshold a pair may lie that is given with its score."""
    scores = scored(size, seed, forbidden)
    floor = threshold - margin

    def near() -> Iterator[tuple[int, int, float]]:
        for one, two in combinations(range(size), 2):
            if scores[one, two] >= floor:
                yield one, two, float(scores[one, two])

    def between(one: Sequence[int], two: Sequence[int]) -> NDArray[np.float64]:
        return scores[np.ix_(one, two)]

    found = near_clusters(size, near(), between, floor, threshold, APART)
    assert {frozenset(group) for group in found} == by_definition(scores, threshold)
    assert sorted(member for group in found for member in group) == list(range(size))


def test_a_pair_at_the_very_bound_stays_apart() -> None:
    """A score of `apart` rules a pair out, however low the threshold; one just above it does not."""
    for score, groups in ((APART, 2), (APART + 0.01, 1)):
        assert len(clusters([0, 1], np.array([[1.0, score], [score, 1.0]]), APART - 1, APART)) == groups


def test_a_mean_at_the_very_threshold_joins() -> None:
    """The threshold itself is enough, with a pair that is ruled out elsewhere and without."""
    scores = np.array([[1.0, 0.5, APART], [0.5, 1.0, 0.1], [APART, 0.1, 1.0]])
    assert {frozenset(g) for g in clusters([0, 1, 2], scores, 0.5, APART)} == {frozenset({0, 1}), frozenset({2})}
    assert len(clusters([0, 1], scores[:2, :2], 0.5, APART)) == 1


@given(st.integers(1, 9), st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=10))
def test_links_lead_to_the_smallest_key(size: int, pairs: list[tuple[int, int]]) -> None:
    """Keys that chains of pairs join have one root, the smallest of them; keys that none joins are their own."""
    pairs = [(one, two) for one, two in pairs if max(one, two) < size]
    found = linked(range(size), pairs)
    reach = {key: {key} for key in range(size)}
    for _ in range(size):
        for one, two in pairs:
            both = reach[one] | reach[two]
            for key in both:
                reach[key] = reach[key] | both
    assert found == {key: min(reach[key]) for key in range(size)}
    assert list(found) == list(range(size))
    one, two = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    assert labelled(size, one, two).tolist() == list(found.values())


def test_a_long_chain_in_any_order_is_one() -> None:
    """Links that are told in no order lead from one end of a chain to the other, and not into another chain."""
    order = np.random.default_rng(0).permutation(1_000)
    links = np.random.default_rng(1).permutation(998)
    links = links[links != 499]  # between the two halves
    labels = labelled(1_000, order[links], order[links + 1])
    assert labels[order[:500]].tolist() == [order[:500].min()] * 500
    assert set(labels[order[500:999]].tolist()) == {order[500:999].min()}


@pytest.mark.parametrize(("cosine", "wanted"), [(0.9, {(4,), (5, 6), (7,)}), (0.6, {(4, 5, 6), (7,)}), (-1.0, {(4, 5, 6, 7)})])
def test_components_are_chains_of_near_vectors(cosine: float, wanted: set[tuple[int, ...]]) -> None:
    """Members reach each other over others that lie near enough, and keep their names."""
    angles = np.radians([0, 45, 65, 180])
    vectors = np.zeros((8, 2), dtype=np.float32)
    vectors[4:] = np.stack((np.cos(angles), np.sin(angles)), axis=1)
    assert {tuple(part) for part in components([4, 5, 6, 7], vectors, cosine)} == wanted


def test_components_of_more_members_than_a_block_holds() -> None:
    """Rows of one block reach those of all others: three bundles of vectors, mixed, stay three components."""
    rng = np.random.default_rng(0)
    bundle = rng.integers(0, 3, 2 * BLOCK + 7)
    vectors = (np.eye(3)[bundle] + rng.normal(scale=0.01, size=(len(bundle), 3))).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    found = components(range(len(bundle)), vectors, 0.9)
    assert sorted(found) == sorted(np.flatnonzero(bundle == number).tolist() for number in range(3))
