"""How true a person holds one claim: a word, and on a scale from 1 to 5 where they say so. The tool itself rates nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORST, BEST = 1, 5
"""The scale of schema.org's ClaimReview ratings where a publisher names no other one."""

_NUMBERED = re.compile(r"\s*\((-?\d+)\)$")


class RatingError(ValueError):
    """No rating; the message says what one looks like."""


@dataclass(frozen=True, slots=True)
class Rating:
    """A word of the reviewer's own scale ("Mostly false") and, where it is given, a number from 1 (worst) to 5 (best)."""

    word: str
    value: int | None = None

    def __post_init__(self) -> None:
        """RatingError where the word is missing or holds a number in brackets, or the number is off the scale."""
        object.__setattr__(self, "word", " ".join(self.word.split()))
        if not self.word or _NUMBERED.search(self.word):
            raise RatingError(f"{self.text!r} is no rating; write a word and, if you like, a number from 1 to 5: False (1)")
        if self.value is not None and not WORST <= self.value <= BEST:
            raise RatingError(f"{self.text!r}: the number of a rating goes from {WORST} (worst) to {BEST} (best)")

    @property
    def text(self) -> str:
        """As a person reads and writes it: "Mostly false (2)", or the word alone."""
        return self.word if self.value is None else f"{self.word} ({self.value})"


def rating_of(text: str) -> Rating:
    """The rating that a person wrote, as `Rating.text` has it; RatingError for anything else."""
    text = " ".join(text.split())
    found = _NUMBERED.search(text)
    return Rating(text[: found.start()], int(found[1])) if found else Rating(text)
