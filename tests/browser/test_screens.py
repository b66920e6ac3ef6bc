"""Every screen, wide and narrow, light and dark: it is there, nothing runs over its edge, and axe-core finds nothing grave."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from factcheck.dashboard import texts
from tests.browser.accessibility import findings
from tests.browser.conftest import DESKTOP, PHONE, Opening

pytestmark = pytest.mark.slow

SCREENS = (texts.FACTS, texts.GLANCE, texts.SOURCES)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_a_screen_is_fit_for_everybody(panels: str, opened: Opening, axe: Path, size: tuple[int, int], dark: bool) -> None:
    """No serious or critical finding on any tab, a fact opened; the page never scrolls sideways."""
    page = opened(panels, size=size, dark=dark)
    page.locator(".fc-fact > summary").first.click()
    for screen in SCREENS:
        page.get_by_role("tab", name=screen).click()
        expect(page.get_by_role("tabpanel").filter(visible=True)).to_be_visible()
        assert findings(page, axe) == [], screen
        assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"), screen


def test_the_first_page_is_fit_for_everybody(dashboard: str, opened: Opening, axe: Path) -> None:
    """What a new person sees has no serious or critical finding, also in the dark theme."""
    page = opened(dashboard, dark=True)
    expect(page.locator(".fc-fact").first).to_be_visible()
    assert findings(page, axe) == []
