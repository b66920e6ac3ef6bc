"""Names in a text: who or what is named where, and whether it acts there or is only a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.called import QUARTER, around, called, within
from claims.nations import nation, seat
from claims.speech.cues import cue_of
from claims.spelling import alike, folded

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"})
_ACTS = frozenset({"nsubj", "poss", "agent"})
_SHORT_FORM = 3  # letters: "USA" stands in capitals everywhere
_BY = frozenset("backed led brokered mediated sponsored funded".split())  # "Brannick-backed" is backed by a government
# What a place is or sees is not done by anybody there: "Brannick is quiet", "Brannick has seen fighting".
_RESTS = frozenset(["be", "lie", "see", "witness", "remain", "become", "fall", "stand", "come", "suffer"])
_INHABITED = frozenset(["outskirt", "countryside", "resident", "people", "population", "climate", "centre", "center", "edge"])
_SITES = frozenset(
    """
    suburb bridge city town village street road square neighbourhood neighborhood district quarter area mosque church shrine
    checkpoint camp highway hospital school university airport airbase port park stadium market province region
    """.split()
)
_LISTS = frozenset(["tag", "tags"])  # what stands before a list of names
_FOLDED_SITES = frozenset(map(folded, _SITES))
_COMMON = frozenset(
    """
    coalition attack strike rocket terrorist rebel militant army airbase new deadly official monitor report suicide chemical
    bomb blast bomber force tag northern southern eastern western
    """.split()
)
# What every country has: "the Defence Ministry" is Torvay's in one article and Orlia's in the next.
_OFFICES = frozenset(
    """
    ministry minister department defence defense foreign interior finance health justice information affairs of and the state
    parliament senate congress government army navy air force forces armed police central bank court supreme media tv
    """.split()
)
_TRAILS = frozenset("attack strike airstrike rocket terrorist rebel militant".split())  # run together with a name in headlines
# The Arabic article, also as it sounds before some consonants: "al-Karm", "ez-Zahr". English has "as", "at" and "an" of its own.
_ARTICLES = frozenset("al el ar as ash at az ad ez es".split())
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
    `called` is what the words beside it call it (see claims.called); of a quarter `within` are the words in capitals that it is
    said to lie in, `around` all that stand near.
    """

    text: str
    label: str
    start: int
    end: int
    acts: bool = False
    called: str = ""
    within: tuple[str, ...] = ()
    around: tuple[str, ...] = ()


def names(doc: Doc, offset: int = 0) -> Iterator[Name]:
    """The names of a parsed text in reading order; `offset` is added to their positions."""
    for entity in doc.ents:
        if entity.label_ in LABELS and (span := whole(entity)) is not None and not _of_an_age(span):
            at = offset + span.start_char, offset + span.end_char
            name = Name(span.text, entity.label_, *at, _acts(span.root), called(span))
            yield replace(name, within=within(span), around=around(span)) if name.called == QUARTER else name


def whole(entity: Span) -> Span | None:
    """An entity without a leading article or a trailing possessive, with the site it names; None where no capital is left."""
    start, end = entity.start, entity.end
    while start < end and (entity.doc[start].lower_ in ("the", "a", "an") or entity.doc[start].is_punct):
        start += 1
    while end > start and (entity.doc[end - 1].tag_ == "POS" or entity.doc[end - 1].is_punct or entity.doc[end - 1].is_space):
        end -= 1
    if end - start > 1 and entity.doc[start].lower_ in _LISTS:
        start += 1
        if end - start > 1:
            return None  # "Tags Karsk Torvay Holt" names several in one
    while end - start > 1 and (entity.doc[end - 1].lower_.removesuffix("s") in _TRAILS or _owns(entity.doc[end - 1])):
        end -= 1
    if end > start:
        start, end = _uncut(entity.doc, start, end)
    if entity.label_ in ("PERSON", "ORG", "NORP"):
        end = _site_end(entity.doc, end)
    if start > 0 and is_office(entity.doc[start:end].text.lower()) and nation(entity.doc[start - 1].text):
        start -= 1
    span = entity.doc[start:end]
    return span if any(c.isupper() for c in span.text) and not _common(span) else None


def _owns(token: Token) -> bool:
    """Whether a word is a country in the genitive that has lost its apostrophe: "near Karsk Torvays state agency said"."""
    return token.text.endswith("s") and not nation(token.text) and nation(token.text[:-1]) != ""


def _uncut(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The ends of a name that the parser cut at its Arabic article: "Bab", "Bab al-" or "al-Karm" of "Bab al-Karm"."""
    cut = doc[end - 1].lower_ in _ARTICLES and doc[end : end + 1].text == "-" and end + 1 < len(doc)
    if cut and end - start > 1 and doc[end + 1].is_title:
        end += 2
    if end - start == 1 and doc[start].is_title and not _known(doc[start]):
        end = _behind_article(doc, end)
    if start > 0 and doc[start].lower_ in _ARTICLES and not doc[start - 1].is_sent_start:
        before = doc[start - 1]
        if (
            (start < 2 or doc[start - 2].text != "-")
            and before.is_title
            and before.pos_ == "PROPN"
            and not before.ent_type_
            and not _known(before)
        ):
            start -= 1
    return start, end


def _behind_article(doc: Doc, end: int) -> int:
    """The end of "al-Karm" or "Al Karm" that begins here and is no name of its own; the same end where none does."""
    if end + 1 >= len(doc) or doc[end].ent_type_ or doc[end].lower_ not in _ARTICLES:
        return end
    if doc[end + 1].text == "-" and end + 2 < len(doc) and doc[end + 2].is_title:
        return end + 3
    return end + 2 if doc[end].lower_ in ("al", "el") and doc[end + 1].is_title else end


def _known(token: Token) -> bool:
    """Whether a word is a name of its own: a country, its people or its seat of government."""
    return any(nation(word) or seat(word) for word in (token.text, token.text.removesuffix("s")))


def _of_an_age(span: Span) -> bool:
    """ "a Roman-era bridge" names no town."""
    doc, end = span.doc, span.end
    return end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].lower_ in ("era", "style", "age", "period")


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
    """Whether a named thing does or says something: a subject, an owner, or who something is done by ("Ankara-backed" too)."""
    if token.i + 2 < len(token.doc) and token.nbor(1).text == "-" and token.nbor(2).lower_ in _BY:
        return True
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


def is_office(key: str) -> bool:
    """Whether a bare name is that of what every country has: "defence ministry"."""
    return all(word in _OFFICES for word in key.split())


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
    return next((a for a in one for b in two if _one_place(a, b)), "")


@lru_cache(maxsize=1 << 17)  # the same few hundred names meet over and over in a large pile
def _one_place(one: str, two: str) -> bool:
    return same_name(one, two) or _within(one, two) or _seat(one, two)


def _within(one: str, two: str) -> bool:
    """ "Idra" and "Idra province", "the port of Idra": all words of one name stand in the other, the country aside."""
    if nation(one) or nation(two):
        return False
    a, b = set(folded(one).split()), set(folded(two).split())
    return bool(a and b) and (a <= b or b <= a)


def _seat(one: str, two: str) -> bool:
    return bool((nation(one) and nation(one) == seat(two)) or (nation(two) and nation(two) == seat(one)))
