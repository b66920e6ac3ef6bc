"""`factcheck project`: articles, runs and reviews that are kept, by the name of a project."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from factcheck.commands import project_files, project_review
from factcheck.commands.articles import add_columns, add_keep, articles
from factcheck.commands.comparing import add_comparing, chosen, corrections_of, models_of
from factcheck.commands.progress import progress
from factcheck.commands.stored import command, project, say, store
from factcheck.commands.usage import UsageError

if TYPE_CHECKING:
    from factcheck.store import Run, Summary


def add(commands: Any) -> None:
    """Tell the parser the commands of a project."""
    parser = commands.add_parser("project", help="keep articles, runs and reviews: new, add, run, review, export, import, list")
    mine = parser.add_subparsers(required=True, metavar="COMMAND")
    command(mine, "new", _new, "make a project", "factcheck project new 'Ferry fire'")
    adding = command(mine, "add", _add, "add articles to a project", "factcheck project add 'Ferry fire' articles/ report.pdf")
    adding.add_argument("paths", nargs="+", metavar="PATH", help="as for compare: files, folders, tables, web addresses")
    add_columns(adding)
    add_keep(adding)
    running = command(
        mine, "run", _run, "compare a project's articles and keep the report", "factcheck project run 'Ferry fire' --one-event"
    )
    add_comparing(running)
    project_review.add(mine)
    project_files.add(mine)
    command(mine, "list", _list, "list the projects, or the runs of one", "factcheck project list", named="?")


def _new(options: argparse.Namespace) -> int:
    made = store(options).create(options.project)
    say(options, {"project": made.name}, [f"made the project {made.name!r}"])
    return 0


def _add(options: argparse.Namespace) -> int:
    here = project(options)
    documents, failed = articles(options, "nothing was added")
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
    said = corrections_of(options)
    here = project(options)
    taken = here.articles()
    if not taken:
        raise UsageError(f"the project {here.name!r} has no articles; add some: factcheck project add {here.name!r} PATH")
    from factcheck.comparison import compare
    from factcheck.reviewing.review import names_given

    decided = chosen(options, said.of | names_given(here.reviews()))
    with here.run() as run, progress(options.json) as tell:

        def told(stage: str, done: int, total: int) -> None:
            tell(stage, done, total)
            run.progress(stage, done, total)

        run.finish(compare(taken, models_of(options), decided, failed=said.failed, progress=told))
    (kept,) = [it for it in here.runs() if it.number == run.number]
    say(options, {"project": here.name, "articles": len(taken)} | run_data(kept), [_run_line(kept)])
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
