"""The list of facts: each one a line that opens into its claims side by side and its verdicts pair by pair."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from claims.claim import Claim
from factcheck.dashboard import look, texts, values, words
from factcheck.dashboard.filters import outlets_of
from factcheck.findings import in_words
from factcheck.judgement import Fact, Finding, Judgement, Verdict
from factcheck.report import Report

PAGE_SIZE = 20  # what a person reads before looking for a filter instead
PAIRS_SHOWN = 100  # keeps a page of big facts under a megabyte; the CSV has every pair

DECIDES = {
    Finding.CONTRADICTED: Verdict.CONTRADICT,
    Finding.UNCLEAR: Verdict.UNCLEAR,
    Finding.COMPATIBLE: Verdict.COMPATIBLE,
    Finding.AGREED: Verdict.AGREE,
    Finding.REPEATED: Verdict.AGREE,
}
"""The verdict that a finding rests on; a single source rests on none."""


def panel(report: Report, facts: Sequence[Fact]) -> None:
    """A page of the facts, in the order given."""
    if not facts:
        st.info(texts.NONE_SHOWN if report.facts else texts.NO_FACTS)
        return
    look.note(f"{texts.SHOWN.format(shown=len(facts), total=len(report.facts))}. {texts.LEGEND}")
    pages = -(-len(facts) // PAGE_SIZE)
    place = st.container()
    page = min(st.pagination(pages, key="page"), pages) if pages > 1 else 1
    with place:
        for fact in facts[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]:
            st.html(card(report, fact))


def card(report: Report, fact: Fact) -> str:
    """One fact as HTML: closed it shows finding, headline and value, open everything that it rests on."""
    label = texts.FINDINGS[fact.finding]
    outlets = texts.count(len(outlets_of(report, fact)), texts.OUTLETS_COUNT)
    meta = " · ".join(filter(None, (_range(fact), outlets)))
    judgements = ranked(report, fact)
    reason = f'<p class="fc-reason"><b>{escape(judgements[0].reason)}</b></p>' if judgements else ""
    if fact.positions:
        reason = f'<p class="fc-reason"><b>{escape(in_words(fact, report.claim_by_id))}</b></p>'
    origins = f"{texts.count(fact.origins, texts.ORIGINS_COUNT)}." if judgements else ""
    about = " ".join(filter(None, (label.line, origins, texts.ABOUT.format(fact.facet))))
    against = counterparts(judgements)
    claims = "".join(_claim(report, fact, claim, against.get(claim)) for claim in fact.claims)
    return (
        f'<details class="fc-fact"><summary><span>{look.chip(label)}</span>'
        f'<span class="fc-headline">{escape(fact.headline)}</span>'
        f'<span class="fc-meta fc-muted">{escape(meta)}</span></summary><div class="fc-body">{reason}'
        f'<p class="fc-muted">{escape(about)}</p>{_evidence(fact)}'
        f'<div class="fc-claims">{claims}</div>{_pairs(report, fact, judgements)}</div></details>'
    )


def _evidence(fact: Fact) -> str:
    """In small print: the values and camps with the origins behind them, how the value changed, and who is silent."""
    lines = []
    if len(fact.values) > 1:
        best, *others = (texts.SUPPORTED.format(value=values.interval(v.low, v.high), origins=v.origins) for v in fact.values)
        lines.append(texts.BEST_SUPPORTED.format(best=best, others=", ".join(others)))
        steps = (
            f"{values.published(step.published)}: {values.interval(step.low, step.high)} ({step.outlet})" for step in fact.history
        )
        lines.append(texts.HISTORY.format(steps="; ".join(steps)))
    if len(fact.camps) > 1:
        sides = (texts.SUPPORTED.format(value=", ".join(side.holders), origins=side.origins) for side in fact.camps)
        lines.append(texts.CAMPS.format(sides=" / ".join(sides)))
    if fact.silent:
        lines.append(texts.SILENT.format(outlets=", ".join(fact.silent)))
    return "".join(f'<p class="fc-muted fc-note">{escape(line)}</p>' for line in lines)


def ranked(report: Report, fact: Fact) -> list[Judgement]:
    """The fact's judgements, those first that best show why it has its finding: right verdict, independent sides, score."""
    wanted = DECIDES.get(fact.finding)
    order = tuple(Verdict)

    def rank(it: Judgement) -> tuple[bool, int, bool, float, str, str]:
        return it.verdict is not wanted, order.index(it.verdict), not report.independent(it), -it.score, it.left, it.right

    return sorted(report.judgements_of[fact.id], key=rank)


def counterparts(judgements: Iterable[Judgement]) -> dict[str, str]:
    """For each claim (id) the claim it is set against: the other side of the first judgement that names it."""
    against: dict[str, str] = {}
    for judgement in judgements:
        against.setdefault(judgement.left, judgement.right)
        against.setdefault(judgement.right, judgement.left)
    return against


def speaker(claim: Claim) -> str:
    """Who says it, as text: "Orlia denies it, through Meridian"."""
    if not claim.speakers:
        return texts.OWN_WORDS
    through = [texts.THROUGH.format(name) for name in reversed(claim.speakers[:-1])]
    return ", ".join((texts.CUES[claim.cue].format(claim.speaker), *through))


def _range(fact: Fact) -> str:
    """The span of the values stated, as text; empty where none were."""
    return "" if fact.low is None or fact.high is None else values.interval(fact.low, fact.high)


def _claim(report: Report, fact: Fact, claim_id: str, other: str | None) -> str:
    claim = report.claim_by_id[claim_id]
    document = report.document_of(claim_id)
    against = ""
    if other is not None:
        hint = texts.MARKED_AGAINST.format(fact.claims.index(other) + 1)
        against = f' <span class="fc-against fc-muted" title="{escape(hint)}">↔ {fact.claims.index(other) + 1}</span>'
    flags = ", ".join(name for name, on in ((texts.NEGATED, claim.negated), (texts.HEDGED, claim.hedged)) if on)
    details = (
        (texts.VALUE, "; ".join(map(values.quantity, claim.quantities))),
        (texts.WHEN, values.window(claim.window) if claim.window else ""),
        (texts.WHERE, ", ".join(claim.places)),
        (texts.WORDING, flags),
    )
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in details if value)
    return (
        f'<article class="fc-card"><header>{_number(fact, claim_id)}<b>{escape(document.name)}</b> '
        f'<span class="fc-muted">· {escape(values.published(document.published))}</span>{against}<br>'
        f'<span class="fc-muted">{escape(speaker(claim))}</span></header>'
        f"<blockquote>{words.sentence(document.text, claim, _words(report, other))}</blockquote><dl>{listed}</dl>"
        f"{look.link(document.url, texts.OPEN_ARTICLE)}</article>"
    )


def _words(report: Report, claim: str | None) -> str | None:
    """A claim's own words, as they stand in its document."""
    if claim is None:
        return None
    return report.document_of(claim).text[report.claim_by_id[claim].start : report.claim_by_id[claim].end]


def _pairs(report: Report, fact: Fact, judgements: Sequence[Judgement]) -> str:
    if not judgements:
        return ""
    rows = [(_sides(report, fact, it), look.chip(texts.VERDICTS[it.verdict]), _why(it)) for it in judgements[:PAIRS_SHOWN]]
    left_out = len(judgements) - len(rows)
    more = f'<p class="fc-muted">{escape(texts.PAIRS_LEFT_OUT.format(count=left_out))}</p>' if left_out else ""
    return (
        f'<details class="fc-pairs" open><summary>{escape(texts.PAIRS)} ({len(judgements):,})</summary>'
        f"{look.table(texts.PAIR_HEADERS, rows, plain=True)}{more}</details>"
    )


def _sides(report: Report, fact: Fact, judgement: Judgement) -> str:
    sides = sorted((judgement.left, judgement.right), key=fact.claims.index)
    return "<br>".join(f"{_number(fact, side)}{escape(report.document_of(side).name)}" for side in sides)


def _number(fact: Fact, claim: str) -> str:
    """The number by which a card and the table of pairs call a claim."""
    return f'<span class="fc-number">{fact.claims.index(claim) + 1}</span>'


def _why(judgement: Judgement) -> str:
    word, line = texts.CODES[judgement.code]
    return f'{escape(judgement.reason or line)} <span class="fc-muted" title="{escape(line)}">({escape(word)})</span>'
