"""The start of the page: what to compare, what was found of it, and the one button."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from claims.reading.web import Web
from factcheck.comparison import Options
from factcheck.dashboard import (
    article,
    checking,
    comparing,
    first_look,
    inputs,
    look,
    put_back,
    review_log,
    review_project,
    sidebar,
    texts,
)
from factcheck.dashboard import names as naming
from factcheck.dashboard.comparing import Job
from factcheck.reviewing.review import names_given

ARTICLES, NAMES = "articles", "names"  # what is folded at the start, as the session knows it


def panel(examples: Path, web: Web | None = None, kept: comparing.Kept | None = None) -> DeltaGenerator:
    """The whole start; what is given back is the place for what is under way (`progress.watch`).

    A page that is opened compares the example at once, or has it from `kept`.
    """
    if comparing.is_new():
        sidebar.reset()
        article.close()
    look.apply()
    inputs.panel(web)
    reading = inputs.reading(examples)
    own = inputs.given()
    done = comparing.compared()
    names = inputs.aliases()
    waiting = own and (done is None or done.read != reading) and comparing.asked() is None  # what is under way has to be in sight
    label = texts.CHECK.format(articles=texts.count(len(reading.documents), texts.DOCUMENTS_COUNT))
    table = st.expander(label if own else texts.CHECK_EXAMPLE, expanded=waiting, icon=":material/table_edit:", on_change="rerun")
    with table:
        documents, failed = reading.documents, reading.failed
        if first_look.seen(ARTICLES, table.open):
            documents, failed = checking.panel(reading)
        checking.failures(names.failed)
        one_event = st.toggle(texts.ONE_EVENT, help=texts.ONE_EVENT_HELP, key="one_event")
    aliases = names.of | names_given(review_log.opened()[1])
    with st.expander(texts.NAMES, icon=":material/badge:", on_change="rerun") as folded:
        if first_look.seen(NAMES, folded.open):
            aliases = naming.panel(st.session_state.get("report"), aliases)
    options = Options(one_event=one_event, aliases=aliases)
    job = Job(documents, (*failed, *names.failed), options, reading, put_back.chosen(), example=not own)
    with st.container(horizontal=True, vertical_alignment="center"):
        pressed = st.button(texts.COMPARE, type="primary", key="compare", disabled=comparing.asked() is not None)
        if own:
            st.button(texts.START_OVER, key="clear", on_click=inputs.clear, type="tertiary")
        with st.empty():  # so that what was said is gone at once when the button is pressed
            if done is not None and done != job and comparing.asked() is None:
                look.note(texts.NOT_COMPARED_YET)
            elif done is None and comparing.asked() is None and (project := review_project.stored()):
                look.note(texts.STORED_BELOW.format(project))
    opened = st.session_state.get(comparing.OPENED, False)
    st.session_state[comparing.OPENED] = True
    if pressed or not opened:
        if documents:
            comparing.ask(job, kept)
            if pressed or comparing.asked() is not None:
                st.rerun()
        else:
            st.warning(texts.NO_FILES)
    return st.container()
