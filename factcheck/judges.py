"""Judges: the verdict on two claims of one fact. Figures and days decide first, then denial, then the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Protocol

from rapidfuzz import fuzz

from claims.claim import Claim, Quantity, Window
from claims.facets import WORDS
from claims.names import shared_name
from claims.numerals import roundness
from claims.roles import HARM, kind
from factcheck.judgement import Code, Judgement
from factcheck.opposites import opposite

# Above this cosine two claims without figures say the same in other words; set on the dev gold (benchmarks/).
PARAPHRASE = 0.50

# A denial must be of the same words around the same verb: two claims of one topic, one with a "no", mostly speak of two things.
NEGATION = 0.70

# Two figures of one measure contradict each other only if the words around them are this close: what is measured (core or
# headline, this month or that) often differs in one word. Tolls are known by their role and need no such closeness.
SAME_MEASURE_SURELY = 0.85

# Two claims of when something happened are about one thing above the first, and surely enough to speak of a
# contradiction above the second; set on the dev gold (benchmarks/).
SAME_HAPPENING = 0.35
OTHER_DAY_SAME_THING = 0.65

_RISEN = re.compile(r"\b(?:rose|risen|rises|climbed|climbs|grew|grown|jumped|reached|raised|revised|updated)\b", re.I)
_EARLIER = re.compile(r"\b(?:earlier|previous(?:ly)?|initial(?:ly)?|at first|so far)\b", re.I)
_NOT_YET = re.compile(r"\b(?:immediate(?:ly)?|yet|so far|still)\b", re.I)

# rapidfuzz ratio (0 to 100) above which two claims are the same words around other names: "the summit in X", "the summit in Y".
SAME_FRAME = 85.0

# Rounded figures: 300 and 312 agree approximately, 33 and 36 do not. Half a unit in the place of the last digit that is not
# zero is what a writer may have rounded away, from hundreds upwards, but never more than this share of the value.
ROUNDING = 0.05
ROUNDED_FROM = 100
_DUST = 1e-9  # what binary fractions leave over: 8.6 - 8.5 is not quite 0.1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one fact and the cosine of their `standalone` words."""

    left: Claim
    right: Claim
    cosine: float
    dispute: str = ""  # why the text itself sets the two against each other, if it does


class Judge(Protocol):
    """Anything that gives one judgement a pair, in the order of the pairs; the same for (a, b) and (b, a)."""

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """One judgement a pair."""


class RuleJudge:
    """Quantities, windows, denial and paraphrase, in this order; what none of them decides is unclear."""

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """One judgement a pair, in the order of the pairs."""
        return [_judged(pair) for pair in pairs]


def _judged(pair: Pair) -> Judgement:
    left, right = sorted((pair.left, pair.right), key=lambda claim: claim.id)
    code, score, reason = _verdict(left, right, pair.cosine) if not pair.dispute else (Code.DENIAL, 0.9, pair.dispute)
    return Judgement(left.id, right.id, code, round(score, 3), reason)


def _verdict(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str]:
    if left.facet == right.facet and left.facet not in WORDS and left.quantities and right.quantities:
        if opposed := _opposed(left, right):
            return Code.NO_BASIS, 0.5, f"{opposed}: their figures are not of the same change"
        code, score, reason = compare_quantities(left, right)
        if code is Code.VALUE_DIFFERS and left.quantities[0].role not in HARM and cosine < SAME_MEASURE_SURELY:
            return Code.NO_BASIS, 0.5, f"{reason} if they measure the same thing, which the words do not tell"
        return code, score, reason
    if left.facet == right.facet == "time" and left.window and right.window:
        return _compare_days(left, right, left.window, right.window, cosine)
    if cosine >= OTHER_DAY_SAME_THING and (days := _stated_days_differ(left, right)):
        return Code.DATE_DIFFERS, cosine, days
    if figures := _figures_differ(left, right):
        return Code.NO_BASIS, 0.5, figures
    if left.negated != right.negated:
        no, yes = (left, right) if left.negated else (right, left)
        if _NOT_YET.search(no.text):
            return Code.OTHER_WINDOW, 0.7, f"“{no.text}” was so at first; “{yes.text}” can have come later"
        firm = not (left.hedged or right.hedged)
        if firm and cosine >= NEGATION and left.predicate == right.predicate:
            return Code.NEGATION, cosine, f"one says it, the other says it is not so: “{yes.text}” / “{no.text}”"
        return (
            Code.NO_BASIS,
            _unsure(cosine),
            "one of them denies something, but perhaps something else",
        )
    if opposed := _opposed(left, right):
        if cosine >= NEGATION and not (left.hedged or right.hedged):
            return Code.NEGATION, cosine, f"{opposed}: “{left.text}” / “{right.text}”"
        return Code.NO_BASIS, 0.5, f"{opposed}, but the words do not tell whether of the same thing"
    if cosine >= PARAPHRASE and (other := _others_named(left, right)):
        return Code.NO_BASIS, 0.5, other
    if cosine >= PARAPHRASE:
        return Code.PARAPHRASE, cosine, "both say the same in other words"
    if left.facet == right.facet == "place" and (shared := shared_name(left.places, right.places)):
        return Code.PARAPHRASE, max(cosine, 0.5), f"both name {shared}"
    return Code.NO_BASIS, _unsure(cosine), "the words do not tell whether these agree"


def _unsure(cosine: float) -> float:
    """How sure it is that words tell nothing: surer the further apart they are."""
    return min(1.0, max(0.0, 1.0 - cosine))


def _stated_days_differ(left: Claim, right: Claim) -> str:
    """Why two claims that state a day in their own words cannot both be right; empty where they can."""
    one, two = left.window, right.window
    if one is None or two is None or one.text not in left.text or two.text not in right.text:
        return ""
    if one.start is None or one.start != one.end or two.start is None or two.start != two.end or one.one_scope(two):
        return ""
    return f"{one.text} ({one.start}) cannot be {two.text} ({two.start})"


def _opposed(left: Claim, right: Claim) -> str:
    """Whether the verbs of two claims say opposite things: "one says rise, the other fall"; empty otherwise."""
    if left.negated == right.negated and opposite(left.predicate, right.predicate):
        return f"one says {left.predicate}, the other {right.predicate}"
    return ""


def _others_named(left: Claim, right: Claim) -> str:
    """Why two claims of like words are not the same: other people or places, or the same ones with their parts exchanged."""
    one, two = left.names, right.names
    if len(one) > 1 and len(two) > 1 and one[0] != two[0] and shared_name(one[:1], two[-1:]) and shared_name(one[-1:], two[:1]):
        return f"{one[0]} and {one[-1]} stand the other way round"
    if one and two and not shared_name(one, two) and fuzz.token_sort_ratio(_nameless(left), _nameless(right)) >= SAME_FRAME:
        return f"the same words, but of others: {', '.join(one)} / {', '.join(two)}"
    return ""


def _nameless(claim: Claim) -> str:
    text = claim.text
    for name in claim.names:
        text = text.replace(name, " ")
    return text.lower()


def _compare_days(left: Claim, right: Claim, one: Window, two: Window, cosine: float) -> tuple[Code, float, str]:
    """When one thing happened: the same day, or two days that cannot both be right."""
    if one.one_scope(two):
        day = f"{one.start:%-d %B %Y}" if one.start else one.text
        if cosine >= SAME_HAPPENING:
            return Code.SAME_VALUE, 0.9, f"both give {day}"
        return Code.NO_BASIS, 0.5, f"both give {day}, but the words do not tell whether it is the same thing"
    if one.start and two.start and one.end and two.end and one.start <= two.end and two.start <= one.end:
        return Code.SAME_VALUE, 0.7, f"{one.text} and {two.text} share a day"
    if cosine >= OTHER_DAY_SAME_THING:
        return Code.DATE_DIFFERS, cosine, f"{one.text} ({one.start}) cannot be {two.text} ({two.start})"
    return Code.NO_BASIS, 0.5, f"{one.text} and {two.text} may be about different things"


def compare_quantities(left: Claim, right: Claim) -> tuple[Code, float, str]:
    """Code, score in [0, 1] and reason for two claims that count or measure the same."""
    one, two = left.quantities[0], right.quantities[0]
    a, b = phrase(left, one), phrase(right, two)
    if one.unit != two.unit:
        return Code.NO_BASIS, 0.5, f"{a} and {b} are given in different units"
    if scope := _scopes_differ(left.window, right.window, one, two):
        return Code.OTHER_WINDOW, 0.9, f"{a} and {b} cover different times: {scope}"
    if one.part != two.part and kind(one.counted) != kind(two.counted):
        return Code.PART_OF_WHOLE, 0.9, f"{a} and {b}: one is a part of the other"
    if one.low == two.low and one.high == two.high:
        return Code.SAME_VALUE, 1.0, f"both say {a}" if a == b else f"{a} is {b}"
    if one.high < two.low or two.high < one.low:
        if one.role in HARM and (later := _later_count(left, right)):
            return Code.LATER_COUNT, 0.8, later
        return _apart(one, two, a, b)
    return _overlap(one, two, a, b)


def _apart(one: Quantity, two: Quantity, a: str, b: str) -> tuple[Code, float, str]:
    """Intervals without a common value."""
    low, high = (one, two) if one.high < two.low else (two, one)
    if low.vague and low.bound:
        return (
            Code.LOOSER_BOUND,
            0.6,
            f"{a} is a loose word that leaves room for {b}" if low is one else f"{b} is a loose word that leaves room for {a}",
        )
    gap = high.low - low.high
    decimals = high.low != int(high.low) and low.high != int(low.high)
    if decimals and gap < max(roundness(high.low), roundness(low.high)) - _DUST:
        return Code.APPROXIMATELY, 0.8, f"{a} is {b}, rounded"
    place = max(roundness(high.low), roundness(low.high))
    if place >= ROUNDED_FROM and gap <= min(ROUNDING * high.low, place / 2):
        return Code.APPROXIMATELY, 0.8, f"{a} is {b}, rounded"
    return Code.VALUE_DIFFERS, 0.95, f"{a} cannot be {b}"


def _later_count(left: Claim, right: Claim) -> str:
    """Whether the words say that the lower count is an earlier state of the higher one; empty otherwise."""
    one, two = left.quantities[0], right.quantities[0]
    low, high = (left, right) if one.low < two.low else (right, left)
    if _RISEN.search(high.text) or _EARLIER.search(low.text):
        return f"{phrase(high, high.quantities[0])} is a later count than {phrase(low, low.quantities[0])}"
    return ""


def _rounded(value: float) -> bool:
    """Whether a value looks rounded: at least two digits, the last of them zero."""
    return value >= 100 and value % 10 == 0 and value % 100 in (0, 50)


def _overlap(one: Quantity, two: Quantity, a: str, b: str) -> tuple[Code, float, str]:
    """Intervals with common values, of which at least one is a bound."""
    flat, bound = (one, two) if one.flat else (two, one)
    if not flat.flat:
        if one.open and two.open and (one.low == 0) != (two.low == 0):
            return Code.LOOSER_BOUND, 0.8, f"{a} and {b} leave room for each other"
        if (one.open and two.open) or one.open != two.open:
            return Code.LOOSER_BOUND, 0.8, f"{a} and {b} can both be true"
        return Code.APPROXIMATELY, 0.8, f"{a} and {b} overlap"
    edge = bound.low if bound.high == inf else bound.high
    if not bound.open or abs(flat.low - edge) < min(roundness(edge), NEAR_BOUND * edge) or flat.low == edge:
        return Code.WITHIN_BOUND, 0.9, f"{a} fits {b}" if flat is one else f"{b} fits {a}"
    return Code.LOOSER_BOUND, 0.8, f"{a} and {b} can both be true"


# "over 30" and 36 are one count told with more and less care: 36 is what rounds to "over 30". "at least 58" and 72 are two
# stages of a count. A bound is just satisfied within its last round place, but never by more than this share of it.
NEAR_BOUND = 0.25


def _scopes_differ(one: Window | None, two: Window | None, left: Quantity, right: Quantity) -> str:
    """Both windows in words where they are resolved and not the same; empty otherwise.

    A shorter time inside a longer one cannot hold more than it: then the counts are compared all the same.
    """
    for window, other, more, less in ((one, two, left, right), (two, one, right, left)):
        if window is not None and (other is None or not other.resolved) and _spans_days(window) and more.low > less.high:
            return f"{window.text} / a time that is not given"
    if one is None or two is None or not (one.resolved and two.resolved) or one.one_scope(two):
        return ""
    if one.start is None or one.end is None or two.start is None or two.end is None:
        return ""
    inner_left = two.start <= one.start and one.end <= two.end
    inner_right = one.start <= two.start and two.end <= one.end
    if (inner_left and left.low > right.high) or (inner_right and right.low > left.high):
        return ""
    if (inner_left or inner_right) and left.low == right.low and left.high == right.high:
        return ""  # the same count, once with the day and once with the week
    return f"{one.text} / {two.text}"


def _spans_days(window: Window) -> bool:
    return window.start is not None and window.end is not None and window.start < window.end


def _figures_differ(left: Claim, right: Claim) -> str:
    """Whether claims in words give figures of the same measure that cannot both hold; the fact of that figure judges them."""
    for one in left.quantities:
        for two in right.quantities:
            comparable = one.unit == two.unit and (one.role == two.role or not one.role or not two.role)
            if comparable and (one.high < two.low or two.high < one.low):
                return f"the words are close, but the figures are not the same: {phrase(left, one)} / {phrase(right, two)}"
    return ""


def phrase(claim: Claim, quantity: Quantity) -> str:
    """A quantity as a person would say it, with the time that the text gives: "36 this week", "up to 33"."""
    bound = quantity.bound.lower()
    value = number(quantity.high if quantity.low == 0 and quantity.high != inf else quantity.low)
    if quantity.unit:
        text = claim_words(claim, quantity)
    elif bound in ("range", ""):
        text = value if quantity.flat else f"{number(quantity.low)} to {number(quantity.high)}"
    elif quantity.low != 0 and quantity.high not in (inf, quantity.low):
        text = claim_words(claim, quantity)
    else:
        text = f"{bound} {value}"
    when = f" {claim.window.text}" if claim.window and _reads_well(claim.window.text) else ""
    return f"{text}{when}"


def _reads_well(text: str) -> bool:
    return text.lower().startswith(("this ", "last ", "since ", "in ", "earlier ", "today", "yesterday", "until ", "by "))


def claim_words(claim: Claim, quantity: Quantity) -> str:
    """The quantity's own words where the claim holds them, else its interval."""
    start, end = quantity.start - claim.start, quantity.end - claim.start
    if start >= 0 and end <= len(claim.text):
        return claim.text[start:end].lower()
    return f"{number(quantity.low)} to {number(quantity.high)} {quantity.unit}".strip()


def number(value: float) -> str:
    """A number with thousands separated and no needless decimals: 2,000; 4.75."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"
