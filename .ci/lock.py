#!/usr/bin/env python3
"""Write requirements.lock: the pins of constraints.txt with the sha256 of every file that the index has of them.

usage: .ci/lock.py [FOLDER of wheels of our own, such as a CPU build of torch]. Needs the network; to be run when constraints.txt
changes.
"""

from __future__ import annotations

import hashlib
import json
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INDEX = "https://pypi.org/simple"
HEAD = (
    "# The pins of constraints.txt with their hashes, written by .ci/lock.py. To install nothing else than these files:\n"
    "#   pip install --require-hashes -r requirements.lock && pip install --no-deps .\n"
    "# Beside PyPI's builds torch has the hash of its CPU build for Linux (https://download.pytorch.org/whl/cpu).\n"
)


def listed(package: str, version: str) -> list[str]:
    """The sha256 of the files of one release on the index (Simple API, PEP 691)."""
    accept = {"Accept": "application/vnd.pypi.simple.v1+json"}
    request = urllib.request.Request(f"{INDEX}/{package}/", headers=accept)  # noqa: S310 (the index's own address)
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        files = json.load(answer)["files"]
    spelt = (f"-{version}-", f"-{version}.tar.gz", f"-{version}.zip")
    return [file["hashes"]["sha256"] for file in files if any(part in file["filename"] for part in spelt) and not file["yanked"]]


def main() -> None:
    """Read the pins, ask for their hashes, write the file whole."""
    wheels = [path for folder in sys.argv[1:] for path in Path(folder).glob("*.whl")]
    blocks = [HEAD]
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        package, version = line.split("==")
        own = [path for path in wheels if path.name.lower().startswith(f"{package.replace('-', '_')}-{version}".lower())]
        hashes = sorted({*listed(package, version), *(hashlib.sha256(path.read_bytes()).hexdigest() for path in own)})
        if not hashes:
            sys.exit(f"lock: {package}=={version}: the index has no file of it")
        blocks.append(" \\\n    ".join((line, *(f"--hash=sha256:{value}" for value in hashes))) + "\n")
    (ROOT / "requirements.lock").write_text("".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
