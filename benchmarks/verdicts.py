"""The verdict alone, on pairs that people labelled: `python -m benchmarks.verdicts [--shared DIR] [--rivals FOLDER]`.

Of each labelled pair of the gold the two mentions are given as texts, so that nothing has to be found or aligned, and each
method says what it makes of them. "Ours, claims known" judges the claims that stand for the mentions in their articles instead,
with their dates and times, of several of one facet the two that are most alike: the judges alone, as if alignment were perfect.
Relations, pairs that belong apart and disputes all count: right is a verdict that the label allows, of a pair apart any verdict
but agree and contradict, of a dispute contradict. Intervals are by bootstrap over the groups.

Rivals are packages of FOLDER (`pip install --no-deps --target FOLDER contrachecker==0.1.0 rag-quantguard==0.2.4`), which the
project does not depend on; both say what contradicts, and their silence is taken for agree, the most frequent label.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from rapidfuzz import fuzz

from benchmarks import baselines
from benchmarks.quality import Group, prepared
from benchmarks.results import OURS, ROOT, Figure, figure, ratio, save
from benchmarks.rivals import Contradicts, contradicting
from claims.claim import Claim
from factcheck.aligning.alignment import topic
from factcheck.comparison import Models
from factcheck.encoder import cosine
from factcheck.judging.judges import Pair
from factcheck.judging.ladder import read_both
from factcheck.judging.nli import packaged_reader
from factcheck.textpairs import judge_pairs, parse_pairs

MEASURES = {
    "verdicts right": ("right", "pairs"),
    "contradict, precision": ("good", "said"),
    "contradict, recall": ("hit", "wanted"),
}
_NOT_ONE = frozenset({"unclear", "compatible"})  # what may be said of a pair that belongs apart


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two texts, the dates of their articles (ISO, "" where there is none), and the verdicts that the label allows."""

    left: str
    right: str
    dates: tuple[str, str]
    wanted: frozenset[str]
    claims: tuple[Sequence[Claim], Sequence[Claim]]  # those that stand for the two mentions in their articles


Method = Callable[[Sequence[Labelled]], list[str]]


def main() -> None:
    """Print a row for each measure and method, and keep them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--rivals", type=Path, help="folder in which contrachecker and rag-quantguard are installed")
    options = parser.parse_args()
    scorer, models, groups = prepared(options.shared, parser)
    pairs = [list(labelled(group, scorer)) for group in groups]
    counts = {name: [counted(some, method(some)) for some in pairs] for name, method in methods(models, options.rivals).items()}
    data = f"{len(groups)} groups, {sum(map(len, pairs))} pairs"
    found: list[Figure] = [
        figure(data, measure, name, units, ratio(*names))
        for measure, names in MEASURES.items()
        for name, units in counts.items()
        if sum(unit[names[-1]] for unit in units)
    ]
    for row in found:
        print(f"{row.measure:24} {row.method:16} {row.value:.3f} [{row.low:.2f}, {row.high:.2f}]")
    save("verdicts", found)


def labelled(group: Group, scorer: ModuleType) -> Iterator[Labelled]:
    """The labelled pairs of a group."""
    gold = json.loads(group.gold.read_text(encoding="utf-8"))
    claims = {claim.id: claim for extraction in group.extractions for claim in extraction.claims}
    data = {
        "documents": [{"id": e.document.id, "path": e.document.path} for e in group.extractions],
        "claims": [{"id": c.id, "document": c.document, "start": c.start, "end": c.end} for c in claims.values()],
        "facts": [],
        "judgements": [],
    }
    reader = scorer.Scorer(gold, data, scorer.load_texts(group.texts))

    def standing(mention: Sequence[str]) -> list[Claim]:
        return [claims[key] for key in sorted(reader.best_at(mention))]

    dates = {Path(e.document.path).name: e.document.published for e in group.extractions}

    def pair(one: Sequence[str], two: Sequence[str], wanted: frozenset[str]) -> Labelled:
        published = tuple(
            next((str(d or "") for name, d in dates.items() if name.startswith(side[0])), "") for side in (one, two)
        )
        return Labelled(one[1], two[1], (published[0], published[1]), wanted, (standing(one), standing(two)))

    for fact in gold["facts"]:
        for left, right, allowed in fact["relations"]:
            wanted = frozenset(allowed.replace("scope", "compatible").split("|"))
            yield pair(fact["mentions"][left], fact["mentions"][right], wanted)
    for case in gold.get("apart", ()):
        yield pair(case["a"], case["b"], _NOT_ONE)
    for case in gold.get("disputes", ()):
        yield pair(case["a"], case["b"], frozenset({"contradict"}))


def counted(pairs: Sequence[Labelled], verdicts: Sequence[str]) -> dict[str, int]:
    """What a group adds to each measure."""
    both = list(zip(pairs, verdicts, strict=True))
    must = [verdict for pair, verdict in both if pair.wanted == {"contradict"}]
    said = [pair for pair, verdict in both if verdict == "contradict"]
    return {
        "pairs": len(pairs),
        "right": sum(verdict in pair.wanted for pair, verdict in both),
        "wanted": len(must),
        "hit": must.count("contradict"),
        "said": len(said),
        "good": sum("contradict" in pair.wanted for pair in said),
    }


def methods(models: Models, rivals: Path | None) -> dict[str, Method]:
    """Each method by its name: pairs in, verdicts out."""
    reader = packaged_reader()

    def ours(pairs: Sequence[Labelled]) -> list[str]:
        rows = ({"left": p.left, "right": p.right, "left_published": p.dates[0], "right_published": p.dates[1]} for p in pairs)
        text = "\n".join(json.dumps(row) for row in rows)
        return [said["verdict"] for said in judge_pairs(parse_pairs(text, "gold"), models)]

    def known(pairs: Sequence[Labelled]) -> list[str]:
        found = []
        for p in pairs:
            both = [(a, b) for a in p.claims[0] for b in p.claims[1] if topic(a) == topic(b)]
            texts = models.encoder.encode([claim.standalone for pair in both for claim in pair])
            near = [cosine(texts[n], texts[n + 1]) for n in range(0, len(texts), 2)]
            best = max(range(len(both)), key=near.__getitem__, default=None)
            judged = [] if best is None else models.judge.judge([Pair(*both[best], near[best])])
            found += [judgement.verdict.value for judgement in judged] or ["none"]
        return found

    def near(pairs: Sequence[Labelled]) -> list[str]:
        one, two = models.encoder.encode([p.left for p in pairs]), models.encoder.encode([p.right for p in pairs])
        return ["agree" if cosine(a, b) >= baselines.COSINE else "unclear" for a, b in zip(one, two, strict=True)]

    def numbers(pairs: Sequence[Labelled]) -> list[str]:
        found = []
        for p in pairs:
            one, two = ({t.text.lower().replace(",", "") for t in models.nlp(text) if t.like_num} for text in (p.left, p.right))
            found.append("contradict" if one and two and not one & two else "agree")
        return found

    return {
        OURS: ours,
        "ours, claims known": known,
        "majority": lambda pairs: ["agree"] * len(pairs),
        "cosine": near,
        "rapidfuzz": lambda pairs: [
            "agree" if fuzz.token_set_ratio(p.left, p.right) >= 100 * baselines.TOKENS else "unclear" for p in pairs
        ],
        "numbers only": numbers,
        "NLI only": lambda pairs: [baselines.by_reading(r) for r in read_both(reader, [(p.left, p.right) for p in pairs])],
        **{name: _spoken(says) for name, says in (contradicting(rivals) if rivals else {}).items()},
    }


def _spoken(says: Contradicts) -> Method:
    """A package that says what contradicts; its silence is taken for agree."""
    return lambda pairs: ["contradict" if says(pair.left, pair.right) else "agree" for pair in pairs]


if __name__ == "__main__":
    main()
