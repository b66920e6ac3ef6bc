"""Subjects: of whom or what the claims of a facet speak. Who holds one place says nothing of the next, nor one case of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims.cases import CASE, accused, crimes_of
from claims.claim import Claim
from claims.facets import CONTROL
from claims.holders import HELD_BY
from claims.names import shared_name
from claims.open_cause import OPEN_CAUSE
from claims.spelling import folded
from factcheck.aligning.slot import APART, Part, Slot
from factcheck.judging.whereabouts import none_in_common

SAME_SUBJECT = 0.20  # what a subject in common adds to the cosine of two claims; as one indicator under other words (slots.py)
WITH_SUBJECT = (CONTROL, CASE, OPEN_CAUSE)  # the facets


def _held(claim: Claim) -> tuple[str, ...] | None:
    return claim.places or None if claim.predicate.startswith(HELD_BY) else None


def _same_held(one: tuple[str, ...], two: tuple[str, ...]) -> Part | None:
    """Places without a name in common are two, but a town and its country may meet."""
    if shared_name(one, two):
        return Part("one place is held", SAME_SUBJECT)
    return Part("other places are held", APART) if none_in_common(one, two) else None


@dataclass(frozen=True, slots=True)
class _Accused:
    """Whose case it is, where that is a name, and for what crimes."""

    who: str
    crimes: frozenset[str]


def _accused(claim: Claim) -> _Accused | None:
    return _Accused(accused(claim), crimes_of(claim)) if claim.facet == CASE else None


def _same_case(one: _Accused, two: _Accused) -> Part | None:
    """Two names without a word in common are two people's; a crime may be of one case."""
    named = bool(one.who and two.who)
    same = named and shared_name((one.who,), (two.who,))
    if named and not same and not set(folded(one.who).split()) & set(folded(two.who).split()):
        return Part("cases of others", APART)
    return Part("one case", SAME_SUBJECT) if same or one.crimes & two.crimes else None


def _unexplained(claim: Claim) -> str | None:
    return OPEN_CAUSE if claim.facet == OPEN_CAUSE else None


def _same_question(one: str, two: str) -> Part:
    """Of one story hardly two things are left unexplained, and each article names it otherwise: "the cut", "the damage"."""
    return Part("one cause is left open", SAME_SUBJECT)


SUBJECTS: tuple[Slot[Any], ...] = (Slot(_held, _same_held), Slot(_accused, _same_case), Slot(_unexplained, _same_question))
