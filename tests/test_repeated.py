"""Headlines that a page prints again before its text: they are parted from it, and nothing is lost."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claims.extraction import extract
from claims.furniture.repeated import REPEATED_HEADLINE
from claims.reading.texts import read_text

HEADLINE = "Harbour blast kills nine in Orlow"


@pytest.mark.parametrize("before", ["", "Posted on July 2 2023 by Ada Lund English ", "02-07-2023 "])
def test_a_headline_printed_again_is_parted_from_the_text(before: str, nlp: Language) -> None:
    """With a stamp before it or without: the first sentence begins behind it."""
    document = read_text(f"{HEADLINE}\n\n{before}{HEADLINE} Thirty dockers were hurt on Sunday by a blast in Orlow. Rain fell.")
    assert [span.reason for span in document.dropped] == [REPEATED_HEADLINE]
    assert document.kept.count(HEADLINE) == 2
    hurt = [claim for claim in extract(document, nlp).claims if claim.facet == "wounded"]
    assert {claim.text.partition(" were")[0] for claim in hurt} == {"Thirty dockers"}


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n\n{HEADLINE}. Thirty dockers were hurt.",  # its full stop parts it
        f"{HEADLINE}\n\nThe mayor spoke. {HEADLINE} was what she read out.",  # behind another sentence
        f"{HEADLINE}\n\n{HEADLINE} on Sunday, police say.",  # a first sentence that begins like its headline
        "Fire\n\nFire crews came late.",  # no headline
        f"{HEADLINE}\n\nThirty dockers were hurt.",  # not printed again
        f"{HEADLINE}\n\n{HEADLINE}",  # a whole line, of which others take care
    ],
)
def test_other_texts_stay(text: str) -> None:
    """Nothing is parted that reads well as it is."""
    assert REPEATED_HEADLINE not in {span.reason for span in read_text(text).dropped}
