"""How much of what was right stays right in a large pile: `python -m benchmarks.pile [--shared DIR] [--sweep NAME VALUE ...]`.

The gold groups whose articles stand in data/news/syria_articles.jsonl are compared together with all other articles of that
file, as one input, and scored as in `benchmarks.quality`; `strangers` is the mean share of claims of other articles in
the facts that hold its gold mentions: with few exceptions these are of other happenings. `read by hand` says how many of the
labelled pairs of other facts (`benchmarks.matters`) are together that should be, and that should not.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.matters import labelled
from benchmarks.quality import ROOT, Group, owners_of, prepared
from claims.extracts import Extraction
from claims.facets import WORDS
from claims.reading import read
from factcheck.comparison import Models, report_on
from factcheck.exports import as_data
from factcheck.keeping.extractions import extracted

PILE = Path("data") / "news" / "syria_articles.jsonl"


def main() -> None:
    """Print the scorer's rows for the groups in the pile, the share of strangers, and the findings of the whole."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--sweep", nargs="+", metavar=("NAME", "VALUE"), default=())
    options = parser.parse_args()
    scorer, models, groups = prepared(options.shared, parser, nli=None)
    groups = [
        group for group in groups if json.loads(group.gold.read_text()).get("articles") and "recession" not in group.gold.stem
    ]
    pile = piled(options.shared / PILE, groups, models)
    name, *values = options.sweep or ("", "")
    owners = owners_of(name, parser) if name else []
    for value in values:
        for owner in owners:
            setattr(owner, name, float(value))
        if name:
            print(f"\n{name} = {value}")
        report = as_data(report_on(pile, models))
        print(f"{shown(scorer, report, groups)}\n{by_hand(report, pile)}")


def piled(path: Path, groups: list[Group], models: Models) -> list[Extraction]:
    """The claims of the groups' texts and of all other articles of the file at `path`."""
    held = {name.name.split("_")[0] for group in groups for name in group.texts.glob("*.txt")}
    with tempfile.TemporaryDirectory() as folder:
        rest = Path(folder) / path.name
        rows = [line for line in path.read_text(encoding="utf-8").splitlines() if json.loads(line)["id"] not in held]
        rest.write_text("\n".join(rows), encoding="utf-8")
        others = extracted(read([rest]).documents, models.nlp, models.shelf, models.jobs, lambda done: None)
    return [*(extraction for group in groups for extraction in group.extractions), *others]


def shown(scorer: Any, report: dict[str, Any], groups: list[Group]) -> str:
    """The scorer's rows over all groups, the share of strangers, and how many facts have each finding."""
    total: Counter[str] = Counter()
    strangers: list[float] = []
    document_of = {claim["id"]: claim["document"] for claim in report["claims"]}
    facts = {key: fact for fact in report["facts"] for key in fact["claims"]}
    for group in groups:
        gold = json.loads(group.gold.read_text())
        score = scorer.Scorer(gold, report, scorer.load_texts(group.texts))
        total.update(score.score())
        own = {extraction.document.id for extraction in group.extractions}
        mentioned = {key for fact in gold["facts"] for mention in fact["mentions"].values() for key in score.best_at(mention)}
        for claims in {tuple(facts[key]["claims"]) for key in mentioned if len(facts[key]["claims"]) > 1}:
            strangers.append(mean(document_of[key] not in own for key in claims))
    findings = Counter(fact["finding"] for fact in report["facts"])
    rows = "\n".join(line for line in scorer.show(total).splitlines() if not line.startswith(("copies", "junk")))
    return f"{rows}\nstrangers              {mean(strangers):.3f}\nfindings               {dict(sorted(findings.items()))}"


def by_hand(report: dict[str, Any], pile: list[Extraction]) -> str:
    """How many labelled pairs stand in one fact, of those on one matter and of the others, for words and for slots."""
    fact_of = {key: fact["id"] for fact in report["facts"] for key in fact["claims"]}
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for one, two, same in labelled(pile):
        kind = "words" if one.facet in WORDS else "slots"
        counts[kind, same, fact_of.get(one.id, 1) == fact_of.get(two.id, 2)] += 1
    rows = []
    for kind in ("words", "slots"):
        (right, missed), (wrong, parted) = (
            [counts[kind, same, together] for together in (True, False)] for same in (True, False)
        )
        rows.append(
            f"read by hand, {kind}    together: {right} of {right + missed} on one matter, {wrong} of {wrong + parted} on two"
        )
    return "\n".join(rows)


if __name__ == "__main__":
    main()
