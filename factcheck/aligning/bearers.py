"""Bearers: whose a figure is: the place of which it is the population, or from which it is so far; the person whose age it is;
the match of a score.
"""

from __future__ import annotations

import re

from claims.ages import AGE
from claims.ages import same_person as one_person
from claims.claim import Claim
from claims.facets import WORDS
from claims.inhabitants import POPULATION, one_place
from claims.names import shared_name
from factcheck.aligning.slot import APART, Part
from factcheck.judging.phrases import claim_words

# What one bearer adds to the cosine of two claims; as much as a magnitude, which a quake has but once (slots.py).
NAMED_BY_PLACE = 0.40
SAME_PERSON = 0.40
SAME_AGE = 0.25  # of a hundred ages few meet by chance in one event
SAME_SCORE = 0.25  # scores of so many points even less
MANY_POINTS = 10
SAME_START = 0.30  # "35 miles south of Morva", "60 km south of Morva"


_COMPASS = r"(?:north|south|east|west)"
_FROM = re.compile(
    rf"\W*(?:\([^)]*\)\s*)?(?:away\s+)?(?:from|off|outside|(?:to\s+the\s+)?{_COMPASS}(?:[\s-]?{_COMPASS})?(?:ern)?(?:\s+of)?)\s+(?:the\s+)?"
    r"(?:(?-i:city|town|village|port|island|capital)\s+(?:of\s+)?)?(?P<place>(?-i:[A-Z])[\w'’-]*(?:\s+(?-i:[A-Z])[\w'’-]*)*)",
    re.I,
)


def home(claim: Claim) -> str | None:
    """The place whose population a claim gives."""
    return claim.predicate or None if claim.facet == POPULATION else None


def same_home(one: str, two: str) -> Part:
    """A place has one population, in whatever words."""
    return Part("who lives in one place", NAMED_BY_PLACE) if one_place(one, two) else Part("who lives in other places", APART)


def aged(claim: Claim) -> tuple[str, float, float] | None:
    """Whose age a claim gives, and the age."""
    return (claim.predicate, claim.quantities[0].low, claim.quantities[0].high) if claim.facet == AGE else None


def same_person(one: tuple[str, float, float], two: tuple[str, float, float]) -> Part | None:
    """By name; else one age that two articles of an event give is rather that of one person."""
    same = one_person(one[0], two[0])
    if same is not None:
        return Part("the age of one person", SAME_PERSON) if same else Part("the ages of two people", APART)
    return Part("one age", SAME_AGE) if one[1:] == two[1:] else None


def scored(claim: Claim) -> tuple[float, float] | None:
    """The score of many points that a claim gives."""
    quantity = claim.quantities[0] if claim.quantities and claim.facet not in WORDS else None
    return (quantity.low, quantity.high) if quantity and quantity.unit == "score" and quantity.high >= MANY_POINTS else None


def same_score(one: tuple[float, float], two: tuple[float, float]) -> Part | None:
    """One score of an event is that of one match."""
    return Part("one score", SAME_SCORE) if one == two else None


def start(claim: Claim) -> str | None:
    """The place from which a claim tells a distance: Morva of "60 km south of Morva"."""
    quantity = claim.quantities[0] if claim.quantities and claim.facet == "distance" else None
    if quantity is None:
        return None
    words = claim_words(claim, quantity)
    at = claim.standalone.lower().find(words)
    found = _FROM.match(claim.standalone, at + len(words)) if at >= 0 else None
    return found["place"] if found else None


def same_start(one: str, two: str) -> Part:
    """Distances from two places are two."""
    same = shared_name((one,), (two,))
    return Part("a distance from one place", SAME_START) if same else Part("distances from other places", APART)
