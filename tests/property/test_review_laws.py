"""Laws of reviews, for any reports and any sequence of events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handmade import article, says
from hypothesis import given
from hypothesis import strategies as st

from factcheck.judgement import Fact, Finding, Verdict
from factcheck.report import Report
from factcheck.reviewing.review import Action, Review, brought_back, claim_key, in_force, of_fact, taken_back, to_redo, to_undo
from factcheck.reviewing.reviews import standings

DOCUMENTS = tuple(article(f"d{n}", f"Article number {n}.") for n in range(3))
REVIEWERS = ("Ada", "Ben")


@st.composite
def some_reports(draw: st.DrawFn) -> Report:
    """Facts of one to four claims each; claims of different facts differ in words, facet or document."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=5))
    claims = [
        [says(f"claim {number} of fact {fact}", document=draw(st.sampled_from(DOCUMENTS)).id) for number in range(size)]
        for fact, size in enumerate(sizes)
    ]
    facts = [
        Fact(f"f{n}", f"Fact {n}", "", "statement", draw(st.sampled_from(Finding)), tuple(c.id for c in some), 1)
        for n, some in enumerate(claims)
    ]
    return Report(DOCUMENTS, (), tuple(c for some in claims for c in some), tuple(facts), (), ())


@st.composite
def reviewed(draw: st.DrawFn) -> tuple[Report, list[Review]]:
    """A report and what some people did to its facts, undoing and redoing among it."""
    report = draw(some_reports())
    events: list[Review] = []
    for _ in range(draw(st.integers(0, 12))):
        reviewer = draw(st.sampled_from(REVIEWERS))
        back, again = to_undo(events, reviewer), to_redo(events, reviewer)
        kind = draw(st.sampled_from(("do", "do", "undo", "redo")))
        if kind == "undo" and back:
            events.append(taken_back(back, reviewer))
        elif kind == "redo" and again:
            events.append(brought_back(again, reviewer))
        else:
            action = draw(st.sampled_from((Action.CONFIRM, Action.REJECT, Action.CORRECT, Action.NOTE, Action.CHECK)))
            fact = draw(st.sampled_from(report.facts))
            events.append(of_fact(report, fact, action, reviewer, verdict=draw(st.sampled_from(Verdict)), note="why"))
    return report, events


def other_version(report: Report) -> Report:
    """The same words of the same texts under other ids, in another order."""
    documents = tuple(replace(d, id=f"x{d.id}", outlet="Renamed") for d in report.documents)
    claims = tuple(replace(c, id=f"x{c.id}", document=f"x{c.document}") for c in reversed(report.claims))
    facts = tuple(replace(f, claims=tuple(f"x{c}" for c in reversed(f.claims))) for f in reversed(report.facts))
    return Report(documents, (), claims, facts, (), ())


@given(reviewed())
def test_a_rerun_changes_no_standing(case: tuple[Report, list[Review]]) -> None:
    """For any facts and events: other ids, order and outlets give the same standings."""
    report, events = case
    assert standings(other_version(report), events) == standings(report, events)


@given(reviewed(), some_reports())
def test_new_articles_change_no_standing(case: tuple[Report, list[Review]], more: Report) -> None:
    """Facts of other articles beside the old ones leave the old decisions where they were."""
    report, events = case
    documents = tuple(replace(d, id=f"y{d.id}", text=f"Another {d.text}") for d in more.documents)
    claims = tuple(replace(c, id=f"y{c.id}", document=f"y{c.document}") for c in more.claims)
    facts = tuple(replace(f, id=f"y{f.id}", claims=tuple(f"y{c}" for c in f.claims)) for f in more.facts)
    both = Report((*documents, *report.documents), (), (*claims, *report.claims), (*facts, *report.facts), (), ())
    found, before = standings(both, events), standings(report, events)
    assert {key: found[key] for key in before} == before
    assert all(not found[fact.id].history for fact in facts)


@given(reviewed(), st.sampled_from(REVIEWERS))
def test_undoing_everything_leaves_nothing_and_redoing_everything_brings_it_back(
    case: tuple[Report, list[Review]], reviewer: str
) -> None:
    """Undo ends at a state without one's reviews; as many redos give the state before; history only grows."""
    report, events = case
    log = list(events)
    before = in_force(log)
    while (review := to_undo(log, reviewer)) is not None:
        log.append(taken_back(review, reviewer))
    undone = len(log) - len(events)
    assert all(review.reviewer != reviewer for review in in_force(log))
    for _ in range(undone):
        again = to_redo(log, reviewer)
        assert again is not None
        log.append(brought_back(again, reviewer))
    assert in_force(log) == before
    assert log[: len(events)] == events
    assert sum(len(standing.history) for standing in standings(report, log).values()) == len(log)


@given(reviewed())
def test_what_does_not_hold_decides_nothing(case: tuple[Report, list[Review]]) -> None:
    """A fact stands where the reviews in force alone would put it."""
    report, events = case

    def decided(log: Sequence[Review]) -> list[tuple[object, ...]]:
        found = standings(report, log)
        return [(s.status, s.finding, s.verdict, s.reviewer, s.notes, s.checked, s.opinions) for s in found.values()]

    assert decided(events) == decided(in_force(events))


@given(some_reports())
def test_keys_tell_claims_apart(report: Report) -> None:
    """Different words have different keys."""
    assert len({claim_key(report, claim.id) for claim in report.claims}) == len(report.claims)
