"""Which facts to show: each filter is one predicate; an empty choice lets everything through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from factcheck.attention import order
from factcheck.judgement import Fact, Finding, Verdict
from factcheck.report import Report

Predicate = Callable[[Report, Fact], bool]


def of_findings(findings: Collection[Finding]) -> Predicate:
    """Facts with one of these findings."""
    return lambda report, fact: not findings or fact.finding in findings


def with_verdicts(verdicts: Collection[Verdict]) -> Predicate:
    """Facts in which some pair of different documents or speakers, as the CSV has them, has one of these verdicts."""
    return lambda report, fact: (
        not verdicts or any(j.verdict in verdicts and report.independent(j) for j in report.judgements_of[fact.id])
    )


def from_outlets(outlets: Collection[str]) -> Predicate:
    """Facts to which one of these outlets (names as on the screen) has a claim."""
    return lambda report, fact: not outlets or not outlets_of(report, fact).isdisjoint(outlets)


def with_words(text: str) -> Predicate:
    """Facts whose headline and sentences hold every word of the text, in any order and case."""
    words = text.casefold().split()

    def holds(report: Report, fact: Fact) -> bool:
        searched = _searched(report, fact) if words else ""
        return all(word in searched for word in words)

    return holds


def matching(report: Report, predicates: Iterable[Predicate]) -> tuple[Fact, ...]:
    """The facts that pass every predicate, in the order in which a person wants to see them."""
    predicates = tuple(predicates)
    passed = (fact for fact in report.facts if all(predicate(report, fact) for predicate in predicates))
    return tuple(sorted(passed, key=order))


def outlets_of(report: Report, fact: Fact) -> frozenset[str]:
    """The names of the outlets that have a claim in the fact."""
    return frozenset(report.document_of(claim).name for claim in fact.claims)


def _searched(report: Report, fact: Fact) -> str:
    sentences = (report.document_of(claim).text[slice(*report.claim_by_id[claim].context)] for claim in fact.claims)
    return "\n".join((fact.headline, *sentences)).casefold()
