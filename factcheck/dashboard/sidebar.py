"""The filters as widgets in the sidebar."""

from __future__ import annotations

import streamlit as st

from factcheck.dashboard import filters, look, review_filters, texts
from factcheck.dashboard.texts import Label
from factcheck.judgement import Fact, Finding, Verdict
from factcheck.report import Report

FILTERS = ("findings", "verdicts", "outlets", "text", *review_filters.WIDGETS)
"""Keys in the session of what a person chose in the filters."""

WIDGETS = (*FILTERS, "page", "matrix_page", "fact", "fact_pages", "fact_wanted")
"""Keys in the session whose value belongs to one report."""


def panel(report: Report) -> tuple[Fact, ...]:
    """The facts that the person wants to see."""
    st.subheader(texts.FILTERS)
    look.note(texts.FILTERS_LINE)
    findings = st.pills(
        texts.FILTER_FINDINGS,
        tuple(Finding),
        selection_mode="multi",
        format_func=lambda it: _name(texts.FINDINGS[it]),
        key="findings",
    )
    verdicts = st.pills(
        texts.FILTER_VERDICTS,
        tuple(Verdict),
        selection_mode="multi",
        format_func=lambda it: _name(texts.VERDICTS[it]),
        key="verdicts",
    )
    outlets = st.multiselect(texts.FILTER_OUTLETS, sorted({document.name for document in report.documents}), key="outlets")
    text = st.text_input(texts.FILTER_TEXT, placeholder=texts.FILTER_TEXT_HINT, key="text")
    return filters.matching(
        report,
        (
            filters.of_findings(findings),
            filters.with_verdicts(verdicts),
            filters.from_outlets(outlets),
            filters.with_words(text),
        ),
    )


def reset() -> None:
    """Forget the choices, for a new report."""
    for key in WIDGETS:
        st.session_state.pop(key, None)


def clear() -> None:
    """Take all filters away; for callbacks, before the widgets are drawn."""
    for key in FILTERS:
        st.session_state[key] = "" if key == "text" else []


def _name(label: Label) -> str:
    return f"{label.icon} {label.word}"
