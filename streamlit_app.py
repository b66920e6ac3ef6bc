"""The dashboard: `streamlit run streamlit_app.py`. Widgets in, a report out; the panels live in factcheck/dashboard/."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from claims.reading import SUFFIXES, Reading, read, read_files
from factcheck.compare import Models, compare, load_models
from factcheck.dashboard import show, sidebar, texts
from factcheck.dashboard.progress import bars
from factcheck.exports import to_csv
from factcheck.report import Report

EXAMPLES = Path(__file__).parent / "examples"


@st.cache_resource(show_spinner=texts.LOADING)
def models() -> Models:
    """The language models, loaded once for everybody who uses this server."""
    return load_models()


def inputs() -> Reading | None:
    """What to compare: the example when the page is opened, then what the person chose, once they press the button."""
    source = st.segmented_control(texts.SOURCE, (texts.EXAMPLE, texts.UPLOAD), default=texts.EXAMPLE, required=True, key="source")
    uploads = []
    if source == texts.UPLOAD:
        uploads = st.file_uploader(
            texts.UPLOAD_LABEL, type=list(SUFFIXES), accept_multiple_files=True, help=texts.UPLOAD_HELP, key="uploads"
        )
    else:
        st.write(texts.EXAMPLE_LINE)
    opened = "report" not in st.session_state and source == texts.EXAMPLE
    if not st.button(texts.COMPARE, type="primary", key="compare") and not opened:
        return None
    if source != texts.UPLOAD:
        return read([EXAMPLES])
    if not uploads:
        st.warning(texts.NO_FILES)
        return None
    return read_files([(upload.name, upload.getvalue()) for upload in uploads])


def compared(reading: Reading) -> Report:
    """The report on what was read, with a bar for each stage while the work goes on."""
    if not reading.documents:
        return Report((), tuple(reading.failed), (), (), (), ())
    with st.status(texts.WORKING, expanded=True) as status:
        report = compare(reading.documents, models(), failed=reading.failed, progress=bars())
        status.update(label=texts.DONE, state="complete", expanded=False)
    return report


st.set_page_config(page_title=texts.TITLE, page_icon="⚖️", layout="wide")
st.title(texts.TITLE)
st.write(texts.INTRO)
reading = inputs()
with st.container():  # always there, so that what stands below keeps its place, and with it what the person has opened
    if reading is not None:
        sidebar.reset()
        st.session_state["report"] = compared(reading)
if "report" in st.session_state:
    show(st.session_state["report"], to_csv)
