"""Datelines: "ANKARA, March 5 (Agency) - " in front of an article says where and by whom it was written, not what happened."""

from __future__ import annotations

import re

_AGENCY = r"\([A-Z][\w .&/-]{1,30}\)"
_DATELINE = re.compile(
    rf"""(?:
        [A-Z][A-Z .'/-]{{2,30}}[A-Z]                       # ANKARA, NEW YORK
        (?:,\s+[\w. ]{{2,24}})?                              # , March 5 / , 30 October / , Turkey
        \s*(?:{_AGENCY})?
      | {_AGENCY}
    )\s*[-–—]{{1,2}}\s+""",
    re.VERBOSE,
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Where a dateline at `start` ends; `start` itself where text[start:end] has none."""
    match = _DATELINE.match(text, start, end)
    return match.end() if match is not None and match.end() < end else start


def agency(dateline: str) -> str:
    """The agency that a dateline names in brackets; empty where it names none."""
    match = re.search(r"\(([^()]+)\)", dateline)
    return match[1].strip() if match is not None else ""
