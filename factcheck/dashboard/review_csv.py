"""The CSV with review columns taken back from a spreadsheet: what was edited becomes reviews, once the person has seen what."""

from __future__ import annotations

import streamlit as st

from factcheck.dashboard import look, texts, words
from factcheck.dashboard.review_log import CHANGED, SAID, Log
from factcheck.exports.csv_back import Returned, returned
from factcheck.exports.spreadsheet import TableError
from factcheck.report import Report
from factcheck.store import StoreError

MISMATCHES_SHOWN = 20  # lines about rows that do not fit; a wrong file has them by the thousand

_TURN = "review_csv_turn"  # in the session: how many files were taken, so that each finds an empty widget


def panel(report: Report, log: Log, reviewer: str) -> None:
    """Put a file in, read what it would change, take it. `report` has the facts as reviewers arranged them."""
    with st.expander(texts.CSV_BACK, icon=":material/upload:"):
        turn = st.session_state.get(_TURN, 0)
        upload = st.file_uploader(texts.CSV_BACK_LABEL, type="csv", help=texts.CSV_BACK_HELP, key=f"review_csv-{turn}")
        if upload is None:
            return
        try:
            got = returned(report, log.reviews(), upload.getvalue(), reviewer)
        except TableError as error:
            st.error(words.plain(f"{upload.name}: {error}"))
            return
        look.note(texts.CSV_BACK_FOUND.format(texts.count(len(got.reviews), texts.REVIEWS_COUNT), len(got.mismatches)))
        for line in got.mismatches[:MISMATCHES_SHOWN]:
            st.warning(words.plain(line))
        st.button(
            texts.CSV_BACK_TAKE.format(texts.count(len(got.reviews), texts.REVIEWS_COUNT)),
            on_click=_take,
            args=(got, log),
            disabled=not (got.reviews and reviewer),
            key="review_csv_take",
        )


def _take(got: Returned, log: Log) -> None:
    try:
        for review in got.reviews:
            log.review(review)
    except StoreError as error:
        st.session_state[SAID] = texts.NOT_ALL_STORED.format(why=error)
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.session_state[CHANGED] = True
