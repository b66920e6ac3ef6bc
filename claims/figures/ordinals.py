"""Ordinals and ranks: which one of a row, or which place in an order; told apart from counts by units of their own.

"The third attack" has the unit "ordinal"; "finished third", "the third-largest city" and "ranked No. 4" have the unit "rank".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from claims.claim import Quantity
from claims.figures.number_words import TENS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ORDINAL = "ordinal"
RANK = "rank"

_SMALL = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth"
).split()
_VALUES = {word: n for n, word in enumerate(_SMALL, 1)} | {f"{ten[:-1]}ieth": 10 * n for n, ten in enumerate(TENS, 2)}
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_ORDINAL = re.compile(
    rf"(?<![\w.,-])(?:(?P<digits>\d{{1,4}})(?:st|nd|rd|th)|(?:(?P<tens>{'|'.join(TENS)})-)?(?P<word>{_WORD}))(?!\w)"
    r"|(?<!\w)(?:No\.?|Number|#)\s?(?P<place>\d{1,3})(?![\w.,]\d|\w)",
    re.I,
)
# What comes in numbered times is a time ("the third quarter", "the 21st century"), and windows reads it.
_TIMES = frozenset(
    "quarter century half decade week day month year january february march april may june july august september october november"
    " december time hour minute millennium".split()
)
_PLACES = frozenset("finish rank place come stand sit lie remain be end start stay run seed".split())
_SAID = frozenset({"at", "from"})  # "at first", "from the first"


def ordinals(doc: Doc, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The ordinals and ranks of a text, apart from what the figures in `found` take."""
    text = doc.text
    for match in _ORDINAL.finditer(text):
        start, end = match.span()
        if any(q.start < end and start < q.end for q in found):
            continue
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            continue
        value = float(_value(match))
        ranked = _ranked(span.root, doc, span.end)
        if match["place"] is not None:
            if ranked is not None or span.root.head.lemma_.lower() in ("rank", "seed"):
                yield Quantity(start, end, value, value, unit=RANK)
        elif ranked is not None:
            yield Quantity(start, end, value, value, unit=RANK, counted=ranked)
        elif text[end : end + 1] != "-" and (noun := _noun(span.root, span.end)) is not None:  # no "second-hand", "third-party"
            yield Quantity(start, end, value, value, unit=ORDINAL, counted=noun.text)


def _value(match: re.Match[str]) -> int:
    if digits := match["digits"] or match["place"]:
        return int(digits)
    tens = 10 * (TENS.index(match["tens"].lower()) + 2) if match["tens"] else 0
    return tens + _VALUES[match["word"].lower()]


def _noun(token: Token, end: int) -> Token | None:
    """The noun that an ordinal numbers; None where it is an adverb, dates something, or stands in an idiom."""
    head = token.head
    if token.i and token.nbor(-1).lower_ in _SAID:
        return None
    noun = (
        head
        if head.pos_ in ("NOUN", "PROPN") and head.i >= end and token.dep_ in ("amod", "nummod", "compound", "nmod")
        else None
    )
    return None if noun is None or noun.lemma_.lower() in _TIMES else noun


def _ranked(token: Token, doc: Doc, end: int) -> str | None:
    """What is ranked, in words ("largest city"), where an ordinal gives a place in an order; None where it does not."""
    after = doc[end] if end < len(doc) else None
    at = end + 1 if after is not None and after.text == "-" else end
    if at < len(doc) and (doc[at].tag_ == "JJS" or (doc[at].lower_ in ("most", "least") and at + 1 < len(doc))):
        words = takewhile(lambda t: t.pos_ not in ("ADP", "PUNCT", "VERB", "AUX"), doc[at : at + 4])
        noun = next((t for t in words if t.pos_ in ("NOUN", "PROPN")), None)
        return doc[at : noun.i + 1].text if noun is not None else doc[at].text
    closes = after is None or after.is_punct or after.pos_ in ("ADP", "SCONJ", "CCONJ", "ADV", "SPACE")
    verb = token.head
    if (
        closes
        and verb.pos_ in ("VERB", "AUX")
        and verb.lemma_.lower() in _PLACES
        and verb.i < token.i
        and token.nbor(-1).lower_ not in _SAID
    ):
        return ""
    return None
