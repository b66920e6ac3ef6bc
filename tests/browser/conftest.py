"""The browser, the served dashboard, and a tab of one's own for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.serving import HANDMADE, ROOT, at_rest, chromium, serving

DESKTOP, PHONE = (1280, 900), (390, 844)
PATIENCE = 180_000  # ms; a busy machine
FIRST_LOAD = 300_000  # ms; the models come from the disk, and a comparison is made
LONGEST = 1200  # seconds for one test with all that it waits for

AXE = ROOT / "tests" / "browser" / "node_modules" / "axe-core" / "axe.min.js"

Opening = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of this folder the time that they may wait on a busy machine."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.timeout(LONGEST))


def listening(page: Page, scope: str = "overview") -> Page:
    """The page at rest, once clicks on its buttons of this scope are heard (factcheck/dashboard/links.py)."""
    at_rest(page)
    expect(page.locator(f"body[data-fc-{scope}]")).to_be_attached()
    return page


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium without a window; without one here the test is skipped, visibly."""
    path = chromium()
    if path is None:
        pytest.skip("no Chromium here: as root, apt-get install chromium (tests/tools.sh does it)")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield started
        started.close()


@pytest.fixture(scope="package")
def dashboard(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard, its models loaded by a first visitor; its store is its own."""
    with serving(FACTCHECK_DB=str(tmp_path_factory.mktemp("dashboard") / "store.db")) as address:
        page = browser.new_page()
        page.goto(address)
        expect(page.locator(".fc-heat")).to_be_visible(timeout=FIRST_LOAD)
        page.close()
        yield address


@pytest.fixture(scope="package")
def panels(browser: Browser) -> Iterator[str]:
    """The address of the panels on a small hand-made report: quick, since no model is needed."""
    with serving(HANDMADE) as address:
        yield address


@pytest.fixture
def opened(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Opening]:
    """Opens an address as a new person: `opened(address, size=PHONE, dark=True)`; a script error on the page fails the test."""
    errors: list[str] = []
    contexts = []

    def visit(address: str, *, size: tuple[int, int] = DESKTOP, dark: bool = False) -> Page:
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("dialog", lambda dialog: (errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.goto(address)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert not errors


@pytest.fixture(scope="session")
def axe() -> Path:
    """axe-core, the accessibility checker; without it the test is skipped, visibly."""
    if not AXE.is_file():
        pytest.skip("no axe-core here: npm ci in tests/browser (tests/tools.sh does it)")
    return AXE
