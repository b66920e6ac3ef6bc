"""The example with trust and without: what `--support` changes, and what it does not."""

from __future__ import annotations

import loaded
import pytest
from anchors import compared
from loaded import EXAMPLES

from claims.reading import read
from factcheck.comparison import Options, compare
from factcheck.evidence.truth import Method

pytestmark = pytest.mark.slow


def test_trust_is_there_with_its_sample_or_not_at_all() -> None:
    """By default each voice has a trust and a number of facts; with majority nobody has, and the facts are the same."""
    weighed = compared(EXAMPLES)
    plain = compare(read([EXAMPLES]).documents, loaded.models(), Options(support=Method.MAJORITY))
    assert weighed.settings["support"] == "truth-finder"
    assert plain.settings["support"] == "majority"
    assert plain.trust == ()
    assert all(0 < it.share < 1 and it.facts >= 1 for it in weighed.trust)
    assert "Sedrin Courier" not in {it.outlet for it in weighed.trust}, "a reprint speaks by the outlet that it reprints"
    assert [(f.id, f.finding, f.silent) for f in plain.facts] == [(f.id, f.finding, f.silent) for f in weighed.facts]


def test_the_example_adds_up() -> None:
    """Forty wounded by four of five origins, 38 by two; the two outlets that do not count the wounded are silent on them."""
    report = compared(EXAMPLES)
    wounded = next(fact for fact in report.facts if fact.headline == "Soldiers wounded")
    assert [(value.low, value.origins) for value in wounded.values] == [(40, 4), (38, 2)]
    assert wounded.best == 40
    assert wounded.silent == ("Orlian Voice", "World Desk")
