"""Tallies: which figures each article gives, and in whose voice. Who tells of 4 dead and of 48 dead tells of two happenings; then
another article's 48 do not contradict the 4.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.claim import Claim
from claims.figures.roles import HARM

_Figure = tuple[str, float, float]


class Tallies:
    """The tolls of every document, each with the speakers who give it."""

    def __init__(self, claims: Sequence[Claim]):
        """Count the tolls of `claims`, which are of any documents."""
        self._voices: dict[tuple[str, _Figure], set[str]] = defaultdict(set)
        for claim in claims:
            if (figure := _figure(claim)) is not None:
                self._voices[claim.document, figure].add(claim.speaker)

    def gives_both(self, one: Claim, two: Claim) -> bool:
        """Whether the article of one of two claims, in the voice of that claim, gives the figure of the other as well."""
        left, right = _figure(one), _figure(two)
        if left is None or right is None or left == right or one.document == two.document:
            return False
        voices = self._voices
        return one.speaker in voices.get((one.document, right), ()) or two.speaker in voices.get((two.document, left), ())


def _figure(claim: Claim) -> _Figure | None:
    quantity = claim.quantities[0] if claim.quantities else None
    return (quantity.role, quantity.low, quantity.high) if quantity is not None and quantity.role in HARM else None
