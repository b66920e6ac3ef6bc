"""Words by which an article leaves the happening of which it told before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import toll

from factcheck.judging.elsewhere import another_happening, leads_elsewhere


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("another attack killed five", "another"),
        ("five died in another town", "another"),
        ("another car bomb wounded six", "another"),
        ("elsewhere five were killed", "elsewhere"),
        ("killed another five in the port", "another"),
        ("killing two workers and wounding another", ""),
        ("he shot another, who is in hospital", ""),
        ("two died and another was badly hurt", ""),
        ("another worker was seriously injured", ""),
        ("another wounded five", "another"),
        ("another was hurt, and elsewhere two died", "elsewhere"),
        ("five died in similar attacks", "similar attacks"),
        ("five died in similar circumstances", ""),
        ("five were killed", ""),
    ],
)
def test_words_that_lead_elsewhere(text: str, word: str) -> None:
    """Another happening or place leads away; another who was harmed beside the dead does not."""
    assert leads_elsewhere(toll(5, text=text)).lower() == word


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("five died in a separate raid", True),
        ("five died in another car bomb attack", True),
        ("five died on another day", False),
        ("five died in separate hospitals", False),
        ("in other words, five died", False),
    ],
)
def test_words_for_another_happening(text: str, another: bool) -> None:
    """It is the happening that is another one, not the day or the place."""
    assert another_happening(toll(5, text=text)) is another


def test_another_as_a_count() -> None:
    """Where "another" is the figure itself, it is one of those harmed."""
    text = "another in a shop"
    one = toll(1, text=text)
    counted = replace(one.quantities[0], start=0, end=len("another"))
    assert leads_elsewhere(replace(one, quantities=(counted,))) == ""
    assert leads_elsewhere(replace(one, quantities=(replace(counted, high=5.0),))) == "another"
