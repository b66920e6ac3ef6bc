"""Revisions and rivals: the words by which a count says that it takes the place of an earlier one, or is an earlier one itself,
or that somebody else counts the same otherwise.
"""

from __future__ import annotations

import re

from claims.claim import Claim

_RISEN = re.compile(
    r"\b(?:rose|risen|rises|rising|climb(?:ed|s|ing)|gr[eo]wn?|grew|jump(?:ed|s)|reach(?:ed|es)|raised|revised|updat(?:ed?|ing)"
    r"|now|increased|swelled|surpassed|passed|upped|up\s+from|mount(?:ed|s|ing))\b",
    re.I,
)
_SUPERSEDED = re.compile(r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|at\s+first|until\s+now)\b", re.I)
_SO_FAR = re.compile(r"\b(?:so\s+far|preliminary|provisional|(?:as|has|have)\s+yet|immediate(?:ly)?)\b", re.I)
_RIVAL = re.compile(
    r"\b(?:lower|higher|smaller|larger|bigger|different|differing|conflicting)\s+(?:(?:death|casualty|overall)\s+)?"
    r"(?:tolls?|counts?|figures?|numbers?|tall(?:y|ies)|estimates?)\b"
    r"|\b(?:put(?:s|ting)?|plac(?:es?|ed|ing))\s+(?:the|its|their)\s+(?:death\s+|casualty\s+)?(?:toll|count|figure|number|tally)"
    r"\s+(?:\w+\s+)?(?:lower|higher)\b",
    re.I,
)
_SINCE = re.compile(r"\b(?:since|first)\b", re.I)


def revises(claim: Claim) -> bool:
    """Whether the words of a count say that it replaces another one, or will be replaced: "the toll rose to", "an earlier"."""
    return risen(claim.text) or superseded(claim.text) or so_far(claim.text) or _SINCE.search(claim.text) is not None


def risen(text: str) -> bool:
    """Whether a count is said to have risen to what it is."""
    return _RISEN.search(text) is not None


def superseded(text: str) -> bool:
    """Whether a count is told as one that was given before: "an initial toll of", "had earlier put it at"."""
    return _SUPERSEDED.search(text) is not None


def rival(text: str) -> bool:
    """Whether a count is set against another one of the same: "gave a slightly lower toll of", "put the death toll higher"."""
    return _RIVAL.search(text) is not None and not superseded(text)


def so_far(text: str) -> bool:
    """Whether a count is said to be open: "so far", "a provisional toll"."""
    return _SO_FAR.search(text) is not None
