"""The claims of a fact as HTML: who says it and when, the exact words in their sentence, copies folded under their origin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from factcheck.dashboard import links, look, texts, values, words
from factcheck.exports import told
from factcheck.judgement import Fact, Verdict
from factcheck.report import Report


def claims(report: Report, fact: Fact, against: Mapping[str, str]) -> str:
    """The claims side by side; `against` says with which other claim (ids) each one's words are compared."""
    cards = [
        _claim(report, fact, lead, against.get(lead), "".join(_claim(report, fact, it, against.get(it)) for it in copies))
        for lead, copies in folded(report, fact)
    ]
    legend = texts.LEGEND if against else texts.LEGEND_ALONE
    return f'<p class="fc-muted fc-note">{escape(legend)}</p><div class="fc-claims">{"".join(cards)}</div>'


def folded(report: Report, fact: Fact) -> list[tuple[str, list[str]]]:
    """The fact's claims (ids), each with those of copies of its text that say the same; another one stands by itself."""
    origin = report.origin_of
    original = {group.original for group in report.origins}
    agreed = {(it.left, it.right) for it in report.judgements_of[fact.id] if it.verdict is Verdict.AGREE}
    groups: dict[str, list[str]] = {}
    for key in sorted(fact.claims, key=lambda key: report.claim_by_id[key].document not in original):
        document = report.claim_by_id[key].document
        leads = (
            it
            for it in groups
            if origin[report.claim_by_id[it].document] == origin[document] and report.claim_by_id[it].document != document
        )
        lead = next((it for it in leads if (min(key, it), max(key, it)) in agreed), None)
        if lead is None:
            groups[key] = []
        else:
            groups[lead].append(key)
    return [(key, groups[key]) for key in fact.claims if key in groups]


def number(fact: Fact, claim: str) -> str:
    """The number by which a card and the table of pairs call a claim."""
    return f'<span class="fc-number">{fact.claims.index(claim) + 1}</span>'


def named(report: Report, fact: Fact, claim: str) -> str:
    """What to call a claim in a line of text: its number and its outlet, "2 Sedrin Courier"."""
    return f"{fact.claims.index(claim) + 1} {report.document_of(claim).name}"


def numbers(fact: Fact, claims: Iterable[str]) -> str:
    """The numbers of several claims, the lowest first."""
    return "".join(number(fact, claim) for claim in sorted(claims, key=fact.claims.index))


def header(report: Report, fact: Fact, claim_id: str, against: str = "") -> str:
    """The head of a claim's card: its number, outlet and day, what it is set `against` (HTML), and who says it."""
    document = report.document_of(claim_id)
    speaker = told.speaker(report.claim_by_id[claim_id]) or texts.OWN_WORDS
    return (
        f"<header>{number(fact, claim_id)}<b>{escape(document.name)}</b> "
        f'<span class="fc-muted">· {escape(values.published(document.published))}</span>{against}<br>'
        f'<span class="fc-muted">{escape(speaker)}</span></header>'
    )


def _claim(report: Report, fact: Fact, claim_id: str, other: str | None, copies: str = "") -> str:
    claim, document = report.claim_by_id[claim_id], report.document_of(claim_id)
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
    more = ""
    if copies:
        count = copies.count("<article")
        more = f'<details class="fc-more"><summary>{escape(texts.count(count, texts.COPIES_COUNT))}</summary>{copies}</details>'
    return (
        f'<article class="fc-card">{header(report, fact, claim_id, against)}'
        f"<blockquote>{words.sentence(document.text, claim, _words(report, other))}</blockquote><dl>{listed}</dl>"
        f"<p>{links.reading(document.id, claim.id)} {look.link(document.url, texts.OPEN_ARTICLE)}</p>{more}</article>"
    )


def _words(report: Report, claim: str | None) -> str | None:
    """A claim's own words, as they stand in its document."""
    if claim is None:
        return None
    return report.document_of(claim).text[report.claim_by_id[claim].start : report.claim_by_id[claim].end]
