"""Whether two figures without a role ("two cables", "5.9", "8 %") are surely of one thing: only then do they contradict.

Tolls are known by their role and need no such closeness.
"""

from __future__ import annotations

import re

from claims.ages import AGE, same_person
from claims.claim import Claim, Quantity
from claims.figures.amounts import AMOUNTS, BOUGHT, FINE
from claims.figures.breakages import BROKEN
from claims.figures.quakes import MAGNITUDES, QUAKE
from claims.figures.roles import CULPRITS, KINDS, kind, singular
from claims.inhabitants import POPULATION, one_place
from claims.names import shared_name
from claims.times.window import Granularity
from factcheck.judging.occasions import Around, begin_apart
from factcheck.judging.phrases import claim_words, words_around
from factcheck.judging.scopes import days_apart, one_time

# Two figures of one measure contradict each other only if the words around them are this close: what is measured (core or
# headline, this month or that) often differs in one word.
SAME_MEASURE_SURELY = 0.85

# Figures and units alone bring the cosine down ("6 miles from the town", "30 km from the town"): then the words of content around
# the figures must be the same, but for one in five, and at least two of them.
SAME_AROUND = 0.8
LEAST_AROUND = 2

# Two counts of the same things in two articles on one story: closer words than this, or the same verb, tell that the same
# befell them; and hardly ever is one so many times the other. A place with so many times the inhabitants is another one.
SAME_BEFELL = 0.5
MAX_RATIO = 3.0
ANY = 2  # "one of the cables" is told of any

BIRTHDAY = 31  # days: between articles that lie further apart somebody may have grown a year older

_SOME_OF_IT = re.compile(r"\b(?:including|included|among|one\s+of|each|another|further|additional|also)\b", re.I)
_TO_SOME = re.compile(r"\balone\b|\b(?:damage|[mb]illion|dollars|euros|pounds)\s+to\s", re.I)  # "$2 million in damage to roads"
_NAMED_WITH = {BOUGHT: 2, FINE: 1}  # names that both give: who buys what, who is fined; one buys and pays more than once
_LEAD = 60  # characters before a sum in which they stand

# Where much happens, each article counts its own of these.
_OFTEN = frozenset(
    "attack strike airstrike raid bombing explosion blast clash shell rocket mortar missile bomb shot time".split()
)


def surely_one_measure(left: Claim, right: Claim, cosine: float, around: Around) -> bool:
    """By the closeness of the words, by the same words around the figures, by what is counted, or by a measure that has a name of
    its own, at one time and of one place. Who lives in a place is counted by the place alone.
    """
    one, two = left.quantities[0], right.quantities[0]
    if left.facet == right.facet == POPULATION:
        few, many = sorted((one.number, two.number))
        return one_place(left.predicate, right.predicate) and many <= MAX_RATIO * few
    if left.facet == right.facet == AGE and (person := same_person(left.predicate, right.predicate)) is not None:
        return person and days_apart(left, right) <= BIRTHDAY
    if one.measured is not None and one.measured.thing in MAGNITUDES - {QUAKE}:
        return False  # an aftershock, or one more quake: each article may tell of its own
    if one.measured is not None and one.measured.thing in AMOUNTS and (_of_a_part(left) or _of_a_part(right)):
        return False
    if cosine >= SAME_MEASURE_SURELY or _same_words_around(left, right) or _same_things_counted(left, right, cosine, around):
        return True
    if one.measured is None or two.measured is None or not one.measured.same_as(two.measured):
        return False
    if one.measured.thing == QUAKE:
        return not (_long_ago(left) or _long_ago(right))
    if one.measured.thing in AMOUNTS:
        return _same_amount(left, right, around)
    of_one = shared_name(left.names, right.names) if left.names or right.names else True
    return bool(of_one) and one_time(left.window, right.window)


def _long_ago(claim: Claim) -> bool:
    """Whether a claim gives a month or a year, as of a quake told as background; of the latest one news gives the day."""
    return claim.window is not None and claim.window.granularity.rank >= Granularity.MONTH.rank


def _same_words_around(left: Claim, right: Claim) -> bool:
    a, b = words_around(left), words_around(right)
    return len(a & b) >= LEAST_AROUND and len(a & b) >= SAME_AROUND * len(a | b)


def _on_one_story(left: Claim, right: Claim, around: Around) -> bool:
    """Whether two articles, at most a day apart, are known to begin with one thing."""
    apart = left.document == right.document or around.openings is None or begin_apart(around.openings)
    return not apart and days_apart(left, right) <= 1


def _same_amount(left: Claim, right: Claim, around: Around) -> bool:
    """Whether two sums of one sort and one currency are the worth of what was stolen, damaged or bought in one story."""
    one, two = left.quantities[0], right.quantities[0]
    if one.unit != two.unit or one.measured is None:
        return False
    few, many = sorted((one.number, two.number))
    latest = not (_long_ago(left) or _long_ago(right))
    named = sum(bool(shared_name((name,), right.names)) for name in dict.fromkeys(left.names))
    latest &= named >= _NAMED_WITH.get(one.measured.thing, 0)
    return latest and many <= MAX_RATIO * few and _on_one_story(left, right, around)


def _of_a_part(claim: Claim) -> bool:
    """Whether a sum is that of some of the things: "including a necklace worth $3 million"."""
    words = claim.standalone.lower()
    at = words.find(claim_words(claim, claim.quantities[0]))
    return _SOME_OF_IT.search(words, max(0, at - _LEAD), max(0, at)) is not None or _TO_SOME.search(words) is not None


def _same_things_counted(left: Claim, right: Claim, cosine: float, around: Around) -> bool:
    """Whether two flat counts of two articles on one story are of the same things: "two undersea cables", "three cables"."""
    one, two = left.quantities[0], right.quantities[0]
    if not _on_one_story(left, right, around):
        return False
    things = kind(one.counted)
    if one.unit or two.unit or not things or things != kind(two.counted) or things in KINDS - CULPRITS or things in _OFTEN:
        return False
    if one.part or two.part:
        return False
    few, many = sorted((one.low, two.low))
    if not (one.flat and two.flat) or few < ANY or many > MAX_RATIO * few:
        return False
    one_verb = left.predicate == right.predicate or (one.role == two.role and one.role in BROKEN)
    return one_verb or cosine >= SAME_BEFELL or bool(_described(one) & _described(two))


def _described(quantity: Quantity) -> set[str]:
    """The words that say which things are counted: suicide in "two suicide bombers"."""
    return {singular(word) for word in quantity.counted.lower().split()[:-1]}
