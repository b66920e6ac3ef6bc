"""Who copied whom: documents that share running text, found by word shingles.

Shingling: Broder 1997, "On the resemblance and containment of documents".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from claims.document import Document
from factcheck.report import Copy

# Eight words in a row are hardly ever written twice by chance; shorter runs are names, dates and stock phrases.
SHINGLE = 8

# Below this share two texts have a stock paragraph in common, not an origin.
COPY_SHARE = 0.08

# Two outlets that quote the same speech are no copies of each other.
_QUOTE = re.compile(r"[“\"][^“”\"\n]{20,1000}[”\"]")

_WORD = re.compile(r"\w+")


def copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """Pairs of documents that share at least COPY_SHARE of the shorter one's words, by id."""
    words = {document.id: _words(document) for document in documents}
    places: dict[tuple[str, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for key, text in words.items():
        for at in range(len(text) - SHINGLE + 1):
            places[tuple(text[at : at + SHINGLE])][key].append(at)
    covered: dict[tuple[str, str], set[int]] = defaultdict(set)
    for where in places.values():
        for one, two in combinations(sorted(where), 2):
            shorter = min((one, two), key=lambda key: (len(words[key]), key))
            for at in where[shorter]:
                covered[one, two].update(range(at, at + SHINGLE))
    found = []
    for (one, two), shared in covered.items():
        share = len(shared) / min(len(words[one]), len(words[two]))
        if share >= COPY_SHARE:
            found.append(Copy(one, two, round(share, 3)))
    return tuple(sorted(found, key=lambda copy: (copy.left, copy.right)))


def _words(document: Document) -> list[str]:
    """The words of a document's kept text, quotations left out."""
    kept, at = [], 0
    for dropped in document.dropped:
        kept.append(document.text[at : dropped.start])
        at = max(at, dropped.end)
    return _WORD.findall(_QUOTE.sub(" ", " ".join([*kept, document.text[at:]])).lower())


def origins(documents: Iterable[Document], pairs: Iterable[Copy]) -> dict[str, str]:
    """Document id -> the smallest id of the documents that share its text, directly or through others."""
    origin = {document.id: document.id for document in documents}

    def find(key: str) -> str:
        while origin[key] != key:
            key = origin[key]
        return key

    for pair in pairs:
        one, two = sorted((find(pair.left), find(pair.right)))
        origin[two] = one
    return {key: find(key) for key in origin}
