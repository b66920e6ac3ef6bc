"""A happening as a table: facets down, outlets across, each cell in its outlet's own words."""

from __future__ import annotations

from dataclasses import replace

import reports
from handmade import article

from claims.claim import Claim, Quantity, Window
from factcheck.aligning.happenings import tables
from factcheck.judgement import Fact, Finding
from factcheck.report import Report
from factcheck.summary import tables_shown

BLAST = "Port: blast"
FIRST = article("d1", "A blast killed at least 12 people at the mill on Monday.", outlet="Gazette", event="Port")
SECOND = article("d2", "Fifteen died at the mill. A bomb did it. It was Sunday.", outlet="Courier", event="Port")


def claim(document: str, facet: str, words: str, **slots: object) -> Claim:
    """A claim on some words of one of the two documents."""
    text = {"d1": FIRST, "d2": SECOND}[document].text
    start = text.index(words)
    end = start + len(words)
    return Claim(f"{document} {facet}", document, start, end, (0, len(text)), words, words, facet, **slots)  # type: ignore[arg-type]


def count(document: str, words: str, low: float) -> tuple[Quantity, ...]:
    """A count that stands where the words do."""
    start = {"d1": FIRST, "d2": SECOND}[document].text.index(words)
    return (Quantity(start, start + len(words), low, low, counted="people", role="killed"),)


CLAIMS = (
    claim("d1", "killed", "A blast killed at least 12 people", quantities=count("d1", "at least 12", 12)),
    claim("d2", "killed", "Fifteen died", quantities=count("d2", "Fifteen", 15)),
    claim("d1", "place", "at the mill", places=("the mill",)),
    claim("d2", "place", "at the mill", places=("the mill",)),
    claim("d1", "time", "on Monday", window=Window(None, None, "on Monday")),
    claim("d2", "time", "It was Sunday", window=Window(None, None, "Sunday")),
    claim("d2", "method", "A bomb did it"),
)


def report(*facts: tuple[str, str, tuple[str, ...]]) -> Report:
    """A report of these facts: (facet, happening, ids of claims)."""
    made = tuple(
        replace(reports.small().facts[0], id=f"f{n}", facet=facet, happening=happening, claims=keys, finding=Finding.CONTRADICTED)
        for n, (facet, happening, keys) in enumerate(facts)
    )
    return Report((FIRST, SECOND), (), CLAIMS, made, (), ())


def both(facet: str, happening: str = BLAST) -> tuple[str, str, tuple[str, ...]]:
    """A fact that both outlets tell."""
    return facet, happening, (f"d1 {facet}", f"d2 {facet}")


def test_each_cell_has_the_outlet_s_own_words() -> None:
    """Counts with their bound and noun, a time's words, a place; outlets by name."""
    (table,) = tables(report(both("killed"), both("place"), both("time")))
    assert table.happening == BLAST
    assert table.outlets == ("Courier", "Gazette")
    assert [(row.fact.facet, row.cells) for row in table.rows] == [
        ("killed", ("Fifteen people", "at least 12 people")),
        ("place", ("the mill", "the mill")),
        ("time", ("Sunday", "on Monday")),
    ]


def test_what_one_outlet_tells_is_no_row() -> None:
    """A facet of one outlet has nothing beside it; a happening left with a single facet is no table."""
    alone = ("method", BLAST, ("d2 method",))
    (table,) = tables(report(both("killed"), both("place"), alone))
    assert [row.fact.facet for row in table.rows] == ["killed", "place"]
    assert tables(report(both("killed"), alone)) == ()


def test_what_bears_only_the_event_s_name_is_no_happening() -> None:
    """Facts that belong to no one thing, and facts in words, stand in no table."""
    assert tables(report(both("killed", "Port"), both("place", "Port"), both("time", "Port"))) == ()
    worded: tuple[Fact, ...] = tuple(replace(f, facet="statement") for f in report(both("killed"), both("place")).facts)
    assert tables(replace(report(), facts=worded)) == ()


def test_the_fullest_table_comes_first() -> None:
    """Tables go by how many cells they fill, then by name."""
    facts = (both("killed", "Port: ambush"), both("place", "Port: ambush"), both("killed"), both("place"), both("time"))
    assert [table.happening for table in tables(report(*facts))] == [BLAST, "Port: ambush"]


def test_the_terminal_shows_a_table_line_by_line() -> None:
    """The happening, then for each facet its finding and who says what; brackets in words are no markup."""
    shown = list(tables_shown(report(both("killed"), both("place", BLAST))))
    assert shown[1] == f"[bold]{BLAST}[/bold]"
    assert "killed: Courier “Fifteen people” · Gazette “at least 12 people”" in shown[2]
    odd = replace(report(both("killed"), both("place")), documents=(replace(FIRST, outlet="[b]Gazette"), SECOND))
    assert any("\\[b]Gazette" in line for line in tables_shown(odd))
