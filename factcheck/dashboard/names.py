"""The names that were taken for one, and the person's corrections of them, which hold from the next comparison on."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from claims.document import content_id
from factcheck.dashboard import texts, words
from factcheck.naming import corrections
from factcheck.report import Report

_COLUMNS = ("form", "canonical", "times")
_SHOWN = 500  # forms; the rest is in the JSON report
_ROWS = 10  # of the table at once
_ROW_HEIGHT = 35


def panel(report: Report | None, given: Mapping[str, str]) -> dict[str, str]:
    """The table of names of a report, to be corrected; what is given back is what the next comparison shall take for one.

    `given` are the corrections from an aliases.csv among the files; what the person writes here overrules them.
    """
    own: dict[str, str] = st.session_state.setdefault("aliases", {})
    st.write(texts.NAMES_LINE)
    _upload(own)
    shown = frame(report, {**given, **own})
    content = (f"{form} {name}" for form, name in zip(shown["form"], shown["canonical"], strict=True))
    key = f"names-{content_id(str(st.session_state.get('names_cleared', 0)), *content)}"
    # The table's own state are the changes to the frame that it began with, so that frame has to stay while the table does.
    kept = st.session_state.get("names_table")
    if kept is None or kept[0] is not report or kept[1] != len(own):
        st.session_state["names_table"] = kept = report, len(own), shown, key
    edited = st.data_editor(
        kept[2],
        key=kept[3],
        hide_index=True,
        num_rows="dynamic",
        height=_ROWS * _ROW_HEIGHT,
        column_config={
            "form": st.column_config.TextColumn(texts.NAMES_FORM, width=260),
            "canonical": st.column_config.TextColumn(texts.NAMES_CANONICAL, help=texts.NAMES_CANONICAL_HELP, width=260),
            "times": st.column_config.NumberColumn(texts.NAMES_TIMES, width=80, disabled=True),
        },
        placeholder="",
        alt=texts.NAMES_ALT,
    )
    own |= changed(kept[2], edited)
    wanted = {**given, **own}
    with st.container(horizontal=True):
        st.download_button(texts.NAMES_DOWNLOAD, corrections.to_csv(wanted), corrections.NAME, "text/csv", key="names_download")
        if own:
            st.button(texts.NAMES_FORGET, key="names_forget", type="tertiary", on_click=_forget)
    return wanted


def frame(report: Report | None, said: Mapping[str, str]) -> pd.DataFrame:
    """One row a form that stands under another name in a report, or of which the person said something; the commonest first."""
    found = [
        (form, said.get(form, name), times)
        for name, forms in (report.aliases.items() if report is not None else ())
        for form, times in forms.items()
        if form != name or form in said
    ]
    known = {form for form, _, _ in found}
    found = sorted(found, key=lambda row: (-row[2], row[0]))[:_SHOWN]
    return pd.DataFrame([*((form, name, 0) for form, name in said.items() if form not in known), *found], columns=_COLUMNS)


def changed(before: pd.DataFrame, after: pd.DataFrame) -> dict[str, str]:
    """What the person changed or added: form -> canonical name; a name that was emptied stands for itself."""
    old = dict(zip(before["form"], before["canonical"], strict=True))
    new = {_word(form): _word(name) for form, name in zip(after["form"], after["canonical"], strict=True)}
    return {form: name or form for form, name in new.items() if form and old.get(form) != name}


def _word(cell: object) -> str:
    return " ".join(str(cell).split()) if isinstance(cell, str) else ""


def _upload(own: dict[str, str]) -> None:
    """An aliases.csv that is put in here; of two corrections of one form the file's holds."""
    upload = st.file_uploader(texts.NAMES_UPLOAD, type="csv", key=f"names_upload-{st.session_state.get('names_cleared', 0)}")
    if upload is None or st.session_state.get("names_read") == upload.file_id:
        return
    said = corrections.parse(upload.getvalue().decode("utf-8-sig", "replace"), upload.name)
    for failure in said.failed:
        st.warning(words.plain(f"{failure.path}: {failure.reason}"))
    if not said.failed:
        st.session_state["names_read"] = upload.file_id
    own |= said.of


def _forget() -> None:
    st.session_state["aliases"] = {}
    st.session_state.pop("names_table", None)
    st.session_state["names_cleared"] = st.session_state.get("names_cleared", 0) + 1
