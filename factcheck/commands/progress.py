"""How far a comparison is, as bars on stderr while somebody watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[str, int, int], None]


@contextmanager
def progress(quiet: bool) -> Iterator[Tell]:
    """Yields what is told stage, done and total; a stage of an unknown total (0) is one that goes on until the next begins.

    It begins with the first stage of every comparison, which nobody else tells: loading the models.
    """
    if quiet:
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                for earlier in tasks.values():
                    if bars.tasks[earlier].total is None:
                        bars.update(earlier, total=1, completed=1)
                tasks[stage] = bars.add_task(stage, total=total or None)
            bars.update(tasks[stage], completed=done, total=total or None)

        tell("loading models", 0, 0)
        yield tell


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""
