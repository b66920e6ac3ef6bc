"""Details: what two claims of how or where say of each other by the means and sites that they name."""

from __future__ import annotations

import pytest
from handmade import amount, says

from claims.claim import Claim
from claims.deeds import Act, Deed
from factcheck.judgement import VERDICT_OF, Code, Verdict
from factcheck.judging.details import SAME_DETAIL, compare_details
from factcheck.judging.judges import Pair, RuleJudge

AGREE, COMPATIBLE = Verdict.AGREE, Verdict.COMPATIBLE

CASES = [
    ("method", "warplane struck mill", "airstrike levelled mill", AGREE, "two words for one means"),
    ("method", "air raid struck mill", "jet struck mill", AGREE, "an adjective makes the means"),
    ("method", "a guard was shoot dead", "gunman killed him", AGREE, "who is shot dies by gunfire"),
    ("method", "rebels shoot and shot the plane down", "gunman killed him", None, "a plane is shot down by whatever"),
    ("method", "shelling of mill", "airstrike levelled mill", COMPATIBLE, "each may tell a part"),
    ("method", "bad air at mill", "jet struck mill", None, "air alone is no raid"),
    ("method", "attack on mill", "jet struck mill", None, "an attack alone is not from the air"),
    ("method", "mill was struck", "airstrike levelled mill", None, "one names no means"),
    ("method", "truck bomb at mill", "car bomb at mill", COMPATIBLE, "two vehicles"),
    ("method", "car explode at mill", "bomber in car", AGREE, "one vehicle"),
    ("method", "shelling of car", "shelling of truck", AGREE, "a vehicle that was hit is no means"),
    ("method", "suicide attack on mill", "suicide bomber at mill", AGREE, "an attacker who dies"),
    ("place", "blast at hospital", "blast near hospital", AGREE, "one site, loosely told"),
    ("place", "blast outside hospital", "blast at hospital", AGREE, "before the door is loosely at the site"),
    ("place", "blast near hospital", "blast 200 metres from the old hospital", AGREE, "near it, in two ways"),
    ("place", "blast near hospital", "rocket hit hospital", COMPATIBLE, "near a site, and on it"),
    ("place", "blast in hospital", "blast two miles north of hospital", COMPATIBLE, "a distance from a site, and inside"),
    ("place", "fire in and around hospital", "rocket hit hospital", AGREE, "in it as well as around it"),
    ("place", "near mill a rocket hit hospital", "rocket hit hospital", AGREE, "near something else"),
    ("place", "outside town a hospital burnt", "rocket hit hospital", AGREE, "outside something else, which is a name"),
    ("place", "blast near station in hospital", "blast near station in hospital court", AGREE, "another site that both were at"),
    ("place", "blast at medical center", "blast at medical centre", AGREE, "two spellings"),
    ("place", "blast at hospital", "blast on bridge", COMPATIBLE, "two descriptions of where"),
    ("place", "blast in town", "blast in village", None, "words that fit any place say nothing"),
    ("other", "blast at hospital", "blast near hospital", None, "claims in words are not asked how and where"),
]


@pytest.mark.parametrize(("facet", "one", "two", "verdict", "why"), CASES, ids=[row[4] for row in CASES])
def test_details(facet: str, one: str, two: str, verdict: Verdict | None, why: str) -> None:
    """Named details decide claims of how and where, the same from both sides; without them nothing is said."""
    left, right = says(one, facet, "d1"), says(two, facet, "d2")
    found = compare_details(left, right, 0.5)
    assert (VERDICT_OF[found[0]] if found else None) is verdict
    assert found is None or 0 <= found[1] <= 1
    turned = compare_details(right, left, 0.5)
    assert (turned and turned[:2]) == (found and found[:2])


def test_a_place_that_both_name() -> None:
    """One town agrees, in any spelling; one country does not, and two sites in one town may be two places."""
    one, two, country, same = (
        says("blast", "place", document, places=(place,))
        for place, document in (("Kashidin", "d1"), ("Kashideen", "d2"), ("France", "d1"), ("France", "d2"))
    )
    found = compare_details(one, two, 0.5)
    assert found is not None
    assert found[0] is Code.PARAPHRASE
    assert compare_details(country, same, 0.5) is None
    camp, gate = (says(f"blast at {site}", "place", d, places=("Kashidin",)) for site, d in (("camp", "d1"), ("crossing", "d2")))
    found = compare_details(camp, gate, 0.5)
    assert found is not None
    assert found[0] is Code.PART_OF_WHOLE


def did(text: str, doer: str, document: str) -> Claim:
    """A claim that `doer` killed somebody."""
    return says(text, "perpetrator", document, deeds=(Deed(doer, Act.HARM, "kill", "the pilot", True),))


def test_two_names_for_who_did_it() -> None:
    """Doers without a word in common may be one under two names; a pronoun names nobody."""
    one, two = did("rebels killed the pilot", "rebels", "d1"), did("Kestrel Front killed the pilot", "Kestrel Front", "d2")
    found = compare_details(one, two, 0.6)
    assert found is not None
    assert found[0] is Code.PART_OF_WHOLE
    assert "rebels / Kestrel Front" in found[2]
    assert compare_details(one, did("they killed the pilot", "they", "d2"), 0.6) is None
    same = compare_details(one, did("the rebel fighters killed him", "rebel fighters", "d2"), 0.6)
    assert same is not None
    assert same[0] is Code.PARAPHRASE
    assert same[2] == "both name rebels"


def test_details_of_far_words_say_nothing() -> None:
    """Claims whose words lie far apart may tell of two happenings, whatever they name."""
    left, right = says("blast at hospital", "place", "d1"), says("birth at hospital", "place", "d2")
    assert compare_details(left, right, SAME_DETAIL - 0.01) is None


@pytest.mark.parametrize(
    "words",
    [
        "the group has previously bombed the town",
        "the group bombed the town in the past",
        "the group has often bombed the town",
    ],
)
def test_background_is_of_another_time(words: str) -> None:
    """What is told as background is compatible with the news of the day, never the same."""
    background, news = says(words, "method", "d1"), says("a car bomb exploded in the town", "method", "d2")
    assert RuleJudge().judge([Pair(background, news, 0.8)])[0].code is Code.OTHER_WINDOW
    assert RuleJudge().judge([Pair(background, background, 1.0)])[0].verdict is AGREE


def test_a_figure_that_both_give_is_no_difference() -> None:
    """Claims in words that give the same two figures do not differ because the first of one is not the second of the other."""
    figures = (amount(1), amount(16))
    left, right = (says("one of the 16 raids on the mill", "other", key, quantities=figures) for key in ("d1", "d2"))
    assert RuleJudge().judge([Pair(left, right, 0.9)])[0].verdict is AGREE


def test_close_words_alone_tell_no_common_place() -> None:
    """Most of the words are of the attack: without a place or site in common they must be closer still."""
    left, right = says("the blast hit a suburb", "place", "d1"), says("the blast hit a crowd in a town", "place", "d2")
    codes = [judgement.code for judgement in RuleJudge().judge([Pair(left, right, 0.55), Pair(left, right, 0.65)])]
    assert codes == [Code.NO_BASIS, Code.PARAPHRASE]


def test_what_only_follows_is_of_another_time() -> None:
    """Aftershocks are not the quake, in however like words; two reports of them, or of an attack on a funeral, may agree."""
    quake, after = says("a quake shook the island"), says("aftershocks shook the island", document="d2")
    assert RuleJudge().judge([Pair(quake, after, 0.8)])[0].code is Code.OTHER_WINDOW
    again = says("an aftershock shook the island", document="d3")
    assert RuleJudge().judge([Pair(again, after, 0.8)])[0].code is Code.PARAPHRASE
    blast, funeral = says("a blast hit mourners"), says("a blast hit a funeral", document="d2")
    assert RuleJudge().judge([Pair(blast, funeral, 0.8)])[0].code is Code.PARAPHRASE
