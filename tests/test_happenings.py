"""Happenings: facts that share clauses are facets of one thing; wordings that show nothing new are left out."""

from __future__ import annotations

from dataclasses import replace

from handmade import amount, days, says, toll

from claims.claim import Claim
from factcheck.aligning.happenings import happenings
from factcheck.aligning.wordings import clause_of, with_wordings, without_repetition

EVENT = {"d1": "the town", "d2": "the town"}


def blast(document: str, start: int, facet: str, **slots: object) -> Claim:
    """One facet of a clause on a blast."""
    return says("a blast killed four", facet, document, start, lemmas=("blast", "kill"), **slots)


def test_facets_of_one_clause_are_one_happening() -> None:
    """Killed and method share clauses; the funeral, told elsewhere, is another thing; words alone bear the event's name."""
    claims = [
        blast("d1", 0, "killed", quantities=(amount(4),)),
        blast("d1", 0, "method"),
        blast("d2", 0, "killed", quantities=(amount(5),)),
        says("shots were fired at the funeral", "method", "d2", 90, lemmas=("fire", "funeral")),
        says("the mayor wept", "other", "d1", 50),
    ]
    found = happenings(claims, [(0, 2), (1,), (3,), (4,)], EVENT)
    assert found[0] == found[1] == "the town: blast"
    assert found[2] == "the town: fire"
    assert found[3] == "the town"


def test_one_clause_of_many_in_common_makes_no_happening() -> None:
    """Half of the clauses of the smaller fact have to stand in both: one of four ties nothing, two of four do."""
    killed = [blast(f"d{n}", 0, "killed", quantities=(amount(4),)) for n in range(4)]
    means = [blast(f"d{n}", 0, "method") for n in (0, 5, 6, 7)]
    both = [*means[:3], blast("d1", 0, "method")]
    event = {f"d{n}": "the town" for n in range(8)}
    facts = (0, 1, 2, 3), (4, 5, 6, 7)
    assert len(set(happenings([*killed, *means], facts, event))) == 2
    assert len(set(happenings([*killed, *both], facts, event))) == 1


def test_two_happenings_of_one_kind_have_two_names() -> None:
    """Two blasts of which no clause tells both are told apart."""
    claims = [blast("d1", 0, "killed", quantities=(amount(4),)), blast("d1", 200, "killed", quantities=(amount(9),))]
    assert sorted(happenings(claims, [(0,), (1,)], EVENT)) == ["the town: blast", "the town: blast (2)"]


def test_a_clause_of_facets_is_compared_in_words_once() -> None:
    """One wording for each clause that only has facets; none where it has one, none for a few words (a measure, by the way)."""
    four = toll(4, text="four were killed by a blast")
    how = replace(four, id="how", facet="method", quantities=())
    words = says("rain is due", "other", start=90)
    length = says("five hours", "duration", start=200, quantities=(amount(5, unit="hour", role=""),))
    held = says("rebel-held Karsk", "control", start=500, lemmas=())  # told by the way
    found = with_wordings([four, how, words, length, held])
    assert found[:5] == (four, how, words, length, held)
    (added,) = found[5:]
    assert (clause_of(added), added.facet, added.quantities) == (clause_of(four), "other", four.quantities)
    assert added.standalone == four.standalone
    assert added.id not in {four.id, how.id}


def test_a_wording_stays_only_where_it_meets_something_new() -> None:
    """Two tolls that meet as counts need no second fact in words; a claim without a figure does."""
    one, two = toll(4, text="four were killed", window=days("2024-05-01")), toll(5, text="five were killed", document="d2")
    third = says("the killing of the crew", "other", "d3")
    claims = with_wordings([one, two, third])
    added = range(3, len(claims))
    assert without_repetition(claims, [(0, 1), (2,), (3, 4)], added) == ((0, 1), (2,))
    assert without_repetition(claims, [(0, 1), (2, 3), (4,)], added) == ((0, 1), (2, 3))
