"""The dashboard: a report in, a page out. Every panel is a function of the report; nothing here compares or decides."""

from __future__ import annotations

import streamlit as st

from factcheck.dashboard import facts, look, overview, sidebar, sources, summary, texts
from factcheck.report import Report

__all__ = ["show"]


def show(report: Report, export: sidebar.Export) -> None:
    """The whole page below the inputs: counts, filters, overview, facts and sources. `export` makes the CSV."""
    look.apply()
    summary.panel(report)
    if not report.documents:
        return
    with st.sidebar:
        chosen = sidebar.panel(report, export)
    # The tabs are a widget, so that a click elsewhere can turn to one of them; all of them are drawn, so that turning is quick.
    glanced, listed, sourced = st.tabs([texts.OVERVIEW, texts.FACTS, texts.SOURCES], key=facts.TAB, on_change="rerun")
    with glanced:
        overview.panel(report, chosen)
    with listed:
        facts.panel(report, chosen)
    with sourced:
        sources.panel(report)
