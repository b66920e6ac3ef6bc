"""Aboard: whom a bus, ship or plane carries ("buses carrying civilians", "fighters were travelling by bus")."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claims.figures.roles import KIND_OF, PERSON_NOUNS, THINGS
from claims.grammar import first_child

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

ABOARD = "aboard"

_VEHICLES = frozenset(
    """
    aeroplane aircraft airliner airplane barge boat bus car coach convoy dinghy ferry flight helicopter jet lorry minibus
    motorcade plane raft ship train tram truck tug van vehicle vessel
    """.split()
)
_RIDERS = frozenset(
    """
    passenger pupil student tourist pilgrim commuter traveller family evacuee survivor crew commander detainee prisoner inmate
    delegate supporter protester player guest visitor engineer technician miner worshipper athlete
    """.split()
)
_CARRIES = frozenset("carry transport ferry evacuate bring take shuttle".split())
_TRAVELS = frozenset("travel ride fly sail journey".split())
_PREPOSITIONS = frozenset({"by", "in", "on", "aboard"})


def aboard(words: Span) -> frozenset[str]:
    """The nouns, by lemma, for those whom a clause (its tokens) puts into a vehicle; empty where it puts nobody."""
    found: set[str] = set()
    for verb in words:
        lemma = verb.lemma_.lower()
        if verb.pos_ != "VERB" or (lemma not in _CARRIES and lemma not in _TRAVELS) or _has_particle(verb):
            continue
        subject = first_child(verb, "nsubj") or (verb.head if verb.dep_ == "acl" else None)
        if lemma in _CARRIES and subject is not None and _is_vehicle(subject):
            found |= _people(c for c in verb.children if c.dep_ == "dobj")
        elif lemma in _TRAVELS and subject is not None:
            rides = (n for p in verb.children if p.lower_ in _PREPOSITIONS for n in p.children if n.dep_ == "pobj")
            found |= _people([subject]) if any(_is_vehicle(noun) for noun in rides) else set()
    return frozenset(found)


def _has_particle(verb: Token) -> bool:
    """ "Planes carry out raids", "a bus took off": another verb."""
    return first_child(verb, "prt") is not None


def _is_vehicle(noun: Token) -> bool:
    """ "Buses", "a convoy of buses", "a bus convoy"."""
    return noun.lemma_.lower() in _VEHICLES


def _people(nouns: Iterable[Token]) -> set[str]:
    return {one.lemma_.lower() for noun in nouns for one in (noun, *noun.conjuncts) if _is_person(one)}


def _is_person(noun: Token) -> bool:
    """ "Civilians", "Orlians": neither freight nor a raid is aboard."""
    lemma = noun.lemma_.lower()
    if lemma in THINGS:
        return False
    return lemma in KIND_OF or lemma in PERSON_NOUNS or lemma in _RIDERS or noun.ent_type_ == "NORP" or noun.tag_ == "NNPS"
