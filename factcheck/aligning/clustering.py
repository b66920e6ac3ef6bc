"""Groups: what pairs link, and average-link clusters over pair scores, with pairs that must stay apart.

Lance and Williams 1967, unweighted pair-group average: the two groups with the highest mean score are joined first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Key = TypeVar("Key", int, str)

BLOCK = 256  # rows of a similarity matrix held at once
DUST = 1e-3  # cosines are rounded to three digits before they are compared


def clusters(members: Sequence[int], scores: NDArray[np.float64], threshold: float, apart: float) -> list[list[int]]:
    """Groups of members whose mean pair score is at least the threshold, without two members that score `apart` or less.

    `scores` has shape (n, n) and is symmetric; the result does not depend on the order of members of unlike scores.
    """
    if len(members) == 1:
        return [list(members)]
    forbidden = scores <= apart
    groups = [[member] for member in members]
    mean = scores.copy()
    np.fill_diagonal(forbidden, True)
    mean[forbidden] = -np.inf
    size = np.ones(len(members))
    nearest = mean.argmax(axis=1)  # to each group, the first of several
    highest = mean[np.arange(len(members)), nearest]
    while highest.max() >= threshold:
        one = int(highest.argmax())
        two = int(nearest[one])
        joined = (size[one] * _finite(mean[one]) + size[two] * _finite(mean[two])) / (size[one] + size[two])
        either = forbidden[one] | forbidden[two]
        joined[either] = -np.inf
        mean[one], mean[:, one], mean[two], mean[:, two] = joined, joined, -np.inf, -np.inf
        forbidden[one], forbidden[:, one], forbidden[two], forbidden[:, two] = either, either, True, True
        size[one] += size[two]
        groups[one] += groups[two]
        groups[two] = []
        lost = ((nearest == one) | (nearest == two) | (joined > highest)) & (highest >= threshold)
        lost |= (joined == highest) & (highest >= threshold) & (nearest > one)
        moved = np.union1d([one, two], np.flatnonzero(lost))
        nearest[moved] = mean[moved].argmax(axis=1)
        highest[moved] = mean[moved, nearest[moved]]
    return [group for group in groups if group]


def _finite(row: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(np.isneginf(row), 0.0, row)


def linked(keys: Iterable[Key], pairs: Iterable[tuple[Key, Key]]) -> dict[Key, Key]:
    """Each key with the smallest key to which chains of pairs lead from it, in the order of the keys."""
    root = {key: key for key in keys}

    def find(key: Key) -> Key:
        while root[key] != key:
            key = root[key]
        return key

    for one, two in pairs:
        low, high = sorted((find(one), find(two)))
        root[high] = low
    return {key: find(key) for key in root}


def labelled(size: int, one: NDArray[np.intp], two: NDArray[np.intp]) -> NDArray[np.intp]:
    """As `linked`, of the numbers below `size` and very many pairs: the smallest number that is linked to each, shape (size,).

    What two linked numbers are linked to takes the smaller of both, and all follow it, until nothing changes.
    """
    label = np.arange(size, dtype=np.intp)
    while True:
        low = np.minimum(label[one], label[two])
        before = label.copy()
        for ends in (one, two):
            np.minimum.at(label, before[ends], low)
        while not np.array_equal(label, label[label]):
            label = label[label]
        if np.array_equal(label, before):
            return label


def components(members: Sequence[int], vectors: NDArray[np.float32], cosine: float) -> list[list[int]]:
    """Members that are linked by chains of at least this cosine of their unit vectors.

    A group with a high enough mean has one such pair at every join, so no group is ever torn apart by this; it keeps the
    quadratic work to what may belong together.
    """
    chosen = vectors[list(members)]
    labels = np.arange(len(members), dtype=np.intp)
    for start in range(0, len(members), BLOCK):
        row, column = np.nonzero(chosen[start : start + BLOCK] @ chosen[start:].T >= cosine - DUST)
        ends = (labels[row + start], labels[column + start])
        labels = labelled(len(members), *ends)[labels]
        if (labels == labels[0]).all():
            break
    parts: dict[int, list[int]] = defaultdict(list)
    for member, label in zip(members, labels, strict=True):
        parts[int(label)].append(member)
    return list(parts.values())
