"""Bearers: whose a figure is: the place of which it is the population, the person whose age it is."""

from __future__ import annotations

from claims.ages import AGE
from claims.ages import same_person as one_person
from claims.claim import Claim
from claims.inhabitants import POPULATION, one_place
from factcheck.aligning.slot import APART, Part

# What one bearer adds to the cosine of two claims; as much as a magnitude, which a quake has but once (slots.py).
NAMED_BY_PLACE = 0.40
SAME_PERSON = 0.40
SAME_AGE = 0.25  # of a hundred ages few meet by chance in one event


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
