"""What `factcheck inspect` shows: the claims and quantities of a text, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from claims.document import Document
from claims.extraction import extract_all
from claims.reading import read_text
from factcheck.exports import claim_data, quantity_data

if TYPE_CHECKING:
    from spacy.language import Language


def inspect_text(text: str, nlp: Language, published: date | None = None) -> Iterator[dict[str, Any]]:
    """The claims of a text, as in report.json."""
    document = read_text(text, published=published)
    for extraction in extract_all((document,), nlp):
        yield from map(claim_data, extraction.claims)


def inspect_lines(lines: Sequence[str], nlp: Language, published: date | None = None) -> Iterator[dict[str, Any]]:
    """For each line its number, its claims and all its quantities; nothing is taken for page furniture."""
    documents = [Document(f"line {n}", line, published=published) for n, line in enumerate(lines, 1)]
    for n, extraction in enumerate(extract_all(documents, nlp), 1):
        quantities = [quantity_data(quantity) for quantity in extraction.quantities]
        yield {"line": n, "claims": [claim_data(claim) for claim in extraction.claims], "quantities": quantities}
