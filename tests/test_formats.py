"""Each format gives the article's words, what the file says of it, and offsets into the text that is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import made
import pytest
from made import FIRST, PAGE, PARAGRAPHS, SECOND, THIRD, TITLE

from claims.document import Document
from claims.reading import SUFFIXES, Reading, read, read_files
from claims.reading.columns import columns_from

ROW = {
    "id": "x1",
    "headline": TITLE,
    "body": "\n".join(PARAGRAPHS[1:]),
    "date": "2021-03-14",
    "link": "https://courier.example/b",
}
TABLE = f'headline,date,newspaper,body\n{TITLE},2021-03-14,Bay Courier,"{" ".join(PARAGRAPHS[1:])}"\n'
FORMATS: dict[str, tuple[bytes, dict[str, object]]] = {
    "a.txt": ("\n\n".join(PARAGRAPHS).encode(), {"title": TITLE}),
    "a.html": (PAGE, {"outlet": "Bay Courier", "author": "Tom Reed", "published": date(2021, 3, 14), "title": TITLE}),
    "a.htm": (PAGE.replace(b"utf-8", b"UTF-8"), {"outlet": "Bay Courier"}),
    "a.xhtml": (b"<?xml version='1.0'?>" + PAGE, {"outlet": "Bay Courier"}),
    "a.mhtml": (made.mhtml(), {"outlet": "Bay Courier", "url": "https://courier.example/bridge?from=mhtml"}),
    "a.md": (
        f"---\ntitle: {TITLE}\ndate: 14 March 2021\nsource: Bay Courier\n---\n"
        f"# {TITLE}\n\n{FIRST}\n\n**{SECOND}**\n\n- {THIRD}".encode(),
        {"title": TITLE, "published": date(2021, 3, 14), "outlet": "Bay Courier"},
    ),
    "a.pdf": (made.pdf([made.wrapped(PARAGRAPHS)]), {"pages": (0,)}),
    "a.docx": (made.docx(), {"title": TITLE, "author": "Tom Reed"}),
    "a.odt": (made.odt(), {"title": TITLE}),
    "a.rtf": (made.rtf(), {"title": TITLE}),
    "a.epub": (made.epub([made.page(made.story())]), {"title": TITLE, "author": "Tom Reed", "published": date(2021, 3, 14)}),
    "a.eml": (made.mail("\n\n".join(PARAGRAPHS[1:])), {"title": TITLE, "author": "Tom Reed", "published": date(2021, 3, 14)}),
    "b.eml": (made.mail(made.story(), "html"), {"title": TITLE}),
    "a.rss": (made.feed(), {"title": TITLE, "outlet": "Bay Courier", "published": date(2021, 3, 14), "path": "a.rss/entry-1"}),
    "a.xml": (made.feed(), {"url": "https://courier.example/bridge"}),
    "a.warc": (made.warc({"https://courier.example/b": PAGE}), {"url": "https://courier.example/b", "path": "a.warc/page-1"}),
    "a.warc.gz": (made.warc({"https://courier.example/b": PAGE}, packed=True), {"outlet": "Bay Courier"}),
    "a.jsonl": (json.dumps(ROW).encode(), {"title": TITLE, "published": date(2021, 3, 14), "path": "a.jsonl/x1"}),
    "a.json": (json.dumps({"articles": [ROW]}).encode(), {"url": "https://courier.example/b", "path": "a.json/x1"}),
    "a.csv": (TABLE.encode(), {"outlet": "Bay Courier", "published": date(2021, 3, 14), "path": "a.csv/line-2"}),
    "a.tsv": (("text\ttitle\n" + " ".join(PARAGRAPHS[1:]) + f"\t{TITLE}\n").encode(), {"title": TITLE}),
    "a.xlsx": (
        made.xlsx([["Date", "Title", "Text"], [datetime(2021, 3, 14, 9), TITLE, " ".join(PARAGRAPHS[1:])]]),
        {"title": TITLE, "published": date(2021, 3, 14), "path": "a.xlsx/row-2"},
    ),
    "a.zip": (made.zipped({"news/a.html": PAGE}), {"path": "a.zip/news/a.html", "outlet": "Bay Courier"}),
}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    """Every format read in one go; sources apart, so that equal texts stay documents of their own."""
    found: dict[str, Document] = {}
    for name, (data, _) in FORMATS.items():
        result = read_files([(name, data)])
        assert result.failed == (), name
        (found[name],) = result.documents
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_articles_words(documents: dict[str, Document], name: str) -> None:
    """All paragraphs are there, whole and kept; what the file says of itself is known; a place of the text is its words."""
    document = documents[name]
    kept = " ".join(document.kept.split())
    for paragraph in PARAGRAPHS[1:]:
        assert paragraph in kept
    assert document.language == "en"
    for field, value in FORMATS[name][1].items():
        assert getattr(document, field) == value
    for furniture in ("Home", "Sport", "Copyright", "Document1", "macro"):
        assert furniture not in document.kept


def test_every_suffix_has_its_case() -> None:
    """A format that is read is a format that is tried here."""
    tried = {f".{name.partition('.')[2]}" for name in FORMATS}
    alike = {".mht", ".markdown", ".ndjson", ".atom"}
    assert set(SUFFIXES) == tried | alike


def test_what_lies_around_an_article_can_be_put_back(documents: dict[str, Document]) -> None:
    """A page's menu and footer stand in the text as dropped spans; with their reason put back, they are kept."""
    document = documents["a.html"]
    reasons = {span.reason for span in document.dropped}
    assert all(document.text[span.start : span.end].strip() for span in document.dropped)
    assert "Sport" in document.restored(reasons).kept
    assert document.restored(()).kept == document.kept


def test_what_is_as_it_lies_in_the_file(documents: dict[str, Document]) -> None:
    """Of a .txt and of rows the text is the file's own; of other formats a reader took it out."""
    assert {name for name, document in documents.items() if not document.extracted} == {
        "a.txt", "a.jsonl", "a.json", "a.csv", "a.tsv"
    }  # fmt: skip


def only(name: str, data: bytes, **options: object) -> Document:
    result = read_files([(name, data)], **options)  # type: ignore[arg-type]
    assert result.failed == ()
    (document,) = result.documents
    return document


def reasons(result: Reading) -> list[str]:
    return [failure.reason for failure in result.failed]


# --- PDF ----------------------------------------------------------------------------------------------------------------


def test_a_pdf_knows_its_pages() -> None:
    """Each place is on its page, running heads and page numbers are set aside, a paragraph goes on over the page."""
    pages = [
        ["Harbour Review 2021", *made.wrapped([TITLE, FIRST])[:-1], "1"],
        ["Harbour Review 2021", *made.wrapped([TITLE, FIRST])[-1:], *made.wrapped([SECOND]), "2"],
        ["Harbour Review 2021", *made.wrapped([THIRD]), "3"],
    ]
    document = only("a.pdf", made.pdf(pages))
    for words, number in ((FIRST[:20], 1), (SECOND[:20], 2), (THIRD[:20], 3)):
        assert document.page_of(document.text.index(words)) == number
    assert FIRST in document.text
    assert "Harbour Review" not in document.kept
    (head,) = [span for span in document.dropped if span.reason == "running head"]
    assert (
        document.text[head.start : head.end].split()
        == "Harbour Review 2021 1 Harbour Review 2021 2 Harbour Review 2021 3".split()
    )


def test_a_cut_word_is_whole_again() -> None:
    """A hyphen at the end of a line goes, one inside a word stays."""
    lines = ["The ministry of trans-", "port closed the well-", "known bridge at Harrow-on-Sea on Monday."]
    assert (
        only("a.pdf", made.pdf([lines])).text
        == "The ministry of transport closed the wellknown bridge at Harrow-on-Sea on Monday."
    )


def test_columns_are_read_one_after_the_other() -> None:
    """Two columns drawn as a layout program draws them are two stretches of text, not mixed lines."""
    document = only("a.pdf", made.pdf([made.wrapped([FIRST, SECOND], 40)], columns=2))
    assert FIRST in document.text
    assert SECOND in document.text


def test_an_unlocked_pdf_is_read() -> None:
    """A PDF that is encrypted only against changes opens for everybody."""
    assert FIRST in only("a.pdf", made.locked_pdf("", "owner")).text


# --- word processors, mail, pages ------------------------------------------------------------------------------------------


def test_what_word_hides_is_not_read() -> None:
    """Deleted text, comments, fields and text boxes are no part of the article; tables and line breaks are."""
    body = (
        "<w:p><w:del><w:r><w:delText>nine died</w:delText></w:r></w:del>"
        "<w:r><w:t>Four</w:t><w:tab/><w:t>men left.</w:t></w:r></w:p>"
        "<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a table.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    document = only("a.docx", made.docx(body=body))
    assert document.text.endswith("Four men left.\n\nIn a table.")


def test_what_odt_hides_is_not_read() -> None:
    """Tracked deletions and notes of editors are left out, spans and spaces inside a paragraph are kept."""
    body = (
        "<text:tracked-changes><text:p>nine died</text:p></text:tracked-changes>"
        "<text:p>Four<text:s/>men <text:span>left</text:span> the bay"
        "<office:annotation><text:p>sure?</text:p></office:annotation>.</text:p>"
    )
    assert only("a.odt", made.odt(body=body)).text.endswith("Four men left the bay.")


def test_a_mail_without_what_is_quoted() -> None:
    """Quoted lines and the signature are set aside with their reasons; an attachment is named, not opened."""
    body = f"{FIRST}\n\nOn Sunday Ann Lee wrote:\n> {SECOND}\n> {THIRD}\n\n-- \nTom Reed\nBay Courier desk\n"
    result = read_files([("a.eml", made.mail(body, attachment=b"\x89PNG"))])
    (document,) = result.documents
    assert document.kept.split() == f"{TITLE} {FIRST}".split()
    assert {span.reason for span in document.dropped} == {"quoted mail", "signature of a mail"}
    assert reasons(result) == ["attachment 'bridge.png' not read; save it as a file of its own"]


def test_hidden_parts_of_a_page_are_no_text() -> None:
    """Scripts, styles, comments and what a page hides never become text; markup in words is text and nothing else."""
    extra = (
        "<script>nine()</script><style>p{}</style><!-- nine --><p hidden>nine</p><p style='display: none'>nine</p>"
        "<p>The sign &lt;script&gt;alert(1)&lt;/script&gt; was painted on the pier by the children of the harbour school.</p>"
    )
    document = only("a.html", made.page(made.story() + extra, made.META))
    assert "nine" not in document.text
    assert "<script>alert(1)</script>" in document.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252", "iso-8859-1", "windows-1251", "koi8-r"])
def test_a_page_in_any_encoding(encoding: str) -> None:
    """A page's own declaration or its byte order mark says how it is to be read."""
    words = "Мэр закрыл мост." if encoding in ("windows-1251", "koi8-r") else "The café of Señor Müller closed."
    markup = made.page(made.story((*PARAGRAPHS, words))).decode().replace("charset=utf-8", f"charset={encoding}")
    assert words in only("a.html", markup.encode(encoding)).text


# --- many articles in one file ---------------------------------------------------------------------------------------------


def test_columns_as_the_user_names_them() -> None:
    """A table with columns of its own is read once the user says which holds the texts; the message before says how."""
    table = f"Kopf;Inhalt\n{TITLE};{FIRST}\n".encode()
    (reason,) = reasons(read_files([("a.csv", table)]))
    assert "'Kopf', 'Inhalt'" in reason
    assert "--columns text=NAME" in reason
    document = only("a.csv", table, columns=columns_from(["text=Inhalt", "title = Kopf"]))
    assert (document.text, document.title) == (FIRST, TITLE)
    for wrong in ("text", "body=x", "text="):
        with pytest.raises(ValueError, match="is no column"):
            columns_from([wrong])


@pytest.mark.parametrize(
    ("found", "why"),
    [
        ([ROW], "a list"),
        (ROW, "one article"),
        ({"response": {"results": [ROW]}}, "a list inside an answer"),
        (
            {"@type": "NewsArticle", "headline": TITLE, "articleBody": ROW["body"], "publisher": {"name": "Bay Courier"}},
            "schema.org",
        ),
        ({"items": [{"title": TITLE, "content": ROW["body"], "author": [{"name": "Tom Reed"}]}]}, "names in objects"),
    ],
)
def test_json_of_many_shapes(found: object, why: str) -> None:
    """The usual answers of news services are read without a mapping."""
    document = only("a.json", json.dumps(found).encode())
    assert (document.text, document.title) == (ROW["body"], TITLE), why


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "a.json",
            json.dumps([ROW, {"headline": "x"}, 7, {"body": " "}]).encode(),
            ["article 2: no JSON object", "article 3: no JSON object", "article 4: empty"],
        ),
        (
            "a.csv",
            f'text,date\n"{FIRST}",soon\n{FIRST},2021-03-14\n,2021-03-14\n'.encode(),
            ["line 2: published 'soon'", "line 3: more cells", "line 4: empty"],
        ),
        ("a.xlsx", made.xlsx([["Text"], [FIRST], [None], [" "]]), []),
        ("a.rss", made.feed("<item><title>Only a title</title></item>"), ["entry 2: 'Only a title' has no text in the feed"]),
        ("a.warc", made.warc({"https://a.example/": PAGE, "https://b.example/": b" "}), ["page 2 (https://b.example/): empty"]),
    ],
)  # fmt: skip
def test_a_broken_part_is_named_and_the_rest_is_read(name: str, data: bytes, said: list[str]) -> None:
    """One article of many that cannot be used is named with its place; the others are documents."""
    result = read_files([(name, data)])
    assert len(result.documents) == 1
    assert len(result.failed) == len(said)
    for reason, words in zip(reasons(result), said, strict=True):
        assert reason.startswith(words)


# --- folders, archives, sources --------------------------------------------------------------------------------------------


def test_sources_win_over_what_a_file_says(tmp_path: Path) -> None:
    """What sources.csv says of a page goes before the page's own words; what it leaves open the page fills."""
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "sources.csv").write_text("file,outlet,published\na.html,Meridian,2021-03-15\n")
    (document,) = read([tmp_path]).documents
    assert (document.outlet, document.published, document.author) == ("Meridian", date(2021, 3, 15), "Tom Reed")


def test_an_archive_is_a_folder() -> None:
    """Files of a .zip have their own sources.csv; what it cannot use is named."""
    inside = {
        "a.txt": FIRST,
        "sources.csv": "file,outlet\na.txt,Bay Courier\n",
        "b.zip": made.zipped({"c.txt": SECOND}),
        "__MACOSX/a.txt": "x",
        "photo.png": b"\x89PNG",
    }
    result = read_files([("n.zip", made.zipped(inside))])
    assert [(document.path, document.outlet) for document in result.documents] == [("n.zip/a.txt", "Bay Courier")]
    assert [(failure.path, failure.reason[:24]) for failure in result.failed] == [
        ("n.zip/b.zip", "an archive in an archive"),
        ("n.zip/photo.png", "skipped: .png is not rea"),
    ]


def test_one_article_in_two_formats_is_loaded_once() -> None:
    """The same words of one outlet in two files are one document, and the second is named."""
    result = read_files([("a.docx", made.docx()), ("b.odt", made.odt()), ("c.txt", b"\r\n".join(p.encode() for p in PARAGRAPHS))])
    assert [document.path for document in result.documents] == ["a.docx"]
    assert [(failure.path, failure.reason) for failure in result.failed] == [
        ("b.odt", "same text as a.docx; loaded once"),
        ("c.txt", "same text as a.docx; loaded once"),
    ]


def test_a_page_saved_with_its_files(tmp_path: Path) -> None:
    """The folder of pictures and scripts that a browser saves beside a page is not looked at; tables need to be named."""
    (tmp_path / "a.html").write_bytes(PAGE)
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "ad.html").write_bytes(made.page("<p>Buy boats</p>"))
    (tmp_path / "t.csv").write_text(TABLE)
    result = read([tmp_path])
    assert [Path(document.path).name for document in result.documents] == ["a.html"]
    assert reasons(result) == ["skipped: a .csv is read only if it is named itself"]
    assert len(read([tmp_path, tmp_path / "t.csv"]).documents) == 2


@pytest.mark.parametrize(
    ("name", "make", "why"),
    [
        ("a.html", lambda: made.pdf([PARAGRAPHS]), "a PDF under another name"),
        ("a.pdf", lambda: PAGE, "a page under another name"),
        ("a.doc", lambda: made.docx(), "a .docx under its old ending"),
        ("article", lambda: made.rtf(), "no ending"),
        ("b", lambda: PAGE, "no ending"),
        ("c.article", lambda: "\n\n".join(PARAGRAPHS).encode(), "an ending that nobody knows"),
    ],
)
def test_content_counts_more_than_a_name(name: str, make: Callable[[], bytes], why: str) -> None:
    """A file whose bytes say what it is is read as that, whatever it is called."""
    assert FIRST in only(name, make()).text, why
