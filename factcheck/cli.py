"""The command line: `factcheck compare`, `factcheck inspect`, `factcheck judge`. Exit status 2 means unusable input."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from factcheck import __version__
from factcheck.judgement import Verdict

UNUSABLE = 2


class UsageError(Exception):
    """Input that cannot be used; the message is the one line that the person sees."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    options = _parser().parse_args(arguments)
    from factcheck.encoder import ModelError

    try:
        status: int = options.run(options)
        return status
    except (UsageError, ModelError) as error:
        print(f"factcheck: {error}", file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:  # the reader of a pipe went away: not our error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="factcheck", description="Where articles agree and where they contradict each other.")
    parser.add_argument("--version", action="version", version=f"factcheck-compare {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    compare = commands.add_parser("compare", help="compare articles: facts with their agreements and contradictions")
    compare.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a file with an article (text, HTML, PDF, Word, mail, ...), a folder or .zip of them, a table or .jsonl of articles,"
        " or a web address; only what you name is fetched",
    )
    compare.add_argument("--json", type=Path, metavar="FILE", help="write the report as JSON (schema 1)")
    compare.add_argument("--csv", type=Path, metavar="FILE", help="write one row for each judged pair")
    compare.add_argument(
        "--verdict",
        type=_verdicts,
        default=tuple(Verdict),
        metavar="V[,V]",
        help="only pairs with these verdicts, in summary and CSV: contradict, agree, compatible, unclear",
    )
    compare.add_argument(
        "--columns",
        action="append",
        default=[],
        metavar="NAME=COLUMN",
        help="which column of a table holds what, where it is not found by itself: text=Body (or title, outlet, published, ...)",
    )
    compare.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="REASON",
        help='put back what was left out of the texts for this reason, as it is written in the report ("form label")',
    )
    compare.add_argument(
        "--support",
        type=_method,
        default=None,
        metavar="METHOD",
        help="how the origins behind a value are weighed: majority (all alike, no trust in outlets), sums, average-log, "
        "truth-finder (the default), crh",
    )
    compare.add_argument("--one-event", action="store_true", help="take all articles as telling of one event")
    compare.add_argument("--tables", action="store_true", help="after the facts, each happening as a table of facets by outlet")
    compare.add_argument(
        "--aliases",
        type=Path,
        metavar="FILE",
        help="names that are one, form,canonical; beside an aliases.csv in a compared folder",
    )
    compare.add_argument("--quiet", action="store_true", help="no summary and no progress")
    compare.add_argument("--no-cache", action="store_true", help="do not keep sentence vectors between runs")
    _add_nli(compare)
    compare.set_defaults(run=_compare)

    inspect = commands.add_parser("inspect", help="show the claims of a text, one JSON object a line")
    inspect.add_argument("path", metavar="PATH|-", help="a text file, or - for standard input")
    inspect.add_argument("--lines", action="store_true", help="each input line is a text of its own")
    inspect.add_argument("--published", type=_date, metavar="DATE", help="the date (YYYY-MM-DD) that 'this week' counts from")
    inspect.set_defaults(run=_inspect)

    judge = commands.add_parser("judge", help="judge pairs of texts, one JSON object a line in and out")
    judge.add_argument("path", metavar="PAIRS.jsonl|-", help="lines with left and right, or - for standard input")
    _add_nli(judge)
    judge.set_defaults(run=_judge)
    return parser


def _add_nli(parser: argparse.ArgumentParser) -> None:
    reader = parser.add_mutually_exclusive_group()
    told = "another CrossEncoder trained on NLI reads the claims that have no figures"
    reader.add_argument("--nli", default="", metavar="NAME_OR_FOLDER", help=told)
    reader.add_argument("--no-nli", dest="nli", action="store_const", const=None, help="no model reads them")


def _verdicts(text: str) -> tuple[Verdict, ...]:
    try:
        return tuple(Verdict(word.strip()) for word in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; choose from {', '.join(Verdict)}") from error


def _method(text: str) -> Any:
    from factcheck.truth import Method

    try:
        return Method(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; choose from {', '.join(Method)}") from error


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2020-03-05") from error


def _compare(options: argparse.Namespace) -> int:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from claims.reading import read
    from claims.reading.columns import columns_from

    for target in (options.json, options.csv):
        if target is not None and not target.resolve().parent.is_dir():
            raise UsageError(f"{target}: the folder {target.parent} does not exist; make it first")
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        columns = columns_from(options.columns)
    except ValueError as error:
        raise UsageError(str(error)) from error
    reading = read(options.paths, columns)
    from factcheck import corrections

    if options.aliases is not None and not options.aliases.is_file():
        raise UsageError(f"{options.aliases}: no such file; write one with the columns form,canonical")
    said = corrections.load([*corrections.beside(options.paths), *([options.aliases] if options.aliases else [])])
    failed = [*corrections.other_failures(reading.failed), *said.failed]
    for failure in failed:
        print(f"factcheck: {failure.path}: {failure.reason}", file=sys.stderr)
    if not reading.documents:
        raise UsageError("no article could be read; nothing to compare")

    from factcheck.compare import compare, load_models
    from factcheck.consensus import DEFAULT_METHOD
    from factcheck.exports import to_csv, to_json
    from factcheck.summary import summary, tables_shown

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=errors,
        transient=True,
        disable=options.quiet or not errors.is_terminal,
    ) as bars:
        loading = bars.add_task("loading models", total=None)
        models = load_models(cache=not options.no_cache, nli=options.nli)
        bars.remove_task(loading)
        tasks: dict[str, Any] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=max(total, 1))
            bars.update(tasks[stage], completed=done if total else 1, total=max(total, 1))

        documents = [document.restored(options.keep) for document in reading.documents]
        report = compare(
            documents,
            models,
            failed=failed,
            progress=tell,
            support=options.support or DEFAULT_METHOD,
            one_event=options.one_event,
            given=said.of,
        )
    already = {(f.path, f.reason) for f in failed}
    for failure in report.failed:
        if (failure.path, failure.reason) not in already:
            print(f"factcheck: {failure.path}: {failure.reason}", file=sys.stderr)
    if len(reading.documents) == 1:
        print("factcheck: only one article: its claims are listed, but there is nothing to compare it with", file=sys.stderr)
    if options.json is not None:
        _write(options.json, to_json(report))
    if options.csv is not None:
        _write(options.csv, to_csv(report, options.verdict))
    if not options.quiet:
        out = Console(highlight=False, soft_wrap=True, emoji=False)
        with out.capture() as shown:
            for line in (*summary(report, options.verdict), *(tables_shown(report) if options.tables else ())):
                out.print(line)
        sys.stdout.write(shown.get())
        sys.stdout.flush()
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error


def _text_of(path: str) -> str:
    if path == "-":
        return sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    from claims.reading import UnreadableError, decode

    try:
        return decode(Path(path).read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except UnreadableError as error:
        raise UsageError(f"{path}: {error}") from error


def _inspect(options: argparse.Namespace) -> int:
    text = _text_of(options.path)
    from factcheck.compare import load_nlp
    from factcheck.inspection import inspect_lines, inspect_text

    nlp = load_nlp()
    if options.lines:
        _print_rows(inspect_lines(text.removesuffix("\n").split("\n"), nlp, options.published))
    else:
        _print_rows(inspect_text(text, nlp, options.published))
    return 0


def _judge(options: argparse.Namespace) -> int:
    text = _text_of(options.path)
    from factcheck.compare import load_models
    from factcheck.inspection import PairError, judge_pairs, parse_pairs

    try:
        pairs = parse_pairs(text, options.path)
    except PairError as error:
        raise UsageError(str(error)) from error
    _print_rows(judge_pairs(pairs, load_models(nli=options.nli)))
    return 0


def _print_rows(rows: Iterable[dict[str, Any]]) -> None:
    for row in rows:
        print(json.dumps(row, ensure_ascii=False, allow_nan=False))


if __name__ == "__main__":
    sys.exit(main())
