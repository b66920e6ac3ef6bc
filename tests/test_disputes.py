"""Disputes: what the text itself sets against each other."""

from __future__ import annotations

from functools import cache, partial

import loaded
import numpy as np
import pytest
from fakes import FakeEncoder
from handmade import article, days, says

from claims.claim import Claim, Cue
from claims.deeds import Act, Deed
from claims.extraction import extract_all
from claims.reading import read_text
from factcheck.opposing.disputes import disputes
from factcheck.opposing.scene import Dispute

BUG = partial(pytest.mark.xfail, strict=True)  # BUG(reason="what goes wrong") marks a law that the code breaks today

LINK = "Torvay claimed that its troops held the hill but, according to Orlia, the soldiers had fled with rebels."


def contrast(link: str, cue: Cue | None = Cue.CLAIMS, speakers: tuple[str, str] = ("Torvay", "Orlia")) -> list[Claim]:
    """Two claims of one sentence about soldiers, with `link` between them."""
    one, two = "its troops held the hill", "the soldiers had fled with rebels"
    text = f"{one}{link}{two}"
    context = (0, len(text))
    return [
        says(one, context=context, speakers=(speakers[0],), cue=cue),
        says(two, start=len(one) + len(link), context=context, speakers=(speakers[1],), cue=Cue.STATES),
    ]


def found(claims: list[Claim], text: str = "", events: tuple[str, str] = ("e", "e")) -> tuple[Dispute, ...]:
    """The disputes among hand-made claims of documents d1 and d2."""
    documents = {key: article(key, text, event=event) for key, event in zip(("d1", "d2"), events, strict=True)}
    return disputes(claims, FakeEncoder().encode([c.standalone for c in claims]), documents)


@pytest.mark.parametrize(
    ("link", "cue", "speakers", "disputed", "why"),
    [
        (" but, according to Orlia, ", Cue.CLAIMS, ("Torvay", "Orlia"), True, "claimed ... but"),
        ("; however, Orlia said ", Cue.CLAIMS, ("Torvay", "Orlia"), True, "however"),
        (" and, according to Orlia, ", Cue.CLAIMS, ("Torvay", "Orlia"), False, "and adds, it does not oppose"),
        (" but, according to Orlia, ", Cue.STATES, ("Torvay", "Orlia"), False, "nobody's word is doubted"),
        (" but ", Cue.CLAIMS, ("Torvay", "Torvay"), False, "one speaker goes on"),
    ],
)
def test_contrast(link: str, cue: Cue, speakers: tuple[str, str], disputed: bool, why: str) -> None:
    """ "X claimed A but, according to Y, B" is a dispute between X and Y."""
    claims = contrast(link, cue, speakers)
    text = claims[0].text + link + claims[1].text
    got = found(claims, text)
    assert bool(got) == disputed
    for dispute in got:
        assert (dispute.left, dispute.right) == (0, 1)
        assert "Torvay" in dispute.reason
        assert "Orlia" in dispute.reason


def accusation(speaker: str = "Torvay", document: str = "d1", names: tuple[str, ...] = ("Orlia",)) -> Claim:
    """Somebody says that Orlia did it."""
    return says(f"{names[0]} bombed the post", document=document, speakers=(speaker,), cue=Cue.ACCUSES, names=names)


def denial(text: str = "it denied any involvement", document: str = "d1", start: int = 100) -> Claim:
    """Orlia says no."""
    return says(text, document=document, start=start, speakers=("Orlia",), cue=Cue.DENIES, negated=True)


@pytest.mark.parametrize(
    ("claims", "events", "disputed", "why"),
    [
        ([accusation(), denial()], ("e", "e"), True, "accusation and denial in one article"),
        ([accusation(), denial(start=90_000)], ("e", "e"), False, "far apart in one article"),
        ([accusation(), denial("Orlia never bombed the post", "d2")], ("e", "e"), True, "alike, in two articles"),
        ([accusation(), denial("Orlia never bombed the post", "d2")], ("e", "f"), False, "two events"),
        ([accusation(), denial("taxes would not rise", "d2")], ("e", "e"), False, "a denial of another thing"),
        ([accusation(speaker="Orlia"), denial()], ("e", "e"), False, "nobody is in dispute with himself"),
        ([accusation(names=("Belmarre",)), denial()], ("e", "e"), False, "somebody else is accused"),
        ([says("Orlia bombed the post", names=("Orlia",)), denial()], ("e", "e"), False, "the outlet's own words: no speaker"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_denial(claims: list[Claim], events: tuple[str, str], disputed: bool, why: str) -> None:
    """ "Y denies involvement" stands against those who say that Y did it."""
    assert bool(found(claims, "x" * 100_000, events)) == disputed
    assert len(found(claims[::-1], "x" * 100_000, events)) == len(found(claims, "x" * 100_000, events))


DENIED = "The army denied any involvement"


@pytest.mark.parametrize(
    ("blame", "disputed", "why"),
    [
        ("The army was behind the raid on the mill", True, "the deed that the denial answers where it stands"),
        (
            "Of grain stolen in three foreign ports this spring it says that the army was behind it",
            False,
            "blame for another deed",
        ),
        ("Fishermen were behind the raid on the mill", False, "somebody else is blamed"),
    ],
)
def test_a_denial_in_general_answers_other_articles_too(blame: str, disputed: bool, why: str) -> None:
    """ "The army denied any involvement" stands against whoever blames it elsewhere for the deed it was asked about."""
    claims = [
        deed_by("army", "The army was behind the raid on the mill", "the mayor", "d1"),
        says(DENIED, start=100, speakers=("army",), cue=Cue.DENIES, negated=True),
        deed_by("Fishermen" if blame.startswith("Fishermen") else "army", blame, "a monitor", "d2"),
    ]
    assert any(2 in (dispute.left, dispute.right) for dispute in found(claims, "x" * 1000)) is disputed


@pytest.mark.parametrize(
    ("document", "text", "disputed", "why"),
    [
        ("d2", "The army shelled the mill", True, "an outlet tells as a fact what another reports as denied"),
        ("d1", "The army shelled the mill", False, "an outlet sets its own words beside the denial"),
        ("d2", "In spring the army had shelled some far port for three weeks", False, "another deed"),
    ],
)
def test_what_an_outlet_tells_as_a_fact(document: str, text: str, disputed: bool, why: str) -> None:
    """A deed that one article tells in its own words, and its doer denies in another."""
    no = says("The army never shelled the mill", speakers=("army",), cue=Cue.DENIES, negated=True)
    deed = Deed("army", Act.HARM, "shell", "mill", True)
    assert bool(found([no, says(text, document=document, start=200, deeds=(deed,))], "x" * 1000)) is disputed


def deed_by(actor: str, text: str, speaker: str, document: str) -> Claim:
    """Somebody blames somebody for a deed."""
    blame = Deed(actor, Act.BLAME, "behind", text.split(" the ", 1)[-1] if "raid" in text else "theft", True)
    return says(text, document=document, speakers=(speaker,), cue=Cue.STATES, deeds=(blame,))


@pytest.mark.parametrize(
    ("one", "two", "disputed", "why"),
    [
        ("the plane fell after an engine failure", "we shot down the plane", True, "accident and attack"),
        ("the plane fell after an engine failure", "the plane fell after a mechanical fault", False, "two accidents"),
        ("the plane fell after an engine failure", "gunmen bombed a far market", False, "an attack on another thing"),
        ("the plane fell after an engine failure", "the plane carried bombs", False, "bombs that nobody used"),
    ],
)
def test_cause(one: str, two: str, disputed: bool, why: str) -> None:
    """An accident and an attack exclude each other as the cause of one thing."""
    claims = [says(one, speakers=("the ministry",)), says(two, document="d2", speakers=("the rebels",))]
    assert bool(found(claims)) == disputed


def test_the_cue_makes_an_accusation() -> None:
    """What somebody is accused of is an accusation, whatever its verb."""
    accused = says("Orlia fired the rockets", speakers=("Torvay",), cue=Cue.ACCUSES, names=("Orlia",))
    assert found([accused, denial()], "x" * 1000)


@pytest.mark.parametrize(
    ("text", "hedge", "disputed", "why"),
    [
        ("it rejected any responsibility", "", True, "a deed is denied"),
        ("it rejected the demand for an inquiry into responsibility", "", False, "a demand is refused"),
        ("it did not deny its responsibility", "not said", False, "nothing is denied"),
    ],
)
def test_what_a_denial_denies(text: str, hedge: str, disputed: bool, why: str) -> None:
    """Who refuses a demand, or does not deny, stands against no accusation."""
    answer = says(text, start=100, speakers=("Orlia",), cue=Cue.DENIES, hedge=hedge)
    assert bool(found([accusation(), answer], "x" * 1000)) == disputed, why


def test_a_denial_of_another_day() -> None:
    """What is denied of one day in its own words stands against no accusation of another."""
    accused = says("Orlia bombed the post on Monday", speakers=("Torvay",), cue=Cue.ACCUSES, names=("Orlia",), window=MONDAY)
    for day, disputed in ((MONDAY, True), (FRIDAY, False)):
        answer = says(
            f"Orlia never bombed the post on {day.text}", "statement", "d2", speakers=("Orlia",), cue=Cue.DENIES, window=day
        )
        assert bool(found([accused, answer])) is disputed


MONDAY, FRIDAY = days("2024-05-13", text="Monday"), days("2024-05-17", text="Friday")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("said", "predicate", "why"),
    [
        ("police attacked the crowd", "attack", "who did it is another claim of the clause, without its verb"),
        ("rebels hold the town of Karsk", "held by rebels", "no other claim of the clause than who holds it"),
    ],
)
def test_denied_by_the_verb(said: str, predicate: str, why: str) -> None:
    """What one says and another denies is compared by the clause's verb where any of its claims has it."""
    models = loaded.models()
    texts = f"The mayor said that {said}.", f"The minister denied that {said}."
    documents = [read_text(text, outlet=f"outlet {n}", event="e") for n, text in enumerate(texts)]
    claims = [claim for extraction in extract_all(documents, models.nlp) for claim in extraction.claims]
    vectors = models.encoder.encode([claim.standalone for claim in claims])
    sides = [
        (claims[d.left].predicate, claims[d.right].predicate) for d in disputes(claims, vectors, {d.id: d for d in documents})
    ]
    assert sides == [(predicate, predicate)], why


def test_no_claims_no_disputes() -> None:
    """Nothing said, nothing disputed."""
    assert disputes([], np.zeros((0, 0), dtype=np.float32), {}) == ()


@cache
def read(text: str) -> tuple[tuple[Claim, ...], tuple[Dispute, ...]]:
    """Claims and disputes of a text, with the real models."""
    document = read_text(text, outlet="x", event="e")
    models = loaded.models()
    claims = tuple(c for e in extract_all([document], models.nlp) for c in e.claims)
    vectors = models.encoder.encode([c.standalone for c in claims])
    return claims, disputes(claims, vectors, {document.id: document})


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "speakers", "why"),
    [
        pytest.param(LINK, ("Torvay", "Orlia"), "claimed but according to, one kind of people"),
        pytest.param(
            "The navy claimed that its men had been on patrol but, according to fishermen, the sailors were smuggling fuel.",
            ("navy", "fishermen"),
            "the people are called by two words",
            marks=BUG(reason="sailors and men are not known to be the same people"),
        ),
        pytest.param(
            "Villagers accused the army of shelling their school. The army denied any involvement.",
            ("Villagers", "army"),
            "an accusation and its denial",
        ),
        pytest.param(
            "Torvay blamed Orlia for the blast. Orlia rejected the accusation.", ("Torvay", "Orlia"), "blamed and rejected"
        ),
    ],
)
def test_text(text: str, speakers: tuple[str, str], why: str) -> None:
    """Both sides of a dispute are named with their words."""
    _, got = read(text)
    assert any(all(name.lower() in dispute.reason.lower() for name in speakers) for dispute in got), got


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The minister said that the road was closed. The mayor said that buses would run.", "two statements that agree"),
        ("Torvay said that its troops held the hill, and Orlia said that the soldiers had food.", "no opposition"),
        ("Orlia denied that taxes would rise. Torvay said that rockets had killed two men.", "a denial of another thing"),
    ],
)
def test_no_dispute(text: str, why: str) -> None:
    """Speakers who speak of different things, or agree, are not in dispute."""
    assert read(text)[1] == ()
