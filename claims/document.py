"""Values for one article: its text as it was read, and the parts of it that are not the article."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
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
    """One article. `text` is the decoded file unchanged; every offset counts Unicode code points in it."""

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

    @property
    def name(self) -> str:
        """What to call the source on a screen: the outlet, else the file's name."""
        return self.outlet or PurePath(self.path).stem or self.id

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
