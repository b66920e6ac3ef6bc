"""What alembic runs around the steps: they go through the connection, and the transaction, that the store has open."""

from __future__ import annotations

from alembic import context

from factcheck.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
