"""Which facts to show: each filter is one predicate; an empty choice lets everything through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from factcheck.judgement import Code, Fact, Finding, Verdict
from factcheck.report import Report
from factcheck.reviewing.reviews import MARKS, Standing, Status
from factcheck.views.attention import order

Predicate = Callable[[Report, Fact], bool]

STATES = (*(status.value for status in Status), *MARKS)


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
    return lambda report, fact: not outlets or not set(report.outlets_of(fact)).isdisjoint(outlets)


def with_words(text: str) -> Predicate:
    """Facts whose headline and sentences hold every word of the text, in any order and case."""
    words = text.casefold().split()

    def holds(report: Report, fact: Fact) -> bool:
        searched = _searched(report, fact) if words else ""
        return all(word in searched for word in words)

    return holds


def with_codes(codes: Collection[Code]) -> Predicate:
    """Facts in which some pair of different documents or speakers was judged for one of these reasons."""
    return lambda report, fact: not codes or any(j.code in codes and report.independent(j) for j in report.judgements_of[fact.id])


def of_speakers(speakers: Collection[str]) -> Predicate:
    """Facts in which one of these speaks, alone or through others."""
    return lambda report, fact: (
        not speakers or any(not set(report.claim_by_id[claim].speakers).isdisjoint(speakers) for claim in fact.claims)
    )


def of_events(events: Collection[str]) -> Predicate:
    """Facts to which an article on one of these events has a claim."""
    return lambda report, fact: not events or any(report.document_of(claim).event in events for claim in fact.claims)


def with_states(states: Collection[str], standing: Mapping[str, Standing]) -> Predicate:
    """Facts that stand so: open, confirmed, rejected or corrected; or that are checked, stale or in conflict."""
    return lambda report, fact: not states or not states_of(standing.get(fact.id, Standing())).isdisjoint(states)


def states_of(standing: Standing) -> frozenset[str]:
    """All words that the filter of states knows a standing by."""
    return frozenset({standing.status.value, *standing.marks})


def matching(report: Report, predicates: Iterable[Predicate]) -> tuple[Fact, ...]:
    """The facts that pass every predicate, in the order in which a person wants to see them."""
    predicates = tuple(predicates)
    passed = (fact for fact in report.facts if all(predicate(report, fact) for predicate in predicates))
    return tuple(sorted(passed, key=order))


def _searched(report: Report, fact: Fact) -> str:
    sentences = (report.document_of(claim).text[slice(*report.claim_by_id[claim].context)] for claim in fact.claims)
    return "\n".join((fact.headline, *sentences)).casefold()
