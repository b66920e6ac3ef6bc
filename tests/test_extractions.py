"""Extractions and readings that are kept between runs: the same as fresh ones, made anew where anything behind them changed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import numpy as np
import pytest
from fakes import FakeReader
from spacy.language import Language

from claims.document import Document
from claims.extraction import extract_all
from claims.reading import read
from factcheck.judging.readings import KeptReader
from factcheck.keeping import extractions
from factcheck.keeping.extractions import extracted
from factcheck.keeping.fingerprints import code_fingerprint
from factcheck.keeping.shelf import Shelf
from factcheck.models import LazyParser, load_nlp

ROOT = Path(__file__).resolve().parent.parent
TEXTS = (
    "Rain fell on Wednesday. Over 30 people were killed in Kessim, the ministry said.",
    "Torvay denied that its jets had hit the school. “We never struck it,” General Oda Reen said.",
    "Prices rose from 3 to 5 percent in March.",
)


def documents() -> list[Document]:
    return [Document(f"d{n}", text, outlet=f"Outlet {n}", published=date(2024, 10, 30)) for n, text in enumerate(TEXTS)]


class Deaf:
    """A parser that must not be asked."""

    def pipe(self, *_: Any, **__: Any) -> Any:
        raise AssertionError("parsed, though it is kept")


class Counting:
    """A parser that counts the texts which it parses."""

    def __init__(self, nlp: Language):
        self.nlp, self.parsed = nlp, 0

    def pipe(self, texts: Any, **options: Any) -> Any:
        texts = list(texts)
        self.parsed += len(texts)
        return self.nlp.pipe(texts, **options)


def test_kept_claims_are_the_fresh_ones(nlp: Language, tmp_path: Path) -> None:
    """A shelf changes nothing, and what it holds is not parsed again, whatever stands beside it or which event it is put to."""
    fresh = list(extract_all(documents(), nlp))
    shelf = Shelf(tmp_path / "claims.sqlite")
    told: list[int] = []
    assert extracted(documents(), nlp, shelf) == fresh
    assert extracted(documents(), cast(Language, Deaf()), shelf, progress=told.append) == fresh
    assert told == [len(TEXTS)]
    assert extracted(documents()[::-1], cast(Language, Deaf()), shelf) == fresh[::-1]
    named = [replace(document, event="mine") for document in documents()]
    assert [e.document.event for e in extracted(named, cast(Language, Deaf()), shelf)] == ["mine"] * len(TEXTS)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"text": TEXTS[0] + " It snowed."}, "another text"),
        ({"published": date(2024, 10, 31)}, "'Wednesday' is another day"),
        ({"outlet": "Another"}, "an agency may be the outlet itself"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_only_what_changed_is_parsed(nlp: Language, tmp_path: Path, change: dict[str, Any], why: str) -> None:
    """One changed or added document costs that document alone."""
    shelf = Shelf(tmp_path / "claims.sqlite")
    extracted(documents(), nlp, shelf)
    changed = [replace(documents()[0], **change), *documents()[1:]]
    parser = Counting(nlp)
    assert extracted(changed, cast(Language, parser), shelf) == list(extract_all(changed, nlp))
    assert parser.parsed == 1


def test_other_code_has_other_claims(nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change of the code that reads claims nothing of an earlier state is taken."""
    shelf = Shelf(tmp_path / "claims.sqlite")
    extracted(documents(), nlp, shelf)
    monkeypatch.setattr(extractions, "code_fingerprint", lambda *_, **__: "after a change")
    parser = Counting(nlp)
    extracted(documents(), cast(Language, parser), shelf)
    assert parser.parsed == len(TEXTS)


def test_the_fingerprint_is_of_the_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each source file and each version counts; the same state has the same fingerprint."""
    package = tmp_path / "sample_package"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "rule.py").write_text("A = 1")
    monkeypatch.syspath_prepend(str(tmp_path))
    code_fingerprint.cache_clear()
    found = {code_fingerprint("sample_package"), code_fingerprint("sample_package", packages=("numpy",))}
    found.add(code_fingerprint("sample_package", ("__init__.py",)))
    (package / "rule.py").write_text("A = 2")
    code_fingerprint.cache_clear()
    found.add(code_fingerprint("sample_package"))
    assert len(found) == 4
    assert code_fingerprint("sample_package") in found


def test_damaged_claims_are_read_anew(nlp: Language, tmp_path: Path) -> None:
    """What was kept and is damaged is parsed again."""
    shelf = Shelf(tmp_path / "claims.sqlite")
    fresh = extracted(documents(), nlp, shelf)
    with sqlite3.connect(tmp_path / "claims.sqlite") as store:
        rows = store.execute("SELECT key FROM kept").fetchall()
    store.close()
    shelf.write({key: b"no claims" for (key,) in rows})
    assert extracted(documents(), nlp, shelf) == fresh


@pytest.mark.slow
def test_processes_find_the_same(nlp: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two processes find the same claims as one, in the same order, and keep the same."""
    monkeypatch.setattr(extractions, "WORTH_A_PROCESS", 1)
    monkeypatch.setattr(extractions, "AT_ONCE", 2)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))  # not the page that a test of the dashboard left there
    parser = cast(Language, LazyParser(partial(load_nlp, "cpu")))
    told: list[int] = []
    shelf = Shelf(tmp_path / "claims.sqlite")
    assert extracted(documents(), parser, shelf, 2, told.append) == list(extract_all(documents(), nlp))
    assert told == [2, 3]
    assert extracted(documents(), cast(Language, Deaf()), shelf) == list(extract_all(documents(), nlp))


def test_kept_readings_are_the_readers(tmp_path: Path) -> None:
    """A pair is read once in each direction, ever; readings of other weights are never taken."""
    shelf = Shelf(tmp_path / "readings.sqlite")
    pairs = [("a", "b"), ("b", "a"), ("a", "b")]
    known = {("a", "b"): (0.7, 0.2, 0.1)}
    reader = FakeReader((0.1, 0.2, 0.7), known)
    first = KeptReader(reader, "f", shelf).read(pairs)
    assert np.array_equal(first, FakeReader((0.1, 0.2, 0.7), known).read(pairs))
    assert sorted(reader.asked) == [("a", "b"), ("b", "a")]
    silent, other = FakeReader((0.0, 0.0, 1.0)), FakeReader((0.0, 0.0, 1.0))
    assert np.array_equal(KeptReader(silent, "f", shelf).read(pairs), first)
    assert silent.asked == []
    KeptReader(other, "g", shelf).read(pairs)
    assert len(other.asked) == 2
    assert KeptReader(silent, "f", shelf).read([]).shape == (0, 3)


SLOW = ("torch", "spacy", "claims.extraction", "scipy.linalg", "rich", "py3langid.langid")


def compared(cache: Path, *options: str) -> tuple[str, list[str], subprocess.CompletedProcess[str]]:
    """report.json of the examples, which of what is slow to load was loaded, and the finished process."""
    code = (
        "import sys\nfrom factcheck.cli import main\nstatus = main(sys.argv[1:])\n"
        f"print(*(n for n in {SLOW} if n in sys.modules))\nsys.exit(status)"
    )
    target = cache / "report.json"
    command = [sys.executable, "-c", code, "compare", "examples", "--quiet", "--json", str(target), *options]
    environment = os.environ | {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return target.read_text() if target.exists() else "", done.stdout.split(), done


@pytest.mark.slow
def test_a_second_run_loads_no_model(tmp_path: Path) -> None:
    """The same articles again: the same bytes, and no model or rule that reads a text is loaded; --no-cache keeps nothing."""
    first, loaded, done = compared(tmp_path, "--jobs", "1")
    assert done.returncode == 0, done.stderr
    assert {"torch", "spacy", "claims.extraction"} <= set(loaded)
    assert compared(tmp_path)[:2] == (first, [])
    away = tmp_path / "away"
    away.mkdir()
    assert compared(away, "--no-cache", "--jobs", "2")[0] == first
    assert [path.name for path in away.iterdir()] == ["report.json"]


@pytest.mark.parametrize(
    ("options", "told"),
    [(("--jobs", "0"), "'0' is no number of jobs"), (("--device", "cuda"), "torch finds no GPU on this machine")],
    ids=["no jobs", "no GPU"],
)
def test_what_the_machine_cannot_do_is_one_line(tmp_path: Path, options: tuple[str, str], told: str) -> None:
    """A number of jobs that is none, or a GPU that is not there, is one clear line and status 2."""
    if "cuda" in options:
        import torch

        if torch.cuda.is_available():
            pytest.skip("there is a GPU")
    _, _, done = compared(tmp_path, *options)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_the_examples_come_back(nlp: Language, tmp_path: Path) -> None:
    """Every kind of claim in the examples survives being kept."""
    shelf = Shelf(tmp_path / "claims.sqlite")
    examples = read([ROOT / "examples"]).documents[:2]
    fresh = extracted(examples, nlp, shelf)
    assert extracted(examples, cast(Language, Deaf()), shelf) == fresh
