"""The command line, `factcheck COMMAND`; each command is a module of factcheck.commands. Exit status 2 means unusable input."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

from factcheck import __version__
from factcheck.commands import compare, corpus, inspect, judge, project, score, serve
from factcheck.commands.usage import UsageError

UNUSABLE = 2
COMMANDS = (compare, corpus, inspect, judge, project, score, serve)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    options = _parser().parse_args(arguments)
    from factcheck.encoder import ModelError

    try:
        status: int = options.run(options)
        return status
    except (UsageError, ModelError) as error:
        print(f"factcheck: {error}", file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:  # the reader of a pipe went away: not our error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


class _Parser(argparse.ArgumentParser):
    """A parser that refuses what it does not know itself: else only the parser above would, with a usage line of no command."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse's, but nothing is left over."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return found, unknown


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="factcheck", description="Where articles agree and where they contradict each other.")
    parser.add_argument("--version", action="version", version=f"factcheck-compare {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.add(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
