"""`--keep`: what was left out of the articles and is put back, for a reason everywhere or as one passage of one article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from claims.document import Document

_PASSAGE = re.compile(r"(?P<path>.+):(?P<start>[0-9]+)", re.DOTALL)


def with_put_back(documents: Sequence[Document], asked: Sequence[str]) -> tuple[list[Document], list[str]]:
    """The documents with what was asked for put back, and a line for each wish that fits nothing.

    A wish is a reason ("form label") or PATH:START, a document's path and where the passage begins, as the JSON report has them.
    """
    found = list(documents)
    unfit = []
    for wish in asked:
        changed = [_put_back(document, wish) for document in found]
        if changed == found:
            unfit.append(
                f"--keep {wish!r}: nothing was left out for this reason or at this place; the JSON report lists it as dropped"
            )
        found = changed
    return found, unfit


def _put_back(document: Document, wish: str) -> Document:
    passage = _PASSAGE.fullmatch(wish)
    if passage is not None and PurePath(passage["path"]) == PurePath(document.path):
        return document.put_back({int(passage["start"])})
    return document.restored({wish})
