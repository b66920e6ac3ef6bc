"""Starting: a command loads what it needs, and nothing that takes seconds before it is needed."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SLOW = ("torch", "spacy", "transformers", "sentence_transformers", "scipy", "numpy", "pyarrow", "py3langid", "ray", "streamlit")


def loaded(code: str) -> list[str]:
    """The slow modules that are loaded after some code ran in a process of its own."""
    program = f"import sys\n{code}\nprint(*(name for name in {SLOW} if name in sys.modules), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    return done.stderr.split()


def environment() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["compare", "--help"], ["judge", "--help"]], ids=" ".join)
def test_help_loads_nothing_slow(arguments: list[str]) -> None:
    """Help and version need no model, and no library that models need."""
    code = f"from factcheck.cli import main\ntry:\n    main({arguments!r})\nexcept SystemExit:\n    pass"
    assert loaded(code) == []


def test_comparing_is_imported_without_models() -> None:
    """What compares articles is at hand without torch and spaCy: these are loaded where a text is really parsed or read."""
    assert not {"torch", "spacy", "transformers", "sentence_transformers"} & set(loaded("import factcheck.comparison"))


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Ferry Crews Reject Harbour Board’s Latest Offer", []),
        ("Bürgermeister eröffnet neue Brücke über Hafen nach Umbau", ["py3langid"]),
    ],
)
def test_a_printed_apostrophe_is_no_sign_of_another_language(headline: str, wanted: list[str]) -> None:
    """English headlines are known without the model of languages, which takes half a second to load."""
    code = f"from claims.reading import read_text\nread_text({headline!r})"
    assert [name for name in loaded(code) if name == "py3langid"] == wanted


def test_help_is_quick() -> None:
    """`factcheck --help` takes less than 0.3 s of processor time (the least of some runs: other work may stand in between)."""
    seconds = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        command = [sys.executable, "-m", "factcheck.cli", "--help"]
        subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert min(seconds) < 0.3
