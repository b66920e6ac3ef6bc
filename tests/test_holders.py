"""Holders: who holds a place, asserted or told by the way, and what two such claims say of each other."""

from __future__ import annotations

from datetime import date

import pytest
from handmade import days, says, slot_score
from spacy.language import Language

from claims.document import Document
from claims.extraction import extract
from claims.facets import CONTROL
from claims.holders import HELD_BY, holds
from factcheck.aligning.slot import APART
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.holders import compare_holders


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Shells hit a market in rebel-held Karsk.", [("rebel", "Karsk")]),
        ("The Orlian-occupied city of Karsk was calm.", [("Orlian", "Karsk")]),
        ("Karsk province is largely held by opposition forces.", [("opposition forces", "Karsk")]),
        ("The Vale Front controls the town of Karsk.", [("The Vale Front", "Karsk")]),
        ("Traders left Karsk, a town held by the Vale Front.", [("the Vale Front", "Karsk")]),
        ("They fled the Vale Front stronghold of Karsk.", [("Vale Front", "Karsk")]),
        ("Karsk is the de facto capital of the Vale Front.", [("the Vale Front", "Karsk")]),
        ("Shells hit the Front's de facto capital, Karsk.", [("the Front", "Karsk")]),
        ("The town is under the authority of a council.", [("a council", "")]),
        ("The village is in the hands of the rebels.", [("the rebels", "")]),
        ("The army holds most of the town of Karsk.", [("The army", "Karsk")]),
        ("Shells hit rebel-held east Karsk.", [("rebel", "east Karsk")]),
        ("A market in a rebel-held town was hit.", []),  # any town
        ("A man with a hand-held camera walked through Karsk.", []),
        ("The state-run broadcaster showed the flood in Karsk.", []),
        ("The union holds Orlia responsible.", []),
        ("Police held Dana Lind in Karsk.", []),
        ("The fair will be held in the town by the guild.", []),
        ("Firefighters controlled the blaze in the town.", []),
        ("The army no longer controls Karsk.", []),
        ("Karsk is no longer under army control.", []),
        ("They fled the former Vale Front stronghold of Karsk.", []),
        ("Traders left Karsk, a town formerly held by the Vale Front.", []),
        ("Shells hit the then rebel-held Karsk.", []),
        ("Shells then hit rebel-held Karsk.", [("rebel", "Karsk")]),
    ],
)
def test_holds(text: str, wanted: list[tuple[str, str]], nlp: Language) -> None:
    """Whoever holds a place, with its name where it has one; nothing else that is held, run or controlled."""
    assert [(held.holder, held.place) for held in holds(nlp(text)[:])] == wanted


def test_what_is_told_by_the_way_is_a_claim_of_its_own(nlp: Language) -> None:
    """A clause that doubts who fired takes for granted who holds the town, on any day."""
    text = "It was not clear on Monday who had fired at rebel-held Karsk."
    (claim,) = (c for c in extract(Document("d", text), nlp).claims if c.facet == CONTROL)
    assert (claim.text, claim.predicate, claim.places) == ("rebel-held Karsk", f"{HELD_BY}rebel", ("Karsk",))
    assert not claim.negated
    assert not claim.hedged
    assert claim.window is None


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Rebels took control of the town of Karsk.", True),
        ("The company holds a stake in the town of Karsk.", False),
        ("The fire in the town of Karsk is under control.", False),
    ],
)
def test_control(text: str, there: bool, nlp: Language) -> None:
    """Places are taken and held; stakes and fires are no matter of who holds a place."""
    assert any(c.facet == CONTROL for c in extract(Document("d", text), nlp).claims) is there


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        (("rebel-held Karsk", "rebel"), ("Karsk is held by opposition forces", "opposition forces"), Verdict.AGREE),
        (("Front-held Karsk", "Front"), ("Karsk is run by the Front and its allies", "the Front and its allies"), Verdict.AGREE),
        (("rebel-held Karsk", "rebel"), ("the army controls Karsk", "the army"), Verdict.CONTRADICT),
        (("rebel-held Karsk", "rebel"), ("the army controls most of Karsk", "the army"), Verdict.COMPATIBLE),
        (("rebel-held east Karsk", "rebel"), ("government-controlled west Karsk", "government"), Verdict.COMPATIBLE),
        (("the once rebel-held Karsk", "rebel"), ("the army controls Karsk", "the army"), Verdict.COMPATIBLE),
        (("rebel-held Karsk", "rebel"), ("Karsk is held by the Free Army", "the Free Army"), Verdict.COMPATIBLE),
        (("Front-held Karsk", "Front"), ("Guild-held Karsk", "Guild"), Verdict.COMPATIBLE),
    ],
)
def test_two_holders(one: tuple[str, str], two: tuple[str, str], verdict: Verdict) -> None:
    """One holder agrees; two contradict each other only as rebels and the state, in the whole of one place."""
    left, right = (
        says(text, CONTROL, document, places=("Karsk",), predicate=f"{HELD_BY}{holder}")
        for document, (text, holder) in (("d1", one), ("d2", two))
    )
    for found in (compare_holders(left, right, 0.2), compare_holders(right, left, 0.2)):
        assert found is not None
        assert VERDICT_OF[found[0]] is verdict


@pytest.mark.parametrize("before", ["formerly", "once", "the previously"])
def test_who_held_a_place_before(before: str, nlp: Language) -> None:
    """What was in rebels' hands once is not theirs when the army controls it: no claim that could contradict that it does."""
    told = extract(Document("d", f"Aid reached {before} rebel-held Karsk."), nlp).claims
    assert not any(claim.predicate.startswith(HELD_BY) for claim in told)


def test_holders_of_two_times() -> None:
    """A place may change hands between two times, and between two articles that are days apart."""
    rebels = says("in 2016 rebels held Karsk", CONTROL, places=("Karsk",), predicate=f"{HELD_BY}rebels")
    army = says("the army held Karsk in 2018", CONTROL, "d2", places=("Karsk",), predicate=f"{HELD_BY}the army")
    windows = days("2016-01-01", "2016-12-31", "in 2016"), days("2018-01-01", "2018-12-31", "in 2018")
    then, later = (
        says(c.text, CONTROL, c.document, places=c.places, predicate=c.predicate, window=w)
        for c, w in zip((rebels, army), windows, strict=True)
    )
    found = compare_holders(then, later, 0.2)
    assert found is not None
    assert VERDICT_OF[found[0]] is Verdict.COMPATIBLE
    told = (
        says("rebel-held Karsk", CONTROL, "d1", places=("Karsk",), predicate=f"{HELD_BY}rebel", published=date(2020, 5, 1)),
        says("army-held Karsk", CONTROL, "d2", places=("Karsk",), predicate=f"{HELD_BY}army", published=date(2020, 6, 1)),
    )
    found = compare_holders(*told, 0.2)
    assert found is not None
    assert VERDICT_OF[found[0]] is Verdict.COMPATIBLE


def test_a_place_without_a_name() -> None:
    """ "The army-held city" may be Karsk city, but any town is not Karsk."""
    karsk = says("Karsk city is held by the army", CONTROL, places=("Karsk",), predicate=f"{HELD_BY}the army")
    for text, verdict in (("army-held city", Verdict.AGREE), ("army-held enclave", Verdict.UNCLEAR)):
        found = compare_holders(karsk, says(text, CONTROL, "d2", predicate=f"{HELD_BY}army"), 0.6)
        assert found is not None
        assert VERDICT_OF[found[0]] is verdict


def test_each_place_is_a_matter_of_its_own() -> None:
    """Who holds one town says nothing of who holds the next, however alike the words."""
    karsk, holt = (
        says(f"rebel-held {place}", CONTROL, document, places=(place,), predicate=f"{HELD_BY}rebel")
        for document, place in (("d1", "Karsk"), ("d2", "Holt"))
    )
    assert slot_score(karsk, holt, 0.9) == APART
    assert slot_score(karsk, karsk, 0.3) > 0.3
