"""Ages: whose age a figure gives, and what two ages say of each other."""

from __future__ import annotations

from datetime import date

import pytest
from handmade import amount, says, slot_score
from spacy.language import Language

from claims.ages import AGE, SOMEBODY, aged, same_person
from claims.claim import Claim
from claims.document import Document
from claims.extraction import extract
from claims.figures.quantities import quantities
from factcheck.aligning.slot import APART
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.samething import BIRTHDAY


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Mira Holt, 35, was shot in Belton.", "Mira Holt"),
        ("They mourned 15-year-old Mira Holt.", "Mira Holt"),
        ("The death of a 15-year-old girl, Mira Holt, shocked Belton.", "Mira Holt"),
        ("The driver, Jan Pesk, is 42 years old.", "Jan Pesk"),
        ("A gang member murdered the 35-year-old deputy.", "deputy"),
        ("A man aged 62 died.", "man"),
        ("In Karsk, 35-year-old Mira Holt was arrested.", "Mira Holt"),
        ("On Friday, 35-year-old Mira Holt died.", "Mira Holt"),
        ("He was 15.", SOMEBODY),
    ],
)
def test_whose_age(text: str, whose: str, nlp: Language) -> None:
    """A name where the text gives one beside the age, else a noun."""
    doc = nlp(text)
    assert [aged(doc[:], q, 0) for q in quantities(doc) if q.unit] == [whose]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Mira Holt", "Mira Holt", True),
        ("Mira Holt", "Holt", True),
        ("Mira Holt", "Jan Pesk", False),
        ("Alex Holt", "Alexandra Holt", None),  # a short form, or a sister
        ("Mira Holt", "girl", None),
        ("boy", "girl", False),
        ("boy", "teenager", None),
    ],
)
def test_same_person(one: str, two: str, same: bool | None) -> None:
    """Names decide, and nouns that one person cannot have both."""
    assert same_person(one, two) is same_person(two, one) is same


def old(years: float, who: str, document: str, published: date | None = None) -> Claim:
    """A claim that somebody is so old."""
    age = amount(years, unit="year of age", role="", counted="")
    return says(f"{who}, {years:g}, was hurt", AGE, document, quantities=(age,), predicate=who, published=published)


def test_one_age_of_an_event_is_one_fact() -> None:
    """Whether by name or not; the ages of two names never."""
    alike = slot_score(old(15, "Mira Holt", "d1"), old(15, "girl", "d2"), 0.4)
    assert alike > slot_score(old(15, "Mira Holt", "d1"), old(19, "girl", "d2"), 0.4) + 0.2
    assert slot_score(old(15, "Mira Holt", "d1"), old(16, "Mira Holt", "d2"), 0.4) > 0.7
    assert slot_score(old(15, "Mira Holt", "d1"), old(15, "Jan Pesk", "d2"), 0.99) == APART


MAY = date(2024, 5, 1)


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        (old(15, "Mira Holt", "d1"), old(15, "girl", "d2"), Verdict.AGREE),
        (old(15, "Mira Holt", "d1"), old(17, "Mira Holt", "d2"), Verdict.CONTRADICT),
        (old(15, "Mira Holt", "d1"), old(17, "girl", "d2"), Verdict.UNCLEAR),
        (
            old(15, "Mira Holt", "d1", MAY),
            old(16, "Mira Holt", "d2", date.fromordinal(MAY.toordinal() + BIRTHDAY + 1)),
            Verdict.UNCLEAR,
        ),
    ],
    ids=["one age", "two ages of one name", "a name and a noun", "months later"],
)
def test_two_ages(one: Claim, two: Claim, verdict: Verdict) -> None:
    """Unlike ages contradict each other where they are of one person by name."""
    (judgement,) = RuleJudge().judge([Pair(one, two, 0.4)])
    assert VERDICT_OF[judgement.code] is verdict


def test_the_age_is_told_with_its_bearer(nlp: Language) -> None:
    """The predicate of an age is whose it is."""
    told = extract(Document("d", "Mira Holt, 35, was shot in Belton."), nlp).claims
    assert [c.predicate for c in told if c.facet == AGE] == ["Mira Holt"]
