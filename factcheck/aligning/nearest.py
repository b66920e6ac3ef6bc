"""Average-link clusters of many members, from their near pairs: the same groups as `clustering.clusters` finds in all of them.

In a large event nearly all pairs of claims are far apart. Of two groups the near pairs are known by their scores, and all
others lie below a floor; so their mean score has a bound, and only groups that by this bound are to be joined next have all
their pairs scored. Time and memory grow with the near pairs, not with the square of the event.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence
from math import inf

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]
Between = Callable[[Sequence[int], Sequence[int]], Scores]

_DIGITS = 9  # sums of the same scores in another order differ in their last bits, which shall not decide what is joined first
_NOTHING = (0.0, 0)


def near_clusters(
    size: int, near: Iterable[tuple[int, int, float]], between: Between, floor: float, threshold: float, apart: float
) -> list[list[int]]:
    """Groups of the members 0 to `size` - 1 whose mean pair score is at least the threshold, none with a pair of `apart` or less.

    `near` has, once and with its score, each pair of a score of at least `floor`, which is at most the threshold; `between`
    scores all pairs of two groups, shape (n, m).
    """
    groups = [[member] for member in range(size)]
    known: list[dict[int, tuple[float, int]]] = [{} for _ in range(size)]  # sum and number of the scores known of two groups
    waiting: list[tuple[float, int, int, tuple[float, int]]] = []

    def bound(one: int, two: int, total: float, count: int) -> float:
        pairs = len(groups[one]) * len(groups[two])
        return round((total + (pairs - count) * floor) / pairs, _DIGITS)

    def put(one: int, two: int, sums: tuple[float, int]) -> None:
        known[one][two] = known[two][one] = sums
        if (highest := bound(one, two, *sums)) >= threshold:
            heapq.heappush(waiting, (-highest, min(one, two), max(one, two), sums))

    for one, two, score in near:
        put(one, two, (score, 1))
    while waiting:
        _, one, two, sums = heapq.heappop(waiting)
        if known[one].get(two) is not sums:
            continue
        if sums[1] < len(groups[one]) * len(groups[two]):
            scores = between(groups[one], groups[two])
            put(one, two, (-inf if (scores <= apart).any() else float(scores.sum()), scores.size))
            continue
        groups[one] += groups[two]
        groups[two] = []
        mine, theirs = known[one], known[two]
        del mine[two], theirs[one]
        known[two] = {}
        for other in theirs:
            del known[other][two]
        for other in mine.keys() | theirs.keys():
            (total, count), (more, further) = mine.get(other, _NOTHING), theirs.get(other, _NOTHING)
            put(one, other, (total + more, count + further))
    return [group for group in groups if group]
