"""Flights: who leaves a place counts as displaced, by whatever verb."""

from __future__ import annotations

import pytest
from handmade import amount, says, slot_score
from spacy.language import Language

from claims.claim import Claim
from claims.figures.quantities import quantities
from factcheck.aligning.slot import APART


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Hundreds of villagers escaped the rebel stronghold of Morva.", "displaced"),
        ("Some 300 people escaped from Morva on Sunday.", "displaced"),
        ("About 4,000 people left their homes.", "displaced"),
        ("Floods drove 2,000 people from their homes.", "displaced"),
        ("More than 2,000 people were forced from their homes.", "displaced"),
        ("Two men left the house.", ""),  # they went out
        ("Three men escaped the fire.", ""),
        ("Three robbers escaped from Morva.", ""),  # who flees from the police is not displaced
        ("Four players left the country.", ""),
    ],
)
def test_flight(text: str, role: str, nlp: Language) -> None:
    """Homes, or an escape from a town; not everybody who goes somewhere."""
    assert [q.role for q in quantities(nlp(text))] == [role]


def displaced(number: float, document: str) -> Claim:
    """A claim that so many were displaced."""
    count = amount(number, counted="people", role="displaced")
    return says(f"{number:g} people fled", "displaced", document, quantities=(count,))


def test_those_who_flee_a_town_are_not_the_displaced_of_a_war() -> None:
    """As tolls, counts of another scale are of other things."""
    assert slot_score(displaced(600, "d1"), displaced(2e6, "d2"), 0.9) == APART
    assert slot_score(displaced(600, "d1"), displaced(900, "d2"), 0.9) > 0.9
