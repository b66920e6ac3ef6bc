"""Starts: since when a war, a siege, an outbreak lasts, by its first day or its length ("began in 2011", "five-year-old war")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.figures.number_words import SMALL, value_of
from claims.grammar import SUBJECTS, behind, first_child, is_relative

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

START = "start of "
BEGINS = "begin"

_LASTING = (
    ("conflict", "conflict war uprising revolt insurgency rebellion"),
    ("offensive", "offensive assault advance"),
    ("siege", "siege blockade"),
    ("outbreak", "outbreak epidemic pandemic"),
    ("crisis", "crisis"),
    ("drought", "drought"),
    ("unrest", "unrest riot protest"),
)
_THING_OF = {word: name for name, words in _LASTING for word in words.split()}
_BEGINS = frozenset(["begin", "start", "erupt", "launch"])
# A "three-day protest" may be one to come; a "three-day-old" one, and a war of years, has begun.
_LENGTH = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(SMALL)})[\s-](?:(year|month)s?(?:[\s-](?:old|long))?|(week|day)s?[\s-](?:old|long))\b", re.I
)
# Wars without a shot, and what is only planned.
_UNARMED = frozenset(
    """
    price trade bidding culture word turf tariff charm media legal class sexual indecent verbal advertising marketing diplomatic
    planned proposed threatened looming feared possible
    """.split()
)
_PREY = frozenset(
    """
    drug terror terrorism poverty crime cancer corruption obesity inflation disease waste cash plastic graft smoking hunger title
    championship record summit crown cup trophy peak league medal right freedom democracy value truth woman
    """.split()
)  # of "the war on drugs", "an assault on the title"
_TO_COME = frozenset("will shall may might could would should can to 'll ’ll".split())
_SCHEDULED = frozenset(["begins", "starts", "begin", "start"])  # "starts on Friday"
_OVER = frozenset(["end", "finish"])  # of what is over, the length does not tell since when


@dataclass(frozen=True, slots=True)
class Start:
    """A lasting thing and what tells its start in the tokens [start, end): BEGINS, or its length ("5 year")."""

    thing: str
    told: str
    start: int
    end: int

    @property
    def by_the_way(self) -> bool:
        """Whether a noun phrase tells it beside what the clause asserts."""
        return self.told != BEGINS


def starts(words: Span) -> Iterator[Start]:
    """The starts that a clause (its tokens) tells of: of its subject, and of what it gives the length of."""
    if (thing := _begun(words.root)) in _THING_OF:
        yield Start(_THING_OF[thing], BEGINS, words.start, words.end)
    if words.root.lemma_.lower() in _OVER:
        return
    for noun in words:
        lemma = noun.lemma_.lower()
        if lemma in _THING_OF and noun.pos_ in ("NOUN", "PROPN") and noun.dep_ != "compound":
            first = max(words.start, noun.left_edge.i)
            if (length := _LENGTH.search(words.doc[first : noun.i + 1].text)) is not None and not _unarmed(noun):
                unit = (length[2] or length[3]).lower()
                yield Start(_THING_OF[lemma], f"{value_of(length[1]):g} {unit}", first, noun.i + 1)


def _begun(verb: Token) -> str:
    """What began by a verb: the subject of "began in 2011", "broke out", "was launched", also of a relative clause."""
    if verb.lemma_.lower() not in _BEGINS and not (verb.lemma_ == "break" and any(c.lower_ == "out" for c in verb.children)):
        return ""
    if any(c.lower_ in _TO_COME for c in verb.children if c.dep_ == "aux") or verb.text.lower() in _SCHEDULED:
        return ""
    subject = first_child(verb, *SUBJECTS)
    if (subject is None and verb.dep_ == "acl") or (subject is not None and is_relative(subject) and verb.dep_ == "relcl"):
        subject = verb.head
    return subject.lemma_.lower() if subject is not None and not _unarmed(subject) else ""


def _unarmed(noun: Token) -> bool:
    """ "A price war", "the war on drugs", "an assault on the title", "a planned offensive"."""
    prey = behind(noun, ("on", "against"))
    return any(c.lemma_.lower() in _UNARMED for c in noun.children) or any(c.lemma_.lower() in _PREY for c in prey)
