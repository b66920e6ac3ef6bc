"""The words of one claim that another lacks, as pieces of its sentence; as HTML, or marked in a file's own way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from html import escape
from itertools import groupby

from claims.claim import Claim

WORD = re.compile(r"\w+(?:[.,:'\u2019-]\w+)*")

# Where more of a claim than this share of its letters differs, the two are put differently as a whole.
MOSTLY = 0.5


class Part(Enum):
    """What a piece of a sentence is: words around the claim, words of the claim, and those of them that the other lacks."""

    AROUND = "around"
    CLAIM = "claim"
    DIFFERS = "differs"


Piece = tuple[Part, str]


def telling_pieces(text: str, claim: Claim, other: str | None) -> list[Piece]:
    """The claim's sentence in a document's text, in pieces, none of them empty; without `other` nothing differs.

    Where most words differ only figures, times and names do: a sentence marked all over tells nothing.
    """
    start, end = _inside(claim)
    words = text[start:end]
    marked = [] if other is None else spans(words, other)
    if sum(last - first for first, last in marked) > MOSTLY * len(words):
        marked = list(_common(marked, _telling(words, claim, start)))
    return _cut(text, claim, marked)


def as_html(pieces: Iterable[Piece], shade: str) -> str:
    """A sentence in pieces as HTML: the claim's words in a <span> of the class `shade`, those that differ in <mark>."""
    html = ""
    for around, some in groupby(pieces, lambda piece: piece[0] is Part.AROUND):
        words = "".join(f"<mark>{escape(text)}</mark>" if part is Part.DIFFERS else escape(text) for part, text in some)
        html += words if around else f'<span class="{shade}">{words}</span>'
    return html


def _inside(claim: Claim) -> tuple[int, int]:
    """The claim's offsets, as far as they lie in its sentence."""
    return max(claim.context[0], claim.start), min(claim.context[1], claim.end)


def _cut(text: str, claim: Claim, marked: Sequence[tuple[int, int]]) -> list[Piece]:
    start, end = _inside(claim)
    found, at = [(Part.AROUND, text[claim.context[0] : start])], start
    for first, last in marked:
        found += [(Part.CLAIM, text[at : start + first]), (Part.DIFFERS, text[start + first : start + last])]
        at = start + last
    found += [(Part.CLAIM, text[at:end]), (Part.AROUND, text[end : claim.context[1]])]
    return [piece for piece in found if piece[1]]


def _telling(words: str, claim: Claim, start: int) -> list[tuple[int, int]]:
    """Where a claim's words carry a figure, its time, a place or a name; in order, without overlap."""
    named = [*claim.names, *claim.places, *([claim.window.text] if claim.window else [])]
    found = [(match.start(), match.end()) for name in named if name for match in re.finditer(re.escape(name), words)]
    found += [(it.start - start, it.end - start) for it in claim.quantities if start <= it.start and it.end <= start + len(words)]
    joined: list[tuple[int, int]] = []
    for left, right in sorted(found):
        if joined and left <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _common(one: Sequence[tuple[int, int]], two: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What two lists of spans have in common."""
    for left, right in one:
        for first, last in two:
            if max(left, first) < min(right, last):
                yield max(left, first), min(right, last)


def spans(text: str, other: str) -> list[tuple[int, int]]:
    """Where `text` has words that `other` does not have at that place, in order, neighbours joined; case does not count."""
    found = list(WORD.finditer(text))
    ours = [match.group().casefold() for match in found]
    theirs = [match.group().casefold() for match in WORD.finditer(other)]
    marked: list[tuple[int, int]] = []
    for tag, first, last, _, _ in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag in ("replace", "delete"):
            marked.extend(_joined(text, [match.span() for match in found[first:last]]))
    return marked


def _joined(text: str, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    start, end = parts[0]
    for left, right in parts[1:]:
        if text[end:left].strip():
            yield start, end
            start = left
        end = right
    yield start, end
