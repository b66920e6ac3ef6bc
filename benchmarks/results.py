"""Figures that a benchmark found, kept as data: results/STAGE.json, from which `python -m benchmarks.table` writes its table.

A figure has a stage ("quantities"), the data it was taken on, what was measured, by which method, its value and, where the data
fall into units that were drawn independently (groups of articles, sentences, questions), a 95 % interval by bootstrap over
these units (Efron 1979, percentiles of 2,000 draws with a fixed seed). A rival that is not asked again keeps its figures, with
the commit at which they were taken.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from benchmarks.rivals import NAMES

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).resolve().parent / "results"
OURS = "ours"

DRAWS = 2000  # the ends of an interval move by less than 0.01 between seeds
SEED = 7

Unit = TypeVar("Unit")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; `low` and `high` are the ends of its interval, None where no units were drawn."""

    data: str
    measure: str
    method: str
    value: float
    low: float | None = None
    high: float | None = None


def interval(units: Sequence[Unit], statistic: Callable[[Sequence[Unit]], float]) -> tuple[float, float]:
    """The 95 % interval of a statistic by bootstrap over units; draws for which it is undefined (nan) do not count."""
    rng = np.random.default_rng(SEED)
    draws = rng.integers(len(units), size=(DRAWS, len(units)))
    found = np.array([statistic([units[i] for i in draw]) for draw in draws])
    low, high = np.nanpercentile(found, (2.5, 97.5))
    return float(low), float(high)


def figure(data: str, measure: str, method: str, units: Sequence[Unit], statistic: Callable[[Sequence[Unit]], float]) -> Figure:
    """A statistic of all units with its interval."""
    return Figure(data, measure, method, statistic(units), *interval(units, statistic))


def ratio(above: str, *below: str) -> Callable[[Sequence[dict[str, int]]], float]:
    """The statistic of units that are counts by name: the sum of one count over the sum of others; nan where that is nothing."""

    def of(units: Sequence[dict[str, int]]) -> float:
        base = sum(unit[name] for unit in units for name in below)
        return sum(unit[above] for unit in units) / base if base else float("nan")

    return of


def save(stage: str, figures: Sequence[Figure]) -> None:
    """Write results/STAGE.json: the command that ran, the commit it ran on, and the figures."""
    command = " ".join(("python -m", stage_module(), *told(sys.argv[1:])))
    rows = [
        {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(one).items()} for one in figures
    ]
    path = RESULTS / f"{stage}.json"
    before = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {"figures": []}
    found = {"command": command, "commit": commit(), "figures": [*rows, *unasked(before, rows)]}
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def unasked(before: dict[str, Any], rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The figures of rivals that were not asked again, on the same data and measures, each with the commit of its day."""
    asked = {(row["data"], row["measure"], row["method"]) for row in rows}
    measured = {(data, measure) for data, measure, _ in asked}
    return [
        {"commit": before["commit"], **row}
        for row in before["figures"]
        if row["method"] in NAMES and (row["data"], row["measure"]) in measured
        if (row["data"], row["measure"], row["method"]) not in asked
    ]


def told(words: Sequence[str]) -> list[str]:
    """What a program was given, without where somebody's data lie."""
    kept = list(words)
    while "--shared" in kept:
        del kept[(at := kept.index("--shared")) : at + 2]
    return ["DIR" if before == "--rivals" else word for before, word in zip(("", *kept), kept, strict=False)]


def stage_module() -> str:
    """The name of the module that runs as the program."""
    spec = sys.modules["__main__"].__spec__
    return spec.name if spec is not None else Path(sys.argv[0]).stem


def commit() -> str:
    """The commit of the code that runs, with a "+" where it was changed since."""
    git = ["git", "-C", str(ROOT)]
    named = subprocess.run([*git, "rev-parse", "--short=8", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
    code = ["claims", "factcheck", "benchmarks/*.py"]
    changed = subprocess.run([*git, "status", "--porcelain", "--", *code], check=True, capture_output=True, text=True).stdout
    return named + ("+" if changed else "")
