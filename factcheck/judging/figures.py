"""Figures that can be compared: intervals and the times that they cover, with the verdict's code and one plain sentence."""

from __future__ import annotations

from dataclasses import replace
from math import inf, isclose

from claims.claim import Claim, Quantity
from claims.figures.bounds import excludes
from claims.figures.breakages import BROKEN, DESTROYED
from claims.figures.indicators import GROWTH_RATES
from claims.figures.number_words import roundness
from claims.figures.revisions import risen, so_far, superseded
from claims.figures.roles import HARM, KINDS, kind, singular
from claims.figures.units import converted, dimension
from factcheck.judgement import Code
from factcheck.judging.opposites import opposed
from factcheck.judging.phrases import phrase
from factcheck.judging.scopes import scopes_apart

# Rounded figures: 300 and 312 agree approximately, 33 and 36 do not. Half a unit in the place of the last digit that is not
# zero is what a writer may have rounded away, from hundreds upwards, but never more than this share of the value.
ROUNDING = 0.05
ROUNDED_FROM = 100
_ROUND_TO = (10, 12)  # tens and dozens
_SELDOM_ALONE = frozenset({"child", "woman"})
_OF_ANY_TIME = frozenset({"score", "year of age"})
_DUST = 1e-9  # what binary fractions leave over: 8.6 - 8.5 is not quite 0.1

# "over 30" and 36 are one count told with more and less care: 36 is what rounds to "over 30". "at least 58" and 72 are two
# stages of a count. A bound is just satisfied within its last round place, but never by more than this share of it.
NEAR_BOUND = 0.25


def compare_quantities(left: Claim, right: Claim) -> tuple[Code, float, str]:
    """Code, score in [0, 1] and reason for two claims that count or measure the same."""
    one, two = left.quantities[0], right.quantities[0]
    a, b = phrase(left, one), phrase(right, two)
    if dimension(one.unit) != dimension(two.unit):
        return Code.NO_BASIS, 0.5, f"{a} and {b} are given in different units"
    if {one.role, two.role} == BROKEN:
        return _damaged_and_destroyed(one, two, a, b)
    if one.role != two.role:
        return Code.NO_BASIS, 0.5, f"{a} and {b} tell of different harm"
    if other := _measured_apart(one, two, a, b):
        return other
    scope = scopes_apart(left.window, right.window, one, two) if one.unit == two.unit and not _of_any_time(one, two) else None
    stages = _stages_differ(left, right)
    if stages and (scope is None or stages[0] is not Code.NO_BASIS):
        return stages
    if one.unit != two.unit:
        return _in_unlike_units(left, right, a, b)
    if scope:
        return Code.OTHER_WINDOW, scope.score, f"{a} and {b} cover different times: {scope.reason}"
    if not _levels(one, two) and (contrary := opposed(left, right)):
        return Code.NO_BASIS, 0.5, f"{contrary}: their figures are not of the same change"
    if one.part != two.part and kind(one.counted) != kind(two.counted):
        return Code.PART_OF_WHOLE, 0.9, f"{a} and {b}: one is a part of the other"
    if one.low == two.low and one.high == two.high:
        return Code.SAME_VALUE, 1.0, f"both say {a}" if a == b else f"{a} is {b}"
    if one.unit == "score":
        return Code.VALUE_DIFFERS, 0.95, f"{a} cannot be {b}"
    if one.high < two.low or two.high < one.low:
        if _part_of_total(one, two) or _part_of_total(two, one):
            return (
                Code.PART_OF_WHOLE,
                0.8,
                f"{_of_whom(a, one)} and {_of_whom(b, two)}: one may be a part of the other",
            )
        if one.role in HARM and (later := _later_count(left, right)):
            return Code.LATER_COUNT, 0.8, later
        if standing := _standings_differ(one, two, a, b):
            return standing
        return _apart(one, two, a, b)
    return _overlap(one, two, a, b)


def _of_any_time(one: Quantity, two: Quantity) -> bool:
    """Whether both give one final score, or one age: told "last night" or "on Thursday", it is the same."""
    return one.unit in _OF_ANY_TIME and (one.low, one.high) == (two.low, two.high)


def in_unit(quantity: Quantity, unit: str) -> Quantity:
    """The quantity in another unit of the same dimension; ValueError where it measures something else."""
    if quantity.unit == unit:
        return quantity
    difference = quantity.change is not None and quantity.change.stage == "by"
    unbounded = {inf, -inf, 0.0} if quantity.open else set()  # the open end of a bound is open in every unit
    low, high = (e if e in unbounded else converted(e, quantity.unit, unit, difference) for e in _ends(quantity))
    return replace(quantity, low=low, high=high, unit=unit)


def _ends(quantity: Quantity) -> tuple[float, float]:
    return quantity.low, quantity.high


def _in_unlike_units(left: Claim, right: Claim, a: str, b: str) -> tuple[Code, float, str]:
    """Figures of one dimension in two units, compared in the one that comes first by name: each stands for what rounds to it."""
    one, two = left.quantities[0], right.quantities[0]
    unit = min(one.unit, two.unit)
    if scope := scopes_apart(left.window, right.window, in_unit(one, unit), in_unit(two, unit)):
        return Code.OTHER_WINDOW, scope.score, f"{a} and {b} cover different times: {scope.reason}"
    plain, other = in_unit(one, unit), in_unit(two, unit)
    if all(isclose(p, q, rel_tol=1e-9) for p, q in zip(_ends(plain), _ends(other), strict=True)):
        return Code.SAME_VALUE, 0.95, f"{a} is {b}"
    one, two = in_unit(_rounded(one), unit), in_unit(_rounded(two), unit)
    if one.high < two.low or two.high < one.low:
        return Code.VALUE_DIFFERS, 0.95, f"{a} cannot be {b}"
    if plain.open or other.open:
        return (
            _overlap(plain, other, a, b)
            if not (plain.high < other.low or other.high < plain.low)
            else (Code.WITHIN_BOUND, 0.8, f"{a} and {b} meet when they are rounded")
        )
    return Code.APPROXIMATELY, 0.8, f"{a} is about {b}"


def _rounded(quantity: Quantity) -> Quantity:
    """Everything that is written as this figure when it is rounded: half a unit of its last place to either side."""
    low, high = (min(roundness(end) / 2, ROUNDING * abs(end)) if abs(end) != inf else 0.0 for end in _ends(quantity))
    return replace(quantity, low=quantity.low - low, high=quantity.high + high)


def _stages_differ(left: Claim, right: Claim) -> tuple[Code, float, str] | None:
    """What two figures of a change say where one is the change and the other its result, or one its start; None otherwise."""
    one, two = left.quantities[0], right.quantities[0]
    a, b = phrase(left, one), phrase(right, two)
    stages = _stage(one), _stage(two)
    if _one_rate(one, two):
        return None
    if "by" in stages and stages[0] != stages[1] and {"from", "to"} & set(stages):
        return Code.NO_BASIS, 0.5, f"{a} and {b}: one says by how much, the other to or from what"
    if stages.count("from") == 1 and (one.low, one.high) != (two.low, two.high):
        start, end = (a, b) if stages[0] == "from" else (b, a)
        code = Code.LATER_COUNT if one.role in HARM else Code.OTHER_WINDOW
        return code, 0.8, f"{start} is what it was before, {end} may be what it is now"
    return None


def _levels(one: Quantity, two: Quantity) -> bool:
    """Whether figures say where a thing stands, whichever way it went there: "fell to 6 %" beside inflation in "rose 6 %"."""
    at = [q.change is not None and q.change.stage == "to" for q in (one, two)]
    rate = [q.measured is not None and q.measured.rate for q in (one, two)]
    return any(at) and all(a or r for a, r in zip(at, rate, strict=True))


def _stage(quantity: Quantity) -> str:
    """What a figure is in a change; a rise of prices by 8 % is no change of anything, but the rate of inflation."""
    rate = quantity.unit == "%" and quantity.measured is not None and quantity.measured.rate
    return quantity.change.stage if quantity.change is not None and not rate else ""


def _one_rate(one: Quantity, two: Quantity) -> bool:
    """Whether both give one rate of growth in per cent with the same value: "inflation rose by 8 %" is loose for "to"."""
    same = one.unit == two.unit == "%" and (one.low, one.high) == (two.low, two.high)
    known = one.measured is not None and two.measured is not None and one.measured.thing == two.measured.thing
    return same and known and one.measured is not None and one.measured.thing.removeprefix("core ") in GROWTH_RATES


def _apart(one: Quantity, two: Quantity, a: str, b: str) -> tuple[Code, float, str]:
    """Intervals without a common value."""
    low, high = (one, two) if one.high < two.low else (two, one)
    if low.vague and low.bound:
        return (
            Code.LOOSER_BOUND,
            0.6,
            f"{a} is a loose word that leaves room for {b}" if low is one else f"{b} is a loose word that leaves room for {a}",
        )
    if high.vague and low.high >= (1 - NEAR_BOUND) * high.low:
        return Code.LOOSER_BOUND, 0.6, f"{a} and {b} can be one count: one of them is a loose word"
    gap = high.low - low.high
    decimals = high.low != int(high.low) and low.high != int(low.high)
    if decimals and gap < max(roundness(high.low), roundness(low.high)) - _DUST:
        return Code.APPROXIMATELY, 0.8, f"{a} is {b}, rounded"
    place = max(roundness(high.low), roundness(low.high))
    if place >= ROUNDED_FROM and gap <= min(ROUNDING * high.low, place / 2):
        return Code.APPROXIMATELY, 0.8, f"{a} is {b}, rounded"
    return Code.VALUE_DIFFERS, 0.95, f"{a} cannot be {b}"


def _damaged_and_destroyed(one: Quantity, two: Quantity, a: str, b: str) -> tuple[Code, float, str]:
    """ "Damaged" is the weaker word: what is destroyed may be told so, and be some of what is damaged."""
    destroyed, damaged = (one, two) if one.role == DESTROYED else (two, one)
    if destroyed.low > damaged.high:
        return Code.NO_BASIS, 0.5, f"{a} and {b}: more are destroyed than damaged, so others are counted"
    return Code.PART_OF_WHOLE, 0.5, f"{a} and {b}: what is destroyed may be a part of what is damaged"


def _part_of_total(part: Quantity, total: Quantity) -> bool:
    """Whether a lower count can stand in a higher one: five teachers among eight people, "14 of the dead" among all dead."""
    told = part.part and not total.part and not kind(part.counted)
    # "scores dead" may be of all sorts, "33 dead" are rather those of the other text; but a toll is seldom of children alone
    said = total.counted != "" or total.vague or kind(part.counted) in _SELDOM_ALONE
    known = _is_sort(part.counted) and said and _holds(kind(total.counted), kind(part.counted))
    return part.role in HARM and part.high < total.low and (told or known)


def _of_whom(told: str, quantity: Quantity) -> str:
    """ "6 teachers", "33 people", "scores of people"."""
    return f"{told} {quantity.counted or ('of people' if quantity.vague and told.endswith('s') else 'people')}"


def _is_sort(counted: str) -> bool:
    """Whether a known or plural word says what sort of people are counted, as "kills 32 Medical source" does not."""
    return kind(counted) in KINDS or (kind(counted) != "" and singular(counted.lower()) != counted.lower())


def _holds(whole: str, sort: str) -> bool:
    """Whether people of a sort may be among the whole: anybody among people, teachers and not soldiers among civilians."""
    return whole == "" or (whole == "civilian" and sort not in KINDS)


def _later_count(left: Claim, right: Claim) -> str:
    """How words and dates say that the lower count is an earlier state of the higher one; empty otherwise.

    "An initial toll of 12" is one whoever wrote it. "So far 12" and "the toll rose to 20" are stages only as far as no date
    speaks against it: a higher toll that was published before the lower one is no later count.
    """
    low, high = (left, right) if left.quantities[0].low < right.quantities[0].low else (right, left)
    dated = low.published is not None and high.published is not None
    before = dated and high.published < low.published  # type: ignore[operator]
    after = dated and high.published > low.published  # type: ignore[operator]
    moving = risen(high.text) or so_far(low.text)
    if not (superseded(low.text) or (moving and not before) or (risen(low.text) and after)):
        return ""
    days = f" ({high.published:%-d %B} / {low.published:%-d %B})" if after else ""
    return f"{phrase(high, high.quantities[0])} is a later count than {phrase(low, low.quantities[0])}{days}"


def _measured_apart(one: Quantity, two: Quantity, a: str, b: str) -> tuple[Code, float, str] | None:
    """What holds of figures of two measures, or of one measure against two times; None where they may be of one."""
    left, right = one.measured, two.measured
    if left is None or right is None:
        return None
    if left.other_than(right):
        return Code.NO_BASIS, 0.5, f"{a} and {b} measure different things: {left} / {right}"
    if "target" in (left.status, right.status) and left.status != right.status:
        return Code.NO_BASIS, 0.5, f"{a} and {b}: one is a target"
    if left.basis and right.basis and left.basis != right.basis:
        return Code.OTHER_WINDOW, 0.8, f"{a} and {b} are compared to different times: {left.basis} / {right.basis}"
    return None


def _standings_differ(one: Quantity, two: Quantity, a: str, b: str) -> tuple[Code, float, str] | None:
    """What holds of a forecast and an outcome, a first and a revised figure, two forecasts; None of two outcomes."""
    left, right = (q.measured.status if q.measured is not None else "" for q in (one, two))
    match sorted((left, right)):
        case ["forecast", "forecast"]:
            return Code.NO_BASIS, 0.5, f"{a} and {b} are two forecasts"
        case [_, "forecast"] | ["forecast", _]:
            return Code.OTHER_WINDOW, 0.7, f"{a} and {b}: one is a forecast, the other what came"
        case ["", "revised"]:
            return Code.LATER_COUNT, 0.8, f"{a} and {b}: one is the revised figure"
    return None


def _overlap(one: Quantity, two: Quantity, a: str, b: str) -> tuple[Code, float, str]:
    """Intervals with common values, of which at least one is a bound."""
    low, high = max(one.low, two.low), min(one.high, two.high)
    if low == high and any(q.open and excludes(q.bound) and low in _ends(q) for q in (one, two)):
        return _at_strict_bound(low, one.unit, a, b)
    flat, bound = (one, two) if one.flat else (two, one)
    if not flat.flat:
        if met := _within_loose_word(one, two, a, b) or _within_loose_word(two, one, b, a):
            return met
        if one.open and two.open and (one.low == 0) != (two.low == 0):
            return Code.LOOSER_BOUND, 0.8, f"{a} and {b} leave room for each other"
        if (one.open and two.open) or one.open != two.open:
            return Code.LOOSER_BOUND, 0.8, f"{a} and {b} can both be true"
        return Code.APPROXIMATELY, 0.8, f"{a} and {b} overlap"
    edge = bound.low if bound.high == inf else bound.high
    if not bound.open or abs(flat.low - edge) < min(roundness(edge), NEAR_BOUND * edge) or flat.low == edge:
        return Code.WITHIN_BOUND, 0.9, f"{a} fits {b}" if flat is one else f"{b} fits {a}"
    return Code.LOOSER_BOUND, 0.8, f"{a} and {b} can both be true"


def _within_loose_word(loose: Quantity, bound: Quantity, a: str, b: str) -> tuple[Code, float, str] | None:
    """ "dozens" (a) beside "at least 74" (b): the number that the bound is written with is one of dozens; None for others."""
    if not (loose.vague and not loose.open and bound.open):
        return None
    edge = bound.low if bound.high == inf else bound.high
    return (Code.WITHIN_BOUND, 0.8, f"{b} fits {a}") if loose.low <= edge <= loose.high else None


def _at_strict_bound(value: float, unit: str, a: str, b: str) -> tuple[Code, float, str]:
    """ "more than 33" beside 33. The bound excludes its number, so the two contradict each other where the flat count was made to
    its last digit. A round number, and whatever is measured, may itself be rounded ("200" for 204): then both can be true.
    """
    if unit or any(value % round_to == 0 for round_to in _ROUND_TO):
        return Code.LOOSER_BOUND, 0.7, f"{a} and {b} can both be true, if one is rounded"
    return Code.VALUE_DIFFERS, 0.8, f"{a} cannot be {b}"
