"""An article in pieces: which words are which claim's, what was left out of it and why, and where its pages begin."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.claim import Claim
from claims.document import Document, Dropped
from factcheck.judgement import Fact, Finding
from factcheck.report import Report

_URGENCY = {finding: rank for rank, finding in enumerate(Finding)}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article's text. `claims` (ids) are those that hold any of it, the one that it is marked for first.

    `left_out` is the passage that it belongs to, where it was left out of the article; `page` the page that begins with it.
    """

    text: str
    claims: tuple[str, ...] = ()
    left_out: Dropped | None = None
    page: int | None = None


def pieces(report: Report, document: Document) -> tuple[Piece, ...]:
    """The whole text in order. Where claims share words, the one whose fact is the most urgent marks them, then the shorter."""
    claims = sorted((it for it in report.claims if it.document == document.id), key=lambda it: (it.start, it.end, it.id))
    bounds = {0, len(document.text), *document.pages}
    bounds |= {at for it in claims for at in (it.start, it.end)} | {at for it in document.dropped for at in (it.start, it.end)}
    places = sorted(at for at in bounds if at <= len(document.text))
    pages = {start: number for number, start in enumerate(document.pages, 1)}
    found: list[Piece] = []
    waiting, dropped = list(reversed(claims)), list(reversed(document.dropped))
    around: list[Claim] = []
    for start, end in pairwise(places):
        while waiting and waiting[-1].start <= start:
            around.append(waiting.pop())
        around = [it for it in around if it.end > start]
        while dropped and dropped[-1].end <= start:
            dropped.pop()
        left_out = dropped[-1] if dropped and dropped[-1].start <= start else None
        ids = tuple(it.id for it in sorted(around, key=lambda it: _rank(report, it)))
        found.append(Piece(document.text[start:end], ids, left_out, pages.get(start)))
    return tuple(_joined(found))


def facts_of(report: Report, claims: Collection[str]) -> tuple[Fact, ...]:
    """The facts of claims (ids), each once, in the order of the claims."""
    return tuple(dict.fromkeys(report.fact_of[claim] for claim in claims if claim in report.fact_of))


def _rank(report: Report, claim: Claim) -> tuple[int, int, str]:
    fact = report.fact_of.get(claim.id)
    return len(_URGENCY) if fact is None else _URGENCY[fact.finding], claim.end - claim.start, claim.id


def _joined(found: Sequence[Piece]) -> list[Piece]:
    """Neighbours that are marked for one claim are one piece, with the claims of both."""
    joined: list[Piece] = []
    for piece in found:
        last = joined[-1] if joined else None
        if last is not None and piece.page is None and last.left_out == piece.left_out and last.claims[:1] == piece.claims[:1]:
            claims = tuple(dict.fromkeys((*last.claims, *piece.claims)))
            joined[-1] = Piece(last.text + piece.text, claims, last.left_out, last.page)
        else:
            joined.append(piece)
    return joined
