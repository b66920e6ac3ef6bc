"""Names in different spellings: Rashidin and Rashideen are one place, Iran and Iraq are two."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

# rapidfuzz ratio (0 to 100) above which two spellings are one name: Rashidin / Rashideen 82, Iran / Iraq 75.
SAME_NAME = 80.0


def shared_name(one: Sequence[str], two: Sequence[str]) -> str:
    """A name of `one` that stands in `two` too, in the same or a like spelling; empty if there is none."""
    return next((a for a in one for b in two if fuzz.token_set_ratio(a.lower(), b.lower()) >= SAME_NAME), "")
