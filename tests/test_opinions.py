"""Two reviewers: Cohen's kappa as its paper computes it, what counts as judged by both, and their conflicts."""

from __future__ import annotations

import pytest
import reports
from hypothesis import given
from hypothesis import strategies as st
from reports import KILLED, PLACE, SMOKE, SMOKE_COURIER, SMOKE_HARBOUR

from factcheck.judgement import Verdict
from factcheck.reviewing.opinions import Agreement, agreements, conflicts, kappa
from factcheck.reviewing.review import Action, of_fact, of_pair

REPORT = reports.small()
labels = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"aa": 20, "ab": 5, "ba": 10, "bb": 15}, 0.4),  # 0.70 seen, 0.50 by chance
        ({"aa": 45, "ab": 15, "ba": 25, "bb": 15}, 0.1304),  # the same share seen as below, more of it by chance
        ({"aa": 25, "ab": 35, "ba": 5, "bb": 35}, 0.2593),
        ({"aa": 3, "bb": 4}, 1.0),
        ({"ab": 3, "ba": 3}, -1.0),
        ({"aa": 4}, None),  # both always say one thing: chance explains all
        ({}, None),
    ],
)
def test_kappa(counts: dict[str, int], expected: float | None) -> None:
    """Worked examples."""
    pairs = [pair for pair, count in counts.items() for _ in range(count)]
    found = kappa([pair[0] for pair in pairs], [pair[1] for pair in pairs])
    assert found == (expected if expected is None else pytest.approx(expected, abs=1e-4))


@given(labels)
def test_kappa_is_symmetric_and_at_most_one(pairs: list[tuple[str, str]]) -> None:
    """Who is named first does not matter; one means that all labels are the same."""
    one, two = [a for a, _ in pairs], [b for _, b in pairs]
    found = kappa(one, two)
    assert found == (back if (back := kappa(two, one)) is None else pytest.approx(back))
    if found is not None:
        assert found <= 1
        assert (found == pytest.approx(1)) == (one == two)


def test_only_what_both_judged_counts() -> None:
    """Facts and pairs, each by its last decision; a note is no judgement."""
    events = [
        of_fact(REPORT, KILLED, Action.CONFIRM, "Ada"),
        of_fact(REPORT, KILLED, Action.CORRECT, "Ben", verdict=Verdict.CONTRADICT),  # the same in other words
        of_fact(REPORT, PLACE, Action.CONFIRM, "Ada"),
        of_fact(REPORT, PLACE, Action.NOTE, "Ben", note="?"),
        of_pair(REPORT, SMOKE_HARBOUR.id, SMOKE_COURIER.id, Verdict.AGREE, "Ada"),
        of_pair(REPORT, SMOKE_HARBOUR.id, SMOKE_COURIER.id, Verdict.COMPATIBLE, "Ben"),
    ]
    (both,) = agreements(REPORT, events)
    assert (both.reviewers, both.judged, both.same) == (("Ada", "Ben"), 2, 1)
    (apart,) = conflicts(REPORT, events)
    assert (apart.fact, set(apart.claims)) == (SMOKE.id, {SMOKE_HARBOUR.id, SMOKE_COURIER.id})
    assert agreements(REPORT, events[:1]) == []
    assert agreements(REPORT, events[:2]) == [Agreement(("Ada", "Ben"), 1, 1, None)]
