"""Progress bars: one for each stage of the work, as the stages come."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from factcheck.dashboard import texts, words


def bars() -> Callable[[str, int, int], None]:
    """A callback (stage, done, total) that draws into the place where this was called; a bar moves by whole per cents."""
    drawn: dict[str, DeltaGenerator] = {}
    shown: dict[str, int] = {}
    place = st.container()

    def show(stage: str, done: int, total: int) -> None:
        percent = min(100, 100 * done // total) if total else 100
        text = words.plain(texts.STAGES.get(stage, stage.capitalize()))
        if stage not in drawn:
            drawn[stage] = place.progress(percent, text=text)
        elif shown[stage] != percent:
            drawn[stage].progress(percent, text=text)
        shown[stage] = percent

    return show
