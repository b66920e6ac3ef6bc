"""What a person gives: files, pasted text, web addresses; nothing of it is fetched or read twice, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st

from claims.document import Failure
from claims.reading import SUFFIXES, File, Reading, fetch, read, read_files
from claims.reading.web import Web, is_address
from factcheck.dashboard import look, texts, words
from factcheck.naming import corrections
from factcheck.naming.corrections import Corrections

MOST_ADDRESSES = 50  # a person checks so many articles at most; more are a crawl, which the command line can do
HOST_LETTERS = 60  # of an address's host that are shown while it is fetched

_BETWEEN = re.compile(r"^[ \t]*={3,}[ \t]*\r?$", re.MULTILINE)


def panel(web: Web | None = None) -> None:
    """The three ways in, side by side; each keeps what it holds while the person is at another."""
    files, pasted, addresses = st.tabs([texts.BY_FILES, texts.BY_TEXT, texts.BY_ADDRESS], key="ways")
    with files:
        st.file_uploader(
            texts.UPLOAD_LABEL, type=list(SUFFIXES), accept_multiple_files=True, help=texts.UPLOAD_HELP, key=_uploads_key()
        )
    with pasted:
        st.text_area(texts.PASTE_LABEL, placeholder=texts.PASTE_HINT, height=200, key="pasted")
    with addresses:
        st.text_area(texts.ADDRESS_LABEL, placeholder=texts.ADDRESS_HINT, height=120, key="addresses")
        asked = _addresses()
        with st.container(horizontal=True, vertical_alignment="center"):
            pressed = st.button(texts.FETCH, key="fetch", icon=":material/language:")
            look.note(texts.FETCH_LINE)
        if pressed:
            _fetch(asked, web or Web())
        elif missing := [url for url in asked if url not in _fetched()]:
            look.note(texts.NOT_FETCHED.format(addresses=texts.count(len(missing), texts.ADDRESSES_COUNT)))


def given() -> bool:
    """Whether the person gave anything of their own."""
    return bool(_uploads() or _pieces() or any(url in _fetched() for url in _addresses()))


def clear() -> None:
    """Forget all that was given."""
    st.session_state["clearings"] = st.session_state.get("clearings", 0) + 1
    st.session_state["pasted"] = st.session_state["addresses"] = ""
    st.session_state.pop("fetched", None)


def reading(examples: Path) -> Reading:
    """The articles in what was given, else the examples; read again only when something of it has changed."""
    fetched = [_fetched()[url] for url in _addresses() if url in _fetched()]
    files = [upload for upload in _uploads() if upload.name != corrections.NAME]
    key = (tuple(upload.file_id for upload in files), tuple(_pieces()), tuple(map(id, fetched)))
    known: tuple[object, Reading] | None = st.session_state.get("reading")
    if known is None or known[0] != key:
        with st.spinner(texts.READING):
            named = [(upload.name, upload.getvalue()) for upload in files] + list(_named(_pieces()))
            known = key, read_files(named, fetched=fetched) if given() else read([examples])
        st.session_state["reading"] = known
    return known[1]


def aliases() -> Corrections:
    """The names that are one, from an aliases.csv among the files."""
    of: dict[str, str] = {}
    failed: list[Failure] = []
    for upload in _uploads():
        if upload.name == corrections.NAME:
            said = corrections.parse(upload.getvalue().decode("utf-8-sig", "replace"), upload.name)
            of |= said.of
            failed += said.failed
    return Corrections(of, tuple(failed))


def pieces(pasted: str) -> list[str]:
    """The articles in a pasted text: a line of equals signs stands between two."""
    return [piece.strip("\r\n") for piece in _BETWEEN.split(pasted) if piece.strip()]


def _named(texts_given: Iterable[str]) -> Iterable[tuple[str, bytes]]:
    """Without an ending, so that a pasted page of HTML is read as what it is."""
    for number, text in enumerate(texts_given, 1):
        yield texts.PASTED_NAME.format(number), text.encode("utf-8", "replace")


def _uploads_key() -> str:
    return f"uploads-{st.session_state.get('clearings', 0)}"


def _uploads() -> list[Any]:
    return list(st.session_state.get(_uploads_key()) or [])


def _pieces() -> list[str]:
    return pieces(st.session_state.get("pasted") or "")


def _addresses() -> list[str]:
    lines = (line.strip() for line in (st.session_state.get("addresses") or "").splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def _fetched() -> dict[str, File | Failure]:
    """What each address gave, kept for as long as the person keeps the page open, so that none is asked twice."""
    found: dict[str, File | Failure] = st.session_state.setdefault("fetched", {})
    return found


def _fetch(urls: list[str], web: Web) -> None:
    """Get the pages that are not there yet; one that failed is tried again."""
    fetched = _fetched()
    wanted = [url for url in urls if not isinstance(fetched.get(url), File)]
    place = st.empty()
    for number, url in enumerate(wanted):
        host = words.plain((urlsplit(url).netloc if is_address(url) else url)[:HOST_LETTERS])
        place.progress(number / len(wanted), text=texts.FETCHING.format(number=number + 1, total=len(wanted), host=host))
        if number >= MOST_ADDRESSES:
            fetched[url] = Failure(url, texts.TOO_MANY_ADDRESSES.format(MOST_ADDRESSES))
        else:
            fetched[url] = fetch(url, web) if is_address(url) else Failure(url, texts.NO_ADDRESS)
    place.empty()
