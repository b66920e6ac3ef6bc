"""Values for one claim: what is asserted, where it stands, who says it, how much and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf

from claims.deeds import Deed
from claims.figures.measures import Measured
from claims.figures.number_words import LOOSE
from claims.speech.stance import Stance
from claims.times.window import Window as Window  # also to be had from here


@dataclass(frozen=True, slots=True)
class Change:
    """What a figure is in a change: its stage is "from", "to" or "by"; direction is "up", "down" or empty.

    `before`, `after` and `by` hold what the text says of the whole change: "rose by 3 to 31" has by 3 and after 31.
    """

    stage: str
    direction: str = ""
    before: float | None = None
    after: float | None = None
    by: float | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval [low, high] of something counted or measured; `start` and `end` are offsets into the document.

    `bound` is the bounding word as it was written ("over", "up to", "several"), empty for a flat number.
    `unit` is empty for counts. `part` marks a part of a whole that the same sentence gives ("including 11 children").
    A share ("two-thirds of") is in per cent; a score ("3-1") has its two sides as low and high. `measured` says what a figure
    with a unit measures, as far as the text says it; None for counts.
    """

    start: int
    end: int
    low: float
    high: float
    bound: str = ""
    unit: str = ""
    counted: str = ""
    role: str = ""
    part: bool = False
    change: Change | None = None
    measured: Measured | None = None

    @property
    def flat(self) -> bool:
        """Whether a single value was stated, without any bound."""
        return self.low == self.high

    @property
    def number(self) -> float:
        """The number that the figure is written with: 12 for "at least 12" and "below 12", 500 for "about 500"."""
        if self.high == inf:
            return self.low
        return self.high if self.low in (0, -inf) else (self.low + self.high) / 2

    @property
    def vague(self) -> bool:
        """Whether the bound is a loose word such as "several" or "dozens"."""
        return self.bound.lower().startswith(LOOSE)

    @property
    def open(self) -> bool:
        """Whether the value is a one-sided bound: "over 30", "up to 33"."""
        return self.high == inf or self.low == -inf or (self.low == 0 and self.high > 0)


class Cue(StrEnum):
    """How a speaker puts a claim; a plan or a wish is no fact."""

    STATES = "states"
    CLAIMS = "claims"
    DENIES = "denies"
    ACCUSES = "accuses"
    HOPES = "hopes"
    PLANS = "plans"
    ASKS = "asks"


@dataclass(frozen=True, slots=True)
class Claim:
    """One atomic assertion: text[start:end] of its document, inside one sentence; it carries one facet.

    `standalone` is what a model reads: the claim's words with "its troops" or "the soldiers" made explicit.
    `speakers` runs from the outlet inward; the outlet itself is left out (it is the document's).
    `context` is the sentence around the claim, as offsets. `lemmas` are its words of content. `window_at` are the offsets of the
    words that tell its window, `published` is the date of its document (both None where there is none).
    """

    id: str
    document: str
    start: int
    end: int
    context: tuple[int, int]
    text: str
    standalone: str
    facet: str
    predicate: str = ""
    speakers: tuple[str, ...] = ()
    cue: Cue | None = None
    negated: bool = False
    hedge: str = ""  # the word that makes it less than a fact: "may", "reportedly", "if", "hopes"
    quantities: tuple[Quantity, ...] = ()
    window: Window | None = None
    window_at: tuple[int, int] | None = None
    published: date | None = None
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    deeds: tuple[Deed, ...] = ()
    stances: tuple[Stance, ...] = ()

    @property
    def speaker(self) -> str:
        """The innermost speaker: who is said to have said it; empty where the outlet speaks for itself."""
        return self.speakers[-1] if self.speakers else ""

    @property
    def hedged(self) -> bool:
        """Whether it is asserted with less than certainty."""
        return bool(self.hedge)
