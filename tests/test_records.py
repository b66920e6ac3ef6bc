"""Records: a value that was written and read again is the same value; nothing else can come out of a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Claim, Quantity
from claims.deeds import Act, Deed
from claims.times.window import Granularity, Level, Window
from factcheck.keeping.records import RecordError, packed, unpacked

words = st.text(max_size=12)
days = st.dates() | st.none()
windows = st.builds(Window, days, days, words, st.sampled_from(Granularity), words, words, st.sampled_from(Level))
numbers = st.floats(allow_nan=False) | st.integers(0, 10**9).map(float)
quantities = st.builds(Quantity, st.integers(0), st.integers(0), numbers, numbers, words, words, words, words, st.booleans())
deeds = st.builds(Deed, words, st.sampled_from(Act), words, words, st.booleans())
claims = st.builds(
    Claim,
    *(words, words, st.integers(0), st.integers(0), st.tuples(st.integers(0), st.integers(0)), words, words, words),
    speakers=st.lists(words, max_size=2).map(tuple),
    quantities=st.lists(quantities, max_size=2).map(tuple),
    window=windows | st.none(),
    deeds=st.lists(deeds, max_size=2).map(tuple),
)


@given(claims)
def test_a_claim_comes_back(claim: Claim) -> None:
    """Writing and reading changes nothing, whatever the words, dates and open ends."""
    assert unpacked(Claim, packed(claim)) == claim


def test_types_come_back() -> None:
    """Dates are dates again, enumerations members, open bounds infinite."""
    window = unpacked(Window, packed(Window(date(2024, 10, 30), None, "since Wednesday", Granularity.WEEK)))
    assert window.start == date(2024, 10, 30)
    assert window.granularity is Granularity.WEEK
    assert unpacked(Quantity, packed(Quantity(0, 3, 30.0, inf))).high == inf


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"[1, 2", "cut off"),
        (b"\xff\xfe", "no text"),
        (b"[]", "no fields"),
        (b'{"start": 1}', "another form"),
        (b'[null, null, 3, "day", "", "", "claim"]', "a number for a text"),
        (b'["2024-13-45", null, "x", "day", "", "", "claim"]', "no date"),
        (b'[null, null, "x", "fortnight", "", "", "claim"]', "no such granularity"),
        (b"[" * 100_000, "endless"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_data_is_refused(data: bytes, why: str) -> None:
    """What is no record of the type is an error of one kind, never a value of another type."""
    with pytest.raises(RecordError):
        unpacked(Window, data)


@dataclass(frozen=True)
class Strange:
    """Holds what has no plain form."""

    inside: set[str]


def test_types_without_a_plain_form_are_named() -> None:
    """A field that cannot be kept is a mistake of ours, told at once."""
    with pytest.raises(RecordError, match="plain form"):
        packed(Strange({"a"}))
    with pytest.raises(RecordError, match="plain form"):
        unpacked(Strange, b"[[]]")
