r"""The judged pairs as CSV: RFC 4180, "\r\n" line ends, written row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence
from typing import TextIO

from factcheck.exports.columns import COLUMNS, FIGURES, REVIEW_COLUMNS
from factcheck.exports.pairs import chosen, harmless, judged_pairs, row
from factcheck.exports.review_cells import reviewed
from factcheck.judgement import Verdict
from factcheck.report import Report
from factcheck.reviewing.review import Review

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
    reviews: Sequence[Review] | None = None,
) -> None:
    """Write one row a judged pair of different documents or speakers, in the order of the facts.

    Only pairs with one of the verdicts are written, and of the facts (ids) named, if any are. Text cells that a spreadsheet
    would run as a formula get a leading quote. With `reviews`, if only an empty list, there are columns for reviewing too, which
    `csv_back` takes back. `out` must not translate line ends (newline="").
    """
    if bom:
        out.write(BOM)
    state = None if reviews is None else reviewed(report, reviews)
    writer = csv.writer(out)
    writer.writerow(COLUMNS if state is None else (*COLUMNS, *REVIEW_COLUMNS))
    for fact, judgement in judged_pairs(report, verdicts, chosen(report, facts)):
        cells = [it if name in FIGURES else harmless(it) for name, it in zip(COLUMNS, row(report, fact, judgement), strict=True)]
        review = [] if state is None else [harmless(it) for it in state.cells(fact, judgement).values()]
        writer.writerow([*cells, *review])
