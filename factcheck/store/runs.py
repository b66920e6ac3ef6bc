"""Runs of a project: begun, alive while they work, then done, failed or stopped. One that is done never changes."""

from __future__ import annotations

import os
import socket
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, Table, func, insert, select, update

from claims.document import Document
from factcheck import __version__
from factcheck.judgement import Finding
from factcheck.report import Report
from factcheck.reviewing.review import claim_keys, now
from factcheck.store.encoding import EncodingError, dumped, loaded, plain
from factcheck.store.engines import StoreError
from factcheck.store.schema import claims, facts, judgements, runs, texts

SILENT = timedelta(minutes=10)  # a run of another machine that says nothing for so long is taken to have stopped
HEARTBEAT = timedelta(seconds=5)  # how often a run says that it is alive

KILLED = "its process ended before it was done"


class State(StrEnum):
    """How far a run is."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"  # an error, which `why` names
    STOPPED = "stopped"  # somebody stopped it, or its process went away


@dataclass(frozen=True, slots=True)
class Run:
    """One comparison of a project's articles; `findings` counts its facts, only where it is done."""

    number: int
    state: State
    started: datetime
    ended: datetime | None
    version: str
    why: str
    findings: dict[Finding, int]


def begun(connection: Connection, project: int) -> int:
    """A new run's number. StoreError while another run of the project is working; dead ones are marked as stopped."""
    for row in connection.execute(select(runs).where(runs.c.project == project, runs.c.state == State.RUNNING)).mappings():
        if _alive(row["host"], row["pid"], row["seen"]):
            raise StoreError(f"another run of this project has been going on since {row['started'][:16]} UTC; wait for its end")
        ended(connection, row["number"], State.STOPPED, KILLED)
    moment = now().isoformat()
    values = {"started": moment, "seen": moment, "version": __version__, "host": socket.gethostname(), "pid": os.getpid()}
    made = connection.execute(insert(runs).values(project=project, state=State.RUNNING, **values)).inserted_primary_key
    return int(made[0]) if made else 0


def alive(connection: Connection, number: int) -> None:
    """Note that a run is still at work."""
    connection.execute(update(runs).where(runs.c.number == number).values(seen=now().isoformat()))


def ended(connection: Connection, number: int, state: State, why: str) -> None:
    """Note that a run ended without a report."""
    values = {"state": state.value, "why": plain(why), "ended": now().isoformat()}
    connection.execute(update(runs).where(runs.c.number == number, runs.c.state == State.RUNNING).values(**values))


def finished(connection: Connection, number: int, report: Report) -> None:
    """Keep a run's report, and the rows that queries need. The texts are the project's and are not kept again."""
    bare = replace(report, documents=tuple(replace(document, text=document.text_sha256) for document in report.documents))
    done = {"state": State.DONE.value, "why": None, "ended": now().isoformat(), "report": dumped(bare)}
    if connection.execute(update(runs).where(runs.c.number == number, runs.c.state != State.DONE).values(**done)).rowcount != 1:
        raise StoreError(f"run {number} is done already, and a report is never changed")
    key_of = claim_keys(report)
    rows: dict[Table, list[dict[str, object]]] = {
        claims: [
            {
                "id": c.id,
                "key": key_of[c.id],
                "document": c.document,
                "fact": report.fact_of[c.id].id if c.id in report.fact_of else "",
                "facet": plain(c.facet),
            }
            for c in report.claims
        ],
        facts: [{"id": f.id, "finding": f.finding.value, "facet": plain(f.facet), "origins": f.origins} for f in report.facts],
        judgements: [
            {"left": j.left, "right": j.right, "verdict": j.verdict.value, "code": j.code.value, "score": j.score}
            for j in report.judgements
        ],
    }
    for table, some in rows.items():
        if some:
            connection.execute(insert(table), [{"run": number, **row} for row in some])


def listed(connection: Connection, project: int) -> list[Run]:
    """The runs of a project, the first one first; one whose process is gone is shown as stopped."""
    counts: dict[int, dict[Finding, int]] = defaultdict(dict)
    counted = (
        select(facts.c.run, facts.c.finding, func.count().label("many"))
        .join(runs, runs.c.number == facts.c.run)
        .where(runs.c.project == project)
        .group_by(facts.c.run, facts.c.finding)
    )
    for row in connection.execute(counted).mappings():
        counts[row["run"]][Finding(row["finding"])] = row["many"]
    columns = [column for column in runs.c if column.name != "report"]  # which is large
    found = []
    for row in connection.execute(select(*columns).where(runs.c.project == project).order_by(runs.c.number)).mappings():
        state, why = State(row["state"]), row["why"] or ""
        if state is State.RUNNING and not _alive(row["host"], row["pid"], row["seen"]):
            state, why = State.STOPPED, KILLED
        end = datetime.fromisoformat(row["ended"]) if row["ended"] else None
        findings = {finding: counts[row["number"]][finding] for finding in Finding if finding in counts[row["number"]]}
        found.append(Run(row["number"], state, datetime.fromisoformat(row["started"]), end, row["version"], why, findings))
    return found


def read(connection: Connection, project: int, number: int | None) -> Report | None:
    """The report of a run of this project, of the last one that is done where none is named; None where there is none."""
    wanted = select(runs.c.number, runs.c.version, runs.c.report).where(runs.c.project == project, runs.c.state == State.DONE)
    if number is not None:
        wanted = wanted.where(runs.c.number == number)
    row = connection.execute(wanted.order_by(runs.c.number.desc()).limit(1)).mappings().first()
    if row is None:
        return None
    try:
        report = loaded(Report, row["report"])
        held = connection.execute(select(texts.c.sha256, texts.c.data).where(texts.c.project == project))
        known = {row.sha256: row.data for row in held}
        documents = tuple(_with_text(document, known) for document in report.documents)
    except EncodingError as error:
        line = f"run {row['number']} was made by version {row['version']}, which this one cannot read ({error}); run it again"
        raise StoreError(line) from error
    return replace(report, documents=documents)


def _with_text(document: Document, known: dict[str, str]) -> Document:
    """The document with its text put back, which stands in the store under its hash."""
    if document.text not in known:
        raise EncodingError(f"the text of {document.name} is not in the store")
    return replace(document, text=loaded(str, known[document.text]))


def _alive(host: str, pid: int, seen: str) -> bool:
    """Whether a run's process is still there, as far as this machine can tell."""
    if host != socket.gethostname() or os.name == "nt":  # asking for a process by its id would end it on Windows
        return now() - datetime.fromisoformat(seen) < SILENT
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
