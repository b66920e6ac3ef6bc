"""Every screen, wide and narrow, light and dark: it is there, nothing runs over its edge, and axe-core finds nothing grave."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from factcheck.dashboard import texts
from tests.browser.accessibility import findings
from tests.browser.conftest import DESKTOP, PHONE, Opening, listening
from tests.browser.serving import HANDMADE, at_rest, serving

pytestmark = pytest.mark.slow

SCREENS = (texts.OVERVIEW, texts.FACTS, texts.REVIEW, texts.SOURCES)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_a_screen_is_fit_for_everybody(panels: str, opened: Opening, axe: Path, size: tuple[int, int], dark: bool) -> None:
    """No serious or critical finding on any tab, a fact opened; the page never scrolls sideways."""
    page = opened(panels, size=size, dark=dark)
    listening(page).locator(".fc-heat button").first.click()
    expect(page.locator(".fc-body")).to_be_visible()
    for screen in SCREENS:
        at_rest(page).get_by_role("tab", name=screen).click()
        expect(page.get_by_role("tabpanel").filter(visible=True)).to_be_visible()
        at_rest(page)
        assert findings(page, axe) == [], screen
        assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth"), screen


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_export_is_fit_for_everybody(panels: str, opened: Opening, axe: Path, dark: bool) -> None:
    """With all formats unfolded, and the filters that are folded too: no serious or critical finding."""
    page = opened(panels, dark=dark)
    listening(page)
    page.get_by_text(texts.MORE_FILTERS, exact=True).click()
    page.get_by_text(texts.EXPORT_MORE, exact=True).click()
    page.get_by_text(texts.EXPORT_REVIEW, exact=True).click()
    expect(page.get_by_role("button", name=texts.EXPORT_CSV_SO)).to_be_visible()
    assert findings(at_rest(page), axe) == []


def test_the_first_page_is_fit_for_everybody(dashboard: str, opened: Opening, axe: Path) -> None:
    """What a new person sees has no serious or critical finding, also in the dark theme."""
    page = opened(dashboard, dark=True)
    expect(page.locator(".fc-heat")).to_be_visible()
    assert findings(at_rest(page), axe) == []


def test_a_fact_opens_from_the_heat_map_and_by_the_keyboard(panels: str, opened: Opening) -> None:
    """A click in the heat map turns to the list, opens the fact there and puts the focus on it; Enter closes and opens it."""
    page = opened(panels)
    listening(page)
    page.locator(".fc-heat").get_by_role("button", name="Seven passengers died").click()
    line = page.locator(".fc-fact").filter(has_text="Seven passengers died")
    expect(line).to_be_focused()
    expect(line).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".fc-body")).to_contain_text("7 dead cannot be 9 dead")
    listening(page, "facts").keyboard.press("Enter")
    expect(page.locator(".fc-body")).to_have_count(0)
    expect(line).to_be_focused()
    listening(page, "facts").keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".fc-body")).to_contain_text("The shipping line blames a lorry")
    expect(page.locator(".fc-fact").filter(has_text="A lorry started the fire")).to_be_focused()


def test_turning_to_a_tab_leaves_the_page_where_it_is(panels: str, opened: Opening) -> None:
    """A tab that is drawn for the first time is empty for a moment; what the person looks at must not move for that."""
    page = opened(panels)
    listening(page)
    tab = page.get_by_role("tab", name=texts.SOURCES)
    tab.evaluate("it => { it.style.scrollMarginTop = '4.5rem'; it.scrollIntoView() }")
    before = tab.evaluate("it => it.getBoundingClientRect().top")
    tab.click()
    expect(page.get_by_role("heading", name=texts.TIMELINE, exact=True)).to_be_visible()
    assert abs(tab.evaluate("it => it.getBoundingClientRect().top") - before) < 2


def test_what_articles_say_never_runs(browser: Browser, opened: Opening) -> None:
    """Tags in titles, names, reasons and sentences are shown as they were written; nothing of them becomes part of the page."""
    with serving(HANDMADE, FAKE="hostile") as address:
        page = opened(address)
        listening(page)
        page.locator(".fc-heat button").first.click()
        expect(page.locator(".fc-body")).to_contain_text("<b>dead</b>")
        assert page.locator("img[src='x'], img[src*='example.org'], .fc-body script, .fc-body i:not([class])").count() == 0
