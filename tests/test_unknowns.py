"""Clauses that say what is not known."""

from __future__ import annotations

import pytest
from handmade import says

from factcheck.judgement import Code
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.unknowns import says_unknown


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("it was not clear who had set the fire", True),
        ("it has not yet been established how the ship sank", True),
        ("the minister did not say whether she would resign", True),
        ("the club hasn't confirmed when he will return", True),
        ("the sky was not clear", False),
        ("the mayor did not set the fire", False),
        ("it is clear who set the fire", False),
    ],
)
def test_what_is_not_known(text: str, is_open: bool) -> None:
    """A question that is not answered is left open; what is simply denied is not."""
    assert says_unknown(text) is is_open


def test_nobody_contradicts_what_is_not_known() -> None:
    """Who knows more contradicts nobody; who denies it is still unclear."""
    known = says("a boy had set the fire", document="d2")
    for text, code in (("it was not clear who had set the fire", Code.PART_OF_WHOLE), ("no boy had set it", Code.NO_BASIS)):
        assert RuleJudge().judge([Pair(says(text, negated=True), known, 0.6)])[0].code is code
