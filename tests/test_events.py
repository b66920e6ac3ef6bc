"""Events: which documents tell of one happening."""

from __future__ import annotations

from collections import Counter
from datetime import date

import numpy as np
import pytest
from handmade import article

from claims.document import Document
from factcheck.events import MAX_DAYS, SAME_STORY, events
from factcheck.report import Copy


def unit(angle: float) -> np.ndarray:
    """A unit vector whose cosine with unit(0) is cos(angle)."""
    return np.array([np.cos(angle), np.sin(angle)], dtype=np.float32)


PLACES = {"a": Counter({"Kessim": 2, "Doln": 1}), "b": Counter({"Torvay": 4, "Kessim": 1})}
NEAR, FAR = float(np.arccos(SAME_STORY + 0.1)), float(np.arccos(SAME_STORY - 0.1))


def groups(documents: list[Document], angles: list[float], copied: list[Copy] = []) -> list[set[str]]:  # noqa: B006
    """The ids of each event."""
    vectors = {d.id: unit(a) for d, a in zip(documents, angles, strict=True)}
    found: dict[str, set[str]] = {}
    for document in events(documents, vectors, copied, {}):
        found.setdefault(document.event, set()).add(document.id)
    return sorted(found.values(), key=sorted)


def on(key: str, day: int | None, month: int = 5, **slots: str) -> Document:
    """An article of a day in 2024, or without a date."""
    return article(key, published=date(2024, month, day) if day else None, **slots)


@pytest.mark.parametrize(
    ("second", "angle", "together", "why"),
    [
        (on("b", 2), NEAR, True, "alike and a day apart"),
        (on("b", 1 + MAX_DAYS), NEAR, True, "alike and at the limit"),
        (on("b", 2 + MAX_DAYS), NEAR, False, "alike, but beyond the limit"),
        (on("b", 1, month=6), 0.0, False, "the same words a month later"),
        (on("b", 2), FAR, False, "another story of the same day"),
        (on("b", None), NEAR, True, "undated, and only one event to go to"),
        (on("b", None), FAR, False, "undated and not alike"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_two_articles(second: Document, angle: float, together: bool, why: str) -> None:
    """Articles are one event if they are alike and published within days of each other."""
    assert (len(groups([on("a", 1), second], [0.0, angle])) == 1) == together


def test_two_undated_articles_that_are_alike_are_one_event() -> None:
    """Without any date likeness decides."""
    assert len(groups([on("a", None), on("b", None)], [0.0, NEAR])) == 1


def test_copies_are_one_event() -> None:
    """Who reprints a text tells of its happening, whatever the dates."""
    assert groups([on("a", 1), on("b", 30)], [0.0, FAR], [Copy("a", "b", 0.9)]) == [{"a", "b"}]


def test_the_users_event_is_kept_and_not_mixed() -> None:
    """What the user calls an event stays; other articles are not put into it."""
    found = events([on("a", 1, event="mine"), on("b", 1), on("c", 1, event="mine")], {k: unit(0) for k in "abc"}, [], {})
    assert [d.event == "mine" for d in found] == [True, False, True]
    assert all(d.event for d in found)


def test_undated_article_between_two_events_stays_alone() -> None:
    """With two dated events to choose from an undated article joins neither: any date would be a guess."""
    documents = [on("a", 1), on("b", 1, month=7), on("c", None)]
    assert len(groups(documents, [-0.6, 0.6, 0.0])) == 3
    assert len(groups(documents, [-0.6, 0.6, -0.6])) == 3


def test_order_and_names() -> None:
    """The events and their names depend on the documents alone, not on their order."""
    documents = [on("a", 1), on("b", 2), on("c", 1, month=8), on("d", None)]
    vectors = {d.id: unit(0.1 * n) for n, d in enumerate(documents)}
    named = {d.id: d.event for d in events(documents, vectors, [], PLACES)}
    again = {d.id: d.event for d in events(documents[::-1], vectors, [], PLACES)}
    assert named == again
    assert named["a"] == "2024-05-01 Kessim, Torvay"
    assert named["c"] == "2024-08-01"
    assert named["d"].startswith("undated")


def test_two_events_never_share_a_name() -> None:
    """Two happenings of one day at one place stay two."""
    documents = [on("a", 1), on("b", 1)]
    places = {key: Counter({"Kessim": 2}) for key in "ab"}
    found = events(documents, {"a": unit(0), "b": unit(1.5)}, [], places)
    assert found[0].event != found[1].event
    assert all("2024-05-01 Kessim" in d.event for d in found)


def test_document_without_claims_stands_alone() -> None:
    """An article of which no claim was read is an event of its own, not of all."""
    found = events([on("a", 1), on("b", 1)], {"a": unit(0)}, [], {})
    assert found[0].event != found[1].event
