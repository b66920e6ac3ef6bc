"""What to look at first: origins before voices of one origin, large gaps before small ones, undecided words low."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import reports

from factcheck.judgement import Code, Fact, Finding, Position, Stated
from factcheck.views.attention import notice, order, why, worth_a_look

SMALL = reports.small()


def stated(seven: float, nine: float, high: float | None = None) -> Fact:
    """The contradicted count with these values."""
    history = ((reports.SEVEN, seven, seven), (reports.NINE, nine, nine if high is None else high))
    return replace(reports.KILLED, history=tuple(Stated(date(2024, 5, 14), low, top, "A", it.id) for it, low, top in history))


@pytest.mark.parametrize(
    ("fact", "gap"),
    [
        (stated(7, 9), 2 / 9),
        (stated(9, 7), 2 / 9),  # whichever stands first
        (stated(0, 5), 1.0),  # none at all is as far as it goes
        (stated(7, 14, float("inf")), 0.5),  # "at least 14": from its near end
        (reports.KILLED, None),  # no values known
    ],
)
def test_the_gap_is_a_share_of_the_larger_value(fact: Fact, gap: float | None) -> None:
    """How far contradicting values are apart; it lies in (0, 1]."""
    assert notice(SMALL, fact).gap == (None if gap is None else pytest.approx(gap))


def test_the_reason_is_that_of_the_widest_gap() -> None:
    """What is said beside a gap is about the two values that lie so far apart, not about two others."""
    near = reports.judged(reports.SEVEN, reports.NINE, Code.VALUE_DIFFERS, 0.9, "near")
    far = reports.judged(reports.SMOKE_HARBOUR, reports.NINE, Code.VALUE_DIFFERS, 0.8, "far")
    three = (reports.SEVEN, reports.NINE, reports.SMOKE_HARBOUR)
    history = tuple(Stated(None, n, n, "A", it.id) for n, it in zip((8, 9, 90), three, strict=True))
    fact = replace(reports.KILLED, claims=tuple(it.id for it in three), history=history)
    report = replace(SMALL, facts=(fact,), judgements=(near, far))
    assert (notice(report, fact).reason, notice(report, fact).gap) == ("far", pytest.approx(0.9))
    assert [it.low for it in notice(report, fact).values] == [9, 90]
    assert why(report, fact) == "far"  # wherever it is told


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        (reports.KILLED, "7 dead cannot be 9 dead on the same day."),
        (replace(reports.KILLED, positions=(Position("the line", (reports.SEVEN.id,)),)), "the line: “"),
        (reports.RESCUED, ""),
    ],
)
def test_why_is_who_holds_what_else_the_reason_of_a_pair(fact: Fact, line: str) -> None:
    """A dispute is told by its holders, any other fact by the pair that shows it best; a single source by nothing."""
    said = why(SMALL, fact)
    assert said.startswith(line)
    assert bool(said) == bool(line)


def test_independent_origins_come_first_then_gaps_then_disputes() -> None:
    """Of facts contradicted across origins the widest gap is first; a contradiction within one origin comes last."""
    near, far = replace(stated(8, 9), id="near"), replace(stated(1, 9), id="far")
    disputed = replace(reports.BLAME, positions=(Position("the line", (reports.LORRY.id,)),))
    report = replace(SMALL, facts=(disputed, near, far, reports.PLACE))
    judged = {"near": SMALL.judgements_of["f1"], "far": SMALL.judgements_of["f1"], "f2": SMALL.judgements_of["f2"], "f4": ()}
    report.__dict__["judgements_of"] = judged  # two facts on the same claims, which no comparison makes
    found = worth_a_look(report)
    assert [it.fact.id for it in found] == ["far", "near", "f2"]
    assert [it.independent for it in found] == [True, True, False]
    assert [it.disputed for it in found] == [False, False, True]
    assert len(worth_a_look(report, most=1)) == 1


def test_what_is_not_contradicted_is_not_worth_a_look() -> None:
    """A calm report has nothing on top."""
    assert worth_a_look(replace(SMALL, facts=(reports.PLACE, reports.SMOKE, reports.RESCUED))) == ()


def test_undecided_words_stand_below_agreed_facts() -> None:
    """Contradicted, unclear in figures, compatible, agreed, unclear in words, single source."""
    words = replace(reports.PLACE, id="w", finding=Finding.UNCLEAR)
    figures = replace(reports.SMOKE, id="n", finding=Finding.UNCLEAR)
    some = [reports.RESCUED, words, reports.PLACE, reports.SMOKE, figures, reports.KILLED]
    assert [fact.id for fact in sorted(some, key=order)] == ["f1", "n", "f3", "f4", "w", "f5"]


def test_documents_that_share_text_are_one_origin() -> None:
    """Each document has its origin; copies have one in common."""
    assert SMALL.origin_of == {"d1": "d1", "d2": "d2", "d3": "d1"}
