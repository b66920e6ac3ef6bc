"""Like words about other people or places."""

from __future__ import annotations

import pytest
from handmade import says

from claims.claim import Claim
from factcheck.judging.others import others_named


def named(text: str, *names: str) -> Claim:
    """A claim in which these names were found."""
    return says(text, document=names[0], names=names, predicate="meet")


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        (named("the summit was held in Velsk", "Velsk"), named("the summit was held in Orsk", "Orsk"), "of others"),
        (named("Lind met Berg", "Lind", "Berg"), named("Berg met Lind", "Berg", "Lind"), "the other way round"),
        (
            named("the Kessim Observatory says that raids went on", "Kessim"),
            named("the Observatory says that raids went on", "Observatory"),
            "",
        ),
        (named("the summit was held in Velsk", "Velsk"), named("a summit was held in Velsk", "Velsk"), ""),
        (named("the summit was held in Velsk", "Velsk"), named("it rained all day in Orsk", "Orsk"), ""),
    ],
)
def test_others(one: Claim, two: Claim, told: str) -> None:
    """Another name in the same words is of others, unless it stands in the other claim as well."""
    for found in (others_named(one, two), others_named(two, one)):
        assert (told in found) if told else not found
