"""Worker processes that end with the process that started them, also where that one is killed and can tell nobody."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any


def pool(workers: int, start: Any, *arguments: Any) -> ProcessPoolExecutor:
    """A pool of processes of which each calls `start` with these arguments once."""
    return ProcessPoolExecutor(workers, get_context("spawn"), _begin, (start, arguments))


def _begin(start: Any, arguments: tuple[Any, ...]) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    start(*arguments)


def _end_with_parent() -> None:
    """Wait for the end of the parent; a worker that waits for its next task would never notice it."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
