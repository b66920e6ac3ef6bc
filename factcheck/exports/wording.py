"""What brief and Markdown say in words of their own (plain text, not yet escaped)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from claims.document import Document
from claims.times.window import Window
from factcheck.judgement import Fact, Finding
from factcheck.report import Origin, Report
from factcheck.reviewing.reviews import Standing, Status

WORDS = {finding: finding.value.replace("-", " ").capitalize() for finding in Finding}
"""A finding as a heading."""

LINES = {
    Finding.CONTRADICTED: "At least two independent claims cannot both be true.",
    Finding.UNCLEAR: "The claims speak of one matter, but nothing decides whether they agree.",
    Finding.COMPATIBLE: "The claims differ, but they can all be true.",
    Finding.AGREED: "Two or more independent origins say the same.",
    Finding.REPEATED: "Several articles say it, but they share one origin.",
    Finding.SINGLE_SOURCE: "Only one origin says it, so there is nothing to compare it with.",
}
"""What each finding means, in one sentence."""

SET_ASIDE = "Set aside by a reviewer"
NOT_USED = "Could not be used"
ONE_TEXT = "One text in several articles, counted as one origin"
HOW_MADE = (
    "Made by factcheck-compare {version} from the words of the articles. "
    "It shows what they say, not what is true; that stays for a person to find out."
)


def title_of(report: Report) -> str:
    """How many articles of how many outlets, and of how many events where there are several."""
    events = {document.event for document in report.documents}
    outlets = len({document.name for document in report.documents})
    articles = f"{count(len(report.documents), 'article')} from {count(outlets, 'outlet')}"
    return f"{articles}, fact by fact" if len(events) <= 1 else f"{articles} on {len(events):,} events, fact by fact"


def lead_of(report: Report) -> str:
    """The outlets, and from when to when they wrote."""
    names = sorted({document.name for document in report.documents})
    days = sorted(document.published for document in report.documents if document.published)
    when = "" if not days else day(days[0]) if days[0] == days[-1] else f"{day(days[0])} to {day(days[-1])}"
    return ". ".join(filter(None, (listed(names), when)))


def by_finding(facts: Sequence[Fact], standings: Mapping[str, Standing]) -> tuple[list[tuple[Finding, list[Fact]]], list[Fact]]:
    """The facts by finding, the most urgent first, a person's where there is one; and those that a person rejected."""
    sections: dict[Finding, list[Fact]] = {finding: [] for finding in Finding}
    aside = []
    for fact in facts:
        standing = standings.get(fact.id, Standing())
        if standing.status is Status.REJECTED:
            aside.append(fact)
        else:
            sections[standing.finding or fact.finding].append(fact)
    return [(finding, some) for finding, some in sections.items() if some], aside


def reviewed(fact: Fact, standing: Standing) -> list[str]:
    """What people decided and noted on a fact, a line each."""
    lines = []
    if standing.status is not Status.OPEN:
        decided = f"{standing.status.value.capitalize()} by {standing.reviewer}"
        if standing.finding and standing.finding is not fact.finding:
            decided += f": {WORDS[standing.finding].lower()}, where the tool says {WORDS[fact.finding].lower()}"
        lines.append(decided + ("; the tool finds something else since" if standing.stale else ""))
    if standing.checked:
        lines.append("Checked against the articles")
    return [*lines, *(f"{it.reviewer}: {' '.join(it.note.split())}" for it in standing.notes)]


def same_text(report: Report, origin: Origin) -> str:
    """Documents that share text: "Meridian and Sedrin Courier; probably first: Meridian (named as the source)"."""
    line = listed(list(dict.fromkeys(report.document_by_id[document].name for document in origin.documents)))
    if origin.credits:
        line += f"; credits {listed(list(origin.credits))}"
    if origin.original:
        line += f"; probably first: {report.document_by_id[origin.original].name} ({origin.reason})"
    return line


def day(when: date | None) -> str:
    """A date: "29 October 2024"; or that there is none."""
    return f"{when.day} {when:%B} {when.year}" if when else "no date"


def window(value: Window) -> str:
    """The claim's words for its time, with the days that they mean where these are known: "this week" (28 Oct to 3 Nov 2024)."""
    start, end = value.start, value.end
    if start and end:
        days = _short(start) if start == end else f"{_short(start)} to {_short(end)}"
    elif start or end:
        days = f"since {_short(start)}" if start else f"until {_short(end)}" if end else ""
    else:
        days = "no calendar date"
    return f"“{value.text}” ({days})"


def _short(when: date) -> str:
    return f"{when.day} {when:%b} {when.year}"


def attested(report: Report, fact: Fact) -> str:
    """By how many a fact is told: "3 outlets, 2 independent origins"."""
    return f"{count(len(report.outlets_of(fact)), 'outlet')}, {count(fact.origins, 'independent origin')}"


def silent_on(fact: Fact) -> str:
    """Who covers the event and does not mention a fact."""
    return f"Cover the event, but do not mention this: {listed(list(fact.silent))}."


def copied_by(copies: Sequence[Document]) -> str:
    """Which documents say the same as a copy of one text."""
    return f"Same text, one origin: {listed([document.name for document in copies])}."


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 fact", "1,200 facts"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(names: list[str]) -> str:
    """Names as a sentence has them: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
