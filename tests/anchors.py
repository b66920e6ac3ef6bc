"""Looking things up in a report by a few words of an article: tests name claims as a reader would."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import loaded

from claims.claim import Claim
from claims.reading import read
from factcheck.comparison import compare
from factcheck.judgement import Fact, Judgement, Verdict
from factcheck.report import Report


@cache
def compared(folder: Path) -> Report:
    """The report on a folder, made once."""
    reading = read([folder])
    return compare(reading.documents, loaded.models(), failed=reading.failed)


def claims(report: Report, source: str, words: str, facet: str = "") -> list[Claim]:
    """The claims of a source (the beginning of its outlet or file name) whose text holds `words`, shortest first."""
    found = [
        claim
        for claim in report.claims
        if any(name.startswith(source) for name in _names(report, claim))
        and words.lower() in " ".join(claim.text.lower().split())
        and facet in ("", claim.facet)
    ]
    return sorted(found, key=lambda claim: (len(claim.text), claim.id))


def _names(report: Report, claim: Claim) -> tuple[str, str]:
    document = report.document_of(claim.id)
    return document.outlet, Path(document.path).name


def claim(report: Report, source: str, words: str, facet: str = "") -> Claim:
    """The shortest claim of a source that holds `words`."""
    found = claims(report, source, words, facet)
    assert found, f"no claim of {source} holds {words!r} ({facet or 'any facet'})"
    return found[0]


def fact(report: Report, source: str, words: str, facet: str = "") -> Fact:
    """The fact of the shortest claim of a source that holds `words`."""
    return report.fact_of[claim(report, source, words, facet).id]


def judgement(report: Report, one: Claim, two: Claim) -> Judgement | None:
    """The judgement on two claims, None where they stand in two facts."""
    ids = tuple(sorted((one.id, two.id)))
    return next((j for j in report.judgements if (j.left, j.right) == ids), None)


def dispute(report: Report, one: tuple[str, str], two: tuple[str, str]) -> Judgement | None:
    """A contradiction between any claims of two sources that hold the words; None where nobody saw one."""
    for left in claims(report, *one):
        for right in claims(report, *two):
            found = judgement(report, left, right)
            if found is not None and found.verdict is Verdict.CONTRADICT:
                return found
    return None
