"""JSON with articles: .jsonl holds one a line; .json holds one, a list of them, or an answer that has such a list in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from claims.reading.article import Found, Problem
from claims.reading.columns import Columns, article_of, has_text, value
from claims.reading.decoding import decode
from claims.reading.limits import MAX_ARTICLES, UnreadableError, file_bytes

LISTS = ("articles", "items", "results", "data", "docs", "documents", "hits", "response")  # fields that hold the list of articles


def read_jsonl(data: bytes, columns: Columns | None = None) -> Iterator[Found]:
    """The articles of a .jsonl; a broken line is named with its number and the others are read."""
    numbered = [(number, line) for number, line in enumerate(decode(file_bytes(data)).split("\n"), 1) if line.strip()]
    if not numbered:
        raise UnreadableError("empty; write one article a line")
    for number, line in numbered[:MAX_ARTICLES]:
        try:
            yield from _row(_parsed(line), columns or {}, f"line {number}")
        except UnreadableError as error:
            yield Problem(f"line {number}: {error}; line not used")
    yield from _rest(len(numbered))


def read_json(data: bytes, columns: Columns | None = None) -> Iterator[Found]:
    """The articles of a .json; one that is broken is named with its number and the others are read."""
    rows = _list(_parsed(decode(file_bytes(data))), columns or {})
    if not rows:
        raise UnreadableError('no articles in it; write a list of objects with a "text" each')
    for number, row in enumerate(rows[:MAX_ARTICLES], 1):
        try:
            yield from _row(row, columns or {}, f"article {number}")
        except UnreadableError as error:
            yield Problem(f"article {number}: {error}; not used")
    yield from _rest(len(rows))


def _rest(count: int) -> Iterator[Found]:
    if count > MAX_ARTICLES:
        yield Problem(f"{count:,} articles, the limit is {MAX_ARTICLES:,}; the others were not used; split it")


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"not JSON ({error}); write one article a line") from None


def _row(row: object, columns: Columns, place: str) -> Iterator[Found]:
    if not isinstance(row, Mapping) or not has_text(row, columns) or not isinstance(value(row, "text", columns), str):
        raise UnreadableError('no JSON object with a string "text"')
    return article_of(row, columns, place)


def _list(found: object, columns: Columns) -> list[object]:
    """The articles in what was parsed: a list is one, an object with a text is an article itself, else the first list inside."""
    for _ in range(3):  # {"response": {"results": [...]}} is as deep as news services go
        if isinstance(found, list):
            return found
        if not isinstance(found, Mapping):
            return []
        if value(found, "text", columns):
            return [found]
        lower = {str(name).lower(): name for name in found}
        found = next(
            (found[lower[name]] for name in LISTS if name in lower and isinstance(found[lower[name]], list | Mapping)), None
        )
    return found if isinstance(found, list) else []
