"""What became of one person, as two claims tell it."""

from __future__ import annotations

from datetime import date

import pytest
from handmade import says

from factcheck.judgement import Code
from factcheck.judging.fates import compare_fates
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.occasions import NOTHING_KNOWN, SAME_OPENING, Around

DEAD = "the pilot was among the dead"


@pytest.mark.parametrize(
    ("one", "two", "excluded", "why"),
    [
        (DEAD, "the pilot was safe and well", True, "dead or safe"),
        (DEAD, "both the pilot and the steward were safe", True, "one of two who are safe"),
        (DEAD, "both pilot and steward escaped unhurt", True, "both makes the noun definite"),
        (DEAD, "on Monday, the pilot was still alive", True, "the time stands before"),
        (DEAD, "The pilot had survived", True, "a verb says it"),
        (DEAD, "the pilot was not killed", True, "denied, so alive"),
        ("the pilot did not survive", "the pilot is safe", True, "denied, so dead"),
        ("the pilot was seriously injured", "the pilot was unharmed", True, "hurt or not"),
        ("Mayor Arvo Lind was shot dead", "Lind is alive", True, "a name, shorter"),
        (DEAD, "the pilot was injured", False, "who was injured may die"),
        ("the pilot was injured", "the pilot is safe", False, "who was injured may be safe now"),
        ("the pilot was not hurt", "the pilot was injured", True, "denied, so unharmed"),
        (DEAD, "the young pilot was safe", True, "a noun with more words"),
        ("Arvo Lind was killed", "Ines Berg was unharmed", False, "two people"),
        ("the driver of the truck died", "the driver of the bus survived", False, "two drivers"),
        ("the driver of the truck died", "the driver survived", True, "one driver, told more closely"),
        ("the pilot's father was killed", "the pilot was safe", False, "his father"),
        ("the passengers were killed", "the passengers were safe", False, "many people"),
        ("a pilot was killed", "a pilot was safe", False, "any pilot"),
        (DEAD, "the pilot is safe from dismissal", False, "safe from something"),
        ("Torvay was hurt", "Torvay was unharmed", True, "a name that is no country's"),
        ("France was hurt", "France was unharmed", False, "a country"),
        ("the pilot was", "the pilot is safe", False, "no fate"),
        ("the pilot was nearly killed", "the pilot was unharmed", False, "nearly is not"),
        ("the pilot was only hurt", "the pilot was unharmed", False, "only against something worse"),
        ("the pilot was not only killed", "the pilot was killed", False, "more than killed"),
        ("the deal was killed", "the deal survived", False, "a thing"),
        ("the ceasefire was dead", "the ceasefire is alive", False, "a thing"),
        ("the order was killed", "the order is alive", False, "a thing that ends like a person"),
        ("the merger is dead", "the merger is alive", False, "a thing that ends like a person"),
        ("Nobody was hurt", "Nobody was unharmed", False, "nobody is no name"),
        ("the welder was killed", "the welder is alive", True, "a person by the ending"),
        ("the bride was killed", "the bride is alive", True, "a person by the noun"),
    ],
)
def test_fates(one: str, two: str, excluded: bool, why: str) -> None:
    """Fates exclude each other where both are of one person whom both know, whichever claim stands first."""
    left, right = says(one, document="d1"), says(two, document="d2")
    codes = {found and found[0] for found in (compare_fates(*pair, NOTHING_KNOWN) for pair in ((left, right), (right, left)))}
    assert len(codes) == 1
    assert (codes == {Code.NEGATION}) == excluded


def test_who_says_it() -> None:
    """Nothing is said of a hedged fate, of articles on two things, or of one voice; two voices of one article differ."""
    left, right = says(DEAD, document="d1", speakers=("a witness",)), says("the pilot was safe", document="d1", start=90)
    assert RuleJudge().judge([Pair(left, right, 0.3)])[0].code is Code.NEGATION
    assert compare_fates(left, says("the pilot was safe", start=90, speakers=("a witness",)), NOTHING_KNOWN) is None
    assert compare_fates(left, says("the pilot was safe", document="d2", hedge="may"), NOTHING_KNOWN) is None
    assert compare_fates(left, right, Around(openings=SAME_OPENING - 0.01)) is None
    assert compare_fates(says(DEAD, "method", "d2"), right, NOTHING_KNOWN) is None
    shot, unhurt = says("the pilot was shot dead", "method", "d2"), says("the pilot escaped unhurt", "method", "d1")
    assert compare_fates(shot, unhurt, NOTHING_KNOWN) is not None


@pytest.mark.parametrize(
    ("well", "alive_on", "dead_on", "code", "why"),
    [
        ("the pilot is alive", 3, 5, Code.OTHER_WINDOW, "he may have died since"),
        ("the pilot is alive", 5, 3, Code.NEGATION, "told dead before"),
        ("the pilot is alive", 5, 5, Code.NEGATION, "on one day"),
        ("the pilot is unharmed", 3, 5, Code.NEGATION, "of what he went through unharmed nobody dies"),
    ],
)
def test_who_lived_may_have_died_since(well: str, alive_on: int, dead_on: int, code: Code, why: str) -> None:
    """A death that is told on a later day contradicts nobody who said before that the person lived."""
    alive = says(well, document="d1", published=date(2024, 5, alive_on))
    dead = says(DEAD, document="d2", published=date(2024, 5, dead_on))
    found = compare_fates(alive, dead, NOTHING_KNOWN)
    assert found is not None
    assert found[0] is code


@pytest.mark.parametrize("father", ["the pilot's father and brother were killed", "the pilots father was killed"])
def test_a_relative_is_another_person(father: str) -> None:
    """Who belongs to a person is not that person, whatever befell both; the same person's fate twice is left to the words."""
    found = compare_fates(says(DEAD), says(father, document="d2"), NOTHING_KNOWN)
    assert found is not None
    assert found[0] is Code.NO_BASIS
    assert compare_fates(says(DEAD), says("the pilot was killed", document="d2"), NOTHING_KNOWN) is None
