"""Sides: two who see one topic the other way round, disagreement with what was said before, two who claim one deed."""

from __future__ import annotations

import loaded
import pytest
from fakes import FakeEncoder
from handmade import article, says
from rows import Row, golden, params

from claims.claim import Cue
from claims.extraction import extract_all
from claims.reading import read_text
from claims.speech.stance import Sort, Stance
from factcheck.opposing.disputes import disputes

ROWS = golden("disputes")


@pytest.mark.slow
@pytest.mark.parametrize("row", params(ROWS))
def test_two_articles(row: Row) -> None:
    """Whether two short articles on one event are in dispute, with the real models; whichever stands first."""
    models = loaded.models()
    for texts in ((row["left"], row["right"]), (row["right"], row["left"])):
        documents = [read_text(text, outlet=f"outlet {n}", event="e") for n, text in enumerate(texts) if text]
        claims = [claim for extraction in extract_all(documents, models.nlp) for claim in extraction.claims]
        vectors = models.encoder.encode([claim.standalone for claim in claims])
        assert bool(disputes(claims, vectors, {d.id: d for d in documents})) is row["disputed"]


STRIKE = "a strike at the port is coming"
NONE = "a strike at the port is not coming"


@pytest.mark.parametrize(
    ("mine", "theirs", "speakers", "hedge", "disputed", "why"),
    [
        (Stance("strike", Sort.AHEAD, True), Stance("strike", Sort.AHEAD, False), ("Lind", "Moe"), "", True, "for and against"),
        (Stance("strike", Sort.AHEAD, True), Stance("strike", Sort.AHEAD, True), ("Lind", "Moe"), "", False, "of one mind"),
        (
            Stance("strike", Sort.AHEAD, True),
            Stance("strike", Sort.IS, False),
            ("Lind", "Moe"),
            "",
            False,
            "now is not next year",
        ),
        (Stance("strike", Sort.AHEAD, True), Stance("strike", Sort.AHEAD, False), ("Lind", "Lind"), "", False, "one voice"),
        (Stance("strike", Sort.AHEAD, True), Stance("strike", Sort.AHEAD, False), ("Lind", ""), "", False, "nobody says it"),
        (Stance("strike", Sort.AHEAD, True), Stance("strike", Sort.AHEAD, False), ("Lind", "Moe"), "may", False, "it may be"),
        (
            Stance("strike", Sort.IS, True, "walkout"),
            Stance("strike", Sort.IS, False, "march"),
            ("Lind", "Moe"),
            "",
            False,
            "others",
        ),
        (
            Stance("strike", Sort.IS, True, "Chile"),
            Stance("strike", Sort.IS, False, "Peru"),
            ("Lind", "Moe"),
            "",
            False,
            "countries",
        ),
        (
            Stance("rise", Sort.DOES, True, "rent"),
            Stance("fall", Sort.DOES, True, "rent"),
            ("Lind", "Moe"),
            "",
            True,
            "opposites",
        ),
        (
            Stance("rise", Sort.DOES, True, "rent"),
            Stance("fall", Sort.DOES, True, "tax"),
            ("Lind", "Moe"),
            "",
            False,
            "of others",
        ),
    ],
)
def test_stances(mine: Stance, theirs: Stance, speakers: tuple[str, str], hedge: str, disputed: bool, why: str) -> None:
    """Two named speakers, one topic, opposite sides, both firm."""
    claims = [
        says(STRIKE, speakers=tuple(filter(None, speakers[:1])), stances=(mine,), hedge=hedge),
        says(NONE, document="d2", speakers=tuple(filter(None, speakers[1:])), stances=(theirs,)),
    ]
    documents = {key: article(key, event="e") for key in ("d1", "d2")}
    got = disputes(claims, FakeEncoder().encode([claim.standalone for claim in claims]), documents)
    assert bool(got) is disputed, why
    assert all(dispute.alone for dispute in got)


def test_a_disagreement_is_with_the_last_speaker_only() -> None:
    """ "Critics disagree" stands against the sentence before, not against the whole article."""
    claims = [
        says("the road is closed", start=0, speakers=("Lind",), cue=Cue.STATES),
        says("the bridge is closed", start=200, speakers=("Moe",), cue=Cue.STATES),
        says("critics disagree", start=400, speakers=("critics",), cue=Cue.DENIES),
        says("nobody listens to it", start=5000, speakers=("critics",), cue=Cue.DENIES),
    ]
    got = disputes(claims, FakeEncoder().encode([claim.standalone for claim in claims]), {"d1": article("d1", event="e")})
    assert [(dispute.left, dispute.right) for dispute in got] == [(1, 2)]


@pytest.mark.parametrize(
    ("text", "disputed", "why"),
    [
        ("critics dismissed the report", True, "what was said"),
        ("the claim was rejected by critics", True, "in the passive"),
        ("critics rejected to pay", False, "nothing that was said"),
    ],
)
def test_what_is_rejected_was_said(text: str, disputed: bool, why: str) -> None:
    """ "Rejected" and "dismissed" answer the sentence before only where they are about something said."""
    claims = [
        says("the road is closed", start=0, speakers=("Lind",), cue=Cue.STATES),
        says(text, start=200, speakers=("critics",), cue=Cue.DENIES),
    ]
    got = disputes(claims, FakeEncoder().encode([claim.standalone for claim in claims]), {"d1": article("d1", event="e")})
    assert bool(got) is disputed, why


def test_a_shortened_name_is_one_holder() -> None:
    """ "The Council" of an article is its "Orlian Council": it is not in dispute with itself."""
    for speaker, disputed in (("Council", False), ("mayor", True)):
        claims = [
            says("the road is closed", start=0, speakers=("Orlian Council",), cue=Cue.STATES),
            says("it dismissed the report", start=200, speakers=(speaker,), cue=Cue.DENIES),
        ]
        got = disputes(claims, FakeEncoder().encode([claim.standalone for claim in claims]), {"d1": article("d1", event="e")})
        assert bool(got) is disputed
