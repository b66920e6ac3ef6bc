"""What a person asked to have compared, what is being compared, and what the report on the page is a report of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from claims.document import Document, Failure
from claims.reading import Reading
from factcheck.comparison import AS_SHIPPED, Options
from factcheck.dashboard import texts
from factcheck.report import Report

OPENED = "opened"  # in the session: whether the page has something to show, or is at it


@dataclass(frozen=True, slots=True)
class Job:
    """What a person asked to have compared."""

    documents: tuple[Document, ...]
    failed: tuple[Failure, ...] = ()
    options: Options = AS_SHIPPED
    read: Reading = field(default_factory=Reading)  # what the documents were before the person corrected them
    put_back: Mapping[str, frozenset[int]] = field(default_factory=dict)  # document -> starts of passages left out that count
    example: bool = False  # whether the documents are the bundled example, and nothing of a person's own

    @property
    def wanted(self) -> list[Document]:
        """The documents as they are to be compared."""
        return [document.put_back(self.put_back.get(document.id, ())) for document in self.documents]


Kept = list[tuple[Job, Report]]
"""Comparisons of the bundled example, which everybody who opens the page sees; nothing of a person's own is kept here."""


def ask(job: Job, kept: Kept | None = None) -> None:
    """Have something compared from the next run of the page on; what was under way until now is ended.

    What is in `kept` is not compared again: its report is the page's from now on.
    """
    cancel()
    st.session_state.pop("said", None)
    known = next((report for it, report in kept or () if it == job), None)
    if known is None:
        st.session_state["job"] = job
    else:
        show(job, known)


def asked() -> Job | None:
    """What is being compared, if anything is."""
    job: Job | None = st.session_state.get("job")
    return job


def compared() -> Job | None:
    """What the report on the page is a report of."""
    job: Job | None = st.session_state.get("compared")
    return job


def forget() -> None:
    """The report on the page is of nothing that was asked for here: it was opened from a project."""
    st.session_state.pop("compared", None)
    _replaced()


def cancel() -> None:
    """End what is under way; the report on the page stays."""
    if st.session_state.pop("job", None) is not None:
        say(texts.CANCELLED)
    run = st.session_state.pop("run", None)
    if run is not None:
        run.cancel()


def show(job: Job, report: Report) -> None:
    """Put the report of a job on the page; nothing is under way any more."""
    st.session_state.pop("job", None)
    _replaced()
    st.session_state["report"], st.session_state["compared"] = report, job


def _replaced() -> None:
    """A report is about to take the place of another; the first one takes nobody's, and what the address asked for stays."""
    st.session_state["new"] = "report" in st.session_state


def say(text: str, failed: bool = False) -> None:
    """Have the page say how a comparison ended, until the next one is asked for."""
    st.session_state["said"] = (text, failed)


def is_new() -> bool:
    """Whether a report took the place of another since this was asked last."""
    return bool(st.session_state.pop("new", False))
