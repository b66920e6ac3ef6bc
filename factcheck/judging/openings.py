"""Openings: whether two articles begin with one thing. A headline and the sentences under it tell an article's main happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.claim import Claim
from factcheck.encoder import Vectors
from factcheck.judging.occasions import LEAD


class Openings:
    """The first claims of each document, to be compared with those of another."""

    def __init__(self, claims: Sequence[Claim], vectors: Vectors):
        """`vectors` has one unit vector a claim, shape (n, d)."""
        self._vectors = vectors
        self._rows: dict[str, list[int]] = defaultdict(list)
        for row, claim in enumerate(claims):
            if claim.start <= LEAD:
                self._rows[claim.document].append(row)
        self._known: dict[tuple[str, str], float] = {}

    def likeness(self, one: str, two: str) -> float:
        """How alike two documents (ids) begin: the mean cosine of each claim with the closest of the other; 0 without claims."""
        pair = (min(one, two), max(one, two))
        if pair not in self._known:
            self._known[pair] = self._compared(*pair)
        return self._known[pair]

    def _compared(self, one: str, two: str) -> float:
        left, right = self._rows.get(one), self._rows.get(two)
        if not left or not right:
            return 0.0
        cosines = self._vectors[left] @ self._vectors[right].T
        mine, theirs = cosines.max(axis=1), cosines.max(axis=0)
        return round(float(mine.sum() / len(mine) + theirs.sum() / len(theirs)) / 2, 3)
