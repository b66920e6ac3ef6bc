"""The start in a real browser: files, pasted text, a bad file, correcting, cancelling; what an article says is only ever text."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from factcheck.dashboard import texts
from tests.browser.accessibility import findings
from tests.browser.conftest import DESKTOP, FIRST_LOAD, PHONE, Opening
from tests.browser.serving import at_rest, press

pytestmark = pytest.mark.slow

SEVEN = "Ferry fire kills seven\n\n14 May 2024\n\nSeven passengers died on Monday when the ferry Ondine burned off Port Ellery."
NINE = "Nine dead on the Ondine\n\n14 May 2024\n\nNine passengers were killed on Monday when the ferry Ondine burned."
SCRIPT = "\n\n<script>alert(1)</script> <img src=x onerror=alert(2)> stood in red letters on the quay of Port Ellery."
LONG = 4  # articles that take half a minute to compare; typing more of them in takes a browser as long
FORMULA = '=HYPERLINK("http://x.example") killed 12 passengers on Monday, the harbour office said.'


def started(dashboard: str, opened: Opening, **options: object) -> Page:
    """The page as a new person sees it, the example compared."""
    page = opened(dashboard, **options)
    expect(page.locator(".fc-heat")).to_be_visible(timeout=FIRST_LOAD)
    return page


def paste(page: Page, text: str) -> None:
    """Paste into the box for text."""
    page.get_by_role("tab", name=texts.BY_TEXT).click()
    box = page.get_by_label(texts.PASTE_LABEL)
    box.fill(text)
    box.press("Control+Enter")


def long_article(number: int) -> str:
    """An article that takes seconds to compare: no two of its sentences are the same, or they would be left out as repeated."""
    lines = (
        f"On pier {number}{k} of Port Ellery {k + 3} passengers of the ferry Ondine were hurt by boat {k}, clerk {k} said."
        for k in range(150)
    )
    return "Ferry fire\n\n14 May 2024\n\n" + "\n\n".join(lines)


def compare(page: Page, articles: int) -> None:
    """Press the button, and wait for the report on so many articles."""
    at_rest(page).get_by_role("button", name=texts.COMPARE, exact=True).click()
    expect(page.locator(".fc-counts").first).to_contain_text(f"{articles} articles", timeout=FIRST_LOAD)


def test_articles_of_ones_own(dashboard: str, opened: Opening, axe: Path, tmp_path: Path) -> None:
    """A good file and a bad one, and pasted text that tries to run: two articles, one line of what went wrong, nothing runs."""
    (tmp_path / "seven.txt").write_text(SEVEN + SCRIPT)
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\0\0\0\0")
    page = started(dashboard, opened)
    page.locator("input[type=file]").first.set_input_files([tmp_path / "seven.txt", tmp_path / "photo.txt"])
    expect(page.locator(".fc-failures")).to_contain_text("photo.txt")
    expect(page.locator(".fc-failures")).to_contain_text("binary content")
    paste(page, NINE + SCRIPT)
    expect(page.get_by_text(texts.CHECK.format(articles="2 articles"))).to_be_visible()
    expect(page.get_by_text(texts.NOT_COMPARED_YET)).to_be_visible()
    assert findings(at_rest(page), axe) == []
    compare(page, 2)
    at_rest(page).get_by_role("tab", name=texts.FACTS).click()
    expect(page.locator(".fc-fact").filter(has_text="Contradicted").first).to_be_visible()
    assert page.locator("img[src=x]").count() == 0


def test_formulas_stay_text(dashboard: str, opened: Opening) -> None:
    """A pasted cell that a spreadsheet would run leaves as words."""
    page = started(dashboard, opened)
    paste(page, f"{FORMULA}\n===\n{FORMULA.replace('12', '15')}")
    expect(page.get_by_text(texts.CHECK.format(articles="2 articles"))).to_be_visible()
    compare(page, 2)
    with page.expect_download() as download:
        at_rest(page).get_by_role("button", name=texts.EXPORTS["csv"]).first.click()
    cells = [cell for row in csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8"))) for cell in row]
    assert cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))]


def test_a_comparison_is_cancelled(dashboard: str, opened: Opening) -> None:
    """Cancel ends it at once for the person, says so, and leaves the report on the page; then another one can be made."""
    page = started(dashboard, opened)
    before = page.locator(".fc-counts").first.inner_text()
    paste(page, "\n===\n".join(long_article(n) for n in range(LONG)))
    expect(page.get_by_text(texts.CHECK.format(articles=f"{LONG} articles"))).to_be_visible()
    at_rest(page).get_by_role("button", name=texts.COMPARE, exact=True).click()
    press(page.get_by_role("button", name=texts.CANCEL, exact=True), page.get_by_text(texts.CANCELLED))
    expect(page.get_by_text(texts.CANCELLED)).to_be_visible()
    assert page.locator(".fc-counts").first.inner_text() == before
    paste(page, f"{SEVEN}\n===\n{NINE}")
    expect(page.get_by_text(texts.CHECK.format(articles="2 articles"))).to_be_visible()
    compare(page, 2)


def test_the_start_on_a_phone(dashboard: str, opened: Opening, axe: Path) -> None:
    """Nothing runs over the edge, in the dark theme neither; the table can be opened."""
    page = started(dashboard, opened, size=PHONE, dark=True)
    page.get_by_text(texts.CHECK_EXAMPLE).click()
    expect(page.get_by_test_id("stDataFrame").first).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")
    assert grave(page, axe) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_every_way_in_is_fit_for_everybody(dashboard: str, opened: Opening, axe: Path, size: tuple[int, int], dark: bool) -> None:
    """Files, pasted text, addresses, the tables of articles and of names: nothing grave, and nothing runs over the edge."""
    page = started(dashboard, opened, size=size, dark=dark)
    for way, shown in (
        (texts.BY_TEXT, page.get_by_label(texts.PASTE_LABEL)),
        (texts.BY_ADDRESS, page.get_by_label(texts.ADDRESS_LABEL)),
        (texts.BY_FILES, page.locator("input[type=file]").first),
    ):
        page.get_by_role("tab", name=way).click()
        expect(shown).to_be_attached()
        assert grave(page, axe) == [], way
    for number, folded in enumerate((texts.CHECK_EXAMPLE, texts.NAMES), 1):
        page.get_by_text(folded, exact=True).click()
        expect(page.get_by_test_id("stDataFrame").filter(visible=True)).to_have_count(number)
    assert grave(page, axe) == []
    assert page.evaluate("document.scrollingElement.scrollWidth <= window.innerWidth")


def grave(page: Page, axe: Path) -> list[str]:
    """What axe-core finds, but for Streamlit's own sidebar: closed and out of sight on a phone, it is a region that scrolls."""
    return [found for found in findings(at_rest(page), axe) if "stSidebarContent" not in found]
