"""How likely two claims in words are about one matter: a logistic model over three named features.

Articles on one event share their words, so a bare cosine joins what merely stands in one story. Each feature measures
likeness against what is common: the cosine after the event's common direction is taken out, the share of rare words, and how
much more alike the stories of the two articles are than those of an event usually are (stories.py).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from claims.claim import Claim
from factcheck.aligning.slot import Part
from factcheck.aligning.stories import MOST, UNKNOWN, Stories
from factcheck.aligning.wordings import clause_of
from factcheck.encoder import Vectors

# A mean of few claims says little about what an event's claims have in common: with this many claims half of it is taken out.
HALF_COMMON = 20

BLOCK = 256  # claims that are compared with all others at once

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Features of pairs of claims: each of shape (n, m) or (n,), or (1, 1) for one pair alone."""

    cosine: Matrix
    rare_words: Matrix
    story: Matrix


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature adds to the log-odds of one matter; set by `benchmarks.same_matter`."""

    intercept: float
    cosine: float
    rare_words: float
    story: float

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
        return (log_odds - self.intercept - max(self.rare_words, 0.0) - max(self.story, 0.0) * MOST) / self.cosine


_NAMES = {"cosine": "cosine of the words", "rare_words": "rare words in common", "story": "stories of the two articles"}


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


class Crowd:
    """The claims of one event, and the features of any pairs of them, worked out where they are wanted: of a large event all
    of them would fill the memory.
    """

    def __init__(self, claims: Sequence[Claim], vectors: Vectors, rare: Mapping[str, float], stories: Stories = UNKNOWN):
        """`vectors` has one `centred` vector a claim, shape (n, d); `rare` are the weights of words (`rarity`)."""
        self._vectors = vectors.astype(np.float64)
        self._weighted, self._held = _words(claims, rare)
        self._weight: Matrix = np.asarray(self._weighted.sum(axis=1), dtype=np.float64).reshape(-1)
        documents, self._document = np.unique([claim.document for claim in claims], return_inverse=True)
        self._closeness = stories.closeness(documents.tolist())

    def likeness(self, one: Rows, two: Rows) -> Likeness:
        """The features of each claim (row) of `one` with each of `two`, each of shape (n, m)."""
        story = self._closeness[self._document[one][:, None], self._document[two]]
        return Likeness(self._cosine(one, two), self._rare_words(one, two), story)

    def likeness_of_each(self, one: Rows, two: Rows) -> Likeness:
        """The features of each claim (row) of `one` with the same of `two`, each of shape (n,)."""
        cosine: Matrix = np.asarray(np.round(np.vecdot(self._vectors[one], self._vectors[two]), 3))
        common = np.asarray(self._weighted[one].multiply(self._held[two]).sum(axis=1)).reshape(-1)
        story = self._closeness[self._document[one], self._document[two]]
        return Likeness(cosine, self._share(common, self._weight[one] + self._weight[two]), story)

    def near(self, weights: Weights, log_odds: float) -> Iterator[tuple[Rows, Rows, Matrix]]:
        """The pairs (rows), each once, that reach these log-odds of one matter, and theirs; some claims at a time."""
        every = np.arange(len(self._document))
        for first in range(0, len(every), BLOCK):
            rows, rest = every[first : first + BLOCK], every[first:]
            odds = weights.log_odds(self.likeness(rows, rest))
            row, column = np.nonzero(np.triu(odds >= log_odds, 1))
            yield rows[row], rest[column], odds[row, column]

    def _cosine(self, one: Rows, two: Rows) -> Matrix:
        found: Matrix = np.round(self._vectors[one] @ self._vectors[two].T, 3)
        return found

    def _rare_words(self, one: Rows, two: Rows) -> Matrix:
        """Weight of the words in common over the weight of all words of a pair (weighted Jaccard index)."""
        common: Matrix = (self._weighted[one] @ self._held[two].T).toarray()
        return self._share(common, self._weight[one][:, None] + self._weight[two][None])

    @staticmethod
    def _share(common: Matrix, both: Matrix) -> Matrix:
        """What two have in common of all that one of them has."""
        union = both - common
        return np.divide(common, union, out=np.zeros_like(common), where=union > 0)


def pair_likeness(one: Claim, two: Claim, cosine: float) -> Likeness:
    """The features of two claims of which nothing around is known: all words are as rare, the articles alike as usual."""
    left, right = set(one.lemmas), set(two.lemmas)
    shared = len(left & right) / max(len(left | right), 1)
    return Likeness(np.array([[cosine]]), np.array([[shared]]), np.zeros((1, 1)))


def _words(claims: Sequence[Claim], rare: Mapping[str, float]) -> tuple[csr_array, csr_array]:
    """The words of each claim, shape (n, words): their weights, and ones."""
    column: dict[str, int] = {}
    rows, columns, weights = [], [], []
    for row, claim in enumerate(claims):
        for word in set(claim.lemmas):
            rows.append(row)
            columns.append(column.setdefault(word, len(column)))
            weights.append(rare.get(word, 0.0))
    held = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(claims), max(len(column), 1)))
    return csr_array((weights, (rows, columns)), shape=held.shape), held
