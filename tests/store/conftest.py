"""Every test of the store runs on both databases: a SQLite file, and a real PostgreSQL server."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import postgres
import pytest
from sqlalchemy import create_engine, text

from factcheck.store import Project, Store, open_store

NUMBERS = count()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server, as a URL with {name} where a database's name stands."""
    with postgres.server() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty store may be: a file that is not there yet, or the URL of a new database."""
    if request.param == "sqlite":
        yield str(tmp_path / "store.db")
        return
    url, name = request.getfixturevalue("server"), f"store_{next(NUMBERS)}"
    administrator = create_engine(
        url.format(name="postgres").replace("postgresql:", "postgresql+psycopg:"), isolation_level="AUTOCOMMIT"
    )
    with administrator.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield url.format(name=name)
    with administrator.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    administrator.dispose()


@pytest.fixture
def store(place: str) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(place)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def project(store: Store) -> Project:
    """An empty project."""
    return store.create("Ferry fire")
