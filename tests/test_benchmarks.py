"""What the benchmarks say about their own figures: intervals, and the table that is written from results."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.calibration import Series, picture
from benchmarks.gold import MEASURES, by_part
from benchmarks.results import OURS, RESULTS, figure, interval, ratio, unasked
from benchmarks.table import BEGIN, END, PARTS_BEGIN, PARTS_END, README, STAGES, found, lines, parts, with_table

UNITS = st.lists(st.integers(0, 5).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=9)


@given(UNITS.filter(lambda units: all(n for _, n in units)))
def test_the_interval_of_a_share_holds_it_and_lies_in_0_to_1(units: list[tuple[int, int]]) -> None:
    """A share lies within its own interval, which lies within 0 to 1; where all units are alike it is a point."""
    counts = [{"right": right, "all": n} for right, n in units]
    one = figure("data", "share", OURS, counts, ratio("right", "all"))
    assert one.low is not None
    assert one.high is not None
    assert 0 <= one.low <= one.high <= 1
    if len(set(units)) == 1:
        assert one.low == one.high == one.value


def test_more_units_of_one_kind_narrow_the_interval() -> None:
    """Twenty groups that differ as two do say more than two."""
    two = [{"right": 1, "all": 2}, {"right": 2, "all": 2}]
    few, many = interval(two, ratio("right", "all")), interval(two * 10, ratio("right", "all"))
    assert many[1] - many[0] < few[1] - few[0]


def test_a_draw_without_a_case_does_not_count() -> None:
    """A group without a contradiction cannot make the precision of contradictions undefined."""
    low, high = interval([{"good": 1, "said": 1}, {"good": 0, "said": 0}], ratio("good", "said"))
    assert (low, high) == (1.0, 1.0)


def test_the_table_stands_between_its_marks_and_nothing_else_moves() -> None:
    """Writing it twice is writing it once; the text around it stays; a README without marks is refused."""
    result = {"command": "python -m x", "commit": "abc", "figures": [row(OURS, 0.5, 0.4, 0.6), row("cosine", 0.25, None, None)]}
    text = f"before\n\n{BEGIN}old\n{END}\nafter\n"
    once = with_table(text, {"gold": result})
    assert once.startswith("before\n")
    assert once.endswith("after\n")
    assert "old" not in once
    assert "| set | share | **0.500 [0.40, 0.60]** | cosine 0.250 | `python -m x`, abc |" in once
    assert with_table(once, {"gold": result}) == once
    with pytest.raises(ValueError, match="marks"):
        with_table("no marks", {"gold": result})


def row(method: str, value: float, low: float | None, high: float | None) -> dict[str, object]:
    return {"data": "set", "measure": "share", "method": method, "value": value, "low": low, "high": high}


def test_the_table_of_the_readme_is_that_of_the_results() -> None:
    """Nobody edits a figure by hand: README and results say the same, and every kept stage is shown."""
    kept = {path.stem for path in RESULTS.glob("*.json")} - {"speed", "growth", "calibration", "gold-parts"}
    assert kept <= set(STAGES)
    text = README.read_text(encoding="utf-8")
    assert BEGIN + "\n".join(lines(dict(found()))) + "\n" + END in text
    assert PARTS_BEGIN + "\n".join(parts()) + "\n" + PARTS_END in text


def test_a_rival_that_is_not_asked_again_keeps_its_figures_and_their_commit() -> None:
    """Its figure stays where data and measure are still measured and it is not; what is ours, or a baseline's, never stays."""
    old = [row(OURS, 0.4, None, None), row("cosine", 0.3, None, None), row("quantulum3", 0.2, None, None)]
    gone = {**row("quantulum3", 0.1, None, None), "measure": "measured no more"}
    before = {"commit": "old", "figures": [*old, gone]}
    new = [row(OURS, 0.5, None, None)]
    kept = unasked(before, new)
    assert kept == [{**row("quantulum3", 0.2, None, None), "commit": "old"}]
    assert "| **0.500** | quantulum3 0.200 (at old) |" in "\n".join(
        lines({"gold": {"command": "c", "commit": "new", "figures": [*new, *kept]}})
    )
    assert unasked({"commit": "new", "figures": [*new, *kept]}, new) == kept  # and its commit stays the same the next time
    assert not unasked(before, [row("quantulum3", 0.6, None, None)])


def test_the_parts_of_the_gold_add_up_to_the_whole() -> None:
    """The hits and cases of a measure over all groups are the sums of those over the parts."""
    units = {name: 1 for names in (*MEASURES.values(), ("junk_claimed", "junk")) for name in names}
    kept = by_part(["Syria", "economy", "Syria", "seeds"], [units] * 4)
    assert kept["parts"] == ["all", "Syria", "economy", "seeds"]
    assert kept["rows"]["pairs in one fact"] == [[4, 4], [2, 2], [1, 1], [1, 1]]
    assert kept["rows"]["joins that are right"] == [[4, 8], [2, 4], [1, 2], [1, 2]]


def test_every_figure_names_the_command_and_commit_it_comes_from() -> None:
    """A figure without its command cannot be taken again."""
    for path in RESULTS.glob("*.json"):
        kept = json.loads(Path(path).read_text(encoding="utf-8"))
        if path.stem in STAGES:
            assert kept["command"].startswith("python -m benchmarks.")
            assert kept["commit"]
            assert kept["figures"]


def test_calibration_is_the_mean_distance_from_what_was_said() -> None:
    """Of ten pairs at 0.8 eight hold: no error; of ten at 0.35 none: 0.35; both together half of it. Each point is drawn."""
    good = Series("good", np.full(10, 0.8), np.arange(10) < 8)
    bad = Series("bad", np.full(10, 0.35), np.zeros(10, dtype=bool))
    both = Series("both", np.concatenate((good.said, bad.said)), np.concatenate((good.held, bad.held)))
    assert good.error() == pytest.approx(0)
    assert bad.error() == pytest.approx(0.35)
    assert both.error() == pytest.approx(0.175)
    assert list(both.points()) == [(pytest.approx(0.35), 0.0, 10), (pytest.approx(0.8), 0.8, 10)]
    drawn = ElementTree.fromstring(picture("same_fact", [both, good]))
    assert len(drawn.findall("{http://www.w3.org/2000/svg}circle")) == 3


def test_a_certain_model_falls_into_the_last_bin() -> None:
    """A probability of one has a place in the picture too."""
    assert list(Series("sure", np.array([1.0, 0.95]), np.array([True, True])).points()) == [(pytest.approx(0.975), 1.0, 2)]


def test_no_section_of_the_readme_stands_twice() -> None:
    """Its lines are merged by union: a section that two changes moved would be there twice."""
    headings = [line for line in README.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert len(headings) == len(set(headings))
