"""The command line: what it writes, its exit status, and one clear line for each bad input."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import loaded
import pytest

from factcheck.cli import main
from factcheck.exports import COLUMNS

pytestmark = pytest.mark.slow

GOOD = "Twelve soldiers were killed on Tuesday when a bridge fell near Brannick.\n\nThe army said that the bridge was old.\n"
OTHER = "Fifteen soldiers were killed on Tuesday when the Brannick bridge fell.\n\nNobody had closed the road, a witness said.\n"


class Done(NamedTuple):
    """How a run ended."""

    status: int
    out: str
    err: str


def run(*arguments: object, stdin: str = "") -> Done:
    """`factcheck` in this process, with streams of its own."""
    kept = sys.stdin, sys.stdout, sys.stderr
    streams = [io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="") for data in (stdin.encode("utf-8"), b"", b"")]
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        status = main([str(a) for a in arguments])
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    for stream in streams[1:]:
        stream.flush()
    out, err = (stream.buffer.getvalue().decode("utf-8") for stream in streams[1:])  # type: ignore[attr-defined]
    return Done(status, out, err)


def run_apart(*arguments: object) -> Done:
    """`factcheck` in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck.cli", *map(str, arguments)],
        capture_output=True,
        cwd=loaded.ROOT,
        env={**os.environ, "HF_HUB_OFFLINE": "1", "PYTHONIOENCODING": "utf-8"},
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What stderr says of an unusable input; the run happens in this process."""
    try:
        status = main([str(a) for a in arguments])
    except SystemExit as stop:
        status = int(stop.code or 0)
    got = capsys.readouterr()
    assert status == 2, got.err
    assert got.out == ""
    assert "Traceback" not in got.err
    return got.err


# --- the bundled example -------------------------------------------------------------------------------------------------


@cache
def example() -> tuple[Done, str, str]:
    """One run on the example: how it ended, its JSON and its CSV."""
    folder = Path(mkdtemp())
    try:
        done = run_apart(
            "compare", "examples", "--json", folder / "r.json", "--csv", folder / "r.csv", "--verdict", "contradict,agree"
        )
        return done, (folder / "r.json").read_text("utf-8"), (folder / "r.csv").read_bytes().decode("utf-8")
    finally:
        shutil.rmtree(folder)


def test_compare_ends_well() -> None:
    """Exit status 0, whatever was found; nothing on stderr when nothing is wrong."""
    done = example()[0]
    assert done.status == 0
    assert done.err == ""


def test_compare_writes_the_report() -> None:
    """--json writes schema 1, with every article of the folder and none failed."""
    report = json.loads(example()[1])
    assert report["schema"] == 1
    assert len(report["documents"]) == len(list(loaded.EXAMPLES.glob("*.txt")))
    assert report["failed"] == []
    assert report["claims"]
    assert report["facts"]


def test_compare_writes_the_pairs_asked_for() -> None:
    """--csv with --verdict writes rows of these verdicts and no others; both occur in the example."""
    rows = list(csv.DictReader(io.StringIO(example()[2], newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert {row["verdict"] for row in rows} == {"contradict", "agree"}


def test_compare_shows_a_summary() -> None:
    """Without options a person reads the facts on stdout, the contradicted ones first."""
    lines = example()[0].out.splitlines()
    assert lines[0].startswith("8 articles from 8 outlets, 1 event")
    heads = [line.split()[1] for line in lines[2:] if line[:1] in "≠≈↻=?·" and line]
    order = ["contradicted", "unclear", "compatible", "agreed", "repeated", "single-source"]
    assert heads
    assert heads == sorted(heads, key=order.index)


# --- inputs that cannot be used: status 2 and one line ------------------------------------------------------------------


def write(path: Path, data: bytes | str) -> Path:
    """A file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


UNUSABLE = [
    ("missing.txt", None, "no such file", "missing path"),
    ("empty.txt", b"", "empty", "empty file"),
    ("blank.txt", b" \n\t\n", "empty", "only white space"),
    ("binary.txt", bytes(range(256)) * 20, "binary", "binary file"),
    ("zero.txt", b"\0" * 4000, "binary", "zero bytes"),
    (
        "broken.txt",
        "Zwölf Männer starben in München, sagte ein Zeuge früh.".encode() + b"\xff\xc3",
        "broken UTF-8",
        "broken UTF-8",
    ),
    ("cyrillic.txt", "Двенадцать солдат погибли у моста".encode("koi8-r"), "encoding", "undecodable"),
    ("long.txt", b"The bridge fell. " * 3_000_000, "too long", "a text of 50 MB"),
    ("article.pdf", b"%PDF-1.4", "broken PDF", "a PDF cut off"),
    ("rows.jsonl", b"{not json}\n", "line 1: not JSON", "broken .jsonl"),
]


@pytest.mark.parametrize(("name", "data", "words", "why"), UNUSABLE, ids=[row[3] for row in UNUSABLE])
def test_unusable_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, words: str, why: str
) -> None:
    """A file that gives no article is named with its reason in one line, and the status is 2."""
    path = tmp_path / name if data is None else write(tmp_path / name, data)
    lines = refused(capsys, "compare", path).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"factcheck: {path}: ")
    assert words in lines[0]
    assert "nothing to compare" in lines[1]


def test_folder_without_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without .txt files is said to be one."""
    assert f"{tmp_path}: folder without articles" in refused(capsys, "compare", tmp_path)


@pytest.mark.parametrize(
    ("arguments", "words", "why"),
    [
        (["compare", "examples", "--verdict", "contradict,wrong"], "'wrong' is not a valid Verdict", "unknown verdict"),
        (["compare", "examples", "--verdict", ""], "choose from contradict", "no verdict"),
        (["compare", "examples", "--support", "guess"], "choose from majority", "unknown way to weigh origins"),
        (["compare", "examples", "--json", "no/such/folder/r.json"], "does not exist", "--json into a missing folder"),
        (["compare", "examples", "--csv", "no/such/folder/r.csv"], "does not exist", "--csv into a missing folder"),
        (["compare"], "PATH", "no path"),
        (["inspect", "examples/01_meridian.txt", "--published", "yesterday"], "'yesterday' is no date", "bad date"),
        (["inspect", "examples/01_meridian.txt", "--published", "2024-02-30"], "is no date", "a day that is not"),
        (["inspect", "no-such.txt"], "no-such.txt: no such file or folder", "missing text"),
        (["inspect", "tests/golden"], "skipped: a .jsonl is read only if it is named itself", "a folder of data"),
        (["inspect", "examples", "--lines"], "examples: cannot be read", "a folder has no lines"),
        (["judge", "no-such.jsonl"], "no-such.jsonl: cannot be read", "missing pairs"),
        (["dance"], "invalid choice", "unknown command"),
        (["compare", "examples", "--bogus"], "usage: factcheck compare ", "unknown option: the usage is the command's"),
        (["project", "list", "--bogus"], "usage: factcheck project list ", "and that of a command in a command"),
        ([], "COMMAND", "no command"),
    ],
    ids=lambda value: value if isinstance(value, str) and "'" not in value else "",
)
def test_unusable_arguments(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str, why: str
) -> None:
    """An option that cannot be followed is named with the way out, before anything slow is done."""
    monkeypatch.chdir(loaded.ROOT)
    assert words in refused(capsys, *arguments)


@pytest.mark.parametrize(
    ("line", "words", "why"),
    [
        ("{", "line 2: not JSON", "no JSON"),
        ("[1]", 'line 2: needs the texts "left" and "right"', "no object"),
        ('{"left": "x"}', 'line 2: needs the texts "left" and "right"', "one side only"),
        ('{"left": "x", "right": 5}', 'line 2: needs the texts "left" and "right"', "a number for a text"),
        ('{"left": "x", "right": "y", "left_published": "soon"}', "line 2, left_published: 'soon' is no date", "bad date"),
    ],
)
def test_unusable_pairs(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, words: str, why: str) -> None:
    """A line of pairs that cannot be read is named with its number."""
    path = write(tmp_path / "pairs.jsonl", f'{{"left": "a", "right": "b"}}\n{line}\n')
    assert words in refused(capsys, "judge", path)


def test_report_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder where the report should go is named; status 2, no traceback."""
    good = write(tmp_path / "a.txt", GOOD)
    err = refused(capsys, "compare", good, "--quiet", "--json", tmp_path)
    assert f"{tmp_path}: cannot be written" in err


# --- bad files among good ones: named, and the rest is done --------------------------------------------------------------

LONG_SENTENCE = "The list goes on with " + " ".join(f"name{n} and" for n in range(10_000)) + " so on."


@cache
def mixed() -> tuple[Done, dict[str, dict[str, object]], dict[str, str], list[dict[str, object]]]:
    """One run on a folder with every kind of bad file: how it ended, documents and failures by file name, claims."""
    folder = Path(mkdtemp())
    try:
        files: dict[str, bytes | str] = {name: data for name, data, *_ in UNUSABLE if data is not None and name != "rows.jsonl"}
        files |= {
            "good.txt": GOOD,
            "latin.txt": "Präsident Müller sagte: zwölf Männer. Twelve men were killed in Köln.".encode("latin-1"),
            "utf16.txt": f"Émile: {OTHER}".encode("utf-16"),
            "twin1.txt": "Rain fell on Kessim. The ferry was late by two hours.",
            "twin2.txt": "Rain fell on Kessim. The ferry was late by two hours.",
            "sentence.txt": f"The dam held.\n\n{LONG_SENTENCE}\n\nFour people were hurt in the mill.",
            "sources.csv": "file,outlet,title,published,url\n"
            "good.txt,Gazette,,2024-05-17,\nutf16.txt,Echo,,not a date,\ntoo,few\n",
        }
        for name, data in files.items():
            write(folder / "in" / name, data)
        done = run_apart("compare", folder / "in", folder / "in" / "gone.txt", "--json", folder / "r.json")
        report = json.loads((folder / "r.json").read_text("utf-8"))
        failed: dict[str, str] = {}
        for item in report["failed"]:
            name = Path(item["path"]).name
            failed[name] = f"{failed.get(name, '')}{item['reason']}\n"
        return done, {Path(d["path"]).name: d for d in report["documents"]}, failed, report["claims"]
    finally:
        shutil.rmtree(folder)


def test_the_rest_is_done() -> None:
    """Bad files among good ones do not stop the run: status 0, and every good file is in the report."""
    done, documents, _, _ = mixed()
    assert done.status == 0
    assert "Traceback" not in done.err
    assert {"good.txt", "latin.txt", "utf16.txt", "sentence.txt"} <= set(documents)
    assert len({"twin1.txt", "twin2.txt"} & set(documents)) == 1


@pytest.mark.parametrize(
    ("name", "words", "why"),
    [(name, words, why) for name, data, words, why in UNUSABLE if data is not None and name != "rows.jsonl"]
    + [
        ("gone.txt", "no such file", "missing path"),
        ("twin2.txt", "same text as", "two identical files"),
        ("sentence.txt", "too long to be one claim", "a sentence of 20,000 words"),
        ("sources.csv", "line 3", "a date that is none"),
        ("sources.csv", "line 4", "a line of two columns"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." not in value else "",
)
def test_each_bad_file_is_named(name: str, words: str, why: str) -> None:
    """Each bad input is named in the report, and on one line of stderr with the same words."""
    done, _, failed, _ = mixed()
    assert words in failed[name]
    lines = [line for line in done.err.splitlines() if name in line and words in line]
    assert lines, done.err
    assert len(lines) == 1 or name == "sentence.txt"  # the parser may cut so long a sentence into a few that are still too long
    assert lines[0].startswith("factcheck: ")


def test_nothing_vanishes() -> None:
    """Every file of the folder is a document or named as failed."""
    _, documents, failed, _ = mixed()
    wanted = {name for name, data, *_ in UNUSABLE if data is not None and name != "rows.jsonl"}
    wanted |= {"good.txt", "latin.txt", "utf16.txt", "twin1.txt", "twin2.txt", "sentence.txt"}
    assert wanted <= set(documents) | set(failed)


def test_a_very_long_sentence_keeps_the_rest() -> None:
    """The sentences before and after one of 20,000 words still make claims; it is marked in the document."""
    _, documents, _, claims = mixed()
    texts = " / ".join(str(c["text"]) for c in claims if c["document"] == documents["sentence.txt"]["id"])
    assert "The dam held" in texts
    assert "Four people were hurt" in texts
    assert "name5 and" not in texts


@pytest.mark.parametrize(("name", "words"), [("latin.txt", "Köln"), ("utf16.txt", "Brannick")])
def test_western_and_utf16_texts_are_read(name: str, words: str) -> None:
    """Latin-1 and UTF-16 files give claims with the right letters."""
    _, documents, _, claims = mixed()
    assert any(words in str(c["text"]) for c in claims if c["document"] == documents[name]["id"])


def test_sources_add_what_the_text_lacks() -> None:
    """A good line of sources.csv counts although others are broken."""
    assert mixed()[1]["good.txt"]["outlet"] == "Gazette"


def test_one_article_only(tmp_path: Path) -> None:
    """One article is listed, and stderr says that there is nothing to compare it with; status 0."""
    done = run("compare", write(tmp_path / "a.txt", GOOD), "--json", tmp_path / "r.json")
    assert done.status == 0
    assert len(done.err.splitlines()) == 1
    assert "only one article" in done.err
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["claims"]


def test_article_without_a_claim(tmp_path: Path) -> None:
    """Texts of which nothing is claimed give an empty report, not an error."""
    done = run("compare", write(tmp_path / "a.txt", "..."), write(tmp_path / "b.txt", "1234567"))
    assert (done.status, done.err) == (0, "")


def test_jsonl_keeps_its_good_lines(tmp_path: Path) -> None:
    """Of a .jsonl each good line is an article, and each broken one is named with its number."""
    good = json.dumps({"id": "1", "outlet": "Gazette", "published": "2024-05-17", "text": GOOD})
    rows = [good, "{oops", json.dumps({"id": "2", "outlet": "Echo", "text": OTHER}), json.dumps({"id": "3"})]
    done = run("compare", write(tmp_path / "a.jsonl", "\n".join(rows)), "--quiet", "--json", tmp_path / "r.json")
    assert done.status == 0
    assert done.out == ""
    assert ["line 2: not JSON" in done.err, 'line 4: no JSON object with a string "text"' in done.err] == [True, True]
    assert len(json.loads((tmp_path / "r.json").read_text("utf-8"))["documents"]) == 2


def test_lone_surrogates_are_written(tmp_path: Path) -> None:
    """Half an emoji in a .jsonl (JSON allows it) stops neither the report nor the summary."""
    rows = [
        json.dumps({"id": n, "outlet": o, "text": f"{t} \ud83d was seen by ten men."})
        for n, o, t in (("1", "A", GOOD), ("2", "B", OTHER))
    ]
    done = run(
        "compare", write(tmp_path / "a.jsonl", "\n".join(rows)), "--json", tmp_path / "r.json", "--csv", tmp_path / "r.csv"
    )
    assert "Traceback" not in done.err
    assert done.status == 0


def test_words_between_colons_are_no_emoji(tmp_path: Path) -> None:
    """What an article says is shown as it says it, ":warning:" too."""
    words = "Twelve soldiers were killed at the :warning: sign near Brannick."
    done = run("compare", write(tmp_path / "a.txt", words), write(tmp_path / "b.txt", f"{words} Rain fell."))
    assert ":warning:" in done.out


# --- inspect and judge -----------------------------------------------------------------------------------------------------


def test_inspect_lines_from_stdin() -> None:
    """With --lines each input line is one output line, numbered, with its claims and quantities; also empty ones."""
    done = run("inspect", "-", "--lines", "--published", "2024-05-17", stdin="Seven men died on Monday.\n\nNo news.\n")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert (done.status, done.err) == (0, "")
    assert [row["line"] for row in rows] == [1, 2, 3]
    assert rows[0]["quantities"][0]["low"] == rows[0]["quantities"][0]["high"] == 7
    assert rows[0]["claims"][0]["window"]["start"] == "2024-05-13"
    assert rows[1] == {"line": 2, "claims": [], "quantities": []}


def test_inspect_a_file(tmp_path: Path) -> None:
    """The claims of a text, one a line, with offsets into the text."""
    path = write(tmp_path / "a.txt", GOOD)
    rows = [json.loads(line) for line in run("inspect", path).out.splitlines()]
    assert rows
    assert all(GOOD[row["start"] : row["end"]] == row["text"] for row in rows)
    assert [(row["start"], row["end"]) for row in rows] == sorted((row["start"], row["end"]) for row in rows)


@pytest.mark.parametrize("text", ["", "\n\n", "\f", "\ufeff"], ids=["nothing", "empty lines", "form feed", "byte order mark"])
def test_inspect_nothing(text: str) -> None:
    """A text without words has no claims, which is no error."""
    done = run("inspect", "-", stdin=text)
    assert (done.status, done.out, done.err) == (0, "", "")


def test_a_line_ends_where_a_file_says_so() -> None:
    """Only line ends end a line: a form feed or a Unicode separator inside one does not shift the numbers after it."""
    done = run("inspect", "-", "--lines", stdin="Rain\x0cfell.\nSeven men\u2028died.\nThe dam\x85held.\n")
    assert len(done.out.splitlines()) == 3


def test_judge_from_stdin_in_order() -> None:
    """One line a pair, in the order of the input; empty lines are passed over."""
    pairs = [("Ten men died at the mill.", "Ten men died at the mill."), ("Rain fell.", "Ten men died."), ("", "")]
    text = "\n\n".join(json.dumps({"left": a, "right": b}) for a, b in pairs)
    done = run("judge", "-", stdin=text)
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert (done.status, done.err) == (0, "")
    assert [row["verdict"] for row in rows] == ["agree", "unclear", "unclear"]
    assert all(set(row) == {"same_fact", "features", "verdict", "code", "score", "reason"} for row in rows)


def test_judge_nothing() -> None:
    """No pairs, no lines, no error."""
    assert run("judge", "-", stdin="") == (0, "", "")


def test_judge_takes_a_line_separator_inside_a_text() -> None:
    """JSON allows U+2028 inside a string: such a line is one pair."""
    done = run("judge", "-", stdin=json.dumps({"left": "Rain\u2028fell.", "right": "Rain fell."}, ensure_ascii=False))
    assert done.status == 0, done.err
    assert len(done.out.splitlines()) == 1


def test_judge_uses_the_speakers_of_the_line() -> None:
    """An accident told by one speaker and an attack told by another are a dispute."""
    pair = {
        "left": "The plane fell after an engine failure.",
        "right": "We shot down the plane.",
        "left_speaker": "the ministry",
        "right_speaker": "the rebels",
    }
    row = json.loads(run("judge", "-", stdin=json.dumps(pair)).out)
    assert row["verdict"] == "contradict"


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    """--version and --help answer with status 0."""
    for option in ("--version", "--help"):
        with pytest.raises(SystemExit) as stop:
            main([option])
        assert stop.value.code == 0
    assert "factcheck-compare" in capsys.readouterr().out
