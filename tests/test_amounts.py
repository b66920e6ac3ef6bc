"""Amounts: what befell the goods that a sum is the worth of, and when two such sums contradict each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from handmade import amount, says
from spacy.language import Language

from claims.claim import Claim, Window
from claims.courses import courses_of
from claims.figures.amounts import BOUGHT, DAMAGE, FINE, RANSOM, STOLEN
from claims.figures.measures import Measured
from claims.figures.quantities import quantities
from claims.times.window import Granularity
from factcheck.judging.occasions import NOTHING_KNOWN, SAME_OPENING, Around
from factcheck.judging.samething import MAX_RATIO, surely_one_measure

ALIKE = Around(openings=SAME_OPENING)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("Two gunmen made off with $13-million of pearls.", STOLEN),
        ("Paintings worth over $60 million were stolen from the museum.", STOLEN),
        ("Raiders snatched $18 million worth of coins in Belton.", STOLEN),
        ("The haul was worth $90 million, police said.", STOLEN),
        ("The stolen paintings are valued at $12 million.", STOLEN),
        ("The bank was robbed of $4 million.", STOLEN),
        ("Raiders in masks steal €80 million from Morva museum", STOLEN),  # a headline
        ("The flood caused $3 million in damage.", DAMAGE),
        ("Damage was put at 3 million dollars.", DAMAGE),
        ("The court fined Norvac $5 million.", FINE),
        ("Norvac must pay a $5 million fine.", FINE),
        ("Norvac agreed to buy Telmar for $3 billion.", BOUGHT),
        ("Kidnappers demanded a ransom of $2 million.", RANSOM),
    ],
)
def test_what_a_sum_is_of(text: str, thing: str, nlp: Language) -> None:
    """One name for what befell the goods, whatever they are called."""
    assert [q.measured.thing for q in quantities(nlp(text)) if q.measured is not None] == [thing]


@pytest.mark.parametrize(
    "text",
    [
        "The jury awarded her $5 million in damages.",
        "Norvac bought a $12 million jet.",  # one of the many things that it has
        "Sales rose to $3 billion.",
        "The company lost $5 million.",
    ],
)
def test_other_sums(text: str, nlp: Language) -> None:
    """A sum of which no such word tells goes by its own noun."""
    things = {q.measured.thing for q in quantities(nlp(text)) if q.measured is not None}
    assert (things.isdisjoint({STOLEN, DAMAGE, FINE, RANSOM}) and things != {BOUGHT}) or "shares" in text


def test_euros_in_plain_letters(nlp: Language) -> None:
    """Texts that have lost their signs write an E, before millions only."""
    (sum_,) = quantities(nlp("Raiders took e80 million from a shop."))
    assert (sum_.unit, sum_.low) == ("EUR", 80e6)
    assert not [q for q in quantities(nlp("The E3 fair opened.")) if q.unit]


def worth(value: float, document: str, text: str = "", unit: str = "USD", thing: str = STOLEN, **slots: Any) -> Claim:
    """A claim that things of such a worth were stolen."""
    words = text or f"{document} tells of {value:g}"
    at = words.index(f"{value:g}")
    quantity = replace(
        amount(value, unit=unit, role="", counted="", measured=Measured(thing)), start=at, end=at + len(f"{value:g}")
    )
    return says(words, f"measure in {unit}", document, quantities=(quantity,), **slots)


def deal(value: float, document: str, *names: str) -> Claim:
    """A claim that something was bought for so much."""
    return worth(value, document, thing=BOUGHT, names=names)


LONG_AGO = Window(date(2003, 1, 1), date(2003, 12, 31), "in 2003", Granularity.YEAR)


@pytest.mark.parametrize(
    ("one", "two", "around", "same"),
    [
        (worth(102, "d1"), worth(108, "d2"), ALIKE, True),
        (worth(102, "d1"), worth(108, "d2"), NOTHING_KNOWN, False),
        (worth(102, "d1"), worth(108, "d2"), Around(openings=SAME_OPENING - 0.01), False),
        (worth(102, "d1"), worth(108, "d1", "another hears of 108"), ALIKE, False),
        (worth(102, "d1"), worth(108, "d2", unit="EUR"), ALIKE, False),
        (worth(102, "d1"), worth(108, "d2", thing=FINE), ALIKE, False),
        (worth(102, "d1", thing="sale"), worth(108, "d2", thing="sale"), ALIKE, False),
        (worth(100, "d1"), worth(100 * MAX_RATIO + 1, "d2"), ALIKE, False),
        (worth(102, "d1"), worth(108, "d2", window=LONG_AGO), ALIKE, False),
        (worth(102, "d1"), worth(60, "d2", "including a ring worth 60 USD or more"), ALIKE, False),
        (deal(30, "d1", "Norvac", "Telmar"), deal(32, "d2", "Telmar", "Norvac"), ALIKE, True),
        (deal(30, "d1", "Norvac", "Telmar"), deal(32, "d2", "Norvac", "Pellin"), ALIKE, False),
        (worth(30, "d1", thing=DAMAGE), worth(20, "d2", "damage to cars came to 20", thing=DAMAGE), ALIKE, False),
    ],
    ids=[
        "two articles on one story",
        "articles of which nothing is known",
        "articles that begin otherwise",
        "one article",
        "two currencies",
        "a haul and a fine",
        "sales, of which there are many",
        "so many times more",
        "a heist of years ago",
        "some of the haul",
        "one deal",
        "two deals of one buyer",
        "some of the damage",
    ],
)
def test_sums_of_one_haul(one: Claim, two: Claim, around: Around, same: bool) -> None:
    """Whatever the words, where two articles begin with one thing."""
    assert surely_one_measure(one, two, 0.2, around) is same
    assert surely_one_measure(two, one, 0.2, around) is same


def test_a_haul_goes_nowhere(nlp: Language) -> None:
    """ "Damage rose to $3 million" is no course of an indicator."""
    assert courses_of(quantities(nlp("Damage rose to $3 million."))) == {}
