"""The rarer acts of a review as small forms: split a fact, join two, join names, judge a single pair."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from factcheck.dashboard import texts
from factcheck.dashboard.evidence import named
from factcheck.exports.pairs import in_reading_order
from factcheck.judgement import Fact, Verdict
from factcheck.report import Report
from factcheck.reviewing.rating import RatingError, rating_of
from factcheck.reviewing.review import Action, Review, of_claim, of_fact, of_names, of_pair

Do = Callable[[Review], None]


def panel(report: Report, fact: Fact, reviewer: str, do: Do) -> None:
    """All forms for one fact; nothing happens before a button is pressed."""
    if len(fact.claims) > 1:
        _split(report, fact, reviewer, do)
        _pair(report, fact, reviewer, do)
    _rate(report, fact, reviewer, do)
    _join(report, fact, reviewer, do)
    _alias(reviewer, do)


def _split(report: Report, fact: Fact, reviewer: str, do: Do) -> None:
    leaving = st.multiselect(
        texts.SPLIT_LABEL,
        fact.claims,
        format_func=lambda claim: named(report, fact, claim),
        max_selections=len(fact.claims) - 1,
        key=f"review_split_{fact.id}",
    )
    st.button(
        texts.SPLIT_SAVE,
        on_click=lambda: do(of_fact(report, fact, Action.SPLIT, reviewer, target=leaving)),
        disabled=not (reviewer and leaving),
        key="review_split",
    )


def _pair(report: Report, fact: Fact, reviewer: str, do: Do) -> None:
    pairs = [in_reading_order(fact, judgement) for judgement in report.judgements_of[fact.id]]
    pair = st.selectbox(
        texts.PAIR_LABEL,
        pairs,
        format_func=lambda pair: " / ".join(named(report, fact, claim) for claim in pair),
        key=f"review_pair_{fact.id}",
    )
    verdict = st.segmented_control(
        texts.PAIR_VERDICT, tuple(Verdict), format_func=lambda it: texts.VERDICTS[it].word, key=f"review_pair_verdict_{fact.id}"
    )
    st.button(
        texts.PAIR_SAVE,
        on_click=lambda: do(of_pair(report, *pair, verdict, reviewer)) if pair and verdict else None,
        disabled=not (reviewer and pair and verdict),
        key="review_pair",
    )


def _rate(report: Report, fact: Fact, reviewer: str, do: Do) -> None:
    claim = st.selectbox(
        texts.RATE_CLAIM, fact.claims, format_func=lambda it: named(report, fact, it), key=f"review_rated_{fact.id}"
    )
    said = st.text_input(texts.RATE_LABEL, key=f"review_rating_{fact.id}", help=texts.RATE_HELP)
    try:
        rating = rating_of(said) if said else None
    except RatingError as error:
        st.warning(str(error))
        rating = None
    st.button(
        texts.RATE_SAVE,
        on_click=lambda: do(of_claim(report, claim, rating, reviewer)) if rating else None,
        disabled=not (reviewer and rating),
        key="review_rate",
    )


def _join(report: Report, fact: Fact, reviewer: str, do: Do) -> None:
    other = st.selectbox(
        texts.JOIN_LABEL,
        [it for it in report.facts if it.id != fact.id],
        format_func=lambda it: it.headline,
        index=None,
        key=f"review_join_{fact.id}",
    )
    st.button(
        texts.JOIN_SAVE,
        on_click=lambda: do(of_fact(report, fact, Action.JOIN, reviewer, target=other.claims)) if other else None,
        disabled=not (reviewer and other),
        key="review_join",
    )


def _alias(reviewer: str, do: Do) -> None:
    form = st.text_input(texts.ALIAS_FORM, key="review_form", help=texts.ALIAS_HELP).strip()
    name = st.text_input(texts.ALIAS_NAME, key="review_name").strip()
    st.button(
        texts.ALIAS_SAVE,
        on_click=lambda: do(of_names(form, name, reviewer)),
        disabled=not (reviewer and form and name),
        key="review_alias",
    )
