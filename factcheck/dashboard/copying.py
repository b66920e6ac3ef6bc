"""Who copied whom, as a picture in HTML: the article that was probably first, and an arrow to each that shares its text."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck.dashboard import look, texts, values
from factcheck.report import Origin, Report


def panel(report: Report) -> None:
    """One picture for each text that several articles share, the widest spread first; the table below has the passages."""
    look.heading(texts.COPYING)
    if not report.origins:
        look.note(texts.NO_COPYING)
        return
    look.note(texts.COPYING_LINE)
    groups = sorted(report.origins, key=lambda group: -len(group.documents))
    st.html("".join(tree(report, group) for group in groups))


def tree(report: Report, group: Origin) -> str:
    """One text: on the left where it probably came from, on the right who has it too, by how much of it."""
    copies = [key for key in group.documents if key != group.original]
    by_date = sorted(copies, key=lambda key: (report.document_by_id[key].published is None, _published(report, key), key))
    arrow = f'<span aria-hidden="true">{"→" if group.original else "—"}</span>'
    branches = "".join(
        f'<li><span class="fc-arrow">{arrow} {_share(report, group, key)}</span>{_node(report, key)}</li>' for key in by_date
    )
    if group.original:
        why = f'<span class="fc-muted">{escape(texts.FIRST_BECAUSE.format(group.reason))}</span>'
        root = f"{_node(report, group.original)}{why}"
    else:
        root = f'<span class="fc-muted">{escape(texts.FIRST_UNKNOWN)}</span>'
    credited = (
        f'<p class="fc-muted fc-note">{escape(texts.CREDITED.format(", ".join(group.credits)))}</p>' if group.credits else ""
    )
    return f'<figure class="fc-tree"><div class="fc-root">{root}</div><ul>{branches}</ul></figure>{credited}'


def _published(report: Report, document: str) -> str:
    return str(report.document_by_id[document].published or "")


def _node(report: Report, key: str) -> str:
    document = report.document_by_id[key]
    when = f'<span class="fc-muted">{escape(values.published(document.published))}</span>'
    return f'<span class="fc-node"><b>{escape(values.called(report, document))}</b> {when}</span>'


def _share(report: Report, group: Origin, key: str) -> str:
    """How much of the shorter text a copy has in common with the first one, else with the closest of the others."""
    others = [group.original] if group.original else [it for it in group.documents if it != key]
    shares = [report.share_of.get((min(key, it), max(key, it)), 0.0) for it in others]
    best = max(shares, default=0.0)
    return escape(texts.SHARED_TEXT.format(f"{best:.0%}")) if best else escape(texts.SHARED_THROUGH)
