"""The outlet that a text names itself, only where its imprint does, and only one; the agency that it credits."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claims.document import Document
from claims.extraction import extract
from claims.imprint import LONGEST, credited, outlet_in
from claims.reading import corrected, read_text
from claims.sources import Source

BODY = "Bridge closes\n\nThe old bridge over the Sedrin closed on Monday, the mayor said.\n\n"


@pytest.mark.parametrize(
    ("line", "outlet", "why"),
    [
        ("Copyright 2024 Halmoor Herald. All rights reserved.", "Halmoor Herald", "the usual form"),
        ("Copyright © 2019-2024, Meridian Ltd.", "Meridian", "a span of years; the kind of firm is no part of the name"),
        ("© 2024 The Sedrin Courier. All Rights Reserved", "The Sedrin Courier", "the sign instead of the word"),
        ("(c) 2024 World Desk | All rights reserved", "World Desk", "a bar between"),
        ("All rights reserved to Northern Star Media 2024 ©", "Northern Star Media", "the other way round"),
        ("COPYRIGHT 2024 Voice of the Coast", "Voice of the Coast", "small words within the name"),
        ("© Tova Lind", "", "the credit of a photograph"),
        ("Copyright 2024 Reuters. All rights reserved.", "", "an agency sells to all"),
        ("© 2024 The Associated Press. All rights reserved.", "", "so does this one"),
        ("Copyright law was changed in 2024 by the council of Halmoor.", "", "a sentence about something else"),
        ("All rights reserved.", "", "nobody is named"),
        ("Copyright 2024", "", "nor here"),
        ("Copyright 2024 A Herald. All rights reserved.\nCopyright 2024 B Herald. All rights reserved.", "", "two: which?"),
        ("Copyright 2024 A Herald. All rights reserved.\n\nCopyright 2024 A Herald", "A Herald", "one, twice"),
        ("Copyright 2024 " + "Very " * LONGEST + "Herald. All rights reserved.", "", "too long for a line of this kind"),
    ],
)
def test_an_imprint_names_the_outlet(line: str, outlet: str, why: str) -> None:
    """Wherever the line stands in the text."""
    assert outlet_in(f"{BODY}{line}\n") == outlet, why


def test_what_is_given_holds_before_what_the_text_says() -> None:
    """And a person may say that the outlet is unknown after all; the id is that of an article of this outlet."""
    text = BODY + "Copyright 2024 Halmoor Herald. All rights reserved."
    found, given = read_text(text, "1.txt"), read_text(text, "1.txt", outlet="Bay Courier")
    assert (found.outlet, found.name) == ("Halmoor Herald", "Halmoor Herald")
    assert given.outlet == "Bay Courier"
    assert found.id == read_text(text, "1.txt", outlet="Halmoor Herald").id
    assert corrected(found, Source()).name == "unknown outlet (1)"


@pytest.mark.parametrize("credit", ["(Reuters)", "--Reuters", "— AFP", "-Xinhua."])
def test_a_credit_behind_the_last_sentence_is_no_claim(nlp: Language, credit: str) -> None:
    """It is left out with its reason, and the article is the agency's."""
    found = extract(Document("d", f"The dam at Orlow held through the night. {credit}"), nlp)
    assert {claim.speakers for claim in found.claims} == {(credited(credit),)}
    assert {claim.text for claim in found.claims} == {"The dam at Orlow held through the night"}
    assert "agency credit" in {dropped.reason for dropped in found.document.dropped}
