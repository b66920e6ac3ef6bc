"""Whose a quotation is: the frame that touches it, the clause in which it stands, or whoever was quoted just before it.

"...," X said. X said: "..." and X said "...". A quotation that is a sentence of its own goes on with the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.claim import Cue
from claims.speech.cues import cue_of
from claims.speech.frame import Frame, Stretch
from claims.speech.frames import FINDS
from claims.speech.quotations import Quotation
from claims.speech.speakers import can_speak

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NEAR = 4  # tokens behind a short quotation within which "said" makes it speech
_REACH = 10  # tokens before a quotation that no comma or colon announces: "X called the plan “a gift to thieves”"
_GOES_ON = ",?!…-–—"  # before a closing mark: the sentence goes on to say who speaks
_ENDS = ".?!:…”\"'’)"


@dataclass(frozen=True, slots=True)
class Framed:
    """The frames of a paragraph, the quotations of each (by its position), the position of the last one that was quoted, of one
    that announces words to come ("X said:"), and the quotations that no frame of the paragraph explains.
    """

    frames: tuple[Frame, ...]
    quotes: dict[int, tuple[Stretch, ...]]
    last: int | None
    announcing: int | None
    orphans: tuple[Quotation, ...]


def framed(doc: Doc, frames: Sequence[Frame], spoken: Sequence[Quotation]) -> Framed:
    """Frames and spoken quotations put together; frames that the parser missed beside a quotation are added at the end."""
    found = [_outside(doc, frame, spoken) for frame in frames]
    quotes: dict[int, tuple[Stretch, ...]] = {}
    orphans: list[Quotation] = []
    last: int | None = None
    for n, quote in enumerate(spoken):
        before = spoken[n - 1].end if n else 0
        after = spoken[n + 1].start if n + 1 < len(spoken) else len(doc)
        owners = _embedding(doc, quote, before, found)
        if not owners and (at := _frame_of(doc, quote, before, after, found)) is not None:
            owners = [at]
        if not owners and _own_sentence(doc, quote):
            owners = [last] if last is not None else []
            if last is None:
                orphans.append(quote)
        for at in owners:
            quotes[at] = (*quotes.get(at, ()), (quote.start, quote.end))
            last = at
    announcing = None
    if len(doc) > 1 and doc[-1].text == ":":
        announcing = _nearest(doc, doc[-1].sent.start, len(doc), found, first=False)
    return Framed(tuple(found), quotes, last, announcing, tuple(orphans))


def introduced(doc: Doc, quote: Quotation) -> bool:
    """Whether a quotation of a few words is speech all the same: "You winning?" she said."""
    at = quote.end - 2 if quote.closed else quote.end - 1
    tail = doc[at] if at > quote.start else None
    if tail is None or quote.title:
        return False
    behind = doc[quote.end : quote.end + _NEAR]
    if tail.text in (",", "?", "!") and any(cue_of(t) for t in behind):
        return True
    return tail.text in (".", "?", "!") and quote.start > 0 and _own_sentence(doc, quote)


def _outside(doc: Doc, frame: Frame, spoken: Sequence[Quotation]) -> Frame:
    """A frame beside a quotation with the speaker outside it too, where the parser took a word inside for the subject."""
    if frame.speaker is None:
        return frame
    for quote in spoken:
        if quote.start <= frame.speaker.i < quote.end and not quote.start <= frame.word.i < quote.end:
            start = max((q.end for q in spoken if q.end <= frame.word.i), default=0)
            stop = min((q.start for q in spoken if q.start > frame.word.i), default=len(doc))
            start, stop = max(start, frame.word.sent.start), min(stop, frame.word.sent.end)
            return replace(frame, speaker=_beside(doc, frame.word, start, stop))
    return frame


def _frame_of(doc: Doc, quote: Quotation, before: int, after: int, found: list[Frame]) -> int | None:
    """The position of the frame that a quotation touches; one that the parser missed is added to `found`."""
    tail = next((doc[i] for i in range(quote.end - 2, quote.start, -1) if not doc[i].is_space), None)
    if (
        quote.end < after
        and tail is not None
        and (tail.text[-1] in _GOES_ON or doc[quote.end].text in ",–—-" or _followed(doc, quote, tail))
    ):
        stop = min(after, doc[quote.end].sent.end if doc[quote.end].sent.start >= quote.end else _sentence_end(doc, quote.end))
        if (at := _nearest(doc, quote.end, stop, found, first=True)) is not None:
            return at
    if quote.start > before:
        start = max(before, doc[quote.start - 1].sent.start)
        if doc[quote.start - 1].text not in (",", ":"):
            start = max(start, quote.start - _REACH)
        return _nearest(doc, start, quote.start, found, first=False)
    return None


def _followed(doc: Doc, quote: Quotation, tail: Token) -> bool:
    """Whether "said X" or "X said" follows a quotation directly, as in texts that have lost their commas."""
    if tail.text in (".", "…") or not quote.closed:
        return False
    behind = doc[quote.end : quote.end + _NEAR]
    word = next((t for t in behind if cue_of(t) and t.pos_ == "VERB"), None)
    if word is None or any(t.is_sent_start and t.i > quote.end for t in doc[quote.end + 1 : word.i + 1]):
        return False
    between = doc[quote.end : word.i]
    return all(t.pos_ in ("PROPN", "PRON", "DET", "NOUN", "ADJ", "NUM") for t in between)


def _embedding(doc: Doc, quote: Quotation, before: int, found: Sequence[Frame]) -> list[int]:
    """Positions of the frames in whose clause a quotation begins: "X said that Y called it “a bad day for all”"."""
    if quote.start <= before or doc[quote.start - 1].text in (",", ":"):
        return []
    return [
        n
        for n, frame in enumerate(found)
        if before <= frame.word.i < quote.start
        and frame.speaker is not None
        and any(start < quote.start <= end for start, end in frame.spans)
    ]


def _sentence_end(doc: Doc, at: int) -> int:
    return next((i + 1 for i in range(at, len(doc)) if doc[i].text in (".", "!", "?", ";")), len(doc))


def _nearest(doc: Doc, start: int, stop: int, found: list[Frame], first: bool) -> int | None:
    """The frame whose cue stands in doc[start:stop]: the first behind a quotation, the last before it."""
    inside = [n for n, f in enumerate(found) if start <= f.word.i < stop and f.speaker is not None]
    inside = [n for n in inside if found[n].word.lemma_.lower() not in FINDS]
    words = [
        t
        for t in doc[start:stop]
        if cue_of(t) and t.lemma_.lower() not in FINDS and (t.pos_ in ("VERB", "AUX") or t.lower_ == "said")
    ]
    if inside:
        at = (min if first else max)(inside, key=lambda n: found[n].word.i)
        if not first or found[at].word.tag_ != "VBG" or words[0].tag_ not in ("VBD", "VBZ"):
            return at  # "X said, with Y quoting ...": X, even where the parser sees no subject
    if not words:
        return None
    word = words[0] if first else words[-1]
    speaker = _beside(doc, word, start, stop)
    if speaker is None:
        return None
    found.append(Frame(word, speaker, cue_of(word) or Cue.STATES))
    return len(found) - 1


def _beside(doc: Doc, word: Token, start: int, stop: int) -> Token | None:
    """Who speaks by the order of words alone: "said Ida Moe" or "Ida Moe said", where the parser sees no subject."""
    before = next((t for t in reversed(doc[start : word.i]) if can_speak(t) and not t.is_punct), None)
    if before is not None:
        return before
    behind = None
    for token in doc[word.i + 1 : stop]:
        if token.is_punct or token.pos_ in ("ADP", "VERB", "SCONJ", "CCONJ"):
            break
        if can_speak(token):
            behind = token
    return behind


def _own_sentence(doc: Doc, quote: Quotation) -> bool:
    """Whether a quotation begins a sentence, so that it is speech and no term in quotes."""
    return quote.start == 0 or doc[quote.start - 1].text[-1] in _ENDS
