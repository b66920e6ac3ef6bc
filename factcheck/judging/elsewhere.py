"""Elsewhere: words by which an article leaves the happening of which it told before ("another attack", "elsewhere")."""

from __future__ import annotations

import re

from claims.claim import Claim
from claims.facets import HAPPENINGS
from claims.figures.roles import KIND_OF, PERSON_NOUNS

_LEAVING = re.compile(
    r"\b(?:another|elsewhere|separate(?:ly)?|in other|more (?:attacks|incidents|strikes)"
    r"|similar (?:\w+ )?(?:attacks?|incidents?|strikes?|raids?)|meanwhile)\b",
    re.I,
)
_ANOTHER = re.compile(
    rf"\b(?:another|separate|other|similar)\s+(?:[\w-]+\s+){{0,2}}?(?:{'|'.join(sorted(HAPPENINGS))})s?\b", re.I
)
_PERSON = rf"(?:(?:[\w-]+\s+)?(?:{'|'.join(sorted(PERSON_NOUNS | set(KIND_OF)))})\s+)?"
# "Another" who was harmed beside those counted before: "killed two and wounded another", "another was hurt".
_ONE_MORE = re.compile(
    r"(?:kill|wound|injur|hurt|shoot|shot|stabb?)(?:ing|ed|s)?\s+another(?=\s*(?:$|[,.;]|(?:in|at|on|near|before|after|as|when)\b))"
    rf"|\banother\s+{_PERSON}(?:(?:was|is|been|critically|seriously|severely|badly|slightly)\s+)*"
    r"(?:wounded|injured|hurt|killed|dead|missing)\b(?!\s+(?:\d|some|at\s+least|two|three|four|five|six|many|dozens))",
    re.I,
)


def another_happening(claim: Claim) -> bool:
    """Whether a claim tells of another happening than one told before: "a separate raid", "another bomb attack"."""
    return _ANOTHER.search(claim.text) is not None


def leads_elsewhere(claim: Claim) -> str:
    """The word by which a toll's clause may leave the happening told before; empty where nothing says so.

    "Another" who was harmed in the same happening, and that is counted, does not leave it.
    """
    persons = [found.span() for found in _ONE_MORE.finditer(claim.text)]
    for found in _LEAVING.finditer(claim.text):
        if not any(begin <= found.start() < end for begin, end in persons) and not _is_counted(claim, found.start()):
            return found.group()
    return ""


def _is_counted(claim: Claim, at: int) -> bool:
    """Whether the word at an offset is the claim's own count of one: "another"."""
    return any(q.low == q.high == 1 and q.start - claim.start == at < q.end - claim.start for q in claim.quantities)
