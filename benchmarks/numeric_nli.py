"""Numeric inference (EQUATE, Ravichander et al. 2019, and NewsNLI's dev part): agree or not, from figures and from the judge.

`python -m benchmarks.numeric_nli [--shared DIR] [--errors N]`. A pair labelled entailment is "agree", neutral and contradiction
are "not agree". Four answers are measured on each file:

- the most frequent label, to know what is easy;
- quantities alone: agree if every figure of the hypothesis follows from one of its own in the premise that measures the same
  and counts the same kind: `factcheck.judging.matching` says agree, or the hypothesis bounds it ("more than 40" from 75),
  which the judge calls compatible; a hypothesis without a figure is agree, since no figure speaks against it;
- the judge: agree if `factcheck judge` says so, by its own code;
- the judge, with bounds read in their direction: agree too where it says compatible (looser-bound) and the hypothesis is the
  looser one. To the judge, which takes sides in no order, "at least 58" and 72 are compatible; to these files 72 entails it.

Errors of the quantities are sorted into what is missing; `--errors N` prints N of each file.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.results import OURS, ROOT, figure, ratio, save
from claims.claim import Quantity
from claims.document import Document
from claims.extraction import extract_all
from factcheck.comparison import Models, load_models
from factcheck.judgement import VERDICT_OF, Code, Verdict
from factcheck.judging.matching import alike, compared
from factcheck.textpairs import judge_pairs, parse_pairs

FILES = ("rte_quant", "newsnli_dev", "redditnli", "stresstest_dev", "awpnli")
_ROW = "| {:<14} | {:>5} | {:.3f} | {:.3f} | {:.3f} | {:.3f} | {} |"


def main() -> None:
    """Print one row a file, and the kinds of errors."""
    parser = argparse.ArgumentParser(description="Numeric inference: agree or not agree.")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors of the quantities for each file")
    options = parser.parse_args()
    folder = options.shared / "data" / "numeric_nli"
    if not folder.is_dir():
        parser.error(f"{folder}: not there; name the folder that holds data/numeric_nli with --shared")
    models = load_models(cache=False)
    heads = ("file", "pairs", "most frequent", "quantities", "judge", "judge, bounds in direction", "errors of the quantities")
    print(f"| {' | '.join(heads)} |\n| {' | '.join('---' for _ in heads)} |")
    kept = []
    for name in FILES:
        rows = [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        wanted = [row["label"] == "entailment" for row in rows]
        figures = [figure_texts(row) for row in rows]
        read = by_quantities(figures, models)
        said = by_judge(rows, models)
        judged = [verdict == Verdict.AGREE for verdict, _ in said]
        directed = [
            agrees or (code == Code.LOOSER_BOUND and follows)
            for agrees, (_, code), (follows, _) in zip(judged, said, read, strict=True)
        ]
        kinds = Counter(why for (agrees, why), label in zip(read, wanted, strict=True) if agrees != label)
        usual = max(sum(wanted), len(wanted) - sum(wanted)) / len(wanted)
        answers = {
            OURS: judged,
            "bounds in their direction": directed,
            "quantities alone": [agrees for agrees, _ in read],
            "majority": [2 * sum(wanted) > len(wanted)] * len(wanted),
        }
        for method, said_so in answers.items():
            units = [{"right": int(a == b), "all": 1} for a, b in zip(said_so, wanted, strict=True)]
            kept.append(figure(f"{name}, {len(rows)} pairs", "agree or not", method, units, ratio("right", "all")))
        told = ", ".join(f"{why} {n}" for why, n in kinds.most_common())
        print(
            _ROW.format(
                name,
                len(rows),
                usual,
                _share([a for a, _ in read], wanted),
                _share(judged, wanted),
                _share(directed, wanted),
                told,
            ),
            flush=True,
        )
        wrong = [(row, why) for row, (agrees, why), label in zip(rows, read, wanted, strict=True) if agrees != label]
        for row, why in wrong[: options.errors]:
            print(f"    {why} [{row['label']}]\n      {row['premise']}\n      {row['hypothesis']}")
    save("numeric", kept)


def figure_texts(row: dict[str, Any]) -> tuple[str, str]:
    """Premise and hypothesis on one line each, without the spaces that tokenising put before signs: "$ 2 million", "50 %"."""
    left, right = (" ".join(row[side].split()).replace("$ ", "$").replace(" %", "%") for side in ("premise", "hypothesis"))
    return left, right


def by_quantities(pairs: Sequence[tuple[str, str]], models: Models) -> list[tuple[bool, str]]:
    """For each pair whether all figures of the hypothesis are met, and what kind of error it is if that is wrong."""
    documents = [Document(f"{side} {n}", text) for n, pair in enumerate(pairs) for side, text in zip("ph", pair, strict=True)]
    found = [extraction.quantities for extraction in extract_all(documents, models.nlp)]
    return [_met(premise, hypothesis) for premise, hypothesis in zip(found[::2], found[1::2], strict=True)]


def _met(premise: Sequence[Quantity], hypothesis: Sequence[Quantity]) -> tuple[bool, str]:
    if not hypothesis:
        return True, "no figure in the hypothesis"
    left = list(premise)
    for quantity in hypothesis:
        like = [other for other in left if alike(quantity, other)]
        if not like:
            return False, "no like figure in the premise"
        if (met := next((other for other in like if _follows(quantity, other)), None)) is None:
            return False, "another value (arithmetic, or a part)"
        left = [other for other in left if other is not met]
    return True, "the figures agree, the words do not"


def _follows(wanted: Quantity, given: Quantity) -> bool:
    """Whether a figure of the hypothesis follows from one of the premise."""
    code = compared(wanted, given)
    inside = wanted.unit == given.unit and wanted.low <= given.low and given.high <= wanted.high
    return VERDICT_OF[code] is Verdict.AGREE or (code is Code.LOOSER_BOUND and inside and wanted.open)


def by_judge(rows: Sequence[dict[str, Any]], models: Models) -> list[tuple[str, str]]:
    """The verdict and the code of `factcheck judge`, for each pair."""
    lines = "\n".join(json.dumps({"left": left, "right": right}) for left, right in map(figure_texts, rows))
    return [(said["verdict"], said["code"]) for said in judge_pairs(parse_pairs(lines, "pairs"), models)]


def _share(said: Sequence[bool], wanted: Sequence[bool]) -> float:
    return sum(a == b for a, b in zip(said, wanted, strict=True)) / len(wanted)


if __name__ == "__main__":
    main()
