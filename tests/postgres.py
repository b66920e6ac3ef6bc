"""A PostgreSQL server for the tests: Debian's package, started on a socket of its own, with data that end with the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

OWN = "FACTCHECK_TEST_POSTGRES"  # the URL of a server to use instead, whose user may create databases
_WAIT = 60  # seconds for a server to start on a busy machine


def _run(*command: str, user: str | None = None) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_WAIT, user=user, cwd="/")


def _programs() -> Path | None:
    """The folder of the newest installed server's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda it: float(it.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def _installed() -> Path:
    """The server's programs; without them a visible skip."""
    if (programs := _programs()) is None:
        pytest.skip(f"no PostgreSQL here: as root, apt-get install postgresql (tests/tools.sh does it), or set {OWN}")
    return programs


@contextmanager
def server() -> Iterator[str]:
    """The URL of a running server, with {name} where a database's name stands."""
    if given := os.environ.get(OWN):
        yield f"{given.rsplit('/', 1)[0]}/{{name}}"
        return
    programs = _installed()
    user = "postgres" if os.getuid() == 0 else None  # PostgreSQL refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="fcpg-", dir="/tmp"))  # short: a socket's path has 107 letters at most
    try:
        if user:
            shutil.chown(folder, user)
        data = folder / "data"
        _run(f"{programs}/initdb", "-D", str(data), "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "-N", user=user)
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c max_connections=40"
        log = folder / "log"
        _run(f"{programs}/pg_ctl", "-D", str(data), "-l", str(log), "-w", "-o", options, "start", user=user)
        try:
            folder.chmod(0o755)
            yield f"postgresql://tester@/{{name}}?host={folder}"
        finally:
            _run(f"{programs}/pg_ctl", "-D", str(data), "-m", "immediate", "stop", user=user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
