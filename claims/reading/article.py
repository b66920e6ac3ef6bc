"""What a format's reader finds: a text, what is known of it, and what of it is not the article."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from claims.document import Dropped
from claims.sources import Source


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a file. `name` tells it from the file's others; `pages` are the offsets at which its pages begin."""

    text: str
    source: Source = field(default_factory=Source)
    name: str = ""
    pages: tuple[int, ...] = ()
    dropped: tuple[Dropped, ...] = ()


class Problem(NamedTuple):
    """A part of a file that could not be used, and why; the rest of the file stands."""

    reason: str


Found = Article | Problem


def as_row(found: Found) -> dict[str, Any]:
    """An article or a problem as plain data that JSON can hold."""
    if isinstance(found, Problem):
        return {"reason": found.reason}
    source = found.source
    return {
        "text": found.text,
        "name": found.name,
        "pages": found.pages,
        "dropped": [[span.start, span.end, span.reason] for span in found.dropped],
        "source": [source.outlet, source.title, source.author, source.url, source.event],
        "published": source.published.isoformat() if source.published else None,
    }


def from_row(row: dict[str, Any]) -> Found:
    """The article or problem that `as_row` made plain data of."""
    if "reason" in row:
        return Problem(str(row["reason"]))
    outlet, title, author, url, event = row["source"]
    published = date.fromisoformat(row["published"]) if row["published"] else None
    return Article(
        text=row["text"],
        source=Source(outlet, title, author, url, published, event),
        name=row["name"],
        pages=tuple(row["pages"]),
        dropped=tuple(Dropped(start, end, reason) for start, end, reason in row["dropped"]),
    )
