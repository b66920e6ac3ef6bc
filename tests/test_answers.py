"""Answers: which question a figure answers, and which it only takes for known."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claims.figures.answers import answered
from claims.figures.quantities import quantities


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("The four robbers stole watches.", "number of robber"),
        ("The two attackers, both masked, fled.", "number of attacker"),
        ("The two robbers who fled by car are still at large.", ""),  # some of them
        ("The two robbers in the car fled.", ""),
        ("The two leaders met.", ""),
        ("These four robbers are known.", ""),
    ],
)
def test_the_four_robbers(text: str, facet: str, nlp: Language) -> None:
    """A number before those who did it says how many they were; before others it is taken for known."""
    doc = nlp(text)
    assert [answered(q, text) for q in quantities(doc)] == [facet]


@pytest.mark.parametrize(
    "text",
    [
        "Children under the age of five were vaccinated.",
        "Women over 60 were told to stay at home.",
        "It killed men aged 25 to 54.",
    ],
)
def test_ages_that_say_who_is_meant(text: str, nlp: Language) -> None:
    """A band of ages says of whom something is told, not how old anybody is."""
    assert not any(answered(q, text) for q in quantities(nlp(text)) if q.unit == "year of age")
