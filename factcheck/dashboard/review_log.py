"""Where reviews go: into the project that was chosen, else into this session, which ends with the page."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import streamlit as st

from factcheck.reviewing.review import Review
from factcheck.store import Store, StoreError, default_place, open_store

REVIEWS = "reviews"
PROJECT = "project"
AT = "review_fact"  # in the session: the fact (id) under review
SAID = "review_said"  # in the session: what the reviewer has to be told when the panel is drawn next
CHANGED = "review_changed"  # in the session: whether the whole page has to be drawn, since there may be other facts now


class Log(Protocol):
    """A log of reviews, as a project of the store is one."""

    def reviews(self) -> tuple[Review, ...]:
        """All events, in order."""

    def last_review(self) -> int:
        """The number of the last one."""

    def review(self, review: Review, seen: int | None = None) -> int:
        """Store an event; ConflictError where somebody else decided on its claims after number `seen`."""


class SessionLog:
    """The reviews of one person in one session."""

    def reviews(self) -> tuple[Review, ...]:
        """All events, in order."""
        return tuple(st.session_state.get(REVIEWS, ()))

    def last_review(self) -> int:
        """How many there are."""
        return len(self.reviews())

    def review(self, review: Review, seen: int | None = None) -> int:
        """Keep an event; nobody else is here to be in conflict with."""
        st.session_state[REVIEWS] = (*self.reviews(), review)
        return self.last_review()


@st.cache_resource(show_spinner=False)
def _opened(place: str) -> Store:
    return open_store(place)


def store(make: bool = False) -> Store | None:
    """The store of this server; None where it is the default file and nobody has made it yet, unless that is to be done now."""
    place = default_place()
    if not make and "://" not in place and not Path(place).exists():
        return None
    return _opened(place)


def opened() -> tuple[Log, tuple[Review, ...]]:
    """The log of the project that was chosen with its reviews; this session's where none was, or where it cannot be read."""
    name = st.session_state.get(PROJECT)
    try:
        if name and (here := store()) is not None:
            project = here.project(name)
            return project, project.reviews()
    except StoreError as error:
        st.error(str(error))
    session = SessionLog()
    return session, session.reviews()
