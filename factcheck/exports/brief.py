"""The brief: one HTML file that a reporter hands to an editor. It opens offline, runs no script and fetches nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape
from typing import TextIO

from claims.document import Document
from factcheck.exports import strip_svg
from factcheck.exports.brief_style import STYLE
from factcheck.exports.pairs import chosen
from factcheck.exports.told import Voice, told
from factcheck.exports.wording import (
    HOW_MADE,
    LINES,
    NOT_USED,
    ONE_TEXT,
    SET_ASIDE,
    WORDS,
    attested,
    by_finding,
    copied_by,
    day,
    lead_of,
    reviewed,
    same_text,
    silent_on,
    title_of,
    window,
)
from factcheck.judgement import ICON, Fact, Finding
from factcheck.report import Report
from factcheck.reviewing.reviews import Standing
from factcheck.views.differing import Piece, as_html
from factcheck.views.strips import Interval, Strip, strip

# Even if markup from an article got past the escaping, the browser would neither run nor fetch anything.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write_brief(
    report: Report,
    out: TextIO,
    facts: Collection[str] | None = None,
    standings: Mapping[str, Standing] | None = None,
) -> None:
    """Write the brief, fact by fact, the most urgent first; of the facts (ids) named, if any are.

    `standings` say where facts stand after their reviews; what a person rejected comes last.
    """
    for piece in _page(report, chosen(report, facts), standings or {}):
        out.write(piece)


def _page(report: Report, facts: Sequence[Fact], standings: Mapping[str, Standing]) -> Iterator[str]:
    held = {fact.id: standings.get(fact.id, Standing()) for fact in facts}
    sections, aside = by_finding(facts, standings)
    title = title_of(report)
    yield (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n<body>\n"
    )
    yield _head(report, title, sections)
    yield "<main>\n"
    for finding, some in sections:
        yield f'<section id="{finding.value}"><h2>{WORDS[finding]} <span class="soft">{len(some):,}</span></h2>'
        yield f'<p class="kind">{escape(LINES[finding])}</p>\n'
        yield from _facts(report, finding, some, held)
        yield "</section>\n"
    if aside:
        yield f'<section id="set-aside"><h2>{SET_ASIDE} <span class="soft">{len(aside):,}</span></h2>\n'
        yield from (_fact(report, fact, held[fact.id]) for fact in aside)
        yield "</section>\n"
    yield from _sources(report)
    yield f'</main>\n<footer class="soft"><p>{escape(HOW_MADE.format(version=report.version))}</p></footer>\n</body></html>\n'


def _head(report: Report, title: str, sections: Sequence[tuple[Finding, Sequence[Fact]]]) -> str:
    counts = "".join(
        f'<li><a class="chip {finding.value}" href="#{finding.value}"><span aria-hidden="true">{ICON[finding]}</span> '
        f"{len(some):,} {finding.value.replace('-', ' ')}</a></li>"
        for finding, some in sections
    )
    failed = "".join(f"<li>{escape(it.path)}: {escape(it.reason)}</li>" for it in report.failed)
    left_out = f'<h4>{NOT_USED}</h4><ul class="soft">{failed}</ul>' if failed else ""
    head = f'<h1>{escape(title)}</h1><p class="lead">{escape(lead_of(report))}</p>'
    return f'<header>{head}<ul class="counts">{counts}</ul>{left_out}</header>\n'


def _facts(report: Report, finding: Finding, facts: Sequence[Fact], held: Mapping[str, Standing]) -> Iterator[str]:
    """The facts of a section: in full, and those of a single source as a list of sentences."""
    if finding is not Finding.SINGLE_SOURCE:
        yield from (_fact(report, fact, held[fact.id]) for fact in facts)
        return
    yield '<ul class="brief-facts">'
    for fact in facts:
        review = _review(fact, held[fact.id])
        voices = told(report, fact).voices
        yield f'<li id="f-{escape(fact.id)}">{"".join(f"{_by(it)}{_sentence(it.sentence)}" for it in voices[:1])}{review}</li>\n'
    yield "</ul>\n"


def _fact(report: Report, fact: Fact, standing: Standing) -> str:
    it = told(report, fact)
    drawn = strip(report, fact)
    silent = f'<p class="soft">{escape(silent_on(fact))}</p>' if fact.silent else ""
    return (
        f'<article class="fact" id="f-{escape(fact.id)}"><header><h3>{escape(fact.headline)}</h3>{_chip(fact.finding)}'
        f'<span class="soft">{attested(report, fact)}</span></header>'
        f'<p class="reason">{escape(it.reason)}</p>{_review(fact, standing)}{_strip(drawn) if drawn else ""}'
        f'<ol class="voices">{"".join(map(_voice, it.voices))}</ol>{silent}</article>\n'
    )


def _chip(finding: Finding) -> str:
    return f'<span class="chip {finding.value}"><span aria-hidden="true">{ICON[finding]}</span> {WORDS[finding]}</span>'


def _review(fact: Fact, standing: Standing) -> str:
    """What a person decided and noted."""
    lines = reviewed(fact, standing)
    return f'<div class="review">{"".join(f"<p>{escape(line)}.</p>" for line in lines)}</div>' if lines else ""


def _strip(it: Strip) -> str:
    rows = "".join(_interval(it, interval) for interval in it.intervals)
    unit = f" ({escape(it.unit)})" if it.unit else ""
    return (
        f'<figure class="strip" aria-label="Values in order of publication{unit}"><ol>{rows}</ol>'
        f'<div class="axis"><span></span>{strip_svg.axis(it)}<span>{escape(it.unit)}</span></div></figure>'
    )


def _interval(it: Strip, interval: Interval) -> str:
    when = f"<small>{escape(window(interval.window))}</small>" if interval.window else ""
    return (
        f"<li><span>{escape(interval.outlet)}<small>{escape(day(interval.published))}</small></span>"
        f'{strip_svg.row(it, interval)}<span class="value"><b>{escape(interval.label)}</b>{when}</span></li>'
    )


def _voice(voice: Voice) -> str:
    against = f' <span class="soft">· marked where it differs from {voice.against}</span>' if voice.against else ""
    copies = f'<p class="soft">{escape(copied_by(voice.copies))}</p>' if voice.copies else ""
    return (
        f'<li><span class="number">{voice.number}</span><div>{_by(voice, against)}{_sentence(voice.sentence)}{copies}</div></li>'
    )


def _by(voice: Voice, more: str = "") -> str:
    """Who says it: outlet, day, and the speaker."""
    document = voice.document
    says = f", {escape(voice.speaker)}" if voice.speaker else ""
    return f'<div class="by"><b>{_linked(document, document.name)}</b> · {escape(day(document.published))}{says}{more}</div>'


def _sentence(sentence: Sequence[Piece]) -> str:
    """The sentence, the claim's words shaded, those that differ marked."""
    return f"<blockquote>{as_html(sentence, 'claim')}</blockquote>"


def _sources(report: Report) -> Iterator[str]:
    """The articles, and who shares text with whom."""
    yield f'<section id="sources"><h2>Sources <span class="soft">{len(report.documents):,}</span></h2>'
    yield '<table class="sources"><thead><tr>'
    heads = ("Outlet", "Article", "Published", "Facts")
    yield "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead><tbody>\n"
    told_in = Counter(name for fact in report.facts for name in {report.document_of(claim).id for claim in fact.claims})
    for document in report.documents:
        title = document.title or document.path
        cells = (escape(document.name), _linked(document, title), escape(day(document.published)), f"{told_in[document.id]:,}")
        yield "<tr>" + "".join(f'<td data-label="{head}">{cell}</td>' for head, cell in zip(heads, cells, strict=True))
        yield "</tr>\n"
    yield "</tbody></table>\n"
    if report.origins:
        lines = "".join(f"<li>{escape(same_text(report, origin))}</li>" for origin in report.origins)
        yield f'<h4>{ONE_TEXT}</h4><ul class="soft">{lines}</ul>'
    yield "</section>\n"


def _linked(document: Document, text: str) -> str:
    """Text as a link to the article, where it has one."""
    link = f'<a href="{escape(document.link)}" rel="noopener noreferrer">{escape(text)}</a>'
    return link if document.link else escape(text)
