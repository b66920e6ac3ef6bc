"""Web archives (.warc, .warc.gz): each page that was answered with HTML is an article with its address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from math import inf
from typing import BinaryIO

from claims.reading.article import Found, Problem
from claims.reading.decoding import decode_page
from claims.reading.limits import MAX_ARTICLES, MAX_BYTES, MAX_EXPANDED, MAX_MEMBERS, UnreadableError
from claims.reading.pages import page

MAX_RECORDS = 10 * MAX_MEMBERS  # most records of a crawl are pictures and scripts


def read_warc(data: bytes) -> Iterator[Found]:
    """The pages of a web archive; what of it is no page is passed over, a page that cannot be read is named with its address."""
    yield from pages_of(BytesIO(data), MAX_RECORDS, MAX_ARTICLES, MAX_EXPANDED)


def pages_of(stream: BinaryIO, records: float = inf, articles: float = inf, expanded_to: float = inf) -> Iterator[Found]:
    """The pages of a web archive that is read as a stream, up to so many records, articles and bytes."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    pages = expanded = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            if number > records or expanded > expanded_to or pages == articles:
                yield Problem(f"too large: read up to record {number:,}; split it")
                return
            kind = (record.http_headers and record.http_headers.get_header("Content-Type")) or ""
            if record.rec_type != "response" or "html" not in kind.lower() or record.http_headers.get_statuscode() != "200":
                continue
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            body = record.content_stream().read(MAX_BYTES + 1)
            expanded += len(body)
            pages += 1
            if len(body) <= MAX_BYTES and getattr(record.raw_stream, "limit", 0) > 0:
                yield Problem(f"page {pages} ({url[:200]}) breaks off before its end; what there is of it is used")
            try:
                if len(body) > MAX_BYTES:
                    raise UnreadableError(f"longer than {MAX_BYTES:,} bytes; not used")
                yield replace(page(decode_page(body, _charset(kind)), url), name=f"page-{pages}")
            except UnreadableError as error:
                yield Problem(f"page {pages} ({url[:200]}): {error}")
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, AttributeError, TypeError, UnicodeError) as error:
        reason = f"broken web archive ({' '.join(str(error).split())[:100]}); make it again"
        if not pages:
            raise UnreadableError(reason) from None
        yield Problem(f"{reason}; the {pages} pages before are used")
        return
    if not pages:
        raise UnreadableError("no page of HTML in it; check what was archived")


def _charset(kind: str) -> str:
    return kind.lower().partition("charset=")[2].partition(";")[0].strip(" \"'")
