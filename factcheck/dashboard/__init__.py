"""The dashboard: a report in, a page out. Every panel is a function of the report; nothing here compares or decides."""

from __future__ import annotations

import streamlit as st

from factcheck.dashboard import facts, glance, look, sidebar, sources, summary, texts
from factcheck.report import Report

__all__ = ["show"]


def show(report: Report, export: sidebar.Export) -> None:
    """The whole page below the inputs: counts, filters, facts and sources. `export` makes the CSV."""
    look.apply()
    summary.panel(report)
    if not report.documents:
        return
    with st.sidebar:
        chosen = sidebar.panel(report, export)
    listed, glanced, sourced = st.tabs([texts.FACTS, texts.GLANCE, texts.SOURCES])
    with listed:
        facts.panel(report, chosen)
    with glanced:
        glance.panel(report, chosen)
    with sourced:
        sources.panel(report)
