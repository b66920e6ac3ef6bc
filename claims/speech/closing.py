"""A speaker who closes a sentence without a comma: "A bomber struck the town killing nine people the ministry said on Monday."

Texts that have lost their commas are full of these, and parsers take the speaker for a part of what stands before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.speech.cues import NOUN_CUES, TEXTS
from claims.speech.frame import Stretch, runs
from claims.speech.speakers import can_speak, is_person, speaks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYS = frozenset("say report announce add tell mention note confirm".split())
_BETWEEN_WORDS = re.compile(r"[^\W\d_] [^\W\d_]")  # only between letters does a comma without a space part two words
_LEAST = 5  # tokens before the speaker: less is no sentence
_SAID = TEXTS | NOUN_CUES.keys() | {"thing", "line"}  # "the words the minister said"
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NAMING = ("NOUN", "PROPN", "ADJ", "DET", "NUM")
_LEADS = frozenset(["what", "as", "which", "whom", "that"])  # "as the port officials said" closes nothing
_AFTER = ("NOUN", "PROPN", "NUM")  # what "the" never follows within one phrase


def closer(verb: Token) -> tuple[Token, int] | None:
    """The speaker directly before a verb of saying whose name follows another phrase without a sign, and where it begins.

    "... of the Karm Front the monitoring group said", "... near the two villages Reuters reported", "... on Karm activists said".
    """
    doc, last = verb.doc, _before_short_form(verb)
    if verb.lemma_.lower() not in _SAYS or verb.tag_ not in ("VBD", "VBZ"):
        return None
    at = last
    while at > verb.sent.start and _in_name(doc[at]):
        before = _before(doc[at])
        phrase = doc[at].pos_ == "DET" and before.pos_ in _AFTER
        name = doc[at].ent_iob_ == "B" and doc[at].is_title and before.pos_ == "NOUN"
        if phrase or (name and before.ent_type_ == "" and (before.tag_ == "NNS" or not is_person(before))):
            head = next((t.i for t in doc[at + 1 : last + 1] if t.pos_ == "ADP"), last + 1) - 1
            return (doc[head], at) if head >= at and can_speak(doc[head]) else None
        at -= 1
    return _some_people(doc[last])


def _some_people(noun: Token) -> tuple[Token, int] | None:
    """Unnamed people directly behind another noun, and where they begin: "activists", "local officials", "Orlian rebels"."""
    doc, at = noun.doc, noun.i
    if noun.tag_ != "NNS" or not is_person(noun):
        return None
    while at - 1 > noun.sent.start and doc[at - 1].pos_ == "ADJ":
        at -= 1
    if at - 1 <= noun.sent.start or any(t.lower_ in _LEADS for t in doc[max(noun.sent.start, at - _LEAST) : at]):
        return None
    before = _before(doc[at])
    one_phrase = at == noun.i and before.pos_ == "NOUN" and before.dep_ == "compound"  # "rescue workers"
    return (noun, at) if before.pos_ in _AFTER and not one_phrase else None


def _before(token: Token) -> Token:
    """The word before a token, or before the comma that was set there."""
    one = token.nbor(-1)
    return one.nbor(-1) if _set(one) and one.i > 0 else one


def _set(token: Token) -> bool:
    """Whether a token is a comma that was set for one that is lost (`commas_lost`): no space follows it."""
    return token.text == "," and not token.whitespace_


def _before_short_form(verb: Token) -> int:
    """Where a name ends before a verb: before the brackets of "the Karm Aid Board (KAB) said"."""
    doc, at = verb.doc, verb.i - 1
    bracketed = at - verb.sent.start > len("()") and doc[at].text == ")" and doc[at - 2].text == "("
    return at - 3 if bracketed else at


def behind(verb: Token) -> tuple[Token, int] | None:
    """The speaker whose name ends the sentence behind "said" where no comma stands before it, and where the verb stands."""
    doc, end = verb.doc, verb.sent.end
    while end > verb.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    words, before = doc[verb.i + 1 : end], doc[verb.i - 1]
    if verb.lower_ != "said" or not words or (before.is_punct and not _set(before)) or not all(map(_in_name, words)):
        return None
    head = next((t.i for t in words if t.pos_ == "ADP"), end) - 1
    known = doc[head].pos_ == "PROPN" or is_person(doc[head]) or speaks(doc[head])
    return (doc[head], verb.i) if head > verb.i and known and can_speak(doc[head]) else None


def commas_lost(doc: Doc) -> Iterator[int]:
    """The offsets of the spaces in a text at which a comma would part a closing speaker from what is said."""
    for verb in doc:
        if verb.lemma_.lower() != "say" or verb.tag_ not in ("VBD", "VBZ"):
            continue  # "the tax the minister announced" is one phrase
        last = closer(verb) or behind(verb)
        if last is None or not closing(verb, last[1]) or doc[last[1] - 1].is_punct:
            continue
        starts = [doc[last[1]]]
        if verb.i + 1 < verb.sent.end and verb.nbor(1).tag_ == "VBG":
            starts.append(verb.nbor(1))  # "the watchdog said updating its toll"
        yield from (t.idx - 1 for t in starts if _BETWEEN_WORDS.fullmatch(doc.text, max(0, t.idx - 2), t.idx + 1))


def _in_name(token: Token) -> bool:
    """Whether a word can stand in a speaker's name: "the Karsk-based watchdog for human rights"."""
    return (
        token.pos_ in _NAMING
        or token.lower_ in ("of", "for", "-")
        or (token.lower_ in ("in", "at") and token.nbor(-1).lower_ in ("source", "sources", "official", "officials"))
        or (token.tag_ in ("VBG", "VBN") and token.i + 1 < len(token.doc) and token.nbor(1).pos_ in _NAMING)
    )


def closing(verb: Token, first: int) -> tuple[Stretch, ...]:
    """The tokens of the sentence before a speaker (who begins at `first`) closes it; empty where it is no close."""
    doc, sentence = verb.doc, verb.sent
    last = doc[first - 2] if _set(doc[first - 1]) else doc[first - 1]
    if first - sentence.start < _LEAST or sentence.root.i > verb.i or last.lemma_.lower() in _SAID:
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
