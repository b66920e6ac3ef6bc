"""How well the probability of one fact tells pairs apart: `python -m benchmarks.pairs [--shared DIR]`.

Two public sets of sentence pairs, judged by the code of `factcheck judge` (same_fact), next to the bare cosine of the sentences:
- NAnCo dev: answers of two outlets to one question, the same answer or not. Balanced accuracy by question, the threshold of a
  question chosen on all other questions.
- ECB+ dev: mentions of an event in two sentences, the same event or not, a third of the others look-alikes (the same kind of
  event). Average precision, over all pairs and over positives with look-alikes only.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import average_precision_score, balanced_accuracy_score

from benchmarks.results import OURS, ROOT, Figure, interval, save
from claims.document import Document
from factcheck.comparison import Models, load_models
from factcheck.textpairs import TextPair, judge_pairs

Scores = NDArray[np.float64]
METHODS = ("cosine", OURS)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    folder = parser.parse_args().shared / "data" / "alignment"
    if not folder.is_dir():
        parser.error(f"{folder}: not there; name the folder with --shared")
    models = load_models(nli=None)  # what the reader says changes verdicts, not the probability of one fact
    print(f"{'set':28} pairs  same  cosine  same_fact")
    kept: list[Figure] = []
    rows = _lines(folder / "nanco_dev.jsonl")
    same = np.array([row["same_cluster"] for row in rows])
    questions = np.array([row["question"] for row in rows])
    for name, one, two in (("answers", "answer_a", "answer_b"), ("paragraphs", "a", "b")):
        scores = _scores([(row[one], row[two]) for row in rows], models)
        found = [balanced(same, s, questions) for s in scores]
        print(f"{'NAnCo ' + name + ' (balanced acc.)':28} {len(rows):5} {same.sum():5}  {found[0]:.3f}   {found[1]:.3f}")
        data = f"NAnCo dev, {len(rows)} pairs of {name}"
        kept += [Figure(data, "balanced accuracy", method, one) for method, one in zip(METHODS, found, strict=True)]
    rows = _lines(folder / "ecbplus_event_pairs_dev.jsonl")
    same = np.array([row["same"] for row in rows])
    hard = same | np.array([row["topic"][:-1] != "" and _look_alike(row) for row in rows])
    scores = _scores([(row["left"], row["right"]) for row in rows], models)
    for name, some in (("ECB+ (average precision)", np.ones(len(rows), dtype=bool)), ("ECB+ look-alikes", hard)):
        found = [float(average_precision_score(same[some], s[some])) for s in scores]
        print(f"{name:28} {some.sum():5} {same[some].sum():5}  {found[0]:.3f}   {found[1]:.3f}")
        topics = np.array([row["topic"] for row in rows])
        for method, said, one in zip(METHODS, scores, found, strict=True):
            ends = interval(_by_topic(same[some], said[some], topics[some]), _precision)
            kept.append(Figure(f"{name.split(' (')[0]} dev, {some.sum()} pairs", "average precision", method, one, *ends))
    save("pairs", kept)


def _by_topic(same: NDArray[np.bool_], scores: Scores, topics: NDArray[np.str_]) -> list[tuple[NDArray[np.bool_], Scores]]:
    return [(same[topics == topic], scores[topics == topic]) for topic in np.unique(topics)]


def _precision(units: Sequence[tuple[NDArray[np.bool_], Scores]]) -> float:
    return float(average_precision_score(np.concatenate([u[0] for u in units]), np.concatenate([u[1] for u in units])))


def balanced(same: NDArray[np.bool_], scores: Scores, questions: NDArray[np.str_]) -> float:
    """Mean over questions of the balanced accuracy at the threshold that is best on all other questions."""
    cuts = np.unique(np.quantile(scores, np.linspace(0.02, 0.98, 49)))
    found = []
    for question in np.unique(questions):
        here = questions == question
        if len(np.unique(same[here])) < 2:
            continue
        best = max(cuts, key=lambda cut: balanced_accuracy_score(same[~here], scores[~here] >= cut))
        found.append(balanced_accuracy_score(same[here], scores[here] >= best))
    return float(np.mean(found))


def _look_alike(row: dict[str, Any]) -> bool:
    """Whether a pair of two events is of one topic's documents on its two look-alike events."""
    return bool(not row["same"] and ("ecbplus" in row["left_doc"]) != ("ecbplus" in row["right_doc"]))


def _scores(pairs: list[tuple[str, str]], models: Models) -> tuple[Scores, Scores]:
    """(cosine of the whole texts, same_fact) of each pair."""
    left = models.encoder.encode([one for one, _ in pairs]).astype(np.float64)
    right = models.encoder.encode([two for _, two in pairs]).astype(np.float64)
    texts = [TextPair(Document(f"left {n}", one), Document(f"right {n}", two), "", "") for n, (one, two) in enumerate(pairs)]
    return (left * right).sum(axis=1), np.array([row["same_fact"] for row in judge_pairs(texts, models)])


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
