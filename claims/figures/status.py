"""The status of a figure: foreseen, wished for, revised, or an outcome."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORECAST = frozenset("expect forecast project predict anticipate see envisage foresee".split())
_FORESEEN = frozenset("forecast projection prediction expectation outlook consensus".split())
_TARGET = frozenset("target goal objective ceiling".split())
_KEEPS = frozenset("keep hold maintain bring return get".split())
_REVISED = re.compile(r"\brevis(?:ed|es|ing|ion)\b", re.I)
_AHEAD = frozenset("will would could may might should shall".split())
_CLIMB = 6  # heads between a figure and the word that tells its status


def status_of(text: str, root: Token, begin: int, stop: int) -> str:
    """The status of the figure at `root` in text[begin:stop]: "forecast", "target" or "revised"; empty for an outcome."""
    token, told = root, False
    for _ in range(_CLIMB):
        lemma = token.lemma_.lower()
        if token.pos_ in ("NOUN", "PROPN") and lemma in _TARGET:
            return "target"
        if token.pos_ == "VERB" and lemma in _KEEPS and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
            return "target"  # "its task is to keep inflation at 2 %"
        if (token.pos_ == "NOUN" and lemma in _FORESEEN) or (token.pos_ == "VERB" and lemma in _FORECAST and not _lived(token)):
            return "forecast"
        if any(c.dep_ in ("relcl", "acl") and c.lemma_.lower() in _FORECAST for c in token.children):
            return "forecast"  # "the 5 % that economists expected"
        if token.pos_ in ("VERB", "AUX") and any(c.dep_ == "aux" and c.lower_ in _AHEAD for c in token.children) and not told:
            return "forecast"
        told = told or (token.dep_ in ("ccomp", "conj") and token.tag_ == "VBD")  # "it should be noted that it fell"
        if token.head == token:
            break
        token = token.head
    return "revised" if _REVISED.search(text, begin, stop) else ""


def _lived(verb: Token) -> bool:
    """ "Saw a rise of 3 %", "have seen 3 %": what they saw has come; what "is seen" is foreseen."""
    if verb.lemma_ != "see":
        return False
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not any(c.dep_ == "auxpass" for c in verb.children))
