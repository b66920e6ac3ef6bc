"""Holders: what two claims say of each other that tell who holds a place."""

from __future__ import annotations

import re

from claims.claim import Claim
from claims.facets import GROUND
from claims.holders import HELD_BY
from claims.names import shared_name
from claims.spelling import bare, folded
from factcheck.judgement import Code
from factcheck.judging.scopes import days_apart, stated_times_apart
from factcheck.judging.whereabouts import none_in_common

SAME_HOLDER = 0.5  # at least this sure, however far apart the words: both name the holder and the place
OPPOSED = 0.7  # below what the text itself sets against each other (judges.DISPUTED)
FRONTS_MOVE = 3  # days between two articles after which a place may have changed hands

# Surely two camps: whoever rises against a state, and the state. Names ("Holt Army") may be of either.
_RISEN = re.compile(r"\b(?:(?:rebel|insurgent|separatist|guerrilla)s?|opposition|anti-(?:government|regime))\b", re.I)
_STATE = re.compile(r"(?<!anti-)\b(?:[Gg]overnment|[Rr]egime|army|[Ll]oyalists?)\b")
_GENERIC = frozenset(
    """
    a an the and its their his of by led group groups force forces fighter fighters militia militias alliance allies ally member
    members army local syrian mainly mostly so called faction factions affiliate formerly former
    """.split()
)
_PARTLY = re.compile(
    r"\b(?:most(?:ly)?|largely|mainly|nearly|almost|partly|parts?|some|much|half|majority|districts?|neighbou?rhoods?|areas?|"
    r"percent|per\s+cent|(?:north|south)?(?:east|west)(?:ern)?|(?:north|south)(?:ern)?|central|old|rest|pockets?)\b|%",
    re.I,
)
_THEN = re.compile(r"\b(?:once|formerly|former|previously|until|then|used\s+to|ex|had)\b", re.I)


def compare_holders(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str] | None:
    """Code, score and reason for two claims on who holds a place; None for other claims, and where only one denies it.

    Two holders contradict each other only as surely opposed camps in the whole of one place at one time.
    """
    if not (left.predicate.startswith(HELD_BY) and right.predicate.startswith(HELD_BY)):
        return None
    if left.negated != right.negated:
        return None
    if places := none_in_common(left.places, right.places):
        return Code.NO_BASIS, 0.5, f"one place or two: {places}"
    one, two = (claim.predicate.removeprefix(HELD_BY) for claim in (left, right))
    if times := stated_times_apart(left, right):
        return Code.OTHER_WINDOW, 0.7, times
    if camps := _opposed(one, two):
        place = _one_whole_place(left, right)
        if place and not (left.hedged or right.hedged or left.negated) and days_apart(left, right) <= FRONTS_MOVE:
            return Code.NEGATION, OPPOSED, f"{place} cannot be held by both: {camps}"
        return Code.PART_OF_WHOLE, 0.5, f"each may hold a part, or hold it at another time: {camps}"
    common = sorted(_words(one) & _words(two))
    rebels = _RISEN.search(left.text) is not None and _RISEN.search(right.text) is not None  # "the Front, an alliance of rebels"
    if not common and not rebels:
        return Code.PART_OF_WHOLE, 0.5, f"one holder under two names, or each of a part: {one} / {two}"
    if not (left.places and right.places) and not _one_ground(left, right):
        return Code.NO_BASIS, 0.5, "one of them does not name the place that is held"
    who = f"both name {' and '.join(common)} as who holds it" if common else "both tell of rebels who hold it"
    return Code.PARAPHRASE, max(cosine, SAME_HOLDER), who


def _one_ground(left: Claim, right: Claim) -> bool:
    """Whether two claims, one of them without a place's name, call it the same: "the rebel-held city", "Karsk city"."""
    one, two = ({word.removesuffix("s") for word in claim.text.lower().split()} & GROUND for claim in (left, right))
    return bool(one & two)


def _words(holder: str) -> set[str]:
    """The telling words of a holder; for those who rise against a state, and for the state, one word each."""
    plain = _STATE.sub(" ", _RISEN.sub(" ", holder))
    found = {word.removesuffix("s") for word in bare(plain).split() if word not in _GENERIC}
    return found | ({"rebels"} if _RISEN.search(holder) else set()) | ({"government"} if _STATE.search(holder) else set())


def _opposed(one: str, two: str) -> str:
    """The holders where one is surely a state's camp and the other one that rose against it; empty otherwise."""
    sides = sorted((_RISEN.search(holder) is not None, _STATE.search(holder) is not None) for holder in (one, two))
    return f"{one} / {two}" if sides == [(False, True), (True, False)] else ""


def _one_whole_place(left: Claim, right: Claim) -> str:
    """The place that two claims name under one name, where neither speaks of a part of it or of another time; empty otherwise."""
    texts = (left.text, right.text)
    if any(_PARTLY.search(text) or _THEN.search(text) for text in texts):
        return ""
    names = [{folded(place) for place in claim.places} for claim in (left, right)]
    return shared_name(left.places, right.places) if names[0] & names[1] else ""
