"""Names in a text: who or what is named where, and whether it acts there or is only a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.nations import nation, seat
from claims.speech.cues import cue_of
from claims.spelling import alike, folded

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"})
_ACTS = frozenset({"nsubj", "poss", "agent"})
_SHORT_FORM = 3  # letters: "USA" stands in capitals everywhere
# What a place is or sees is not done by anybody there: "Brannick is quiet", "Brannick has seen fighting".
_RESTS = frozenset(["be", "lie", "see", "witness", "remain", "become", "fall", "stand", "come", "suffer"])
_INHABITED = frozenset(["outskirt", "countryside", "resident", "people", "population", "climate", "centre", "center", "edge"])
_SITES = frozenset(
    """
    suburb bridge city town village street road square neighbourhood neighborhood district quarter area mosque church shrine
    checkpoint camp highway hospital school university airport airbase port park stadium market province region
    """.split()
)
_FOLDED_SITES = frozenset(map(folded, _SITES))
_COMMON = frozenset("coalition attack strike rocket terrorist rebel militant army airbase new deadly official".split())
_TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|king|queen|prince|princess|pope|president|(?:vice|prime|foreign|defen[cs]e|interior|finance)\s+(?:minister|president|secretary)"
    r"|minister|premier|chancellor|governor|mayor|senator|secretary|ambassador|general|gen|colonel|col|lieutenant|lt|captain|capt"
    r"|major|maj|brigadier|sergeant|sgt|sheikh|imam|ayatollah|sayyed|sayyid|professor|prof|spokesman|spokeswoman|chief|leader"
    r"|ex|former)\b\.?\s+)+(?=\w)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name: text[start:end] of its document, the parser's label (PERSON, ORG, GPE, NORP, LOC, FAC, EVENT).

    `acts` says that it does or says something there ("Ankara denied", "Ankara's army"): then a capital means its government.
    """

    text: str
    label: str
    start: int
    end: int
    acts: bool = False


def names(doc: Doc, offset: int = 0) -> Iterator[Name]:
    """The names of a parsed text in reading order; `offset` is added to their positions."""
    for entity in doc.ents:
        if entity.label_ in LABELS and (span := _trimmed(entity)) is not None:
            yield Name(span.text, entity.label_, offset + span.start_char, offset + span.end_char, _acts(span.root))


def _trimmed(entity: Span) -> Span | None:
    """An entity without a leading article or a trailing possessive, with the site it names; None where no capital is left."""
    start, end = entity.start, entity.end
    while start < end and (entity.doc[start].lower_ in ("the", "a", "an") or entity.doc[start].is_punct):
        start += 1
    while end > start and (entity.doc[end - 1].tag_ == "POS" or entity.doc[end - 1].is_punct or entity.doc[end - 1].is_space):
        end -= 1
    if entity.label_ in ("PERSON", "ORG", "NORP"):
        end = _site_end(entity.doc, end)
    span = entity.doc[start:end]
    return span if any(c.isupper() for c in span.text) and not _common(span) else None


def _common(span: Span) -> bool:
    """Whether nothing in the words names anything: "the Coalition", "Orlian Town", "New Rocket Attacks"."""
    return all(t.lemma_.lower().removesuffix("s") in _COMMON or t.lower_ in _SITES or nation(t.text) for t in span) and not (
        nation(span.text)
    )


def _site_end(doc: Doc, end: int) -> int:
    """The end of a name with the site that it names: "the Holt bridge" and "Holt residential suburb" are not Holt."""
    for after in range(end, min(end + 2, len(doc))):
        if doc[after].lower_ in _SITES:
            return after + 1
        if doc[after].pos_ != "ADJ":
            break
    return end


def _acts(token: Token) -> bool:
    """Whether a named thing does or says something: a subject, an owner, or who something is done by."""
    if token.dep_ == "pobj" and token.head.lower_ in ("by", "to") and token.head.dep_ in ("agent", "prep"):
        return token.head.lower_ == "by" or token.head.head.lower_ == "according"
    if token.dep_ == "nsubj" and token.head.lemma_ in _RESTS:
        return False
    if token.is_upper and len(token) > _SHORT_FORM and token.i + 1 < len(token.doc):
        behind = token.nbor(1)  # a dateline: "BRANNICK (Agency)", "BRANNICK, 4 May"
        if behind.text == "(" or behind.ent_type_ == "DATE":
            return False
    if token.dep_ == "nsubjpass":
        return cue_of(token.head) is not None
    if token.dep_ == "poss" and token.head.lemma_.lower() in _SITES | _INHABITED:
        return False
    return token.dep_ in _ACTS or (token.dep_ == "conj" and token.head != token and _acts(token.head))


def is_site(word: str) -> bool:
    """Whether a folded word is what a place is called after its name: "district" in "the Holt district"."""
    return word in _FOLDED_SITES


def untitled(name: str) -> str:
    """A person's name without title: "President Dana Holt" is "Dana Holt"."""
    return _TITLES.sub("", name)


def same_name(one: str, two: str) -> bool:
    """Whether two forms are one name: a country by any of its names, else the same or a like spelling; symmetric."""
    left, right = nation(one), nation(two)
    if left or right:
        return left == right
    return alike(folded(one), folded(two))


def shared_name(one: Sequence[str], two: Sequence[str]) -> str:
    """A name of `one` that stands in `two` too, in the same or a like spelling; empty if there is none.

    A country and its seat of government meet: who names Moscow and who names Russia do not name two countries.
    """
    return next((a for a in one for b in two if same_name(a, b) or _within(a, b) or _seat(a, b)), "")


def _within(one: str, two: str) -> bool:
    """ "Idra" and "Idra province", "the port of Idra": all words of one name stand in the other, the country aside."""
    if nation(one) or nation(two):
        return False
    a, b = set(folded(one).split()), set(folded(two).split())
    return bool(a and b) and (a <= b or b <= a)


def _seat(one: str, two: str) -> bool:
    return bool((nation(one) and nation(one) == seat(two)) or (nation(two) and nation(two) == seat(one)))
