"""`factcheck project export` and `import`: reports and reviews as files."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factcheck.commands.stored import command, project, say
from factcheck.commands.usage import UsageError, write


def add(commands: Any) -> None:
    """Tell the parser the options."""
    export = command(
        commands,
        "export",
        _export,
        "write a project's last report, or what its reviewers decided as labelled data",
        "factcheck project export 'Ferry fire' --csv pairs.csv --labels labels/",
    )
    export.add_argument("project", metavar="NAME")
    export.add_argument("--run", dest="number", type=int, metavar="NUMBER", help="of this run; else of the last one that is done")
    export.add_argument("--report", type=Path, metavar="FILE", help="the report as JSON (schema 1)")
    export.add_argument("--csv", type=Path, metavar="FILE", help="one row for each judged pair")
    export.add_argument(
        "--labels", type=Path, metavar="FOLDER", help="the reviewed pairs as labelled data, for: factcheck score FOLDER"
    )


def _export(options: argparse.Namespace) -> int:
    from factcheck.exports import to_csv, to_json
    from factcheck.feedback import as_files
    from factcheck.rearranged import rearranged

    if not any((options.report, options.csv, options.labels)):
        raise UsageError("name at least one of --report, --csv, --labels")
    here = project(options)
    stored, reviews = here.report(options.number), here.reviews()
    if stored is None:
        which = "report yet" if options.number is None else f"report of run {options.number}"
        raise UsageError(f"the project {here.name!r} has no {which}; make one: factcheck project run {here.name!r}")
    report = rearranged(stored, reviews)
    written = []
    for path, text in ((options.report, to_json), (options.csv, to_csv)):
        if path is not None:
            write(path, text(report))
            written.append(str(path))
    if options.labels is not None:
        write_folder(options.labels, as_files(stored, reviews, here.name))
        written.append(str(options.labels))
    say(options, {"project": here.name, "written": written}, [f"wrote {path}" for path in written])
    return 0


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write files, named by their paths in a folder; the folder must be new or empty, so that nothing else is taken for ours."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(f"{folder}: is there already; name a new folder")
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path, text)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written ({error.strerror})") from error
