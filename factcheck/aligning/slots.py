"""What the slots of two claims say about whether they can be of one matter: what is counted, whose, where and when.

Claims that count or that answer one question about a happening (how, where, who) are known by their slots as much as by
their words: each slot adds to or takes from the cosine of the words, and some rule a common matter out (scores.py adds up).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.claim import Claim, Quantity
from claims.figures.breakages import BROKEN
from claims.figures.indicators import is_indicator
from claims.figures.measures import Measured
from claims.figures.quakes import MAGNITUDES
from claims.figures.revisions import revises
from claims.figures.roles import HARM, KINDS, kind, side
from claims.figures.units import dimension
from claims.inhabitants import POPULATION
from claims.names import shared_name
from claims.records import RECORD
from factcheck.aligning.bearers import (
    NAMED_BY_PLACE,
    SAME_PERSON,
    aged,
    home,
    same_home,
    same_person,
    same_score,
    same_start,
    scored,
    start,
)
from factcheck.aligning.days import other_day, other_days, when
from factcheck.aligning.readings import names_shared
from factcheck.aligning.slot import APART, Part, Slot
from factcheck.aligning.subjects import SUBJECTS, WITH_SUBJECT
from factcheck.judging.ways import exclusive, ways_told

# What agreement or disagreement of a slot adds to the cosine of two claims; set on the dev gold (benchmarks/).
SAME_KIND = 0.10
SAME_VALUE = 0.10
SAME_EXACTLY = 0.40  # "2.64 %", "31-24": two figures so exact are of one thing more surely than any words
EXACT_DIGITS = 3
REPEATED = 0.40  # one article gives one toll twice, in its headline and below: the words around it say nothing against that
SAME_THING = 0.20  # one indicator under whatever words: "consumer prices", "inflation"
NAMED_BY_UNIT = 0.40  # a quake has one magnitude, in whatever words
OTHER_PLACE = -0.15
OTHER_SCALE = -0.30
OTHER_WAY = -0.30  # an air strike and a planted bomb do not kill the same people
OTHER_BREAKAGE = -0.20  # "damaged" and "destroyed" rather of one thing than of two, but rather with their like
SAME_PLACE = 0.05

# Two tolls of one happening hardly ever differ by more: beyond it one of them is of a whole war or a whole country. Beyond the
# second it surely is, and beyond the first where one voice of one article gives both.
MAX_RATIO = 20.0
OF_A_WAR = 500.0

# Figures from here on hardly meet by chance in one article; "two killed" may be of two attacks.
NOT_BY_CHANCE = 5

_OF_PEOPLE = HARM | {"displaced"}  # hundreds who flee a town are not the millions of a war

_NATION = re.compile(r"\b[A-Z][\w-]*(?:an|ese|ish|i|ch|ian|ic)\b")


@dataclass(frozen=True, slots=True)
class _Counted:
    """Of what kind they are who are counted, whether they came to harm, and whether they are a part of a whole."""

    kind: str
    harmed: bool
    part: bool


def _counted(claim: Claim) -> _Counted | None:
    quantity = _quantity(claim)
    return None if quantity is None else _Counted(kind(quantity.counted), quantity.role in HARM, quantity.part)


def _same_people(one: _Counted, two: _Counted) -> Part | None:
    """Soldiers are never civilians; a word that is no known kind ("comrades") may be any of them, except where things count.

    Parts are never compared with wholes, but "six civilians" of 22 dead and "eight civilians" are counts of one kind.
    """
    same = one.kind == two.kind
    known = one.kind in KINDS and two.kind in KINDS if one.harmed and two.harmed else one.kind and two.kind
    if known and not same:
        return Part("others are counted", APART)
    if one.part != two.part and not (same and one.kind):
        return Part("a part and a whole", APART)
    return Part("the same is counted", SAME_KIND) if same else None


def _broken(claim: Claim) -> str | None:
    return claim.facet if claim.facet in BROKEN else None


def _otherwise_broken(one: str, two: str) -> Part | None:
    return Part("damaged and destroyed", OTHER_BREAKAGE) if one != two else None


def _dimension(claim: Claim) -> str | None:
    quantity = _quantity(claim)
    return None if quantity is None else dimension(quantity.unit)


def _other_dimension(one: str, two: str) -> Part | None:
    return Part("units of other things", APART) if one != two else None


def _measured(claim: Claim) -> Measured | None:
    quantity = _quantity(claim)
    return None if quantity is None else quantity.measured


def _same_thing(one: Measured, two: Measured) -> Part | None:
    """Two indicators are two things; one is the same where both figures are outcomes, or both forecasts."""
    if one.other_than(two):
        return Part("other things are measured", APART)
    same = one.thing == two.thing and is_indicator(one.thing) and one.status == two.status
    return Part("the same is measured", NAMED_BY_UNIT if one.thing in MAGNITUDES else SAME_THING) if same else None


def _nations(claim: Claim) -> tuple[str, ...] | None:
    quantity = _quantity(claim)
    return None if quantity is None else tuple(_NATION.findall(quantity.counted)) or None


def _other_nation(one: tuple[str, ...], two: tuple[str, ...]) -> Part | None:
    """Turkish soldiers are never Syrian soldiers."""
    return None if shared_name(one, two) else Part("people of other nations", APART)


def _side(claim: Claim) -> str | None:
    quantity = _harmed(claim)
    return None if quantity is None else side(quantity.counted) or None


def _other_side(one: str, two: str) -> Part | None:
    """A government's fighters are never rebels."""
    return Part("fighters of two sides", APART) if one != two else None


def _figure(claim: Claim) -> tuple[float, float, bool] | None:
    """The bounds of a figure, and whether it is so exact that it hardly meets itself by chance: a score, three digits."""
    quantity = _quantity(claim)
    if quantity is None:
        return None
    digits = f"{abs(quantity.low):.6f}".replace(".", "").strip("0")
    exact = bool(quantity.unit) and (quantity.unit == "score" or len(digits) >= EXACT_DIGITS)
    return quantity.low, quantity.high, exact


def _same_figure(one: tuple[float, float, bool], two: tuple[float, float, bool]) -> Part | None:
    if one[2] and one == two:
        return Part("the same exact figure", SAME_EXACTLY)
    same = one[0] == two[0] != 0 or one[1] == two[1] != inf
    return Part("the same figure", SAME_VALUE) if same else None


def _ways(claim: Claim) -> frozenset[str] | None:
    return None if _harmed(claim) is None else ways_told(claim)


def _other_ways(one: frozenset[str], two: frozenset[str]) -> Part | None:
    return Part("other ways to be killed", OTHER_WAY) if exclusive(one, two) else None


def _one_article(claim: Claim) -> Claim | None:
    return claim if claim.quantities else None


def _twice(one: Claim, two: Claim) -> Part | None:
    """One voice gives two flat counts, or counts of another scale, of two things, unless it says that one replaces the other; a
    figure that hardly meets itself by chance is told twice.
    """
    left, right = one.quantities[0], two.quantities[0]
    two_counts = left.flat and right.flat and left.low != right.low
    two_counts |= left.role in HARM and _ratio(left.number, right.number) > MAX_RATIO
    told_apart = _windows_differ(one, two) or _of_one_change(left, right) or revises(one) or revises(two)
    if two_counts and one.speaker == two.speaker and not told_apart:
        return Part("one voice gives two figures", APART)
    alike = (left.low, left.high, left.role) == (right.low, right.high, right.role) and left.low >= NOT_BY_CHANCE
    return Part("one article gives it twice", REPEATED) if left.role in HARM and alike else None


def _windows_differ(one: Claim, two: Claim) -> bool:
    a, b = one.window, two.window
    return a is not None and b is not None and not a.one_scope(b)


def _of_one_change(left: Quantity, right: Quantity) -> bool:
    """ "rose from 8.5 % to 8.6 %": what a thing was and what it became."""
    stages = {q.change.stage for q in (left, right) if q.change is not None}
    return stages == {"from", "to"}


def _scale(claim: Claim) -> float | None:
    quantity = _quantity(claim)
    return quantity.number if quantity is not None and quantity.role in _OF_PEOPLE else None


def _other_scale(one: float, two: float) -> Part | None:
    ratio = _ratio(one, two)
    if ratio > MAX_RATIO:
        return Part("figures of another scale", APART if OF_A_WAR < ratio < inf else OTHER_SCALE)
    return None


def _ratio(one: float, two: float) -> float:
    low, high = sorted((one, two))
    return high / low if low else inf


def _record(claim: Claim) -> str | None:
    return claim.predicate or None if claim.facet == RECORD else None


def _same_record(one: str, two: str) -> Part:
    return Part("a record of one thing", SAME_THING) if one == two else Part("records of other things", APART)


def _places(claim: Claim) -> tuple[str, ...] | None:
    return claim.places or None


def _same_place(one: tuple[str, ...], two: tuple[str, ...]) -> Part:
    same = shared_name(one, two)
    return Part("a place in common", SAME_PLACE) if same else Part("other places", OTHER_PLACE)


def _same_places(readings: Sequence[tuple[str, ...]]) -> NDArray[np.float64]:
    """As `_same_place`, of each two."""
    return np.where(names_shared(readings), SAME_PLACE, OTHER_PLACE)


def _quantity(claim: Claim) -> Quantity | None:
    return claim.quantities[0] if claim.quantities else None


def _harmed(claim: Claim) -> Quantity | None:
    """The figure of a claim that counts people who came to harm."""
    quantity = _quantity(claim)
    return quantity if quantity is not None and quantity.role in HARM else None


def highest_bonus(claim: Claim) -> float:
    """What slots can add at most to the cosine of a claim and another one of its facet, said twice by one article aside."""
    quantity = _quantity(claim)
    of_a_thing = claim.facet in (RECORD, POPULATION, *WITH_SUBJECT) or (quantity is not None and quantity.unit)
    return (
        SAME_KIND
        + (SAME_EXACTLY if quantity is not None and quantity.unit else SAME_VALUE)
        + SAME_PLACE
        + (max(SAME_THING, NAMED_BY_UNIT, NAMED_BY_PLACE, SAME_PERSON) if of_a_thing else 0.0)
    )


SLOTS: tuple[Slot[Any], ...] = (
    Slot(when, other_day, table=other_days),
    Slot(_counted, _same_people),
    Slot(_broken, _otherwise_broken),
    Slot(_dimension, _other_dimension),
    Slot(_measured, _same_thing),
    Slot(_nations, _other_nation),
    Slot(_side, _other_side),
    Slot(_figure, _same_figure),
    Slot(_ways, _other_ways),
    Slot(_one_article, _twice, in_one_document=True),
    Slot(_scale, _other_scale),
    Slot(_record, _same_record),
    Slot(home, same_home),
    Slot(aged, same_person),
    Slot(scored, same_score),
    Slot(start, same_start),
    *SUBJECTS,
    Slot(_places, _same_place, table=_same_places),
)
