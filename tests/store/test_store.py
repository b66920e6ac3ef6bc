"""The store, on SQLite and on PostgreSQL: what is written comes back, nothing changes, projects see nothing of each other."""

from __future__ import annotations

import os
import socket
from dataclasses import replace
from datetime import date

import pytest
import reports
from reports import COURIER, HARBOUR, KILLED, PLACE
from sqlalchemy import func, select, update

from factcheck.judgement import Finding, Verdict
from factcheck.reviewing.review import Action, of_fact, taken_back
from factcheck.reviewing.reviews import Status, standings
from factcheck.store import Added, ConflictError, Project, State, Store, StoreError, open_store
from factcheck.store.runs import KILLED as PROCESS_GONE
from factcheck.store.schema import claims, facts, judgements, runs

REPORT = reports.small()


def done(project: Project) -> Project:
    """The project with the articles of the small report, and a run that gave that report."""
    project.add(REPORT.documents)
    with project.run() as run:
        run.finish(REPORT)
    return project


def test_articles_come_back_as_they_were_and_are_kept_once(project: Project) -> None:
    """Adding the same articles again adds nothing."""
    assert project.add(REPORT.documents) == Added(3, 0)
    assert project.add((HARBOUR, COURIER)) == Added(0, 2)
    assert project.articles() == REPORT.documents


def test_texts_with_what_databases_do_not_take_come_back(project: Project) -> None:
    """NUL, lone surrogates and signs beyond the basic plane are text like any other."""
    odd = replace(HARBOUR, text="A\x00B \ud83d \U0001f6a2 end", title="\x00", outlet="\udc80")
    project.add([odd])
    assert project.articles() == (odd,)
    event = of_fact(REPORT, KILLED, Action.NOTE, "A\x00da \ud83d", note="\x00 \udc80")
    project.review(event)
    assert project.reviews() == (event,)


def test_a_correction_takes_the_place_of_the_article_in_later_runs(project: Project) -> None:
    """The older row stays for the runs that used it."""
    done(project)
    corrected = replace(HARBOUR, outlet="The Harbour Gazette", id="other", published=date(2024, 5, 15))
    assert project.add([corrected]) == Added(1, 0)
    assert project.articles() == (corrected, *REPORT.documents[1:])
    assert project.report() == REPORT


def test_a_report_read_back_equals_the_report_written(project: Project) -> None:
    """Every field of every value; also of one whose strings try everything."""
    assert project.report() is None
    assert done(project).report() == REPORT
    hostile = reports.hostile()
    project.add(hostile.documents)
    with project.run() as run:
        run.progress("facts", 0, 1)
        run.finish(hostile)
    assert project.report() == hostile
    first, second = project.runs()
    assert (project.report(first.number), project.report(second.number)) == (REPORT, hostile)
    assert project.report(second.number + 1) is None


def test_a_run_that_is_done_never_changes(project: Project) -> None:
    """A second report is refused, and the first one stays."""
    project.add(REPORT.documents)
    with project.run() as run:
        run.finish(REPORT)
        with pytest.raises(StoreError, match="never changed"):
            run.finish(replace(REPORT, facts=()))
    assert project.report() == REPORT
    assert [it.state for it in project.runs()] == [State.DONE]


@pytest.mark.parametrize(
    ("error", "state", "why"),
    [(ValueError("no words"), State.FAILED, "no words"), (KeyboardInterrupt(), State.STOPPED, "somebody stopped it")],
)
def test_a_run_that_breaks_off_says_so(project: Project, error: BaseException, state: State, why: str) -> None:
    """The error goes on; the run is kept as what it is and gives no report."""
    with pytest.raises(type(error)), project.run():
        raise error
    (run,) = project.runs()
    assert (run.state, run.why, run.ended is not None) == (state, why, True)
    assert project.report() is None


def test_one_run_at_a_time(project: Project) -> None:
    """Of two runs at once the second is refused with a line that says since when the first has been going on."""
    with project.run(), pytest.raises(StoreError, match="going on since"), project.run():
        pass


@pytest.mark.parametrize(
    "left",
    [
        {"pid": 2**22 + 1},  # no process has such an id
        {"host": "elsewhere", "seen": "2024-05-15T12:00:00+00:00"},  # another machine, silent for long
    ],
)
def test_a_run_whose_process_is_gone_is_shown_and_marked_as_stopped(project: Project, left: dict[str, object]) -> None:
    """Nobody waits for it."""
    with project.run() as dead:
        pass
    with project.store.writing() as connection:
        connection.execute(update(runs).where(runs.c.number == dead.number).values(state="running", **left))
    assert [(run.state, run.why) for run in project.runs()] == [(State.STOPPED, PROCESS_GONE)]
    done(project)
    assert [run.state for run in project.runs()] == [State.STOPPED, State.DONE]


def test_a_run_of_another_machine_that_spoke_lately_is_alive(project: Project) -> None:
    """Its process cannot be asked, so its last word counts."""
    with project.run():
        with project.store.writing() as connection:
            connection.execute(update(runs).values(host=f"not-{socket.gethostname()}", pid=os.getpid()))
        with pytest.raises(StoreError, match="going on"), project.run():
            pass


def test_reviews_are_kept_in_order_and_only_once(project: Project) -> None:
    """The log is what was written, in the order of writing; an event sent again is the same event."""
    events = [
        of_fact(REPORT, KILLED, Action.REJECT, "Ada", note="two crew are counted"),
        of_fact(REPORT, PLACE, Action.CORRECT, "Ben", verdict=Verdict.UNCLEAR),
    ]
    events.append(taken_back(events[0], "Ada"))
    numbers = [project.review(event) for event in events]
    assert numbers == sorted(numbers)
    assert project.review(events[1]) == numbers[1]
    assert project.reviews() == tuple(events)
    assert project.last_review() == numbers[-1]
    with pytest.raises(StoreError, match="never changed"):
        project.review(replace(events[1], note="changed"))


def test_who_decides_on_what_somebody_else_decided_since_is_told(project: Project) -> None:
    """Optimistic locking: the line says who did what and when; after a look the second opinion is stored."""
    first = of_fact(REPORT, KILLED, Action.CONFIRM, "Ada")
    seen = project.last_review()
    project.review(first, seen)
    second = of_fact(REPORT, KILLED, Action.REJECT, "Ben")
    with pytest.raises(ConflictError, match=rf"Ada confirmed this fact at {first.at:%H:%M} UTC.*look at it again") as caught:
        project.review(second, seen)
    assert caught.value.other == first
    assert project.reviews() == (first,)
    project.review(second, project.last_review())
    assert standings(REPORT, project.reviews())[KILLED.id].conflict


def test_what_is_no_conflict(project: Project) -> None:
    """One's own decisions, other facts, notes and marks, and who asks for no check."""
    project.review(of_fact(REPORT, KILLED, Action.CONFIRM, "Ada"), 0)
    project.review(of_fact(REPORT, KILLED, Action.REJECT, "Ada"), 0)
    project.review(of_fact(REPORT, PLACE, Action.REJECT, "Ben"), 0)
    project.review(of_fact(REPORT, KILLED, Action.NOTE, "Ben", note="why?"), 0)
    project.review(of_fact(REPORT, KILLED, Action.CHECK, "Ben"), 0)
    project.review(of_fact(REPORT, KILLED, Action.CONFIRM, "Ben"))
    assert len(project.reviews()) == 6


def test_decisions_outlive_a_run_with_more_articles(project: Project) -> None:
    """The project's reviews are found again in the report of a later run."""
    done(project).review(of_fact(REPORT, KILLED, Action.REJECT, "Ada"))
    again = replace(REPORT, facts=tuple(replace(f, id=f"new-{f.id}") for f in REPORT.facts), version="9.9")
    with project.run() as run:
        run.finish(again)
    latest = project.report()
    assert latest is not None
    found = standings(latest, project.reviews())
    assert found[f"new-{KILLED.id}"].status is Status.REJECTED
    assert not found[f"new-{KILLED.id}"].stale


def test_one_projects_data_never_shows_in_anothers(store: Store) -> None:
    """Articles, texts, runs, reports and reviews, also where both hold the same article, and a run's number is asked for."""
    mine, theirs = done(store.create("Mine")), store.create("Theirs")
    mine.review(of_fact(REPORT, KILLED, Action.CONFIRM, "Ada"))
    (run,) = mine.runs()
    assert (theirs.articles(), theirs.runs(), theirs.reviews(), theirs.report(), theirs.report(run.number)) == (
        (),
        [],
        (),
        None,
        None,
    )
    theirs.add([HARBOUR])
    assert theirs.articles() == (HARBOUR,)
    assert theirs.summary().run is None
    assert theirs.last_review() == 0


def test_what_a_list_of_projects_says(project: Project) -> None:
    """Articles, runs, reviews, and what the last run found."""
    done(project).review(of_fact(REPORT, KILLED, Action.CONFIRM, "Ada"))
    summary = project.summary()
    assert (summary.name, summary.articles, summary.runs, summary.reviews) == ("Ferry fire", 3, 1, 1)
    assert summary.run is not None
    assert summary.run.findings == {
        Finding.CONTRADICTED: 2,
        Finding.COMPATIBLE: 1,
        Finding.AGREED: 1,
        Finding.SINGLE_SOURCE: 1,
    }


def test_the_rows_of_a_run_are_there_for_queries(project: Project) -> None:
    """Claims with their keys, facts and judgements can be asked for in SQL."""
    done(project)
    joined = claims.join(facts, (facts.c.run == claims.c.run) & (facts.c.id == claims.c.fact))
    with project.store.reading() as connection:
        count = [connection.execute(select(func.count()).select_from(it)).scalar() for it in (claims, facts, judgements)]
        query = select(func.count()).select_from(joined).where(facts.c.finding == Finding.CONTRADICTED.value)
        contradicted = connection.execute(query).scalar()
    assert count == [len(REPORT.claims), len(REPORT.facts), len(REPORT.judgements)]
    assert contradicted == 4


@pytest.mark.parametrize("name", ["", " ", " Ferry", "a\nb", "x" * 81, "\x00"])
def test_names_that_are_none(store: Store, name: str) -> None:
    """A name is something that a person can read and type."""
    with pytest.raises(StoreError, match="no name for a project"):
        store.create(name)


def test_names_that_are_taken_or_unknown(store: Store) -> None:
    """The lines name the way out."""
    store.create("Ferry fire")
    with pytest.raises(StoreError, match="already; take another name"):
        store.create("Ferry fire")
    with pytest.raises(StoreError, match="did you mean 'Ferry fire'"):
        store.project("Fery fire")
    with pytest.raises(StoreError, match="factcheck project new"):
        store.project("Harbour")
    assert store.project("Ferry fire").name == "Ferry fire"
    assert store.names() == ("Ferry fire",)


def test_opened_again_everything_is_there(place: str) -> None:
    """A store outlives the process that wrote it."""
    first = open_store(place)
    done(first.create("Ferry fire")).review(of_fact(REPORT, KILLED, Action.CONFIRM, "Ada"))
    first.engine.dispose()
    again = open_store(place).project("Ferry fire")
    assert again.report() == REPORT
    assert len(again.reviews()) == 1
    again.store.engine.dispose()
