"""The passages that two documents share: runs of equal words, and sentences of which some words were edited."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from factcheck.origins.shingles import SHINGLE, Words

# A sentence of which seven words in ten are the other's, in order, is an edited copy: two reporters who tell of one thing in
# their own words stay below 0.6 (benchmarks/reprints.py).
EDITED = 0.7

# Shorter sentences ("The toll may rise, he said.") are alike by chance.
SHORTEST_SENTENCE = SHINGLE

# Between two shared runs so many words may have been exchanged without the passage falling in two.
GAP = 6


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of text in two documents, as offsets into each; `edited` where not all of its words are the same."""

    left: tuple[int, int]
    right: tuple[int, int]
    edited: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A passage in words: from one word to another in either text, the second not included."""

    left: tuple[int, int]
    right: tuple[int, int]
    edited: bool = False


def runs(places: Collection[tuple[int, int]]) -> tuple[Stretch, ...]:
    """Maximal runs of equal words, from the places where equal shingles stand; no word of the left text is in two of them."""
    diagonals: dict[int, list[int]] = {}
    for left, right in sorted(set(places)):
        diagonals.setdefault(right - left, []).append(left)
    found = []
    for shift, starts in diagonals.items():
        first = last = starts[0]
        for at in [*starts[1:], None]:
            if at is not None and at <= last + SHINGLE:
                last = at
                continue
            found.append(Stretch((first, last + SHINGLE), (first + shift, last + SHINGLE + shift)))
            if at is not None:
                first = last = at
    kept: list[Stretch] = []
    taken: set[int] = set()
    for run in sorted(found, key=lambda run: (run.left[0] - run.left[1], run)):
        words = set(range(*run.left))
        if len(words - taken) >= SHINGLE:
            kept.append(run)
            taken |= words
    return tuple(sorted(kept))


def edited_sentences(
    left: Words, right: Words, done: Sequence[Stretch], stock: frozenset[int] = frozenset()
) -> Iterator[Stretch]:
    """Sentences of the left text that stand in the right one with some words exchanged; stock text and whole copies aside.

    `stock` are the places in the left text where stock shingles begin.
    """
    covered = {at for run in done for at in range(*run.left)}
    others = [span for span in right.sentences if span[1] - span[0] >= SHORTEST_SENTENCE]
    for start, end in left.sentences:
        size = end - start
        words = set(range(start, end))
        if size < SHORTEST_SENTENCE or words <= covered or 2 * len(words & stock) > size:
            continue
        best, where = 0.0, None
        for span in others:
            likeness = Indel.normalized_similarity(
                left.words[start:end], right.words[span[0] : span[1]], score_cutoff=max(EDITED, best)
            )
            if likeness > best:
                best, where = likeness, span
        if where is not None:
            yield Stretch((start, end), where, edited=True)


def covered(stretches: Sequence[Stretch]) -> int:
    """How many words of the left text lie in any of the stretches."""
    return len({at for stretch in stretches for at in range(*stretch.left)})


def passages(left: Words, right: Words, stretches: Sequence[Stretch]) -> tuple[Passage, ...]:
    """The stretches as offsets, those that follow each other in both texts as one passage."""
    joined: list[Stretch] = []
    for stretch in sorted(stretches):
        if joined and (whole := _joined(joined[-1], stretch)):
            joined[-1] = whole
        else:
            joined.append(stretch)
    return tuple(Passage(_offsets(left, stretch.left), _offsets(right, stretch.right), stretch.edited) for stretch in joined)


def _joined(one: Stretch, two: Stretch) -> Stretch | None:
    """Both as one stretch where at most GAP words lie between them in either text; None where they are apart."""
    near = all(b[0] - a[1] <= GAP and b[1] >= a[0] for a, b in ((one.left, two.left), (one.right, two.right)))
    if not near or two.right[0] < one.right[0]:
        return None
    whole = Stretch(
        (one.left[0], max(one.left[1], two.left[1])),
        (one.right[0], max(one.right[1], two.right[1])),
    )
    equal = (
        one.left[1] - one.left[0] == one.right[1] - one.right[0]
        and whole.left[1] - whole.left[0] == whole.right[1] - whole.right[0]
    )
    touching = two.left[0] <= one.left[1] and two.right[0] <= one.right[1]
    return Stretch(whole.left, whole.right, one.edited or two.edited or not (equal and touching))


def _offsets(words: Words, stretch: tuple[int, int]) -> tuple[int, int]:
    return words.spans[stretch[0]][0], words.spans[stretch[1] - 1][1]
