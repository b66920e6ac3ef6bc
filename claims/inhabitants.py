"""Inhabitants: of which place a count says how many live there: "home to 120,000 people", "a city of two million".

A facet of its own, known by the place: whatever happened there, and in whatever words the place is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.roles import kind
from claims.grammar import behind, first_child, is_relative
from claims.names import shared_name

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.claim import Quantity

POPULATION = "population"

_TOWNS = (
    "city town village hamlet island camp suburb quarter neighbourhood neighborhood port community municipality capital enclave"
)
_WIDE = "province governorate district county region state country nation prefecture canton area"
_SMALL = frozenset(_TOWNS.split())
_LARGE = frozenset(_WIDE.split())  # of one name with a town, but another place
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central greater metropolitan old rural inner outer".split()
)
_ABOUT = r"(?:(?:an?|estimated|about|around|some|roughly|approximately|nearly|almost|more|fewer|less|than|over|just)\s+)*"
_LED = re.compile(
    rf"\bhome\s+(?:both\s+)?to\s+{_ABOUT}$"
    rf"|\bpopulation(?:\s+of\s+(?:the\s+)?(?:[A-Z][\w'’-]*\s+){{1,3}})?(?:\s*(?:of|at|is|was|(?:stands|stood|(?:is|was|has\s+been)?\s*(?:put|estimated))\s+at))?[\s,:(]+{_ABOUT}$"
    rf"|\b(?:{'|'.join((_TOWNS + ' ' + _WIDE).split())})\s+of\s+{_ABOUT}$",
    re.I,
)
_PEOPLE = r"(?:people|persons|residents|inhabitants|souls)"
_LIVE = re.compile(
    rf"(?:\s+{_PEOPLE})?(?:\s+who|\s+are|\s+still|\s+now|\s+currently)*\s+(?P<live>lived?|living|resided?|residing)\b", re.I
)
_OWN = re.compile(r"\s+(?:inhabitants|residents)\b", re.I)
_IN = frozenset({"in", "on"})
_WHOLE = frozenset("total overall entire whole current estimated present local resident civilian human prewar official".split())
_FEWEST = 10  # "home to four people" is a house


def inhabited(words: Span, quantity: Quantity, offset: int) -> str:
    """The named place whose inhabitants a figure of a clause (its tokens) counts; empty for other counts, and without a name.

    `offset` is where the parsed text begins in the document.
    """
    if quantity.unit or quantity.role or quantity.part or kind(quantity.counted) or quantity.number < _FEWEST:
        return ""
    doc, sentence = words.doc, words.sent
    start, end = quantity.start - offset, quantity.end - offset
    text = doc.text
    if (led := _LED.search(text, sentence.start_char, start)) is not None and led.end() == start:
        anchor = _token(words, led.start())
        owner = _owner(anchor) if anchor is not None else None
    elif (lives := _LIVE.match(text, end)) is not None:
        verb = _token(words, lives.start("live"))
        owner = _where(verb) if verb is not None and _asserted(verb, words) else None
    elif (own := _OWN.match(text, end)) is not None:
        noun = _token(words, own.end() - 1)
        had = noun is not None and noun.dep_ == "dobj" and noun.head.lemma_ == "have" and _closes(noun, words)
        owner = _subject(noun.head) if noun is not None and had else None
    else:
        return ""
    return _name(owner) if owner is not None else ""


def one_place(one: str, two: str) -> bool:
    """Whether two places that `inhabited` names are one: "Tarsk" and "Tarsk city", but neither its province nor its east."""
    (narrowed, left), (also, right) = _narrowed(one), _narrowed(two)
    return narrowed == also and bool(shared_name((left,), (right,)))


def _narrowed(place: str) -> tuple[frozenset[str], str]:
    """The words that say which part of a place is meant, or how large it is, and the rest of its name."""
    said = frozenset(word for word in place.lower().split() if word in _DIRECTIONS | _LARGE)
    return said, " ".join(word for word in place.split() if word.lower() not in said) or place


def _token(words: Span, at: int) -> Token | None:
    """The word of the clause that holds a character of the text."""
    return next((t for t in words if t.idx <= at < t.idx + len(t)), None)


def _owner(anchor: Token) -> Token | None:
    """What is said to be home to so many, to have such a population, or to be a town of so many."""
    if anchor.lower_ == "population":
        if any(c.dep_ in ("compound", "amod") and c.lower_ not in _WHOLE and c.ent_type_ != "GPE" for c in anchor.children):
            return None  # "the prison population"
        of = (noun for noun in behind(anchor, {"of"}) if noun.pos_ != "NUM")
        whose = first_child(anchor, "poss") or next(of, None)
        if whose is not None:
            return whose
        if anchor.dep_ == "pobj" and anchor.head.lower_ == "with" and anchor.head.head.pos_ in ("PROPN", "NOUN"):
            return anchor.head.head
        if anchor.dep_ == "dobj":
            return _subject(anchor.head) if anchor.head.lemma_ == "have" else None
    if anchor.head.lemma_ == "be" and anchor.i > anchor.head.i:
        return _subject(anchor.head)
    at = anchor.i - 1
    while at >= anchor.sent.start and anchor.doc[at].pos_ in ("DET", "ADJ", "ADV", "NOUN") and anchor.doc[at].text != ",":
        at -= 1  # "a bustling port city of"
    if at > anchor.sent.start and anchor.doc[at].text in (",", "(", "-", "–", "—"):
        before = anchor.doc[at - 1]
        return before if before.pos_ in ("PROPN", "NOUN") else None
    return anchor.head if anchor.dep_ == "appos" else None


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, and what "which" stands for."""
    subject = first_child(verb, "nsubj")
    return verb.head if subject is not None and is_relative(subject) and verb.dep_ == "relcl" else subject


def _asserted(verb: Token, words: Span) -> bool:
    """Whether a clause says that so many live somewhere, not something of people who do ("500 people living there voted")."""
    there = verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "attr" and first_child(verb.head.head, "expl") is not None
    return verb == words.root or there or (verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children))


def _closes(noun: Token, words: Span) -> bool:
    """Whether nothing behind a noun narrows it ("40 residents in hospital"): its clause or its phrase ends there."""
    stop = noun.i + 1
    ends = stop >= words.end or noun.doc[stop].is_punct or noun.doc[stop].dep_ == "cc"
    return ends and not any(t.dep_ == "prep" for t in noun.subtree)


def _where(verb: Token) -> Token | None:
    """Where somebody lives: "live in Tarsk", "Tarsk, where 3,000 people live"."""
    if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children):
        return verb.head
    return next(iter(behind(verb, _IN)), None)


def _name(owner: Token) -> str:
    """The name of a place with the words that narrow it ("eastern Tarsk", "Tarsk province"); empty for what has no name."""
    doc = owner.doc
    if owner.pos_ == "PROPN":
        first, stop = owner.i, owner.i + 1
    elif owner.tag_ == "NN" and (ground := owner.lemma_.lower()) in _SMALL | _LARGE:
        if (of := next((noun for noun in behind(owner, {"of"}) if noun.pos_ == "PROPN"), None)) is not None:
            return f"{_name(of)} {ground}" if ground in _LARGE else _name(of)
        first = stop = owner.i
    else:
        return ""
    while first > owner.sent.start and doc[first - 1].pos_ == "PROPN":
        first -= 1
    own = [t.text for t in doc[first:stop]]
    if own and len(own) > 1 and own[-1].lower() in _SMALL:
        own.pop()  # "Tarsk Island"
    if not own:
        return ""
    narrow = doc[first - 1].lower_ if first and doc[first - 1].lower_ in _DIRECTIONS else ""
    wide = owner.lemma_.lower() if owner.pos_ != "PROPN" and owner.lemma_.lower() in _LARGE else ""
    return " ".join(word for word in (narrow, *own, wide) if word)
