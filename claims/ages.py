"""Ages: whose age a figure gives: a name ("Mira Holt, 35,"), else the noun for somebody ("the 35-year-old deputy")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.grammar import SUBJECTS, first_child
from claims.names import shared_name

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.claim import Quantity

AGE = "measure in year of age"
SOMEBODY = "somebody"  # of whom the words tell nothing
_CLIMB = 4  # heads between an age and the noun that it describes
_MALE = frozenset("man boy father son brother husband grandfather uncle nephew gunman policeman".split())
_FEMALE = frozenset("woman girl mother daughter sister wife grandmother aunt niece policewoman".split())
_NO_PERSON = ("GPE", "LOC", "DATE", "TIME")
_OLD = frozenset({"year", "old", "age", "aged", "years"})


def aged(words: Span, quantity: Quantity, offset: int) -> str:
    """Whose age a figure of a clause (its tokens) gives: a name, else a noun in small letters; SOMEBODY where nothing tells.

    `offset` is where the parsed text begins in the document.
    """
    doc = words.doc
    span = doc.char_span(quantity.start - offset, quantity.end - offset, alignment_mode="expand")
    if span is None:
        return SOMEBODY
    if span.end < len(doc) and doc[span.end].pos_ == "PROPN":
        last = span.end
        while last + 1 < len(doc) and doc[last + 1].pos_ == "PROPN":
            last += 1
        return _name(doc[last])  # "15-year-old Mira Holt"
    if span.start > 1 and doc[span.start - 1].text in (",", "(") and _may_be_aged(doc[span.start - 2]):
        return _name(doc[span.start - 2])  # "Mira Holt, 35,"
    token = span.root
    for _ in range(_CLIMB):
        if token.pos_ in ("VERB", "AUX") and (subject := first_child(token, *SUBJECTS)) is not None and subject not in span:
            return _who(subject)
        if token not in span and token.pos_ in ("NOUN", "PROPN") and token.lower_ not in _OLD:
            return _who(token)
        token = token.head
    return SOMEBODY


def same_person(one: str, two: str) -> bool | None:
    """Whether two ages are of one person, as far as names and nouns tell; None where they leave it open ("Holt", "the boy")."""
    if _is_name(one) and _is_name(two):
        if shared_name((one,), (two,)):
            return True
        return None if one.split()[-1] == two.split()[-1] else False  # a short form of the first name, or a brother
    return False if {one, two} & _MALE and {one, two} & _FEMALE else None


def _may_be_aged(token: Token) -> bool:
    """Whether a name before a comma may be somebody's: neither "In Karsk, 35-year-old twins" nor "On Friday, 35-year-old"."""
    beside = token.ent_type_ in _NO_PERSON or (token.dep_ == "pobj" and token.ent_type_ != "PERSON")
    return token.pos_ == "PROPN" and not beside


def _who(noun: Token) -> str:
    """The name beside a noun for somebody ("the boy, Mira Holt"), else the noun."""
    if noun.pos_ == "PRON":
        return SOMEBODY
    if noun.pos_ == "PROPN":
        return _name(noun)
    beside = first_child(noun, "appos")
    beside = noun.head if beside is None and noun.dep_ == "appos" else beside
    return _name(beside) if beside is not None and beside.pos_ == "PROPN" else noun.lemma_.lower()


def _name(last: Token) -> str:
    first = last.i
    while first > last.sent.start and last.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return last.doc[first : last.i + 1].text


def _is_name(who: str) -> bool:
    return who[:1].isupper()
