"""Deeds: who did what to whom, from the parse."""

from __future__ import annotations

import pytest
from rows import Row, golden, params
from spacy.language import Language

from claims.deeds import deeds

ROWS = golden("deeds")


@pytest.mark.parametrize("row", params(ROWS))
def test_deeds(nlp: Language, row: Row) -> None:
    """The wanted deeds, and no others: actor, kind and target."""
    (sentence,) = nlp(row["text"]).sents
    assert {(d.actor, d.act.value, d.target) for d in deeds(sentence)} == {tuple(deed) for deed in row["deeds"]}
