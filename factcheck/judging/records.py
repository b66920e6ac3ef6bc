"""Records: what two claims say of each other that tell how long something was not so high, so low or so large."""

from __future__ import annotations

from claims.claim import Claim
from claims.figures.indicators import is_indicator
from claims.records import RECORD, Back, back, is_low
from factcheck.judgement import Code


def compare_records(left: Claim, right: Claim) -> tuple[Code, float, str] | None:
    """Code, score and reason for two records of one matter; None for other claims and for denials.

    Two that reach back unlike far contradict nothing: each new figure has a record of its own.
    """
    if not left.facet == right.facet == RECORD or left.negated != right.negated:
        return None
    one, two = back(left.text), back(right.text)
    if one is None or two is None:
        return None
    if {is_low(left.text), is_low(right.text)} == {True, False}:
        return Code.NO_BASIS, 0.5, "one tells of a high, the other of a low"
    first, second = _years(one, left), _years(two, right)
    if (first is None or second is None) and not (left.predicate == right.predicate and is_indicator(left.predicate)):
        return Code.NO_BASIS, 0.5, "records without their year, and not surely of one thing"
    if first is None or second is None:
        return Code.WITHIN_BOUND, 0.5, "both tell of a record, one without its year"
    if first[0] <= second[1] and second[0] <= first[1]:
        return Code.APPROXIMATELY, 0.7, f"both reach back to about {round(max(first[0], second[0]))}"
    return Code.OTHER_WINDOW, 0.5, f"records of two times or two things: since {_told(first)} / since {_told(second)}"


def _years(found: Back, claim: Claim) -> tuple[float, float] | None:
    """The first and last year that a record may reach back to; None where the text, or the date of its article, does not say."""
    if found.since is not None:
        return found.since
    if found.years is None or claim.published is None:
        return None
    middle = claim.published.year - found.years
    return middle - found.loosely, middle + found.loosely


def _told(years: tuple[float, float]) -> str:
    first, last = (round(year) for year in years)
    return str(first) if first == last else f"{first} to {last}"
