"""A Streamlit script on a free port of this machine, and the browser to look at it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "streamlit_app.py"
HANDMADE = Path(__file__).parent / "handmade_app.py"
NAMES = ("chromium", "chromium-browser", "google-chrome")  # Debian's first; any other Chromium does as well
PRESSES, PATIENCE = 3, 20_000  # ms for a press to show
QUIET = 200  # ms in which nothing on the page changes any more, however long a busy machine takes to get there
START_SECONDS = 180  # a busy machine needs several seconds to import streamlit


def chromium() -> str | None:
    """The browser's path, None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(script: Path = APP, port: int | None = None, **environment: str) -> Iterator[str]:
    """The address of a script that is being served, at any free port; the server ends with the block."""
    port = port or free_port()
    settings = {"port": port, "headless": "true", "address": "127.0.0.1", "fileWatcherType": "none"}
    command = [sys.executable, "-m", "streamlit", "run", str(script), *(f"--server.{key}={it}" for key, it in settings.items())]
    known = os.environ | {"PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"} | environment
    server = subprocess.Popen(command, cwd=ROOT, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(server, f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=START_SECONDS)


def press(button: Locator, shown: Locator) -> None:
    """Press until it shows: a press while a busy page is being redrawn can be lost, and a person presses again."""
    for number in range(PRESSES):
        if number == 0 or button.count():  # the one that did its work may be gone before that shows
            button.click()
        try:
            expect(shown).to_be_visible(timeout=PATIENCE)
        except AssertionError:
            continue
        return
    expect(shown).to_be_visible()


# Ends when the page has not changed for so long.
_STILL = """
quiet => new Promise(done => {
  const end = () => { changes.disconnect(); done(); };
  let waiting = setTimeout(end, quiet);
  const changes = new MutationObserver(() => { clearTimeout(waiting); waiting = setTimeout(end, quiet); });
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
})
"""


def at_rest(page: Page) -> Page:
    """The page once Streamlit has drawn all of it: a press before may find its button gone."""
    done = page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')
    expect(done).to_be_attached()
    page.evaluate(_STILL, QUIET)
    expect(done).to_be_attached()
    return page


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with status {server.returncode} before it answered")
        try:
            with urlopen(address, timeout=1):  # noqa: S310 (our own server)
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"no answer from {address} within {START_SECONDS} s")
