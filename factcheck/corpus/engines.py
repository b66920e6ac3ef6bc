"""Who runs a stage over its parts: this process, or as many others as there are jobs. A part gives the same files anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from factcheck.comparison import Models, load_models
from factcheck.corpus.folder import Folder
from factcheck.workers import pool

Stage = Callable[[Folder, int, Models], None]


@dataclass(frozen=True, slots=True)
class Setup:
    """How a process makes its models; plain values, so that any process can be told."""

    nli: str | None = ""
    device: str = "auto"
    threads: int = 1

    def models(self) -> Models:
        """Models of one's own; nothing is kept in the user's cache, which a corpus would flush."""
        return load_models(False, self.nli, self.threads, self.device)


class Engine(Protocol):
    """Anything that runs a stage over parts; it tells each part when it is done, in any order."""

    def run(self, stage: Stage, folder: Folder, parts: Sequence[int]) -> Iterator[int]:
        """Run the stage, and tell each part that is done."""


class Here:
    """In this process, part by part, with models that are loaded when first needed."""

    def __init__(self, models: Models):
        """With these models."""
        self._models = models

    def run(self, stage: Stage, folder: Folder, parts: Sequence[int]) -> Iterator[int]:
        """Run the stage, and tell each part that is done."""
        for part in parts:
            stage(folder, part, self._models)
            yield part


class Processes:
    """In several processes of this machine, each with models of its own."""

    def __init__(self, setup: Setup, jobs: int):
        """With so many processes at once."""
        self._setup = setup
        self._jobs = jobs

    def run(self, stage: Stage, folder: Folder, parts: Sequence[int]) -> Iterator[int]:
        """Run the stage, and tell each part that is done."""
        if not parts:
            return
        with pool(min(self._jobs, len(parts)), _start, self._setup) as processes:
            yield from processes.map(_work, [stage] * len(parts), [folder] * len(parts), parts)


_MODELS: list[Models] = []  # of a worker process


def _start(setup: Setup) -> None:
    _MODELS.append(setup.models())


def _work(stage: Stage, folder: Folder, part: int) -> int:
    stage(folder, part, _MODELS[0])
    return part
