"""Copies: who shares text with whom, and what counts as one origin."""

from __future__ import annotations

import pytest
from handmade import article

from claims.document import Dropped
from factcheck.copies import COPY_SHARE, SHINGLE, copies, origins
from factcheck.report import Copy

WIRE = " ".join(f"wire{n}" for n in range(60))
LONG = " ".join(f"long{n}" for n in range(120))
SPEECH = " ".join(f"speech{n}" for n in range(40))
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
        ("", WIRE, None, "an empty text shares nothing"),
        ("wire0 wire1", "wire0 wire1", None, "two short texts have no run of words"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 80 else "",
)
def test_share(left: str, right: str, share: float | None, why: str) -> None:
    """The share is the part of the shorter text that runs in both, in either order."""
    found = copies([article("a", left), article("b", right)])
    assert found == (() if share is None else (Copy("a", "b", share),))
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
