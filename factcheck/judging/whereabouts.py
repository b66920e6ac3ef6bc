"""Whereabouts: where the happening of a claim was, by its own words, the sentence around it and the head of its article. A toll
seldom repeats its place; two tolls of two towns contradict each other as little as where both name theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from claims.claim import Claim
from claims.figures.roles import HARM
from claims.names import shared_name
from claims.nations import nation
from claims.spelling import bare
from factcheck.judging.occasions import LEAD

_Places = tuple[str, ...]

# Larger than a country, or no name at all.
_REGIONS = frozenset(
    ["middle east", "mideast", "europe", "africa", "north africa", "asia", "america", "gulf", "north", "south", "east", "west"]
)
_CONTINENTS = {"european": "Europe", "asian": "Asia", "african": "Africa"}


def of_two_places(left: Claim, right: Claim) -> str:
    """The places of two claims that name some, none in common; where a claim names none, its countries: "the Orlian economy"."""
    return none_in_common(*(claim.places or _peoples(claim) for claim in (left, right)))


def none_in_common(one: _Places, two: _Places) -> str:
    """The places of two claims that both name some, but none that is the same; empty otherwise.

    A town and a country are never known to be two places: the one may lie in the other.
    """
    if not one or not two or shared_name(one, two):
        return ""
    levels = [{_is_small(place) for place in places} for places in (one, two)]
    return _worded(one, two) if levels[0] & levels[1] else ""


def _is_small(place: str) -> bool:
    """Whether a place is neither a country nor larger than one."""
    return not nation(place) and bare(place) not in _REGIONS


def _peoples(claim: Claim) -> _Places:
    named = (nation(name) or _CONTINENTS.get(bare(name), "") for name in claim.names)
    return tuple(filter(None, named))


class Whereabouts:
    """The places, smaller than a country, that each sentence and the head of each document name."""

    def __init__(self, claims: Sequence[Claim]):
        """Collect the places of `claims`, which are of any documents."""
        sentences: dict[tuple[str, tuple[int, int]], dict[str, None]] = defaultdict(dict)
        heads: dict[str, dict[str, None]] = defaultdict(dict)
        everywhere: dict[str, dict[str, None]] = defaultdict(dict)
        for claim in claims:
            named = dict.fromkeys(filter(_is_small, claim.places))
            everywhere[claim.document] |= named
            sentences[claim.document, claim.context] |= named
            if claim.start <= LEAD:
                heads[claim.document] |= named
        self._tolls: dict[tuple[str, str], dict[tuple[int, int], None]] = defaultdict(dict)
        for claim in claims:
            if claim.quantities and claim.quantities[0].role in HARM:
                self._tolls[claim.document, claim.quantities[0].role].setdefault(claim.context)
        self._sentences = {key: tuple(some) for key, some in sentences.items()}
        self._everywhere = {key: tuple(some) for key, some in everywhere.items()}
        self._heads = {key: tuple(some) for key, some in heads.items()}
        told = dict.fromkeys(pair for claim in claims for pair in _told_inside(claim))
        self._known: dict[_Places, tuple[frozenset[int], frozenset[int]]] = {}
        self._inside = [(inner, outer) for inner, outer in told if (outer, inner) not in told]

    def apart(self, one: Claim, two: Claim) -> str:
        """The places of two claims where the heads of the articles do not name those of the other; empty where they may be one.

        Where the sentences of both name places, both heads must know those of the other, else one; where both heads name one
        place, it is enough that one of the articles names that of the other anywhere.
        """
        left, right = self._near(one), self._near(two)
        if not left or not right:
            return ""
        if shared_name(left, right):
            return ""
        if one.document == two.document:
            return _worded(left, right)
        stated = self._of_sentence(one) and self._of_sentence(two)
        if shared_name(self._head(one), self._head(two)) and stated:
            if self._tells_of_both(one, left, right) or self._tells_of_both(two, right, left):
                return _worded(left, right)
            known = shared_name(left, self._everywhere[two.document]) or shared_name(right, self._everywhere[one.document])
            return "" if known else _worded(left, right)
        known_there = bool(shared_name(left, self._head(two))), bool(shared_name(right, self._head(one)))
        if all(known_there) or (any(known_there) and not stated):
            return ""
        return _worded(left, right)

    def _tells_of_both(self, claim: Claim, here: _Places, there: _Places) -> bool:
        """Whether a toll's article gives another toll of the kind where it names a place of `there`, and none of `here`."""
        role = claim.quantities[0].role if claim.quantities else ""
        other = (self._sentences[claim.document, at] for at in self._tolls.get((claim.document, role), ()) if at != claim.context)
        return any(shared_name(places, there) and not shared_name(places, here) for places in other)

    def within(self, part: Claim, whole: Claim) -> str:
        """The places of two claims where the sentence of the first names only such as the other article does not know, which
        names one itself: a village, and the province; empty otherwise.
        """
        left, right = self._of_sentence(part), self._near(whole)
        if not left or not right or shared_name(left, (*right, *self._head(whole))):
            return ""
        return _worded(left, right)

    def inside(self, one: Claim, two: Claim) -> str:
        """Which place of the one claim lies in a place of the other, as some article says ("Salt Gate, in Karsk"); else empty."""
        if not none_in_common(one.places, two.places):
            return ""
        (inner, outer), (others, around) = self._lying(one.places), self._lying(two.places)
        told = (inner & around) | (others & outer)
        return "{} lies in {}".format(*self._inside[min(told)]) if told else ""

    def _lying(self, places: _Places) -> tuple[frozenset[int], frozenset[int]]:
        """Of which pairs of an inner and an outer place some places are the inner one, and of which the outer one."""
        if (found := self._known.get(places)) is None:  # each claim is set against many others
            inner, outer = (
                frozenset(n for n, pair in enumerate(self._inside) if shared_name(places, (pair[side],))) for side in (0, 1)
            )
            found = self._known[places] = inner, outer
        return found

    def _near(self, claim: Claim) -> _Places:
        """The places of a claim's sentence, or of the head of its article where that names none."""
        return self._of_sentence(claim) or self._head(claim)

    def _of_sentence(self, claim: Claim) -> _Places:
        return self._sentences.get((claim.document, claim.context), ())

    def _head(self, claim: Claim) -> _Places:
        return self._heads.get(claim.document, ())


def _told_inside(claim: Claim) -> Iterator[tuple[str, str]]:
    """The places of a claim of which its words say that the first lies in the second; countries and what is larger left out."""
    small = [place for place in claim.places if _is_small(place)]
    for inner in small:
        for outer in small:
            if inner != outer and _lies_in(inner, outer).search(claim.text):
                yield inner, outer


@cache
def _lies_in(inner: str, outer: str) -> re.Pattern[str]:
    """ "the Salt Gate neighbourhood of the city of Karsk", "Salt Gate, in Karsk": the first name, few words, the second."""
    return re.compile(rf"\b{re.escape(inner)}(?:\s+\w+){{0,2}}?,?\s+(?:of|in)\s+(?:[\w-]+\s+){{0,4}}?{re.escape(outer)}\b")


def _worded(left: _Places, right: _Places) -> str:
    return f"{', '.join(left)} / {', '.join(right)}"
