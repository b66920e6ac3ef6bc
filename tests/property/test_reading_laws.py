"""Laws of the ladder that hold whatever a reader says."""

from __future__ import annotations

from typing import Any

from fakes import FakeReader
from handmade import says, toll
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.claim import Claim
from factcheck.judgement import Code, Verdict
from factcheck.judging.judges import Pair, RuleJudge, decided
from factcheck.judging.ladder import ReadingJudge

TEXTS = ("rebels hold the bridge", "the army holds the bridge", "The army holds the bridge", "rain fell", "a dam may break")

shares = st.tuples(*[st.floats(0, 1)] * 3).filter(any).map(lambda row: tuple(part / sum(row) for part in row))


@st.composite
def readers(draw: st.DrawFn) -> FakeReader:
    """A reader that says anything of any two of the texts, and says it in each direction anew."""
    known: Any = {(one, two): draw(shares) for one in TEXTS for two in TEXTS}
    return FakeReader((0.2, 0.3, 0.5), known)


@st.composite
def word_claims(draw: st.DrawFn) -> Claim:
    """A claim in words, sometimes hedged or denied; now and then one with figures."""
    document, key = draw(st.sampled_from(("d1", "d2"))), draw(st.uuids()).hex[:12]
    if draw(st.integers(0, 4)) == 0:
        return toll(draw(st.integers(1, 50)), document=document, id=key)
    flags = {"hedge": draw(st.sampled_from(("", "may"))), "negated": draw(st.integers(0, 3)) == 0}
    return says(draw(st.sampled_from(TEXTS)), document=document, id=key, **flags)


cosines = st.floats(-1, 1).map(lambda value: round(value, 3))


@settings(max_examples=200)
@given(readers(), word_claims(), word_claims(), cosines)
def test_reading_is_symmetric(reader: FakeReader, left: Claim, right: Claim, cosine: float) -> None:
    """judge(a, b) == judge(b, a), also where the reader says something else of each direction."""
    judge = ReadingJudge(reader)
    assert judge.judge([Pair(left, right, cosine)]) == judge.judge([Pair(right, left, cosine)])


@settings(max_examples=200)
@given(readers(), word_claims(), word_claims(), cosines)
def test_reading_overrules_no_rule(reader: FakeReader, left: Claim, right: Claim, cosine: float) -> None:
    """Where figures, days, names or denials decide, the verdict is that of the rules; scores stay shares, reasons are given."""
    pair = Pair(left, right, cosine)
    judgement = ReadingJudge(reader).judge([pair])[0]
    if decided(pair) is not None:
        assert [judgement] == RuleJudge().judge([pair])
    assert 0 <= judgement.score <= 1
    assert judgement.reason
    if judgement.code is Code.NLI:
        assert {left.hedged, right.hedged} == {False}


@settings(max_examples=100)
@given(readers(), word_claims(), st.uuids())
def test_no_claim_contradicts_its_own_words(reader: FakeReader, claim: Claim, other: Any) -> None:
    """judge(a, a) is never contradict, whatever the reader says, also where another document has the same words."""
    slots = {key: getattr(claim, key) for key in ("quantities", "hedge", "negated")}
    twin = says(claim.text, claim.facet, "d9", id=other.hex[:12], **slots)
    for one in (claim, twin):
        assert ReadingJudge(reader).judge([Pair(claim, one, 1.0)])[0].verdict is not Verdict.CONTRADICT


@settings(max_examples=50)
@given(readers(), st.lists(st.tuples(word_claims(), word_claims(), cosines), max_size=8))
def test_pairs_are_judged_one_by_one(reader: FakeReader, rows: list[tuple[Claim, Claim, float]]) -> None:
    """A judgement does not depend on the pairs beside it."""
    pairs = [Pair(*row) for row in rows]
    judge = ReadingJudge(reader)
    assert judge.judge(pairs) == [judge.judge([pair])[0] for pair in pairs]


def test_the_texts_are_what_they_seem() -> None:
    """Some pairs of the laws are open to the reader and some are not, else the laws would be empty."""
    open_pair = Pair(says(TEXTS[0]), says(TEXTS[1], document="d2"), 0.6)
    closed = Pair(toll(3), toll(4, document="d2"), 0.9)
    assert decided(open_pair) is None
    assert decided(closed) is not None
