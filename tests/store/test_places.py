"""Where a store can be and cannot: files, URLs, what is damaged, newer or somebody else's; each ends in one clear line."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from factcheck.store import StoreError, default_place, open_store
from factcheck.store.engines import VARIABLE, engine_for, in_words


def test_a_file_is_made_with_its_folder_for_this_user_alone(tmp_path: Path) -> None:
    """Articles under work are nobody else's business."""
    place = tmp_path / "data" / "store.db"
    open_store(str(place)).engine.dispose()
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700
    assert place.read_bytes()[18:20] == b"\x02\x02"  # write-ahead log (SQLite file format, 1.3)


def test_the_default_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file in the user's data folder, unless the environment names another place."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_place().endswith(os.path.join("factcheck-compare", "store.db"))
    monkeypatch.setenv(VARIABLE, str(tmp_path / "team.db"))
    open_store().engine.dispose()
    assert (tmp_path / "team.db").exists()


@pytest.mark.parametrize(
    ("url", "line"),
    [
        ("mysql://user:secret@db/news", "a store is a SQLite file or postgresql"),
        ("sqlite://", "a store is a SQLite file or postgresql"),
        ("postgresql://user:secret@db:port/news", "is no address of a database"),
    ],
)
def test_urls_that_are_no_store(url: str, line: str) -> None:
    """The line shows no password."""
    with pytest.raises(StoreError, match=line) as caught:
        engine_for(url)
    assert "secret" not in str(caught.value)


def test_a_server_that_does_not_answer() -> None:
    """One line, without the password."""
    with pytest.raises(StoreError, match="cannot be used") as caught:
        open_store("postgresql://ada:secret@127.0.0.1:9/news")
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    """Any other file is left as it is."""
    place = tmp_path / "notes.txt"
    place.write_text("Ask the port authority about the lorry. " * 100)
    before = place.read_bytes()
    with pytest.raises(StoreError, match=r"notes\.txt: is no store, or is damaged; restore it"):
        open_store(str(place))
    assert place.read_bytes() == before


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder in the file's place."""
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(str(tmp_path))


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A file in the folder's place."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be made"):
        open_store(str(tmp_path / "file" / "store.db"))


def test_a_database_of_another_program_is_left_alone(place: str) -> None:
    """Nothing of ours is put beside somebody's tables."""
    engine, _ = engine_for(place)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(StoreError, match="tables of another program"):
        open_store(place)
    assert inspect(engine).get_table_names() == ["recipes"]
    engine.dispose()


def test_a_store_of_a_newer_version_is_left_alone(place: str) -> None:
    """This version would not know what the newer one means."""
    store = open_store(place)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer version of factcheck-compare; update"):
        open_store(place)
    store.engine.dispose()


def test_a_run_that_a_newer_version_wrote_asks_for_another_run(place: str) -> None:
    """A stored report with values that this version does not know is no traceback."""
    project = open_store(place).create("News")
    with project.store.writing() as connection:
        connection.execute(
            text(
                "INSERT INTO runs (project, state, started, seen, version, host, pid, report)"
                " VALUES (:id, 'done', :at, :at, '9.9', 'h', 1, :report)"
            ),
            {"id": project.id, "at": "2024-05-15T12:00:00+00:00", "report": '{"facts": 3}'},
        )
    with pytest.raises(StoreError, match=r"made by version 9\.9.*run it again"):
        project.report()
    project.store.engine.dispose()


def test_a_busy_file_is_named_busy() -> None:
    """What SQLite says of a lock is worded for a person."""
    assert "is busy" in in_words(sqlite3.OperationalError("database is locked"))
    assert in_words(sqlite3.OperationalError("something\nelse")) == "cannot be used: something else"


def test_two_stores_in_one_process_are_two(tmp_path: Path) -> None:
    """A store is a value that one passes on, not a setting of the process."""
    one, two = open_store(str(tmp_path / "1.db")), open_store(str(tmp_path / "2.db"))
    one.create("Ferry fire")
    assert (one.names(), two.names()) == (("Ferry fire",), ())
    for store in (one, two):
        store.engine.dispose()
