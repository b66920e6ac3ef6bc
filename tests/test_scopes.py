from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import inf

import pytest
from handmade import amount, days, says

from claims.claim import Change, Claim
from claims.times.window import Granularity, Level, Window
from factcheck.judgement import Code
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.scopes import INHERITED, STATED, compare_days, scopes_apart

APRIL, MAY = days("2024-04-01", "2024-04-30", "in April"), days("2024-05-01", "2024-05-31", "in May")
YEAR = days("2024-01-01", "2024-12-31", "in 2024")
MARCH_OF_SOME_YEAR = Window(None, None, "in March", Granularity.MONTH, "--03")
MAY_OF_SOME_YEAR = Window(None, None, "in May", Granularity.MONTH, "--05")
QUARTER_OF_SOME_YEAR = Window(None, None, "in the fourth quarter", Granularity.QUARTER, "-Q4")
TEN, TWELVE = amount(10), amount(12)
TEN_PERCENT, TWELVE_PERCENT = amount(10, unit="%", role=""), amount(12, unit="%", role="")


@pytest.mark.parametrize(
    ("one", "two", "left", "right", "apart", "why"),
    [
        (APRIL, MAY, TEN, TWELVE, True, "two months"),
        (APRIL, APRIL, TEN, TWELVE, False, "one month"),
        (APRIL, None, TEN, TWELVE, False, "a time that is not given limits nothing"),
        (APRIL, None, TWELVE, TEN, True, "a month may hold more than the one deed of which another speaks"),
        (APRIL, YEAR, TEN, TWELVE, True, "a year holds more than its month"),
        (APRIL, YEAR, TWELVE, TEN, False, "a month holds no more than its year"),
        (APRIL, YEAR, TEN, TEN, False, "one count, told with the month and with the year"),
        (APRIL, YEAR, TWELVE_PERCENT, TEN_PERCENT, True, "a rate of a month may be above that of its year"),
        (MARCH_OF_SOME_YEAR, MAY_OF_SOME_YEAR, TEN, TWELVE, True, "March is never May"),
        (MARCH_OF_SOME_YEAR, MARCH_OF_SOME_YEAR, TEN, TWELVE, False, "the same words"),
        (MARCH_OF_SOME_YEAR, APRIL, TEN, TWELVE, True, "no March in an April"),
        (QUARTER_OF_SOME_YEAR, YEAR, TEN_PERCENT, TWELVE_PERCENT, True, "what is measured again and again needs one time"),
        (QUARTER_OF_SOME_YEAR, YEAR, TEN, TWELVE, False, "a count may be of one deed"),
        (
            days("2024-04-01", text="on Monday"),
            days("2024-04-08", text="on Monday"),
            TEN,
            TWELVE,
            False,
            "one Monday, read a week apart",
        ),
    ],
)
def test_scopes(one: Window, two: Window | None, left: object, right: object, apart: bool, why: str) -> None:
    """Figures of times that are known not to be one do not contradict each other, whichever comes first."""
    found, back = scopes_apart(one, two, left, right), scopes_apart(two, one, right, left)  # type: ignore[arg-type]
    assert (found is not None, back is not None) == (apart, apart), why
    assert found is None or found.reason


def test_an_inherited_time_is_weaker_evidence() -> None:
    """Another time that stands only in the words around a claim counts for less than one that the claim states."""
    around = replace(MAY, level=Level.PARAGRAPH)
    stated, inherited = scopes_apart(APRIL, MAY, TEN, TWELVE), scopes_apart(APRIL, around, TEN, TWELVE)
    assert stated is not None
    assert inherited is not None
    assert (stated.score, inherited.score) == (STATED, INHERITED)
    assert INHERITED < STATED < inf


def test_stretches_that_share_a_day_are_no_two_days() -> None:
    """A truce from the 3rd to the 5th and one from the 5th to the 7th meet on the 5th; one from the 6th on does not."""
    first, second, third = (
        says("the truce held", "when", key, window=days(*ends))
        for key, ends in (
            ("d1", ("2024-05-03", "2024-05-05")),
            ("d2", ("2024-05-05", "2024-05-07")),
            ("d3", ("2024-05-06", "2024-05-08")),
        )
    )
    for one, two, code in ((first, second, Code.SAME_VALUE), (second, first, Code.SAME_VALUE), (first, third, Code.DATE_DIFFERS)):
        found = compare_days(one, two, 0.9)
        assert found is not None
        assert found[0] is code


@pytest.mark.parametrize(("cosine", "sure"), [(0.9, 0.9), (0.1, 0.7)])
def test_one_day_is_one_day_in_any_words(cosine: float, sure: float) -> None:
    """Two claims of one fact on when it was that give one day agree, the surer the closer their words."""
    one, two = (says("it burned", "time", key, window=days("2024-05-03")) for key in ("d1", "d2"))
    found = compare_days(one, two, cosine)
    assert found is not None
    assert found[:2] == (Code.SAME_VALUE, sure)


def test_like_changes_weeks_apart_may_be_two() -> None:
    """A bank that raises its rate by half a point in May may have done so in July again; told in one week it is one rise."""

    def rise(day: int, month: int, document: str) -> Claim:
        quantity = amount(0.5, unit="percentage point", counted="", role="", change=Change("by", "up", by=0.5))
        text = "the bank raised its rate by half a point"
        return says(text, "percentage points", document, quantities=(quantity,), published=date(2024, month, day))

    pairs = [Pair(rise(2, 5, "d1"), rise(2, 7, "d2"), 0.9), Pair(rise(2, 5, "d1"), rise(4, 5, "d2"), 0.9)]
    assert [judgement.code for judgement in RuleJudge().judge(pairs)] == [Code.OTHER_WINDOW, Code.SAME_VALUE]
