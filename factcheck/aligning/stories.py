"""How alike the stories are that documents tell: the direction of their claims and the words of content that they share.

The mean vector of a document's claims tells what it is about, its rare words (tf-idf: Spärck Jones 1972) tell which one of its
kind: two fires read alike, but not with the same street and names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from claims.claim import Claim
from factcheck.aligning.wordings import clause_of
from factcheck.encoder import Vectors


def story_likeness(documents: Sequence[str], claims: Sequence[Claim], vectors: Vectors) -> NDArray[np.float64]:
    """Likeness in [-0.5, 1] of each two documents (ids), shape (n, n); 0 where a document has no claims.

    `vectors` has one unit vector a claim. The mean of two cosines: of the mean vectors and of the tf-idf weights.
    """
    rows = {key: row for row, key in enumerate(documents)}
    means = np.zeros((len(documents), vectors.shape[1] if vectors.ndim == 2 else 0))
    for claim, vector in zip(claims, vectors, strict=True):
        means[rows[claim.document]] += vector
    held = _weighted_words(rows, claims)
    found: NDArray[np.float64] = (_cosines(means) + (held @ held.T).toarray()) / 2
    return np.round(found, 4)


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
