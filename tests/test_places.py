"""The places that a clause names."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claims.places import places


@pytest.mark.parametrize(
    ("text", "wanted", "why"),
    [
        ("The blast shook the neighbourhood of Salvia at noon.", ("Salvia",), "behind the word for a place"),
        ("The blast hit the Salvia neighbourhood at noon.", ("Salvia",), "before the word for a place"),
        ("Buses From Besieged Towns Were Late", (), "what stands before several names none of them"),
        ("Police closed the street at noon.", (), "a word for a place alone names none"),
        ("They met in France and Spain.", ("France", "Spain"), "what the parser takes for places"),
        ("France and the north of France were dry.", ("France",), "each once"),
        ("The Torvay Observatory counted nine dead.", (), "a body is no place"),
        ("The mine lies near the city of Deir el-Zour in France.", ("Deir el-Zour", "France"), "an article in the middle"),
        (
            "The mine lies close to the town of Deir al-Noor Frances state radio said on Monday.",
            ("Deir al-Noor",),
            "whose agency it is, without its apostrophe",
        ),
        ("A Daesh car bomb killed two in France.", ("France",), "an armed group is no place"),
    ],
)
def test_places(text: str, wanted: tuple[str, ...], why: str, nlp: Language) -> None:
    """In reading order, each once."""
    assert places(nlp(text)[:]) == wanted, why
