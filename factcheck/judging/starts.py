"""Starts: what two claims say of each other that tell since when one thing lasts."""

from __future__ import annotations

from datetime import date, timedelta

from claims.claim import Claim
from claims.starts import BEGINS, START
from factcheck.judgement import Code
from factcheck.judging.whereabouts import of_two_places

SURE = 0.7  # both give the time itself
ROUGHLY = 0.6  # a length is told in whole years, and goes on growing

_DAYS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}


def compare_starts(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str] | None:
    """Code, score and reason for two claims on the start of one thing; None for other claims, and where one tells no time."""
    if left.facet != right.facet or not left.facet.startswith(START) or left.negated or right.negated:
        return None
    one, two = _began(left), _began(right)
    if one is None or two is None:
        return None
    thing = left.facet.removeprefix(START)
    if places := of_two_places(left, right):
        return Code.NO_BASIS, 0.5, f"the {thing} of one place or of two: {places}"
    told = f"“{left.text}” / “{right.text}”"
    both = left.predicate == right.predicate == BEGINS
    if one[0] <= two[1] and two[0] <= one[1]:
        first, last = max(one[0], two[0]), min(one[1], two[1])
        year = (first + (last - first) / 2).year
        if both:
            return Code.SAME_VALUE, SURE, f"both let the {thing} begin in {year}"
        return Code.APPROXIMATELY, ROUGHLY, f"both let the {thing} begin about {year}"
    return Code.NO_BASIS, 0.5, f"one {thing} that began at another time, or two: {told}"


def _began(claim: Claim) -> tuple[date, date] | None:
    """The first and last day on which the thing may have begun."""
    if claim.predicate == BEGINS:
        when = claim.window
        return (when.start, when.end) if when is not None and when.start and when.end and not when.inherited else None
    if claim.published is None:
        return None
    count, _, unit = claim.predicate.partition(" ")
    first, last = (timedelta(days=(float(count) + more) * _DAYS[unit]) for more in (1, -1))
    return claim.published - first, claim.published - last
