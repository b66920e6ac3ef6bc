"""Truth discovery: each method against numbers worked out by hand, in the comments beside them."""

from __future__ import annotations

from collections.abc import Hashable

import pytest

from factcheck.evidence.truth import Method, Vote, ballot, discover, number_likeness, number_loss

TWO_TO_ONE: list[Vote] = [("a", "toll", 10.0), ("b", "toll", 10.0), ("c", "toll", 20.0)]
EVEN: list[Vote] = [("a", "toll", 10.0), ("b", "toll", 20.0), ("a", "day", "Monday"), ("b", "day", "Monday")]


def support(votes: list[Vote], method: Method) -> dict[tuple[str, Hashable], float]:
    """The support of each candidate, rounded."""
    return {key: round(value, 3) for key, value in discover(ballot(votes), method, number_likeness, number_loss).support.items()}


def trust(votes: list[Vote], method: Method) -> dict[str, float]:
    """The trust in each source, rounded."""
    return {key: round(value, 3) for key, value in discover(ballot(votes), method, None, number_loss).trust.items()}


def test_majority_counts_sources() -> None:
    """A voice each, and no trust in anybody."""
    assert support(TWO_TO_ONE, Method.MAJORITY) == {("toll", 10.0): 2, ("toll", 20.0): 1}
    assert trust(TWO_TO_ONE, Method.MAJORITY) == {}


@pytest.mark.parametrize("method", [Method.SUMS, Method.AVERAGE_LOG])
def test_sums_of_two_sources_that_differ_once(method: Method) -> None:
    """Both are trusted alike, 1; the day has 1 + 1 = 2, each toll 1; scaled by the largest: 1 and 1/2."""
    assert support(EVEN, method) == {("day", "Monday"): 1, ("toll", 10.0): 0.5, ("toll", 20.0): 0.5}
    assert trust(EVEN, method) == {"a": 1, "b": 1}


def test_average_log_gives_nothing_for_a_single_claim() -> None:
    """A source of two claims has the factor log(2) / 2, one of a single claim log(1) = 0."""
    assert trust([*EVEN, ("c", "toll", 10.0)], Method.AVERAGE_LOG)["c"] == 0


def test_truth_finder_settles_where_its_equations_hold() -> None:
    """Alone, t = 1 / (1 + (1 - t) ** 0.3), which 0.561 solves; two of one mind, t = 1 / (1 + (1 - t) ** 0.6): 0.654."""
    assert pytest.approx(0.561, abs=0.001) == 1 / (1 + (1 - 0.561) ** 0.3)
    assert pytest.approx(0.654, abs=0.001) == 1 / (1 + (1 - 0.654) ** 0.6)
    got = trust(TWO_TO_ONE, Method.TRUTH_FINDER)
    assert got["a"] == got["b"] == pytest.approx(0.654, abs=0.003)
    assert got["c"] == pytest.approx(0.561, abs=0.003)


def test_near_values_lend_each_other_support() -> None:
    """1,000 and 1,010 are one count told twice; together they outweigh 2,000, which each of them alone only equals."""
    votes: list[Vote] = [("a", "toll", 1000.0), ("b", "toll", 1010.0), ("c", "toll", 2000.0)]
    got = support(votes, Method.TRUTH_FINDER)
    assert min(got["toll", 1000.0], got["toll", 1010.0]) > got["toll", 2000.0]
    assert len(set(support(votes, Method.MAJORITY).values())) == 1


def test_crh_weighs_by_losses() -> None:
    """10 loses |10 - 20| / 20 = 0.5, 20 loses 1.0. With half a loss for each: 0.5, 0.5, 1 of 2; shares 1/4, 1/4, 1/2.

    Weights are ln 4, ln 4 and ln 2, scaled 1, 1 and 1/2. The support is the loss, weighted and turned: 10 loses ln 2 / 2.
    """
    assert trust(TWO_TO_ONE, Method.CRH) == {"a": 1, "b": 1, "c": 0.5}
    assert support(TWO_TO_ONE, Method.CRH) == {("toll", 10.0): -0.347, ("toll", 20.0): -1.386}


def test_crh_of_numbers_is_a_median() -> None:
    """Of 10, 12 and 90 the one in the middle loses least: 2/12 + 78/90 against 2/12 + 80/90 and 80/90 + 78/90."""
    votes: list[Vote] = [("a", "toll", 10.0), ("b", "toll", 12.0), ("c", "toll", 90.0)]
    found = discover(ballot(votes), Method.CRH, None, number_loss)
    assert found.best("toll", [10.0, 12.0, 90.0]) == [12.0]


@pytest.mark.parametrize("method", [method for method in Method if method is not Method.AVERAGE_LOG])
def test_a_bound_counts_for_every_value_that_it_allows(method: Method) -> None:
    """One source says 33, one 36; a third says over 34, which allows 36 alone, and a fourth over 30, which allows both.

    (Average-log trusts nobody here but the fourth: the others have a single claim each.)
    """
    votes: list[Vote] = [("a", "toll", 33.0), ("b", "toll", 36.0), ("c", "toll", 36.0), ("d", "toll", 33.0), ("d", "toll", 36.0)]
    found = discover(ballot(votes), method, number_likeness, number_loss)
    assert found.best("toll", [33.0, 36.0]) == [36.0]
    assert found.spoke == {"a": 1, "b": 1, "c": 1, "d": 1}


@pytest.mark.parametrize("method", [Method.SUMS, Method.TRUTH_FINDER, Method.CRH])
def test_who_is_borne_out_elsewhere_decides_a_draw(method: Method) -> None:
    """One against one on the toll; the one whom two others bear out on the day and the place is believed."""
    votes: list[Vote] = [("good", "toll", 33.0), ("poor", "toll", 90.0)]
    for item in ("day", "place"):
        votes += [("good", item, "right"), ("x", item, "right"), ("y", item, "right"), ("poor", item, "wrong")]
    found = discover(ballot(votes), method, number_likeness, number_loss)
    assert found.best("toll", [33.0, 90.0]) == [33.0]
    assert found.trust["good"] > found.trust["poor"]


def test_nobody_votes() -> None:
    """No votes give no support and no trust, and no error."""
    for method in Method:
        found = discover(ballot([]), method)
        assert (found.support, found.trust) == ({}, {})


def test_likeness_and_loss_of_numbers() -> None:
    """The same number speaks fully for itself; what lies far away, or is no number, does not."""
    assert number_likeness(33.0, 33.0) == 0.5
    assert number_likeness(33.0, 36.0) < 0 < number_likeness(1000.0, 1010.0)
    assert number_likeness(33.0, "Monday") == 0
    assert (number_loss(10.0, 20.0), number_loss(0.0, 0.0), number_loss("a", "b"), number_loss("a", "a")) == (0.5, 0, 1, 0)
