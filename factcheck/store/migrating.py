"""Bringing a database to the tables of this version, by alembic; the steps lie in `factcheck/store/migrations`."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from factcheck.store.engines import StoreError, transaction

HEAD = "0002"  # the newest step: known without alembic, which takes a while to import
_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 4_153_972  # a number of our own by which PostgreSQL lets one process at a time migrate


def brought_up(engine: Engine, name: str) -> None:
    """Make or migrate the tables where they are not those of this version, in one transaction."""
    with transaction(engine, name) as connection:
        if _revision(connection) == HEAD:
            return
    with transaction(engine, name, write=True) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        upgrade(connection, name)


def upgrade(connection: Connection, name: str, revision: str = "head") -> None:
    """Take every step up to a revision. StoreError for a database that a newer version has written, or another program."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    here = _revision(connection)
    if here is None and inspect(connection).get_table_names():
        raise StoreError(f"{name}: holds tables of another program; name another store")
    if here is not None and here not in {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}:
        raise StoreError(f"{name}: was written by a newer version of factcheck-compare; update this one")
    command.upgrade(config, revision)


def _revision(connection: Connection) -> str | None:
    """The step at which a database stands; None for one without our tables."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
