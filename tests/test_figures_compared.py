"""Two figures of one matter: the code of each case, up to the bound of each rule; cases of news stand in golden/judgements."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from handmade import OPEN, amount, days, says, toll

from claims.claim import Change, Claim, Quantity
from claims.figures.measures import Measured
from factcheck.judgement import Code
from factcheck.judging.figures import compare_quantities, in_unit


def measure(value: float, unit: str = "km", thing: str = "", basis: str = "", status: str = "") -> Claim:
    """A measured figure."""
    what = Measured(thing, basis, status) if thing else None
    quantity = amount(value, unit=unit, role="", counted="", measured=what)
    return says(f"{value} {unit}", "figure", f"d{value}{unit}", quantities=(quantity,))


def changed(value: float, stage: str, role: str = "killed", **slots: object) -> Claim:
    """A count that is a stage of a change."""
    return says(f"{stage} {value}", "killed", "d2", quantities=(amount(value, role=role, change=Change(stage), **slots),))


CASES = [
    (toll(33), toll(33), Code.SAME_VALUE, "one figure"),
    (toll(33), toll(34), Code.VALUE_DIFFERS, "two"),
    (toll(33), toll(33, role="wounded"), Code.NO_BASIS, "unlike harm"),
    (
        toll(6, counted="teachers"),
        toll(40, 199, "scores", counted=""),
        Code.PART_OF_WHOLE,
        "a sort, among a loose number of anybody",
    ),
    (toll(33), toll(36, counted=""), Code.VALUE_DIFFERS, "a number of nobody said may be of the same people"),
    (toll(33), toll(11, part=True, counted="children"), Code.PART_OF_WHOLE, "a part of another kind"),
    (toll(5), toll(8, counted="people"), Code.PART_OF_WHOLE, "soldiers among people"),
    (toll(14, part=True, counted=""), toll(20, counted=""), Code.PART_OF_WHOLE, "of the dead, among all dead"),
    (toll(24, part=True, counted=""), toll(20, counted=""), Code.VALUE_DIFFERS, "more of the dead than there are"),
    (toll(8), toll(5, counted="people"), Code.VALUE_DIFFERS, "more soldiers than people"),
    (toll(5), toll(8, counted="civilians"), Code.VALUE_DIFFERS, "soldiers are not among civilians"),
    (toll(5), toll(8, counted=""), Code.VALUE_DIFFERS, "of whom is not said"),
    (toll(24, 99, "dozens"), toll(120), Code.LOOSER_BOUND, "a loose word leaves room above"),
    (toll(24, 99, "dozens"), toll(21), Code.LOOSER_BOUND, "a loose word is not counted"),
    (toll(24, 99, "dozens"), toll(12), Code.VALUE_DIFFERS, "a loose word leaves none below"),
    (toll(30, OPEN, "over"), toll(36), Code.WITHIN_BOUND, "36 is what over 30 rounds off"),
    (toll(30, OPEN, "over"), toll(60), Code.LOOSER_BOUND, "60 lies far above over 30"),
    (toll(30, OPEN, "at least"), toll(30), Code.WITHIN_BOUND, "the bound's own figure"),
    (toll(33, OPEN, "more than"), toll(33), Code.VALUE_DIFFERS, "a strict bound shuts its own figure out"),
    (toll(200, OPEN, "more than"), toll(200), Code.LOOSER_BOUND, "a round figure may be rounded"),
    (toll(0, 33, "up to"), toll(30, OPEN, "over"), Code.LOOSER_BOUND, "two bounds towards each other"),
    (toll(0, 33, "up to"), toll(34, OPEN, "over"), Code.VALUE_DIFFERS, "two bounds that nothing satisfies"),
    (toll(20, OPEN, "over"), toll(30, OPEN, "over"), Code.LOOSER_BOUND, "two bounds one way"),
    (toll(20, 30), toll(25, 40), Code.APPROXIMATELY, "two ranges that overlap"),
    (toll(20, 30), toll(31, 40), Code.VALUE_DIFFERS, "two ranges that do not"),
    (toll(20, 30), toll(30), Code.WITHIN_BOUND, "the end of a range is in it"),
    (measure(4.8, "%"), measure(4.75, "%"), Code.APPROXIMATELY, "rounded to a tenth"),
    (measure(4.8, "%"), measure(4.7, "%"), Code.VALUE_DIFFERS, "two tenths are two figures"),
    (measure(3), measure(3000, "m"), Code.SAME_VALUE, "one length in two units"),
    (measure(3), measure(3100, "m"), Code.APPROXIMATELY, "what rounds to it in another unit"),
    (measure(30.5), measure(30530, "m"), Code.APPROXIMATELY, "each is rounded by its own last place"),
    (measure(30.5), measure(30700, "m"), Code.VALUE_DIFFERS, "and by no more than half of that"),
    (measure(3), measure(4000, "m"), Code.VALUE_DIFFERS, "another length in another unit"),
    (measure(3), measure(3, "kg"), Code.NO_BASIS, "a length and a weight"),
    (measure(8, "%", thing="inflation"), measure(9, "%", thing="wages"), Code.NO_BASIS, "two indicators"),
    (measure(8, "%", thing="inflation"), measure(9, "%", thing="inflation"), Code.VALUE_DIFFERS, "one indicator"),
    (
        measure(8, "%", thing="inflation", basis="year"),
        measure(1, "%", thing="inflation", basis="month"),
        Code.OTHER_WINDOW,
        "against the year, against the month",
    ),
    (
        measure(8, "%", thing="inflation", status="forecast"),
        measure(9, "%", thing="inflation"),
        Code.OTHER_WINDOW,
        "a forecast and what came",
    ),
    (
        measure(8, "%", thing="inflation", status="forecast"),
        measure(9, "%", thing="inflation", status="forecast"),
        Code.NO_BASIS,
        "two forecasts",
    ),
    (measure(8, "%", thing="inflation", status="target"), measure(9, "%", thing="inflation"), Code.NO_BASIS, "a target"),
    (
        measure(8, "%", thing="inflation", status="revised"),
        measure(9, "%", thing="inflation"),
        Code.LATER_COUNT,
        "a revised figure",
    ),
    (changed(3, "by"), changed(31, "to"), Code.NO_BASIS, "by how much, to what"),
    (changed(28, "from"), changed(31, "to"), Code.LATER_COUNT, "a toll before and after"),
    (changed(28, "from", "sold"), changed(31, "to", "sold"), Code.OTHER_WINDOW, "what it was and what it is"),
    (changed(28, "from"), changed(28, "from"), Code.SAME_VALUE, "one start"),
    (
        toll(12, window=days("2024-05-01", "2024-05-31")),
        toll(33, window=days("2024-06-01", "2024-06-30")),
        Code.OTHER_WINDOW,
        "two months",
    ),
    (
        toll(2, unit="score", counted="", role="", text="the match ended 2-0"),
        toll(3, unit="score", counted="", role="", text="the match ended 3-0"),
        Code.VALUE_DIFFERS,
        "two scores of one match",
    ),
    *(
        (
            replace(toll(2, unit=unit, counted="", role=""), window=days("2024-05-02")),
            replace(toll(other, unit=unit, counted="", role=""), window=days("2024-05-09")),
            code,
            f"{unit}, {other}",
        )
        for unit, other, code in (
            ("score", 2, Code.SAME_VALUE),
            ("year of age", 2, Code.SAME_VALUE),
            ("score", 3, Code.OTHER_WINDOW),
            ("%", 2, Code.OTHER_WINDOW),
        )
    ),
]


@pytest.mark.parametrize(("one", "two", "code", "why"), CASES, ids=[row[-1] for row in CASES])
def test_the_code_of_two_figures(one: Claim, two: Claim, code: Code, why: str) -> None:
    """One code, a score in [0, 1] and a reason, whichever stands first."""
    for left, right in ((one, two), (two, one)):
        found, score, reason = compare_quantities(left, right)
        assert found is code
        assert 0 <= score <= 1
        assert reason


def told(value: float, text: str, published: date | None = None) -> Claim:
    """A toll in an article of a day."""
    return toll(value, text=text, document=f"d{value}", published=published)


FIRST, NEXT = date(2024, 5, 14), date(2024, 5, 15)
LATER = [
    (told(12, "an initial toll of 12 soldiers"), told(20, "20 soldiers died"), True, "an initial toll is an earlier state"),
    (told(12, "12 soldiers died"), told(20, "the toll rose to 20 soldiers"), True, "a toll that rose"),
    (told(12, "so far 12 soldiers died"), told(20, "20 soldiers died"), True, "so far"),
    (told(12, "so far 12 soldiers died", NEXT), told(20, "20 soldiers died", FIRST), False, "a higher toll that came first"),
    (told(12, "so far 12 soldiers died", FIRST), told(20, "20 soldiers died", NEXT), True, "a higher toll the day after"),
    (told(12, "the toll rose to 12", FIRST), told(20, "20 soldiers died", NEXT), True, "a toll that rises and the next day's"),
    (told(12, "the toll rose to 12", FIRST), told(20, "20 soldiers died", FIRST), False, "two tolls of one day"),
    (told(12, "12 soldiers died", FIRST), told(20, "20 soldiers died", NEXT), False, "days alone do not make it a later count"),
]


@pytest.mark.parametrize(("low", "high", "later", "why"), LATER, ids=[row[-1] for row in LATER])
def test_a_later_count_needs_words_and_no_date_against_them(low: Claim, high: Claim, later: bool, why: str) -> None:
    """Two tolls are stages of one only where an article says so, and its day does not speak against it."""
    for left, right in ((low, high), (high, low)):
        code, _, reason = compare_quantities(left, right)
        assert code is (Code.LATER_COUNT if later else Code.VALUE_DIFFERS)
        assert ("15 May / 14 May" in reason) is (later and high.published is not None)


def test_the_open_end_of_a_bound_is_open_in_every_unit() -> None:
    """Over 2 km is over 2,000 m, up to 2 km from none; a difference of degrees has no zero point."""

    def length(low: float, high: float) -> Quantity:
        return amount(low, high, unit="km", role="", counted="")

    assert (in_unit(length(2, OPEN), "m").low, in_unit(length(2, OPEN), "m").high) == (2000, OPEN)
    assert (in_unit(length(0, 2), "m").low, in_unit(length(0, 2), "m").high) == (0, 2000)
    warmer = amount(9, unit="°F", role="", counted="", change=Change("by"))
    assert in_unit(warmer, "°C").low == pytest.approx(5)
    assert in_unit(amount(41, unit="°F", role="", counted=""), "°C").low == pytest.approx(5)


REASONS = [
    (toll(36), toll(30, OPEN, "over"), "36 fits over 30"),
    (toll(24, 99, "dozens"), toll(120), "is a loose word that leaves room for 120"),
    (toll(0, 33, "up to"), toll(30, OPEN, "over"), "leave room for each other"),
    (toll(20, OPEN, "over"), toll(30, OPEN, "over"), "can both be true"),
    (toll(33), toll(33), "both say 33"),
    (toll(5), toll(8, counted="people"), ": one may be a part of the other"),
    (changed(28, "from"), changed(31, "to"), "28 is what it was before, 31 may be what it is now"),
    (told(12, "12 soldiers died", FIRST), told(20, "the toll rose to 20", NEXT), "20 is a later count than 12 (15 May / 14 May)"),
]


@pytest.mark.parametrize(("one", "two", "words"), REASONS, ids=[row[-1] for row in REASONS])
def test_a_reason_says_which_is_which(one: Claim, two: Claim, words: str) -> None:
    """The sentence that a person reads names the two figures in their places, whichever claim stands first."""
    for left, right in ((one, two), (two, one)):
        assert words in compare_quantities(left, right)[2]
