"""The list of facts: each one a line; the one that is open shows below its line everything that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from factcheck.dashboard import card, links, look, sidebar, texts, values, words
from factcheck.judgement import Fact
from factcheck.report import Report
from factcheck.reviewing.reviews import Standing, Status

PAGE_SIZE = 20  # what a person reads before looking for a filter instead

SCOPE = "facts"
OPEN = "fact"  # in the session: the id of the open fact
JUMP = "fact_jump"  # in the session: whether the list should turn to its page and scroll to it
PAGES = "fact_pages"  # in the session: how often the list was turned by a jump, and the page on which the last one ended
TURN, LAST = "fact_turn", "fact_last"  # in the session: how many clicks there were, and the fact (id) of the last one
WANTED = "fact_wanted"  # in the session: the fact (id) that was asked for elsewhere on the page, whatever the filters say
TAB = "tab"  # in the session: the label of the open tab

UNREVIEWED = Standing()

Above = Callable[[Report, Fact], None]


def go_to(fact: str) -> None:
    """Open a fact (by id) in the list, from wherever the person is."""
    st.session_state[OPEN] = st.session_state[WANTED] = fact
    st.session_state[JUMP] = True
    st.session_state[TAB] = texts.FACTS
    _focus(fact)


@st.fragment
def panel(report: Report, facts: Sequence[Fact], standing: Mapping[str, Standing], above: Above | None = None) -> None:
    """A page of the facts, in the order given, each with its standing in review; `above` draws what stands on top of the open
    one. Opening reruns only this.
    """
    _hidden(report, facts)
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
        _lines(report, shown[: at + 1], standing, opened)
        if shown[at].id == opened:
            with st.container(border=True, key="open_fact"):
                if above is not None:
                    above(report, shown[at])
                st.html(card.body(report, shown[at]))
        _lines(report, shown[at + 1 :], standing, opened)
    links.watch(SCOPE, _chosen, focus=st.session_state.get(LAST, ""), turn=st.session_state.get(TURN, 0), jump=jump)


def _hidden(report: Report, facts: Sequence[Fact]) -> None:
    """Where the filters hide the fact that was asked for: that they do, and a button that takes them away."""
    wanted = next((fact for fact in report.facts if fact.id == st.session_state.get(WANTED)), None)
    if wanted is None or wanted in facts:
        return
    st.warning(texts.FILTERED_OUT.format(words.plain(wanted.headline)))
    if st.button(texts.SHOW_IT, on_click=_show_all, args=(wanted.id,), key="fact_show_all", type="primary"):
        st.rerun()  # the whole page, for the filters to show that they are empty


def _show_all(fact: str) -> None:
    sidebar.clear()
    go_to(fact)


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
    st.session_state.pop(WANTED, None)
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == value else value
    _focus(value)


def _focus(fact: str) -> None:
    st.session_state[LAST] = fact
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


def _lines(report: Report, facts: Sequence[Fact], standing: Mapping[str, Standing], opened: str | None) -> None:
    if facts:
        lines = (line(report, fact, fact.id == opened, standing.get(fact.id, UNREVIEWED)) for fact in facts)
        st.html(f'<div class="fc-lines">{"".join(lines)}</div>')


def line(report: Report, fact: Fact, opened: bool = False, standing: Standing = UNREVIEWED) -> str:
    """One fact as a button: its finding, its headline, where it stands in review, its place, values and number of outlets."""
    outlets = texts.count(len(report.outlets_of(fact)), texts.OUTLETS_COUNT)
    meta = " · ".join(filter(None, (values.place(report, fact), values.stated(report, fact), outlets)))
    return links.button(
        SCOPE,
        fact.id,
        f'{look.chip(texts.FINDINGS[fact.finding])}<span class="fc-headline">{escape(fact.headline)}{_reviewed(standing)}</span>'
        f'<span class="fc-meta fc-muted">{escape(meta)}</span>',
        kind="fc-fact",
        expanded=opened,
    )


def _reviewed(standing: Standing) -> str:
    """What people said of it, as chips; nothing where nobody has."""
    decided = (standing.status.value,) if standing.status is not Status.OPEN else ()
    return "".join(f" {look.chip(texts.STATES[it])}" for it in (*decided, *standing.marks))
