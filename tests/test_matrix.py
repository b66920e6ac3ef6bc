"""Outlets x facts: the gravest thing that an outlet does in a fact; copies are no agreement."""

from __future__ import annotations

from dataclasses import replace

import reports

from factcheck.judgement import Code
from factcheck.views.matrix import Rate, Stance, rates, stances, told_by_several

SMALL = reports.small()


def test_each_outlet_has_its_gravest_stance() -> None:
    """A contradiction outweighs an agreement; an outlet of another event has no stance, a silent one has."""
    assert stances(SMALL, replace(reports.KILLED, silent=("unknown outlet (morning)",))) == {
        "Harbour Gazette": Stance.CONTRADICTS,
        "Inland Courier": Stance.CONTRADICTS,
        "unknown outlet (morning)": Stance.SILENT,
    }
    assert stances(SMALL, reports.RESCUED) == {"Harbour Gazette": Stance.ALONE}


def test_a_copy_repeats() -> None:
    """Saying what one's own origin says is no agreement; what holds against others counts more."""
    same = replace(SMALL, judgements=tuple(it for it in SMALL.judgements if it.code is Code.SAME_VALUE))
    found = stances(same, reports.SMOKE)
    assert found["Harbour Gazette"] is found["unknown outlet (morning)"] is Stance.REPEATS
    assert stances(SMALL, reports.SMOKE)["unknown outlet (morning)"] is Stance.COMPATIBLE


def test_rates_count_facts_and_leave_copies_out() -> None:
    """Each two outlets of unlike origin, with how many facts they were compared on and how those came out."""
    assert rates(SMALL) == (
        Rate("Harbour Gazette", "Inland Courier", agree=1, contradict=1, compatible=1, unclear=0),
        Rate("Inland Courier", "unknown outlet (morning)", agree=0, contradict=0, compatible=1, unclear=0),
    )
    first, second = rates(SMALL)
    assert (first.facts, first.decided, first.share) == (3, 2, 0.5)
    assert second.share is None  # nothing decided is not zero


def test_several_outlets() -> None:
    """A fact of two claims of one outlet is not told by several."""
    assert told_by_several(SMALL, (reports.BLAME, reports.KILLED, reports.RESCUED)) == (reports.KILLED,)
