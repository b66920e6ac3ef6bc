"""End to end on facts read by hand, beside plain baselines, with intervals: `python -m benchmarks.gold [--shared DIR]`.

Each group of articles is compared as a whole by this project and by the baselines of `benchmarks.baselines`, and scored by the
gold's own scorer. The intervals are by bootstrap over the groups, of which there are nine: they are wide, and say so.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks import baselines
from benchmarks.quality import PARTS, Group, prepared
from benchmarks.results import OURS, RESULTS, ROOT, Figure, commit, figure, ratio, save
from factcheck.comparison import Models, report_on
from factcheck.exports import as_data
from factcheck.judging.nli import packaged_reader

MEASURES = {
    "mentions found": ("mentions_found", "mentions"),
    "pairs in one fact": ("pairs_together", "pairs"),
    "verdicts right": ("pairs_right", "pairs"),
    "contradict, recall": ("contradict_hit", "contradict_gold"),
    "contradict, precision": ("contradict_good", "contradict_said"),
    "disputes found": ("disputes_hit", "disputes"),
    "joins that are right": ("joins_same", "joins_same", "joins_cross"),
    "wrongly joined apart": ("apart_wrong", "apart"),
    "copies found": ("copies_hit", "copies"),
}
JUNK = {"junk taken as claim": ("junk_claimed", "junk")}  # a share that no baseline is measured on


def main() -> None:
    """Print a row for each measure and method, and keep them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    scorer, models, groups = prepared(parser.parse_args().shared, parser)
    counts: dict[str, list[dict[str, int]]] = {OURS: [], "cosine": [], "rapidfuzz": [], "numbers only": [], "NLI only": []}
    for group in groups:
        ours = as_data(report_on(group.extractions, models))
        for method, report in ((OURS, ours), *_plain(group, models).items()):
            texts = scorer.load_texts(group.texts)
            counts[method].append(scorer.Scorer(json.loads(group.gold.read_text()), report, texts).score())
    articles = sum(len(group.extractions) for group in groups)
    found = list(figures(counts, f"{len(groups)} groups, {articles} articles"))
    for row in found:
        print(f"{row.measure:24} {row.method:14} {row.value:.3f} [{row.low:.2f}, {row.high:.2f}]")
    save("gold", found)
    kept = {"command": "python -m benchmarks.gold", "commit": commit(), **by_part([g.part for g in groups], counts[OURS])}
    (RESULTS / "gold-parts.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def by_part(parts: Sequence[str], counts: Sequence[dict[str, int]]) -> dict[str, Any]:
    """For each measure [hits, of how many], over all groups first, then over each part of the gold."""
    total: dict[str, Counter[str]] = {part: Counter() for part in ("all", *PARTS)}
    for part, units in zip(parts, counts, strict=True):
        total["all"].update(units)
        total[part].update(units)
    rows = {
        measure: [[units[hits], sum(units[name] for name in of)] for units in total.values()]
        for measure, (hits, *of) in (MEASURES | JUNK).items()
    }
    return {"parts": list(total), "rows": rows}


def figures(counts: dict[str, list[dict[str, int]]], data: str) -> Sequence[Figure]:
    """Each measure by each method; one without anything to measure (copies of a method that looks for none) is left out."""
    return [
        figure(data, measure, method, units, ratio(*names))
        for measure, names in MEASURES.items()
        for method, units in counts.items()
        if sum(unit[name] for unit in units for name in names[1:]) and (method == OURS or measure != "copies found")
    ]


def _plain(group: Group, models: Models) -> dict[str, Any]:
    """The report of each baseline on one group."""
    documents = [extraction.document for extraction in group.extractions]
    said = baselines.sentences(documents, models.nlp)
    near, worded = baselines.cosines(said, models.encoder), baselines.tokens(said)
    found = {
        "cosine": baselines.clustered(said, near, baselines.COSINE),
        "rapidfuzz": baselines.clustered(said, worded, baselines.TOKENS),
        "numbers only": baselines.numbers_only(said),
        "NLI only": baselines.reader_only(said, near, packaged_reader()),
    }
    return {method: baselines.as_report(documents, said, *facts) for method, facts in found.items()}


if __name__ == "__main__":
    main()
