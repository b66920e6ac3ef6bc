"""A report as plain data of schema 1 (report.schema.json): a function of the report, nothing computed here.

A whole report has the key `whole` too: in each document with its text, in each claim with all that is known of it, as the store
keeps them; from these `json_back` makes the same report.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from math import inf
from typing import Any

from claims.claim import Change, Claim, Quantity
from claims.document import Document
from claims.times.window import Window
from factcheck.judgement import Fact, Judgement
from factcheck.report import Copy, Origin, Report

SCHEMA = 1


def as_data(report: Report, *, whole: bool = False) -> dict[str, Any]:
    """The report as plain data of schema 1."""
    return {name: value if isinstance(value, (int, str, dict)) else list(value) for name, value in sections(report, whole)}


def sections(report: Report, whole: bool = False) -> Iterator[tuple[str, int | str | dict[str, Any] | Iterator[Any]]]:
    """The parts of the data by name, in order; the long ones are made item by item while they are read."""
    yield "schema", SCHEMA
    yield "documents", (_document(d, whole) for d in report.documents)
    yield "failed", ({"path": f.path, "reason": f.reason} for f in report.failed)
    yield "claims", (_claim(report, c, whole) for c in report.claims)
    yield "facts", (_fact(f) for f in report.facts)
    yield "judgements", (_judgement(j) for j in report.judgements)
    yield "copies", ([c.left, c.right, c.share] for c in report.copies)
    yield "copy_passages", (_copy(c) for c in report.copies)
    yield "origins", (_origin(o) for o in report.origins)
    yield "trust", ({"outlet": t.outlet, "trust": t.share, "facts": t.facts} for t in report.trust)
    yield "events", ({"name": e.name, "documents": list(e.documents), "why": e.why} for e in report.events)
    yield "aliases", {name: dict(forms) for name, forms in report.aliases.items()}
    yield "settings", dict(report.settings)
    yield "version", report.version


def _document(document: Document, whole: bool) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "outlet": document.outlet,
        "title": document.title,
        "url": document.url,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "event": document.event,
        "text_sha256": document.text_sha256,
        # Of a .txt or a row the text is what lies at the path; of other formats nobody else has the text that offsets count in.
        "text": document.text if document.extracted else None,
        "pages": list(document.pages),
        "dropped": [{"start": d.start, "end": d.end, "reason": d.reason} for d in document.dropped],
        **_whole(document, whole),
    }


def _claim(report: Report, claim: Claim, whole: bool) -> dict[str, Any]:
    page = report.document_by_id[claim.document].page_of(claim.start)
    return claim_data(claim) | {"page": page, **_whole(claim, whole)}


def _whole(value: Document | Claim, whole: bool) -> dict[str, Any]:
    """All of a value under a key of its own, where the report is to be whole."""
    if not whole:
        return {}
    from factcheck.store.encoding import encoded  # the store takes a second to import

    return {"whole": encoded(value)}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "headline": fact.headline,
        "happening": fact.happening,
        "facet": fact.facet,
        "finding": fact.finding.value,
        "claims": list(fact.claims),
        "origins": fact.origins,
        "low": fact.low,
        "best": fact.best,
        "high": fact.high,
        "positions": [{"holder": p.holder, "claims": list(p.claims)} for p in fact.positions],
        "values": [{**_interval(v.low, v.high), "origins": v.origins, "outlets": list(v.outlets)} for v in fact.values],
        "history": [
            {
                "published": s.published.isoformat() if s.published else None,
                **_interval(s.low, s.high),
                "outlet": s.outlet,
                "claim": s.claim,
            }
            for s in fact.history
        ],
        "camps": [{"claims": list(c.claims), "holders": list(c.holders), "origins": c.origins} for c in fact.camps],
        "silent": list(fact.silent),
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    return {
        "left": judgement.left,
        "right": judgement.right,
        "verdict": judgement.verdict.value,
        "code": judgement.code.value,
        "score": judgement.score,
        "reason": judgement.reason,
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "documents": list(origin.documents),
        "original": origin.original or None,
        "reason": origin.reason,
        "credits": list(origin.credits),
    }


def _interval(low: float, high: float) -> dict[str, float | None]:
    return {"low": None if low == -inf else low, "high": None if high == inf else high}


def _copy(copy: Copy) -> dict[str, Any]:
    return {
        "left": copy.left,
        "right": copy.right,
        "original": copy.original or None,
        "reason": copy.reason,
        "passages": [{"left": list(p.left), "right": list(p.right), "edited": p.edited} for p in copy.passages],
    }


def claim_data(claim: Claim) -> dict[str, Any]:
    """A claim as plain data of schema 1."""
    return {
        "id": claim.id,
        "document": claim.document,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "standalone": claim.standalone,
        "facet": claim.facet,
        "speakers": list(claim.speakers),
        "cue": claim.cue.value if claim.cue else None,
        "negated": claim.negated,
        "hedged": claim.hedged,
        "quantities": [quantity_data(q) for q in claim.quantities],
        "window": _window(claim.window),
    }


def quantity_data(quantity: Quantity) -> dict[str, Any]:
    """A quantity as plain data of schema 1; an open end is null."""
    return {
        "start": quantity.start,
        "end": quantity.end,
        **_interval(quantity.low, quantity.high),
        "bound": quantity.bound,
        "unit": quantity.unit,
        "counted": quantity.counted,
        "role": quantity.role,
        "part": quantity.part,
        "change": _change(quantity.change),
        "measured": asdict(quantity.measured) if quantity.measured is not None else None,
    }


def _change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "stage": change.stage,
        "direction": change.direction,
        "from": change.before,
        "to": change.after,
        "by": change.by,
    }


def _window(window: Window | None) -> dict[str, Any] | None:
    """`relative` says how an unresolved time counts from the published date that is not known; `from` where it was told."""
    if window is None:
        return None
    start, end = window.start, window.end
    return {
        "start": start.isoformat() if start else None,
        "end": end.isoformat() if end else None,
        "text": window.text,
        "granularity": window.granularity.value,
        "clock": window.clock or None,
        "relative": window.relative or None if not window.resolved else None,
        "from": window.level.value,
    }
