"""More filters, as widgets: by where a fact stands in review, by reason, by speaker, by event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from factcheck.dashboard import filters, texts
from factcheck.judgement import Code, Fact
from factcheck.report import Report
from factcheck.reviewing.reviews import Standing

WIDGETS = ("states", "codes", "speakers", "events")
"""Keys of the widgets whose choice belongs to one report."""


def panel(report: Report, facts: Sequence[Fact], standing: Mapping[str, Standing]) -> tuple[Fact, ...]:
    """Those of the facts that the person wants to see, in the order given."""
    states = st.pills(
        texts.FILTER_STATES,
        filters.STATES,
        selection_mode="multi",
        format_func=lambda it: f"{texts.STATES[it].icon} {texts.STATES[it].word}",
        key="states",
    )
    with st.expander(texts.MORE_FILTERS):
        given = {judgement.code for judgement in report.judgements}
        codes = st.multiselect(
            texts.FILTER_CODES, [code for code in Code if code in given], format_func=lambda it: texts.CODES[it][0], key="codes"
        )
        every = sorted({speaker for claim in report.claims for speaker in claim.speakers})
        speakers = st.multiselect(texts.FILTER_SPEAKERS, every, key="speakers")
        happened = sorted({document.event for document in report.documents if document.event})
        events = st.multiselect(texts.FILTER_EVENTS, happened, key="events")
    predicates = (
        filters.with_states(states, standing),
        filters.with_codes(codes),
        filters.of_speakers(speakers),
        filters.of_events(events),
    )
    return tuple(fact for fact in facts if all(predicate(report, fact) for predicate in predicates))
