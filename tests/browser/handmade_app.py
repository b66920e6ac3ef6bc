"""The panels on a hand-made report, without any model: `FAKE="large 2000" streamlit run tests/browser/handmade_app.py`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import reports

from factcheck.dashboard import access, show
from factcheck.report import Report


@st.cache_resource
def report(fake: str) -> Report:
    """The report of this name in tests/reports.py, made once."""
    name, *numbers = fake.split()
    made: Report = getattr(reports, name)(*map(int, numbers))
    return made


st.set_page_config(layout="wide")
if not access.admitted():
    st.stop()
show(report(os.environ.get("FAKE", "small")), reports.export)
