"""What `factcheck inspect` shows: the claims and quantities of a text, one JSON object a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from claims.document import Document
from claims.extraction import extract_all
from factcheck.exports import claim_data, quantity_data

if TYPE_CHECKING:
    from spacy.language import Language


def inspect_documents(documents: Sequence[Document], nlp: Language) -> Iterator[dict[str, Any]]:
    """The claims of documents as in report.json; a format with pages says the page, several documents say their path."""
    for document, extraction in zip(documents, extract_all(documents, nlp), strict=True):
        path = {"path": document.path} if len(documents) > 1 else {}
        for claim in extraction.claims:
            page = {"page": document.page_of(claim.start)} if document.pages else {}
            yield path | claim_data(claim) | page


def inspect_lines(lines: Sequence[str], nlp: Language, published: date | None = None) -> Iterator[dict[str, Any]]:
    """For each line its number, its claims and all its quantities; nothing is taken for page furniture."""
    documents = [Document(f"line {n}", line, published=published) for n, line in enumerate(lines, 1)]
    for n, extraction in enumerate(extract_all(documents, nlp), 1):
        quantities = [quantity_data(quantity) for quantity in extraction.quantities]
        yield {"line": n, "claims": [claim_data(claim) for claim in extraction.claims], "quantities": quantities}
