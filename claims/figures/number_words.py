"""Words for numbers and what they stand for: "sixty", "million", "bn", "two-thirds", "dozens"; and how round a number is."""

from __future__ import annotations

import re
from math import inf

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SMALL = {word: number for number, word in enumerate(UNITS)} | {word: 10 * (i + 2) for i, word in enumerate(TENS)}
SCALES = {"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12}
SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
FRACTIONS = {
    name: part
    for part, names in enumerate("half,third,quarter fourth,fifth,sixth,seventh,eighth,ninth,tenth".split(","), 2)
    for name in names.split()
}
FRACTION_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

# Vague words and the interval that a careful reader grants them.
VAGUE: dict[str, tuple[float, float]] = {
    "several": (3, 9),
    "a few": (2, 6),
    "a handful": (3, 9),
    "a couple": (2, 3),
    "tens": (20, 99),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 9_999),
    "millions": (2e6, 9_999_999),
    "billions": (2e9, 9_999_999_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "tens of millions": (2e7, 99_999_999),
    "hundreds of millions": (2e8, 999_999_999),
}
# Words that count people without a numeral: at least so many are meant.
MANY = {"many": 3.0, "numerous": 3.0, "countless": 3.0, "multiple": 2.0, "others": 2.0}
LOOSE = (*VAGUE, *MANY)


def scale_of(words: str | None) -> float:
    """1 for None; "hundred thousand" is 100000, "dozen" 12."""
    value = 1.0
    for word in (words or "").lower().split():
        value *= 12 if word == "dozen" else SCALES[word]
    return value


def value_of(word: str) -> float:
    """The value of one word, or of digits: 12 for "twelve", 1 for "a"."""
    return 1.0 if word.lower() in ("a", "an") else float(SMALL[word.lower()]) if word.lower() in SMALL else digits_value(word)


def digits_value(text: str) -> float:
    """The value of digits with their commas: 2000 for "2,000"."""
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
    if value == 0 or abs(value) == inf:
        return 1.0
    place = 1.0
    while value % (place * 10) == 0:
        place *= 10
    if value == int(value):
        return place
    digits = f"{value:.6f}".rstrip("0").partition(".")[2]
    return float(10.0 ** -len(digits))
