"""`factcheck project`, `score` and `serve`: as a person and as a script use them, and what they say to bad input."""

from __future__ import annotations

import argparse
import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import reports
from reports import KILLED, PLACE, SMOKE

from factcheck import cli
from factcheck.commands import serve
from factcheck.reviewing.review import Action, names_given
from factcheck.reviewing.reviews import Status, standings
from factcheck.store import open_store

REPORT = reports.small()
PROJECT = "Ferry fire"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store with a project that has a report, which the commands take as the default store."""
    place = str(tmp_path / "store.db")
    monkeypatch.setenv("FACTCHECK_DB", place)
    monkeypatch.setenv("FACTCHECK_REVIEWER", "Ada")
    store = open_store(place)
    project = store.create(PROJECT)
    project.add(REPORT.documents)
    with project.run() as run:
        run.finish(REPORT)
    store.engine.dispose()
    return place


Result = Callable[..., Any]


@pytest.fixture
def said(place: str, capsys: pytest.CaptureFixture[str]) -> Result:
    """Runs a command that must succeed; gives what it printed, from JSON where it has --json."""

    def run(*arguments: str) -> Any:
        assert cli.main(arguments) == 0
        out = capsys.readouterr().out
        return json.loads(out) if "--json" in arguments else out

    return run


@pytest.fixture
def refused(place: str, capsys: pytest.CaptureFixture[str]) -> Result:
    """Runs a command that must be refused with one line; gives that line."""

    def run(*arguments: str) -> str:
        assert cli.main(arguments) == cli.UNUSABLE
        printed = capsys.readouterr()
        assert printed.out == ""
        assert printed.err.count("\n") == 1
        return printed.err

    return run


def review(said: Result, fact: str, *arguments: str) -> Any:
    """Review a fact from the command line."""
    return said("project", "review", PROJECT, fact, *arguments, "--json")


def test_a_project_from_nothing(said: Result, tmp_path: Path) -> None:
    """Made, filled, and listed; adding the same again adds nothing."""
    (tmp_path / "a.txt").write_text("Ferry burns\n\nSeven people died on Monday in a fire on the ferry Ondine, police said.\n")
    assert said("project", "new", "Second", "--json") == {"project": "Second"}
    added = said("project", "add", "Second", str(tmp_path / "a.txt"), "--json")
    assert added == {"project": "Second", "added": 1, "known": 0, "failed": []}
    assert "0 added, 1 there already" in said("project", "add", "Second", str(tmp_path / "a.txt"))
    listed = {it["project"]: (it["articles"], it["runs"], it["reviews"]) for it in said("project", "list", "--json")}
    assert listed == {PROJECT: (3, 1, 0), "Second": (1, 0, 0)}
    assert "Ferry fire: articles 3, runs 1, reviews 0; run 1" in said("project", "list")
    (run,) = said("project", "list", PROJECT, "--json")
    assert (run["state"], run["findings"]["contradicted"]) == ("done", 2)
    assert said("project", "list", "Second") == "no runs yet\n"


def test_the_list_of_facts(said: Result) -> None:
    """Every fact with where it stands; a fact alone with its claims, verdicts and history."""
    rows = said("project", "review", PROJECT, "--json")
    assert [row["fact"] for row in rows] == [fact.id for fact in REPORT.facts]
    assert {row["status"] for row in rows} == {"open"}
    review(said, KILLED.id, "--confirm", "--note", "both on the record")
    lines = said("project", "review", PROJECT).splitlines()
    assert any("[confirmed as contradicted]" in line and "Seven passengers died" in line for line in lines)
    whole = said("project", "review", PROJECT, KILLED.id)
    assert "1. Harbour Gazette: “Seven passengers died on Monday”" in whole
    assert "contradict: 7 dead cannot be 9 dead on the same day." in whole
    assert "Ada: confirm both on the record" in whole


@pytest.mark.parametrize(
    ("options", "action"),
    [
        (["--confirm"], Action.CONFIRM),
        (["--reject"], Action.REJECT),
        (["--correct", "compatible"], Action.CORRECT),
        (["--check"], Action.CHECK),
        (["--note", "ask again"], Action.NOTE),
        (["--rate", "2=False (1)"], Action.RATE),
        (["--split", "2"], Action.SPLIT),
        (["--join", SMOKE.id], Action.JOIN),
    ],
)
def test_each_decision_is_stored(said: Result, place: str, options: list[str], action: Action) -> None:
    """Under the name of the one who decides."""
    assert review(said, KILLED.id, *options, "--reviewer", "Ben")["action"] == action
    (stored,) = open_store(place).project(PROJECT).reviews()
    assert (stored.action, stored.reviewer) == (action, "Ben")


def test_a_rating_is_shown_with_its_claim_and_goes_into_the_draft(said: Result, tmp_path: Path) -> None:
    """Under the claim, in the JSON, and in ClaimReview once the fact is confirmed."""
    review(said, KILLED.id, "--rate", "2=Mostly false (2)", "--note", "the crew were counted twice")
    lines = said("project", "review", PROJECT, KILLED.id).splitlines()
    (at,) = [number for number, line in enumerate(lines) if "rated Mostly false (2) by Ada" in line]
    assert lines[at - 1].startswith("  2. ")
    ratings = said("project", "review", PROJECT, KILLED.id, "--json")["ratings"]
    assert ratings == {KILLED.claims[1]: {"word": "Mostly false", "value": 2, "reviewer": "Ada"}}
    review(said, KILLED.id, "--confirm")
    said("project", "export", PROJECT, "--claimreview", str(tmp_path / "c.json"))
    rated = [it.get("reviewRating") for it in json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["@graph"]]
    assert [it and it["alternateName"] for it in rated] == [None, "Mostly false"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("False", "write it as N=RATING, where N is one of the claims 1 to 2"),
        ("3=False", "one of the claims 1 to 2"),
        ("²=False", "one of the claims 1 to 2"),
        ("2=", "is no rating; write a word"),
        ("2=False (9)", "goes from 1"),
    ],
)
def test_a_rating_that_is_none_is_refused(refused: Result, text: str, says: str) -> None:
    """One line with what to write."""
    assert says in refused("project", "review", PROJECT, KILLED.id, "--rate", text)


def test_split_and_joined_facts_are_listed_as_such(said: Result) -> None:
    """From then on the list shows the facts as people put them."""
    review(said, SMOKE.id, "--split", "2,3")
    rows = said("project", "review", PROJECT, "--json")
    assert sorted(len(row["claims"]) for row in rows) == [1, 1, 2, 2, 2, 2]
    review(said, KILLED.id, "--join", PLACE.id)
    assert sorted(len(row["claims"]) for row in said("project", "review", PROJECT, "--json")) == [1, 1, 2, 2, 4]


def test_undo_and_redo(said: Result, refused: Result, place: str) -> None:
    """One's own last review; with nothing to take back there is a line."""
    assert "Ada has nothing to take back" in refused("project", "review", PROJECT, "--undo")
    review(said, KILLED.id, "--confirm")
    said("project", "review", PROJECT, "--undo")
    project = open_store(place).project(PROJECT)
    assert standings(REPORT, project.reviews())[KILLED.id].status is Status.OPEN
    said("project", "review", PROJECT, "--redo")
    assert standings(REPORT, project.reviews())[KILLED.id].status is Status.CONFIRMED
    assert "nothing to bring back" in refused("project", "review", PROJECT, "--redo")


def test_two_reviewers(said: Result, refused: Result) -> None:
    """Who judges by an old list is told; second opinions give kappa and conflicts."""
    seen = str(said("project", "review", PROJECT, "--json")[0]["seen"])
    review(said, KILLED.id, "--confirm")
    line = refused("project", "review", PROJECT, KILLED.id, "--reject", "--reviewer", "Ben", "--seen", seen)
    assert "Ada confirmed this fact" in line
    review(said, KILLED.id, "--reject", "--reviewer", "Ben")
    for who in ("Ada", "Ben"):
        review(said, PLACE.id, "--confirm", "--reviewer", who)
    found = said("project", "review", PROJECT, "--agreement", "--json")
    (both,) = found["agreement"]
    assert (both["reviewers"], both["judged"], both["same"]) == (["Ada", "Ben"], 2, 1)
    assert both["kappa"] == pytest.approx(1 / 3)
    (conflict,) = found["conflicts"]
    assert conflict["opinions"] == {"Ada": "contradicted", "Ben": "not contradicted"}
    text = said("project", "review", PROJECT, "--agreement")
    assert "Ada and Ben: 1 of 2 the same, kappa 0.33" in text
    assert "Ada says contradicted, Ben says not contradicted" in text


def test_names_that_reviewers_gave_hold_in_the_next_run(said: Result, place: str) -> None:
    """An alias is a review like any other, and can be taken back."""
    said("project", "review", PROJECT, "--alias", "the line = Ellery Ferries")
    project = open_store(place).project(PROJECT)
    assert names_given(project.reviews()) == {"the line": "Ellery Ferries"}
    said("project", "review", PROJECT, "--undo")
    assert names_given(project.reviews()) == {}


def test_export(said: Result, tmp_path: Path) -> None:
    """The last report as JSON and CSV, with what people split and joined; a run that is named."""
    review(said, SMOKE.id, "--split", "2,3")
    report, table = tmp_path / "r.json", tmp_path / "p.csv"
    said("project", "export", PROJECT, "--report", str(report), "--csv", str(table), "--run", "1")
    assert len(json.loads(report.read_text(encoding="utf-8"))["facts"]) == len(REPORT.facts) + 1
    assert table.read_text(encoding="utf-8").startswith("finding,verdict,code")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["project", "new", PROJECT], "already; take another name"),
        (["project", "add", "Nobody", "a.txt"], "no project 'Nobody'"),
        (["project", "add", PROJECT, "missing.txt"], "missing.txt"),
        (["project", "review", "Fery fire"], "did you mean 'Ferry fire'"),
        (["project", "review", PROJECT, "zz", "--confirm"], "no fact with an id that begins with 'zz'"),
        (["project", "review", PROJECT, "f", "--confirm"], "5 facts with an id"),
        (["project", "review", PROJECT, "--confirm"], "say which fact"),
        (["project", "review", PROJECT, "f1", "--split", "1,2"], "one at least has to stay"),
        (["project", "review", PROJECT, "f1", "--split", "0"], "claims 1 to 2"),
        (["project", "review", PROJECT, "f1", "--split", "two"], "by their numbers"),
        (["project", "review", PROJECT, "f1", "--join", "f1"], "joined with itself"),
        (["project", "review", PROJECT, "--alias", "line"], "FORM=NAME"),
        (["project", "run", PROJECT, "--aliases", "missing.csv"], "no such file"),
        (["project", "export", PROJECT], "at least one of"),
        (["project", "export", PROJECT, "--run", "9", "--csv", "x.csv"], "no report of run 9"),
        (["project", "import", PROJECT, "missing.csv"], "missing.csv: cannot be read"),
        (["project", "import", PROJECT, __file__], "no column status"),
        (["project", "export", PROJECT, "--html", "no/such/b.html"], "does not exist"),
        (["project", "list", "--db", "mysql://a:secret@b/c"], "a store is a SQLite file or postgresql"),
        (["score", "missing"], "factcheck project export"),
    ],
)
def test_what_is_refused(
    arguments: list[str],
    line: str,
    place: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """Each with a line on what to do, and never with a traceback."""
    monkeypatch.chdir(tmp_path)
    assert cli.main(arguments) == cli.UNUSABLE
    assert line in capsys.readouterr().err


def test_an_empty_project_cannot_be_run_reviewed_or_exported(said: Result, refused: Result, tmp_path: Path) -> None:
    """The line names the command that comes first."""
    said("project", "new", "Empty")
    assert "factcheck project add" in refused("project", "run", "Empty")
    assert "factcheck project run" in refused("project", "review", "Empty")
    assert "factcheck project run" in refused("project", "export", "Empty", "--csv", str(tmp_path / "x.csv"))


def test_labels_need_a_new_folder(said: Result, refused: Result, tmp_path: Path) -> None:
    """So that no file of somebody else's is taken for ours."""
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "mine.txt").write_text("")
    assert "name a new folder" in refused("project", "export", PROJECT, "--labels", str(tmp_path / "labels"))
    said("project", "export", PROJECT, "--labels", str(tmp_path / "new"))
    assert json.loads((tmp_path / "new" / "gold.json").read_text())["group"] == PROJECT


def test_a_table_goes_out_is_edited_and_comes_in(said: Result, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Decisions of a spreadsheet become reviews; a row that was changed elsewhere is named and left; drafts follow from them."""
    table, drafts, brief = (tmp_path / name for name in ("pairs.csv", "drafts.jsonld", "brief.html"))
    said("project", "export", PROJECT, "--csv", str(table), "--csv-review", "--csv-bom")
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
    killed = next(row for row in rows if row["fact"] == KILLED.headline)
    smoke = next(row for row in rows if row["fact"] == SMOKE.headline)
    killed |= {"status": "confirmed", "note": "both stand by it"}
    smoke |= {"left_claim": "About 50 people", "status": "rejected"}
    with table.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(reversed(rows))
    assert cli.main(["project", "import", PROJECT, str(table), "--json"]) == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["reviews"] == 1
    assert f"{table}: row" in printed.err
    assert "left_claim is “About 50 people”" in printed.err
    listed = {row["fact"]: row for row in said("project", "review", PROJECT, "--json")}
    assert listed[KILLED.id]["status"] == "confirmed"
    assert said("project", "import", PROJECT, str(table), "--json")["reviews"] == 0
    said("project", "export", PROJECT, "--claimreview", str(drafts), "--html", str(brief))
    assert len(json.loads(drafts.read_text(encoding="utf-8"))["@graph"]) == 2
    assert "Confirmed by Ada." in brief.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["new", "add", "run", "review", "export", "import", "list"])
def test_the_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An example that names the command."""
    with pytest.raises(SystemExit):
        cli.main(["project", command, "--help"])
    assert f"example:\n  factcheck project {command}" in capsys.readouterr().out


@pytest.mark.slow
def test_from_articles_to_a_score(said: Result, tmp_path: Path) -> None:
    """Add, run, review, run again with one article more: the decision stays; labels score the tool with one command."""
    first = "Ferry burns\n\nSeven passengers were killed on Monday when the ferry Ondine burned off Port Ellery.\n"
    second = "Ferry fire\n\nNine passengers were killed on Monday when the ferry Ondine burned off Port Ellery.\n"
    for name, text in (("one.txt", first), ("two.txt", second)):
        (tmp_path / name).write_text(text)
    (tmp_path / "sources.csv").write_text(
        "file,outlet,published\none.txt,Harbour Gazette,2024-05-14\ntwo.txt,Inland Courier,2024-05-14\n"
        "three.txt,Morning,2024-05-14\n"
    )
    said("project", "new", "Ondine")
    said("project", "add", "Ondine", str(tmp_path))
    assert said("project", "run", "Ondine", "--one-event", "--json")["findings"]["contradicted"] >= 1
    rows = said("project", "review", "Ondine", "--json")
    toll = next(row for row in rows if row["finding"] == "contradicted")
    said("project", "review", "Ondine", toll["fact"], "--confirm")
    (tmp_path / "three.txt").write_text("Ondine\n\nA harbour pilot saw the smoke over Port Ellery at dawn on Tuesday.\n")
    said("project", "add", "Ondine", str(tmp_path))
    said("project", "run", "Ondine", "--one-event")
    again = [row for row in said("project", "review", "Ondine", "--json") if row["status"] == "confirmed"]
    assert [(row["headline"], row["stale"]) for row in again] == [(toll["headline"], False)]
    said("project", "export", "Ondine", "--labels", str(tmp_path / "labels"))
    score = said("score", str(tmp_path / "labels"), "--json")
    assert (score["pairs"], score["pairs_right"], score["contradict_found"]) == (1, 1, 1)
    assert "verdicts right         1.000 (1 of 1)" in said("score", str(tmp_path / "labels"), "--errors")


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("0.0.0.0", False),  # noqa: S104
        ("::", False),
        ("", False),
        ("192.168.1.20", False),
        ("no such name", False),
    ],
)
def test_only_loopback_needs_no_leave(
    address: str, local: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any other address is refused without --allow-remote."""
    assert serve.loopback(address) is local
    started: list[list[str]] = []
    monkeypatch.setattr(serve, "start", lambda options: started.append(serve.command(options, Path("page.py"))) or 0)
    assert cli.main(["serve", "--address", address]) == (0 if local else cli.UNUSABLE)
    assert len(started) == local
    assert local or "--allow-remote" in capsys.readouterr().err
    assert cli.main(["serve", "--address", address, "--allow-remote", "--port", "8600"]) == 0
    assert started[-1][-4:] == ["--server.address", address, "--server.port", "8600"]


def test_a_script_beside_installed_packages_is_not_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a copy of the project has its script there; where the wheel brought none, one line says what to do."""
    assert serve.app() == serve.PROJECT / serve.APP
    (tmp_path / serve.APP).write_text("", encoding="utf-8")
    monkeypatch.setattr(serve, "files", lambda name: [])
    with pytest.raises(serve.UsageError, match="install the wheel with pip"):
        serve.app(tmp_path)


def test_the_dashboard_is_told_where_the_store_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the environment, a file by its whole path."""
    monkeypatch.chdir(tmp_path)
    options = argparse.Namespace(db="news.db", reviewer_header="X-User")
    told = serve.environment(options)
    assert (told["FACTCHECK_DB"], told["FACTCHECK_REVIEWER_HEADER"]) == (str(tmp_path / "news.db"), "X-User")
    assert serve.environment(replace_db(options, "postgresql://a@b/c"))["FACTCHECK_DB"] == "postgresql://a@b/c"


def replace_db(options: argparse.Namespace, place: str) -> argparse.Namespace:
    """The options with another store."""
    return argparse.Namespace(**vars(options) | {"db": place})
