"""Causes: to what a clause lays something, and what two such claims say of each other."""

from __future__ import annotations

import pytest
from handmade import article, says
from spacy.language import Language

from claims.causes import CAUSE, Cause, causes
from claims.extraction import extract_all
from factcheck.judgement import VERDICT_OF, Code, Verdict
from factcheck.judging.causes import compare_causes


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The delay was caused by a fault.", [Cause("delay", "a fault")]),
        ("Rebels blamed the delay on the army.", [Cause("delay", "the army")]),
        ("The fire was attributed to a gas leak.", [Cause("fire", "a gas leak")]),
        ("The crash was due to an engine failure.", [Cause("crash", "an engine failure")]),
        ("Rising rates are threatening to cause a recession.", [Cause("recession", "Rising rates")]),
        ("Higher wages are driving up inflation.", [Cause("inflation", "Higher wages")]),
        ("The main driver of inflation is greed.", [Cause("inflation", "greed")]),
        ("Most of the increase in inflation is a result of shocks.", [Cause("inflation", "shocks")]),
        ("Fuel prices driven up by the war hurt drivers.", [Cause("fuel price", "the war")]),
        ("The storm led to a blackout.", [Cause("blackout", "The storm")]),
        ("The outage stemmed from a software fault.", [Cause("outage", "a software fault")]),
        ("Shocks that drove inflation are fading.", [Cause("inflation", "Shocks")]),
        ("The killing touched off the worst riots in decades.", [Cause("unrest", "The killing")]),
        ("The shooting unleashed a wave of unrest.", [Cause("unrest", "The shooting")]),
        ("Rain caused days of flooding.", [Cause("flood", "Rain")]),
        ("He set off for Karsk.", []),
        ("They can cause inflation.", []),
        ("He made the case that inflation was not caused by greed.", [Cause("inflation", "greed", denied=True)]),
        ("The bank pushed up interest rates.", []),
        ("They struck, which led to higher inflation.", []),
        ("Anna Lind contributed to this report.", []),
        ("The bus was driven by a man.", []),
        ("He caused a stir.", []),
        ("The road led to a village.", []),
    ],
)
def test_causes(text: str, wanted: list[Cause], nlp: Language) -> None:
    """Causes of indicators and of what happens, in every common frame, and no drivers of buses."""
    assert list(causes(nlp(text)[:])) == wanted


def test_a_pronoun_stands_for_what_the_sentence_before_speaks_of(nlp: Language) -> None:
    """What it names a cause of, else its only indicator; where it names two, nobody knows."""
    text = "Wages are no driver of inflation. It was driven by supply problems. Wages and inflation rose. It was caused by war."
    doc = nlp(text)
    assert [[cause.thing for cause in causes(sentence)] for sentence in doc.sents] == [["inflation"], ["inflation"], [], []]


def cause(reason: str, document: str = "d1", **slots: object):  # type: ignore[no-untyped-def]
    """A claim that lays inflation to something."""
    return says(f"inflation was caused by {reason}", f"{CAUSE}inflation", document, predicate=reason, **slots)


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        (cause("the war in Orlia"), cause("supply problems and the war", "d2"), Verdict.AGREE),
        (cause("the war in Orlia"), cause("corporate greed", "d2"), Verdict.COMPATIBLE),
        (cause("higher wages", negated=True), cause("corporate greed", "d2"), Verdict.COMPATIBLE),
        (cause("higher wages", negated=True), cause("wages", "d2"), Verdict.CONTRADICT),
        (cause("higher wages", negated=True), cause("wages", "d2", hedge="may"), Verdict.UNCLEAR),
        (cause("higher wages", negated=True), cause("higher rates", "d2"), Verdict.UNCLEAR),
        (cause("wages", negated=True, places=("Orlia",)), cause("wages", "d2", places=("Torvay",)), Verdict.UNCLEAR),
        (
            says("it was not caused by wages alone", f"{CAUSE}inflation", negated=True, predicate="wages alone"),
            cause("wages", "d2"),
            Verdict.COMPATIBLE,
        ),
        (
            says("it was not primarily caused by wages", f"{CAUSE}inflation", negated=True, predicate="wages"),
            cause("wages", "d2"),
            Verdict.COMPATIBLE,
        ),
        (cause("higher wages", negated=True), cause("greed", "d2", negated=True), None),
        (cause("greed"), says("inflation was caused by greed", document="d2"), None),
    ],
)
def test_two_causes(one, two, verdict: Verdict | None) -> None:  # type: ignore[no-untyped-def]
    """A thing may have many causes; who denies the same one contradicts. The same from both sides."""
    found, turned = compare_causes(one, two, 0.5), compare_causes(two, one, 0.5)
    assert (VERDICT_OF[found[0]] if found else None) is verdict
    assert (turned and turned[0]) == (found and found[0])


def test_the_reason_names_both_causes() -> None:
    """What a person needs to see that both can hold."""
    found = compare_causes(cause("the war"), cause("greed", "d2"), 0.5)
    assert found is not None
    assert found[0] is Code.PART_OF_WHOLE
    assert "the war / greed" in found[2]


@pytest.mark.parametrize(
    ("one", "two", "verdict", "why"),
    [
        (
            "she argues that it was not mainly caused by the war",
            "prices spiked, caused by the war",
            Verdict.COMPATIBLE,
            "not mainly",
        ),
        ("she argues that it was not due to the war alone", "prices spiked due to the war", Verdict.COMPATIBLE, "not alone"),
        ("she argues that it was not due to the war", "prices spiked due to the war", Verdict.UNCLEAR, "the same cause denied"),
        ("she argues that it was not due to the war", "prices spiked due to greed", Verdict.COMPATIBLE, "another cause"),
        ("she argues that it is not the result of the war", "he argues that it is not due to the war", None, "both deny it"),
        ("she argues that it was due to the war", "prices spiked due to the war", None, "both name it"),
        ("the court is not due to rule until May", "Lind is due to appear in court on Monday", None, "what is to come"),
    ],
)
def test_a_cause_denied_further_down(one: str, two: str, verdict: Verdict | None, why: str) -> None:
    """Claims in words do not agree where one denies, in a clause below its own verb, the cause that the other names."""
    left, right = says(one), says(two, document="d2")
    found, turned = compare_causes(left, right, 0.9), compare_causes(right, left, 0.9)
    assert (VERDICT_OF[found[0]] if found else None) is verdict
    assert (turned and turned[0]) == (found and found[0])


def test_a_denied_clause_is_left_to_what_holds_of_all() -> None:
    """Where one clause as a whole is denied and the cause is the same, the words decide; another cause is another."""
    no = says("the crash was not due to fog", negated=True)
    assert compare_causes(no, says("the crash was due to fog", document="d2"), 0.9) is None
    other = compare_causes(no, says("the crash was due to a fault", document="d2"), 0.9)
    assert other is not None
    assert other[0] is Code.PART_OF_WHOLE


def test_a_claim_on_a_denied_cause(nlp: Language) -> None:
    """What is denied below the clause's own verb is a denied claim on the cause, and a plain claim in words."""
    (extraction,) = extract_all([article("d1", "He made the case that inflation was not caused by greed.")], nlp)
    assert {claim.facet: claim.negated for claim in extraction.claims} == {f"{CAUSE}inflation": True, "other": False}
