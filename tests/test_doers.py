"""Doers: which clauses say who did something, and what two of them say of each other."""

from __future__ import annotations

import pytest
from handmade import says
from spacy.language import Language

from claims.claim import Claim
from claims.deeds import Act, Deed, deeds
from claims.document import Document
from claims.doers import DONE_BY, PERPETRATOR, leaves_open
from claims.extraction import extract
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.doers import compare_doers, compare_open, doers


@pytest.mark.parametrize(
    ("text", "told", "why"),
    [
        ("Orlian jets killed twelve people on Monday.", True, "beside a toll"),
        ("The mayor said that the army was to blame.", True, "blame"),
        ("An attack by rebels hit the market.", True, "a deed as a noun"),
        ("The navy denied that it shelled the port.", False, "a denial"),
        ("They attacked the port.", False, "nobody in particular"),
        ("A storm flooded the port.", False, "nobody"),
        ("The team beat its rivals.", False, "no deed"),
    ],
)
def test_who_did_it_is_a_facet(text: str, told: bool, why: str, nlp: Language) -> None:
    """A clause that names a doer makes a claim on it, whatever else it tells."""
    claims = extract(Document("d1", text), nlp).claims
    assert any(claim.facet == "perpetrator" for claim in claims) is told, why


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Raids by Orlian jets on the market killed ten traders.", "Orlian jets"),
        ("The mayor spoke of the raids, which were carried out by Orlian jets.", "Orlian jets"),
        ("The crime was committed by jets from the Orlian fleet.", "jets of Orlian fleet"),
        ("Hooded youths threw petrol bombs at the shop.", "Hooded youths"),
        ("Rioters set fire to a bank in Karsk.", "Rioters"),
        ("Rioters set the bank on fire.", "Rioters"),
        ("Hackers attacked the bank on Monday.", "Hackers"),
        ("Critics blamed the army for the raid.", "army"),
        ("The mayor said that the army was to blame.", "army"),
        ("It was not clear who had carried out the bombing of the market.", ""),
        ("Nine people were killed in a raid by unidentified gunmen.", "unidentified gunmen"),
    ],
)
def test_who_did_it(text: str, who: str, nlp: Language) -> None:
    """The doer of a deed of violence; empty where the clause leaves him open and names nobody."""
    told = [c.predicate for c in extract(Document("d", text), nlp).claims if c.facet == PERPETRATOR]
    assert told == [f"{DONE_BY}{who}"]


@pytest.mark.parametrize(
    "text", ["Three killed and 30 wounded as rockets hit Karsk", "The blast left three killed and 30 wounded."]
)
def test_a_bare_number_of_harmed_did_nothing(text: str, nlp: Language) -> None:
    """ "30 wounded" are those who came to harm; "two wounded a guard" did it."""
    assert not [c.predicate for c in extract(Document("d", text), nlp).claims if c.predicate.startswith(DONE_BY)]
    (deed,) = deeds(nlp("Two wounded a guard.")[:])
    assert (deed.actor, deed.target) == ("Two", "guard")


@pytest.mark.parametrize(
    "text",
    [
        "Critics attacked the film for its length.",
        "The mayor condemned the attack in Karsk.",
        "Prices hit a record in May.",
        "Lind shot a 68 to win the open.",
        "The court struck down the law.",
        "A strike by nurses closed the hospital.",
        "The storm killed three people in Karsk.",
        "It is not clear who will lead the party.",
        "The company charged customers with a new fee.",
        "The committee is charged with oversight.",
        "Critics blame the bank for inflation.",
        "Police attacked the plan.",
        "The coalition attacked the budget.",
        "The youth team hit rivals Karsk 3-0.",
        "German players attacked well.",
        "Critics shot the film down.",
    ],
)
def test_nobody_did_harm(text: str, nlp: Language) -> None:
    """What is said in a figure, done by weather or by a strike at work has no doer."""
    assert not any(c.facet == PERPETRATOR for c in extract(Document("d", text), nlp).claims)


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("It is unclear who killed the mayor.", True),
        ("It was not immediately clear by whom the mayor was killed.", True),
        ("It was not known on Monday whether rebels or the army shelled the market.", True),
        ("Who was behind the raid is still not clear.", True),
        ("Unidentified masked men killed the mayor.", True),
        ("An unknown number of rebels killed the mayor.", False),
        ("The army killed the mayor, for unknown reasons.", False),
        ("The army killed the mayor, but it is not clear why.", False),
        ("Police fired at an unidentified vehicle.", False),
    ],
)
def test_leaves_open(text: str, open_: bool) -> None:
    """Open is who did it, not why or how many did."""
    assert leaves_open(text) is open_


def did(doer: str, document: str = "d1", text: str = "", act: Act = Act.HARM, **slots: object) -> Claim:
    """A claim that `doer` attacked the mill."""
    words = text or f"{doer} attacked the mill"
    return says(words, "perpetrator", document, deeds=(Deed(doer, act, "attack", "the mill", True),), **slots)


@pytest.mark.parametrize(
    ("actor", "wanted"),
    [
        ("Turkish warplanes", {"Turkey"}),
        ("Ankara", {"Turkey"}),
        ("government jets", {"the state"}),
        ("the army", {"the state"}),
        ("a policeman", {"police"}),
        ("two rebels", {"fighter"}),
        ("Islamic State group fighters", {"Islamic State"}),
        ("ISIL", {"Islamic State"}),
        ("the Free Turkish Army", {"free turkish army"}),
        ("they", set()),
        ("jets", set()),
    ],
)
def test_doers(actor: str, wanted: set[str]) -> None:
    """Countries and states by one name; with what somebody acts says nothing of who it is."""
    assert doers(did(actor)) - {"two"} == wanted


@pytest.mark.parametrize(
    ("one", "two", "verdict", "why"),
    [
        (did("Turkish jets"), did("Turkey", "d2"), Verdict.AGREE, "both name Turk"),
        (did("the army"), did("regime warplanes", "d2", act=Act.BLAME), Verdict.AGREE, "both name "),
        (did("Turkish jets"), did("Greek jets", "d2"), Verdict.COMPATIBLE, "one doer under two names, or two deeds"),
        (did("Turkish and Greek jets"), did("Greek jets", "d2"), Verdict.COMPATIBLE, "one names others beside"),
        (did("rebels"), did("Turkish rebels", "d2"), Verdict.AGREE, "both name rebels"),
        (did("police"), did("local police", "d2"), Verdict.AGREE, "both name police"),
        (did("a woman"), did("an angry woman", "d2"), Verdict.AGREE, "both name a woman"),
        (did("the army"), did("the Turkish army", "d2"), Verdict.AGREE, "both name the army"),
        (did("Turkish rebels"), did("the Turkish army", "d2"), Verdict.COMPATIBLE, "one doer under two names, or two deeds"),
        (did("Turkish rebels"), did("Turkey", "d2"), Verdict.COMPATIBLE, "one doer under two names, or two deeds"),
        (did("Turkish protesters"), did("Turkish police", "d2"), Verdict.COMPATIBLE, "one doer under two names, or two deeds"),
        (did("local police"), did("local gang", "d2"), Verdict.COMPATIBLE, "one doer under two names, or two deeds"),
        (did("masked men"), did("armed men", "d2"), Verdict.COMPATIBLE, "one doer under two names, or two deeds"),
        (did("two men"), did("three men", "d2"), Verdict.COMPATIBLE, "one doer under two names, or two deeds"),
        (did("men"), did("masked men", "d2"), Verdict.COMPATIBLE, "one doer under two names, or two deeds"),
        (did("the army"), did("the army and rebels", "d2"), Verdict.COMPATIBLE, "one names others beside"),
        (did("unidentified Greek jets"), did("Greek jets", "d2"), Verdict.COMPATIBLE, "one leaves open who did it"),
        (
            did("Turkish or Greek jets", hedge="whether", text="whether Turkish or Greek jets did it"),
            did("Turkish or Greek jets", "d2", text="Turkish or Greek jets did it", hedge="either"),
            Verdict.AGREE,
            "both leave open who did it",
        ),
    ],
)
def test_two_doers(one: Claim, two: Claim, verdict: Verdict, why: str) -> None:
    """One party agrees, another or a question can both be true; whichever claim stands first."""
    for left, right in ((one, two), (two, one)):
        found = compare_doers(left, right, 0.5)
        assert found is not None
        assert VERDICT_OF[found[0]] is verdict
        assert found[2].startswith(why)


def test_nobody_named() -> None:
    """Where one side names nobody nothing is said."""
    assert compare_doers(did("they"), did("Turkey", "d2"), 0.9) is None


def test_left_open() -> None:
    """Who leaves it open agrees with another who does, whoever of them says so by a "not"."""
    unclear = says("it is not clear who raided the town", PERPETRATOR, predicate=DONE_BY, negated=True)
    either = did("either Orlian or Torvayan jets", "d2", "either Orlian or Torvayan jets raided the town")
    for one, two in ((unclear, either), (either, unclear)):
        found = compare_open(one, two, 0.6)
        assert found is not None
        assert VERDICT_OF[found[0]] is Verdict.AGREE
    assert compare_open(unclear, did("Orlian jets", "d2"), 0.6) is None
    assert compare_open(unclear, either, 0.1) is None  # perhaps of another deed
