"""Bylines inside a line: "... monitors AFP Friday 3 March 2023 A blast killed ...", where a page lost its line breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Dropped
from claims.furniture.labels import CLOCK, MONTH, lines_of, with_reasons
from claims.speech.cues import AGENCIES

BYLINE = "agency and date between headline and text"
HEAD = 400  # characters of a line in which a headline may stand

_WIRE = "|".join(sorted({form for name in AGENCIES for form in (name.upper(), name.title())}, key=len, reverse=True))
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_BYLINE = re.compile(
    rf"(?<=\s)(?:{_WIRE}|Associated\s+Press)[\s,|·–—-]+{_DAY},?\s+"
    rf"(?:\d{{1,2}}\s+(?i:{MONTH})|(?i:{MONTH})\s+\d{{1,2}}),?\s+(?:19|20)\d\d(?:[\s,|-]+(?i:{CLOCK}))?(?=[\s.,|:–—-]+[A-Z\"“‘\d])"
)


def bylines(text: str, dropped: Sequence[Dropped]) -> Iterator[Dropped]:
    """The bylines between the headline and the text of lines that are not dropped, at most one a line."""
    for line, reason in with_reasons(lines_of(text), dropped):
        if not reason and (match := _BYLINE.search(line.words, 0, HEAD)):
            yield Dropped(line.start + match.start(), line.start + match.end(), BYLINE)
