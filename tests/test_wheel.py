"""The wheel: what it holds, and that it works where there is no checkout."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import venv
import zipfile
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from factcheck.commands import serve

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("claims", "factcheck")
SOURCES = (*PACKAGES, "pyproject.toml", "README.md", "LICENSE", "NOTICE", "streamlit_app.py", ".streamlit", "examples")
SHARE = ".data/data/share/factcheck-compare/"  # what `factcheck serve` starts
START_SECONDS = 180


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
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        every = [name for name in archive.namelist() if ".dist-info/" not in name]
        licences = [name for name in archive.namelist() if name.endswith(("licenses/LICENSE", "licenses/NOTICE"))]
    examples = {str(path.relative_to(ROOT)) for path in (ROOT / "examples").iterdir()}
    assert {name for name in every if SHARE not in name} == here
    assert {name.partition(SHARE)[2] for name in every if SHARE in name} == examples | {serve.APP, ".streamlit/config.toml"}
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


@pytest.mark.slow
def test_the_installed_wheel_serves_the_dashboard(wheel: Path, tmp_path: Path) -> None:
    """Installed into an empty environment, started in an empty folder: it serves its own script with its own settings."""
    home, work = tmp_path / "environment", tmp_path / "work"
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--disable-pip-version-check", str(wheel)], check=True, capture_output=True)
    (site,) = home.glob("lib/python*/site-packages")
    shared = [path for path in sys.path if path.endswith("site-packages")]
    (site / "zz_shared.pth").write_text("\n".join(shared), encoding="utf-8")  # after our own: all that the wheel depends on
    work.mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {
        "STREAMLIT_SERVER_HEADLESS": "true"
    }
    where = "from factcheck.commands import serve; print(serve.app())"
    run = subprocess.run([python, "-c", where], cwd=work, env=environment, check=True, capture_output=True, text=True)
    script = Path(run.stdout.strip())
    assert script.is_relative_to(home)
    assert (script.parent / "examples" / "sources.csv").is_file()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(home / "bin" / "factcheck"), "serve", "--address", "127.0.0.1", "--port", str(port)]
    server = subprocess.Popen(command, cwd=work, env=environment, start_new_session=True)
    try:
        assert answer(f"http://127.0.0.1:{port}/_stcore/health", server) == b"ok"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=START_SECONDS)


def answer(address: str, server: subprocess.Popen[bytes]) -> bytes:
    """What a server that is starting answers at last."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(address, timeout=1) as got:  # noqa: S310 (our own server)
                return bytes(got.read())
        except (URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"no answer; the server's status is {server.poll()}")
