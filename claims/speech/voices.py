"""Who is meant: the speakers that a text has named so far, and the pronouns and short forms that point back to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.grammar import SUBJECTS, is_relative
from claims.speech.cues import HELD, TEXTS
from claims.speech.frame import Frame
from claims.speech.quotations import Quotation
from claims.speech.speakers import Kind, Voice, can_speak, is_pronoun, named_again, voice

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_REMEMBERED = 16  # voices: news prose does not reach back further than some paragraphs with "he" or "the ministry"
_REFERRED_TO = (Kind.PERSON, Kind.PEOPLE, Kind.BODY)  # what later pronouns mean although it has not spoken


def resolved(
    doc: Doc, found: Sequence[Frame], spoken: Sequence[Quotation], voices: tuple[Voice, ...]
) -> tuple[tuple[Voice, ...], dict[int, str]]:
    """The voices after this paragraph, and the name of each frame's speaker (position -> name)."""
    known = list(voices)
    names: dict[int, str] = dict.fromkeys(range(len(found)), "")
    speaking: dict[int, list[int]] = {}
    for n, frame in enumerate(found):
        if frame.speaker is not None:
            speaking.setdefault(frame.speaker.i, []).append(n)
    inner = _tokens((q.start, q.end) for q in spoken)
    reported = inner | _tokens(stretch for frame in found for stretch in frame.spans)
    for token in doc:
        if token.i in speaking:
            who = _who(token, known)
            for n in speaking[token.i]:
                names[n] = who.name if who is not None else ""
            if who is not None and token.i not in inner:
                _remember(known, who)
                if text := _issued(found[speaking[token.i][0]].word):
                    _remember(known, Voice(who.name, text, Kind.TEXT))
                    _remember(known, who)
        elif token.i not in reported and _of_root(token) and (who := voice(token)) and who.kind in _REFERRED_TO:
            _remember(known, named_again(token, known) or who)
    return tuple(known[-_REMEMBERED:]), names


def _tokens(stretches: Iterable[tuple[int, int]]) -> set[int]:
    return {i for start, end in stretches for i in range(start, end)}


def _remember(known: list[Voice], who: Voice) -> None:
    known[:] = [v for v in known if (v.name, v.head) != (who.name, who.head)]
    known.append(who)


def _of_root(token: Token) -> bool:
    """Whether a token names the subject of a main clause, which "he" or "it" may mean later."""
    if token.dep_ not in SUBJECTS or is_pronoun(token) or not can_speak(token):
        return False
    if token.pos_ != "PROPN" and not any(c.lower_ == "the" or c.dep_ == "poss" for c in token.children):
        return False  # "a bomber struck. He said": somebody else
    head = token.head
    return head.dep_ == "ROOT" or (head.dep_ == "conj" and head.head.dep_ == "ROOT")


def _who(token: Token, known: Sequence[Voice]) -> Voice | None:
    """Whom a speaker's token means: its own name, or the last voice that the pronoun or the short form can mean."""
    word = token.lower_
    if is_relative(token):
        verb = token.head
        while verb.dep_ not in ("relcl", "ROOT", "acl") and verb.head != verb:
            verb = verb.head
        return None if verb.dep_ == "ROOT" or is_pronoun(verb.head) else named_again(verb.head, known) or voice(verb.head)
    if word in HELD and token.head.lemma_ == "go":
        return next((v for v in reversed(known) if v.kind in _REFERRED_TO), None)
    if is_pronoun(token):
        who = next((v for v in reversed(known) if v.can_be(word)), None)
        return replace(who, pronoun=word) if who is not None and word in ("he", "she") else who
    return named_again(token, known) or voice(token)


def _issued(word: Token) -> str:
    """The noun of "X said in a statement": what it says later, X says."""
    for prep in word.children:
        if prep.dep_ == "prep" and prep.lower_ == "in":
            return next((c.lemma_.lower() for c in prep.children if c.dep_ == "pobj" and c.lemma_.lower() in TEXTS), "")
    return ""
