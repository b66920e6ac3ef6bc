"""Laws of consensus and truth discovery, for any votes."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from math import inf

import pytest
from handmade import article, says, toll
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.claim import Claim
from factcheck.evidence.consensus import settle, sources
from factcheck.evidence.truth import Discovery, Method, Vote, ballot, discover, number_likeness, number_loss
from factcheck.judgement import Code, Fact, Finding, Judgement, Verdict
from factcheck.report import Origin, Trust

SOURCES, ITEMS = "abcde", ("toll", "wounded", "day")
votes = st.lists(
    st.tuples(st.sampled_from(SOURCES), st.sampled_from(ITEMS), st.sampled_from([10.0, 12.0, 90.0])), min_size=1, max_size=14
)
methods = st.sampled_from(Method)


def found(cast: list[Vote], method: Method) -> Discovery:
    return discover(ballot(cast), method, number_likeness, number_loss)


def best(cast: list[Vote], method: Method) -> dict[str, list[Hashable]]:
    discovery = found(cast, method)
    return {item: discovery.best(item, sorted({v for _, i, v in cast if i == item}, key=repr)) for _, item, _ in cast}


@settings(max_examples=100)
@given(votes, methods, st.data())
def test_order_and_repetition_of_votes_do_not_matter(cast: list[Vote], method: Method, data: st.DataObject) -> None:
    """The same votes in any order, some of them cast twice, come out the same to the last bit."""
    again = data.draw(st.permutations([*cast, *cast[:3]]))
    assert found(again, method) == found(cast, method)


@settings(max_examples=100)
@given(votes, methods)
def test_trust_is_a_share_and_the_sample_is_counted(cast: list[Vote], method: Method) -> None:
    """Trust lies in [0, 1]; a source has spoken of as many items as it has votes on."""
    discovery = found(cast, method)
    assert all(0 <= trust <= 1 for trust in discovery.trust.values())
    assert discovery.spoke == {s: len({item for source, item, _ in cast if source == s}) for s in {v[0] for v in cast}}


@settings(max_examples=100)
@given(votes, methods)
def test_what_all_say_alone_is_best(cast: list[Vote], method: Method) -> None:
    """An item on which nobody differs has its one value as the best."""
    for item, values in best(cast, method).items():
        stated = {value for _, i, value in cast if i == item}
        assert set(values) <= stated
        if len(stated) == 1:
            assert values == list(stated)


bounds = st.sampled_from([(10, 10, ""), (12, 12, ""), (90, 90, ""), (11, inf, "over"), (0, 12, "up to"), (9, 13, "about")])
facts = st.lists(st.lists(st.tuples(st.sampled_from("abcd"), bounds), min_size=1, max_size=5), min_size=1, max_size=4)


def settled(told: list[list[Claim]], origin: dict[str, str], shared: list[Origin], method: Method) -> tuple[Fact, ...]:
    documents = {key: article(key, event="e") for key in origin}
    made = [
        Fact(f"f{n}", "", "e", "killed", Finding.UNCLEAR, tuple(claim.id for claim in claims), 1) for n, claims in enumerate(told)
    ]
    by_id = {claim.id: claim for claims in told for claim in claims}
    result: tuple[tuple[Fact, ...], tuple[Trust, ...]] = settle(
        made, by_id, {}, sources(documents, origin, shared, by_id.values()), method
    )
    return result[0]


def claimed(drawn: list[list[tuple[str, tuple[float, float, str]]]]) -> list[list[Claim]]:
    return [
        [toll(low, high, bound, document=key, id=f"{n}-{m}") for m, (key, (low, high, bound)) in enumerate(some)]
        for n, some in enumerate(drawn)
    ]


@settings(max_examples=100)
@given(facts, methods, st.sampled_from("abcd"))
def test_a_reprint_changes_no_best_value(
    drawn: list[list[tuple[str, tuple[float, float, str]]]], method: Method, copied: str
) -> None:
    """A reprint of an article, under a new outlet, adds no origin to any value and changes no order of the values."""
    told = claimed(drawn)
    plain = settled(told, {key: key for key in "abcd"}, [], method)
    more = [
        [*claims, *(replace(claim, id=f"{claim.id}-again", document="z") for claim in claims if claim.document == copied)]
        for claims in told
    ]
    origin = {key: key for key in "abcd"} | {"z": copied}
    reprinted = settled(more, origin, [Origin((copied, "z"), copied, "published first", ())], method)
    for one, two in zip(plain, reprinted, strict=True):
        assert (one.low, one.best, one.high) == (two.low, two.best, two.high)
        assert [(v.low, v.high, v.origins) for v in one.values] == [(v.low, v.high, v.origins) for v in two.values]


@settings(max_examples=100)
@given(facts, methods, st.data())
def test_the_order_of_facts_and_claims_does_not_matter(
    drawn: list[list[tuple[str, tuple[float, float, str]]]], method: Method, data: st.DataObject
) -> None:
    """Each fact has the same values, best and trust whatever the order of the claims in it."""
    told = claimed(drawn)
    turned = [data.draw(st.permutations(claims)) for claims in told]
    origin = {key: key for key in "abcd"}
    for one, two in zip(settled(told, origin, [], method), settled(turned, origin, [], method), strict=True):
        assert (one.low, one.best, one.high) == (two.low, two.best, two.high)
        assert [(v.low, v.high, v.origins) for v in one.values] == [(v.low, v.high, v.origins) for v in two.values]


@settings(max_examples=100)
@given(facts, methods)
def test_values_lie_between_the_ends(drawn: list[list[tuple[str, tuple[float, float, str]]]], method: Method) -> None:
    """low <= best <= high wherever values were stated, and each value has at least one origin and outlet behind it."""
    for fact in settled(claimed(drawn), {key: key for key in "abcd"}, [], method):
        assert fact.low is not None
        assert fact.best is not None
        assert fact.high is not None
        assert fact.low <= fact.best <= fact.high
        assert all(value.origins == len(value.outlets) >= 1 for value in fact.values)
        assert len(fact.history) >= len(fact.values) >= 1


@pytest.mark.parametrize("method", Method)
def test_methods_are_named_as_on_the_command_line(method: Method) -> None:
    """A method's name is a word that a shell takes as it is."""
    assert method.value.replace("-", "").isalpha()


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
        st.tuples(st.sampled_from([Code.PARAPHRASE, Code.DENIAL, Code.NO_BASIS]), st.sampled_from([0.6, 0.7, 0.9])),
    )
)
def test_camps_join_what_agrees_as_far_as_nothing_contradicts(said: dict[tuple[int, int], tuple[Code, float]]) -> None:
    """Each claim is in one camp, no camp holds a contradiction, and two camps that agree anywhere also contradict each other."""
    claims = [says(f"the army {n}", "statement", str(n), id=str(n)) for n in range(8)]
    judged = [Judgement(str(one), str(two), code, score, "so") for (one, two), (code, score) in said.items()]
    documents = {key: article(key, outlet=key) for key in map(str, range(8))}
    known = sources(documents, {key: key for key in documents}, (), claims)
    fact = Fact("f", "what the army said", "", "statement", Finding.UNCLEAR, tuple(documents), origins=8)
    (settled,), _ = settle([fact], {claim.id: claim for claim in claims}, {"f": judged}, known)
    camp = {key: n for n, one in enumerate(settled.camps) for key in one.claims}
    assert sorted(key for one in settled.camps for key in one.claims) == sorted(documents)
    against = {frozenset((camp[j.left], camp[j.right])) for j in judged if j.verdict is Verdict.CONTRADICT}
    agreeing = {frozenset((camp[j.left], camp[j.right])) for j in judged if j.verdict is Verdict.AGREE}
    assert all(len(pair) == 2 for pair in against)
    assert all(len(pair) == 1 or pair in against for pair in agreeing)
