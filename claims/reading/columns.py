"""Which column of a table, or field of a JSON object, holds what: the names that exports of news use, or the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from claims import sources
from claims.reading.article import Article, Problem
from claims.reading.limits import UnreadableError, within
from claims.sources import Source, whole

Columns = Mapping[str, str]
"""Our name of a column (text, title, ...) -> the name that it has in the user's table; one that is not named is looked for."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "articlebody", "article_text", "full_text", "maintext", "article", "story"),
    "id": ("id", "article_id", "uid", "guid"),
    "outlet": ("outlet", "source", "publisher", "newspaper", "publication", "source_name", "sitename", "domain", "site"),
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline", "creator"),
    "published": tuple("published date published_at publishedat datepublished date_published publish_date pubdate".split()),
    "url": ("url", "link", "address", "canonical_url", "uri", "permalink"),
    "event": ("event",),
}
_ABSENT = object()


def columns_from(pairs: Iterable[str]) -> Columns:
    """The mapping that "text=Body" and the like give; ValueError names a pair that cannot be followed."""
    found: dict[str, str] = {}
    for pair in pairs:
        ours, equals, theirs = pair.partition("=")
        if not equals or ours.strip() not in NAMES or not theirs.strip():
            raise ValueError(f"{pair!r} is no column; write NAME=COLUMN with one of {', '.join(NAMES)} before the =")
        found[ours.strip()] = theirs.strip()
    return found


def has_text(names: Iterable[object], columns: Columns) -> bool:
    """Whether one of these columns holds the articles' texts."""
    lower = {str(name).strip().lower() for name in names}
    return not lower.isdisjoint(_theirs("text", columns))


def _theirs(ours: str, columns: Columns) -> tuple[str, ...]:
    """The names under which a column of ours is looked for, in lower case, the likeliest first."""
    return (columns[ours].lower(),) if ours in columns else NAMES[ours]


def value(row: Mapping[str, object], ours: str, columns: Columns) -> object:
    """What a row holds under one of our names; a dictionary {"name": ...} or a list stands for its names."""
    lower = {str(name).strip().lower(): name for name in row}
    found = next((row[lower[name]] for name in _theirs(ours, columns) if name in lower), _ABSENT)
    return "" if found is _ABSENT or found is None else _flat(found)


def _flat(found: object) -> object:
    if isinstance(found, Mapping):
        return found.get("name") or found.get("title") or ""
    if isinstance(found, list):
        return ", ".join(str(_flat(item)) for item in found)
    return found


def source_of(row: Mapping[str, object], columns: Columns) -> tuple[Source, str]:
    """What a row says of its article beside the text, and what is wrong with it (or "")."""
    return sources.source({name: value(row, name, columns) for name in sources.COLUMNS if name != "file"})


def article_of(row: Mapping[str, object], columns: Columns, place: str) -> Iterator[Article | Problem]:
    """The article of a row, and what is wrong with it; `place` ("line 7") is named in messages, and is its name without an id."""
    text = value(row, "text", columns)
    if not isinstance(text, str) or not text.strip():
        raise UnreadableError("empty; put the article's text into it")
    source, wrong = source_of(row, columns)
    yield Article(within(text), source, name=whole(str(value(row, "id", columns) or place.replace(" ", "-"))))
    if wrong:
        yield Problem(f"{place}: {wrong}")
