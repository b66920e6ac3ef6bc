"""Exports: report.json has the keys of schema 1, and the CSV one row a judged pair."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from math import inf
from typing import Any

import pytest
import reports

from factcheck.exports import COLUMNS, SCHEMA, as_data, claim_data, harmless, to_csv, to_json
from factcheck.judgement import Camp, Stated, Value, Verdict
from factcheck.report import Report, Trust

# design.md, section 5; added to it: "aliases", the "positions" of a fact, "facet", "cue", ... of a claim, "part", "change" and
# "measured" of a quantity.
KEYS = {
    "documents": "id path outlet title url published language event text_sha256 dropped",
    "failed": "path reason",
    "claims": "id document start end text standalone speakers negated hedged quantities window",
    "facts": "id headline happening facet finding claims origins low best high positions",
    "judgements": "left right verdict code score reason",
}
ADDED = {
    "documents": {"text", "pages"},
    "claims": {"facet", "cue", "hedge", "page"},
    "facts": {"values", "history", "camps", "silent"},
}
TOP = "schema documents failed claims facts judgements copies copy_passages origins trust events aliases settings version".split()


def data() -> dict[str, Any]:
    """The hand-made report, written and read again."""
    read: dict[str, Any] = json.loads(to_json(reports.small()))
    return read


def rows(report: Report, **options: Any) -> list[dict[str, str]]:
    """The rows of the CSV, by column."""
    return list(csv.DictReader(io.StringIO(to_csv(report, **options), newline="")))


def test_schema_1_has_exactly_its_keys() -> None:
    """Tests and scorers rely on the keys of design.md, section 5, in its order."""
    got = data()
    assert list(got) == TOP
    assert got["schema"] == SCHEMA == 1
    for name, keys in KEYS.items():
        assert got[name]
        for item in got[name]:
            assert set(item) - ADDED.get(name, set()) == set(keys.split()), name
    assert {"start", "end", "reason"} == set(got["documents"][1]["dropped"][0])


def test_quantity_and_window_keys() -> None:
    """A quantity and a window have the keys of schema 1; a claim without a window has null."""
    quantity = claim_data(reports.SMOKE_COURIER)["quantities"][0]
    assert set(quantity) - {"part", "change", "measured"} == set("start end low high bound unit counted role".split())
    assert claim_data(reports.SEVEN)["window"] == {
        "start": "2024-05-13",
        "end": "2024-05-13",
        "text": "on Monday",
        "granularity": "day",
        "clock": None,
        "relative": None,
        "from": "claim",
    }
    assert claim_data(reports.RESCUE)["window"] is None


def test_open_ends_are_null() -> None:
    """ "More than 30" has no upper end: null, not Infinity, which is no JSON."""
    assert claim_data(reports.SMOKE_COURIER)["quantities"][0]["high"] is None
    assert "Infinity" not in to_json(reports.small())


def test_unknown_date_is_null() -> None:
    """A document without a date has null, not an empty string."""
    assert [d["published"] for d in data()["documents"]] == ["2024-05-14", "2024-05-14", None]


def test_copies_are_triples() -> None:
    """A copy is two document ids and the share."""
    assert data()["copies"] == [["d1", "d3", 0.82]]


def test_text_stays_readable() -> None:
    """Letters beyond ASCII are written as they are."""
    report = replace(reports.small(), version="Erdoğan – “ja”")
    assert "Erdoğan – “ja”" in to_json(report)


def test_spans_lead_back_to_the_text() -> None:
    """A claim's start and end cut its text out of the document."""
    texts = {d.id: d.text for d in reports.small().documents}
    for claim in data()["claims"]:
        assert texts[claim["document"]][claim["start"] : claim["end"]] == claim["text"]


def test_columns() -> None:
    """The CSV has the columns of issue 2, in this order."""
    side = ["outlet", "title", "url", "published", "speaker", "claim", "low", "high", "unit", "window"]
    wanted = [
        "finding",
        "verdict",
        "code",
        "reason",
        "fact",
        "positions",
        *(f"{s}_{c}" for s in ("left", "right") for c in side),
        "score",
    ]
    wanted.append("shared_text")
    assert list(COLUMNS) == wanted
    assert to_csv(reports.small()).split("\r\n")[0] == ",".join(wanted)


def test_one_row_a_pair() -> None:
    """Each judged pair of different documents or speakers is one row, with both sides' words."""
    got = rows(reports.small())
    assert len(got) == len(reports.small().judgements)
    killed = next(row for row in got if row["code"] == "value-differs")
    assert killed == {
        "finding": "contradicted",
        "verdict": "contradict",
        "code": "value-differs",
        "reason": "7 dead cannot be 9 dead on the same day.",
        "fact": "Seven passengers died",
        "positions": "",
        "left_outlet": "Harbour Gazette",
        "left_title": "Ferry fire kills seven off Port Ellery",
        "left_url": "https://example.org/harbour/ferry-fire",
        "left_published": "2024-05-14",
        "left_speaker": "",
        "left_claim": "Seven passengers died on Monday",
        "left_low": "7",
        "left_high": "7",
        "left_unit": "",
        "left_window": "on Monday",
        "right_outlet": "Inland Courier",
        "right_title": "Nine dead as Ondine burns",
        "right_url": "https://example.org/courier/ondine",
        "right_published": "2024-05-14",
        "right_speaker": "the coast guard",
        "right_claim": "Nine passengers were killed on Monday",
        "right_low": "9",
        "right_high": "9",
        "right_unit": "",
        "right_window": "on Monday",
        "score": "0.97",
        "shared_text": "",
    }


def test_copies_in_json_and_csv() -> None:
    """The three values of a copy are as ever; its passages and its original stand beside, its share in the rows of the pair."""
    got = data()
    assert got["copies"] == [["d1", "d3", 0.82]]
    assert got["copy_passages"] == [
        {
            "left": "d1",
            "right": "d3",
            "original": "d1",
            "reason": "the most complete",
            "passages": [{"left": [81, 121], "right": [35, 75], "edited": False}],
        }
    ]
    assert got["origins"] == [{"documents": ["d1", "d3"], "original": "d1", "reason": "the most complete", "credits": []}]
    documents = {document.id: document.text for document in reports.small().documents}
    assert documents["d1"][81:121] == documents["d3"][35:75] == "ferry Ondine caught fire off Port Ellery"
    assert {row["shared_text"] for row in rows(reports.small())} == {"", "0.82"}


def test_evidence_in_json() -> None:
    """Values with their origins, history, camps, silent outlets and trust with its sample; an open end is null."""
    fact = replace(
        reports.KILLED,
        values=(Value(7, 7, 2, ("A", "B")), Value(9, inf, 1, ("C",))),
        history=(Stated(date(2024, 5, 14), 9, inf, "C", "c"), Stated(None, 7, 7, "A", "a")),
        camps=(Camp(("a", "b"), ("the crew",), 2),),
        silent=("D",),
    )
    got = as_data(replace(reports.small(), facts=(fact,), trust=(Trust("A", 0.75, 4),)))
    assert got["facts"][0]["values"] == [
        {"low": 7, "high": 7, "origins": 2, "outlets": ["A", "B"]},
        {"low": 9, "high": None, "origins": 1, "outlets": ["C"]},
    ]
    assert got["facts"][0]["history"] == [
        {"published": "2024-05-14", "low": 9, "high": None, "outlet": "C", "claim": "c"},
        {"published": None, "low": 7, "high": 7, "outlet": "A", "claim": "a"},
    ]
    assert got["facts"][0]["camps"] == [{"claims": ["a", "b"], "holders": ["the crew"], "origins": 2}]
    assert got["facts"][0]["silent"] == ["D"]
    assert got["trust"] == [{"outlet": "A", "trust": 0.75, "facts": 4}]


def test_open_end_is_an_empty_cell() -> None:
    """ "More than 30" has a low and no high."""
    courier = next(
        row for row in rows(reports.small()) if row["right_outlet"] == "Inland Courier" and row["code"] == "looser-bound"
    )
    assert (courier["right_low"], courier["right_high"]) == ("30", "")


@pytest.mark.parametrize("verdict", list(Verdict))
def test_only_the_verdicts_asked_for(verdict: Verdict) -> None:
    """A filter of verdicts keeps the rows of these verdicts and no others."""
    kept = [row for row in rows(reports.small()) if row["verdict"] == verdict]
    assert rows(reports.small(), verdicts=(verdict,)) == kept


def test_one_voice_is_no_row() -> None:
    """Two claims of one article and one speaker are no pair for a reader."""
    seven = reports.claim(reports.HARBOUR, "About 40 people", "killed")
    report = replace(
        reports.small(),
        claims=(*reports.small().claims, seven),
        facts=(replace(reports.KILLED, claims=(reports.SEVEN.id, seven.id)),),
        judgements=(reports.judged(reports.SEVEN, seven, reports.Code.SAME_VALUE, 1, "x"),),
    )
    assert rows(report) == []


@pytest.mark.parametrize(
    ("text", "cell", "why"),
    [
        ("=1+1", "'=1+1", "a formula"),
        ("+49 30 1234", "'+49 30 1234", "a plus"),
        ("-5 degrees", "'-5 degrees", "a minus"),
        ("@user", "'@user", "an at sign"),
        ("\tx", "'\tx", "a tab"),
        ("\rx", "'\rx", "a carriage return"),
        ("5 = 5", "5 = 5", "not at the start"),
        ("", "", "an empty cell"),
        ("'quoted'", "'quoted'", "a quote is no formula"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_harmless(text: str, cell: str, why: str) -> None:
    """A cell that a spreadsheet would run is made text by a quote in front; others stay as they are."""
    assert harmless(text) == cell


def test_hostile_texts_stay_data() -> None:
    """Markup from outside is written as it is: data, neither dropped nor run."""
    assert json.loads(to_json(reports.hostile())) == as_data(reports.hostile())
    assert rows(reports.hostile())[0]["left_outlet"] == reports.ATTACK


def test_empty_report() -> None:
    """A report without documents is written all the same."""
    empty = Report((), (), (), (), (), ())
    assert rows(empty) == []
    assert json.loads(to_json(empty))["facts"] == []
