"""Cases: what two claims say of each other that tell at what stage of the law somebody stands."""

from __future__ import annotations

from claims.cases import ACQUITTED, CONVICTED, GUILTY, NOT_GUILTY, STAGES, crimes_of, told
from claims.claim import Claim
from claims.names import shared_name
from factcheck.judgement import Code
from factcheck.judging.scopes import days_apart, stated_times_apart
from factcheck.judging.whereabouts import none_in_common

SAME_CASE = 0.5  # cosine from which two claims without a common name or crime are of one case
EXCLUDED = 0.7  # below what the text itself sets against each other (judges.DISPUTED)
ONE_DECISION = 3  # days between two articles that tell of one decision; a plea changes, an appeal is heard

_EXCLUSIVE = (frozenset({CONVICTED, ACQUITTED}), frozenset({GUILTY, NOT_GUILTY}))
_WORDED = {GUILTY: "a plea of guilty", NOT_GUILTY: "a plea of not guilty"}


def compare_cases(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str] | None:
    """Code, score and reason for two claims on one legal case; None for other claims.

    Whoever is charged may be convicted later; who is convicted of a crime is not acquitted of it by the same decision.
    """
    one, two = told(left), told(right)
    if one is None or two is None:
        return None
    crimes = crimes_of(left), crimes_of(right)
    same = shared_name((one.who,), (two.who,)) if one.who and two.who else ""
    if places := none_in_common(left.places, right.places):
        return Code.NO_BASIS, 0.5, f"one case or two: {places}"
    if all(crimes) and not crimes[0] & crimes[1]:
        return Code.PART_OF_WHOLE, 0.5, f"both can be true: {' and '.join(sorted(crimes[0]))} / {' and '.join(sorted(crimes[1]))}"
    if not same and not crimes[0] & crimes[1] and cosine < SAME_CASE:
        return Code.NO_BASIS, 0.5, "neither a name nor a crime in common: one case or two"
    if times := stated_times_apart(left, right):
        return Code.OTHER_WINDOW, 0.7, times
    stages = f"{_named(one.stages)} / {_named(two.stages)}"
    excluded = any(
        len(pair & one.stages) == len(pair & two.stages) == 1 and pair <= one.stages | two.stages for pair in _EXCLUSIVE
    )
    if excluded and days_apart(left, right) <= ONE_DECISION:
        if same and not (left.hedged or right.hedged):
            return Code.NEGATION, EXCLUDED, f"{same} cannot be both: {stages}"
        return Code.NO_BASIS, 0.5, f"{stages}, if it is one person and one case"
    if not excluded and (common := one.stages & two.stages):
        return Code.PARAPHRASE, max(cosine, 0.5), f"both tell of one stage of a case: {_named(common)}"
    return Code.OTHER_WINDOW, 0.7, f"two stages of one case: {stages}"


def _named(stages: frozenset[str]) -> str:
    return " and ".join(_WORDED.get(stage, stage) for stage in STAGES if stage in stages)
