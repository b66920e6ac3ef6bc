"""How well quantities are read, on NewsQuant (Almasian et al. 2023, "CQE: A Comprehensive Quantity Extractor"), its dev half.

`python -m benchmarks.newsquant [--shared DIR] [--errors]`. The quantities are those that `factcheck inspect --lines` prints.

Matching is counted as the data set's own evaluation does (`calculate_metrics` in evaluate_models.py of satya77/CQE_Evaluation):
within a sentence labelled and found quantities, both sorted by unit, are gone through greedily; a value is right if both are
single numbers or both are ranges and numpy's isclose holds (rtol 1e-5); a unit if its normalised name, in lower case, is the same
string; a bound if the label's "change" (=, ~, <, >, up, down) is the same. Precision is over all that was found, recall over all
labels.
That evaluation lets one found quantity stand for several labels of equal value; the "one to one" column does not.

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

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import isclose
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.results import OURS, ROOT, Figure, figure, save
from benchmarks.rivals import quantulum
from claims.figures.bounds import kind_of
from claims.figures.currencies import CODES
from claims.figures.ordinals import ORDINAL, RANK
from claims.figures.roles import singular
from factcheck.comparison import load_models
from factcheck.inspection import inspect_lines

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


MEASURES = ("value", "value and unit", "value and bound")
PUBLISHED = (0.920, 0.856, 0.881)  # F1 of CQE on the whole set, from its paper


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


def main() -> None:
    """Print the table; with --errors each sentence that is not all right."""
    parser = argparse.ArgumentParser(description="Quantities against NewsQuant, dev half.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--errors", action="store_true", help="print each sentence with an error")
    parser.add_argument("--rivals", type=Path, help="folder in which quantulum3 is installed, with what it needs")
    options = parser.parse_args()
    path = options.shared / "data" / "quantities" / "newsquant_dev.json"
    if not path.is_file():
        parser.error(f"{path}: not there; name the folder that holds data/quantities with --shared")
    rows = json.loads(path.read_text(encoding="utf-8"))
    texts = [" ".join(row["text"].split()) for row in rows]
    nlp = load_models(cache=False).nlp
    lines = by_lemma([line["quantities"] for line in inspect_lines(texts, nlp)], nlp)
    found = [list(as_labelled(text, quantities)) for text, quantities in zip(texts, lines, strict=True)]
    wanted = [[label(q) for q in row["quantities"]] for row in rows]
    print(f"{len(rows)} sentences, {sum(map(len, wanted))} labelled quantities, {sum(map(len, found))} found\n")
    print("| matched on | precision | recall | F1 | F1, one to one |\n| --- | --- | --- | --- | --- |")
    strict = one_to_one(wanted, found)
    for name, right, once in zip(MEASURES, as_published(wanted, found), strict, strict=True):
        p, r, f = scores(right, wanted, found)
        print(f"| {name} | {p:.3f} | {r:.3f} | {f:.3f} | {scores(once, wanted, found)[2]:.3f} |")
    methods = {OURS: found} | ({"quantulum3": by_quantulum(texts, options.rivals)} if options.rivals else {})
    kept: list[Figure] = []
    for n, name in enumerate(MEASURES):
        for method, ours in methods.items():
            units = [(as_published([w], [f])[n], len(w), len(f)) for w, f in zip(wanted, ours, strict=True)]
            kept.append(figure(f"NewsQuant dev, {sum(map(len, wanted))} labels", f"F1, {name}", method, units, f1))
        kept.append(Figure(kept[-1].data, f"F1, {name}", "CQE (its paper, whole set)", PUBLISHED[n]))
    save("quantities", kept)
    if options.errors:
        for n, (text, labels, ours) in enumerate(zip(texts, wanted, found, strict=True)):
            _show(n, text, labels, ours)


def f1(units: Sequence[tuple[int, int, int]]) -> float:
    """F1 of sentences with (right, labelled, found)."""
    right, labelled, found = map(sum, zip(*units, strict=True))
    return 2 * right / (labelled + found) if labelled + found else float("nan")


def by_quantulum(texts: Sequence[str], folder: Path) -> list[list[Labelled]]:
    """What quantulum3 finds in the data set's words; it tells no bound."""
    names, numbers = {"dimensionless": "-"}, quantulum(folder)
    return [[Labelled(value, names.get(unit, unit), "=") for value, unit in numbers(text)] for text in texts]


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


def as_published(wanted: Sequence[Sequence[Labelled]], found: Sequence[Sequence[Labelled]]) -> tuple[int, int, int]:
    """(values, values with unit, values with bound) that are right, counted as the data set's evaluation does."""
    value = unit = change = 0
    for labels, ours in zip(wanted, found, strict=True):
        tags, left = sorted(ours, key=lambda q: q.unit), len(labels)
        for one in sorted(labels, key=lambda q: q.unit):
            for two in tags:
                if not one.same_value(two):
                    continue
                if left > 0:
                    value, left = value + 1, left - 1
                change += one.change == two.change
                if one.unit == two.unit:
                    unit += 1
                    tags = [tag for tag in tags if tag is not two]
                    break
    return value, unit, change


def one_to_one(wanted: Sequence[Sequence[Labelled]], found: Sequence[Sequence[Labelled]]) -> tuple[int, int, int]:
    """The same, each found quantity standing for one label at most, the most alike first."""
    value = unit = change = 0
    for labels, ours in zip(wanted, found, strict=True):
        pairs = [
            (a.unit == b.unit, a.change == b.change, i, j)
            for i, a in enumerate(labels)
            for j, b in enumerate(ours)
            if a.same_value(b)
        ]
        done: set[tuple[str, int]] = set()
        for same_unit, same_change, i, j in sorted(pairs, key=lambda p: (-p[0] - p[1], p[2], p[3])):
            if ("label", i) not in done and ("found", j) not in done:
                done |= {("label", i), ("found", j)}
                value, unit, change = value + 1, unit + same_unit, change + same_change
    return value, unit, change


def scores(right: int, wanted: Sequence[Sequence[Labelled]], found: Sequence[Sequence[Labelled]]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    p, r = right / max(1, sum(map(len, found))), right / max(1, sum(map(len, wanted)))
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


def _close(one: float, two: float) -> bool:
    return isclose(one, two, rel_tol=0, abs_tol=1e-8 + 1e-5 * abs(two))


def _show(n: int, text: str, labels: Sequence[Labelled], ours: Sequence[Labelled]) -> None:
    missed = [q for q in labels if not any(q.same_value(o) for o in ours)]
    extra = [q for q in ours if not any(q.same_value(o) for o in labels)]
    other = [(q, o) for q in labels for o in ours if q.same_value(o) and (q.unit != o.unit or q.change != o.change)]
    if missed or extra or other:
        print(f"\n{n} {text}")
        for sign, found in (("missed", missed), ("extra", extra)):
            for q in found:
                print(f"    {sign}: {q.change} {q.value} {q.unit}")
        for q, o in other:
            print(f"    label {q.change} {q.value} {q.unit} / found {o.change} {o.unit}")


if __name__ == "__main__":
    main()
