"""Who is there: by Streamlit's own login (OIDC), by the header of a reverse proxy, or by the name that the person types."""

from __future__ import annotations

import getpass
import os

import streamlit as st

from factcheck.dashboard import look, texts

HEADER = "FACTCHECK_REVIEWER_HEADER"
"""Names the header; set by `factcheck serve --reviewer-header`."""

LOCAL = ("localhost", "127.0.0.1", "::1")


def admitted() -> bool:
    """Whether this person may see the page: always, unless a login is set up and they are not logged in."""
    if not _login_is_set_up() or st.user.get("is_logged_in"):
        return True
    st.write(texts.LOGIN_LINE)
    st.button(texts.LOGIN, on_click=st.login, type="primary", key="login")
    return False


def reviewer() -> str:
    """The name of who reviews, with its widget in place; empty where nobody is known, who then may look but not review."""
    if (known := _known()) is not None:
        look.note(texts.NAME_FROM_PROXY.format(name=known) if known else texts.NO_NAME_FROM_PROXY)
        return known
    name = st.text_input(texts.YOUR_NAME, _user(), help=texts.YOUR_NAME_HELP, max_chars=80, key="reviewer").strip()
    if not name:
        look.note(texts.NAME_NEEDED)
    return name


def _known() -> str | None:
    """The name that a login gives, empty where it should and does not; None where there is no login."""
    if _login_is_set_up():
        return str(st.user.get("email") or st.user.get("name") or st.user.get("sub") or "")
    if header := os.environ.get(HEADER):
        return str(st.context.headers.get(header) or "").strip()
    return None


def _login_is_set_up() -> bool:
    """Whether .streamlit/secrets.toml has the section [auth]."""
    return st.secrets.load_if_toml_exists() and "auth" in st.secrets


def _user() -> str:
    """The user of this machine, where only this machine reaches the page; on a server everybody says their own name."""
    if st.get_option("server.address") not in LOCAL:
        return ""
    try:
        return os.environ.get("FACTCHECK_REVIEWER") or getpass.getuser()
    except (OSError, KeyError):
        return ""
