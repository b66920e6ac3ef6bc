"""Quotations of a parsed paragraph: where somebody's own words begin and end, by their marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

# “…” with other quotations inside it in ‘…’; "…"; '' as old wires write it; ‘…’ only with a comma or a stop before its end, as
# British papers quote, because ’ is an apostrophe too. A mark that is never closed runs to the end of the paragraph.
_QUOTED = re.compile(
    r"“[^“”\"]*(?:[”\"]|$)|\"(?:[^\"“”]|“[^“”\"]*”)*(?:[\"”]|$)"
    r"|(?<!\w)''.+?(?:''(?!\w)|$)|(?<!\w)‘[^‘“”]{8,}?[,.?!]’(?!\w)"
)
_CLOSING = "”\"'’"
_SPOKEN = 4  # words: a shorter stretch in quotes is a term or a title more often than speech
_LONGER = 4  # letters: shorter words of a title ("of", "the") have no capitals


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens [start, end) in quotes, marks included; `closed` where the closing mark is there."""

    start: int
    end: int
    closed: bool
    words: int
    title: bool  # all its longer words have capitals: a book, a film, a heading

    @property
    def spoken(self) -> bool:
        """Whether it is long enough to be speech by itself, and no title."""
        return self.words >= _SPOKEN and not self.title


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The quotations of a paragraph in reading order, apart from each other."""
    found: list[Quotation] = []
    text = doc.text
    if not any(mark in text for mark in "“\"‘'"):
        return ()
    for match in _QUOTED.finditer(text):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is None or (found and span.start < found[-1].end):
            continue
        words = [token for token in span if token.is_alpha or token.like_num]
        if words:
            title = all(t.shape_[0] in "Xd" for t in words if len(t) >= _LONGER) and len(words) > 1
            found.append(Quotation(span.start, span.end, len(match[0]) > 1 and match[0][-1] in _CLOSING, len(words), title))
    return tuple(found)
