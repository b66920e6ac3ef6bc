"""`factcheck compare`: articles in, a summary and files out."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from factcheck.commands.articles import add_columns, add_keep, articles, complain
from factcheck.commands.comparing import add_comparing, chosen, corrections_of, models_of
from factcheck.commands.progress import progress
from factcheck.commands.targets import add_targets, check_targets, write_targets
from factcheck.commands.usage import verdicts
from factcheck.judgement import Verdict

if TYPE_CHECKING:
    from factcheck.report import Report


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
    add_columns(compare)
    add_keep(compare)
    add_comparing(compare)
    compare.add_argument("--tables", action="store_true", help="after the facts, each happening as a table of facets by outlet")
    compare.add_argument("--quiet", action="store_true", help="no summary and no progress")
    compare.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, compare, write, tell."""
    check_targets(options)
    said = corrections_of(options, options.paths)
    documents, failed = articles(options, "nothing to compare")
    failed += said.failed

    from factcheck.comparison import compare
    from factcheck.exports.formats import Choice

    with progress(options.quiet) as tell:
        report = compare(documents, models_of(options), chosen(options, said.of), failed=failed, progress=tell)
    already = {(f.path, f.reason) for f in failed}
    complain(failure for failure in report.failed if (failure.path, failure.reason) not in already)
    if len(documents) == 1:
        print("factcheck: only one article: its claims are listed, but there is nothing to compare it with", file=sys.stderr)
    write_targets(options, report, Choice(options.verdict))
    if not options.quiet:
        _tell(report, options)
    return 0


def _tell(report: Report, options: argparse.Namespace) -> None:
    """The summary, and what else is to be shown, in one piece."""
    from rich.console import Console

    from factcheck.summary import summary, tables_shown

    out = Console(highlight=False, soft_wrap=True, emoji=False)
    with out.capture() as shown:
        for line in (*summary(report, options.verdict), *(tables_shown(report) if options.tables else ())):
            out.print(line)
    sys.stdout.write(shown.get())
    sys.stdout.flush()
