"""Fakes for the two seams: an encoder that needs no model, and a judge whose verdict is given."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from factcheck.encoder import Vectors
from factcheck.judgement import Code, Judgement
from factcheck.judges import Pair

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


class DeafEncoder:
    """An encoder that must not be asked."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Never a vector."""
        raise AssertionError(f"asked for {list(texts)!r}, which the cache holds")
