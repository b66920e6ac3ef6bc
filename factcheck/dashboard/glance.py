"""At a glance: for each happening a table of its facts against the outlets, with each outlet's shortest words in its cell."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from factcheck.dashboard import look, texts
from factcheck.happenings import cell
from factcheck.judgement import Fact, Finding
from factcheck.report import Report

ROWS_SHOWN = 60  # more than three screens of rows is no glance


def panel(report: Report, facts: Sequence[Fact]) -> None:
    """One table for each happening, those with contradictions as high as their first fact."""
    compared = [fact for fact in facts if fact.finding is not Finding.SINGLE_SOURCE]
    if not compared:
        st.info(texts.NONE_SHOWN if report.facts else texts.NO_FACTS)
        return
    look.note(texts.GLANCE_LINE)
    shown = compared[:ROWS_SHOWN]
    for happening in dict.fromkeys(fact.happening for fact in shown):
        st.html(grid(report, happening, [fact for fact in shown if fact.happening == happening]))
    if len(compared) > len(shown):
        look.note(texts.GLANCE_LEFT_OUT.format(count=len(compared) - len(shown)))


def grid(report: Report, happening: str, facts: Sequence[Fact]) -> str:
    """One happening's table as HTML."""
    outlets = tuple(dict.fromkeys(document.name for document in report.documents))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (texts.GLANCE_FACT, *outlets))
    rows = "".join(_row(report, fact, outlets) for fact in facts)
    return (
        f"<h4>{escape(happening or texts.NO_HAPPENING)}</h4><div class='fc-scroll' tabindex='0'>"
        f'<table class="fc-glance"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _row(report: Report, fact: Fact, outlets: Sequence[str]) -> str:
    listed = "".join(f"<td>{escape(cell(report, fact, outlet))}</td>" for outlet in outlets)
    chip = look.chip(texts.FINDINGS[fact.finding])
    return f'<tr><th scope="row">{chip}<br>{escape(fact.headline)}</th>{listed}</tr>'
