"""`factcheck project`: articles, runs and reviews that are kept, by the name of a project."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.commands import project_files, project_review
from factcheck.commands.compare import method
from factcheck.commands.keeping import kept
from factcheck.commands.progress import progress
from factcheck.commands.stored import command, project, say, store
from factcheck.commands.usage import UsageError, add_nli, add_running

if TYPE_CHECKING:
    from factcheck.store import Run, Summary


def add(commands: Any) -> None:
    """Tell the parser the commands of a project."""
    parser = commands.add_parser("project", help="keep articles, runs and reviews: new, add, run, review, export, import, list")
    mine = parser.add_subparsers(required=True, metavar="COMMAND")
    new = command(mine, "new", _new, "make a project", "factcheck project new 'Ferry fire'")
    new.add_argument("project", metavar="NAME")
    adding = command(mine, "add", _add, "add articles to a project", "factcheck project add 'Ferry fire' articles/ report.pdf")
    adding.add_argument("project", metavar="NAME")
    adding.add_argument("paths", nargs="+", metavar="PATH", help="as for compare: files, folders, tables, web addresses")
    adding.add_argument("--columns", action="append", default=[], metavar="NAME=COLUMN", help="as for compare")
    adding.add_argument("--keep", action="append", default=[], metavar="REASON|PATH:START", help="as for compare")
    running = command(
        mine, "run", _run, "compare a project's articles and keep the report", "factcheck project run 'Ferry fire' --one-event"
    )
    running.add_argument("project", metavar="NAME")
    running.add_argument("--one-event", action="store_true", help="take all articles as telling of one event")
    running.add_argument("--support", type=method, default=None, metavar="METHOD", help="as for compare")
    running.add_argument("--aliases", type=Path, metavar="FILE", help="names that are one; beside those that reviewers gave")
    add_running(running)
    add_nli(running)
    project_review.add(mine)
    project_files.add(mine)
    listing = command(mine, "list", _list, "list the projects, or the runs of one", "factcheck project list")
    listing.add_argument("project", metavar="NAME", nargs="?")


def _new(options: argparse.Namespace) -> int:
    made = store(options).create(options.project)
    say(options, {"project": made.name}, [f"made the project {made.name!r}"])
    return 0


def _add(options: argparse.Namespace) -> int:
    from claims.reading import read
    from claims.reading.columns import columns_from
    from factcheck.naming import corrections

    try:
        columns = columns_from(options.columns)
    except ValueError as error:
        raise UsageError(str(error)) from error
    here = project(options)
    reading = read(options.paths, columns)
    failed = corrections.other_failures(reading.failed)
    for failure in failed:
        print(f"factcheck: {failure.path}: {failure.reason}", file=sys.stderr)
    if not reading.documents:
        raise UsageError("no article could be read; nothing was added")
    documents, unfit = kept(reading.documents, options.keep)
    for line in unfit:
        print(f"factcheck: {line}", file=sys.stderr)
    added = here.add(documents)
    result = {
        "project": here.name,
        "added": added.new,
        "known": added.known,
        "failed": [{"path": failure.path, "reason": failure.reason} for failure in failed],
    }
    say(options, result, [f"{added.new} added, {added.known} there already"])
    return 0


def _run(options: argparse.Namespace) -> int:
    from factcheck.naming import corrections

    if options.aliases is not None and not options.aliases.is_file():
        raise UsageError(f"{options.aliases}: no such file; write one with the columns form,canonical")
    here = project(options)
    articles = here.articles()
    if not articles:
        raise UsageError(f"the project {here.name!r} has no articles; add some: factcheck project add {here.name!r} PATH")
    said = corrections.load([options.aliases] if options.aliases else [])
    for failure in said.failed:
        print(f"factcheck: {failure.path}: {failure.reason}", file=sys.stderr)
    from factcheck.comparison import Options, compare, load_models
    from factcheck.evidence.consensus import DEFAULT_METHOD
    from factcheck.reviewing.review import names_given

    chosen = Options(options.support or DEFAULT_METHOD, options.one_event, said.of | names_given(here.reviews()))
    with here.run() as run, progress(options.json) as tell:

        def told(stage: str, done: int, total: int) -> None:
            tell(stage, done, total)
            run.progress(stage, done, total)

        tell("loading models", 0, 0)
        models = load_models(not options.no_cache, options.nli, options.jobs, options.device)
        run.finish(compare(articles, models, chosen, failed=said.failed, progress=told))
    (kept,) = [it for it in here.runs() if it.number == run.number]
    say(options, {"project": here.name, "articles": len(articles)} | run_data(kept), [_run_line(kept)])
    return 0


def _list(options: argparse.Namespace) -> int:
    if options.project is not None:
        made = project(options).runs()
        say(options, [run_data(run) for run in made], map(_run_line, made) if made else ["no runs yet"])
        return 0
    here = store(options)
    every = [here.project(name).summary() for name in here.names()]
    say(options, [_summary_data(it) for it in every], map(_summary_line, every) if every else [f"{here.name}: no projects yet"])
    return 0


def run_data(run: Run) -> dict[str, Any]:
    """A run as plain data."""
    return {
        "run": run.number,
        "state": run.state.value,
        "started": run.started.isoformat(),
        "ended": run.ended.isoformat() if run.ended else None,
        "version": run.version,
        "why": run.why or None,
        "findings": {finding.value: count for finding, count in run.findings.items()},
    }


def _run_line(run: Run) -> str:
    found = ", ".join(f"{count} {finding.value}" for finding, count in run.findings.items())
    return f"run {run.number}  {run.started:%Y-%m-%d %H:%M} UTC  {run.state.value}  {run.why or found}".rstrip()


def _summary_data(it: Summary) -> dict[str, Any]:
    return {
        "project": it.name,
        "created": it.created.isoformat(),
        "articles": it.articles,
        "runs": it.runs,
        "reviews": it.reviews,
        "last_run": run_data(it.run) if it.run else None,
    }


def _summary_line(it: Summary) -> str:
    last = f"; {_run_line(it.run)}" if it.run else ""
    return f"{it.name}: articles {it.articles}, runs {it.runs}, reviews {it.reviews}{last}"
