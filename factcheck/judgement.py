"""Values of a comparison: verdict and code of a pair, finding of a fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Verdict(StrEnum):
    """What holds between two claims about one fact."""

    CONTRADICT = "contradict"
    AGREE = "agree"
    COMPATIBLE = "compatible"
    UNCLEAR = "unclear"


class Code(StrEnum):
    """Why a verdict was given. One code belongs to one verdict (see `VERDICT_OF`)."""

    SAME_VALUE = "same-value"
    WITHIN_BOUND = "within-bound"
    APPROXIMATELY = "approximately"
    PARAPHRASE = "paraphrase"
    ENTAILS = "entails"
    VALUE_DIFFERS = "value-differs"
    DATE_DIFFERS = "date-differs"
    PLACE_DIFFERS = "place-differs"
    ACTOR_DIFFERS = "actor-differs"
    DENIAL = "denial"
    NEGATION = "negation"
    NLI = "nli"
    OTHER_WINDOW = "other-window"
    LATER_COUNT = "later-count"
    LOOSER_BOUND = "looser-bound"
    PART_OF_WHOLE = "part-of-whole"
    NO_BASIS = "no-basis"


VERDICT_OF: dict[Code, Verdict] = {
    **dict.fromkeys((Code.SAME_VALUE, Code.WITHIN_BOUND, Code.APPROXIMATELY, Code.PARAPHRASE, Code.ENTAILS), Verdict.AGREE),
    **dict.fromkeys(
        (
            Code.VALUE_DIFFERS,
            Code.DATE_DIFFERS,
            Code.PLACE_DIFFERS,
            Code.ACTOR_DIFFERS,
            Code.DENIAL,
            Code.NEGATION,
            Code.NLI,
        ),
        Verdict.CONTRADICT,
    ),
    **dict.fromkeys((Code.OTHER_WINDOW, Code.LATER_COUNT, Code.LOOSER_BOUND, Code.PART_OF_WHOLE), Verdict.COMPATIBLE),
    Code.NO_BASIS: Verdict.UNCLEAR,
}


class Finding(StrEnum):
    """What the claims of one fact add up to; the order is the order in which a person wants to see them."""

    CONTRADICTED = "contradicted"
    UNCLEAR = "unclear"
    COMPATIBLE = "compatible"
    AGREED = "agreed"
    REPEATED = "repeated"
    SINGLE_SOURCE = "single-source"


# One sign for each finding, on the terminal and on the screen, that tells it apart without colour.
ICON: dict[Finding, str] = {
    Finding.CONTRADICTED: "≠",
    Finding.UNCLEAR: "?",
    Finding.COMPATIBLE: "≈",
    Finding.AGREED: "=",
    Finding.REPEATED: "↻",
    Finding.SINGLE_SOURCE: "·",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on two claims (by id, left < right), with its code, its score in [0, 1] and one plain sentence."""

    left: str
    right: str
    code: Code
    score: float
    reason: str

    @property
    def verdict(self) -> Verdict:
        """The verdict that the code stands for."""
        return VERDICT_OF[self.code]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a fact, from low to high, and who stands behind it: every origin and outlet whose claim states or allows it."""

    low: float
    high: float
    origins: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """When (if known), by which outlet and in which claim (id) an interval was stated."""

    published: date | None
    low: float
    high: float
    outlet: str
    claim: str


@dataclass(frozen=True, slots=True)
class Camp:
    """Claims (ids) that say the same on a matter of words, who holds it (speakers, else outlets), and how many origins."""

    claims: tuple[str, ...]
    holders: tuple[str, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class Position:
    """What one holder (under one name in all articles) holds in a disputed fact: claims by id."""

    holder: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """The claims (ids, in reading order) on one facet of one happening; `low`, `best`, `high` only where values were stated.

    `positions` say who holds what where holders exclude each other; empty otherwise.
    """

    id: str
    headline: str
    happening: str
    facet: str
    finding: Finding
    claims: tuple[str, ...]
    origins: int
    low: float | None = None
    best: float | None = None
    high: float | None = None
    values: tuple[Value, ...] = ()  # the best supported first
    history: tuple[Stated, ...] = ()  # by publication date
    camps: tuple[Camp, ...] = ()  # the best supported first
    silent: tuple[str, ...] = ()  # outlets that cover the event and do not mention the fact
    positions: tuple[Position, ...] = ()
