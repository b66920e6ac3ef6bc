"""Whom "it", "they", "their" and "the group" mean: filled in where one reading is left, else left alone."""

from __future__ import annotations

import pytest
from rows import Row, golden, params
from spacy.language import Language

from claims.document import Document
from claims.extraction import extract
from claims.speech.antecedents import meant

ROWS = golden("whose")


@pytest.mark.parametrize("row", params(ROWS))
def test_words_that_stand_alone(row: Row, nlp: Language) -> None:
    """A claim's `standalone` names whom the grammar leaves, and its own words stay as they are."""
    found = extract(Document("d", row["text"]), nlp).claims
    assert row["standalone"] in {claim.standalone for claim in found}
    assert all(claim.text == row["text"][claim.start : claim.end] for claim in found)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_what_is_meant_stands_before(row: Row, nlp: Language) -> None:
    """Nothing points forward, and no word means itself."""
    doc = nlp(row["text"])
    assert all(noun.i < token.i for token in doc if (noun := meant(token)) is not None)
