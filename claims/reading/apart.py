"""Readers in a process of their own, so that no file takes more than its share of time and memory, or brings the others down.

`python -m claims.reading.apart` is that process: one request after the other on standard input, one answer a line on
standard output. It is started for the first file that needs it and ends with the reading.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import BinaryIO

from claims.reading.article import Found, as_row, from_row
from claims.reading.columns import Columns
from claims.reading.kinds import found_in
from claims.reading.limits import MAX_MEMORY, MAX_SECONDS, UnreadableError


class Apart:
    """A reading process; use it as a context. It starts with the first file, and again after one that it did not survive."""

    def __init__(self, seconds: float = MAX_SECONDS, memory: int = MAX_MEMORY) -> None:
        """`seconds` for one file; `memory` in bytes of address space, where the system can limit it."""
        self._seconds, self._memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Apart:
        """Nothing is started yet."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the process, if there is one."""
        self._stop()

    def found_in(self, kind: str, data: bytes, columns: Columns | None = None) -> list[Found]:
        """What `kinds.found_in` finds, or UnreadableError, also where the limits are reached."""
        process = self._started()
        late = False

        def stop() -> None:
            nonlocal late
            late = True
            process.kill()

        timer = Timer(self._seconds, stop)
        timer.start()
        try:
            answer = _asked(process, {"kind": kind, "columns": dict(columns or {}), "size": len(data)}, data)
        finally:
            timer.cancel()
        if not answer:
            self._stop()
            if late:
                raise UnreadableError(f"takes longer than {self._seconds:g} s; split it, or save its text as .txt")
            raise UnreadableError("needs more memory than a document should, or breaks its reader; save its text as .txt")
        said = json.loads(answer)
        if "unreadable" in said:
            raise UnreadableError(said["unreadable"])
        return [from_row(row) for row in said["found"]]

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            root = str(Path(__file__).parents[2])
            path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
            self._process = subprocess.Popen(  # noqa: S603 (our own module; -P: nothing of the current folder is imported)
                [sys.executable, "-P", "-m", "claims.reading.apart", str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
            )
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()
            process.wait()


def _asked(process: subprocess.Popen[bytes], request: dict[str, object], data: bytes) -> bytes:
    """The process's answer, or nothing where it ended before it gave one."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(json.dumps(request).encode() + b"\n" + data)
        process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return b""


def _serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["size"])
        try:
            answer = {"found": [as_row(it) for it in found_in(request["kind"], data, request["columns"])]}
            written = json.dumps(answer).encode()
        except UnreadableError as error:
            written = json.dumps({"unreadable": str(error)}).encode()
        answers.write(written + b"\n")
        answers.flush()


def _main() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # there is no such limit on Windows
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]),) * 2)
    # What a library prints must not be taken for an answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    _serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    _main()
