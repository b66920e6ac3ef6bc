"""How often each two outlets agree, with the number of facts that this rests on."""

from __future__ import annotations

from html import escape

import streamlit as st

from factcheck.dashboard import look, texts
from factcheck.judgement import Verdict
from factcheck.report import Report
from factcheck.views.matrix import Rate, rates

ROWS_SHOWN = 10  # pairs of outlets, those compared most often; the others are folded
MOST_ROWS = 200  # keeps the page of many outlets small
VERDICTS = (Verdict.AGREE, Verdict.CONTRADICT, Verdict.COMPATIBLE, Verdict.UNCLEAR)


def panel(report: Report) -> None:
    """A table of pairs of outlets; copies of one text are no pair."""
    look.heading(texts.RATES)
    found = rates(report)
    if not found:
        look.note(texts.NO_RATES)
        return
    look.note(texts.RATES_LINE)
    st.html(look.table(texts.RATES_HEADERS, map(_row, found[:ROWS_SHOWN])))
    if more := found[ROWS_SHOWN:MOST_ROWS]:
        summary = escape(texts.RATES_MORE.format(len(found) - ROWS_SHOWN))
        table = look.table(texts.RATES_HEADERS, map(_row, more))
        st.html(f'<details class="fc-more"><summary>{summary}</summary>{table}</details>')


def _row(rate: Rate) -> tuple[str, ...]:
    share = "–" if rate.share is None else texts.RATE.format(share=f"{rate.share:.0%}", agree=rate.agree, decided=rate.decided)
    came_out = zip((rate.agree, rate.contradict, rate.compatible, rate.unclear), VERDICTS, strict=True)
    told = ", ".join(f"{number:,} {texts.VERDICTS[verdict].word.lower()}" for number, verdict in came_out if number)
    return (
        f"<b>{escape(rate.left)}</b> · <b>{escape(rate.right)}</b>",
        f"{_bar(rate)}{escape(share)}",
        escape(texts.RATE_FACTS.format(facts=f"{rate.facts:,}", told=told)),
    )


def _bar(rate: Rate) -> str:
    """Agreement and contradiction as a bar; the figures stand beside it."""
    if rate.share is None:
        return ""
    return f'<span class="fc-bar" aria-hidden="true"><i style="width:{100 * rate.share:.0f}%"></i></span>'
