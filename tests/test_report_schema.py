"""report.schema.json says what report.json is, and a whole report is read back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

import loaded
import pytest
import reports
from jsonschema import Draft202012Validator

from claims.claim import Change, Cue
from claims.deeds import Act, Deed
from claims.figures.measures import Measured
from claims.reading import read
from claims.times.window import Granularity, Level, Window
from factcheck.comparison import compare
from factcheck.exports import as_data, to_json
from factcheck.exports.json_back import ReportError, from_json
from factcheck.judgement import Camp, Position, Stated, Value
from factcheck.report import Event, Report, Trust

SCHEMA = json.loads(resources.files("factcheck.exports").joinpath("report.schema.json").read_text(encoding="utf-8"))
RULES = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


@cache
def example() -> Report:
    """The report on the bundled example."""
    return compare(read([loaded.EXAMPLES]).documents, loaded.models())


def full() -> Report:
    """The hand-made report with every value that a report can have."""
    base = reports.small()
    day = date(2024, 5, 13)
    window = Window(day, None, "since Monday", Granularity.WEEK, "-W-1", "18:00+02:00", Level.PARAGRAPH)
    quantity = replace(
        reports.SEVEN.quantities[0],
        low=float("-inf"),
        high=-2.5,
        part=True,
        change=Change("by", "down", None, 3.0, -2.5),
        bound="up to",
        unit="percent",
        measured=Measured("unemployment", "year", "forecast", rate=True),
    )
    seven = replace(
        reports.SEVEN,
        predicate="die",
        hedge="reportedly",
        cue=Cue.DENIES,
        window=window,
        quantities=(quantity,),
        names=("Ondine",),
        lemmas=("passenger",),
        deeds=(Deed("the lorry", Act.BLAME, "start", "the fire", single=True),),
        negated=True,
        speakers=("the crew",),
        window_at=(3, 9),
        published=day,
    )
    fact = replace(
        reports.KILLED,
        values=(Value(float("-inf"), -2.5, 1, ("A",)), Value(9, float("inf"), 1, ("B",))),
        history=(Stated(None, float("-inf"), -2.5, "A", seven.id),),
        camps=(Camp((seven.id,), ("the crew",), 1),),
        positions=(Position("the crew", (seven.id,)),),
        silent=("C",),
    )
    return replace(
        base,
        documents=(replace(base.documents[0], author="Ann Lee", pages=(0, 10), extracted=True), *base.documents[1:]),
        claims=(seven, *(claim for claim in base.claims if claim.id != seven.id)),
        facts=(fact, *base.facts[1:]),
        events=(Event("the fire", ("d1", "d2"), "one day"),),
        aliases={"Ondine": {"the Ondine": 2}},
        settings={"support": "majority", "max_days": 7},
        trust=(Trust("A", 0.5, 3),),
        version="0.1.0",
    )


REPORTS = [
    pytest.param(reports.small, id="hand-made"),
    pytest.param(reports.hostile, id="hostile texts"),
    pytest.param(full, id="every value"),
    pytest.param(lambda: Report((), (), (), (), (), ()), id="empty"),
    pytest.param(example, id="example", marks=pytest.mark.slow),
]


def complaints(data: Any) -> list[str]:
    """What breaks the schema, and where."""
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in RULES.iter_errors(data)]


def test_the_schema_is_one() -> None:
    """The shipped file is a JSON Schema."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("whole", [False, True], ids=["plain", "whole"])
def test_every_report_obeys_the_schema(report: Any, whole: bool) -> None:
    """What is written is what the schema describes, key by key: a new key has to be described there."""
    assert complaints(json.loads(to_json(report(), whole=whole))) == []


@pytest.mark.parametrize("report", REPORTS)
def test_a_whole_report_is_read_back_as_it_was(report: Any) -> None:
    """Written whole and read again it is the same report, in every value."""
    assert from_json(to_json(report(), whole=True)) == report()


@pytest.mark.parametrize("report", REPORTS)
def test_a_whole_report_only_adds(report: Any) -> None:
    """A whole report holds all that the plain one does; the rest is as it was."""
    plain, whole = as_data(report()), as_data(report(), whole=True)
    for name, value in plain.items():
        if name not in ("documents", "claims"):
            assert whole[name] == value
        else:
            for less, more in zip(value, whole[name], strict=True):
                assert more == {**less, "whole": more["whole"]}


@pytest.mark.parametrize(
    ("place", "value", "says"),
    [
        (("schema",), 2, "1 was expected"),
        (("facts", 0, "finding"), "true", "true"),
        (("judgements", 0, "score"), 1.5, "1.5"),
        (("documents", 0, "published"), "yesterday", "yesterday"),
        (("documents", 0, "colour"), "red", "colour"),
        (("copies", 0), ["d1", "d3"], "short"),
    ],
)
def test_what_is_wrong_breaks_the_schema(place: tuple[Any, ...], value: Any, says: str) -> None:
    """The schema is strict enough to notice what no report has."""
    data = json.loads(to_json(reports.small()))
    inside = data
    for step in place[:-1]:
        inside = inside[step]
    inside[place[-1]] = value
    assert any(says in line for line in complaints(data))


def without_context(data: dict[str, Any]) -> None:
    del data["claims"][0]["whole"]["context"]


def other_text(data: dict[str, Any]) -> None:
    data["documents"][0]["whole"]["text"] += "."


def other_code(data: dict[str, Any]) -> None:
    data["judgements"][0]["code"] = "because"


@pytest.mark.parametrize(
    ("damage", "says"),
    [(without_context, "context is missing"), (other_text, "not the one that was compared"), (other_code, "because")],
)
def test_damage_is_one_clear_line(damage: Any, says: str) -> None:
    """A report that somebody changed by hand says what is wrong with it and what to do."""
    data = as_data(full(), whole=True)
    damage(data)
    with pytest.raises(ReportError) as error:
        from_json(json.dumps(data))
    assert says in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no JSON"),
        ("[1]", "found 'list'"),
        ('{"schema": 2}', "found 2"),
        (to_json(reports.small()), "--json-whole"),
    ],
)
def test_other_files_are_refused(text: str, says: str) -> None:
    """What is no whole report of schema 1 is refused with the way out."""
    with pytest.raises(ReportError, match="--json") as error:
        from_json(text)
    assert says in str(error.value)
