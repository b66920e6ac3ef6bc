"""Causes: what two claims say of each other that lay one thing to something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claims.causes import CAUSE
from claims.claim import Claim
from claims.facets import WORDS
from claims.figures.roles import singular
from claims.open_cause import OPEN_CAUSE
from factcheck.judgement import Code
from factcheck.judging.whereabouts import of_two_places

# Two causes that share no word can hold together; two that share one may still weigh it otherwise.
BOTH = 0.5

# How sure two claims contradict each other of which one names a cause and the other denies the same one.
DENIED = 0.8

_NOT_MAINLY = re.compile(
    r"(?:\bnot|n[’']t)\s+(?:\w+\s+)?"
    r"(?:primarily|mainly|chiefly|solely|only|entirely|wholly|mostly|largely|just|simply|the\s+(?:main|primary|sole|biggest|chief))\b",
    re.I,
)
_ALONE = re.compile(r"\b(?:alone|only|exclusively)\b", re.I)

# What somebody or something is due to do names no cause: "the court is due to rule on Monday".
_PLANNED = (
    r"(?:be|rule|appear|start|begin|meet|vote|leave|open|close|arrive|return|speak|take|go|hold|run|visit|face|end|expire|report"
    r"|decide|stand|play|give|make|publish|release|announce|testify|resume|happen|land|sail|retire|step|launch|address|host|sign|deliver|become)\b"
)

# The frames in which words name a cause, with the noun that follows.
_FRAME = (
    r"(?:(?:caused|driven|triggered|fuel+ed|sparked|prompted)\s+(?:up\s+|mainly\s+|largely\s+|partly\s+)?by"
    rf"|due\s+to(?!\s+{_PLANNED})|down\s+to(?!\s+\d)"
    r"|(?:a|the)\s+(?:direct\s+)?(?:result|consequence|product)\s+of)\s+(?P<reason>[^,.;:]+)"
)
_NAMED = re.compile(rf"\b{_FRAME}", re.I)
_DENIED = re.compile(rf"(?:\bnot|n[’']t|\bnever)\s+(?:been\s+)?(?:\w+\s+)?{_FRAME}", re.I)
_SMALL = frozenset(
    "the and that was were has have had its their his her with from for into fact some other such most more".split()
)


def compare_open_causes(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str] | None:
    """Code, score and reason for two claims that leave open why something happened, whatever of them has a "not"."""
    if not left.facet == right.facet == OPEN_CAUSE:
        return None
    if cosine < BOTH and (places := of_two_places(left, right)):
        return Code.NO_BASIS, 0.5, f"both leave open why it happened, in one place or in two: {places}"
    return Code.PARAPHRASE, max(cosine, BOTH), "both leave open why it happened"


def compare_causes(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str] | None:
    """Code, score and reason for two claims on the cause of one thing; None for other claims and where both deny one.

    A thing may have many causes: only who denies what another names contradicts him. Claims in words that do so do not agree.
    """
    if {left.facet, right.facet} <= WORDS:
        return _in_words(left, right)
    if left.facet != right.facet or not left.facet.startswith(CAUSE):
        return None
    thing = left.facet.removeprefix(CAUSE)
    one, two = _content(left.predicate, thing), _content(right.predicate, thing)
    common = sorted(one & two)
    if common and _only_the_main_one(left) != _only_the_main_one(right):
        return Code.PART_OF_WHOLE, BOTH, _not_the_main_one(common, thing)
    if left.negated != right.negated:
        if not common:
            return Code.PART_OF_WHOLE, BOTH, f"one rules out a cause of {thing}, the other names another"
        reason = f"one lays {thing} to {(right if left.negated else left).predicate}, the other says that this is not so"
        firm = not (left.hedged or right.hedged or of_two_places(left, right))
        return (Code.NEGATION, DENIED, reason) if firm and (one <= two or two <= one) else (Code.NO_BASIS, BOTH, reason)
    if left.negated:
        return None
    if common:
        return Code.PARAPHRASE, max(cosine, BOTH), f"both lay {thing} to {' and '.join(common)}"
    return Code.PART_OF_WHOLE, BOTH, f"{thing} can have both causes: {left.predicate} / {right.predicate}"


def _in_words(left: Claim, right: Claim) -> tuple[Code, float, str] | None:
    """What holds of claims in words where one denies a cause, further down in its clause perhaps, and the other names one."""
    for no, yes in ((left, right), (right, left)):
        denied, named = _denied(no.text), _named(yes.text)
        if denied is None or named is None or _denied(yes.text) is not None or (yes.negated and not no.negated):
            continue
        one, two = _content(denied["reason"], ""), _content(named["reason"], "")
        common = sorted(one & two)
        if not common:
            return Code.PART_OF_WHOLE, BOTH, f"one rules out a cause, the other names another: {named['reason'].strip()}"
        if _NOT_MAINLY.search(denied[0]) is not None or _ALONE.search(denied["reason"]) is not None:
            return Code.PART_OF_WHOLE, BOTH, _not_the_main_one(common, "it")
        if left.negated != right.negated and (one <= two or two <= one):
            return None  # as for any two clauses of which one is denied
        return Code.NO_BASIS, BOTH, f"one names {' and '.join(common)} as a cause, the other denies it, perhaps of another thing"
    return None


@lru_cache(maxsize=1 << 16)  # each claim of a large fact is set against all others
def _denied(text: str) -> re.Match[str] | None:
    return _DENIED.search(text)


@lru_cache(maxsize=1 << 16)
def _named(text: str) -> re.Match[str] | None:
    return _NAMED.search(text)


def _only_the_main_one(claim: Claim) -> bool:
    """Whether a claim denies only that its cause is the main one, or the only one."""
    denied = _denied(claim.text)
    return _NOT_MAINLY.search(claim.text) is not None or (denied is not None and _ALONE.search(denied["reason"]) is not None)


def _not_the_main_one(common: Sequence[str], thing: str) -> str:
    return f"one says that {' and '.join(common)} is not the main cause of {thing}, or not alone"


def _content(reason: str, thing: str) -> set[str]:
    words = {word for word in re.findall(r"[a-z]+", reason.lower()) if len(word) > 2}
    return {singular(word) for word in words - _SMALL - set(thing.split())}
