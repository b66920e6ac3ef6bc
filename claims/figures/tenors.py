"""Tenors: the "10-year" of a bond or a loan says which one it is, and not how long anything lasts."""

from __future__ import annotations

import re

_PAPER = re.compile(
    r"[\s-]*(?:us\s+|government\s+|fixed[\s-]*(?:rate\s+)?)?(?:treasur(?:y|ies)|notes?|bonds?|gilts?|bunds?|bills?|mortgages?"
    r"|yields?|ust|loans?|rates?|swaps?|maturit(?:y|ies))\b",
    re.I,
)


def is_tenor(text: str, end: int) -> bool:
    """Whether a length of time that ends at this character is that of a security or a loan: "the 30-year mortgage"."""
    return _PAPER.match(text, end) is not None
