"""Export: the report as files, from exactly the facts that the filters let through, or from all of it."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import streamlit as st

from factcheck.dashboard import look, texts
from factcheck.exports.formats import CLAIMREVIEW, CSV, FORMATS, Choice, Format
from factcheck.judgement import Fact, Verdict
from factcheck.report import Report
from factcheck.reviewing.review import Review

ToCsv = Callable[[Report, Collection[Verdict], Collection[str] | None], str]


def panel(report: Report, shown: Sequence[Fact], verdicts: Collection[Verdict], reviews: Sequence[Review], to_csv: ToCsv) -> None:
    """A button for each format. `shown` and `verdicts` are what the filters let through; a person may ask for everything."""
    st.subheader(texts.EXPORT)
    everything = st.radio(
        texts.EXPORT_WHAT,
        (False, True),
        format_func=lambda every: texts.EXPORT_ALL if every else texts.EXPORT_SHOWN,
        key="export_all",
    )
    # Not in the label: a choice whose label changes is lost.
    look.note(texts.SHOWN.format(shown=f"{len(report.facts if everything else shown):,}", total=f"{len(report.facts):,}"))
    choice = chosen(report, None if everything else shown, verdicts, reviews)
    _button(CSV, csv(report, to_csv, choice))
    with st.expander(texts.EXPORT_MORE):
        for it in FORMATS:
            if it is not CSV and (reviews or it is not CLAIMREVIEW):
                _button(it, content(report, it, choice))
        to_review = st.checkbox(texts.EXPORT_REVIEW, help=texts.EXPORT_REVIEW_HELP, key="export_review")
        bom = st.checkbox(texts.EXPORT_BOM, help=texts.EXPORT_BOM_HELP, key="export_bom")
        if to_review or bom:
            _button(CSV, content(report, CSV, replace(choice, to_review=to_review, bom=bom)), texts.EXPORT_CSV_SO)
        look.note(texts.EXPORT_NOTE)


def chosen(report: Report, shown: Sequence[Fact] | None, verdicts: Collection[Verdict], reviews: Sequence[Review] = ()) -> Choice:
    """What is written: these facts and the pairs with these verdicts (none means any); without facts, everything."""
    if shown is None:
        return Choice(reviews=reviews)
    facts = frozenset(fact.id for fact in shown)
    return Choice(tuple(verdicts) or tuple(Verdict), None if len(facts) == len(report.facts) else facts, reviews)


def content(report: Report, it: Format, choice: Choice) -> Callable[[], bytes]:
    """What makes the file once somebody asks for it: a large report need not be written on every click."""

    def write() -> bytes:
        out = io.BytesIO()
        it.write(report, out, choice)
        return out.getvalue()

    return write


def csv(report: Report, to_csv: ToCsv, choice: Choice) -> Callable[[], str]:
    """What makes the plain CSV once somebody asks for it."""
    return lambda: to_csv(report, choice.verdicts, choice.facts)


def _button(it: Format, data: Callable[[], str | bytes], label: str = "") -> None:
    """A button that hands out a file; `label` where the format has another button already."""
    st.download_button(
        label or texts.EXPORTS[it.name],
        data=data,
        file_name=f"factcheck{it.suffix}",
        mime=it.media_type,
        help=texts.EXPORTS_HELP[it.name],
        on_click="ignore",
        icon=":material/download:",
        width="stretch",
        key=f"download_{it.name}{'_so' if label else ''}",
    )
