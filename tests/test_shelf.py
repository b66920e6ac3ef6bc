"""The shelf: what is kept comes back whole or not at all, and never grows beyond its limit."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from factcheck.keeping.shelf import Shelf, key_of

KEYS = [key_of("f", str(n)) for n in range(1500)]


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    """Each value stands under its key, also for another process later; what was never kept is absent."""
    values = {key: bytes([n % 256]) * 9 for n, key in enumerate(KEYS)}
    Shelf(tmp_path / "new folder" / "s.sqlite").write(values)
    shelf = Shelf(tmp_path / "new folder" / "s.sqlite")
    assert shelf.read(KEYS) == values
    assert shelf.read([key_of("f", "other")]) == {}


def test_the_parts_of_a_key_stay_apart() -> None:
    """Two texts and one text of both have unlike keys, and a lone half of a surrogate pair is a text like others."""
    assert key_of("a", "b") != key_of("ab") != key_of("a\ud800")


def test_the_oldest_goes_where_there_is_too_much(tmp_path: Path) -> None:
    """A shelf holds about its limit at most; the last written values stay."""
    shelf = Shelf(tmp_path / "s.sqlite", limit=200_000)
    for at in range(0, len(KEYS), 100):
        shelf.write(dict.fromkeys(KEYS[at : at + 100], b"x" * 1000))
    found = shelf.read(KEYS)
    assert 50 < len(found) < 200
    assert set(KEYS[-50:]) <= set(found)
    assert (tmp_path / "s.sqlite").stat().st_size < 500_000


def test_what_is_used_stays(tmp_path: Path) -> None:
    """What was asked for today outlives what was not."""
    shelf = Shelf(tmp_path / "s.sqlite", limit=200_000)
    shelf.write(dict.fromkeys(KEYS[:100], b"x" * 1000))
    with sqlite3.connect(tmp_path / "s.sqlite") as store:
        store.execute("UPDATE kept SET day = 1")
    store.close()
    shelf.read(KEYS[:5])
    shelf.write(dict.fromkeys(KEYS[100:170], b"x" * 1000))
    assert set(KEYS[:5]) <= set(shelf.read(KEYS))
    assert KEYS[20] not in shelf.read(KEYS)


@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000], ids=["empty", "rubbish"])
def test_a_broken_file_is_left_aside(tmp_path: Path, content: bytes) -> None:
    """A file that is no shelf costs the kept values, never an error."""
    (tmp_path / "s.sqlite").write_bytes(content)
    shelf = Shelf(tmp_path / "s.sqlite")
    assert shelf.read(KEYS[:3]) == {}
    shelf.write({KEYS[0]: b"v"})


def test_a_damaged_value_is_left_out(tmp_path: Path) -> None:
    """A value that was changed or cut off is not given out."""
    shelf = Shelf(tmp_path / "s.sqlite")
    shelf.write({KEYS[0]: b"a value", KEYS[1]: b"another"})
    with sqlite3.connect(tmp_path / "s.sqlite") as store:
        store.execute("UPDATE kept SET value = substr(value, 1, 6) WHERE key = ?", (KEYS[0],))
    store.close()
    assert shelf.read(KEYS[:2]) == {KEYS[1]: b"another"}
