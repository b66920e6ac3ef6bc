"""Others: like words about other people or places, or about the same ones with their parts exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from claims.claim import Claim
from claims.names import shared_name

# rapidfuzz ratio (0 to 100) above which two claims are the same words around other names: "the summit in X", "the summit in Y".
SAME_FRAME = 85.0


def others_named(left: Claim, right: Claim) -> str:
    """Why two claims of like words are not the same: other people or places, or the same ones with their parts exchanged."""
    one, two = left.names, right.names
    crossed = len(one) > 1 and len(two) > 1 and one[0] != two[0] and left.predicate == right.predicate
    if crossed and shared_name(one[:1], two[-1:]) and shared_name(one[-1:], two[:1]):
        return f"{one[0]} and {one[-1]} stand the other way round"
    strangers = one and two and not (shared_name(one, two) or _in_text(one, right) or _in_text(two, left))
    if strangers and fuzz.token_sort_ratio(_nameless(left), _nameless(right)) >= SAME_FRAME:
        return f"the same words, but of others: {', '.join(one)} / {', '.join(two)}"
    return ""


def _in_text(names: Sequence[str], claim: Claim) -> bool:
    """Whether a claim's words hold one of the names: the Observatory in "the Syrian Observatory"."""
    return any(name in claim.text for name in names)


def _nameless(claim: Claim) -> str:
    text = claim.text
    for name in claim.names:
        text = text.replace(name, " ")
    return text.lower()
