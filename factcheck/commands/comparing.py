"""What comparing needs to know, wherever it is asked for: how origins are weighed, which names are one, which models read."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.commands.articles import complain
from factcheck.commands.usage import UsageError, add_nli, add_running

if TYPE_CHECKING:
    from factcheck.comparison import Options
    from factcheck.models import Models
    from factcheck.naming.corrections import Corrections


def add_comparing(parser: argparse.ArgumentParser) -> None:
    """The options of a comparison, with those that choose models and say how much of the machine is used."""
    parser.add_argument(
        "--support",
        type=_method,
        default=None,
        metavar="METHOD",
        help="how the origins behind a value are weighed: majority (all alike, no trust in outlets), sums, average-log, "
        "truth-finder (the default), crh",
    )
    parser.add_argument("--one-event", action="store_true", help="take all articles as telling of one event")
    parser.add_argument(
        "--aliases",
        type=Path,
        metavar="FILE",
        help="names that are one, form,canonical; beside an aliases.csv in a compared folder and those that reviewers gave",
    )
    add_running(parser)
    add_nli(parser)


def _method(text: str) -> Any:
    """A way of weighing origins as an option names it."""
    from factcheck.evidence.truth import Method

    try:
        return Method(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; choose from {', '.join(Method)}") from error


def corrections_of(options: argparse.Namespace, paths: Sequence[str] = ()) -> Corrections:
    """What the user says about names, in the file that `--aliases` names and beside the articles at some paths."""
    from factcheck.naming import corrections

    if options.aliases is not None and not options.aliases.is_file():
        raise UsageError(f"{options.aliases}: no such file; write one with the columns form,canonical")
    said = corrections.load([*corrections.beside(paths), *([options.aliases] if options.aliases else [])])
    complain(said.failed)
    return said


def chosen(options: argparse.Namespace, names: Mapping[str, str]) -> Options:
    """What the user decided about the comparison; `names` are those that are one."""
    from factcheck.comparison import Options
    from factcheck.evidence.consensus import DEFAULT_METHOD

    return Options(options.support or DEFAULT_METHOD, options.one_event, names)


def models_of(options: argparse.Namespace) -> Models:
    """The models that the options choose."""
    from factcheck.models import load_models

    return load_models(not options.no_cache, options.nli, options.jobs, options.device)
