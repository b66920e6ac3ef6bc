"""The sources view: who copied whom, how often outlets agree and on how many facts, how a count changed; all of it escaped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import inf

import reports
from looked import PATIENCE
from streamlit.testing.v1 import AppTest

from factcheck.dashboard import agreement, copying, texts, timeline
from factcheck.judgement import Stated
from factcheck.report import Origin, Report
from factcheck.views.matrix import Rate

SMALL = reports.small()


def page() -> None:
    """The sources view alone, on the report in the session."""
    import streamlit as st

    from factcheck.dashboard import sources

    sources.panel(st.session_state["report"])


def shown(report: Report) -> AppTest:
    """The view of a report."""
    app = AppTest.from_function(page, default_timeout=PATIENCE)
    app.session_state["report"] = report
    app.run()
    assert not app.exception
    return app


def dated(*values: tuple[int, float, float]) -> Report:
    """The small report whose toll was published as (day of May, low, high)."""
    history = tuple(Stated(date(2024, 5, day), low, high, f"Outlet {day}", reports.SEVEN.id) for day, low, high in values)
    return replace(SMALL, facts=(replace(reports.KILLED, history=history), reports.PLACE), judgements=())


def test_an_arrow_leads_from_the_first_to_its_copies() -> None:
    """The probable original stands with its reason, each copy with how much it shares."""
    html = copying.tree(SMALL, SMALL.origins[0])
    assert html.index("Harbour Gazette") < html.index("→") < html.index("82% of the shorter text") < html.index("morning")
    assert "probably first: the most complete" in html


def test_where_nothing_tells_the_first_there_is_no_arrow() -> None:
    """Don't know is said: all articles hang on a line without a direction."""
    html = copying.tree(SMALL, Origin(("d1", "d3"), "", "", ()))
    assert texts.FIRST_UNKNOWN in html
    assert "→" not in html
    assert "Harbour Gazette" in html
    assert "morning" in html


def test_no_copies_are_said() -> None:
    """A report without copies, comparisons or counts over time says so in each part."""
    app = shown(Report(SMALL.documents, (), (), (), (), ()))
    for line in (texts.NO_COPYING, texts.NO_RATES, texts.NO_TIMELINE):
        assert [it for it in app.html if line in it.body]


def test_a_rate_stands_with_its_sample() -> None:
    """How many of the decided facts two outlets agree on, and how all of them came out; undecided is a dash and no zero."""
    app = shown(SMALL)
    (html,) = [it.body for it in app.html if texts.RATES_HEADERS[1] in it.body]
    assert "50% (1 of 2)" in html
    assert "3: 1 agree, 1 contradict, 1 compatible" in html
    assert "1: 1 compatible" in html
    assert "–" in html
    many = agreement._row(Rate("<b>A", "B", 1200, 0, 0, 0))
    assert "&lt;b&gt;A" in many[0]
    assert "1,200: 1,200 agree" in many[2]


def test_a_count_is_drawn_over_time() -> None:
    """A fact whose values came on two days can be chosen; the table has what the chart has."""
    app = shown(dated((14, 7, 7), (15, 9, 9)))
    assert app.selectbox(key="timeline").options == [reports.KILLED.headline]
    (html,) = [it.body for it in app.html if texts.TIMELINE_HEADERS[1] in it.body and "Outlet 15" in it.body]
    assert html.index("Outlet 14") < html.index("Outlet 15")
    assert shown(dated((14, 7, 7), (14, 9, 9))).selectbox.len == 0  # one day is no time


def test_open_ends_stop_where_the_values_do() -> None:
    """An interval that is open at an end can be drawn all the same; its words say that it is open."""
    found = timeline.frame(dated((14, 7, 7), (15, 30, inf), (16, 0, 20)).facts[0])
    assert list(found["high"]) == [7, 30, 20]
    assert list(found["low"]) == [7, 30, 0]
    assert list(found["said"]) == ["7", "30 or more", "up to 20"]
