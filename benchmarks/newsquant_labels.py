"""Quantities in the words of NewsQuant (benchmarks/newsquant.py): its labels, and ours said in its way.

Our values are intervals, the data set's are numbers as written, so each is first said in the data set's way:
- a bound gives back its number ("over 30" is 30 with >, "about 60" is 60 with ~), a share is a fraction (a third is 0.333);
- "from 12 to 17" is one range there, two figures of one change here;
- dozens, thousands, tens of thousands are from the word's scale to ten times it there;
- what the data set does not label is left out: "several", "a few", "a couple" and counts without a numeral ("no one", "both");
- ordinals, ranks and ages that say who is meant ("aged 18 to 34") are left out too: it labels none;
- units and currencies have its names, and what is counted is its unit: by lemma, as there ("small town");
  "times" is "count".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import isclose
from typing import TYPE_CHECKING, Any

from claims.figures.bounds import kind_of
from claims.figures.currencies import CODES
from claims.figures.ordinals import ORDINAL, RANK
from claims.figures.roles import singular

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_SCALE = {"ten": 10.0, "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "score": 20.0}
_UNLABELLED = ("several", "a few", "a couple", "a handful", "no", "nobody", "none", "both", "not a", "without")
_CURRENCY = {
    "USD": "dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "japanese yen", "CNY": "chinese yuan", "INR": "indian rupee",
    "DKK": "danish krone", "SEK": "swedish krona", "NOK": "norwegian krone", "CHF": "swiss franc", "AUD": "australian dollar",
    "CAD": "canadian dollar", "NZD": "new zealand dollar", "ILS": "shekel", "ZAR": "south african rand",
    "MYR": "malaysian ringgit", "RUB": "russian ruble", "TRY": "turkish lira", "KRW": "south korean won", "penny": "point",
}  # fmt: skip
_NAMES = {
    "%": "percentage", "km": "kilometre", "m": "metre", "cm": "centimetre", "mm": "millimetre", "kg": "kilogram", "g": "gram",
    "mg": "milligram", "ml": "millilitre", "°C": "celsius", "°F": "fahrenheit", "W": "watt", "kW": "kilowatt", "MW": "megawatt",
    "GW": "gigawatt", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte",
    "GPa": "gigapascal", "ppm": "parts-per-million", "ppb": "parts-per-billion", "mAh": "milliampere-hour", "V": "volt",
    "rpm": "revolutions per minute", "Mbit": "megabit", "kWh": "kilowatt-hour", "lb": "pound-mass",
    "mmBTU": "mega british thermal unit",
    "A": "ampere", "kV": "kilovolt", "tonne": "metric ton",
}  # fmt: skip
_NOUN = re.compile(
    r"\s+(?:higher|lower|(?:more|less)\s+than|(?:share\s+price\s+)?(?:in|de)crease|rise|gain|jump|drop|fall|decline|cut|growth)\b"
)
_AGED = re.compile(r"\baged\s+$")
_TWO_NUMBERS = re.compile(r"\d\S*\s?(?:-|–|to|and|or)\s?[^\w\s]?\d")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A quantity in the data set's words: one number or a range, the unit's name, and its sign of change."""

    value: float | tuple[float, float]
    unit: str
    change: str

    def same_value(self, other: Labelled) -> bool:
        """Whether both are single numbers or both ranges, and numpy's isclose would hold."""
        one, two = self.value, other.value
        if isinstance(one, tuple) and isinstance(two, tuple):
            return _close(one[0], two[0]) and _close(one[1], two[1])
        return not isinstance(one, tuple) and not isinstance(two, tuple) and _close(one, two)


def label(row: dict[str, Any]) -> Labelled:
    """A quantity as the data set labels it; a range is "12.0-17.0"."""
    value = str(row["value"])
    unit = row["normalized_unit"].lower()
    if "E" not in value and not value.startswith("-") and "-" in value:
        low, high = value.split("-")
        return Labelled((float(low), float(high)), unit, row["change"])
    return Labelled(float(value), unit, row["change"])


def as_labelled(text: str, found: Sequence[dict[str, Any]]) -> Iterator[Labelled]:
    """The quantities of a line in the data set's words."""
    skip = False
    for one, two in zip_longest(found, found[1:]):
        if skip:
            skip = False
            continue
        words, change = one["bound"].lower(), one["change"] or {}
        if one["unit"] in (ORDINAL, RANK) or (one["unit"] == "year of age" and _AGED.search(text, 0, one["start"])):
            continue
        if words.startswith(_UNLABELLED) and not words.startswith(("no fewer", "no less", "no more", "not ")):
            continue
        unit = unit_name(one, text)
        stages = change.get("stage"), ((two or {}).get("change") or {}).get("stage")
        if two is not None and stages == ("from", "to") and change["to"] == two["change"]["to"]:
            skip = True
            yield Labelled((_number(one), _number(two)), unit_name(two, text), "~" if kind_of(words) == "about" else "=")
            continue
        scale = _SCALE.get(words.split()[-1].removesuffix("s"), 0.0) if words.endswith("s") else 0.0
        if scale:
            scale *= _SCALE["ten"] if words.startswith("tens of") else 100.0 if words.startswith("hundreds of") else 1.0
            yield Labelled((scale, 10 * scale), unit, "=")
            continue
        written = text[one["start"] : one["end"]]
        share = one["unit"] == "%" and (not any(c.isdigit() for c in written) or "/" in written or "⁄" in written)
        share = share and not re.search("per ?cent|%", written, re.I)
        if one["unit"] == "score":
            yield Labelled((one["high"], one["low"]), unit.replace("score", "-"), "=")
        elif share:
            yield Labelled(_number(one) / 100, f"% {unit_of_count(one)}".strip(), _sign(one, text))
        elif words == "range" or (one["high"] is not None and _TWO_NUMBERS.search(text[one["start"] : one["end"]])):
            yield Labelled((one["low"], one["high"]), unit, _sign(one, text))
        else:
            yield Labelled(_number(one), unit, _sign(one, text))


def unit_name(quantity: dict[str, Any], text: str) -> str:
    """The data set's name of a unit; for counts what is counted."""
    unit = quantity["unit"]
    if not unit or unit.startswith("/"):
        return unit_of_count(quantity) + (f" per {unit[1:]}" if unit else "")
    return " per ".join(_name(part) for part in unit.split("/"))


def by_lemma(lines: Sequence[Sequence[dict[str, Any]]], nlp: Language) -> list[list[dict[str, Any]]]:
    """The quantities of each line with what they count by lemma, as the parser has it."""
    phrases = sorted({q["counted"] for line in lines for q in line})
    lemmas = {phrase: _lemmas(doc) for phrase, doc in zip(phrases, nlp.pipe(phrases), strict=True)}
    return [[q | {"counted": lemmas[q["counted"]]} for q in line] for line in lines]


def _lemmas(doc: Doc) -> str:
    """A noun phrase with its nouns and adjectives by lemma, the last word in the singular whatever the parser takes it for."""
    words = [" " if t.tag_ == "POS" else (t.lemma_ if t.pos_ in ("NOUN", "ADJ") else t.text) + t.whitespace_ for t in doc]
    *kept, last = "".join(words).split() or [""]
    return " ".join([*kept, singular(last)])


def unit_of_count(quantity: dict[str, Any]) -> str:
    """What is counted, without "and" and "most", as the data set names it; "-" for nothing."""
    words = [word for word in quantity["counted"].lower().split() if word not in ("and", "most")]
    return {"": "-", "time": "count"}.get(name := " ".join(words), name)


def _name(unit: str) -> str:
    for power in ("square ", "cubic "):
        if unit.startswith(power):
            return power + _name(unit.removeprefix(power))
    return _CURRENCY.get(unit, _NAMES.get(unit, unit.lower() if unit in CODES else unit))


def _number(quantity: dict[str, Any]) -> float:
    """The number as written: the end that a bound leaves, the upper one of "nearly", else the middle."""
    low, high = quantity["low"], quantity["high"]
    kind = kind_of(quantity["bound"])
    if high is None:
        return float(low)
    if low is None or kind in ("nearly", "high") or (low == 0 and high > 0):
        return float(high)
    return float((low + high) / 2)


def _sign(quantity: dict[str, Any], text: str) -> str:
    """The data set's "change": a bound, else up or down where a verb says so (a noun does not: "an increase of 4 %" has =)."""
    words, change = quantity["bound"].lower(), quantity["change"]
    if words in ("just under", "just below"):
        return "<"
    kind = kind_of(words)
    if not kind and quantity["high"] is None:
        kind = "low"
    if kind or words in ("or so", "odd"):
        return {"low": ">", "high": "<"}.get(kind, "~")
    noun = text[: quantity["start"]].endswith(" of ") or _NOUN.match(text, quantity["end"])
    if change is not None and change["stage"] == "by" and change["direction"] and not noun:
        return str(change["direction"])
    return "="


def _close(one: float, two: float) -> bool:
    return isclose(one, two, rel_tol=0, abs_tol=1e-8 + 1e-5 * abs(two))
