"""The panel of names: the table shows what was taken for one, and what the person writes in it holds for the next comparison."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from reports import small
from streamlit.testing.v1 import AppTest

from factcheck.dashboard import names
from factcheck.naming import corrections
from factcheck.report import Report

ALIASES = {"Torvay": {"Torvay": 9, "Torvayan": 4, "Tolvane": 1}, "Ida Holm": {"Ida Holm": 2, "Holm": 5}}


@pytest.fixture
def told() -> Report:
    """A report in which some forms stand for one name."""
    return replace(small(), aliases=ALIASES)


def test_a_row_for_each_form_under_another_name(told: Report) -> None:
    """The commonest form first; a name that stands for itself needs no row."""
    rows = names.frame(told, {})
    assert list(rows["form"]) == ["Holm", "Torvayan", "Tolvane"]
    assert list(rows["canonical"]) == ["Ida Holm", "Torvay", "Torvay"]


def test_what_the_person_said_stands_in_the_table(told: Report) -> None:
    """Also of forms that the report does not know, or knows under their own name only."""
    rows = names.frame(told, {"Karsk": "Orlia", "Torvay": "Torvayan Republic"})
    said = dict(zip(rows["form"], rows["canonical"], strict=True))
    assert said["Karsk"] == "Orlia"
    assert said["Torvay"] == "Torvayan Republic"


def test_without_a_report_the_table_is_empty() -> None:
    """Before anything was compared there is nothing to correct."""
    assert names.frame(None, {}).empty


@pytest.mark.parametrize(
    ("form", "name", "wanted", "why"),
    [
        ("Tolvane", "Tolvane", {"Tolvane": "Tolvane"}, "parted from the name that it was taken for"),
        ("Tolvane", "", {"Tolvane": "Tolvane"}, "an emptied name stands for itself"),
        ("Tolvane", None, {"Tolvane": "Tolvane"}, "so does one that the table leaves out"),
        ("Karsk", " The  Orlia ", {"Karsk": "The Orlia"}, "a new line, blanks tidied"),
        ("", "Orlia", {}, "no form, nothing said"),
        ("Holm", "Ida Holm", {}, "nothing changed"),
    ],
)
def test_changes(told: Report, form: str, name: str | None, wanted: dict[str, str], why: str) -> None:
    """What was changed or added, and nothing else."""
    before = names.frame(told, {})
    after = pd.concat([before[before["form"] != form], pd.DataFrame([(form, name, 0)], columns=before.columns)])
    assert names.changed(before, after) == wanted, why


def test_the_file_reads_back() -> None:
    """What is downloaded is what `--aliases` reads, quotes and commas included."""
    said = {"Holm, Ida": 'Ida "Red" Holm', "Karsk": "Orlia"}
    assert corrections.parse(corrections.to_csv(said), "aliases.csv") == corrections.Corrections(said)


def _page() -> None:
    import streamlit as st

    from factcheck.dashboard import names

    st.session_state["said"] = names.panel(st.session_state.get("report"), {"Karsk": "Orlia"})


def test_a_correction_is_handed_on(told: Report) -> None:
    """An edited cell, on top of what the file says, is what the next comparison gets; forgetting leaves the file's."""
    app = AppTest.from_function(_page)
    app.session_state["report"] = told
    app.run()
    assert app.session_state["said"] == {"Karsk": "Orlia"}
    table = app.data_editor[0]
    row = list(table.value["form"]).index("Tolvane")
    app.session_state[table.key] = {"edited_rows": {row: {"canonical": "Orlia"}}, "added_rows": [], "deleted_rows": []}
    app.run()
    assert not app.exception
    assert app.session_state["said"] == {"Karsk": "Orlia", "Tolvane": "Orlia"}
    app.button(key="names_forget").click().run()
    assert app.session_state["said"] == {"Karsk": "Orlia"}
