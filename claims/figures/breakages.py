"""Breakages: things that are cut, flattened or burn down count as damaged or destroyed, by whatever verb it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.figures.roles import THINGS, cabled, singular
from claims.grammar import first_child

if TYPE_CHECKING:
    from spacy.tokens import Token

DAMAGED, DESTROYED = "damaged", "destroyed"
BROKEN = frozenset({DAMAGED, DESTROYED})  # what one article calls damaged another may call destroyed

_STANDING = THINGS | frozenset(
    """
    village town district block apartment flat room floor roof wall farm barn tower stall cottage cabin business property
    structure dam tree pylon pole hotel restaurant warehouse pier mill silo hut
    """.split()
)
# What collapses without a wall that falls.
_ENTERPRISES = frozenset("business farm family household".split())
_FLATTENS = frozenset("flatten level gut gutt gutte wreck incinerate obliterate torch".split())  # with lemmas of "gutted"
_FALLS = frozenset({"collapse", "burn"})  # "burned down"
_CUTS = frozenset("cut sever snap rupture break slash".split())
_FAILS = frozenset("fail snap break rupture".split())
_OF_NOUN = {"damage": DAMAGED, "destruction": DESTROYED, "devastation": DESTROYED}
_LINKS = frozenset({"in", "to", "of"})
_SUFFERS = ("dobj", "nsubjpass")


def breakage(noun: Token) -> str:
    """What happened to the things that a noun names ("damaged", "destroyed"); empty for people and for other verbs."""
    if noun.dep_ == "pobj" and noun.head.lower_ in _LINKS and (role := _OF_NOUN.get(noun.head.head.lemma_.lower())):
        return role if _stands(noun) else ""  # "damage to 200 homes"
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ in ("cause", "do"):
        done = first_child(noun.head.head, "dobj", "nsubjpass")  # "caused damage to 200 homes"
        return _OF_NOUN.get(done.lemma_.lower(), "") if done is not None and _stands(noun) else ""
    place = noun.head.head if noun.dep_ == "pobj" and noun.head.head.lemma_ == "total" else noun  # "a total of 12 homes"
    if place.head.pos_ != "VERB":
        done = first_child(noun, "acl", "relcl")
        return _suffered(done, noun, "nsubjpass") if done is not None and done.tag_ == "VBN" else ""
    return _suffered(place.head, noun, place.dep_)


def _suffered(verb: Token, noun: Token, dep: str) -> str:
    lemma, particle = verb.lemma_.lower(), first_child(verb, "prt")
    if cabled(_words(noun)):
        down = lemma == "go" and particle is not None and particle.lower_ == "down"
        cut = particle is None and ((lemma in _CUTS and dep in _SUFFERS) or (lemma in _FAILS and dep == "nsubj"))
        return DAMAGED if cut or (down and dep == "nsubj") else ""
    if _stands(noun):
        standing = particle is not None or (lemma == "collapse" and singular(noun.lower_) not in _ENTERPRISES)
        falls = lemma in _FALLS and dep == "nsubj" and standing
        return DESTROYED if falls or (lemma in _FLATTENS and dep in _SUFFERS) else ""
    return ""


def _stands(noun: Token) -> bool:
    return singular(noun.lower_) in _STANDING or cabled(_words(noun))


def _words(noun: Token) -> str:
    """A noun with the words before it that say which: "undersea data lines"."""
    return " ".join(t.lower_ for t in (*(c for c in noun.children if c.i < noun.i and c.dep_ in ("compound", "amod")), noun))
