"""Which place a measured figure is of: "Spanish unemployment", "inflation in the eurozone", "in Italy it fell to 8 %"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.nations import nation

if TYPE_CHECKING:
    from spacy.tokens import Token

# Groups of countries for which statistics offices give figures of their own.
_GROUPS = {
    "eurozone": "eurozone",
    "euro zone": "eurozone",
    "euro area": "eurozone",
    "eu": "European Union",
    "european union": "European Union",
    "g7": "G7",
    "g20": "G20",
    "oecd": "OECD",
}
_LINKS = frozenset("in of for across throughout within".split())
_PARTS = frozenset({"compound", "amod", "poss", "nmod"})
_CLIMB = 6  # heads between a figure and the verb beside which its place stands


def region(figure: Token, owner: Token | None) -> str:
    """The place of a figure (`figure` is its word, `owner` the noun that it belongs to); empty where the text names none.

    A noun may name any place ("unemployment in Lowbridge"). Beside the verb stands also where something was traded or said, so
    only countries and groups of them count there.
    """
    if owner is not None and (place := _of_noun(owner)):
        return place
    token = figure
    for _ in range(_CLIMB):
        if (place := _beside(token)) or token.pos_ in ("VERB", "AUX") or token.head == token:
            return place
        token = token.head
    return ""


def _of_noun(noun: Token) -> str:
    for child in noun.children:
        if child.dep_ in _PARTS and (place := country(child) or (_name(child) if child.ent_type_ == "GPE" else "")):
            return place
        if child.dep_ in _PARTS and child.pos_ == "NOUN" and (place := _of_noun(child)):
            return place
        if child.dep_ == "prep" and child.lower_ in _LINKS:
            for noun_in in (c for c in child.children if c.dep_ == "pobj"):
                if place := country(noun_in) or (_name(noun_in) if noun_in.ent_type_ == "GPE" else _of_noun(noun_in)):
                    return place
    return ""


def _beside(verb: Token) -> str:
    links = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in _LINKS)
    return next((place for link in links for c in link.children if c.dep_ == "pobj" and (place := country(c))), "")


def country(token: Token) -> str:
    """The country or group of countries that a word names with the words of its name before it; empty for any other."""
    name = _name(token)
    return _GROUPS.get(name.lower(), "") or nation(name) or nation(token.text)


def _name(token: Token) -> str:
    first = token.i
    while first > token.sent.start and token.doc[first - 1].dep_ == "compound" and token.doc[first - 1].head == token:
        first -= 1
    return token.doc[first : token.i + 1].text
