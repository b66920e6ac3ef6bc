"""The store: projects with their articles, runs and reviews, in one SQLite file or in a PostgreSQL database."""

from factcheck.store.engines import StoreError, default_place
from factcheck.store.projects import Added, Project, Store, Summary, open_store
from factcheck.store.reviewing import ConflictError
from factcheck.store.runs import Run, State

__all__ = [
    "Added",
    "ConflictError",
    "Project",
    "Run",
    "State",
    "Store",
    "StoreError",
    "Summary",
    "default_place",
    "open_store",
]
