"""claims: from a text to its claims, each with its exact words, what it counts, when, and who says it.

The public surface: `read` turns files and addresses into documents, `extract` a document into its claims.
Names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.claim import Claim, Quantity
    from claims.document import Document, Dropped, Failure
    from claims.extraction import extract, extract_all
    from claims.extracts import Extraction
    from claims.reading import Reading, read, read_files, read_text
    from claims.times.window import Window

_HOME = {
    "Claim": "claims.claim",
    "Document": "claims.document",
    "Dropped": "claims.document",
    "Extraction": "claims.extracts",
    "Failure": "claims.document",
    "Quantity": "claims.claim",
    "Reading": "claims.reading",
    "Window": "claims.times.window",
    "extract": "claims.extraction",
    "extract_all": "claims.extraction",
    "read": "claims.reading",
    "read_files": "claims.reading",
    "read_text": "claims.reading",
}

__all__ = [
    "Claim",
    "Document",
    "Dropped",
    "Extraction",
    "Failure",
    "Quantity",
    "Reading",
    "Window",
    "extract",
    "extract_all",
    "read",
    "read_files",
    "read_text",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module 'claims' has no attribute {name!r}")
        return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
