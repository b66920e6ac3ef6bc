"""How well quantities are read, on NewsQuant (Almasian et al. 2023, "CQE: A Comprehensive Quantity Extractor"), its dev half.

`python -m benchmarks.newsquant [--shared DIR] [--errors]`. The quantities are those that `factcheck inspect --lines` prints.

Matching is counted as the data set's own evaluation does (`calculate_metrics` in evaluate_models.py of satya77/CQE_Evaluation):
within a sentence labelled and found quantities, both sorted by unit, are gone through greedily; a value is right if both are
single numbers or both are ranges and numpy's isclose holds (rtol 1e-5); a unit if its normalised name, in lower case, is the same
string; a bound if the label's "change" (=, ~, <, >, up, down) is the same. Precision is over all that was found, recall over all
labels.
That evaluation lets one found quantity stand for several labels of equal value; the "one to one" column does not.
How our values are said in the data set's words: benchmarks/newsquant_labels.py.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.newsquant_labels import Labelled, as_labelled, by_lemma, label
from benchmarks.results import OURS, ROOT, Figure, figure, save
from benchmarks.rivals import quantulum
from factcheck.comparison import load_models
from factcheck.inspection import inspect_lines

MEASURES = ("value", "value and unit", "value and bound")
PUBLISHED = (0.920, 0.856, 0.881)  # F1 of CQE on the whole set, from its paper


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
