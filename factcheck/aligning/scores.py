"""Scores: what the cosine of the words and all slots of two claims of one facet add up to, of one pair or of all pairs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import combinations, combinations_with_replacement
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import lil_array

from claims.claim import Claim
from factcheck.aligning.slot import APART, Part, Slot
from factcheck.aligning.slots import SLOTS

BLOCK = 256  # rows of the scores worked out at once

Scores = NDArray[np.float64]


def slot_parts(one: Claim, two: Claim, cosine: float) -> tuple[Part, ...]:
    """The parts of the score of two claims of one facet; `cosine` is of their `standalone` words."""
    parts = [Part("cosine of the words", cosine)]
    for slot in SLOTS:
        part = _part(slot, one, two)
        if part is not None and part.value == APART:
            return (part,)
        parts += [part] if part is not None else []
    return tuple(parts)


def slot_scores(claims: Sequence[Claim], cosine: Scores) -> Scores:
    """The sums of the parts of all pairs of some claims of one facet, APART where one of them rules the pair out, shape (n, n).

    The cosines of their words are given likewise.
    """
    told = [slot for slot in SLOTS if sum(slot.read(claim) is not None for claim in claims) > 1]
    added = [_within_documents(slot, claims) if slot.in_one_document else _by_reading(slot, claims) for slot in told]
    scores = cosine.copy()
    for start in range(0, len(claims), BLOCK):
        rows = slice(start, start + BLOCK)
        apart = np.zeros(scores[rows].shape, dtype=np.bool_)
        for some in added:
            values = some(rows)
            apart |= values == APART
            scores[rows] += values
        scores[rows][apart] = APART
    return scores


def _part(slot: Slot[Any], one: Claim, two: Claim) -> Part | None:
    if slot.in_one_document and one.document != two.document:
        return None
    left, right = slot.read(one), slot.read(two)
    return None if left is None or right is None else slot.adds(left, right)


def _by_reading(slot: Slot[Any], claims: Sequence[Claim]) -> Callable[[slice], Scores]:
    """What a slot adds to the pairs of some rows and all claims, from a table of its readings."""
    numbers: dict[Hashable, int] = {None: 0}
    told = np.array([numbers.setdefault(slot.read(claim), len(numbers)) for claim in claims])
    table = np.zeros((len(numbers), len(numbers)))
    if slot.table is not None:
        table[1:, 1:] = slot.table(list(numbers)[1:])
    else:
        for (one, a), (two, b) in combinations_with_replacement(list(numbers.items())[1:], 2):
            if (part := slot.adds(one, two)) is not None:
                table[a, b] = table[b, a] = part.value
    return lambda rows: table[told[rows]][:, told]


def _within_documents(slot: Slot[Any], claims: Sequence[Claim]) -> Callable[[slice], Scores]:
    """What a slot adds to the pairs of some rows and all claims, from the pairs of each document."""
    documents: dict[str, list[int]] = {}
    for row, claim in enumerate(claims):
        documents.setdefault(claim.document, []).append(row)
    added = lil_array((len(claims), len(claims)))
    for some in documents.values():
        for a, b in combinations(some, 2):
            if (part := _part(slot, claims[a], claims[b])) is not None:
                added[a, b] = added[b, a] = part.value
    held = added.tocsr()
    return lambda rows: np.asarray(held[rows].toarray())
