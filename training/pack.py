"""Make the file that the project ships: `python -m training.pack --run FOLDER --dev DIR [--out FILE]`.

Takes FOLDER/last.pt, keeps the weights that differ from the packaged sentence model, in half precision, finds the temperature on
the first half of each dev file in DIR (premise, hypothesis, label), and says what half precision costs. At most 30 MB.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from factcheck.encoder import MODEL_SHA256, packaged_model
from factcheck.judging.network import cross_encoder
from factcheck.judging.nli import LABELS, LONGEST, WEIGHTS, CrossReader, Probabilities, packaged_reader
from training.pairs import once, read_pairs

MOST = 30_000_000  # bytes


def main() -> None:
    """Write the file and print its size, its temperature and its loss against full precision."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--limit", type=int, help="only so many pairs of each dev file")
    options = parser.parse_args()
    state = torch.load(options.run / "last.pt", map_location="cpu", weights_only=True)
    full = changed(state["model"])
    halves = {name: tensor.half().contiguous() for name, tensor in full.items()}
    rows = {path.stem: read_pairs(path)[: options.limit] for path in sorted(options.dev.glob("dev_*.jsonl"))}
    exact = {
        name: logits_of(CrossReader(cross_encoder(packaged_model(), full, LONGEST), range(3)), some)
        for name, some in rows.items()
    }
    first = [(logits[: len(logits) // 2], labels(rows[name])[: len(logits) // 2]) for name, logits in exact.items()]
    temperature = best_temperature(np.concatenate([part for part, _ in first]), np.concatenate([part for _, part in first]))
    about = {"base": MODEL_SHA256, "temperature": f"{temperature:.3f}", "pairs": str(state["seen"]), "labels": ",".join(LABELS)}
    save_file(halves, options.out, about)
    size = options.out.stat().st_size
    if size > MOST:
        options.out.unlink()
        raise SystemExit(f"{options.out}: {size:,} bytes are more than {MOST:,}; freeze the word vectors or more layers")
    print(f"{options.out}: {size / 1e6:.1f} MB, temperature {temperature:.3f}")
    shipped = packaged_reader(options.out)
    for name, some in rows.items():
        wanted, half = labels(some), logits_of(shipped, some)
        was, now = (float((logits.argmax(1) == wanted).mean()) for logits in (exact[name], half))
        print(f"{name}: {was:.4f} in full precision, {now:.4f} as shipped ({len(some)} pairs)")


def changed(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The weights of a reader that differ from the packaged sentence model."""
    base = {f"body.{name}": tensor for name, tensor in load_file(packaged_model() / "model.safetensors").items()}
    return {name: tensor for name, tensor in state.items() if name not in base or not torch.equal(tensor, base[name])}


def logits_of(reader: CrossReader, rows: Sequence[Mapping[str, str]]) -> Probabilities:
    """Logits of premise and hypothesis, (n, 3)."""
    return reader.logits([(once(row["premise"]), once(row["hypothesis"])) for row in rows])


def labels(rows: Sequence[Mapping[str, str]]) -> np.ndarray:
    """Label indices, (n,)."""
    return np.array([LABELS.index(row["label"]) for row in rows])


def best_temperature(logits: Probabilities, wanted: np.ndarray) -> float:
    """The divisor of logits with the least cross-entropy (Guo et al. 2017, On Calibration of Modern Neural Networks)."""

    def loss(temperature: float) -> float:
        scaled = logits / temperature
        powers = np.exp(scaled - scaled.max(axis=1, keepdims=True))
        return float(-np.log(powers[np.arange(len(wanted)), wanted] / powers.sum(axis=1) + 1e-12).mean())

    return min((round(0.5 + 0.025 * step, 3) for step in range(101)), key=loss)


if __name__ == "__main__":
    main()
