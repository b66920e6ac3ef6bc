"""Blows: whether a clause tells of one blast or attack, or of several that it counts ("a car bombing", "twin bombings")."""

from __future__ import annotations

import re
from functools import lru_cache

_BLOW = r"(?:bomb(?:ing)?|blast|explosion|(?:air)?strike|raid)"
# Neither a time nor a person stands between a number and the blows that it counts: "two years after an attack".
_BESIDE = (
    r"(?:(?!(?:and|or|of|in|on|at|by|with|after|before|since|an?|the|years?|months?|weeks?|days?|hours?|minutes?|suspects?|men|people)\b)"
    r"[\w'’-]+\s+){0,3}?"
)
_SEVERAL = re.compile(
    r"\b(?:twin|double|dual|triple|two|three|four|five|six|several|multiple|pair\s+of|(?:series|string|wave|barrage|spate)\s+of)\s+"
    rf"{_BESIDE}(?:{_BLOW}|attack)s?\b",
    re.I,
)
# An attack may be of several blasts, so it is none by itself. A headline has no article: "Car bomb kills six".
_KIND = r"(?:(?:car|truck|van|motorcycle|roadside|suicide|air|drone|missile|rocket|petrol|huge|deadly|massive)\s+){0,2}"
_ONE = re.compile(
    rf"(?:^{_KIND}|\b(?:an?|one|single)\s+{_BESIDE}){_BLOW}\b(?!\s+(?:bombings|blasts|explosions|attacks|raids))", re.I
)


@lru_cache(maxsize=1 << 16)  # each claim of a large fact is set against all others
def several(text: str) -> str:
    """The words that count several blows in a clause: "a twin bombing", "two car bombs"; empty where none do."""
    found = _SEVERAL.search(text)
    return found[0] if found else ""


@lru_cache(maxsize=1 << 16)
def one_only(text: str) -> str:
    """The words for a single blow where a clause tells of no more: "a car bombing"; empty otherwise."""
    found = _ONE.search(text)
    return found[0].strip() if found and not several(text) else ""
