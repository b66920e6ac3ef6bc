"""Findings: what the judged pairs of a fact add up to, its headline and its values."""

from __future__ import annotations

from datetime import date

import pytest
from fakes import FakeEncoder
from handmade import amount, article, says, toll

from claims.claim import Claim
from factcheck.evidence.findings import fact, finding, headline
from factcheck.judgement import Code, Fact, Finding, Judgement

A, B, C = (toll(33, document=d, id=d) for d in ("d1", "d2", "d3"))
OTHER_VOICE = toll(33, document="d1", id="d1x", speakers=("a nurse",))
SAME_VOICE = toll(33, document="d1", id="d1y")
APART = {"d1": "d1", "d2": "d2", "d3": "d3"}
COPIED = {"d1": "d1", "d2": "d1", "d3": "d3"}


def j(one: Claim, two: Claim, code: Code) -> Judgement:
    """A judgement with its sides in order."""
    left, right = sorted((one.id, two.id))
    return Judgement(left, right, code, 1.0, "because")


ROWS = [
    ([A], [], APART, Finding.SINGLE_SOURCE, "one claim"),
    ([A, B], [j(A, B, Code.SAME_VALUE)], APART, Finding.AGREED, "two origins say the same"),
    ([A, B], [j(A, B, Code.SAME_VALUE)], COPIED, Finding.REPEATED, "a reprint agrees with its source"),
    (
        [A, B, C],
        [j(A, B, Code.SAME_VALUE), j(A, C, Code.NO_BASIS), j(B, C, Code.NO_BASIS)],
        COPIED,
        Finding.UNCLEAR,
        "copies and a third",
    ),
    ([A, B, C], [j(A, B, Code.SAME_VALUE), j(A, C, Code.SAME_VALUE)], COPIED, Finding.AGREED, "copies and a third who agrees"),
    ([A, B], [j(A, B, Code.VALUE_DIFFERS)], APART, Finding.CONTRADICTED, "two values"),
    (
        [A, B, C],
        [j(A, B, Code.VALUE_DIFFERS), j(A, C, Code.SAME_VALUE)],
        APART,
        Finding.CONTRADICTED,
        "contradiction is seen first",
    ),
    ([A, B, C], [j(A, B, Code.LOOSER_BOUND), j(A, C, Code.SAME_VALUE)], APART, Finding.AGREED, "agreement before compatible"),
    ([A, B], [j(A, B, Code.LOOSER_BOUND)], APART, Finding.COMPATIBLE, "a looser bound"),
    ([A, B], [j(A, B, Code.NO_BASIS)], APART, Finding.UNCLEAR, "nobody knows"),
    ([A, OTHER_VOICE], [j(A, OTHER_VOICE, Code.VALUE_DIFFERS)], APART, Finding.CONTRADICTED, "two speakers of one article"),
    ([A, SAME_VOICE], [j(A, SAME_VOICE, Code.VALUE_DIFFERS)], APART, Finding.SINGLE_SOURCE, "a slip of one voice"),
    (
        [A, OTHER_VOICE],
        [j(A, OTHER_VOICE, Code.SAME_VALUE)],
        APART,
        Finding.SINGLE_SOURCE,
        "two voices of one article: one origin",
    ),
]


@pytest.mark.parametrize(("claims", "judgements", "origin", "expected", "why"), ROWS, ids=[row[4] for row in ROWS])
def test_finding(claims: list[Claim], judgements: list[Judgement], origin: dict[str, str], expected: Finding, why: str) -> None:
    """Contradicted before agreed before compatible; an agreement counts origins, not outlets."""
    assert finding(claims, judgements, origin) is expected
    assert finding(claims[::-1], judgements[::-1], origin) is expected


def made(*claims: Claim, **published: date) -> Fact:
    """A fact of these claims, nothing judged."""
    documents = {c.document: article(c.document, published=published.get(c.document)) for c in claims}
    vectors = FakeEncoder().encode([c.standalone for c in claims])
    return fact(claims, vectors, [], documents, {key: key for key in documents}, "a fire")


def test_claims_stand_in_reading_order() -> None:
    """The oldest article comes first, an undated one last; inside an article the text's order."""
    late, early, undated = (says("x", document=d, id=d) for d in ("a", "b", "c"))
    second = says("y", document="b", start=40, id="a-later")
    got = made(undated, late, second, early, a=date(2024, 5, 3), b=date(2024, 5, 1))
    assert got.claims == ("b", "a-later", "a", "c")
    assert got.origins == 3


@pytest.mark.parametrize(
    ("claims", "words", "why"),
    [
        ((toll(33, counted="soldiers"),), "Soldiers killed", "who and what happened"),
        (
            (toll(33, counted="soldiers"), toll(33, counted="Torvayan soldiers", id="x")),
            "Torvayan soldiers killed",
            "the fuller name",
        ),
        ((toll(33, counted=""),), "People killed", "nobody is named"),
        ((says("rain fell in Brannick", "place"),), "Where: rain fell in Brannick", "a facet says what it answers"),
        ((says("x", "open toll"),), "Whether the toll may rise", "what is open"),
        ((says("x", "course of inflation", predicate="rise"),), "Which way inflation goes", "a topic, and no side of it"),
        (
            tuple(says(way, "course of inflation", predicate=way) for way in ("rise", "fall", "rise")),
            "Which way inflation goes: 2 say up or high, 1 down or low",
            "both ways are counted",
        ),
        ((says("x", "state of eruption"),), "Whether there is an eruption", "the state of a thing"),
        ((says("x", "prospect of recession"),), "Whether a recession is coming", "a prospect"),
        ((says("x", "cause of crash"),), "What caused the crash", "the cause of a happening"),
        ((says("x", "cause of inflation"),), "What drives inflation", "the cause of an indicator"),
        ((says("rain fell"),), "Rain fell", "a sentence begins with a capital"),
        ((says("x", "count", quantities=(amount(7, role="", counted="posts"),)),), "Number of posts", "a count without a role"),
        ((says(" ".join(["word"] * 30)),), " ".join(["Word"] + ["word"] * 13) + " …", "long claims are cut"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 60 else "",
)
def test_headline(claims: tuple[Claim, ...], words: str, why: str) -> None:
    """A fact's headline says what it is about."""
    assert headline(claims, FakeEncoder().encode([c.standalone for c in claims])) == words


@pytest.mark.parametrize(
    ("holders", "named"),
    [
        (["Orlia", "Torvay"], "Orlia, Torvay"),
        (list("ABCD"), "A, B, C, D"),
        (list("ABCDE"), "A, B, C, D, E"),
        (list("ABCDEF"), "A, B, C, D and 2 others"),
    ],
)
def test_the_headline_of_a_dispute_names_a_few_holders(holders: list[str], named: str) -> None:
    """Many may take part in a dispute; the headline stays readable, and the positions name them all."""
    claims = [says(f"{who} speaks", document=f"d{n}", speakers=(who,)) for n, who in enumerate(holders)]
    words = headline(claims, FakeEncoder().encode([c.standalone for c in claims]), disputed=True)
    assert words.startswith(f"In dispute ({named}): ")
