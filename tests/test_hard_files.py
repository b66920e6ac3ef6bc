"""Files that break readers: each gives its text or one clear line, in bounded time and memory, and never disturbs the others."""

from __future__ import annotations

import gzip
import json
import os
import random
import resource
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import made
import pytest
from made import FIRST, PAGE, PARAGRAPHS, SECOND, TITLE

from claims.reading import Reading, UnreadableError, read, read_files
from claims.reading.apart import Apart

LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
OUTWARD = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>"
WORD = f"<w:document xmlns:w='{made.W}'><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>"
NOISE = random.Random(8).randbytes(20_000)
TEXT = "\n\n".join(PARAGRAPHS)


def lying(data: bytes, size: int) -> bytes:
    """A zip whose first member is said to have this size once it is unpacked."""
    at = data.index(b"PK\x01\x02") + 24
    head = data[:at] + size.to_bytes(4, "little") + data[at + 4 :]
    return head[:22] + size.to_bytes(4, "little") + head[26:]


def flagged(data: bytes) -> bytes:
    """A zip whose members are said to be encrypted."""
    at = data.index(b"PK\x01\x02") + 8
    return data[:6] + b"\1\0" + data[8:at] + b"\1\0" + data[at + 2 :]


def linked() -> bytes:
    """A zip with a link that points out of it."""
    import io
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def stream_pdf(stream: bytes, extra: str = "/Filter/FlateDecode", length: int | None = None) -> bytes:
    """A PDF of one page whose content is this stream."""
    plain = made.pdf([["x"]])
    start, end = plain.index(b"<</Length"), plain.index(b"endobj", plain.index(b"<</Length"))
    said = len(stream) if length is None else length
    return plain[:start] + f"<</Length {said}{extra}>>stream\n".encode() + stream + b"\nendstream\n" + plain[end:]


class Hard(NamedTuple):
    """A file, what it must give (words of its text, or of the reason), and why it is hard."""

    name: str
    make: Callable[[], bytes]
    gives: str
    why: str
    text: bool = False


HARD = (
    # text
    Hard("a.txt", lambda: b"", "empty", "no bytes"),
    Hard("a.txt", lambda: b" \r\n\xc2\xa0\n", "empty", "white space"),
    Hard("a.txt", lambda: TEXT.encode() + b"\0" * 5, "binary content", "NULs in a text"),
    Hard("a.txt", lambda: b"\xef\xbb\xbf" + TEXT.encode(), FIRST, "a byte order mark", True),
    Hard("a.txt", lambda: TEXT.encode("utf-16"), FIRST, "UTF-16", True),
    Hard("a.txt", lambda: TEXT.encode("utf-32"), FIRST, "UTF-32", True),
    Hard("a.txt", lambda: TEXT.encode("utf-16")[:-1], "broken UTF-16", "cut inside a character"),
    Hard("a.txt", lambda: "Señor Müller “said”.".encode() + b"\xff\xfe", "broken UTF-8", "two encodings in one file"),
    Hard("a.txt", lambda: "أعلن رئيس البلدية إغلاق الجسر القديم يوم الاثنين.".encode(), "mostly in Arabic", "right to left"),
    Hard("a.txt", lambda: f"\u202e{FIRST}\u202c \u200f{SECOND}".encode(), SECOND, "marks of direction in English", True),
    Hard("a.txt", lambda: PAGE, "an HTML page named .txt", "wrong ending"),
    Hard("a.txt", lambda: b"%PDF-1.7\n\0" + NOISE, "a PDF named .txt", "a PDF under a wrong ending"),
    Hard("a.txt", lambda: b"\x89PNG\r\n\x1a\n" + NOISE, "binary content", "a picture"),
    Hard("a.txt", lambda: b"a " * 5_000_000, "too long", "10 MB of words"),
    Hard("a.txt", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, "old Office file", "a .doc"),
    Hard("a.txt", lambda: NOISE, "", "noise"),
    # HTML
    Hard("a.html", lambda: b"", "empty", "no bytes"),
    Hard("a.html", lambda: made.page(made.story() + "<p>x</p>" * 6_000_000), "too long", "50 MB"),
    Hard("a.html", lambda: made.page(f"<p>{'word ' * 500_000}</p>"), "too long", "2.5 million characters in 2.5 MB"),
    Hard("a.html", lambda: made.page("<div>" * 200_000 + made.story()), "", "200,000 elements inside each other"),
    Hard("a.html", lambda: made.page(made.story() + "<b><i>" * 50_000 + "x"), FIRST, "100,000 marks that nobody closes", True),
    Hard("a.html", lambda: made.page(made.story() + "<a href=x>link</a> " * 50_000), FIRST, "50,000 links", True),
    Hard("a.html", lambda: PAGE[:-60], SECOND, "cut off", True),
    Hard("a.html", lambda: made.page("<script>write('news')</script>"), "without text", "made by a script"),
    Hard("a.html", lambda: PAGE.replace(b"Monday", b"Mon\0day"), FIRST, "NULs", True),
    Hard("a.html", lambda: PAGE.decode().encode("utf-16"), FIRST, "UTF-16", True),
    Hard("a.html", lambda: PAGE.replace(b"=utf-8", b"=hex") + b"\xe9", FIRST, "an encoding that is none", True),
    Hard("a.html", lambda: PAGE.replace(b"=utf-8", b"=nonesuch") + b"\xe9", FIRST, "an encoding that nobody knows", True),
    Hard("a.html", lambda: PAGE + b"&#x110000;&#0;&#xd800;&nbsp;&a;", FIRST, "characters that are none", True),
    Hard("a.html", lambda: LAUGHS.encode() + b"]><html><body>&i;" + made.story().encode(), FIRST, "a billion laughs", True),
    Hard("a.html", lambda: b"<html>" + NOISE, "", "noise"),
    # PDF
    Hard("a.pdf", lambda: b"", "no PDF", "no bytes"),
    Hard("a.pdf", lambda: b"%PDF-1.4", "broken PDF", "a header alone"),
    Hard("a.pdf", lambda: made.pdf([PARAGRAPHS])[:400], "broken PDF", "cut off"),
    Hard("a.pdf", lambda: made.pdf([PARAGRAPHS]).replace(b"xref\n0", b"xxxx\n0"), "broken PDF", "no table of its objects"),
    Hard("a.pdf", lambda: b"From: mail\r\n\r\n" + made.pdf([PARAGRAPHS]), FIRST, "something before it", True),
    Hard("a.pdf", lambda: made.locked_pdf("secret", "owner"), "encrypted", "locked"),
    Hard("a.pdf", lambda: made.locked_pdf("", "owner"), FIRST, "locked against changes only", True),
    Hard("a.pdf", lambda: made.pdf([["Page of a long report."]] * 3_000), "3,000 pages, the limit is 1,000", "3,000 pages"),
    Hard("a.pdf", lambda: made.pdf([[]]), "no text in its 1 pages", "a scan"),
    Hard("a.pdf", lambda: stream_pdf(zlib.compress(b"0 " * 100_000_000)), "", "a stream of 200 MB in 200 KB"),
    Hard("a.pdf", lambda: stream_pdf(b"BT ET", "", 1_000_000_000), "", "1 GB claimed"),
    Hard("a.pdf", lambda: stream_pdf(zlib.compress(b"q " * 1_000_000)), "", "a million operators"),
    Hard("a.pdf", lambda: made.pdf([["x"]]).replace(b"[5 0 R]", b"[2 0 R]"), "", "a page that contains itself"),
    Hard("a.pdf", lambda: b"%PDF-1.7\n" + NOISE, "broken PDF", "noise"),
    # word processors
    Hard("a.docx", lambda: b"", "broken archive", "no bytes"),
    Hard("a.docx", lambda: made.docx()[:-40], "broken archive", "cut off"),
    Hard("a.docx", lambda: made.docx(word__document_xml=f"{LAUGHS}]>{WORD}"), "entities or a document type", "a billion laughs"),
    Hard("a.docx", lambda: made.docx(word__document_xml=f"{OUTWARD}]>{WORD}"), "entities or a document type", "a file outside"),
    Hard("a.docx", lambda: made.docx(word__document_xml="<w:document"), "broken XML", "XML cut off"),
    Hard("a.docx", lambda: made.docx(word__document_xml="<a>" * 200_000 + "</a>" * 200_000), "", "200,000 elements deep"),
    Hard("a.docx", lambda: made.docx(()), "no text", "no words"),
    Hard("a.docx", lambda: made.docx(word__document_xml="<a>" + " " * 190_000_000), "refused", "190 MB of spaces"),
    Hard("a.docx", lambda: lying(made.docx(), 1_000_000_000), "", "1 GB claimed"),
    Hard("a.docx", lambda: made.zipped({"x.xml": "<x/>"}), "no Word document", "a zip of something else"),
    Hard("a.docx", lambda: NOISE, "broken archive", "noise"),
    Hard("a.odt", lambda: made.odt()[:100], "broken archive", "cut off"),
    Hard("a.odt", lambda: made.zipped({"content.xml": f"{LAUGHS}]><x>&i;</x>"}), "entities or a document", "a billion laughs"),
    Hard(
        "a.odt",
        lambda: made.zipped({"content.xml": NOISE, "META-INF/manifest.xml": "<x><encryption-data/></x>"}),
        "encrypted",
        "locked",
    ),
    Hard("a.rtf", lambda: made.rtf()[:-300], TITLE, "cut off", True),
    Hard("a.rtf", lambda: b"{\\rtf1 " + b"{" * 100_000 + FIRST.encode(), "", "100,000 groups inside each other"),
    Hard("a.rtf", lambda: b"{\\rtf1\\ansi\\u99999999999? \\'zz " + NOISE, "", "noise"),
    Hard("a.rtf", lambda: b"plain", "no RTF", "no RTF at all"),
    # books
    Hard("a.epub", lambda: made.zipped({"mimetype": "application/epub+zip"}), "no book", "no container"),
    Hard("a.epub", lambda: made.epub([PAGE], "<package><itemref idref='x'/></package>"), "no text", "a spine of nothing"),
    Hard(
        "a.epub",
        lambda: made.epub([], "<package><item id='x' href='../../../etc/passwd'/><itemref idref='x'/></package>"),
        "missing",
        "a chapter outside of the book",
    ),
    Hard("a.epub", lambda: made.epub([PAGE], f"{LAUGHS}]><package>&i;</package>"), "entities or a document", "a billion laughs"),
    # archives
    Hard("a.zip", lambda: made.zipped({}), "without articles", "nothing in it"),
    Hard("a.zip", lambda: made.zipped({"a.txt": TEXT})[:-30], "broken archive", "cut off"),
    Hard("a.zip", lambda: made.zipped({"../../a.txt": TEXT}), "leads out of the archive", "a path upwards"),
    Hard("a.zip", lambda: made.zipped({"/etc/a.txt": TEXT}), "leads out of the archive", "an absolute path"),
    Hard("a.zip", lambda: made.zipped({"..\\a.txt": TEXT, "C:\\a.txt": TEXT}), "leads out of the archive", "paths of Windows"),
    Hard("a.zip", linked, "leads out of the archive", "a link"),
    Hard("a.zip", lambda: flagged(made.zipped({"a.txt": TEXT})), "encrypted", "locked"),
    Hard("a.zip", lambda: lying(made.zipped({"a.txt": TEXT}), 5), "", "a size that is too small"),
    Hard("a.zip", lambda: lying(made.zipped({"a.txt": TEXT}), 4_000_000_000), "would expand to", "4 GB claimed"),
    Hard("a.zip", lambda: made.zipped({"a.txt": b"\0" * 40_000_000}), "refused", "a bomb of 40 MB"),
    Hard(
        "a.zip",
        lambda: made.zipped({f"{n}.txt": b"a" * 30_000_000 for n in range(8)}),
        "would expand to",
        "a bomb of many members",
    ),
    Hard("a.zip", lambda: made.zipped({f"{n}.txt": "x" for n in range(2_500)}), "2,500 files", "too many files"),
    Hard("a.zip", lambda: made.zipped({"b.zip": made.zipped({"a.txt": TEXT})}), "an archive in an archive", "a zip in a zip"),
    # mail
    Hard("a.eml", lambda: b"", "no mail", "no bytes"),
    Hard("a.eml", lambda: b"no headers here", "", "no mail"),
    Hard("a.eml", lambda: b"Content-Type: image/png\r\n\r\nx", "no text in the mail", "an attachment alone"),
    Hard(
        "a.eml",
        lambda: (
            b"Subject: =?x?q?=?=\r\nFrom: <<>>,,\r\nDate: never\r\nContent-Type: text/plain; charset=nonesuch\r\n\r\n"
            + FIRST.encode()
        ),
        FIRST,
        "broken headers",
        True,
    ),
    Hard(
        "a.eml",
        lambda: b"Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!" + NOISE,
        "binary content",
        "base64 that is none",
    ),
    Hard(
        "a.eml",
        lambda: b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(2_000)),
        "",
        "2,000 parts inside each other",
    ),
    Hard("a.mhtml", lambda: made.mail(FIRST), "no page of HTML", "no page in it"),
    # feeds
    Hard("a.rss", lambda: made.feed(head=f"{LAUGHS}]>"), "entities", "a billion laughs"),
    Hard("a.rss", lambda: made.feed(head=f"{OUTWARD}]>"), "entities", "a file outside"),
    Hard("a.rss", lambda: b"<rss version='2.0'><channel/></rss>", "no feed with entries", "no entries"),
    Hard("a.rss", lambda: made.feed()[:-12], FIRST, "cut off", True),
    Hard("a.xml", lambda: b"<x><y/></x>", "no feed", "other XML"),
    # tables and rows
    Hard("a.json", lambda: b"[" * 100_000, "not JSON", "100,000 lists inside each other"),
    Hard("a.json", lambda: b'{"text": 5}', "article 1: no JSON object with a string", "a number for a text"),
    Hard("a.json", lambda: b"[" + b"9" * 10_000 + b"]", "not JSON", "a number of 10,000 digits"),
    Hard("a.jsonl", lambda: json.dumps({"text": f"\ud83d {FIRST}"}).encode(), FIRST, "half a character", True),
    Hard("a.jsonl", lambda: b'{"text": "\0"}', "binary content", "NULs"),
    Hard("a.csv", lambda: f'text\n"{FIRST}\n'.encode(), "line 2: unexpected end of data", "a quote that is not closed"),
    Hard("a.csv", lambda: b"text\n" + b"a" * 3_000_000, "field larger than", "a cell of 3 MB"),
    Hard("a.csv", lambda: b"a,b\n1,2\n", "no column", "no texts"),
    Hard("a.xlsx", lambda: made.xlsx([["a"]])[:-60], "broken archive", "cut off"),
    Hard("a.xlsx", lambda: made.zipped({"xl/workbook.xml": f"{LAUGHS}]><x>&i;</x>"}), "a document type", "a billion laughs"),
    Hard("a.xlsx", lambda: made.zipped({"xl/workbook.xml": "<x/>"}), "broken workbook", "parts missing"),
    # web archives
    Hard("a.warc", lambda: made.warc({"https://a.example/": PAGE})[:-400], "breaks off before its end", "cut off"),
    Hard("a.warc.gz", lambda: gzip.compress(NOISE, mtime=0), "broken web archive", "a gzip of something else"),
    Hard("a.warc.gz", lambda: made.warc({"https://a.example/": PAGE}, True)[:300], "", "cut off"),
    Hard(
        "a.warc",
        lambda: made.warc({"https://a.example/": PAGE}).replace(b"Content-Length: ", b"Content-Length: 1000000", 1),
        "",
        "1 GB claimed",
    ),
    Hard("a.warc.gz", lambda: made.warc({"https://a.example/": b"<p>" + b"a" * 100_000_000}, True), "", "a bomb of 100 MB"),
    # Markdown
    Hard("a.md", lambda: b"> " * 50_000 + FIRST.encode(), "", "50,000 quotes inside each other"),
    Hard("a.md", lambda: b"*a_ " * 50_000, "", "marks that match nothing"),
    Hard("a.md", lambda: b"---\ntitle: x\n---\n", "empty", "metadata alone"),
)
MOST_SECONDS = 120.0  # for one file, on a machine that others use too; alone none takes more than 10
MOST_MEMORY = 2.2e9  # bytes of the reading process: its limit, and what the loader maps beside it


class Outcome(NamedTuple):
    """What a file gave and how long that took."""

    reading: Reading
    seconds: float


@pytest.fixture(scope="module")
def outcomes() -> dict[int, Outcome]:
    """Every file read alone, as it would be uploaded."""
    found: dict[int, Outcome] = {}
    with Apart(seconds=MOST_SECONDS) as apart:
        for number, hard in enumerate(HARD):
            data = hard.make()
            begun = time.perf_counter()
            found[number] = Outcome(read_files([(hard.name, data)], apart=apart), time.perf_counter() - begun)
    return found


@pytest.mark.parametrize("number", range(len(HARD)), ids=lambda n: f"{HARD[n].name}-{HARD[n].why}".replace(" ", "-"))
def test_a_hard_file_gives_its_text_or_one_clear_line(outcomes: dict[int, Outcome], number: int) -> None:
    """Its words, or one line that says why not and what to do; quickly either way."""
    hard, (reading, seconds) = HARD[number], outcomes[number]
    lines = [failure.reason for failure in reading.failed]
    assert seconds < MOST_SECONDS
    assert all(line and line.isprintable() and len(line) < 400 for line in lines), lines
    assert "Error" not in " ".join(lines), lines
    if hard.text:
        assert hard.gives in " ".join(reading.documents[0].text.split()), lines
    elif hard.gives:
        assert hard.gives in " ".join(lines)
    else:
        assert lines or all(document.text.strip() for document in reading.documents)
        assert lines or reading.documents


def test_there_are_enough_of_them() -> None:
    """At least sixty, and each is hard in its own way."""
    assert len(HARD) >= 60
    assert len({(hard.name, hard.why) for hard in HARD}) == len(HARD)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
def test_reading_stays_within_its_memory(outcomes: dict[int, Outcome]) -> None:
    """The largest process that read any of them stayed within the limit."""
    assert len(outcomes) == len(HARD)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MOST_MEMORY


def test_a_file_of_a_gigabyte_is_not_opened(tmp_path: Path) -> None:
    """Its size on disk is enough to refuse it, whatever its kind."""
    for name in ("a.txt", "a.pdf", "a.zip", "a.warc"):
        path = tmp_path / name
        with path.open("wb") as file:
            os.truncate(file.fileno(), 1_000_000_000)
        begun = time.process_time()
        (failure,) = read([path]).failed
        assert "too long" in failure.reason
        assert time.process_time() - begun < 5


def test_a_reader_that_does_not_end_is_ended() -> None:
    """After its time a reader is stopped, and the next file is read by a new one."""
    slow = made.pdf([made.wrapped(PARAGRAPHS * 20)] * 900)
    with Apart(seconds=1.5) as apart, pytest.raises(UnreadableError, match="takes longer than"):
        apart.found_in("pdf", slow)
    with Apart() as apart:
        assert apart.found_in("rtf", made.rtf())
        with pytest.raises(UnreadableError, match="no RTF"):
            apart.found_in("rtf", b"x")
        assert apart.found_in("rtf", made.rtf())


@pytest.mark.skipif(sys.platform != "linux", reason="only there is the limit sure to hold")
def test_a_reader_that_takes_too_much_memory_is_ended() -> None:
    """Beyond its memory a reader fails by itself, with one line."""
    with Apart(memory=150_000_000) as apart, pytest.raises(UnreadableError, match="memory"):
        apart.found_in("markdown", b"a\n\n" * 600_000)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """A current folder with a module that must not be imported."""
    kept = Path.cwd()
    (tmp_path / "json.py").write_text("raise SystemExit('imported')")
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(kept)


def test_nothing_of_the_current_folder_is_run(elsewhere: Path) -> None:
    """The reading process imports nothing that lies where the user happens to be."""
    (document,) = read_files([("a.rtf", made.rtf())]).documents
    assert FIRST in document.text
    assert not (elsewhere / "__pycache__").exists()
