"""The article view in a real browser: it opens at the claim, shows its words as text, and leads to the fact."""

from __future__ import annotations

from pathlib import Path

import pytest
import reports
from playwright.sync_api import Page, expect

from claims.reading import read as read_articles
from factcheck.dashboard import texts
from tests.browser.accessibility import findings
from tests.browser.conftest import DESKTOP, FIRST_LOAD, PHONE, Opening, listening
from tests.browser.serving import HANDMADE, ROOT, at_rest, serving

pytestmark = pytest.mark.slow


def read(page: Page, document: str, claim: str) -> None:
    """Open a fact, and from one of its claims the article."""
    at_rest(page).get_by_role("tab", name=texts.FACTS).click()
    fact = page.locator(".fc-fact").filter(has_text="Seven passengers died")
    expect(fact).to_be_visible()
    listening(page, "facts")
    fact.click()
    link = page.locator(f'.fc-body [data-value="{document} {claim}"]')
    expect(link).to_be_visible()
    listening(page, "article")
    link.click()
    expect(page.get_by_role("dialog").locator(".article")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_an_article_is_read_beside_its_facts(panels: str, opened: Opening, axe: Path, size: tuple[int, int], dark: bool) -> None:
    """Every word is there; the claim is in view and marked; what was left out says why; a press opens the fact."""
    page = opened(panels, size=size, dark=dark)
    read(page, "d2", reports.NINE.id)
    drawer = page.get_by_role("dialog")
    wanted = drawer.locator(".mark.wanted")
    expect(wanted).to_be_in_viewport()
    expect(wanted).to_have_class("mark contradicted wanted")
    expect(wanted).to_have_attribute("title", "≠ Contradicted: Seven passengers died (7 dead cannot be 9 dead on the same day.)")
    expect(drawer.locator(".passage .reason")).to_have_text("share line")
    assert "Share this page" in drawer.locator(".passage").inner_text()
    told = drawer.locator(".told")
    height = told.evaluate("it => it.offsetHeight")
    drawer.locator(".mark").last.hover()  # the words stay where they are, whatever is told of them
    expect(told).to_contain_text("Agreed: The fire broke out")
    assert told.evaluate("it => it.offsetHeight") == height
    expect(drawer).to_have_css("color-scheme", "dark" if dark else "light")  # what axe-core cannot see: our colours follow it
    assert findings(page, axe) == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    wanted.click()
    expect(drawer).to_have_count(0)
    line = page.locator(".fc-fact").filter(has_text="Seven passengers died")
    expect(line).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".fc-body")).to_contain_text("7 dead cannot be 9 dead")


def test_an_article_shows_what_it_says_and_runs_nothing(browser: object, opened: Opening) -> None:
    """Markup in a text is words, and what it would run does not run (a dialog or an error would fail the test)."""
    with serving(HANDMADE, FAKE="hostile") as address:
        page = opened(f"{address}/?article=d1")
        shown = page.get_by_role("dialog").locator(".article")
        expect(shown).to_contain_text("<script>alert(1)</script>", timeout=FIRST_LOAD)
        assert page.locator("img[src=x]").count() == 0


def test_an_address_opens_an_article(dashboard: str, opened: Opening) -> None:
    """A page that is opened at an article shows the article, beside the example's report that the address belongs to."""
    document = read_articles([ROOT / "examples"]).documents[0]
    page = opened(f"{dashboard}/?article={document.id}")
    expect(page.get_by_role("dialog")).to_contain_text(document.title, timeout=FIRST_LOAD)


def test_a_passage_comes_back(dashboard: str, opened: Opening) -> None:
    """Put back, compared again: its words give claims, and the report is the new one."""
    page = opened(dashboard)
    expect(page.locator(".fc-heat")).to_be_visible(timeout=FIRST_LOAD)
    before = at_rest(page).locator(".fc-counts").first.inner_text()
    page.get_by_role("tab", name=texts.SOURCES).click()
    link = page.locator("tr", has_text="Northern Star").get_by_role("button", name=texts.READ_ARTICLE)
    expect(link).to_be_visible()
    listening(page, "article")
    link.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    at_rest(page)
    dialog.get_by_role("button", name=f"{texts.PUT_BACK}: share label").first.click()
    expect(page.get_by_role("button", name=texts.COMPARE_AGAIN)).to_be_visible()
    at_rest(page).get_by_role("button", name=texts.COMPARE_AGAIN).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(".fc-counts").first).not_to_have_text(before, timeout=FIRST_LOAD, use_inner_text=True)
