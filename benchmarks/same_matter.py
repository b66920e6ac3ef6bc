"""Train and measure the model of claims in words (factcheck/aligning/likeness.py): `python -m benchmarks.same_matter [--write]`.

Pairs of claims of two articles at the mentions of facts read by hand, of one event each; positive where both mentions belong to
one fact; and labelled pairs of a large pile (`benchmarks.matters`), of none of the groups. A group of articles is always scored
by weights that were trained on the other groups and the pile (leave one group out). Printed: average precision of the pairs,
for the cosine alone and for the model; then the scorer's rows for all groups. `--write` trains on all and writes the weights
that the project ships.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from benchmarks.matters import labelled
from benchmarks.pile import PILE, piled
from benchmarks.quality import ROOT, Group, prepared, scored
from claims.claim import Claim
from claims.extracts import Extraction
from claims.facets import WORDS
from factcheck.aligning import words
from factcheck.aligning.grouping import in_events
from factcheck.aligning.likeness import Crowd, Likeness, Weights, centred, rarity
from factcheck.aligning.stories import Stories
from factcheck.aligning.wordings import with_wordings
from factcheck.comparison import Models
from factcheck.encoder import Vectors

WEIGHTS = ROOT / "factcheck" / "same_matter.json"
NAMES = [field.name for field in fields(Likeness)]

# The strength of the penalty on large weights (scikit-learn's C): weak, as closeness of stories is but a few hundredths.
PENALTY = 100.0

# A labelled pair of the pile weighs as much as this many of the groups: there are some 220 of it, and 11,900 of the groups.
PILE_WEIGHT = 10.0


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
    pile = _pile(options.shared / PILE, groups, models)
    left_out = [fitted([pile, *(p for p in pairs if p is not one)]) for one in pairs]
    print(f"{'group':20} pairs  same  cosine  model")
    for one, weights in zip(pairs, left_out, strict=True):
        print(_row(one.name, one.labels, one.cosine, _odds(one, weights)))
    odds = np.concatenate([_odds(one, weights) for one, weights in zip(pairs, left_out, strict=True)])
    print(_row("all", np.concatenate([p.labels for p in pairs]), np.concatenate([p.cosine for p in pairs]), odds))
    total: Counter[str] = Counter()
    for group, weights in zip(groups, left_out, strict=True):
        words.packaged_weights = lambda weights=weights: weights  # type: ignore[assignment, misc]
        total.update(scored(scorer, group, models))
    print(f"\nall groups, each by weights trained on the others\n{scorer.show(total)}")
    if options.write:
        weights = fitted([pile, *pairs])
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
    rows: list[_Row] = []
    for event in _events(group.extractions, models):
        for (fact_a, keys_a), (fact_b, keys_b) in combinations(_mentions(scorer, group, event.claims), 2):
            both = [(x, y) for x in keys_a for y in keys_b if event.document[x] != event.document[y]]
            rows += [event.row(one, two, fact_a == fact_b, 1 / len(both)) for one, two in both]
    return _gathered(group.gold.stem, rows)


def _pile(path: Path, groups: list[Group], models: Models) -> Pairs:
    """The labelled pairs in words of all other articles of the file at `path`, read together with those of the groups."""
    pile = piled(path, groups, models)
    own = {extraction.document.id for group in groups for extraction in group.extractions}
    labels = [(one.id, two.id, same) for one, two, same in labelled(e for e in pile if e.document.id not in own)]
    rows = [
        event.row(one, two, same, PILE_WEIGHT)
        for event in _events(pile, models)
        for one, two, same in labels
        if one in event.at and two in event.at
    ]
    return _gathered("pile", rows)


_Row = tuple[NDArray[np.float64], int, float, float]


def _gathered(name: str, rows: Sequence[_Row]) -> Pairs:
    features, labels, weights, cosines = map(np.array, zip(*rows, strict=True))
    return Pairs(name, features, labels, weights, cosines)


class _Event:
    """The claims in words of one event, and the features of their pairs."""

    def __init__(self, claims: list[Claim], vectors: Vectors, told: Stories):
        self.claims = claims
        self.at = {claim.id: row for row, claim in enumerate(claims)}
        self.document = {claim.id: claim.document for claim in claims}
        self._vectors = vectors
        self._crowd = Crowd(claims, centred(claims, vectors), rarity(claims), told)

    def row(self, one: str, two: str, same: bool, weight: float) -> _Row:
        """Features, label, weight and plain cosine of two claims (ids)."""
        i, j = self.at[one], self.at[two]
        found = self._crowd.likeness(np.array([i]), np.array([j]))
        features = np.array([getattr(found, name)[0, 0] for name in NAMES])
        return features, int(same), weight, float(self._vectors[i] @ self._vectors[j])


def _events(extractions: list[Extraction], models: Models) -> Iterator[_Event]:
    """The events that a comparison finds in some documents."""
    documents = sorted((extraction.document for extraction in extractions), key=lambda document: document.id)
    stated = tuple(c for extraction in extractions for c in extraction.claims)
    grouping = in_events(documents, stated, models.encoder.encode([c.standalone for c in stated]))
    event_of = grouping.event_of
    words = [c for c in with_wordings(stated) if c.facet in WORDS]
    vectors = models.encoder.encode([c.standalone for c in words])
    for event in sorted({event_of[c.document] for c in words}):
        inside = [i for i, c in enumerate(words) if event_of[c.document] == event]
        yield _Event([words[i] for i in inside], vectors[inside], grouping.stories)


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
