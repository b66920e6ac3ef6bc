"""Corpus mode on Ray: the same bytes as without it, on two nodes, and when a worker is killed; skipped where Ray is absent."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_corpus import pile, run, small, tables  # noqa: F401 (fixtures)

from factcheck.comparison import Models
from factcheck.corpus import stages
from factcheck.corpus.engines import Here, Setup
from factcheck.corpus.folder import CorpusError, Folder
from factcheck.corpus.on_ray import OnRay

ray = pytest.importorskip("ray", reason="Ray is not installed (extra: cluster)")
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

ROOT = Path(__file__).resolve().parent.parent
SETUP = Setup(None, "cpu")


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a cluster of two nodes on this machine, each a set of processes of its own."""
    from ray.cluster_utils import Cluster

    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), str(ROOT / "tests"))))
    nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": 2, "include_dashboard": False})
    try:
        nodes.add_node(num_cpus=2)
        yield nodes.address
    finally:
        ray.shutdown()
        nodes.shutdown()


def killed_once(folder: Folder, part: int, models: Models) -> None:
    """Reads claims, but the first worker that is given the second part is killed."""
    mark = folder.root / "killed"
    if part == 1 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    stages.claims(folder, part, models)


def killed_late(folder: Folder, group: int, models: Models) -> None:
    """Compares events, but the first worker that has done so is killed before it can say so."""
    stages.events(folder, group, models)
    mark = folder.root / "killed late"
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def test_ray_writes_the_same(pile: Path, tmp_path: Path, cluster: str, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    """Two workers on two nodes write the same bytes as this process, also when one is killed in the middle of each stage."""
    run(pile, tmp_path / "here", Here(SETUP.models()))
    run(pile, tmp_path / "ray", OnRay(SETUP, 2, cluster))
    assert tables(tmp_path / "ray") == tables(tmp_path / "here")
    assert len([node for node in ray.nodes() if node["Alive"]]) == 2
    monkeypatch.setattr(corpus_stages(), "claims", killed_once)
    monkeypatch.setattr(corpus_stages(), "events", killed_late)
    run(pile, tmp_path / "killed", OnRay(SETUP, 2, cluster))
    for mark in ("killed", "killed late"):
        (tmp_path / "killed" / mark).unlink()
    assert tables(tmp_path / "killed") == tables(tmp_path / "here")


def corpus_stages() -> Any:
    from factcheck.corpus import run as corpus_run

    return corpus_run.stages


def test_no_cluster_is_one_line() -> None:
    """An address at which no cluster answers is told as such."""
    with pytest.raises(CorpusError, match="no Ray cluster answers"):
        OnRay(SETUP, 2, "127.0.0.1:1")
