"""Files of every format, made byte by byte from our own words, so that no test needs a sample of somebody else's."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from html import escape

TITLE = "Harrow Bay closes its old bridge"
FIRST = (
    "The council of Harrow Bay voted on Monday to close the old bridge, and the ferries will carry the school children instead."
)
SECOND = "Twelve people were hurt when a beam fell in March, the harbour police said, and the quay was shut for two days."
THIRD = "Mayor Ann Lee denied that anybody had known of the rust, although three inspectors had asked for repairs in the autumn."
PARAGRAPHS = (TITLE, FIRST, SECOND, THIRD)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def zipped(members: Mapping[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these members, always the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2021, 3, 14, 0, 0, 0)), data, how)
    return out.getvalue()


def page(body: str, head: str = "") -> bytes:
    """An HTML page."""
    return f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()


def story(paragraphs: Sequence[str] = PARAGRAPHS) -> str:
    """A headline and paragraphs as the main part of a page."""
    return f"<article><h1>{escape(paragraphs[0])}</h1>{''.join(f'<p>{escape(p)}</p>' for p in paragraphs[1:])}</article>"


MENU = "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a><li><a href=/s>Sport</a></ul></nav>"
META = (
    f"<title>{TITLE} | Bay Courier</title><meta property=og:site_name content='Bay Courier'><meta name=author content='Tom Reed'>"
    "<meta property=article:published_time content='2021-03-14T10:00:00Z'>"
    "<link rel=canonical href='https://courier.example/bridge'>"
)
PAGE = page(MENU + story() + "<footer>Copyright 2021 Bay Courier</footer>", META)


def pdf(pages: Sequence[Sequence[str]], columns: int = 1) -> bytes:
    """A PDF with a line of text for each string of each page, drawn column by column."""
    contents = []
    for lines in pages:
        share = -(-len(lines) // columns) or 1
        drawn = [
            f"1 0 0 1 {40 + 270 * (at // share)} {800 - 14 * (at % share)} Tm {shown(line)}" for at, line in enumerate(lines)
        ]
        contents.append(f"BT /F1 10 Tf {chr(10).join(drawn)} ET")
    return pdf_of(contents)


def shown(line: str) -> str:
    """The operator of a PDF that shows a line."""
    text = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"({text}) Tj"


def pdf_of(contents: Sequence[str]) -> bytes:
    """A PDF with a page for each stream of drawing operators; /F1 is its font."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    kids = []
    for stream in contents:
        objects.append(f"<</Length {len(stream.encode('cp1252', 'replace'))}>>stream\n{stream}\nendstream")
        kids.append(len(objects) + 1)
        resources = "<</Font<</F1 3 0 R>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{resources}/Contents {len(objects)} 0 R>>")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>"
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252", "replace")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}".encode()
    tail = f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{out.index(b'xref')}\n%%EOF\n"
    return bytes(out) + tail.encode()


def wrapped(paragraphs: Sequence[str], width: int = 60) -> list[str]:
    """Paragraphs as the lines of a printed column."""
    import textwrap

    return [line for paragraph in paragraphs for line in textwrap.wrap(paragraph, width)]


def locked_pdf(password: str, owner: str) -> bytes:
    """An encrypted PDF; an empty password opens for everybody."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(pdf([PARAGRAPHS]))))
    writer.encrypt(password, owner, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(paragraphs: Sequence[str] = PARAGRAPHS, body: str = "", **parts: str) -> bytes:
    """A Word file; `body` is XML added after the paragraphs."""
    written = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in paragraphs)
    stated = "<dc:title>Document1</dc:title><dc:creator>Tom Reed</dc:creator>"
    core = f"<cp:coreProperties xmlns:cp='c' xmlns:dc='d'>{stated}</cp:coreProperties>"
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<?xml version='1.0'?><w:document xmlns:w='{W}'><w:body>{written}{body}</w:body></w:document>",
        "docProps/core.xml": core,
        "word/vbaProject.bin": "a macro, which nobody runs",
    }
    return zipped(members | {name.replace("__", "/").replace("_xml", ".xml"): text for name, text in parts.items()})


def odt(paragraphs: Sequence[str] = PARAGRAPHS, body: str = "") -> bytes:
    """An OpenDocument text."""
    written = "".join(f"<text:p>{escape(text)}</text:p>" for text in paragraphs)
    spaces = "xmlns:office='o' xmlns:text='t'"
    content = f"<office:document-content {spaces}><office:body>{written}{body}</office:body></office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def epub(chapters: Sequence[bytes], package: str = "") -> bytes:
    """A book."""
    items = "".join(f"<item id='c{n}' href='c{n}.xhtml'/>" for n in range(len(chapters)))
    spine = "".join(f"<itemref idref='c{n}'/>" for n in range(len(chapters)))
    words = f"<dc:title>{TITLE}</dc:title><dc:creator>Tom Reed</dc:creator><dc:date>2021-03-14</dc:date>"
    stated = f"<metadata xmlns:dc='d'>{words}</metadata>"
    container = "<container><rootfiles><rootfile full-path='OPS/p.opf'/></rootfiles></container>"
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "OPS/p.opf": package or f"<package>{stated}<manifest>{items}</manifest><spine>{spine}</spine></package>",
    }
    return zipped(members | {f"OPS/c{n}.xhtml": chapter for n, chapter in enumerate(chapters)})


def rtf(paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """An RTF file."""
    words = "\\par ".join("".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text) for text in paragraphs)
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Arial;}}}}{{\\info{{\\author Tom}}}}\\f0 {words}}}".encode("ascii")


def mail(body: str, subtype: str = "plain", subject: str = TITLE, attachment: bytes = b"") -> bytes:
    """A mail."""
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = (
        subject,
        "Tom Reed <tom@courier.example>",
        "Sun, 14 Mar 2021 10:00:00 +0000",
    )
    message.set_content(body, subtype=subtype)
    if attachment:
        message.add_attachment(attachment, maintype="image", subtype="png", filename="bridge.png")
    return message.as_bytes()


def mhtml(markup: bytes = PAGE) -> bytes:
    """A page saved by a browser as one file."""
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://courier.example/bridge?from=mhtml"
    message["Subject"] = TITLE
    message.set_content(markup.decode(), subtype="html")
    message.make_related()
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    return message.as_bytes()


def feed(entries: str = "", head: str = "") -> bytes:
    """An RSS feed with one whole entry, and others."""
    body = escape("".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:]))
    entry = (
        f"<item><title>{TITLE}</title><link>https://courier.example/bridge</link><pubDate>Sun, 14 Mar 2021 10:00:00 GMT</pubDate>"
        f"<description>{body}</description></item>"
    )
    channel = f"<channel><title>Bay Courier</title>{entry}{entries}</channel>"
    return f"<?xml version='1.0'?>{head}<rss version='2.0'>{channel}</rss>".encode()


def warc(pages: Mapping[str, bytes], packed: bool = False) -> bytes:
    """A web archive with a response for each address."""
    out = []
    for url, body in pages.items():
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-03-14T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{len(out):012}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        record = head.encode() + answer + b"\r\n\r\n"
        out.append(gzip.compress(record, mtime=0) if packed else record)
    return b"".join(out)


def xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    """A workbook with one sheet."""
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
