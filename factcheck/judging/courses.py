"""Courses: what two claims say of each other that tell which way one indicator goes, or at which end it stands."""

from __future__ import annotations

import re

from claims.claim import Claim
from claims.facets import COURSE
from claims.records import back
from factcheck.judgement import Code
from factcheck.judging.scopes import one_time, stated_times_apart
from factcheck.judging.whereabouts import of_two_places

# What goes up may have come down before or after: without a common time two ways are no contradiction.
AT_TWO_TIMES = 0.5

# Days: what an article of today tells without a time is of the last year or so, never of what it dates further back.
LONG_PAST = 550

_PEAKED = re.compile(r"\bpeaked\b|\b(?:hit|reached)\s+(?:its|a)\s+peak\b", re.I)
_AHEAD = re.compile(r"\b(?:will|going\s+to|would|could|might|expect(?:ed|s)?|forecasts?|set\s+to)\b", re.I)
# Where a thing stands, not how it moves: "remains high", "is still near its lows".
_STANDS = re.compile(
    r"\b(?:is|are|was|were|be|been|remain\w*|stay\w*|stands?|stood|still)\s+(?:[\w-]+\s+){0,4}?(?:highs?|lows?|elevated|negative)\b",
    re.I,
)
_WAYS = {"rise": "going up or high", "fall": "going down or low"}


def compare_courses(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str] | None:
    """Code, score and reason for two claims on the course of one indicator; None for other claims and for denials."""
    if left.facet != right.facet or not left.facet.startswith(COURSE) or left.negated or right.negated:
        return None
    thing = left.facet.removeprefix(COURSE)
    if places := of_two_places(left, right):
        return Code.NO_BASIS, 0.5, f"{thing} of one place or of two: {places}"
    if beyond := _beyond_its_peak(left, right) or _beyond_its_peak(right, left):
        return Code.NEGATION, 0.7, f"{thing} cannot have peaked before {beyond}"
    if times := stated_times_apart(left, right):
        return Code.OTHER_WINDOW, 0.7, times
    then = [claim for claim in (left, right) if _long_past(claim)]
    if then and not (len(then) > 1 and one_time(left.window, right.window)):
        return Code.OTHER_WINDOW, 0.7, f"“{then[0].text}” tells of long before"
    ahead = [claim for claim in (left, right) if _AHEAD.search(claim.text)]
    if len(ahead) == 1:
        return Code.OTHER_WINDOW, AT_TWO_TIMES, f"“{ahead[0].text}” looks ahead, the other does not"
    if left.predicate == right.predicate:
        return Code.PARAPHRASE, max(cosine, 0.5), f"both see {thing} {_WAYS[left.predicate]}"
    if (_STANDS.search(left.text) is None) != (_STANDS.search(right.text) is None):
        return Code.PART_OF_WHOLE, AT_TWO_TIMES, f"{thing} may stand at one end and move away from it"
    turned = _PEAKED.search(left.text) or _PEAKED.search(right.text)  # at its peak a thing stands high, and falls from then on
    if one_time(left.window, right.window) and not (left.hedged or right.hedged or turned):
        return Code.NEGATION, 0.7, f"at one time {thing} cannot be {_WAYS[left.predicate]} and {_WAYS[right.predicate]}"
    return Code.OTHER_WINDOW, AT_TWO_TIMES, f"{thing} may have gone both ways, one after the other"


def _long_past(claim: Claim) -> bool:
    """Whether a claim tells of a time that was over long before its article came out: "rates rose in January 1981"."""
    when, out = claim.window, claim.published
    return when is not None and when.end is not None and out is not None and (out - when.end).days > LONG_PAST


def _beyond_its_peak(peak: Claim, record: Claim) -> str:
    """What a claim says to have been the highest, after the time at which the other says that the peak was; empty otherwise."""
    when, then = peak.window, record.window
    if peak.hedged or record.hedged or when is None or when.inherited or when.end is None or not _PEAKED.search(peak.text):
        return ""
    new_high = record.predicate == "rise" and back(record.text) is not None
    if not new_high or _AHEAD.search(record.text):
        return ""
    day = then.start if then is not None and then.start is not None else record.published
    return f"“{record.text}” ({day:%B %Y})" if day is not None and day > when.end else ""
