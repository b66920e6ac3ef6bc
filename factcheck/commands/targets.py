"""The files that a command writes: one option a format, checked before the work begins, complete or not there at all."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from factcheck.commands.usage import UsageError

if TYPE_CHECKING:
    from factcheck.exports.formats import Choice
    from factcheck.report import Report

# What help says of each of `factcheck.exports.formats.FORMATS`; those are loaded when there is a report to write.
PURPOSES = {
    "csv": "one row for each judged pair",
    "json": "the whole report as JSON (schema 1)",
    "html": "a brief that opens offline and prints",
    "xlsx": "an Excel workbook, a sheet for each kind of finding",
    "markdown": "the brief as Markdown",
}


def add_targets(parser: argparse.ArgumentParser) -> None:
    """The options that name a file for each format, and say how it is written."""
    for name, purpose in PURPOSES.items():
        parser.add_argument(f"--{name}", type=Path, metavar="FILE", help=f"write {purpose}")
    parser.add_argument("--csv-bom", action="store_true", help="start the CSV with the mark by which Excel knows UTF-8")
    told = "the JSON holds the articles' texts and all that is known, so that it can be read back"
    parser.add_argument("--json-whole", action="store_true", help=told)


def check_targets(options: argparse.Namespace) -> None:
    """UsageError where a file has no folder, is one itself, or is named for two formats; or an option has no file to act on."""
    named: dict[Path, str] = {}
    for name in PURPOSES:
        target: Path | None = getattr(options, name)
        if target is None:
            continue
        if not target.resolve().parent.is_dir():
            raise UsageError(f"{target}: the folder {target.parent} does not exist; make it first")
        if target.is_dir():
            raise UsageError(f"{target}: cannot be written (it is a folder; name a file in it)")
        if (other := named.setdefault(target.resolve(), name)) != name and target.name != os.devnull:
            raise UsageError(f"{target}: named by --{other} and --{name}; give each its own file")
    for option, name in (("csv_bom", "csv"), ("json_whole", "json")):
        if getattr(options, option) and getattr(options, name) is None:
            raise UsageError(f"--{option.replace('_', '-')} says how --{name} is written; add --{name} FILE")


def write_targets(options: argparse.Namespace, report: Report, choice: Choice) -> None:
    """Write every file that was named; UsageError where one cannot be written."""
    from factcheck.exports.formats import FORMATS

    for it in FORMATS:
        if (target := getattr(options, it.name)) is not None:
            with writing(target) as out:
                it.write(report, out, choice)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place only once it is complete; UsageError where that fails.

    So a full disk leaves the file of before as it was. A pipe or a terminal is written to as it is.
    """
    direct = path.exists() and not path.is_file()
    partial = path if direct else path.resolve().with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with partial.open("wb") as out:
            yield out
        if not direct:
            partial.replace(path.resolve())
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        if not direct:
            partial.unlink(missing_ok=True)
