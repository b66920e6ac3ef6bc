"""Populations: what two unlike numbers of those who live in one place say of each other."""

from __future__ import annotations

import re

from claims.claim import Claim
from claims.figures.number_words import roundness
from claims.inhabitants import POPULATION
from factcheck.judgement import Code

_ONCE = re.compile(
    r"\b(?:before|pre-?\s?(?:war|conflict)|once|used to|former(?:ly)?|previously|ago|had been|at its (?:height|peak))\b", re.I
)

# "A country of 10 million" is said of 9 and of 11 million: a number of one digit is rougher here than where somebody counted.
ROUGH = 1.25
_ONE_DIGIT = 10


def populations_may_be_one(left: Claim, right: Claim, reason: str) -> tuple[Code, float, str] | None:
    """Why two populations that differ (`reason` says how) may both be right; None for others and where nothing says so."""
    if not left.facet == right.facet == POPULATION:
        return None
    for one, two in ((left, right), (right, left)):
        if (once := _ONCE.search(one.text)) and not _ONCE.search(two.text):
            return Code.OTHER_WINDOW, 0.7, f"{reason}, but “{once.group()}” tells of another time"
    few, many = sorted(claim.quantities[0].number for claim in (left, right))
    if many <= ROUGH * few and any(number < _ONE_DIGIT * roundness(number) for number in (few, many)):
        return Code.LOOSER_BOUND, 0.6, f"{reason} to the last digit, but one is said roughly"
    return None
