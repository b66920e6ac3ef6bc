"""HTML pages: the whole visible text, with everything outside the article marked, and what the page says of itself.

Which blocks are the article decides trafilatura; nothing is thrown away for it: the document's text is the page's visible
text, and what trafilatura leaves out becomes a dropped span that a person can put back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from claims.document import Dropped
from claims.furniture.boilerplate import OUTSIDE
from claims.reading.article import Article, Found
from claims.reading.decoding import decode_page
from claims.reading.limits import UnreadableError, text_bytes, within
from claims.reading.markup import Block, blocks, parsed
from claims.sources import Source

SURE_WORDS = 6  # a block of so many words that stands in the extracted text is the article's wherever it stands on the page

_WORD = re.compile(r"\w+")


def read_page(data: bytes) -> Iterator[Found]:
    """The article of a page of HTML."""
    yield page(decode_page(text_bytes(data)))


def page(markup: str, url: str = "") -> Article:
    """A page's visible text as an article; `url` is where it was found, if that is known."""
    if not markup.strip():
        raise UnreadableError("empty; save the page again")
    found = tuple(blocks(parsed(markup)))
    text, starts = _joined(found)
    if not text:
        raise UnreadableError("a page without text (made by a script?); open it in a browser and save its text as .txt")
    extracted, source = _extracted(markup, url)
    kept = _kept(found, extracted, source.title) if extracted else frozenset(range(len(found)))
    return Article(text, source, dropped=tuple(_outside(found, starts, kept)))


def _joined(found: Sequence[Block]) -> tuple[str, list[int]]:
    starts, at = [], 0
    for block in found:
        starts.append(at)
        at += len(block.words) + 2
    return within("\n\n".join(block.words for block in found)), starts


def _extracted(markup: str, url: str) -> tuple[list[str], Source]:
    """The paragraphs that trafilatura takes for the article, and what the page says of itself."""
    from trafilatura import bare_extraction  # half a second to import, so only where there is a page

    extracted = bare_extraction(
        parsed(markup),
        url=url or None,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        # Only what the page states: a date guessed from its text is what claims.published does with more care.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if extracted is None or isinstance(extracted, dict):
        return [], Source(url=url)
    source = Source(
        outlet=(extracted.sitename or "").strip(),
        title=(extracted.title or "").strip(),
        author=(extracted.author or "").strip(),
        url=url or (extracted.url or ""),
        published=_day(extracted.date),
    )
    return [line for line in (extracted.text or "").split("\n") if line.strip()], source


def _day(stated: str | None) -> date | None:
    try:
        return date.fromisoformat(stated or "")
    except ValueError:
        return None


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _kept(found: Sequence[Block], extracted: Sequence[str], title: str) -> frozenset[int]:
    """The blocks that the article's text holds: long ones wherever they stand, short ones between the first and last of these."""
    paragraphs = {_words(line) for line in extracted}
    whole = _words("\n".join(extracted))
    said = [_words(block.words) for block in found]
    sure = {at for at, words in enumerate(said) if words.count(" ") > SURE_WORDS and (words in whole)}
    first, last = (min(sure), max(sure)) if sure else (0, len(found) - 1)
    short = {
        at for at in range(first, last + 1) if at not in sure and len(said[at]) > 2 and _is_said(said[at], paragraphs, whole)
    }
    kept = sure | short
    heading = _words(title)
    heads = [at for at in range(len(found)) if said[at] == heading or found[at].tag == "h1"]
    if not kept.intersection(heads):
        kept |= set(sorted(heads, key=lambda at: (said[at] != heading, found[at].tag != "h1", at))[:1])
    return frozenset(kept)


def _is_said(words: str, paragraphs: set[str], whole: str) -> bool:
    return words in paragraphs or (words.count(" ") > 3 and words in whole)


def _outside(found: Sequence[Block], starts: Sequence[int], kept: frozenset[int]) -> Iterator[Dropped]:
    """The runs of blocks that are not kept, each as one span."""
    run: list[int] = []
    for at in range(len(found) + 1):
        if at < len(found) and at not in kept:
            run.append(at)
        elif run:
            yield Dropped(starts[run[0]], starts[run[-1]] + len(found[run[-1]].words), OUTSIDE)
            run = []
