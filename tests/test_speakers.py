from __future__ import annotations

import pytest
from rows import Row, golden, params
from spacy.language import Language

from claims.claim import Cue
from claims.document import Document
from claims.extraction import extract
from claims.speech.attribution import attributions
from claims.speech.speakers import speaker_name

ROWS = golden("speakers")


@pytest.mark.parametrize("row", params(ROWS))
def test_a_claim_names_who_says_it(row: Row, nlp: Language) -> None:
    """The chain runs from the outlet inward; the cue says how the innermost speaker puts it; a null cue is left open."""
    found = [c for c in extract(Document("d", row["text"]), nlp).claims if row["about"] in c.text]
    assert found
    for claim in found:
        assert claim.speakers == tuple(row["speakers"])
        assert claim.speaker == (row["speakers"][-1] if row["speakers"] else "")
        if row["cue"] is not None:
            assert claim.cue is Cue(row["cue"])
        if "negated" in row:
            assert claim.negated is row["negated"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_attributions_are_inside_the_sentence_and_the_widest_first(row: Row, nlp: Language) -> None:
    """Whoever speaks, what is said is a stretch of the same sentence; who reports others comes before them."""
    doc = nlp(row["text"])
    found, _ = attributions(doc)
    assert all(0 <= start < end <= len(doc) for a in found for start, end in a.spans)
    assert [a.size for a in found] == sorted((a.size for a in found), reverse=True)


@pytest.mark.parametrize(
    ("text", "word", "name", "why"),
    [
        ("The mayor of Karsk resigned.", "mayor", "mayor of Karsk", "of belongs to the name, the article does not"),
        ("Karsk police chief Mira Holt resigned.", "Holt", "Karsk police chief Mira Holt", "titles belong to the name"),
        ("Its foreign ministry objected.", "ministry", "foreign ministry", "a possessive is no name"),
        ("The coach who won the cup objected.", "coach", "coach", "a relative clause is no name"),
        ("She objected.", "She", "", "a pronoun names nobody"),
    ],
)
def test_a_speaker_is_named_by_the_noun_phrase(text: str, word: str, name: str, why: str, nlp: Language) -> None:
    """A name is short enough to be read in a table's cell, and empty where the text has only a pronoun."""
    token = next(t for t in nlp(text) if t.text == word)
    assert speaker_name(token) == name, why


@pytest.mark.parametrize(
    ("heading", "why"),
    [
        ("Lind: The bridge will reopen in May", "who speaks in the article"),
        ("The bridge will reopen in May: Lind", "behind the colon"),
        ("Karsk: The bridge will reopen in May", "a town"),
        ("Football: The bridge will reopen in May", "a section of the page"),
        ("Harbour master: The bridge will reopen in May", "an office"),
    ],
)
def test_what_stands_before_a_colon_is_no_claim(heading: str, why: str, nlp: Language) -> None:
    """A name or a topic set off from a headline asserts nothing by itself, whether it speaks or not."""
    document = Document("d", f"{heading}\n\nMayor Lind said that the work was done.")
    (claim,) = [c for c in extract(document, nlp).claims if c.end <= len(heading)]
    assert "The bridge will reopen in May" in claim.text, why
    (counted,) = [c for c in extract(Document("d", "Nine dead: the bridge fell in May"), nlp).claims if c.text.startswith("Nine")]
    assert counted.quantities, "a count before a colon is a claim"
