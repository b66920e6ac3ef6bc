"""A table as a spreadsheet gives it back: its encoding, its delimiter, and what it does to numbers, dates and long texts."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Collection, Iterator
from datetime import date, datetime
from math import isclose

from factcheck.exports.pairs import FORMULA, LONGEST_CELL

# What Excel writes by country: commas, semicolons where the comma is the decimal sign, tabs for "Unicode text".
_DELIMITERS = (",", ";", "\t")

# Characters; a cell of a spreadsheet holds 32,767, and the texts of an export stay far below. Said here, because the limit of the
# csv module is one for the whole process, and reading articles raises it.
MAX_CELL = 131_072

# A spreadsheet shows an ISO date in the form of its country and saves what it shows.
_DATES = ("%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d/%m/%y", "%m/%d/%y", "%d.%m.%y", "%Y/%m/%d", "%d-%m-%Y", "%d-%b-%y", "%d %b %Y")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")

# Excel saves six significant digits of what it shows.
_PRECISION = 1e-5


class TableError(ValueError):
    """A file that is no such table; the message is one line that says what is missing."""


def rows(data: bytes, needed: Collection[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table by column, each with its number in the spreadsheet (the head is row 1); empty rows are left out.

    TableError where a column that is needed is not there, or the file is no table.
    """
    text = _decoded(data)
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=head.count)
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        columns = [cell.strip() for cell in next(lines, [])]
        if missing := [name for name in needed if name not in columns]:
            raise TableError(f"no column {', '.join(missing)} in the first row; keep the columns of the export")
        for number, cells in enumerate(lines, 2):
            if any(len(cell) > MAX_CELL for cell in cells):
                raise TableError(f"no CSV (row {number} has a cell of more than {MAX_CELL:,} characters)")
            if any(cell.strip() for cell in cells):
                yield number, dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=False))
    except csv.Error as error:
        raise TableError(f"no CSV ({error})") from error


def _decoded(data: bytes) -> str:
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # what Excel saves as plain "CSV" in western Europe


def same(written: str, found: str) -> bool:
    """Whether a cell is what was written, though a spreadsheet may have shown it as its own number, date or shortened text."""
    one, two = words(written), words(found)
    if one == two or (len(found) >= LONGEST_CELL - 1 and one.startswith(two)):
        return True
    if _ISO.fullmatch(one):
        return any(_date(two, form) == date.fromisoformat(one) for form in _DATES)
    left, right = _number(one), _number(two)
    return left is not None and right is not None and isclose(left, right, rel_tol=_PRECISION)


def words(cell: str) -> str:
    """The words of a cell: white space joined, without the quote that made a formula harmless."""
    text = " ".join(cell.split())
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


def _date(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        return None


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    except ValueError:
        return None
