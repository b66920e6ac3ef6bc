"""`factcheck compare`: articles in, a summary and files out."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from factcheck.commands.keeping import kept
from factcheck.commands.progress import progress
from factcheck.commands.targets import add_targets, check_targets, write_targets
from factcheck.commands.usage import UsageError, add_nli, add_running, verdicts
from factcheck.judgement import Verdict


def add(commands: Any) -> None:
    """Tell the parser the options."""
    compare = commands.add_parser("compare", help="compare articles: facts with their agreements and contradictions")
    compare.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a file with an article (text, HTML, PDF, Word, mail, ...), a folder or .zip of them, a table or .jsonl of articles,"
        " or a web address; only what you name is fetched",
    )
    add_targets(compare)
    compare.add_argument(
        "--verdict",
        type=verdicts,
        default=tuple(Verdict),
        metavar="V[,V]",
        help="only pairs with these verdicts, in summary, CSV and workbook: contradict, agree, compatible, unclear",
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
        metavar="REASON|PATH:START",
        help='put back what was left out of the texts for this reason ("form label"), or the one passage of this file that'
        " begins there, both as they are written in the JSON report",
    )
    compare.add_argument(
        "--support",
        type=method,
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
    add_running(compare)
    add_nli(compare)
    compare.set_defaults(run=run)


def method(text: str) -> Any:
    """A way of weighing origins as an option names it."""
    from factcheck.evidence.truth import Method

    try:
        return Method(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; choose from {', '.join(Method)}") from error


def run(options: argparse.Namespace) -> int:
    """Read, compare, write, tell."""
    from rich.console import Console

    from claims.reading import read
    from claims.reading.columns import columns_from

    check_targets(options)
    try:
        columns = columns_from(options.columns)
    except ValueError as error:
        raise UsageError(str(error)) from error
    reading = read(options.paths, columns)
    from factcheck.naming import corrections

    if options.aliases is not None and not options.aliases.is_file():
        raise UsageError(f"{options.aliases}: no such file; write one with the columns form,canonical")
    said = corrections.load([*corrections.beside(options.paths), *([options.aliases] if options.aliases else [])])
    failed = [*corrections.other_failures(reading.failed), *said.failed]
    for failure in failed:
        print(f"factcheck: {failure.path}: {failure.reason}", file=sys.stderr)
    if not reading.documents:
        raise UsageError("no article could be read; nothing to compare")

    documents, unfit = kept(reading.documents, options.keep)
    for line in unfit:
        print(f"factcheck: {line}", file=sys.stderr)

    from factcheck.comparison import Options, compare, load_models
    from factcheck.evidence.consensus import DEFAULT_METHOD
    from factcheck.exports.formats import Choice
    from factcheck.summary import summary, tables_shown

    with progress(options.quiet) as tell:
        tell("loading models", 0, 0)
        models = load_models(not options.no_cache, options.nli, options.jobs, options.device)
        report = compare(
            documents,
            models,
            Options(options.support or DEFAULT_METHOD, options.one_event, said.of),
            failed=failed,
            progress=tell,
        )
    already = {(f.path, f.reason) for f in failed}
    for failure in report.failed:
        if (failure.path, failure.reason) not in already:
            print(f"factcheck: {failure.path}: {failure.reason}", file=sys.stderr)
    if len(reading.documents) == 1:
        print("factcheck: only one article: its claims are listed, but there is nothing to compare it with", file=sys.stderr)
    write_targets(options, report, Choice(options.verdict))
    if not options.quiet:
        out = Console(highlight=False, soft_wrap=True, emoji=False)
        with out.capture() as shown:
            for line in (*summary(report, options.verdict), *(tables_shown(report) if options.tables else ())):
                out.print(line)
        sys.stdout.write(shown.get())
        sys.stdout.flush()
    return 0
