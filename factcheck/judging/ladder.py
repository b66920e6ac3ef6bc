"""The ladder of judges: figures, days, denials and names decide first; a reader of both claims where words alone are left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from claims.claim import Claim
from factcheck.judgement import Code, Judgement
from factcheck.judging.commonplaces import if_telling
from factcheck.judging.details import DETAILS
from factcheck.judging.judges import PARAPHRASE, Pair, by_words, decided, disputed, judgement, ordered
from factcheck.judging.mentioned import other_figures
from factcheck.judging.nli import CONTRADICTION, ENTAILMENT, Reader

# Below this cosine two claims are hardly of one matter, and a reader trained on pairs of one matter guesses: it is not asked.
READ_FROM = 0.35

# The reader takes some 20 ms a pair. Of so many facts as are judged in one call it reads the likeliest pairs only, so that a pile
# of hundreds of articles is done in minutes; a pile that a person reviews never comes near it.
READ_AT_MOST = 1500

# What the reader must be sure of, in both directions for a contradiction; set for precision (benchmarks/, "How well it reads").
CONTRADICTS = 0.95
ENTAILS = 0.70

# Where the reader finds this much contradiction, closeness of words is no agreement any more.
DOUBT = 0.60


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader says of two texts, whichever stands first: each a probability."""

    contradiction: float  # the smaller one of both directions
    forward: float  # that the second follows from the first
    backward: float  # that the first follows from the second

    @property
    def both(self) -> float:
        """That each follows from the other."""
        return min(self.forward, self.backward)

    @property
    def either(self) -> float:
        """That one of them follows from the other."""
        return max(self.forward, self.backward)


def read_both(reader: Reader, pairs: Sequence[tuple[str, str]]) -> list[Reading]:
    """Every pair read in both directions, in one call; rounded, so that the last bits, which batching changes, decide nothing."""
    found = np.round(reader.read([*pairs, *((right, left) for left, right in pairs)]), 3)
    there, back = found[: len(pairs)], found[len(pairs) :]
    return [
        Reading(float(min(one[CONTRADICTION], two[CONTRADICTION])), float(one[ENTAILMENT]), float(two[ENTAILMENT]))
        for one, two in zip(there, back, strict=True)
    ]


class ReadingJudge:
    """The rules of `judges`, and a reader for claims of which these say nothing."""

    def __init__(self, reader: Reader):
        """Ask `reader`, and only for pairs that the rules leave open."""
        self._reader = reader

    def judge(self, pairs: Sequence[Pair]) -> list[Judgement]:
        """One judgement a pair, in the order of the pairs."""
        ruled = [disputed(pair) or decided(pair) for pair in pairs]
        left_open = _likeliest(pairs, [n for n, verdict in enumerate(ruled) if verdict is None and _to_be_read(pairs[n])])
        texts = [tuple(claim.standalone for claim in ordered(pairs[n])) for n in left_open]
        read = dict(zip(left_open, read_both(self._reader, [(left, right) for left, right in texts]), strict=True))
        return [
            judgement(pair, verdict or _by_reading(pair, read.get(n)))
            for n, (pair, verdict) in enumerate(zip(pairs, ruled, strict=True))
        ]


def _by_reading(pair: Pair, reading: Reading | None) -> tuple[Code, float, str]:
    left, right = ordered(pair)
    words = by_words(pair)
    if reading is None:
        return words
    if reading.contradiction >= CONTRADICTS and pair.cosine >= PARAPHRASE and _firm(left, right):
        return Code.NLI, reading.contradiction, f"both cannot be true as we read them: “{left.text}” / “{right.text}”"
    one_detail = left.facet == right.facet and left.facet in DETAILS
    same = not other_figures(left, right)
    if reading.both >= ENTAILS and same:
        return Code.PARAPHRASE, reading.both, "each says what the other says, in other words"
    if reading.either >= ENTAILS and reading.contradiction < DOUBT and same:
        more, less = (left, right) if reading.forward >= reading.backward else (right, left)
        return Code.ENTAILS, reading.either, f"“{less.text}” follows from “{more.text}”"
    if reading.contradiction >= DOUBT and words[0] is Code.PARAPHRASE:
        return Code.NO_BASIS, 0.5, "the words are close, but they may say opposite things"
    if reading.contradiction < DOUBT and one_detail and (words[0] is Code.NO_BASIS or not same):
        parts = "both can be true: two details of one happening, which nothing sets against each other"
        return if_telling((Code.PART_OF_WHOLE, 0.5, parts), pair.around.own_words, pair.cosine)
    return words


def _likeliest(pairs: Sequence[Pair], numbers: Sequence[int]) -> list[int]:
    """The pairs (by number, in order) to be read: all, or the nearest ones where there are too many."""
    nearest = sorted(numbers, key=lambda n: (-pairs[n].cosine, *(claim.id for claim in ordered(pairs[n]))))
    return sorted(nearest[:READ_AT_MOST])


def _to_be_read(pair: Pair) -> bool:
    """Whether the claims are of two voices, near enough to be of one matter, and not the same words (which agree anyway)."""
    two_voices = pair.left.document != pair.right.document or pair.left.speaker != pair.right.speaker
    one_matter = pair.cosine >= READ_FROM and not pair.hardly_one_matter
    return two_voices and one_matter and pair.left.standalone.casefold() != pair.right.standalone.casefold()


def _firm(left: Claim, right: Claim) -> bool:
    """Whether both claims are flat assertions; what may be, or is said to be, contradicts nothing."""
    return not (left.hedged or right.hedged)
