"""Faults: killed at any moment, a full disk, a file that cannot be written, one that is damaged, many writers at once."""

from __future__ import annotations

import multiprocessing
import os
import random
import resource
import shutil
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
import reports
from reports import KILLED

from factcheck.reviewing.review import Action, of_fact
from factcheck.store import Project, State, StoreError, open_store

REPORT = reports.small()
FORK = multiprocessing.get_context("fork")  # quick: everything is imported already
NAME = "Ferry fire"

STEPS = 6  # that a process tells at most before it is killed
KILLS = 50  # of a run and of a review each, on each database: 200 in all
WRITES = 1000  # by each of two writers
PATIENCE = 60  # seconds for a child process on a busy machine


def child(work: Callable[..., None], *arguments: object) -> multiprocessing.process.BaseProcess:
    """A process of its own that does some work; it shares no connection with this one."""
    process = FORK.Process(target=work, args=arguments)
    process.start()
    return process


def reviewing(place: str, told: Connection) -> None:
    """Store reviews without end, telling the id of each before it is written and after it is stored."""
    project = open_store(place).project(NAME)
    told.send("ready")
    while True:
        review = of_fact(REPORT, KILLED, Action.CONFIRM, "Ada")
        told.send(("writing", review.id))
        project.review(review)
        told.send(("stored", review.id))


def running(place: str, told: Connection) -> None:
    """Run without end, telling the number of each run when it has begun and when its report is stored."""
    project = open_store(place).project(NAME)
    told.send("ready")
    while True:
        with project.run() as run:
            told.send(("begun", run.number))
            run.finish(REPORT)
        told.send(("done", run.number))


def killed(work: Callable[[str, Connection], None], place: str, moments: random.Random) -> list[tuple[str, str | int]]:
    """What a process told of its work before it was killed: after some steps, and somewhere in the next one or two.

    Moments are counted in steps, not in seconds, so that a slow machine is killed in the middle of its work too.
    """
    ours, theirs = FORK.Pipe(duplex=False)
    process = child(work, place, theirs)
    theirs.close()
    assert ours.poll(PATIENCE)
    assert ours.recv() == "ready"
    steps, started = moments.randint(1, STEPS), time.monotonic()
    told = []
    for _ in range(steps):
        assert ours.poll(PATIENCE)
        told.append(ours.recv())
    time.sleep(moments.uniform(0, 2) * (time.monotonic() - started) / steps)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    with suppress(EOFError, OSError):  # its last word may be cut off
        while ours.poll():
            told.append(ours.recv())
    ours.close()
    return told


@pytest.fixture
def ready(place: str) -> str:
    """A place with a project whose articles are stored."""
    store = open_store(place)
    store.create(NAME).add(REPORT.documents)
    store.engine.dispose()
    return place


def reopened(place: str) -> Project:
    """The project as a new process would open it."""
    return open_store(place).project(NAME)


@pytest.mark.slow
def test_killed_while_reviewing_nothing_stored_is_lost(ready: str) -> None:
    """At random moments: all that was told as stored is there, each once; beside it at most what was being written."""
    moments = random.Random(1)
    stored: list[str] = []
    for _ in range(KILLS):
        told = killed(reviewing, ready, moments)
        known = [str(key) for what, key in told if what == "stored"]
        project = reopened(ready)
        kept = [review.id for review in project.reviews()]
        assert kept[: len(stored)] == stored
        assert kept[len(stored) : len(stored) + len(known)] == known
        more = set(kept[len(stored) + len(known) :])
        assert len(more) <= 1
        assert more <= {str(key) for what, key in told if what == "writing"}
        stored = kept
        project.store.engine.dispose()
    assert len(stored) > KILLS // 2  # the killing met work, and not only its beginning


@pytest.mark.slow
def test_killed_while_running_a_run_is_done_or_stopped(ready: str) -> None:
    """At random moments: a run told as done has its whole report, any other is done or marked as stopped."""
    moments = random.Random(2)
    done: set[int] = set()
    for _ in range(KILLS):
        told = killed(running, ready, moments)
        done |= {int(key) for what, key in told if what == "done"}
        project = reopened(ready)
        states = {run.number: run.state for run in project.runs()}
        assert set(states.values()) <= {State.DONE, State.STOPPED}
        assert all(states[number] is State.DONE for number in done)
        last = max((number for number, state in states.items() if state is State.DONE), default=None)
        assert project.report() == (REPORT if last else None)
        project.store.engine.dispose()
    with reopened(ready).run() as run:  # and the project can be run again
        run.finish(REPORT)
    assert done


def writing(place: str, reviewer: str, count: int) -> None:
    """Store so many reviews of one person."""
    project = open_store(place).project(NAME)
    for number in range(count):
        project.review(replace(of_fact(REPORT, KILLED, Action.NOTE, reviewer, note=str(number)), id=f"{reviewer}{number}"))


@pytest.mark.slow
def test_two_writers_at_once_lose_and_double_nothing(ready: str) -> None:
    """A thousand reviews each: two thousand are stored, each person's in the order in which they were written."""
    writers = [child(writing, ready, name, WRITES) for name in ("Ada", "Ben")]
    for writer in writers:
        writer.join(PATIENCE * 3)
        assert writer.exitcode == 0
    kept = reopened(ready).reviews()
    assert len(kept) == len({review.id for review in kept}) == 2 * WRITES
    for name in ("Ada", "Ben"):
        assert [review.note for review in kept if review.reviewer == name] == [str(number) for number in range(WRITES)]


def outcome(work: Callable[[], None], told: Connection) -> None:
    """Do some work and tell how it ended: "done", or the line of a StoreError."""
    try:
        work()
        told.send("done")
    except StoreError as error:
        told.send(str(error))


def ended(work: Callable[[], None]) -> str:
    """How some work ended in a process of its own."""
    ours, theirs = FORK.Pipe(duplex=False)
    process = child(outcome, work, theirs)
    theirs.close()
    assert ours.poll(PATIENCE), "the process said nothing"
    said = str(ours.recv())
    process.join(PATIENCE)
    return said


@pytest.fixture
def file() -> Iterator[Path]:
    """A SQLite file with a project and a review in it, in a folder that everybody may enter."""
    folder = Path(tempfile.mkdtemp(prefix="fcstore-"))
    path = folder / "store.db"
    project = open_store(str(path)).create(NAME)
    project.add(REPORT.documents)
    project.review(of_fact(REPORT, KILLED, Action.CONFIRM, "Ada"))
    project.store.engine.dispose()
    folder.chmod(0o755)
    yield path
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_full_disk_is_told_and_nothing_stored_is_lost(file: Path) -> None:
    """Files cannot grow any more: one line; what was stored before is there, and new reviews can be stored once there is room."""

    def work() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        project = open_store(str(file)).project(NAME)
        size = max(path.stat().st_size for path in file.parent.iterdir())
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20_000, size + 20_000))
        for number in range(500):
            project.review(of_fact(REPORT, KILLED, Action.NOTE, "Ada", note=f"{number} {'x' * 2000}"))

    assert "make room and try again; what was stored before is safe" in ended(work)
    project = reopened(str(file))
    kept = project.reviews()
    assert kept[0].action is Action.CONFIRM
    assert [int(review.note.split()[0]) for review in kept[1:]] == list(range(len(kept) - 1))
    project.review(of_fact(REPORT, KILLED, Action.CHECK, "Ada"))
    assert len(project.reviews()) == len(kept) + 1


def test_a_database_that_reached_its_limit_is_told(file: Path) -> None:
    """SQLite's own word for a full disk."""
    store = open_store(str(file))

    def work() -> None:
        with store.writing() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
            connection.exec_driver_sql("CREATE TABLE more AS SELECT hex(randomblob(1000000)) AS text")

    with pytest.raises(StoreError, match="the disk is full"):
        work()
    assert len(store.project(NAME).reviews()) == 1


@pytest.mark.parametrize("modes", [(0o444, 0o755), (0o444, 0o555), (0o666, 0o555)], ids=["file", "both", "folder"])
def test_a_file_that_cannot_be_written_is_told(file: Path, modes: tuple[int, int]) -> None:
    """One line that names the file, and the file is as it was."""
    before = file.read_bytes()
    file.chmod(modes[0])
    file.parent.chmod(modes[1])

    def work() -> None:
        if os.getuid() == 0:  # whom nothing stops from writing
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        open_store(str(file)).project(NAME).review(of_fact(REPORT, KILLED, Action.CHECK, "Ada"))

    said = ended(work)
    assert said.startswith(f"{file}: cannot be ")
    assert "\n" not in said
    assert file.read_bytes() == before


def damages() -> Iterator[object]:
    """Ways in which a file gets damaged."""
    yield pytest.param(lambda data: b"\x00" * len(data), id="zeros")
    yield pytest.param(lambda data: b"<html>" + data[6:], id="another head")
    yield pytest.param(lambda data: data[:100] + bytes(byte ^ 0x5A for byte in data[100:]), id="all pages garbled")
    yield pytest.param(lambda data: data[: len(data) // 2], id="cut in half")
    yield pytest.param(lambda data: data[:50], id="only its beginning")


@pytest.mark.parametrize("damage", damages())
def test_a_damaged_file_is_told(file: Path, damage: Callable[[bytes], bytes]) -> None:
    """One line that names the file and the way out, and never a traceback or an empty store in its place."""
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(StoreError) as caught:
        open_store(str(file)).project(NAME).reviews()
    assert str(caught.value).startswith(str(file))
    assert "restore it from a copy" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_locked_for_long_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer waits for another one, and says so when that takes too long."""
    monkeypatch.setattr("factcheck.store.engines.WAIT", 0.2)
    store = open_store(str(file))
    with open_store(str(file)).writing(), pytest.raises(StoreError, match="is busy"):
        store.project(NAME).review(of_fact(REPORT, KILLED, Action.CHECK, "Ada"))
    store.project(NAME).review(of_fact(REPORT, KILLED, Action.CHECK, "Ada"))
