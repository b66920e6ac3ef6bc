"""Headlines that a page which lost its line breaks prints again before its text: "Posted on 2 May by A. Lund Harbour blast kills
nine At least nine dockers ...". Left there, headline and first sentence are read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Dropped
from claims.furniture.bylines import HEAD
from claims.furniture.labels import LONGEST_HEADLINE, lines_of, with_reasons

REPEATED_HEADLINE = "headline, printed again before the text"

_WORDS = 4  # a shorter first line is a heading or a name, and may begin a sentence
_BEFORE = 80  # characters of a date, an author or a label between the line's start and the headline
_ENDED = re.compile(r"\s*[.!?:;,…)\]|]")
_SENTENCE = re.compile(r"[.!?…]\s")


def repeated_headlines(text: str, dropped: Sequence[Dropped]) -> Iterator[Dropped]:
    """The headline of the first line, where the next line begins with it (a stamp before it or not) and goes on with the text.

    A full stop behind it parts it from the text, so that nothing is lost if it stays.
    """
    kept = [line for line, reason in with_reasons(lines_of(text), dropped) if not reason and line.words][:2]
    if len(kept) < 2 or len(kept[0].words) > LONGEST_HEADLINE or len(kept[0].words.split()) < _WORDS:
        return
    headline, body = kept
    again = re.compile(r"\s+".join(map(re.escape, headline.words.split())) + r"(?=\s+[\"“‘'(]?[A-Z0-9])").search(
        text, body.start, body.start + HEAD
    )
    if again is None or again.end() > body.end or _ENDED.match(text, again.end()):
        return
    before = text[body.start : again.start()]
    if len(before) <= _BEFORE and not _SENTENCE.search(before):
        yield Dropped(again.end(), again.end() + 1, REPEATED_HEADLINE)
