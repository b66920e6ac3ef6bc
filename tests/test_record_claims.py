"""Records: since when something was not so high or so large, and what two such claims say of each other."""

from __future__ import annotations

from datetime import date

import pytest
from handmade import says, slot_score
from spacy.language import Language

from claims.records import RECORD, Back, back, records
from factcheck.aligning.slot import APART
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.records import compare_records


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Inflation reached a new 30-year high.", [("inflation", "30-year high")]),
        ("Prices rose again, reaching a 40-year high.", [("inflation", "40-year high")]),
        ("Unemployment is near multi-decade lows.", [("unemployment", "multi-decade lows")]),
        ("It was the hottest summer since 1976.", [("", "hottest summer since 1976")]),
        ("The river has not been seen so low since the 1950s.", [("", "not been seen so low since the 1950s")]),
        ("Rents rose at a pace unseen since 1991.", [("rents", "unseen since 1991")]),
        ("The first flood in at least three years hit Torvay.", [("", "first flood in at least three years")]),
        ("At least 300 houses have burned since 2019.", []),
        ("The latest flood since 2019 was small.", []),
        ("He has lived there for forty years.", []),
        ("The largest bridge is in Torvay.", []),
    ],
)
def test_records(text: str, told: list[tuple[str, str]], nlp: Language) -> None:
    """A superlative with its span, and never a mere span of time."""
    assert [(thing, text[start:end]) for thing, start, end in records(nlp(text)[:], (), 0)] == told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a 30-year high", Back(years=30)),
        ("the worst in four decades", Back(years=40, loosely=5)),
        ("the largest in a century", Back(years=100, loosely=5)),
        ("unseen since the early 1980s", Back(since=(1980, 1989))),
        ("the highest since November 1981", Back(since=(1981, 1981))),
        ("multi-decade lows", Back()),
        ("the largest", None),
    ],
)
def test_back(text: str, wanted: Back | None) -> None:
    """How far back it goes, as the text gives it."""
    assert back(text) == wanted


def record(text: str, of: str = "", document: str = "d1", **slots: object):  # type: ignore[no-untyped-def]
    """A claim that tells of a record, in an article of 2022."""
    return says(text, RECORD, document, predicate=of, published=date(2022, 7, 1), **slots)


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        (record("a 41-year high"), record("the highest since 1981", document="d2"), Verdict.AGREE),
        (record("the fastest in four decades"), record("unseen since the 1980s", document="d2"), Verdict.AGREE),
        (record("a 28-year high"), record("unseen since the 1980s", document="d2"), Verdict.COMPATIBLE),
        (record("multi-decade highs", "inflation"), record("a 41-year high", "inflation", "d2"), Verdict.AGREE),
        (record("multi-decade highs"), record("a 41-year high", document="d2"), Verdict.UNCLEAR),
        (record("a 20-year low", "wages"), record("a 20-year high", "wages", "d2"), Verdict.UNCLEAR),
    ],
)
def test_two_records(one, two, verdict: Verdict) -> None:  # type: ignore[no-untyped-def]
    """Years and spans meet by the date of the article; unlike ones contradict nothing."""
    there, back_ = compare_records(one, two), compare_records(two, one)
    assert there is not None
    assert back_ is not None
    assert VERDICT_OF[there[0]] is VERDICT_OF[back_[0]] is verdict
    assert 0 <= there[1] == back_[1] <= 1


def test_what_is_no_record_is_left_to_others() -> None:
    """Other facets, and one side denied."""
    one = record("a 41-year high")
    assert compare_records(one, says("a 41-year high", "duration")) is None
    assert compare_records(one, record("never a 41-year high", document="d2", negated=True)) is None


def test_records_of_two_indicators_stay_apart() -> None:
    """Whatever their words."""
    one, two = record("a 41-year high", "inflation"), record("a 41-year high", "oil price", "d2")
    assert slot_score(one, two, 0.95) == APART
    assert slot_score(one, record("a 41-year high", "inflation", "d2"), 0.5) > 0.5
