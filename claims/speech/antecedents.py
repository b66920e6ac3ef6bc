"""Whom a pronoun or a bare "the group" means, where the grammar of the same paragraph leaves one reading only.

"The ministry said that it had closed the road": what a speaker says of "it" in the active voice is of the speaker, if the number
fits. "The Vale Front holds the hill. The group fled": a bare noun for a body that begins a sentence is the body that the sentence
before is about, and "they" the people that it is about, if it names no others. All else is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.grammar import SUBJECTS, first_child, is_plural
from claims.speech.cues import cue_of
from claims.speech.speakers import PEOPLE_NOUNS, is_body

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NAMED = ("ORG", "GPE", "NORP", "PERSON")
_IMPERSONAL = frozenset(["rain", "snow", "seem", "appear", "happen", "matter", "take"])
_PLACES = frozenset(
    ["village", "city", "hospital", "school", "church", "palace", "state", "country", "republic", "kingdom", "station"]
)
_PERSONAL = frozenset(["he", "she", "it", "they"])


def meant(token: Token) -> Token | None:
    """The noun that a subject pronoun or a bare "the group" stands for; None where the text does not settle it."""
    word = token.lower_
    if token.dep_ not in SUBJECTS:
        return None
    if word in _PERSONAL:
        return _speaker_of(token) or (_subject_before(token) if word == "they" else None)
    bare = [c.lower_ for c in token.children if c.dep_ != "punct"] == ["the"]
    return _body_before(token) if bare and token.tag_ == "NN" and _acts_as_one(token.lemma_.lower()) else None


def possessor(token: Token) -> Token | None:
    """Whose "their" is in "X said that their homes had burned": the speaker's, if the number fits."""
    return _reporter(token.head.head, token) if token.head.dep_ in SUBJECTS else None


def _reporter(verb: Token, pronoun: Token) -> Token | None:
    """Who says the clause of a verb, where a pronoun in it can mean him: the speaker stands before it, and the number fits."""
    if verb.dep_ != "ccomp" or cue_of(verb.head) is None or verb.head.i > pronoun.i:
        return None
    speaker = first_child(verb.head, "nsubj")
    return speaker if speaker is not None and speaker.pos_ in ("NOUN", "PROPN") and _fits(pronoun.lower_, speaker) else None


def _acts_as_one(lemma: str) -> bool:
    """Whether a word for a body is no place too: "the group", not "the village"."""
    return is_body(lemma) and lemma not in _PLACES


def _speaker_of(pronoun: Token) -> Token | None:
    """The speaker of "X said that it did A"."""
    verb = pronoun.head
    if verb.lemma_ in _IMPERSONAL or (
        pronoun.lower_ == "it" and any(c.dep_ in ("ccomp", "csubj", "acomp") for c in verb.children)
    ):
        return None  # "said it was raining", "said it was clear that"
    if pronoun.dep_ != "nsubj" or any(c.dep_ == "dobj" for c in verb.head.children):
        return None
    return _reporter(verb, pronoun)


def _fits(word: str, noun: Token) -> bool:
    """Whether a pronoun can stand for a noun, by number and by what the noun names."""
    several = is_plural(noun) or noun.lower_ in PEOPLE_NOUNS or any(c.dep_ == "conj" for c in noun.children)
    if word in ("they", "their"):
        return several
    if word in ("he", "she", "his", "her"):
        return not several and noun.ent_type_ == "PERSON" and not is_body(noun.lemma_.lower())
    return not several and noun.ent_type_ != "PERSON" and (noun.ent_type_ in _NAMED or is_body(noun.lemma_.lower()))


def _subject_before(pronoun: Token) -> Token | None:
    """The people that the sentence before is about, if it names no others."""
    if not _begins(pronoun) or (before := _before(pronoun)) is None:
        return None
    noun = _subject(before)
    if noun is None or not _fits("they", noun):
        return None
    inside = {t.i for t in noun.subtree}
    others = [t for t in before if is_plural(t) and t.i not in inside and t.ent_type_ not in ("DATE", "TIME")]
    return None if others else noun


def _body_before(noun: Token) -> Token | None:
    """The named body that the sentence before is about."""
    if not _begins(noun) or (before := _before(noun)) is None:
        return None
    found = _subject(before)
    return found if found is not None and found.ent_type_ == "ORG" and found.pos_ == "PROPN" else None


def _begins(token: Token) -> bool:
    """Whether a token is the subject of a sentence's main clause."""
    return token.head.dep_ == "ROOT" and token.left_edge.i <= token.sent.start + 1


def _before(token: Token) -> Span | None:
    start: int = token.sent.start
    span: Span | None = token.doc[start - 1].sent if start else None
    return span


def _subject(sentence: Span) -> Token | None:
    return next((c for c in sentence.root.children if c.dep_ in SUBJECTS and c.pos_ in ("NOUN", "PROPN")), None)
