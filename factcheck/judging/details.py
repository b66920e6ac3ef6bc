"""Details of one happening that two claims name: by what means, at what site. Two names for one thing agree; two unlike
names may each tell a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.aboard import ABOARD
from claims.claim import Claim
from claims.facets import GROUND, HAPPENINGS, MOTIVES, SITES
from claims.names import shared_name
from claims.nations import nation
from claims.open_toll import OPEN_TOLL, rises
from factcheck.judgement import Code
from factcheck.judging.blows import one_only, several
from factcheck.judging.doers import compare_doers
from factcheck.judging.nearby import only_near

_Found = tuple[Code, float, str]

# Below this cosine two claims of one facet may tell of two happenings, whatever detail both name.
SAME_DETAIL = 0.35

# Facets that hold many details of one happening, which are seldom all told: two that differ can both be true.
DETAILS = frozenset({"method", "place", "damage", "perpetrator", "motive"})

_MEANS = (
    ("an air strike", "airstrike airstrikes airplane aircraft jet warplane helicopter raid"),
    ("shelling", "shell shelling mortar artillery rocket missile barrage"),
    ("a bomb", "bomb bombing bomber explosive detonate belt vest mine"),
    ("gunfire", "gun gunman gunfire gunshot rifle pistol sniper shooting shoot bullet"),
    ("a knife", "knife stab stabbing"),
    ("gas", "gas chlorine sarin chemical"),
    ("a suicide attack", "suicide"),
    ("an accident", "malfunction fault failure derail collision"),
)
_SHOT_DOWN = re.compile(r"\bsho(?:o?t|oting)s?\s+(?:[\w'’-]+\s+){0,3}?down\b", re.I)  # an aircraft, by whatever
_VEHICLES = {
    "car": "a car",
    "truck": "a truck",
    "lorry": "a truck",
    "van": "a van",
    "motorcycle": "a motorcycle",
    "motorbike": "a motorcycle",
}
_BLOWN_UP = frozenset("bomb bombing bomber explosive detonate blow explode explosion".split())
_MEANS_OF = {lemma: name for name, lemmas in _MEANS for lemma in lemmas.split()}
_SPELLED = {"centre": "center", "neighbourhood": "neighborhood", "house": "home"}
_ANY_PLACE = GROUND | {"neighborhood", "suburb", "outskirts", "edge", "part", "side", "gate", "region", "street", "house", "home"}


def compare_details(left: Claim, right: Claim, cosine: float) -> _Found | None:
    """What two claims of one detail say of each other by what they name (means, a site, a doer); None where they name none."""
    if left.facet != right.facet:
        return None
    if by_its_own := _OF_ANY_WORDS.get(left.facet):
        return by_its_own(left, right, cosine)
    if left.facet not in ("method", "place", "perpetrator") or cosine < SAME_DETAIL:
        return None
    if left.facet == "perpetrator":
        return compare_doers(left, right, cosine)
    one, two = (means(c) if left.facet == "method" else sites(c) for c in (left, right))
    if not (one and two):
        shared_place = place_of_both(left, right) if left.facet == "place" else ""
        return (Code.PARAPHRASE, max(cosine, 0.5), f"both name {shared_place}") if shared_place else None
    if left.facet == "method" and (other := _vehicles_differ(left, right)):
        return Code.PART_OF_WHOLE, 0.5, f"both can be a part of it: {other}"
    if left.facet == "method" and (blows := _blows_differ(left.text, right.text) or _blows_differ(right.text, left.text)):
        return Code.PART_OF_WHOLE, 0.5, f"both can be a part of it: {blows}"
    if shared := sorted(one & two):
        if left.facet == "place" and set(shared) <= _near_and_hit(left, right) | _near_and_hit(right, left):
            return Code.PART_OF_WHOLE, 0.5, f"both can be true: one says near {shared[0]}, the other {shared[0]} itself"
        return Code.PARAPHRASE, max(cosine, 0.5), f"both name {' and '.join(shared)}"
    return Code.PART_OF_WHOLE, 0.5, f"both can be a part of it: {', '.join(sorted(one))} / {', '.join(sorted(two))}"


def _open_tolls(left: Claim, right: Claim, cosine: float) -> _Found:
    if rises(left.text) == rises(right.text):
        return Code.PARAPHRASE, max(cosine, 0.5), "both leave the toll open"
    return Code.PART_OF_WHOLE, 0.5, "both leave the toll open: it may rise while people are sought"


def _loads(left: Claim, right: Claim, cosine: float) -> _Found:
    if left.predicate == right.predicate:
        return Code.PARAPHRASE, max(cosine, 0.5), f"both name {left.predicate}"
    return Code.PART_OF_WHOLE, 0.5, f"both may have been aboard: {left.predicate} / {right.predicate}"


def _motives(left: Claim, right: Claim, cosine: float) -> _Found | None:
    if not (common := sorted(_for_what(left) & _for_what(right))):
        return None
    return Code.PARAPHRASE, max(cosine, 0.5), f"both call it a retaliation, and name {' and '.join(common)}"


# The facet alone says enough of what these are about, however far apart their words.
_OF_ANY_WORDS: dict[str, Callable[[Claim, Claim, float], _Found | None]] = {
    OPEN_TOLL: _open_tolls,
    ABOARD: _loads,
    "motive": _motives,
}


def _for_what(claim: Claim) -> set[str]:
    """The words of content of a claim on a motive, without those for the deed itself."""
    return set(claim.lemmas) - MOTIVES - HAPPENINGS - {"kill", "killing", "death", "air"}


def place_of_both(left: Claim, right: Claim) -> str:
    """A place, smaller than a country, that both claims name; empty where there is none."""
    one, two = (tuple(place for place in claim.places if not nation(place)) for claim in (left, right))
    return shared_name(one, two)


def means(claim: Claim) -> set[str]:
    """By what means something was done, in a common word: "warplanes" and "air raids" are an air strike."""
    found = {
        _MEANS_OF[lemma]
        for lemma in claim.lemmas
        if lemma in _MEANS_OF and (lemma != "shoot" or not _SHOT_DOWN.search(claim.text))
    }
    if tells_of_air_strike(claim):
        found.add("an air strike")
    return found | _vehicles(claim)


def _vehicles(claim: Claim) -> set[str]:
    """In what a bomb was; a car that was shot at is no means."""
    return {_VEHICLES[lemma] for lemma in claim.lemmas if lemma in _VEHICLES} if _BLOWN_UP.intersection(claim.lemmas) else set()


def _vehicles_differ(left: Claim, right: Claim) -> str:
    """ "a car / a truck" where each side names other vehicles as the bomb's; empty otherwise."""
    one, two = _vehicles(left), _vehicles(right)
    return f"{' and '.join(sorted(one))} / {' and '.join(sorted(two))}" if one and two and not one & two else ""


def _blows_differ(one: str, two: str) -> str:
    """ "a car bombing / twin bombings" where one clause tells of a single blow, the other of several; empty otherwise."""
    return f"{one_only(one)} / {several(two)}" if one_only(one) and several(two) else ""


def tells_of_air_strike(claim: Claim) -> bool:
    """Whether a claim tells of an air strike in two words: "air raids", "attacked from the air"."""
    return "air" in claim.lemmas and not {"strike", "raid", "attack"}.isdisjoint(claim.lemmas)


def sites(claim: Claim) -> set[str]:
    """The sites that a claim names, without words that fit any place ("town", "area")."""
    return {_site(lemma) for lemma in claim.lemmas if lemma in SITES - _ANY_PLACE}


def _near_and_hit(one: Claim, two: Claim) -> set[str]:
    """The sites that one claim names only as what something is near to, and the other as what was hit, or as the place inside."""
    near = {_site(lemma) for lemma in one.lemmas if lemma in SITES and only_near(one.text, lemma)}
    return near - {_site(lemma) for lemma in two.lemmas if lemma in SITES and only_near(two.text, lemma, loosely=True)}


def _site(lemma: str) -> str:
    return f"a {_SPELLED.get(lemma, lemma)}"
