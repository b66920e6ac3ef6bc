"""Bylines: an agency and a full date between a headline and the text that follows on the same line."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claims.extraction import extract
from claims.furniture.bylines import BYLINE, bylines
from claims.reading.texts import read_text


@pytest.mark.parametrize(
    "stamp",
    [
        "AFP Friday 3 Mar 2023",
        "Reuters, Friday, March 3, 2023",
        "AFP | Fri 3 March 2023 10:40 GMT",
        "Associated Press Friday 3 March 2023",
    ],
)
def test_a_byline_parts_headline_and_text(stamp: str, nlp: Language) -> None:
    """What stands before and behind it is read apart, and its day says when nothing happened."""
    text = f"Harbour blast kills nine {stamp} At least nine dockers were killed by a blast in Orlow."
    document = read_text(text)
    assert [(span.reason, text[span.start : span.end]) for span in document.dropped] == [(BYLINE, stamp)]
    claims = extract(document, nlp).claims
    assert {claim.text for claim in claims if claim.facet == "killed"} == {
        "Harbour blast kills nine",
        "At least nine dockers were killed by a blast in Orlow",
    }
    assert "time" not in {claim.facet for claim in claims}


@pytest.mark.parametrize(
    "text",
    [
        "The minister told AFP on Friday 3 March 2023 that the dam would hold.",  # a sentence about the agency
        "She wrote to Reuters Friday 3 March 2023 and asked for a correction.",  # goes on in small letters
        "The harbour was closed, the mayor said. AFP reported it first.",
    ],
)
def test_sentences_about_an_agency_stay(text: str) -> None:
    """Only a stamp that something new follows."""
    assert not list(bylines(text, ()))
