"""What the slots of two claims say about whether they can be of one matter: what is counted, whose, where and when.

Claims that count or that answer one question about a happening (how, where, who) are known by their slots as much as by
their words: each slot adds to or takes from the cosine of the words, and some rule a common matter out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

from claims.claim import Claim, Quantity
from claims.figures.indicators import is_indicator
from claims.figures.revisions import revises
from claims.figures.roles import HARM, KINDS, kind
from claims.figures.units import dimension
from claims.names import shared_name
from claims.records import RECORD
from claims.times.window import Granularity
from factcheck.judging.occasions import ways_apart

# What agreement or disagreement of a slot adds to the cosine of two claims; set on the dev gold (benchmarks/).
SAME_KIND = 0.10
SAME_VALUE = 0.10
REPEATED = 0.40  # one article gives one toll twice, in its headline and below: the words around it say nothing against that
SAME_THING = 0.20  # one indicator under whatever words: "consumer prices", "inflation"
OTHER_DAY = -0.30  # when a thing happened may be in dispute, but another day mostly means another thing
OTHER_PLACE = -0.15
OTHER_SCALE = -0.30
OTHER_WAY = -0.30  # an air strike and a planted bomb do not kill the same people
SAME_PLACE = 0.05

# A toll is often given with the day of the report, some days after the day of the deed; beyond this it is another deed.
MAX_GAP = 3

# Two tolls of one happening hardly ever differ by more: beyond it one of them is of a whole war or a whole country.
MAX_RATIO = 20.0

# Figures from here on hardly meet by chance in one article; "two killed" may be of two attacks.
NOT_BY_CHANCE = 5

HIGHEST_BONUS = SAME_KIND + SAME_VALUE + SAME_PLACE  # what slots can add to a cosine at most, where nothing is measured

APART = -1.0  # the score of two claims that cannot be about one matter, whatever their words

_NATION = re.compile(r"\b[A-Z][\w-]*(?:an|ese|ish|i|ch|ian|ic)\b")


@dataclass(frozen=True, slots=True)
class Part:
    """What one feature adds to the score of a pair; APART rules the pair out."""

    feature: str
    value: float


def slot_parts(one: Claim, two: Claim, cosine: float) -> tuple[Part, ...]:
    """The parts of the score of two claims of one facet; `cosine` is of their `standalone` words."""
    if reason := _ruled_out(one, two):
        return (Part(reason, APART),)
    parts = [Part("cosine of the words", cosine)]
    if _days_apart(one, two):
        parts.append(Part("another day", OTHER_DAY))
    if one.quantities and two.quantities:
        left, right = one.quantities[0], two.quantities[0]
        if kind(left.counted) == kind(right.counted):
            parts.append(Part("the same is counted", SAME_KIND))
        if _same_indicator(left, right):
            parts.append(Part("the same is measured", SAME_THING))
        if left.low == right.low != 0 or left.high == right.high != inf:
            parts.append(Part("the same figure", SAME_VALUE))
        if left.role in HARM and ways_apart(one, two):
            parts.append(Part("other ways to be killed", OTHER_WAY))
        if _repeated(one, two):
            parts.append(Part("one article gives it twice", REPEATED))
        if left.role in HARM and _ratio(left, right) > MAX_RATIO:
            parts.append(Part("figures of another scale", OTHER_SCALE))
    if one.facet == two.facet == RECORD and one.predicate == two.predicate != "":
        parts.append(Part("a record of one thing", SAME_THING))
    if one.places and two.places:
        same = shared_name(one.places, two.places)
        parts.append(Part("a place in common", SAME_PLACE) if same else Part("other places", OTHER_PLACE))
    return tuple(parts)


def slot_score(one: Claim, two: Claim, cosine: float) -> float:
    """The sum of the parts; APART where one of them rules the pair out."""
    parts = slot_parts(one, two, cosine)
    return APART if parts[0].value == APART else sum(part.value for part in parts)


def _days_apart(one: Claim, two: Claim) -> int:
    """Days between the times of two claims; none for what is measured month by month ("8.5 % in July", "9.1 % in June")."""
    if one.window is None or two.window is None:
        return 0
    measured = all(claim.quantities and claim.quantities[0].unit for claim in (one, two))
    if measured and min(one.window.granularity.rank, two.window.granularity.rank) >= Granularity.MONTH.rank:
        return 0
    return one.window.days_from(two.window)


def _ruled_out(one: Claim, two: Claim) -> str:
    """Why two claims of one facet cannot be of one matter; empty where they can."""
    if _days_apart(one, two) > MAX_GAP and one.facet != "time":
        return "days too far apart"
    if one.facet == two.facet == RECORD and one.predicate and two.predicate and one.predicate != two.predicate:
        return "records of other things"
    if not (one.quantities and two.quantities):
        return ""
    left, right = one.quantities[0], two.quantities[0]
    if _kinds_differ(left, right):
        return "others are counted"
    if _part_against_whole(left, right):
        return "a part and a whole"
    if dimension(left.unit) != dimension(right.unit):
        return "units of other things"
    if left.measured is not None and right.measured is not None and left.measured.other_than(right.measured):
        return "other things are measured"
    if _other_nation(left, right):
        return "people of other nations"
    if _one_voice_differs(one, two):
        return "one voice gives two figures"
    return ""


def _same_indicator(left: Quantity, right: Quantity) -> bool:
    """Whether both figures are of one indicator, both as outcomes or both as forecasts."""
    one, two = left.measured, right.measured
    return one is not None and two is not None and one.thing == two.thing and is_indicator(one.thing) and one.status == two.status


def _kinds_differ(left: Quantity, right: Quantity) -> bool:
    """Soldiers are never civilians; a word that is no known kind ("comrades") may be any of them, except where things count."""
    one, two = kind(left.counted), kind(right.counted)
    if left.role in HARM:
        return one in KINDS and two in KINDS and one != two
    return bool(one and two and one != two)


def _part_against_whole(left: Quantity, right: Quantity) -> bool:
    """Parts are never compared with wholes, but "six civilians" of 22 dead and "eight civilians" are counts of one kind."""
    return left.part != right.part and not kind(left.counted) == kind(right.counted) != ""


def _one_voice_differs(one: Claim, two: Claim) -> bool:
    """Whether one source gives two flat counts: of two things then, unless it says that one replaces the other."""
    left, right = one.quantities[0], two.quantities[0]
    if one.document != two.document or one.speaker != two.speaker or _windows_differ(one, two) or _of_one_change(left, right):
        return False
    return left.flat and right.flat and left.low != right.low and not (revises(one) or revises(two))


def _repeated(one: Claim, two: Claim) -> bool:
    """Whether one article gives one toll in two places, a figure that hardly meets itself by chance."""
    left, right = one.quantities[0], two.quantities[0]
    alike = (left.low, left.high, left.role) == (right.low, right.high, right.role) and left.low >= NOT_BY_CHANCE
    return one.document == two.document and left.role in HARM and alike


def _of_one_change(left: Quantity, right: Quantity) -> bool:
    """ "rose from 8.5 % to 8.6 %": what a thing was and what it became."""
    stages = {q.change.stage for q in (left, right) if q.change is not None}
    return stages == {"from", "to"}


def _other_nation(left: Quantity, right: Quantity) -> bool:
    """Turkish soldiers are never Syrian soldiers."""
    one, two = _NATION.findall(left.counted), _NATION.findall(right.counted)
    return bool(one and two and not shared_name(one, two))


def _windows_differ(one: Claim, two: Claim) -> bool:
    a, b = one.window, two.window
    return a is not None and b is not None and not a.one_scope(b)


def _ratio(left: Quantity, right: Quantity) -> float:
    one, two = sorted((_middle(left), _middle(right)))
    return two / one if one else inf


def _middle(quantity: Quantity) -> float:
    if quantity.high == inf:
        return quantity.low
    return quantity.high if quantity.low == 0 else (quantity.low + quantity.high) / 2
