"""Claims known by their words alone: which of an event are of one matter, and how surely two of them are.

How likely two of them are of one matter says a logistic model (likeness.py); how likely they must be depends on how much the
articles of their event say. To stand in one fact takes less than to say the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from claims.claim import Claim
from claims.facets import WORDS
from claims.figures.roles import HARM
from factcheck.aligning.clustering import components
from factcheck.aligning.likeness import Crowd, Rows, centred, packaged_weights, rarity
from factcheck.aligning.nearest import near_clusters
from factcheck.aligning.stories import UNKNOWN, Stories
from factcheck.encoder import Vectors

# A group of claims is one fact while the mean log-odds of its pairs stay above this, in an event of USUAL articles of LENGTH
# claims in words.
SAME_MATTER = -2.3
USUAL = 7
LENGTH = 15

# An article tells each matter once, so of two articles that say so much about one pair of claims in LENGTH is of one matter: the
# threshold follows the log of how much an article says. And it rises by this share of the log of how many articles there are, as
# the more are compared, the more that only seems alike is among them. Hand-read pairs bear both out (benchmarks/).
CROWD = 0.9
LOOSEST = -3.2  # for the shortest texts

# An article seldom tells one matter twice, so two of its claims speak against a common fact by this much; else facts in words
# take in all that an article says around them.
ONE_TELLING = 2.0

# Two claims say the same in other words only so far above the threshold of their event: of pairs that closeness of the words
# alone would call agreed, read by hand, one in four is right below it and more than half above it.
SURELY = 0.45

# So far below the threshold two claims are still near (nearest.py): such pairs are 2.2 a claim in an event of 120 articles
# and 3.3 in one of 237, so that only some hundred groups of them need all of their pairs scored.
MARGIN = 0.25

_NEVER = -1e9  # below any log-odds
_PAIRS = 4096  # whose features are held at once


def threshold(claims: Sequence[Claim]) -> float:
    """The least mean log-odds of a fact in an event of these claims in words."""
    articles = len({claim.document for claim in claims})
    said = len(claims) / articles
    return max(LOOSEST, SAME_MATTER + float(np.log(said / LENGTH) + CROWD * np.log(articles / USUAL)))


def facts_in_words(claims: Sequence[Claim], members: Sequence[int], vectors: Vectors, stories: Stories) -> list[list[int]]:
    """The facts among the claims of one event (`members`, by position) that are known by their words alone.

    `vectors` has one unit vector a claim, shape (n, d).
    """
    here, weights = [claims[i] for i in members], packaged_weights()
    moved, rare = centred(here, vectors[members]), rarity(here)
    least = threshold(here)
    facts: list[list[int]] = []
    for some in components(range(len(members)), moved, weights.cosine_needed(least)):
        told = _Telling([here[i] for i in some], moved[some], rare, stories)
        facts += [[members[some[i]] for i in group] for group in told.clusters(least)]
    return facts


class Matters:
    """The claims in words of some events, and by how much the odds that two of them are of one matter pass the threshold."""

    def __init__(self, claims: Sequence[Claim], vectors: Vectors, event_of: Mapping[str, str], stories: Stories = UNKNOWN):
        """`vectors` has one unit vector a claim, shape (n, d); `event_of` maps a document's id to its event."""
        inside: dict[str, list[int]] = defaultdict(list)
        for position in sorted(range(len(claims)), key=lambda i: claims[i].id):
            if claims[position].facet in WORDS:
                inside[event_of[claims[position].document]].append(position)
        self._row: dict[int, tuple[str, int]] = {}
        self._crowds: dict[str, tuple[Crowd, float]] = {}
        for event, members in inside.items():
            here = [claims[i] for i in members]
            self._row |= {position: (event, row) for row, position in enumerate(members)}
            self._crowds[event] = Crowd(here, centred(here, vectors[members]), rarity(here), stories), threshold(here)

    def margins(self, pairs: Sequence[tuple[int, int]]) -> list[float | None]:
        """How far the log-odds of each two claims (positions) are above the threshold; None where they are of no one event, or
        where one is known by more than its words.
        """
        found: list[float | None] = [None] * len(pairs)
        of_event: dict[str, list[int]] = defaultdict(list)
        for number, (one, two) in enumerate(pairs):
            left, right = self._row.get(one), self._row.get(two)
            if left is not None and right is not None and left[0] == right[0]:
                of_event[left[0]].append(number)
        for event, numbers in of_event.items():
            for at in range(0, len(numbers), _PAIRS):
                some = numbers[at : at + _PAIRS]
                above = self._above(event, [(self._row[one][1], self._row[two][1]) for one, two in (pairs[n] for n in some)])
                for number, value in zip(some, above, strict=True):
                    found[number] = value
        return found

    def _above(self, event: str, rows: Sequence[tuple[int, int]]) -> list[float]:
        """The margins of pairs of rows of one event."""
        crowd, least = self._crowds[event]
        one, two = np.array(rows, dtype=np.intp).T
        above: list[float] = np.round(packaged_weights().log_odds(crowd.likeness_of_each(one, two)) - least, 3).tolist()
        return above


class _Telling:
    """Claims in words of one event, and the log-odds that two of them are of one matter."""

    def __init__(self, claims: Sequence[Claim], vectors: Vectors, rare: Mapping[str, float], stories: Stories):
        """`vectors` has one `centred` vector a claim, shape (n, d); `rare` are the weights of words."""
        self._crowd = Crowd(claims, vectors, rare, stories)
        self._weights = packaged_weights()
        _, self._document = np.unique([claim.document for claim in claims], return_inverse=True)
        roles = sorted(HARM)
        self._harm = np.array([[any(q.role == role for q in claim.quantities) for role in roles] for claim in claims])

    def clusters(self, least: float) -> list[list[int]]:
        """The claims (by position) that are of one matter."""
        floor = least - MARGIN
        near = (
            pair
            for one, two, odds in self._crowd.near(self._weights, floor)
            for pair in zip(one.tolist(), two.tolist(), self._told_once(one, two, odds).tolist(), strict=True)
            if pair[2] >= floor
        )
        return near_clusters(len(self._document), near, self._log_odds, floor, least, _NEVER)

    def _log_odds(self, one: Sequence[int], two: Sequence[int]) -> NDArray[np.float64]:
        """Of each claim of `one` with each of `two`, shape (n, m)."""
        left, right = np.array(one), np.array(two)
        return self._told_once(left[:, None], right, self._weights.log_odds(self._crowd.likeness(left, right)))

    def _told_once(self, one: Rows, two: Rows, odds: NDArray[np.float64]) -> NDArray[np.float64]:
        """The log-odds less what speaks against two claims of one article, never where two count only harm of other kinds
        (ten killed in the one, ten wounded in the other).
        """
        left, right = self._harm[one], self._harm[two]
        other_harm = left.any(-1) & right.any(-1) & ~(left & right).any(-1)
        return np.where(other_harm, _NEVER, odds - ONE_TELLING * (self._document[one] == self._document[two]))
