"""Migrations: from every earlier schema, with data in it, to this one; and the tables are those that the code names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import reports
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, MetaData, Table, insert

from claims.document import sha256
from factcheck.reviewing.review import Action, Review, of_fact
from factcheck.store import open_store
from factcheck.store.encoding import dumped
from factcheck.store.engines import engine_for, transaction
from factcheck.store.migrating import HEAD, upgrade
from factcheck.store.schema import metadata

REPORT = reports.small()
MOMENT = datetime(2024, 5, 15, 12, tzinfo=UTC).isoformat()
STEPS = ("0001", "0002")
"""Every schema that a store in use may have."""


def test_the_newest_step_is_the_one_that_the_code_knows() -> None:
    """The list of this test and the constant by which a store is known to be up to date name the same steps."""
    assert STEPS[-1] == HEAD


def test_the_steps_make_the_tables_that_the_code_names(place: str) -> None:
    """On both databases: columns, keys, indexes."""
    store = open_store(place)
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata) == []
    store.engine.dispose()


@pytest.mark.parametrize("step", STEPS)
def test_a_store_of_each_earlier_schema_is_brought_up_with_its_data(place: str, step: str) -> None:
    """Articles, runs and (where there were any) reviews are there afterwards, and new reviews can be stored."""
    engine, name = engine_for(place)
    event = of_fact(REPORT, REPORT.facts[0], Action.CONFIRM, "Ada")
    with transaction(engine, name, write=True) as connection:
        upgrade(connection, name, step)
        old = MetaData()
        old.reflect(connection)
        fill(connection, old.tables, event)
    engine.dispose()
    project = open_store(place).project("Old news")
    assert project.articles() == REPORT.documents
    assert [run.version for run in project.runs()] == ["0.0.9"]
    assert project.reviews() == ((event,) if step > "0001" else ())
    project.review(of_fact(REPORT, REPORT.facts[1], Action.CHECK, "Ada"))
    assert open_store(place).project("Old news").last_review() == len(project.reviews())
    project.store.engine.dispose()


def fill(connection: Connection, tables: Mapping[str, Table], event: Review) -> None:
    """Rows as the code of that schema wrote them."""

    def put(table: str, **row: object) -> None:
        connection.execute(insert(tables[table]).values(**row))

    put("projects", id=7, name="Old news", created=MOMENT)
    for document in REPORT.documents:
        key, data = document.text_sha256, dumped(replace(document, text=""))
        put("texts", project=7, sha256=key, data=dumped(document.text))
        put("documents", project=7, id=document.id, digest=sha256(key + data), sha256=key, added=MOMENT, data=data)
    put("runs", project=7, state="failed", started=MOMENT, seen=MOMENT, version="0.0.9", host="old", pid=1, why="no room")
    if "reviews" in tables:
        put("reviews", project=7, id=event.id, at=MOMENT, reviewer="Ada", action="confirm", data=dumped(event))


def test_a_migration_that_breaks_off_leaves_the_old_store(place: str) -> None:
    """All steps are one transaction: a store is never half migrated."""
    engine, name = engine_for(place)

    def broken_off() -> None:
        with transaction(engine, name, write=True) as connection:
            upgrade(connection, name, "0001")
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        broken_off()
    with transaction(engine, name) as connection:
        left = MetaData()
        left.reflect(connection)
    assert not left.tables
    engine.dispose()
