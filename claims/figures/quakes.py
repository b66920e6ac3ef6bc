"""Quakes: which numbers are magnitudes, and of which quake: the one that an article is about, an aftershock, or one more."""

from __future__ import annotations

import re

# What a magnitude measures. Of the main quake there is one, of aftershocks and other quakes any number.
QUAKE, AFTERSHOCK, ANOTHER = "earthquake magnitude", "aftershock magnitude", "magnitude of another earthquake"
MAGNITUDES = frozenset({QUAKE, AFTERSHOCK, ANOTHER})

_SHAKES = r"(?:earth)?(?:quake|tremor|aftershock|temblor)s?"
_LEAST = r"(?:(?:of|at|about|around|least|most|roughly|an?|estimated|preliminary)\s+){0,4}"
_NAMED = re.compile(rf"\bmagnitude[\s-]+{_LEAST}$", re.I)
_MEASURING = re.compile(
    rf"\b{_SHAKES}\s+(?:that\s+|which\s+)?(?:measur(?:ing|ed)|register(?:ing|ed)|of)\s+(?:an?\s+)?{_LEAST}$", re.I
)
_BEHIND = re.compile(rf"[\s-]+{_SHAKES}\b", re.I)
_LEAD = 60  # "earthquake that registered a preliminary "
_HIGHEST = 10.0

_MORE = r"\b(?:another|second|third|smaller|weaker|lesser|earlier|later|previous|subsequent|further|new)\s+"
_ONE_MORE = re.compile(rf"{_MORE}(?:[\w-]+\s+){{0,2}}?{_SHAKES}\b[^.;,]{{0,40}}$|\bforeshock[^.;,]{{0,40}}$", re.I)
_ONE_MORE_SO = (re.compile(rf"{_MORE}(?:magnitude[\s-]*)?$", re.I), re.compile(rf"[\s-]+(?:magnitude[\s-]+)?{_SHAKES}\b", re.I))


def is_magnitude(text: str, start: int, end: int, value: float) -> bool:
    """Whether the number at [start, end) is a magnitude by the words around it: "a 5.8 quake", but not "two quakes"."""
    fine = not float(value).is_integer() and value < _HIGHEST
    if fine and (_BEHIND.match(text, end) or _MEASURING.search(text, max(0, start - _LEAD), start)):
        return True
    return named_before(text, start) is not None


def named_before(text: str, start: int) -> re.Match[str] | None:
    """The "magnitude of about" before a number that begins at `start`."""
    return _NAMED.search(text, max(0, start - _LEAD), start)


def of_which(text: str, low: int, start: int, end: int, thing: str) -> str:
    """Which quake a magnitude at [start, end) is of; `low` is where its words begin, `thing` the noun that it belongs to."""
    if "aftershock" in thing:
        return AFTERSHOCK
    before, behind = _ONE_MORE_SO
    begin = max(low, start - _LEAD)
    if _ONE_MORE.search(text, begin, start) or (before.search(text, begin, start) and behind.match(text, end)):
        return ANOTHER
    return QUAKE
