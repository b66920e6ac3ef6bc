"""What the commands share: the error that a person sees, files in and out, and options that several of them take."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.judgement import Verdict


class UsageError(Exception):
    """Input that cannot be used; the message is the one line that the person sees."""


def add_nli(parser: argparse.ArgumentParser) -> None:
    """The options that choose who reads claims in words."""
    reader = parser.add_mutually_exclusive_group()
    told = "another CrossEncoder trained on NLI reads the claims that have no figures"
    reader.add_argument("--nli", default="", metavar="NAME_OR_FOLDER", help=told)
    reader.add_argument("--no-nli", dest="nli", action="store_const", const=None, help="no model reads them")


def add_running(parser: argparse.ArgumentParser) -> None:
    """The options that say how much of the machine is used, and what is kept between runs."""
    add_machine(parser)
    parser.add_argument("--no-cache", action="store_true", help="keep no claims, vectors and readings between runs")


def add_machine(parser: argparse.ArgumentParser) -> None:
    """The options that say how much of the machine is used."""
    parser.add_argument(
        "--jobs", type=_jobs, default=cores(), metavar="N", help="threads, and for many articles processes (default: all cores)"
    )
    parser.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default="auto", help="where models run; auto is a GPU where there is one"
    )


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _jobs(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of jobs; say 1 or more")
    return int(text)


def verdicts(text: str) -> tuple[Verdict, ...]:
    """Verdicts as an option names them, separated by commas."""
    try:
        return tuple(Verdict(word.strip()) for word in text.split(","))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{error}; choose from {', '.join(Verdict)}") from error


def verdict(text: str) -> Verdict:
    """One verdict as an option names it."""
    (one, *others) = verdicts(text)
    if others:
        raise argparse.ArgumentTypeError(f"{text!r}: name one verdict")
    return one


def day(text: str) -> date:
    """A date as an option gives it."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2020-03-05") from error


def text_of(path: str) -> str:
    """The text of a file, or of standard input for "-"."""
    if path == "-":
        return sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    from claims.reading import UnreadableError, decode

    try:
        return decode(Path(path).read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from error
    except UnreadableError as error:
        raise UsageError(f"{path}: {error}") from error


def print_rows(rows: Iterable[dict[str, Any]]) -> None:
    """One JSON object a line."""
    for row in rows:
        print(json.dumps(row, ensure_ascii=False, allow_nan=False))
