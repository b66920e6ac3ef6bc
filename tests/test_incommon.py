"""Whether two claims share a word of content."""

from __future__ import annotations

import pytest
from handmade import says

from factcheck.judgement import Code
from factcheck.judging.incommon import share_a_word
from factcheck.judging.judges import PARAPHRASE, Pair, RuleJudge
from factcheck.judging.occasions import SAME_WORDS


@pytest.mark.parametrize(
    ("one", "two", "lemmas", "share", "why"),
    [
        ("the dam broke", "the dams burst", (("dam", "break"), ("dam", "burst")), True, "one noun"),
        ("many were injured", "severe injuries were seen", (("injure",), ("severe", "injury")), True, "one stem"),
        ("five were killed", "five people died", (("kill",), ("die", "people")), True, "one harm"),
        ("it shook the bank", "a bench fell", (("shake", "bank"), ("bench", "fall")), False, "a like beginning"),
        ("the windows broke", "six were hurt", (("window", "break"), ("hurt",)), False, "two effects of one blast"),
        ("raids on Kessim", "the mill burned", (("raid",), ("mill", "burn")), False, "nothing"),
    ],
)
def test_a_word_in_common(one: str, two: str, lemmas: tuple[tuple[str, ...], tuple[str, ...]], share: bool, why: str) -> None:
    """A word counts in any form, from either side."""
    left, right = says(one, lemmas=lemmas[0]), says(two, document="d2", lemmas=lemmas[1])
    assert share_a_word(left, right) is share_a_word(right, left) is share


def test_a_name_in_common() -> None:
    """A name counts in any spelling."""
    left, right = (says("it fell", names=(name,), lemmas=(), document=name) for name in ("Kashidin", "Kashideen"))
    assert share_a_word(left, right)
    left, right = (says(f"{name} fell", names=(name,), lemmas=(), document=name) for name in ("Kashidin", "Orsk"))
    assert not share_a_word(left, right)


def test_close_words_without_one_in_common_do_not_agree() -> None:
    """Of one story, but hardly of one matter; almost the same words are, and so is what shares a word."""
    windows, hurt = says("the windows broke"), says("six were hurt", document="d2", lemmas=("hurt",))
    judged = RuleJudge().judge([Pair(windows, hurt, PARAPHRASE + 0.1), Pair(windows, hurt, SAME_WORDS)])
    assert [one.code for one in judged] == [Code.NO_BASIS, Code.PARAPHRASE]
    panes = says("panes and windows burst", document="d2")
    assert RuleJudge().judge([Pair(windows, panes, PARAPHRASE + 0.1)])[0].code is Code.PARAPHRASE
