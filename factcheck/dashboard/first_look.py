"""What is not drawn before somebody looks: a tab that was never turned to, a fold that was never opened.

A browser draws a chart, or a table that can be edited, only with much script of its own, and the first screen would wait for it.
What was seen once is drawn from then on, so that turning is quick and what a person typed there stays.
"""

from __future__ import annotations

import streamlit as st

SEEN = "seen"  # in the session: the names of what the person has had open


def seen(name: str, is_open: bool | None) -> bool:
    """Whether what stands under this name is to be drawn: it is open now, or was before."""
    names: frozenset[str] = st.session_state.get(SEEN, frozenset())
    if is_open and name not in names:
        st.session_state[SEEN] = names = names | {name}
    return name in names
