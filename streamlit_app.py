"""The dashboard: `streamlit run streamlit_app.py`. Widgets in, a report out; the panels live in factcheck/dashboard/."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from factcheck.comparison import Models, load_models
from factcheck.dashboard import access, comparing, progress, review_project, show, start, texts
from factcheck.exports import to_csv

EXAMPLES = Path(__file__).parent / "examples"


@st.cache_resource(show_spinner=texts.LOADING)
def models() -> Models:
    """The language models, loaded once for everybody who uses this server."""
    return load_models()


@st.cache_resource(show_spinner=False)
def kept() -> comparing.Kept:
    """The comparison of the example, for everybody who uses this server."""
    return []


st.set_page_config(page_title=texts.TITLE, page_icon="⚖️", layout="wide")
if not access.admitted():
    st.stop()
review_project.restore()
st.title(texts.TITLE)
st.write(texts.INTRO)
under_way = start.panel(EXAMPLES, kept=kept())
with st.container():  # always there, so that what stands below keeps its place, and with it what the person has opened
    if "report" in st.session_state:
        show(st.session_state["report"], to_csv)
progress.watch(under_way, models, kept())
