"""Figures as a person would say them: "36 this week", "up to 33", "2,000"; for reasons, summaries and the screen."""

from __future__ import annotations

import re
from math import inf

from claims.claim import Claim, Quantity
from claims.figures.bounds import kind_of
from claims.figures.roles import singular
from factcheck.judging.scopes import when


def phrase(claim: Claim, quantity: Quantity) -> str:
    """A quantity as a person would say it, with the time that the text gives: "36 this week", "up to 33"."""
    bound = quantity.bound.lower()
    value = number(quantity.high if quantity.low == 0 and quantity.high != inf else quantity.low)
    if bound.startswith(("no", "without", "both")) and not kind_of(bound):
        text = "none" if quantity.high == 0 else value if quantity.flat else bound
    elif quantity.unit:
        text = claim_words(claim, quantity)
    elif bound in ("range", ""):
        text = value if quantity.flat else f"{number(quantity.low)} to {number(quantity.high)}"
    elif quantity.low != 0 and quantity.high not in (inf, quantity.low):
        text = claim_words(claim, quantity)
    else:
        text = f"{bound} {value}"
    return f"{text}{when(claim)}"


def claim_words(claim: Claim, quantity: Quantity) -> str:
    """The quantity's own words where the claim holds them, else its interval."""
    start, end = quantity.start - claim.start, quantity.end - claim.start
    if start >= 0 and end <= len(claim.text):
        return claim.text[start:end].lower()
    if quantity.high == inf:
        return f"{number(quantity.low)} {quantity.unit} or more".replace("  ", " ")
    if quantity.low == -inf:
        return f"{number(quantity.high)} {quantity.unit} or less".replace("  ", " ")
    return f"{number(quantity.low)} to {number(quantity.high)} {quantity.unit}".strip()


def words_around(claim: Claim) -> frozenset[str]:
    """The words of content of a claim's clause without those of its figures."""
    own = {singular(word) for q in claim.quantities for word in re.findall(r"[^\W_]+", claim_words(claim, q))}
    return frozenset(word for word in claim.lemmas if word not in own and not word[0].isdigit())


def number(value: float) -> str:
    """A number with thousands separated and no needless decimals: 2,000; 4.75."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"
