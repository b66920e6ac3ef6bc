"""The report as an Excel workbook: all facts on one sheet, and for each kind of finding a sheet of its judged pairs.

Rows are written as they are made (XlsxWriter's constant_memory: a sheet lies in a file of its own until the book is closed), so
that a large report needs no more memory than a small one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxFileError

from factcheck.exports.columns import COLUMNS, FIGURES, MEANING
from factcheck.exports.pairs import FORMULA, LONGEST_CELL, chosen, judged_pairs, row, side
from factcheck.judgement import Fact, Finding, Verdict
from factcheck.report import Report

# Excel's own limit (support.microsoft.com, "Excel specifications and limits"): a longer sheet does not open.
MOST_ROWS = 1_048_576

# XML 1.0 has no such characters; a cell with one of them makes the file unreadable.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CUT = " … (cut: see the JSON)"

# Widths in characters for columns of running text; others are as wide as their names.
_WIDE = {"reason": 44, "fact": 36, "headline": 44, "outlets": 40, "silent": 30, "meaning": 90, "column": 18}
_WIDE |= {f"{which}_{name}": wide for which in ("left", "right") for name, wide in (("claim", 56), ("title", 30), ("outlet", 20))}

FACTS = {
    "finding": MEANING["finding"],
    "headline": "what the fact is about",
    "happening": "of what it is a facet",
    "facet": "which question it answers",
    "origins": "from how many independent origins",
    "low": "the least value stated",
    "best": "the value that independent origins support best",
    "high": "the greatest value stated",
    "outlets": "who says something of it",
    "silent": "who covers the event and does not mention it; of a toll, who counts no such harm at all",
    "pairs": "how many pairs of claims were judged",
}
"""The columns of the sheet of facts, with what they hold."""


def write_xlsx(
    report: Report,
    out: BinaryIO,
    verdicts: Collection[Verdict] = tuple(Verdict),
    facts: Collection[str] | None = None,
) -> None:
    """Write the workbook: the facts, then for each finding that occurs its pairs (of the verdicts), then what columns mean.

    `facts` are the ids of those to take; None takes all. A fact without a pair has one row for each claim.
    """
    taken = chosen(report, facts)
    with TemporaryDirectory() as folder:  # whatever happens, nothing of a sheet is left behind
        path = Path(folder) / "book.xlsx"
        book = Workbook(str(path), {"constant_memory": True, "tmpdir": folder})
        # A file of the same report is the same, byte for byte: no time of writing.
        book.set_properties({"created": datetime(2000, 1, 1), "author": "factcheck-compare"})
        _sheet(book, "facts", tuple(FACTS), (_fact(report, fact) for fact in taken))
        for finding in Finding:
            some = [fact for fact in taken if fact.finding is finding]
            if some:
                _sheet(book, finding.value, COLUMNS, _pairs(report, some, verdicts))
        _sheet(book, "columns", ("column", "meaning"), ([name, meaning] for name, meaning in (FACTS | MEANING).items()))
        try:
            book.close()
        except XlsxFileError as error:
            raise OSError(f"the workbook could not be made in {Path(folder).parent}: {error}") from error
        # Not written into `out` at once: a zip file that cannot be finished complains once more when it is thrown away.
        with path.open("rb") as made:
            copyfileobj(made, out)


def _fact(report: Report, fact: Fact) -> list[Any]:
    pairs = sum(report.independent(judgement) for judgement in report.judgements_of[fact.id])
    values = (fact.low, fact.best, fact.high)
    head = [fact.finding.value, fact.headline, fact.happening, fact.facet, fact.origins, *values]
    return [*head, ", ".join(report.outlets_of(fact)), ", ".join(fact.silent), pairs]


def _pairs(report: Report, facts: Sequence[Fact], verdicts: Collection[Verdict]) -> Iterator[list[Any]]:
    """The rows of some facts: one a judged pair; one a claim where nothing was judged."""
    for fact in facts:
        judgements = report.judgements_of[fact.id]
        if not any(report.independent(judgement) for judgement in judgements):
            for claim in fact.claims:
                empty = [""] * (len(COLUMNS) - 6 - len(side(report, claim)))
                yield _typed([fact.finding.value, "", "", "", fact.headline, "", *side(report, claim), *empty])
        for _, judgement in judged_pairs(report, verdicts, [fact]):
            yield _typed(row(report, fact, judgement))


def _typed(cells: Sequence[str]) -> list[Any]:
    """The cells of a pair with its figures as numbers, so that a sheet can sort and count them."""
    return [float(cell) if name in FIGURES and cell else cell for name, cell in zip(COLUMNS, cells, strict=True)]


def _sheet(book: Workbook, title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write rows under a head; where a sheet is full, it goes on on another one."""
    head = book.add_format({"bold": True, "valign": "top"})
    harmless = book.add_format({"quote_prefix": True})
    source = iter(rows)
    number, full = 1, True
    while full:
        sheet = book.add_worksheet(title if number == 1 else f"{title} {number}")
        sheet.freeze_panes(1, 0)
        for at, name in enumerate(columns):
            sheet.set_column(at, at, _WIDE.get(name, max(12, len(name) + 4)))
            sheet.write_string(0, at, name, head)
        written = 1
        full = False
        for cells in source:
            for at, value in enumerate(cells):
                if not isinstance(value, str):
                    if value is not None:
                        sheet.write_number(written, at, value)
                elif value:
                    # A text that looks like a formula is marked as text, so that it is neither run nor changed.
                    sheet.write_string(written, at, _text(value), harmless if value.startswith(FORMULA) else None)
            written += 1
            if written == MOST_ROWS:
                full = True
                break
        sheet.autofilter(0, 0, written - 1, len(columns) - 1)
        number += 1


def _text(value: str) -> str:
    """A text as a cell can hold it."""
    text = _NO_XML.sub("\ufffd", value)
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(_CUT)] + _CUT
