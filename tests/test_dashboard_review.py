"""The review panel: decisions by click, undo, blind mode, forms, filters; in a session and in a project of the store."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import reports
from looked import PATIENCE, at_everything
from reports import KILLED, SMOKE, SMOKE_COURIER
from streamlit.testing.v1 import AppTest

from factcheck.dashboard import access, texts
from factcheck.exports.formats import CSV, Choice
from factcheck.judgement import Verdict
from factcheck.reviewing.rating import Rating
from factcheck.reviewing.review import Action, Review, of_fact, of_pair
from factcheck.store import Project, open_store
from factcheck.store.engines import VARIABLE

REPORT = reports.small()


def page() -> None:
    """What `streamlit run` would run: the whole page on the report in the session."""
    import reports
    import streamlit as st

    from factcheck.dashboard import show

    st.session_state.setdefault("report", reports.small())
    show(st.session_state["report"], reports.export)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty store of this test's own, and a name for the person."""
    place = str(tmp_path / "store.db")
    monkeypatch.setenv(VARIABLE, place)
    monkeypatch.setenv("FACTCHECK_REVIEWER", "Ada")
    return place


def opened(project: str | None = None) -> AppTest:
    """The page as it opens, on a project where one is named."""
    app = at_everything(AppTest.from_function(page, default_timeout=PATIENCE))
    app.run()
    if project:
        app.selectbox(key="project_chosen").set_value(project).run()
    assert not app.exception
    return app


def click(app: AppTest, key: str) -> AppTest:
    """Press a button."""
    app.button(key=key).click().run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    """All HTML of the page that the review panel writes."""
    return "\n".join(it.body for it in app.html if "fc-review" in it.body or "Who</th>" in it.body)


def made(place: str, name: str = "Ferry fire") -> Project:
    """A project with the small report in it."""
    project = open_store(place).create(name)
    project.add(REPORT.documents)
    with project.run() as run:
        run.finish(REPORT)
    return project


def test_the_first_fact_is_shown_with_its_claims_and_finding() -> None:
    """Word for word, with who says it; the person's name is there."""
    app = opened()
    assert "Seven passengers died" in html(app)
    assert "Nine passengers were killed on Monday" in html(app)
    assert "7 dead cannot be 9 dead" in html(app)
    assert "Open" in html(app)
    assert app.text_input(key="reviewer").value == "Ada"


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("review_confirm", "Confirmed · Ada"),
        ("review_reject", "Rejected · Ada"),
        ("review_compatible", "Corrected · Ada"),
        ("review_check", "Checked"),
    ],
)
def test_a_decision_shows_and_can_be_taken_back_and_brought_back(key: str, shown: str) -> None:
    """In the chips and in the history."""
    app = click(opened(), key)
    assert shown in html(app)
    assert texts.TAKEN_BACK not in html(app)
    click(app, "review_undo")
    assert shown not in html(app)
    assert texts.TAKEN_BACK in html(app)
    click(app, "review_redo")
    assert shown in html(app)


def test_a_note_goes_with_a_decision_or_alone() -> None:
    """And the field is empty afterwards."""
    app = opened()
    app.text_input(key="review_note").set_value("ask the <b>port</b>").run()
    click(app, "review_add_note")
    assert "ask the &lt;b&gt;port&lt;/b&gt;" in html(app)
    assert app.text_input(key="review_note").value == ""
    app.text_input(key="review_note").set_value("two crew").run()
    click(app, "review_reject")
    assert "two crew" in html(app)


def test_from_the_list_of_facts_to_the_review_of_one() -> None:
    """An open fact shows where it stands and leads to its review."""
    app = opened()
    app.session_state["fact"] = SMOKE.id
    app.run()
    click(app, f"to_review_{SMOKE.id}")
    assert "About 40 people were treated for smoke" in html(app)
    assert app.session_state["tab"] == texts.REVIEW


def test_going_through_the_facts() -> None:
    """Next and previous, and how far one is."""
    app = opened()
    assert app.button(key="review_previous").disabled
    click(app, "review_next")
    assert "A lorry started the fire" in html(app)
    for _ in range(3):
        click(app, "review_next")
    assert app.button(key="review_next").disabled
    assert "A rescue boat" in html(app)
    click(app, "review_previous")
    assert "Fact 4 of 5" in "".join(it.body for it in app.html)


def test_blind_the_finding_is_hidden_until_one_has_judged(place: str) -> None:
    """Neither the tool's finding nor somebody else's decision shows; to say what the tool says is to confirm it."""
    project = made(place)
    project.review(of_fact(REPORT, KILLED, Action.REJECT, "Ben", note="Ben's reason"))
    app = opened("Ferry fire")
    assert "Ben" in html(app)
    app.toggle(key="review_blind").set_value(True).run()
    assert all(word not in html(app) for word in ("Contradicted", "cannot be", "Ben"))
    click(app, "review_contradict")
    assert "7 dead cannot be 9 dead" in html(app)
    assert "In conflict" in html(app)
    assert [(it.reviewer, it.action) for it in project.reviews()] == [("Ben", Action.REJECT), ("Ada", Action.CONFIRM)]
    click(app, "review_next")
    click(app, "review_agree")
    assert project.reviews()[-1].verdict is Verdict.AGREE


def test_splitting_joining_and_judging_a_pair(place: str) -> None:
    """The page shows the facts as they are put now."""
    project = made(place)
    app = opened("Ferry fire")
    while "smoke" not in html(app):
        click(app, "review_next")
    app.segmented_control(key=f"review_pair_verdict_{SMOKE.id}").set_value(Verdict.AGREE).run()
    click(app, "review_pair")
    app.multiselect(key=f"review_split_{SMOKE.id}").set_value([SMOKE_COURIER.id]).run()
    click(app, "review_split")
    assert "of 6;" in "".join(it.body for it in app.html)
    click(app, "review_undo")
    assert "of 5;" in "".join(it.body for it in app.html)
    assert [it.action for it in project.reviews()] == [Action.PAIR, Action.SPLIT, Action.UNDO]


def test_rating_a_claim(place: str) -> None:
    """What is no rating is told and cannot be stored; what is one stands in the history."""
    project = made(place)
    app = opened("Ferry fire")
    field = f"review_rating_{KILLED.id}"
    app.text_input(key=field).set_value("False (9)").run()
    assert any("goes from 1" in it.value for it in app.warning)
    assert app.button(key="review_rate").disabled
    app.text_input(key=field).set_value("False (1)").run()
    click(app, "review_rate")
    (stored,) = project.reviews()
    assert stored.rating == Rating("False", 1)
    assert "rated a claim: False (1)" in html(app)


def test_names_are_joined_from_the_next_comparison_on(place: str) -> None:
    """Both fields are needed."""
    project = made(place)
    app = opened("Ferry fire")
    assert app.button(key="review_alias").disabled
    app.text_input(key="review_form").set_value("the line").run()
    app.text_input(key="review_name").set_value("Ellery Ferries").run()
    click(app, "review_alias")
    (event,) = project.reviews()
    assert (event.action, event.form, event.target) == (Action.ALIAS, "the line", "Ellery Ferries")


def test_filters_by_state_reason_speaker_and_event() -> None:
    """They narrow the review as well as the list of facts."""
    app = click(opened(), "review_confirm")
    app.pills(key="states").set_value(["confirmed"]).run()
    assert "Fact 1 of 1; 1 of them decided" in "".join(it.body for it in app.html)
    app.pills(key="states").set_value([]).run()
    app.multiselect(key="speakers").set_value(["the coast guard"]).run()
    assert "Fact 1 of 1" in "".join(it.body for it in app.html)
    app.multiselect(key="speakers").set_value([]).run()
    app.multiselect(key="events").set_value(["Port Ellery ferry fire"]).run()
    app.pills(key="states").set_value(["stale"]).run()
    assert app.info[0].value in (texts.NONE_SHOWN, texts.REVIEW_NONE)


def test_a_project_is_made_and_keeps_the_report_and_the_reviews(place: str) -> None:
    """What was reviewed before in the session goes with it; a new page finds everything."""
    app = click(opened(), "review_reject")
    app.text_input(key="project_new").set_value("Ferry fire").run()
    click(app, "project_make")
    click(app, "project_keep")
    assert not [it for it in app.button if it.key == "project_keep"]
    project = open_store(place).project("Ferry fire")
    assert project.report() == REPORT
    assert [it.action for it in project.reviews()] == [Action.REJECT]
    again = opened("Ferry fire")
    assert "Rejected · Ada" in html(again)
    assert "Rejected · Ada" not in html(opened())  # another session, which chose no project


@pytest.mark.parametrize(("name", "found"), [("Ferry fire", True), ("Another", False)])
def test_a_page_that_is_loaded_again_opens_its_project(place: str, name: str, found: bool) -> None:
    """The address names it; the project's report is there at once, and nothing has to be compared for it."""
    made(place).review(of_fact(REPORT, KILLED, Action.REJECT, "Ada"))
    app = AppTest.from_function(restored, default_timeout=PATIENCE)
    app.query_params["project"] = name
    app.run()
    assert not app.exception
    assert [it.value for it in app.markdown] == (
        [f"3 articles of {name}, at work: True"] if found else ["no report, at work: False"]
    )


def restored() -> None:
    """What the page knows before anything else is drawn."""
    import streamlit as st

    from factcheck.dashboard import comparing, review_project

    review_project.restore()
    report, opened = st.session_state.get("report"), st.session_state[comparing.OPENED]
    shown = f"{len(report.documents)} articles of {st.session_state['project']}" if report else "no report"
    st.write(f"{shown}, at work: {opened}")


def test_the_address_names_the_project_that_is_chosen(place: str) -> None:
    """So that a reload, or a colleague who gets the address, finds it."""
    made(place)
    app = opened("Ferry fire")
    assert app.query_params["project"] == "Ferry fire"
    app.selectbox(key="project_chosen").set_value(None).run()
    assert "project" not in app.query_params


def test_a_name_that_is_taken_is_told(place: str) -> None:
    """One line on the page."""
    made(place)
    app = opened()
    app.text_input(key="project_new").set_value("Ferry fire").run()
    click(app, "project_make")
    assert "take another name" in app.error[0].value


def test_projects_and_sessions_see_nothing_of_each_other(place: str) -> None:
    """A review in one project is nowhere else."""
    first, second = made(place, "First"), made(place, "Second")
    click(opened("First"), "review_confirm")
    assert len(first.reviews()) == 1
    assert second.reviews() == ()
    assert "Confirmed" not in html(opened("Second"))


def test_somebody_else_was_faster(place: str) -> None:
    """The decision is not stored, the line says who did what; a second click stores a second opinion."""
    project = made(place)
    app = opened("Ferry fire")
    project.review(of_fact(REPORT, KILLED, Action.CONFIRM, "Ben"))
    click(app, "review_reject")
    assert any("Ben confirmed this fact" in it.value for it in app.warning)
    assert len(project.reviews()) == 1
    click(app, "review_reject")
    assert [it.reviewer for it in project.reviews()] == ["Ben", "Ada"]
    assert "In conflict" in html(app)
    assert any("Ada and Ben" in it.body and texts.AGREEMENT_HEADERS[-1][:5] in it.body for it in app.html)


def test_a_store_that_is_damaged_is_told_and_the_page_goes_on(place: str) -> None:
    """In the session only."""
    Path(place).write_bytes(b"no database at all" * 100)
    app = opened()
    assert "is no store, or is damaged" in app.error[0].value
    assert "Confirmed · Ada" in html(click(app, "review_confirm"))


def test_without_a_name_one_looks_but_does_not_review() -> None:
    """Every button that would store something is off."""
    app = opened()
    app.text_input(key="reviewer").set_value(" ").run()
    assert all(app.button(key=key).disabled for key in ("review_confirm", "review_reject", "review_agree", "review_check"))


def test_the_proxy_says_who_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a header to be believed and none in the request nobody is known, and no name can be typed."""
    monkeypatch.setenv(access.HEADER, "X-Forwarded-User")
    app = opened()
    assert not [it for it in app.text_input if it.key == "reviewer"]
    assert app.button(key="review_confirm").disabled
    assert any(texts.NO_NAME_FROM_PROXY in it.body for it in app.html)


def guarded() -> None:
    """A page behind the login."""
    import streamlit as st

    from factcheck.dashboard import access

    if access.admitted():
        st.write("inside")


def test_a_login_that_is_set_up_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the section [auth] among the secrets the page shows a button and nothing else; without it everybody is in."""
    app = AppTest.from_function(guarded).run()
    assert [it.value for it in app.markdown] == ["inside"]
    app = AppTest.from_function(guarded)
    app.secrets["auth"] = {"redirect_uri": "http://localhost:8501/oauth2callback", "cookie_secret": "x", "client_id": "c"}
    app.run()
    assert not app.exception
    assert [it.value for it in app.markdown] == [texts.LOGIN_LINE]
    assert app.button(key="login").label == texts.LOGIN


def test_where_reviewers_differ_is_listed_and_leads_there(place: str) -> None:
    """Facts and pairs, with what each one holds and why; a press shows the fact, whatever the filters hide."""
    project = made(place)
    for name, action in (("Ben", Action.CONFIRM), ("Ada", Action.REJECT)):
        project.review(of_fact(REPORT, SMOKE, action, name, note=f"<b>{name}</b>"))
    left, right = next((it.left, it.right) for it in REPORT.judgements_of[SMOKE.id])
    for name, verdict in (("Ben", Verdict.AGREE), ("Ada", Verdict.UNCLEAR)):
        project.review(of_pair(REPORT, left, right, verdict, name))
    app = opened("Ferry fire")
    told = [it.body for it in app.html if "fc-conflict" in it.body and "<style>" not in it.body]
    assert len(told) == 2
    assert "Ben: confirmed, “&lt;b&gt;Ben&lt;/b&gt;”" in told[0]
    assert "Ada: rejected" in told[0]
    assert "on the pair of" in told[1]
    assert "Ben: judged a pair (Agree)" in told[1]
    app.text_input(key="text").set_value("rescue").run()
    app.pills(key="states").set_value(["open"]).run()
    assert "About 40 people" not in html(app)
    click(app, "conflict_0")
    assert "About 40 people were treated for smoke" in html(app)
    assert app.text_input(key="text").value == ""
    app.toggle(key="review_blind").set_value(True).run()
    assert not [it for it in app.html if "fc-conflict" in it.body and "<style>" not in it.body]


def edited(data: str, status: str, note: str = "") -> bytes:
    """A CSV with review columns as a person leaves it: the first row decided."""
    rows = list(csv.DictReader(io.StringIO(data)))
    rows[0] |= {"status": status, "note": note}
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def exported(reviews: tuple[Review, ...] = ()) -> str:
    """The CSV with columns for reviewing."""
    out = io.BytesIO()
    CSV.write(REPORT, out, Choice(reviews=reviews, to_review=True))
    return out.getvalue().decode("utf-8-sig")


def test_an_edited_csv_is_taken_back(place: str) -> None:
    """What it would change is told first; then it is a review like any other, and the widget is empty for the next file."""
    project = made(place)
    app = opened("Ferry fire")
    app.file_uploader(key="review_csv-0").upload("pairs.csv", edited(exported(), "rejected", "two crew"), "text/csv").run()
    assert app.button(key="review_csv_take").label == "Take 1 review"
    assert project.reviews() == ()
    click(app, "review_csv_take")
    (event,) = project.reviews()
    assert (event.action, event.note, event.reviewer) == (Action.REJECT, "two crew", "Ada")
    assert any(texts.STATES["rejected"].word in it.body for it in app.html if 'class="fc-lines"' in it.body)
    assert app.file_uploader(key="review_csv-1").value is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"a,b\n1,2\n", "column"),
        (b"\x00\xff\xfe nothing", ""),
        (edited(exported(), "perhaps"), "choose from open, confirmed"),
    ],
    ids=["another table", "no table", "no such status"],
)
def test_a_csv_that_does_not_fit_changes_nothing(place: str, data: bytes, told: str) -> None:
    """One line says what is wrong with it, and there is nothing to take."""
    project = made(place)
    app = opened("Ferry fire")
    app.file_uploader(key="review_csv-0").upload("pairs.csv", data, "text/csv").run()
    assert not app.exception
    lines = [it.value for it in (*app.error, *app.warning) if "notes" not in it.value]  # a file of the report's own
    assert len(lines) == 1
    assert told in lines[0].replace("\\", "")
    assert not [it for it in app.button if it.key == "review_csv_take" and not it.disabled]
    assert project.reviews() == ()


def test_a_closed_line_says_where_the_fact_stands() -> None:
    """In words and a sign; a fact that nobody has decided on says nothing."""
    app = click(opened(), "review_reject")
    app.run()
    lines = [it.body for it in app.html if "fc-lines" in it.body and "<style>" not in it.body]
    assert "".join(lines).count(texts.STATES["rejected"].word) == 1
    assert texts.STATES["open"].word not in "".join(lines)


def named() -> None:
    """Whose stored report is on the page, and whether it counts as one that was asked for here."""
    import streamlit as st

    from factcheck.dashboard import comparing, review_project

    st.session_state.setdefault("compared", comparing.Job(()))
    review_project.restore()
    st.write(f"{review_project.stored()}, compared here: {comparing.compared() is not None}")


def test_a_stored_report_is_named_as_what_it_is(place: str) -> None:
    """It is of nothing that was asked for on this page, so that the page cannot say that it lacks these articles."""
    made(place)
    app = AppTest.from_function(named, default_timeout=PATIENCE)
    app.query_params["project"] = "Ferry fire"
    app.run()
    assert [it.value for it in app.markdown] == ["Ferry fire, compared here: False"]
    other = AppTest.from_function(named, default_timeout=PATIENCE).run()
    assert [it.value for it in other.markdown] == [", compared here: True"]
