"""What a reader said of pairs, kept between runs: reading is the dearest step of a comparison."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from factcheck.judging.nli import LABELS, Probabilities, Reader
from factcheck.keeping.shelf import Shelf, key_of


class KeptReader:
    """A reader that asks another one only for pairs that it has not seen, in this run or an earlier one."""

    def __init__(self, reader: Reader, fingerprint: str, shelf: Shelf):
        """Ask `reader`, whose weights and code have this fingerprint (no others are mixed in)."""
        self._reader = reader
        self._fingerprint = fingerprint
        self._shelf = shelf

    def read(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        """What the second text of each pair is to the first, shape (n, 3)."""
        if not pairs:
            return np.zeros((0, len(LABELS)), dtype=np.float32)
        keys = [key_of(self._fingerprint, *pair) for pair in pairs]
        known = {key: row for key, data in self._shelf.read(sorted(set(keys))).items() if (row := _row(data)) is not None}
        missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in known}
        if missing:
            fresh = self._reader.read(list(missing.values()))
            known |= zip(missing, fresh, strict=True)
            self._shelf.write({key: known[key].tobytes() for key in missing})
        return np.stack([known[key] for key in keys])


def _row(data: bytes) -> Probabilities | None:
    row = np.frombuffer(data, dtype=np.float32) if len(data) == 4 * len(LABELS) else None
    return row if row is not None and bool(np.isfinite(row).all()) else None
