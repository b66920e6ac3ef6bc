"""Counts that are told without a numeral: "no survivors", "nobody was hurt", "not a single truck", "both men died", "injuring
many others".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import TYPE_CHECKING

from claims.claim import Change, Quantity
from claims.figures.counted import counted_text, hyphened
from claims.figures.counting import TOLLS, grammar_role
from claims.figures.number_words import MANY
from claims.figures.roles import BODILY, HARM, KINDS, can_be, kind
from claims.grammar import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TIMES = {"twice": 2.0, "thrice": 3.0}
_MULTIPLIED = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "halve": 0.5}
_SIZES = frozenset(
    """
    size number rate amount value price length height width depth weight speed cost level total average share distance area
    population capacity pace limit sum budget volume strength
    """.split()
)
_NEAR = 4  # tokens behind "twice" among which stands what is compared: "twice the usual daily number"
_NOBODY = frozenset({"nobody", "none", "no-one", "noone"})
_SURVIVING = frozenset({"survivor", "survive"})
_NEXT = frozenset({"second", "third", "fourth", "fifth"})
_HARMED = HARM | {"destroyed", "damaged", "displaced", "infected"}


def unnumbered(doc: Doc, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The counts of a text that no numeral gives, apart from those in `found`; only where something is said to have happened."""
    for token in doc:
        match token.lower_:
            case "no" | "without" if (noun := _denied(token)) is not None:
                yield from _none(doc, token, noun, found)
            case "not" if (
                token.i + 2 < len(doc) and doc[token.i + 1].lower_ in ("a", "one") and doc[token.i + 2].lower_ == "single"
            ):
                if (noun := doc[token.i + 2].head).pos_ in ("NOUN", "PROPN") and noun.i > token.i:
                    yield from _none(doc, token, noun, found)
            case word if word in _NOBODY:
                yield from _none(doc, token, token, found)
            case _ if (times := _multiplied(token)) is not None:
                factor, way = times
                change = Change("by", way, by=factor)
                yield Quantity(token.idx, token.idx + len(token), factor, factor, unit="times", change=change)
            case "twice" | "thrice" if _of_another(token):
                factor = _TIMES[token.lower_]
                yield Quantity(token.idx, token.idx + len(token), factor, factor, unit="times")
            case "both":
                yield from _both(doc, token, found)
            case word if word in MANY:
                yield from _many(doc, token, found)
            case word if word == "another" or (word in _NEXT and token.i > 0 and doc[token.i - 1].lower_ == "a"):
                yield from _one_more(doc, token, found)


def _multiplied(token: Token) -> tuple[float, str] | None:
    """(factor, direction) of "doubled", "has tripled", "halved"; None for other words and for what is only so called."""
    factor = _MULTIPLIED.get(token.lemma_.lower())
    if factor is None or token.pos_ != "VERB" or token.dep_ in ("amod", "compound"):
        return None
    return factor, "up" if factor > 1 else "down"


def _of_another(token: Token) -> bool:
    """Whether "twice" compares ("twice the size", "twice as many") and does not tell how often."""
    after = [t.lower_ for t in token.doc[token.i + 1 : token.i + 1 + _NEAR]]
    if after[:1] == ["as"]:
        return after[1:2] in (["many"], ["much"]) or "as" in after[2:]  # "scored twice as they won" tells how often
    return after[:1] == ["what"] or (after[:1] in (["the"], ["its"], ["their"]) and not _SIZES.isdisjoint(after))


def _denied(token: Token) -> Token | None:
    """The noun that "no" or "without" denies."""
    if token.lower_ == "no":
        head = token.head
        return head if token.dep_ == "det" and head.i > token.i and head.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else None
    noun = next((child for child in token.children if child.dep_ == "pobj" and child.pos_ == "NOUN"), None)
    return noun if noun is not None and not any(c.pos_ == "NUM" for c in noun.children) and _is_harm(noun) else None


def _is_harm(noun: Token) -> bool:
    return noun.lemma_.lower() in ("casualty", "death", "fatality", "injury", "survivor")


def _is_counted(token: Token, noun: Token, found: Sequence[Quantity]) -> bool:
    """Whether a figure stands already between a word and the noun that it belongs to, both included."""
    end = noun.idx + len(noun)
    return any(q.start < end and token.idx < q.end for q in found)


def _none(doc: Doc, token: Token, noun: Token, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """None of them; "no survivors" says that all of them died, however many they were."""
    end = noun.idx + len(noun)
    if noun.lemma_.lower() in TOLLS or _is_counted(token, noun, found):
        return  # "no immediate death toll" is none that anybody gave
    words = doc.text[token.idx : end]
    verb = noun.head
    survived = noun.lemma_.lower() in _SURVIVING or (noun.dep_ == "nsubj" and verb.lemma_.lower() in _SURVIVING)
    if survived:
        yield Quantity(token.idx, end, 1.0, inf, words, role="killed")
        return
    role = grammar_role(doc, token.i, token.i + 1, noun)
    if role in _HARMED:
        counted = "" if noun == token or noun.lower_ in ("one", "body") else counted_text(doc, token.i + 1, noun)
        yield Quantity(token.idx, end, 0.0, 0.0, words, counted=counted, role=role)


def _both(doc: Doc, token: Token, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "both men were wounded": two."""
    noun = token.head if token.dep_ in ("det", "predet") and token.head.pos_ == "NOUN" and token.head.i > token.i else token
    if token.dep_ in ("cc", "preconj") or any(child.dep_ == "conj" for child in noun.children):
        return
    if _is_counted(token, noun, found):
        return
    role = grammar_role(doc, token.i, token.i + 1, noun)
    if role in _HARMED:
        counted = "" if noun == token else counted_text(doc, token.i + 1, noun)
        yield Quantity(token.idx, noun.idx + len(noun), 2.0, 2.0, token.text, counted=counted, role=role)


def _one_more(doc: Doc, token: Token, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "and wounded another", "critically injuring a third co-worker": one."""
    noun = token.head if token.dep_ in ("amod", "det") and token.head.i > token.i else token
    if is_plural(noun) or not can_be("killed", noun.text) or _is_counted(token, noun, found):
        return
    role = grammar_role(doc, token.i, token.i + 1, noun)
    if role in BODILY:
        counted = "" if noun == token else counted_text(doc, token.i + 1, hyphened(noun))
        yield Quantity(token.idx, token.idx + len(token), 1.0, 1.0, counted=counted, role=role)


def _many(doc: Doc, token: Token, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "injuring many others", "many were hurt": a few at least; only of people, and where no numeral counts them."""
    noun = token.head if token.dep_ == "amod" and token.head.i > token.i else token
    if token.lower_ == "others" and any(child.lower_ in MANY or child.pos_ == "NUM" for child in token.children):
        return
    counts = noun == token or kind(noun.text) in ("", *KINDS)
    if not counts or _is_counted(token, noun, found):
        return
    role = grammar_role(doc, token.i, token.i + 1, noun)
    if role in BODILY:
        counted = "" if noun == token or noun.lower_ == "others" else counted_text(doc, token.i + 1, noun)
        yield Quantity(token.idx, token.idx + len(token), MANY[token.lower_], inf, token.text, counted=counted, role=role)
