"""Bytes as text: which encoding they are in, and when they are no text at all."""

from __future__ import annotations

import codecs
import re

from claims.reading.limits import UnreadableError

MAX_CONTROLS = 0.01  # share of control characters above which a file is no text
MAX_ACCENTS = 0.3  # share of characters beyond ASCII above which bytes are not Western text; French and German stay below 0.1
DECLARED_WITHIN = 4_096  # bytes at the head of a page that may name its encoding (HTML asks for 1,024; real pages need more)

_MARKS = {  # the byte order mark of UTF-32 begins with that of UTF-16
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\s[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,30})""", re.IGNORECASE)


def decode(data: bytes) -> str:
    """Bytes as text, without the byte order mark: UTF-8, UTF-16 or Western (Windows-1252, of which Latin-1 text is a part)."""
    text = _decode(data)
    if "\0" in text or len(_CONTROL.findall(text)) > MAX_CONTROLS * len(text):
        raise UnreadableError("binary content, not text; save the article as plain text (.txt)")
    return text


def decode_page(data: bytes, charset: str = "") -> str:
    """A page of HTML as text: by its mark, by the `charset` that its carrier names, by its own declaration, or as plain text.

    What a named encoding cannot read is replaced: a page with one broken byte is still a page.
    """
    if not any(data.startswith(mark) for mark in _MARKS):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            declared = _DECLARED.search(data[:DECLARED_WITHIN])
            for name in (charset, declared[1].decode("ascii", "ignore") if declared else ""):
                if _is_text_encoding(name):
                    return data.decode("cp1252" if name.lower() in ("iso-8859-1", "latin-1", "latin1") else name, "replace")
    return _decode(data)


def _is_text_encoding(name: str) -> bool:
    try:
        # "hex", "zip" and the like are no encodings of text, and would expand what they are given
        return bool(name) and codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


def _decode(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "utf-8")
    if encoding == "utf-8" and 3 * data.count(0) > len(data):  # in UTF-16 every other byte of English text is zero
        encoding = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise UnreadableError(f"broken {encoding.upper()} text at byte {error.start}; save it again as UTF-8") from None
        sound = data.decode("utf-8", "ignore")
        if len(data) - len(sound.encode()) < sum(not char.isascii() for char in sound):
            raise UnreadableError(f"broken UTF-8 text at byte {error.start}; save it again as UTF-8") from None
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if sum(not char.isascii() for char in text) >= MAX_ACCENTS * len(text):
        raise UnreadableError("binary content or an unknown encoding; save the article as UTF-8 text")
    return text
