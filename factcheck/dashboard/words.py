"""Text made safe for the screen, and the words of one claim that another lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html import escape

from claims.claim import Claim

WORD = re.compile(r"\w+(?:[.,:'\u2019-]\w+)*")
MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")

MOST_MARKED = 0.5  # of the characters of a claim


def plain(text: str) -> str:
    """The text as Markdown that shows exactly these words: every mark escaped, line breaks turned into spaces.

    Streamlit replaces ":name:" after it has parsed the escapes, so a word joiner (invisible) follows each colon.
    """
    return MARKDOWN.sub(r"\\\1", " ".join(text.split())).replace("\\:", "\\:\u2060")


def marked(text: str, other: str) -> str:
    """The text as HTML, with the words that `other` does not have at that place in <mark>.

    Case does not count. Marked words that only white space parts share one <mark>.
    """
    return _html(text, 0, _spans(text, other))


def sentence(text: str, claim: Claim, other: str | None = None) -> str:
    """The claim's sentence as HTML: its own words in <span class="fc-claim">, what differs from `other` in <mark>.

    Where nearly all words differ, marking them all would show nothing; then only its figures are marked, where they differ.
    """
    left, right = claim.context
    start, end = max(left, claim.start), min(right, claim.end)
    spans = [] if other is None else _spans(text[start:end], other)
    if sum(b - a for a, b in spans) > MOST_MARKED * (end - start):
        figures = [(it.start - start, it.end - start) for it in claim.quantities if start <= it.start and it.end <= end]
        spans = sorted((a, b) for a, b in figures if any(c <= a < d for c, d in spans)) or spans
    inner = _html(text[start:end], 0, spans)
    return f'{escape(text[left:start])}<span class="fc-claim">{inner}</span>{escape(text[end:right])}'


def _spans(text: str, other: str) -> list[tuple[int, int]]:
    """Where `text` has words that `other` lacks, in order, neighbours joined."""
    found = list(WORD.finditer(text))
    ours = [match.group().casefold() for match in found]
    theirs = [match.group().casefold() for match in WORD.finditer(other)]
    spans: list[tuple[int, int]] = []
    for tag, first, last, _, _ in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag in ("replace", "delete"):
            spans.extend(_joined(text, [match.span() for match in found[first:last]]))
    return spans


def _joined(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = spans[0]
    for left, right in spans[1:]:
        if text[end:left].strip():
            yield start, end
            start = left
        end = right
    yield start, end


def _html(text: str, start: int, spans: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    for left, right in spans:
        pieces.append(f"{escape(text[start:left])}<mark>{escape(text[left:right])}</mark>")
        start = right
    return "".join(pieces) + escape(text[start:])
