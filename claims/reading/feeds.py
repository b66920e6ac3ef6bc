"""Feeds (RSS, Atom): each entry is an article with what the feed says of it; nothing that an entry links to is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from claims.reading.article import Article, Found, Problem
from claims.reading.limits import MAX_ARTICLES, UnreadableError, text_bytes, within
from claims.reading.markup import plain
from claims.sources import Source, whole

_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_feed(data: bytes) -> Iterator[Found]:
    """The entries of a feed; an entry without a text is named."""
    import feedparser

    if _ENTITY.search(text_bytes(data)) or _ENTITY.search(data.replace(b"\0", b"")):
        raise UnreadableError("declares entities, as no honest feed does; refused")
    # Bytes in a stream: a string might be taken for an address or a file.
    feed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.get("version") or not feed.entries:
        raise UnreadableError("no feed with entries in it; give the page or the feed itself")
    outlet = _text(feed.feed.get("title"))
    for number, entry in enumerate(feed.entries[:MAX_ARTICLES], 1):
        try:
            yield _article(entry, outlet, number)
        except UnreadableError as error:
            yield Problem(f"entry {number}: {error}")
    if len(feed.entries) > MAX_ARTICLES:
        yield Problem(f"{len(feed.entries):,} entries, the limit is {MAX_ARTICLES:,}; the others were not used")


def _article(entry: Any, outlet: str, number: int) -> Article:
    contents = [str(part.get("value") or "") for part in entry.get("content") or ()] or [str(entry.get("summary") or "")]
    title, body = _text(entry.get("title")), "\n\n".join(filter(None, map(plain, contents)))
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    if not body.strip():
        raise UnreadableError(
            f"{title[:60]!r} has no text in the feed; give its address itself" if title else "no text; not used"
        )
    link = str(entry.get("link") or "")
    source = Source(
        outlet=_text((entry.get("source") or {}).get("title")) or outlet,
        title=title,
        author=_text(entry.get("author")),
        url=link if link.startswith(("http://", "https://")) else "",
        published=_day(entry.get("published_parsed") or entry.get("updated_parsed")),
    )
    return Article(whole(within(text)), source, name=f"entry-{number}")


def _text(markup: object) -> str:
    return " ".join(plain(str(markup)).split()) if markup else ""


def _day(stated: Any) -> date | None:
    try:
        return date(*stated[:3]) if stated else None
    except (TypeError, ValueError):
        return None
