"""Open tolls: that more dead may be found, and what two such claims say of each other."""

from __future__ import annotations

import pytest
from handmade import says

from claims.open_toll import OPEN_TOLL, leaves_toll_open, rises
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.details import compare_details
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.occasions import SAME_OPENING, Around


@pytest.mark.parametrize(
    ("text", "opens", "may_rise"),
    [
        ("The death toll is expected to rise.", True, True),
        ("Officials fear that the number of dead will climb.", True, True),
        ("The toll could go up further.", True, True),
        ("Crews were still searching for survivors.", True, False),
        ("Many people are trapped under the rubble.", True, False),
        ("Divers pulled nine bodies out of the wreckage.", True, False),
        ("The search for survivors was called off.", False, False),
        ("No one is trapped under the rubble.", False, False),
        ("The death toll rose to 40.", False, False),
        ("Two members of the rescue service were among the victims.", False, False),  # who, not what they do
        ("Rescue teams went on digging through the debris.", True, False),
        ("Prices are expected to rise.", False, False),
    ],
)
def test_open_tolls(text: str, opens: bool, may_rise: bool) -> None:
    """What may come, or who is sought; a toll that rose is a count."""
    assert (leaves_toll_open(text), rises(text)) == (opens, may_rise)


def test_two_open_tolls() -> None:
    """Both say that it may rise: agreement; one tells only of the search: both can be true."""
    one = says("the toll may rise", OPEN_TOLL)
    again, search = says("the toll is likely to climb", OPEN_TOLL, "d2"), says("crews dig for bodies", OPEN_TOLL, "d3")
    found = [compare_details(one, other, 0.1) for other in (again, search)]
    assert [VERDICT_OF[f[0]] for f in found if f] == [Verdict.AGREE, Verdict.COMPATIBLE]


def test_open_tolls_of_two_happenings() -> None:
    """Any toll may rise: articles that begin with different things do not agree on that."""
    one, two = says("the toll may rise", OPEN_TOLL), says("the toll is likely to climb", OPEN_TOLL, "d2")
    alike, unlike = (Around(openings=SAME_OPENING + more) for more in (0.0, -0.1))
    found = RuleJudge().judge([Pair(one, two, 0.6, around=alike), Pair(one, two, 0.6, around=unlike)])
    assert [judgement.verdict for judgement in found] == [Verdict.AGREE, Verdict.UNCLEAR]
