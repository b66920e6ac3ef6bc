"""Laws of alignment, judging, findings and exports, for any claims."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from math import inf
from typing import Any

import loaded
import pytest
from fakes import FakeEncoder
from handmade import article, says, toll
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claims.claim import Claim, Quantity, Window
from claims.document import Failure
from claims.figures.bounds import excludes
from claims.reading import read_text
from factcheck.aligning.alignment import align, same_fact
from factcheck.comparison import Models, compare
from factcheck.evidence.findings import fact, finding
from factcheck.exports import COLUMNS, as_data, harmless, to_csv, to_json
from factcheck.exports.json_back import from_json
from factcheck.judgement import Code, Fact, Finding, Judgement, Verdict
from factcheck.judging.figures import compare_quantities
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.report import Report

ENCODER = FakeEncoder()
DOCUMENTS = ("d1", "d2", "d3", "d4")
EVENTS = {"d1": "e1", "d2": "e1", "d3": "e1", "d4": "e2"}
WORDS = ("soldiers", "rocket", "bridge", "not", "killed", "ceasefire", "Brannick", "river", "so", "far", "rose")

days = st.dates(date(2024, 1, 1), date(2024, 3, 1))
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
windows = st.one_of(
    st.none(),
    st.builds(Window, st.none(), st.none(), st.just("on Friday")),
    st.builds(lambda day, more: Window(day, day + timedelta(more), "this week"), days, st.integers(0, 40)),
    st.builds(lambda day: Window(day, None, "since then"), days),
)
amounts = st.integers(1, 3_000_000).map(float) | st.sampled_from([0.5, 4.1, 4.8, 30.0, 33.0, 36.0, 300.0])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """A flat value, a range, a one-sided bound or a vague word."""
    low, high = sorted((draw(amounts), draw(amounts)))
    low, high, bound = draw(
        st.sampled_from(
            [
                (low, low, ""),
                (low, high, "range"),
                (low, inf, "over"),
                (0.0, high, "up to"),
                (3.0, 9.0, "several"),
                (24.0, 99.0, "dozens"),
            ]
        )
    )
    counted = draw(st.sampled_from(["soldiers", "civilians", "people", "Torvayan soldiers", "Orlian soldiers", ""]))
    return Quantity(0, 1, low, high, bound, draw(st.sampled_from(["", "", "percent"])), counted, "killed", draw(st.booleans()))


@st.composite
def single_claims(draw: st.DrawFn) -> Claim:
    """A claim of any facet, with any slots; its quantity stands inside it."""
    facet = draw(st.sampled_from(["killed", "wounded", "time", "place", "method", "statement", "other"]))
    counts = facet in ("killed", "wounded") or draw(st.integers(0, 5)) == 0
    window, start = draw(windows), draw(st.integers(0, 500))
    if facet == "time" and window is None:
        window = Window(date(2024, 1, 2), date(2024, 1, 2), "Tuesday")
    return says(
        draw(phrases),
        facet,
        draw(st.sampled_from(DOCUMENTS)),
        start,
        id=draw(st.uuids()).hex[:12],
        quantities=(replace(draw(quantities()), start=start, end=start + 1),) if counts else (),
        window=window,
        speakers=draw(st.sampled_from([(), ("Korvan",), ("Rendel",)])),
        negated=draw(st.booleans()),
        places=draw(st.sampled_from([(), ("Brannick",), ("Kessim",)])),
    )


claim_lists = st.lists(single_claims(), max_size=12, unique_by=lambda claim: claim.id)


@settings(max_examples=60)
@given(claim_lists, st.data())
def test_alignment_is_a_partition_that_ignores_order(claims: list[Claim], data: st.DataObject) -> None:
    """Each claim stands in exactly one fact, and the facts do not depend on the order of the claims."""
    shuffled = data.draw(st.permutations(claims))
    facts, again = (align(some, ENCODER.encode([c.standalone for c in some]), EVENTS) for some in (claims, shuffled))
    assert sorted(i for fact in facts for i in fact) == list(range(len(claims)))
    assert {frozenset(claims[i].id for i in fact) for fact in facts} == {
        frozenset(shuffled[i].id for i in fact) for fact in again
    }


@settings(max_examples=60)
@given(claim_lists.filter(lambda claims: len(claims) > 2), st.data())
def test_alignment_keeps_both_sides_of_each_dispute_together(claims: list[Claim], data: st.DataObject) -> None:
    """Still a partition, and the sides of every dispute stand in one fact, however many disputes a claim is in."""
    pairs = st.sampled_from(list(combinations(range(len(claims)), 2)))
    joined = sorted(data.draw(st.sets(pairs, max_size=4)))
    facts = align(claims, ENCODER.encode([c.standalone for c in claims]), dict.fromkeys(DOCUMENTS, "e"), joined)
    assert sorted(i for fact in facts for i in fact) == list(range(len(claims)))
    for one, two in joined:
        assert any(one in fact and two in fact for fact in facts)


@settings(max_examples=60)
@given(claim_lists)
def test_alignment_never_mixes_what_is_never_one_fact(claims: list[Claim]) -> None:
    """Dead never stand with wounded, soldiers never with civilians, one event never with another."""
    for group in align(claims, ENCODER.encode([c.standalone for c in claims]), EVENTS):
        members = [claims[i] for i in group]
        assert len({EVENTS[c.document] for c in members}) == 1
        topics = {c.facet for c in members}
        assert len(topics) == 1 or topics <= {"statement", "other"}
        if topics & {"killed", "wounded"}:
            counted = {c.quantities[0].counted for c in members}
            assert not {"soldiers", "civilians"} <= counted
            assert not {"Torvayan soldiers", "Orlian soldiers"} <= counted


cosines = st.floats(-1, 1).map(lambda value: round(value, 3))


@settings(max_examples=150)
@given(single_claims(), single_claims(), cosines)
def test_judging_is_symmetric(left: Claim, right: Claim, cosine: float) -> None:
    """judge(a, b) == judge(b, a)."""
    judge = RuleJudge()
    assert judge.judge([Pair(left, right, cosine)]) == judge.judge([Pair(right, left, cosine)])


@settings(max_examples=300)
@example(toll(1, id="a"), toll(1, unit="percent", id="b"), 0.0)
@given(single_claims(), single_claims(), cosines)
def test_probability_of_one_fact_is_symmetric(left: Claim, right: Claim, cosine: float) -> None:
    """The probability that two claims are one fact does not depend on their sides."""
    assert same_fact(left, right, cosine) == same_fact(right, left, cosine)


@settings(max_examples=100)
@given(single_claims(), single_claims(), cosines)
def test_scores_are_shares_and_reasons_are_given(left: Claim, right: Claim, cosine: float) -> None:
    """A judgement's score and the probability of one fact lie in [0, 1]; a reason is never empty."""
    judgement = RuleJudge().judge([Pair(left, right, cosine)])[0]
    assert 0 <= judgement.score <= 1
    assert 0 <= same_fact(left, right, cosine) <= 1
    assert judgement.reason


@settings(max_examples=100)
@given(single_claims(), st.uuids())
def test_no_claim_contradicts_itself(claim: Claim, other: Any) -> None:
    """judge(a, a) is never contradict, also where the same words stand in another document."""
    twin = says(claim.text, claim.facet, "d9", claim.start, id=other.hex[:12], **{k: getattr(claim, k) for k in SLOTS})
    for one in (claim, twin):
        assert RuleJudge().judge([Pair(claim, one, 1.0)])[0].verdict is not Verdict.CONTRADICT


SLOTS = ("quantities", "window", "speakers", "negated", "places")


@st.composite
def plain_counts(draw: st.DrawFn) -> Claim:
    """A count of soldiers without window, vague word or part; no end is round (ten, dozen), so that nothing is a rounding."""
    odd = st.integers(1, 100_000).filter(lambda n: n % 10 and n % 12)
    low, high = sorted((draw(odd), draw(odd)))
    low, high, bound = draw(st.sampled_from([(low, low, ""), (low, high, "range"), (low, inf, "over"), (0, high, "up to")]))
    return toll(low, high, bound, id=draw(st.uuids()).hex[:12], document=draw(st.sampled_from(DOCUMENTS)))


def have_common_value(one: Quantity, two: Quantity) -> bool:
    """Whether some value satisfies both; "over 30" leaves 30 out."""
    low, high = max(one.low, two.low), min(one.high, two.high)
    left_out = low == high and any(q.open and excludes(q.bound) and low in (q.low, q.high) for q in (one, two))
    return low <= high and not left_out


@settings(max_examples=150)
@given(plain_counts(), plain_counts())
@example(toll(1, 2, "range"), toll(2, inf, "over"))  # "over 2" leaves the 2 out
def test_contradict_iff_disjoint_at_one_scope(left: Claim, right: Claim) -> None:
    """Two figures of one scope, by two articles, contradict exactly where no value satisfies both."""
    right = replace(right, document=f"not {left.document}")
    disjoint = not have_common_value(left.quantities[0], right.quantities[0])
    assert (compare_quantities(left, right)[0] is Code.VALUE_DIFFERS) == disjoint
    assert (RuleJudge().judge([Pair(left, right, 0.5)])[0].verdict is Verdict.CONTRADICT) == disjoint


@settings(max_examples=150)
@given(single_claims(), single_claims())
def test_figures_with_a_common_value_never_contradict(left: Claim, right: Claim) -> None:
    """Whatever the windows and words, figures that one value satisfies do not contradict each other."""
    if left.quantities and right.quantities and have_common_value(left.quantities[0], right.quantities[0]):
        assert compare_quantities(left, right)[0] is not Code.VALUE_DIFFERS


@st.composite
def judged_groups(draw: st.DrawFn) -> tuple[list[Claim], list[Judgement]]:
    """Some claims and any verdict on each pair of them."""
    claims = draw(st.lists(single_claims(), min_size=1, max_size=6, unique_by=lambda claim: claim.id))
    judgements = []
    for one, two in combinations(sorted(claims, key=lambda c: c.id), 2):
        code = draw(st.sampled_from(sorted(Code)))
        judgements.append(Judgement(one.id, two.id, code, draw(st.floats(0, 1)), draw(st.text(max_size=20)) or "why"))
    return claims, judgements


@settings(max_examples=100)
@given(judged_groups())
def test_one_origin_is_never_agreed(group: tuple[list[Claim], list[Judgement]]) -> None:
    """A fact whose documents all copy each other is not "agreed", whatever its pairs say."""
    claims, judgements = group
    origin = dict.fromkeys(DOCUMENTS, "d1")
    assert finding(claims, judgements, origin) is not Finding.AGREED
    made = fact(
        claims, ENCODER.encode([c.standalone for c in claims]), judgements, {d: article(d) for d in DOCUMENTS}, origin, "a fire"
    )
    assert made.origins == 1
    assert made.finding is not Finding.AGREED


@settings(max_examples=100)
@given(judged_groups())
def test_finding_follows_from_the_verdicts(group: tuple[list[Claim], list[Judgement]]) -> None:
    """Contradicted only with a contradiction between two voices; agreed only with an agreement of two origins."""
    claims, judgements = group
    by_id = {claim.id: claim for claim in claims}
    voices = [(by_id[j.left], by_id[j.right], j.verdict) for j in judgements]
    got = finding(claims, judgements, {d: d for d in DOCUMENTS})
    contradicted = any(v is Verdict.CONTRADICT and (a.document, a.speaker) != (b.document, b.speaker) for a, b, v in voices)
    agreed = any(v is Verdict.AGREE and a.document != b.document for a, b, v in voices)
    assert (got is Finding.CONTRADICTED) == contradicted
    assert got is not Finding.AGREED or agreed
    if len({(c.document, c.speaker) for c in claims}) == 1:
        assert got is Finding.SINGLE_SOURCE


@settings(max_examples=100)
@given(judged_groups(), st.data())
def test_a_fact_ignores_the_order_of_its_claims(group: tuple[list[Claim], list[Judgement]], data: st.DataObject) -> None:
    """The same claims in any order make the same fact: id, headline, finding, values."""
    claims, judgements = group
    documents = {d: article(d, outlet=d) for d in DOCUMENTS}
    origin = {d: d for d in DOCUMENTS}
    made = [
        fact(some, ENCODER.encode([c.standalone for c in some]), judgements, documents, origin, "a fire")
        for some in (claims, data.draw(st.permutations(claims)))
    ]
    assert made[0] == made[1]


cells = st.text(max_size=30) | st.builds(
    lambda first, rest: first + rest,
    st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", '"', ",", "'", "\r\n", "\0"]),
    st.text(max_size=20),
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report with one fact, all of whose texts come from outside."""
    claims, judgements = draw(judged_groups())
    documents = tuple(
        article(d, draw(cells), outlet=draw(cells), title=draw(cells), url=draw(cells), published=draw(st.none() | days))
        for d in DOCUMENTS
    )
    claims = [
        says(
            draw(cells) or "x",
            c.facet,
            c.document,
            c.start,
            id=c.id,
            **{k: getattr(c, k) for k in SLOTS if k != "speakers"},
            speakers=tuple(filter(None, [draw(cells)])),
        )
        for c in claims
    ]
    made = Fact("f1", draw(cells), "e", "killed", draw(st.sampled_from(Finding)), tuple(c.id for c in claims), 1, 1.0, 2.0, 3.0)
    return Report(documents, (Failure("x", draw(cells)),), tuple(claims), (made,), tuple(judgements), ())


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(reports(), st.sets(st.sampled_from(Verdict)))
def test_csv_written_and_read_again_gives_the_same_rows(report: Report, verdicts: set[Verdict]) -> None:
    """What a reader of the CSV gets is what was judged: one row a pair, each cell whole, none that a spreadsheet runs."""
    wanted = [j for j in report.judgements if j.verdict in verdicts and report.independent(j)]
    rows = list(csv.reader(io.StringIO(to_csv(report, verdicts), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(wanted) + 1
    for cell in (cell for row in rows for cell in row):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    seen = Counter((row[1], row[2], row[3]) for row in rows[1:])
    assert seen == Counter((j.verdict.value, j.code.value, harmless(j.reason)) for j in wanted)
    outlets = {harmless(d.name) for d in report.documents}
    words = {harmless(" ".join(c.text.split())) for c in report.claims}
    for row in (dict(zip(COLUMNS, cells, strict=True)) for cells in rows[1:]):
        assert row["fact"] == harmless(report.facts[0].headline)
        for side in ("left", "right"):
            assert row[f"{side}_outlet"] in outlets
            assert row[f"{side}_claim"] in words


@settings(max_examples=100)
@given(cells)
def test_harmless_text_is_text_and_only_formulas_change(text: str) -> None:
    """A cell is changed only if a spreadsheet would run it, and then by one quote in front."""
    got = harmless(text)
    assert got == (f"'{text}" if text[:1] in tuple("=+-@\t\r") else text)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(reports())
def test_json_written_and_read_again_is_the_same_data(report: Report) -> None:
    """The JSON holds exactly the report's data, with no NaN or Infinity in it."""
    text = to_json(report)
    assert json.loads(text, parse_constant=pytest.fail) == as_data(report)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(reports())
def test_a_whole_report_is_read_back_equal(report: Report) -> None:
    """JSON out and in: what was written whole is, read again, the same report, and writes the same plain JSON."""
    again = from_json(to_json(report, whole=True))
    assert again == report
    assert to_json(again) == to_json(report)


TINY = (
    ("Gazette", "Twelve soldiers were killed on Tuesday when a bridge fell near Brannick. The army denied any fault."),
    ("Courier", "At least 10 soldiers died at Brannick, officials said. Nobody claimed responsibility for the collapse."),
    ("Echo", "Fifteen soldiers were killed at Brannick on Wednesday. Twelve civilians were wounded."),
)


@pytest.mark.slow
@settings(max_examples=6, deadline=None)
@given(st.permutations(range(len(TINY))))
def test_a_whole_comparison_ignores_the_order_of_documents(order: list[int]) -> None:
    """The same documents in any order give byte-identical JSON and CSV."""
    models = Models(loaded.models().nlp, FakeEncoder(), RuleJudge())
    documents = [read_text(text, outlet=outlet, published=date(2024, 5, 17), event="e") for outlet, text in TINY]
    plain, turned = compare(documents, models), compare([documents[i] for i in order], models)
    assert to_json(plain) == to_json(turned)
    assert to_csv(plain) == to_csv(turned)
