"""The articles that a command is given: read, with what was left out put back, and what could not be used told on stderr."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.commands.put_back import with_put_back
from factcheck.commands.usage import UsageError

if TYPE_CHECKING:
    from claims.document import Document, Failure
    from claims.reading.columns import Columns


def add_columns(parser: argparse.ArgumentParser) -> None:
    """The option that names the columns of tables."""
    parser.add_argument(
        "--columns",
        action="append",
        default=[],
        metavar="NAME=COLUMN",
        help="which column of a table holds what, where it is not found by itself: text=Body (or title, outlet, published, ...)",
    )


def add_keep(parser: argparse.ArgumentParser) -> None:
    """The option that puts back what was left out."""
    parser.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="REASON|PATH:START",
        help='put back what was left out of the texts for this reason ("form label"), or the one passage of this file that'
        " begins there, both as they are written in the JSON report",
    )


def columns_of(options: argparse.Namespace) -> Columns:
    """The columns that `--columns` names."""
    from claims.reading.columns import columns_from

    try:
        return columns_from(options.columns)
    except ValueError as error:
        raise UsageError(str(error)) from error


def articles(options: argparse.Namespace, so: str) -> tuple[list[Document], list[Failure]]:
    """The articles at the paths given, and what could not be used; UsageError, which says what comes of it, without any."""
    from claims.reading import read
    from factcheck.naming.corrections import other_failures

    reading = read(options.paths, columns_of(options))
    failed = other_failures(reading.failed)
    complain(failed)
    if not reading.documents:
        raise UsageError(f"no article could be read; {so}")
    documents, unfit = with_put_back(reading.documents, options.keep)
    for line in unfit:
        print(f"factcheck: {line}", file=sys.stderr)
    return documents, failed


def complain(failed: Iterable[Failure]) -> None:
    """Say on stderr what could not be used, a line each."""
    for failure in failed:
        print(f"factcheck: {failure.path}: {failure.reason}", file=sys.stderr)
