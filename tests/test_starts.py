"""Starts: since when a war, a siege or an outbreak lasts, by its first day or by its length."""

from __future__ import annotations

from datetime import date

import pytest
from handmade import days, says
from spacy.language import Language

from claims.document import Document
from claims.extraction import extract
from claims.starts import BEGINS, START, starts
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.starts import compare_starts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Torvay's conflict erupted in 2011.", [("conflict", BEGINS)]),
        ("The outbreak was first seen in Karsk and broke out in May.", []),  # its own verb tells another thing
        ("The epidemic broke out in May.", [("outbreak", BEGINS)]),
        ("The siege began on Sunday.", [("siege", BEGINS)]),
        ("The talks are to end Torvay's five-year-old war.", [("conflict", "5 year")]),
        ("The 10-day-old assault has emptied the town.", [("offensive", "10 day")]),
        ("The eight-year war ended in 1988.", []),  # nobody counts back from today
        ("The five-year plan began in May.", []),
        ("The price war began in May.", []),
        ("A sixty-year-old war veteran spoke.", []),
        ("The war will begin on Monday.", []),
        ("The assault, which may begin in May, frightens Karsk.", []),
        ("The three-day protest starts on Friday.", []),
        ("A planned two-day protest was called off.", []),
        ("A planned three-month siege was called off.", []),
        ("The three-week offensive has emptied Karsk.", []),  # a length of days may be one that is planned
        ("The six-month siege has emptied Karsk.", [("siege", "6 month")]),
        ("The war on drugs began in 1971.", []),
        ("Chelsea's assault on the title began in May.", []),
        ("The assault on Karsk began in May.", [("offensive", BEGINS)]),
    ],
)
def test_starts(text: str, wanted: list[tuple[str, str]], nlp: Language) -> None:
    """What lasts, and how its start is told."""
    assert [(start.thing, start.told) for start in starts(nlp(text)[:])] == wanted


def test_a_start_without_a_time_is_none(nlp: Language) -> None:
    """ "The war began with protests" does not say since when."""
    for text, there in (("The war began with protests.", False), ("The war began in March 2011.", True)):
        assert any(c.facet.startswith(START) for c in extract(Document("d", text), nlp).claims) is there


@pytest.mark.parametrize(("published", "there"), [(date(2024, 5, 1), False), (date(2024, 5, 20), True)])
def test_what_is_to_come_has_not_begun(published: date, there: bool, nlp: Language) -> None:
    """A day after that of the article is one on which the thing is to begin."""
    document = Document("d", "The offensive on Karsk, launched on 10 May 2024, is the third.", published=published)
    assert any(c.facet.startswith(START) for c in extract(document, nlp).claims) is there


def told(text: str, predicate: str, document: str = "d2", **slots: object):  # type: ignore[no-untyped-def]
    """A claim on the start of a conflict, of an article of August 2016."""
    return says(text, f"{START}conflict", document, predicate=predicate, published=date(2016, 8, 7), **slots)


IN_2011 = days("2011-01-01", "2011-12-31", "in 2011")


@pytest.mark.parametrize(
    ("two", "verdict"),
    [
        (told("the war began in 2011", BEGINS, window=IN_2011), Verdict.AGREE),
        (told("the five-year-old conflict", "5 year"), Verdict.AGREE),
        (told("the nine-year-old conflict", "9 year"), Verdict.UNCLEAR),
        (told("Orlia's war began in 2011", BEGINS, window=IN_2011, places=("Orlia",)), Verdict.UNCLEAR),
    ],
)
def test_two_starts(two, verdict: Verdict) -> None:  # type: ignore[no-untyped-def]
    """A month lies in its year, and a length counts back from the day of its article, give or take one."""
    march = days("2011-03-01", "2011-03-31", "in March 2011")
    one = told("the war began in March 2011", BEGINS, "d1", places=("Torvay",), window=march)
    for found in (compare_starts(one, two, 0.2), compare_starts(two, one, 0.2)):
        assert found is not None
        assert VERDICT_OF[found[0]] is verdict


def test_the_year_lies_in_the_middle() -> None:
    """Two lengths of five years count back to one year, not to the first that they allow."""
    found = compare_starts(told("the five-year war", "5 year", "d1"), told("the five-year-old conflict", "5 year"), 0.6)
    assert found is not None
    assert "2011" in found[2]
