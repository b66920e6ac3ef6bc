"""The places that a clause names: what the parser takes for places, and names beside the word for a place ("Holt district")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.facets import GROUND
from claims.names import whole
from claims.nations import nation
from claims.times.expressions import WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LABELS = ("GPE", "LOC", "FAC")
_GROUND = GROUND | {"suburb", "quarter", "street", "square", "camp", "governorate", "county", "valley", "island"}
# Bodies that parsers take for places; whoever counts or decides is not where it happened.
_BODIES = frozenset(
    """
    observatory agency ministry army council committee party news times forces force movement coalition front organisation
    organization office police brigade rights command government daesh isis isil nusra hezbollah hamas taliban
    """.split()
)


def places(words: Span) -> tuple[str, ...]:
    """The places that a clause (its tokens) names, in reading order, each once."""
    named = [whole(e) or e for e in words.ents if e.label_ in _LABELS and not any(t.lower_ in _BODIES for t in e)]
    taken = {t.i for e in named for t in e}
    beside = [
        run for t in words if t.lemma_.lower() in _GROUND and t.pos_ == "NOUN" and t.tag_ == "NN" for run in _beside(t, words)
    ]
    own = [run for run in beside if not any(t.i in taken for t in run)]
    return tuple(dict.fromkeys(span.text for span in sorted([*named, *own], key=lambda span: span.start)))


def _beside(ground: Token, words: Span) -> Iterator[Span]:
    """The names before a word for a place ("the Holt district") and behind its "of" ("the neighbourhood of Holt")."""
    doc, first = ground.doc, ground.i
    while first > words.start and _names(doc[first - 1]):
        first -= 1
    if first < ground.i:
        yield doc[first : ground.i]
    start = ground.i + 2
    if start < words.end and doc[ground.i + 1].lower_ == "of":
        last = start
        while last < words.end and _names(doc[last]):
            last += 1
        if last > start:
            yield doc[start:last]


def _names(token: Token) -> bool:
    """Whether a word is a part of a place's own name, and no nationality ("Orlian"), body ("UN") or time ("Monday")."""
    proper = token.pos_ == "PROPN" and token.text[0].isupper() and not token.is_upper
    return proper and token.ent_type_ != "TIME" and token.lower_ not in WEEKDAYS and not nation(token.text)
