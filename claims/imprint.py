"""Whose words these are, as a text says itself: "Copyright 2024 Halmoor Herald", and the agency that it credits at its end."""

from __future__ import annotations

import re

from claims.speech.cues import AGENCIES

LONGEST = 120  # characters of such a line; a longer one is a sentence about somebody's rights

_YEAR = r"(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?"
_WORD = r"[A-Z][\w.&'’-]*"
_NAME = rf"(?P<name>(?:The\s+)?{_WORD}(?:[ \t]+(?:of|the|and|for|&|{_WORD}))*)"
_SIGN = r"(?:©|\([cC]\))"

# A photograph's "© Name" is no imprint: that has the year with the word, or says that all rights are reserved.
_RESERVED = r"[Aa]ll\s+[Rr]ights\s+[Rr]eserved"
_FORMS = (
    re.compile(rf"^(?:[Cc]opyright|COPYRIGHT)\s*{_SIGN}?\s*{_YEAR},?\s+(?:by\s+)?{_NAME}\W*(?:{_RESERVED})?\W*$"),
    re.compile(rf"^(?:[Cc]opyright|COPYRIGHT)?\s*{_SIGN}?\s*(?:{_YEAR},?)?\s*{_NAME}[\s.,|–-]*(?:{_YEAR})?\W*{_RESERVED}\W*$"),
    re.compile(rf"^{_RESERVED}\s+(?:to|by)\s+{_NAME}\W*(?:{_YEAR})?\W*$"),
)
_AGENCIES = AGENCIES | {"associated press", "agence france-presse", "press association", "deutsche presse-agentur"}
_WIRES = "|".join(sorted(AGENCIES, key=len, reverse=True))
_CLOSING = re.compile(rf"(?:[(\[]\s*({_WIRES})\s*[)\]]|[-–—/]+\s*({_WIRES}))[\s.]*$", re.I)
_FIRM = re.compile(r",?\s+(?:Ltd|Limited|Inc|LLC|plc|PLC|GmbH|Co)\.?$")


def outlet_in(text: str) -> str:
    """The outlet in a text's imprint; empty where none is named, where two are, and where it is an agency that sells to all."""
    lines = (" ".join(line.split()) for line in text.splitlines() if 0 < len(line.strip()) <= LONGEST)
    found = {name for line in lines if (name := _named(line))}
    return found.pop() if len(found) == 1 else ""


def _named(line: str) -> str:
    match = next((match for form in _FORMS if (match := form.match(line))), None)
    if match is None:
        return ""
    name = _FIRM.sub("", re.sub(rf"\s*{_RESERVED}.*", "", match["name"])).strip(" .,-")
    return "" if name.casefold().removeprefix("the ") in _AGENCIES else name


def credited(text: str) -> str:
    """The agency that a sentence or a whole text credits at its end: "... the ministry said. (Reuters)", "... –AFP"."""
    match = _CLOSING.search(text)
    return " ".join((match[1] or match[2]).split()) if match is not None else ""


def is_credit(text: str) -> bool:
    """Whether a sentence is nothing but a credit: "(Reuters)"."""
    match = _CLOSING.search(text)
    return match is not None and not text[: match.start()].strip()
