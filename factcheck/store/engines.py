"""Opening a database: one SQLite file (WAL), or PostgreSQL by URL; and its errors as one clear line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

VARIABLE = "FACTCHECK_DB"  # names the store where no --db does
WAIT = 30  # seconds for which a writer waits for another one: far longer than any transaction of ours takes

# What a database says in part -> what a person can do about it.
_SAID = {
    "database is locked": "is busy: another process has been writing to it for long; try again",
    "readonly": "cannot be written; give yourself the right to write to it, or name another store",
    "disk is full": "has no room: the disk is full; make room and try again; what was stored before is safe",
    "no space left": "has no room: the disk is full; make room and try again; what was stored before is safe",
    "disk i/o error": "has no room, or its disk fails; make room and try again; what was stored before is safe",
    "not a database": "is no store, or is damaged; restore it from a copy, or name another one",
    "malformed": "is damaged; restore it from a copy, or name another one",
    "unable to open": "cannot be opened; check its folder and your rights there",
}


class StoreError(Exception):
    """The store cannot do what was asked; the message is the one line that a person sees."""


def default_place() -> str:
    """Where the store is when nobody says: the file or URL in FACTCHECK_DB, else a file in the user's data folder."""
    return os.environ.get(VARIABLE) or str(user_data_path("factcheck-compare", appauthor=False) / "store.db")


def engine_for(place: str) -> tuple[Engine, str]:
    """An engine for a file or a URL, and what to call it in messages (without a password). Nothing is read yet."""
    if "://" not in place:
        return _sqlite(Path(place).expanduser()), place
    try:
        url = make_url(place)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"{place.split('@')[-1]}: is no address of a database; write postgresql://user@host/name") from error
    name = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite" and url.database:
        return _sqlite(Path(url.database)), name
    if url.get_backend_name() != "postgresql":
        raise StoreError(f"{name}: a store is a SQLite file or postgresql://user@host/name")
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True), name
    except ImportError as error:
        raise StoreError(f"{name}: PostgreSQL needs psycopg; run: pip install 'factcheck-compare[postgres]'") from error


def _sqlite(path: Path) -> Engine:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():  # articles under work are nobody else's business
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError(f"{path}: cannot be made ({error.strerror}); name another store") from error
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # our own BEGIN, so that a transaction holds all that it says
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes the lock at once: one that read before it writes could not wait for another.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN")

    return engine


@contextmanager
def transaction(engine: Engine, name: str, *, write: bool = False) -> Iterator[Connection]:
    """One transaction: all of it is stored, or nothing. StoreError, with the store's name, where the database cannot."""
    try:
        with engine.connect().execution_options(write=write) as connection, connection.begin():
            yield connection
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(f"{name}: {in_words(error)}") from error


def in_words(error: BaseException) -> str:
    """A database's error as one line."""
    cause = getattr(error, "orig", None) or error
    said = " ".join(str(cause).split())
    known = next((line for part, line in _SAID.items() if part in said.lower()), "")
    return known or f"cannot be used: {said}"
