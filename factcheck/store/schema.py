"""The tables. Rows of articles, reviews and finished runs are only ever added; `data` and `report` hold the values themselves,
as JSON (`factcheck.store.encoding`), the other columns are what queries need. Moments are ISO 8601 in UTC.
"""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

metadata = MetaData()

projects = Table(
    "projects",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("created", String(40), nullable=False),
)

# A text is kept once, however often a correction of its title or date gives its article a new row.
texts = Table(
    "texts",
    metadata,
    Column("project", ForeignKey("projects.id"), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("data", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("project", ForeignKey("projects.id"), nullable=False),
    Column("id", String(64), nullable=False),
    Column("digest", String(64), nullable=False),  # of the article with all that is known of it
    Column("sha256", String(64), nullable=False),  # of its text
    Column("added", String(40), nullable=False),
    Column("data", Text, nullable=False),
    UniqueConstraint("project", "digest", name="documents_once"),
)

runs = Table(
    "runs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("project", ForeignKey("projects.id"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("started", String(40), nullable=False),
    Column("seen", String(40), nullable=False),  # when it last said that it is alive
    Column("ended", String(40)),
    Column("version", String(40), nullable=False),
    Column("host", String(255), nullable=False),
    Column("pid", Integer, nullable=False),
    Column("why", Text),  # it ended without a report
    Column("report", Text),
    Index("runs_of_project", "project", "state"),
)

claims = Table(
    "claims",
    metadata,
    Column("run", ForeignKey("runs.number"), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("key", String(64), nullable=False),  # factcheck.reviewing.review.claim_key
    Column("document", String(64), nullable=False),
    Column("fact", String(64), nullable=False),
    Column("facet", Text, nullable=False),
    Index("claims_by_key", "key"),
)

facts = Table(
    "facts",
    metadata,
    Column("run", ForeignKey("runs.number"), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("finding", String(32), nullable=False),
    Column("facet", Text, nullable=False),
    Column("origins", Integer, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("run", ForeignKey("runs.number"), primary_key=True),
    Column("left", String(64), primary_key=True),
    Column("right", String(64), primary_key=True),
    Column("verdict", String(32), nullable=False),
    Column("code", String(32), nullable=False),
    Column("score", Float, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True),  # the order in which they were written
    Column("project", ForeignKey("projects.id"), nullable=False),
    Column("id", String(64), nullable=False),
    Column("at", String(40), nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("action", String(32), nullable=False),
    Column("data", Text, nullable=False),
    UniqueConstraint("project", "id", name="reviews_once"),
    Index("reviews_of_project", "project", "number"),
)
