"""One reporting frame of a sentence: who speaks, how, and which tokens are what is said; and the speaker that a verb has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.claim import Cue
from claims.speech.cues import cue_of
from claims.speech.speakers import can_speak, is_person, speaks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Frame:
    """`speaker` (None where nobody is named) puts the tokens of `spans` as `cue` says; `word` is the cue's token.

    `doubted` where the text says that it was not said: "did not say that", "has not denied that", "declined to say".
    `inner` where another frame passes the same words on: the ministry in "Reuters quoted the ministry as saying".
    """

    word: Token
    speaker: Token | None
    cue: Cue
    spans: tuple[Stretch, ...] = ()
    doubted: bool = False
    inner: bool = False


def subject(verb: Token) -> Token | None:
    """Who speaks: the verb's subject, also across "X said A and added B", "X, saying that", "X began by saying that"."""
    if (beside := _beside_with(verb)) is not None:
        return beside
    seen = verb
    for _ in range(len(verb.doc)):
        children = {c.dep_: c for c in reversed(list(seen.children)) if c.dep_ in ("nsubj", "nsubjpass", "agent")}
        if (agent := children.get("agent")) is not None and seen == verb:
            return next((c for c in agent.children if c.dep_ == "pobj" and can_speak(c)), None)
        if (found := children.get("nsubj")) is not None:
            reported = seen != verb and seen.dep_ == "ccomp" and seen.head.pos_ == "VERB"
            if reported and verb.tag_ == "VBG" and found.pos_ == "NOUN" and not (is_person(found) or speaks(found)):
                seen = seen.head  # "Holt said the bomb went off, adding that": no bomb adds anything
                continue
            return found if can_speak(found) and not _nobody(found) else None
        if "nsubjpass" in children:
            return None if seen == verb or not can_speak(children["nsubjpass"]) else children["nsubjpass"]
        if seen.dep_ == "acl" and seen.tag_ == "VBN":
            return None  # "people accused of murder": they do not accuse
        if seen == verb and verb.tag_ == "VBG" and seen.dep_ == "acl" and seen.head.dep_ == "dobj" and cue_of(seen.head.head):
            seen = seen.head.head  # "X blamed the army, saying that"
            continue
        if seen.dep_ in ("relcl", "acl"):
            return seen.head if can_speak(seen.head) else None
        if seen.dep_ == "pcomp" and seen.head.dep_ == "prep" and seen.head.lower_ != "without":
            seen = seen.head.head
        elif seen == verb and adds(verb):
            seen = seen.head
            while (
                seen.dep_ in ("ccomp", "conj", "xcomp") and seen.head.i < seen.i and (seen.dep_ != "ccomp" or cue_of(seen.head))
            ):
                seen = seen.head
        elif seen.dep_ in ("conj", "advcl", "xcomp") and seen.head.pos_ in ("VERB", "AUX"):
            if seen.dep_ == "xcomp" and cue_of(seen.head) is Cue.ASKS:
                return None  # "urged them to say": nobody has said it
            seen = seen.head
        else:
            return None
        if seen.pos_ not in ("VERB", "AUX"):
            return seen if can_speak(seen) else None
    return None


def _beside_with(verb: Token) -> Token | None:
    """The watchdog of "Fire was on the rise, with the watchdog saying that", where parsers hang the participle higher up."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i == 0 or verb.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return None
    word = verb.nbor(-1)
    while word.dep_ in ("pobj", "prep", "compound") and word.head.i < word.i:
        word = word.head
        if word.dep_ == "prep" and word.lower_ == "with" and word.head == verb.head:
            return next((c for c in word.children if c.dep_ == "pobj" and can_speak(c)), None)
    return None


def _nobody(noun: Token) -> bool:
    """ "No one", "nobody", "no group"."""
    return noun.lower_ in ("nobody", "none") or any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)


def adds(verb: Token) -> bool:
    """Whether a participle goes on with the frame and not with what is said: "said A, adding that B"."""
    comma = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","
    return comma and cue_of(verb) is not None and any(c.dep_ == "ccomp" for c in verb.children)


def runs(tokens: Iterable[int], doc: Doc) -> tuple[Stretch, ...]:
    """Tokens as stretches without punctuation at their edges; punctuation between two tokens parts nothing."""
    found: list[list[int]] = []
    for i in sorted(i for i in tokens if not doc[i].is_punct and not doc[i].is_space):
        if found and all(doc[j].is_punct or doc[j].is_space for j in range(found[-1][1], i)):
            found[-1][1] = i + 1
        else:
            found.append([i, i + 1])
    return tuple((start, end) for start, end in found)
