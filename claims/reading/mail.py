"""Mail (.eml) and pages saved as mail (.mhtml): the readable part; quotes, the signature and attachments are set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage

from claims.document import Dropped
from claims.furniture.labels import lines_of
from claims.reading.article import Article, Found, Problem
from claims.reading.decoding import decode, decode_page
from claims.reading.limits import MAX_FILE, MAX_MEMBERS, UnreadableError, too_long, within
from claims.reading.markup import plain
from claims.reading.pages import page
from claims.sources import Source

QUOTED, SIGNATURE = "quoted mail", "signature of a mail"

_QUOTE = re.compile(
    r">.*|(?:on\s.{4,100}\swrote|am\s.{4,100}\sschrieb\s.{1,60}):|-{2,}\s*(?:original|forwarded)\s+message\s*-{2,}", re.I
)
# What the parser raises on broken headers.
_PARSING = (LookupError, ValueError, AttributeError, TypeError, AssertionError)


def read_eml(data: bytes) -> Iterator[Found]:
    """The text of a mail with its subject above it; sender and date are its author and its day."""
    message = _message(data)
    body = _part(message, ("plain", "html"))
    if body is None:
        raise UnreadableError("no text in the mail; save its attachment as a file of its own")
    words = _content(body)
    text = plain(words) if body.get_content_type() == "text/html" else words.replace("\0", "")
    subject = _header(message, "Subject")
    if subject and not text.lstrip().startswith(subject):
        text = f"{subject}\n\n{text}"
    if not text.strip():
        raise UnreadableError("empty; put the article's text into it")
    source = Source(title=subject, author=_sender(message), published=_day(message))
    yield Article(within(text), source, dropped=tuple(_set_aside(text)))
    for part in message.walk():
        if filename := _filename(part):
            yield Problem(f"attachment {filename!r} not read; save it as a file of its own")


def read_mhtml(data: bytes) -> Iterator[Found]:
    """The page that a browser saved as one .mhtml file."""
    message = _message(data)
    body = _part(message, ("html",))
    if body is None:
        raise UnreadableError("no page of HTML in it; save the page again")
    url = _header(message, "Snapshot-Content-Location") or _header(body, "Content-Location")
    yield page(_content(body), url if url.startswith(("http://", "https://")) else "")


def _message(data: bytes) -> EmailMessage:
    if len(data) > MAX_FILE:
        raise UnreadableError(too_long(f"{len(data):,} bytes"))
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts = sum(1 for _ in message.walk())
    except (*_PARSING, RecursionError):
        raise UnreadableError("broken mail; save it again, or its text as .txt") from None
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnreadableError("no mail: it has no headers; save it again")
    if parts > MAX_MEMBERS:
        raise UnreadableError(f"{parts:,} parts in the mail, the limit is {MAX_MEMBERS:,}; save its text as .txt")
    return message


def _part(message: EmailMessage, kinds: tuple[str, ...]) -> EmailMessage | None:
    """The first part of the first of these kinds that is no attachment."""
    for kind in kinds:
        for part in message.walk():
            if part.get_content_type() == f"text/{kind}" and not _filename(part) and isinstance(part, EmailMessage):
                return part
    return None


def _filename(part: object) -> str:
    try:
        return (
            (part.get_filename() or "")
            if isinstance(part, EmailMessage) and part.get_content_disposition() == "attachment"
            else ""
        )
    except _PARSING:
        return ""


def _content(part: EmailMessage) -> str:
    try:
        data = part.get_payload(decode=True)
        charset = part.get_content_charset() or ""
    except _PARSING:
        data, charset = b"", ""
    if not isinstance(data, bytes):
        return ""
    return decode_page(data, charset) if charset or part.get_content_type() == "text/html" else decode(data)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except _PARSING:
        return ""


def _sender(message: EmailMessage) -> str:
    try:
        senders = getattr(message.get("From"), "addresses", ())
    except _PARSING:
        return ""
    return "; ".join(sender.display_name for sender in senders if isinstance(sender, Address) and sender.display_name)


def _day(message: EmailMessage) -> date | None:
    try:
        stated = getattr(message.get("Date"), "datetime", None)
    except _PARSING:
        return None
    return stated.date() if isinstance(stated, datetime) else None


def _set_aside(text: str) -> Iterator[Dropped]:
    """Quoted lines, and everything below the two hyphens that open a signature."""
    for line in lines_of(text):
        if re.fullmatch(r"--\s?", text[line.start : line.end + 1].rstrip("\r\n")) and line.words == "--":
            yield Dropped(line.start, len(text.rstrip()), SIGNATURE)
            return
        if _QUOTE.fullmatch(line.words):
            yield Dropped(line.start, line.end, QUOTED)
