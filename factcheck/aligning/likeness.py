"""How likely two claims in words are about one matter: a logistic model over three named features.

Articles on one event share their words, so a bare cosine joins what merely stands in one story. Each feature measures
likeness against the rest of the event: the cosine after the event's common direction is taken out, the share of rare words,
and how many other claims lie nearer (local scaling, as in CSLS: Conneau et al. 2018, "Word translation without parallel data").
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from claims.claim import Claim
from factcheck.aligning.slots import Part
from factcheck.aligning.wordings import clause_of
from factcheck.encoder import Vectors

# A mean of few claims says little about what an event's claims have in common: with this many claims half of it is taken out.
HALF_COMMON = 20

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Features of pairs of claims, each of shape (n, n), or (1, 1) for one pair alone."""

    cosine: Matrix
    rare_words: Matrix
    nearer: Matrix


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds of one matter; set by `benchmarks.same_matter`."""

    intercept: float
    cosine: float
    rare_words: float
    nearer: float

    def log_odds(self, likeness: Likeness) -> Matrix:
        """Log-odds of one matter for each pair, shape as the features'."""
        total = sum(getattr(self, field.name) * getattr(likeness, field.name) for field in fields(Likeness))
        return np.asarray(self.intercept + total)

    def parts(self, likeness: Likeness) -> tuple[Part, ...]:
        """What each feature adds, for one pair alone."""
        added = [(name, getattr(self, key) * float(getattr(likeness, key)[0, 0])) for key, name in _NAMES.items()]
        return (Part("before anything is known", self.intercept), *(Part(name, value) for name, value in added))

    def cosine_needed(self, log_odds: float) -> float:
        """The cosine below which no pair reaches these log-odds, whatever its other features."""
        return (log_odds - self.intercept - max(self.rare_words, 0.0)) / self.cosine


_NAMES = {"cosine": "cosine of the words", "rare_words": "rare words in common", "nearer": "claims that lie nearer"}


@cache
def packaged_weights() -> Weights:
    """The weights that the project ships."""
    return Weights(**json.loads(files("factcheck").joinpath("same_matter.json").read_text(encoding="utf-8"))["weights"])


def centred(claims: Sequence[Claim], vectors: Vectors) -> Vectors:
    """Unit vectors of the claims of one event without their common direction, shape (n, d); each clause counts once."""
    if not len(claims):
        return vectors
    one_each = {clause_of(claim): row for row, claim in enumerate(claims)}
    mean = vectors[sorted(one_each.values())].mean(axis=0) * (len(one_each) / (len(one_each) + HALF_COMMON))
    moved = vectors - mean
    length = np.linalg.norm(moved, axis=1, keepdims=True)
    found: Vectors = np.where(length > 0, moved / np.maximum(length, 1e-9), vectors).astype(np.float32)
    return found


def rarity(claims: Sequence[Claim]) -> dict[str, float]:
    """The weight of each word of content in one event: the log of how few of its sentences hold it (idf)."""
    sentences = {(claim.document, claim.context): claim.lemmas for claim in claims}
    seen = Counter(word for words in sentences.values() for word in set(words))
    return {word: max(0.0, float(np.log((len(sentences) + 1) / (times + 0.5)))) for word, times in seen.items()}


def likeness(claims: Sequence[Claim], vectors: Vectors, rare: dict[str, float]) -> Likeness:
    """The features of all pairs of some claims of one event, whose `centred` vectors and word weights are given."""
    chosen = vectors.astype(np.float64)
    cosine: Matrix = np.round(chosen @ chosen.T, 3)
    return Likeness(cosine, _rare_words(claims, rare), _nearer([claim.document for claim in claims], cosine))


def pair_likeness(one: Claim, two: Claim, cosine: float) -> Likeness:
    """The features of two claims of which nothing around is known: all words are as rare, and nothing lies nearer."""
    left, right = set(one.lemmas), set(two.lemmas)
    shared = len(left & right) / max(len(left | right), 1)
    return Likeness(np.array([[cosine]]), np.array([[shared]]), np.zeros((1, 1)))


def _rare_words(claims: Sequence[Claim], rare: dict[str, float]) -> Matrix:
    """Weight of the words in common over the weight of all words of a pair (weighted Jaccard index)."""
    column: dict[str, int] = {}
    rows, columns, weights = [], [], []
    for row, claim in enumerate(claims):
        for word in set(claim.lemmas):
            rows.append(row)
            columns.append(column.setdefault(word, len(column)))
            weights.append(rare.get(word, 0.0))
    held = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(claims), max(len(column), 1)))
    weighted = csr_array((weights, (rows, columns)), shape=held.shape)
    common: Matrix = (weighted @ held.T).toarray()
    own = common.diagonal()
    union = own[:, None] + own[None] - common
    return np.divide(common, union, out=np.zeros_like(common), where=union > 0)


def _nearer(documents: Sequence[str], cosine: Matrix) -> Matrix:
    """For each pair: log(1 + claims of the other's document that lie nearer than the other), summed over both sides."""
    nearer = np.zeros_like(cosine)
    rows: dict[str, list[int]] = {}
    for row, document in enumerate(documents):
        rows.setdefault(document, []).append(row)
    for members in rows.values():
        block = cosine[:, members]
        ascending = np.sort(block, axis=1)
        for row in range(len(block)):
            above = len(members) - np.searchsorted(ascending[row], block[row], side="right")
            nearer[row, members] = np.maximum(above - (row in members), 0) if row in members else above
    scaled = np.log1p(nearer)
    found: Matrix = scaled + scaled.T
    np.fill_diagonal(found, 0.0)
    return found
