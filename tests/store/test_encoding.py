"""Values as JSON and back: what is written comes back equal; data of other versions is read as far as it can be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Claim, Quantity
from claims.document import Document
from claims.times.window import Window
from factcheck.judgement import Fact, Judgement
from factcheck.report import Copy
from factcheck.reviewing.reviews import Finding
from factcheck.store.encoding import EncodingError, dumped, loaded

words = st.text(st.characters(), max_size=5)
numbers = st.floats(allow_nan=False)
st.register_type_strategy(str, words)
st.register_type_strategy(float, numbers)
st.register_type_strategy(object, st.none() | st.booleans() | st.integers() | words)


@pytest.mark.parametrize("kind", [Document, Quantity, Window, Claim, Fact, Judgement, Copy], ids=lambda it: it.__name__)
def test_any_value_comes_back_equal(kind: type) -> None:
    """For every kind of value that a report holds, with any text and any number in it."""

    @given(st.from_type(kind))
    def law(value: object) -> None:
        text = dumped(value)
        assert text.isascii()
        assert loaded(kind, text) == value

    law()


@dataclass(frozen=True)
class Older:
    """A value as an earlier version had it."""

    name: str
    gone: int = 0


@dataclass(frozen=True)
class Newer:
    """The same value now: one field less, two more."""

    name: str
    found: Finding | None = None
    many: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


def test_fields_that_came_or_went() -> None:
    """What is new takes its default, what is gone is ignored."""
    assert loaded(Newer, dumped(Older("a", 3))) == Newer("a")
    whole = Newer("b", Finding.AGREED, {"x": (1, inf, -inf)})
    assert loaded(Newer, dumped(whole)) == whole
    assert loaded(Older, dumped(whole)) == Older("b")


@pytest.mark.parametrize(
    ("kind", "data", "line"),
    [
        (Newer, {}, "Newer: name is missing"),
        (Newer, {"name": 3}, "Newer.name: 3 is no str"),
        (Newer, {"name": "a", "found": "guessed"}, "Newer.found: 'guessed' is not a valid Finding"),
        (Newer, {"name": "a", "many": {"x": [1, "y"]}}, r"Newer.many.x\[1\]: could not convert"),
        (Newer, [], r"Newer: \[\] is no Newer"),
        (Newer, {"name": "a", "many": []}, "is no mapping"),
        (Window, {"start": "today", "end": None, "text": ""}, "Window.start: Invalid isoformat"),
        (
            Claim,
            {"id": "1", "document": "d", "start": 0, "end": 1, "context": [0], "text": "", "standalone": "", "facet": ""},
            "2 values",
        ),
    ],
)
def test_data_that_cannot_be_read(kind: type, data: object, line: str) -> None:
    """The error names the place."""
    with pytest.raises(EncodingError, match=line):
        loaded(kind, json.dumps(data))


def test_text_that_is_no_json() -> None:
    """A value cut off in its middle."""
    with pytest.raises(EncodingError, match="no JSON"):
        loaded(Document, dumped(Document("d", "text", published=date(2024, 5, 14)))[:-3])
