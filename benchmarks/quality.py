"""How right the reports are, on facts read by hand: `python -m benchmarks.quality [--shared DIR] [--sweep NAME VALUE ...]`.

DIR (default ../shared) holds gold/*.json, eval/score.py and eval/make_texts.py, seeds/ and data/news; none of its texts are
part of this project. `--sweep` repeats the measurement with one threshold changed (OWNERS).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from claims.extraction import extract_all
from claims.extracts import Extraction
from claims.reading import read
from factcheck.aligning import alignment, days, events, slots
from factcheck.comparison import Models, load_models, report_on
from factcheck.exports import as_data
from factcheck.judging import judges, occasions, scopes

OWNERS = (alignment, slots, days, events, judges, scopes, occasions)  # the modules whose thresholds can be swept

ROOT = Path(__file__).resolve().parent.parent
KINDS = {"recession-2022": "economy", "seeds": "seeds"}  # the other groups are on Syria
PARTS = ("Syria", "economy", "seeds")


def main() -> None:
    """Print the scorer's rows for each group and for all; with --sweep one line for each value."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--sweep", nargs="+", metavar=("NAME", "VALUE"), default=())
    parser.add_argument("--no-nli", action="store_true", help="without the reader of claims in words")
    options = parser.parse_args()
    scorer, models, groups = prepared(options.shared, parser, nli=None if options.no_nli else "")
    if not options.sweep:
        for group in groups:
            print(f"\n{group.gold.stem}\n{scorer.show(scored(scorer, group, models))}")
        print(f"\nall\n{scorer.show(_total(scorer, groups, models))}")
        return
    name, *values = options.sweep
    owners = owners_of(name, parser)
    for value in values:
        for owner in owners:
            setattr(owner, name, float(value))
        print(f"\n{name} = {value}\n{scorer.show(_total(scorer, groups, models))}")


def owners_of(name: str, parser: argparse.ArgumentParser) -> list[ModuleType]:
    """The modules that hold a threshold (its own and those that import it); the parser's error where none does."""
    if not (owners := [module for module in OWNERS if hasattr(module, name)]):
        parser.error(f"{name}: no such threshold in {', '.join(module.__name__ for module in OWNERS)}")
    return owners


@dataclass(frozen=True)
class Group:
    """A gold file, the folder of its texts, and what was read from them."""

    gold: Path
    texts: Path
    extractions: list[Extraction]

    @property
    def part(self) -> str:
        """Which of PARTS it belongs to."""
        return KINDS.get(self.gold.stem, PARTS[0])


def prepared(shared: Path, parser: argparse.ArgumentParser, nli: str | None = "") -> tuple[ModuleType, Models, list[Group]]:
    """The scorer, the models, and all gold groups with their claims; the parser's error where there is no gold."""
    if not (shared / "gold").is_dir():
        parser.error(f"{shared}: no gold/ there; name the folder with --shared")
    models = load_models(nli=nli)
    texts = Path(tempfile.mkdtemp(prefix="gold-"))
    subprocess.run([sys.executable, str(shared / "eval" / "make_texts.py"), str(texts)], check=True)
    groups = []
    for gold in sorted((shared / "gold").glob("*.json")):
        folder = texts / gold.stem if (texts / gold.stem).is_dir() else shared / gold.stem
        groups.append(Group(gold, folder, list(extract_all(read([folder]).documents, models.nlp))))
    return _module(shared / "eval" / "score.py"), models, groups


def scored(scorer: ModuleType, group: Group, models: Models) -> dict[str, Any]:
    """The scorer's counts for one group."""
    report = as_data(report_on(group.extractions, models))
    scores: dict[str, Any] = scorer.Scorer(json.loads(group.gold.read_text()), report, scorer.load_texts(group.texts)).score()
    return scores


def _total(scorer: ModuleType, groups: list[Group], models: Models) -> Counter[str]:
    total: Counter[str] = Counter()
    for group in groups:
        total.update(scored(scorer, group, models))
    return total


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
