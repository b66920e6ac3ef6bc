"""The brief as Markdown (CommonMark with tables), for a note, an issue or a wiki; the differing words are bold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TextIO

from claims.document import Document
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
from factcheck.views.differing import Part
from factcheck.views.strips import strip

# What could begin a mark anywhere in a line; and what could begin a list or a heading at its start.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_START = re.compile(r"^(\d+)?([.)+=-])")


def plain(text: str) -> str:
    """The text as Markdown that shows exactly these words, on one line."""
    return _START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", " ".join(text.split())))


def write_markdown(
    report: Report,
    out: TextIO,
    facts: Collection[str] | None = None,
    standings: Mapping[str, Standing] | None = None,
) -> None:
    """Write the facts, the most urgent first, then the sources; of the facts (ids) named, if any are.

    `standings` say where facts stand after their reviews; what a person rejected comes last.
    """
    for line in _lines(report, chosen(report, facts), standings or {}):
        out.write(line + "\n")


def _lines(report: Report, facts: Sequence[Fact], standings: Mapping[str, Standing]) -> Iterator[str]:
    sections, aside = by_finding(facts, standings)
    yield f"# {plain(title_of(report))}"
    yield ""
    yield f"{plain(lead_of(report))}"
    yield ""
    yield " · ".join(f"{ICON[finding]} {len(some):,} {finding.value.replace('-', ' ')}" for finding, some in sections)
    for failure in report.failed:
        yield f"\n{NOT_USED}: {plain(failure.path)}: {plain(failure.reason)}"
    for finding, some in sections:
        yield f"\n## {WORDS[finding]} ({len(some):,})\n\n{LINES[finding]}{_gap(finding)}"
        for fact in some:
            yield from _fact(report, fact, standings.get(fact.id, Standing()))
    if aside:
        yield f"\n## {SET_ASIDE} ({len(aside):,})"
        for fact in aside:
            yield from _fact(report, fact, standings.get(fact.id, Standing()))
    yield "\n## Sources\n"
    for document in report.documents:
        yield f"- **{plain(document.name)}**, {day(document.published)}: {_linked(document)}"
    if report.origins:
        yield f"\n{ONE_TEXT}:\n"
        yield from (f"- {plain(same_text(report, origin))}" for origin in report.origins)
    yield f"\n{HOW_MADE.format(version=_inner(report.version))}"


def _gap(finding: Finding) -> str:
    """An empty line before facts that are lines of one list."""
    return "\n" if finding is Finding.SINGLE_SOURCE else ""


def _fact(report: Report, fact: Fact, standing: Standing) -> Iterator[str]:
    it = told(report, fact)
    if fact.finding is Finding.SINGLE_SOURCE:
        review = "".join(f" *{plain(line)}.*" for line in reviewed(fact, standing))
        yield from (f"- {_voice(voice)}{review}" for voice in it.voices[:1])
        return
    yield f"\n### {plain(fact.headline)}\n"
    yield f"**{plain(it.reason)}** ({attested(report, fact)})\n"
    yield from (f"*{plain(line)}.*\n" for line in reviewed(fact, standing))
    yield from _values(report, fact)
    yield from (f"{voice.number}. {_voice(voice)}" for voice in it.voices)
    if fact.silent:
        yield f"\n{plain(silent_on(fact))}"


def _values(report: Report, fact: Fact) -> Iterator[str]:
    drawn = strip(report, fact)
    if drawn is None:
        return
    yield f"| Published | Outlet | Value{f' ({plain(drawn.unit)})' if drawn.unit else ''} | Time |\n| --- | --- | --- | --- |"
    for it in drawn.intervals:
        when = plain(window(it.window)) if it.window else ""
        yield f"| {day(it.published)} | {plain(it.outlet)} | {plain(it.label)} | {when} |"
    yield ""


def _voice(voice: Voice) -> str:
    words = "".join(f"**{plain(text)}**" if part is Part.DIFFERS else _inner(text) for part, text in voice.sentence)
    by = ", ".join(filter(None, (day(voice.document.published), plain(voice.speaker))))
    copies = f" {plain(copied_by(voice.copies))}" if voice.copies else ""
    return f"**{plain(voice.document.name)}** ({by}): “{words}”{copies}"


def _inner(text: str) -> str:
    """A piece of a sentence: escaped, with the spaces at its ends kept."""
    return _MARKS.sub(r"\\\1", re.sub(r"\s+", " ", text))


def _linked(document: Document) -> str:
    """An article's title as a link to it, where it has one that Markdown can hold."""
    title = plain(document.title or document.path)
    return f"[{title}](<{document.link}>)" if document.link and not re.search(r"[\s<>]", document.link) else title
