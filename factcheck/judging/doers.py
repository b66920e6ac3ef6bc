"""Doers: whether two claims on who did something name one party, two, or leave it open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claims.claim import Claim
from claims.deeds import Act
from claims.doers import DONE_BY, PERPETRATOR, leaves_open
from claims.figures.roles import KIND_OF, PERSON_NOUNS, singular
from claims.grammar import PRONOUNS
from claims.names import shared_name
from claims.nations import nation, seat
from claims.spelling import bare
from factcheck.judgement import Code

_Found = tuple[Code, float, str]

DONE = (Act.HARM, Act.BLAME)
SAME_DEED = 0.35  # as for other details: below this cosine two claims may tell of two happenings
_OPEN = frozenset(["whether", "either"])
_UNKNOWN = frozenset("unidentified unknown unnamed unspecified".split())
# Whatever a government has is one side; with what it acts says nothing of who acts.
_STATE = frozenset("government regime army military state presidency administration".split())
_MEANS = frozenset(
    """
    force troop soldier warplane plane jet fighter aircraft airforce air helicopter drone artillery raid strike airstrike attack
    bombing shelling member group unit officer fire missile rocket president occupation
    """.split()
)
_FREE = re.compile(r"\bFree\s+[A-Z]\w+\s+Army\b")  # fights the state whose name it bears
_CALIPHATE = "Islamic State"  # is no state's government, and has more names than any other
_IS = re.compile(r"\b(?:(?i:islamic\s+state|isis|isil|daesh|da['’]esh)|IS)\b")
_SMALL = frozenset("a an the of from by and or some several his her its their suspected alleged deadly".split())
_PLURAL = frozenset(["men", "women"])  # any of them; "the man" is one
# What two parties may have in common: "masked men" and "armed men" share no word that tells who they are.
_COMMON = frozenset(
    "local masked armed hooded young foreign two three four five six seven eight nine ten dozen score hundred".split()
)
_ANYBODY = PERSON_NOUNS - {"man"} | _PLURAL | _COMMON
_OTHERS = re.compile(r"\s+and\s+|,\s+")
_THE_STATE = "the state"
_REBELS = frozenset({_CALIPHATE, "fighter", "opposition"})


def compare_doers(left: Claim, right: Claim, cosine: float) -> _Found | None:
    """What two claims on who did one thing say of each other; None where one of them names nobody."""
    one, two = doers(left), doers(right)
    if not (one and two):
        return None
    if open_ := compare_open(left, right, cosine):
        return open_
    named, sides = _agree(left, right), f"{words_of_doers(left)} / {words_of_doers(right)}"
    if _leaves_open(left) or _leaves_open(right):
        return Code.PART_OF_WHOLE, 0.5, f"one leaves open who did it: {sides}"
    if not named:
        unsure = not one & two and shared_name((words_of_doers(left),), (words_of_doers(right),))
        return None if unsure else (Code.PART_OF_WHOLE, 0.5, f"one doer under two names, or two deeds: {sides}")
    if not all(named):
        return Code.PART_OF_WHOLE, 0.5, f"one names others beside: {sides}"
    shorter = min((words_of_doers(left), words_of_doers(right)), key=lambda words: (len(words), words))
    return Code.PARAPHRASE, max(cosine, 0.5), f"both name {shorter}"


def two_doers(one: Sequence[Claim], two: Sequence[Claim]) -> str:
    """Who did it by each of two clauses, where their claims on that (of one clause each) name two sides of a war: a state and
    those who fight it, or two states; empty otherwise. A "woman" and a "former employee" may be one.
    """
    if not one or not two or any(map(_leaves_open, (*one, *two))) or any(_agree(left, right) for left in one for right in two):
        return ""
    sides = [[_side(keys) for claim in some for keys in _parties(claim)] for some in (one, two)]
    if not all(_two_sides(left, right) for left in sides[0] for right in sides[1]) or not all(sides):
        return ""
    left, right = (" and ".join(dict.fromkeys(map(words_of_doers, some))) for some in (one, two))
    return "" if shared_name((left,), (right,)) else f"{left} / {right}"


def _side(keys: frozenset[str]) -> frozenset[str]:
    """The states for which a doer stands, or `_REBELS` for all who fight one; empty where he is nobody's."""
    if keys & _REBELS:
        return _REBELS
    states = keys & {_THE_STATE, "coalition"}
    return states | {key for key in keys if nation(key)} if states else frozenset()


def _two_sides(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one of two sides is a state's and the other its enemies', or both are of states that are named and not the same."""
    if not (one and two) or one == two:
        return False
    if _REBELS in (one, two):
        return True
    nations = [{key for key in side if nation(key)} for side in (one, two)]
    return all(nations) and not nations[0] & nations[1] and "coalition" not in one | two


def compare_open(left: Claim, right: Claim, cosine: float) -> _Found | None:
    """What two claims on who did one thing say of each other where both leave it open, whoever of them says so by a "not"."""
    if not left.facet == right.facet == PERPETRATOR or cosine < SAME_DEED or not (_leaves_open(left) and _leaves_open(right)):
        return None
    return Code.PARAPHRASE, max(cosine, 0.5), "both leave open who did it"


def doers(claim: Claim) -> frozenset[str]:
    """Who did it, as a claim says, each in one word or name: a country, "the state", "rebel"; empty where it only says "they"."""
    return frozenset(key for actor in _actors(claim) for key in _keys(actor))


def words_of_doers(claim: Claim) -> str:
    """Who did it, in the claim's own words."""
    return " and ".join(dict.fromkeys(_actors(claim)))


def _actors(claim: Claim) -> list[str]:
    if claim.predicate.startswith(DONE_BY):
        return [claim.predicate.removeprefix(DONE_BY)] if claim.predicate != DONE_BY else []
    return [deed.actor for deed in claim.deeds if deed.act in DONE and deed.actor and deed.actor.lower() not in PRONOUNS]


@lru_cache(maxsize=1 << 16)  # each claim of a large fact is set against all others
def _keys(actor: str) -> frozenset[str]:
    """The parties that the words for an actor name."""
    if government := seat(actor):
        return frozenset({government})
    found = {_CALIPHATE} if _IS.search(actor) else set()
    found |= {free[0].lower() for free in _FREE.finditer(actor)}
    tokens = [re.sub(r"['’]s?$", "", token) for token in _FREE.sub(" ", _IS.sub(" ", actor)).split()]
    for token in tokens:
        word = bare(token) if bare(token) in _PLURAL else singular(bare(token))
        if country := nation(token):
            found.add(country)
        elif word in _STATE:
            found.add(_THE_STATE)
        elif word and word not in _MEANS | _SMALL:
            found.add(KIND_OF.get(word, word))
    return frozenset(found)


def _parties(claim: Claim) -> list[frozenset[str]]:
    """The doers that a claim names, each by all that tells who it is; a country alone is its state."""
    found = [_keys(words) for actor in _actors(claim) for words in _OTHERS.split(actor)]
    return [keys | {_THE_STATE} if all(map(nation, keys)) else keys for keys in found if keys]


def _agree(left: Claim, right: Claim) -> list[bool]:
    """Of each doer that one of two claims names, whether the other names him; empty where they have none in common."""
    ours, theirs = _parties(left), _parties(right)
    found = [any(_one_party(one, two) for two in others) for some, others in ((ours, theirs), (theirs, ours)) for one in some]
    return found if any(found) else []


def _one_party(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether one of two doers is said to be all that the other is: "rebels" / "Orlian rebels", not "Orlian police"."""
    return (one <= two or two <= one) and not one & two <= _ANYBODY


def _leaves_open(claim: Claim) -> bool:
    """ "It was not clear whether the raids were Torvay's or Orlia's", "by either rebels or the army", "unidentified aircraft"."""
    actors = _actors(claim)
    known = {word for actor in actors for word in actor.lower().split()}
    if leaves_open(claim.text):
        return True
    alternatives = len(actors) > 1 or any(" or " in actor for actor in actors)
    return claim.hedge in _OPEN or bool(known & _UNKNOWN) or (alternatives and re.search(r"\bor\b", claim.text) is not None)
