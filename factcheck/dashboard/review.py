"""Reviewing, one fact at a time: see the claims, decide with a click or a key, take it back, go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from factcheck.dashboard import look, review_card, review_csv, review_forms, review_team, texts
from factcheck.dashboard.facts import TAB
from factcheck.dashboard.review_forms import Do
from factcheck.dashboard.review_log import AT, CHANGED, PROJECT, SAID, Log
from factcheck.evidence.deciding import DECIDES
from factcheck.judgement import Fact, Verdict
from factcheck.report import Report
from factcheck.reviewing.rearranged import rearranged
from factcheck.reviewing.review import Action, Review, brought_back, of_fact, taken_back, to_redo, to_undo
from factcheck.reviewing.reviews import Standing, Status, standings
from factcheck.store import ConflictError, StoreError

LOOKING_AT = "review_looking_at"
SEEN = "review_seen"
NOTE = "review_note"
DESK = "review_desk"  # the key of what one decides with


@st.fragment
def panel(report: Report, facts: Sequence[Fact], log: Log, reviewer: str) -> None:
    """The review of the facts given, in their order. `report` is the one that was made, before any split or join."""
    reviews = log.reviews()
    arranged = rearranged(report, reviews)
    by_id = {fact.id: fact for fact in arranged.facts}
    queue = [by_id[fact.id] for fact in facts if fact.id in by_id]
    if st.session_state.pop(CHANGED, False):
        st.rerun()  # facts were split or joined: the whole page shows others now
    if not queue:
        st.info(texts.REVIEW_NONE)
        return
    ids = [fact.id for fact in queue]
    at = ids.index(st.session_state[AT]) if st.session_state.get(AT) in ids else 0
    fact = queue[at]
    standing = standings(arranged, reviews)
    looking_at = (st.session_state.get(PROJECT), fact.id)
    if st.session_state.get(LOOKING_AT) != looking_at:
        st.session_state[LOOKING_AT], st.session_state[AT], st.session_state[SEEN] = looking_at, fact.id, log.last_review()
    blind = st.toggle(texts.BLIND, key="review_blind")
    decided = sum(standing[it.id].status is not Status.OPEN for it in queue)
    look.note(texts.REVIEW_PROGRESS.format(at=at + 1, total=len(queue), decided=decided))
    mine = any(review.reviewer == reviewer for review in standing[fact.id].opinions)
    hidden = blind and not mine
    if said := st.session_state.pop(SAID, None):
        st.warning(said)

    do = partial(_store, log)
    with st.container(key=DESK):  # above the claims, of which a fact may have a hundred
        st.html(review_card.head(arranged, fact, hidden) + ("" if hidden else review_card.chips(standing[fact.id])))
        _decisions(arranged, fact, reviewer, hidden, do)
        _moves(ids, at, reviews, reviewer, do)
    st.html(review_card.claims(arranged, fact))
    with st.expander(texts.ARRANGE):
        review_forms.panel(arranged, fact, reviewer, do)
    if not hidden and standing[fact.id].history:
        st.subheader(texts.HISTORY_OF_REVIEWS)
        st.html(review_card.history(standing[fact.id].history))
    if not blind:
        review_team.panel(arranged, reviews)
    review_csv.panel(arranged, log, reviewer)


def above(standing: Mapping[str, Standing]) -> Callable[[Report, Fact], None]:
    """What stands on top of an open fact elsewhere: where it stands, and the way to its review."""

    def draw(report: Report, fact: Fact) -> None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(review_card.chips(standing.get(fact.id, Standing())))
            pressed = st.button(texts.GO_TO_REVIEW, on_click=_go_to, args=(fact.id,), key=f"to_review_{fact.id}")
        if pressed:
            st.rerun()  # the whole page, for the tab to turn

    return draw


def _go_to(fact: str) -> None:
    st.session_state[AT], st.session_state[TAB] = fact, texts.REVIEW


def _store(log: Log, review: Review) -> None:
    """Store a review; what somebody else did in the meantime is told instead, and then seen."""
    try:
        log.review(review, st.session_state[SEEN])
    except ConflictError as error:
        st.session_state[SAID] = str(error)
    except StoreError as error:
        st.session_state[SAID] = texts.NOTHING_STORED.format(why=error)
        return
    else:
        st.session_state[CHANGED] = review.action in (Action.SPLIT, Action.JOIN, Action.UNDO, Action.REDO)
        st.session_state[NOTE] = ""
    st.session_state[SEEN] = log.last_review()


def _decisions(report: Report, fact: Fact, reviewer: str, hidden: bool, do: Do) -> None:
    """The buttons that decide, and the note that goes with a decision."""

    def decide(action: Action, verdict: Verdict | None = None) -> None:
        do(of_fact(report, fact, action, reviewer, verdict=verdict, note=st.session_state[NOTE] or ""))

    if hidden:
        st.write(texts.BLIND_ASK)
    else:
        with st.container(horizontal=True):
            for label, key, action in ((texts.CONFIRM, "Y", Action.CONFIRM), (texts.REJECT, "X", Action.REJECT)):
                st.button(label, on_click=decide, args=(action,), shortcut=key, disabled=not reviewer, key=f"review_{action}")
    with st.container(horizontal=True, vertical_alignment="center"):
        if not hidden:
            look.note(texts.CORRECT_TO, width="content")
        for number, verdict in enumerate(Verdict, 1):
            shown = texts.VERDICTS[verdict]
            same = hidden and DECIDES.get(fact.finding) is verdict  # blind, whoever says what the tool says confirms it
            st.button(
                f"{shown.icon} {shown.word}",
                on_click=decide,
                args=(Action.CONFIRM, None) if same else (Action.CORRECT, verdict),
                shortcut=str(number),
                disabled=not reviewer,
                help=shown.line,
                key=f"review_{verdict}",
            )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        note = st.text_input(texts.NOTE_LABEL, key=NOTE)
        st.button(
            texts.MARK_CHECKED, on_click=decide, args=(Action.CHECK,), shortcut="K", disabled=not reviewer, key="review_check"
        )
        st.button(texts.NOTE_SAVE, on_click=decide, args=(Action.NOTE,), disabled=not (reviewer and note), key="review_add_note")


def _moves(ids: Sequence[str], at: int, reviews: Sequence[Review], reviewer: str, do: Do) -> None:
    """Back and forth in the queue, and in what one has done."""

    def go(step: int) -> None:
        st.session_state[AT] = ids[at + step]

    back, again = to_undo(reviews, reviewer), to_redo(reviews, reviewer)
    with st.container(horizontal=True):
        st.button(texts.PREVIOUS, on_click=go, args=(-1,), shortcut="P", disabled=at == 0, key="review_previous")
        st.button(texts.NEXT, on_click=go, args=(1,), shortcut="N", disabled=at + 1 == len(ids), key="review_next")
        st.button(
            texts.UNDO,
            on_click=lambda: do(taken_back(back, reviewer)) if back else None,
            shortcut="U",
            disabled=back is None,
            icon=":material/undo:",
            key="review_undo",
        )
        st.button(
            texts.REDO,
            on_click=lambda: do(brought_back(again, reviewer)) if again else None,
            shortcut="Shift+U",
            disabled=again is None,
            icon=":material/redo:",
            key="review_redo",
        )
