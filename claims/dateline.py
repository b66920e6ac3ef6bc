"""Datelines and stamps: "ANKARA, March 5 (Agency) - ", "Wed 05 Apr 2017" or "Published July 21, 2015" in front of an article
say where and when it was written, not what happened."""

from __future__ import annotations

import re

from claims.times.expressions import MONTH, SHORT_WEEKDAY

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

# A full date and then a word that begins anew: "14 March 2021 Harbour bridge to close"; "March 14, 2021 was" is a sentence.
_STAMP = re.compile(
    rf"""(?i:(?:(?:published|posted|issued|updated|last\s+updated?|date(?:\s+of\s+publication)?)(?:\s+(?:on|at))?\s*:?\s*)?
        (?:{SHORT_WEEKDAY}[\s.,]*)?
        (?:\d{{1,2}}(?:st|nd|rd|th)?[\s-]{MONTH}[\s,-]*\d{{4}} | {MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?,?\s*\d{{4}}
          | \d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}} | \d{{4}}-\d{{2}}-\d{{2}})
        (?:\s*(?:at\s+)?\d{{1,2}}[:.]?\d{{2}}(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:GMT|UTC)\b)?(?=\s))?
    )[\s|·•:–—-]+(?=[A-Z"“‘0-9])""",
    re.VERBOSE,
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Where a dateline or a stamp at `start` ends; `start` itself where text[start:end] has none."""
    for form in (_STAMP, _DATELINE):
        match = form.match(text, start, end)
        if match is not None and match.end() < end:
            start = match.end()
    return start


def agency(dateline: str) -> str:
    """The agency that a dateline names in brackets; empty where it names none."""
    match = re.search(r"\(([^()]+)\)", dateline)
    return match[1].strip() if match is not None else ""
