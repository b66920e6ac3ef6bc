"""The choice of a project, and who works on it."""

from __future__ import annotations

import streamlit as st

from factcheck.dashboard import access, comparing, look, review_log, texts
from factcheck.dashboard.review_log import PROJECT
from factcheck.report import Report
from factcheck.store import StoreError

REPORT = "report"
NEW = "project_new"
CHOSEN = "project_chosen"


def restore() -> None:
    """Open the project that the address names, on a page that was just opened or loaded again."""
    if PROJECT in st.session_state:
        return
    st.session_state[PROJECT] = None
    name = st.query_params.get(PROJECT)
    try:
        here = review_log.store()
        if name and here is not None and name in here.names():
            _open(name)
    except StoreError:
        pass  # the sidebar says what is wrong with the store
    st.session_state[comparing.OPENED] = st.session_state[PROJECT] is not None and REPORT in st.session_state


def stored() -> str:
    """The project whose stored report is on the page; empty where the report was made on this page."""
    name, shown = st.session_state.get("report_of", ("", 0))
    return name if shown == id(st.session_state.get(REPORT)) and name == st.session_state.get(PROJECT) else ""


def panel(report: Report | None) -> str:
    """Choose or make a project, keep the report in it; returns the reviewer's name, empty where nobody is known."""
    try:
        _choice(report)
    except StoreError as error:
        st.error(str(error))
    return access.reviewer()


def _choice(report: Report | None) -> None:
    here = review_log.store()
    names = here.names() if here else ()
    if st.session_state.get(PROJECT) not in names:
        st.session_state[PROJECT] = None
    st.session_state[CHOSEN] = st.session_state[PROJECT]
    st.selectbox(
        texts.PROJECT,
        (None, *names),
        format_func=lambda name: name or texts.NO_PROJECT,
        placeholder=texts.NO_PROJECT,
        help=texts.PROJECT_HELP,
        on_change=_opened,
        key=CHOSEN,
    )
    with st.popover(texts.NEW_PROJECT, icon=":material/add:"):
        st.text_input(texts.NEW_PROJECT, max_chars=80, key=NEW)
        st.button(texts.MAKE_PROJECT, on_click=_made, key="project_make")
    if why := st.session_state.pop("project_error", None):
        st.error(why)
    name = st.session_state[PROJECT]
    if name is None or here is None:
        return
    project = here.project(name)
    summary = project.summary()
    articles = texts.count(summary.articles, texts.DOCUMENTS_COUNT)
    look.note(texts.KEPT.format(articles=articles, reviews=texts.count(summary.reviews, texts.REVIEWS_COUNT)))
    if report is not None and report.documents and st.session_state.get("report_of") != (name, id(report)):
        st.button(texts.KEEP, on_click=_kept, args=(report,), icon=":material/save:", key="project_keep")


def _opened() -> None:
    """Go over to the chosen project: its last report, where it has one, takes the place of the one on the screen."""
    name = st.session_state[CHOSEN]
    if name is None:
        st.session_state[PROJECT] = None
        st.query_params.pop(PROJECT, None)
        return
    try:
        _open(name)
    except StoreError as error:
        st.session_state["project_error"] = str(error)


def _open(name: str) -> None:
    here = review_log.store()
    if here is None:
        return
    st.session_state[PROJECT] = st.query_params[PROJECT] = name
    report = here.project(name).report()
    if report is not None:
        comparing.cancel()  # what is being compared would take the place of the project's report
        comparing.forget()
        _show(name, report)


def _made() -> None:
    """Make the project whose name was typed, and go over to it."""
    name = str(st.session_state[NEW]).strip()
    try:
        here = review_log.store(make=True)
        if here is not None:
            here.create(name)
            st.session_state[PROJECT] = st.query_params[PROJECT] = name
            st.session_state[NEW] = ""
    except StoreError as error:
        st.session_state["project_error"] = str(error)


def _kept(report: Report) -> None:
    """Keep the report on the screen as a run of the project, with its articles."""
    name, here = st.session_state[PROJECT], review_log.store()
    if here is None:
        return
    try:
        project = here.project(name)
        project.add(report.documents)
        with project.run() as run:
            run.finish(report)
        for review in review_log.SessionLog().reviews():
            project.review(review)
    except StoreError as error:
        st.session_state["project_error"] = texts.NOTHING_STORED.format(why=error)
        return
    _show(name, report)


def _show(name: str, report: Report) -> None:
    st.session_state[REPORT] = report
    st.session_state["report_of"] = (name, id(report))
