"""How cost grows with the number of articles: `python -m benchmarks.growth --corpus 50,200,800 --events 120,240 --engines 200`.

The first articles of a file in corpus mode; as one event, the worst case, for each is compared with all others (what is left when
their claims and vectors are known); and one corpus by both engines with two workers each. Without the reader of claims in
words, whose cost is that of its pairs (benchmarks.speed). Each size has a process of its own with one thread. A figure that is
not asked for stays in results/growth.json.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.speed import ROOT, SHARED, Clock, Figures, peak
from benchmarks.synthetic import synthetic

TARGET = Path(__file__).parent / "results" / "growth.json"
WORKERS = 2


def main() -> None:
    """Print the figures and write them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=Path, default=SHARED / "data" / "news" / "syria_articles.jsonl")
    parser.add_argument("--corpus", default="", help="numbers of articles for corpus mode")
    parser.add_argument("--synthetic", default="", help="numbers of synthetic articles for corpus mode")
    parser.add_argument("--events", default="", help="numbers of articles of one event")
    parser.add_argument("--engines", default="", help="numbers of articles for the two engines")
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        print(json.dumps(MEASURES[options.measure[0]](options.measure[1])))
        return
    found = json.loads(TARGET.read_text(encoding="utf-8")) if TARGET.exists() else {}
    found["machine"] = f"{platform.machine()}, {os.cpu_count()} cores, shared; one thread"
    for measure in MEASURES:
        for size in filter(None, getattr(options, measure).split(",")):
            figures = apart(measure, f"{size}:{options.articles}")
            found.setdefault(measure, {})[size] = {key: round(value, 3) for key, value in figures.items()}
            print(measure, size, json.dumps(figures), flush=True)
            TARGET.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def apart(measure: str, argument: str) -> Figures:
    """What a measure finds in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.growth", "--measure", measure, argument]
    quiet = os.environ | {"HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false", "OMP_NUM_THREADS": "1"}
    out = subprocess.run(command, env=quiet, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    figures: Figures = json.loads(out.splitlines()[-1])
    return figures


def _first(argument: str, folder: str) -> tuple[int, Path]:
    """How many articles, and a file with the first so many of a file: "50:articles.jsonl"."""
    count, _, path = argument.partition(":")
    lines = Path(path).read_text(encoding="utf-8").splitlines()[: int(count)]
    pile = Path(folder) / "articles.jsonl"
    pile.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines), pile


class Laps:
    """Seconds of the processor by stage, from what a run tells of its progress."""

    def __init__(self) -> None:
        """Start now."""
        self.seconds: dict[str, float] = {}
        self._clock = Clock()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """The time since the last call is of this stage."""
        self.seconds[stage] = self.seconds.get(stage, 0.0) + self._clock.lap()

    def by_article(self, articles: int) -> Figures:
        """Milliseconds an article by stage, and together."""
        figures = {f"{stage}, ms": seconds * 1000 / articles for stage, seconds in self.seconds.items()}
        return {"articles": articles} | figures | {"together, ms": sum(figures.values()), "MiB": peak()}


def corpus(argument: str) -> Figures:
    """The first articles in corpus mode, in this process."""
    with tempfile.TemporaryDirectory() as folder:
        return _in_corpus_mode(*_first(argument, folder), Path(folder))


def made(argument: str) -> Figures:
    """Synthetic articles in corpus mode, in this process."""
    count, _, path = argument.partition(":")
    rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "articles.jsonl"
        pile.write_text("\n".join(json.dumps(row) for row in synthetic(rows, int(count))), encoding="utf-8")
        return _in_corpus_mode(int(count), pile, Path(folder))


def _in_corpus_mode(articles: int, pile: Path, folder: Path) -> Figures:
    from factcheck.corpus import run as corpus_run
    from factcheck.corpus.engines import Here, Setup
    from factcheck.corpus.folder import Folder

    models = Setup(None, "cpu").models()
    models.nlp("A first text."), models.encoder.encode(["A first text."])
    laps = Laps()
    summary = corpus_run.run([pile], Folder(folder / "out"), {}, None, Here(models), laps)
    return laps.by_article(articles) | {"events": summary["counts"]["events"]}


def events(argument: str) -> Figures:
    """The first articles as one event, in this process: what comes when their claims and vectors are known."""
    from claims.reading import read
    from factcheck.aligning.wordings import with_wordings
    from factcheck.comparison import Options, load_models, report_on
    from factcheck.keeping.extractions import extracted

    with tempfile.TemporaryDirectory() as folder:
        articles, pile = _first(argument, folder)
        documents = read([pile]).documents
    models = load_models(True, None, 1, "cpu")
    known = extracted(documents, models.nlp, models.shelf)
    claims = with_wordings([claim for extraction in known for claim in extraction.claims])
    models.encoder.encode([claim.standalone for claim in claims])
    before, laps = peak(), Laps()
    report_on(known, models, Options(one_event=True), progress=laps)
    return laps.by_article(articles) | {"claims": len(claims), "MiB before": before}


def engines(argument: str) -> Figures:
    """Wall seconds of one corpus by processes and by actors of Ray, on this machine; the files of both must be the same."""
    from factcheck.corpus import run as corpus_run
    from factcheck.corpus.engines import Processes, Setup
    from factcheck.corpus.folder import TABLES, Folder
    from factcheck.corpus.on_ray import OnRay

    setup = Setup(None, "cpu")
    seconds: Figures = {}
    digests: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        articles, pile = _first(argument, folder)
        makers: Mapping[str, Callable[[], Any]] = {
            "processes": lambda: Processes(setup, WORKERS),
            "ray": lambda: OnRay(setup, WORKERS),
        }
        for name, make in makers.items():
            out = Folder(Path(folder) / name)
            start = time.perf_counter()
            engine = make()
            seconds[f"{name}, start"] = time.perf_counter() - start
            corpus_run.run([pile], out, {}, None, engine, lambda stage, done, total: None)
            seconds[name] = time.perf_counter() - start
            files = sorted(path for table in TABLES for path in (out.root / table).rglob("*.parquet"))
            digests[name] = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
    if not digests["ray"] or digests["ray"] != digests["processes"]:
        raise SystemExit("the two engines wrote different files")
    return {"articles": articles, **seconds, "ray against processes": seconds["ray"] / seconds["processes"]}


MEASURES: dict[str, Callable[[str], Figures]] = {"corpus": corpus, "synthetic": made, "events": events, "engines": engines}

if __name__ == "__main__":
    main()
