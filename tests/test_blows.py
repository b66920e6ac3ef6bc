"""One blast or several, as a clause counts them."""

from __future__ import annotations

import pytest
from handmade import says

from factcheck.judgement import Code
from factcheck.judging.blows import one_only, several
from factcheck.judging.details import compare_details


@pytest.mark.parametrize(
    ("text", "one", "many"),
    [
        ("A car bomb went off in Velsk", "A car bomb", ""),
        ("Car bomb kills six in Velsk", "Car bomb", ""),
        ("An air strike hit the mill", "An air strike", ""),
        ("A twin bombing struck a crowd", "", "twin bombing"),
        ("Two huge explosions shook the port", "", "Two huge explosions"),
        ("A barrage of air strikes hit the mill", "", "barrage of air strikes"),
        ("One blast followed two car bombs", "", "two car bombs"),
        ("Several explosions shook the port", "", "Several explosions"),
        ("Two years after an attack", "", ""),
        ("Gunmen carried out an attack", "", ""),
        ("Bombs fell on the mill", "", ""),
        ("Two men set off a bomb", "a bomb", ""),
    ],
)
def test_one_or_several(text: str, one: str, many: str) -> None:
    """A single blow by its article or as a headline, several by their number; an attack or bare plural is neither."""
    assert (one_only(text), several(text)) == (one, many)


def test_one_blast_and_several_do_not_agree() -> None:
    """The one may be a part of the several: both name a bomb, but not as many."""
    one = says("a car bomb killed six", "method", "d1")
    two = says("a twin bomb attack killed six", "method", "d2")
    for found in (compare_details(one, two, 0.8), compare_details(two, one, 0.8)):
        assert found is not None
        assert found[0] is Code.PART_OF_WHOLE
    again = compare_details(one, says("a bomb in a car killed six", "method", "d3"), 0.8)
    assert again is not None
    assert again[0] is Code.PARAPHRASE
