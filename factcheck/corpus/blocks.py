"""Blocks: documents that may tell of one event, found by the rare words that they share within days of each other.

`compare` looks at all pairs of documents (factcheck.aligning.events): right for hundreds, impossible for millions. Here an
inverted index brings together only documents that share several of their rarest words or places within the same days;
`compare`'s own grouping then decides inside each block. A block never holds more than LARGEST documents, so that work and memory
stay bounded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from factcheck.aligning.events import MAX_DAYS

# The rarest words of a document that are used as its keys: names, places and what is special about its story.
KEYS = 20

# Documents that share so many keys may tell of one event; set on the dev articles (docs/scale.md).
SHARED = 3

# A key brings a document together with so many of the next ones that hold it at most: a big story stays linked from day to day.
NEXT = 40

LARGEST = 400  # documents: all pairs of so many are compared in about a second


@dataclass(frozen=True, slots=True)
class Signature:
    """What blocking knows of a document: its id, day (a number; None without a date), the user's event, and its words."""

    id: str
    day: int | None
    event: str
    words: tuple[str, ...]


def blocks(signatures: Callable[[], Iterable[Signature]]) -> list[list[int]]:
    """The documents (by number, in the order of `signatures`, which is asked twice) that are to be compared with each other.

    Every document is in one block. The blocks do not depend on the order of the documents. Memory holds the keys of all documents
    and their vocabulary, some 4 kB a document, and no texts.
    """
    seen: Counter[str] = Counter()
    for signature in signatures():
        seen.update(set(signature.words))
    number = {word: n for n, word in enumerate(sorted(word for word, times in seen.items() if times > 1))}
    ids: list[str] = []
    days: list[int | None] = []
    given: dict[str, list[int]] = defaultdict(list)
    holding: dict[int, list[int]] = defaultdict(list)
    for at, signature in enumerate(signatures()):
        ids.append(signature.id)
        days.append(signature.day)
        if signature.event:
            given[signature.event].append(at)
            continue
        known = sorted((seen[word], word) for word in set(signature.words) if word in number)
        for _, word in known[:KEYS]:
            holding[number[word]].append(at)
    order = sorted(range(len(ids)), key=lambda at: (days[at] is None, days[at] or 0, ids[at]))
    rank = {at: place for place, at in enumerate(order)}
    pairs, shared = _pairs(holding, [days[at] for at in order], rank)
    taken = {rank[at] for some in given.values() for at in some}
    found = list(_bounded([place for place in range(len(ids)) if place not in taken], pairs, shared, SHARED))
    found += [sorted(rank[at] for at in some) for _, some in sorted(given.items())]
    return [[order[place] for place in block] for block in sorted(found)]


def _pairs(
    holding: dict[int, list[int]], days: Sequence[int | None], rank: dict[int, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Pairs of documents (by rank), shape (n, 2), within MAX_DAYS of each other, and how many keys each shares."""
    codes: list[NDArray[np.int64]] = []
    width = len(days)
    day = np.array([-(10**9) if one is None else one for one in days], dtype=np.int64)
    for some in holding.values():
        if len(some) < 2:
            continue
        places = np.array(sorted(rank[at] for at in some), dtype=np.int64)
        for ahead in range(1, min(NEXT, len(places) - 1) + 1):
            left, right = places[:-ahead], places[ahead:]
            near = np.abs(day[left] - day[right]) <= MAX_DAYS
            if not near.any():
                break
            codes.append(left[near] * width + right[near])
    if not codes:
        return np.zeros((0, 2), dtype=np.int64), np.zeros(0, dtype=np.int64)
    code, shared = np.unique(np.concatenate(codes), return_counts=True)
    return np.stack([code // width, code % width], axis=1), shared.astype(np.int64)


def _bounded(members: Sequence[int], pairs: NDArray[np.int64], shared: NDArray[np.int64], needed: int) -> Iterator[list[int]]:
    """Groups of members that chains of pairs with enough shared keys link; a group that is too large needs more of them."""
    strong = shared >= needed
    for group, inside in _components(members, pairs[strong], shared[strong]):
        if len(group) <= LARGEST:
            yield group
        elif needed >= KEYS:  # copies of one text and nothing else: in the order of their days
            yield from (group[at : at + LARGEST] for at in range(0, len(group), LARGEST))
        else:
            yield from _bounded(group, *inside, needed + 1)


def _components(
    members: Sequence[int], pairs: NDArray[np.int64], shared: NDArray[np.int64]
) -> Iterator[tuple[list[int], tuple[NDArray[np.int64], NDArray[np.int64]]]]:
    """The linked groups among members, in order, each with its own pairs."""
    place = np.array(members, dtype=np.int64)
    rows, columns = np.searchsorted(place, pairs[:, 0]), np.searchsorted(place, pairs[:, 1])
    links = coo_array((np.ones(len(rows), dtype=np.int8), (rows, columns)), shape=(len(place), len(place)))
    _, labels = connected_components(links, directed=False)
    groups: dict[int, list[int]] = defaultdict(list)
    for member, label in zip(members, labels.tolist(), strict=True):
        groups[label].append(member)
    order = np.argsort(labels[rows], kind="stable") if len(rows) else np.zeros(0, dtype=np.int64)
    ends = np.searchsorted(labels[rows][order], np.arange(len(groups) + 1))
    for label, group in groups.items():
        inside = order[ends[label] : ends[label + 1]]
        yield group, (pairs[inside], shared[inside])


def packed_into(found: Sequence[Sequence[int]], most: int) -> list[list[int]]:
    """Blocks (by number) put together to groups of at most `most` documents where they allow it, in their order."""
    groups: list[list[int]] = []
    size = most
    for number, block in enumerate(found):
        if size + len(block) > most:
            groups.append([])
            size = 0
        groups[-1].append(number)
        size += len(block)
    return groups
