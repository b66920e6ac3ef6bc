"""Nearby: whether words put a happening at a site or only near it. What fell near a hospital need not have hit it.

Towns are not asked: news says "near" and "in" of one town as it comes.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_AWAY = (
    r"(?:kilomet(?:er|re)s?|kms?|miles?|met(?:er|re)s?|yards?|feet|blocks?)\s+"
    r"(?:\([^)]*\)\s+)?(?:away\s+|(?:to\s+the\s+)?(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?\s+)?(?:from|of|off)"
)
_NEAR = (
    r"(?<!or )(?<!and )(?:near(?:\s+to)?|close\s+to|not\s+far\s+from|next\s+to|adjacent\s+to|beside|alongside|outside"
    rf"|opposite|around|in\s+the\s+vicinity\s+of|within\s+sight\s+of|{_AWAY})"
)
# "At the gates of" and "in front of" a site is as loose as near it.
_LOOSELY = rf"(?:at|by|in\s+front\s+of|along|across\s+from|{_NEAR})"

# Behind these words another place begins: "near the river in the town", "outside the town a hospital".
_BETWEEN = (
    r"(?:(?:a|an|the|its|their|his|her)\s+)?(?:(?!(?:a|an|the|in|at|on|of|inside|into|to|by|and|or|but|where|when|while|as|that|which"
    r"|hit|struck)\b)[\w'’-]+\s+){0,4}?"
)


@lru_cache(maxsize=1 << 16)  # each claim of a large fact is set against all others
def only_near(text: str, name: str, loosely: bool = False) -> bool:
    """Whether a text names a site only as what something is near to; `loosely`, or at: "outside the hospital"."""
    named = len(_named(name).findall(text))
    return bool(named) and len(_behind(_LOOSELY if loosely else _NEAR, name).findall(text)) == named


@cache
def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_forms(name)}\b", re.I)


@cache
def _behind(words: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words}\s+{_BETWEEN}{_forms(name)}\b", re.I)


def _forms(name: str) -> str:
    """The pattern of a noun or name, and of its plural."""
    return rf"(?:{re.escape(name[:-1])}(?:y|ies)|{re.escape(name)})" if name.endswith("y") else rf"{re.escape(name)}(?:e?s)?"
