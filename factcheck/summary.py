"""The readable summary that `factcheck compare` prints: per fact the headline, the finding, and each outlet's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from math import inf

from rich.control import strip_control_codes
from rich.markup import escape as escape_markup

from factcheck.aligning.happenings import tables
from factcheck.evidence.findings import in_words, shortened
from factcheck.exports.wording import count
from factcheck.judgement import ICON, Fact, Finding, Verdict
from factcheck.judging.phrases import number
from factcheck.report import Origin, Report

STYLE = {
    Finding.CONTRADICTED: "bold red",
    Finding.UNCLEAR: "yellow",
    Finding.COMPATIBLE: "cyan",
    Finding.AGREED: "green",
    Finding.REPEATED: "blue",
    Finding.SINGLE_SOURCE: "dim",
}
_WORDS = 34  # of a claim, on one line of a summary


def summary(report: Report, verdicts: Collection[Verdict] = tuple(Verdict)) -> Iterator[str]:
    """The lines of a summary, in rich markup (every text escaped); facts without a pair of the verdicts are only counted."""
    found = Counter(fact.finding for fact in report.facts)
    outlets = {document.name for document in report.documents}
    events = {document.event for document in report.documents}
    yield (
        f"[bold]{count(len(report.documents), 'article')} from {count(len(outlets), 'outlet')}, "
        f"{count(len(events), 'event')}, {count(len(report.claims), 'claim')}, {count(len(report.facts), 'fact')}[/bold]"
    )
    yield "  ".join(f"{ICON[f]} {found[f]} {f.value}" for f in Finding if found[f])
    for fact in shown(report, verdicts):
        yield ""
        yield from _fact(report, fact)
    if report.origins:
        yield ""
    for origin in report.origins:
        yield f"[dim]{escape(one_text(report, origin))}[/dim]"


def one_text(report: Report, origin: Origin) -> str:
    """One line on documents that share text: "one text: Meridian, Sedrin Courier; probably first: Meridian (...)"."""
    names = ", ".join(dict.fromkeys(report.document_by_id[document].name for document in origin.documents))
    line = f"⧉ one text: {names}"
    if origin.credits:
        line += f"; credits {', '.join(origin.credits)}"
    if origin.original:
        line += f"; probably first: {report.document_by_id[origin.original].name} ({origin.reason})"
    return line


def tables_shown(report: Report) -> Iterator[str]:
    """The happenings as tables, in rich markup: for each facet its finding and each outlet's words."""
    for table in tables(report):
        yield ""
        yield f"[bold]{escape(table.happening)}[/bold]"
        for row in table.rows:
            icon, style = ICON[row.fact.finding], STYLE[row.fact.finding]
            said = zip(table.outlets, row.cells, strict=True)
            cells = " · ".join(f"{escape(outlet)} “{escape(shortened(words, _WORDS))}”" for outlet, words in said if words)
            yield f"    [{style}]{icon}[/{style}] {escape(row.fact.facet)}: {cells}"


def shown(report: Report, verdicts: Collection[Verdict] = tuple(Verdict)) -> list[Fact]:
    """The facts with an independent pair of one of the verdicts, in the report's order: the most urgent first."""
    return [
        fact
        for fact in report.facts
        if any(j.verdict in verdicts and report.independent(j) for j in report.judgements_of[fact.id])
    ]


def _fact(report: Report, fact: Fact) -> Iterator[str]:
    icon, style = ICON[fact.finding], STYLE[fact.finding]
    origins = f" ({fact.origins} origins)" if fact.origins > 1 else ""
    yield f"[{style}]{icon} {fact.finding.value}[/{style}]  [bold]{escape(fact.headline)}[/bold]{origins}"
    if fact.positions:
        yield f"    [bold]{escape(in_words(fact, report.claim_by_id))}[/bold]"
    seen = set()
    for key in fact.claims:
        claim, document = report.claim_by_id[key], report.document_of(key)
        who = " <- ".join((document.name, *claim.speakers))
        line = f"    {escape(who)}: “{escape(shortened(claim.text, _WORDS))}”"
        if line not in seen:
            seen.add(line)
            yield line
    strongest = [j for j in report.judgements_of[fact.id] if j.verdict is Verdict.CONTRADICT and report.independent(j)]
    for reason in sorted({j.reason for j in strongest})[:3]:
        yield f"    [red]→ {escape(' '.join(reason.split()))}[/red]"
    if len(fact.values) > 1:
        yield f"    [dim]{escape(support(fact))}[/dim]"
    if fact.silent:
        yield f"    [dim]silent: {escape(', '.join(fact.silent))}[/dim]"


def support(fact: Fact) -> str:
    """The values of a fact with the origins behind each: "best supported by independent origins: 40 (2); then 38 (1)"."""
    words = [f"{interval(value.low, value.high)} ({value.origins} of {fact.origins})" for value in fact.values]
    return f"best supported by independent origins: {words[0]}; then {', '.join(words[1:])}"


def interval(low: float, high: float) -> str:
    """An interval in words: "33", "30 or more", "up to 33", "24 to 99"."""
    if low == high:
        return number(low)
    if high == inf:
        return f"{number(low)} or more"
    return f"up to {number(high)}" if low in (0, -inf) else f"{number(low)} to {number(high)}"


def escape(text: str) -> str:
    """Text of an article made harmless for a terminal: no markup, no control characters."""
    return escape_markup("".join(c if c.isprintable() else " " for c in strip_control_codes(text)))
