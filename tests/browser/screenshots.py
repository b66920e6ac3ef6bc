"""Pictures of every screen for docs/, from the bundled example: `python -m tests.browser.screenshots`.

Each is written as a PNG with a palette, so that it stays small; look at each one before you commit it.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from factcheck.dashboard import texts
from tests.browser.conftest import DESKTOP, FIRST_LOAD, PATIENCE, PHONE, listening
from tests.browser.serving import ROOT, chromium, serving

FOLDER = ROOT / "docs" / "screens"
COLOURS = 128
LARGEST = 250_000  # bytes: what a picture in the repository may weigh
SETTLED = 1500  # ms until charts are drawn and scrolling has ended


def main(folder: Path = FOLDER) -> int:
    """Make all pictures; the status says whether each is small enough."""
    path = chromium()
    if path is None:
        print("no Chromium here: as root, apt-get install chromium", file=sys.stderr)
        return 2
    expect.set_options(timeout=PATIENCE)
    folder.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as store,
        serving(FACTCHECK_DB=f"{store}/store.db", LOGNAME="Ada") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        sizes = [
            *_desk(_opened(browser, address, DESKTOP), folder),
            *_pocket(_opened(browser, address, PHONE, dark=True), folder),
        ]
        browser.close()
    return int(any(size > LARGEST for size in sizes))


def _opened(browser: Browser, address: str, size: tuple[int, int], dark: bool = False) -> Page:
    viewport = {"width": size[0], "height": size[1]}
    page = browser.new_context(viewport=viewport, color_scheme="dark" if dark else "light").new_page()  # type: ignore[arg-type]
    page.goto(address)
    expect(page.locator(".fc-heat")).to_be_visible(timeout=FIRST_LOAD)
    listening(page)
    return page


def _desk(page: Page, folder: Path) -> list[int]:
    """The screens on a desk, in the light."""
    made = [_taken(page, folder / "start.png")]
    _to(page.locator(".fc-counts").first)
    made.append(_taken(page, folder / "overview.png"))
    _to(page.get_by_role("heading", name=texts.MATRIX, exact=True))
    made.append(_taken(page, folder / "who-says-what.png"))
    page.locator(".fc-notices button").first.click()
    expect(page.locator(".fc-strip")).to_be_visible()
    made.append(_taken(page, folder / "fact.png"))
    page.get_by_role("button", name=texts.READ_ARTICLE).filter(visible=True).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    made.append(_taken(page, folder / "article.png"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name=texts.GO_TO_REVIEW).click()
    expect(page.locator(".fc-review")).to_be_visible()
    _to(page.get_by_role("tab", name=texts.REVIEW, exact=True))
    made.append(_taken(page, folder / "review.png"))
    page.get_by_role("tab", name=texts.SOURCES).click()
    expect(page.get_by_role("heading", name=texts.TIMELINE, exact=True)).to_be_visible()
    _to(page.get_by_role("tab", name=texts.SOURCES))
    made.append(_taken(page, folder / "sources.png"))
    _to(page.get_by_role("heading", name=texts.COPYING, exact=True))
    made.append(_taken(page, folder / "agreement.png"))
    _to(page.get_by_role("heading", name=texts.TIMELINE, exact=True))
    made.append(_taken(page, folder / "counts.png"))
    return made


def _pocket(page: Page, folder: Path) -> list[int]:
    """The same on a telephone, in the dark."""
    _to(page.locator(".fc-counts").first)
    made = [_taken(page, folder / "phone-overview.png")]
    page.locator(".fc-notices button").first.click()
    expect(page.locator(".fc-strip")).to_be_visible()
    made.append(_taken(page, folder / "phone-fact.png"))
    return made


def _to(place: Locator) -> None:
    """Scroll until a place stands on top, below the bar that Streamlit lays over the page."""
    place.evaluate("it => { it.style.scrollMarginTop = '4.5rem'; it.scrollIntoView() }")


def _taken(page: Page, target: Path) -> int:
    """Write what the page shows, with few colours; its size in bytes."""
    page.wait_for_timeout(SETTLED)
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    image.save(target, optimize=True)
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}: {size:,} bytes")
    return size


if __name__ == "__main__":
    sys.exit(main())
