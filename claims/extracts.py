"""What extraction finds in a document: the value, apart from how it is found, which a run whose claims are kept never loads."""

from __future__ import annotations

from dataclasses import dataclass

from claims.claim import Claim, Quantity
from claims.document import Document
from claims.names import Name

TOO_LONG = "a sentence too long to be one claim"  # the reason of the Dropped spans for it


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document (with what extraction had to leave out added to its `dropped`), its claims, and all its quantities and names."""

    document: Document
    claims: tuple[Claim, ...]
    quantities: tuple[Quantity, ...] = ()
    names: tuple[Name, ...] = ()
