"""Speakers: how a text names who speaks, what kind of speaker that is, and which pronoun or short form can mean them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claims.grammar import PRONOUNS, is_plural
from claims.speech.cues import TEXTS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NAME_TOKENS = 8  # a longer noun phrase is cut to its core, so that a speaker stays readable
_STEM = 4  # letters: "a user" may speak, "her" and "paper" are no hint
_ARTICLE = re.compile(r"^(?:the|its|their|his|her|our|my)\s+", re.I)

_EVEN = re.compile(r"^(?:even|only|also|meanwhile|earlier)\s+", re.I)
_SOURCES = frozenset(["source", "sources"])  # named by where they sit: "a source at the Karsk police"
_IN = frozenset(["at", "in", "from", "within", "inside"])

_BODIES = frozenset(
    """
    ministry government army military administration authority agency company firm group organisation organization
    party court bank council committee commission parliament congress senate house cabinet regime coalition alliance
    union association federation department office bureau institute university newspaper paper daily magazine channel
    network broadcaster station outlet media press team club force command militia guard observatory monitor watchdog
    charity foundation campaign embassy presidency kremlin palace state country republic kingdom opposition movement
    board panel service corporation airline exchange regulator tribunal prosecution legislature city village
    think-tank centre center hospital school church body mission delegation side family
    """.split()
)
_PERSONS = frozenset(
    """
    spokesman spokeswoman spokesperson man woman president minister chancellor premier mayor governor senator official
    officer general colonel captain commander chief head director chairman chairwoman chair secretary ambassador envoy
    diplomat lawyer attorney prosecutor judge witness resident doctor nurse analyst economist expert professor scientist
    researcher journalist reporter correspondent activist campaigner leader politician lawmaker deputy candidate king
    queen prince pope bishop priest imam cleric sheikh manager executive founder owner worker driver pilot sailor
    soldier fighter rebel farmer teacher student victim survivor relative neighbour neighbor mother father wife husband
    brother sister son daughter friend source insider aide adviser advisor representative delegate coach player author
    critic voter trader investor investigator inspector sheriff detective policeman firefighter medic paramedic surgeon
    monitor strategist pollster boss negotiator mediator warden counsel congressman
    congresswoman councillor councilman co-founder ex-president ex-minister nominee spokesmen
    """.split()
)
_HIM = re.compile(r"\b(?:mr|king|prince|pope|sir|lord|bishop|imam|sheikh|\w*man|father|son|brother|husband)\b", re.I)
_HER = re.compile(r"\b(?:mrs|ms|miss|queen|princess|lady|\w*woman|mother|daughter|sister|wife)\b", re.I)
PEOPLE_NOUNS = frozenset(["police", "people"])  # of several people, without an s


def is_body(lemma: str) -> bool:
    """Whether a common noun names a body of people: "ministry", "group"."""
    return lemma in _BODIES


class Kind(StrEnum):
    """What a speaker is, as far as grammar cares: "he" is a person, "it" a body or a text, "they" are several people."""

    PERSON = "person"
    PEOPLE = "people"
    BODY = "body"
    TEXT = "text"
    NAME = "name"  # a name that the parser cannot place


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who was named: the words, the head noun, the kind, and "he" or "she" once the text has said which."""

    name: str
    head: str
    kind: Kind
    pronoun: str = ""

    def can_be(self, pronoun: str) -> bool:
        """Whether a pronoun can mean this speaker; a person's pronoun never means an institution."""
        match pronoun:
            case "he" | "she":
                return self.kind in (Kind.PERSON, Kind.NAME) and self.pronoun in ("", pronoun)
            case "it":
                return self.kind is Kind.BODY or (self.kind is Kind.TEXT and self.head in TEXTS)
            case "they" | "these" | "those":
                return self.kind is Kind.PEOPLE
        return False

    def called(self, noun: str) -> bool:
        """Whether a bare noun is this speaker's head or title: "the ministry", or "the chief" for Chief Holt."""
        if self.kind is Kind.TEXT and self.head != self.name:  # "the statement" of whoever issued it
            return noun == self.head
        title = re.split(r" (?:of|for) ", self.name.lower())[0].split() if self.kind is Kind.PERSON else ()
        return " " in self.name and (noun == self.head or noun in title)


def voice(noun: Token) -> Voice | None:
    """The speaker that a noun names; None for a pronoun, or where nothing of a name is left."""
    name = speaker_name(noun)
    if not name:
        return None
    kind = _kind(noun)
    gender = ""
    if kind in (Kind.PERSON, Kind.NAME):
        gender = "she" if _HER.search(name) else "he" if _HIM.search(name) else ""
    return Voice(name, noun.lemma_.lower(), kind, gender)


def _kind(noun: Token) -> Kind:
    word = noun.lemma_.lower()
    several = is_plural(noun) or any(c.dep_ == "conj" for c in noun.children)
    if word in PEOPLE_NOUNS or (several and (_animate(word) or noun.pos_ == "PROPN" or noun.ent_type_)):
        return Kind.PEOPLE
    if word in _PERSONS:
        return Kind.PERSON
    if word in _BODIES:
        return Kind.BODY
    if word in TEXTS:
        return Kind.TEXT
    if noun.ent_type_ == "PERSON":
        return Kind.PERSON
    if noun.pos_ == "PROPN":
        return Kind.BODY if noun.ent_type_ in ("ORG", "GPE", "NORP", "LOC", "FAC") else Kind.NAME
    return Kind.PERSON if _animate(word) else Kind.TEXT


def _animate(word: str) -> bool:
    """Whether a common noun names people or a body of people, by the lists or by its ending."""
    return (
        word in _PERSONS
        or word in _BODIES
        or (len(word) > _STEM and word.endswith(("er", "or", "ist", "man", "ian", "ent", "ee")))
    )


def is_person(noun: Token) -> bool:
    """Whether a common noun names a person by trade or office, as a title does: "spokesman"."""
    return noun.lemma_.lower() in _PERSONS or _animate(noun.lemma_.lower())


def speaks(noun: Token) -> bool:
    """Whether a common noun by itself names somebody who speaks: "ministry", "officials", "report"."""
    word = noun.lemma_.lower()
    return word in _PERSONS or word in _BODIES or word in TEXTS or word == "police"


def can_speak(token: Token) -> bool:
    """Whether a token can be the core of a speaker's name: a noun, a name or a pronoun, and no day or sum."""
    return (
        token.pos_ in ("NOUN", "PROPN", "PRON") or (token.pos_ in ("DET", "NUM", "ADJ") and token.dep_ in ("nsubj", "pobj"))
    ) and token.ent_type_ not in ("DATE", "TIME", "MONEY", "QUANTITY")


def is_pronoun(token: Token) -> bool:
    """Whether a token only points to a speaker named elsewhere."""
    return token.lower_ in PRONOUNS and not any(c.dep_ in ("relcl", "acl", "amod", "prep") for c in token.children)


def speaker_name(noun: Token) -> str:
    """The words that name a speaker, without relative clauses and asides; empty for a pronoun."""
    if is_pronoun(noun):
        return ""
    if (person := _described(noun)) is not None:
        return " ".join(person.text.split())
    keep = {noun.i}
    for child in noun.children:
        if (child.ent_type_ in ("DATE", "TIME") and child.dep_ != "prep") or (child.dep_ == "nummod" and child.i > noun.i):
            continue  # "on Monday state media said", "Holt, 24, said"
        if (
            child.dep_ in ("compound", "amod", "nmod", "poss", "flat", "nummod")
            or (child.dep_ == "det" and child.lower_ in ("a", "an", "another", "some"))
            or (child.dep_ in ("amod", "relcl", "acl") and noun.lower_ in PRONOUNS)  # "those close to him"
            or (child.dep_ == "prep" and (child.lower_ in ("of", "for") or (noun.lower_ in _SOURCES and child.lower_ in _IN)))
            or (child.dep_ == "appos" and child.pos_ == "PROPN" and child.i == noun.i + 1)
        ):
            words = {t.i for t in child.subtree}
            if not any(_parts(noun.doc[i]) for i in words):  # "Nine dead - officials": another phrase
                keep |= words
    first = max((i + 1 for i in range(min(keep), noun.i) if _parts(noun.doc[i])), default=min(keep))
    last = max(keep)
    if last - first >= _NAME_TOKENS:
        chunk = [t.left_edge.i for t in noun.children if t.dep_ in ("compound", "amod") and t.i < noun.i]
        name = next((e for e in noun.sent.ents if e.start <= noun.i < e.end and e.label_ == "ORG"), None)
        last = name.end - 1 if name is not None else noun.i  # "Organisation for the Prohibition of ..." is one name
        first = max(min([*chunk, noun.i]), noun.i - _NAME_TOKENS)
    text = noun.doc[first : last + 1].text
    return _ARTICLE.sub("", _EVEN.sub("", " ".join(text.split()))).strip("“”\"'‘’ ,;:-–—()")


def _described(noun: Token) -> Span | None:
    """The person of "Dana Holt head of the watchdog", which has lost its comma."""
    of = noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ == "of"
    office = noun.pos_ == "PROPN" and noun.ent_type_ != "PERSON" and _animate(noun.lower_)  # "Dana Holt Regional Coordinator"
    if not office and (noun.pos_ != "NOUN" or not of):
        return None
    first = noun.left_edge.i if office else noun.i
    people = [e for e in noun.sent.ents if e.label_ == "PERSON" and len(e) > 1 and first - 1 <= e.end - 1 < noun.i]
    return people[0] if len(people) == 1 else None


def _parts(token: Token) -> bool:
    """Whether a token is a sign between two phrases; the hyphen of a name has no space before it."""
    return token.text in (":", ";", '"', "“", "”") or (
        token.text in ("-", "–", "—", "―", "--") and token.i > 0 and token.nbor(-1).whitespace_ != ""
    )


def named_again(noun: Token, voices: Sequence[Voice]) -> Voice | None:
    """The last voice that a bare "the ministry" or "the spokesman" means: one whose longer name has this head; else None."""
    children = [c for c in noun.children if c.dep_ not in ("punct", "relcl", "appos", "advmod")]
    if noun.pos_ != "NOUN" or len(children) != 1 or children[0].lower_ not in ("the", "this", "that"):
        return None
    return next((v for v in reversed(voices) if v.called(noun.lemma_.lower())), None)
