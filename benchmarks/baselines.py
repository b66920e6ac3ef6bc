"""What one gets without this project: plain ways to align and judge sentences, as reports that the gold's scorer reads.

- `clustered`: spaCy's sentences, how alike two are by MiniLM's cosine or rapidfuzz's token_set_ratio, average linkage;
  sentences of different documents in one cluster agree, and contradict where both give numbers and share none.
- `numbers only`: sentences of different documents that count the same noun are one fact, and judged by the number alone.
- `reader only`: pairs of sentences above a cosine are read by the packaged reader, in both directions, and that is the verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from spacy.language import Language
from spacy.tokens import Span

from claims.document import Document
from factcheck.encoder import Encoder
from factcheck.judging.ladder import Reading, read_both
from factcheck.judging.nli import Reader

COSINE = 0.5  # the baseline of the gold's guide
# token_set_ratio. On the gold 0.5 puts 164 pairs in one fact (113 verdicts right) at joins 0.21, 0.6 110 (80) at joins 0.32, and
# 0.4 nearly all at 0.06.
TOKENS = 0.6
SURE = 0.5  # what the reader alone must be sure of


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, its document's id, and the numbers in it with the noun that each counts (a lemma, "" for none)."""

    document: str
    start: int
    end: int
    text: str
    numbers: tuple[tuple[str, str], ...]

    @property
    def id(self) -> str:
        """Unique within one set of documents."""
        return f"{self.document}:{self.start}"


def sentences(documents: Sequence[Document], nlp: Language) -> list[Said]:
    """The sentences of what was kept of the documents, in order."""
    found = []
    for document in documents:
        for sentence in nlp(document.text).sents:
            dropped = any(d.start <= sentence.start_char < d.end for d in document.dropped)
            if sentence.text.strip() and not dropped:
                found.append(
                    Said(document.id, sentence.start_char, sentence.end_char, sentence.text.strip(), tuple(_numbers(sentence)))
                )
    return found


def _numbers(sentence: Span) -> Iterator[tuple[str, str]]:
    for token in sentence:
        if token.like_num:
            yield token.text.lower().replace(",", ""), token.head.lemma_.lower() if token.head.pos_ == "NOUN" else ""


def cosines(said: Sequence[Said], encoder: Encoder) -> NDArray[np.float64]:
    """How alike sentences are by cosine, (n, n)."""
    vectors = encoder.encode([one.text for one in said]).astype(np.float64)
    return vectors @ vectors.T


def tokens(said: Sequence[Said]) -> NDArray[np.float64]:
    """How alike sentences are by their words, (n, n)."""
    texts = [one.text for one in said]
    found: NDArray[np.float64] = process.cdist(texts, texts, scorer=fuzz.token_set_ratio, dtype=np.float64) / 100
    return found


def clustered(said: Sequence[Said], like: NDArray[np.float64], threshold: float) -> tuple[list[list[int]], dict[Pair, str]]:
    """The clusters, and the verdict of each pair in one."""
    distances = np.clip(1 - like, 0, None)
    np.fill_diagonal(distances, 0)
    label = fcluster(linkage(squareform(distances, checks=False), "average"), 1 - threshold, "distance")
    groups = [[int(i) for i in np.flatnonzero(label == key)] for key in np.unique(label)]
    return groups, {pair: by_numbers(said, pair) for group in groups for pair in _across(said, group)}


def numbers_only(said: Sequence[Said]) -> tuple[list[list[int]], dict[Pair, str]]:
    """Sentences that count one noun, and the verdict of each pair by what they count it at."""
    counting: dict[str, list[int]] = {}
    for n, one in enumerate(said):
        for noun in sorted({noun for _, noun in one.numbers if noun}):
            counting.setdefault(noun, []).append(n)
    verdicts = {}
    for noun, group in counting.items():
        for left, right in _across(said, group):
            one, two = ({number for number, of in said[i].numbers if of == noun} for i in (left, right))
            verdicts[left, right] = "agree" if one & two else "contradict"
    return list(counting.values()), verdicts


def reader_only(said: Sequence[Said], like: NDArray[np.float64], reader: Reader) -> tuple[list[list[int]], dict[Pair, str]]:
    """Pairs above the cosine that the reader takes to contradict or to follow from each other, and its verdicts."""
    asked = [pair for pair in _across(said, range(len(said))) if like[pair] >= COSINE]
    read = read_both(reader, [(said[left].text, said[right].text) for left, right in asked])
    verdicts = {pair: by_reading(reading) for pair, reading in zip(asked, read, strict=True)}
    return [list(pair) for pair, verdict in verdicts.items() if verdict != "compatible"], verdicts


def by_numbers(said: Sequence[Said], pair: Pair) -> str:
    """The verdict on two sentences by all their numbers: no common one is a contradiction."""
    one, two = ({number for number, _ in said[i].numbers} for i in pair)
    return "contradict" if one and two and not one & two else "agree"


def by_reading(reading: Reading) -> str:
    """The verdict that a reader's probabilities stand for."""
    if reading.contradiction >= SURE:
        return "contradict"
    return "agree" if reading.either >= SURE else "compatible"


def as_report(documents: Sequence[Document], said: Sequence[Said], groups: list[list[int]], verdicts: dict[Pair, str]) -> Any:
    """What the scorer needs of a report of schema 1."""
    return {
        "documents": [{"id": d.id, "path": d.path} for d in documents],
        "claims": [{"id": one.id, "document": one.document, "start": one.start, "end": one.end} for one in said],
        "facts": [{"id": str(n), "claims": [said[i].id for i in group]} for n, group in enumerate(groups)],
        "judgements": [{"left": said[a].id, "right": said[b].id, "verdict": verdict} for (a, b), verdict in verdicts.items()],
        "copies": [],
    }


Pair = tuple[int, int]


def _across(said: Sequence[Said], group: Sequence[int]) -> Iterator[Pair]:
    return ((a, b) for a, b in combinations(group, 2) if said[a].document != said[b].document)
