"""What is kept on disk between runs: bytes under a hash of what they were made from, in one SQLite file of limited size.

Nothing in it is ever executed or unpickled. A file that cannot be read or written costs time, never the result: it is left aside.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
import zlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

# 512 MiB hold the sentence vectors of some 8,000 articles or the claims of 60,000; what was not asked for longest goes first.
LIMIT = 1 << 29
_AFTER_PRUNING = 0.75  # of the limit is left, so that not every write has to prune

_KEYS_PER_QUERY = 500  # below SQLite's limit on variables in one statement
_WAIT = 5.0  # seconds for another process that writes
_DAY = 86_400
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, day INTEGER NOT NULL, value BLOB NOT NULL)"


def key_of(*parts: str) -> bytes:
    """The key of what is made from these texts alone."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()


class Shelf:
    """Bytes by key in a file; several processes may use it at once."""

    def __init__(self, path: Path, limit: int = LIMIT):
        """Keep at most about `limit` bytes at `path`, which need not exist yet."""
        self._path = path
        self._limit = limit

    def read(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under these keys; damaged values are left out."""
        found: dict[bytes, bytes] = {}
        try:
            if not self._path.exists():
                return found
            today, stale = int(time.time() // _DAY), []
            with closing(sqlite3.connect(self._path, timeout=_WAIT)) as store, store:
                for at in range(0, len(keys), _KEYS_PER_QUERY):
                    some = keys[at : at + _KEYS_PER_QUERY]
                    query = f"SELECT key, day, value FROM kept WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608
                    for key, day, sealed in store.execute(query, some):
                        if (value := _unsealed(sealed)) is not None:
                            found[key] = value
                            if day != today:
                                stale.append((today, key))
                store.executemany("UPDATE kept SET day = ? WHERE key = ?", stale)
        except (OSError, sqlite3.Error):
            return found
        return found

    def write(self, new: Mapping[bytes, bytes]) -> None:
        """Keep these values; the oldest ones go where there are too many."""
        today = int(time.time() // _DAY)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=_WAIT)) as store, store:
                store.execute(_TABLE)
                rows = [(key, today, _sealed(value)) for key, value in new.items()]
                store.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
                self._prune(store)
        except (OSError, sqlite3.Error):
            return

    def _prune(self, store: sqlite3.Connection) -> None:
        pages, free, size = (
            store.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        used = (pages - free) * size
        if used <= self._limit:
            return
        count = store.execute("SELECT count(*) FROM kept").fetchone()[0]
        many = int(count * (1 - _AFTER_PRUNING * self._limit / used)) + 1
        store.execute("DELETE FROM kept WHERE rowid IN (SELECT rowid FROM kept ORDER BY day, rowid LIMIT ?)", (many,))


def _sealed(value: bytes) -> bytes:
    """A value behind its checksum, so that a damaged file is noticed."""
    return zlib.crc32(value).to_bytes(4, "little") + value


def _unsealed(sealed: object) -> bytes | None:
    """The value that was sealed; None where it is damaged."""
    if not isinstance(sealed, bytes) or zlib.crc32(sealed[4:]).to_bytes(4, "little") != sealed[:4]:
        return None
    return sealed[4:]
