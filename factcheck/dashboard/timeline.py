"""How a count changed with time: the values of one fact by the day on which each was published."""

from __future__ import annotations

from html import escape
from math import inf

import altair as alt
import pandas as pd
import streamlit as st

from factcheck.dashboard import look, texts, values
from factcheck.judgement import Fact
from factcheck.report import Report

HEIGHT = 260  # pixels
INK = "#5b8fc4"  # reads at 3:1 on the light and on the dark page, as drawn things have to; what it says stands in the table too


def panel(report: Report) -> None:
    """The chart of one fact, which the person chooses, and below it the same as a table."""
    look.heading(texts.TIMELINE)
    counted = told_over_time(report)
    if not counted:
        look.note(texts.NO_TIMELINE)
        return
    by_id = {fact.id: fact for fact in counted}
    key = st.selectbox(texts.TIMELINE_FACT, by_id, format_func=lambda it: by_id[it].headline, key="timeline")
    fact = by_id[key]
    st.altair_chart(chart(fact), width="stretch", alt=texts.TIMELINE_ALT.format(fact.headline))
    rows = [
        (escape(values.published(it.published)), escape(it.outlet), escape(values.interval(it.low, it.high)))
        for it in fact.history
    ]
    st.html(look.table(texts.TIMELINE_HEADERS, rows))


def told_over_time(report: Report) -> list[Fact]:
    """The facts whose values were published on two days or more, those with the most days first."""
    days = {fact.id: len({it.published for it in fact.history if it.published}) for fact in report.facts}
    found = [fact for fact in report.facts if days[fact.id] > 1]
    return sorted(found, key=lambda fact: (-days[fact.id], -len(fact.history)))


def frame(fact: Fact) -> pd.DataFrame:
    """The dated values, one a row: an open end stops at the outermost value that was stated; the days in order, as text."""
    dated = [it for it in fact.history if it.published]
    ends = [value for it in dated for value in (it.low, it.high) if abs(value) != inf]
    return pd.DataFrame(
        {
            "day": [values.published(it.published) for it in dated],
            "low": [max(it.low, min(ends)) for it in dated],
            "high": [min(it.high, max(ends)) for it in dated],
            "outlet": [it.outlet for it in dated],
            "said": [values.interval(it.low, it.high) for it in dated],
        }
    )


def chart(fact: Fact) -> alt.LayerChart | alt.FacetChart:
    """Values by day: a dot for a number, a line for an interval, its words above; outlets of one day stand side by side."""
    told = frame(fact)
    points = alt.Chart(told).encode(
        x=alt.X(
            "day:N", title=texts.TIMELINE_X, sort=list(dict.fromkeys(told["day"])), axis=alt.Axis(labelAngle=0, labelLimit=90)
        ),
        xOffset=alt.XOffset("outlet:N"),
        tooltip=[
            alt.Tooltip("outlet:N", title=texts.TIMELINE_OUTLET),
            alt.Tooltip("day:N", title=texts.TIMELINE_X),
            alt.Tooltip("said:N", title=texts.VALUE),
        ],
    )
    low, high = alt.Y("low:Q", title=texts.VALUE, scale=alt.Scale(zero=False)), alt.Y2("high:Q")
    lines = points.mark_rule(strokeWidth=6, color=INK, opacity=0.6, strokeCap="round").encode(y=low, y2=high)
    dots = points.mark_point(filled=True, size=90, color=INK, opacity=1).encode(y=low)
    said = points.mark_text(dy=-12, color=INK, fontWeight=600).encode(y=alt.Y("high:Q"), text="said:N")
    return alt.layer(lines, dots.transform_filter("datum.low == datum.high"), said).properties(height=HEIGHT)
