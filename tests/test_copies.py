"""Copies: who shares text with whom, and what counts as one origin."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from handmade import article

from claims.document import Document, Dropped
from claims.reading import read
from factcheck.origins.copies import COPY_SHARE, copies
from factcheck.origins.credits import credits_of
from factcheck.origins.originals import origins, shared_origins
from factcheck.origins.shingles import SHINGLE
from factcheck.report import Copy

WIRE = " ".join(f"wire{n}" for n in range(60))
LONG = " ".join(f"long{n}" for n in range(120))
SPEECH = " ".join(f"speech{n}" for n in range(40))
SENTENCES = (
    "A barge with forty tonnes of gravel sank in the northern lock of Brannick early on Monday. ",
    "Nobody was hurt when it went down, and the north gate of the lock will stay shut for a week. ",
    "Divers of the harbour office will look at the wreck in the north basin before the cranes arrive. ",
)
EDITED = "".join(SENTENCES)
OWN = " ".join(f"own{n}" for n in range(60))


@pytest.mark.parametrize(
    ("left", "right", "share", "why"),
    [
        (WIRE, WIRE, 1.0, "the same text"),
        (WIRE, f"{OWN} {WIRE}", 1.0, "a reprint with own words before it: the share is the shorter one's"),
        (WIRE, WIRE.upper().replace(" ", ",\n"), 1.0, "capitals, commas and line breaks do not matter"),
        (WIRE, OWN, None, "nothing shared"),
        (WIRE, f"{OWN} " + " ".join(WIRE.split()[: SHINGLE - 1]), None, "seven words in a row are chance"),
        (
            LONG,
            f"{OWN} {OWN} " + " ".join(LONG.split()[:SHINGLE]),
            None,
            "one run of eight words in a long text is chance",
        ),
        (f"{WIRE} “{SPEECH}”", f"{OWN} “{SPEECH}”", None, "one quotation is no origin"),
        (f"{WIRE} {SPEECH}", f"{OWN} {SPEECH}", 0.4, "the same words without marks are shared text"),
        (WIRE, f"{OWN} " + " ".join(WIRE.split()[:30]), 0.5, "half of it"),
        (WIRE, f"{OWN} " + " ".join(WIRE.split()[: 2 * SHINGLE - 1]), None, "a quarter of a short text, but only fifteen words"),
        (EDITED, " ".join(EDITED.split()).replace("north", "south"), 1.0, "a word changed in each sentence"),
        (EDITED, SENTENCES[2] + SENTENCES[0] + SENTENCES[1], 1.0, "sentences in another order"),
        ("", WIRE, None, "an empty text shares nothing"),
        ("wire0 wire1", "wire0 wire1", None, "two short texts have no run of words"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 80 else "",
)
def test_share(left: str, right: str, share: float | None, why: str) -> None:
    """The share is the part of the shorter text that runs in both, in either order."""
    found = copies([article("a", left), article("b", right)])
    assert [(copy.left, copy.right, copy.share) for copy in found] == ([] if share is None else [("a", "b", share)])
    assert copies([article("b", right), article("a", left)]) == found


def test_share_of_two_texts_of_one_length_ignores_order() -> None:
    """Where both are as long, the share does not depend on which is named first."""
    texts = {"a": f"{WIRE} {OWN}", "b": f"{WIRE} " + OWN.replace("own", "other")}
    one = copies([article(k, v) for k, v in texts.items()])
    assert one == copies([article(k, v) for k, v in reversed(texts.items())])
    assert one[0].share >= COPY_SHARE


def test_repeated_passage_counts_at_each_place() -> None:
    """A passage that stands three times in the longer text does not make the share more than the whole."""
    found = copies([article("a", WIRE), article("b", f"{WIRE} {WIRE} {WIRE}")])
    assert found[0].share == 1.0


def test_furniture_makes_no_copy() -> None:
    """Two articles of one site share its forms and menus; they are no copies for it."""
    menu = " ".join(f"menu{n}" for n in range(40))
    left, right = f"{menu} {WIRE}", f"{menu} {OWN}"
    dropped = (Dropped(0, len(menu), "menu"),)
    assert copies([article("a", left), article("b", right)]) != ()
    assert copies([article("a", left, dropped=dropped), article("b", right, dropped=dropped)]) == ()


def test_origin_is_shared_through_others() -> None:
    """If a copies b and b copies c, all three are one origin; who copies nobody is his own."""
    documents = [article(key) for key in "abcd"]
    pairs = [Copy("b", "c", 0.9), Copy("a", "b", 0.2)]
    assert origins(documents, pairs) == {"a": "a", "b": "a", "c": "a", "d": "d"}
    assert origins(documents[::-1], pairs[::-1]) == origins(documents, pairs)


def test_passages_lead_back_to_both_texts() -> None:
    """A passage's offsets cut the shared words out of either document; the run is as long as it can be."""
    left, right = article("a", f"{OWN}. {WIRE}."), article("b", f"{WIRE}. {SPEECH}")
    (copy,) = copies([left, right])
    (passage,) = copy.passages
    assert left.text[slice(*passage.left)] == right.text[slice(*passage.right)] == WIRE
    assert not passage.edited


def test_edited_passage_is_marked() -> None:
    """A sentence with some words exchanged is a passage that says so, whole in either text."""
    changed = EDITED.replace("forty tonnes", "some tonnes").replace("look at", "inspect")
    (copy,) = copies([article("a", EDITED), article("b", changed)])
    assert any(passage.edited for passage in copy.passages)
    assert copy.share == 1.0


DAY = date(2024, 5, 1)
STOCK = " ".join(f"stock{n}" for n in range(20))


def told(key: str, day: int = 0, words: int = 60, shared: str = "", **slots: object) -> Document:
    """An article with words of its own, published so many days after the first."""
    text = " ".join(f"{key}{n}" for n in range(words))
    return article(key, f"{text} {shared}", published=DAY + timedelta(day), **slots)


@pytest.mark.parametrize(
    ("documents", "pairs", "why"),
    [
        ([told("a", 0, shared=STOCK), told("b", 1, shared=STOCK)], [("a", "b")], "20 of 80 words in two articles of two days"),
        ([told("a", 0, shared=STOCK), told("b", 30, shared=STOCK)], [], "the same a month apart is background"),
        (
            [told("a", 0, shared=STOCK), told("b", 1, shared=STOCK), told("c", 30, shared=STOCK)],
            [],
            "what a third article of another month holds too is background between the two as well",
        ),
        (
            [told(key, day, 10, STOCK) for key, day in (("a", 0), ("b", 1), ("c", 30))],
            [("a", "b"), ("a", "c"), ("b", "c")],
            "two thirds of the text are the report itself, however often it is printed",
        ),
        (
            [told("a", 0, shared=STOCK, outlet="Courier"), told("b", 1, shared=STOCK, outlet="Courier")],
            [],
            "an outlet's own background",
        ),
        (
            [told("a", 0, 300, STOCK), told("b", 0, 300, STOCK)],
            [],
            "20 of 320 words",
        ),
        (
            [told("a", 0, 300, STOCK + " (AFP)"), told("b", 0, 300, STOCK + " The mayor told AFP.")],
            [("a", "b")],
            "20 of 320 words and one credit",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_background_is_no_copy(documents: list[Document], pairs: list[tuple[str, str]], why: str) -> None:
    """Text that is printed for weeks tells nothing about where a report comes from; one credit says more than the share."""
    assert [(copy.left, copy.right) for copy in copies(documents)] == pairs


@pytest.mark.parametrize(
    ("text", "credits", "why"),
    [
        ("BRANNICK (Reuters) - A barge sank.", ("Reuters",), "brackets after the place"),
        ("A barge sank on Monday. -AFP", ("AFP",), "after a dash at the end"),
        ("A barge sank.\n\nAFP\n", ("AFP",), "a line of its own"),
        ("BRANNICK/AFP A barge sank.", ("AFP",), "after a slash"),
        ("A barge sank. (With AP and AFP)", ("AFP", "AP"), "two agencies in brackets"),
        ("A barge sank.\n\nSource: Meridian\n", ("Meridian",), "an outlet as the source"),
        ("A barge sank.\nSource: Agence France-Presse", ("AFP",), "an agency by its long name"),
        ('"It sank at once," the mate told AFP on Monday.', ("AFP",), "told to the agency's reporter"),
        ("The AFP office and the AP news desk stand by the lock.", (), "the names alone are no credit"),
        ("A source: the mate of the barge.", (), "a colon after a source in the middle of a sentence"),
        ("", (), "no text"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 60 else "",
)
def test_credits(text: str, credits: tuple[str, ...], why: str) -> None:
    """The agencies and outlets that a text credits, in alphabetical order."""
    assert credits_of(text) == credits


@pytest.mark.parametrize(
    ("left", "right", "first", "reason", "why"),
    [
        (
            article("a", WIRE, outlet="Courier", published=DAY),
            article("b", f"{WIRE}\nSource: Courier\n", outlet="Post", published=DAY - timedelta(1)),
            "a",
            "named as the source",
            "a credit to the outlet weighs more than the dates",
        ),
        (article("a", WIRE, published=DAY), article("b", WIRE, published=DAY - timedelta(1)), "b", "published first", "dates"),
        (article("a", WIRE), article("b", f"{WIRE} (AFP)"), "b", "keeps the agency's credit", "the credit is still there"),
        (article("a", WIRE), article("b", f"{WIRE} {OWN}"), "b", "the most complete", "the longer one"),
        (article("a", WIRE), article("b", WIRE), "", "", "nothing tells"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) > 3 else "",
)
def test_probable_original(left: Document, right: Document, first: str, reason: str, why: str) -> None:
    """The first sign that tells decides, and is named; where none does there is no original."""
    for documents in ([left, right], [right, left]):
        (copy,) = copies(documents)
        assert (copy.original, copy.reason) == (first, reason)


def test_origins_of_several_documents() -> None:
    """A group of copies is listed once, with its original and all credits; a document of its own is no group."""
    documents = [
        article("a", WIRE, published=DAY),
        article("b", f"{WIRE} (AFP)", published=DAY + timedelta(1)),
        article("c", OWN),
    ]
    (origin,) = shared_origins(documents, origins(documents, copies(documents)))
    assert (origin.documents, origin.original, origin.reason) == (("a", "b"), "a", "published first")
    assert origin.credits == ("AFP",)


def test_gold_copies(shared: Path) -> None:
    """Among the five seeds the two articles with agency text are found, and nothing else."""
    names = {document.id: document.path for document in read([shared / "seeds"]).documents}
    found = copies(read([shared / "seeds"]).documents)
    assert [{Path(names[c.left]).name[:3], Path(names[c.right]).name[:3]} for c in found] == [{"000", "002"}]
