"""A whole report of schema 1 read back: the Report that was written, equal to it in every value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from math import inf
from typing import Any

from claims.claim import Claim
from claims.document import Document, Failure
from factcheck.exports.schema1 import SCHEMA
from factcheck.judgement import Camp, Code, Fact, Finding, Judgement, Position, Stated, Value
from factcheck.origins.passages import Passage
from factcheck.report import Copy, Event, Origin, Report, Trust
from factcheck.store.encoding import decoded

Data = Mapping[str, Any]


class ReportError(ValueError):
    """JSON that is no whole report; the message is one line that says what to do."""


def from_json(text: str) -> Report:
    """The report that `to_json(report, whole=True)` wrote; ReportError for anything else."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise ReportError(f"no JSON ({error}); give the file that compare --json wrote") from error
    return from_data(data)


def from_data(data: Any) -> Report:
    """The report that plain data of schema 1 holds; ReportError where it is another schema, not whole, or damaged."""
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        found = data.get("schema") if isinstance(data, dict) else type(data).__name__
        raise ReportError(f"no report of schema {SCHEMA} (found {found!r}); give the file that compare --json wrote")
    if not all("whole" in document for document in data.get("documents", ())):
        raise ReportError("the articles' texts are not in it; write it with --json-whole to read it back")
    try:
        return _report(data)
    except KeyError as error:
        raise ReportError(f"damaged: {error} is missing; write it again with compare --json-whole") from error
    except (AttributeError, TypeError, ValueError) as error:
        raise ReportError(f"damaged: {error}; write it again with compare --json-whole") from error


def _report(data: Data) -> Report:
    copied = zip(data["copies"], data["copy_passages"], strict=True)
    return Report(
        documents=tuple(map(_document, data["documents"])),
        failed=tuple(Failure(it["path"], it["reason"]) for it in data["failed"]),
        claims=tuple(decoded(Claim, it["whole"], it["id"]) for it in data["claims"]),
        facts=tuple(map(_fact, data["facts"])),
        judgements=tuple(_judgement(it) for it in data["judgements"]),
        copies=tuple(_copy(triple, more) for triple, more in copied),
        events=tuple(Event(it["name"], tuple(it["documents"]), it["why"]) for it in data["events"]),
        aliases={name: dict(forms) for name, forms in data["aliases"].items()},
        settings=dict(data["settings"]),
        version=data["version"],
        origins=tuple(_origin(it) for it in data["origins"]),
        trust=tuple(Trust(it["outlet"], it["trust"], it["facts"]) for it in data["trust"]),
    )


def _document(it: Data) -> Document:
    document: Document = decoded(Document, it["whole"], it["id"])
    if document.text_sha256 != it["text_sha256"]:
        raise ValueError(f"the text of {document.name} is not the one that was compared")
    return document


def _fact(it: Data) -> Fact:
    return Fact(
        id=it["id"],
        headline=it["headline"],
        happening=it["happening"],
        facet=it["facet"],
        finding=Finding(it["finding"]),
        claims=tuple(it["claims"]),
        origins=it["origins"],
        low=it["low"],
        best=it["best"],
        high=it["high"],
        values=tuple(Value(_low(v["low"]), _high(v["high"]), v["origins"], tuple(v["outlets"])) for v in it["values"]),
        history=tuple(
            Stated(_day(s["published"]), _low(s["low"]), _high(s["high"]), s["outlet"], s["claim"]) for s in it["history"]
        ),
        camps=tuple(Camp(tuple(c["claims"]), tuple(c["holders"]), c["origins"]) for c in it["camps"]),
        silent=tuple(it["silent"]),
        positions=tuple(Position(p["holder"], tuple(p["claims"])) for p in it["positions"]),
    )


def _judgement(it: Data) -> Judgement:
    return Judgement(it["left"], it["right"], Code(it["code"]), it["score"], it["reason"])


def _copy(triple: tuple[str, str, float], it: Data) -> Copy:
    passages = tuple(Passage((p["left"][0], p["left"][1]), (p["right"][0], p["right"][1]), p["edited"]) for p in it["passages"])
    return Copy(*triple, passages, it["original"] or "", it["reason"])


def _origin(it: Data) -> Origin:
    return Origin(tuple(it["documents"]), it["original"] or "", it["reason"], tuple(it["credits"]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _low(value: float | None) -> float:
    return -inf if value is None else value


def _high(value: float | None) -> float:
    return inf if value is None else value
