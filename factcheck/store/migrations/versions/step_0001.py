"""Projects with their articles and runs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "projects",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(80), nullable=False, unique=True),
        sa.Column("created", sa.String(40), nullable=False),
    )
    op.create_table(
        "texts",
        sa.Column("project", sa.Integer, sa.ForeignKey("projects.id"), primary_key=True),
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("project", sa.Integer, sa.ForeignKey("projects.id"), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("added", sa.String(40), nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.UniqueConstraint("project", "digest", name="documents_once"),
    )
    op.create_table(
        "runs",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("project", sa.Integer, sa.ForeignKey("projects.id"), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("started", sa.String(40), nullable=False),
        sa.Column("seen", sa.String(40), nullable=False),
        sa.Column("ended", sa.String(40)),
        sa.Column("version", sa.String(40), nullable=False),
        sa.Column("host", sa.String(255), nullable=False),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("report", sa.Text),
    )
    op.create_index("runs_of_project", "runs", ["project", "state"])
    op.create_table(
        "claims",
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.number"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("document", sa.String(64), nullable=False),
        sa.Column("fact", sa.String(64), nullable=False),
        sa.Column("facet", sa.Text, nullable=False),
    )
    op.create_index("claims_by_key", "claims", ["key"])
    op.create_table(
        "facts",
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.number"), primary_key=True),
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("finding", sa.String(32), nullable=False),
        sa.Column("facet", sa.Text, nullable=False),
        sa.Column("origins", sa.Integer, nullable=False),
    )
    op.create_table(
        "judgements",
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.number"), primary_key=True),
        sa.Column("left", sa.String(64), primary_key=True),
        sa.Column("right", sa.String(64), primary_key=True),
        sa.Column("verdict", sa.String(32), nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
    )
