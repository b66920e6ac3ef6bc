"""An open fact as HTML: why it has its finding, its values on one line, who holds what, the claims, and why they are together."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from claims.facets import WORDS
from factcheck.dashboard import evidence, look, strip, texts, values
from factcheck.evidence.deciding import counterparts, ranked
from factcheck.exports.pairs import in_reading_order
from factcheck.judgement import Fact, Judgement
from factcheck.report import Report
from factcheck.views.attention import why
from factcheck.views.together import together

PAIRS_SHOWN = 100  # keeps a page of big facts under a megabyte; the CSV has every pair


def body(report: Report, fact: Fact) -> str:
    """Everything below the line of an open fact."""
    judgements = ranked(report, fact)
    label = texts.FINDINGS[fact.finding]
    reason = why(report, fact)
    said = f'<p class="fc-reason"><b>{escape(reason)}</b></p>' if reason else ""
    origins = f"{texts.count(fact.origins, texts.ORIGINS_COUNT)}." if judgements else ""
    facet = "" if fact.facet in WORDS else texts.ABOUT.format(fact.facet)
    about = " ".join(filter(None, (label.line, origins, facet)))
    values_and_holders = f"{strip.chart(report, fact)}{_holders(report, fact)}{_small_print(fact)}"
    return (
        f'<section class="fc-body" aria-label="{escape(fact.headline)}">{said}<p class="fc-muted">{escape(about)}</p>'
        f"{values_and_holders}{evidence.claims(report, fact, counterparts(judgements))}"
        f"{_together(report, fact)}{_pairs(report, fact, judgements)}</section>"
    )


def _holders(report: Report, fact: Fact) -> str:
    """Who holds what: the positions of a dispute, or the camps where only words stand against words."""
    held: list[tuple[tuple[str, ...], tuple[str, ...]]]
    if fact.positions:
        held = [((it.holder,), it.claims) for it in fact.positions]
    elif len(fact.camps) > 1:
        held = [(it.holders, it.claims) for it in fact.camps]
    else:
        return ""
    rows = []
    for names, claims in held:
        words = " ".join(report.claim_by_id[claims[0]].text.split())
        outlets = dict.fromkeys(report.document_of(claim).name for claim in claims)
        numbers = evidence.numbers(fact, claims)
        rows.append((f"<b>{escape(', '.join(names))}</b>", f"{numbers}“{escape(words)}”", escape(", ".join(outlets))))
    return f'<div class="fc-part"><h4>{escape(texts.HOLDERS)}</h4>{look.table(texts.HOLDER_HEADERS, rows)}</div>'


def _small_print(fact: Fact) -> str:
    """The values with the origins behind them, and who is silent."""
    lines = []
    if len(fact.values) > 1:
        best, *others = (texts.SUPPORTED.format(value=values.interval(v.low, v.high), origins=v.origins) for v in fact.values)
        lines.append(texts.BEST_SUPPORTED.format(best=best, others=", ".join(others)))
    if len(fact.camps) > 1:
        sides = (texts.SUPPORTED.format(value=", ".join(side.holders), origins=side.origins) for side in fact.camps)
        lines.append(texts.CAMPS.format(sides=" / ".join(sides)))
    if fact.silent:
        lines.append(texts.SILENT.format(outlets=", ".join(fact.silent)))
    return "".join(f'<p class="fc-muted fc-note">{escape(line)}</p>' for line in lines)


def _together(report: Report, fact: Fact) -> str:
    """Why these claims belong together, in words."""
    found = together(report, fact)
    lines = [
        texts.FEATURE_PAIRS.format(feature=texts.FEATURES.get(it.feature, it.feature), pairs=it.pairs, total=found.pairs)
        for it in found.reasons
    ]
    lines += [texts.SHARED_NAMES.format(", ".join(found.names))] if found.names else []
    lines += [texts.SHARED_WORDS.format(", ".join(found.words))] if found.words else []
    if not lines:
        return ""
    listed = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<details class="fc-more"><summary>{escape(texts.TOGETHER)}</summary><ul>{listed}</ul></details>'


def _pairs(report: Report, fact: Fact, judgements: Sequence[Judgement]) -> str:
    if not judgements:
        return ""
    rows = [(_sides(report, fact, it), look.chip(texts.VERDICTS[it.verdict]), _why(it)) for it in judgements[:PAIRS_SHOWN]]
    left_out = len(judgements) - len(rows)
    more = f'<p class="fc-muted">{escape(texts.PAIRS_LEFT_OUT.format(count=left_out))}</p>' if left_out else ""
    return (
        f'<details class="fc-more"><summary>{escape(texts.PAIRS)} ({len(judgements):,})</summary>'
        f"{look.table(texts.PAIR_HEADERS, rows, plain=True)}{more}</details>"
    )


def _sides(report: Report, fact: Fact, judgement: Judgement) -> str:
    sides = in_reading_order(fact, judgement)
    return "<br>".join(f"{evidence.number(fact, side)}{escape(report.document_of(side).name)}" for side in sides)


def _why(judgement: Judgement) -> str:
    word, line = texts.CODES[judgement.code]
    return f'{escape(judgement.reason or line)} <span class="fc-muted" title="{escape(line)}">({escape(word)})</span>'
