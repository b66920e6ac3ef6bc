"""Ways to be killed: which a claim tells, and which exclude each other."""

from __future__ import annotations

from claims.claim import Claim
from factcheck.judging.details import tells_of_air_strike

# Ways to be killed that exclude each other. What is often told for another (raids and shelling, an attack and a blast) is one way
# or none: a bomb may be planted or dropped.
_WAYS = {
    "from the air or from afar": frozenset(
        "airstrike airstrikes warplane jet aircraft helicopter raid shelling mortar artillery rocket missile barrel".split()
    ),
    "a planted bomb": frozenset("suicide car truck motorcycle motorbike minibus belt vest mine landmine booby device".split()),
    "an execution": frozenset("execute execution behead beheading hang".split()),
}
_BOMBS = frozenset("bomb bombing bomber blast explosion explode detonate attack belt vest mine landmine booby".split())


def ways_apart(left: Claim, right: Claim) -> str:
    """The two ways of being killed that two claims tell, where they exclude each other; empty otherwise."""
    one, two = ways_told(left), ways_told(right)
    return f"{' and '.join(sorted(one))} / {' and '.join(sorted(two))}" if exclusive(one, two) else ""


def exclusive(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether the ways that two claims tell exclude each other."""
    return bool(one and two) and not one & two


def ways_told(claim: Claim) -> frozenset[str]:
    """The ways of being killed that a claim tells; a car or a device is one only beside a bomb."""
    lemmas = set(claim.lemmas)
    found = {way for way, words in _WAYS.items() if lemmas & words}
    if not lemmas & _BOMBS:
        found.discard("a planted bomb")
    if tells_of_air_strike(claim):
        found.add("from the air or from afar")
    return frozenset(found)
