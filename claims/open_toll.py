"""Open tolls: that a toll may still rise, or that people are still being sought."""

from __future__ import annotations

import re

OPEN_TOLL = "open toll"

_TOLL = r"\b(?:toll|number\s+of\s+(?:dead|deaths|victims|casualties)|casualties)\b"
_MAY = r"\b(?:may|might|could|will|would|expected|likely|fear\w*|set|bound|thought)\b"
_RISES = re.compile(
    rf"{_TOLL}.{{0,40}}?{_MAY}.{{0,30}}?\b(?:rise|climb|grow|increase|mount|go\s+up|higher)\b"
    rf"|{_MAY}.{{0,30}}?{_TOLL}.{{0,20}}?\b(?:rise|climb|grow|increase|mount|go\s+up)\b",
    re.I | re.S,
)
# Verbs, not who is named by them: "rescue workers", "a search party".
_SEEKS = r"(?:search|dig|look|comb|retriev|recover|pull)\w*|rescu(?:e[sd]?|ing)"
_NAMED = r"(?!\s+(?:and\s+\w+\s+)?(?:worker|team|crew|part(?:y|ies)\b|service|organi[sz]|volunteer|group|official|unit|dog))"
_SOUGHT = re.compile(
    rf"\b(?:{_SEEKS})\b{_NAMED}.{{0,60}}?\b(?:victims|survivors|bodies|missing|rubble|debris|wreckage)\b"
    r"|\b(?:trapped|buried|missing|stuck)\b.{0,40}?\b(?:rubble|debris|wreckage|ruins)\b",
    re.I | re.S,
)
_OVER = re.compile(r"\b(?:call(?:ed|s)?\s+off|ended|end|over|complete[d]?|no\s+one|nobody)\b", re.I)


def rises(text: str) -> bool:
    """Whether a toll is said to be able to rise."""
    return _RISES.search(text) is not None


def leaves_toll_open(text: str) -> bool:
    """Whether a clause leaves a toll open; a search that is over does not."""
    return rises(text) or (_SOUGHT.search(text) is not None and _OVER.search(text) is None)
