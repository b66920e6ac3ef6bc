"""Whether two tolls, or two days, are of one happening: what an article's own words and their place in it tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from handmade import days, says, toll

from claims.claim import Claim
from factcheck.judgement import Code
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.occasions import LEAD, SAME_OPENING, SAME_WORDS, Around, other_tolls
from factcheck.judging.openings import Openings
from factcheck.judging.ways import ways_apart

FAR = LEAD + 1


def code(left: Claim, right: Claim, cosine: float = 0.6, **known: Any) -> Code:
    """The rule judge's code for a pair, which is the same from either side."""
    around = Around(**known)
    one, two = RuleJudge().judge([Pair(left, right, cosine, around=around), Pair(right, left, cosine, around=around)])
    assert one == two
    return one.code


def blast(low: float, document: str, **slots: Any) -> Claim:
    """A toll of a blast."""
    return toll(low, document=document, text=slots.pop("text", f"a blast killed {low:g} people"), counted="people", **slots)


HERE, THERE = {"places": ("Kessim",)}, {"window": days("2024-05-13", text="on Monday")}


@pytest.mark.parametrize(
    ("left", "right", "known", "expected"),
    [
        (blast(12, "d1"), blast(15, "d2"), {}, Code.VALUE_DIFFERS),
        (blast(12, "d1", start=FAR), blast(15, "d2"), {}, Code.NO_BASIS),
        (blast(12, "d1", start=FAR, **HERE), blast(15, "d2", **HERE), {}, Code.VALUE_DIFFERS),
        (blast(12, "d1", start=FAR, **THERE), blast(15, "d2", **THERE), {}, Code.VALUE_DIFFERS),
        (blast(12, "d1", start=FAR, **HERE), blast(15, "d2", start=FAR, **HERE), {}, Code.NO_BASIS),
        (blast(12, "d1", start=FAR, text="the blast killed 12 people"), blast(15, "d2"), {}, Code.VALUE_DIFFERS),
        (blast(12, "d1", start=FAR, places=("Torvay",)), blast(15, "d2", places=("France",)), {}, Code.NO_BASIS),
        (blast(12, "d1", text="another blast killed 12 people"), blast(15, "d2"), {}, Code.NO_BASIS),
        (blast(12, "d1"), blast(15, "d2"), {"openings": SAME_OPENING - 0.01}, Code.NO_BASIS),
        (blast(12, "d1", **THERE), blast(15, "d2", **THERE), {"openings": SAME_OPENING - 0.01}, Code.VALUE_DIFFERS),
        (blast(12, "d1"), blast(15, "d2"), {"openings": SAME_OPENING}, Code.VALUE_DIFFERS),
        (blast(12, "d1"), blast(15, "d2"), {"openings": SAME_OPENING - 0.01, "same_beside": True}, Code.VALUE_DIFFERS),
        (blast(12, "d1"), blast(15, "d2"), {"both_told": True}, Code.PART_OF_WHOLE),
        (blast(12, "d1"), blast(15, "d2"), {"quoted": True}, Code.NO_BASIS),
        (blast(12, "d1", text="put the toll lower, at 12 killed"), blast(15, "d2"), {"both_told": True}, Code.VALUE_DIFFERS),
        (blast(12, "d1"), blast(15, "d2"), {"adds_up": True}, Code.PART_OF_WHOLE),
        (blast(12, "d1"), blast(15, "d2"), {"further": "12 more"}, Code.NO_BASIS),
        (blast(12, "d1"), blast(15, "d2"), {"places": "Kessim / Orsk"}, Code.NO_BASIS),
        (blast(12, "d1"), blast(15, "d2"), {"within": "Kessim / Holt"}, Code.PART_OF_WHOLE),
        (blast(12, "d1", published=date(2024, 5, 13)), blast(15, "d2", published=date(2024, 5, 14)), {}, Code.NO_BASIS),
        (
            blast(12, "d1", published=date(2024, 5, 13)),
            blast(15, "d2", published=date(2024, 5, 14)),
            {"at_once": True},
            Code.VALUE_DIFFERS,
        ),
        (
            blast(12, "d1", published=date(2024, 5, 13)),
            blast(25, "d2", published=date(2024, 5, 14)),
            {"at_once": True},
            Code.NO_BASIS,
        ),
        (blast(12, "d1", start=FAR, text="gave a lower toll of 12 killed"), blast(15, "d2"), {}, Code.VALUE_DIFFERS),
        (blast(12, "d1", places=("Kessim",)), blast(15, "d2", places=("France",)), {}, Code.VALUE_DIFFERS),
    ],
    ids=[
        "two main happenings",
        "one far down",
        "far down, at one place",
        "far down, at one time",
        "both far down",
        "far down, and referred to",
        "far down, elsewhere",
        "another one",
        "articles that begin otherwise",
        "articles that begin otherwise, at one time",
        "articles that begin alike",
        "articles that begin otherwise, with as many of other harm",
        "one article gives both",
        "one article has the other from somebody",
        "one article gives both, the one against the other",
        "figures that add up",
        "further ones",
        "two places",
        "a smaller place",
        "written on two days",
        "written on two days, but one story",
        "one story, but figures of two",
        "far down, but set against the other toll",
        "a town and a country",
    ],
)
def test_tolls_of_two_articles(left: Claim, right: Claim, known: dict[str, Any], expected: Code) -> None:
    """Tolls contradict each other where both are of the main happening of their articles, or share a time or a place."""
    assert code(left, right, **known) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (blast(12, "d1"), blast(15, "d1", start=50), Code.PART_OF_WHOLE),
        (blast(12, "d1", speakers=("the army",)), blast(15, "d1", start=50, speakers=("the army",)), Code.PART_OF_WHOLE),
        (blast(12, "d1", speakers=("the army",)), blast(15, "d1", start=50, speakers=("the mayor",)), Code.NO_BASIS),
        (
            blast(12, "d1", speakers=("the army",), text="the blast killed 12 people"),
            blast(15, "d1", start=50, speakers=("the mayor",)),
            Code.NO_BASIS,
        ),
        (
            blast(12, "d1", speakers=("the army",)),
            blast(15, "d1", start=50, speakers=("the mayor",), text="the blast killed 15 people"),
            Code.VALUE_DIFFERS,
        ),
        (blast(12, "d1", speakers=("the army",), text="the blast killed 12 people"), blast(15, "d1", start=50), Code.NO_BASIS),
        (
            blast(12, "d1", speakers=("the army",), text="the blast killed 12 people"),
            blast(15, "d1", start=50, text="15 were among those killed"),
            Code.VALUE_DIFFERS,
        ),
        (blast(12, "d1", speakers=("A source",)), blast(15, "d1", start=50, speakers=("a source",)), Code.PART_OF_WHOLE),
        (
            blast(12, "d1", speakers=("the army",), text="the blast killed 12 people"),
            blast(15, "d1", start=50, speakers=("the mayor",), text="15 people died in another blast"),
            Code.NO_BASIS,
        ),
        (
            toll(12, document="d1", speakers=("the army",), text="12 guards died in the attack", counted="guards"),
            toll(15, document="d1", start=50, speakers=("the mayor",), text="15 nurses died", counted="nurses"),
            Code.NO_BASIS,
        ),
        (
            blast(12, "d1", speakers=("the army",), text="the air raid killed 12 people"),
            blast(15, "d1", start=50, speakers=("the mayor",), text="mortar fire killed 15 people"),
            Code.NO_BASIS,
        ),
        (
            blast(12, "d1"),
            blast(15, "d1", start=50, speakers=("the mayor",), text="a slightly higher toll of 15 killed"),
            Code.VALUE_DIFFERS,
        ),
        (blast(12, "d1"), blast(15, "d1", start=50, text="there was a higher toll of 15 killed"), Code.PART_OF_WHOLE),
        (
            blast(12, "d1"),
            blast(15, "d1", start=50, speakers=("the mayor",), text="an earlier, higher figure of 15 killed"),
            Code.NO_BASIS,
        ),
    ],
    ids=[
        "no voice",
        "one voice",
        "two voices",
        "two voices, the former referring",
        "two voices, the latter referring",
        "one voice and the outlet",
        "both referring",
        "one voice, once with a capital",
        "another one",
        "other people",
        "other means",
        "set against the outlet's",
        "in one voice",
        "an earlier one",
    ],
)
def test_tolls_of_one_article(left: Claim, right: Claim, expected: Code) -> None:
    """An article contradicts itself only through two voices that speak of one happening."""
    assert code(left, right) is expected


def test_ways_to_be_killed_that_exclude_each_other() -> None:
    """A car bomb is no air raid; an attack, a blast and a bomb alone may be anything."""
    car, raid, shells = says("a car bomb killed 9"), says("an air raid killed 12"), says("shelling killed 7")
    assert ways_apart(car, raid) == "a planted bomb / from the air or from afar"
    assert ways_apart(raid, says("barrel bombs killed 3 as a helicopter passed")) == ""
    assert ways_apart(raid, shells) == ""
    assert ways_apart(car, says("a blast killed 9")) == ""
    assert ways_apart(says("a car drove past and 9 were killed"), raid) == ""
    killed = {"cosine": 0.6}
    assert code(toll(9, text=car.text, document="d1"), toll(12, text=raid.text, document="d2"), **killed) is Code.NO_BASIS


def test_wounded_who_are_in_care_are_a_part() -> None:
    """The lower count of wounded may be of those in hospital; the higher one is no part of it."""
    some, all_ = (
        toll(n, role="wounded", facet="wounded", counted="people", document=d, text=text)
        for n, d, text in ((4, "d1", "four people hurt in the blast are being treated in Karsk"), (25, "d2", "the blast hurt 25"))
    )
    assert code(some, all_) is Code.PART_OF_WHOLE
    many = toll(30, role="wounded", facet="wounded", counted="people", document="d1", text="30 people are being treated in Karsk")
    assert code(many, all_) is Code.VALUE_DIFFERS


def test_a_toll_of_several_days() -> None:
    """Who died in two days of raids are more than who died in one of them."""
    raids = blast(40, "d1", text="40 people were killed in two days of raids")
    assert code(raids, blast(12, "d2")) is Code.PART_OF_WHOLE
    for text in (
        "40 people were killed two days ago",
        "40 people died after three days of rain",
        "in two weeks of peace 40 people were killed",
    ):
        assert code(blast(40, "d1", text=text), blast(12, "d2")) is Code.VALUE_DIFFERS


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        ("40 people were killed in raids across the country", (), Code.PART_OF_WHOLE),
        ("raids across Kessim and Orsk killed 40 people", (), Code.PART_OF_WHOLE),
        ("40 people died nationwide", (), Code.PART_OF_WHOLE),
        ("40 people were killed", ("Kessim", "Orsk", "Holt", "Brannick"), Code.PART_OF_WHOLE),
        ("40 people were killed", ("Kessim", "Orsk", "Torvay"), Code.VALUE_DIFFERS),
        ("40 people were killed across the river", (), Code.VALUE_DIFFERS),
        ("the blast, which was heard across the region, killed 40 people", (), Code.VALUE_DIFFERS),
        ("the crash, which shocked people across the country, killed 40", (), Code.VALUE_DIFFERS),
    ],
)
def test_a_toll_of_several_places(text: str, places: tuple[str, ...], expected: Code) -> None:
    """Who died across a country are more than who died in one town; a smaller toll of many places is no part of a larger one."""
    wide, narrow = blast(40, "d1", text=text, places=places), blast(12, "d2")
    assert code(wide, narrow) is expected
    few = blast(9, "d1", text=text, places=places)
    assert code(few, narrow) is Code.VALUE_DIFFERS
    assert code(wide, blast(12, "d2", text=text, places=places)) is Code.VALUE_DIFFERS


def test_civilians_are_no_fighters() -> None:
    """Five civilians and seventy fighters are other people; two counts of people may be of the same ones."""
    five = toll(5, document="d1", counted="civilians")
    assert code(five, toll(70, document="d2", counted="rebel fighters")) is Code.NO_BASIS
    assert code(five, toll(70, document="d2", counted="civilians")) is Code.VALUE_DIFFERS


def test_what_one_article_tells_of_first_is_not_what_it_comes_to_next() -> None:
    """ "The attack" is the last one told of; "the shell" of "a shell fell, the shell killing three" is no earlier one."""
    army, mayor = {"speakers": ("the army",)}, {"speakers": ("the mayor",), "start": 50}
    first, later = blast(12, "d1", **army), blast(15, "d1", text="the attack killed 15 people", **mayor)
    assert code(first, later) is Code.VALUE_DIFFERS
    assert code(first, later, new_between=True) is Code.NO_BASIS
    for words in ("a firefighter said the fire killed 15", "a survivor of the attack said the attack killed 15"):
        assert code(first, blast(15, "d1", text=words, **mayor)) is Code.VALUE_DIFFERS
    new = blast(15, "d1", text="a mortar shell hit a square, the shell killing 15 people", **mayor)
    assert code(first, new) is Code.NO_BASIS


def test_a_part_of_those_known_before() -> None:
    """ "Four of the children" are some of the five, wherever these are counted."""
    text = "four of the children died in the first raid"
    part = toll(4, document="d1", text=text, counted="children")
    part = replace(part, quantities=(replace(part.quantities[0], start=0, end=len("four")),))
    five = toll(5, document="d2", text="a raid killed five children", counted="children")
    assert code(part, five) is Code.PART_OF_WHOLE
    assert code(replace(part, text="four children died in it"), five) is Code.VALUE_DIFFERS
    gunmen = replace(part.quantities[0], counted="gunmen")
    all_told = replace(part, text="four of the gunmen were shot", quantities=(gunmen,))
    assert code(all_told, toll(5, document="d2", counted="gunmen")) is Code.VALUE_DIFFERS
    assert code(part, replace(five, quantities=(replace(five.quantities[0], low=3, high=3),))) is Code.VALUE_DIFFERS


def test_children_are_seldom_all() -> None:
    """Four children may be among five of whom nothing is said; five soldiers are not among eight such."""
    assert code(toll(4, document="d1", counted="children"), toll(5, document="d2", counted="")) is Code.PART_OF_WHOLE
    assert code(toll(4, document="d1", counted="soldiers"), toll(5, document="d2", counted="")) is Code.VALUE_DIFFERS


def test_two_parts_of_unknown_people() -> None:
    """ "14 of the dead" and "one of those killed" are parts that nobody can compare; two counts of children are."""
    left, right = (
        toll(n, part=True, counted="", document=d, text=f"{n} of the dead were named") for n, d in ((14, "d1"), (1, "d2"))
    )
    assert code(left, right) is Code.NO_BASIS
    left, right = (toll(n, part=True, counted="children", document=d) for n, d in ((14, "d1"), (11, "d2")))
    assert code(left, right) is Code.VALUE_DIFFERS
    part, whole = (toll(n, part=n == 14, counted="", document=d) for n, d in ((14, "d1"), (12, "d2")))
    assert code(part, whole) is Code.VALUE_DIFFERS  # no part is more than its whole


@pytest.mark.parametrize(
    ("slots", "cosine", "expected"),
    [
        ({}, 0.7, Code.NO_BASIS),
        ({}, SAME_WORDS, Code.DATE_DIFFERS),
        ({"places": ("Kessim",), "predicate": "hit"}, 0.7, Code.DATE_DIFFERS),
    ],
    ids=["like words", "the same words", "one place"],
)
def test_days_of_raids(slots: dict[str, Any], cosine: float, expected: Code) -> None:
    """Raids are told in like words every day: their days are in dispute only where something else is common to them."""
    left = says("a raid hit the port on Monday", "time", "d1", window=days("2024-05-13", text="on Monday"), **slots)
    right = says("a raid hit the town on Friday", "time", "d2", window=days("2024-05-17", text="on Friday"), **slots)
    assert code(left, right, cosine) is expected


def test_days_within_one_article_are_no_dispute() -> None:
    """What one article tells of two days, even in the same words, are two things."""
    left = says("rain fell on Monday", "time", "d1", window=days("2024-05-13", text="on Monday"))
    right = says("rain fell on Friday", "time", "d1", 50, window=days("2024-05-17", text="on Friday"))
    assert code(left, right, 0.99) is Code.NO_BASIS


def test_openings_compare_only_the_first_claims() -> None:
    """Each first claim with its closest one in the other article, in both directions; what stands further down counts nothing."""
    claims = [
        says("a", document="d1"),
        says("b", document="d2"),
        says("c", document="d2", start=LEAD + 1),
        says("d", document="d3"),
    ]
    vectors = np.array([[1, 0], [0.6, 0.8], [1, 0], [1, 0]], dtype=np.float32)
    openings = Openings(claims, vectors)
    assert openings.likeness("d1", "d2") == openings.likeness("d2", "d1") == 0.6
    assert openings.likeness("d1", "d3") == 1.0
    assert openings.likeness("d1", "nobody") == 0.0


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            toll(13, text="13 members of the Harbour League died", counted="members", names=("Harbour League",)),
            toll(18, text="18 guards of Orsk Works died", counted="guards", names=("Orsk Works",), document="d2"),
            Code.NO_BASIS,
        ),
        (
            toll(13, text="13 members of the Harbour League died", counted="members", names=("Harbour League",)),
            toll(18, text="18 members of the Harbour League died", counted="members", names=("Harbour League",), document="d2"),
            Code.VALUE_DIFFERS,
        ),
        (
            toll(13, text="13 League members died", counted="League members", names=("League",)),
            toll(18, text="18 people died", counted="people", document="d2"),
            Code.PART_OF_WHOLE,
        ),
        (
            toll(18, text="18 League members died", counted="League members", names=("League",)),
            toll(13, text="13 people died", counted="people", document="d2"),
            Code.VALUE_DIFFERS,
        ),
        (
            toll(13, text="13 French soldiers died", counted="French soldiers", names=("French",)),
            toll(18, text="18 people died", counted="people", document="d2"),
            Code.PART_OF_WHOLE,
        ),
    ],
    ids=["two groups", "one group", "a group, and more people", "a group, and fewer people", "soldiers, and more people"],
)
def test_whose_people_are_counted(left: Claim, right: Claim, expected: Code) -> None:
    """Tolls of two groups do not contradict each other, nor one of a group a higher one of people in general."""
    assert code(left, right) is expected


def test_a_nations_soldiers_are_no_leagues_members() -> None:
    """Two groups are not one because both claims name a third; a nation's people and a group's never are."""
    left = toll(17, text="17 French soldiers died", counted="French soldiers", names=("France", "Orsk Works"))
    right = toll(23, text="23 League members died", counted="League members", names=("League", "Orsk Works"), document="d2")
    assert code(left, right) is Code.NO_BASIS
    guards = toll(17, text="17 Works guards died", counted="Works guards", names=("Orsk Works",))
    assert code(guards, right) is Code.VALUE_DIFFERS  # it may be one group under two names


def test_days_too_far_apart() -> None:
    """A report slips by some days, not by weeks: then the same number of dead is another one."""
    left, near, far = (
        says(f"18 miners died on {day} May", "statement", document, window=window, quantities=toll(18).quantities)
        for day, document in ((3, "d1"), (10, "d2"), (11, "d2"))
        for window in [days(f"2024-05-{day:02}", text=f"on {day} May")]
    )
    assert code(left, near, 0.8) is Code.DATE_DIFFERS
    assert code(left, far, 0.8) is Code.NO_BASIS


def test_days_too_far_apart_in_other_words() -> None:
    """Whatever is told: weeks apart it is another thing, but in almost the same words ("the bank was founded on")."""
    left, far = (
        says(f"the truce began on {day} May", "other", document, window=days(f"2024-05-{day:02}", text=f"on {day} May"))
        for day, document in ((3, "d1"), (21, "d2"))
    )
    assert code(left, far, 0.75) is Code.NO_BASIS
    assert code(left, far, SAME_WORDS) is Code.DATE_DIFFERS


@pytest.mark.parametrize(
    ("low", "high", "places", "wanted"),
    [
        (3, 3, "Kessim / Holt", Code.NO_BASIS),  # three dead here and three dead there
        (24, 99, "Kessim / Holt", Code.NO_BASIS),  # "dozens"
        (3, 3, "", Code.SAME_VALUE),
        (43, 43, "Kessim / Holt", Code.SAME_VALUE),  # no chance: a village and its province
    ],
)
def test_the_same_small_toll_of_two_places(low: float, high: float, places: str, wanted: Code) -> None:
    """Small and vague tolls are the same by chance; a toll that grew did so at one place."""
    left, right = (toll(low, high, document=document) for document in ("d1", "d2"))
    assert code(left, right, places=places) is wanted
    early, late = toll(40, window=days("2024-05-13")), toll(60, document="d2", published=date(2024, 5, 15))
    assert other_tolls(early, late, Code.LATER_COUNT, Around(places="Kessim / Holt"))
    assert not other_tolls(early, late, Code.LATER_COUNT, Around())


def test_days_of_other_dead() -> None:
    """Two days are of two happenings where the sentences around count other dead."""
    left = says("rain flooded the port on Monday", "time", "d1", window=days("2024-05-13", text="on Monday"))
    right = says("rain flooded the port on Friday", "time", "d2", window=days("2024-05-17", text="on Friday"))
    assert code(left, right, 0.99) is Code.DATE_DIFFERS
    assert code(left, right, 0.99, others_harmed=True) is Code.NO_BASIS


def test_a_reprint_denies_nothing() -> None:
    """The same words in the same sentence are no denial of each other, whatever the parse makes of one of them."""
    left, right = says("the dam broke", document="d1", negated=True), says("the dam broke", document="d2")
    assert code(left, right, 1.0) is Code.NEGATION
    assert code(left, right, 1.0, reprinted=True) is Code.PARAPHRASE


def test_what_only_points_denies_nothing_elsewhere() -> None:
    """ "This is not the first time" is of something that only its own article names."""
    left = says("this is not the first time", document="d1", negated=True, predicate="time")
    right = says("the flood was the first time", document="d2", predicate="time")
    assert code(left, right, 0.9) is Code.NO_BASIS
