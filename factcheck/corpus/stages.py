"""The two stages that take time, each from one file to others, so that any engine can run them anywhere and again.

`claims` parses a part of the articles; `events` compares the documents of some blocks. Their files depend on their input alone.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from claims.claim import Claim
from claims.document import Document, Failure
from claims.extracts import Extraction
from claims.reading.article import Problem, from_row
from claims.reading.texts import document_of
from factcheck.aligning.grouping import in_events
from factcheck.aligning.wordings import with_wordings
from factcheck.comparison import Models, Options, report_on
from factcheck.corpus.blocks import Signature
from factcheck.corpus.folder import Folder, read_lines, write_json, write_lines
from factcheck.corpus.tables import rows_of, write_tables
from factcheck.encoder import Encoder, Vectors
from factcheck.exports import as_data
from factcheck.keeping.extractions import extracted, kept_of, restored
from factcheck.keeping.records import packed, unpacked


def claims(folder: Folder, part: int, models: Models) -> None:
    """Read the claims of one part of the articles."""
    if folder.claims(part).exists():
        return
    documents: list[Document] = []
    failed: list[list[str]] = []
    for path, extracted_text, row in read_lines(folder.articles(part)):
        found = from_row(row)
        if isinstance(found, Problem):
            failed.append([path, found.reason])
        else:
            documents.append(document_of(found, path, found.source, extracted_text))
    rows = [line_of(extraction) for extraction in extracted(documents, models.nlp)]
    write_lines(folder.claims(part), [{"failed": failed}, *rows])


def line_of(extraction: Extraction) -> dict[str, Any]:
    """A document with its claims as a line of a file, and what blocking needs of it."""
    document = extraction.document
    words = {word for claim in extraction.claims for word in (*claim.lemmas, *(name.casefold() for name in claim.names))}
    return {
        "id": document.id,
        "day": document.published.toordinal() if document.published else None,
        "event": document.event,
        "words": sorted(words),
        "document": packed(replace(document, dropped=())).decode("utf-8", "surrogatepass"),
        "kept": base64.b85encode(kept_of(extraction)).decode("ascii"),
    }


def signature(line: dict[str, Any]) -> Signature:
    """What blocking needs of a line that `claims` wrote."""
    return Signature(line["id"], line["day"], line["event"], tuple(line["words"]))


def events(folder: Folder, part: int, models: Models) -> None:
    """Compare the documents of one group of blocks: each block is grouped into events, each event compared as `compare` does."""
    if folder.told(part).exists():
        return
    blocks: dict[int, list[Extraction]] = {}
    for line in read_lines(folder.group(part)):
        blocks.setdefault(line["block"], []).append(_extraction(line))
    rows: dict[str, list[dict[str, Any]]] = {"documents": [], "claims": [], "facts": [], "judgements": []}
    told: Counter[str] = Counter()
    failed: list[Failure] = []
    for number in sorted(blocks):
        for event, data in _reports(blocks[number], models, failed):
            for name, some in rows_of(data, event).items():
                rows[name] += some
            told["events"] += 1
            told.update(f"facts {fact['finding']}" for fact in data["facts"])
            told.update(f"judgements {judgement['verdict']}" for judgement in data["judgements"])
    write_tables(folder, part, rows)
    told.update({name: len(some) for name, some in rows.items()})
    write_json(folder.told(part), {"counts": dict(sorted(told.items())), "failed": [[f.path, f.reason] for f in failed]})


def _extraction(line: dict[str, Any]) -> Extraction:
    document = unpacked(Document, line["document"].encode("utf-8", "surrogatepass"))
    found = restored(document, base64.b85decode(line["kept"]))
    if found is None:
        raise ValueError(f"{document.path}: the claims that an earlier stage wrote are damaged; start again in another folder")
    return found


def _reports(block: Sequence[Extraction], models: Models, failed: list[Failure]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The events of a block, in the order of their names, each with its report as plain data."""
    block = sorted(block, key=lambda extraction: extraction.document.id)
    stated = [claim for extraction in block for claim in extraction.claims]
    known = Known(models.encoder, with_wordings(stated))
    inside = replace(models, encoder=known)
    vectors = known.encode([claim.standalone for claim in stated])
    event_of = in_events([extraction.document for extraction in block], stated, vectors).event_of
    for event in sorted(set(event_of.values())):
        some = [
            replace(extraction, document=replace(extraction.document, event=event))
            for extraction in block
            if event_of[extraction.document.id] == event
        ]
        report = report_on(some, inside, Options())
        failed += report.failed
        yield event, as_data(report)


class Known:
    """The vectors of a block's claims, encoded once for finding the events and for comparing within them."""

    def __init__(self, encoder: Encoder, claims: Sequence[Claim]):
        """Encode the words of all `claims`, each text once."""
        texts = sorted({claim.standalone for claim in claims})
        self._vector = dict(zip(texts, encoder.encode(texts), strict=True))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text."""
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        return np.stack([self._vector[text] for text in texts])
