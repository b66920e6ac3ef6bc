"""A comparison in a thread of its own, so that the page stays alive while it goes on, and can end it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread

from factcheck.comparison import Progress
from factcheck.report import Report


class CancelledError(Exception):
    """The person does not want the report any more."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far a stage is: how many of its parts are done, and for how many seconds it has been going on."""

    stage: str
    done: int
    total: int
    seconds: float

    @property
    def left(self) -> float | None:
        """Seconds until the stage is done if it goes on as it did; None where that cannot be told."""
        return self.seconds * (self.total - self.done) / self.done if 0 < self.done < self.total else None


class Run:
    """One comparison under way. It asks after each part of its work whether it is still wanted."""

    def __init__(self, work: Callable[[Progress], Report]) -> None:
        """Begin; `work` makes the report and tells the progress that it is given how far it is."""
        self._steps: dict[str, Step] = {}
        self._begun: dict[str, float] = {}
        self._start = time.monotonic()
        self._cancelled, self._ended = Event(), Event()
        self._report: Report | None = None
        self._error: BaseException | None = None
        Thread(target=self._work, args=(work,), daemon=True, name="comparison").start()

    @property
    def seconds(self) -> float:
        """How long it has been going on."""
        return time.monotonic() - self._start

    @property
    def steps(self) -> tuple[Step, ...]:
        """The stages so far, in the order in which they began."""
        return tuple(self._steps.values())

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; whether the work has ended, in whatever way."""
        return self._ended.wait(seconds)

    def cancel(self) -> None:
        """End the work at the next part of it; what it has found until then is dropped."""
        self._cancelled.set()

    @property
    def report(self) -> Report:
        """What came of it, once it has ended: the report, else the error that ended it (CancelledError if somebody did)."""
        if self._error is not None:
            raise self._error
        if self._report is None:
            raise RuntimeError("the comparison has not ended; wait for it")
        return self._report

    def _work(self, work: Callable[[Progress], Report]) -> None:
        try:
            self._report = work(self._tell)
            if self._cancelled.is_set():
                raise CancelledError
        except BaseException as error:  # handed on to whoever asks for the report
            self._error = error
        finally:
            self._ended.set()

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise CancelledError
        begun = self._begun.setdefault(stage, time.monotonic())
        self._steps[stage] = Step(stage, done, total, time.monotonic() - begun)
