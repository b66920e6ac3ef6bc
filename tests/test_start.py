"""The start of the page: what a person gives is read once, checked, corrected, compared or cancelled, and never lost."""

from __future__ import annotations

import threading
import time
from datetime import date
from pathlib import Path
from typing import Any

import made
import pandas as pd
import pytest
from fakes import FakeEncoder
from hypothesis import given
from hypothesis import strategies as st
from looked import PATIENCE, at_everything
from spacy.language import Language
from streamlit.testing.v1 import AppTest

from claims.document import Document
from claims.reading import read_files
from claims.reading.web import Answer
from factcheck.comparison import Models, compare
from factcheck.dashboard import checking, comparing, inputs, progress, texts
from factcheck.dashboard.running import CancelledError, Run, Step
from factcheck.encoder import ModelError
from factcheck.judging.judges import RuleJudge
from factcheck.report import Report

SEVEN = "Ferry fire kills seven\n\n14 May 2024\n\nSeven passengers died on Monday when the ferry Ondine burned off Port Ellery."
NINE = "Nine dead on the Ondine\n\n14 May 2024\n\nNine passengers were killed on Monday when the ferry Ondine burned."
EMPTY = Report((), (), (), (), (), ())


# --- the work in its thread -------------------------------------------------------------------------------------------------


def test_a_run_gives_its_report_and_tells_its_steps() -> None:
    """What the work tells can be read while it goes on, and its report once it has ended."""
    told, go = threading.Event(), threading.Event()

    def work(tell: Any) -> Report:
        tell("claims", 1, 4)
        told.set()
        go.wait(PATIENCE)
        tell("claims", 4, 4)
        return EMPTY

    run = Run(work)
    assert told.wait(PATIENCE)
    assert not run.wait(0)
    assert [(step.stage, step.done, step.total) for step in run.steps] == [("claims", 1, 4)]
    with pytest.raises(RuntimeError, match="has not ended"):
        _ = run.report
    go.set()
    assert run.wait(PATIENCE)
    assert run.report is EMPTY


@pytest.mark.parametrize("tells_again", [True, False], ids=["in the middle", "after the last part"])
def test_a_cancelled_run_has_no_report(tells_again: bool) -> None:
    """It ends at its next word, and even if there is none it gives nothing that nobody wants any more."""
    go, after = threading.Event(), []

    def work(tell: Any) -> Report:
        tell("claims", 0, 2)
        go.wait(PATIENCE)
        if tells_again:
            tell("claims", 1, 2)
            after.append("went on")
        return EMPTY

    run = Run(work)
    run.cancel()
    go.set()
    assert run.wait(PATIENCE)
    with pytest.raises(CancelledError):
        _ = run.report
    assert after == []


def test_an_error_of_the_work_is_not_swallowed() -> None:
    """Whatever ends the work comes out where its report is asked for."""

    def work(tell: Any) -> Report:
        raise ModelError("the parser is not installed")

    run = Run(work)
    run.wait(PATIENCE)
    with pytest.raises(ModelError, match="not installed"):
        _ = run.report


def test_the_long_steps_ask_whether_they_are_still_wanted(nlp: Language) -> None:
    """Finding disputes and aligning tell several times that they are at work, so that a cancelled comparison ends in them too."""
    documents = read_files([("seven.txt", SEVEN.encode()), ("nine.txt", NINE.encode())]).documents
    told: list[tuple[str, int, int]] = []
    compare(documents, Models(nlp, FakeEncoder(), RuleJudge()), progress=lambda *step: told.append(step))
    for step in (("facts", 2, 4), ("facts", 3, 4)):
        assert told.count(step) > 2
    assert [done for stage, done, _ in told if stage == "facts"] == sorted(done for stage, done, _ in told if stage == "facts")


@pytest.mark.parametrize(
    ("step", "line", "why"),
    [
        (Step("claims", 0, 8, 3.0), "Reading for claims · 0 of 8", "nothing done: nothing can be foretold"),
        (Step("claims", 2, 8, 4.0), "Reading for claims · 2 of 8 · about 12 s left", "as long a part as before"),
        (Step("judgements", 10, 2_010, 3.0), "Judging facts · 10 of 2,010 · about 10 min left", "minutes"),
        (Step("claims", 8, 8, 3.0), "Reading for claims · 8 of 8", "done"),
        (Step("facts", 1, 4, 3.0), "Grouping claims into facts · step 1 of 4", "uneven parts: nothing can be foretold"),
        (Step("new stage", 0, 0, 0.0), "New stage", "a stage without a name here, of nothing"),
    ],
)
def test_a_step_in_words(step: Step, line: str, why: str) -> None:
    """What it does, how far it is, how long it will take."""
    assert progress.line(step) == line, why


# --- what is given ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pasted", "found", "why"),
    [
        ("", [], "nothing"),
        (" \n===\n\n", [], "a line between nothings"),
        ("one", ["one"], "one article"),
        ("one\n===\ntwo", ["one", "two"], "two"),
        ("one\r\n  ====== \r\ntwo\n", ["one", "two"], "as Windows and forms send it"),
        ("a == b === c", ["a == b === c"], "signs inside a line part nothing"),
        ("==\none", ["==\none"], "two signs part nothing"),
    ],
)
def test_pasted_articles(pasted: str, found: list[str], why: str) -> None:
    """A line of equals signs stands between two articles, and nothing else does."""
    assert inputs.pieces(pasted) == found, why


# --- the table ----------------------------------------------------------------------------------------------------------------

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(lambda text: " ".join(text.split()))
rows = st.tuples(st.booleans(), words, words, st.none() | st.dates(date(1800, 1, 1), date(2200, 1, 1)), words)


@given(st.lists(rows, min_size=1, max_size=5))
def test_the_table_gives_back_what_it_shows(said: list[checking.Said]) -> None:
    """Untouched, every row says what it said, with days, without, with all or with none."""
    documents = [Document(f"d{number}", f"text {number}") for number in range(len(said))]
    known = {(it.id, it.title, it.published, it.event): row for it, row in zip(documents, said, strict=True)}
    assert checking.rows(checking.frame(documents, known)) == said


def test_an_emptied_cell_is_unknown() -> None:
    """The table gives None or a missing value for a cell that was emptied."""
    table = pd.DataFrame({"use": [True], "outlet": [None], "title": [float("nan")], "published": [pd.NaT], "event": [pd.NA]})
    assert checking.rows(table) == [(True, "", "", None, "")]


def test_a_correction_is_what_sources_csv_would_have_said() -> None:
    """Outlet, title, date and event from the table give the same document, with the same id, as the same line of a table."""
    sources = "file,outlet,title,published,event\na.txt,Bay Courier,Fire,2024-05-15,ferry\n"
    (wanted,) = read_files([("a.txt", SEVEN.encode()), ("sources.csv", sources.encode())]).documents
    (found,) = read_files([("a.txt", SEVEN.encode())]).documents
    said = {(found.id, found.title, found.published, found.event): (True, "Bay Courier", "Fire", date(2024, 5, 15), "ferry")}
    assert checking.applied([found], said) == ((wanted,), ())


def test_what_becomes_equal_is_named_and_what_is_not_wanted_is_left_out() -> None:
    """One text under one outlet is one article, also where the table made it so."""
    read = read_files([("a/x.txt", SEVEN.encode()), ("b.txt", NINE.encode())]).documents
    twin = read_files([("sources.csv", b"file,outlet\nc.txt,Gazette\n"), ("c.txt", SEVEN.encode())]).documents
    documents = [*read, *twin]
    said = {
        (it.id, it.title, it.published, it.event): (it.text != NINE, "Courier", it.title, it.published, it.event)
        for it in documents
    }
    used, doubled = checking.applied(documents, said)
    assert [it.path for it in used] == ["a/x.txt"]
    assert [(it.path, it.reason) for it in doubled] == [("c.txt", texts.DOUBLED.format("a/x.txt"))]


# --- the page -----------------------------------------------------------------------------------------------------------------


def page(examples, models, web) -> None:  # type: ignore[no-untyped-def]  # AppTest runs it where no type is known
    """The start alone, as the app has it; below it the names of what is in the report."""
    import streamlit as st

    from factcheck.dashboard import progress, start

    place = start.panel(examples, web)
    if "report" in st.session_state:
        st.caption(" | ".join(sorted(document.name for document in st.session_state["report"].documents)))

    def loaded():  # type: ignore[no-untyped-def]
        if isinstance(models, Exception):
            raise models
        return models

    progress.watch(place, loaded)


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """A bundled example of one article."""
    (tmp_path / "gazette.txt").write_text(SEVEN, encoding="utf-8")
    return tmp_path


@pytest.fixture
def fake(nlp: Language) -> Models:
    """Models without a model of sentences."""
    return Models(nlp, FakeEncoder(), RuleJudge())


def opened(examples: Path, models: Models | Exception, web: object = None) -> AppTest:
    """The page after its first run."""
    app = at_everything(AppTest.from_function(page, args=(examples, models, web), default_timeout=PATIENCE)).run()
    assert not app.exception
    return app


def table(app: AppTest) -> pd.DataFrame:
    """The table of articles as it was drawn."""
    frame: pd.DataFrame = app.data_editor[0].value
    return frame


def edit(app: AppTest, **changes: object) -> None:
    """Write into the first row of the table."""
    app.session_state[app.data_editor[0].key] = {"edited_rows": {0: changes}, "added_rows": [], "deleted_rows": []}
    app.run()


def upload(app: AppTest, files: dict[str, bytes]) -> None:
    """Drop files, all at once."""
    uploader = app.file_uploader[0]
    for name, data in files.items():
        uploader.upload(name, data)
    app.run()


def shown(app: AppTest) -> str:
    """Whose articles the report on the page has."""
    return str(app.caption[0].value)


def failed(app: AppTest) -> str:
    """What the page says that it could not use."""
    return "".join(it.body for it in app.html if "fc-failures" in it.body)


def test_what_an_article_lacks_is_asked_for_until_it_is_written(examples: Path, fake: Models) -> None:
    """Its outlet and its day, which decide who says what and what "on Monday" means; nothing is asked of one that has both."""
    app = opened(examples, fake)
    asked = texts.NO_OUTLET.format("1 article"), texts.NO_DATES.format("1 article")
    assert [it.value for it in app.warning] == [asked[0]]
    edit(app, published=None)
    assert [it.value.split("  \n") for it in app.warning] == [list(asked)]
    edit(app, outlet="Gazette", published="2024-05-14")
    assert [it.value for it in app.warning] == []


def test_the_page_opens_on_the_example(examples: Path, fake: Models) -> None:
    """It is compared at once, its articles stand in the table, and nothing asks to be compared again."""
    app = opened(examples, fake)
    assert shown(app) == "unknown outlet (gazette)"
    assert list(table(app)["title"]) == ["Ferry fire kills seven"]
    assert not [it for it in app.html if texts.NOT_COMPARED_YET in it.body]
    assert not app.button(key="compare").disabled


def test_pasted_text_is_checked_corrected_and_compared(examples: Path, fake: Models) -> None:
    """Two pasted articles stand in the table with what was found; what the person writes there counts."""
    app = opened(examples, fake)
    app.text_area(key="pasted").set_value(f"{SEVEN}\n===\n{NINE}").run()
    assert sorted(table(app)["file"]) == ["pasted article 1", "pasted article 2"]
    assert {str(day)[:10] for day in table(app)["published"]} == {"2024-05-14"}
    assert [it for it in app.html if texts.NOT_COMPARED_YET in it.body]
    assert shown(app) == "unknown outlet (gazette)"
    edit(app, outlet="Bay Courier", published="2024-05-15")
    app.button(key="compare").click().run()
    assert not app.exception
    report = app.session_state["report"]
    (corrected,) = [it for it in report.documents if it.outlet == "Bay Courier"]
    assert corrected.published == date(2024, 5, 15)
    assert len(report.documents) == 2


def test_corrections_outlive_another_file(examples: Path, fake: Models) -> None:
    """A file that comes later does not undo what the person wrote before."""
    app = opened(examples, fake)
    app.text_area(key="pasted").set_value(SEVEN).run()
    edit(app, outlet="Bay Courier")
    app.file_uploader[0].upload("nine.txt", NINE.encode()).run()
    assert sorted(table(app)["outlet"]) == ["", "Bay Courier"]
    app.text_area(key="pasted").set_value(f"{SEVEN}\n").run()
    assert sorted(table(app)["outlet"]) == ["", "Bay Courier"]


def test_a_bad_file_is_named_in_its_place(examples: Path, fake: Models) -> None:
    """Next to the table of the good ones, with what to do; alone it leaves nothing to compare, which is said."""
    app = opened(examples, fake)
    app.file_uploader[0].upload("photo.txt", b"\x89PNG\0\0\0\0").run()
    assert "photo.txt" in failed(app)
    assert "binary content" in failed(app)
    app.button(key="compare").click().run()
    assert app.warning[0].value == texts.NO_FILES
    assert shown(app) == "unknown outlet (gazette)"
    upload(app, {"photo.txt": b"\x89PNG\0\0\0\0", "nine.txt": NINE.encode()})
    app.button(key="compare").click().run()
    assert shown(app) == "unknown outlet (nine)"
    assert [it.path for it in app.session_state["report"].failed] == ["photo.txt"]


def test_what_a_page_says_is_escaped(examples: Path, fake: Models) -> None:
    """A file whose name is a script is a name."""
    app = opened(examples, fake)
    app.file_uploader[0].upload("<script>alert(1)<script>.txt", b"\0\0").run()
    assert "&lt;script&gt;" in failed(app)
    assert "<script>" not in failed(app)


def test_pasted_html_is_read_as_a_page(examples: Path, fake: Models) -> None:
    """The source of a page, pasted, gives its article and its outlet."""
    app = opened(examples, fake)
    app.text_area(key="pasted").set_value(made.PAGE.decode()).run()
    assert list(table(app)["outlet"]) == ["Bay Courier"]


class Pages:
    """The web of a test: each address has this page; what was asked is kept."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def fetch(self, url: str) -> Answer:
        """The page."""
        self.asked.append(url)
        return Answer(url, "text/html", made.PAGE)


def test_addresses_are_fetched_on_the_button_only_and_once(examples: Path, fake: Models) -> None:
    """Writing an address asks nobody; the button does, each address once; what is none is named."""
    web = Pages()
    app = opened(examples, fake, web)
    app.text_area(key="addresses").set_value("https://courier.example/a\nftp://x\nhttps://courier.example/a").run()
    assert web.asked == []
    assert [it for it in app.html if "2 addresses not fetched yet" in it.body]
    app.button(key="fetch").click().run()
    app.button(key="fetch").click().run()
    app.button(key="compare").click().run()
    assert web.asked == ["https://courier.example/a"]
    assert shown(app) == "Bay Courier"
    assert texts.NO_ADDRESS in failed(app)


def test_an_address_inside_the_network_is_refused(examples: Path, fake: Models) -> None:
    """The reader's safety holds here, too."""
    app = opened(examples, fake)
    app.text_area(key="addresses").set_value("http://169.254.169.254/latest").run()
    app.button(key="fetch").click().run()
    assert "private or reserved network; refused" in failed(app)


def test_back_to_the_example(examples: Path, fake: Models) -> None:
    """One button forgets what was given; the example can be compared again."""
    app = opened(examples, fake)
    app.text_area(key="pasted").set_value(NINE).run()
    app.file_uploader[0].upload("a.txt", SEVEN.encode()).run()
    app.button(key="compare").click().run()
    assert shown(app) == "unknown outlet (a) | unknown outlet (pasted article 1)"
    app.button(key="clear").click().run()
    assert list(table(app)["file"]) == [str(examples / "gazette.txt")]
    app.button(key="compare").click().run()
    assert shown(app) == "unknown outlet (gazette)"


def test_aliases_and_one_event(examples: Path, fake: Models) -> None:
    """An aliases.csv among the files is the user's word on names, and no article; all articles may be one event."""
    app = opened(examples, fake)
    upload(app, {"aliases.csv": b"form,canonical\nthe Ondine,MV Ondine\nonly one\n", "a.txt": SEVEN.encode()})
    assert "aliases.csv" in failed(app)
    app.toggle(key="one_event").set_value(True).run()
    app.button(key="compare").click().run()
    job = app.session_state["compared"]
    assert job.options.aliases == {"the Ondine": "MV Ondine"}
    assert job.options.one_event


def test_a_cancelled_comparison_leaves_the_report(examples: Path, fake: Models) -> None:
    """The page says so, what was there before stays, and Compare works again."""
    app = opened(examples, fake)
    app.text_area(key="pasted").set_value(NINE).run()
    go = threading.Event()
    run = Run(lambda tell: (go.wait(PATIENCE), tell("claims", 0, 1), EMPTY)[2])
    app.session_state["run"], app.session_state["job"] = run, comparing.Job(())
    run.cancel()
    go.set()
    app.run()
    assert not app.exception
    assert texts.CANCELLED.split(".")[0] in app.info[0].value
    assert shown(app) == "unknown outlet (gazette)"
    app.button(key="compare").click().run()
    assert shown(app) == "unknown outlet (pasted article 1)"
    assert not app.info


def test_another_run_of_the_page_comes_back_to_the_same_comparison(examples: Path, fake: Models) -> None:
    """Whatever a person does meanwhile, the work goes on, and its report comes."""
    app = opened(examples, fake)
    job = app.session_state["compared"]
    report = app.session_state["report"]
    app.session_state["run"] = Run(lambda tell: (time.sleep(0.5), report)[1])
    app.session_state["job"] = job
    app.text_area(key="pasted").set_value(NINE).run()
    assert not app.exception
    assert app.session_state["report"] is report
    assert "run" not in app.session_state
    assert list(table(app)["file"]) == ["pasted article 1"]


def test_a_missing_model_is_one_line(examples: Path) -> None:
    """No traceback, no endless trying: the reason, and the button is there."""
    app = opened(examples, ModelError("the parser is not installed; run: pip install it"))
    assert "the parser is not installed" in app.error[0].value
    assert not app.button(key="compare").disabled


def test_the_example_is_compared_once_for_everybody(examples: Path, fake: Models) -> None:
    """The second person who opens the page sees the first one's report of the example; what is a person's own is not kept."""
    kept: comparing.Kept = []
    first = AppTest.from_function(page_that_keeps, args=(examples, fake, kept), default_timeout=PATIENCE).run()
    assert not first.exception
    assert [report for _, report in kept] == [first.session_state["report"]]
    second = AppTest.from_function(page_that_keeps, args=(examples, no_models, kept), default_timeout=PATIENCE).run()
    assert not second.exception
    assert second.session_state["report"] is first.session_state["report"]
    third = AppTest.from_function(page_that_keeps, args=(examples, fake, kept), default_timeout=PATIENCE).run()
    third.text_area(key="pasted").set_value(SEVEN).run()
    third.button(key="compare").click().run()
    assert third.session_state["report"] is not first.session_state["report"]
    assert len(kept) == 1


def no_models() -> Models:
    raise AssertionError("nothing is to be compared")


def page_that_keeps(examples, models, kept) -> None:  # type: ignore[no-untyped-def]
    """The start of the page, with the example's comparison kept."""
    from factcheck.dashboard import progress, start

    place = start.panel(examples, None, kept)
    progress.watch(place, models if callable(models) else lambda: models, kept)


def test_a_table_that_is_folded_is_not_drawn(examples: Path, fake: Models) -> None:
    """The example's table is drawn when somebody opens it; that of a person's own articles stands open at once."""
    app = AppTest.from_function(page, args=(examples, fake, None), default_timeout=PATIENCE).run()
    assert shown(app) == "unknown outlet (gazette)"
    assert not app.data_editor
    app.text_area(key="pasted").set_value(NINE).run()
    assert list(table(app)["file"]) == ["pasted article 1"]
