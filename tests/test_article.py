"""The article view: every word is there, marked or not; what was left out can come back; nothing that a text says can run."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
import reports
from hypothesis import given
from hypothesis import strategies as st
from looked import PATIENCE, at_everything
from streamlit.testing.v1 import AppTest

from claims.claim import Claim
from claims.document import Document, Dropped
from factcheck.commands.put_back import with_put_back
from factcheck.dashboard import article, card, links, marking, put_back, texts
from factcheck.judgement import Fact, Finding
from factcheck.report import Report


def told(document: Document, spans: list[tuple[int, int, Finding]]) -> Report:
    """A report in which each span of a document is a claim that stands alone in a fact of this finding."""
    claims = tuple(
        Claim(f"c{n}", document.id, start, end, (start, end), document.text[start:end], "", "other")
        for n, (start, end, _) in enumerate(spans)
    )
    facts = tuple(Fact(f"f{n}", f"fact {n}", "", "other", finding, (f"c{n}",), 1) for n, (*_, finding) in enumerate(spans))
    return Report((document,), (), claims, facts, (), ())


@st.composite
def marked(draw: st.DrawFn) -> Report:
    """Any text with any claims, which may share words, passages left out in order, and pages."""
    text = draw(st.text("ab \n<é", min_size=1, max_size=40))
    places = st.integers(0, len(text))
    cuts = sorted(draw(st.sets(places, max_size=6)))
    dropped = tuple(Dropped(start, end, f"reason {start % 2}") for start, end in zip(cuts[::2], cuts[1::2], strict=False))
    pages = (
        tuple(sorted({0, *draw(st.lists(places.filter(lambda at: at < len(text)), max_size=2))})) if draw(st.booleans()) else ()
    )
    spans = draw(st.lists(st.tuples(places, places, st.sampled_from(Finding)).filter(lambda it: it[0] < it[1]), max_size=6))
    return told(Document("d", text, dropped=dropped, pages=pages), spans)


@given(marked())
def test_the_pieces_are_the_text(report: Report) -> None:
    """No word is lost, doubled or moved; each claim, passage and page is exactly where it is in the document."""
    (document,) = report.documents
    found = marking.pieces(report, document)
    assert "".join(piece.text for piece in found) == document.text
    at = 0
    covered: dict[str, list[tuple[int, int]]] = {}
    for piece in found:
        end = at + len(piece.text)
        for claim in piece.claims:
            covered.setdefault(claim, []).append((at, end))
        inside = [span for span in document.dropped if span.start <= at < span.end]
        assert piece.left_out == (inside[0] if inside else None)
        assert piece.page == (document.pages.index(at) + 1 if at in document.pages else None)
        at = end
    for claim in report.claims:
        first, last = covered[claim.id][0][0], covered[claim.id][-1][1]
        assert first <= claim.start < claim.end <= last


@given(marked())
def test_the_most_urgent_fact_marks_the_words(report: Report) -> None:
    """Of the claims that hold a piece, none has a more urgent finding than the one that it is marked for."""
    (document,) = report.documents
    order = list(Finding)
    for piece in marking.pieces(report, document):
        ranks = [order.index(report.fact_of[claim].finding) for claim in piece.claims]
        assert not ranks or ranks[0] == min(ranks)


def test_a_mark_tells_its_finding_reason_and_page() -> None:
    """Never by colour alone: an icon, the finding in words, the reason; of a PDF the page."""
    report = reports.small()
    paged = replace(reports.HARBOUR, pages=(0, 100))
    report = replace(report, documents=(paged, *report.documents[1:]))
    data = article.data(report, paged, reports.SEVEN.id)
    mark = data["marks"][data["wanted"]]
    assert (mark["claim"], mark["finding"], mark["icon"]) == (reports.SEVEN.id, "contradicted", "≠")
    line = "≠ Contradicted: Seven passengers died (7 dead cannot be 9 dead on the same day.)"
    assert mark["tip"].splitlines() == [line, "On page 1."]
    assert "On page 2." in {line for it in data["marks"] for line in it["tip"].splitlines()}
    assert [piece["page"] for piece in data["pieces"] if piece["page"]] == [1, 2]


def test_many_facts_on_the_same_words_are_counted() -> None:
    """The hint names the most urgent ones and says how many more there are."""
    document = Document("d", "Seven people died.")
    report = told(document, [(0, 18, finding) for finding in (*Finding, Finding.SINGLE_SOURCE)])
    (mark,) = article.data(report, document)["marks"]
    lines = mark["tip"].splitlines()
    assert len(lines) == article.TOLD + 1
    assert lines[-1] == "These words stand in 4 facts more."
    assert mark["finding"] == "contradicted"


def test_an_article_of_three_hundred_claims_is_quick() -> None:
    """What is sent grows with the text, and is made in a blink."""
    text = " ".join(f"Sentence {n} says that {n} boats left the harbour of Port Ellery on Monday." for n in range(300))
    starts = [text.index(f"Sentence {n} ") for n in range(300)]
    document = Document("d", text)
    report = told(document, [(start, start + 60, Finding.SINGLE_SOURCE) for start in starts])
    begun = time.process_time()  # of our own: other work on the machine makes nothing slower
    data = article.data(report, document)
    assert time.process_time() - begun < 2
    assert len(data["marks"]) == 300
    assert len(json.dumps(data)) < 200_000


def test_nothing_that_a_text_says_is_markup() -> None:
    """The view gets plain text and sets it as text; its frame is escaped; a link in it is no script."""
    report = reports.hostile()
    data = article.data(report, report.documents[0])
    assert "".join(piece["text"] for piece in data["pieces"]) == report.documents[0].text
    code = Path(article.__file__).with_suffix(".js").read_text("utf-8")
    assert not [word for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval") if word in code]
    frame = article.head(report, report.documents[0])
    assert "<script>" not in frame
    assert "javascript:" not in frame
    assert "<script>" not in links.reading('"><script>', '"><b>')


def test_one_passage_is_put_back_by_place() -> None:
    """PATH:START is one passage of one article; a reason is every passage of it; what fits nothing is said."""
    spans = (Dropped(0, 2, "menu"), Dropped(3, 5, "menu"), Dropped(6, 8, "a:12"))
    documents = [Document("d", "aa bb cc", "x/a.txt", dropped=spans), Document("e", "aa bb", "b.txt", dropped=spans[:2])]
    found, unfit = with_put_back(documents, ["./x/a.txt:3", "b.txt:9", "a:12", "none"])
    assert [it.dropped for it in found] == [spans[:1], spans[:2]]
    assert [line.split("'")[1] for line in unfit] == ["b.txt:9", "none"]
    assert [it.dropped for it in with_put_back(documents, ["menu"])[0]] == [spans[2:], ()]


# --- in the page --------------------------------------------------------------------------------------------------------------


def page() -> None:
    """The panels on a small report that was compared from the same documents."""
    import reports
    import streamlit as st

    from factcheck.dashboard import comparing, show

    report = reports.small()
    st.session_state.setdefault("compared", comparing.Job(report.documents))
    st.session_state.setdefault("report", report)
    show(report, reports.export)


def opened(**asked: str) -> AppTest:
    """The page, at an address that asks for an article."""
    app = at_everything(AppTest.from_function(page, default_timeout=PATIENCE))
    for name, value in asked.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def heads(app: AppTest) -> list[str]:
    """What the open article says above its text."""
    return [it.body for it in app.html if "fc-small" in it.body]


def test_an_address_opens_an_article() -> None:
    """?article=... opens it, one that the report does not have opens nothing."""
    (head,) = heads(opened(article="d2", claim=reports.NINE.id))
    assert "Nine dead as Ondine burns" in head
    assert "Contradicted" in head
    assert heads(opened(article="none")) == []
    assert heads(opened()) == []


def test_articles_can_be_opened_from_claims_and_sources() -> None:
    """Each claim's card leads to the article, at the claim, and each row of the sources to its article."""
    assert links.reading("d2", reports.NINE.id) in card.body(reports.small(), reports.KILLED)
    assert links.reading("d3") in "".join(it.body for it in opened().html)


def test_a_passage_put_back_asks_to_compare_again() -> None:
    """The button comes once something is put back, goes if it is left out again, and has the passage compared."""
    app = opened(article="d2")
    assert "compare-again" not in {it.key for it in app.button}
    app.session_state["put_back"] = {"d2": frozenset({186})}
    app.run()
    app.button(key="compare-again").click().run()
    job = app.session_state["job"]
    assert [it.dropped for it in job.wanted if it.id == "d2"] == [()]
    assert [it.dropped for it in job.documents if it.id == "d2"] == [reports.COURIER.dropped]
    assert heads(app) == []


def test_a_passage_turns_back_and_forth() -> None:
    """Twice is not at all; others stay."""

    def script() -> None:
        import streamlit as st

        from factcheck.dashboard import put_back

        put_back.turn("a", 5)
        put_back.turn("b", 7)
        put_back.turn("b", 9)
        put_back.turn("a", 5)
        st.write(put_back.chosen())

    app = AppTest.from_function(script).run()
    assert not app.exception
    assert app.session_state["put_back"] == {"b": frozenset({7, 9})}


@pytest.mark.parametrize("words", [texts.PUT_BACK, texts.LEAVE_OUT, texts.ARTICLE_HINT])
def test_the_views_words_come_from_one_file(words: str) -> None:
    """The code of the view has no words of its own."""
    data = article.data(reports.small(), reports.COURIER)
    assert words in json.dumps(data, ensure_ascii=False)
    assert put_back.as_read(reports.COURIER) == (reports.COURIER, frozenset())
