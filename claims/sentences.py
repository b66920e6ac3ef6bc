"""The running text of a document: its kept lines, joined where they are merely wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.document import Document

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
_WRAP_AT = range(50, 121)  # columns at which editors and mail programs wrap lines
# A "sentence" above this is a table, a list or a broken page: no reader would call it one assertion.
MAX_SENTENCE_WORDS = 400
_MAX_BLOCK = 20_000  # characters parsed at once: bounds memory, far above any paragraph


def blocks(document: Document) -> Iterator[tuple[int, int]]:
    """Offsets of the stretches of text that are read as a whole: a headline, a paragraph. Dropped spans are left out."""
    dropped = iter(sorted(document.dropped))
    hole = next(dropped, None)
    run: list[tuple[int, int]] = []
    for line in _LINE.finditer(document.text):
        start, end = line.span()
        while hole is not None and hole.end <= start:
            hole = next(dropped, None)
        pieces = [(start, end)]
        while hole is not None and hole.start < end:
            last_start, last_end = pieces.pop()
            pieces += [(last_start, hole.start), (hole.end, last_end)]
            if hole.end >= end:
                break
            hole = next(dropped, None)
        for piece in (_stripped(document.text, s, e) for s, e in pieces if s < e):
            if piece is None:
                continue
            if run and not _continues(document.text, run[-1], piece):
                yield from _cut(document.text, run[0][0], run[-1][1])
                run = []
            run.append(piece)
    if run:
        yield from _cut(document.text, run[0][0], run[-1][1])


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _continues(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether line two goes on with a sentence that line one broke off at a wrapping column."""
    gap = text[one[1] : two[0]]
    adjacent = gap.isspace() and len(re.findall(r"\r\n|[\r\n]", gap)) == 1
    length = one[1] - max(text.rfind("\n", 0, one[1]), text.rfind("\r", 0, one[1])) - 1
    return adjacent and length in _WRAP_AT and not _ENDS.search(text[one[0] : one[1]]) and text[two[0]].islower()


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _MAX_BLOCK:
        at = text.rfind(" ", start, start + _MAX_BLOCK)
        at = at if at > start else start + _MAX_BLOCK
        yield start, at
        start = at + 1 if text[at].isspace() else at
    if start < end:
        yield start, end
