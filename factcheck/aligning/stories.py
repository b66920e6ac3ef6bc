"""How alike the stories are that documents tell: the direction of their claims and the words of content that they share.

The mean vector of a document's claims tells what it is about, its rare words (tf-idf: Spärck Jones 1972) tell which one of its
kind: two fires read alike, but not with the same street and names. The more two articles tell one story, the likelier are two of
their claims of one matter.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from claims.claim import Claim
from factcheck.aligning.wordings import clause_of
from factcheck.encoder import Vectors

# Articles on one event are about this alike (the median of each of nine groups lies between 0.42 and 0.57, alone and within a
# pile of 800 articles); what is less alike speaks against a common matter. Much more alike are reprints, whose claims say the
# same by their words: beyond MOST nothing is added.
USUAL_STORY = 0.5
MOST = 0.1

# Of a text of few clauses the likeness to others comes out too low: its few words are a poor sample of its story. So it is
# divided by how far such texts can be relied on, n / (n + HALF_KNOWN) of n clauses, measured against articles of TYPICAL
# clauses (correction for attenuation: Spearman 1904).
HALF_KNOWN = 0.5
TYPICAL = 30


@dataclass(frozen=True, slots=True)
class Stories:
    """How alike the stories of documents are: `row` of each document's id in `likeness`, shape (n, n)."""

    row: Mapping[str, int] = field(default_factory=dict)
    likeness: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 0)))

    def closeness(self, documents: Sequence[str]) -> NDArray[np.float64]:
        """By how much each two of the documents (ids) are more alike than is usual within an event, at most MOST, shape (n, n).

        MOST for a document with itself, 0 where nothing is known of one of two.
        """
        rows = [self.row[key] for key in documents if key in self.row]
        at = [n for n, key in enumerate(documents) if key in self.row]
        found = np.zeros((len(documents), len(documents)))
        found[np.ix_(at, at)] = np.minimum(self.likeness[np.ix_(rows, rows)] - USUAL_STORY, MOST)
        return np.where(np.array(documents)[:, None] == np.array(documents)[None], MOST, found)


UNKNOWN = Stories()


def stories(documents: Sequence[str], claims: Sequence[Claim], vectors: Vectors) -> Stories:
    """The likeness in [-0.5, 1] of each two documents (ids), in their order; 0 where a document has no claims.

    `vectors` has one unit vector a claim. The mean of two cosines, of the mean vectors and of the tf-idf weights, over how far
    the two texts can be relied on.
    """
    rows = {key: row for row, key in enumerate(documents)}
    means = np.zeros((len(documents), vectors.shape[1] if vectors.ndim == 2 else 0))
    for claim, vector in zip(claims, vectors, strict=True):
        means[rows[claim.document]] += vector
    held = _weighted_words(rows, claims)
    clauses = np.bincount([rows[document] for document, *_ in {clause_of(claim) for claim in claims}], minlength=len(rows))
    relied = np.sqrt(_relied_on(clauses) / _relied_on(np.array([TYPICAL])))
    likeness = (_cosines(means) + (held @ held.T).toarray()) / 2 / (relied[:, None] * relied)
    return Stories(rows, np.round(np.minimum(likeness, 1.0), 4))


def _relied_on(clauses: NDArray[np.intp]) -> NDArray[np.float64]:
    known: NDArray[np.float64] = np.maximum(clauses, 1) / (np.maximum(clauses, 1) + HALF_KNOWN)
    return known


def _cosines(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.where(length > 0, length, 1.0)
    found: NDArray[np.float64] = unit @ unit.T
    return found


def _weighted_words(rows: dict[str, int], claims: Sequence[Claim]) -> csr_array:
    """One row of unit length a document: log of a lemma's count times log of how few documents hold it."""
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    for (document, *_), lemmas in {clause_of(claim): claim.lemmas for claim in claims}.items():
        counts[rows[document]].update(lemmas)
    holding = Counter(word for words in counts.values() for word in words)
    column = {word: number for number, word in enumerate(sorted(holding))}
    weights = np.zeros(0)
    at: tuple[list[int], list[int]] = ([], [])
    for row, words in sorted(counts.items()):
        terms = sorted(words)
        weight = np.array([(1 + np.log(words[w])) * (np.log((1 + len(rows)) / (1 + holding[w])) + 1) for w in terms])
        weights = np.concatenate([weights, weight / max(float(np.linalg.norm(weight)), 1e-9)])
        at[0].extend([row] * len(terms))
        at[1].extend(column[w] for w in terms)
    return csr_array((weights, at), shape=(len(rows), max(len(column), 1)))
