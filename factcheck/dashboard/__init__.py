"""The dashboard: a report in, a page out. Every panel is a function of the report; nothing here compares or decides."""

from __future__ import annotations

import streamlit as st

from factcheck.dashboard import (
    article,
    export,
    facts,
    look,
    overview,
    review,
    review_filters,
    review_log,
    review_project,
    sidebar,
    sources,
    summary,
    texts,
)
from factcheck.report import Report
from factcheck.reviewing.rearranged import rearranged
from factcheck.reviewing.reviews import standings

__all__ = ["show"]


def show(report: Report, to_csv: export.ToCsv) -> None:
    """The whole page below the inputs: counts, filters, exports, overview, facts, review and sources. `to_csv` makes the CSV."""
    look.apply()
    summary.panel(report)
    if not report.documents:
        return
    with st.sidebar:
        reviewer = review_project.panel(report)
    log, reviews = review_log.opened()
    made, report = report, rearranged(report, reviews)
    standing = standings(report, reviews)
    with st.sidebar:
        chosen = review_filters.panel(report, sidebar.panel(report), standing)
        export.panel(report, chosen, st.session_state["verdicts"], reviews, to_csv)
    # The tabs are a widget, so that a click elsewhere can turn to one of them; all of them are drawn, so that turning is quick.
    tabs = st.tabs([texts.OVERVIEW, texts.FACTS, texts.REVIEW, texts.SOURCES], key=facts.TAB, on_change="rerun")
    glanced, listed, reviewed, sourced = tabs
    with glanced:
        overview.panel(report, chosen)
    with listed:
        facts.panel(report, chosen, standing, review.above(standing))
    with reviewed:
        review.panel(made, chosen, log, reviewer)
    with sourced:
        sources.panel(report)
    article.panel(report)
