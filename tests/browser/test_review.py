"""Reviewing in a real browser: by keys, across a reload, and by two people at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import reports
from playwright.sync_api import Browser, Page, expect

from factcheck.dashboard import texts
from factcheck.reviewing.review import Action
from factcheck.store import open_store
from tests.browser.conftest import Opening
from tests.browser.serving import HANDMADE, at_rest, serving

pytestmark = pytest.mark.slow


@pytest.fixture
def place(tmp_path: Path) -> str:
    """A store with one project, which has the small report."""
    place = str(tmp_path / "store.db")
    project = open_store(place).create("Ferry fire")
    project.add(reports.small().documents)
    with project.run() as run:
        run.finish(reports.small())
    return place


def at_work(page: Page, name: str) -> Page:
    """The page on the project's review tab, under a name."""
    box = page.get_by_role("textbox", name=texts.YOUR_NAME)
    box.fill(name)
    box.press("Enter")
    at_rest(page).get_by_role("combobox", name=texts.PROJECT).click()
    page.get_by_role("option", name="Ferry fire").click()
    expect(page.get_by_text("In the project: 3 articles")).to_be_visible()
    at_rest(page).get_by_role("tab", name=texts.REVIEW, exact=True).click()
    expect(page.locator(".fc-review")).to_be_visible()
    return page


def press(page: Page, label: str) -> None:
    """Press a button, whose name may end with its key."""
    at_rest(page).get_by_role("button").filter(has_text=re.compile(f"^{label}")).click()


def test_reviewing_by_keys_survives_a_reload(browser: Browser, place: str, opened: Opening) -> None:
    """Keys decide, take back and go on, and are letters like any other while one types; a new visit finds everything."""
    project = open_store(place).project("Ferry fire")
    with serving(HANDMADE, FACTCHECK_DB=place) as address:
        page = at_work(opened(address), "Ada")
        standing = page.locator(".fc-standing")
        page.locator(".fc-review").click()
        at_rest(page).keyboard.press("x")
        expect(standing).to_contain_text("Rejected · Ada")
        at_rest(page).keyboard.press("u")
        expect(standing).to_contain_text("Open")
        at_rest(page).keyboard.press("Shift+U")
        expect(standing).to_contain_text("Rejected · Ada")
        at_rest(page).keyboard.press("n")
        expect(page.locator(".fc-review")).to_contain_text("A lorry started the fire")
        note = at_rest(page).get_by_role("textbox", name=texts.NOTE_LABEL)
        note.fill("")
        note.press_sequentially("xynk 123")
        note.press("Enter")
        at_rest(page).get_by_role("button", name=texts.NOTE_SAVE).click()
        expect(page.get_by_role("cell", name="xynk 123")).to_be_visible()
        page.locator(".fc-review").click()
        at_rest(page).keyboard.press("3")
        expect(standing).to_contain_text("Corrected · Ada")
        page.reload()
        at_work(page, "Ada")
        expect(standing).to_contain_text("Rejected · Ada")
    done = [it.action for it in project.reviews()]
    assert done == [Action.REJECT, Action.UNDO, Action.REDO, Action.NOTE, Action.CORRECT]


def test_two_people_at_once(browser: Browser, place: str, opened: Opening) -> None:
    """The slower one is told who was faster, and decides again on what is there now."""
    with serving(HANDMADE, FACTCHECK_DB=place) as address:
        ada, ben = at_work(opened(address), "Ada"), at_work(opened(address), "Ben")
        press(ada, texts.CONFIRM)
        expect(ada.locator(".fc-standing")).to_contain_text("Confirmed · Ada")
        press(ben, texts.REJECT)
        expect(ben.get_by_text("Ada confirmed this fact at")).to_be_visible()
        expect(ben.locator(".fc-standing")).to_contain_text("Confirmed · Ada")
        press(ben, texts.REJECT)
        expect(ben.locator(".fc-standing")).to_contain_text("In conflict")
    assert len(open_store(place).project("Ferry fire").reviews()) == 2
