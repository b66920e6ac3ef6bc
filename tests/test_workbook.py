"""The workbook: a sheet for each kind of finding with the rows of the CSV, and nothing in it that runs or breaks it."""

from __future__ import annotations

import csv
import errno
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import reports

from factcheck.exports import workbook
from factcheck.exports.columns import COLUMNS, FIGURES, MEANING
from factcheck.exports.csv_text import to_csv
from factcheck.exports.pairs import LONGEST_CELL
from factcheck.exports.workbook import FACTS, write_xlsx
from factcheck.judgement import Finding, Verdict
from factcheck.report import Report


def opened(report: Report, **options: Any) -> dict[str, list[list[Any]]]:
    """The sheets by name, each as its rows; the reader leaves out empty cells at the end of a row."""
    out = io.BytesIO()
    write_xlsx(report, out, **options)
    book = openpyxl.load_workbook(io.BytesIO(out.getvalue()), read_only=True)
    sheets = {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}
    return {name: [row + [None] * (len(rows[0]) - len(row)) for row in rows] for name, rows in sheets.items()}


def as_text(name: str, value: Any) -> str:
    """A cell as the CSV has it, but for the quote in front of what looks like a formula."""
    return "" if value is None else f"{value:g}" if name in FIGURES else value


def test_a_sheet_for_each_finding_with_the_rows_of_the_csv() -> None:
    """The facts, one sheet for each finding that occurs, the columns; together the sheets have the CSV's rows."""
    report = reports.small()
    sheets = opened(report)
    found = [finding for finding in Finding if any(fact.finding is finding for fact in report.facts)]
    assert list(sheets) == ["facts", *(finding.value for finding in found), "columns"]
    rows = [row for finding in found for row in sheets[finding.value][1:] if row[1]]
    assert [tuple(sheets[finding.value][0]) for finding in found] == [COLUMNS] * len(found)
    texts = [{name: as_text(name, value) for name, value in zip(COLUMNS, row, strict=True)} for row in rows]
    wanted = list(csv.DictReader(io.StringIO(to_csv(report), newline="")))
    assert sorted(map(str, texts)) == sorted(map(str, wanted))


def test_every_fact_and_every_column_is_listed() -> None:
    """The first sheet has one row a fact, the last one says what each column holds."""
    sheets = opened(reports.small())
    assert tuple(sheets["facts"][0]) == tuple(FACTS)
    assert [row[1] for row in sheets["facts"][1:]] == [fact.headline for fact in reports.small().facts]
    assert {row[0]: row[1] for row in sheets["columns"][1:]} == FACTS | MEANING


def test_a_fact_without_pairs_has_its_words() -> None:
    """A single source is one row a claim, with one side only."""
    (row,) = (dict(zip(COLUMNS, cells, strict=True)) for cells in opened(reports.small())["single-source"][1:])
    assert row["left_claim"] == reports.RESCUE.text
    assert (row["left_low"], row["left_high"], row["left_unit"]) == (0, 20, "minutes")
    assert not any(value for name, value in row.items() if name.startswith("right_") or name == "verdict")


def test_choices() -> None:
    """Only the facts and the verdicts asked for."""
    sheets = opened(reports.small(), facts={reports.KILLED.id}, verdicts=(Verdict.AGREE,))
    assert list(sheets) == ["facts", "contradicted", "columns"]
    assert len(sheets["facts"]) == 2
    assert len(sheets["contradicted"]) == 1


@pytest.mark.parametrize("text", ["=1+1", "+49", "-5 degrees", "@user", "\tx"])
def test_formulas_are_text(text: str) -> None:
    """A text that looks like a formula stays these very words, and is neither run nor read as a number."""
    report = reports.headed(text)
    out = io.BytesIO()
    write_xlsx(report, out)
    book = openpyxl.load_workbook(io.BytesIO(out.getvalue()))
    cell = book["facts"]["B2"]
    assert (cell.value, cell.data_type) == (text, "s")
    parts = zipfile.ZipFile(io.BytesIO(out.getvalue()))
    assert not any("<f>" in parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/worksheets/sheet"))


@pytest.mark.parametrize(
    ("text", "cell", "why"),
    [
        ("a\x00b\x0bc", "a\ufffdb\ufffdc", "characters that XML has not"),
        ("a\ud83d", "a\ufffd", "half a surrogate pair"),
        ("first\nsecond", "first\nsecond", "a line break is fine"),
        ("x" * (LONGEST_CELL + 1), "x" * (LONGEST_CELL - 22) + " … (cut: see the JSON)", "longer than a cell"),
    ],
)
def test_cells_that_excel_would_refuse(text: str, cell: str, why: str) -> None:
    """What no cell may hold is replaced, so that the file opens; a cut says that it is one."""
    assert opened(reports.headed(text))["facts"][1][1] == cell


def test_a_full_sheet_goes_on_on_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """No row is lost where a sheet has as many as Excel opens."""
    whole = opened(reports.small())["facts"]
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    sheets = opened(reports.small())
    parts = [rows for name, rows in sheets.items() if name.startswith("facts")]
    assert [len(rows) for rows in parts] == [3, 3, 2]
    assert [row for rows in parts for row in rows[1:]] == whole[1:]


def test_an_empty_report_opens() -> None:
    """A report without facts is a workbook all the same."""
    assert list(opened(Report((), (), (), (), (), ()))) == ["facts", "columns"]


def test_the_same_report_is_the_same_file() -> None:
    """No time of writing and no random name is in it."""
    first, second = io.BytesIO(), io.BytesIO()
    write_xlsx(reports.small(), first)
    write_xlsx(reports.small(), second)
    assert first.getvalue() == second.getvalue()


class FullDisk(io.BytesIO):
    """A file on a disk without room."""

    def write(self, data: Any) -> int:
        """What the system says."""
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_said_as_the_system_says_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error is an OSError with its number, which commands make a line of; no part of a sheet stays behind."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(OSError, match="No space left") as said:
        write_xlsx(reports.small(), FullDisk())
    assert said.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []
