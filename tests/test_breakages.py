"""Breakages: what happened to things, by whatever verb, and what two counts of them say of each other."""

from __future__ import annotations

import pytest
from handmade import amount, says, slot_score
from spacy.language import Language

from claims.claim import Claim
from claims.figures.quantities import quantities
from claims.figures.roles import kind
from factcheck.aligning.alignment import topic
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.judges import Pair, RuleJudge


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Two power lines suffered severe damage.", "damaged"),
        ("A total of four cables off Torvay went down.", "damaged"),
        ("Four data lines were cut, a company said.", "damaged"),
        ("The storm snapped four power lines.", "damaged"),
        ("Two sub-sea cables failed off the coast.", "damaged"),
        ("The storm caused damage to 200 homes.", "damaged"),
        ("A quake has leveled nine villages.", "destroyed"),
        ("The blaze gutted 12 shops.", "destroyed"),
        ("Four houses burned down.", "destroyed"),
        ("Three bridges collapsed.", "destroyed"),
        ("The destruction of 40 homes shocked Belton.", "destroyed"),
        ("The ministry cut 300 jobs.", ""),  # no cables
        ("Two lines of text were cut.", ""),
        ("Two villages were cut off.", ""),
        ("Three men were gutted by the result.", ""),  # people
        ("Officials levelled charges against three men.", ""),
    ],
)
def test_breakage(text: str, role: str, nlp: Language) -> None:
    """Things that were harmed, and no people, jobs or words."""
    assert [q.role for q in quantities(nlp(text))] == [role]


@pytest.mark.parametrize(
    ("counted", "wanted"),
    [("undersea cables", "cable"), ("data lines", "cable"), ("cable systems", "cable"), ("bus lines", "line"), ("lines", "line")],
)
def test_cables_go_by_many_names(counted: str, wanted: str) -> None:
    """A line is a cable only where a word says so."""
    assert kind(counted) == wanted


def broken(number: float, role: str, document: str) -> Claim:
    """A claim that so many stalls were damaged or destroyed."""
    return says(f"{number:g} stalls {role}", role, document, quantities=(amount(number, counted="stalls", role=role),))


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        (broken(40, "destroyed", "d1"), broken(120, "damaged", "d2"), Verdict.COMPATIBLE),
        (broken(40, "destroyed", "d1"), broken(40, "damaged", "d2"), Verdict.COMPATIBLE),
        (broken(140, "destroyed", "d1"), broken(120, "damaged", "d2"), Verdict.UNCLEAR),
    ],
)
def test_damaged_is_the_weaker_word(one: Claim, two: Claim, verdict: Verdict) -> None:
    """What one article calls destroyed may be a part of what another calls damaged; they never contradict each other."""
    for pair in (Pair(one, two, 0.9), Pair(two, one, 0.9)):
        (judgement,) = RuleJudge().judge([pair])
        assert VERDICT_OF[judgement.code] is verdict


def test_damaged_and_destroyed_are_one_topic() -> None:
    """One question, but like stands with like first."""
    destroyed, damaged = broken(40, "destroyed", "d1"), broken(40, "damaged", "d2")
    assert topic(destroyed) == topic(damaged)
    assert slot_score(destroyed, damaged, 0.5) < slot_score(destroyed, broken(40, "destroyed", "d2"), 0.5)
