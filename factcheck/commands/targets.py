"""The files that a command writes: one option a format, checked before the work begins, complete or not there at all."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
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
    "claimreview": "drafts of ClaimReview (JSON-LD) for the findings that a person confirmed or corrected",
}


def add_targets(parser: argparse.ArgumentParser, *, json: str = "json", claimreview: bool = False) -> None:
    """The options that name a file for each format, and say how it is written.

    `json` names the option for JSON where --json means something else. ClaimReview needs reviews, which not every command has.
    """
    for name, purpose in PURPOSES.items():
        if name != "claimreview" or claimreview:
            option = json if name == "json" else name
            parser.add_argument(f"--{option}", dest=f"{name}_file", type=Path, metavar="FILE", help=f"write {purpose}")
    parser.add_argument("--csv-bom", action="store_true", help="start the CSV with the mark by which Excel knows UTF-8")
    told = "the CSV has columns for reviewing, to be edited in a spreadsheet: factcheck project import takes them back"
    parser.add_argument("--csv-review", action="store_true", help=told)
    told = "the JSON holds the articles' texts and all that is known, so that it can be read back"
    parser.add_argument(f"--{json}-whole", dest="json_whole", action="store_true", help=told)


def targets(options: argparse.Namespace) -> dict[str, Path]:
    """The files that are to be written, by format."""
    named = {name: getattr(options, f"{name}_file", None) for name in PURPOSES}
    return {name: target for name, target in named.items() if target is not None}


def check_targets(options: argparse.Namespace) -> None:
    """UsageError where a file has no folder, is one itself, or is named for two formats; or an option has no file to act on."""
    files = targets(options)
    named: dict[Path, str] = {}
    for name, target in files.items():
        if not target.resolve().parent.is_dir():
            raise UsageError(f"{target}: the folder {target.parent} does not exist; make it first")
        if target.is_dir():
            raise UsageError(f"{target}: cannot be written (it is a folder; name a file in it)")
        if (other := named.setdefault(target.resolve(), name)) != name and target.name != os.devnull:
            raise UsageError(f"{target}: named for {other} and {name}; give each its own file")
    for option, name in (("csv_bom", "csv"), ("csv_review", "csv"), ("json_whole", "json")):
        if getattr(options, option) and name not in files:
            how = option.split("_")[1]
            raise UsageError(f"--{name}-{how} says how the {name.upper()} is written, and no file for it is named; name one")


def write_targets(options: argparse.Namespace, report: Report, choice: Choice) -> list[Path]:
    """Write every file that was named and say which; UsageError where one cannot be written.

    `choice` is completed by the options that say how: the mark for Excel, columns for reviewing, a whole report.
    """
    from factcheck.exports.formats import FORMATS

    how = replace(choice, to_review=options.csv_review, bom=options.csv_bom, whole=options.json_whole)
    files = targets(options)
    for it in FORMATS:
        if it.name in files:
            with writing(files[it.name]) as out:
                it.write(report, out, how)
    return list(files.values())


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
