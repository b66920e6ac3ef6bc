"""`factcheck project export` and `import`: reports and reviews as files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.commands.stored import command, person, project, report_of, say
from factcheck.commands.targets import add_targets, check_targets, targets, write_targets
from factcheck.commands.usage import UsageError


def add(commands: Any) -> None:
    """Tell the parser the options."""
    export = command(
        commands,
        "export",
        _export,
        "write a project's last report, or what its reviewers decided as labelled data",
        "factcheck project export 'Ferry fire' --html brief.html --csv pairs.csv --csv-review --labels labels/",
    )
    export.add_argument("--run", dest="number", type=int, metavar="NUMBER", help="of this run; else of the last one that is done")
    add_targets(export, json="report", claimreview=True)
    export.add_argument(
        "--labels", type=Path, metavar="FOLDER", help="the reviewed pairs as labelled data, for: factcheck score FOLDER"
    )
    bring = command(
        commands,
        "import",
        _import,
        "take back a CSV with review columns that was edited in a spreadsheet: each edit becomes a review",
        "factcheck project import 'Ferry fire' pairs.csv --reviewer Ada",
    )
    bring.add_argument("file", type=Path, metavar="FILE", help="as factcheck project export --csv FILE --csv-review wrote it")
    bring.add_argument("--reviewer", metavar="NAME", help="who decided, where a row names nobody; else as for review")


def _export(options: argparse.Namespace) -> int:
    from factcheck.exports.formats import Choice
    from factcheck.reviewing.feedback import as_files
    from factcheck.reviewing.rearranged import rearranged

    if not targets(options) and not options.labels:
        raise UsageError("name at least one of --html, --csv, --xlsx, --markdown, --report, --claimreview, --labels")
    check_targets(options)
    here = project(options)
    stored, reviews = report_of(here, options.number), here.reviews()
    report = rearranged(stored, reviews)
    written = [str(path) for path in write_targets(options, report, Choice(reviews=reviews))]
    if options.labels is not None:
        write_folder(options.labels, as_files(stored, reviews, here.name))
        written.append(str(options.labels))
    say(options, {"project": here.name, "written": written}, [f"wrote {path}" for path in written])
    return 0


def _import(options: argparse.Namespace) -> int:
    from factcheck.exports.csv_back import returned
    from factcheck.exports.spreadsheet import TableError
    from factcheck.reviewing.rearranged import rearranged

    here = project(options)
    stored, reviews = report_of(here), here.reviews()
    try:
        got = returned(rearranged(stored, reviews), reviews, options.file.read_bytes(), person(options.reviewer))
    except OSError as error:
        raise UsageError(f"{options.file}: cannot be read ({error.strerror})") from error
    except TableError as error:
        raise UsageError(f"{options.file}: {error}") from error
    for line in got.mismatches:
        print(f"factcheck: {options.file}: {line}", file=sys.stderr)
    for review in got.reviews:
        here.review(review)
    result = {"project": here.name, "reviews": len(got.reviews), "not_taken": list(got.mismatches)}
    say(options, result, [f"{len(got.reviews)} reviews taken, {len(got.mismatches)} rows not taken"])
    return 0


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write files, named by their paths in a folder; the folder must be new or empty, so that nothing else is taken for ours."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(f"{folder}: is there already; name a new folder")
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written ({error.strerror})") from error
