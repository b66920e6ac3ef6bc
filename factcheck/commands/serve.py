"""`factcheck serve`: the dashboard, for this machine only unless that is asked for."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, files
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from factcheck.commands.usage import UsageError

DISTRIBUTION = "factcheck-compare"
APP = "streamlit_app.py"
PROJECT = Path(__file__).resolve().parents[2]
PORT = 8501


def add(commands: Any) -> None:
    """Tell the parser the options."""
    serve = commands.add_parser(
        "serve",
        help="start the dashboard on this machine",
        epilog="example:\n  factcheck serve --db newsroom.db",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    serve.add_argument(
        "--db", metavar="FILE|URL", help="the store; else what FACTCHECK_DB names, else a file in your data folder"
    )
    serve.add_argument("--address", default="localhost", help="the address to listen at; localhost, unless you say otherwise")
    serve.add_argument("--port", type=int, default=PORT, help=f"the port to listen at; {PORT}, unless you say otherwise")
    serve.add_argument(
        "--allow-remote",
        action="store_true",
        help="allow an address at which other machines reach the dashboard (docs/review.md)",
    )
    serve.add_argument(
        "--reviewer-header",
        metavar="HEADER",
        help="the header by which your reverse proxy names who is logged in; only behind such a proxy",
    )
    serve.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Start the dashboard and wait for its end."""
    if not options.allow_remote and not loopback(options.address):
        raise UsageError(
            f"{options.address}: other machines could reach the dashboard there; if they may, add --allow-remote, "
            "and see docs/review.md on logins first"
        )
    return start(options)


def start(options: argparse.Namespace) -> int:
    """Run streamlit, which finds its settings beside the script."""
    try:
        return subprocess.run(command(options, app()), env=environment(options), check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        return 0


def loopback(address: str) -> bool:
    """Whether only this machine reaches an address (a name or a number); not where it is empty or unknown."""
    try:
        found = {ip_address(info[4][0]) for info in socket.getaddrinfo(address, None)} if address else set()
    except (OSError, UnicodeError, ValueError):
        return False
    return bool(found) and all(each.is_loopback for each in found)


def app(project: Path = PROJECT) -> Path:
    """The dashboard's script: beside the packages in a copy of the project, else where the wheel put it, with the example."""
    if (project / "pyproject.toml").is_file() and (project / APP).is_file():
        return project / APP
    try:
        installed = [Path(str(file.locate())) for file in files(DISTRIBUTION) or () if file.name == APP]
    except PackageNotFoundError:
        installed = []
    for script in installed:
        if script.is_file():
            return script.resolve()
    raise UsageError(f"{APP}: did not come with the packages; install the wheel with pip, or use a copy of the project: make run")


def command(options: argparse.Namespace, script: Path) -> list[str]:
    """The command that starts the dashboard; `-P`, so that no file of the folder where it is started is taken for a module."""
    where = ["--server.address", options.address, "--server.port", str(options.port)]
    return [sys.executable, "-P", "-m", "streamlit", "run", str(script), *where]


def environment(options: argparse.Namespace) -> dict[str, str]:
    """What the dashboard is told."""
    store = options.db if not options.db or "://" in options.db else str(Path(options.db).expanduser().absolute())
    told = {"FACTCHECK_DB": store, "FACTCHECK_REVIEWER_HEADER": options.reviewer_header}
    return dict(os.environ) | {name: value for name, value in told.items() if value}
