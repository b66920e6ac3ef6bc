"""The bundled example: what examples/README.md promises holds of the report."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import anchors
import loaded
import pytest
from anchors import claim, claims, dispute, fact, judgement
from loaded import EXAMPLES

from claims.reading import read
from factcheck.comparison import compare
from factcheck.exports import to_csv, to_json
from factcheck.judgement import Finding, Verdict
from factcheck.report import Report

pytestmark = pytest.mark.slow

AGREE, CONTRADICT, COMPATIBLE, UNCLEAR = Verdict.AGREE, Verdict.CONTRADICT, Verdict.COMPATIBLE, Verdict.UNCLEAR


def miss(reason: str) -> list[pytest.MarkDecorator]:
    """A promise that is not kept yet."""
    return [pytest.mark.xfail(strict=True, reason=reason)]


@pytest.fixture(scope="module")
def report() -> Report:
    """The report on the example."""
    return anchors.compared(EXAMPLES)


def test_everything_is_read_as_one_event(report: Report) -> None:
    """All articles are read and tell of one event."""
    assert report.failed == ()
    assert len(report.documents) == len(list(EXAMPLES.glob("*.txt")))
    assert len({document.event for document in report.documents}) == 1


DEAD = ("Meridian", "thirty-three torvayan soldiers", "killed")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Meridian", "Rocket attack kills 33"),
        ("Sedrin Courier", "Thirty-three Torvayan soldiers"),
        ("Orlian Voice", "Several Torvayan servicemen"),
        ("The Continental", "killed up to 33 soldiers"),
        ("The Continental", "36 Torvayan soldiers"),
        ("The Continental", "Fifty-seven have been killed"),
        ("World Desk", "killed 33 Torvayan soldiers"),
        pytest.param("Halmoor Herald", "Over 30 of his comrades", marks=miss("comrades are not known to be soldiers")),
        pytest.param("Northern Star", "rose to 34", marks=miss("a toll without a noun goes to the dead of the other army")),
    ],
)
def test_counts_of_the_torvayan_dead_are_one_fact(report: Report, source: str, words: str) -> None:
    """Every count of the dead of the post stands in one fact."""
    assert fact(report, source, words, "killed") == fact(report, *DEAD)


@pytest.mark.parametrize(
    ("source", "words", "why"),
    [
        ("Halmoor Herald", "up to 300 Orlian soldiers", "the dead of the other army"),
        ("Orlian Voice", "More than 60 militants", "militants"),
        ("Meridian", "12 soldiers died", "an ambush in April"),
        ("Halmoor Herald", "40 soldiers were wounded", "wounded"),
        ("Ashel Valley Post", "38 wounded soldiers", "wounded"),
    ],
)
def test_other_victims_stand_apart(report: Report, source: str, words: str, why: str) -> None:
    """Nobody else's dead or wounded are in the fact of the Torvayan dead."""
    others = {report.fact_of[c.id].id for c in claims(report, source, words) if c.facet in ("killed", "wounded")}
    assert others
    assert fact(report, *DEAD).id not in others


@pytest.mark.parametrize(
    ("one", "two", "verdicts", "why"),
    [
        pytest.param(
            DEAD,
            ("World Desk", "killed 33 torvayan", "killed"),
            {AGREE},
            "33 and 33, two origins",
        ),
        (DEAD, ("World Desk", "only 19 torvayan", "killed"), {CONTRADICT}, "33, or only 19 by the other side's count"),
        (DEAD, ("The Continental", "up to 33", "killed"), {AGREE}, "33 just satisfies up to 33"),
        (DEAD, ("Orlian Voice", "several torvayan", "killed"), {COMPATIBLE}, "several is loose"),
        (
            ("The Continental", "36 torvayan", "killed"),
            ("The Continental", "fifty-seven", "killed"),
            {COMPATIBLE},
            "a week and its month",
        ),
        (DEAD, ("The Continental", "36 torvayan", "killed"), {COMPATIBLE}, "the article itself adds three of Monday"),
        (
            ("Halmoor Herald", "another 40 soldiers"),
            ("The Continental", "stands at about 40"),
            {AGREE},
            "40 wounded and about 40",
        ),
        pytest.param(
            ("Ashel Valley Post", "Almost one million"),
            ("Northern Star", "Some 900,000"),
            {AGREE, COMPATIBLE, CONTRADICT},
            "in dispute or rounded, but seen",
        ),
        (
            ("World Desk", "ceasefire from 6 November"),
            ("Northern Star", "takes effect on 7 November"),
            {CONTRADICT},
            "a date slip",
        ),
        (
            ("World Desk", "talked for five hours", "duration"),
            ("Northern Star", "nearly six hours", "duration"),
            {CONTRADICT, UNCLEAR},
            "five or six hours, if both measure the same",
        ),
        pytest.param(
            ("Meridian", "one of seven"),
            ("The Continental", "eight observation posts"),
            {CONTRADICT},
            "seven or eight posts",
            marks=miss('"one of seven" is no count of posts'),
        ),
        pytest.param(
            ("Halmoor Herald", "up to 300 Orlian soldiers", "killed"),
            ("Orlian Voice", "not a single Orlian soldier"),
            {CONTRADICT},
            "up to 300 or not a single one",
            marks=miss('"not a single" is no count of zero'),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_verdicts(report: Report, one: tuple[str, ...], two: tuple[str, ...], verdicts: set[Verdict], why: str) -> None:
    """Pairs that a reader of the eight articles would lay side by side have the verdict that he would give."""
    found = judgement(report, claim(report, *one), claim(report, *two))
    assert found is not None, "two facts"
    assert found.verdict in verdicts, found


def test_reprint_is_a_copy(report: Report) -> None:
    """The Sedrin Courier's reprint of Meridian is found, and no other pair is called a copy."""
    names = {d.id: d.name for d in report.documents}
    assert [{names[c.left], names[c.right]} for c in report.copies] == [{"Meridian", "Sedrin Courier"}]


def test_agreement_with_a_reprint_is_repetition(report: Report) -> None:
    """What only Meridian and its reprint say is "repeated", one origin, never "agreed"."""
    only = {"Meridian", "Sedrin Courier"}
    facts = [f for f in report.facts if {report.document_of(c).name for c in f.claims} == only]
    assert facts
    assert {f.origins for f in facts} == {1}
    assert Finding.AGREED not in {f.finding for f in facts}
    assert Finding.REPEATED in {f.finding for f in facts}


def test_agreed_facts_have_two_origins(report: Report) -> None:
    """No fact is called agreed with less than two origins."""
    assert all(f.origins > 1 for f in report.facts if f.finding is Finding.AGREED)


POST = ("The Continental", "attacked in a clearly marked outpost")
AMONG = ("The Continental", "the men were among fighters")


def test_both_sides_of_the_outpost_dispute_are_named(report: Report) -> None:
    """Torvay's "attacked in an outpost" and Orlia's "among fighters" are contradicted, with both speakers in the reason."""
    found = dispute(report, POST, AMONG)
    assert found is not None
    assert "Torvay" in found.reason
    assert "Orlia" in found.reason


def test_accusation_and_denial_are_a_dispute(report: Report) -> None:
    """Korvan's accusation and Orlia's denial are contradicted, with both named."""
    found = dispute(report, ("Meridian", "accused the Orlian army"), ("Meridian", "Orlia denied"))
    assert found is not None
    assert "Korvan" in found.reason
    assert "Orlia" in found.reason


def test_blame_on_two_is_no_agreement(report: Report) -> None:
    """Orlia blaming Halmoor and Halmoor blaming Red Lantern are not said to agree."""
    found = judgement(
        report,
        claim(report, "Orlian Voice", "blamed Halmoor for the deaths"),
        claim(report, "The Continental", "Halmoor blamed Red Lantern"),
    )
    assert found is None or found.verdict is not AGREE, found


FURNITURE = (
    "Share this story",
    "Facebook",
    "MOST READ",
    "Harbour ferry",
    "warehouse fire",
    "Apple growers",
    "comment",
    "E-mail",
    "rights reserved",
)


def test_furniture_makes_no_claim(report: Report) -> None:
    """Nothing of menus, counters, forms, other headlines or copyright lines is a claim; each is dropped with a reason."""
    page = next(d for d in report.documents if d.name.startswith("Northern Star"))
    for words in FURNITURE:
        at = page.text.index(words)
        assert any(d.start <= at < d.end and d.reason for d in page.dropped), words
        assert not [c.text for c in report.claims if c.document == page.id and words in c.text]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        pytest.param("4,218 times", "how often a page was read"),
        pytest.param("house rules", "a box to tick"),
    ],
)
def test_last_furniture_makes_no_claim(report: Report, words: str, why: str) -> None:
    """Nor are a counter in words and a form's small print."""
    assert claims(report, "Northern Star", words) == []


def test_claims_are_slices_of_their_documents(report: Report) -> None:
    """A claim's words are the document's, at its offsets; each claim stands in one fact."""
    for found in report.claims:
        assert report.document_by_id[found.document].text[found.start : found.end] == found.text
    assert sorted(c for f in report.facts for c in f.claims) == sorted(c.id for c in report.claims)


def test_judgements_are_pairs_of_one_fact(report: Report) -> None:
    """Each pair of a fact is judged once, and no pair of two facts."""
    pairs = [(j.left, j.right) for j in report.judgements]
    assert len(pairs) == len(set(pairs)) == sum(len(f.claims) * (len(f.claims) - 1) // 2 for f in report.facts)
    assert all(report.fact_of[one] is report.fact_of[two] for one, two in pairs)
    assert all(0 <= j.score <= 1 for j in report.judgements)


def test_urgent_facts_come_first(report: Report) -> None:
    """The facts are in the order of urgency of their findings."""
    order = [list(Finding).index(f.finding) for f in report.facts]
    assert order == sorted(order)


@pytest.mark.parametrize("seed", [1, 2])
def test_whole_run_ignores_the_order_of_files(report: Report, seed: int) -> None:
    """The same articles in any order give byte-identical JSON and CSV."""
    documents = list(read([EXAMPLES]).documents)
    Random(seed).shuffle(documents)
    again = compare(documents, loaded.models())
    assert to_json(again) == to_json(report)
    assert to_csv(again) == to_csv(report)


def test_readme_names_the_files() -> None:
    """The example holds what its README counts: eight articles, each in sources.csv."""
    listed = {line.split(",")[0] for line in Path(EXAMPLES, "sources.csv").read_text("utf-8").splitlines()[1:]}
    assert listed == {path.name for path in EXAMPLES.glob("*.txt")}
    assert re.match(r"# Eight articles", Path(EXAMPLES, "README.md").read_text("utf-8"))
    assert len(listed) == 8
