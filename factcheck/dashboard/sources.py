"""The documents: where each comes from, what was left out of it and why, and with whom it shares text."""

from __future__ import annotations

from html import escape

import streamlit as st

from claims.document import Document, Dropped
from factcheck.dashboard import look, texts, values
from factcheck.report import Report

EXCERPT = 160  # characters of a dropped passage that tell what it is


def panel(report: Report) -> None:
    """The table of documents."""
    st.html(look.table(texts.SOURCES_HEADERS, [_row(report, document) for document in report.documents]))


def excerpt(text: str) -> str:
    """The start of a passage on one line, with an ellipsis where it goes on."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[:EXCERPT].rstrip() + "…"


def copies_of(report: Report, document: str) -> tuple[tuple[str, float], ...]:
    """The documents (by id) that share text with a document, and how much, the closest first."""
    pairs = [
        (copy.right if copy.left == document else copy.left, copy.share)
        for copy in report.copies
        if document in (copy.left, copy.right)
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair[1], pair[0])))


def _row(report: Report, document: Document) -> tuple[str, ...]:
    title = escape(document.title or texts.UNKNOWN)
    copies = "<br>".join(
        escape(texts.SHARE.format(name=report.document_by_id[other].name, share=f"{share:.0%}"))
        for other, share in copies_of(report, document.id)
    )
    return (
        f"<b>{escape(document.name)}</b>",
        " ".join(filter(None, (title, look.link(document.url, texts.OPEN_ARTICLE)))),
        escape(values.published(document.published)),
        escape(document.event or texts.UNKNOWN),
        _dropped(document),
        copies or texts.NO_COPIES,
    )


def _dropped(document: Document) -> str:
    if not document.dropped:
        return texts.NOTHING_DROPPED
    passages = "".join(f"<li>{_passage(document, dropped)}</li>" for dropped in document.dropped)
    summary = escape(texts.count(len(document.dropped), texts.DROPPED_COUNT))
    return f"<details><summary>{summary}</summary><ul>{passages}</ul></details>"


def _passage(document: Document, dropped: Dropped) -> str:
    return f"<b>{escape(dropped.reason)}</b>: “{escape(excerpt(document.text[dropped.start : dropped.end]))}”"
