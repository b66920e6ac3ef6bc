"""Undertakings: whether somebody is in a thing that takes time, or has left it ("still in talks" / "pulled out of the talks")."""

from __future__ import annotations

import re
from functools import lru_cache

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
_NO_ADJECTIVES = (
    "after|ahead|amid|among|and|as|at|before|behind|between|but|by|despite|during|for|from|in|into|of|off|on|or|out|over|since"
    "|than|that|through|to|toward|towards|under|until|via|when|where|which|while|who|with|without"
)
_WORD = r"(?:(?-i:[a-z])[\w'’-]*|(?-i:[A-Z])[\w'’-]*(?=\s+(?-i:[A-Z])))"  # no name, but "Quits Trade Talks" of a headline
# Between verb and noun stand only determiners and adjectives: neither "left the city for talks" nor "left Karsk after talks".
_NOUN = rf"(?P<which>(?:(?!(?:{_NO_ADJECTIVES})\b){_WORD}\s+){{0,2}}?)(?P<noun>{'|'.join(_NOUNS)})s?\b"
_DETERMINERS = frozenset("the a an this that these those its his her their all both any further new more such".split())
_STAYS = r"(?:is|are|was|were|be|been|remain\w*|stay\w*|still|currently)\s+(?:\w+\s+){0,2}?(?:locked\s+)?in|continu\w+"
_IN = re.compile(rf"\b(?:{_STAYS})\s+{_NOUN}", re.I)
_BACK = re.compile(rf"\b(?:back\s+in|resum\w+|return\w*\s+to|rejoin\w*|re-enter\w*)\s+{_NOUN}", re.I)
_OUT = re.compile(
    rf"\b(?:(?:pull|drop|walk|back)\w*\s+out\s+of|withdr(?:aw|ew)\w*\s+from|walk\w*\s+away\s+from|quit(?:s|ting)?|(?<!the\s)left|leav(?:es|ing|e)"
    rf"|abandon\w*|exit\w*|(?:broke|broken|break\w*)\s+off|out\s+of)\s+{_NOUN}"
    # "left the talks with a smile", "leaves the deal in doubt"
    r"(?!\s+(?:with(?:out)?\s+(?:an?|his|her|their|its|no|any|some)|in|open|hanging|uncertain|unsigned|unfinished|dead)\b)",
    re.I,
)


def compare_undertakings(left: Claim, right: Claim) -> tuple[Code, float, str] | None:
    """Code, score and reason where one claim has somebody in an undertaking that he has left in the other; else None."""
    if left.facet not in WORDS or right.facet not in WORDS or left.negated or right.negated:
        return None
    for one, two in ((left, right), (right, left)):
        (out, _, returns), (_, in_, back) = _told(one.text), _told(two.text)
        stays = in_ or back
        if out is None or stays is None or returns is not None or not _one_thing(out, stays):
            continue
        if not (who := shared_name(_before(out, one), _before(stays, two))):
            continue
        if back is not None or days_apart(left, right) > CHANGES:
            return Code.OTHER_WINDOW, 0.6, f"{who} may have left the {_name(out)} and come back: “{out[0]}” / “{stays[0]}”"
        return (
            Code.NEGATION,
            SURE,
            f"one says that {who} has left the {_name(out)}, the other that it goes on: “{out[0]}” / “{stays[0]}”",
        )
    return None


@lru_cache(maxsize=1 << 16)  # each claim of a large fact is set against all others
def _told(text: str) -> tuple[re.Match[str] | None, re.Match[str] | None, re.Match[str] | None]:
    """Where a text says that somebody left an undertaking, is in it, and is back in it."""
    return _OUT.search(text), _IN.search(text), _BACK.search(text)


def _before(found: re.Match[str], claim: Claim) -> tuple[str, ...]:
    """The names of a claim that stand before what is told of an undertaking, by any of their words: who can be its subject."""
    words = set(re.findall(r"[\w'’-]+", found.string[: found.start()]))
    return tuple(name for name in claim.names if words.intersection(name.split()))


def _one_thing(one: re.Match[str], two: re.Match[str]) -> bool:
    """Whether two undertakings are one by their noun and by what tells which: "trade talks" are no "peace talks"."""
    which = _which(one), _which(two)
    return _name(one) == _name(two) and (not all(which) or bool(which[0] & which[1]))


def _which(found: re.Match[str]) -> frozenset[str]:
    return frozenset(found["which"].lower().split()) - _DETERMINERS


def _name(found: re.Match[str]) -> str:
    return _NOUNS[found["noun"].lower()]
