"""The list of facts: each one a line; the one that is open shows below its line everything that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from factcheck.dashboard import card, links, look, texts, values
from factcheck.dashboard.filters import outlets_of
from factcheck.judgement import Fact
from factcheck.report import Report

PAGE_SIZE = 20  # what a person reads before looking for a filter instead

SCOPE = "facts"
OPEN = "fact"  # in the session: the id of the open fact
JUMP = "fact_jump"  # in the session: whether the list should turn to its page and scroll to it
PAGES = "fact_pages"  # in the session: how often the list was turned by a jump, and the page on which the last one ended
TURN, LAST = "fact_turn", "fact_last"  # in the session: how many clicks there were, and the fact (id) of the last one
TAB = "tab"  # in the session: the label of the open tab

Below = Callable[[Report, Fact], None]


def go_to(fact: str) -> None:
    """Open a fact (by id) in the list, from wherever the person is."""
    st.session_state[OPEN] = fact
    st.session_state[JUMP] = True
    st.session_state[TAB] = texts.FACTS
    _focus(fact)


@st.fragment
def panel(report: Report, facts: Sequence[Fact], below: Below | None = None) -> None:
    """A page of the facts, in the order given; `below` adds to the open one what belongs to it. Opening reruns only this."""
    if not facts:
        st.info(texts.NONE_SHOWN if report.facts else texts.NO_FACTS)
        return
    look.note(texts.SHOWN.format(shown=f"{len(facts):,}", total=f"{len(report.facts):,}") + ".")
    ids = [fact.id for fact in facts]
    opened = st.session_state.get(OPEN)
    jump = st.session_state.pop(JUMP, False)
    place = st.container()
    page = _page(-(-len(facts) // PAGE_SIZE), ids.index(opened) // PAGE_SIZE + 1 if jump and opened in ids else None)
    shown = facts[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    at = next((n for n, fact in enumerate(shown) if fact.id == opened), len(shown) - 1)
    with place:
        _lines(report, shown[: at + 1], opened)
        if shown[at].id == opened:
            with st.container(border=True, key="open_fact"):
                st.html(card.body(report, shown[at]))
                if below is not None:
                    below(report, shown[at])
        _lines(report, shown[at + 1 :], opened)
    links.watch(SCOPE, _chosen, focus=st.session_state.get(LAST, ""), turn=st.session_state.get(TURN, 0), jump=jump)


def _page(pages: int, wanted: int | None) -> int:
    """The page that the person is on. A jump needs a new widget: Streamlit takes a default only when a widget is new."""
    if wanted is not None:
        number, _ = st.session_state.get(PAGES, (0, 1))
        st.session_state[PAGES] = number + 1, wanted
    number, first = st.session_state.get(PAGES, (0, 1))
    key = f"page{number or ''}"
    return min(st.pagination(pages, default=min(first, pages), key=key), pages) if pages > 1 else 1


def _chosen(value: str) -> None:
    """A click on a line opens its fact, or closes it."""
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == value else value
    _focus(value)


def _focus(fact: str) -> None:
    st.session_state[LAST] = fact
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _lines(report: Report, facts: Sequence[Fact], opened: str | None) -> None:
    if facts:
        st.html(f'<div class="fc-lines">{"".join(line(report, fact, fact.id == opened) for fact in facts)}</div>')


def line(report: Report, fact: Fact, opened: bool = False) -> str:
    """One fact as a button: its finding, its headline, where it was, its values and how many outlets tell it."""
    outlets = texts.count(len(outlets_of(report, fact)), texts.OUTLETS_COUNT)
    meta = " · ".join(filter(None, (values.place(report, fact), values.stated(fact), outlets)))
    return links.button(
        SCOPE,
        fact.id,
        f'{look.chip(texts.FINDINGS[fact.finding])}<span class="fc-headline">{escape(fact.headline)}</span>'
        f'<span class="fc-meta fc-muted">{escape(meta)}</span>',
        kind="fc-fact",
        expanded=opened,
    )
