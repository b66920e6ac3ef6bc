"""What a reader may cost, and the one exception that says that an input cannot be read."""

from __future__ import annotations

MAX_CHARACTERS = 2_000_000  # a very long book; the stages after reading would take many minutes beyond it
MAX_BYTES = 4 * (MAX_CHARACTERS + 1)  # no encoding read here takes more than four bytes a character; one may be a byte order mark
MAX_FILE = 50_000_000  # bytes of a file that holds more than text (pictures in a PDF, many pages in a WARC)
MAX_PAGES = 1_000  # of a PDF: several times the longest report that a newsroom reads as one document
MAX_ARTICLES = 5_000  # of one file with many articles; more belong to a run of their own
MAX_MEMBERS = 2_000  # files in an archive
MAX_EXPANDED = 200_000_000  # bytes of all members of an archive together
MAX_RATIO = 200  # expansion of one member: office XML stays below 50, a bomb has 1,000 and more
FREE_RATIO = 1_000_000  # bytes below which a high ratio harms nobody: a page of one repeated line
MAX_SECONDS = 60.0  # for one file; the slowest real one that we tried, a PDF of 900 pages, takes a third of it
MAX_MEMORY = 2_000_000_000  # bytes of address space of the process that reads; 50 MB of HTML take half of it


class UnreadableError(Exception):
    """An input holds no text that can be read; the message says why and what to do, in one line."""


def within(text: str) -> str:
    """A text of no more than MAX_CHARACTERS; UnreadableError for a longer one."""
    if len(text) > MAX_CHARACTERS:
        raise UnreadableError(too_long(f"{len(text):,} characters"))
    return text


def text_bytes(data: bytes) -> bytes:
    """The bytes of a file that is text throughout, no more than MAX_BYTES; UnreadableError for a longer one."""
    if len(data) > MAX_BYTES:
        raise UnreadableError(too_long(f"{len(data):,} bytes"))
    return data


def file_bytes(data: bytes) -> bytes:
    """The bytes of a file that holds many articles, no more than MAX_FILE; UnreadableError for a longer one."""
    if len(data) > MAX_FILE:
        raise UnreadableError(f"too long: {len(data):,} bytes, the limit is {MAX_FILE:,}; split it")
    return data


def too_long(size: str) -> str:
    """The reason for a text above the limit; `size` says how long it is, with its unit."""
    return f"too long: {size}, the limit is {MAX_CHARACTERS:,} characters; split it into single articles"
