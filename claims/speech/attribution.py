"""Who says what in a paragraph: its frames and quotations put together, and pronouns resolved by what was heard before.

A quotation belongs to the frame that touches it ("...," X said; X said: "..."), else, where it is a sentence of its own, to
whoever was quoted before it, also across paragraphs. "He" or "the ministry" is the last speaker or subject that it can mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.claim import Cue
from claims.sentences import MAX_SENTENCE_WORDS
from claims.speech.colons import set_off
from claims.speech.frame import Frame, Stretch, runs
from claims.speech.frames import LEAST_SAID, frames
from claims.speech.framing import Framed, framed, introduced
from claims.speech.quotations import Quotation, quotations
from claims.speech.speakers import Voice
from claims.speech.voices import resolved

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Attribution:
    """`speaker` says as `cue` what stands at the token stretches `spans`; empty where nobody that the text names is meant.

    `source` is the token that stands for the speaker there ("he"), `word` that of the cue; None where a quotation merely goes
    on. `doubted` where the text says that it was not said.
    """

    speaker: str
    cue: Cue
    spans: tuple[Stretch, ...]
    source: int | None = None
    word: int | None = None
    doubted: bool = False

    @property
    def size(self) -> int:
        """Tokens of what is said."""
        return sum(end - start for start, end in self.spans)

    def holds(self, token: int) -> bool:
        """Whether a token belongs to what is said."""
        return any(start <= token < end for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class Heard:
    """What earlier paragraphs leave behind: who was named, who was quoted last, and whether the quotation goes on."""

    voices: tuple[Voice, ...] = ()
    quoted: str = ""
    goes_on: bool = False  # the last paragraph ended in somebody's words, or with "X said:"
    announced: bool = False  # it ended with "X said:"


NOBODY = Heard()


def attributions(doc: Doc, heard: Heard = NOBODY, article: str = "") -> tuple[tuple[Attribution, ...], Heard]:
    """The attributions of a paragraph of an article (its whole text), the widest first, and what the next one has to know."""
    spoken = [quote for quote in quotations(doc) if quote.spoken or introduced(doc, quote)]
    heading = set_off(doc, article)
    plain = [frame for sentence in doc.sents if len(sentence) <= MAX_SENTENCE_WORDS for frame in frames(sentence)]
    told = framed(doc, [*plain, *([heading] if heading is not None else [])], spoken)
    voices, names = resolved(doc, told.frames, spoken, heard.voices)
    made = []
    for n, frame in enumerate(told.frames):
        if spans := _spans(doc, n, frame, told.quotes, spoken):
            source = frame.speaker.i if frame.speaker is not None else None
            made.append((frame.inner, Attribution(names[n], frame.cue, spans, source, frame.word.i, frame.doubted)))
    if heading is None:
        made += [(False, attribution) for attribution in _going_on(doc, told.orphans, heard)]
    made.sort(key=lambda pair: (-pair[1].size, pair[0]))
    return tuple(attribution for _, attribution in made), Heard(voices, *_left(doc, told, names, spoken, heard))


def _left(doc: Doc, told: Framed, names: Mapping[int, str], spoken: Sequence[Quotation], heard: Heard) -> tuple[str, bool, bool]:
    """Who was quoted last, whether the paragraph ends in that speaker's words, and whether it ends in announcing them."""
    if told.announcing is not None:
        return names[told.announcing], True, True
    explained = told.last is not None or (heard.goes_on and bool(told.orphans))
    ends = bool(spoken) and spoken[-1].end >= len(doc) - 1 and explained
    return (names[told.last] if told.last is not None else heard.quoted), ends, False


def _spans(
    doc: Doc, n: int, frame: Frame, quotes: Mapping[int, Sequence[Stretch]], spoken: Sequence[Quotation]
) -> tuple[Stretch, ...]:
    """What a frame governs: its clause and its quotations, within the quotation in which it stands, without others' words."""
    around = next((q for q in spoken if q.start <= frame.word.i < q.end), None)
    tokens = {i for start, end in frame.spans for i in range(start, end)}
    if around is not None:
        tokens &= set(range(around.start, around.end))
    else:
        for other, stretches in quotes.items():
            if other != n and frame.word.lower_ != "according":
                tokens -= {i for start, end in set(stretches) - set(quotes.get(n, ())) for i in range(start, end)}
    own = quotes.get(n, ())
    if own and own[0][0] > 0 and doc[own[0][0] - 1].text == ":" and own[0][0] < frame.word.i:
        tokens -= set(range(own[0][0]))  # "Y scolded him: “...,” X said"
    for start, end in own:
        tokens |= set(range(start, end))
    whole = own or frame.word.i in tokens or len(tokens) >= LEAST_SAID  # "denies involvement" holds its own verb
    return runs(tokens, doc) if whole else ()


def _going_on(doc: Doc, orphans: Sequence[Quotation], heard: Heard) -> Iterator[Attribution]:
    """Quotations that go on from the paragraph before, or the words that "X said:" announced there."""
    if not heard.goes_on:
        return
    if orphans and (orphans[0].start == 0 or heard.announced):
        yield Attribution(heard.quoted, Cue.STATES, tuple((q.start, q.end) for q in orphans))
    elif heard.announced and not any(t.text in '“"' for t in doc[:1]) and len(doc) > 1:
        yield Attribution(heard.quoted, Cue.STATES, runs(range(len(doc)), doc))
