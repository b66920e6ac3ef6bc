"""Numbers as news English writes them: digits, number words, scales and vague words, found by one scan of the text.

`numerals("almost one million people")` gives one Numeral that spans "one million" with low == high == 1e6.
What looks like a number but names or dates something ("M-4", "S-400", 2016, 14:06, "27 July") is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL = {word: number for number, word in enumerate(UNITS)} | {word: 10 * (i + 2) for i, word in enumerate(TENS)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}

# Vague words and the interval that a careful reader grants them (design.md, section 2).
VAGUE: dict[str, tuple[float, float]] = {
    "several": (3, 9),
    "several dozen": (24, 99),
    "several hundred": (200, 999),
    "several thousand": (2_000, 9_999),
    "a few dozen": (24, 72),
    "a few hundred": (200, 600),
    "a few thousand": (2_000, 6_000),
    "a few": (2, 6),
    "a handful": (3, 9),
    "a couple": (2, 3),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2e6, 9_999_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "tens of millions": (2e7, 99_999_999),
    "hundreds of millions": (2e8, 999_999_999),
}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: characters [start, end), the interval it stands for, and whether its word is vague."""

    start: int
    end: int
    low: float
    high: float
    vague: bool = False
    rounded: bool = False  # "a dozen", "half a million": exact in form, approximate in use


_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_SCALE = "|".join(SCALES)
_WORDS = rf"(?:(?:{_SMALL}|{_SCALE})(?:(?:\s+and\s+|[\s-]+)(?=(?:{_SMALL}|{_SCALE})\b)|\b))+"
_VAGUE = "|".join(word.replace(" ", r"\s+") for word in sorted(VAGUE, key=len, reverse=True))
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_NUMERAL = re.compile(
    rf"""
    (?P<skip>                                          # numbers that count nothing
        \d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}           # 2020-03-05, 27.07.2016
      | \d{{1,2}}(?:[:.]\d{{2}})?\s*[ap]\.?m\b           # 6 p.m.
      | \d{{1,2}}:\d{{2}}(?::\d{{2}})?                  # 14:06
      | \d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?\b
      | \b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?(?![\w%])
      | \b{_MONTH}\s+\d{{4}}\b
      | \d+(?:st|nd|rd|th)\b                            # ordinals
      | [^\W\d_]+[-_]?\d[\w-]*                          # M-4, S-400, G20, Type_7
      | \d+[-–]?[^\W\d_]*\d\w*(?<=[a-z]\d)              # 4x4
      | \d+(?:-\d+){{2,}}                               # telephone numbers
      | \#\d+
    )
  | (?P<half>half\s+a\s+(?P<halfscale>{_SCALE}))\b
  | (?P<range>(?<![\w.,-])(?P<from>\d{{1,3}}(?:,?\d{{3}})*)[-–](?P<to>\d{{1,3}}(?:,?\d{{3}})*)(?![\w-]))
  | (?P<vague>\b(?:{_VAGUE}))\b(?!\s+(?:{_SCALE})\b)
  | (?P<dozen>\b(?:a|{_SMALL}|\d+)\s+dozen)\b
  | (?P<a>\ba)\s+(?P<ascale>{_SCALE})\b
  | (?<![\w.,])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)
      (?:(?:\s|-)?(?P<scale>{_SCALE})\b|\s?(?P<suffix>mn|bn|tn|[km])(?![\w-]))?(?![\w]*\d)(?!-\d)
  | \b(?P<words>{_WORDS})
    """,
    re.VERBOSE | re.IGNORECASE,
)


def numerals(text: str) -> Iterator[Numeral]:
    """The numerals of a text from left to right; they do not overlap."""
    at = 0
    while match := _NUMERAL.search(text, at):
        at = match.end()
        if match["skip"] is not None:
            continue
        if match["range"] is not None and _digits(match["from"]) >= _digits(match["to"]):
            continue  # a score ("3-1"), not a range
        yield _numeral(match)


def _numeral(match: re.Match[str]) -> Numeral:
    start, end = match.span()
    if match["half"] is not None:
        value = SCALES[match["halfscale"].lower()] / 2
        return Numeral(start, end, value, value, rounded=True)
    if match["range"] is not None:
        return Numeral(start, end, _digits(match["from"]), _digits(match["to"]))
    if match["vague"] is not None:
        low, high = VAGUE[" ".join(match["vague"].lower().split())]
        return Numeral(start, end, low, high, vague=True)
    if match["dozen"] is not None:
        word = match["dozen"].split()[0].lower()
        value = 12 * (1 if word == "a" else SMALL[word] if word in SMALL else _digits(word))
        return Numeral(start, end, value, value, rounded=True)
    if match["a"] is not None:
        value = SCALES[match["ascale"].lower()]
        return Numeral(start, end, value, value, rounded=True)
    if match["digits"] is not None:
        value = _digits(match["digits"])
        value *= SCALES.get((match["scale"] or "").lower(), 1) * SUFFIXES.get((match["suffix"] or "").lower(), 1)
        return Numeral(start, end, value, value)
    value = words_value(match["words"])
    return Numeral(start, end, value, value)


def _digits(text: str) -> float:
    return float(text.replace(",", ""))


def words_value(words: str) -> float:
    """The value of number words: "one hundred and twenty-five thousand" is 125000."""
    total = group = 0.0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in SMALL:
            group += SMALL[word]
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in SCALES:
            total, group = total + (group or 1) * SCALES[word], 0.0
    return total + group


def roundness(value: float) -> float:
    """The place value of the last digit that is not zero: 1200 -> 100, 33 -> 1, 0.5 -> 0.1, 1.2 million -> 100000."""
    if value == 0 or value == inf:
        return 1.0
    place = 1.0
    while value % (place * 10) == 0:
        place *= 10
    if value == int(value):
        return place
    digits = f"{value:.6f}".rstrip("0").partition(".")[2]
    return float(10.0 ** -len(digits))
