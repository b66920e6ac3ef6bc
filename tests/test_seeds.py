"""The five real articles in ../shared/seeds: the "Must show" list of issue 2. Anchors are a few words each."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import anchors
import pytest
from anchors import claim, claims, dispute, fact, judgement
from loaded import SEEDS

from factcheck.judgement import Code, Finding, Verdict
from factcheck.report import Report

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not SEEDS.is_dir(), reason=f"{SEEDS} is not here")]

THIS_WEEK = ("004", "36 Turkish soldiers", "killed")
THIS_MONTH = ("004", "Fifty-seven Turkish soldiers", "killed")
UP_TO = ("001", "up to 33 Turkish servicemen", "killed")
OVER = ("001", "deaths of over 30 Turkish troops", "killed")
SEVERAL = ("001", "killed several Turkish troops", "killed")


@pytest.fixture(scope="module")
def report() -> Report:
    """The report on the seeds."""
    return anchors.compared(SEEDS)


@pytest.mark.parametrize("words", [THIS_MONTH, UP_TO, OVER, SEVERAL], ids=lambda row: row[1])
def test_all_five_counts_stand_in_one_fact(report: Report, words: tuple[str, str, str]) -> None:
    """36, 57, up to 33, over 30 and several Turkish dead are one fact."""
    assert fact(report, *words) == fact(report, *THIS_WEEK)


@pytest.mark.parametrize(
    ("one", "two", "verdicts", "why"),
    [
        (THIS_WEEK, UP_TO, {Verdict.CONTRADICT}, "36 is beyond up to 33"),
        (OVER, THIS_WEEK, {Verdict.AGREE, Verdict.COMPATIBLE}, "over 30 leaves room for 36"),
        (THIS_WEEK, THIS_MONTH, {Verdict.COMPATIBLE}, "a week and its month"),
        (SEVERAL, THIS_WEEK, {Verdict.COMPATIBLE}, "several is loose"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_counts(report: Report, one: tuple[str, ...], two: tuple[str, ...], verdicts: set[Verdict], why: str) -> None:
    """The counts of the dead are judged as a careful reader does."""
    found = judgement(report, claim(report, *one), claim(report, *two))
    assert found is not None
    assert found.verdict in verdicts, found
    assert found.reason


def test_week_and_month_are_other_windows(report: Report) -> None:
    """36 this week and 57 this month are compatible because of their windows."""
    found = judgement(report, claim(report, *THIS_WEEK), claim(report, *THIS_MONTH))
    assert found is not None
    assert found.code is Code.OTHER_WINDOW


def test_reason_says_both_figures(report: Report) -> None:
    """ "36 this week cannot be up to 33": the reason names both as a person would."""
    found = judgement(report, claim(report, *THIS_WEEK), claim(report, *UP_TO))
    assert found is not None
    assert "36 this week" in found.reason
    assert "up to 33" in found.reason


def test_syrian_dead_are_another_fact(report: Report) -> None:
    """Up to 300 Syrian soldiers are not in the fact of the Turkish dead, in any facet."""
    found = claims(report, "001", "up to 300 Syrian soldiers")
    assert found
    assert fact(report, *THIS_WEEK).id not in {report.fact_of[c.id].id for c in found}


def test_outpost_is_a_dispute_with_both_speakers(report: Report) -> None:
    """Turkey's outpost and Moscow's militants exclude each other, and the reason names both speakers."""
    found = dispute(report, ("001", "attacked in a military outpost"), ("001", "among al-Nusra militants"))
    assert found is not None
    assert "Turkey" in found.reason
    assert "Moscow" in found.reason
    assert report.fact_of[found.left] is report.fact_of[found.right]
    assert report.fact_of[found.left].finding is Finding.CONTRADICTED


def test_other_losses_are_no_side_of_the_dispute(report: Report) -> None:
    """What Turkey says of Syrian losses does not exclude where Moscow says that the Turkish soldiers were."""
    assert dispute(report, ("001", "up to 300 Syrian soldiers"), ("001", "among al-Nusra militants")) is None


def test_talks_in_ankara_and_in_moscow_never_contradict(report: Report) -> None:
    """The meetings of 2017 and of later years are different events: no pair of their articles contradicts."""
    documents = {d.id: Path(d.path).name[:3] for d in report.documents}
    of = {c.id: documents[c.document] for c in report.claims}
    apart = {frozenset(pair) for pair in product(("000", "002"), ("001", "003", "004"))}
    wrong = [
        (report.claim_by_id[j.left].text, report.claim_by_id[j.right].text)
        for j in report.judgements
        if j.verdict is Verdict.CONTRADICT and {of[j.left], of[j.right]} in apart
    ]
    assert not wrong


def test_the_talks_are_several_events(report: Report) -> None:
    """The talks in Ankara of 2017 are not one event with those in Moscow of 2020."""
    event = {Path(d.path).name[:3]: d.event for d in report.documents}
    assert event["000"] == event["002"]
    assert event["001"] == event["004"]
    assert event["000"] != event["001"]


def test_an_undated_article_is_in_no_event_of_another_meeting(report: Report) -> None:
    """The talks in Moscow that one undated article tells of are not those in Ankara."""
    event = {Path(d.path).name[:3]: d.event for d in report.documents}
    assert event["003"] != event["000"]


def test_agency_text_is_one_origin(report: Report) -> None:
    """The two articles of 2017 share agency text: what only they say is repeated, not agreed."""
    names = {d.id: Path(d.path).name[:3] for d in report.documents}
    assert {"000", "002"} in [{names[c.left], names[c.right]} for c in report.copies]
    only = [f for f in report.facts if {names[report.claim_by_id[c].document] for c in f.claims} == {"000", "002"}]
    assert only
    assert Finding.AGREED not in {f.finding for f in only}


@pytest.mark.parametrize(
    ("source", "words", "why"),
    [
        ("000", "Festive Fashion", "another headline"),
        ("000", "Lebanon says", "another headline"),
        ("000", "Characters Left", "form"),
        ("000", "Publishing Terms", "terms of use"),
        ("000", "Last Updated", "stamp"),
        ("000", "All rights reserved", "copyright"),
        ("001", "pic.twitter", "embedded tweet"),
        ("002", "go to top", "menu"),
        ("002", "Copyright 2017", "copyright"),
        ("003", "Home / World", "breadcrumbs"),
        ("003", "US Lawmakers Urge", "teaser of another article"),
        ("004", "39171", "counter"),
    ],
)
def test_furniture_makes_no_claim(report: Report, source: str, words: str, why: str) -> None:
    """No claim from menus, forms or other headlines; each stretch is dropped with its reason."""
    document = next(d for d in report.documents if Path(d.path).name.startswith(source))
    at = document.text.index(words)
    assert why == "embedded tweet" or any(d.start <= at < d.end and d.reason for d in document.dropped)
    assert claims(report, source, words) == []


def test_no_claim_from_foreign_lines(report: Report) -> None:
    """No claim holds Arabic or Persian letters."""
    assert [c.text for c in report.claims if re.search(r"[\u0600-\u06ff]", c.text)] == []


def test_repeated_paragraphs_are_claimed_once(report: Report) -> None:
    """A paragraph that a page repeats makes its claims once."""
    assert len({(c.start, c.end) for c in claims(report, "000", "deepening the coordination")}) == 1


def test_dates_are_found_where_they_are_stated(report: Report) -> None:
    """Three of the articles state their day; the others stay undated."""
    dates = {Path(d.path).name[:3]: d.published.isoformat() if d.published else None for d in report.documents}
    assert dates == {"000": None, "001": "2020-03-05", "002": "2017-09-29", "003": None, "004": "2020-03-01"}
