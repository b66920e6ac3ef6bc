"""Golden rows: cases that live in data files and run through the library and the command line alike.

A row says in `why` what it is there for. `known_miss` marks what the code does not get yet: true where neither the library
nor `factcheck inspect` gets it, "library" or "inspect" where only that one misses. Such a row is expected to fail, strictly:
once the code gets it, the mark has to go.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
Row = dict[str, Any]


def golden(name: str) -> list[Row]:
    """The rows of tests/golden/<name>.jsonl."""
    lines = (ROOT / "tests" / "golden" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def params(rows: Sequence[Row], by: str = "library") -> list[Any]:
    """One pytest parameter a row; what `by` is known to miss is expected to fail."""
    return [
        pytest.param(
            row,
            id=f"{n}-{row['why']}",
            marks=[pytest.mark.xfail(reason=f"known miss: {row['why']}", strict=True)]
            if row.get("known_miss") in (True, by)
            else [],
        )
        for n, row in enumerate(rows, 1)
    ]


def inspected(texts: Sequence[str], published: str | None = None) -> list[Row]:
    """What `factcheck inspect --lines` says of each text, from one run of the command."""
    command = [sys.executable, "-m", "factcheck.cli", "inspect", "-", "--lines"]
    command += ["--published", published] if published else []
    done = subprocess.run(
        command,
        input="".join(f"{text}\n" for text in texts).encode(),
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"HF_HUB_OFFLINE": "1"},
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    said = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [row["line"] for row in said] == list(range(1, len(texts) + 1))
    return said
