"""One fact as its reviewer sees it, as HTML: the claims word for word; finding and verdicts only where they may be shown."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from factcheck.dashboard import look, texts, words
from factcheck.dashboard.evidence import header
from factcheck.judgement import Fact
from factcheck.report import Report
from factcheck.reviewing.review import Action, Review, in_force
from factcheck.reviewing.reviews import Standing
from factcheck.views.attention import why


def head(report: Report, fact: Fact, blind: bool) -> str:
    """Headline and finding with its reason (unless blind)."""
    return (
        f'<section class="fc-review" aria-label="{escape(fact.headline)}"><p class="fc-headline">{escape(fact.headline)}</p>'
        f"{_finding(report, fact, blind)}</section>"
    )


def claims(report: Report, fact: Fact) -> str:
    """The claims, numbered as the forms below name them."""
    cards = "".join(_claim(report, fact, key) for key in fact.claims)
    return f'<div class="fc-review-claims fc-claims">{cards}</div>'


def _finding(report: Report, fact: Fact, blind: bool) -> str:
    if blind:
        return f'<p class="fc-muted">{escape(texts.BLIND_HIDDEN)}</p>'
    label = texts.FINDINGS[fact.finding]
    reason = why(report, fact) or label.line
    return f'<p class="fc-reason">{look.chip(label)} {escape(reason)}</p>'


def _claim(report: Report, fact: Fact, key: str) -> str:
    sentence = words.sentence(report.document_of(key).text, report.claim_by_id[key])
    return f'<article class="fc-card">{header(report, fact, key)}<blockquote>{sentence}</blockquote></article>'


def chips(standing: Standing) -> str:
    """Where the fact stands, as chips; the reviewer beside a decision."""
    said = f"{texts.STATES[standing.status].word} · {standing.reviewer}" if standing.reviewer else ""
    found = [look.chip(texts.STATES[standing.status], said)]
    if standing.finding is not None:
        found.append(look.chip(texts.FINDINGS[standing.finding]))
    found += [look.chip(texts.STATES[mark]) for mark in standing.marks]
    added = texts.count(len(standing.added), texts.CLAIMS_COUNT)
    more = f' <span class="fc-muted">{escape(texts.NEW_CLAIMS.format(count=added))}</span>' if standing.added else ""
    return f'<p class="fc-standing">{" ".join(found)}{more}</p>'


def history(events: Iterable[Review]) -> str:
    """All that was done to the fact, the first first; what was taken back says so."""
    events = tuple(events)
    holding = {review.id for review in in_force(events)}
    rows = []
    for it in events:
        back = it.id not in holding and it.action not in (Action.UNDO, Action.REDO)
        what = texts.ACTIONS[it.action] + (f" ({texts.VERDICTS[it.verdict].word})" if it.verdict else "")
        what += f": {it.rating.text}" if it.rating else ""
        cells = (f"{it.at:%Y-%m-%d %H:%M}", it.reviewer, f"{what} ({texts.TAKEN_BACK})" if back else what, it.note)
        rows.append([escape(cell) for cell in cells])
    return look.table(texts.HISTORY_HEADERS, rows)
