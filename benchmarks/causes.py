"""Why labelled pairs are missed, counted by cause: `python -m benchmarks.causes [--shared DIR]`.

Every pair of the gold whose verdict is not one that the label allows falls under the first cause that holds, in the order of the
way: no claim, no common facet, one facet but two facts, one fact but not judged, judged otherwise. Disputes that were not found
and pairs that were joined though they belong apart follow. The table is written into benchmarks/README.md between its marks.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.quality import PARTS, Group, prepared
from benchmarks.results import ROOT, commit
from benchmarks.table import README, put
from claims.facets import WORDS
from factcheck.comparison import Models, report_on
from factcheck.exports import as_data

BEGIN, END = "<!-- causes: written by benchmarks.causes -->\n", "<!-- end of causes -->\n"


def main() -> None:
    """Print the table and put it between its marks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    scorer, models, groups = prepared(parser.parse_args().shared, parser)
    counts: dict[str, Counter[str]] = {part: Counter() for part in PARTS}
    for group in groups:
        counts[group.part].update(causes(scorer, group, models))
    table = "\n".join(lines(counts)) + f"\n\n`python -m benchmarks.causes`, {commit()}.\n"
    print(table)
    README.write_text(put(table, README.read_text(encoding="utf-8"), BEGIN, END), encoding="utf-8")


def lines(counts: dict[str, Counter[str]]) -> Iterator[str]:
    """One row a cause, the most frequent first; then how many pairs there are."""
    total = sum(counts.values(), Counter())
    pairs = total.pop("all pairs")
    yield f"| cause | all | {' | '.join(counts)} |"
    yield f"| --- |{' --- |' * (len(counts) + 1)}"
    for cause, number in total.most_common():
        yield f"| {cause} | {number} | {' | '.join(str(by[cause]) for by in counts.values())} |"
    yield f"| labelled pairs | {pairs} | {' | '.join(str(by['all pairs']) for by in counts.values())} |"


def causes(scorer: ModuleType, group: Group, models: Models) -> Counter[str]:
    """How often each cause holds in a group, and "all pairs"."""
    gold = json.loads(group.gold.read_text(encoding="utf-8"))
    data = as_data(report_on(group.extractions, models))
    reader = scorer.Scorer(gold, data, scorer.load_texts(group.texts))
    facet = {claim["id"]: claim["facet"] for claim in data["claims"]}
    found: Counter[str] = Counter()
    for fact in gold["facts"]:
        for left, right, allowed in fact["relations"]:
            wanted = set(allowed.replace("scope", "compatible").split("|"))
            found["all pairs"] += 1
            if cause := _cause(reader, facet, fact["mentions"][left], fact["mentions"][right], wanted):
                found[cause] += 1
    for case in gold.get("disputes", ()):
        cause = _cause(reader, facet, case["a"], case["b"], {"contradict"})
        found["all pairs"] += 1
        if cause:
            found[
                "dispute: " + ("one side makes no claim" if "no claim" in cause else "its sides are not set against each other")
            ] += 1
    for case in gold.get("apart", ()):
        found["all pairs"] += 1
        *_, verdict = reader.pair(case["a"], case["b"])
        if verdict in ("contradict", "agree"):
            found[f"joined though it belongs apart: {verdict}"] += 1
    return found


def _cause(reader: Any, facet: dict[str, str], one: list[str], two: list[str], wanted: set[str]) -> str:
    """The cause for which a pair is missed; empty where it is right."""
    both, together, verdict = reader.pair(one, two, wanted)
    if verdict in wanted:
        return ""
    if not both:
        return "no claim stands for one of the mentions"
    if together and verdict == "none":
        return "in one fact, but not judged (one document or speaker)"
    if verdict != "none":
        return f"judged {verdict}, wanted {'/'.join(sorted(wanted))}"
    sides = [{facet[claim] for claim in reader.claims_at(mention)} for mention in (one, two)]
    common = sides[0] & sides[1]
    if not common:
        return "two facts: no common facet"
    return "two facts: figures or details of one facet" if common - WORDS else "two facts: claims in words"


if __name__ == "__main__":
    main()
