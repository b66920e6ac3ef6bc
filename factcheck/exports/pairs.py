"""The judged pairs of a report as rows of text, one at a time, in the order of the facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from math import inf

from claims.facets import WORDS
from factcheck.evidence.findings import in_words
from factcheck.judgement import Fact, Judgement, Verdict
from factcheck.report import Report

# A spreadsheet takes a cell that starts with one of these for a formula; a quote in front makes it text (OWASP, "CSV injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r")

LONGEST_CELL = 32_767
"""Characters that a cell of Excel holds (its own limit); what is longer does not open, or is cut without a word."""


def judged_pairs(report: Report, verdicts: Collection[Verdict], facts: Iterable[Fact]) -> Iterator[tuple[Fact, Judgement]]:
    """The pairs of different documents or speakers with one of the verdicts, fact by fact."""
    for fact in facts:
        for judgement in report.judgements_of[fact.id]:
            if judgement.verdict in verdicts and report.independent(judgement):
                yield fact, judgement


def chosen(report: Report, facts: Collection[str] | None) -> list[Fact]:
    """The facts with these ids, in the report's order; None takes all."""
    return [fact for fact in report.facts if facts is None or fact.id in facts]


def row(report: Report, fact: Fact, judgement: Judgement) -> list[str]:
    """The cells of a pair in the order of `columns.COLUMNS`, as they are: not yet harmless in a spreadsheet."""
    head = [fact.finding.value, judgement.verdict.value, judgement.code.value, judgement.reason, fact.headline]
    head.append(in_words(fact, report.claim_by_id))
    left, right = (side(report, key) for key in in_reading_order(fact, judgement))
    return [*head, *left, *right, f"{judgement.score:g}", _shared(report, judgement)]


def in_reading_order(fact: Fact, judgement: Judgement) -> tuple[str, str]:
    """The two claims (ids) of a judgement, the one that stands first in the fact first."""
    left, right = sorted((judgement.left, judgement.right), key=fact.claims.index)
    return left, right


def side(report: Report, key: str) -> list[str]:
    """The cells of one claim (by id): where it stands, who says it, its words and its figures."""
    claim, document = report.claim_by_id[key], report.document_of(key)
    quantity = claim.quantities[0] if claim.quantities and claim.facet not in WORDS else None
    return [
        document.name,
        document.title,
        document.url,
        document.published.isoformat() if document.published else "",
        " <- ".join(claim.speakers),
        " ".join(claim.text.split()),
        _figure(quantity.low) if quantity else "",
        _figure(quantity.high) if quantity else "",
        quantity.unit if quantity else "",
        claim.window.text if claim.window else "",
    ]


def harmless(text: str) -> str:
    """A cell's text that no spreadsheet runs as a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _figure(value: float) -> str:
    return "" if abs(value) == inf else f"{value:.15g}"


def _shared(report: Report, judgement: Judgement) -> str:
    """The share of text that the documents of a pair have in common, empty where they are no copies."""
    left, right = sorted((report.document_of(judgement.left).id, report.document_of(judgement.right).id))
    return f"{report.share_of[left, right]:g}" if (left, right) in report.share_of else ""
