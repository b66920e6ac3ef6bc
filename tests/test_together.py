"""Why claims stand together: features in words, with the number of pairs, and the words that most of them share."""

from __future__ import annotations

from dataclasses import replace

import reports

from factcheck.views.together import Reason, together


def test_reasons_say_what_holds_and_what_speaks_against() -> None:
    """What is counted holds two tolls together; another day speaks against it and stands below."""
    small = reports.small()
    assert together(small, reports.KILLED).reasons == (Reason("the same is counted", 1, True),)
    later = replace(reports.NINE, window=replace(reports.MONDAY, start=date_of(15), end=date_of(15)))
    moved = replace(small, claims=tuple(later if it.id == later.id else it for it in small.claims))
    assert [(it.feature, it.supports) for it in together(moved, reports.KILLED).reasons] == [
        ("the same is counted", True),
        ("another day", False),
    ]


def date_of(day: int):  # type: ignore[no-untyped-def]
    return reports.MONDAY.start.replace(day=day)  # type: ignore[union-attr]


def test_shared_words_are_those_of_most_claims() -> None:
    """A word of all claims is named first, one of a single claim never; a fact of one claim has nothing in common."""
    small = reports.small()
    lemmas = {reports.SEVEN.id: ("ferry", "die"), reports.NINE.id: ("ferry", "kill")}
    told = replace(small, claims=tuple(replace(it, lemmas=lemmas.get(it.id, ())) for it in small.claims))
    assert together(told, reports.KILLED).words == ("ferry",)
    assert together(told, reports.RESCUED).words == ()
    assert together(told, reports.RESCUED).reasons == ()
