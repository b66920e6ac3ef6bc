"""`factcheck inspect`: the claims of an article in any format that is read."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from claims.document import Document
from factcheck.commands.articles import complain
from factcheck.commands.usage import UsageError, day, print_rows, text_of


def add(commands: Any) -> None:
    """Tell the parser the options."""
    inspect = commands.add_parser("inspect", help="show the claims of an article, one JSON object a line")
    inspect.add_argument(
        "path", metavar="PATH|-", help="a file, folder or web address as for compare, or - for text from standard input"
    )
    inspect.add_argument("--lines", action="store_true", help="the input is text, and each line of it is a text of its own")
    inspect.add_argument("--published", type=day, metavar="DATE", help="the date (YYYY-MM-DD) that 'this week' counts from")
    inspect.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the claims."""
    from factcheck.inspection import inspect_documents, inspect_lines
    from factcheck.models import load_nlp

    if options.lines:
        lines = text_of(options.path).removesuffix("\n").split("\n")
        print_rows(inspect_lines(lines, load_nlp(), options.published))
        return 0
    documents = _documents(options.path)
    if options.published is not None:
        documents = [replace(document, published=options.published) for document in documents]
    print_rows(inspect_documents(documents, load_nlp()))
    return 0


def _documents(path: str) -> Sequence[Document]:
    """The articles at a path; what could not be used is named, and is an error if nothing could."""
    from claims.reading import read, read_text

    if path == "-":
        return [read_text(text_of(path))]
    reading = read([path])
    if not reading.documents:
        raise UsageError("; ".join(f"{failure.path}: {failure.reason}" for failure in reading.failed))
    complain(reading.failed)
    return reading.documents
