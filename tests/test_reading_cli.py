"""Other formats than text from the command line to the report: texts, pages, columns, what is put back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import loaded
import made
import pytest
from made import FIRST, PARAGRAPHS, SECOND, TITLE

pytestmark = pytest.mark.slow


def compared(*arguments: object, report: Path) -> tuple[dict[str, Any], str]:
    """The JSON report of `factcheck compare` on these arguments, and what stderr says."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck.cli", "compare", *map(str, arguments), "--quiet", "--json", str(report)],
        capture_output=True,
        cwd=loaded.ROOT,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(report.read_text("utf-8")), done.stderr


def test_a_folder_of_formats_is_compared(tmp_path: Path) -> None:
    """Claims from a page, a PDF and a text meet in one report; each points into its text, that of the PDF to its page, too."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_bytes(made.PAGE)
    (folder / "b.pdf").write_bytes(made.pdf([made.wrapped(PARAGRAPHS[:2]), made.wrapped([SECOND.replace("Twelve", "Nineteen")])]))
    (folder / "c.txt").write_text(FIRST)
    (folder / "sources.csv").write_text("file,outlet\nb.pdf,Meridian\nc.txt,Echo\n")
    report, said = compared(folder, report=tmp_path / "r.json")
    assert said == ""
    documents = {Path(document["path"]).name: document for document in report["documents"]}
    assert documents["c.txt"]["text"] is None
    assert [documents[name]["outlet"] for name in ("a.html", "b.pdf", "c.txt")] == ["Bay Courier", "Meridian", "Echo"]
    texts = {document["id"]: document["text"] or FIRST for document in report["documents"]}
    assert all(texts[claim["document"]][claim["start"] : claim["end"]] == claim["text"] for claim in report["claims"])
    pages = {claim["page"] for claim in report["claims"] if claim["document"] == documents["b.pdf"]["id"]}
    assert pages == {1, 2}
    assert {claim["page"] for claim in report["claims"] if claim["document"] != documents["b.pdf"]["id"]} == {None}
    assert "contradict" in {judgement["verdict"] for judgement in report["judgements"]}
    assert not [claim["text"] for claim in report["claims"] if "Copyright" in claim["text"]]


def test_columns_and_reasons_from_the_command_line(tmp_path: Path) -> None:
    """--columns names a table's columns, and --keep puts back what was left out for a reason."""
    table = tmp_path / "a.csv"
    table.write_text(f'Inhalt,Kopf\n"{FIRST}\nDer Rat stimmte am Montag gegen die alte Brücke.\n5 min read",{TITLE}\n')
    options = [table, "--columns", "text=Inhalt", "--columns", "title=Kopf", "--keep", "text in German"]
    report, _ = compared(*options, report=tmp_path / "r.json")
    (document,) = report["documents"]
    assert document["title"] == TITLE
    reasons = {drop["reason"] for drop in document["dropped"]}
    assert "page counter" in reasons
    assert "text in German" not in reasons


def test_one_passage_is_put_back(tmp_path: Path) -> None:
    """--keep PATH:START puts back one passage and no other; a wish that fits nothing is named, and the rest is done."""
    path = tmp_path / "a.txt"
    path.write_text(f"{TITLE}\n\n{FIRST}\n\n5 min read\n\n{SECOND}\n\nShare this page\n")
    report, _ = compared(path, report=tmp_path / "r.json")
    one, two = report["documents"][0]["dropped"]
    report, said = compared(path, "--keep", f"{path}:{one['start']}", "--keep", f"{path}:7", report=tmp_path / "r.json")
    assert report["documents"][0]["dropped"] == [two]
    assert f"{path}:7" in said
    assert "nothing was left out" in said


def inspected(*arguments: object) -> tuple[list[dict[str, Any]], str]:
    """The rows of `factcheck inspect` on these arguments, and what stderr says."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck.cli", "inspect", *map(str, arguments)],
        capture_output=True,
        cwd=loaded.ROOT,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def test_inspect_reads_any_format(tmp_path: Path) -> None:
    """The claims of a PDF with their pages, and of several articles with their paths; what cannot be used is named."""
    pdf = tmp_path / "b.pdf"
    pdf.write_bytes(made.pdf([made.wrapped(PARAGRAPHS[:2]), made.wrapped([SECOND])]))
    rows, said = inspected(pdf)
    assert said == ""
    assert {row["page"] for row in rows} == {1, 2}
    assert all("path" not in row for row in rows)
    (tmp_path / "c.html").write_bytes(made.PAGE)
    (tmp_path / "d.txt").write_bytes(b"\0\0")
    rows, said = inspected(tmp_path, "--published", "2021-03-15")
    assert {Path(row["path"]).name for row in rows} == {"b.pdf", "c.html"}
    assert [row for row in rows if "page" not in row]
    assert "d.txt: binary content" in said
    windows = {row["window"]["start"] for row in rows if row["window"] and row["window"]["text"] == "Monday"}
    assert windows == {"2021-03-15"}


def test_a_wrong_column_and_a_private_address_are_one_line_each(tmp_path: Path) -> None:
    """What cannot be followed is said in one line, with status 2."""
    for arguments, words in (
        (["examples", "--columns", "body"], "'body' is no column"),
        (["http://127.0.0.1:9/"], "leads into a private or reserved network; refused"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "factcheck.cli", "compare", *arguments], capture_output=True, cwd=loaded.ROOT, text=True
        )
        assert done.returncode == 2
        assert words in done.stderr
        assert "Traceback" not in done.stderr
