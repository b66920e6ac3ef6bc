"""Cases: at what stage of the law somebody stands, and what two such claims say of each other."""

from __future__ import annotations

from datetime import date

import pytest
from handmade import says, slot_score
from spacy.language import Language

from claims.cases import ACQUITTED, ARRESTED, CASE, CHARGED, CONVICTED, GUILTY, NOT_GUILTY, SENTENCED, TRIED, Case, case
from claims.document import Document
from claims.extraction import extract
from factcheck.aligning.slot import APART
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.cases import compare_cases


@pytest.mark.parametrize(
    ("text", "stages", "who"),
    [
        ("Dana Lind was charged with fraud on Monday.", {CHARGED}, "Dana Lind"),
        ("A court in Karsk convicted the clerk of theft.", {CONVICTED}, "clerk"),
        ("Murder charges were filed against the butler.", {CHARGED}, "butler"),
        ("Butler Charged With Murder", {CHARGED}, "Butler"),
        ("A judge found the former butler guilty of murder.", {CONVICTED}, "butler"),
        ("Lind was found not guilty of fraud.", {ACQUITTED}, "Lind"),
        ("Lind pleaded not guilty to fraud.", {NOT_GUILTY}, "Lind"),
        ("The trial of the butler starts on Monday.", {TRIED}, "butler"),
        ("The butler will face trial for murder.", {TRIED}, "butler"),
        ("Lind was arrested and charged with fraud.", {ARRESTED, CHARGED}, "Lind"),
        ("She was taken into custody after the robbery.", {ARRESTED}, ""),
        ("The cook was charged with killing a guest.", {CHARGED}, "cook"),
        ("Lind was cleared of all charges.", {ACQUITTED}, "Lind"),
        ("Police charged Lind with sedition.", {CHARGED}, "Lind"),
        ("Charges were filed against Dana Lind.", {CHARGED}, "Dana Lind"),
        ("The banker was sentenced to nine years for fraud.", {SENTENCED}, "banker"),
    ],
)
def test_case(text: str, stages: set[str], who: str, nlp: Language) -> None:
    """Each stage in its usual words, and who stands in it."""
    assert case(nlp(text)[:]) == Case(frozenset(stages), who)


@pytest.mark.parametrize(
    "text",
    [
        "Lind has not been charged with fraud.",
        "Prosecutors may charge Lind with fraud.",
        "Officers hoped to arrest him after the robbery.",
        "The bank charged guests with late bills a fee.",
        "The battery was charged with power from the roof.",
        "The vaccine trial of the firm begins in May.",
        "Crews cleared the road of snow.",
        "Police arrested nine men in Karsk.",  # how many, not who
        "No charges were filed against Dana Lind.",
        "Nobody was convicted of the murder.",
        "No one was arrested and charged with the murder.",
        "Neither Lind nor Holt was charged with fraud.",
        "Lind was not arrested or charged with fraud.",
        "Dana Lind faces no charges.",
        "Charges against Lind were dropped.",
        "Prosecutors dropped charges against Lind.",
        "A judge dismissed murder charges against Lind.",
        "Police charged the crowd with batons.",
        "Officers charged the mob with loud shouts.",
        "The minister was charged with reforming the health service.",
        "The committee is charged with oversight.",
        "The referee cleared Lind of a foul.",
        "Lind was almost convicted of fraud.",
    ],
)
def test_no_case(text: str, nlp: Language) -> None:
    """What is denied, planned or no matter of the law is no stage."""
    assert case(nlp(text)[:]) is None


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("Lind was found not guilty of fraud.", True),
        ("Lind pleaded not guilty to fraud on Monday.", True),
        ("Prosecutors charged Lind with fraud.", True),
        ("The ministry denied that Lind was arrested.", False),
        ("It is not true that Lind was charged with fraud.", False),
    ],
)
def test_a_denied_clause_has_no_case(text: str, there: bool, nlp: Language) -> None:
    """Also what is denied from outside is no stage; a "not" that belongs to the stage denies nothing."""
    assert any(c.facet == CASE for c in extract(Document("d", text), nlp).claims) is there


def told(text: str, stage: str, who: str = "Dana Lind", document: str = "d1", **slots: object):  # type: ignore[no-untyped-def]
    """A claim on a case."""
    return says(text, CASE, document, predicate=Case(frozenset({stage}), who).predicate, **slots)


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        (("lind convicted of fraud", CONVICTED), ("court finds lind guilty of fraud", CONVICTED), Verdict.AGREE),
        (("lind charged with fraud", CHARGED), ("lind convicted of fraud", CONVICTED), Verdict.COMPATIBLE),
        (("lind convicted of fraud", CONVICTED), ("lind acquitted of fraud", ACQUITTED), Verdict.CONTRADICT),
        (("lind convicted of theft", CONVICTED), ("lind acquitted of fraud", ACQUITTED), Verdict.COMPATIBLE),
        (("lind pleads guilty to fraud", GUILTY), ("lind denies fraud", NOT_GUILTY), Verdict.CONTRADICT),
        (("lind convicted in karsk", CONVICTED), ("lind acquitted in karsk", ACQUITTED), Verdict.CONTRADICT),
        (("lind pleads guilty to fraud", GUILTY), ("lind acquitted of fraud", ACQUITTED), Verdict.COMPATIBLE),
    ],
)
def test_two_stages(one: tuple[str, str], two: tuple[str, str], verdict: Verdict) -> None:
    """One stage agrees, a later one is compatible, and nobody is convicted and acquitted of one crime."""
    left, right = told(*one), told(*two, document="d2")
    for found in (compare_cases(left, right, 0.2), compare_cases(right, left, 0.2)):
        assert found is not None
        assert VERDICT_OF[found[0]] is verdict


def test_a_common_stage_hides_no_exclusion() -> None:
    """Who is charged in both may yet be convicted or acquitted; who was both, of two counts, agrees with either."""

    def stood(document: str, *stages: str):  # type: ignore[no-untyped-def]
        return says("lind tried for fraud", CASE, document, predicate=Case(frozenset(stages), "Dana Lind").predicate)

    for others, verdict in (((CHARGED, ACQUITTED), Verdict.CONTRADICT), ((CONVICTED, ACQUITTED), Verdict.AGREE)):
        found = compare_cases(stood("d1", CHARGED, CONVICTED), stood("d2", *others), 0.2)
        assert found is not None
        assert VERDICT_OF[found[0]] is verdict


def test_an_appeal_contradicts_no_conviction() -> None:
    """Weeks later another court may decide otherwise."""
    then = told("lind convicted of fraud", CONVICTED, published=date(2020, 5, 1))
    later = told("lind acquitted of fraud", ACQUITTED, document="d2", published=date(2020, 6, 1))
    found = compare_cases(then, later, 0.2)
    assert found is not None
    assert VERDICT_OF[found[0]] is Verdict.COMPATIBLE


def test_nothing_in_common_is_unclear() -> None:
    """Two nouns that name no crime may be two people's cases."""
    found = compare_cases(told("clerk charged", CHARGED, "clerk"), told("cook charged", CHARGED, "cook", "d2"), 0.2)
    assert found is not None
    assert VERDICT_OF[found[0]] is Verdict.UNCLEAR


def test_each_has_a_case_of_his_own() -> None:
    """Two people who are named stand in two cases, however alike the words; a name and a noun may be one."""
    lind = told("Lind charged with fraud", CHARGED, "Lind")
    holt = told("Holt charged with fraud", CHARGED, "Holt", "d2")
    clerk = told("clerk charged with fraud", CHARGED, "clerk", "d2")
    assert slot_score(lind, holt, 0.9) == APART
    assert slot_score(lind, clerk, 0.3) > 0.3
