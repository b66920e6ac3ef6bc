"""Several reviewers: how far each two agree, and the facts and pairs on which they differ, with the way to each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from factcheck.dashboard import look, sidebar, texts
from factcheck.dashboard.evidence import named
from factcheck.dashboard.review_log import AT
from factcheck.report import Report
from factcheck.reviewing.opinions import Agreement, Conflict, agreements, conflicts
from factcheck.reviewing.review import Action, Review

CONFLICTS_SHOWN = 30  # the filter by review shows them all


def panel(report: Report, reviews: Sequence[Review]) -> None:
    """Two folded lists, each where there is something in it; `report` has the facts as reviewers arranged them."""
    if found := agreements(report, reviews):
        with st.expander(texts.AGREEMENT):
            st.html(agreement(found))
    if differing := conflicts(report, reviews):
        with st.expander(texts.CONFLICTS.format(len(differing))):
            _conflicts(report, differing)


def agreement(found: Iterable[Agreement]) -> str:
    """How far each two reviewers agree, as a table."""
    rows = []
    for it in found:
        kappa = f"{it.kappa:.2f}" if it.kappa is not None else texts.NO_KAPPA
        rows.append([escape(cell) for cell in (texts.AND.format(*it.reviewers), str(it.judged), str(it.same), kappa)])
    return look.table(texts.AGREEMENT_HEADERS, rows)


def _conflicts(report: Report, differing: Sequence[Conflict]) -> None:
    headlines = {fact.id: fact.headline for fact in report.facts}
    pressed = False
    for number, it in enumerate(differing[:CONFLICTS_SHOWN]):
        st.html(conflict(report, it, headlines[it.fact]))
        label = texts.GO_TO_CONFLICT
        pressed |= st.button(label, on_click=_go_to, args=(it.fact,), key=f"conflict_{number}", help=headlines[it.fact])
    if (more := len(differing) - CONFLICTS_SHOWN) > 0:
        look.note(texts.CONFLICTS_LEFT_OUT.format(more))
    if pressed:
        st.rerun()  # the whole page, since the filters may have been taken away


def conflict(report: Report, it: Conflict, headline: str) -> str:
    """One conflict: the fact, the two claims where it is about a pair, and what each reviewer holds with the reason given."""
    fact = next(fact for fact in report.facts if fact.id == it.fact)
    pair = ""
    if it.opinions[0].action is Action.PAIR:
        names = texts.AND.format(*(named(report, fact, key) for key in it.claims))
        pair = f'<br><span class="fc-muted">{escape(texts.CONFLICT_PAIR.format(names))}</span>'
    held = "".join(f"<li>{escape(opinion(review))}</li>" for review in it.opinions)
    return f'<div class="fc-conflict"><b>{escape(headline)}</b>{pair}<ul>{held}</ul></div>'


def opinion(review: Review) -> str:
    """What a reviewer holds: "Ada: corrected (Agree), “they count the crew too”"."""
    verdict = f" ({texts.VERDICTS[review.verdict].word})" if review.verdict else ""
    note = f", “{' '.join(review.note.split())}”" if review.note else ""
    return f"{review.reviewer}: {texts.ACTIONS[review.action]}{verdict}{note}"


def _go_to(fact: str) -> None:
    sidebar.clear()
    st.session_state[AT] = fact
