"""Whatever bytes come, a reader gives sound articles or the one exception that says why not.

The examples are the same every time; FACTCHECK_FUZZ=5000 in the environment tries that many others of each kind. A long run that
is guided by coverage is tests/fuzzing.py.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress

import made
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import PAGE, PARAGRAPHS

from claims.language import set_aside
from claims.reading import UnreadableError, decode, read_files
from claims.reading.addresses import is_public
from claims.reading.apart import Apart
from claims.reading.archive import Archive
from claims.reading.article import Article, Found, as_row, from_row
from claims.reading.decoding import decode_page
from claims.reading.kinds import KINDS, TEXT, ZIP, found_in, kind_of
from claims.reading.mail import read_eml, read_mhtml
from claims.reading.pdf import article
from claims.reading.rows import read_json, read_jsonl
from claims.reading.tables import read_csv

LONG = int(os.environ.get("FACTCHECK_FUZZ", "0"))
FUZZ = settings(
    max_examples=LONG or 25,
    deadline=None,
    derandomize=not LONG,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
QUICK = settings(max_examples=LONG or 100, deadline=None, derandomize=not LONG)

ROWS = [{"id": "x", "headline": "A bridge", "body": " ".join(PARAGRAPHS), "date": "2021-03-14"}]
SAMPLES: dict[str, bytes] = {
    "html": PAGE,
    "mhtml": made.mhtml(),
    "markdown": b"---\ntitle: x\n---\n# A *b* [c](d)\n\n" + "\n\n".join(PARAGRAPHS).encode(),
    "pdf": made.pdf([made.wrapped(PARAGRAPHS), ["2"]]),
    "docx": made.docx(),
    "odt": made.odt(),
    "rtf": made.rtf(),
    "epub": made.epub([PAGE]),
    "eml": made.mail("\n\n".join(PARAGRAPHS), attachment=b"\x89PNG"),
    "feed": made.feed(),
    "warc": made.warc({"https://a.example/": PAGE}),
    "jsonl": json.dumps(ROWS[0]).encode(),
    "json": json.dumps(ROWS).encode(),
    "csv": b"text,date\n" + b'"a ""b"" c",2021-03-14\n' * 3,
    "xlsx": made.xlsx([["Text", "Date"], ["a b c", "2021-03-14"]]),
    ZIP: made.zipped({"a.txt": "A bridge."}),
    TEXT: "\n\n".join(PARAGRAPHS).encode(),
}


@st.composite
def broken(draw: st.DrawFn, kind: str) -> bytes:
    """A sound file with some bytes changed, cut out, doubled or put in."""
    data = bytearray(SAMPLES[kind])
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        match draw(st.sampled_from("change cut double insert end".split())):
            case "change" if at < len(data):
                data[at] = draw(st.integers(0, 255))
            case "cut":
                del data[at : at + draw(st.integers(1, 400))]
            case "double":
                data[at:at] = data[at : at + draw(st.integers(1, 400))]
            case "insert":
                data[at:at] = draw(st.binary(max_size=20))
            case "end":
                del data[at:]
    return bytes(data)


def sound(found: Iterator[Found]) -> None:
    """Every article has a text, spans inside it and in order, pages in order, and survives its way between processes."""
    for item in found:
        assert from_row(json.loads(json.dumps(as_row(item)))) == item
        if isinstance(item, Article):
            assert item.text.strip()
            spans = [at for span in item.dropped for at in (span.start, span.end)]
            assert spans == sorted(spans)
            assert [*item.pages] == sorted(item.pages)
            assert all(0 <= at <= len(item.text) for at in (*spans, *item.pages))
        else:
            assert item.reason.strip()


@pytest.mark.parametrize("kind", sorted(kind for kind in KINDS if KINDS[kind].reader))
@FUZZ
@given(data=st.data())
def test_a_reader_raises_the_named_exception_only(kind: str, data: st.DataObject) -> None:
    """Broken files of a kind, and files of any other kind under its name."""
    sample = data.draw(st.one_of(broken(kind), st.sampled_from(sorted(SAMPLES)).flatmap(broken), st.binary(max_size=200)))
    said = "read"
    try:
        sound(found_in(kind, sample))
    except UnreadableError as error:
        said = str(error)
    assert said
    assert said.isprintable()


@pytest.mark.parametrize("reader", [read_eml, read_mhtml, read_json, read_jsonl, read_csv], ids=lambda it: it.__name__)
@QUICK
@given(data=st.data())
def test_our_own_readers_need_no_net(reader: object, data: st.DataObject) -> None:
    """Readers without a library behind them raise nothing else by themselves, before anybody catches it."""
    sample = data.draw(
        st.one_of(st.sampled_from(["eml", "mhtml", "json", "jsonl", "csv"]).flatmap(broken), st.binary(max_size=200))
    )
    with suppress(UnreadableError):
        sound(reader(sample))  # type: ignore[operator]


@QUICK
@given(data=st.data(), name=st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "a.zip", "a.xml", "a", "a.warc.gz", "a.JSON"]))
def test_bytes_are_some_kind_or_refused(data: st.DataObject, name: str) -> None:
    """Finding out what a file is, opening it as an archive and decoding it end the same way."""
    sample = data.draw(st.one_of(st.sampled_from(sorted(SAMPLES)).flatmap(broken), st.binary(max_size=200)))
    for step in (
        lambda: kind_of(name, sample),
        lambda: Archive(sample).names,
        lambda: decode(sample),
        lambda: decode_page(sample),
    ):
        with suppress(UnreadableError):
            step()


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    """One reading process for all examples."""
    with Apart() as it:
        yield it


@FUZZ
@given(data=st.data(), kind=st.sampled_from(sorted(SAMPLES)))
def test_an_upload_never_raises(apart: Apart, data: st.DataObject, kind: str) -> None:
    """From the outside there is no exception at all: a document, or a line that says why there is none."""
    suffix = KINDS[kind].suffixes[0]
    result = read_files([(f"a{suffix}", data.draw(broken(kind)))], apart=apart)
    assert result.documents or result.failed
    for document in result.documents:
        at = 0
        for span in document.dropped:
            assert at <= span.start < span.end <= len(document.text)
            at = span.end


@QUICK
@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60), max_size=8), max_size=5)
)
def test_pages_begin_where_their_text_begins(pages: list[list[str]]) -> None:
    """Any lines on any pages: each page has its place in the text, in order, and no letter is lost."""
    lines = [[" ".join(line.split()) for line in page if line.split()] for page in pages]
    found = article(lines)
    assert len(found.pages) == len(lines)
    assert [*found.pages] == sorted(found.pages)
    letters = sorted("".join(c for page in lines for line in page for c in line if c.isalnum()))
    assert sorted(c for c in found.text if c.isalnum()) == letters


@QUICK
@given(st.text())
def test_what_is_set_aside_is_inside_the_text(text: str) -> None:
    """Sentences in other languages are spans in order, apart from each other, each with the name of its language."""
    found, language = set_aside(text)
    at = 0
    for span in found:
        assert at <= span.start < span.end <= len(text)
        assert span.reason.startswith("text in ")
        at = span.end
    assert language


@QUICK
@given(st.one_of(st.ip_addresses().map(str), st.text(max_size=40)))
def test_any_text_is_public_or_not(address: str) -> None:
    """No address, and nothing that is none, makes the check itself fail."""
    assert is_public(address) in (True, False)
