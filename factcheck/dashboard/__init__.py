"""The dashboard: a report in, a page out. Every panel is a function of the report; nothing here compares or decides."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from factcheck.dashboard import (
    article,
    export,
    facts,
    first_look,
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
    # The tabs are a widget, so that a click elsewhere can turn to one of them.
    panels: dict[str, Callable[[], None]] = {
        texts.OVERVIEW: lambda: overview.panel(report, chosen),
        texts.FACTS: lambda: facts.panel(report, chosen, standing, review.above(standing)),
        texts.REVIEW: lambda: review.panel(made, chosen, log, reviewer),
        texts.SOURCES: lambda: sources.panel(report),
    }
    for tab, (name, panel) in zip(st.tabs(list(panels), key=facts.TAB, on_change="rerun"), panels.items(), strict=True):
        with tab:
            if first_look.seen(name, tab.open):
                panel()
    article.panel(report)
