"""The formats that a report can be written in: the command line and the dashboard offer exactly these."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from factcheck.exports.csv_text import write_csv
from factcheck.exports.json_text import write_json
from factcheck.judgement import Verdict
from factcheck.report import Report
from factcheck.reviewing.review import Review
from factcheck.reviewing.reviews import Standing, standings


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a report is written, and how.

    `verdicts` choose the pairs of CSV and XLSX, `facts` (ids; None for all) the facts of all formats but JSON, which is always
    the whole report. `reviews`, in the order in which they were written, say where facts stand. `to_review` adds the columns for
    reviewing to the CSV, `bom` starts it with the mark that Excel looks for; `whole` adds to the JSON what is needed to read it
    back.
    """

    verdicts: Collection[Verdict] = tuple(Verdict)
    facts: Collection[str] | None = None
    reviews: Sequence[Review] = ()
    to_review: bool = False
    bom: bool = False
    whole: bool = False

    def standings(self, report: Report) -> Mapping[str, Standing]:
        """Where the facts stand after the reviews."""
        return standings(report, self.reviews) if self.reviews else {}


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what it is called, the end of its files' names, its media type, and how it is written."""

    name: str
    suffix: str
    media_type: str
    write: Callable[[Report, BinaryIO, Choice], None]


def _csv(report: Report, out: BinaryIO, choice: Choice) -> None:
    with _text(out) as text:
        write_csv(
            report, text, choice.verdicts, choice.facts, bom=choice.bom, reviews=choice.reviews if choice.to_review else None
        )


def _json(report: Report, out: BinaryIO, choice: Choice) -> None:
    with _text(out) as text:
        write_json(report, text, whole=choice.whole)


def _xlsx(report: Report, out: BinaryIO, choice: Choice) -> None:
    from factcheck.exports.workbook import write_xlsx

    write_xlsx(report, out, choice.verdicts, choice.facts)


def _html(report: Report, out: BinaryIO, choice: Choice) -> None:
    from factcheck.exports.brief import write_brief

    with _text(out) as text:
        write_brief(report, text, choice.facts, choice.standings(report))


def _markdown(report: Report, out: BinaryIO, choice: Choice) -> None:
    from factcheck.exports.markdown import write_markdown

    with _text(out) as text:
        write_markdown(report, text, choice.facts, choice.standings(report))


def _claimreview(report: Report, out: BinaryIO, choice: Choice) -> None:
    from factcheck.exports.claimreview import write_claimreview

    with _text(out) as text:
        write_claimreview(report, text, choice.standings(report), choice.facts)


@contextmanager
def _text(out: BinaryIO) -> Iterator[TextIO]:
    r"""Text in UTF-8, line breaks as they are; half a surrogate pair, which UTF-8 lacks, becomes \ud83d."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="")
    yield text
    text.detach()


XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

CSV = Format("csv", ".csv", "text/csv", _csv)
JSON = Format("json", ".json", "application/json", _json)
HTML = Format("html", ".html", "text/html", _html)
XLSX = Format("xlsx", ".xlsx", XLSX_TYPE, _xlsx)
MARKDOWN = Format("markdown", ".md", "text/markdown", _markdown)
CLAIMREVIEW = Format("claimreview", ".jsonld", "application/ld+json", _claimreview)
FORMATS = (CSV, JSON, HTML, XLSX, MARKDOWN, CLAIMREVIEW)
