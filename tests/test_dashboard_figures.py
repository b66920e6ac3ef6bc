"""Figures and names on the screen: those that matter stand where they are looked for, short enough to be read."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from math import inf

import pytest
import reports

from factcheck.dashboard import card, evidence, overview, texts, values, words
from factcheck.judgement import Finding, Stated, Value


def test_the_line_of_a_contradiction_shows_the_figures_that_contradict() -> None:
    """What contradicts 7 is "at least 9", which supports no value of its own; other facts show their best supported values."""
    small = reports.small()
    history = tuple(
        Stated(date(2024, 5, 14), low, high, "A", it.id) for it, low, high in ((reports.SEVEN, 7, 7), (reports.NINE, 9, inf))
    )
    fact = replace(reports.KILLED, history=history, values=(Value(7, 7, 1, ("A",)),))
    agreed = replace(fact, finding=Finding.AGREED)
    for it, line in ((fact, "7 ≠ 9 or more"), (agreed, "7")):
        others = tuple(other for other in small.facts if other.id != it.id)
        assert values.stated(replace(small, facts=(it, *others)), it) == line


def test_a_file_stands_for_an_unknown_outlet_and_is_short() -> None:
    """The head of a column in the heat map: both ends of the file's name, the whole of it on hover; an outlet as it is."""
    small = reports.small()
    unknown = replace(small.documents[0], outlet="", path="upload/1923848178_harbour_evening.txt")
    (head,) = re.findall("<thead>.*</thead>", overview.grid(replace(small, documents=(unknown, *small.documents[1:])), ()))
    assert 'title="unknown outlet (1923848178_harbour_evening)"' in head
    assert ">192384…r_evening</span>" in head
    assert "Inland Courier</th>" in head


@pytest.mark.parametrize(
    ("name", "most", "short"),
    [("abc", 3, "abc"), ("abcdefghij", 6, "ab…hij"), ("abcdefghij", 9, "abc…fghij"), ("", 4, "")],
)
def test_a_shortened_name_keeps_both_ends(name: str, most: int, short: str) -> None:
    """No longer than it may be, and whole where it fits."""
    assert words.shortened(name, most) == short


def test_what_is_compared_is_told_only_where_it_has_a_name() -> None:
    """A facet that is known by its words alone says nothing to a reader."""
    assert texts.ABOUT.format("killed") in card.body(reports.small(), reports.KILLED)
    assert "What is compared" not in card.body(reports.small(), replace(reports.KILLED, facet="other"))


def test_claims_of_one_value_are_named_in_order() -> None:
    """The numbers beside a value rise, however the outlets stated it."""
    assert evidence.numbers(reports.KILLED, reversed(reports.KILLED.claims)) == "".join(
        evidence.number(reports.KILLED, claim) for claim in reports.KILLED.claims
    )


def test_two_articles_of_one_outlet_are_told_apart() -> None:
    """By their titles; where an outlet has one article its name is enough."""
    small = reports.small()
    first, second, *others = small.documents
    twin = replace(second, outlet=first.outlet, title="Second look")
    both = replace(small, documents=(first, twin, *others))
    assert values.called(small, first) == first.name
    assert values.called(both, twin) == f"{first.name} (“Second look”)"
