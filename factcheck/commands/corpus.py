"""`factcheck corpus`: many articles in, Parquet out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.commands.articles import add_columns, columns_of
from factcheck.commands.usage import UsageError, add_machine, add_nli


def add(commands: Any) -> None:
    """Tell the parser the options."""
    corpus = commands.add_parser("corpus", help="compare thousands of articles and more, event by event, into Parquet files")
    corpus.add_argument(
        "paths", nargs="+", type=Path, metavar="ARTICLES", help="files with many articles: .jsonl, .parquet, .warc or .warc.gz"
    )
    corpus.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the folder for the results; a run that was stopped goes on in it"
    )
    add_columns(corpus)
    corpus.add_argument("--engine", choices=("local", "ray"), default="local", help="this machine, or a Ray cluster")
    corpus.add_argument("--address", metavar="ADDRESS", help="of the Ray cluster (host:port); without it one is started here")
    corpus.add_argument("--quiet", action="store_true", help="no summary and no progress")
    add_machine(corpus)
    add_nli(corpus)
    corpus.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run the corpus, and tell what it came to."""
    from claims.reading.limits import UnreadableError

    if options.address and options.engine != "ray":
        raise UsageError("--address is of a Ray cluster; say --engine ray too")
    for path in options.paths:
        if not path.is_file():
            raise UsageError(f"{path}: no such file; give .jsonl, .parquet or .warc files")
    columns = columns_of(options)

    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from factcheck.corpus.folder import CorpusError, Folder
    from factcheck.corpus.run import run as run_corpus

    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=errors,
        transient=True,
        disable=options.quiet or not errors.is_terminal,
    ) as bars:
        task = bars.add_task("starting", total=None)

        def tell(stage: str, done: int, total: int) -> None:
            bars.update(task, description=f"{stage}: {done:,} of {total:,}" if total else f"{stage}: {done:,}")

        try:
            summary = run_corpus(options.paths, Folder(options.out.resolve()), columns, options.nli, _engine(options), tell)
        except (CorpusError, UnreadableError) as error:
            raise UsageError(str(error)) from error
    if summary["counts"]["failed"]:
        told = f"{summary['counts']['failed']:,} articles or parts of them could not be used; see {options.out / 'failed.jsonl'}"
        print(f"factcheck: {told}", file=sys.stderr)
    if not options.quiet:
        print("\n".join(_summary(summary["counts"], options.out)))
    return 0


def _engine(options: argparse.Namespace) -> Any:
    from factcheck.corpus.engines import Here, Processes, Setup

    setup = Setup(options.nli, options.device)
    if options.engine == "ray":
        from factcheck.corpus.on_ray import OnRay

        return OnRay(setup, options.jobs, options.address)
    return Processes(setup, options.jobs) if options.jobs > 1 else Here(setup.models())


def _summary(counts: Mapping[str, int], out: Path) -> list[str]:
    from factcheck.exports.wording import count
    from factcheck.judgement import ICON, Finding

    shown = [count(counts.get(f"{noun}s", 0), noun) for noun in ("document", "event", "claim", "fact", "judgement")]
    findings = [f"{ICON[one]} {counts.get(f'facts {one}', 0):,} {one}" for one in Finding]
    return [", ".join(shown), "   ".join(findings), f"written to {out}: documents, claims, facts, judgements (Parquet)"]
