"""Alignment: which claims make one fact."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from fakes import FakeEncoder
from handmade import OPEN, amount, days, says, toll
from handmade import slot_score as same_matter

from claims.claim import Claim
from claims.names import shared_name
from factcheck.aligning.alignment import SAME_COUNT, SAME_FACET, SAME_MEASURE, align, same_fact
from factcheck.aligning.likeness import Crowd, centred, packaged_weights, rarity
from factcheck.aligning.slot import APART
from factcheck.aligning.stories import UNKNOWN, Stories
from factcheck.aligning.words import LOOSEST


def facts(*claims: Claim, events: dict[str, str] | None = None, joined: Any = ()) -> list[set[str]]:
    """The texts of each fact, with words as vectors and all documents in one event."""
    of = events or {claim.document: "e" for claim in claims}
    found = align(claims, FakeEncoder().encode([c.standalone for c in claims]), of, joined)
    return [{claims[i].text for i in fact} for fact in found]


COUNTS = [
    (toll(33), toll(36), True, "soldiers and soldiers"),
    (toll(33), toll(33, counted="servicemen"), True, "another word for soldiers"),
    (toll(33), toll(33, counted="people"), True, "people may be soldiers"),
    (toll(33), toll(33, counted="comrades"), True, "an unknown word may be any kind"),
    (toll(33), toll(33, counted="civilians"), False, "soldiers are never civilians"),
    (toll(33), toll(33, counted="militants"), False, "soldiers are never militants"),
    (toll(33, counted="Torvayan soldiers"), toll(33, counted="Orlian soldiers"), False, "two nations"),
    (toll(33, counted="Torvayan soldiers"), toll(36, counted="soldiers"), True, "one nation is not named"),
    (toll(33), toll(33, facet="wounded", role="wounded"), False, "dead are never wounded"),
    (toll(33), toll(11, part=True, counted="children"), False, "a whole and a part of another kind"),
    (toll(33), toll(33, unit="percent"), False, "a count and a share"),
    (toll(33, window=days("2024-05-14")), toll(36, window=days("2024-05-15")), True, "the day of the report slips"),
    (toll(33, window=days("2024-05-14")), toll(33, window=days("2024-06-14")), False, "a month apart is another deed"),
    (
        toll(33, window=days("2024-05-14")),
        toll(57, window=days("2024-05-01", "2024-05-31")),
        True,
        "a day inside a month: the judge tells the windows apart",
    ),
]


@pytest.mark.parametrize(("left", "right", "together", "why"), COUNTS, ids=[row[3] for row in COUNTS])
def test_counts_meet_only_where_they_can_be_one(left: Claim, right: Claim, together: bool, why: str) -> None:
    """A count stands with another only if what is counted, what happened to them, and when can be one; in either order."""
    left, right = (says("as many were hit", c.facet, d, **_slots(c)) for c, d in ((left, "d1"), (right, "d2")))
    assert (len(facts(left, right)) == 1) == together
    assert (len(facts(right, left)) == 1) == together
    assert (same_fact(left, right, 0.9) > 0.5) == together


def _slots(claim: Claim) -> dict[str, Any]:
    return {"quantities": claim.quantities, "window": claim.window}


def test_events_never_mix() -> None:
    """The same words in two events are two facts."""
    left, right = says("they met for five hours", document="d1"), says("they met for five hours", document="d2")
    assert len(facts(left, right)) == 1
    assert len(facts(left, right, events={"d1": "Ankara 2017", "d2": "Moscow 2020"})) == 2


def test_figures_and_words_never_mix() -> None:
    """A claim of a facet does not stand with a claim in words alone, however alike."""
    assert len(facts(says("twelve died", "killed", quantities=(amount(12),)), says("twelve died", "other", "d2"))) == 2


def test_one_voice_with_two_flat_counts_means_two_things() -> None:
    """Two flat counts of one article and speaker are of two things, unless the words say that one replaces the other."""
    first, second = toll(12, text="12 were hit at the mill"), toll(15, text="15 were hit at the mill")
    assert len(facts(first, second)) == 2
    assert len(facts(first, toll(15, text="the toll rose to 15 at the mill"))) == 1


def test_speakers_of_one_article_may_differ_on_one_thing() -> None:
    """Two speakers in one article give two counts of one thing."""
    first = toll(12, text="12 were hit at the mill", speakers=("the mayor",))
    assert len(facts(first, toll(15, text="15 were hit at the mill", speakers=("a nurse",)))) == 1


def test_sides_of_a_dispute_are_one_fact() -> None:
    """Claims that the text sets against each other are one fact, however far apart their words are."""
    left, right = says("they stood in a post"), says("rebels hid there")
    assert len(facts(left, right)) == 2
    assert len(facts(left, right, joined=[(0, 1)])) == 1


def test_a_dispute_does_not_drag_others_of_its_facet_along() -> None:
    """A side that stands with other means (how) leaves them when it is joined with its opponent."""
    left, other = says("rockets hit the post", "method", "d1"), says("rockets hit the post", "method", "d2")
    assert len(facts(left, other)) == 1
    denial = says("nobody fired", "statement", "d3")
    found = align(
        (left, other, denial),
        FakeEncoder().encode([c.text for c in (left, other, denial)]),
        dict.fromkeys(("d1", "d2", "d3"), "e"),
        [(0, 2)],
    )
    assert sorted(found) == [(0, 2), (1,)]


def test_a_denial_of_two_accusations_stands_with_both() -> None:
    """One denial answers the same accusation in two articles: neither dispute is lost."""
    one, two = says("rockets hit the post", "method", "d1"), says("rockets hit the post", "method", "d2")
    denial = says("it denied any attack", "method", "d3")
    vectors = FakeEncoder().encode([c.text for c in (one, two, denial)])
    found = align((one, two, denial), vectors, dict.fromkeys(("d1", "d2", "d3"), "e"), [(0, 2), (1, 2)])
    assert any({0, 2} <= set(fact) for fact in found)
    assert any({1, 2} <= set(fact) for fact in found)


def test_nothing_to_align() -> None:
    """No claims, no facts."""
    assert align([], np.zeros((0, 0), dtype=np.float32), {}) == ()


@pytest.mark.parametrize(
    ("one", "two", "same", "why"),
    [
        (["Rashidin"], ["Rashideen"], True, "two spellings"),
        (["Mogadisho"], ["Mogadishu"], True, "two spellings of a longer name"),
        (["Brannick"], ["Kessim"], False, "two towns"),
        (["Ashel valley"], ["Ashel"], True, "a part of the name"),
        ([], ["Kessim"], False, "no name"),
        (["ANKARA"], ["Ankara"], True, "capitals"),
    ],
)
def test_shared_name(one: list[str], two: list[str], same: bool, why: str) -> None:
    """Names are one in the same or a like spelling."""
    assert bool(shared_name(one, two)) == same
    assert bool(shared_name(two, one)) == same


def test_tolls_of_two_sizes_are_less_alike() -> None:
    """300 dead and 12 are hardly one happening's; 33 and 36 are."""
    near = same_matter(toll(33), toll(36, document="d2"), 0.6)
    far = same_matter(toll(12), toll(0, 300, "up to", document="d2"), 0.6)
    assert near > same_matter(toll(12), toll(300, document="d2"), 0.6)
    assert far > APART


def test_several_and_over_stand_with_the_flat_count() -> None:
    """Loose, bounded and flat counts of one group are one fact."""
    words = "soldiers were hit at the post"
    claims = [
        toll(3, 9, "several", text=f"several {words}", document="d1"),
        toll(30, OPEN, "over", text=f"over thirty {words}", document="d2"),
        toll(33, text=f"thirty-three {words}", document="d3"),
    ]
    assert len(facts(*claims)) == 1


def test_dead_and_wounded_never_meet_in_words() -> None:
    """Claims in words that count only harm of other kinds are two facts, however alike; one kind in common will do."""
    dead = says("ten were hit at the mill", "other", "d1", quantities=(amount(10, role="killed"),))
    hurt = says("ten were hit at the mill", "other", "d2", quantities=(amount(10, role="wounded"),))
    both = says("ten were hit at the mill", "other", "d2", quantities=(amount(10, role="wounded"), amount(9, role="killed")))
    assert len(facts(dead, hurt)) == 2
    assert len(facts(dead, both)) == 1


def test_claims_of_one_article_speak_against_a_common_fact() -> None:
    """Two claims whose words are only somewhat alike meet across articles, and stay apart within one."""
    one, two = "the old bridge at the mill fell into the river", "volunteers painted the bridge on Sunday morning"
    assert len(facts(says(one, document="d1"), says(two, document="d2"))) == 1
    assert len(facts(says(one, document="d1"), says(two, document="d1", start=100))) == 2


@pytest.mark.parametrize(
    ("one", "two", "threshold"),
    [
        (toll(33), toll(36, document="d2"), SAME_COUNT),
        (says("by a bomb", "method"), says("with a bomb", "method", "d2"), SAME_FACET),
        (
            says("fuel rose to 9 %", "figure", quantities=(amount(9, unit="%", role="", counted=""),)),
            says("fuel rose to 8 %", "figure", "d2", quantities=(amount(8, unit="%", role="", counted=""),)),
            SAME_MEASURE,
        ),
    ],
    ids=["counts", "details", "measures"],
)
def test_what_just_reaches_its_threshold_is_as_likely_as_not(one: Claim, two: Claim, threshold: float) -> None:
    """The probability of one fact is a half where the slots score the threshold of their kind, and rises with the score."""
    needed = threshold - same_matter(one, two, 0.0)
    assert same_fact(one, two, needed) == pytest.approx(0.5)
    assert same_fact(one, two, needed - 0.1) < 0.4 < 0.6 < same_fact(one, two, needed + 0.1)


def test_two_claims_in_words_meet_as_soon_as_they_are_likely_enough() -> None:
    """In an event of the fewest claims the log-odds of one matter need be no higher than `LOOSEST`, and no lower."""
    claims = [says("the mill burnt down"), says("a fire ruined the mill", document="d2")]
    rows = np.array([0]), np.array([1])
    met = []
    for near in np.linspace(-1.0, 1.0, 81):
        vectors = np.array([[1.0, 0.0], [near, np.sqrt(1.0 - near**2)]], dtype=np.float32)
        crowd = Crowd(claims, centred(claims, vectors), rarity(claims))
        likely = float(packaged_weights().log_odds(crowd.likeness(*rows))[0, 0]) >= LOOSEST
        assert (len(align(claims, vectors, {"d1": "e", "d2": "e"})) == 1) is likely
        met.append(likely)
    assert {True, False} == set(met)


def test_what_cannot_be_one_matter_is_as_good_as_impossible() -> None:
    """The dead of two nations are never one count, however alike the words."""
    assert same_fact(toll(33, counted="Torvayan soldiers"), toll(33, counted="Orlian soldiers", document="d2"), 1.0) < 0.001


@pytest.mark.parametrize(
    ("alike", "cosine", "facet", "together"),
    [
        (None, 0.35, "killed", True),  # 0.45 with what is counted, against 0.40
        (0.47, 0.35, "killed", False),
        (0.47, 0.45, "killed", True),
        (0.05, 0.45, "killed", False),
        (0.05, 0.47, "killed", True),  # another angle costs no more than so much
        (0.9, 0.0, "killed", True),
        (0.47, 0.35, "course of inflation", True),  # one whatever the story
    ],
)
def test_articles_of_another_story_need_closer_words(alike: float | None, cosine: float, facet: str, together: bool) -> None:
    """Two counts of one role and kind: the less the two articles tell one story, the closer the words have to be."""
    told = UNKNOWN if alike is None else Stories({"d1": 0, "d2": 1}, np.array([[1.0, alike], [alike, 1.0]]))
    vectors = np.array([[1, 0], [cosine, np.sqrt(1 - cosine**2)]], dtype=np.float32)
    claims = [toll(33, facet=facet), toll(36, facet=facet, document="d2")]
    assert (len(align(claims, vectors, {"d1": "e", "d2": "e"}, stories=told)) == 1) is together
