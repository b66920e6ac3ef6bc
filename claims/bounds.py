"""The words around a number: bounds ("at least", "nearly"), and units with their currency signs."""

from __future__ import annotations

import re
from math import inf

from claims.numerals import Numeral

AT_LEAST = "at least|no fewer than|no less than|not less than|a minimum of|upwards of"
MORE_THAN = "more than|over|above|in excess of|exceeding|exceeded|surpassing|surpassed|topped|north of"
AT_MOST = "up to|at most|no more than|not more than|a maximum of|as many as"
LESS_THAN = "fewer than|less than|under|below"
NEARLY = "nearly|almost|close to|just under|approaching|just short of"
ABOUT = "about|some|around|roughly|approximately|an estimated|estimated|circa|perhaps"
_BEFORE = re.compile(
    rf"\b(?P<bound>{AT_LEAST}|{MORE_THAN}|{AT_MOST}|{LESS_THAN}|{NEARLY}|{ABOUT})\s+(?:a\s+|an\s+|the\s+)?$", re.I
)
_AFTER = re.compile(r"\s?(?P<bound>\+|plus\b|or more\b|or so\b)", re.I)
_KIND = {
    **dict.fromkeys(f"{AT_LEAST}|{MORE_THAN}|+|plus|or more".split("|"), "low"),
    **dict.fromkeys(f"{AT_MOST}|{LESS_THAN}".split("|"), "high"),
    **dict.fromkeys(NEARLY.split("|"), "nearly"),
    **dict.fromkeys(f"{ABOUT}|or so".split("|"), "about"),
}

# "about 40" admits 36 to 44, "nearly 40" 36 to 40: a tenth is what writers round away when they keep one or two digits.
APPROXIMATION = 0.1

_UNITS = {
    "year": "years? yrs?",
    "month": "months?",
    "week": "weeks?",
    "day": "days?",
    "hour": "hours? hrs?",
    "minute": "minutes? mins?",
    "second": "seconds? secs?",
    "km": "kilometers? kilometres? kms?",
    "mile": "miles?",
    "m": "meters? metres?",
    "cm": "centimeters? centimetres? cm",
    "foot": "feet foot ft",
    "acre": "acres?",
    "hectare": "hectares?",
    "kg": "kilograms? kilos? kg",
    "tonne": "tonnes? tons?",
    "barrel": "barrels?",
    "litre": "liters? litres?",
    "degree": "degrees?",
    "percentage point": r"percentage\s+points?",
    "basis point": r"basis\s+points?",
    "%": r"% percent per\s+cent pct",
    "USD": "dollars?",
    "EUR": "euros?",
    "GBP": "pounds?",
}
UNIT = re.compile(
    r"[\s-]?(?:square\s+)?(?:"
    + "|".join(f"(?P<u{i}>{'|'.join(p.split(' '))})" for i, p in enumerate(_UNITS.values()))
    + r")(?![^\W\d_])",
    re.I,
)
UNIT_NAMES = tuple(_UNITS)
_CURRENCY = {"$": "USD", "€": "EUR", "£": "GBP"}


def bounded(text: str, numeral: Numeral) -> tuple[str, int, int, float, float]:
    """(bound as written, start, end, low, high) of a numeral with the bounding words around it."""
    low, high, start, end, bound = numeral.low, numeral.high, numeral.start, numeral.end, ""
    currency = 1 if text.startswith(tuple(_CURRENCY), start - 1) else 0
    lead = text[max(0, start - 40) : start - currency]
    if before := _BEFORE.search(lead):
        bound, start = before["bound"], start - currency - (len(lead) - before.start())
    elif after := _AFTER.match(text, end):
        bound, end = after["bound"], after.end()
    else:
        start -= currency
        if numeral.vague or (low != high):
            bound = " ".join(text[numeral.start : numeral.end].split()) if numeral.vague else "range"
        elif numeral.rounded:
            low, high, bound = low * (1 - APPROXIMATION), high * (1 + APPROXIMATION), "rounded"
        return bound, start, end, low, high
    match _KIND[" ".join(bound.lower().split())]:
        case "low":
            high = inf
        case "high":
            low = 0.0
        case "nearly":
            low = low * (1 - APPROXIMATION)
        case _:
            low, high = low * (1 - APPROXIMATION), high * (1 + APPROXIMATION)
    return bound, start, end, low, high


def unit_of(text: str, start: int, end: int) -> tuple[str, int]:
    """(unit, end with the unit's word): empty for counts."""
    if symbol := next((s for s in _CURRENCY if s in text[start:end]), None):
        return _CURRENCY[symbol], end
    if (match := UNIT.match(text, end)) is None:
        return "", end
    name = UNIT_NAMES[int(str(match.lastgroup)[1:])]
    if name == "year" and re.match(r"[\s-]old\b", text[match.end() :], re.I):
        return "year of age", match.end() + 4
    return ("square " if "square" in match[0].lower() else "") + name, match.end()
