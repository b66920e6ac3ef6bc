"""Sessions of a document: the commands after "$ " in its console blocks, with what they are said to print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def of(document: Path) -> list[tuple[str, str]]:
    """(command, what it prints) in their order."""
    return [
        session
        for block in re.findall(r"```console\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL)
        for session in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n?)*)", block, re.MULTILINE)
    ]


def run(command: str, shown: str, folder: Path) -> None:
    """Run a command in a folder; it must end well and print what is shown, "..." standing for what is left out."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, f"{command}\n{done.stderr}"
    parts = [re.escape(part.strip()) for part in shown.split("...")]
    assert re.search(r".*?".join(parts), done.stdout, re.DOTALL), f"{command}\n{done.stdout[:4000]}"
