"""Judges: the verdict on two claims of one fact. Figures and days decide first, then denial, then the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from claims.claim import Claim
from claims.facets import WORDS
from claims.figures.breakages import BROKEN
from claims.figures.roles import HARM
from claims.names import shared_name
from claims.speech.cues import NO_FACTS
from factcheck.aligning.words import SURELY
from factcheck.judgement import VERDICT_OF, Code, Judgement, Verdict
from factcheck.judging.attackers import TwoCounts
from factcheck.judging.cases import compare_cases
from factcheck.judging.causes import compare_causes, compare_open_causes
from factcheck.judging.commonplaces import if_telling
from factcheck.judging.courses import compare_courses
from factcheck.judging.details import DETAILS, compare_details
from factcheck.judging.doers import compare_open
from factcheck.judging.fates import compare_fates
from factcheck.judging.figures import compare_quantities
from factcheck.judging.holders import compare_holders
from factcheck.judging.incommon import share_a_word
from factcheck.judging.mentioned import compare_mentioned
from factcheck.judging.occasions import (
    NOTHING_KNOWN,
    OF_THE_MAIN_ONE,
    SAME_WORDS,
    Around,
    begin_apart,
    days_of_two_things,
    one_teller,
    other_tolls,
    tolls_apart,
)
from factcheck.judging.opposites import opposed
from factcheck.judging.others import others_named
from factcheck.judging.populations import populations_may_be_one
from factcheck.judging.prospects import compare_prospects
from factcheck.judging.records import compare_records
from factcheck.judging.samething import surely_one_measure
from factcheck.judging.scopes import (
    OTHER_DAY_SAME_THING,
    STATED,
    afterwards,
    background,
    compare_days,
    stated_days_differ,
    stated_times_apart,
    told_before,
    two_moves,
)
from factcheck.judging.starts import compare_starts
from factcheck.judging.undertakings import compare_undertakings
from factcheck.judging.unknowns import says_unknown
from factcheck.judging.whereabouts import none_in_common
from factcheck.opposing.scene import Dispute

DISPUTED = 0.9  # the score of what the text itself sets against each other

# Above this cosine two claims without figures say the same in other words; set on the dev gold (benchmarks/).
PARAPHRASE = 0.50

# Where a thing happened stands in few of a clause's words: without a place or site that both name, all of them must be closer.
SAME_SPOT = 0.60

# A denial must be of the same words around the same verb: two claims of one topic, one with a "no", mostly speak of two things.
NEGATION = 0.70

# What a hedge on a side leaves of a contradiction's score: it still shows, behind those of two flat facts.
HEDGED = 0.7

_NOT_YET = re.compile(r"\b(?:immediate(?:ly)?|yet|so far|still)\b", re.I)

# "This is not the first time" points at something that only its own article names.
_POINTS = re.compile(r"(?:this|that|it|these|those)\s+(?:is|was|are|were|has|had|have)\b", re.I)

# "The problem is", "two quarters of losses aren't": what is, or is not, stands in another clause.
_BREAKS_OFF = re.compile(r"(?:\b(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|not)|n[’']t)\W*$", re.I)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims of one fact and the cosine of their `standalone` words.

    `dispute` is how the text itself sets the two against each other, if it does; `around` what their articles tell around them.
    `margin` is how far the log-odds of one matter are above what makes a fact of claims in words (aligning/words.py), where
    the two are such claims.
    """

    left: Claim
    right: Claim
    cosine: float
    dispute: Dispute | None = None
    around: Around = NOTHING_KNOWN
    margin: float | None = None

    @property
    def hardly_one_matter(self) -> bool:
        """Whether two claims in words are so little likelier of one matter than others of their story that nothing agrees."""
        return self.margin is not None and self.margin < SURELY


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
    return judgement(pair, disputed(pair) or decided(pair) or by_words(pair))


def disputed(pair: Pair) -> tuple[Code, float, str] | None:
    """What the text itself says of a pair; None where it does not set the two against each other, or both are one print."""
    if pair.dispute is None or pair.around.reprinted:
        return None
    return pair.dispute.code, DISPUTED, pair.dispute.reason


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


def decided(pair: Pair) -> tuple[Code, float, str] | None:
    """What figures, days, names and denials say of two claims; None where only the words are left."""
    (left, right), cosine = ordered(pair), pair.cosine
    one_facet = left.facet == right.facet or {left.facet, right.facet} == BROKEN
    if one_facet and left.facet not in WORDS and left.quantities and right.quantities:
        return _by_figures(pair)
    if left.facet == right.facet == "time" and (days_apart := compare_days(left, right, cosine)):
        return _if_of_one_thing(pair, days_apart)
    if cosine >= OTHER_DAY_SAME_THING and (days := stated_days_differ(left, right)):
        if later := told_before(left, right):
            return Code.OTHER_WINDOW, STATED, f"they tell of two days: {later}"
        return _if_of_one_thing(pair, (Code.DATE_DIFFERS, cosine, days))
    if found := compare_fates(left, right, pair.around) or compare_undertakings(left, right):
        return found
    if figures := compare_mentioned(left, right):
        return figures
    if view := _on_a_topic(left, right, cosine):
        return view
    if left.negated != right.negated and not pair.around.reprinted:
        no, yes = (left, right) if left.negated else (right, left)
        if _NOT_YET.search(no.text):
            return Code.OTHER_WINDOW, 0.7, f"“{no.text}” was so at first; “{yes.text}” can have come later"
        if says_unknown(no.text):
            return Code.PART_OF_WHOLE, 0.5, f"both can be true: “{no.text}” leaves open what another may know"
        firm = not (left.hedged or right.hedged)
        firm &= left.document == right.document or not (_POINTS.match(left.standalone) or _POINTS.match(right.standalone))
        firm &= not (_BREAKS_OFF.search(left.text) or _BREAKS_OFF.search(right.text))
        if firm and cosine >= NEGATION and left.predicate == right.predicate:
            return Code.NEGATION, cosine, f"one says it, the other says it is not so: “{yes.text}” / “{no.text}”"
        return Code.NO_BASIS, _unsure(cosine), "one of them denies something, but perhaps something else"
    if contrary := opposed(left, right):
        if cosine >= NEGATION and not (left.hedged or right.hedged):
            return Code.NEGATION, cosine, f"{contrary}: “{left.text}” / “{right.text}”"
        return Code.NO_BASIS, 0.5, f"{contrary}, but the words do not tell whether of the same thing"
    if cosine >= PARAPHRASE and (times := stated_times_apart(left, right)):
        return Code.OTHER_WINDOW, 0.7, times
    if cosine >= PARAPHRASE and (other := others_named(left, right)):
        return Code.NO_BASIS, 0.5, other
    if left.facet == right.facet == "place" and (places := none_in_common(left.places, right.places)):
        if pair.around.inside and pair.around.own_words != 0:
            return Code.ENTAILS, 0.7, f"one place, told more closely: {pair.around.inside}"
        return Code.NO_BASIS, 0.5, f"these may be one place or two: {places}"
    if background(left.text) != background(right.text):
        then, now = (left, right) if background(left.text) else (right, left)
        return Code.OTHER_WINDOW, 0.5, f"“{then.text}” tells of what was before, “{now.text}” does not"
    if bool(after := afterwards(left.text)) != bool(afterwards(right.text)):
        return Code.OTHER_WINDOW, 0.5, f"“{after or afterwards(right.text)}” tells of what came after, the other does not"
    if pair.around.doers is not None:
        return _by_doers(pair, pair.around.doers)
    found = compare_details(left, right, cosine)
    if found and left.facet in OF_THE_MAIN_ONE and left.document != right.document and begin_apart(pair.around.openings):
        return Code.NO_BASIS, 0.5, f"{found[2]}, if it is one happening: their articles begin with different things"
    if found is None:
        return None
    return if_telling(found, pair.around.own_words if left.facet in DETAILS else None, cosine)


def _by_figures(pair: Pair) -> tuple[Code, float, str]:
    """The verdict on two figures; figures that differ contradict each other only where both are surely of one thing."""
    left, right = ordered(pair)
    code, score, reason = compare_quantities(left, right)
    if code is Code.SAME_VALUE and (moves := two_moves(left, right)):
        return Code.OTHER_WINDOW, 0.5, f"{reason}, {moves}"
    if code is not Code.VALUE_DIFFERS:
        apart = other_tolls(left, right, code, pair.around)
        return (Code.NO_BASIS, 0.5, f"{reason}, if both are of one happening: {apart}") if apart else (code, score, reason)
    toll = left.quantities[0].role in HARM
    if not toll and not surely_one_measure(left, right, pair.cosine, pair.around):
        return Code.NO_BASIS, 0.5, f"{reason} if they measure the same thing, which the words do not tell"
    if found := populations_may_be_one(left, right, reason):
        return found
    if not toll and one_teller(left, right):
        return Code.NO_BASIS, 0.5, f"{reason}, but one article gives both in one voice, so it measures two things"
    if places := none_in_common(left.places, right.places):
        return Code.NO_BASIS, 0.5, f"{reason}, if it is one place: {places}"
    return (tolls_apart(left, right, reason, pair.around) if toll else None) or (code, score, reason)


def _by_doers(pair: Pair, doers: TwoCounts) -> tuple[Code, float, str]:
    """The verdict on two details of a deed that other numbers of people are said to have done: that on their numbers."""
    reason = f"not as many are said to have done it: {doers.words}"
    if doers.both_told:
        return Code.PART_OF_WHOLE, 0.5, f"{reason}, but one article gives both: of two happenings, or a part of it"
    if doers.claims is not None:
        code, score, _ = _by_figures(replace(pair, left=doers.claims[0], right=doers.claims[1]))
        if code is not Code.NO_BASIS:
            return code, score, reason
    return Code.NO_BASIS, 0.5, f"{reason}, if both are of one happening"


def _on_a_topic(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str] | None:
    """What the facets that name their topic say: courses, prospects, records, causes, holders, cases, starts, open questions."""
    return (
        compare_courses(left, right, cosine)
        or compare_prospects(left, right, cosine)
        or compare_records(left, right)
        or compare_causes(left, right, cosine)
        or compare_holders(left, right, cosine)
        or compare_cases(left, right, cosine)
        or compare_starts(left, right, cosine)
        or compare_open(left, right, cosine)
        or compare_open_causes(left, right, cosine)
    )


def _if_of_one_thing(pair: Pair, verdict: tuple[Code, float, str]) -> tuple[Code, float, str]:
    """The verdict on two days; unclear where they are rather of two things that happened."""
    code, _, reason = verdict
    if code is Code.DATE_DIFFERS and (two := days_of_two_things(*ordered(pair), pair.cosine, pair.around)):
        return Code.NO_BASIS, 0.5, f"{reason}, if both are of one happening: {two}"
    return verdict


def by_words(pair: Pair) -> tuple[Code, float, str]:
    """Whether two claims say the same, by the closeness of their words or by a place that both name."""
    left, right = ordered(pair)
    found = _by_words(left, right, pair.cosine)
    if found[0] is Code.PARAPHRASE and pair.hardly_one_matter and pair.cosine < SAME_WORDS:
        return Code.NO_BASIS, 0.5, "the words are close, but hardly closer than those of other matters of the same story"
    return if_telling(found, pair.around.own_words, pair.cosine, in_words=left.facet in WORDS)


def _by_words(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str]:
    if cosine >= (SAME_SPOT if left.facet == right.facet == "place" else PARAPHRASE):
        if left.facet in WORDS and cosine < SAME_WORDS and not share_a_word(left, right):
            return Code.NO_BASIS, 0.5, "the words are close, but the claims share none: perhaps two matters of one story"
        return Code.PARAPHRASE, cosine, "both say the same in other words"
    if left.facet == right.facet == "place" and (shared := shared_name(left.places, right.places)):
        return Code.PARAPHRASE, max(cosine, 0.5), f"both name {shared}"
    return Code.NO_BASIS, _unsure(cosine), "the words do not tell whether these agree"


def _unsure(cosine: float) -> float:
    """How sure it is that words tell nothing: surer the further apart they are."""
    return min(1.0, max(0.0, 1.0 - cosine))
