"""The overview: the facts most worth a look, and where each outlet stands on each fact; a click opens the fact."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import PurePath

import streamlit as st

from claims.document import Document
from factcheck.aligning.happenings import cell
from factcheck.dashboard import facts, links, look, texts, words
from factcheck.judgement import Fact
from factcheck.report import Report
from factcheck.views.attention import Notice, why, worth_a_look
from factcheck.views.matrix import Stance, stances, told_by_several

SCOPE = "overview"
ROWS_SHOWN = 25  # a screen and a half: what is more is turned over page by page
CELL_WORDS = 30  # characters of an outlet's words that fit a cell on three lines
FILE_LETTERS = 16  # of a file's name that fit the head of a narrow column


def panel(report: Report, chosen: Sequence[Fact]) -> None:
    """The few facts on top, and below them the heat map of the facts chosen that two outlets or more tell."""
    if not report.facts:
        st.info(texts.NO_FACTS)
        return
    links.watch(SCOPE, facts.go_to)  # first, so that it listens as soon as there is something to click
    if notices := worth_a_look(report):
        listed = "".join(_notice(report, it) for it in notices)
        st.html(f'<h3 class="fc-h">{escape(texts.LOOK_FIRST)}</h3><ol class="fc-notices">{listed}</ol>')
    look.heading(texts.MATRIX)
    heat_map(report, chosen)


def heat_map(report: Report, chosen: Sequence[Fact]) -> None:
    """Outlets across, facts down; a page of them."""
    told = told_by_several(report, chosen)
    if not told:
        st.info(texts.NONE_TOLD_BY_SEVERAL if chosen else texts.NONE_SHOWN)
        return
    key = " ".join(look.chip(texts.STANCES[it]) for it in Stance)
    st.html(f'<p class="fc-muted fc-note">{escape(texts.MATRIX_LINE)}</p><p class="fc-key">{key}</p>')
    pages = -(-len(told) // ROWS_SHOWN)
    place = st.container()
    page = min(st.pagination(pages, key="matrix_page"), pages) if pages > 1 else 1
    with place:
        st.html(grid(report, told[(page - 1) * ROWS_SHOWN : page * ROWS_SHOWN]))


def grid(report: Report, shown: Sequence[Fact]) -> str:
    """The heat map as an HTML table."""
    outlets = tuple(dict.fromkeys(document.name for document in report.documents))
    named = {document.name: document for document in reversed(report.documents)}
    head = f'<th scope="col">{escape(texts.MATRIX_FACT)}</th>' + "".join(_outlet(named[name]) for name in outlets)
    rows = "".join(_row(report, fact, outlets) for fact in shown)
    return (
        f'<div class="fc-scroll" tabindex="0" role="region" aria-label="{escape(texts.MATRIX)}">'
        f'<table class="fc-heat"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _outlet(document: Document) -> str:
    """The head of a column: the outlet; where nothing names it the file instead, shortened, with all of it on hover."""
    if document.outlet:
        return f'<th scope="col">{escape(document.outlet)}</th>'
    file = escape(words.shortened(PurePath(document.path).stem or document.id, FILE_LETTERS))
    head = f'{escape(texts.NO_OUTLET_HEAD)} <span class="fc-file">{file}</span>'
    return f'<th scope="col" title="{escape(document.name)}">{head}</th>'


def _row(report: Report, fact: Fact, outlets: Sequence[str]) -> str:
    where = stances(report, fact)
    cells = "".join(_cell(report, fact, outlet, where.get(outlet)) for outlet in outlets)
    label = texts.FINDINGS[fact.finding]
    sign = f'<span aria-hidden="true" class="fc-sign">{escape(label.icon)}</span>'
    name = links.button(SCOPE, fact.id, f"{sign}{escape(fact.headline)}", label=f"{label.word}: {fact.headline}")
    return f'<tr><th scope="row">{name}</th>{cells}</tr>'


def _cell(report: Report, fact: Fact, outlet: str, stance: Stance | None) -> str:
    if stance is None:
        return f'<td><span class="fc-hidden">{escape(texts.NO_STANCE)}</span></td>'
    label = texts.STANCES[stance]
    told = cell(report, fact, outlet)
    short = told if len(told) <= CELL_WORDS else told[:CELL_WORDS].rsplit(" ", 1)[0] + " …"
    said = f'<span class="fc-hidden">{escape(label.word)}: </span>{escape(short)}'
    return (
        f'<td class="fc-{label.tone.name}" title="{escape(f"{outlet}: {label.word}. {told}")}">'
        f'<span aria-hidden="true" class="fc-sign">{escape(label.icon)}</span>{said}</td>'
    )


def _notice(report: Report, it: Notice) -> str:
    reason = why(report, it.fact)
    about = [texts.ACROSS.format(texts.count(it.fact.origins, texts.ORIGINS_COUNT)) if it.independent else texts.ONE_ORIGIN]
    if it.gap is not None:
        about.append(texts.GAP.format(f"{it.gap:.0%}"))
    if it.disputed:
        about.append(texts.DISPUTED)
    name = links.button(SCOPE, it.fact.id, escape(it.fact.headline), kind="fc-link fc-headline")
    return (
        f"<li>{look.chip(texts.FINDINGS[it.fact.finding])}<div>{name}<p>{escape(reason)}</p>"
        f'<p class="fc-muted fc-note">{escape(" · ".join(about))}</p></div></li>'
    )
