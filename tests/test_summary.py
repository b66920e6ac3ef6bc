"""Summary: what a person reads on the terminal."""

from __future__ import annotations

import io
from dataclasses import replace
from math import inf

import pytest
import reports
from rich.console import Console

from factcheck.judgement import ICON, Finding, Value, Verdict
from factcheck.report import Report
from factcheck.summary import STYLE, interval, shown, summary


def printed(report: Report, verdicts: tuple[Verdict, ...] = tuple(Verdict)) -> str:
    """The summary as a terminal without colours shows it."""
    out = io.StringIO()
    console = Console(file=out, width=300, highlight=False, soft_wrap=True)
    for line in summary(report, verdicts):
        console.print(line)
    return out.getvalue()


def test_first_lines_count_everything() -> None:
    """The summary opens with how much was read, and how many facts have which finding."""
    lines = printed(reports.small()).splitlines()
    assert lines[0] == "3 articles from 3 outlets, 2 events, 10 claims, 5 facts"
    assert lines[1] == "≠ 2 contradicted  ≈ 1 compatible  = 1 agreed  · 1 single-source"


def test_documents_of_one_text_are_named() -> None:
    """Who shares text with whom stands in one line, with the probable original and why."""
    assert (
        "⧉ one text: Harbour Gazette, unknown outlet (morning); probably first: Harbour Gazette (the most complete)"
        in printed(reports.small())
    )


def test_values_and_silent_outlets_stand_below_the_claims() -> None:
    """The best supported value comes first, with its origins of all; outlets that do not mention the fact come last."""
    values = (Value(7, 7, 2, ("A", "B")), Value(9, inf, 1, ("C",)), Value(0, 5, 1, ("D",)), Value(3, 6, 1, ("D",)))
    small = reports.small()
    facts = tuple(replace(f, values=values, silent=("Post", "Herald")) for f in small.facts)
    text = printed(replace(small, facts=facts))
    assert "best supported by independent origins: 7 (2 of 2); then 9 or more (1 of 2), up to 5 (1 of 2), 3 to 6 (1 of 2)" in text
    assert "    silent: Post, Herald" in text
    assert "true" not in text


def test_each_fact_has_headline_finding_and_each_outlets_words() -> None:
    """Below the headline each outlet's words stand with the outlet's name and the speaker."""
    text = printed(reports.small())
    assert "≠ contradicted  Seven passengers died (2 origins)" in text
    assert "Harbour Gazette: “Seven passengers died on Monday”" in text
    assert "Inland Courier <- the coast guard: “Nine passengers were killed on Monday”" in text
    assert "→ 7 dead cannot be 9 dead on the same day." in text


def test_facts_are_shown_in_the_order_of_the_report() -> None:
    """The report is in the order of urgency; the summary keeps it."""
    small = reports.small()
    assert [f.id for f in shown(small)] == [f.id for f in small.facts if f.finding is not Finding.SINGLE_SOURCE]
    turned = replace(small, facts=small.facts[::-1])
    assert [f.id for f in shown(turned)] == [f.id for f in shown(small)][::-1]


def test_only_facts_with_a_pair_of_the_verdicts() -> None:
    """With a filter only facts with such a pair are shown; the others are still counted."""
    assert {fact.finding for fact in shown(reports.small(), (Verdict.AGREE,))} == {Finding.AGREED, Finding.COMPATIBLE}
    assert "2 contradicted" in printed(reports.small(), (Verdict.AGREE,))
    assert shown(reports.small(), (Verdict.UNCLEAR,)) == []


def test_markup_in_articles_is_text() -> None:
    """Square brackets of an article, an outlet or a headline are shown, not taken for rich's markup."""
    tricky = "[red]x[/red] [/] [bold [link=file:///etc/passwd]y[/link] \\[a]"
    small = reports.small()
    report = replace(
        small,
        documents=tuple(replace(d, outlet=f"{tricky}{d.id}") for d in small.documents),
        claims=tuple(replace(c, text=tricky, speakers=(tricky,)) for c in small.claims),
        facts=tuple(replace(f, headline=tricky) for f in small.facts),
        judgements=tuple(replace(j, reason=tricky) for j in small.judgements),
    )
    text = printed(report)
    assert f"contradicted  {tricky}" in text
    assert f"{tricky}d1 <- {tricky}: “{tricky}”" in text
    assert f"→ {tricky}" in text


def test_backslash_before_a_bracket_stays() -> None:
    """A text that ends in a backslash does not swallow what follows."""
    small = reports.small()
    report = replace(small, facts=tuple(replace(f, headline="C:\\") for f in small.facts))
    assert "contradicted  C:\\ (2 origins)" in printed(report)


def test_line_breaks_of_an_article_do_not_break_the_list() -> None:
    """A claim over several lines is shown on one."""
    small = reports.small()
    report = replace(small, claims=tuple(replace(c, text="one\ntwo\r\nthree") for c in small.claims))
    assert "“one two three”" in printed(report)


def test_control_characters_of_an_article_do_not_reach_the_terminal() -> None:
    """An article cannot clear the screen, rename the window or hide lines of the summary."""
    small = reports.small()
    report = replace(small, claims=tuple(replace(c, text="three \x1b[2Jfour \x9b31m") for c in small.claims))
    assert not {"\x1b", "\x9b"} & set(printed(report))


def test_findings_are_told_apart_without_colour() -> None:
    """Each finding has an icon of its own."""
    assert set(STYLE) == set(ICON) == set(Finding)
    assert len(set(ICON.values())) == len(Finding)


def test_no_articles() -> None:
    """An empty report has a first line."""
    assert printed(Report((), (), (), (), (), ())).startswith("0 articles from 0 outlets")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (33, 33, "33"),
        (30, inf, "30 or more"),
        (0, 33, "up to 33"),
        (-inf, 2, "up to 2"),  # of a rate of growth, which may be negative
        (24, 99, "24 to 99"),
        (-2, 0, "-2 to 0"),
    ],
)
def test_an_interval_in_words(low: float, high: float, words: str) -> None:
    """An open end is said, never shown as a number."""
    assert interval(low, high) == words
