"""Prospects: what two claims say of each other that see one thing there or not there, coming or averted."""

from __future__ import annotations

import re

from claims.claim import Claim
from claims.prospects import AVERTED, PROSPECT, STATE
from factcheck.judgement import Code
from factcheck.judging.whereabouts import of_two_places

# Two firm views that exclude each other; below what the text itself sets against each other (judges.DISPUTED).
EXCLUDED = 0.7
OPEN = 0.5  # what may come may be averted

_CERTAIN = re.compile(r"\b(?:will|going\s+to|inevitable|certain(?:ly)?)\b", re.I)
_SHARE = re.compile(r"(\d+(?:\.\d+)?)(?:\s*%|[\s-]per\s?cent\b)", re.I)
_ODDS = re.compile(r"\b(?:odds|chances?|probabilit(?:y|ies)|likelihood|risks?)\b", re.I)
_ASKS = frozenset({"if", "whether", "asks", "either"})
_NOT_ONLY = re.compile(r"(?:\bnot|n[’']t)\s+(?:the\s+)?(?:only|alone|first|last)\b", re.I)  # others say it as well


def compare_prospects(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str] | None:
    """Code, score and reason for two claims on one prospect or one state of things; None for other claims."""
    if left.facet != right.facet or not left.facet.startswith((STATE, PROSPECT)):
        return None
    state = left.facet.startswith(STATE)
    thing = left.facet.removeprefix(STATE).removeprefix(PROSPECT)
    if places := of_two_places(left, right):
        return Code.NO_BASIS, 0.5, f"{thing} in one place or in two: {places}"
    if asks := [claim for claim in (left, right) if claim.hedge in _ASKS]:
        return Code.NO_BASIS, 0.5, f"“{asks[0].text}” only asks or supposes"
    one, two = _yes(left), _yes(right)
    if one == two:
        shares = [_reckoned(claim) for claim in (left, right)]
        if all(shares) and not shares[0] & shares[1]:
            return Code.PART_OF_WHOLE, OPEN, "both give how likely it is, each by its own reckoning"
        view = ("there" if one else "not there") if state else ("coming" if one else "averted, or not needed")
        return Code.PARAPHRASE, max(cosine, 0.5), f"both see {thing} {view}"
    firm = not (left.hedged or right.hedged)
    if firm and (state or (_certain(left) and _certain(right))):
        return Code.NEGATION, EXCLUDED, f"one sees {thing}, the other sees none: “{left.text}” / “{right.text}”"
    if state:
        return Code.NO_BASIS, 0.5, f"one sees {thing}, the other sees none, but not both say so firmly"
    return Code.LOOSER_BOUND, OPEN, f"{thing} that may come may also be averted: both can be true"


def _reckoned(claim: Claim) -> set[float]:
    """How likely a claim says that the thing is, in per cent."""
    if _ODDS.search(claim.text) is None:
        return set()
    return {float(share) for share in _SHARE.findall(claim.text)}


def _certain(claim: Claim) -> bool:
    """Whether a claim is sure of what is to come; what need not be may still come."""
    return _CERTAIN.search(claim.text) is not None and "need" not in claim.lemmas


def _yes(claim: Claim) -> bool:
    """Whether a claim sees the thing there, or coming."""
    negated = claim.negated and _NOT_ONLY.search(claim.text) is None
    return negated == (claim.predicate == AVERTED)
