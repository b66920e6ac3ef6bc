"""Open causes: that nobody knows, or somebody still looks into, why a thing happened ("the cause of the fire is not known")."""

from __future__ import annotations

import re

OPEN_CAUSE = "open cause"

_NOT = r"(?:\bnot|n[’']t|\bnever|\byet)\s+(?:yet\s+|been\s+|at\s+once\s+|to\s+be\s+|be\s+|\w+ly\s+)*"
_KNOWN = r"(?:clear|known|sure|certain|determined|established|identified|explained|found|say|know|ascertained)"
_UNKNOWN = rf"(?:\bun(?:clear|known|determined|explained|certain)\b|{_NOT}{_KNOWN}\b)"
_CAUSES = (
    r"(?:caus|trigger|spark|start|ignit|led\b|lay\b|lies\b|happen|br(?:ea|o)ke?\s+out|set\s+off|went\s+wrong"
    r"|br(?:ings?|inging|ought)\b(?!\s+up\b))"
)
_OPEN = re.compile(
    rf"\b(?:causes?|reasons?)\s+(?:of|for|behind|is|are|was|were|remain\w*|has|have|that)\b.{{0,120}}?{_UNKNOWN}"
    rf"|(?:{_UNKNOWN}|\byet\s+to\s+(?:determine|establish|find|say)\b).{{0,40}}?\b(?:what|how|why)\b.{{0,40}}?\b{_CAUSES}"
    rf"|{_UNKNOWN}.{{0,20}}?\b(?:the|a|its|their)\s+(?:\w+\s+)?cause\b"
    r"|\bfor\s+(?:an\s+|as\s+yet\s+)?un(?:known|explained|clear)\s+reasons?\b"
    r"|\b(?:investigat|look|prob)\w*\s+(?:\w+\s+){0,2}?(?:the\s+)?(?:exact\s+|possible\s+)?causes?\s+(?:of|behind)\b"
    r"|\bcauses?\s+(?:of|behind)\b.{0,80}?\b(?:under|being)\s+investigat",
    re.I | re.S,
)


def leaves_cause_open(text: str) -> bool:
    """Whether a clause leaves open why something happened."""
    return _OPEN.search(text) is not None
