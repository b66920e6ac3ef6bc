"""The counts on top, and what could not be used."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from factcheck.dashboard import look, texts, words
from factcheck.judgement import Finding
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
    found = Counter(fact.finding for fact in report.facts)
    plain = "".join(f"<div><strong>{number:,}</strong> {word[number != 1]}</div>" for number, word in totals)
    chips = "".join(f"<div><strong>{found[it]:,}</strong> {look.chip(texts.FINDINGS[it])}</div>" for it in Finding if found[it])
    return f'<div class="fc-counts">{plain}</div><div class="fc-counts">{chips}</div>'
