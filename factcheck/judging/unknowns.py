"""Unknowns: clauses that say what is not known ("it was not clear who did it"). They deny nothing that another may know."""

from __future__ import annotations

import re
from functools import lru_cache

_ASKED = r"(?:who(?:m|se)?|whether|which|what|how|why|when|where|if)\b"
_UNKNOWN = re.compile(
    r"(?:\bnot|n[’']t|\bnever)\s+(?:yet\s+|been\s+|\w+ly\s+)*"
    r"(?:clear|known|certain|sure|confirmed|established|determined|say|said|specif(?:y|ied)|identif(?:y|ied)|know)\s+"
    rf"(?:precisely\s+|exactly\s+)?{_ASKED}",
    re.I,
)


@lru_cache(maxsize=1 << 16)  # each claim of a large fact is set against all others
def says_unknown(text: str) -> bool:
    """Whether a clause says, by a "not", that something is not known: "it is not known which", "did not say whether"."""
    return bool(_UNKNOWN.search(text))
