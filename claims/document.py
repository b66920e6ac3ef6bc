"""Values for one article: its text as it was read, its pages, and the parts of it that are not the article."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath


@dataclass(frozen=True, slots=True, order=True)
class Dropped:
    """A stretch of a document's text that yields no claim, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that could not be used (or not wholly), and why: one clear line for a person."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article. Every offset counts Unicode code points in `text`.

    Of a .txt, `text` is the decoded file unchanged; of any other format what its reader took out of it (docs/formats.md).
    `pages` are the offsets at which the pages of a paged format begin, the first page first.
    """

    id: str
    text: str
    path: str = ""
    outlet: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    published: date | None = None
    language: str = "en"
    event: str = ""  # set by the user to override the grouping into events
    dropped: tuple[Dropped, ...] = ()
    pages: tuple[int, ...] = ()
    extracted: bool = False  # whether `text` is what a reader took out of the file, and not the file's own text

    @property
    def kept(self) -> str:
        """The text without its dropped spans, for comparing whole documents; offsets never count in it."""
        parts, at = [], 0
        for span in self.dropped:
            parts.append(self.text[at : span.start])
            at = max(at, span.end)
        return "".join([*parts, self.text[at:]])

    def page_of(self, offset: int) -> int | None:
        """The page (from 1) on which a place of the text stands, None where the format has no pages."""
        return max(1, bisect_right(self.pages, offset)) if self.pages else None

    def restored(self, reasons: Collection[str]) -> Document:
        """The document with what was dropped for these reasons put back."""
        return replace(self, dropped=tuple(span for span in self.dropped if span.reason not in reasons))

    def put_back(self, starts: Collection[int]) -> Document:
        """The document with the dropped spans that begin at these places put back."""
        return replace(self, dropped=tuple(span for span in self.dropped if span.start not in starts))

    @property
    def name(self) -> str:
        """What to call the source on a screen: the outlet, else that it is unknown, with the file's name."""
        return self.outlet or f"unknown outlet ({PurePath(self.path).stem or self.id})"

    @property
    def link(self) -> str:
        """The article's address where it is one of the web's, else empty: a script in an address must not run."""
        return self.url if self.url.lower().startswith(("https://", "http://")) else ""

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text in UTF-8, as 64 hex digits."""
        return sha256(self.text)


def sha256(text: str) -> str:
    """SHA-256 of a text in UTF-8 (lone surrogates kept), as 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_id(*parts: object) -> str:
    """Twelve hex digits that depend on the parts alone, so that the same input has the same ids everywhere."""
    return sha256("\x1f".join(map(str, parts)))[:12]
