"""Why the claims of a fact were put together, for a person: what speaks for one matter in how many pairs, and what against.

These are the features that alignment weighs (`alignment.why_together`), without the cosine of the words, which no reader can
check; in its place stand the words that the claims have in common.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from factcheck.aligning.scores import slot_parts
from factcheck.judgement import Fact
from factcheck.report import Report

PAIRS_READ = 100  # of a large fact: enough to see what holds it together
MOST_WORDS = 6  # more words in common are no reason but a text
IN_MOST = 0.5  # a word in common stands in more than this share of the claims


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature, in how many pairs it was found, and whether it speaks for one matter."""

    feature: str
    pairs: int
    supports: bool


@dataclass(frozen=True, slots=True)
class Together:
    """The reasons, the commonest first, among how many pairs, and the words and names that most of the claims share."""

    reasons: tuple[Reason, ...]
    pairs: int
    words: tuple[str, ...]
    names: tuple[str, ...]


def together(report: Report, fact: Fact) -> Together:
    """What holds the claims of a fact together; empty for a fact of one claim."""
    claims = [report.claim_by_id[key] for key in fact.claims]
    read = list(islice(report.judgements_of[fact.id], PAIRS_READ))
    found: Counter[tuple[str, bool]] = Counter()
    for judgement in read:
        left, right = report.claim_by_id[judgement.left], report.claim_by_id[judgement.right]
        found.update((part.feature, part.value > 0) for part in slot_parts(left, right, 0.0) if part.value)
    reasons = sorted((Reason(feature, number, good) for (feature, good), number in found.items()), key=_rank)
    return Together(
        tuple(reasons),
        len(read),
        _shared([claim.lemmas for claim in claims]),
        _shared([claim.names for claim in claims]),
    )


def _rank(reason: Reason) -> tuple[object, ...]:
    return (not reason.supports, -reason.pairs, reason.feature)


def _shared(groups: list[tuple[str, ...]]) -> tuple[str, ...]:
    """What most of the groups hold, the commonest first; nothing where there is but one group."""
    seen = Counter(word for group in groups for word in set(group))
    common = sorted((word for word in seen if seen[word] > max(1, IN_MOST * len(groups))), key=lambda word: (-seen[word], word))
    return tuple(common[:MOST_WORDS])
