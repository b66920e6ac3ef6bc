"""Open causes: that nobody knows yet why something happened."""

from __future__ import annotations

import pytest
from handmade import says, slot_score

from claims.open_cause import OPEN_CAUSE, leaves_cause_open
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.causes import compare_open_causes


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The cause of the fire is not yet known.", True),
        ("It was not at once clear what caused the blaze.", True),
        ("The grid operator isn't sure what caused the cut.", True),
        ("The causes of the outage, which lasted a day, remain unclear.", True),
        ("Three lines were cut for unknown reasons.", True),
        ("The cause of the crash is under investigation.", True),
        ("Police are investigating the cause of the blast.", True),
        ("Crews have yet to determine what sparked the fire.", True),
        ("The cause of the delay was a strike.", False),
        ("It is not clear who will lead the party.", False),
        ("There is no reason to doubt the cause of the fire.", False),
        ("It is not clear how the deal will be financed.", False),
        ("The club plays for a good cause.", False),
        ("It is not known what brought about the fire.", True),
        ("It is not clear what brought the plane down.", True),
        ("It is not known what brings about the headaches.", True),
        ("We do not know how they bring up children there.", False),
    ],
)
def test_what_leaves_a_cause_open(text: str, wanted: bool) -> None:
    """Whatever the words, why it happened is not known; a cause that is named, or another question, is not open."""
    assert leaves_cause_open(text) is wanted


def test_two_that_leave_it_open_agree() -> None:
    """One says so by a "not", one by "unknown"; of two places they may speak of two happenings."""
    one = says("it is not known what caused the fire", OPEN_CAUSE, negated=True)
    two = says("for unknown reasons the lines were cut", OPEN_CAUSE, "d2")
    assert slot_score(one, two, 0.2) > slot_score(says("a", "place"), says("b", "place", "d2"), 0.2)
    for left, right in ((one, two), (two, one)):
        found = compare_open_causes(left, right, 0.2)
        assert found is not None
        assert VERDICT_OF[found[0]] is Verdict.AGREE
    here, there = (
        says("unclear in Karsk", OPEN_CAUSE, places=("Karsk",)),
        says("unclear in Holt", OPEN_CAUSE, "d2", places=("Holt",)),
    )
    found = compare_open_causes(here, there, 0.2)
    assert found is not None
    assert VERDICT_OF[found[0]] is Verdict.UNCLEAR
