"""Fakes for the seams: an encoder that needs no model, a judge whose verdict is given, a reader whose probabilities are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

import numpy as np

from factcheck.encoder import Vectors
from factcheck.judgement import Code, Judgement
from factcheck.judging.judges import Pair

_WORD = re.compile(r"\w+")


class FakeEncoder:
    """Texts with the same words have the same unit vector; each text that was asked for is kept in `asked`."""

    def __init__(self, size: int = 64):
        self.size = size
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text: each word is hashed to one direction, its sign too."""
        self.asked += texts
        vectors = np.zeros((len(texts), self.size), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in _WORD.findall(text.lower()):
                digest = hashlib.sha256(word.encode("utf-8", "surrogatepass")).digest()
                vectors[row, int.from_bytes(digest[:4]) % self.size] += 1 if digest[4] % 2 else -1
            length = float(np.linalg.norm(vectors[row]))
            vectors[row] = vectors[row] / length if length else np.eye(1, self.size)
        return vectors


class FakeJudge:
    """Gives every pair the same code."""

    def __init__(self, code: Code):
        self.code = code

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """One judgement a pair."""
        ids = [sorted((pair.left.id, pair.right.id)) for pair in pairs]
        return [Judgement(left, right, self.code, 1.0, "given") for left, right in ids]


class FakeReader:
    """Gives every pair the same probabilities, but those in `known` their own; what was asked is kept in `asked`."""

    def __init__(
        self,
        usual: tuple[float, float, float],
        known: Mapping[tuple[str, str], tuple[float, float, float]] | None = None,
    ):
        self.usual = usual
        self.known = dict(known or {})
        self.asked: list[tuple[str, str]] = []
        self.calls = 0

    def read(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """Contradiction, entailment, neutral: one row a pair."""
        self.asked += pairs
        self.calls += bool(pairs)
        rows = [self.known.get((left, right), self.usual) for left, right in pairs]
        return np.array(rows, dtype=np.float32).reshape(-1, 3)


class DeafEncoder:
    """An encoder that must not be asked."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Never a vector."""
        raise AssertionError(f"asked for {list(texts)!r}, which the cache holds")
