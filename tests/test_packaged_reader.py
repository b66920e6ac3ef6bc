"""The reader that the project ships: its file, and that it reads the plainest pairs."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck.encoder import ModelError
from factcheck.judging.nli import LABELS, WEIGHTS, packaged_reader


def test_a_damaged_weights_file_is_refused(tmp_path: Path) -> None:
    """A missing or cut file is named, with the way out."""
    for content in (None, b"", WEIGHTS.read_bytes()[:5000]):
        path = tmp_path / "reader.safetensors"
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(ModelError, match=r"cannot read the claim reader.*--no-nli"):
            packaged_reader(path)


def test_the_shipped_file_is_small() -> None:
    """One file of at most 30 MB."""
    assert WEIGHTS.stat().st_size <= 30_000_000


@pytest.mark.slow
def test_the_packaged_reader_reads() -> None:
    """The plainest cases of each label, and pairs of one call read as pairs alone."""
    pairs = [
        ("Rebels hold the bridge.", "The bridge is held by rebels."),
        ("A man is sleeping on the train.", "A man is awake."),
        ("The minister visited the hospital.", "The harvest was poor this year."),
    ]
    reader = packaged_reader()
    together = reader.read(pairs)
    assert [LABELS[column] for column in together.argmax(axis=1)] == ["entailment", "contradiction", "neutral"]
    alone = np.concatenate([reader.read([pair]) for pair in pairs])
    assert np.allclose(together, alone, atol=1e-3)
    assert np.allclose(together.sum(axis=1), 1, atol=1e-5)
