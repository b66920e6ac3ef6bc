"""A page on which the person has looked at everything: all tabs are drawn, and all that is folded."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from factcheck.dashboard import first_look, start, texts

PATIENCE = 180  # seconds for one run of a page on a busy machine; alone none takes more than a few

EVERYTHING = frozenset({texts.OVERVIEW, texts.FACTS, texts.REVIEW, texts.SOURCES, start.ARTICLES, start.NAMES})


def at_everything(app: AppTest) -> AppTest:
    """The app before its first run, as if all of it had been open once."""
    app.session_state[first_look.SEEN] = EVERYTHING
    return app
