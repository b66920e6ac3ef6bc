"""Events: which documents tell of one happening."""

from __future__ import annotations

from collections import Counter
from datetime import date

import numpy as np
import pytest
from fakes import FakeEncoder
from handmade import article, says

from claims.document import Document
from factcheck.aligning.events import GIVEN, MAX_DAYS, PER_DAY, REPRINT, SAME_STORY, grouped
from factcheck.aligning.grouping import in_events
from factcheck.aligning.stories import stories
from factcheck.origins.copies import copies
from factcheck.report import Copy


def events(documents: list[Document], angles: list[float], copied: list[Copy], places: dict[str, Counter[str]]) -> list[Document]:
    """The documents with their events; two of them are as alike as the cosine of the angle between them."""
    turned = np.array(angles)
    return list(grouped(documents, np.cos(turned[:, None] - turned[None]), copied, places).documents)


PLACES = {"a": Counter({"Kessim": 2, "Doln": 1}), "b": Counter({"Torvay": 4, "Kessim": 1})}
NEAR, FAR = float(np.arccos(SAME_STORY + 0.1)), float(np.arccos(SAME_STORY - 0.1))
NEAREST = float(np.arccos(SAME_STORY + 0.1 + MAX_DAYS * PER_DAY))


def groups(documents: list[Document], angles: list[float], copied: list[Copy] = []) -> list[set[str]]:  # noqa: B006
    """The ids of each event."""
    found: dict[str, set[str]] = {}
    for document in events(documents, angles, copied, {}):
        found.setdefault(document.event, set()).add(document.id)
    return sorted(found.values(), key=sorted)


def on(key: str, day: int | None, month: int = 5, **slots: str) -> Document:
    """An article of a day in 2024, or without a date."""
    return article(key, published=date(2024, month, day) if day else None, **slots)


@pytest.mark.parametrize(
    ("second", "angle", "together", "why"),
    [
        (on("b", 2), NEAR, True, "alike and a day apart"),
        (on("b", 1 + MAX_DAYS), NEAR, False, "alike, but not so much as a week takes"),
        (on("b", 1 + MAX_DAYS), NEAREST, True, "very much alike and at the limit"),
        (on("b", 2 + MAX_DAYS), NEAREST, False, "very much alike, but beyond the limit"),
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


def test_an_undated_text_is_of_the_event_on_which_most_texts_were_gathered() -> None:
    """Who has three of four undated texts on one event means the fourth as well, if it is like one of them; two of four are no
    such event.
    """
    documents = [on(key, None) for key in "abcd"]
    assert groups(documents, [0.0, 0.0, 0.9 * NEAR, 1.8 * NEAR]) == [{"a", "b", "c", "d"}]
    assert groups(documents, [0.0, 0.0, 0.9 * NEAR, 0.9 * NEAR + FAR]) == [{"a", "b", "c"}, {"d"}]
    assert len(groups([on("a", None), on("b", None), on("c", None)], [0.0, 0.9 * NEAR, 1.8 * NEAR])) == 1
    assert len(groups(documents, [0.0, 0.0, 1.1 * FAR, 1.1 * FAR])) == 2


def test_copies_are_one_event() -> None:
    """Who reprints a text tells of its happening, whatever the dates."""
    assert groups([on("a", 1), on("b", 30)], [0.0, FAR], [Copy("a", "b", 0.9)]) == [{"a", "b"}]


def test_a_text_has_the_dates_of_its_reprints() -> None:
    """A reprint that was dated a month late takes its original along to neither day alone: others of either day may join."""
    documents = [on("a", 30), on("b", 1), on("c", 1)]
    assert groups(documents, [0.0, 0.0, NEAR], [Copy("a", "b", 0.9)]) == [{"a", "b", "c"}]
    assert groups(documents, [0.0, 0.0, NEAR]) == [{"a"}, {"b", "c"}]


def test_a_shared_background_paragraph_makes_no_event() -> None:
    """Little text in common, as of an agency's background, does not bring two stories together."""
    assert len(groups([on("a", 1), on("b", 1)], [0.0, FAR], [Copy("a", "b", REPRINT - 0.1)])) == 2


def test_an_undated_text_is_as_old_as_the_one_with_which_it_shares_most() -> None:
    """Shared text dates it; whether it tells the same story is still decided by likeness."""
    copied = [Copy("a", "c", 0.2), Copy("b", "c", 0.1)]
    documents = [on("a", 1), on("b", 1, month=8), on("c", None)]
    assert groups(documents, [0.0, 0.0, NEAR], copied) == [{"a", "c"}, {"b"}]
    assert len(groups(documents, [0.0, 0.0, FAR], copied)) == 3


def test_the_users_event_is_kept_and_not_mixed() -> None:
    """What the user calls an event stays; other articles are not put into it."""
    found = events([on("a", 1, event="mine"), on("b", 1), on("c", 1, event="mine")], [0.0, 0.0, 0.0], [], {})
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
    angles = [0.1 * n for n in range(len(documents))]
    named = {d.id: d.event for d in events(documents, angles, [], PLACES)}
    again = {d.id: d.event for d in events(documents[::-1], angles[::-1], [], PLACES)}
    assert named == again
    assert named["a"] == "2024-05-01 Kessim, Torvay"
    assert named["c"] == "2024-08-01"
    assert named["d"].startswith("undated")


def test_two_events_never_share_a_name() -> None:
    """Two happenings of one day at one place stay two."""
    documents = [on("a", 1), on("b", 1)]
    places = {key: Counter({"Kessim": 2}) for key in "ab"}
    found = events(documents, [0.0, 1.5], [], places)
    assert found[0].event != found[1].event
    assert all("2024-05-01 Kessim" in d.event for d in found)


def test_document_without_claims_stands_alone() -> None:
    """An article of which no claim was read is like no other, and an event of its own."""
    left, right = says("the bridge at Kessim fell", document="a"), says("the bridge at Kessim fell", document="b")
    vectors = FakeEncoder().encode([left.standalone, right.standalone])
    assert stories(["a", "b"], (left, right), vectors).likeness[0, 1] == 1.0
    assert stories(["a", "b"], (left,), vectors[:1]).likeness[0, 1] == 0.0


def test_rare_words_tell_two_stories_of_one_kind_apart() -> None:
    """Of two articles that are as near in direction the one with the rare words in common is the more alike."""
    texts = {"a": "a fire in Kessim hurt nobody", "b": "a fire in Kessim closed roads", "c": "a fire in Torvay closed roads"}
    told = [says(text, document=key) for key, text in texts.items()]
    likeness = stories(list(texts), told, np.ones((3, 1), dtype=np.float32)).likeness
    assert likeness[0, 1] > likeness[0, 2]


def test_the_report_says_why() -> None:
    """Each event names its documents and what brought them together."""
    documents = [on("a", 1), on("b", 2), on("c", 1, month=8), on("d", 3, event="mine")]
    found = grouped(documents, np.ones((4, 4)), [Copy("a", "b", 0.5)], {}).events
    why = {event.documents: event.why for event in found}
    assert why["d",] == GIVEN
    assert why["c",] == "no other document tells this story within days"
    assert why["a", "b"].startswith("published within 2 days; mean likeness 1.00")
    assert why["a", "b"].endswith("1 of the pairs are reprints")


def test_texts_stories_and_places_are_put_together_once() -> None:
    """What is grouped by stays at hand: the copies and the stories; an event is called after the places that its claims name."""
    told = (
        "The ferry that sank off Port Lunda on Thursday was overloaded, and at least twelve of the crew drowned that night. " * 2
    )
    documents = [on("a", 2, text=told), on("b", 3, text=told), on("c", 20, text="Parliament passed the budget.")]
    claims = [says(d.text, document=d.id, places=() if d.id == "c" else ("Port Lunda",)) for d in documents]
    vectors = FakeEncoder().encode([claim.standalone for claim in claims])
    calls: list[None] = []
    found = in_events(documents, claims, vectors, lambda: calls.append(None))
    assert found.copies == copies(documents) != ()
    assert found.stories.row == {"a": 0, "b": 1, "c": 2}
    assert found.event_of == {"a": "2024-05-02 Port Lunda", "b": "2024-05-02 Port Lunda", "c": "2024-05-20"}
    assert len(calls) == 1
