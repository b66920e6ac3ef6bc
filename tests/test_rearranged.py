"""Splitting and joining facts: what moves, what is found anew, and that nothing else changes."""

from __future__ import annotations

import pytest
import reports
from hypothesis import given
from hypothesis import strategies as st
from reports import BLAME, KILLED, PLACE, SMOKE, SMOKE_COURIER, SMOKE_HARBOUR, SMOKE_MORNING

from factcheck.judgement import Code, Fact, Finding
from factcheck.report import Report
from factcheck.reviewing.rearranged import rearranged
from factcheck.reviewing.review import Action, Review, of_fact, taken_back
from factcheck.reviewing.reviews import standings

REPORT = reports.small()


def split(fact: Fact, *claims: str) -> Review:
    """Claims that leave a fact."""
    return of_fact(REPORT, fact, Action.SPLIT, "Ada", target=claims)


def join(one: Fact, two: Fact) -> Review:
    """Two facts that are one."""
    return of_fact(REPORT, one, Action.JOIN, "Ada", target=two.claims)


def parts(report: Report) -> set[frozenset[str]]:
    """The facts as sets of claims."""
    return {frozenset(fact.claims) for fact in report.facts}


def test_without_such_reviews_the_report_is_itself() -> None:
    """Also with other reviews, and with a split that was taken back."""
    event = split(SMOKE, SMOKE_COURIER.id)
    assert rearranged(REPORT, ()) is REPORT
    assert rearranged(REPORT, [of_fact(REPORT, SMOKE, Action.REJECT, "Ada")]) is REPORT
    assert rearranged(REPORT, [event, taken_back(event, "Ada")]) is REPORT


def test_a_split_makes_two_facts_with_findings_of_their_own() -> None:
    """What was said between the two parts goes; the rest keeps its place, happening and headline."""
    found = rearranged(REPORT, [split(SMOKE, SMOKE_COURIER.id)])
    assert parts(found) == parts(REPORT) - {frozenset(SMOKE.claims)} | {
        frozenset({SMOKE_HARBOUR.id, SMOKE_MORNING.id}),
        frozenset({SMOKE_COURIER.id}),
    }
    staying = found.fact_of[SMOKE_HARBOUR.id]
    leaving = found.fact_of[SMOKE_COURIER.id]
    assert (staying.headline, staying.happening) == (SMOKE.headline, SMOKE.happening)
    assert staying.finding is Finding.REPEATED  # the two share text
    assert leaving.finding is Finding.SINGLE_SOURCE
    assert [j.code for j in found.judgements_of[staying.id]] == [Code.SAME_VALUE]
    assert found.judgements_of[leaving.id] == ()
    assert found.facts.index(staying) == REPORT.facts.index(SMOKE)
    assert (leaving.low, staying.best) == (30, 40)


def test_a_join_makes_one_fact_whose_new_pairs_nobody_has_judged() -> None:
    """The pairs across are without a verdict, and say who put them together."""
    found = rearranged(REPORT, [join(KILLED, BLAME)])
    fact = found.fact_of[KILLED.claims[0]]
    assert set(fact.claims) == {*KILLED.claims, *BLAME.claims}
    new = [j for j in found.judgements_of[fact.id] if j.code is Code.NO_BASIS]
    assert len(new) == 4
    assert all("Ada" in j.reason for j in new)
    assert fact.finding is Finding.CONTRADICTED


@pytest.mark.parametrize(
    "events",
    [
        [split(PLACE, SMOKE_COURIER.id)],  # a claim that is not in it
        [split(PLACE, *PLACE.claims)],  # nothing would stay
        [join(PLACE, PLACE)],
    ],
)
def test_what_cannot_be_carried_out_is_left_undone(events: list[Review]) -> None:
    """The report stays as it is."""
    assert rearranged(REPORT, events) == REPORT


@given(
    st.lists(
        st.one_of(
            st.builds(
                lambda fact, at: split(fact, fact.claims[at % len(fact.claims)]),
                st.sampled_from(REPORT.facts),
                st.integers(0, 5),
            ),
            st.builds(join, st.sampled_from(REPORT.facts), st.sampled_from(REPORT.facts)),
        ),
        max_size=4,
    )
)
def test_facts_stay_a_partition_and_judgements_inside_them(events: list[Review]) -> None:
    """For any splits and joins: every claim stands in one fact, every judgement inside one, every fact can be reviewed."""
    found = rearranged(REPORT, events)
    assert sorted(claim for fact in found.facts for claim in fact.claims) == sorted(claim.id for claim in REPORT.claims)
    assert len({fact.id for fact in found.facts}) == len(found.facts)
    assert all(found.fact_of[j.left] == found.fact_of[j.right] for j in found.judgements)
    assert set(standings(found, events)) == {fact.id for fact in found.facts}
    assert found.documents == REPORT.documents
