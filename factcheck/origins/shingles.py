"""The running words of documents, and where two documents have a run of them in common.

Shingles: Broder 1997, "On the resemblance and containment of documents". All shingles of all documents are hashed and sorted, so
that equal ones lie side by side. That is exact and does for ten thousand articles (benchmarks/README.md); MinHash with LSH, which
compares whole documents, would miss the short passages that a tenth of a text is made of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claims.document import Document

# Eight words in a row are hardly ever written twice by chance; shorter runs are names, dates and stock phrases.
SHINGLE = 8

# Stock text: what at least three documents hold that were published over more than a week is background that an agency or an
# outlet adds to every report ("the war began in ..."). It tells nothing about where this report comes from.
STOCK_DOCUMENTS = 3
STOCK_DAYS = 7

# A run that stands in more documents than this makes no pairs: they would be more than anybody reads.
CROWD = 300

# Two outlets that quote the same speech are no copies of each other.
_QUOTE = re.compile(r"[“\"][^“”\"\n]{20,1000}[”\"]")
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?\n]")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd, so that each word of a shingle counts at its own place


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document's kept text, quotations left out: lower case, with their offsets in the document."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]  # from one word to another, the second not included

    def __len__(self) -> int:
        return len(self.words)


def words_of(document: Document) -> Words:
    """The running words of a document, without what was dropped from it and without quotations."""
    text = list(document.text)
    for dropped in document.dropped:
        text[dropped.start : dropped.end] = "\n" * (min(dropped.end, len(text)) - dropped.start)
    kept = _QUOTE.sub(lambda quote: " " * len(quote[0]), "".join(text))
    matches = list(_WORD.finditer(kept))
    ends = [at + 1 for at, (one, two) in enumerate(pairwise(matches)) if _STOP.search(kept, one.end(), two.start())]
    marks = [0, *ends, len(matches)]
    return Words(
        tuple(match[0].lower() for match in matches),
        tuple(match.span() for match in matches),
        tuple((start, end) for start, end in pairwise(marks) if start < end),
    )


@dataclass(frozen=True, slots=True)
class Shared:
    """Where equal shingles stand: for a pair of documents (by number) the places in the one and in the other."""

    pairs: Mapping[tuple[int, int], list[tuple[int, int]]]
    stock_pairs: Mapping[tuple[int, int], list[tuple[int, int]]]  # the same for stock text
    stock: Mapping[int, frozenset[int]]  # places in a document where a stock shingle begins


def shared(texts: Sequence[Words], days: Sequence[int | None]) -> Shared:
    """The shingles that two texts or more have in common; `days` says when each was published (a day's number, or None)."""
    pairs: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    stock_pairs: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    stock: dict[int, set[int]] = defaultdict(set)
    for places in _equal(texts):
        holders = sorted({text for text, _ in places})
        if len(holders) < 2 or len(holders) > CROWD:
            continue
        dated = [day for text in holders if (day := days[text]) is not None]
        is_stock = len(holders) >= STOCK_DOCUMENTS and bool(dated) and max(dated) - min(dated) > STOCK_DAYS
        found = stock_pairs if is_stock else pairs
        for text, at in places if is_stock else ():
            stock[text].add(at)
        for number, (left, at) in enumerate(places):
            for right, there in places[number + 1 :]:
                if left != right:
                    found[left, right].append((at, there))
    return Shared(pairs, stock_pairs, {text: frozenset(places) for text, places in stock.items()})


def _equal(texts: Sequence[Words]) -> Iterator[list[tuple[int, int]]]:
    """Groups of places (text, word) at which one shingle stands, in order."""
    number: dict[str, int] = {}
    rows = [np.array([number.setdefault(word, len(number)) for word in text.words], dtype=np.uint64) for text in texts]
    hashes, owners, places = [], [], []
    for owner, row in enumerate(rows):
        if len(row) < SHINGLE:
            continue
        found = _hashes(row)
        hashes.append(found)
        owners.append(np.full(len(found), owner, dtype=np.int32))
        places.append(np.arange(len(found), dtype=np.int32))
    if not hashes:
        return
    every, owner_of, place_of = np.concatenate(hashes), np.concatenate(owners), np.concatenate(places)
    order = np.argsort(every, kind="stable")
    every, owner_of, place_of = every[order], owner_of[order], place_of[order]
    starts = np.flatnonzero(np.r_[True, every[1:] != every[:-1]])
    ends = np.r_[starts[1:], len(every)]
    several = ends - starts > 1
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield list(zip(owner_of[start:end].tolist(), place_of[start:end].tolist(), strict=True))


def _hashes(row: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """One number for each shingle of a row of word numbers; the same shingle has the same number within one run."""
    mixed = (row + np.uint64(1)) * _MULTIPLIER
    mixed ^= mixed >> np.uint64(29)
    result = np.zeros(len(row) - SHINGLE + 1, dtype=np.uint64)
    for place in range(SHINGLE):
        result = (result ^ mixed[place : place + len(result)]) * _MULTIPLIER
        result ^= result >> np.uint64(32)
    return result
