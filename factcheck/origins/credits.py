"""Credits: the agencies that an article names as the source of its text ("(Reuters)", "- AFP", "Source: Meridian")."""

from __future__ import annotations

import re

# News agencies by the names under which articles credit them. What is not in this list is still read after "Source:".
AGENCIES = {
    "AFP": "AFP|Agence France[- ]Presse",
    "Reuters": "Reuters|REUTERS",
    "AP": "AP|Associated Press",
    "dpa": "dpa|DPA|Deutsche Presse[- ]Agentur",
    "UPI": "UPI|United Press International",
    "PA": "PA Media|Press Association",
    "EFE": "EFE",
    "ANSA": "ANSA",
    "TASS": "TASS|Itar-Tass|ITAR-TASS",
    "Interfax": "Interfax",
    "RIA Novosti": "RIA Novosti|RIA",
    "Xinhua": "Xinhua",
    "Kyodo": "Kyodo",
    "Yonhap": "Yonhap",
    "PTI": "PTI|Press Trust of India",
    "ANI": "ANI",
    "Anadolu": "Anadolu(?: Agency)?|AA",
    "SANA": "SANA",
    "IRNA": "IRNA",
    "ISNA": "ISNA",
    "Bloomberg": "Bloomberg",
    "CNA": "CNA",
}
_NAME = "|".join(f"(?P<a{n}>{names})" for n, names in enumerate(AGENCIES.values()))
_ANY = "|".join(AGENCIES.values())

# A credit stands in brackets, after a slash or a dash at the end of a text or of a dateline, or on a line of its own.
# What somebody "told AFP" was told to the agency's reporter: the words around it are the agency's.
_CREDIT = re.compile(
    rf"""
    (?: (?<=[^\W\d_]) /                                            # BRANNICK/AFP
      | [-–—] \s* (?=(?:{_ANY})\s*\W*\Z)                          # ... in the north. -AFP
      | (?:^|\n) \s* (?=(?:{_ANY})\s*(?:\n|\Z))                   # AFP on a line of its own
      | (?:^|\n) [A-Z][\w ,.]{{0,40}} \s [-–—]+ \s* (?=(?:{_ANY})\s*[-–—:])    # BRANNICK, 4 May - AFP - ...
      | (?i:\b(?:told|with\s+(?:input|reports?|material)\s+from|(?:reporting|text)\s+by)) \s+ (?i:the\s+)?
    ) (?:{_NAME}) (?![\w-])
    """,
    re.VERBOSE,
)
_BRACKET = re.compile(rf"[(\[](?:with\s+)?((?:{_ANY})(?:\s*(?:,|/|&|\+|and)\s*(?:{_ANY}|[Aa]gencies))*)[)\]]", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:^|[\n(.])\s*(?:sources?\s*:|first\s+published\s+(?:in|on|by))\s*(?:the\s+)?(?P<name>[^\n).;:]{2,40})", re.IGNORECASE
)


def credits_of(text: str) -> tuple[str, ...]:
    """The agencies or outlets that a text credits, each once, in alphabetical order."""
    found = {name for match in _CREDIT.finditer(text) for n, name in enumerate(AGENCIES) if match[f"a{n}"]}
    for match in _BRACKET.finditer(text):
        found |= _named(match[1])
    for match in _SOURCE.finditer(text):
        found |= _named(match["name"]) or {" ".join(match["name"].split())}
    return tuple(sorted(found))


def _named(text: str) -> set[str]:
    return {name for name, names in AGENCIES.items() if re.search(rf"\b(?:{names})\b", text)}
