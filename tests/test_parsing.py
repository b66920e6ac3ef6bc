"""Parsing: a text whose commas are lost is read as if a comma stood before the speaker who closes a sentence."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claims.document import Document
from claims.extraction import extract
from claims.parsing import parsed

CLOSED = "Ten clerks were hurt in the port the ministry said on Monday."
ALSO = "Two trams were hit near the old mill the watchdog group said."
PLAIN = "The mayor closed the road."


@pytest.mark.parametrize(
    ("text", "commas"),
    [
        (CLOSED, 1),
        (f"{PLAIN} {CLOSED}", 1),
        (f"{PLAIN} {PLAIN} {CLOSED} {PLAIN}", 1),
        (f"{CLOSED} {ALSO}", 2),
        (f"{CLOSED} {PLAIN} {ALSO} {PLAIN}", 2),
        (PLAIN, 0),
        ("The army killed 12 people in a raid on the town in 2014 the ministry said.", 0),
        ("The parliament rejected the tax on fuel of 3 percent the minister announced in January.", 0),
        ("Ten were hurt, officials said speaking", 1),
        ("", 0),
        ("Ten clerks were hurt in the port, the ministry said on Monday.", 1),
    ],
)
def test_a_lost_comma_takes_the_place_of_a_space(text: str, commas: int, nlp: Language) -> None:
    """Nothing else changes: every other character stands where it stood, and so does every word."""
    (doc,) = parsed([text], nlp)
    assert len(doc.text) == len(text)
    assert all(one == two or (one, two) == (" ", ",") for one, two in zip(text, doc.text, strict=True))
    assert doc.text.count(",") == commas
    words = [(token.idx, token.text) for token in doc if token.text != ","]
    assert words == [(token.idx, token.text) for token in nlp.make_doc(text) if token.text != ","]


def test_a_text_may_break_off_behind_said(nlp: Language) -> None:
    """What follows "said" may be the last word, and no other is asked."""
    for text in ('"I lost it all," she said sobbing', "The bus was empty when it hit the wall, he said smiling"):
        assert extract(Document("d", text), nlp).claims


def test_the_speaker_is_no_part_of_what_is_said(nlp: Language) -> None:
    """With its comma the closing verb governs what stands before it, and the sentences around stay as they are."""
    (doc,) = parsed([f"{PLAIN} {CLOSED} {PLAIN}"], nlp)
    said = next(token for token in doc if token.text == "said")
    assert next(child.text for child in said.children if child.dep_ == "nsubj") == "ministry"
    (claim, *_) = [c for c in extract(Document("d", f"{PLAIN} {CLOSED} {PLAIN}"), nlp).claims if "clerks" in c.text]
    assert (claim.text, claim.speaker) == ("Ten clerks were hurt in the port", "ministry")
    assert [sentence.text for sentence in doc.sents][0::2] == [PLAIN, PLAIN]


def test_texts_stay_in_their_order(nlp: Language) -> None:
    """Many texts are read in batches, some of them twice."""
    texts = [PLAIN, CLOSED, "", ALSO] * 40
    assert [doc.text.replace(",", " ") for doc in parsed(texts, nlp)] == texts
