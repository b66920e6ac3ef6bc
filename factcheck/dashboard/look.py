"""How it looks: one style sheet that follows the light and the dark theme, and the few HTML pieces that panels share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from typing import Literal

import streamlit as st

from factcheck.dashboard import texts
from factcheck.dashboard.texts import Label, Tone
from factcheck.judgement import Fact, Finding

STYLE = """
[data-testid="stBaseButton-primary"] { color: light-dark(#fff, #16191d); }
.fc-muted { color: light-dark(#5a5f66, #a9adb3); }
.fc-note { font-size: .88rem; margin: 0; }
.fc-card a, .fc-table a, .fc-note a { color: light-dark(#2f5d8a, #8ab4dc); font-size: .86rem; }
.fc-chip {
  display: inline-flex; align-items: baseline; gap: .4em; padding: .1em .6em; border-radius: 1em;
  font-size: .82rem; font-weight: 600; line-height: 1.6; white-space: nowrap;
}
.fc-chip > span:first-child { font-weight: 700; min-width: .7em; text-align: center; }
.fc-counts { display: flex; flex-wrap: wrap; gap: .5rem 1.6rem; align-items: baseline; margin: 0; padding: 0; }
.fc-counts > div { display: flex; align-items: baseline; gap: .4rem; }
.fc-counts strong { font-size: 1.5rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.fc-lines { display: grid; gap: .45rem; }
.fc-fact {
  display: grid; grid-template-columns: 8.8rem minmax(0, 1fr) auto; gap: .25rem .9rem; align-items: baseline; width: 100%;
  padding: .65rem 1rem; cursor: pointer; border-radius: .6rem; font: inherit; text-align: left; color: inherit;
  border: 1px solid light-dark(#ddd8ce, #3a4047); background: light-dark(#fff, #1b1f24);
}
.fc-fact:hover { background: light-dark(#f7f5f0, #21262c); }
.fc-fact[aria-expanded="true"] { border-color: light-dark(#2f5d8a, #8ab4dc); scroll-margin-top: 4.5rem; }
.fc-fact:focus-visible, .fc-link:focus-visible, .fc-more > summary:focus-visible {
  outline: 2px solid light-dark(#2f5d8a, #8ab4dc); outline-offset: 2px;
}
.fc-fact > .fc-chip { justify-self: start; }
.fc-link {
  padding: 0; border: 0; background: none; font: inherit; text-align: left; cursor: pointer; color: light-dark(#2f5d8a, #8ab4dc);
  text-decoration: underline; text-underline-offset: .2em; text-decoration-thickness: 1px;
}
.fc-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.fc-headline { font-weight: 600; overflow-wrap: anywhere; }
.fc-meta { font-size: .85rem; font-variant-numeric: tabular-nums; text-align: right; }
.fc-meta::after { content: "+"; display: inline-block; width: 1em; margin-left: .6em; text-align: center; font-weight: 600; }
.fc-fact[aria-expanded="true"] .fc-meta::after { content: "\\2013"; }
.fc-h { font-size: 1.15rem; margin: .4rem 0 .5rem; padding: 0; }
.fc-part h4 { font-size: 1rem; margin: .6rem 0 .2rem; padding: 0; }
.fc-notices.fc-notices { list-style: none; margin: 0 0 1.2rem; padding: 0; }
.fc-notices.fc-notices li {
  display: grid; grid-template-columns: 8.4rem minmax(0, 1fr); align-items: start; margin: 0; padding: .55rem 0;
  border-bottom: 1px solid light-dark(#e7e3da, #31373e);
}
.fc-notices .fc-chip { justify-self: start; }
.fc-notices p { margin: .1rem 0 0; }
.fc-key { display: flex; flex-wrap: wrap; gap: .4rem; margin: .3rem 0 .2rem; }
.fc-body > p { margin: .2rem 0 .8rem; }
.fc-reason { font-size: 1.02rem; }
.fc-claims { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: .8rem; }
.fc-card {
  display: flex; flex-direction: column; gap: .5rem; padding: .8rem .9rem; border-radius: .5rem;
  background: light-dark(#f7f5f0, #22272d); font-size: .95rem; overflow-wrap: anywhere;
}
.fc-card header { font-size: .88rem; }
.fc-card header b { font-size: .95rem; }
.fc-card blockquote {
  margin: 0; padding: 0; border: 0; line-height: 1.65; font-size: 1.04rem;
  font-family: Georgia, "Source Serif 4", "Times New Roman", serif; color: light-dark(#5a5f66, #a9adb3);
}
.fc-number {
  display: inline-block; min-width: 1.5em; margin-right: .45em; border-radius: 1em; text-align: center; font-weight: 600;
  font-size: .82rem; background: light-dark(#dfe6ed, #33404d); color: light-dark(#22262b, #e6e4df);
}
.fc-claim {
  color: light-dark(#22262b, #e6e4df); background: light-dark(#e8edf3, #2c3742); border-radius: .2em; padding: .08em .1em;
  box-decoration-break: clone; -webkit-box-decoration-break: clone;
}
.fc-claim mark {
  background: light-dark(#fbe2a8, #5b4713); color: inherit; border-radius: .15em; padding: 0 .08em;
  text-decoration: underline 2px light-dark(#8a6100, #f0d084); text-underline-offset: .18em;
}
.fc-card dl {
  display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .1rem .7rem; margin: auto 0 0; padding: 0; font-size: .86rem;
}
.fc-card dt, .fc-card dd { margin: 0; padding: 0; font-weight: 400; }
.fc-card dt { color: light-dark(#5a5f66, #a9adb3); }
.fc-more { margin-top: .9rem; font-size: .92rem; }
.fc-card .fc-more { margin-top: 0; }
.fc-more > summary { cursor: pointer; font-weight: 600; font-size: .92rem; padding: .2rem 0; }
.fc-table { width: 100%; border-collapse: collapse; font-size: .9rem; }
.fc-table th { text-align: left; font-weight: 600; color: light-dark(#5a5f66, #a9adb3); }
.fc-table th, .fc-table td {
  padding: .45rem .8rem .45rem 0; border: 0; border-bottom: 1px solid light-dark(#e7e3da, #31373e); vertical-align: top;
  overflow-wrap: anywhere;
}
.fc-table th, .fc-table td:first-child { overflow-wrap: break-word; } /* a word that would fit is not cut in two */
.fc-table tbody tr:last-child td { border-bottom: 0; }
.fc-table ul { margin: .3rem 0 0; padding-left: 1.1rem; }
.fc-table li { margin: .2rem 0; font-size: inherit; }
.fc-scroll { overflow-x: auto; }
.fc-heat { border-collapse: separate; border-spacing: 2px; font-size: .8rem; min-width: 100%; }
.fc-heat th, .fc-heat td { padding: .3rem .35rem; border: 0; text-align: left; vertical-align: top; border-radius: .3rem; }
.fc-heat thead th { font-weight: 600; color: light-dark(#5a5f66, #a9adb3); vertical-align: bottom; overflow-wrap: anywhere; }
.fc-file { display: block; font-weight: 400; overflow-wrap: normal; white-space: nowrap; }
.fc-heat td { min-width: 5rem; max-width: 11rem; overflow-wrap: anywhere; }
.fc-heat tbody th {
  position: sticky; left: 0; z-index: 1; min-width: 9rem; max-width: 18rem; font-weight: 500;
  background: light-dark(#fdfcfa, #16191d);
}
.fc-body .fc-strip { list-style: none; margin: 0; padding: 0; }
.fc-body .fc-strip li, .fc-scale {
  display: grid; grid-template-columns: minmax(9rem, 15rem) minmax(0, 1fr) minmax(8rem, 14rem); gap: .2rem 1rem;
  align-items: center; margin: 0; padding: .22rem 0; font-size: .88rem;
}
.fc-track { position: relative; height: 1rem; border-bottom: 1px solid light-dark(#ddd8ce, #3a4047); }
.fc-track i {
  position: absolute; bottom: .28rem; height: .5rem; border-radius: .25rem; background: light-dark(#2f5d8a, #8ab4dc);
}
.fc-track .fc-point { width: .7rem; height: .7rem; bottom: .18rem; margin-left: -.35rem; border-radius: 50%; }
.fc-track .fc-span { opacity: .75; min-width: .5rem; }
.fc-track .fc-open-high, .fc-track .fc-open-low { border-radius: 0; }
.fc-track .fc-open-high { mask-image: linear-gradient(to right, #000 40%, transparent); border-left: .25rem solid; }
.fc-track .fc-open-low { mask-image: linear-gradient(to left, #000 40%, transparent); border-right: .25rem solid; }
.fc-window { display: block; font-size: .82rem; }
.fc-ticks { position: relative; height: 1.2rem; }
.fc-ticks i {
  position: absolute; transform: translateX(-50%); font-style: normal; font-size: .78rem; color: light-dark(#5a5f66, #a9adb3);
}
.fc-tree { display: flex; flex-wrap: wrap; align-items: center; gap: .4rem .8rem; margin: .5rem 0; font-size: .9rem; }
.fc-tree ul { list-style: none; margin: 0; padding: 0 0 0 .8rem; border-left: 2px solid light-dark(#ddd8ce, #3a4047); }
.fc-tree.fc-tree li { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem .6rem; margin: .3rem 0; padding: 0; }
.fc-root { display: grid; gap: .15rem; max-width: 22rem; }
.fc-node {
  padding: .3rem .7rem; border: 1px solid light-dark(#ddd8ce, #3a4047); border-radius: .5rem;
  background: light-dark(#fff, #1b1f24);
}
.fc-arrow { color: light-dark(#5a5f66, #a9adb3); font-variant-numeric: tabular-nums; }
.fc-bar { display: inline-block; width: 4rem; height: .55rem; margin-right: .5rem; background: light-dark(#f0c9c4, #6b2a27); }
.fc-bar i { display: block; height: 100%; background: light-dark(#1d5b34, #9edab0); }
.st-key-review_desk { gap: .5rem; padding-bottom: .9rem; border-bottom: 1px solid light-dark(#ddd8ce, #3a4047); }
.st-key-review_desk p { margin: 0; }
.fc-conflict ul { margin: .2rem 0 0; padding-left: 1.1rem; }
.fc-sign { display: inline-block; min-width: 1.1em; font-weight: 700; }
.st-key-tab [role="tabpanel"] { min-height: 100vh; } /* while a tab is drawn for the first time the page stays where it is */
@media (max-width: 640px) {
  .fc-fact { grid-template-columns: minmax(0, 1fr) auto; }
  .fc-fact .fc-headline { grid-row: 2; grid-column: 1 / -1; }
  .fc-fact .fc-meta { grid-row: 3; grid-column: 1 / -1; text-align: left; }
  .fc-table thead { display: none; }
  .fc-table, .fc-table tbody, .fc-table tr, .fc-table td { display: block; }
  .fc-table td { border-bottom: 0; padding: .15rem 0; }
  .fc-table td[data-label]::before {
    content: attr(data-label); display: block; font-size: .78rem; color: light-dark(#5a5f66, #a9adb3);
  }
  .fc-table.fc-plain td::before { display: none !important; }
  .fc-table tr { padding: .5rem 0; border-bottom: 1px solid light-dark(#e7e3da, #31373e); }
  .fc-body .fc-strip li, .fc-scale { grid-template-columns: minmax(0, 1fr); }
  .fc-much { display: flex; flex-wrap: wrap; gap: 0 .8rem; align-items: baseline; }
  .fc-notices.fc-notices li { grid-template-columns: minmax(0, 1fr); gap: .3rem; }
  .fc-heat tbody th { position: static; min-width: 9rem; max-width: 12rem; }
}
"""


def apply() -> None:
    """Put the style sheet on the page."""
    st.html(f"<style>{STYLE}{''.join(map(_tone, texts.TONES))}</style>")


def note(text: str, width: Literal["stretch", "content"] = "stretch") -> None:
    """A quiet line of text (st.caption is too pale to read at 4.5:1)."""
    st.html(f'<p class="fc-muted fc-note">{escape(text)}</p>', width=width)


def heading(text: str) -> None:
    """The heading of a part of the page."""
    st.html(f'<h3 class="fc-h">{escape(text)}</h3>')


def chip(label: Label, text: str = "") -> str:
    """A label as HTML: icon and word, never colour alone."""
    return (
        f'<span class="fc-chip fc-{label.tone.name}" title="{escape(label.line)}">'
        f'<span aria-hidden="true">{escape(label.icon)}</span><span>{escape(text or label.word)}</span></span>'
    )


def findings(facts: Iterable[Fact]) -> str:
    """How many of the facts came out how, as HTML; what none did is left out."""
    found = Counter(fact.finding for fact in facts)
    return "".join(f"<div><strong>{found[it]:,}</strong> {chip(texts.FINDINGS[it])}</div>" for it in Finding if found[it])


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], *, plain: bool = False) -> str:
    """A table as HTML; the cells are HTML already, the headers are text.

    On a narrow screen each row becomes a block whose cells carry their header, unless `plain`.
    """
    head = "".join(f'<th scope="col">{escape(header)}</th>' for header in headers)
    body = "".join(f"<tr>{''.join(map(_cell, headers, row))}</tr>" for row in rows)
    kind = "fc-table fc-plain" if plain else "fc-table"
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def link(url: str, text: str) -> str:
    """A link as HTML where the address is one of the web's, else nothing: a script in an address must not run."""
    if not url.lower().startswith(("https://", "http://")):
        return ""
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'


def _cell(header: str, html: str) -> str:
    return f'<td data-label="{escape(header)}">{html}</td>'


def _tone(tone: Tone) -> str:
    (text, back), (dark_text, dark_back) = tone.light, tone.dark
    return f".fc-{tone.name} {{ color: light-dark({text}, {dark_text}); background: light-dark({back}, {dark_back}); }}\n"
