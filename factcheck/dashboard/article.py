"""One article to read, in a drawer beside the page: its claims marked by finding, what was left out greyed with its reason.

Any panel opens it with a button made by `links.reading`, the page's own address with ?article=ID&claim=ID; a claim pressed in it
opens that claim's fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path, PurePath
from typing import Any

import streamlit as st

from claims.document import Document, Dropped
from factcheck.dashboard import comparing, facts, links, look, put_back, texts, values, words
from factcheck.dashboard.marking import facts_of, pieces
from factcheck.judgement import Fact, Finding
from factcheck.report import Report
from factcheck.views.attention import why

LONG = 240  # characters of a passage left out that are shown at once; a menu is folded
VIEW = "article-text"  # the key of the reading view
TOLD = 3  # facts named for one mark; the first is the one that it opens

_HERE = Path(__file__).parent
_TONES = "\n".join(
    f".{finding.value} {{ border-color: light-dark({label.tone.light[0]}, {label.tone.dark[0]});"
    + ("" if finding is Finding.SINGLE_SOURCE else f" background: light-dark({label.tone.light[1]}, {label.tone.dark[1]});")
    + f" }}\n.{finding.value} .icon {{ color: light-dark({label.tone.light[0]}, {label.tone.dark[0]}); }}"
    for finding, label in texts.FINDINGS.items()
)
_ARTICLE = st.components.v2.component(
    "factcheck_article",
    html='<div class="told" aria-hidden="true"></div>\n<div class="article" dir="auto"></div>',
    css=f"{(_HERE / 'article.css').read_text('utf-8')}\n{_TONES}",
    js=(_HERE / "article.js").read_text("utf-8"),
)


def open_at(document: str, claim: str) -> None:
    """Open an article at one of its claims when the page runs next."""
    st.session_state["article"], st.session_state["claim"] = document, claim
    st.session_state["articles_opened"] = st.session_state.get("articles_opened", 0) + 1


def close() -> None:
    """Close the article."""
    for key in ("article", "claim"):
        st.session_state.pop(key, None)
        st.query_params.pop(key, None)


def panel(report: Report) -> None:
    """The article that was asked for, if one was: by a button on the page, or by the page's own address."""
    links.watch(links.ARTICLES, _follow)
    if "article" not in st.session_state and "article" in st.query_params:
        open_at(st.query_params["article"], st.query_params.get("claim", ""))
    document = report.document_by_id.get(st.session_state.get("article", ""))
    if document is not None:
        st.dialog(_title(document), width="medium", position="right", on_dismiss=close)(_drawer)(report, document)


def _follow(value: str) -> None:
    document, _, claim = value.partition(" ")
    open_at(document, claim)


def _title(document: Document) -> str:
    return words.plain(document.name)


def _drawer(report: Report, document: Document) -> None:
    if st.session_state.get("article") != document.id:  # a press on a claim has closed it
        st.rerun()
    st.html(head(report, document))
    job = comparing.compared()
    if job is not None and put_back.is_pending(document.id):
        if st.button(texts.COMPARE_AGAIN, key="compare-again", type="primary"):
            comparing.ask(replace(job, put_back=put_back.chosen()))
            close()
            st.rerun()
        look.note(texts.PUT_BACK_LINE)
    _ARTICLE(
        key=VIEW,
        data={**data(report, document, st.session_state.get("claim", "")), "shown": st.session_state.get("articles_opened", 0)},
        on_claim_change=lambda: _press(report),
        on_passage_change=lambda: _turn(document.id),
    )


def _press(report: Report) -> None:
    fact = report.fact_of.get(str(st.session_state[VIEW].get("claim")))
    if fact is not None:
        close()
        facts.go_to(fact.id)


def _turn(document: str) -> None:
    start = st.session_state[VIEW].get("passage")
    if start is not None:
        put_back.turn(document, int(start))


def head(report: Report, document: Document) -> str:
    """Above the text: title, date, address, and how many facts of each finding it has claims in."""
    told = facts_of(report, [claim.id for claim in report.claims if claim.document == document.id])
    meta = " · ".join(
        filter(
            None,
            (
                escape(values.published(document.published)),
                escape(PurePath(document.path).name),
                look.link(document.url, texts.OPEN_ARTICLE),
            ),
        )
    )
    title = f"<p><b>{escape(document.title)}</b></p>" if document.title else ""
    return f'{title}<p class="fc-muted fc-note">{meta}</p><div class="fc-counts fc-small">{look.findings(told)}</div>'


def data(report: Report, document: Document, claim: str = "") -> dict[str, Any]:
    """What the reading view draws, as plain data: pieces of text, what their marks tell, the passages left out, and the mark
    of the claim (id) to open at."""
    document, can = put_back.as_read(document)
    back = put_back.chosen().get(document.id, frozenset())
    found = pieces(report, document)
    around: dict[str, list[str]] = {}
    for piece in found:
        if piece.claims:
            around.setdefault(piece.claims[0], []).extend(piece.claims)
    place = {leading: at for at, leading in enumerate(around)}
    left_out = {span: at for at, span in enumerate(document.dropped)}
    return {
        "pieces": [
            {
                "text": piece.text,
                "mark": place[piece.claims[0]] if piece.claims else None,
                "leftOut": None if piece.left_out is None else left_out[piece.left_out],
                "page": piece.page,
            }
            for piece in found
        ],
        "marks": [_mark(report, document, leading, claims) for leading, claims in around.items()],
        "leftOut": [_passage(span, span.start in back, span.start in can) for span in document.dropped],
        "wanted": next((place[it.claims[0]] for it in found if claim in it.claims), None),
        "hint": texts.ARTICLE_HINT,
        "words": {"putBack": texts.PUT_BACK, "leaveOut": texts.LEAVE_OUT, "page": texts.PAGE},
    }


def _passage(span: Dropped, back: bool, can: bool) -> dict[str, Any]:
    reason = texts.IS_BACK.format(span.reason) if back else span.reason
    return {"reason": reason, "back": back, "can": can, "start": span.start, "long": span.end - span.start > LONG and not back}


def _mark(report: Report, document: Document, claim: str, around: Sequence[str]) -> dict[str, str]:
    shared = facts_of(report, around)
    lines = [_told(report, fact) for fact in shared[:TOLD]]
    if len(shared) > TOLD:
        lines.append(texts.MORE_FACTS.format(texts.count(len(shared) - TOLD, texts.FACTS_COUNT)))
    if (page := document.page_of(report.claim_by_id[claim].start)) is not None:
        lines.append(texts.ON_PAGE.format(page))
    label = texts.FINDINGS[report.fact_of[claim].finding]
    return {"claim": claim, "finding": report.fact_of[claim].finding.value, "icon": label.icon, "tip": "\n".join(lines)}


def _told(report: Report, fact: Fact) -> str:
    """A fact in one line: finding, headline, and the reason that says it best."""
    label = texts.FINDINGS[fact.finding]
    reason = "" if fact.positions else why(report, fact)  # the headline of a dispute says who holds what
    return f"{label.icon} {label.word}: {fact.headline}{f' ({reason})' if reason else ''}"
