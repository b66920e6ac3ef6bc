"""Slots: what each of them adds to the score of two claims of one facet, up to the very bound of each rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations

import numpy as np
import pytest
from handmade import OPEN, amount, days, says, slot_score, toll

from claims.claim import Change, Claim
from claims.figures.measures import Measured
from factcheck.aligning.days import MAX_GAP
from factcheck.aligning.scores import BLOCK, slot_parts, slot_scores
from factcheck.aligning.slot import APART
from factcheck.aligning.slots import MAX_RATIO

KIND, FIGURE, EXACT, SCALE, DAY, MEASURED, TWICE, WAY = (
    "the same is counted",
    "the same figure",
    "the same exact figure",
    "figures of another scale",
    "another day",
    "the same is measured",
    "one article gives it twice",
    "other ways to be killed",
)


# "on Monday" of two weeks
MONDAY, A_WEEK_LATER = (replace(days(day, text="on Monday"), relative="-W-1") for day in ("2024-05-13", "2024-05-21"))


def price(value: float, thing: str = "inflation", status: str = "", unit: str = "%") -> Claim:
    """A measured figure."""
    quantity = amount(value, unit=unit, role="", counted="", measured=Measured(thing, status=status))
    return says(f"{thing} {value} {unit}", "figure", f"d{value}", quantities=(quantity,))


def moved(stage: str, value: float) -> Claim:
    """One end of "rose from 8.5 % to 8.6 %"."""
    change = Change(stage, "up")
    quantity = amount(value, unit="%", role="", counted="", measured=Measured("inflation"), change=change)
    return says(f"{stage} {value} %", "figure", "d1", quantities=(quantity,))


ADDED = [
    (toll(33), toll(36, document="d2"), {KIND}, "soldiers and soldiers, other figures"),
    (toll(33), toll(33, document="d2"), {KIND, FIGURE}, "one figure"),
    (toll(33), toll(33, OPEN, "at least", document="d2"), {KIND, FIGURE}, "a bound from that figure up"),
    (toll(0, 33, "up to"), toll(10, 33, "up to", document="d2"), {KIND, FIGURE}, "bounds with one upper end"),
    (toll(0, 33, "up to"), toll(0, 40, "up to", document="d2"), {KIND}, "that both may be none is no figure in common"),
    (toll(30, OPEN, "over"), toll(40, OPEN, "over", document="d2"), {KIND}, "that both are open is no figure in common"),
    (toll(2), toll(2 * MAX_RATIO, document="d2"), {KIND}, "twenty times as many may be an early count"),
    (toll(2), toll(2 * MAX_RATIO + 1, document="d2"), {KIND, SCALE}, "more than twenty times as many is of another thing"),
    (toll(20, 40), toll(600, document="d2"), {KIND}, "the middle of a range counts"),
    (toll(20, 40), toll(601, document="d2"), {KIND, SCALE}, "the middle of a range counts, and no more"),
    (toll(0, 40, "up to"), toll(800, document="d2"), {KIND}, "of an upper bound its end counts"),
    (toll(0, 40, "up to"), toll(801, document="d2"), {KIND, SCALE}, "of an upper bound its end counts, and no more"),
    (toll(2, role="protested"), toll(500, role="protested", document="d2"), {KIND}, "only harm and flight have a scale"),
    (toll(33, window=days("2024-05-14")), toll(36, document="d2"), {KIND}, "one time is not known"),
    (
        toll(33, window=days("2024-05-14")),
        toll(36, window=days("2024-05-17"), document="d2"),
        {KIND, DAY},
        "three days are a report's delay",
    ),
    (says("by a bomb", "method"), toll(3, facet="method"), set(), "one side has no figure"),
    (toll(33), toll(33, start=200), {KIND, FIGURE, TWICE}, "an article's headline and its text give one toll"),
    (
        toll(9, text="9 died in an airstrike"),
        toll(8, document="d2", text="8 died as a suicide bomber struck"),
        {KIND, WAY},
        "two ways",
    ),
    (toll(4), toll(4, start=200), {KIND, FIGURE}, "four may be killed twice"),
    (
        toll(30, window=MONDAY, published=date(2024, 5, 14)),
        toll(32, document="d2", window=A_WEEK_LATER, published=date(2024, 5, 21)),
        {KIND, "days too far apart"},
        "one Monday in an article that was dated a week late",
    ),
    (
        price(5.9, "earthquake magnitude", unit="magnitude"),
        price(6.1, "earthquake magnitude", unit="magnitude"),
        {KIND, MEASURED},
        "one quake",
    ),
    (toll(33, role="displaced"), toll(33, role="displaced", start=200), {KIND, FIGURE}, "only tolls are known by their figure"),
    (price(8), price(9), {KIND, MEASURED}, "one indicator, two figures"),
    (price(8), price(9, status="forecast"), {KIND}, "an outcome and a forecast"),
    (price(8, "the weight"), price(9, "the weight"), {KIND}, "a thing that is no indicator"),
    (price(2.64, "x"), replace(price(2.64, "y"), document="d2"), {KIND, EXACT}, "three digits meet by no chance"),
    (price(2.6, "x"), replace(price(2.6, "y"), document="d2"), {KIND, FIGURE}, "two may"),
    (price(1e6, "x", unit="USD"), replace(price(1e6, "y", unit="USD"), document="d2"), {KIND, FIGURE}, "a round million"),
    (price(-0.5, "x"), replace(price(-0.5, "y"), document="d2"), {KIND, FIGURE}, "a sign is no digit"),
    (price(2600, "x"), replace(price(2600, "y"), document="d2"), {KIND, FIGURE}, "and so may round figures"),
    (price(3, "x", unit="score"), replace(price(3, "y", unit="score"), document="d2"), {KIND, EXACT}, "a score is exact"),
    (
        toll(9, counted="pro-government fighters"),
        toll(40, counted="soldiers", document="d2"),
        {KIND},
        "who fights for a government is its soldier",
    ),
    (toll(9, counted="regime forces"), toll(40, counted="government members", document="d2"), set(), "one side of a war"),
    (toll(213), toll(213, document="d2"), {KIND, FIGURE}, "tolls are known by whom they count"),
]


@pytest.mark.parametrize(("one", "two", "wanted", "why"), ADDED, ids=[row[-1] for row in ADDED])
def test_what_slots_add(one: Claim, two: Claim, wanted: set[str], why: str) -> None:
    """Beside the cosine of the words; whichever claim stands first."""
    for left, right in ((one, two), (two, one)):
        parts = slot_parts(left, right, 0.5)
        assert {part.feature for part in parts[1:]} == wanted
        assert slot_score(left, right, 0.5) == pytest.approx(sum(part.value for part in parts))


RULED_OUT = [
    (toll(9, counted="pro-government forces"), toll(223, counted="rebel forces"), "fighters of two sides"),
    (toll(33, window=days("2024-05-14")), toll(36, window=days("2024-05-18")), "days too far apart"),
    (toll(33), toll(33, counted="civilians"), "others are counted"),
    (toll(33, role="", counted="houses"), toll(33, role="", counted="bridges"), "others are counted"),
    (toll(33), toll(5, part=True, counted="people"), "a part and a whole"),
    (toll(33, counted="", role=""), toll(33, counted="", role="", unit="km"), "units of other things"),
    (price(8, "inflation"), price(9, "wages"), "other things are measured"),
    (toll(33, counted="Torvayan soldiers"), toll(33, counted="Orlian soldiers"), "people of other nations"),
    (toll(33), toll(34, start=200), "one voice gives two figures"),
    (toll(33, window=days("2024-05-14")), toll(34, start=200), "one voice gives two figures"),
    (toll(30, OPEN, "over"), toll(900, OPEN, "over", start=200), "one voice gives two figures"),
    (toll(30, OPEN, "over"), toll(300_000, OPEN, "over", document="d2"), "figures of another scale"),
    (
        toll(30, window=MONDAY, published=date(2024, 5, 21)),
        toll(32, document="d2", window=A_WEEK_LATER, published=date(2024, 5, 21)),
        "days too far apart",
    ),
    (
        price(5.9, "earthquake magnitude", unit="magnitude"),
        price(4.1, "aftershock magnitude", unit="magnitude"),
        "other things are measured",
    ),
]


@pytest.mark.parametrize(("one", "two", "why"), RULED_OUT, ids=[row[-1] for row in RULED_OUT])
def test_what_rules_a_common_matter_out(one: Claim, two: Claim, why: str) -> None:
    """One such slot is enough, however alike the words are."""
    for left, right in ((one, two), (two, one)):
        (part,) = slot_parts(left, right, 1.0)
        assert (part.feature, part.value) == (why, APART)
        assert slot_score(left, right, 1.0) == APART


def test_what_is_no_reason_to_rule_a_common_matter_out() -> None:
    """Days in dispute, parts of one kind, one voice that gives a bound, and two measures of which one is not known."""
    far = days("2024-05-14"), days("2024-06-20")
    assert (far[1].start - far[0].start).days > MAX_GAP  # type: ignore[operator]
    unknown = says("9 %", "figure", "d9", quantities=(amount(9, unit="%", role="", counted=""),))
    for one, two in (
        (says("on Monday", "time", window=far[0]), says("in June", "time", "d2", window=far[1])),
        (toll(6, part=True, counted="civilians"), toll(8, document="d2", counted="civilians")),
        (toll(33), toll(30, OPEN, "over", start=200)),
        (toll(33, window=days("2024-05-14")), toll(34, start=200, window=days("2024-05-15"))),
        (price(8), unknown),
        (moved("from", 8.5), moved("to", 8.6)),
    ):
        assert slot_score(one, two, 0.5) > APART
        assert slot_score(two, one, 0.5) > APART


def test_scores_of_many_are_those_of_each_pair() -> None:
    """Claims of one facet, all at once, and more than a block holds: the cosine and parts of each two, or APART."""
    cases = [claim for one, two, *_ in (*ADDED, *RULED_OUT) for claim in (one, two) if claim.facet == "killed"]
    claims = [replace(claim, id=f"{n}", places=(("Kessim",), ("Kessim", "Orsk"), ())[n % 3]) for n, claim in enumerate(7 * cases)]
    assert len(claims) > BLOCK
    cosine = np.round(np.random.default_rng(0).random((len(claims), len(claims))), 3)
    cosine = np.triu(cosine, 1) + np.triu(cosine, 1).T + np.eye(len(claims))
    found = slot_scores(claims, cosine)
    assert (found == found.T).all()
    for a, b in combinations(range(len(cases) + 3), 2):
        parts = slot_parts(claims[a], claims[b], cosine[a, b])
        assert found[a, b] == (APART if parts[0].value == APART else sum(part.value for part in parts))
