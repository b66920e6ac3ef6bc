"""How quick the page is: figures for a person to read, with bounds so wide that only a real fault breaks them."""

from __future__ import annotations

import time
import warnings

import pytest
from playwright.sync_api import Browser, expect

from factcheck.dashboard import texts
from tests.browser.conftest import Opening, listening
from tests.browser.serving import HANDMADE, at_rest, press, serving

pytestmark = pytest.mark.slow

FACTS = 2_000
OPENINGS = 8
FACT_OPENS, FIRST_SCREEN = 0.5, 2.0  # seconds: what we aim at, on an idle laptop
FAULT = 20  # times as much, on a busy machine, is a fault and no noise


def told(what: str, seconds: float, aim: float) -> None:
    """Put a figure into the report of the tests, where nobody has to ask for it."""
    warnings.warn(f"{what}: {seconds * 1000:.0f} ms (aim: {aim * 1000:.0f} ms on an idle machine)", stacklevel=2)
    assert seconds < aim * FAULT


def test_a_fact_of_two_thousand_opens_at_once(browser: Browser, opened: Opening) -> None:
    """From the click on its line to the card: the middle of several openings, in a report of 2,000 facts and 8,000 claims."""
    with serving(HANDMADE, FAKE=f"crowded {FACTS}") as address:
        page = opened(address)
        listening(page)
        page.get_by_role("tab", name=texts.FACTS).click()
        expect(page.locator(".fc-fact").first).to_be_visible()
        names = at_rest(page).locator(".fc-fact .fc-headline").all_inner_texts()[:OPENINGS]
        took = []
        for name in names:  # by name: while the page is redrawn the same number may be another line
            line = page.locator(f'.fc-fact:has(.fc-headline:text-is("{name}"))')
            start = time.perf_counter()
            press(line, page.locator(f'.fc-body[aria-label="{name}"]'))
            took.append(time.perf_counter() - start)
        told(f"opening a fact among {FACTS:,}", sorted(took)[OPENINGS // 2], FACT_OPENS)
        start = time.perf_counter()
        page.reload()
        expect(page.locator(".fc-heat")).to_be_visible()
        told(f"the first screen of {FACTS:,} facts", time.perf_counter() - start, FIRST_SCREEN)


def test_the_first_screen_of_the_dashboard_comes_quickly(dashboard: str, opened: Opening) -> None:
    """What a person sees first, once the models are loaded: the heading and the way in; then the example's facts."""
    start = time.perf_counter()
    page = opened(dashboard)
    expect(page.get_by_role("button", name=texts.COMPARE, exact=True)).to_be_visible()
    told("the first screen, models loaded", time.perf_counter() - start, FIRST_SCREEN)
    expect(page.locator(".fc-heat")).to_be_visible()
    told("the compared example, models loaded", time.perf_counter() - start, FIRST_SCREEN)
