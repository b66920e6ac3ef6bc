""".epub: the chapters of a book or of a magazine, in the order of reading, as one text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from claims.published import as_date
from claims.reading.archive import Archive, local, text_of, xml
from claims.reading.article import Article, Found
from claims.reading.decoding import decode_page
from claims.reading.limits import MAX_CHARACTERS, UnreadableError, too_long
from claims.reading.markup import blocks, parsed
from claims.sources import Source

_CONTAINER = "META-INF/container.xml"


def read_epub(data: bytes) -> Iterator[Found]:
    """The text of an .epub."""
    archive = Archive(data)
    if _CONTAINER not in archive:
        raise UnreadableError("no book in it (META-INF/container.xml is missing); save it again")
    if "META-INF/rights.xml" in archive:
        raise UnreadableError("encrypted (rights management); only free books can be read")
    roots = [node.get("full-path") for node in xml(archive.read(_CONTAINER), _CONTAINER).iter() if local(node.tag) == "rootfile"]
    if not roots or not roots[0]:
        raise UnreadableError("its container names no book; save it again")
    package = xml(archive.read(roots[0]), roots[0])
    hrefs = {node.get("id"): node.get("href") or "" for node in package.iter() if local(node.tag) == "item"}
    spine = [hrefs.get(node.get("idref"), "") for node in package.iter() if local(node.tag) == "itemref"]
    folder = posixpath.dirname(roots[0])
    parts: list[str] = []
    for href in dict.fromkeys(filter(None, spine)):  # a chapter that the spine names twice is still one
        chapter = posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))
        markup = decode_page(archive.read(chapter))
        if markup.strip():
            parts += [block.words for block in blocks(parsed(markup))]
        if (length := sum(map(len, parts))) > MAX_CHARACTERS:
            raise UnreadableError(too_long(f"more than {length:,} characters"))
    if not parts:
        raise UnreadableError("no text in it; check that the article is there")
    source = Source(
        outlet=text_of(package, "publisher"),
        title=text_of(package, "title"),
        author=text_of(package, "creator"),
        published=as_date(text_of(package, "date")),
    )
    yield Article("\n\n".join(parts), source)
