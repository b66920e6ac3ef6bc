from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from claims import reading
from claims.document import content_id
from claims.reading import Reading, read, read_files, read_text

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
BODY = (
    "The council of Harrow Bay voted on Monday to close the old bridge, and the ferries will carry the school children instead.\n"
)
TABLE = "file,outlet,title,published,url\n"


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def reasons(result: Reading) -> dict[str, str]:
    return {Path(failure.path).name: failure.reason for failure in result.failed}


def test_a_folder_with_sources(tmp_path: Path) -> None:
    """A folder's .txt files are read, those in subfolders too, and sources.csv adds what the texts lack."""
    table = TABLE.strip() + ",event,author\na.txt,Bay Courier,Bridge closes,2021-03-14,https://example.org/a,bridge,Ann Lee\n"
    result = read([write(tmp_path, a_txt=BODY, sub__b_txt=BODY, sources_csv=table, _hidden=BODY)])
    first, second = result.documents
    assert (first.outlet, first.title, first.author, first.event) == ("Bay Courier", "Bridge closes", "Ann Lee", "bridge")
    assert (first.published, first.url, first.path) == (date(2021, 3, 14), "https://example.org/a", str(tmp_path / "a.txt"))
    assert first.id == content_id("Bay Courier", "https://example.org/a", BODY)
    assert (second.path, second.outlet, result.failed) == (str(tmp_path / "sub" / "b.txt"), "", ())


def test_order_of_inputs_changes_nothing(tmp_path: Path) -> None:
    """Documents come by date, outlet and id (undated ones last), failures by path, whatever the order of the inputs."""
    write(
        tmp_path,
        a_txt=BODY + "a",
        b_txt=BODY + "b",
        c_txt="14 March 2021\n" + BODY,
        d_txt="13 March 2021\n" + BODY,
        e_txt="",
        f_bin=b"%\0\1\2",
    )
    paths = sorted(tmp_path.iterdir())
    assert read(paths) == read(reversed(paths)) == read([*paths, tmp_path, *paths])
    assert [document.published for document in read(paths).documents] == [date(2021, 3, 13), date(2021, 3, 14), None, None]


def test_jsonl(tmp_path: Path) -> None:
    """Each line of a .jsonl is an article; a broken line is named with its number and the others are read."""
    rows = [
        json.dumps({"id": "x1", "outlet": "Bay Courier", "title": "Bridge", "url": "u", "published": "2021-03-14", "text": BODY}),
        "{broken",
        "",
        json.dumps(["no object"]),
        json.dumps({"outlet": "Bay Courier", "published": "soon", "text": BODY + "!"}),
        json.dumps({"outlet": "Bay Courier", "text": " "}),
        json.dumps({"published": None, "text": BODY + "?"}),
    ]
    result = read([write(tmp_path, news_jsonl="\n".join(rows)) / "news.jsonl"])
    assert {document.path.removeprefix(str(tmp_path)): document.published for document in result.documents} == {
        "/news.jsonl/x1": date(2021, 3, 14),
        "/news.jsonl/line-5": None,
        "/news.jsonl/line-7": None,
    }
    assert [failure.reason.split(":")[0] for failure in result.failed] == ["line 2", "line 4", "line 5", "line 6"]


@pytest.mark.parametrize(
    ("content", "said", "why"),
    [
        (b"", "empty", "no bytes"),
        (b" \r\n\xc2\xa0\n", "empty", "white space only"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary", "an image"),
        (b"%PDF-1.7\n" + b"\x01\x02\x03stream" * 40, "binary", "control characters without a zero"),
        ("Мэр закрыл старый мост в гавани".encode("cp1251"), "unknown encoding", "Western letters would be nonsense"),
        ("Müller “said”".encode() + b"\xff bridge", "broken UTF-8", "one byte damaged"),
        (b"\xff\xfea", "broken UTF-16", "half a character"),
        (b"a" * (reading.MAX_CHARACTERS + 1), "limit is 2,000,000", "longer than any article"),
        (b"a" * (reading.MAX_BYTES + 1), "limit is 2,000,000", "refused before it is read"),
    ],
)
def test_unusable_files_are_named_and_the_rest_is_read(tmp_path: Path, content: bytes, said: str, why: str) -> None:
    """A file that cannot be used becomes one clear line, alone, in a folder or uploaded, and the others are read."""
    write(tmp_path, bad_txt=content, good_txt=BODY)
    uploads = [("bad.txt", content), ("good.txt", BODY.encode())]
    for result in (read([tmp_path]), read(tmp_path.iterdir()), read_files(uploads)):
        assert [document.text for document in result.documents] == [BODY]
        (failure,) = result.failed
        assert said in failure.reason, why
        assert "\n" not in failure.reason
        assert failure.path.endswith("bad.txt")


def test_paths_without_articles(tmp_path: Path) -> None:
    """A path that is missing, a folder without articles and a file of another kind are named; hidden files are not looked at."""
    write(tmp_path, empty__film_mp4="x", empty__rows_jsonl="{}", empty___secret_txt=BODY)
    result = read([tmp_path / "nope.txt", tmp_path / "nope", tmp_path / "empty"])
    assert result.documents == ()
    assert reasons(result) == {
        "nope.txt": "no such file or folder; check the path",
        "nope": "no such file or folder; check the path",
        "empty": f"folder without articles; put files into it ({reading.ENDINGS})",
        "film.mp4": "skipped: .mp4 is not read; save the article as .txt, .html, .pdf or .docx",
        "rows.jsonl": "skipped: a .jsonl is read only if it is named itself",
    }


@pytest.mark.parametrize(
    ("table", "said", "why"),
    [
        (TABLE + "a.txt,Bay Courier,Bridge\n", "line 2: 3 cells where the header has 5", "a cell is missing"),
        (TABLE + "a.txt,Bay Courier,Bridge, closed,2021-03-14,\n", "line 2: 6 cells", "a comma without quotes"),
        (TABLE + "a.txt,Bay Courier,,2021-13-14,\n", "line 2: published '2021-13-14' is no date", "no such month"),
        (TABLE + "a.txt,Bay Courier,,04/03/2021,\n", "line 2: published '04/03/2021'", "may be read two ways"),
        (TABLE + "z.txt,Bay Courier,,,\n", "line 2: no article file 'z.txt'", "unknown file"),
        (TABLE + "a.txt,One,,,\na.txt,Two,,,\n", "line 3: 'a.txt' stands in an earlier line", "which one holds?"),
        ("name,outlet\na.txt,Bay Courier\n", 'line 1: no column "file"', "no header"),
        ("file,outlet,colour\na.txt,Bay Courier,blue\n", "line 1: column 'colour'", "unknown column"),
        (TABLE + 'a.txt,"Bay Courier,,,\n', "line 2: unexpected end of data", "a quote is not closed"),
        ("", 'line 1: no column "file"', "an empty table"),
        ("\0\1\2", "binary content", "no table at all"),
    ],
)
def test_a_broken_table_is_named_and_the_article_is_read(tmp_path: Path, table: str, said: str, why: str) -> None:
    """What is wrong in sources.csv is named with its line; the articles are read all the same."""
    result = read([write(tmp_path, a_txt=BODY, sources_csv=table)])
    assert [document.text for document in result.documents] == [BODY]
    assert said in reasons(result)["sources.csv"], why


def test_tables_of_spreadsheets(tmp_path: Path) -> None:
    """Semicolons, a byte order mark, Windows line ends and columns left out are what spreadsheets write."""
    table = "\ufefffile;outlet\r\na.txt;Bay Courier\r\n\r\n"
    (document,) = read([write(tmp_path, a_txt=BODY, sources_csv=table)]).documents
    assert document.outlet == "Bay Courier"


def test_the_nearest_table_counts(tmp_path: Path) -> None:
    """A sources.csv speaks of the files beside and below it, and a nearer one is believed."""
    outer = "file,outlet\nsub/a.txt,Outer\nsub/b.txt,Outer\n"
    result = read(
        [write(tmp_path, sub__a_txt=BODY, sub__b_txt=BODY, sources_csv=outer, sub__sources_csv="file,outlet\na.txt,Inner\n")]
    )
    assert {Path(document.path).name: document.outlet for document in result.documents} == {"a.txt": "Inner", "b.txt": "Outer"}


def test_one_text_of_one_source_is_loaded_once(tmp_path: Path) -> None:
    """Equal texts of one outlet are one document, the other is named; equal texts of two outlets are two documents."""
    result = read([write(tmp_path, a_txt=BODY, b_txt=BODY)])
    assert [document.path for document in result.documents] == [str(tmp_path / "a.txt")]
    assert reasons(result) == {"b.txt": f"same text as {tmp_path / 'a.txt'}; loaded once"}
    write(tmp_path, sources_csv="file,outlet\na.txt,One\nb.txt,Two\n")
    assert len(read([tmp_path]).documents) == 2


def test_a_file_named_beside_its_folder_is_read_once(tmp_path: Path) -> None:
    """One file is one document, however many inputs lead to it."""
    write(tmp_path, a_txt=BODY)
    assert read([tmp_path, tmp_path / "a.txt", f"{tmp_path}/../{tmp_path.name}"]) == read([tmp_path])


def test_uploads_follow_the_rules_of_folders() -> None:
    """Uploaded files are read like a folder's, with their sources.csv; a .jsonl among them is read as well."""
    row = json.dumps({"id": "x1", "text": BODY + "!"})
    files = [
        ("a.txt", BODY.encode()),
        ("sources.csv", b"file,outlet\na.txt,Bay Courier\n"),
        ("n.jsonl", row.encode()),
        ("p.pdf", b"no PDF"),
    ]
    result = read_files(files)
    assert sorted((document.path, document.outlet) for document in result.documents) == [
        ("a.txt", "Bay Courier"),
        ("n.jsonl/x1", ""),
    ]
    assert list(reasons(result)) == ["p.pdf"]


@pytest.mark.parametrize(
    ("text", "encoding", "why"),
    [
        ("The mayor’s café “Größe” reopened.\r\nOn Monday.", "utf-8", "UTF-8, line ends as they were"),
        ("The mayor’s café “Größe” reopened.", "utf-8-sig", "UTF-8 with a mark"),
        ("The mayor’s café “Größe” reopened.", "utf-16", "UTF-16 with a mark"),
        ("The mayor’s café reopened.", "utf-16-le", "UTF-16 without a mark"),
        ("The mayor’s café reopened.", "utf-16-be", "the other byte order"),
        ("The mayor’s café “Größe” reopened.", "cp1252", "Windows"),
        ("Le maire a été réélu à la fenêtre où naît l'été, déclare-t-il.", "latin-1", "French"),
        ("Der Bürgermeister eröffnete die große Brücke über den Fluß.", "latin-1", "German"),
        ("The mayor said no.", "ascii", "plain"),
        ("Мэр закрыл мост", "utf-8", "another script in UTF-8"),
    ],
)
def test_text_is_decoded_unchanged(text: str, encoding: str, why: str) -> None:
    """The document's text is the decoded file, without the byte order mark and with every other character in place."""
    (document,) = read_files([("a.txt", text.encode(encoding))]).documents
    assert document.text == text, why


@pytest.mark.parametrize(
    ("text", "title", "why"),
    [
        (f"Bridge to close\n\n{BODY}", "Bridge to close", "the first line"),
        (
            f"Home / Bay / Bridge\nViews 12\n14 March 2021\nBridge to close\n\n{BODY}",
            "Bridge to close",
            "furniture and a date above it",
        ),
        (f"at the old harbour\n\nBridge to close\n\n{BODY}", "Bridge to close", "a part of a headline above it"),
        (f"iFerry app fails\n\n{BODY}", "iFerry app fails", "a small first letter where nothing else is a headline"),
        (BODY, "", "a sentence"),
        ("x" * 150 + f"\n{BODY}", "", "too long"),
        ("", "", "nothing"),
    ],
)
def test_the_title_is_the_headline_of_the_text(text: str, title: str, why: str) -> None:
    """Without a title from its source, an article's title is its first kept line if that is a headline."""
    assert read_text(text).title == title, why


def test_what_is_given_goes_before_what_the_text_says() -> None:
    """A given title and date are kept; those of the text fill gaps."""
    text = f"Bridge to close\n\nPublished March 14 2021\n\n{BODY}"
    assert read_text(text).published == date(2021, 3, 14)
    document = read_text(text, "a.txt", title="Ferries instead", published=date(2021, 3, 15))
    assert (document.title, document.published) == ("Ferries instead", date(2021, 3, 15))
    assert document.dropped == read_text(text).dropped


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent")
def test_the_seeds_are_read_wholly() -> None:
    """Five real pages, no failure, the texts unchanged."""
    result = read([SHARED / "seeds"])
    assert result.failed == ()
    assert sorted(document.text for document in result.documents) == sorted(
        path.read_bytes().decode() for path in (SHARED / "seeds").glob("*.txt")
    )
