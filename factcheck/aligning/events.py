"""Events: which documents tell of one happening, so that details of different happenings are never compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from claims.document import Document
from factcheck.aligning.clustering import clusters
from factcheck.report import Copy, Event

# News of one happening comes within about a week; later articles on it are mostly about what followed.
MAX_DAYS = 7

# Documents whose mean likeness (stories.py) lies above this tell one story; set on ECB+ and the dev gold (benchmarks/).
SAME_STORY = 0.34

# What a day between two documents takes from their likeness: the news of another day is mostly of another thing. Set on the dev
# gold inside a large pile (benchmarks/pile.py); more keeps strangers out but parts a story that is told over days.
PER_DAY = 0.03

# From this share of common text on a document is a reprint, and of its original's event whatever its date; below it two
# documents may have only an agency's background paragraph in common.
REPRINT = 0.5
MOST_OF_ALL = 2 / 3  # of undated documents: who gathers so many on one event means the others to be of it as well

_SURE = 1.0
_APART = -1.0

NAMED_PLACES = 2  # in the name of an event
GIVEN = "given by the user"


@dataclass(frozen=True, slots=True)
class Grouping:
    """The documents, each with its `event`, and the events with what brought them together."""

    documents: tuple[Document, ...]
    events: tuple[Event, ...]


def grouped(
    documents: Sequence[Document],
    likeness: NDArray[np.float64],
    pairs: Sequence[Copy],
    places: Mapping[str, Counter[str]],
) -> Grouping:
    """Documents grouped into events: what the user gave, else those of like stories published within days of each other.

    `likeness` has shape (n, n), in the order of the documents. `places` counts the places that a document names: an
    event is called after its first day and its places. The groups do not depend on the order of the documents.
    """
    row = {document.id: n for n, document in enumerate(documents)}
    free = sorted((d for d in documents if not d.event), key=lambda d: d.id)
    rows = [row[d.id] for d in free]
    scores = likeness[np.ix_(rows, rows)].astype(np.float64)
    copied = {frozenset((pair.left, pair.right)) for pair in pairs if pair.share >= REPRINT}
    dates = _with_reprints(_dates(free, pairs), copied)
    for (a, one), (b, two) in combinations(enumerate(free), 2):
        if frozenset((one.id, two.id)) in copied:
            scores[a, b] = scores[b, a] = _SURE
        else:
            scores[a, b] = scores[b, a] = _dated(scores[a, b], dates[one.id], dates[two.id])
    groups = clusters(range(len(free)), scores, SAME_STORY, _APART) if free else []
    groups = _with_undated(free, likeness[np.ix_(rows, rows)], groups)
    members = [sorted((free[i] for i in group), key=lambda d: d.id) for group in groups]
    names = _names(members, places)
    event_of = {d.id: name for group, name in zip(members, names, strict=True) for d in group}
    found = tuple(d if d.event else replace(d, event=event_of[d.id]) for d in documents)
    return Grouping(found, _events(found, likeness, row, copied, {d.id for d in free}))


def _dates(documents: Sequence[Document], pairs: Sequence[Copy]) -> dict[str, date | None]:
    """The published date of each document; one without a date is as old as the dated document with which it shares most."""
    dates = {d.id: d.published for d in documents}
    known = dict(dates)
    for pair in sorted(pairs, key=lambda pair: (pair.share, pair.left, pair.right)):
        for one, two in ((pair.left, pair.right), (pair.right, pair.left)):
            if one in known and known[one] is None and known.get(two) is not None:
                dates[one] = known[two]
    return dates


def _with_reprints(dates: Mapping[str, date | None], copied: Iterable[frozenset[str]]) -> dict[str, frozenset[date]]:
    """The dates under which a text was printed, its own and those of its reprints: a page is often dated when it was fetched."""
    found = {key: {day} if day is not None else set() for key, day in dates.items()}
    for one, two in (sorted(pair) for pair in copied):
        for key, other in ((one, two), (two, one)):
            day = dates.get(other)
            if day is not None and found.get(key):
                found[key].add(day)
    return {key: frozenset(days) for key, days in found.items()}


def _dated(likeness: float, one: frozenset[date], two: frozenset[date]) -> float:
    """The likeness less what the days between two documents take; apart beyond a week, or where only one is dated."""
    if not one or not two:
        return likeness if one == two else _APART
    days = min(abs((a - b).days) for a in one for b in two)
    return likeness - PER_DAY * days if days <= MAX_DAYS else _APART


def _with_undated(free: Sequence[Document], likeness: NDArray[np.float64], groups: Sequence[Sequence[int]]) -> list[list[int]]:
    """The groups, with undated ones put to the one event of which the input tells, where one of their documents is of its story.

    That is the only dated event, or, where nothing is dated, one that holds MOST_OF_ALL documents. With two events to choose from
    any choice would be a guess: two meetings of the same people read much alike.
    """
    dated = [list(group) for group in groups if any(free[i].published for i in group)]
    undated = [list(group) for group in groups if not any(free[i].published for i in group)]
    homes = dated or [group for group in undated if len(group) >= MOST_OF_ALL * len(free)]
    if len(homes) != 1:
        return dated + undated
    home, rest = homes[0], []
    for group in undated:
        if group is homes[0]:
            continue
        if likeness[np.ix_(group, home)].max() >= SAME_STORY:
            home = home + group
        else:
            rest.append(group)
    return [home, *rest]


def _names(groups: Sequence[Sequence[Document]], places: Mapping[str, Counter[str]]) -> list[str]:
    names = [_name(group, places) for group in groups]
    clashes = Counter(names)
    return [f"{n} ({group[0].id})" if clashes[n] > 1 else n for n, group in zip(names, groups, strict=True)]


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


def _events(
    documents: Sequence[Document],
    likeness: NDArray[np.float64],
    row: Mapping[str, int],
    copied: set[frozenset[str]],
    free: set[str],
) -> tuple[Event, ...]:
    """The events with the reason that brought their documents together, in the order of their names."""
    members: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        members[document.event].append(document)
    found = []
    for name, group in sorted(members.items()):
        ids = sorted(d.id for d in group)
        found.append(Event(name, tuple(ids), _why(group, [row[key] for key in ids], likeness, copied, free)))
    return tuple(found)


def _why(
    group: Sequence[Document],
    rows: Sequence[int],
    likeness: NDArray[np.float64],
    copied: set[frozenset[str]],
    free: set[str],
) -> str:
    if any(d.id not in free for d in group):
        return GIVEN
    if len(group) == 1:
        return "no other document tells this story within days"
    inner = likeness[np.ix_(rows, rows)][np.triu_indices(len(rows), 1)]
    days = sorted(d.published for d in group if d.published)
    when = f"published within {(days[-1] - days[0]).days + 1} days" if len(days) == len(group) else "not all dated"
    reprints = sum(pair <= {d.id for d in group} for pair in copied)
    shared = f", {reprints} of the pairs are reprints" if reprints else ""
    return f"{when}; mean likeness {inner.mean():.2f}, lowest {inner.min():.2f} (needed: a mean of {SAME_STORY:g}){shared}"
