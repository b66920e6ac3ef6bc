"""Speakers set off by a colon or a dash: "Lind: the dam is safe", "Dam is safe: ministry", "“Never again.” – Ida Moe"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.claim import Cue
from claims.nations import nation, seat
from claims.speech.frame import Frame, runs
from claims.speech.speakers import Kind, speaks, voice

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LABEL_TOKENS = 7  # what stands before the colon is a name with its title, no sentence
_PARAGRAPH = 60  # tokens: a longer text that begins like a heading is an article on one line
_LEAST = 3  # tokens: less before the sign is no heading
_SIGNED = re.compile(r"(?:(?<=\w):|\s[–—-]|[―]|--)\s*([^:–—―\s][^:–—―]{1,60})$")
_SHORT = 3  # words: a longer "organisation" before a colon is mostly a heading in capitals
_FIRST_PERSON = frozenset("i we our us my".split())
_TOPICS = frozenset("center centre side family country state city village school church hospital market".split())  # of headings
_NO_NAME = frozenset(["VERB", "AUX", "SCONJ", "ADV"])
_OFFICES = frozenset(["pm", "mp", "mps", "fm", "ceo"])  # offices that headlines shorten
_SAYS = "said|says|told|tells|added|adds|warned|warns|insisted|insists|stressed|argued|argues|explained|denied|replied"
_TITLES = (
    "Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|President|Minister|Premier|Chancellor|Mayor|Governor|Senator|Secretary|Ambassador"
    "|Captain|Capt|Colonel|Col|Gen|Lieutenant|Lt|Sergeant|Sgt|Sheikh|Imam|Professor|Prof|Judge|Spokesman|Spokeswoman"
)
_TITLED = re.compile(rf"(?:{_TITLES})\.? [A-Z]")
_AT = "".join(rf"(?<!\b{word}\s)" for word in ("of", "in", "at", "on", "from", "for", "near"))  # "a man in Lowbridge said"
_WORD = r"[A-Z][\w’'-]*"
_SPEAKING = re.compile(
    rf"{_AT}\b({_WORD})\s+(?:{_SAYS})\b|\b(?:{_SAYS}|(?:{_TITLES})\.?)\s+(?:(?:{_TITLES})\.?\s+)?({_WORD}(?:\s+{_WORD})?)"
)
# Headings of a page, not speakers.
_LABELS = re.compile(
    r"\b(?:analysis|opinion|watch|video|live|update\w*|breaking|exclusive|photos?|pictures?|note|factbox|timeline|explainer|column"
    r"|comment|review|interview|read|more|related|source|q|a|q&a|part|day|week|war|crisis|attack|election\w*|news|conflict|talks)\b",
    re.I,
)


def set_off(doc: Doc, article: str) -> Frame | None:
    """The frame of a heading or a transcript's line whose speaker stands before its first colon, or behind its last sign.

    `article` is the whole text: it may show that a name by itself ("Lind: ...") is that of somebody who speaks in it.
    """
    sign = next((t for t in doc[: _LABEL_TOKENS + 1] if t.text == ":"), None)
    if sign is not None and _LABELS.search(doc[: sign.i].text):
        return None
    script = sign is not None and doc[: sign.i].text.isupper()  # a transcript's line is one speaker's to its end
    end = len(doc) if sign is None or script or len(doc) <= _PARAGRAPH else _first_stop(doc, sign.i)
    spoken = sign is not None and any(t.lower_ in _FIRST_PERSON or t.text in '“"' for t in doc[sign.i + 1 : end])
    if sign is not None and sign.i + 2 < len(doc) and (named := _named(doc[: sign.i], spoken, article)) is not None:
        return Frame(sign, named, Cue.STATES, runs(range(sign.i + 1, len(doc) if spoken else end), doc))
    if (match := _SIGNED.search(doc.text)) is not None:
        label = doc.char_span(*match.span(1), alignment_mode="contract")
        if label is not None and label.start > _LEAST and (named := _named(label, article=article)) is not None:
            sign = doc[label.start - 1]
            return Frame(sign, named, Cue.STATES, runs(range(sign.i if sign.is_punct else label.start), doc))
    return None


def _first_stop(doc: Doc, at: int) -> int:
    """Where the sentence ends in which a sign stands."""
    return next((t.i for t in doc[at + 1 :] if t.is_sent_start and doc[t.i - 1].text in ".?!"), len(doc))


def _named(label: Span, spoken: bool = False, article: str = "") -> Token | None:
    """The token that names a speaker, where a label is nothing but a speaker's name.

    A name by itself that the parser cannot place may be a town ("Lowbridge: five dead"); it is a speaker where the words that
    it stands with are `spoken`, in quotation marks or by "we", or where the `article` lets it speak.
    """
    words = [t for t in label if not t.is_punct and not t.is_space]
    if not words or label.text.strip()[-1:].isdigit() or _LABELS.search(label.text):
        return None
    if len(words) == 1 and _speaks_in(article, words[0]):
        return words[0]  # whatever the parser takes it for: a lone word tells it nothing
    clause = any(t.pos_ in _NO_NAME or (t.pos_ == "ADP" and t.lower_ not in ("of", "for")) for t in words)
    if clause or len(words) > _LABEL_TOKENS or any(t.text in '“”"' for t in label[1:]):
        return None
    head = next((t for t in words if t.head not in words or t.head == t), words[-1])
    who = voice(head)
    if who is None:
        return None
    titled = _TITLED.match(label.text) is not None and head.pos_ == "PROPN"
    if head.lemma_.lower() in _TOPICS:
        return None
    known = head.ent_type_ == "PERSON" or (head.ent_type_ == "ORG" and len(words) <= _SHORT) or speaks(head) or titled
    script = who.kind is Kind.NAME and head.is_upper and len(words) == 1  # a transcript: "MOE: ..."
    alone = spoken and len(words) == 1 and head.pos_ == "PROPN"
    office = head.lower_ in _OFFICES and not words[0].like_num
    return head if script or alone or office or (known and (head.pos_ == "PROPN" or who.kind is not Kind.NAME)) else None


def _speaks_in(article: str, name: Token) -> bool:
    """Whether an article lets somebody of this surname speak or gives him a title; a place is no speaker all the same."""
    word = name.text
    elsewhere = name.ent_type_ in ("GPE", "LOC", "FAC") or nation(word) or seat(word)
    return not elsewhere and word in _speaking(article)


@lru_cache(1)
def _speaking(article: str) -> frozenset[str]:
    """The last words of names that speak in an article or have a title there: "Lind said", "said Mayor Ove Lind"."""
    return frozenset((match[1] or match[2]).split()[-1] for match in _SPEAKING.finditer(article))
