"""What a number counts: its noun from the parse, or the one that follows where the parse is broken, and the words for it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from claims.figures.headlines import is_headline_verb
from claims.grammar import first_child, is_plural
from claims.times.expressions import WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DETERMINERS = frozenset("a single of the its their his her my our more others another some -".split())
# Words in the singular that count as many: "30 hospital staff" are not 30 hospitals.
_COLLECTIVE = frozenset(
    "staff crew personnel police people cattle sheep aircraft troops dead wounded injured youth cavalry infantry".split()
)
_FATES = frozenset({"dead", "wounded", "injured", "hurt"})  # what befell them, not who they are
_ORDERS = frozenset(
    "previous top bottom record remaining first last next past final leading additional further extra best worst".split()
)
_DAYS = {*WEEKDAYS, "today", "yesterday", "tomorrow"}
REACH = 6  # tokens between a number and what it counts, or a role word beside it, in text whose parse is broken


def counted_noun(doc: Doc, first: int, end: int, taken: set[int]) -> Token | None:
    """The noun that a number (tokens [first, end)) counts: from the parse, else the noun that follows at once."""
    root = doc[first:end].root
    of = next((c for c in root.children if c.dep_ == "prep" and c.lower_ == "of" and c.i >= end), None)
    if of is not None and (noun := first_child(of, "pobj")) is not None:
        return _who_they_are(noun) if noun.pos_ == "PRON" else noun
    head = root.head
    if root.dep_ == "quantmod" and head.dep_ == "nummod" and end <= head.i and any(t.lower_ == "of" for t in doc[end : head.i]):
        return head.head  # "29 of 34 passes"
    modifies = root.dep_ in ("nummod", "quantmod", "amod", "compound") and head.pos_ in ("NOUN", "PROPN")
    modifies = modifies and not is_headline_verb(head) and not _closed_by_fate(doc, end)
    near = end <= head.i < end + REACH
    if modifies and near and not any(_is_verb(doc[i]) or i in taken for i in range(end, head.i)):
        timed = any(t.lemma_.lower() in _DAYS for t in doc[end : head.i + 1])  # "wounded 40 Tuesday", "injured 30 Monday night"
        return None if timed else hyphened(_of_compound(doc, first, end, head))
    if first > 1 and doc[first - 1].lower_ == "or" and doc[first - 2].tag_ == "NN" and root.head == doc[first - 2]:
        return doc[first - 2]  # "a boat or two"
    noun = None
    for token in doc[end : end + REACH]:
        describes = token.tag_ in ("VBG", "VBN") or (token.lower_ == "and" and doc[token.i - 1].pos_ == "ADJ" and noun is None)
        if (
            token.i in taken
            or is_headline_verb(token)
            or not (
                token.pos_ in ("ADJ", "NOUN", "PROPN") or token.text == "-" or token.lower_ in ("of", "the", "other") or describes
            )
        ):
            break
        if token.lemma_.lower() in _DAYS:
            break
        if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in ("DATE", "TIME"):
            noun = token
    return noun


def hyphened(noun: Token) -> Token:
    """Workers of "co-workers", which parsers cut at its hyphen."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    cut = len(behind) > 1 and behind.text.startswith("-") and not noun.whitespace_ and not behind[0].whitespace_
    return behind[1] if cut and behind[1].pos_ in ("NOUN", "PROPN") else noun


def _closed_by_fate(doc: Doc, at: int) -> bool:
    """Whether what befell those counted follows their number and ends the phrase: "four dead, dozens hurt"."""
    return at + 1 < len(doc) and doc[at].lower_ in _FATES and doc[at + 1].text in (",", ";", "-")


def _is_verb(token: Token) -> bool:
    """Whether a word is a verb and no participle before its noun: "six used trams"."""
    return token.pos_ in ("VERB", "AUX") and not (token.dep_ == "amod" and token.tag_ in ("VBN", "VBG"))


def _who_they_are(pronoun: Token) -> Token:
    """The noun that says what some "of them" are: "three of them children"; else the pronoun."""
    at = pronoun.i + 1
    while at < len(pronoun.doc) and pronoun.doc[at].pos_ == "ADJ":
        at += 1
    noun = pronoun.doc[at] if at < len(pronoun.doc) else pronoun
    return noun if is_plural(noun) else pronoun


def _of_compound(doc: Doc, first: int, end: int, head: Token) -> Token:
    """The first noun of a compound in the singular: "a 3 cylinder engine" has cylinders, "200 police officers" are officers."""
    nearest = doc[end] if end < head.i else head
    many = doc[first:end].text.lower() not in ("1", "one", "a", "an")
    if many and head.tag_ == nearest.tag_ == "NN" and nearest.dep_ == "compound" and head.lower_ not in _COLLECTIVE:
        return nearest
    return head


def counted_text(doc: Doc, end: int, noun: Token | None, figures: Collection[int] = (), before: int = 0) -> str:
    """The words between a number (which ends before token `end`) and its noun: "Turkish soldiers"; empty without a noun.

    `figures` are the tokens of other figures, behind whose unit the words begin. `before` is the token at which the number's
    own words begin: what sets an order stands there ("the previous two sessions").
    """
    if noun is None or noun.pos_ == "PRON" or noun.lower_ in _FATES:
        return ""
    measures = [t.i for t in doc[end : noun.i] if t.i in figures]
    begin = measures[-1] + 2 if measures else end  # "eight million 250 ml bottles"
    own = list(doc[min(begin, noun.i) : noun.i + 1])
    while own and (own[0].lower_ in _DETERMINERS or own[0].pos_ == "PRON"):
        own.pop(0)
    if not own or own[0].lower_ in ("or", "and"):
        return ""
    if len(own) > REACH or not all(t.text[0].isalnum() or t.text[0] in "-'’" for t in own):
        own = [noun]
    words = " ".join("".join(t.text_with_ws for t in own).split())
    order = doc[before - 1] if before else None
    return f"{order.lower_} {words}" if order is not None and order.lower_ in _ORDERS and order.head == noun else words
