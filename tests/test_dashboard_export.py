"""The export panel: what a button hands out is what the exports write, from what is shown or from everything."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
import reports
from looked import PATIENCE
from streamlit.testing.v1 import AppTest

from factcheck.dashboard import export, texts
from factcheck.exports import to_csv
from factcheck.exports.formats import CLAIMREVIEW, CSV, FORMATS, JSON, XLSX, Choice, Format
from factcheck.judgement import Verdict
from factcheck.reviewing.review import Action, of_fact

REPORT = reports.small()
REVIEWS = [of_fact(REPORT, reports.KILLED, Action.CONFIRM, "Ann Lee")]


def page() -> None:
    """The panel on the small report; the session says with how many facts shown and whether there are reviews."""
    import reports
    import streamlit as st

    from factcheck.dashboard import export
    from factcheck.reviewing.review import Action, of_fact

    report = reports.small()
    reviews = [of_fact(report, reports.KILLED, Action.CONFIRM, "Ann Lee")] if st.session_state.get("reviewed") else []
    export.panel(report, report.facts[: st.session_state.get("shown", 5)], (), reviews, reports.export)


def opened(**state: object) -> AppTest:
    """The panel after its first run."""
    app = AppTest.from_function(page, default_timeout=PATIENCE)
    for name, value in state.items():
        app.session_state[name] = value
    app.run()
    assert not app.exception
    return app


def buttons(app: AppTest) -> list[str]:
    """The labels of the download buttons."""
    return [it.label for it in app.get("download_button")]


def test_every_format_has_a_button_and_words() -> None:
    """What the exports offer is offered here; drafts only where people reviewed something."""
    assert set(texts.EXPORTS) == set(texts.EXPORTS_HELP) == {it.name for it in FORMATS}
    assert buttons(opened()) == [texts.EXPORTS[it.name] for it in FORMATS if it is not CLAIMREVIEW]
    assert buttons(opened(reviewed=True)) == [texts.EXPORTS[it.name] for it in FORMATS]


def test_a_csv_with_options_has_a_button_of_its_own() -> None:
    """The plain CSV stays as it is."""
    app = opened()
    app.checkbox(key="export_review").check().run()
    assert not app.exception
    assert buttons(app)[0] == texts.EXPORTS["csv"]
    assert buttons(app)[-1] == texts.EXPORT_CSV_SO


def test_it_says_how_much_is_shown() -> None:
    """The first choice is what the filters show; beside both stands how many facts that is."""
    app = opened(shown=2)
    assert app.radio(key="export_all").options == [texts.EXPORT_SHOWN, texts.EXPORT_ALL]
    assert any("2 of 5 facts" in it.body for it in app.html)
    app.radio(key="export_all").set_value(True).run()
    assert any("5 of 5 facts" in it.body for it in app.html)


def test_what_is_shown_is_what_is_written() -> None:
    """From the facts shown, with the verdicts chosen; from all; with nothing filtered the bytes of the command line."""
    shown = [reports.KILLED]
    assert export.content(REPORT, CSV, export.chosen(REPORT, shown, ()))() == to_csv(REPORT, facts={"f1"}).encode()
    agreed = export.chosen(REPORT, REPORT.facts, (Verdict.AGREE,))
    assert export.content(REPORT, CSV, agreed)() == to_csv(REPORT, (Verdict.AGREE,)).encode()
    for everything in (None, REPORT.facts):
        assert export.content(REPORT, CSV, export.chosen(REPORT, everything, ()))() == to_csv(REPORT).encode()


@pytest.mark.parametrize("it", FORMATS, ids=lambda it: it.name)
def test_no_facts_shown_is_a_file_too(it: Format) -> None:
    """Filters that let nothing through give an empty table, not everything."""
    data = export.content(REPORT, it, export.chosen(REPORT, [], (), REVIEWS))()
    if it is CSV:
        assert data.count(b"\r\n") == 1
    elif it is XLSX:
        assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == ["facts", "columns"]
    elif it is CLAIMREVIEW:
        assert json.loads(data)["@graph"] == []
    else:
        assert (reports.KILLED.headline.encode() in data) is (it is JSON)


def test_reviews_go_along() -> None:
    """Drafts and the table for reviewing know what people decided."""
    choice = export.chosen(REPORT, None, (), REVIEWS)
    assert len(json.loads(export.content(REPORT, CLAIMREVIEW, choice)())["@graph"]) == 2
    table = export.content(REPORT, CSV, Choice(reviews=REVIEWS, to_review=True))()
    assert b"confirmed" in table
    assert b",Ann Lee," in table
