"""What the commands on the store share: where it is, its errors as one line, and results as JSON or as lines."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from factcheck.commands.usage import UsageError

if TYPE_CHECKING:
    from factcheck.report import Report
    from factcheck.store import Project, Store

Run = Callable[[argparse.Namespace], int]


def command(commands: Any, name: str, run: Run, told: str, example: str, *, named: str | None = None) -> argparse.ArgumentParser:
    """A command on a project of the store, with an example in its help; `named` is "?" where it need not name one."""
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=told,
        description=f"{told[:1].upper()}{told[1:]}.",
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--db",
        metavar="FILE|URL",
        help="the store: a SQLite file or postgresql://user@host/name; else what FACTCHECK_DB names, "
        "else a file in your data folder",
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("project", metavar="NAME", nargs=named)
    parser.set_defaults(run=lambda options: _guarded(run, options))
    return parser


def _guarded(run: Run, options: argparse.Namespace) -> int:
    """Run a command; what the store cannot do is one line for the person."""
    from factcheck.store import StoreError

    try:
        return run(options)
    except StoreError as error:
        raise UsageError(str(error)) from error


def store(options: argparse.Namespace) -> Store:
    """The store that the options name."""
    from factcheck.store import open_store

    return open_store(options.db)


def project(options: argparse.Namespace) -> Project:
    """The project that the options name."""
    return store(options).project(options.project)


def report_of(here: Project, number: int | None = None) -> Report:
    """The report of a run of a project, of the last one that is done where none is named; UsageError where there is none."""
    report = here.report(number)
    if report is None:
        which = "report yet" if number is None else f"report of run {number}"
        raise UsageError(f"the project {here.name!r} has no {which}; make one: factcheck project run {here.name!r}")
    return report


def say(options: argparse.Namespace, result: Any, lines: Iterable[str]) -> None:
    """Print a result: as JSON where that was asked for, else as lines."""
    if options.json:
        print(json.dumps(result, ensure_ascii=False, allow_nan=False))
    else:
        for line in lines:
            print(line)


def person(given: str | None) -> str:
    """Who reviews: the name given, else FACTCHECK_REVIEWER, else this machine's user."""
    import getpass

    try:
        return given or os.environ.get("FACTCHECK_REVIEWER") or getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError("say who you are with --reviewer NAME") from error
