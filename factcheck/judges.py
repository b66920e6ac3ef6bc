"""Judges: the verdict on two claims of one fact. Figures and days decide first, then denial, then the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rapidfuzz import fuzz

from claims.claim import Claim, Window
from claims.cues import NO_FACTS
from claims.facets import WORDS
from claims.names import shared_name
from claims.roles import HARM
from factcheck.disputes import Dispute
from factcheck.figures import compare_quantities, phrase
from factcheck.judgement import VERDICT_OF, Code, Judgement, Verdict
from factcheck.opposites import opposite

DISPUTED = 0.9  # the score of what the text itself sets against each other

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

# What a hedge on a side leaves of a contradiction's score: it still shows, behind those of two flat facts.
HEDGED = 0.7

_NOT_YET = re.compile(r"\b(?:immediate(?:ly)?|yet|so far|still)\b", re.I)

# rapidfuzz ratio (0 to 100) above which two claims are the same words around other names: "the summit in X", "the summit in Y".
SAME_FRAME = 85.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one fact and the cosine of their `standalone` words."""

    left: Claim
    right: Claim
    cosine: float
    dispute: Dispute | None = None  # how the text itself sets the two against each other, if it does


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
    left, right = ordered(pair)
    return judgement(pair, disputed(pair) or decided(left, right, pair.cosine) or by_words(left, right, pair.cosine))


def disputed(pair: Pair) -> tuple[Code, float, str] | None:
    """What the text itself says of a pair; None where it does not set the two against each other."""
    return (pair.dispute.code, DISPUTED, pair.dispute.reason) if pair.dispute is not None else None


def ordered(pair: Pair) -> tuple[Claim, Claim]:
    """The two claims in the order of their ids, so that nothing depends on the sides."""
    left, right = sorted((pair.left, pair.right), key=lambda claim: claim.id)
    return left, right


def judgement(pair: Pair, verdict: tuple[Code, float, str]) -> Judgement:
    """A code, its score and its reason as the judgement on a pair."""
    left, right = ordered(pair)
    code, score, reason = verdict
    if VERDICT_OF[code] is Verdict.CONTRADICT:
        code, score, reason = _weakened(left, right, code, score, reason)
    return Judgement(left.id, right.id, code, round(score, 3), reason)


def _weakened(left: Claim, right: Claim, code: Code, score: float, reason: str) -> tuple[Code, float, str]:
    """A contradiction in which not both sides are put as facts: a hedge is named, a hope or a plan contradicts no fact."""
    for one, two in ((left, right), (right, left)):
        if one.cue in NO_FACTS and two.cue is not one.cue:
            return Code.NO_BASIS, 0.5, f"{reason}, but “{one.text}” is no fact: {one.speaker or 'somebody'} {one.cue}"
    hedges = [f"“{claim.hedge}”" for claim in (left, right) if claim.hedged]
    if not hedges:
        return code, score, reason
    sides = "both sides are" if len(hedges) > 1 else "one side is"
    return code, HEDGED * score, f"{reason} ({sides} hedged: {', '.join(hedges)})"


def decided(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str] | None:
    """What figures, days, names and denials say of two claims in the order of their ids; None where only the words are left."""
    if left.facet == right.facet and left.facet not in WORDS and left.quantities and right.quantities:
        if opposed := _opposed(left, right):
            return Code.NO_BASIS, 0.5, f"{opposed}: their figures are not of the same change"
        code, score, reason = compare_quantities(left, right)
        if code is Code.VALUE_DIFFERS and left.quantities[0].role not in HARM and cosine < SAME_MEASURE_SURELY:
            return Code.NO_BASIS, 0.5, f"{reason} if they measure the same thing, which the words do not tell"
        if code is Code.VALUE_DIFFERS and (places := _other_places(left, right)):
            return Code.NO_BASIS, 0.5, f"{reason}, if it is one place: {places}"
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
        return Code.NO_BASIS, _unsure(cosine), "one of them denies something, but perhaps something else"
    if opposed := _opposed(left, right):
        if cosine >= NEGATION and not (left.hedged or right.hedged):
            return Code.NEGATION, cosine, f"{opposed}: “{left.text}” / “{right.text}”"
        return Code.NO_BASIS, 0.5, f"{opposed}, but the words do not tell whether of the same thing"
    if cosine >= PARAPHRASE and (times := _stated_times_apart(left, right)):
        return Code.OTHER_WINDOW, 0.7, times
    if cosine >= PARAPHRASE and (other := _others_named(left, right)):
        return Code.NO_BASIS, 0.5, other
    if left.facet == right.facet == "place" and (places := _other_places(left, right)):
        return Code.NO_BASIS, 0.5, f"these may be one place or two: {places}"
    return None


def by_words(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str]:
    """Whether two claims say the same, by the closeness of their words or by a place that both name."""
    if cosine >= PARAPHRASE:
        return Code.PARAPHRASE, cosine, "both say the same in other words"
    if left.facet == right.facet == "place" and (shared := shared_name(left.places, right.places)):
        return Code.PARAPHRASE, max(cosine, 0.5), f"both name {shared}"
    return Code.NO_BASIS, _unsure(cosine), "the words do not tell whether these agree"


def _other_places(left: Claim, right: Claim) -> str:
    """The places of two claims that name some, but none in common; empty otherwise."""
    if left.places and right.places and not shared_name(left.places, right.places):
        return f"{', '.join(left.places)} / {', '.join(right.places)}"
    return ""


def _unsure(cosine: float) -> float:
    """How sure it is that words tell nothing: surer the further apart they are."""
    return min(1.0, max(0.0, 1.0 - cosine))


def _stated_windows(left: Claim, right: Claim) -> tuple[Window, Window] | None:
    """The windows of two claims that both state theirs in their own words, and not the same one."""
    one, two = left.window, right.window
    if (
        one is None
        or two is None
        or one.inherited
        or two.inherited
        or one.text not in left.text
        or two.text not in right.text
        or one.one_scope(two)
    ):
        return None
    return one, two


def _stated_days_differ(left: Claim, right: Claim) -> str:
    """Why two claims that state a day in their own words cannot both be right; empty where they can."""
    match _stated_windows(left, right):
        case (one, two) if one.start and one.start == one.end and two.start and two.start == two.end:
            return f"{one.text} ({one.start}) cannot be {two.text} ({two.start})"
    return ""


def _stated_times_apart(left: Claim, right: Claim) -> str:
    """Why two claims that state longer times ("in 2016", "in April") speak of different ones; empty where they may meet."""
    match _stated_windows(left, right):
        case (one, two) if one.days_from(two):
            return f"they speak of different times: {one.text} / {two.text}"
    return ""


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


def _figures_differ(left: Claim, right: Claim) -> str:
    """Whether claims in words give figures of the same measure that cannot both hold; the fact of that figure judges them."""
    for one in left.quantities:
        for two in right.quantities:
            comparable = one.role == two.role or not one.role or not two.role
            if comparable and (one.unit != two.unit or one.high < two.low or two.high < one.low):
                return f"the words are close, but the figures are not the same: {phrase(left, one)} / {phrase(right, two)}"
    return ""
