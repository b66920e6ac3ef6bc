"""Streamlit's own login in a real browser, against a provider of our own: nothing is seen before, the name comes from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from factcheck.dashboard import texts
from tests.browser.conftest import Opening
from tests.browser.provider import CLIENT, CONFIGURATION, SECRET, provider
from tests.browser.serving import HANDMADE, at_rest, free_port, serving

pytestmark = pytest.mark.slow

SETTINGS = """[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "a long random string of this test"
client_id = "{client}"
client_secret = "{secret}"
server_metadata_url = "{metadata}"
"""


def test_the_name_comes_from_the_login(opened: Opening, tmp_path: Path) -> None:
    """With the settings of docs/review.md: a button and nothing else, then the page, with the account's address for a name."""
    port = free_port()
    with provider("ada@example.org") as address:
        secrets = tmp_path / ".streamlit" / "secrets.toml"
        secrets.parent.mkdir()
        settings = {"port": port, "client": CLIENT, "secret": SECRET, "metadata": address + CONFIGURATION}
        secrets.write_text(SETTINGS.format(**settings), encoding="utf-8")
        with serving(HANDMADE, port, HOME=str(tmp_path), FACTCHECK_DB=str(tmp_path / "store.db")) as served:
            page = opened(served)
            expect(page.get_by_text(texts.LOGIN_LINE)).to_be_visible()
            assert page.get_by_role("tab").count() == 0
            at_rest(page).get_by_role("button", name=texts.LOGIN).click()
            expect(page.get_by_role("tab", name=texts.REVIEW, exact=True)).to_be_visible()
            page.get_by_role("tab", name=texts.REVIEW, exact=True).click()
            expect(page.get_by_text(texts.NAME_FROM_PROXY.format(name="ada@example.org")).first).to_be_visible()
            stranger = opened(served)
            expect(stranger.get_by_text(texts.LOGIN_LINE)).to_be_visible()
            assert stranger.get_by_role("tab").count() == 0
