"""`factcheck inspect`: the claims of a text."""

from __future__ import annotations

import argparse
from typing import Any

from factcheck.commands.usage import day, print_rows, text_of


def add(commands: Any) -> None:
    """Tell the parser the options."""
    inspect = commands.add_parser("inspect", help="show the claims of a text, one JSON object a line")
    inspect.add_argument("path", metavar="PATH|-", help="a text file, or - for standard input")
    inspect.add_argument("--lines", action="store_true", help="each input line is a text of its own")
    inspect.add_argument("--published", type=day, metavar="DATE", help="the date (YYYY-MM-DD) that 'this week' counts from")
    inspect.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the claims."""
    text = text_of(options.path)
    from factcheck.inspection import inspect_lines, inspect_text
    from factcheck.models import load_nlp

    nlp = load_nlp()
    if options.lines:
        print_rows(inspect_lines(text.removesuffix("\n").split("\n"), nlp, options.published))
    else:
        print_rows(inspect_text(text, nlp, options.published))
    return 0
