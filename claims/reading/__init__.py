"""Reading: files, folders, uploads and web addresses in any of the usual formats become documents (docs/formats.md)."""

from claims.reading.decoding import decode
from claims.reading.files import ENDINGS, File, Reading, fetch, read, read_files
from claims.reading.kinds import SUFFIXES
from claims.reading.limits import MAX_BYTES, MAX_CHARACTERS, UnreadableError
from claims.reading.texts import corrected, read_text

__all__ = [
    "ENDINGS",
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "SUFFIXES",
    "File",
    "Reading",
    "UnreadableError",
    "corrected",
    "decode",
    "fetch",
    "read",
    "read_files",
    "read_text",
]
