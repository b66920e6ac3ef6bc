"""Quakes: which figures are magnitudes, and of which quake."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claims.figures.quakes import AFTERSHOCK, ANOTHER, QUAKE
from claims.figures.quantities import quantities


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("A 5.9-magnitude quake struck near Tarsk.", QUAKE),
        ("An earthquake measuring 5.9 shook the coast.", QUAKE),
        ("The tremor measured 5.9, officials said.", QUAKE),
        ("It was the second quake this year, with a magnitude of 5.9.", QUAKE),
        ("A 5.4-magnitude aftershock followed.", AFTERSHOCK),
        ("Several aftershocks, the strongest with a magnitude of 5.1, were felt.", AFTERSHOCK),
        ("A second quake measuring 5.4 followed an hour later.", ANOTHER),
        ("The area was hit by a smaller 4.8 quake earlier.", ANOTHER),
        ("A foreshock of magnitude 4.5 was felt on Saturday.", ANOTHER),
    ],
)
def test_which_quake(text: str, thing: str, nlp: Language) -> None:
    """The main quake has one magnitude; aftershocks and other quakes have their own."""
    (quake,) = [q for q in quantities(nlp(text)) if q.unit == "magnitude"]
    assert quake.measured is not None
    assert quake.measured.thing == thing


def test_no_magnitude(nlp: Language) -> None:
    """Quakes that are counted, and other decimals behind a verb."""
    for text in ("Two quakes shook Tarsk.", "The bridge measured 5.9 metres.", "A quake killed 12."):
        assert not any(q.unit == "magnitude" for q in quantities(nlp(text)))
