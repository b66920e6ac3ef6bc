"""How well documents are grouped into events: `python -m benchmarks.events [--shared DIR] [--part dev]`.

ECB+ documents of many topics mixed into one input, each topic with two look-alike events (two trials, two quakes); they have
no published dates, so likeness alone decides. B-cubed precision, recall and F1 (Bagga and Baldwin 1998) and V-measure
(Rosenberg and Hirschberg 2007), beside the mean vectors alone joined by single links.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.metrics import v_measure_score

from benchmarks.results import OURS, ROOT, Figure, save
from claims.document import Document
from claims.extraction import extract_all
from factcheck.aligning.events import grouped
from factcheck.aligning.stories import stories
from factcheck.comparison import load_models

SINGLE_LINK = 0.60  # cosine of the mean vectors, the best of the baseline on the train part


def main() -> None:
    """Print one row a method."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    options = parser.parse_args()
    path = options.shared / "data" / "events" / f"ecbplus_{options.part}.jsonl"
    if not path.is_file():
        parser.error(f"{path}: not there; name the folder with --shared")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    gold = {row["id"]: row["event"] for row in rows}
    models = load_models()
    documents = [Document(row["id"], row["text"]) for row in rows]
    claims = [claim for extraction in extract_all(documents, models.nlp) for claim in extraction.claims]
    vectors = models.encoder.encode([claim.standalone for claim in claims])
    ids = [d.id for d in documents]
    means = {key: vectors[[n for n, c in enumerate(claims) if c.document == key]].sum(axis=0) for key in ids}
    found = grouped(documents, stories(ids, claims, vectors).likeness, (), {}).documents
    print(f"{len(ids)} documents, {len(set(gold.values()))} events\n{'method':30} groups  B3-P   B3-R   B3-F1  V")
    kept = []
    for name, said in (("mean vectors, single link", _linked(means)), (OURS, {d.id: d.event for d in found})):
        precision, recall = b_cubed(gold, said)
        f1, v = 2 * precision * recall / (precision + recall), v_measure_score([*gold.values()], [said[key] for key in gold])
        print(f"{name:30} {len(set(said.values())):6}  {precision:.3f}  {recall:.3f}  {f1:.3f}  {v:.3f}")
        data = f"ECB+ {options.part}, {len(ids)} documents"
        kept += [Figure(data, "B-cubed F1", name, f1), Figure(data, "V-measure", name, v)]
    if options.part == "dev":  # the threshold was chosen on the other
        save("events", kept)


def b_cubed(gold: Mapping[str, str], said: Mapping[str, str]) -> tuple[float, float]:
    """(precision, recall): for each document the share of its group, and of its event, that is right; averaged."""
    precision = recall = 0.0
    for key in gold:
        event = {other for other in gold if gold[other] == gold[key]}
        group = {other for other in gold if said[other] == said[key]}
        precision += len(event & group) / len(group)
        recall += len(event & group) / len(event)
    return precision / len(gold), recall / len(gold)


def _linked(means: Mapping[str, np.ndarray]) -> dict[str, str]:
    unit = {key: mean / max(float(np.linalg.norm(mean)), 1e-9) for key, mean in means.items()}
    group = {key: key for key in means}
    for one, two in combinations(means, 2):
        if group[one] != group[two] and float(unit[one] @ unit[two]) >= SINGLE_LINK:
            old, new = group[two], group[one]
            group = {key: new if value == old else value for key, value in group.items()}
    return group


if __name__ == "__main__":
    main()
