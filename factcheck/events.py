"""Events: which documents tell of one happening, so that details of different happenings are never compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from claims.document import Document
from factcheck.encoder import Vectors
from factcheck.report import Copy

# News of one happening comes within about a week; later articles on it are mostly about what followed.
MAX_DAYS = 7

# Mean vectors of two articles on one story lie above this; of two stories from one war or market mostly below.
SAME_STORY = 0.60


NAMED_PLACES = 2  # in the name of an event


def events(
    documents: Sequence[Document],
    vectors: Mapping[str, Vectors],
    pairs: Sequence[Copy],
    places: Mapping[str, Counter[str]],
) -> tuple[Document, ...]:
    """The documents, each with its `event`: what the user gave, else a name shared by those that tell of one happening.

    `vectors` holds one unit vector a document (shape (d,)); documents without claims have none and stand alone.
    `places` counts the places that a document names: an event is called after its first day and its places.
    """
    free = sorted((d for d in documents if not d.event), key=lambda d: d.id)
    parent = {d.id: d.id for d in free}

    def find(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    def join(one: str, two: str) -> None:
        a, b = sorted((find(one), find(two)))
        parent[b] = a

    for pair in pairs:
        if pair.left in parent and pair.right in parent:
            join(pair.left, pair.right)
    dated = {find(d.id): d.published for d in free if d.published is not None}
    dates = {d.id: d.published or dated.get(find(d.id)) for d in free}  # a reprint without a date is as old as its twin
    for one, two in combinations(free, 2):
        if _one_date(dates[one.id], dates[two.id]) and _similarity(one, two, vectors) >= SAME_STORY:
            join(one.id, two.id)
    for key, group in _undated_homes(free, vectors, find).items():
        join(key, group)
    members: dict[str, list[Document]] = defaultdict(list)
    for document in free:
        members[find(document.id)].append(document)
    names = {root: _name(group, places) for root, group in members.items()}
    clashes = Counter(names.values())
    name = {root: f"{n} ({root})" if clashes[n] > 1 else n for root, n in names.items()}
    return tuple(d if d.event else replace(d, event=name[find(d.id)]) for d in documents)


def _one_date(one: date | None, two: date | None) -> bool:
    """Whether two documents may tell of one happening by their dates: both undated, or published within a week."""
    if one is None or two is None:
        return one is two
    return abs((one - two).days) <= MAX_DAYS


def _similarity(one: Document, two: Document, vectors: Mapping[str, Vectors]) -> float:
    if one.id not in vectors or two.id not in vectors:
        return 0.0
    return float(vectors[one.id] @ vectors[two.id])


def _undated_homes(free: Sequence[Document], vectors: Mapping[str, Vectors], find: Callable[[str], str]) -> dict[str, str]:
    """Undated document -> a document of the one dated event, if there is only one and they tell one story.

    With two dated events to choose from any choice would be a guess: two meetings of the same people read much alike.
    """
    dated = [document for document in free if document.published is not None]
    if len({find(document.id) for document in dated}) != 1:
        return {}
    return {
        document.id: dated[0].id
        for document in free
        if document.published is None and any(_similarity(document, other, vectors) >= SAME_STORY for other in dated)
    }


def _name(group: Sequence[Document], places: Mapping[str, Counter[str]]) -> str:
    """The earliest date, or "undated", and the places that most documents of the group name: "2024-10-30 Kessim, Torvay"."""
    dates = sorted(d.published.isoformat() for d in group if d.published)
    named: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for document in group:
        named.update(set(places.get(document.id, ())))
        total.update(places.get(document.id, {}))
    top = sorted(named, key=lambda place: (-named[place], -total[place], place))[:NAMED_PLACES]
    return " ".join([dates[0] if dates else "undated", ", ".join(top)]).strip()
