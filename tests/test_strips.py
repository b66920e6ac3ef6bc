"""Strips: a fact's values on one axis, in order of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import inf

import pytest
import reports
from handmade import amount, article, days, says
from hypothesis import given
from hypothesis import strategies as st

from claims.times.window import Window
from factcheck.judgement import Fact, Finding, Stated
from factcheck.report import Report
from factcheck.views.strips import MOST_TICKS, Strip, strip

TUESDAY, FRIDAY = date(2024, 5, 14), date(2024, 5, 17)


def stated(*values: tuple[str, date | None, float, float], unit: str = "", windows: Sequence[Window | None] = ()) -> Strip | None:
    """The strip of a fact in which outlets state values, in the order given; all on Monday where no windows are."""
    windows = windows or [days("2024-05-13", text="on Monday")] * len(values)
    claims = [
        says(f"{n}", "killed", quantities=(amount(low, high, unit=unit),), id=f"c{n}", window=window)
        for n, ((_, _, low, high), window) in enumerate(zip(values, windows, strict=True))
    ]
    history = tuple(Stated(day, low, high, outlet, f"c{n}") for n, (outlet, day, low, high) in enumerate(values))
    fact = Fact("f", "Dead", "e", "killed", Finding.CONTRADICTED, tuple(c.id for c in claims), 2, history=history)
    return strip(Report((article("d1"),), (), tuple(claims), (fact,), (), ()), fact)


def test_values_in_order_of_publication() -> None:
    """Each value has its outlet, day, words and window; the order is that of the fact's history."""
    got = stated(("Echo", TUESDAY, 33, 33), ("Post", FRIDAY, 30, inf), ("Star", None, 0, 36))
    assert got is not None
    assert [(it.outlet, it.published, it.label) for it in got.intervals] == [
        ("Echo", TUESDAY, "33"),
        ("Post", FRIDAY, "30 or more"),
        ("Star", None, "up to 36"),
    ]
    assert {it.window.text for it in got.intervals if it.window} == {"on Monday"}


def test_open_ends_reach_the_edge() -> None:
    """ "Over 30" runs to the right edge, "up to 36" to the left one, 33 is a point between them."""
    got = stated(("Echo", TUESDAY, 33, 33), ("Post", FRIDAY, 30, inf), ("Star", None, 0, 36))
    assert got is not None
    point, over, up_to = got.intervals
    assert point.point
    assert point.start == point.end
    assert [(it.open_low, it.open_high) for it in got.intervals] == [(False, False), (False, True), (True, False)]
    assert 0 < over.start < point.start < over.end == 1
    assert 0 == up_to.start < point.end < up_to.end < 1


def test_one_outlet_says_it_once() -> None:
    """The same value of one outlet, day and window is one interval with both claims; another day's is another one."""
    got = stated(("Echo", TUESDAY, 33, 33), ("Echo", TUESDAY, 33, 33), ("Echo", FRIDAY, 33, 33))
    assert got is not None
    assert [it.claims for it in got.intervals] == [("c0", "c1"), ("c2",)]


def test_a_value_without_its_time_joins_the_one_that_has_it() -> None:
    """A headline's 33 is the 33 "on Monday" of the same article; 33 "this week" is another statement."""
    monday, week = days("2024-05-13", text="on Monday"), days("2024-05-13", "2024-05-19", "this week")
    got = stated(*[("Echo", TUESDAY, 33.0, 33.0)] * 3, windows=(None, monday, week))
    assert got is not None
    assert [(it.claims, it.window) for it in got.intervals] == [(("c1", "c0"), monday), (("c2",), week)]


def test_far_values_stand_on_a_logarithmic_axis() -> None:
    """Dozens beside almost a million: equal ratios, or the dozens would all be one point."""
    got = stated(("Echo", TUESDAY, 24, 99), ("Post", FRIDAY, 900_000, 1_000_000))
    assert got is not None
    assert got.axis.logarithmic
    assert got.intervals[0].end - got.intervals[0].start > 0.05
    assert [tick.value for tick in got.axis.ticks()] == [100, 1_000, 10_000, 100_000, 1_000_000]


def test_unit_is_that_of_the_values() -> None:
    """Percent stay percent; a count has no unit."""
    rates, counts = stated(("Echo", TUESDAY, 4.5, 4.5), unit="percent"), stated(("Echo", TUESDAY, 4, 4))
    assert rates is not None
    assert counts is not None
    assert (rates.unit, counts.unit) == ("percent", "")


@pytest.mark.parametrize("fact", reports.small().facts, ids=lambda fact: fact.facet)
def test_no_values_no_strip(fact: Fact) -> None:
    """Where nothing was stated there is nothing to draw."""
    assert strip(reports.small(), replace(fact, history=())) is None


amounts = st.floats(0, 1e9).map(lambda value: float(f"{value:.6g}")) | st.integers(0, 5_000).map(float)
bounds = st.tuples(amounts, amounts).map(lambda ends: (min(ends), max(ends)))
intervals = st.one_of(amounts.map(lambda value: (value, value)), bounds, amounts.map(lambda low: (low, inf)))


@given(st.lists(st.tuples(st.sampled_from(["Echo", "Post"]), st.none() | st.dates(), intervals), min_size=1, max_size=6))
def test_places_keep_the_order_of_values(values: list[tuple[str, date | None, tuple[float, float]]]) -> None:
    """Every claim is drawn once; places lie in [0, 1], a greater value never left of a smaller; ticks are few and in order."""
    got = stated(*((outlet, day, low, high) for outlet, day, (low, high) in values))
    if got is None:
        assert all((low, high) == (0, inf) for _, _, (low, high) in values)
        return
    assert sorted(claim for it in got.intervals for claim in it.claims) == [f"c{n}" for n in range(len(values))]
    for one in got.intervals:
        assert 0 <= one.start <= one.end <= 1
        for two in got.intervals:
            assert one.high > two.high or one.end <= two.end
    ticks = got.axis.ticks()
    assert 1 <= len(ticks) <= MOST_TICKS
    assert all(got.axis.least <= tick.value <= got.axis.greatest and 0 <= tick.place <= 1 for tick in ticks)
    assert all(one.place < two.place for one, two in pairwise(ticks))
