"""Word-processor files: .docx, .odt and .rtf. Only their running text is read: no macros, links, pictures or comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import Any

from claims.reading.archive import Archive, local, text_of, xml
from claims.reading.article import Article, Found
from claims.reading.limits import UnreadableError, text_bytes, within
from claims.sources import Source

# What a reader of the printed page does not see: deleted and moved text, notes of the editors, drawings with their fallbacks.
_DOCX_UNSEEN = frozenset("del moveFrom delText instrText comment drawing pict object Fallback txbxContent footnotePr".split())
_ODT_UNSEEN = frozenset("tracked-changes annotation annotation-end note sequence-decls forms frame".split())


def read_docx(data: bytes) -> Iterator[Found]:
    """The paragraphs of a .docx; its headers and footers are parts of their own and are not read."""
    archive = Archive(data)
    if "word/document.xml" not in archive:
        raise UnreadableError("no Word document in it; save it as .docx again")
    root = xml(archive.read("word/document.xml"), "word/document.xml")
    paragraphs = _paragraphs(root, {"p"}, {"t"}, _DOCX_UNSEEN, {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"})
    yield _article(paragraphs, _stated(archive, "docProps/core.xml", "creator"))


def read_odt(data: bytes) -> Iterator[Found]:
    """The paragraphs of an .odt."""
    archive = Archive(data)
    if "content.xml" not in archive:
        raise UnreadableError("no text document in it; save it as .odt again")
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise UnreadableError("encrypted; save it without a password")
    root = xml(archive.read("content.xml"), "content.xml")
    paragraphs = _paragraphs(root, {"p", "h"}, set(), _ODT_UNSEEN, {"s": " ", "tab": " ", "line-break": "\n"})
    yield _article(paragraphs, _stated(archive, "meta.xml", "initial-creator"))


def read_rtf(data: bytes) -> Iterator[Found]:
    """The text of an .rtf."""
    from striprtf.striprtf import rtf_to_text

    if not text_bytes(data).lstrip().startswith(b"{\\rtf"):
        raise UnreadableError("no RTF: it does not begin like one; save it again")
    try:
        text: str = rtf_to_text(data.decode("cp1252", "replace"), errors="replace")
    except (ValueError, LookupError, IndexError, TypeError, KeyError, AttributeError, UnicodeError):
        raise UnreadableError("broken RTF; open it and save it again") from None
    yield _article(text.replace("\0", "").split("\n"), Source())


def _article(paragraphs: Iterator[str] | list[str], source: Source) -> Article:
    kept = (" ".join(paragraph.split()) for paragraph in paragraphs)
    text = "\n\n".join(paragraph for paragraph in kept if paragraph)
    if not text:
        raise UnreadableError("no text in it; check that the article is there")
    return Article(within(text), source if source.title.casefold() in text.casefold() else Source(author=source.author))


def _stated(archive: Archive, part: str, creator: str) -> Source:
    """Title and author that the file states; a broken statement is no reason not to read the text."""
    if part not in archive:
        return Source()
    try:
        root = xml(archive.read(part), part)
    except UnreadableError:
        return Source()
    return Source(title=text_of(root, "title"), author=text_of(root, creator) or text_of(root, "creator"))


def _paragraphs(root: Any, paragraphs: Set[str], runs: Set[str], unseen: Set[str], marks: Mapping[str, str]) -> Iterator[str]:
    """The paragraphs of an XML text: the words of its `runs`, or where there are none all words; `marks` stand for characters."""
    pieces: list[str] = []
    inside = 0
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        node, left = stack.pop()
        tag = local(node.tag)
        if left:
            inside -= tag in paragraphs
            if tag in paragraphs and not inside:
                yield "".join(pieces)
                pieces = []
        elif tag not in unseen:
            inside += tag in paragraphs
            pieces.append(marks.get(tag, ""))
            if inside and node.text and (tag in runs or not runs):
                pieces.append(node.text)
            stack.append((node, True))
            stack.extend((child, False) for child in reversed(node))
            continue
        if inside and not runs and node.tail:
            pieces.append(node.tail)
