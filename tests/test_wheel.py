"""The wheel: what it holds, and that it works where there is no checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("claims", "factcheck", "pyproject.toml", "README.md", "LICENSE", "NOTICE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of what git would hand out, with the build tool of this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    (folder / "source").mkdir()
    for name in SOURCES:
        target = folder / "source" / name
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, target)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--disable-pip-version-check"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(folder / "source")], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    """A module or a data file that works in a checkout works installed: none is left out, and nothing else comes along."""
    here = {
        str(path.relative_to(ROOT))
        for package in ("claims", "factcheck")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
        licences = [name for name in archive.namelist() if name.endswith(("licenses/LICENSE", "licenses/NOTICE"))]
    assert held == here
    assert len(licences) == 2


@pytest.mark.slow
def test_the_wheel_compares_articles_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Unpacked into an empty folder, it finds its own data: the same contradictions as the checkout, and a store of projects."""
    site, work = tmp_path / "site", tmp_path / "work"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    work.mkdir()
    shutil.copytree(ROOT / "examples", work / "articles")
    reports = {}
    for place in (site, ROOT):
        environment = os.environ | {"PYTHONPATH": str(place), "HF_HUB_OFFLINE": "1"}
        command = [sys.executable, "-m", "factcheck.cli"]
        where = "import factcheck; print(factcheck.__file__)"
        run = {"cwd": work, "env": environment, "check": True, "capture_output": True, "text": True}
        assert subprocess.run([sys.executable, "-c", where], **run).stdout.startswith(str(place))
        subprocess.run([*command, "compare", "articles", "--json", "report.json", "--quiet"], **run)
        reports[place] = json.loads((work / "report.json").read_text(encoding="utf-8"))
        subprocess.run([*command, "project", "new", "one", "--db", str(place.name) + ".db"], **run)
    assert reports[site] == reports[ROOT]
    assert any(judgement["verdict"] == "contradict" for judgement in reports[site]["judgements"])
