"""aliases.csv: what the user says about names, one line a form: form, canonical. It overrules what the texts say."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from claims.document import Failure
from claims.reading import UnreadableError, decode
from claims.sources import rows_of

NAME = "aliases.csv"
COLUMNS = ("form", "canonical")


@dataclass(frozen=True, slots=True)
class Corrections:
    """Form -> canonical name as the user gives them, and what was wrong with the table."""

    of: dict[str, str] = field(default_factory=dict)
    failed: tuple[Failure, ...] = ()


def beside(paths: Iterable[Path | str]) -> list[Path]:
    """The aliases.csv of each folder that is compared."""
    return sorted({Path(path, NAME) for path in paths if Path(path, NAME).is_file()})


def load(paths: Sequence[Path]) -> Corrections:
    """The corrections of several files; of two lines on one form the later file's holds."""
    of: dict[str, str] = {}
    failed: list[Failure] = []
    for path in paths:
        try:
            said = parse(decode(path.read_bytes()), str(path))
        except OSError as error:
            failed.append(Failure(str(path), f"cannot be read: {error.strerror}; check the path and its permissions"))
        except UnreadableError as error:
            failed.append(Failure(str(path), str(error)))
        else:
            of |= said.of
            failed += said.failed
    return Corrections(of, tuple(failed))


def parse(table: str, path: str) -> Corrections:
    """The corrections of one table. A line that cannot be used is left out and named, the rest stands."""
    of: dict[str, str] = {}
    failed: list[Failure] = []
    rows = rows_of(table)
    try:
        columns = [name.strip().lower() for name in next(rows, [])]
        if sorted(columns) != sorted(COLUMNS):
            return Corrections({}, (Failure(path, f"line 1: begin with the line {','.join(COLUMNS)}; the table was not used"),))
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            cells = dict(zip(columns, (cell.strip() for cell in row), strict=False))
            if len(row) != len(columns) or not all(cells.values()):
                failed.append(Failure(path, f"line {rows.line_num}: needs a form and a canonical name; line not used"))
            elif of.setdefault(cells["form"], cells["canonical"]) != cells["canonical"]:
                failed.append(
                    Failure(path, f"line {rows.line_num}: {cells['form']!r} stands in an earlier line too; line not used")
                )
    except csv.Error as error:
        failed.append(
            Failure(path, f"line {rows.line_num}: {error}; correct the quotes there; this and later lines were not used")
        )
    return Corrections(of, tuple(failed))


def to_csv(of: Mapping[str, str]) -> str:
    """Corrections as a table that `parse` reads; forms in alphabetical order."""
    table = io.StringIO(newline="")
    rows = csv.writer(table)
    rows.writerow(COLUMNS)
    rows.writerows(sorted(of.items()))
    return table.getvalue()


def other_failures(failed: Iterable[Failure]) -> list[Failure]:
    """The failures of a reading without those on aliases.csv, which is no article and is read here."""
    return [failure for failure in failed if PurePath(failure.path).name != NAME]
