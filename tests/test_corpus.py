"""Corpus mode: each event is compared as `compare` does, files are the same for any engine, and a stopped run goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from fakes import FakeEncoder
from pyarrow import parquet
from spacy.language import Language

from claims.document import Document
from claims.extraction import extract_all
from claims.reading import read
from claims.reading.article import Problem
from claims.reading.limits import UnreadableError
from factcheck.comparison import Models, compare
from factcheck.corpus import run as corpus_run
from factcheck.corpus.blocks import blocks
from factcheck.corpus.engines import Engine, Here, Stage
from factcheck.corpus.folder import TABLES, CorpusError, Folder
from factcheck.corpus.stages import line_of, signature
from factcheck.corpus.streams import articles
from factcheck.corpus.tables import SCHEMAS, rows_of
from factcheck.exports import as_data
from factcheck.judging.judges import RuleJudge

ROOT = Path(__file__).resolve().parent.parent
OTHERS = (
    (
        "Delta Post",
        "2024-05-02",
        "A ferry sank off Port Lunda on Thursday. At least 12 people drowned, the coast guard of Lunda said.",
    ),
    (
        "Lunda Times",
        "2024-05-03",
        "The ferry that sank off Port Lunda was overloaded. Fourteen people drowned, the coast guard of Lunda said.",
    ),
    ("Far News", "2024-05-03", "Parliament in Orsk passed the budget on Friday. The budget raises taxes by 3 percent."),
    ("Far News", None, "A school in Brenna opened a library. Over 300 pupils will use it."),
)


def rows() -> list[dict[str, Any]]:
    """The example and four short articles on other matters, as rows of a .jsonl."""
    found = [
        {"outlet": d.outlet, "title": d.title, "url": d.url, "published": d.published and d.published.isoformat(), "text": d.text}
        for d in read([ROOT / "examples"]).documents
    ]
    return found + [{"outlet": outlet, "published": day, "text": text} for outlet, day, text in OTHERS]


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A .jsonl of them, with a line that is none."""
    path = tmp_path / "pile.jsonl"
    path.write_text("\n".join([*map(json.dumps, rows()), "no article"]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def models(nlp: Language) -> Models:
    return Models(nlp, FakeEncoder(), RuleJudge())


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def run(pile: Path, out: Path, engine: Engine) -> dict[str, Any]:
    summary: dict[str, Any] = corpus_run.run([pile], Folder(out), {}, None, engine, silent)["counts"]
    return summary


def tables(out: Path) -> dict[str, bytes]:
    """Every file of a finished run but the summary, which names the input's time."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != "summary.json")
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts and groups of a few articles, so that twelve make several."""
    monkeypatch.setattr(corpus_run, "PART", 3)
    monkeypatch.setattr(corpus_run, "GROUP", 4)


def test_each_event_is_compared_as_compare_does(pile: Path, models: Models, tmp_path: Path) -> None:
    """For each event that a run finds, its rows are those of `compare` on its documents; none is lost or doubled."""
    counts = run(pile, tmp_path / "out", Here(models))
    found = {name: parquet.read_table(tmp_path / "out" / name).to_pylist() for name in TABLES}
    documents: dict[str, Document] = {d.id: d for d in read([pile]).documents}
    assert sorted(row["id"] for row in found["documents"]) == sorted(documents)
    by_event: dict[str, list[Document]] = {}
    for row in found["documents"]:
        by_event.setdefault(row["event"], []).append(replace(documents[row["id"]], event=row["event"]))
    assert len(by_event) == counts["events"] >= 3
    expected: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for event, some in by_event.items():
        for name, more in rows_of(as_data(compare(some, models)), event).items():
            expected[name] += pa.Table.from_pylist(more, SCHEMAS[name]).to_pylist()
    for name in TABLES:
        assert sorted(map(repr, found[name])) == sorted(map(repr, expected[name])), name
    assert counts["failed"] == 1
    assert "line 13" in (tmp_path / "out" / "failed.jsonl").read_text()


def test_blocks_keep_events_whole(pile: Path, models: Models) -> None:
    """On a pile of a few stories no two articles that `compare` puts into one event stand in two blocks."""
    documents = read([pile]).documents
    known = [signature(line_of(extraction)) for extraction in extract_all(documents, models.nlp)]
    together = [{known[at].id for at in block} for block in blocks(lambda: known)]
    assert len(together) > 1
    for event in compare(documents, models).events:
        assert any(set(event.documents) <= block for block in together)


class StoppedError(Exception):
    """The plug is pulled."""


class Stopping:
    """An engine whose machine stops after so many parts."""

    def __init__(self, models: Models, parts: int):
        self.inner, self.left = Here(models), parts

    def run(self, stage: Stage, folder: Folder, parts: Sequence[int]) -> Iterator[int]:
        for part in parts:
            if not self.left:
                raise StoppedError
            self.left -= 1
            yield from self.inner.run(stage, folder, [part])


class Counting(Here):
    """An engine that counts the parts that it is given."""

    given = 0

    def run(self, stage: Stage, folder: Folder, parts: Sequence[int]) -> Iterator[int]:
        self.given += len(parts)
        return super().run(stage, folder, parts)


def test_a_stopped_run_goes_on(pile: Path, models: Models, tmp_path: Path) -> None:
    """Stopped after any number of parts and started again: the same files, and nothing that was done is done again."""
    whole = Counting(models)
    run(pile, tmp_path / "whole", whole)
    for parts in range(whole.given):
        out = tmp_path / f"stopped-{parts}"
        with pytest.raises(StoppedError):
            run(pile, out, Stopping(models, parts))
        rest = Counting(models)
        run(pile, out, rest)
        assert rest.given == whole.given - parts
        assert tables(out) == tables(tmp_path / "whole")
        assert not (out / "work").exists()
    again = Counting(models)
    run(pile, tmp_path / "whole", again)
    assert again.given == 0


def test_a_folder_of_another_run_is_refused(pile: Path, models: Models, tmp_path: Path) -> None:
    """Nothing is mixed: other articles, and a folder that holds something else, are refused with what to do."""
    run(pile, tmp_path / "out", Here(models))
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps(rows()[0]))
    with pytest.raises(CorpusError, match="choose another folder"):
        run(other, tmp_path / "out", Here(models))
    with pytest.raises(CorpusError, match="is not empty"):
        run(other, tmp_path, Here(models))


def test_the_same_article_twice_is_one(models: Models, tmp_path: Path) -> None:
    """An article that stands in the corpus twice is compared once, also in unlike parts."""
    path = tmp_path / "twice.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in [*rows()[8:], rows()[8]]))
    assert run(path, tmp_path / "out", Here(models))["documents"] == 4


def warc(path: Path) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for number, (_, _, text) in enumerate(OTHERS[:2]):
            body = f"<html><body><article><h1>Report {number}</h1><p>{text} {text}</p></article></body></html>".encode()
            head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            url = f"https://example.org/{number}"
            writer.write_record(writer.create_warc_record(url, "response", payload=BytesIO(body), http_headers=head))


def test_streams_read_what_compare_reads(pile: Path, tmp_path: Path) -> None:
    """Rows of Parquet are rows of .jsonl, with dates as dates too; pages of a web archive come with their addresses."""
    table = tmp_path / "pile.parquet"
    typed = [row | {"published": date.fromisoformat(row["published"]) if row["published"] else None} for row in rows()]
    parquet.write_table(pa.Table.from_pylist(typed), table, row_group_size=5)
    lines = [found for _, found in articles([pile], {}) if not isinstance(found, Problem)]
    cells = [found for _, found in articles([table], {}) if not isinstance(found, Problem)]
    assert [(a.text, a.source) for a in lines] == [(a.text, a.source) for a in cells]
    assert [a.text for a in lines] == [row["text"] for row in rows()]
    warc(tmp_path / "pages.warc.gz")
    pages = [found for _, found in articles([tmp_path / "pages.warc.gz"], {})]
    assert [not isinstance(page, Problem) and page.source.url for page in pages] == [
        "https://example.org/0",
        "https://example.org/1",
    ]


def broken_parquet(path: Path) -> None:
    path.write_bytes(b"PAR1 and nothing more")


def no_text(path: Path) -> None:
    parquet.write_table(pa.table({"a": [1]}), path)


@pytest.mark.parametrize(
    ("name", "make", "told"),
    [
        ("a.txt", lambda path: path.write_text("x"), "is not read as a corpus"),
        ("a.parquet", broken_parquet, "no Parquet file"),
        ("a.parquet", no_text, "no column with texts among a"),
        ("a.warc", lambda path: path.write_bytes(b"rubbish"), "web archive"),
    ],
    ids=["text", "broken parquet", "no texts", "broken archive"],
)
def test_what_is_no_corpus_is_named(tmp_path: Path, name: str, make: Any, told: str) -> None:
    """A file that is none stops the run with its name and the reason; a broken line does not."""
    make(tmp_path / name)
    with pytest.raises(UnreadableError, match=told) as error:
        list(articles([tmp_path / name], {}))
    assert name in str(error.value)


def command(*arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}
    program = [sys.executable, "-m", "factcheck.cli", "corpus", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(program, env=environment, text=True, cwd=ROOT, **pipes)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_command_line(pile: Path, tmp_path: Path) -> None:
    """The command writes what its summary says; two jobs write the same as one; killed, it leaves no process and goes on."""
    one, two = tmp_path / "one", tmp_path / "two"
    first = command(str(pile), "--out", str(one), "--jobs", "1", "--no-nli")
    out, err = first.communicate()
    assert first.returncode == 0, err
    assert out.startswith("12 documents, ")
    assert "1 articles or parts of them could not be used" in err
    second = command(str(pile), "--out", str(two), "--jobs", "2", "--no-nli", "--quiet")
    for _ in range(600):  # until the articles are cut, which is before anything is parsed
        if (two / "work" / "read.json").exists():
            break
        try:
            second.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
    second.kill()
    second.communicate()
    assert not (two / "summary.json").exists()
    again = command(str(pile), "--out", str(two), "--jobs", "2", "--no-nli", "--quiet")
    assert again.communicate()[0] == ""
    assert again.returncode == 0
    assert tables(two) == tables(one)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("no-such.jsonl", "--out", "x"), "no-such.jsonl: no such file"),
        (("README.md", "--out", "{tmp}/x"), "is not read as a corpus"),
        (("README.md", "--out", "{tmp}/x", "--address", "127.0.0.1:1"), "--address is of a Ray cluster"),
        (("README.md", "--out", "{tmp}/x", "--columns", "text"), "is no column"),
    ],
    ids=["missing", "no corpus", "address without ray", "columns"],
)
def test_bad_input_is_one_line(tmp_path: Path, arguments: tuple[str, ...], told: str) -> None:
    """Status 2 and one line on what and where."""
    done = command(*(argument.format(tmp=tmp_path) for argument in arguments))
    _, err = done.communicate()
    assert done.returncode == 2
    assert told in err
    assert len(err.splitlines()) == 1
