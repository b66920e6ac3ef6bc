"""CSV out, edited as spreadsheets and people do, and in again: what was edited becomes reviews, nothing else is lost or taken."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

import reports
from hypothesis import given
from hypothesis import strategies as st

from factcheck.exports import to_csv
from factcheck.exports.columns import COLUMNS, EDITABLE, REVIEW_COLUMNS
from factcheck.exports.csv_back import returned
from factcheck.exports.csv_text import write_csv
from factcheck.exports.spreadsheet import TableError, same, words
from factcheck.judgement import Verdict
from factcheck.report import Report
from factcheck.reviewing.review import Review
from factcheck.reviewing.reviews import Status

REPORT = reports.small()
Table = list[dict[str, str]]

notes = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20).map(lambda text: " ".join(text.split()))
verdicts = st.sampled_from(Verdict).map(str)
ratings = st.sampled_from(["", "False (1)", "Half true", "=True (5)"])
OF_ROWS = ("pair_verdict", "left_rating")  # what is not of the whole fact


def exported(reviews: Sequence[Review], report: Report = REPORT) -> Table:
    """The rows of the CSV with review columns."""
    out = io.StringIO(newline="")
    write_csv(report, out, reviews=reviews)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def saved(table: Table, columns: Sequence[str], dialect: Mapping[str, Any], encoding: str, dates: str, comma: bool) -> bytes:
    """The table as a spreadsheet of some country saves it."""

    def cell(name: str, value: str) -> str:
        if name.endswith("published") and value and dates != "%Y-%m-%d":
            return date.fromisoformat(value).strftime(dates)
        return value.replace(".", ",") if comma and name == "score" else value

    out = io.StringIO(newline="")
    writer = csv.writer(out, **dialect)
    writer.writerow(columns)
    writer.writerows([cell(name, row.get(name, "seen")) for name in columns] for row in table)
    return out.getvalue().encode(encoding)


@st.composite
def sheets(draw: st.DrawFn, table: Table, keep: bool = False) -> bytes:
    """The table in any order of rows and columns, with columns added, as any spreadsheet saves it."""
    columns = draw(st.permutations([*table[0], *draw(st.sampled_from([[], ["my column"], ["", "todo"]]))]))
    dialect = {"delimiter": draw(st.sampled_from(",;\t")), "lineterminator": draw(st.sampled_from(["\r\n", "\n", "\r"]))}
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
    dates = draw(st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y"]))
    rows = table if keep else draw(st.permutations(table))
    return saved(rows, columns, dialect, encoding, dates, comma=dialect["delimiter"] == ";")


@st.composite
def edits(draw: st.DrawFn) -> dict[str, dict[str, str]]:
    """What a person does to some facts: by headline, the review cells that they write."""
    made: dict[str, dict[str, str]] = {}
    judged = {row["fact"] for row in exported([])}
    for headline in draw(st.lists(st.sampled_from(sorted(judged)), unique=True, max_size=4)):
        status = draw(st.sampled_from(Status))
        cells = {"status": status.value, "checked": draw(st.sampled_from(["yes", ""]))}
        if status is Status.CORRECTED:
            cells["corrected_verdict"] = draw(verdicts)
        cells["note"] = draw(notes)
        cells["left_rating"] = draw(ratings)
        cells["pair_verdict"] = draw(st.just("") | verdicts)
        made[headline] = cells
    return made


def edited(table: Table, made: Mapping[str, Mapping[str, str]], everywhere: bool) -> Table:
    """The table with edits written into the first row of each fact, or all but pair verdicts into every one."""
    seen: set[str] = set()
    out = []
    for row in table:
        cells = dict(made.get(row["fact"], {}))
        if row["fact"] in seen:
            cells = {name: value for name, value in cells.items() if name not in OF_ROWS} if everywhere else {}
        seen.add(row["fact"])
        out.append(row | cells)
    return out


@given(st.data(), edits())
def test_nothing_edited_is_nothing_new(data: st.DataObject, made: dict[str, dict[str, str]]) -> None:
    """A table that comes back as it went out, whatever a spreadsheet did to it, brings no review and no complaint."""
    before = returned(REPORT, [], csv_bytes(edited(exported([]), made, everywhere=False)), "Ann Lee").reviews
    got = returned(REPORT, before, data.draw(sheets(exported(before))), "Tom Reed")
    assert got.mismatches == ()
    assert got.reviews == ()


@given(st.data(), edits(), st.booleans())
def test_what_was_edited_is_where_things_stand(data: st.DataObject, made: dict[str, dict[str, str]], everywhere: bool) -> None:
    """The reviews that come of a table put every fact and pair where the table says; the next export is the table."""
    table = edited(exported([]), made, everywhere)
    got = returned(REPORT, [], data.draw(sheets(table)), "Ann Lee")
    assert got.mismatches == ()
    after = exported(got.reviews)
    for row in after:
        wanted = dict(made.get(row["fact"], {}))
        first = next(it for it in after if it["fact"] == row["fact"]) is row
        for name, value in wanted.items():
            if name not in OF_ROWS or first:
                assert words(row[name]) == words(value), name
    assert {row["reviewer"] for row in after} <= {"", "Ann Lee"}
    assert [{name: row[name] for name in COLUMNS} for row in after] == [{name: row[name] for name in COLUMNS} for row in table]


@given(edits(), edits())
def test_a_second_round_goes_on_from_the_first(one: dict[str, dict[str, str]], two: dict[str, dict[str, str]]) -> None:
    """Edits of a table that was exported after earlier ones: the later ones hold, also where they take something back."""
    first = returned(REPORT, [], csv_bytes(edited(exported([]), one, everywhere=False)), "Ann Lee").reviews
    for cells in two.values():
        cells["corrected_verdict"] = cells.get("corrected_verdict", "")
        cells["note"] = cells["note"] or "again"
    got = returned(REPORT, first, csv_bytes(edited(exported(first), two, everywhere=True)), "Tom Reed")
    assert got.mismatches == ()
    after = exported([*first, *got.reviews])
    for row in after:
        for name, value in two.get(row["fact"], {}).items():
            if name not in OF_ROWS:
                assert words(row[name]) == words(value), name


@given(st.data(), st.sampled_from([name for name in COLUMNS if not name.endswith(("low", "high"))]))
def test_what_is_not_for_editing_is_checked(data: st.DataObject, column: str) -> None:
    """A change of any other column is one line that names the row, and nothing of that row is taken."""
    table = exported([])
    at = data.draw(st.integers(0, len(table) - 1))
    table[at] |= {column: table[at][column] + " changed", "status": "confirmed"}
    got = returned(REPORT, [], csv_bytes(table), "Ann Lee")
    assert len(got.mismatches) == 1
    assert got.mismatches[0].startswith(f"row {at + 2}: {column} is ")
    assert got.reviews == ()


@given(st.binary(max_size=200))
def test_any_bytes_are_a_table_or_a_clear_error(data: bytes) -> None:
    """No file brings anything but TableError or rows."""
    head = ",".join(REVIEW_COLUMNS).encode()
    with suppress(TableError):
        assert returned(REPORT, [], data, "Ann Lee").reviews == ()
    with suppress(TableError):
        assert returned(REPORT, [], head + b"\r\n" + data, "Ann Lee").reviews == ()


@given(st.sampled_from(Verdict), notes)
def test_the_columns_before_are_as_without_reviews(verdict: Verdict, note: str) -> None:
    """The first columns of a CSV for reviewing are those of the plain one, byte for byte."""
    plain = list(csv.reader(io.StringIO(to_csv(REPORT), newline="")))
    out = io.StringIO(newline="")
    write_csv(REPORT, out, reviews=[])
    both = list(csv.reader(io.StringIO(out.getvalue(), newline="")))
    assert [row[: len(COLUMNS)] for row in both] == plain
    assert both[0][len(COLUMNS) :] == list(REVIEW_COLUMNS)
    assert set(EDITABLE) < set(REVIEW_COLUMNS)


@given(st.floats(-1e6, 1e6).map(lambda value: f"{value:.6g}"))
def test_numbers_as_countries_write_them(number: str) -> None:
    """A decimal comma is a decimal point; another number is another one."""
    assert same(number, number.replace(".", ","))
    assert not same(number, f"{float(number) * 1.1 + 1:.6g}")


def csv_bytes(table: Table) -> bytes:
    """The table as plain CSV."""
    return saved(table, list(table[0]), {}, "utf-8", "%Y-%m-%d", comma=False)
