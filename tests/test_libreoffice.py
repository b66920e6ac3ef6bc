"""A real spreadsheet opens the workbook and the CSV, and shows what was written; skipped, visibly, where there is none."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import reports

from factcheck.exports.columns import COLUMNS, FIGURES, MEANING, REVIEW_COLUMNS
from factcheck.exports.csv_back import returned
from factcheck.exports.csv_text import to_csv, write_csv
from factcheck.exports.spreadsheet import same
from factcheck.exports.workbook import FACTS, write_xlsx
from factcheck.judgement import Finding
from factcheck.report import Report

pytestmark = pytest.mark.slow

# Comma, double quotes, UTF-8, from line 1, cells as they are stored; -1 writes every sheet (LibreOffice's "filter options").
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
READ_UTF8 = "CSV:44,34,76,1"
PATIENCE = 180  # seconds; the first start makes a profile

Convert = Callable[[Path, str], Path]


@pytest.fixture
def converted(tmp_path: Path) -> Convert:
    """Opens a file without a window and saves it in another format; gives the folder with the result."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice here: as root, apt-get install --no-install-recommends libreoffice-calc")

    def convert(file: Path, to: str) -> Path:
        out = tmp_path / "out"
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        read = ["--infilter=" + READ_UTF8] if file.suffix == ".csv" else []
        command = [office, profile, "--headless", *read, "--convert-to", to, "--outdir", str(out), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True)
        assert "Error" not in done.stderr, done.stderr
        return out

    return convert


def awkward() -> Report:
    """The hand-made report with texts that a spreadsheet could run, split or count."""
    base = reports.small()
    first = replace(base.facts[0], headline='=HYPERLINK("https://example.org";"x")')
    second = replace(base.facts[1], headline="1/2, “two”; three\nfour")
    return replace(base, facts=(first, second, *base.facts[2:]))


def shown(path: Path) -> list[list[str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def test_the_workbook_opens(converted: Convert, tmp_path: Path) -> None:
    """Every sheet is there with all its cells; formulas are words."""
    report = awkward()
    with (tmp_path / "facts.xlsx").open("wb") as out:
        write_xlsx(report, out)
    folder = converted(tmp_path / "facts.xlsx", EVERY_SHEET)
    sheets = {path.stem.removeprefix("facts-"): shown(path) for path in folder.iterdir()}
    found = [finding for finding in Finding if any(fact.finding is finding for fact in report.facts)]
    assert set(sheets) == {"facts", "columns", *(finding.value for finding in found)}
    assert sheets["facts"][0] == list(FACTS)
    assert [row[1] for row in sheets["facts"][1:]] == [fact.headline for fact in report.facts]
    assert dict(sheets["columns"][1:]) == FACTS | MEANING
    rows = [row for finding in found for row in sheets[finding.value][1:] if row[1]]
    wanted = list(csv.reader(io.StringIO(to_csv(report), newline="")))[1:]
    assert len(rows) == len(wanted)
    for row in wanted:
        assert any(all(map(same, row, other)) for other in rows), row


def test_the_csv_opens(converted: Convert, tmp_path: Path) -> None:
    """Every cell is there, figures as numbers and formulas as words."""
    report = awkward()
    (tmp_path / "pairs.csv").write_bytes(to_csv(report).encode())
    folder = converted(tmp_path / "pairs.csv", "xlsx:Calc MS Excel 2007 XML")
    (sheet,) = openpyxl.load_workbook(folder / "pairs.xlsx")
    rows = [[cell(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    wanted = list(csv.reader(io.StringIO(to_csv(report), newline="")))
    assert len(rows) == len(wanted)
    for row, other in zip(wanted, rows, strict=True):
        assert [same(one, two) for one, two in zip(row, other, strict=True)] == [True] * len(COLUMNS), (row, other)
    assert all(it.data_type != "f" for row in sheet.iter_rows() for it in row)
    numbers = [at for at, name in enumerate(COLUMNS) if name in FIGURES]
    assert all(row[at].data_type in ("n", "s") for row in sheet.iter_rows(min_row=2) for at in numbers if row[at].value)


def test_a_reviewed_csv_that_it_saved_is_taken_back(converted: Convert, tmp_path: Path) -> None:
    """Opened and saved again as CSV by the spreadsheet, the table brings no complaint and no review that nobody made."""
    report = awkward()
    with (tmp_path / "pairs.csv").open("w", encoding="utf-8", newline="") as out:
        write_csv(report, out, bom=True, reviews=[])
    data = (converted(tmp_path / "pairs.csv", EVERY_SHEET) / "pairs-pairs.csv").read_bytes()
    assert data.decode().splitlines()[0] == ",".join((*COLUMNS, *REVIEW_COLUMNS))
    got = returned(report, [], data, "Ann Lee")
    assert (got.reviews, got.mismatches) == ((), ())


def cell(value: Any) -> str:
    """A cell as text; a day without its hour."""
    return "" if value is None else value.date().isoformat() if hasattr(value, "date") else str(value)
