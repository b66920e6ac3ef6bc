"""Inhabitants: which figure says how many live in which place, and what two such figures say of each other."""

from __future__ import annotations

import pytest
from handmade import amount, says, slot_score
from spacy.language import Language

from claims.claim import Claim
from claims.document import Document
from claims.extraction import extract
from claims.figures.quantities import quantities
from claims.inhabitants import POPULATION, inhabited, one_place
from factcheck.aligning.slot import APART
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.judges import Pair, RuleJudge


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The quake struck Tarsk island, home to 120,000 people, on Sunday.", ["Tarsk"]),
        ("The island of Tarsk is home to some 200,000 people.", ["Tarsk"]),
        ("Morva, a city of 2 million, has a population of 2.1 million.", ["Morva", "Morva"]),
        ("Belton, population 3,400, lies in the hills.", ["Belton"]),
        ("The population of Belton is about 12,000.", ["Belton"]),
        ("Around 300,000 people still live in eastern Morva.", ["eastern Morva"]),
        ("Eastern Morva, where an estimated 250,000 people live, was shelled.", ["Eastern Morva"]),
        ("Belton has 40,000 inhabitants.", ["Belton"]),
        ("Belton has 40,000 residents and a port.", ["Belton"]),
        ("Belton has 40 residents in hospital.", [""]),
        ("Belton has 40 residents who are ill.", [""]),
        ("500 people living in Belton signed a petition.", [""]),
        ("There are 3,000 people living in Belton.", ["Belton"]),
        ("Some 3,000 people are living in Belton.", ["Belton"]),
        ("Zemnia province is home to nearly four million people.", ["Zemnia province"]),
        ("The shelling killed 12 in Belton, a town of 3,400.", ["", "Belton"]),  # the dead are no inhabitants
        ("The town has some 40,000 inhabitants.", [""]),  # no name
        ("Some 5,000 people live in poverty.", [""]),
        ("The plant in Belton is home to 300 workers.", [""]),
        ("The house was home to five people.", [""]),
        ("More than 100,000 people attended the rally in Morva.", [""]),
        ("A crowd of 20,000 people watched in Belton.", [""]),
        ("Belton's prison population stood at 2,000.", [""]),
        ("Belton's total population stood at 2,000.", ["Belton"]),
    ],
)
def test_inhabited(text: str, places: list[str], nlp: Language) -> None:
    """The named place of which a figure counts those who live there; no other crowd, and no dead."""
    doc = nlp(text)
    assert [inhabited(doc[:], q, 0) for q in quantities(doc)] == places


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Tarsk", "Tarsk", True),
        ("Morva", "eastern Morva", False),
        ("Zemnia", "Zemnia province", False),
        ("Eastern Morva", "eastern Morva", True),
        ("Tarsk", "Belton", False),
    ],
)
def test_one_place(one: str, two: str, same: bool) -> None:
    """A town is neither its province nor one of its parts."""
    assert one_place(one, two) is one_place(two, one) is same


def lives(number: float, place: str, document: str, text: str = "") -> Claim:
    """A claim that so many live in a place."""
    words = text or f"{place} is home to {number:,.0f} people"
    return says(words, POPULATION, document, quantities=(amount(number, counted="people", role=""),), predicate=place)


def test_a_population_is_known_by_its_place() -> None:
    """Whatever the words around it; other places stay apart, however close the words."""
    assert slot_score(lives(120e3, "Tarsk", "d1"), lives(200e3, "Tarsk", "d2"), 0.0) >= 0.4
    assert slot_score(lives(120e3, "Tarsk", "d1"), lives(120e3, "Belton", "d2"), 0.99) == APART


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        (lives(120e3, "Tarsk", "d1"), lives(200e3, "Tarsk", "d2"), Verdict.CONTRADICT),
        (lives(2e6, "Tarsk", "d1"), lives(2.1e6, "Tarsk", "d2"), Verdict.AGREE),
        (lives(10e6, "Norland", "d1"), lives(11.5e6, "Norland", "d2"), Verdict.COMPATIBLE),
        (lives(10.2e6, "Norland", "d1"), lives(11.5e6, "Norland", "d2"), Verdict.CONTRADICT),
        (lives(120e3, "Tarsk", "d1"), lives(900e3, "Tarsk", "d2"), Verdict.UNCLEAR),
        (lives(120e3, "Tarsk", "d1"), lives(200e3, "Tarsk", "d1"), Verdict.UNCLEAR),
        (lives(120e3, "Tarsk", "d1"), lives(200e3, "Tarsk", "d2", "Tarsk had 200,000 people before the war"), Verdict.COMPATIBLE),
    ],
    ids=[
        "two figures",
        "rounded",
        "one digit",
        "three digits",
        "so many more",
        "one voice",
        "long ago",
    ],
)
def test_two_populations(one: Claim, two: Claim, verdict: Verdict) -> None:
    """Unlike figures of one place contradict each other, in whatever words; not where one is rounded or of another time."""
    (judgement,) = RuleJudge().judge([Pair(one, two, 0.1)])
    assert VERDICT_OF[judgement.code] is verdict


def test_the_day_of_the_happening_is_not_that_of_the_count(nlp: Language) -> None:
    """Only a year dates a population."""
    text = "On Sunday a flood hit Belton, home to 3,000 people. In 2004 Belton had a population of 2,500."
    told = [c for c in extract(Document("d", text), nlp).claims if c.facet == POPULATION]
    assert [c.window.text if c.window else None for c in told] == [None, "In 2004"]
