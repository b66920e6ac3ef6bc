"""A report as JSON (schema 1) and as CSV: functions of the report, nothing computed here."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection
from math import inf
from typing import Any

from claims.claim import Change, Claim, Quantity
from claims.document import Document
from claims.facets import WORDS
from claims.window import Window
from factcheck.findings import in_words
from factcheck.judgement import Fact, Judgement, Verdict
from factcheck.report import Copy, Report

SCHEMA = 1
_SIDE = ("outlet", "title", "url", "published", "speaker", "claim", "low", "high", "unit", "window")
COLUMNS = (
    "finding",
    "verdict",
    "code",
    "reason",
    "fact",
    "positions",
    *(f"left_{name}" for name in _SIDE),
    *(f"right_{name}" for name in _SIDE),
    "score",
    "shared_text",
)

# A spreadsheet takes a cell that starts with one of these for a formula; a quote in front makes it text (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(report: Report, verdicts: Collection[Verdict] = tuple(Verdict)) -> str:
    r"""One row a judged pair of different documents or speakers, in the order of the facts; RFC 4180, "\r\n" line ends.

    Only pairs with one of the verdicts are written. Text cells that a spreadsheet would run as a formula get a leading quote.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for fact in report.facts:
        for judgement in report.judgements_of[fact.id]:
            if judgement.verdict in verdicts and report.independent(judgement):
                writer.writerow(_row(report, fact, judgement))
    return out.getvalue()


def _row(report: Report, fact: Fact, judgement: Judgement) -> list[str]:
    head = [fact.finding.value, judgement.verdict.value, judgement.code.value, judgement.reason, fact.headline]
    head.append(in_words(fact, report.claim_by_id))
    sides = [_side(report, key) for key in in_reading_order(report, fact, judgement)]
    return [harmless(cell) for cell in head] + [*sides[0], *sides[1]] + [f"{judgement.score:g}", _shared(report, judgement)]


def _shared(report: Report, judgement: Judgement) -> str:
    """The share of text that the documents of a pair have in common, empty where they are no copies."""
    left, right = sorted((report.document_of(judgement.left).id, report.document_of(judgement.right).id))
    return f"{report.share_of[left, right]:g}" if (left, right) in report.share_of else ""


def in_reading_order(report: Report, fact: Fact, judgement: Judgement) -> tuple[str, str]:
    """The two claims (ids) of a judgement, the one that stands first in the fact first."""
    left, right = sorted((judgement.left, judgement.right), key=fact.claims.index)
    return left, right


def _side(report: Report, key: str) -> list[str]:
    claim, document = report.claim_by_id[key], report.document_of(key)
    quantity = claim.quantities[0] if claim.quantities and claim.facet not in WORDS else None
    texts = [
        document.name,
        document.title,
        document.url,
        document.published.isoformat() if document.published else "",
        " <- ".join(claim.speakers),
        " ".join(claim.text.split()),
    ]
    figures = [_cell(quantity.low), _cell(quantity.high)] if quantity else ["", ""]
    window = [claim.window.text if claim.window else ""]
    return [*map(harmless, texts), *figures, quantity.unit if quantity else "", *map(harmless, window)]


def _cell(value: float) -> str:
    return "" if abs(value) == inf else f"{value:.15g}"


def harmless(text: str) -> str:
    """A cell's text that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def to_json(report: Report) -> str:
    """The report as JSON of schema 1, keys in a fixed order; an open end of an interval is null."""
    return json.dumps(as_data(report), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data of schema 1."""
    return {
        "schema": SCHEMA,
        "documents": [_document(d) for d in report.documents],
        "failed": [{"path": f.path, "reason": f.reason} for f in report.failed],
        "claims": [claim_data(c) | {"page": report.document_by_id[c.document].page_of(c.start)} for c in report.claims],
        "facts": [_fact(f) for f in report.facts],
        "judgements": [
            {
                "left": j.left,
                "right": j.right,
                "verdict": j.verdict.value,
                "code": j.code.value,
                "score": j.score,
                "reason": j.reason,
            }
            for j in report.judgements
        ],
        "copies": [[c.left, c.right, c.share] for c in report.copies],
        "copy_passages": [_copy(c) for c in report.copies],
        "origins": [
            {"documents": list(o.documents), "original": o.original or None, "reason": o.reason, "credits": list(o.credits)}
            for o in report.origins
        ],
        "trust": [{"outlet": t.outlet, "trust": t.share, "facts": t.facts} for t in report.trust],
        "events": [{"name": e.name, "documents": list(e.documents), "why": e.why} for e in report.events],
        "aliases": {name: dict(forms) for name, forms in report.aliases.items()},
        "settings": dict(report.settings),
        "version": report.version,
    }


def _document(document: Document) -> dict[str, Any]:
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
    }


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


def _interval(low: float, high: float) -> dict[str, float | None]:
    return {"low": low, "high": None if high == inf else high}


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
        "low": None if quantity.low == -inf else quantity.low,
        "high": None if quantity.high == inf else quantity.high,
        "bound": quantity.bound,
        "unit": quantity.unit,
        "counted": quantity.counted,
        "role": quantity.role,
        "part": quantity.part,
        "change": _change(quantity.change),
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
