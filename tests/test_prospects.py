"""Prospects and states: whether a feared thing is there or is to come, and what two such claims say of each other."""

from __future__ import annotations

import pytest
from handmade import says
from spacy.language import Language

from claims.claim import Claim
from claims.prospects import AVERTED, COMES, PROSPECT, STATE, prospects
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.prospects import compare_prospects

AHEAD, NOW = f"{PROSPECT}recession", f"{STATE}recession"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The country would see a short recession by winter.", [(AHEAD, COMES)]),
        ("The risk of a downturn is real.", [(AHEAD, COMES)]),
        ("The bank might keep a recession at bay.", [(AHEAD, AVERTED)]),
        ("I do not think Torvay is currently in a recession.", [(NOW, "be")]),
        ("That is a recession.", [(NOW, "be")]),
        ("There is a recession around the corner.", [(AHEAD, COMES)]),
        ("It strengthens the case against a looming recession.", [(AHEAD, AVERTED)]),
        ("Rate rises caused the recession of 1981.", []),
        ("The recession will end in spring.", []),
        ("Aid workers warn that famine is likely.", [(f"{PROSPECT}famine", COMES)]),
        ("The recession committee met.", []),
        ("Twice as many jobless by May? That is a recession.", []),
        ("With prices high and fears of a recession, savers avoid risky shares.", [(AHEAD, COMES)]),
        ("The threat of a recession prevents investment.", [(AHEAD, COMES)]),
        ("A downturn was avoided.", []),
        ("Shares may fall in a severe recession.", []),
        ("They expect no repeat of the downturn's depth.", []),
        ("This may look like the 2009 recession.", []),
        ("Torvay is on the edge of a recession.", [(AHEAD, COMES)]),
        ("Those are signs of a recession.", [(AHEAD, COMES)]),
        ("The economy may see a soft landing.", [(AHEAD, AVERTED)]),
        ("A soft landing of the economy is unlikely.", [(AHEAD, COMES)]),
        ("The economy is heading for a hard landing.", [(AHEAD, COMES)]),
        ("The probe made a soft landing on the moon.", []),
        ("The pilot managed a soft landing.", []),
        ("The plane made a hard landing and economy passengers were shaken.", []),
        ("The jet made a hard landing as the economy slowed.", []),
        ("The odds of a downturn this winter are 40%.", [(AHEAD, COMES)]),
        ("A poll put the chances of recession within a year at one in three.", [(AHEAD, COMES)]),
        ("The odds are even that the economy falls into recession.", [(AHEAD, COMES)]),
        ("The poll put the blame for the recession on the bank.", []),
        ("It was an odd recession.", []),
        ("The odds of a recession were even in 2008.", []),
        ("Rate rises have led to a recession.", [(NOW, "be")]),
        ("We have entered a downturn.", [(NOW, "be")]),
        ("The country has met the definition of a recession.", [(NOW, "be")]),
    ],
)
def test_prospects(text: str, wanted: list[tuple[str, str]], nlp: Language) -> None:
    """What is there, what may come, and what is only mentioned, past or on its way out."""
    assert [(found.facet, found.predicate) for found in prospects(nlp(text)[:])] == wanted


def ahead(text: str, document: str = "d1", way: str = COMES, **slots: object) -> Claim:
    """A claim on the prospect of a recession."""
    return says(text, AHEAD, document, predicate=way, **slots)


def now(text: str, document: str = "d1", **slots: object) -> Claim:
    """A claim on whether there is a recession."""
    return says(text, NOW, document, predicate="be", **slots)


@pytest.mark.parametrize(
    ("one", "two", "verdict", "why"),
    [
        (ahead("a recession looms"), ahead("the risk of recession", "d2"), Verdict.AGREE, "both see it coming"),
        (ahead("it will avoid recession", way=AVERTED), ahead("no recession", "d2", negated=True), Verdict.AGREE, "both do not"),
        (ahead("a recession may come", hedge="may"), ahead("avoid it", "d2", AVERTED), Verdict.COMPATIBLE, "what may come"),
        (ahead("a recession will come"), ahead("will be averted", "d2", AVERTED), Verdict.CONTRADICT, "two certainties"),
        (
            ahead("we will need recession", negated=True),
            ahead("it will come", "d2"),
            Verdict.COMPATIBLE,
            "no need, no certainty",
        ),
        (
            ahead("not the only bank that sees a recession coming", negated=True),
            ahead("the risk of recession", "d2"),
            Verdict.AGREE,
            "others see it too",
        ),
        (now("it is a recession", hedge="either"), now("none", "d2", negated=True), Verdict.UNCLEAR, "or something else"),
        (ahead("44 percent risk"), ahead("50% risk", "d2"), Verdict.COMPATIBLE, "each reckons for itself"),
        (ahead("44 percent risk"), ahead("a risk of 44.0%", "d2"), Verdict.AGREE, "both reckon the same"),
        (ahead("inflation at 9% brings one"), ahead("rates of 5% bring one", "d2"), Verdict.AGREE, "other shares tell no odds"),
        (ahead("44 percent risk"), ahead("a recession looms", "d2"), Verdict.AGREE, "only one says how likely"),
        (now("it is a recession"), now("it is no recession", "d2", negated=True), Verdict.CONTRADICT, "there and not there"),
        (now("it is a recession", hedge="if"), now("it is one", "d2"), Verdict.UNCLEAR, "supposed"),
        (now("it is a recession", hedge="seems"), now("none", "d2", negated=True), Verdict.UNCLEAR, "not both firmly"),
        (now("it is one", places=("Torvay",)), now("it is", "d2", places=("Orlia",)), Verdict.UNCLEAR, "two countries"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_two_prospects(one: Claim, two: Claim, verdict: Verdict, why: str) -> None:
    """The same from both sides."""
    for left, right in ((one, two), (two, one)):
        found = compare_prospects(left, right, 0.3)
        assert found is not None
        assert VERDICT_OF[found[0]] is verdict, why
        assert 0 <= found[1] <= 1


def test_other_facets_are_left_to_other_rules() -> None:
    """A state and a prospect are two matters."""
    assert compare_prospects(now("it is a recession"), ahead("a recession looms", "d2"), 0.9) is None
    assert compare_prospects(says("a recession"), says("a recession", document="d2"), 0.9) is None
