"""The brief in a real browser with the network off: it opens, asks for nothing, fits, and axe-core finds nothing grave."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from factcheck.exports.brief import write_brief
from tests.browser.accessibility import findings
from tests.browser.conftest import DESKTOP, PHONE
from tests.test_brief import measured

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief of the hand-made report, as a file."""
    path = tmp_path_factory.mktemp("brief") / "brief.html"
    with path.open("w", encoding="utf-8") as out:
        write_brief(measured(), out)
    return path


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_the_brief_opens_offline(browser: Browser, brief: Path, axe: Path, size: tuple[int, int], dark: bool) -> None:
    """All facts are on the page, no request leaves, nothing is complained of, and it never scrolls sideways."""
    width, height = size
    scheme = "dark" if dark else "light"
    # The page's own policy forbids every script, so the checker needs to be let past it.
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, offline=True, bypass_csp=True)
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(brief.as_uri())
    expect(page.locator("article.fact")).to_have_count(4)
    expect(page.locator(".strip svg .dot").first).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    assert (asked, said) == ([brief.as_uri()], [])
    assert findings(page, axe) == []
    context.close()


def test_the_brief_prints_on_white(browser: Browser, brief: Path) -> None:
    """On paper the ink is dark, also where the screen is."""
    context = browser.new_context(color_scheme="dark", offline=True)
    page = context.new_page()
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(brief.as_uri())
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(34, 38, 43)"
    assert page.pdf(format="A4").startswith(b"%PDF")
    context.close()
