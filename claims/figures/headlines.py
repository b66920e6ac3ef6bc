"""Harm in headlines: "Blast at Mill Kills 12, Wounds 20", whose verbs parsers take for names because of their capitals."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HARMS = {"kills": "killed", "kill": "killed", "slays": "killed"} | dict.fromkeys(
    "wounds wound injures injure hurts hurt maims".split(), "wounded"
)
_LOOSE = frozenset("at least over about some nearly almost around more than up to dozens scores hundreds".split())
_TAKEN_FOR = ("NOUN", "PROPN")


def harm_before(doc: Doc, first: int) -> str:
    """The role that a headline's verb gives to the number at token `first`; empty where there is none or the parse sees it."""
    at = first - 1
    while at >= 0 and doc[at].lower_ in _LOOSE:
        at -= 1
    return _HARMS.get(doc[at].lower_, "") if at > 0 and doc[at].pos_ in _TAKEN_FOR and doc[at].text[0].isupper() else ""


def is_headline_verb(token: Token) -> bool:
    """Whether a word that the parser takes for a noun is the verb before another number: "Wounds" of "Kills 3 Wounds 20"."""
    if token.lower_ not in _HARMS or token.pos_ not in _TAKEN_FOR or not token.text[0].isupper():
        return False
    rest = (t for t in token.doc[token.i + 1 : token.i + 4] if t.lower_ not in _LOOSE)
    return (follows := next(rest, None)) is not None and follows.like_num
