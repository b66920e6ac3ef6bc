"""The path of a fact-checker through the dashboard: files in, a fact opened and reviewed, the CSV out, the review found again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from factcheck.cli import main
from factcheck.dashboard import texts
from factcheck.judgement import Verdict
from tests.browser.conftest import FIRST_LOAD, Opening, listening
from tests.browser.serving import ROOT, at_rest, serving

pytestmark = pytest.mark.slow

EXAMPLES = ROOT / "examples"
PROJECT = "Kessim"


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard with an empty store of its own."""
    with serving(FACTCHECK_DB=str(tmp_path_factory.mktemp("desk") / "store.db")) as address:
        yield address


def compared(page: Page) -> None:
    """The example's files go in, and the page shows their report."""
    expect(page.locator(".fc-heat")).to_be_visible(timeout=FIRST_LOAD)
    files = [it for it in sorted(EXAMPLES.iterdir()) if it.suffix in (".txt", ".csv")]
    page.locator("input[type=file]").first.set_input_files(files)
    expect(page.get_by_text(texts.CHECK.format(articles="8 articles"))).to_be_visible()
    at_rest(page).get_by_role("button", name=texts.COMPARE, exact=True).click()
    expect(page.get_by_text(texts.NOT_COMPARED_YET)).to_have_count(0, timeout=FIRST_LOAD)
    expect(page.get_by_role("button", name=texts.COMPARE, exact=True)).to_be_enabled(timeout=FIRST_LOAD)


def signed(page: Page, name: str) -> None:
    """Say who reviews."""
    box = page.get_by_role("textbox", name=texts.YOUR_NAME)
    box.fill(name)
    box.press("Enter")


def in_project(page: Page) -> None:
    """Choose the project."""
    at_rest(page).get_by_role("combobox", name=texts.PROJECT).click()
    page.get_by_role("option", name=PROJECT).click()


def test_from_files_to_a_reviewed_csv(desk: str, opened: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Upload, compare, open a contradicted fact, review it, filter, export what the command line does, find the review again."""
    page = opened(desk)
    compared(page)
    signed(page, "Ada")
    at_rest(page).get_by_role("button", name=texts.NEW_PROJECT).click()
    page.get_by_role("textbox", name=texts.NEW_PROJECT).fill(PROJECT)
    page.get_by_role("textbox", name=texts.NEW_PROJECT).press("Enter")
    at_rest(page).get_by_role("button", name=texts.MAKE_PROJECT).click()
    expect(page.get_by_role("button", name=texts.KEEP)).to_be_visible()
    at_rest(page).get_by_role("button", name=texts.KEEP).click()
    expect(page.get_by_text("In the project: 8 articles")).to_be_visible()

    listening(page)
    page.locator(".fc-notices button").first.click()
    expect(page.locator(".fc-body .fc-strip")).to_be_visible()
    at_rest(page).get_by_role("button", name=texts.GO_TO_REVIEW).click()
    expect(page.locator(".fc-review")).to_be_visible()
    headline = at_rest(page).locator(".fc-review .fc-headline").inner_text()
    page.locator(".fc-review").click()
    at_rest(page).keyboard.press("y")
    expect(page.locator(".fc-standing").filter(visible=True)).to_contain_text("Confirmed · Ada")

    label, shown = (
        texts.VERDICTS[Verdict.CONTRADICT],
        page.get_by_test_id("stSidebar").get_by_text(re.compile(r"\d of \d+ facts")),
    )
    everything = shown.inner_text()
    at_rest(page).get_by_role("button", name=f"{label.icon} {label.word}", exact=True).first.click()
    expect(shown).not_to_have_text(everything)
    expect(page.get_by_role("radio").first).to_be_checked()
    at_rest(page)
    with page.expect_download() as downloading:
        page.get_by_role("button", name=texts.EXPORTS["csv"]).first.click()
    monkeypatch.chdir(EXAMPLES)
    expected = tmp_path / "expected.csv"
    assert main(["compare", ".", "--csv", str(expected), "--verdict", "contradict", "--quiet"]) == 0
    assert Path(downloading.value.path()).read_bytes() == expected.read_bytes()

    page.reload()
    expect(page.locator(".fc-heat")).to_be_visible(timeout=FIRST_LOAD)
    signed(page, "Ben")
    in_project(page)
    listening(page)
    page.locator(".fc-notices").get_by_role("button", name=headline, exact=True).click()
    expect(page.locator(".st-key-open_fact .fc-standing")).to_contain_text("Confirmed · Ada")
