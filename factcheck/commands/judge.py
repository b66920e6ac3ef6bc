"""`factcheck judge`: verdicts on pairs of texts."""

from __future__ import annotations

import argparse
from typing import Any

from factcheck.commands.usage import UsageError, add_nli, print_rows, text_of


def add(commands: Any) -> None:
    """Tell the parser the options."""
    judge = commands.add_parser("judge", help="judge pairs of texts, one JSON object a line in and out")
    judge.add_argument("path", metavar="PAIRS.jsonl|-", help="lines with left and right, or - for standard input")
    add_nli(judge)
    judge.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print a verdict for each pair."""
    text = text_of(options.path)
    from factcheck.comparison import load_models
    from factcheck.textpairs import PairError, judge_pairs, parse_pairs

    try:
        pairs = parse_pairs(text, options.path)
    except PairError as error:
        raise UsageError(str(error)) from error
    print_rows(judge_pairs(pairs, load_models(nli=options.nli)))
    return 0
