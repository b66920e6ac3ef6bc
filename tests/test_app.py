"""The dashboard from end to end: the bundled example goes in, facts come out, the person filters them."""

from __future__ import annotations

from pathlib import Path

import pytest
from looked import PATIENCE, at_everything
from streamlit.testing.v1 import AppTest

from factcheck.dashboard import texts
from factcheck.judgement import Finding, Verdict
from factcheck.report import Report

APP = Path(__file__).parent.parent / "streamlit_app.py"
ARTICLES = 8  # in examples/


def started() -> AppTest:
    """The app as a person first sees it."""
    app = at_everything(AppTest.from_file(str(APP), default_timeout=PATIENCE)).run()
    assert not app.exception
    return app


@pytest.fixture(scope="module")
def compared() -> AppTest:
    """The app as it opens: on the bundled example."""
    return started()


def bodies(app: AppTest, needle: str) -> list[str]:
    """The pieces of HTML on the page that hold some words."""
    return [it.body for it in app.html if needle in it.body]


def shown(app: AppTest) -> list[str]:
    """The lines of the facts on the page."""
    return [line for html in bodies(app, 'class="fc-lines"') for line in html.split("<button")[1:]]


def test_the_page_opens_on_the_compared_example(compared: AppTest) -> None:
    """The first page explains itself and shows at once what the tool does; the button compares again."""
    assert compared.title[0].value == texts.TITLE
    assert bodies(compared, 'class="fc-heat"')
    first = compared.session_state["report"]
    assert compared.button(key="compare").label == texts.COMPARE
    again = started().button(key="compare").click().run()
    assert not again.exception
    assert again.session_state["report"] == first


def test_the_example_gives_facts(compared: AppTest) -> None:
    """All eight articles are read, nothing fails, and some fact is contradicted."""
    report = compared.session_state["report"]
    assert isinstance(report, Report)
    assert len(report.documents) == ARTICLES
    assert not report.failed
    assert Finding.CONTRADICTED in {fact.finding for fact in report.facts}
    assert bodies(compared, f"<strong>{ARTICLES}</strong> articles")
    assert "Contradicted" in bodies(compared, 'class="fc-fact"')[0]
    assert bodies(compared, 'class="fc-notices"')


def test_the_reprint_is_found(compared: AppTest) -> None:
    """The Sedrin Courier's page of agency text is shown as shared with Meridian."""
    (html,) = bodies(compared, "Shares text with</th>")
    row = next(row for row in html.split("<tr>") if "<b>Sedrin Courier</b>" in row)
    assert "Meridian, " in row


def test_furniture_is_shown_as_left_out(compared: AppTest) -> None:
    """What is not the Northern Star's article is listed with a reason, and gives no fact."""
    (html,) = bodies(compared, "Shares text with</th>")
    row = next(row for row in html.split("<tr>") if "<b>Northern Star Online</b>" in row)
    assert "Port Ellery warehouse" in row or "All rights reserved" in row
    assert not [html for html in bodies(compared, 'class="fc-fact"') if "warehouse fire" in html]


def test_filters_and_search(compared: AppTest) -> None:
    """Verdicts and words narrow the list without an error, and taking them away brings everything back."""
    every = len(shown(compared))
    compared.pills(key="verdicts").set_value([Verdict.CONTRADICT]).run()
    compared.text_input(key="text").set_value("killed").run()
    assert not compared.exception
    assert 0 < len(shown(compared)) <= every
    compared.text_input(key="text").set_value("no such word").run()
    assert texts.NONE_SHOWN in [it.value for it in compared.info]
    compared.text_input(key="text").set_value("").run()
    compared.pills(key="verdicts").set_value([]).run()
    assert len(shown(compared)) == every
