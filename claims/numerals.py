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
MAX_DIGITS = 40  # a longer run of digits is a key or a code, and may be beyond any float
SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}

# Vague words and the interval that a careful reader grants them (design.md, section 2).
VAGUE: dict[str, tuple[float, float]] = {
    "several": (3, 9),
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


_BIG = "thousand|million|billion|trillion"
_SCALE = f"hundred|{_BIG}"
_ONES = "|".join(sorted(UNITS, key=len, reverse=True))
_BELOW_100 = rf"(?:(?:{'|'.join(TENS)})(?:[\s-]+(?:{'|'.join(UNITS[1:10])})\b)?|(?:{_ONES})\b)"
_BELOW_1000 = rf"(?:(?:a|{_ONES})[\s-]+hundred\b(?:(?:\s+and)?[\s-]+{_BELOW_100})?|{_BELOW_100})"
_WORDS = rf"{_BELOW_1000}(?:[\s-]+(?:{_BIG})\b(?:(?:\s+and)?\s+{_BELOW_1000}(?!\s+(?:{_SCALE})))?)*"
_VAGUE = "|".join(word.replace(" ", r"\s+") for word in sorted(VAGUE, key=len, reverse=True))
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s*(?:[-–/]|and|to|or)\s*"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIZE = r"(?!\s*(?:deep|high|wide|tall|long|race|away|above|below|final|dash|sprint|freestyle)\b)"  # after "10 m": metres
_NUMERAL = re.compile(
    rf"""
    (?P<skip>                                          # numbers that count nothing
        \d{{1,4}}(?P<mark>[-/.])\d{{1,2}}(?P=mark)\d{{1,4}}           # 2020-03-05, 27.07.2016
      | (?<![\w$€£])(?:19|20)\d\d[-–/](?:(?:19|20)?\d\d)(?![\w-])  # 2015-2016
      | \d{{1,2}}(?:[:.]\d{{2}})?\s*[ap]\.?m\b           # 6 p.m.
      | \d{{1,2}}:\d{{2}}(?::\d{{2}})?                  # 14:06
      | \d{{4}}\s+(?:GMT|UTC|hours)\b                  # 0900 GMT
      | (?<!\w)\w{{1,12}}\s+o['’]clock
      | (?<!\w)(?:{_ONES}|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:{_ONES}|\d+)\b  # one in three
      | (?:{_ONES})[\s-]+(?:thirds?|quarters|fifths?|sixths?|tenths?)\b                  # two-thirds
      | {_DAY}(?:{_TO}{_DAY})?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?\b
      | \b{_MONTH}\s+{_DAY}(?:{_TO}{_DAY})?(?:,?\s+\d{{4}})?(?![\w%])
      | \b{_MONTH}\s+\d{{4}}\b
      | \d+(?:st|nd|rd|th)\b                            # ordinals
      | (?:{_ONES}|{"|".join(TENS)})[\s-]+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b
      | (?<!\d)\d{{1,2}}/\d{{1,2}}(?!\d)                # 9/11
      | \+\d[\d\s-]{{6,}}\d                            # +44 20 7946 0000
      | (?<!\w)[^\W\d_]{{1,40}}[-_]?\d[\w-]*                # M-4, S-400, G20, Type_7
      | \d+[-–]?[^\W\d_]*\d\w*(?<=[a-z]\d)              # 4x4
      | \d+(?:-\d+){{2,}}                               # telephone numbers
      | \#\d+
    )
  | (?P<half>\bhalf\s+(?:a|of\s+a)\s+(?P<halfscale>dozen|{_SCALE}))\b
  | (?P<quarter>\ba\s+quarter\s+of\s+a\s+(?P<quarterscale>{_SCALE}))\b
  | (?P<andhalf>\b(?P<whole>{_ONES}|\d+)\s+and\s+a\s+half(?:\s+(?P<andscale>{_SCALE})\b)?)
  | (?P<range>(?<![\w.,-])(?P<from>{_NUMBER})[-–](?P<to>{_NUMBER})(?:\s?(?P<rangescale>{_SCALE})\b)?(?![\w-]))
  | (?P<many>\b(?P<howmany>several|a\s+few|a\s+couple)(?:\s+of)?\s+(?P<manyscale>dozen|(?:hundred\s+)?(?:{_BIG})|hundred))\b
  | (?P<vague>\b(?:{_VAGUE}))\b
  | (?P<dozen>\b(?:a|{_ONES}|\d+)\s+dozen)\b
  | (?P<a>\ba)\s+(?P<ascale>{_SCALE})\b(?!\s+(?:{_SCALE})\b|(?:\s+and)?[\s-]+{_BELOW_100})
  | (?<![\w.,])(?P<digits>{_NUMBER})
      (?:(?:\s|-)?(?P<scale>{_SCALE})\b|\s?(?P<suffix>mn|bn|tn)(?![\w-])|(?P<letter>[km])(?![\w-]){_SIZE})?(?![\w]*\d)(?!-\d)
  | \b(?P<words>(?:{_WORDS}|{_SCALE}))\b
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
        if match["digits"] is not None and len(match["digits"]) > MAX_DIGITS:
            continue
        if match["range"] is not None and _digits(match["from"]) >= _digits(match["to"]):
            continue  # a score ("3-1"), not a range
        yield _numeral(match)


def _numeral(match: re.Match[str]) -> Numeral:
    start, end = match.span()
    if match["half"] is not None:
        return _round(match, _scale(match["halfscale"]) / 2)
    if match["quarter"] is not None:
        return _round(match, _scale(match["quarterscale"]) / 4)
    if match["andhalf"] is not None:
        value = (_value(match["whole"]) + 0.5) * _scale(match["andscale"])
        return Numeral(start, end, value, value)
    if match["range"] is not None:
        scale = _scale(match["rangescale"])
        return Numeral(start, end, _digits(match["from"]) * scale, _digits(match["to"]) * scale)
    if match["many"] is not None:
        low, high = VAGUE[" ".join(match["howmany"].lower().split())]
        scale = _scale(match["manyscale"])
        return Numeral(start, end, low * scale, (high + 1) * scale - 1, vague=True)
    if match["vague"] is not None:
        low, high = VAGUE[" ".join(match["vague"].lower().split())]
        return Numeral(start, end, low, high, vague=True)
    if match["dozen"] is not None:
        return _round(match, 12 * _value(match["dozen"].split()[0]))
    if match["a"] is not None:
        return _round(match, _scale(match["ascale"]))
    if match["digits"] is not None:
        suffix = (match["suffix"] or match["letter"] or "").lower()
        value = _digits(match["digits"]) * _scale(match["scale"]) * SUFFIXES.get(suffix, 1)
    else:
        value = words_value(match["words"])
    return Numeral(start, end, value, value)


def _round(match: re.Match[str], value: float) -> Numeral:
    return Numeral(match.start(), match.end(), value, value, rounded=True)


def _scale(words: str | None) -> float:
    """1 for None; "hundred thousand" is 100000, "dozen" 12."""
    value = 1.0
    for word in (words or "").lower().split():
        value *= 12 if word == "dozen" else SCALES[word]
    return value


def _value(word: str) -> float:
    return 1.0 if word.lower() == "a" else float(SMALL[word.lower()]) if word.lower() in SMALL else _digits(word)


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
