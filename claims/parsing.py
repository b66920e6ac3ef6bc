"""Parsing: blocks of text through the language model, and sentences that have lost a comma once more with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from claims.speech.closing import commas_lost

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

_FLAT = {ord(c): " " for c in "\r\n\t\x0b\x0c\x85\u2028\u2029"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_BATCH = 64  # blocks parsed at once


def parsed(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    """The texts parsed; sentences once more with a comma before a speaker who closes them, where it is lost.

    A comma takes the place of a space, so that all offsets stay.
    """
    left = iter(texts)
    while some := list(islice(left, _BATCH)):
        docs = list(nlp.pipe(some, batch_size=_BATCH))
        lost = [_lost(doc) for doc in docs]
        again = nlp.pipe((text for stretches in lost for text in stretches.values()), batch_size=_BATCH)
        yield from (_replaced(doc, list(found), again) if found else doc for doc, found in zip(docs, lost, strict=True))


def _lost(doc: Doc) -> dict[Span, str]:
    """The sentences of a text in which a comma is lost, each with the one before it, and what these are with the comma."""
    gaps = frozenset(commas_lost(doc))
    stretches: list[tuple[int, int]] = []
    before = 0
    for sentence in doc.sents if gaps else ():
        if any(sentence.start_char <= at < sentence.end_char for at in gaps):
            if stretches and before < stretches[-1][1]:
                before = stretches.pop()[0]
            stretches.append((before, sentence.end))
        before = sentence.start
    found: dict[Span, str] = {}
    for start, end in stretches:
        words = doc[start:end]
        text = "".join("," if words.start_char + i in gaps else char for i, char in enumerate(words.text_with_ws))
        found[words] = text
    return found


def _replaced(doc: Doc, stretches: Sequence[Span], read: Iterator[Doc]) -> Doc:
    """A text with the next ones of `read` in the place of some stretches of it."""
    pieces, at = [], 0
    for words in stretches:
        if words.start > at:
            pieces.append(doc[at : words.start].as_doc())
        pieces.append(next(read))
        at = words.end
    if at < len(doc):
        pieces.append(doc[at:].as_doc())
    return type(doc).from_docs(pieces, ensure_whitespace=False)


def flat(text: str) -> str:
    """The same text with every line break as a space, so that offsets stay and a wrapped line is one sentence.

    Halves of surrogate pairs, which no encoding can write, become replacement characters.
    """
    return text.translate(_FLAT)
