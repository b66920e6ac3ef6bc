"""Which reader a file goes to: by what its bytes are where they say so, else by its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from claims.reading.archive import Archive
from claims.reading.article import Found
from claims.reading.columns import Columns
from claims.reading.limits import UnreadableError

TEXT, ZIP = "text", "zip"
SNIFFED = 2_048  # bytes at the head of a file that may tell what it is


@dataclass(frozen=True, slots=True)
class Kind:
    """A format. `reader` is module:function, imported when a file needs it; `apart`: hostile bytes may cost time or memory."""

    what: str
    suffixes: tuple[str, ...]
    types: tuple[str, ...] = ()  # media types that a server may give it
    reader: str = ""
    apart: bool = True
    mapped: bool = False  # rows whose columns the user may map
    as_is: bool = False  # its articles' texts stand in the file unchanged
    listed: bool = False  # usually data and not an article: inside a folder it is read only if it is named itself


KINDS: dict[str, Kind] = {
    TEXT: Kind("a plain text", (".txt",), ("text/plain",), apart=False, as_is=True),
    "html": Kind("an HTML page", (".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), "pages:read_page"),
    "mhtml": Kind("a saved page", (".mhtml", ".mht"), ("multipart/related",), "mail:read_mhtml"),
    "markdown": Kind("a Markdown text", (".md", ".markdown"), ("text/markdown",), "markdown:read_markdown"),
    "pdf": Kind("a PDF", (".pdf",), ("application/pdf",), "pdf:read_pdf"),
    "docx": Kind(
        "a Word file",
        (".docx",),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        "office:read_docx",
    ),
    "odt": Kind("an OpenDocument text", (".odt",), ("application/vnd.oasis.opendocument.text",), "office:read_odt"),
    "rtf": Kind("an RTF file", (".rtf",), ("application/rtf", "text/rtf"), "office:read_rtf"),
    "epub": Kind("a book", (".epub",), ("application/epub+zip",), "book:read_epub"),
    "eml": Kind("a mail", (".eml",), ("message/rfc822",), "mail:read_eml"),
    "feed": Kind(
        "a feed",
        (".rss", ".atom", ".xml"),
        ("application/rss+xml", "application/atom+xml", "application/xml", "text/xml"),
        "feeds:read_feed",
    ),
    "warc": Kind("a web archive", (".warc", ".warc.gz"), ("application/warc",), "warc:read_warc"),
    "jsonl": Kind(
        "rows of JSON", (".jsonl", ".ndjson"), (), "rows:read_jsonl", apart=False, mapped=True, as_is=True, listed=True
    ),
    "json": Kind("JSON", (".json",), ("application/json",), "rows:read_json", apart=False, mapped=True, as_is=True, listed=True),
    "csv": Kind(
        "a table", (".csv", ".tsv"), ("text/csv", "text/tab-separated-values"), "tables:read_csv", False, True, True, True
    ),
    "xlsx": Kind(
        "a workbook",
        (".xlsx",),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
        "tables:read_xlsx",
        mapped=True,
        listed=True,
    ),
    ZIP: Kind("an archive", (".zip",), ("application/zip",)),
}
SUFFIXES: dict[str, str] = {suffix: name for name, kind in KINDS.items() for suffix in kind.suffixes}
TYPES: dict[str, str] = {media: name for name, kind in KINDS.items() for media in kind.types}

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE)
_MEMBERS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "content.xml": "odt", "META-INF/container.xml": "epub"}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_by_name(path: str) -> str:
    """The kind that a file's name says, or ""."""
    name = PurePath(path).name.lower()
    return "warc" if name.endswith(".warc.gz") else SUFFIXES.get(PurePath(name).suffix, "")


def kind_of(path: str, data: bytes, said: str = "") -> str:
    """The kind of a file by its content and its name; `said` is what a server called it. UnreadableError where none fits.

    A .txt is taken at its word, because its offsets count in the file as it is: another format under that name is refused.
    """
    seen = _kind_by_content(data)
    named = kind_by_name(path)
    if named == TEXT and not said:
        if seen == "html" or (seen and seen != "feed" and b"\0" in data):
            raise UnreadableError(
                f"binary content or markup, not plain text: {KINDS[seen].what} named .txt; give it its own ending"
            )
        return TEXT
    if seen in (ZIP, "feed") and (said or named) in KINDS and (said or named) != TEXT:
        return said or named  # a zip without known parts may be a broken .docx, whose own reader says so better
    return seen or said or named or TEXT


def _kind_by_content(data: bytes) -> str:
    head = data[:SNIFFED].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(_OLD_OFFICE):
        raise UnreadableError("binary content: an old Office file (.doc, .xls) or mail (.msg); save it as .docx, .xlsx or .txt")
    if head.startswith(b"PK\x03\x04"):
        try:
            names = Archive(data).names
        except UnreadableError:
            return ZIP
        return next((kind for member, kind in _MEMBERS.items() if member in names), ZIP)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"WARC/", b"\x1f\x8b")):
        return "warc"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\0", b"")[2:]
    return "html" if _PAGE.match(head) else "feed" if head.lstrip().startswith(b"<") and _FEED.search(head) else ""


def found_in(kind: str, data: bytes, columns: Columns | None = None) -> Iterator[Found]:
    """The articles that the reader of a kind finds in a file's bytes; whatever goes wrong is an UnreadableError.

    The libraries behind the readers meet bytes that nobody has tried before, so this one place catches what they raise.
    """
    module, _, function = KINDS[kind].reader.partition(":")
    reader = getattr(import_module(f"claims.reading.{module}"), function)
    try:
        yield from reader(data, columns) if KINDS[kind].mapped else reader(data)
    except UnreadableError:
        raise
    except MemoryError:
        raise UnreadableError("needs more memory than a document should; split it, or save its text as .txt") from None
    except Exception as error:
        raise UnreadableError(f"cannot be read as {KINDS[kind].what}; open it and save it again, or its text as .txt") from error
