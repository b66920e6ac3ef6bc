"""The counts on top, and what could not be used."""

from __future__ import annotations

import streamlit as st

from factcheck.dashboard import look, texts, words
from factcheck.report import Report


def panel(report: Report) -> None:
    """Failed inputs as warnings, then how many articles, claims and facts, and how the facts came out."""
    for failure in report.failed:
        st.warning(texts.FAILED.format(path=f"**{words.plain(failure.path)}**", reason=words.plain(failure.reason)))
    if not report.documents:
        st.error(texts.NO_DOCUMENTS)
        return
    if len(report.documents) == 1:
        st.info(texts.ONE_DOCUMENT)
    st.html(counts(report))


def counts(report: Report) -> str:
    """The rows of counts as HTML."""
    totals = (
        (len(report.documents), texts.DOCUMENTS_COUNT),
        (len({document.event for document in report.documents}), texts.EVENTS_COUNT),
        (len(set(report.origin_of.values())), texts.ORIGINS_COUNT),
        (len(report.claims), texts.CLAIMS_COUNT),
        (len(report.facts), texts.FACTS_COUNT),
    )
    plain = "".join(f"<div><strong>{number:,}</strong> {word[number != 1]}</div>" for number, word in totals)
    return f'<div class="fc-counts">{plain}</div><div class="fc-counts">{look.findings(report.facts)}</div>'
