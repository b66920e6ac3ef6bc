"""Tables with one article a row: .csv, .tsv and .xlsx. The columns are known by their names, or as the user maps them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from zipfile import BadZipFile

from claims.reading.archive import Archive
from claims.reading.article import Found, Problem
from claims.reading.columns import Columns, article_of, has_text
from claims.reading.decoding import decode
from claims.reading.limits import MAX_ARTICLES, MAX_CHARACTERS, UnreadableError, file_bytes
from claims.sources import rows_of

MAX_COLUMNS = 1_000


def read_csv(data: bytes, columns: Columns | None = None) -> Iterator[Found]:
    """The articles of a table of text, separated by commas, semicolons or tabs."""
    csv.field_size_limit(MAX_CHARACTERS)  # one setting for the whole process; the module's own limit is below a long article
    rows = rows_of(decode(file_bytes(data)))

    def numbered() -> Iterator[tuple[int, list[object]]]:
        try:
            for row in rows:
                yield rows.line_num, list(row)
        except csv.Error as error:
            raise UnreadableError(f"line {rows.line_num}: {error}; correct the quotes there") from None

    yield from _articles(numbered(), columns or {}, "line")


def read_xlsx(data: bytes, columns: Columns | None = None) -> Iterator[Found]:
    """The articles of the first sheet of an .xlsx; formulas count by the value that was saved with them."""
    archive = Archive(data)
    if "xl/workbook.xml" not in archive:
        raise UnreadableError("no workbook in it; save it as .xlsx again")
    for part in archive.names:  # openpyxl reads the parts by itself: each has to be within the limits, and to declare nothing
        if part.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(part)[:4096].upper():
            raise UnreadableError(f"its part {part} declares a document type, as no honest file does; refused")
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        rows = ((number, list(row)) for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS, values_only=True), 1))
        yield from _articles(rows, columns or {}, "row")
    except (InvalidFileException, BadZipFile, KeyError, ValueError, TypeError, IndexError, AttributeError, SyntaxError, OSError):
        raise UnreadableError("broken workbook; open it and save it again, or save the sheet as .csv") from None


def _articles(rows: Iterable[tuple[int, list[object]]], columns: Columns, unit: str) -> Iterator[Found]:
    header: list[str] = []
    used = 0
    for number, row in rows:
        cells = [_cell(cell) for cell in row]
        if not any(cell.strip() for cell in cells):
            continue
        if not header:
            header = [cell.strip() for cell in cells]
            _has_text(header, columns)
            continue
        if used == MAX_ARTICLES:
            yield Problem(f"more than {MAX_ARTICLES:,} articles; those from {unit} {number} on were not used; split it")
            return
        used += 1
        if any(cells[len(header) :]):
            yield Problem(
                f"{unit} {number}: more cells than the {len(header)} of the header; quote text with commas; {unit} not used"
            )
            continue
        try:
            yield from article_of(dict(zip(header, cells, strict=False)), columns, f"{unit} {number}")
        except UnreadableError as error:
            yield Problem(f"{unit} {number}: {error}; {unit} not used")
    if not used:
        raise UnreadableError("a table without articles; write one article a row under a line of column names")


def _has_text(header: list[str], columns: Columns) -> None:
    """UnreadableError, naming the columns that there are, where none of them holds the articles' texts."""
    if not has_text(header, columns):
        shown = ", ".join(repr(name[:40]) for name in header[:12])
        raise UnreadableError(
            f'no column "{columns.get("text", "text")}" among {shown}; say which holds the texts with --columns text=NAME'
        )


def _cell(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
