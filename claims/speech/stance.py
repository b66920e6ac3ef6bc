"""Values for what a clause says of a topic that others may see the other way round; `claims.speech.stances` finds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """What a stance is about: whether the topic is there, is to come, works, or what somebody does."""

    IS = "is"
    AHEAD = "ahead"
    WORKS = "works"
    DOES = "does"


@dataclass(frozen=True, slots=True)
class Stance:
    """`topic` (lemmas) holds or does not; `of` is the lemma of whom it is said of, `on` that of the object; both may be empty."""

    topic: str
    sort: Sort
    holds: bool
    of: str = ""
    on: str = ""
