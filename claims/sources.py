"""sources.csv: what a folder's texts lack (outlet, title, date, address), one line a file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from claims.document import Failure
from claims.published import as_date

if TYPE_CHECKING:
    import _csv

NAME = "sources.csv"
_SURROGATE = re.compile(r"[\ud800-\udfff]")
COLUMNS = ("file", "outlet", "title", "published", "url", "event", "author")


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of an article beside its text; an empty title or date is looked for in the text."""

    outlet: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    published: date | None = None
    event: str = ""

    def over(self, other: Source) -> Source:
        """What this source says, and where it says nothing what the other says."""
        return Source(
            self.outlet or other.outlet,
            self.title or other.title,
            self.author or other.author,
            self.url or other.url,
            self.published or other.published,
            self.event or other.event,
        )


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of a folder by file name, and what was wrong with the table."""

    of: Mapping[str, Source] = field(default_factory=dict)
    failed: tuple[Failure, ...] = ()


def whole(text: str) -> str:
    """A text with halves of surrogate pairs, from broken escapes, replaced: no encoding can write them out again."""
    return _SURROGATE.sub("\ufffd", text)


def source(row: Mapping[str, object]) -> tuple[Source, str]:
    """A source from a row of strings, and what is wrong with it (or ""): a date that cannot be read is left out and named."""
    text = {name: whole(str(row.get(name) or "")).strip() for name in COLUMNS}
    published, wrong = as_date(text["published"]), ""
    if text["published"] and published is None:
        wrong = f"published {text['published']!r} is no date, or may be read two ways; write it as 2020-03-31; loaded without it"
    return Source(text["outlet"], text["title"], text["author"], text["url"], published, text["event"]), wrong


def rows_of(table: str) -> _csv.Reader:
    """The rows of a table of text: separated as its first line is, by semicolons where half of Europe's spreadsheets made it."""
    header = io.StringIO(table, newline=None).readline()
    return csv.reader(io.StringIO(table, newline=""), delimiter=max(",;\t", key=header.count), strict=True)


def parse_sources(table: str, path: str, files: Collection[str]) -> Sources:
    """The sources that a sources.csv gives for these files. A line that cannot be used is left out and named, the rest stands."""
    of: dict[str, Source] = {}
    failed: list[Failure] = []
    rows = rows_of(table)

    def fail(reason: str) -> None:
        failed.append(Failure(path, reason))

    try:
        columns = [name.strip().lower() for name in next(rows, [])]
        if "file" not in columns:
            fail(f'line 1: no column "file"; begin with the line {",".join(COLUMNS[:5])}; the table was not used')
            return Sources({}, tuple(failed))
        if unknown := [name for name in columns if name not in COLUMNS]:
            fail(f"line 1: column {', '.join(map(repr, unknown))} is not known and was not used; known are {', '.join(COLUMNS)}")
        for row in rows:
            line = f"line {rows.line_num}"
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(columns):
                fail(f"{line}: {len(row)} cells where the header has {len(columns)}; quote text with commas; line not used")
                continue
            found, wrong = source(cells := dict(zip(columns, row, strict=True)))
            name = cells["file"].strip()
            if name not in files:
                fail(f"{line}: no article file {name!r} beside it; correct the name or remove the line; line not used")
            elif name in of:
                fail(f"{line}: {name!r} stands in an earlier line too; keep one; line not used")
            else:
                of[name] = found
                if wrong:
                    fail(f"{line}: {wrong}")
    except csv.Error as error:
        fail(f"line {rows.line_num}: {error}; correct the quotes there; this and later lines were not used")
    return Sources(of, tuple(failed))
