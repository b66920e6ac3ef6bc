"""How right the reports are, on facts read by hand: `python -m benchmarks.quality [--shared DIR] [--sweep NAME VALUE ...]`.

DIR (default ../shared) holds gold/*.json, eval/score.py and eval/make_texts.py, seeds/ and data/news; none of its texts are
part of this project. `--sweep` repeats the measurement with one threshold of `factcheck.alignment` or `factcheck.judges` changed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from claims.extraction import Extraction, extract_all
from claims.reading import read
from factcheck import alignment, judges
from factcheck.compare import Models, load_models, report_on
from factcheck.exports import as_data

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Print the scorer's rows for each group and for all; with --sweep one line for each value."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--sweep", nargs="+", metavar=("NAME", "VALUE"), default=())
    options = parser.parse_args()
    if not (options.shared / "gold").is_dir():
        parser.error(f"{options.shared}: no gold/ there; name the folder with --shared")
    scorer = _module(options.shared / "eval" / "score.py")
    models = load_models()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(options.shared / "eval" / "make_texts.py"), folder], check=True)
        groups = [(gold, texts, list(extractions)) for gold, texts, extractions in _groups(options.shared, Path(folder), models)]
        if not options.sweep:
            for gold, texts, extractions in groups:
                print(f"\n{gold.stem}\n{scorer.show(_score(scorer, gold, texts, extractions, models))}")
            print(f"\nall\n{scorer.show(_total(scorer, groups, models))}")
            return
        name, *values = options.sweep
        owner = alignment if hasattr(alignment, name) else judges
        for value in values:
            setattr(owner, name, float(value))
            print(f"\n{name} = {value}\n{scorer.show(_total(scorer, groups, models))}")


def _groups(shared: Path, texts: Path, models: Models) -> Iterator[tuple[Path, Path, Iterator[Extraction]]]:
    for gold in sorted((shared / "gold").glob("*.json")):
        folder = texts / gold.stem if (texts / gold.stem).is_dir() else shared / gold.stem
        yield gold, folder, extract_all(read([folder]).documents, models.nlp)


def _score(scorer: ModuleType, gold: Path, texts: Path, extractions: list[Extraction], models: Models) -> dict[str, Any]:
    report = as_data(report_on(extractions, models))
    scores: dict[str, Any] = scorer.Scorer(json.loads(gold.read_text()), report, scorer.load_texts(texts)).score()
    return scores


def _total(scorer: ModuleType, groups: list[tuple[Path, Path, list[Extraction]]], models: Models) -> Counter[str]:
    total: Counter[str] = Counter()
    for gold, texts, extractions in groups:
        total.update(_score(scorer, gold, texts, extractions, models))
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
