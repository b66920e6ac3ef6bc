"""Flights: who leaves a place, by words that mean other things too: "escaped the town", "left their homes"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.figures.roles import THINGS, kind
from claims.grammar import SUBJECTS, behind, first_child

if TYPE_CHECKING:
    from spacy.tokens import Token

DISPLACED = "displaced"

_LEAVES = frozenset({"escape", "leave", "abandon", "quit"})
_DRIVES = frozenset({"drive", "force", "chase", "expel"})
_HOMES = frozenset({"home", "house"})
_GROUNDS = frozenset(
    """
    city town village hamlet area region district province neighbourhood neighborhood quarter suburb enclave stronghold bastion
    island country camp valley territory
    """.split()
)
_ERRANDS = frozenset("university college school work job holiday vacation walk weekend trip party match".split())
_FROM = frozenset({"from"})


def flight(noun: Token) -> str:
    """DISPLACED where those whom a noun names leave their homes, or are said to escape a place; empty for all others."""
    verb, dep = noun.head, noun.dep_
    if verb.pos_ != "VERB" or kind(noun.text) in THINGS:
        return ""
    lemma = verb.lemma_.lower()
    left = [c for c in verb.children if c.dep_ == "dobj" and c is not noun] + behind(verb, _FROM)
    if lemma in _LEAVES and dep in SUBJECTS:
        left_home = any(_is_home(place) and not _for_a_while(place) for place in left) and not _for_a_while(verb)
        return DISPLACED if left_home or (lemma == "escape" and any(_is_ground(place) for place in left)) else ""
    if lemma in _DRIVES and dep in ("dobj", "nsubjpass"):
        return DISPLACED if any(_is_home(place) or _is_ground(place) for place in behind(verb, _FROM)) else ""
    return ""


def _is_home(noun: Token) -> bool:
    """Their homes, in the plural or with whose: no "left the house"."""
    return noun.lemma_.lower() in _HOMES and (noun.tag_ == "NNS" or first_child(noun, "poss") is not None)


def _for_a_while(word: Token) -> bool:
    """Whether behind a word stands an errand on which anybody leaves home: "left their homes for university"."""
    return any(noun.lower_ in _ERRANDS and first_child(noun, "det", "poss") is None for noun in behind(word, ("for",)))


def _is_ground(noun: Token) -> bool:
    return noun.lemma_.lower() in _GROUNDS or noun.ent_type_ == "GPE"
