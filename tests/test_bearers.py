"""Bearers: whose a figure is decides whether two figures are of one matter, whatever the words around them."""

from __future__ import annotations

import pytest
from handmade import amount, says, slot_score

from claims.claim import Claim
from factcheck.aligning.bearers import MANY_POINTS, start
from factcheck.aligning.slot import APART


def score(one: float, two: float, document: str) -> Claim:
    """A claim that gives a score."""
    points = amount(min(one, two), max(one, two), unit="score", role="", counted="")
    return says(f"They won {one:g}-{two:g}", "measure in score", document, quantities=(points,))


def test_one_score_of_an_event_is_of_one_match() -> None:
    """A score of many points hardly meets itself by chance, even less than one of few."""
    many, few = MANY_POINTS, MANY_POINTS - 1
    assert slot_score(score(3, many, "d1"), score(3, many, "d2"), 0.1) >= 0.7
    assert slot_score(score(3, few, "d1"), score(3, few, "d2"), 0.1) < 0.7
    assert slot_score(score(3, many, "d1"), score(4, many, "d2"), 0.1) < 0.7


def far(text: str, figure: str, document: str = "d1") -> Claim:
    """A claim that gives a distance, in the words `figure`."""
    at = text.index(figure)
    distance = amount(35, unit="km", role="", counted="")
    return says(text, "distance", document, quantities=(type(distance)(at, at + len(figure), 35, 35, unit="km"),))


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("It was 35 miles southwest of Morva", "35 miles", "Morva"),
        ("It was 60km south west of Port Belton", "60km", "Port Belton"),
        ("It lies 35 km (22 miles) from the city of Morva", "35 km", "Morva"),
        ("It lies 35 km off Morva", "35 km", "Morva"),
        ("They walked 35 km on Sunday", "35 km", None),
        ("They walked 35 km from the camp", "35 km", None),
    ],
)
def test_from_where_a_distance_is_told(text: str, figure: str, place: str | None) -> None:
    """The named place behind a direction."""
    assert start(far(text, figure)) == place


def test_distances_from_two_places_are_two() -> None:
    """However close the words."""
    here, there = far("35 km from Morva", "35 km"), far("35 km from Belton", "35 km", "d2")
    assert slot_score(here, there, 0.99) == APART
    assert slot_score(here, far("it was 35 km south of Morva", "35 km", "d2"), 0.4) >= 0.7
