"""Aboard: whom a vehicle carries, and what two such claims say of each other."""

from __future__ import annotations

import pytest
from handmade import says
from spacy.language import Language

from claims.aboard import ABOARD, aboard
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.details import compare_details


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ferry was carrying tourists and soldiers.", {"tourist", "soldier"}),
        ("A bomb hit buses carrying civilians out of the town.", {"civilian"}),
        ("A convoy of buses evacuating residents was stopped.", {"resident"}),
        ("The miners were travelling by bus to Karsk.", {"miner"}),
        ("The truck was carrying flour.", set()),
        ("The nurse carried a child.", set()),
        ("Jets carried out raids on the villagers.", set()),  # another verb
        ("The aircraft carried the airstrike to the coast.", set()),  # no person, whatever it counts as
        ("The talks carried risks for residents.", set()),
    ],
)
def test_aboard(text: str, wanted: set[str], nlp: Language) -> None:
    """People in vehicles, and no freight."""
    assert aboard(nlp(text)[:]) == wanted


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("civilian", "civilian", Verdict.AGREE),
        ("civilian", "fighter resident", Verdict.COMPATIBLE),
        ("resident", "fighter resident", Verdict.COMPATIBLE),
    ],
)
def test_two_loads(one: str, two: str, verdict: Verdict) -> None:
    """Whoever names others besides may only tell more."""
    left, right = says(f"buses with {one}", ABOARD, predicate=one), says(f"a bus with {two}", ABOARD, "d2", predicate=two)
    for found in (compare_details(left, right, 0.2), compare_details(right, left, 0.2)):
        assert found is not None
        assert VERDICT_OF[found[0]] is verdict
