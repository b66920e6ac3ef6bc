"""Whether two figures without a role are surely of one thing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from handmade import amount, says

from claims.claim import Claim, Window
from claims.figures.measures import Measured
from claims.times.window import Granularity
from factcheck.judging.occasions import SAME_OPENING, Around
from factcheck.judging.samething import MAX_RATIO, SAME_BEFELL, surely_one_measure

ALIKE = Around(openings=SAME_OPENING)
CLOSE = SAME_BEFELL


def count(low: float, counted: str = "cables", document: str = "d1", predicate: str = "fail", **slots: Any) -> Claim:
    """So many things of which something is told."""
    high, part = slots.pop("high", None), slots.pop("part", False)
    quantity = amount(low, high, "" if high is None else "up to", counted, role="", part=part)
    told = {"quantities": (quantity,), "predicate": predicate, "lemmas": (), **slots}
    return says(f"{low:g} {counted} {predicate}", f"number of {counted}", document, **told)


@pytest.mark.parametrize(
    ("left", "right", "cosine", "around", "one"),
    [
        (count(2), count(3, document="d2", predicate="break"), CLOSE, ALIKE, True),
        (count(2), count(3, document="d2", predicate="break"), CLOSE - 0.01, ALIKE, False),
        (count(2), count(3, document="d2"), 0.1, ALIKE, True),
        (count(2, "deep cables"), count(3, "deep cables", "d2", "break"), 0.1, ALIKE, True),
        (count(2), count(3, "lines", "d2"), CLOSE, ALIKE, False),
        (count(2), count(3), CLOSE, ALIKE, False),
        (count(2), count(3, document="d2"), CLOSE, Around(), False),
        (count(2), count(3, document="d2"), CLOSE, Around(openings=SAME_OPENING - 0.01), False),
        (count(1), count(3, document="d2"), CLOSE, ALIKE, False),
        (count(2), count(2 * MAX_RATIO, document="d2"), CLOSE, ALIKE, True),
        (count(2), count(2 * MAX_RATIO + 1, document="d2"), CLOSE, ALIKE, False),
        (count(2), count(0, document="d2", high=4), CLOSE, ALIKE, False),
        (count(2, "people"), count(3, "people", "d2"), CLOSE, ALIKE, False),
        (count(2, "soldiers"), count(3, "soldiers", "d2"), CLOSE, ALIKE, False),
        (count(2, "shells"), count(3, "shells", "d2"), CLOSE, ALIKE, False),
        (count(2, published=date(2024, 5, 13)), count(3, document="d2", published=date(2024, 5, 14)), CLOSE, ALIKE, True),
        (count(2, published=date(2024, 5, 13)), count(3, document="d2", published=date(2024, 5, 15)), CLOSE, ALIKE, False),
        (count(2, part=True), count(3, document="d2"), CLOSE, ALIKE, False),
        (count(2, "bombers"), count(3, "attackers", "d2"), CLOSE, ALIKE, True),
    ],
    ids=[
        "close words",
        "words that are not close",
        "one verb",
        "described alike",
        "other things",
        "one article",
        "articles of which nothing is known",
        "articles that begin otherwise",
        "one of many",
        "three times as many",
        "more than that",
        "a bound",
        "people in general",
        "soldiers, of whom there are many groups",
        "shells, of which many fall",
        "told a day apart",
        "told two days apart",
        "some of the cables",
        "who did it",
    ],
)
def test_counts_of_one_thing(left: Claim, right: Claim, cosine: float, around: Around, one: bool) -> None:
    """Flat counts of the same things in two articles on one story; whichever stands first."""
    assert surely_one_measure(left, right, cosine, around) is one
    assert surely_one_measure(right, left, cosine, around) is one


def test_things_that_were_damaged() -> None:
    """Counts of one role are of one deed by whatever verb; of two only where the words are close."""

    def harmed(low: float, role: str, document: str, verb: str) -> Claim:
        return says(
            f"{low:g} cables {verb}", role, document, quantities=(amount(low, counted="cables", role=role),), predicate=verb
        )

    cut, down = harmed(2, "damaged", "d1", "cut"), harmed(3, "damaged", "d2", "go")
    assert surely_one_measure(cut, down, 0.1, ALIKE)
    assert not surely_one_measure(cut, harmed(3, "fired", "d2", "go"), 0.1, ALIKE)


def measured(value: float, thing: str, unit: str, document: str, **slots: Any) -> Claim:
    """A measured figure."""
    quantity = amount(value, unit=unit, role="", counted="", measured=Measured(thing))
    return says(f"{document} gives {value}", f"measure in {unit}", document, quantities=(quantity,), **slots)


def test_a_quake_has_one_magnitude() -> None:
    """Whatever the words, times and names around it; other measures need a common time."""
    quakes = measured(5.9, "earthquake magnitude", "magnitude", "d1"), measured(6.1, "earthquake magnitude", "magnitude", "d2")
    rates = measured(5.9, "inflation", "%", "d1"), measured(6.1, "inflation", "%", "d2")
    assert surely_one_measure(*quakes, 0.2, Around())
    assert not surely_one_measure(*rates, 0.2, Around())


def test_other_quakes_have_magnitudes_of_their_own() -> None:
    """Aftershocks are many, and a quake of years ago is another one; however close the words."""
    for thing in ("aftershock magnitude", "magnitude of another earthquake"):
        shocks = measured(4.9, thing, "magnitude", "d1"), measured(5.2, thing, "magnitude", "d2")
        assert not surely_one_measure(*shocks, 0.95, Around())
    long_ago = Window(date(2003, 1, 1), date(2003, 12, 31), "in 2003", Granularity.YEAR)
    then = measured(5.2, "earthquake magnitude", "magnitude", "d1", window=long_ago)
    assert not surely_one_measure(then, measured(5.9, "earthquake magnitude", "magnitude", "d2"), 0.2, Around())
