"""Consensus: values with the origins behind them, their history, camps, and who is silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from math import inf

import pytest
from handmade import OPEN, article, says, toll

from claims.claim import Claim
from claims.document import Document
from factcheck.evidence.consensus import DEFAULT_METHOD, settle, sources
from factcheck.evidence.truth import Method
from factcheck.judgement import Code, Fact, Finding, Judgement
from factcheck.report import Origin, Trust


def settled(
    *claims: Claim,
    judgements: Sequence[Judgement] = (),
    documents: Sequence[Document] = (),
    elsewhere: Sequence[Claim] = (),
    origin: Mapping[str, str] | None = None,
    shared: Sequence[Origin] = (),
    method: Method = DEFAULT_METHOD,
) -> tuple[Fact, tuple[Trust, ...]]:
    """One fact of these claims, and the trust in its voices; documents that are not given tell of one event. Claims `elsewhere`
    stand in other facts.
    """
    known = {key: article(key, event="the blast", outlet=key) for key in sorted({claim.document for claim in claims})}
    known |= {document.id: document for document in documents}
    of = {key: key for key in known} | dict(origin or {})
    fact = Fact(
        "f", "Soldiers killed", "the blast", claims[0].facet, Finding.UNCLEAR, tuple(c.id for c in claims), len(set(of.values()))
    )
    by_id = {claim.id: claim for claim in claims}
    (got,), trust = settle([fact], by_id, {"f": judgements}, sources(known, of, shared, (*claims, *elsewhere)), method)
    return got, trust


@pytest.mark.parametrize(
    ("claims", "values", "why"),
    [
        ((toll(33), toll(36), toll(33, document="d2", id="z")), (33, 33, 36), "the value that most state is the best"),
        ((toll(33), toll(30, OPEN, "over")), (30, 33, 33), "a flat value before a bound"),
        ((toll(0, 33, "up to"), toll(36)), (33, 36, 36), "an upper bound's value is its high end"),
        ((toll(30, OPEN, "over"),), (30, 30, 30), "only a bound"),
        ((toll(36, 44, "about"),), (36, 40, 44), "the middle of an approximation"),
        ((toll(24, 99, "dozens"),), (24, 24, 99), "the low end of a loose word"),
        ((toll(33), toll(11, part=True, document="d2")), (33, 33, 33), "a part is no value of the whole"),
        ((toll(33), toll(5, unit="percent", document="d2"), toll(33, document="d3")), (33, 33, 33), "another unit is no value"),
        (
            (toll(2, unit="km"), toll(2000, unit="m", document="d2"), toll(3, unit="km", document="d3")),
            (2, 2, 3),
            "2,000 metres are 2 km",
        ),
        ((says("rain fell"),), (None, None, None), "no values in words"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_low_best_high(claims: tuple[Claim, ...], values: tuple[float | None, ...], why: str) -> None:
    """low, best and high are the lowest, best supported and highest value that was stated."""
    got, _ = settled(*claims)
    assert (got.low, got.best, got.high) == values


@pytest.mark.parametrize("method", Method)
def test_a_bound_stands_behind_every_value_it_allows(method: Method) -> None:
    """33 and 36 by one origin each; "over 34" allows only 36, so that 36 has two of three origins."""
    got, _ = settled(toll(33, document="a"), toll(36, document="b"), toll(34, OPEN, "over", document="c"), method=method)
    assert [(v.low, v.high, v.origins, v.outlets) for v in got.values] == [(36, 36, 2, ("b", "c")), (33, 33, 1, ("a",))]
    assert got.best == 36


def test_an_approximation_means_its_number_where_somebody_says_it() -> None:
    """ "About 40" admits 38, but with 40 on the table it is a voice for 40: two origins to one."""
    claims = (toll(40, document="a"), toll(38, document="b"), toll(36, 44, "about", document="c"))
    got, _ = settled(*claims)
    assert [(value.low, value.origins) for value in got.values] == [(40, 2), (38, 1)]
    got, _ = settled(*claims[1:])
    assert [(value.low, value.origins) for value in got.values] == [(38, 2)]


@pytest.mark.parametrize("method", Method)
def test_copies_weigh_nothing(method: Method) -> None:
    """Two origins say 36; three outlets print one text that says 33: the 33 has one origin, and loses."""
    claims = [toll(36, document=key) for key in "ab"] + [toll(33, document=key) for key in "cde"]
    shared = [Origin(("c", "d", "e"), "d", "published first", ())]
    got, trust = settled(*claims, origin={"d": "c", "e": "c"}, shared=shared, method=method)
    assert [(value.low, value.origins) for value in got.values] == [(36, 2), (33, 1)]
    assert got.values[1].outlets == ("c", "d", "e")
    assert {it.outlet for it in trust} == (set() if method is Method.MAJORITY else {"a", "b", "d"})


def test_trust_comes_with_its_sample_and_can_be_switched_off() -> None:
    """An outlet's trust says on how many facts it rests; with majority nobody has any."""
    claims = (toll(33, document="a"), toll(33, document="b"), toll(36, document="c"))
    _, trust = settled(*claims)
    assert {it.outlet: it.facts for it in trust} == {"a": 1, "b": 1, "c": 1}
    share = {it.outlet: it.share for it in trust}
    assert 1 > share["a"] == share["b"] > share["c"] > 0
    assert settled(*claims, method=Method.MAJORITY)[1] == ()


def test_one_voice_alone_is_no_sample() -> None:
    """A fact of which one origin tells says nothing about anybody's trust."""
    assert settled(toll(33, document="a"), toll(36, document="a", id="z"))[1] == ()


def test_history_is_in_order_of_publication() -> None:
    """Each value with its day, outlet and claim, the oldest first and the undated last."""
    documents = [
        article("a", published=date(2024, 5, 3), outlet="Courier"),
        article("b", published=date(2024, 5, 1), outlet="Post"),
        article("c", outlet="c"),
    ]
    claims = (toll(36, document="a", id="1"), toll(30, OPEN, "over", document="b", id="2"), toll(33, document="c", id="3"))
    got, _ = settled(*claims, documents=documents)
    assert [(step.published, step.low, step.high, step.outlet, step.claim) for step in got.history] == [
        (date(2024, 5, 1), 30, inf, "Post", "2"),
        (date(2024, 5, 3), 36, 36, "Courier", "1"),
        (None, 33, 33, "c", "3"),
    ]


def said(key: str, document: str, speaker: str = "") -> Claim:
    return says(f"the army {key}", "statement", document, id=key, speakers=(speaker,) if speaker else ())


def test_camps_say_who_holds_what() -> None:
    """Claims that agree are one camp; the speakers hold it, or the outlet where nobody else speaks."""
    claims = (said("x", "a"), said("y", "b", "Korvan"), said("z", "c", "Rendel"))
    judged = [Judgement("x", "y", Code.PARAPHRASE, 0.9, "same"), Judgement("x", "z", Code.DENIAL, 0.9, "denied")]
    got, _ = settled(*claims, judgements=judged)
    assert [(side.claims, side.holders, side.origins) for side in got.camps] == [
        (("x", "y"), ("a", "Korvan"), 2),
        (("z",), ("Rendel",), 1),
    ]
    assert got.values == ()


def test_no_camp_holds_a_contradiction() -> None:
    """x agrees with y and y with z, but x contradicts z: the surer agreement joins, the other does not."""
    judged = [
        Judgement("x", "y", Code.PARAPHRASE, 0.9, "same"),
        Judgement("y", "z", Code.PARAPHRASE, 0.8, "same"),
        Judgement("x", "z", Code.DENIAL, 0.9, "denied"),
    ]
    got, _ = settled(said("x", "a"), said("y", "b"), said("z", "c"), judgements=judged)
    assert {side.claims for side in got.camps} == {("x", "y"), ("z",)}


def test_who_is_silent() -> None:
    """The outlets that cover the event and do not mention the fact; other events and the outlet's second article aside."""
    documents = [
        article("a", event="the blast", outlet="Courier"),
        article("a2", event="the blast", outlet="Courier"),
        article("b", event="the blast", outlet="Post"),
        article("c", event="the talks", outlet="Herald"),
    ]
    got, _ = settled(toll(33, document="a"), documents=documents)
    assert got.silent == ("Post",)
    wounded = toll(40, document="b", role="wounded", facet="wounded")
    assert settled(toll(33, document="a"), documents=documents, elsewhere=[wounded])[0].silent == ("Post",)


def test_who_counts_the_same_harm_in_another_fact_is_not_silent() -> None:
    """ "Over 30 of his comrades" is a count of the dead, though nothing tells that it is this one."""
    documents = [article(key, event=event, outlet=key) for key, event in (("a", "e"), ("b", "e"), ("c", "e"), ("d", "f"))]
    elsewhere = [toll(30, document="b", counted="comrades"), toll(5, document="d")]
    got, _ = settled(toll(33, document="a"), documents=documents, elsewhere=elsewhere)
    assert got.silent == ("c",)
    where = settled(says("in the port", "place", "a"), documents=documents, elsewhere=[says("at sea", "place", "b")])[0]
    assert where.silent == ("b", "c")
