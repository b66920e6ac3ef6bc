"""Filters: each one lets through exactly what it names, an empty one everything, together they narrow."""

from __future__ import annotations

import pytest
import reports
from hypothesis import given
from hypothesis import strategies as st

from factcheck.dashboard import filters
from factcheck.dashboard.filters import Predicate
from factcheck.judgement import Code, Finding, Verdict
from factcheck.reviewing.reviews import Standing, Status

REPORT = reports.small()
STANDING = {"f1": Standing(Status.REJECTED), "f4": Standing(checked=True)}


def ids(*predicates: Predicate) -> list[str]:
    """The facts that pass."""
    return [fact.id for fact in filters.matching(REPORT, predicates)]


def test_contradicted_facts_come_first() -> None:
    """Facts stand in the order in which a person wants to see their findings, then in the report's."""
    assert ids() == ["f1", "f2", "f3", "f4", "f5"]


@pytest.mark.parametrize(
    ("predicate", "passed"),
    [
        (filters.of_findings([Finding.AGREED]), ["f4"]),
        (filters.of_findings([Finding.AGREED, Finding.SINGLE_SOURCE]), ["f4", "f5"]),
        (filters.of_findings([]), ["f1", "f2", "f3", "f4", "f5"]),
        (filters.with_verdicts([Verdict.CONTRADICT]), ["f1", "f2"]),
        (filters.with_verdicts([Verdict.AGREE]), ["f3", "f4"]),  # f3 is compatible, but one pair of it agrees
        (filters.with_verdicts([Verdict.UNCLEAR]), []),
        (filters.with_verdicts([]), ["f1", "f2", "f3", "f4", "f5"]),
        (filters.from_outlets(["Inland Courier"]), ["f1", "f3", "f4"]),
        (filters.from_outlets(["unknown outlet (morning)"]), ["f3"]),  # one without a name goes by its file's
        (filters.from_outlets(["nobody"]), []),
        (filters.from_outlets([]), ["f1", "f2", "f3", "f4", "f5"]),
        (filters.with_codes([Code.LOOSER_BOUND]), ["f3"]),
        (filters.with_codes([]), ["f1", "f2", "f3", "f4", "f5"]),
        (filters.of_speakers(["the crew"]), ["f2"]),
        (filters.of_speakers(["the coast guard", "the crew"]), ["f1", "f2"]),
        (filters.of_speakers([]), ["f1", "f2", "f3", "f4", "f5"]),
        (filters.of_events(["Port Ellery ferry fire"]), ["f1", "f2", "f3", "f4", "f5"]),
        (filters.of_events(["another event"]), []),
        (filters.of_events([]), ["f1", "f2", "f3", "f4", "f5"]),
        (filters.with_states(["open"], {}), ["f1", "f2", "f3", "f4", "f5"]),
        (filters.with_states(["checked", "rejected"], STANDING), ["f1", "f4"]),
        (filters.with_states(["conflict"], STANDING), []),
        (filters.with_states([], STANDING), ["f1", "f2", "f3", "f4", "f5"]),
        (filters.with_words("SMOKE"), ["f3"]),
        (filters.with_words("engine crew"), ["f2"]),  # all words, any order
        (filters.with_words("engine smoke"), []),
        (filters.with_words("coast guard"), ["f1"]),  # in the sentence around the claim
        (filters.with_words("  "), ["f1", "f2", "f3", "f4", "f5"]),
    ],
)
def test_one_filter(predicate: Predicate, passed: list[str]) -> None:
    """Each filter alone."""
    assert ids(predicate) == passed


@given(
    st.sets(st.sampled_from(Finding)),
    st.sets(st.sampled_from(Verdict)),
    st.sets(st.sampled_from(["Harbour Gazette", "Inland Courier", "unknown outlet (morning)"])),
)
def test_filters_narrow(findings: set[Finding], verdicts: set[Verdict], outlets: set[str]) -> None:
    """Filters together let through what each of them lets through."""
    predicates = [filters.of_findings(findings), filters.with_verdicts(verdicts), filters.from_outlets(outlets)]
    assert set(ids(*predicates)) == set.intersection(*(set(ids(it)) for it in predicates))
