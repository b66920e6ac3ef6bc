"""A speaker who closes a sentence without a comma: "A bomber struck the town killing nine people the ministry said on Monday."

Texts that have lost their commas are full of these, and parsers take the speaker for a part of what stands before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.speech.cues import NOUN_CUES, TEXTS
from claims.speech.frame import Stretch, runs
from claims.speech.speakers import can_speak, is_person, speaks

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYS = frozenset("say report announce add tell mention note confirm".split())
_LEAST = 5  # tokens before the speaker: less is no sentence
_SAID = TEXTS | NOUN_CUES.keys() | {"thing", "line"}  # "the words the minister said"
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NAMING = ("NOUN", "PROPN", "ADJ", "DET", "NUM")
_AFTER = ("NOUN", "PROPN", "NUM")  # what "the" never follows within one phrase


def closer(verb: Token) -> tuple[Token, int] | None:
    """The speaker directly before a verb of saying whose name follows another phrase without a sign, and where it begins.

    "... of the Karm Front the monitoring group said", "... near the two villages Reuters reported".
    """
    doc, at = verb.doc, verb.i - 1
    if verb.lemma_.lower() not in _SAYS or verb.tag_ not in ("VBD", "VBZ"):
        return None
    while at > verb.sent.start and _in_name(doc[at]):
        before = doc[at - 1]
        phrase = doc[at].pos_ == "DET" and before.pos_ in _AFTER
        name = doc[at].ent_iob_ == "B" and doc[at].is_title and before.pos_ == "NOUN"
        if phrase or (name and before.ent_type_ == "" and (before.tag_ == "NNS" or not is_person(before))):
            head = next((t.i for t in doc[at + 1 : verb.i] if t.pos_ == "ADP"), verb.i) - 1
            return (doc[head], at) if head >= at and can_speak(doc[head]) else None
        at -= 1
    return None


def behind(verb: Token) -> tuple[Token, int] | None:
    """The speaker whose name ends the sentence behind "said" where no comma stands before it, and where the verb stands."""
    doc, end = verb.doc, verb.sent.end
    while end > verb.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    words = doc[verb.i + 1 : end]
    if verb.lower_ != "said" or not words or doc[verb.i - 1].is_punct or not all(map(_in_name, words)):
        return None
    head = next((t.i for t in words if t.pos_ == "ADP"), end) - 1
    known = doc[head].pos_ == "PROPN" or is_person(doc[head]) or speaks(doc[head])
    return (doc[head], verb.i) if head > verb.i and known and can_speak(doc[head]) else None


def _in_name(token: Token) -> bool:
    """Whether a word can stand in a speaker's name: "the Karsk-based watchdog for human rights"."""
    return (
        token.pos_ in _NAMING
        or token.lower_ in ("of", "for", "-")
        or (token.lower_ in ("in", "at") and token.nbor(-1).lower_ in ("source", "sources", "official", "officials"))
        or (token.tag_ in ("VBG", "VBN") and token.nbor(1).pos_ in _NAMING)
    )


def closing(verb: Token, first: int) -> tuple[Stretch, ...]:
    """The tokens of the sentence before a speaker (who begins at `first`) closes it; empty where it is no close."""
    doc, sentence = verb.doc, verb.sent
    if first - sentence.start < _LEAST or sentence.root.i > verb.i or doc[first - 1].lemma_.lower() in _SAID:
        return ()
    behind, before = doc[verb.i + 1 : sentence.end], doc[sentence.start : first]
    if any(t.tag_ in _FINITE or t.text in '"“”:;' for t in behind) or any(t.text in '"“”' for t in before):
        return ()
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "prep") and c.i > verb.i and not _when(c) for c in verb.children):
        return ()
    return runs(range(sentence.start, first), doc) if any(t.tag_ in _FINITE for t in before) else ()


def _when(child: Token) -> bool:
    """Whether what follows the verb only says when, where or to whom it was said."""
    if child.tag_ == "VBG":
        return True  # "the watchdog said contradicting the army"
    told = child.lower_ in ("in", "late", "early", "to") or child.dep_ == "dobj"
    return told or any(t.ent_type_ in ("DATE", "TIME") for t in child.subtree)
