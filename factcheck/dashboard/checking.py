"""The table in which a person checks and corrects what was found of each article, before anything is compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from html import escape

import pandas as pd
import streamlit as st

from claims.document import Document, Failure, content_id
from claims.language import ENGLISH, NAMES
from claims.reading import Reading, corrected
from claims.sources import Source, whole
from factcheck.dashboard import look, texts

EDITABLE = ("use", "outlet", "title", "published", "event")
ROWS_SHOWN = 12  # beyond, the table scrolls
ROW_HEIGHT = 36  # pixels

Said = tuple[bool, str, str, date | None, str]
"""What the person says of one article: whether it is compared, outlet, title, date, event."""

Found = tuple[str, str, date | None, str]
"""An article as it was found: id (in which is the outlet), title, date, event. If a sources.csv changes it, it is asked anew."""


def panel(reading: Reading) -> tuple[tuple[Document, ...], tuple[Failure, ...]]:
    """The documents as the person wants them compared, and what could not be used, those that became equal included."""
    failures(reading.failed)
    if not reading.documents:
        return (), reading.failed
    said: dict[Found, Said] = st.session_state.setdefault("corrections", {})
    key = f"documents-{content_id(*map(_found, reading.documents))}"
    # The table's own state are the changes to the frame that it began with, so that frame has to stay while the table does.
    if st.session_state.get("table", ("",))[0] != key:
        st.session_state["table"] = key, frame(reading.documents, said)
    edited = st.data_editor(
        st.session_state["table"][1],
        key=key,
        hide_index=True,
        height=min(ROWS_SHOWN, len(reading.documents) + 1) * ROW_HEIGHT + 2,
        row_height=ROW_HEIGHT,
        disabled=("file", "found"),
        column_config={
            "use": st.column_config.CheckboxColumn(texts.CHECK_USE, help=texts.CHECK_USE_HELP, width=60),
            "outlet": st.column_config.TextColumn(texts.CHECK_OUTLET, help=texts.CHECK_OUTLET_HELP, width=140),
            "title": st.column_config.TextColumn(texts.CHECK_TITLE, width=250),
            "published": st.column_config.DateColumn(
                texts.CHECK_DATE, help=texts.CHECK_DATE_HELP, format="YYYY-MM-DD", width=110
            ),
            "event": st.column_config.TextColumn(texts.CHECK_EVENT, help=texts.CHECK_EVENT_HELP, width=80),
            "file": st.column_config.TextColumn(texts.CHECK_FILE, width=120),
            "found": st.column_config.TextColumn(texts.CHECK_FOUND, width=240),
        },
        placeholder="",
        alt=texts.CHECK_ALT,
    )
    said |= {_found(document): row for document, row in zip(reading.documents, rows(edited), strict=True)}
    documents, doubled = applied(reading.documents, said)
    failures(doubled)
    nameless, dateless = sum(not it.outlet for it in documents), sum(it.published is None for it in documents)
    lacking = [
        line.format(texts.count(number, texts.DOCUMENTS_COUNT))
        for line, number in ((texts.NO_OUTLET, nameless), (texts.NO_DATES, dateless))
        if number
    ]
    if lacking:
        st.warning("  \n".join(lacking), icon=":material/edit:")
    return documents, (*reading.failed, *doubled)


def frame(documents: Sequence[Document], said: dict[Found, Said]) -> pd.DataFrame:
    """The table as it begins: what was found, or what the person has said before."""
    found = [said.get(_found(it), (True, it.outlet, it.title, it.published, it.event)) for it in documents]
    columns = dict(zip(EDITABLE, zip(*found, strict=True), strict=True))
    return pd.DataFrame(
        {
            **{name: list(columns[name]) for name in ("use", "outlet", "title")},
            # A column of days alone would turn into objects where none is known, which the table could not edit.
            "published": pd.Series([it and pd.Timestamp(it) for it in columns["published"]], dtype="datetime64[s]"),
            "event": list(columns["event"]),
            "file": [it.path for it in documents],
            "found": [found_in(it) for it in documents],
        }
    )


def rows(edited: pd.DataFrame) -> list[Said]:
    """What the table says of each article, in its order; an emptied cell is an empty text, or no date."""
    cells = (edited[name].tolist() for name in EDITABLE)
    return [
        (bool(use), _text(outlet), _text(title), _day(day), _text(event))
        for use, outlet, title, day, event in zip(*cells, strict=True)
    ]


def applied(documents: Sequence[Document], said: dict[Found, Said]) -> tuple[tuple[Document, ...], tuple[Failure, ...]]:
    """The documents that are to be compared, corrected; one that became equal to another by that is named and left out."""
    used: dict[str, Document] = {}
    doubled: list[Failure] = []
    for document in documents:
        use, outlet, title, published, event = said[_found(document)]
        if not use:
            continue
        one = corrected(document, Source(outlet, title, published=published, event=event))
        if (first := used.setdefault(one.id, one)) is not one:
            doubled.append(Failure(document.path, texts.DOUBLED.format(first.path)))
    return tuple(used.values()), tuple(doubled)


def found_in(document: Document) -> str:
    """In a few words what was read: how long it is, how much of it is set aside, and what is unusual."""
    told = [texts.count(len(document.kept.split()), texts.WORDS_COUNT)]
    if document.pages:
        told.append(texts.count(len(document.pages), texts.PAGES_COUNT))
    if document.dropped:
        told.append(texts.LEFT_OUT.format(texts.count(len(document.dropped), texts.DROPPED_COUNT)))
    if document.language != ENGLISH:
        told.append(texts.MOSTLY.format(NAMES.get(document.language, document.language)))
    if document.published is None:
        told.append(texts.NO_DATE)
    return ", ".join(told)


def failures(failed: Sequence[Failure]) -> None:
    """What could not be used, file by file, with the reason."""
    if failed:
        st.html(
            f'<section class="fc-failures" aria-label="{escape(texts.FAILED_HEADING)}"><b>{escape(texts.FAILED_HEADING)}</b>'
            f"{look.table(texts.FAILED_HEADERS, [(escape(it.path), escape(it.reason)) for it in failed])}</section>"
        )


def _found(document: Document) -> Found:
    return document.id, document.title, document.published, document.event


def _text(cell: object) -> str:
    return " ".join(whole(cell).split()) if isinstance(cell, str) else ""


def _day(cell: object) -> date | None:
    return cell.date() if isinstance(cell, datetime) and not pd.isna(cell) else None
