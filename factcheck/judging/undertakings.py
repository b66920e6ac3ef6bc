"""Undertakings: whether somebody is in a thing that takes time, or has left it ("still in talks" / "pulled out of the talks")."""

from __future__ import annotations

import re

from claims.claim import Claim
from claims.facets import WORDS
from claims.names import shared_name
from factcheck.judgement import Code
from factcheck.judging.scopes import days_apart

SURE = 0.7  # only the words tell that it is one undertaking
CHANGES = 3  # days between two articles after which who was in it may have left

# Under one name what news calls by two.
_NOUNS = {"talk": "talks", "negotiation": "talks", "discussion": "talks"} | {
    noun: noun
    for noun in """
    race contest competition tournament coalition alliance deal pact treaty agreement project bidding merger auction campaign
    election union partnership
    """.split()
}
_NOUN = rf"(?:[\w'’-]+\s+){{0,2}}?(?P<noun>{'|'.join(_NOUNS)})s?\b"
_STAYS = r"(?:is|are|was|were|be|been|remain\w*|stay\w*|still|currently)\s+(?:\w+\s+){0,2}?(?:locked\s+)?in|continu\w+"
_IN = re.compile(rf"\b(?:{_STAYS})\s+{_NOUN}", re.I)
_BACK = re.compile(rf"\b(?:back\s+in|resum\w+|return\w*\s+to|rejoin\w*|re-enter\w*)\s+{_NOUN}", re.I)
_OUT = re.compile(
    rf"\b(?:(?:pull|drop|walk|back)\w*\s+out\s+of|withdr(?:aw|ew)\w*\s+from|walk\w*\s+away\s+from|quit\w*|left|leav(?:es|ing|e)"
    rf"|abandon\w*|exit\w*|(?:broke|broken|break\w*)\s+off|out\s+of)\s+{_NOUN}",
    re.I,
)


def compare_undertakings(left: Claim, right: Claim) -> tuple[Code, float, str] | None:
    """Code, score and reason where one claim has somebody in an undertaking that he has left in the other; else None."""
    if left.facet not in WORDS or right.facet not in WORDS or left.negated or right.negated:
        return None
    for one, two in ((left, right), (right, left)):
        out, in_, back = _OUT.search(one.text), _IN.search(two.text), _BACK.search(two.text)
        stays = in_ or back
        if out is None or stays is None or _BACK.search(one.text) or _name(out) != _name(stays):
            continue
        if not (who := shared_name(one.names, two.names)):
            return None
        if back is not None or days_apart(left, right) > CHANGES:
            return Code.OTHER_WINDOW, 0.6, f"{who} may have left the {_name(out)} and come back: “{out[0]}” / “{stays[0]}”"
        return (
            Code.NEGATION,
            SURE,
            f"one says that {who} has left the {_name(out)}, the other that it goes on: “{out[0]}” / “{stays[0]}”",
        )
    return None


def _name(found: re.Match[str]) -> str:
    return _NOUNS[found["noun"].lower()]
