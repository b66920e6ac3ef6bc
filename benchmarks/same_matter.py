"""Train and measure the model of claims in words (factcheck/aligning/likeness.py): `python -m benchmarks.same_matter [--write]`.

Pairs of claims at the mentions of facts read by hand, of one event each; positive where both mentions belong to one fact.
A group of articles is always scored by weights that were trained on the other groups (leave one group out). Printed: average
precision of the pairs, for the cosine alone and for the model; then the scorer's rows for all groups. `--write` trains on all
groups and writes the weights that the project ships.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, fields
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from benchmarks.quality import ROOT, Group, prepared, scored
from claims.claim import Claim
from claims.facets import WORDS
from factcheck.aligning import alignment
from factcheck.aligning.likeness import Likeness, Weights, centred, likeness, rarity
from factcheck.aligning.wordings import with_wordings
from factcheck.comparison import Models, report_on

WEIGHTS = ROOT / "factcheck" / "same_matter.json"
NAMES = [field.name for field in fields(Likeness)]

# The strength of the penalty on large weights (scikit-learn's C); with three features and 600 positive pairs hardly matters.
PENALTY = 1.0


@dataclass(frozen=True)
class Pairs:
    """Features (n, 3), labels (n,) and the mentions' weights (n,) of one group's pairs; plain cosines (n,) for comparison."""

    name: str
    features: NDArray[np.float64]
    labels: NDArray[np.int64]
    weight: NDArray[np.float64]
    cosine: NDArray[np.float64]


def main() -> None:
    """Print the tables; with --write also the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--write", action="store_true", help=f"train on all groups and write {WEIGHTS.name}")
    options = parser.parse_args()
    scorer, models, groups = prepared(options.shared, parser)
    pairs = [_pairs(scorer, group, models) for group in groups]
    left_out = [fitted([p for p in pairs if p is not one]) for one in pairs]
    print(f"{'group':20} pairs  same  cosine  model")
    for one, weights in zip(pairs, left_out, strict=True):
        print(_row(one.name, one.labels, one.cosine, _odds(one, weights)))
    odds = np.concatenate([_odds(one, weights) for one, weights in zip(pairs, left_out, strict=True)])
    print(_row("all", np.concatenate([p.labels for p in pairs]), np.concatenate([p.cosine for p in pairs]), odds))
    total: Counter[str] = Counter()
    for group, weights in zip(groups, left_out, strict=True):
        alignment.packaged_weights = lambda weights=weights: weights  # type: ignore[assignment, misc]
        total.update(scored(scorer, group, models))
    print(f"\nall groups, each by weights trained on the others\n{scorer.show(total)}")
    if options.write:
        weights = fitted(pairs)
        data = {"weights": {f.name: round(getattr(weights, f.name), 3) for f in fields(Weights)}}
        WEIGHTS.write_text(json.dumps(data) + "\n", encoding="utf-8")
        print(f"\nwritten: {data['weights']}")


def fitted(pairs: list[Pairs]) -> Weights:
    """Weights of a logistic regression on these groups' pairs."""
    features = np.concatenate([p.features for p in pairs])
    labels, weight = np.concatenate([p.labels for p in pairs]), np.concatenate([p.weight for p in pairs])
    model = LogisticRegression(C=PENALTY, max_iter=1000).fit(features, labels, sample_weight=weight)
    found = dict(zip(NAMES, map(float, model.coef_[0]), strict=True))
    return Weights(intercept=float(model.intercept_[0]), **found)


def _pairs(scorer: ModuleType, group: Group, models: Models) -> Pairs:
    """The labelled pairs of one group: of each two mentions the claims in words that stand for them."""
    report = report_on(group.extractions, models)
    event_of = {document.id: document.event for document in report.documents}
    stated = tuple(c for extraction in group.extractions for c in extraction.claims)
    claims = [c for c in with_wordings(stated) if c.facet in WORDS]
    vectors = models.encoder.encode([c.standalone for c in claims])
    row = {claim.id: i for i, claim in enumerate(claims)}
    rows: list[tuple[NDArray[np.float64], int, float, float]] = []
    where = _mentions(scorer, group, claims)
    for event in sorted({event_of[c.document] for c in claims}):
        inside = [i for i, c in enumerate(claims) if event_of[c.document] == event]
        moved = centred([claims[i] for i in inside], vectors[inside])
        found = likeness([claims[i] for i in inside], moved, rarity([claims[i] for i in inside]))
        at = {i: n for n, i in enumerate(inside)}
        for (fact_a, keys_a), (fact_b, keys_b) in combinations(where, 2):
            both = [(row[x], row[y]) for x in keys_a for y in keys_b if x != y and row[x] in at and row[y] in at]
            for i, j in both if set(keys_a) != set(keys_b) else ():
                features = np.array([getattr(found, name)[at[i], at[j]] for name in NAMES])
                rows.append((features, int(fact_a == fact_b), 1 / len(both), float(vectors[i] @ vectors[j])))
    return Pairs(
        group.gold.stem,
        np.array([r[0] for r in rows]),
        np.array([r[1] for r in rows]),
        np.array([r[2] for r in rows]),
        np.array([r[3] for r in rows]),
    )


def _mentions(scorer: ModuleType, group: Group, claims: list[Claim]) -> list[tuple[str, list[str]]]:
    """(fact, ids of the claims in words that stand for the mention best) of each mention that has some."""
    gold = json.loads(group.gold.read_text())
    documents = [e.document for e in group.extractions]
    data: dict[str, Any] = {
        "documents": [{"id": d.id, "path": d.path} for d in documents],
        "claims": [{"id": c.id, "document": c.document, "start": c.start, "end": c.end} for c in claims],
        "facts": [],
        "judgements": [],
    }
    reader = scorer.Scorer(gold, data, scorer.load_texts(group.texts))
    found = [(fact["id"], sorted(reader.best_at(mention))) for fact in gold["facts"] for mention in fact["mentions"].values()]
    return [(fact, keys) for fact, keys in found if keys]


def _odds(pairs: Pairs, weights: Weights) -> NDArray[np.float64]:
    return weights.log_odds(Likeness(*pairs.features.T))


def _row(name: str, labels: NDArray[np.int64], cosine: NDArray[np.float64], odds: NDArray[np.float64]) -> str:
    plain, model = average_precision_score(labels, cosine), average_precision_score(labels, odds)
    return f"{name:20} {len(labels):5} {labels.sum():5}  {plain:.3f}   {model:.3f}"


if __name__ == "__main__":
    main()
