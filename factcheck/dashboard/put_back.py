"""The passages that the person puts back into articles: they count from the next comparison on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from claims.document import Document
from factcheck.dashboard import comparing

Chosen = Mapping[str, frozenset[int]]
"""Document id -> where the passages begin that are put back."""


def chosen() -> Chosen:
    """All that is put back now."""
    found: dict[str, frozenset[int]] = st.session_state.setdefault("put_back", {})
    return dict(found)


def turn(document: str, start: int) -> None:
    """Put a passage back, or leave it out again."""
    starts = chosen().get(document, frozenset()) ^ {start}
    others = {key: value for key, value in chosen().items() if key != document}
    st.session_state["put_back"] = others | {document: starts} if starts else others


def is_pending(document: str) -> bool:
    """Whether the report on the page does not have yet what was put back into an article, or left out again."""
    job = comparing.compared()
    return job is not None and job.put_back.get(document, frozenset()) != chosen().get(document, frozenset())


def as_read(document: Document) -> tuple[Document, frozenset[int]]:
    """A document of the report with all that reading left out of it, and where the passages begin that can be put back."""
    job = comparing.compared()
    given = next((it for it in job.documents if it.id == document.id), None) if job else None
    if given is None:
        return document, frozenset()
    return replace(document, dropped=tuple(sorted({*given.dropped, *document.dropped}))), frozenset(
        it.start for it in given.dropped
    )
