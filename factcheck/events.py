"""Events: which documents tell of one happening, so that details of different happenings are never compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from claims.document import Document, content_id
from factcheck.encoder import Vectors
from factcheck.report import Copy

# News of one happening comes within about a week; later articles on it are mostly about what followed.
MAX_DAYS = 7

# Mean vectors of two articles on one story lie above this; of two stories from one war or market mostly below.
SAME_STORY = 0.60

# An undated article joins a dated event only if no other event is nearly as close: else any date would be a guess.
CLEAR_LEAD = 0.05


def events(documents: Sequence[Document], vectors: Mapping[str, Vectors], pairs: Sequence[Copy]) -> tuple[Document, ...]:
    """The documents, each with its `event`: what the user gave, else a name shared by those that tell of one happening.

    `vectors` holds one unit vector a document (shape (d,)); documents without claims have none and stand alone.
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
    for one, two in combinations(free, 2):
        if _one_date(one, two) and _similarity(one, two, vectors) >= SAME_STORY:
            join(one.id, two.id)
    for key, group in _undated_homes(free, vectors, find).items():
        join(key, group)
    members: dict[str, list[Document]] = defaultdict(list)
    for document in free:
        members[find(document.id)].append(document)
    name = {root: _name(group) for root, group in members.items()}
    return tuple(d if d.event else replace(d, event=name[find(d.id)]) for d in documents)


def _one_date(one: Document, two: Document) -> bool:
    """Whether two documents may tell of one happening by their dates: both undated, or published within a week."""
    if one.published is None or two.published is None:
        return one.published is two.published
    return abs((one.published - two.published).days) <= MAX_DAYS


def _similarity(one: Document, two: Document, vectors: Mapping[str, Vectors]) -> float:
    if one.id not in vectors or two.id not in vectors:
        return 0.0
    return float(vectors[one.id] @ vectors[two.id])


def _undated_homes(free: Sequence[Document], vectors: Mapping[str, Vectors], find: Callable[[str], str]) -> dict[str, str]:
    """Undated document -> a document of the dated event that is clearly the closest to it, where there is one."""
    homes = {}
    for document in free:
        if document.published is not None:
            continue
        best: dict[str, float] = {}
        for other in free:
            if other.published is not None:
                root = find(other.id)
                best[root] = max(best.get(root, 0.0), _similarity(document, other, vectors))
        ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] >= CLEAR_LEAD)
        if clear and ranked[0][1] >= SAME_STORY and find(document.id) not in best:
            homes[document.id] = ranked[0][0]
    return homes


def _name(group: Sequence[Document]) -> str:
    """A name that depends on the documents alone: the earliest date, or "undated", and a short hash."""
    dates = sorted(d.published.isoformat() for d in group if d.published)
    return f"{dates[0] if dates else 'undated'}-{content_id(*sorted(d.id for d in group))[:6]}"
