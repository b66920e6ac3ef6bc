"""Attackers: how many people did it, as the clauses of two claims count them. "Two suicide bombers" and "four bombers" did not do
one deed, however much else their clauses share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims.claim import Claim
from claims.deeds import Act
from claims.figures.roles import CULPRITS, kind, singular

# Facets of a clause in which these people are the doers.
BY_DOERS = frozenset({"method", "perpetrator"})

_COUNTING = frozenset(f"number of {sort}" for sort in (*CULPRITS, "fighter"))
_ALWAYS = CULPRITS  # fighters are counted as doers only where they act: "police shot at three militants"
_GUNMEN = frozenset({"gunman", "terrorist"})
_TIMES = {"twin": 2, "double": 2, "triple": 3, "quadruple": 4}
_SUICIDE = re.compile(
    rf"\b({'|'.join(_TIMES)})\s+suicide[\s-]+(?:(?:car|truck|bomb|bomber)\s+)?(?:attack|assault|blast|bombing|explosion)s?\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Doers:
    """How many did it, from low to high, as `words` count them; `claim` is the claim of that count, None where words like
    "a triple suicide attack" count without one.
    """

    low: float
    high: float
    words: str
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class TwoCounts:
    """Two counts of doers that cannot be one: in words, the claims that count (both or none), whether one article gives both."""

    words: str
    claims: tuple[Claim, Claim] | None = None
    both_told: bool = False


class Attackers:
    """The counts of doers of each clause and of each document."""

    def __init__(self, claims: Sequence[Claim]):
        """Count the doers that `claims`, of any documents, tell of."""
        self._of_clause: dict[tuple[str, int, int], Doers] = {}
        self._of_document: dict[str, list[Doers]] = defaultdict(list)
        for claim in claims:
            if (counted := _counted(claim)) is not None:
                self._of_clause.setdefault((claim.document, claim.start, claim.end), counted)
                self._of_document[claim.document].append(counted)

    def apart(self, one: Claim, two: Claim) -> TwoCounts | None:
        """The counts of doers that the clauses of two claims of one facet give, where they cannot be one; None otherwise."""
        if one.facet != two.facet or one.facet not in BY_DOERS:
            return None
        one, two = sorted((one, two), key=lambda claim: claim.id)  # so that the words do not depend on the sides
        left, right = self._of(one), self._of(two)
        if left is None or right is None or not _disjoint(left, right):
            return None
        both = one.document == two.document or self._gives(one.document, right) or self._gives(two.document, left)
        claims = (left.claim, right.claim) if left.claim is not None and right.claim is not None else None
        return TwoCounts(f"{left.words} / {right.words}", claims, both)

    def _of(self, claim: Claim) -> Doers | None:
        return self._of_clause.get((claim.document, claim.start, claim.end))

    def _gives(self, document: str, other: Doers) -> bool:
        return any((doers.low, doers.high) == (other.low, other.high) for doers in self._of_document[document])


def _disjoint(one: Doers, two: Doers) -> bool:
    return one.high < two.low or two.high < one.low


def _counted(claim: Claim) -> Doers | None:
    """The doers that a claim counts: attackers and robbers, fighters who act, or the attackers of "a triple suicide attack"."""
    quantity = claim.quantities[0] if claim.quantities else None
    if quantity is not None and claim.facet in _COUNTING and not quantity.part and not quantity.vague and _did_it(claim):
        start, end = (max(0, at - claim.start) for at in (quantity.start, quantity.end))
        at = claim.text.find(quantity.counted, end)
        return Doers(quantity.low, quantity.high, claim.text[start : at + len(quantity.counted)].lower().replace('"', ""), claim)
    if quantity is not None and claim.facet == "number of attack" and "suicide" in quantity.counted.lower() and quantity.flat:
        return Doers(quantity.low, quantity.high, f"{quantity.low:.0f} {quantity.counted}")
    if claim.facet in BY_DOERS and (found := _SUICIDE.search(claim.text)):
        number = _TIMES[found[1].lower()]
        return Doers(number, number, found[0].lower())
    return None


def _did_it(claim: Claim) -> bool:
    """Whether those whom a claim counts did the deed."""
    quantity = claim.quantities[0]
    counted = quantity.counted.lower()
    head = singular(counted.split()[-1]) if counted else ""
    if kind(counted) in _ALWAYS or head in _GUNMEN:
        return True
    number = claim.text[max(0, quantity.start - claim.start) : max(0, quantity.end - claim.start)]
    actors = [deed.actor for deed in claim.deeds if deed.act is Act.HARM]  # "Three" in "three of its fighters attacked"
    return number in actors or any(head == singular(word.lower()) for actor in actors for word in actor.split())
