"""Stances: for or against a topic, from the parse."""

from __future__ import annotations

import pytest
from rows import Row, golden, params
from spacy.language import Language

from claims.document import Document
from claims.extraction import extract
from claims.speech.stance import Sort

ROWS = golden("stances")


@pytest.mark.parametrize("row", params(ROWS))
def test_a_clause_takes_the_side_that_its_grammar_shows(row: Row, nlp: Language) -> None:
    """The wanted stances on topics, and no others; what somebody does is left aside."""
    found = {s for claim in extract(Document("d", row["text"]), nlp).claims for s in claim.stances}
    assert {(s.topic, s.sort.value, s.holds) for s in found if s.sort is not Sort.DOES} == {tuple(s) for s in row["stances"]}


@pytest.mark.parametrize(
    ("text", "wanted", "why"),
    [
        ("Prices will fall.", ("fall", True, "price", ""), "a verb without an object"),
        ("The army did not shell the school.", ("shell", False, "army", "school"), "negated, with its object"),
        ("The dam is unsafe.", ("unsafe", True, "dam", ""), "an adjective"),
    ],
)
def test_what_a_subject_does(text: str, wanted: tuple[str, bool, str, str], why: str, nlp: Language) -> None:
    """Verb or adjective, whether it is so, of whom and on what, by lemma."""
    (claim,) = extract(Document("d", text), nlp).claims
    assert wanted in {(s.topic, s.holds, s.of, s.on) for s in claim.stances if s.sort is Sort.DOES}, why


@pytest.mark.parametrize("text", ["", "?", "Rain.", "No.", "There will be", "to to to", "It is hard to see how."])
def test_fragments_take_no_side(text: str, nlp: Language) -> None:
    """Broken sentences are read without an error and say nothing of a topic."""
    found = [s for claim in extract(Document("d", text), nlp).claims for s in claim.stances]
    assert all(s.sort is Sort.DOES for s in found)
