"""How sure against how right, as pictures: `python -m benchmarks.calibration [--shared DIR] [--quick N]`.

Two models give probabilities. same_fact, of `factcheck judge`: on ECB+ dev (two mentions are one event) and NAnCo dev (two
answers are one). The reader: the largest of its probabilities against how often that label is right, on the halves of its four
dev sets that did not set its temperature. Each picture has a point for each tenth of probability that holds pairs, its area by
how many, and the diagonal on which a calibrated model lies; the expected calibration error (Guo et al. 2017) is the mean
distance from it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.nli import files
from benchmarks.results import RESULTS, ROOT, commit
from claims.document import Document
from factcheck.comparison import load_models
from factcheck.judging.nli import packaged_reader
from factcheck.textpairs import TextPair, judge_pairs

BINS = 10
SIDE, EDGE = 300, 46  # of the picture and of its margin, px
COLOURS = ("#1f5fa8", "#b3541e")


@dataclass(frozen=True, slots=True)
class Series:
    """Probabilities (n,) and whether what they speak of held (n,)."""

    name: str
    said: NDArray[np.float64]
    held: NDArray[np.bool_]

    def points(self) -> Iterator[tuple[float, float, int]]:
        """(mean probability, share that held, pairs) of each bin that holds any."""
        at = np.minimum((self.said * BINS).astype(int), BINS - 1)
        for number in range(BINS):
            if (here := at == number).any():
                yield float(self.said[here].mean()), float(self.held[here].mean()), int(here.sum())

    def error(self) -> float:
        """The expected calibration error."""
        return sum(count * abs(said - held) for said, held, count in self.points()) / len(self.said)


def main() -> None:
    """Write both pictures and the figures behind them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--quick", type=int, default=0, help="only so many pairs of each of the reader's files")
    options = parser.parse_args()
    data = options.shared / "data"
    if not data.is_dir():
        parser.error(f"{data}: not there; name the folder with --shared")
    kept = {"commit": commit()}
    for name, title, series in (
        ("same-fact", "same_fact", list(same_fact(data / "alignment"))),
        ("reader", "the reader", [reader(data, options.quick)]),
    ):
        (RESULTS / f"calibration-{name}.svg").write_text(picture(title, series), encoding="utf-8")
        kept[name] = [{"name": s.name, "error": round(s.error(), 3), "points": [list(p) for p in s.points()]} for s in series]
        for one in series:
            print(f"{title}, {one.name}: {len(one.said)} pairs, expected calibration error {one.error():.3f}")
    (RESULTS / "calibration.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def same_fact(folder: Path) -> Iterator[Series]:
    """The probability of one fact on the two public sets of pairs."""
    models = load_models(nli=None)  # the reader changes verdicts, not this probability
    for name, file, left, right, label in (
        ("ECB+ dev", "ecbplus_event_pairs_dev.jsonl", "left", "right", "same"),
        ("NAnCo dev, answers", "nanco_dev.jsonl", "answer_a", "answer_b", "same_cluster"),
    ):
        rows = [json.loads(line) for line in (folder / file).read_text(encoding="utf-8").splitlines() if line.strip()]
        pairs = [TextPair(Document(f"l{n}", row[left]), Document(f"r{n}", row[right]), "", "") for n, row in enumerate(rows)]
        said = np.array([row["same_fact"] for row in judge_pairs(pairs, models)])
        yield Series(name, said, np.array([bool(row[label]) for row in rows]))


def reader(data: Path, limit: int) -> Series:
    """How sure the packaged reader is of its label, and whether that is the label, over the second halves of its dev sets."""
    model, sure, right = packaged_reader(), [], []
    for name, rows in files(data, limit):
        if not name.startswith("dev_"):
            continue
        half = rows[len(rows) // 2 :]
        read = model.read([(premise, hypothesis) for premise, hypothesis, _ in half])
        sure.append(read.max(1))
        right.append(read.argmax(1) == np.array([label for *_, label in half]))
    return Series("its four dev sets", np.concatenate(sure).astype(np.float64), np.concatenate(right))


def picture(title: str, series: Sequence[Series]) -> str:
    """An SVG of all series; it needs nothing from elsewhere and is legible on a light and on a dark page."""
    size = SIDE + 2 * EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size + 150} {size}" font-family="sans-serif" font-size="12">',
        f"<title>Calibration of {title}: how often it held, by the probability that was said</title>",
        f'<rect width="{size + 150}" height="{size}" fill="#ffffff"/>',
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#888888"/>',
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#888888" stroke-dasharray="4 4"/>',
        f'<text x="{_x(0.5)}" y="{size - 8}" text-anchor="middle">probability said</text>',
        f'<text x="14" y="{_y(0.5)}" text-anchor="middle" transform="rotate(-90 14 {_y(0.5)})">share that held</text>',
        f'<text x="{_x(0.5)}" y="24" text-anchor="middle" font-size="14">{title}</text>',
    ]
    for mark in (0, 0.25, 0.5, 0.75, 1):
        parts.append(f'<text x="{_x(mark)}" y="{_y(0) + 16}" text-anchor="middle">{mark:g}</text>')
        parts.append(f'<text x="{_x(0) - 6}" y="{_y(mark) + 4}" text-anchor="end">{mark:g}</text>')
    for number, one in enumerate(series):
        colour = COLOURS[number]
        points = list(one.points())
        line = " ".join(f"{_x(said)},{_y(held)}" for said, held, _ in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}"/>')
        for said, held, count in points:
            radius = 2 + 14 * (count / len(one.said)) ** 0.5
            parts.append(f'<circle cx="{_x(said)}" cy="{_y(held)}" r="{radius:.1f}" fill="{colour}" fill-opacity="0.5"/>')
        top = EDGE + 14 + 44 * number
        words = (one.name, f"{len(one.said)} pairs, error {one.error():.3f}")
        parts += [
            f'<text x="{size - EDGE + 12}" y="{top + 16 * n}" fill="{colour}">{text}</text>' for n, text in enumerate(words)
        ]
    return "\n".join([*parts, "</svg>"]) + "\n"


def _x(value: float) -> float:
    return round(EDGE + SIDE * value, 1)


def _y(value: float) -> float:
    return round(EDGE + SIDE * (1 - value), 1)


if __name__ == "__main__":
    main()
