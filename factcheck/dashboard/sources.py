"""The sources: who copied whom, who agrees with whom, and each article with what was left out of it and why."""

from __future__ import annotations

from html import escape

import streamlit as st

from claims.document import Document, Dropped
from factcheck.dashboard import agreement, copying, links, look, texts, timeline, values
from factcheck.report import Copy, Report

EXCERPT = 160  # characters of a dropped passage that tell what it is
PASSAGES_SHOWN = 8  # what tells a copy; the JSON report has every passage with its offsets


@st.fragment
def panel(report: Report) -> None:
    """The articles, who copied whom, how often outlets agree, trust if the person asks for it, and how counts changed."""
    look.heading(texts.ARTICLES)
    st.html(look.table(texts.SOURCES_HEADERS, [_row(report, document) for document in report.documents]))
    copying.panel(report)
    agreement.panel(report)
    if report.trust and st.toggle(texts.TRUST, key="trust"):
        look.note(texts.TRUST_LINE)
        rows = [(escape(it.outlet), f"{it.share:.2f}", f"{it.facts:,}") for it in report.trust]
        st.html(look.table(texts.TRUST_HEADERS, rows))
    timeline.panel(report)


def excerpt(text: str) -> str:
    """The start of a passage on one line, with an ellipsis where it goes on."""
    line = " ".join(text.split())
    return line if len(line) <= EXCERPT else line[:EXCERPT].rstrip() + "…"


def copies_of(report: Report, document: str) -> tuple[tuple[str, Copy], ...]:
    """The documents (by id) that share text with a document, with what they share, the closest first."""
    pairs = [
        (copy.right if copy.left == document else copy.left, copy)
        for copy in report.copies
        if document in (copy.left, copy.right)
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair[1].share, pair[0])))


def _row(report: Report, document: Document) -> tuple[str, ...]:
    title = escape(document.title or texts.UNKNOWN)
    copies = "".join(_copy(report, document, other, copy) for other, copy in copies_of(report, document.id))
    return (
        f"<b>{escape(document.name)}</b>",
        " ".join(filter(None, (title, links.reading(document.id), look.link(document.url, texts.OPEN_ARTICLE)))),
        escape(values.published(document.published)),
        escape(document.event or texts.UNKNOWN),
        _dropped(document),
        copies or texts.NO_COPIES,
    )


def _copy(report: Report, document: Document, other: str, copy: Copy) -> str:
    """One other document that shares text: its name and the share, and in it the passages and which was probably first."""
    head = escape(texts.SHARE.format(name=values.called(report, report.document_by_id[other]), share=f"{copy.share:.0%}"))
    spans = [passage.left if copy.left == document.id else passage.right for passage in copy.passages]
    passages = "".join(f"<li>“{escape(excerpt(document.text[slice(*span)]))}”</li>" for span in spans[:PASSAGES_SHOWN])
    left_out = len(spans) - PASSAGES_SHOWN
    more = f"<p>{escape(texts.PASSAGES_LEFT_OUT.format(count=left_out))}</p>" if left_out > 0 else ""
    first = ""
    if copy.original:
        name = values.called(report, report.document_by_id[copy.original])
        first = f"<p>{escape(texts.PROBABLY_FIRST.format(name=name, reason=copy.reason))}</p>"
    return f"<details><summary>{head}</summary>{first}<ul>{passages}</ul>{more}</details>"


def _dropped(document: Document) -> str:
    if not document.dropped:
        return texts.NOTHING_DROPPED
    passages = "".join(f"<li>{_passage(document, dropped)}</li>" for dropped in document.dropped)
    summary = escape(texts.count(len(document.dropped), texts.DROPPED_COUNT))
    return f"<details><summary>{summary}</summary><ul>{passages}</ul></details>"


def _passage(document: Document, dropped: Dropped) -> str:
    return f"<b>{escape(dropped.reason)}</b>: “{escape(excerpt(document.text[dropped.start : dropped.end]))}”"
