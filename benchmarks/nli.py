"""How well claims in words are read: `python -m benchmarks.nli [--shared DIR] [--nli NAME] [--judged N] [--quick N]`.

Accuracy on each file of DIR/data/nli/dev_*.jsonl and DIR/data/numeric_nli beside baselines that use the same sentence model:
the most frequent label, cutting the cosine in three, and a logistic regression on the frozen vectors (u, v, |u - v|, u * v),
the last two fitted on a sample of the training pairs. Then how sure the reader is against how often it is right, how well it
ranks the pairs of ClaimDiff in which one claim weakens the other, what `factcheck judge` says of the first N pairs of each file,
and the speed.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score

from benchmarks.results import OURS, ROOT, Figure, figure, ratio, save
from factcheck.comparison import load_models
from factcheck.encoder import MiniLM, Vectors
from factcheck.judging.ladder import read_both
from factcheck.judging.nli import LABELS, Probabilities, Reader, named_reader, packaged_reader
from factcheck.textpairs import judge_pairs, parse_pairs
from training.pairs import once, read_pairs

SAMPLE = 5000  # training pairs that the two fitted baselines see
LABEL_OF = {"agree": "entailment", "contradict": "contradiction", "compatible": "neutral", "unclear": "neutral"}

Rows = list[tuple[str, str, int]]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--nli", default="", help="another reader than the packaged one")
    parser.add_argument("--judged", type=int, default=300, help="pairs of each file that `factcheck judge` sees")
    parser.add_argument("--quick", type=int, default=0, help="only so many pairs of each file")
    options = parser.parse_args()
    data = options.shared / "data"
    if not (data / "nli").is_dir():
        parser.error(f"{data}: no nli/ there; name the folder with --shared")
    reader: Reader = named_reader(options.nli) if options.nli else packaged_reader()
    encoder = MiniLM()
    sample = np.random.default_rng(0).permutation(rows(data / "nli" / "train.jsonl.gz"))[:SAMPLE]
    trained: Rows = [(str(left), str(right), int(label)) for left, right, label in sample]
    vectors = sides(encoder, trained)
    wanted = [label for *_, label in trained]
    cut = LogisticRegression().fit(alike(*vectors), wanted)
    frozen = LogisticRegression(max_iter=300, C=0.3).fit(features(*vectors), wanted)

    print("| file | pairs | majority | cosine cut | frozen body | reader |\n| --- | --- | --- | --- | --- | --- |")
    probabilities, truth = [], []
    kept: list[Figure] = []
    for name, some in files(data, options.quick):
        gold = np.array([label for *_, label in some])
        vectors = sides(encoder, some)
        read = reader.read([(left, right) for left, right, _ in some])
        majority = Counter(gold.tolist()).most_common(1)[0][1] / len(gold)
        fitted = [
            float((model.predict(seen) == gold).mean()) for model, seen in ((cut, alike(*vectors)), (frozen, features(*vectors)))
        ]
        accuracy = float((read.argmax(1) == gold).mean())
        print(f"| {name} | {len(some)} | {majority:.3f} | {fitted[0]:.3f} | {fitted[1]:.3f} | {accuracy:.3f} |", flush=True)
        units = [{"right": int(one), "all": 1} for one in read.argmax(1) == gold]
        data_set = f"{name}, {len(some)} pairs"
        kept.append(figure(data_set, "accuracy", OURS, units, ratio("right", "all")))
        others = zip(("majority", "cosine in three", "frozen body"), (majority, *fitted), strict=True)
        kept += [Figure(data_set, "accuracy", method, value) for method, value in others]
        if name.startswith("dev_"):  # the other half of each set the temperature (training.pack)
            probabilities.append(read[len(read) // 2 :])
            truth.append(gold[len(gold) // 2 :])
    save("reading", kept)
    print(f"\n{reliability(np.concatenate(probabilities), np.concatenate(truth))}")
    print(f"\n{weakening(data / 'alignment' / 'claimdiff_weaken_train.jsonl', reader, encoder, options.quick)}")
    print(f"\n{judged(data, options.judged, options.nli)}")


def rows(path: Path) -> Rows:
    """Premise, hypothesis and the label's index of each row; sentences that a premise repeats are read once."""
    return [(once(row["premise"]), once(row["hypothesis"]), LABELS.index(row["label"])) for row in read_pairs(path)]


def files(data: Path, limit: int) -> Iterator[tuple[str, Rows]]:
    """Each file of pairs with its name."""
    for path in (*sorted((data / "nli").glob("dev_*.jsonl")), *sorted((data / "numeric_nli").glob("*.jsonl"))):
        yield path.stem, rows(path)[: limit or None]


def sides(encoder: MiniLM, some: Rows) -> tuple[Vectors, Vectors]:
    """The vectors of both sides, each (n, width)."""
    return encoder.encode([left for left, *_ in some]), encoder.encode([right for _, right, _ in some])


def alike(one: Vectors, two: Vectors) -> Vectors:
    """The cosine of each pair, (n, 1)."""
    return np.sum(one * two, axis=1, keepdims=True)


def features(one: Vectors, two: Vectors) -> Vectors:
    """What a frozen sentence model gives a classifier, (n, 4 width)."""
    return np.concatenate((one, two, np.abs(one - two), one * two), axis=1)


def reliability(read: Probabilities, truth: NDArray[np.int64]) -> str:
    """How often the reader is right, by how sure it is; and the mean gap of the two (expected calibration error)."""
    sure, right = read.max(1), read.argmax(1) == truth
    lines = ["| as sure as | pairs | mean | right |", "| --- | --- | --- | --- |"]
    gap = 0.0
    for low in np.arange(0.3, 1.0, 0.1):
        here = (sure >= low) & (sure < (low + 0.1 if low < 0.89 else 1.01))
        if here.any():
            gap += here.mean() * abs(sure[here].mean() - right[here].mean())
            lines.append(f"| {low:.1f} to {low + 0.1:.1f} | {here.sum()} | {sure[here].mean():.3f} | {right[here].mean():.3f} |")
    against = "; ".join(
        f"{bar}: {(truth[said] == 0).mean():.3f} of {said.sum()}"
        for bar in (0.5, 0.7, 0.8, 0.9, 0.95)
        if (said := read[:, 0] >= bar).any()
    )
    return "\n".join((*lines, f"\nexpected calibration error {gap:.3f}; contradictions that are right, by bar: {against}"))


def weakening(path: Path, reader: Reader, encoder: MiniLM, limit: int) -> str:
    """Average precision for "one claim weakens the other", by contradiction read and by cosine, next to chance."""
    some = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][: limit or None]
    pairs = [(row["claim_a"], row["claim_b"]) for row in some]
    wanted = np.array([row["relation"] == 1 for row in some])
    began = time.perf_counter()
    read = read_both(reader, pairs)
    speed = len(pairs) / (time.perf_counter() - began)
    weaker = np.array([reading.contradiction for reading in read])
    close = encoder.encode([left for left, _ in pairs]), encoder.encode([right for _, right in pairs])
    by = {"reader": weaker, "cosine": alike(*close)[:, 0], "reader x cosine": weaker * alike(*close)[:, 0]}
    said = ", ".join(f"{name} {average_precision_score(wanted, score):.3f}" for name, score in by.items())
    return f"ClaimDiff, weaken: average precision {said}, chance {wanted.mean():.3f}; {speed:.0f} pairs a second, both directions"


def judged(data: Path, limit: int, nli: str) -> str:
    """Accuracy of `factcheck judge` with and without the reader, a verdict taken for the label that it stands for."""
    with_reader, without = load_models(nli=nli), load_models(nli=None)
    lines = ["| file | judge without reader | with reader | contradict: right / said |", "| --- | --- | --- | --- |"]
    for name, some in files(data, limit):
        text = "\n".join(json.dumps({"left": left, "right": right}) for left, right, _ in some)
        gold = [LABELS[label] for *_, label in some]
        plain, read = (verdicts(text, models) for models in (without, with_reader))
        said = [wanted for wanted, got in zip(gold, read, strict=True) if got == "contradiction"]
        lines.append(f"| {name} | {share(plain, gold)} | {share(read, gold)} | {said.count('contradiction')} / {len(said)} |")
    return "\n".join(lines)


def verdicts(text: str, models: object) -> list[str]:
    """The label that each verdict of `factcheck judge` stands for."""
    return [LABEL_OF[row["verdict"]] for row in judge_pairs(parse_pairs(text, "pairs"), models)]  # type: ignore[arg-type]


def share(got: Sequence[str], wanted: Sequence[str]) -> str:
    """The share of equal labels, with three digits."""
    return f"{np.mean([one == two for one, two in zip(got, wanted, strict=True)]):.3f}"


if __name__ == "__main__":
    main()
