"""The brief: one page that holds everything a fact rests on, escaped, in order, and asks nothing of the network."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime
from math import inf

import pytest
import reports
from lxml import html

from factcheck.exports.brief import write_brief
from factcheck.judgement import Finding, Stated, Verdict
from factcheck.report import Report
from factcheck.reviewing.review import Action, of_fact
from factcheck.reviewing.reviews import Standing, Status, standings

FETCHING = ("script", "link", "img", "iframe", "object", "embed", "video", "audio", "form", "base", "source")
MEASURED = replace(
    reports.KILLED,
    history=(
        Stated(date(2024, 5, 14), 7, 7, "Harbour Gazette", reports.SEVEN.id),
        Stated(date(2024, 5, 15), 9, inf, "Inland Courier", reports.NINE.id),
    ),
    silent=("Evening Echo",),
)


def written(report: Report, **options: object) -> str:
    """The brief as text."""
    out = io.StringIO()
    write_brief(report, out, **options)  # type: ignore[arg-type]
    return out.getvalue()


def page(report: Report, **options: object) -> html.HtmlElement:
    """The brief as a browser reads it."""
    return html.document_fromstring(written(report, **options))


def measured() -> Report:
    """The hand-made report with values stated over time."""
    base = reports.small()
    return replace(base, facts=(MEASURED, *(fact for fact in base.facts if fact.id != MEASURED.id)))


@pytest.mark.parametrize("report", [reports.small, reports.hostile, measured], ids=["small", "hostile", "measured"])
def test_nothing_runs_and_nothing_is_fetched(report: object) -> None:
    """No script, no handler, no outside file; links lead into the page or to the web; the policy forbids the rest."""
    tree = page(report())  # type: ignore[operator]
    assert [element.tag for element in tree.iter(*FETCHING)] == []
    for element in tree.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name in ("src", "style")], element.tag
        assert element.get("href", "#").startswith(("#", "https://", "http://"))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert "url(" not in tree.xpath("string(//style)")
    assert "@import" not in tree.xpath("string(//style)")


def test_markup_of_articles_is_shown_and_not_run() -> None:
    """Tags in texts, names and reasons are words on the page."""
    tree = page(reports.hostile())
    assert reports.ATTACK in tree.text_content()
    assert "<img src=x" in tree.text_content()
    assert not tree.xpath("//b[text()='dead']")


def test_exact_words_in_their_sentence() -> None:
    """Each claim's sentence stands there whole, its words shaded, and of them those marked that differ."""
    tree = page(reports.small())
    (fact,) = tree.xpath(f"//*[@id='f-{reports.KILLED.id}']")
    quotes = [quote.text_content() for quote in fact.iter("blockquote")]
    sides = ((reports.HARBOUR, reports.SEVEN), (reports.COURIER, reports.NINE))
    assert quotes == [document.text[slice(*it.context)] for document, it in sides]
    assert [" ".join(span.text_content() for span in quote.find_class("claim")) for quote in fact.iter("blockquote")] == [
        reports.SEVEN.text,
        reports.NINE.text,
    ]
    assert [mark.text for mark in fact.iter("mark")] == ["Seven", "died", "Nine", "were killed"]
    assert "7 dead cannot be 9 dead on the same day." in fact.text_content()


def test_facts_by_urgency_and_every_source() -> None:
    """Sections come in the order of urgency, each with all its facts; every article is among the sources."""
    report = reports.small()
    tree = page(report)
    sections = [it for it in tree.xpath("//section/@id") if it != "sources"]
    assert sections == [finding.value for finding in Finding if any(fact.finding is finding for fact in report.facts)]
    for fact in report.facts:
        assert len(tree.xpath(f"//section[@id='{fact.finding.value}']//*[@id='f-{fact.id}']")) == 1
    rows = tree.xpath("//table[contains(@class, 'sources')]/tbody/tr")
    assert [row.xpath("string(td[1])") for row in rows] == [document.name for document in report.documents]
    assert len(tree.xpath("//@id")) == len(set(tree.xpath("//@id")))


def test_same_words_of_one_origin_are_one_voice() -> None:
    """A copy is named under the voice that it repeats, not shown as another one."""
    (fact,) = page(reports.small()).xpath(f"//*[@id='f-{reports.SMOKE.id}']")
    voices = fact.xpath(".//ol[@class='voices']/li")
    assert len(voices) == 2
    assert "Same text, one origin: unknown outlet (morning)" in voices[0].text_content()


def test_strip_of_values() -> None:
    """Values stand in order of publication: a dot for 7, a hollow end and an arrow for "9 or more"; who is silent is named."""
    (fact,) = page(measured()).xpath(f"//*[@id='f-{MEASURED.id}']")
    first, second = fact.xpath(".//figure//li")
    assert "7" in first.text_content()
    assert [len(first.find_class(kind)) for kind in ("dot", "bound", "open")] == [1, 0, 0]
    assert "9 or more" in second.text_content()
    assert [len(second.find_class(kind)) for kind in ("dot", "bound", "open")] == [0, 1, 1]
    assert "Evening Echo" in fact.text_content()
    assert not page(reports.small()).xpath("//figure")


def test_only_the_facts_chosen() -> None:
    """A choice of facts leaves the others out, and empty sections with them; the sources stay."""
    tree = page(reports.small(), facts={reports.SMOKE.id})
    assert tree.xpath("//main//*[starts-with(@id, 'f-')]/@id") == [f"f-{reports.SMOKE.id}"]
    assert tree.xpath("//section/@id") == ["compatible", "sources"]


def test_what_people_decided() -> None:
    """A rejected fact comes last, a corrected one moves to its section, and both say who decided and what was noted."""
    report = reports.small()
    corrected = of_fact(report, reports.KILLED, Action.CORRECT, "Ann Lee", verdict=Verdict.COMPATIBLE, note="two <b>counts</b>")
    rejected = of_fact(report, reports.BLAME, Action.REJECT, "Tom Reed")
    tree = page(report, standings=standings(report, [corrected, rejected]))
    (fact,) = tree.xpath(f"//section[@id='compatible']//*[@id='f-{reports.KILLED.id}']")
    assert "Corrected by Ann Lee: compatible, where the tool says contradicted." in fact.text_content()
    assert "Ann Lee: two <b>counts</b>." in fact.text_content()
    assert tree.xpath(f"//section[@id='set-aside']//*[@id='f-{reports.BLAME.id}']")
    assert tree.xpath("//section/@id")[-2:] == ["set-aside", "sources"]


def test_stale_decisions_say_so() -> None:
    """Where the tool changed its mind after a person decided, the brief says it."""
    old = Standing(Status.CONFIRMED, Finding.AGREED, None, "Ann Lee", datetime(2024, 6, 1, tzinfo=UTC), stale=True)
    assert "the tool finds something else since" in written(reports.small(), standings={reports.KILLED.id: old})


def test_the_same_report_gives_the_same_bytes() -> None:
    """No time of writing, no random id."""
    assert written(reports.small()) == written(reports.small())


def test_an_empty_report_is_a_page() -> None:
    """Nothing to tell is no error."""
    assert page(Report((), (), (), (), (), ())).xpath("//section/@id") == ["sources"]
