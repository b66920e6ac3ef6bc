r"""The judged pairs as CSV: RFC 4180, "\r\n" line ends, written row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence
from typing import TextIO

from factcheck.exports.columns import COLUMNS, FIGURES
from factcheck.exports.pairs import chosen, harmless, judged_pairs, row
from factcheck.judgement import Verdict
from factcheck.report import Report

# Excel takes a file for UTF-8 only where it starts with this mark.
BOM = "\ufeff"


def to_csv(report: Report, verdicts: Collection[Verdict] = tuple(Verdict), facts: Collection[str] | None = None) -> str:
    """One row a judged pair of different documents or speakers, as `write_csv` writes it, as one string."""
    out = io.StringIO(newline="")
    write_csv(report, out, verdicts, facts)
    return out.getvalue()


def write_csv(
    report: Report,
    out: TextIO,
    verdicts: Collection[Verdict] = tuple(Verdict),
    facts: Collection[str] | None = None,
    *,
    bom: bool = False,
) -> None:
    """Write one row a judged pair of different documents or speakers, in the order of the facts.

    Only pairs with one of the verdicts are written, and of the facts (ids) named, if any are. Text cells that a spreadsheet
    would run as a formula get a leading quote. `out` must not translate line ends (newline="").
    """
    if bom:
        out.write(BOM)
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for fact, judgement in judged_pairs(report, verdicts, chosen(report, facts)):
        writer.writerow(tamed(COLUMNS, row(report, fact, judgement)))


def tamed(columns: Sequence[str], cells: Sequence[str]) -> list[str]:
    """The cells of a row, texts made harmless."""
    return [cell if name in FIGURES else harmless(cell) for name, cell in zip(columns, cells, strict=True)]
