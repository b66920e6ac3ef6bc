"""A slot: what is read of a claim, and what two readings add to the score of a common matter."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from claims.claim import Claim

APART = -1.0  # the score of two claims that cannot be about one matter, whatever their words

Reading = TypeVar("Reading", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Part:
    """What one feature adds to the score of a pair; APART rules the pair out."""

    feature: str
    value: float


@dataclass(frozen=True, slots=True)
class Slot(Generic[Reading]):
    """What is read of a claim, None where it says nothing of this slot, and what two readings add, in either order.

    Of a large event many claims give one reading: each two readings are compared once, or all at once by a `table` (0 where
    nothing is added), shape (n, n). `in_one_document` marks what holds only between claims of one document.
    """

    read: Callable[[Claim], Reading | None]
    adds: Callable[[Reading, Reading], Part | None]
    in_one_document: bool = False
    table: Callable[[Sequence[Reading]], NDArray[np.float64]] | None = None
