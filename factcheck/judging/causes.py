"""Causes: what two claims say of each other that lay one thing to something."""

from __future__ import annotations

import re

from claims.causes import CAUSE
from claims.claim import Claim
from factcheck.judgement import Code

# Two causes that share no word can hold together; two that share one may still weigh it otherwise.
BOTH = 0.5

_NOT_MAINLY = re.compile(
    r"(?:\bnot|n[’']t)\s+(?:\w+\s+)?"
    r"(?:primarily|mainly|chiefly|solely|only|entirely|wholly|mostly|largely|just|simply|the\s+(?:main|primary|sole|biggest|chief))\b",
    re.I,
)
_SMALL = frozenset(
    "the and that was were has have had its their his her with from for into fact some other such most more".split()
)


def compare_causes(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str] | None:
    """Code, score and reason for two claims on the cause of one thing; None for other claims and where both deny one.

    A thing may have many causes: only who denies what another names may contradict him, and that the words decide.
    """
    if left.facet != right.facet or not left.facet.startswith(CAUSE):
        return None
    thing = left.facet.removeprefix(CAUSE)
    common = sorted(_content(left.predicate, thing) & _content(right.predicate, thing))
    if common and (_NOT_MAINLY.search(left.text) is None) != (_NOT_MAINLY.search(right.text) is None):
        return Code.PART_OF_WHOLE, BOTH, f"one says that {' and '.join(common)} is not the main cause of {thing}"
    if left.negated != right.negated:
        return None if common else (Code.PART_OF_WHOLE, BOTH, f"one rules out a cause of {thing}, the other names another")
    if left.negated:
        return None
    if common:
        return Code.PARAPHRASE, max(cosine, BOTH), f"both lay {thing} to {' and '.join(common)}"
    return Code.PART_OF_WHOLE, BOTH, f"{thing} can have both causes: {left.predicate} / {right.predicate}"


def _content(reason: str, thing: str) -> set[str]:
    words = {word for word in re.findall(r"[a-z]+", reason.lower()) if len(word) > 2}
    return {word.removesuffix("s") for word in words - _SMALL - set(thing.split())}
