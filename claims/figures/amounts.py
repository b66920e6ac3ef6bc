"""Amounts: what befell the goods that a sum of money is the worth of (stolen, damaged, bought), or whether it is a fine.

Whatever the goods are called ("gems", "jewellery", "diamonds"), of one happening there is one such sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.grammar import SUBJECTS, behind, is_plural, is_relative

if TYPE_CHECKING:
    from spacy.tokens import Token

STOLEN, DAMAGE, FINE, BOUGHT, RANSOM = "stolen goods", "damage", "fine", "purchase", "ransom"
AMOUNTS = frozenset({STOLEN, DAMAGE, FINE, BOUGHT, RANSOM})

_VERBS = {
    STOLEN: "steal snatch loot plunder pilfer burgle embezzle siphon",
    FINE: "fine fin",  # as the lemmatizer reads "fined"
    BOUGHT: "buy acquire purchase sell",
}
_NOUNS = {
    STOLEN: "haul heist theft robbery burglary loot",
    DAMAGE: "damage destruction",
    FINE: "fine penalty",
    BOUGHT: "acquisition takeover purchase buyout",
    RANSOM: "ransom",
}
_OF_VERB = {lemma: name for name, words in _VERBS.items() for lemma in words.split()}
_OF_NOUN = {lemma: name for name, words in _NOUNS.items() for lemma in words.split()}
_AWAY = frozenset({("make", "off"), ("get", "away"), ("run", "off"), ("walk", "off"), ("walk", "away")})  # with the loot
_STATES = frozenset("be value estimate put total exceed reach amount worth".split())  # "the stolen gems are valued at"
_CLIMB = 6  # heads between a sum and the word that says what it is of


def amount_of(figure: Token) -> str:
    """What a sum of money (its word in the parse) is the worth of; empty where the words around it do not say."""
    if name := next((name for noun in behind(figure, {"in", "of"}) if (name := _of_noun(noun))), ""):
        return name  # "$3 million in damage"
    before = figure.doc[figure.left_edge.i - 1] if figure.left_edge.i else figure
    if _OF_VERB.get(before.lemma_.lower()) == STOLEN:
        return STOLEN  # whatever parsers make of a headline
    token = figure
    for _ in range(_CLIMB):
        head = token.head
        if head == token:
            return ""
        if name := _named(head, token):
            return name
        if head.pos_ in ("VERB", "AUX"):
            if head.lemma_ not in _STATES:
                return ""
            told = (
                _of_noun(c.head.head if is_relative(c) else c)
                for c in head.children
                if c.dep_ in (*SUBJECTS, "dobj") and c != token
            )
            if name := next((name for name in told if name), ""):
                return name
            if head.dep_ not in ("acl", "relcl", "advcl"):
                return ""
        token = head
    return ""


def _named(head: Token, below: Token) -> str:
    """What one word above a sum says of it."""
    if head.pos_ == "VERB":
        lemma = head.lemma_.lower()
        if below.dep_ in ("prep", "agent") and below.lower_ not in ("for", "of", "with", "to", "in"):
            return ""  # "sold shares on a $5 billion exchange"
        if any((lemma, c.lower_) in _AWAY for c in head.children if c.dep_ in ("prt", "advmod", "prep")):
            return STOLEN
        if lemma == "rob" and below.lower_ == "of":
            return STOLEN
        if lemma in ("buy", "acquire", "purchase", "sell"):
            return BOUGHT if below.lower_ == "for" else ""  # a price, not the worth of one of many goods
        return _OF_VERB.get(lemma, "")
    return _of_noun(head)


def _of_noun(noun: Token) -> str:
    """ "A $5 million fine", "the stolen jewels", "$3 million in damage"; not "damages", which a court awards."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return ""
    lemma = noun.lemma_.lower()
    if not (lemma == "damage" and is_plural(noun)) and (name := _OF_NOUN.get(lemma, "")):
        return name
    return next((_OF_VERB[c.lemma_.lower()] for c in _describing(noun) if c.lemma_.lower() in _OF_VERB), "")


def _describing(noun: Token) -> Iterator[Token]:
    return (c for c in noun.children if c.dep_ in ("amod", "acl", "relcl"))
