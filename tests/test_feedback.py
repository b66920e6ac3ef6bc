"""Feedback: which pairs decisions label, the form of the labelled data, and the score of a report on it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import PurePath
from typing import Any

import pytest
import reports
from hypothesis import given
from hypothesis import strategies as st
from reports import BLAME, KILLED, NINE, PLACE, RESCUED, SEVEN, SMOKE, SMOKE_COURIER, SMOKE_HARBOUR, SMOKE_MORNING

from factcheck.judgement import Code, Finding, Verdict
from factcheck.report import Report
from factcheck.reviewing.feedback import as_files, labelled
from factcheck.reviewing.rearranged import rearranged
from factcheck.reviewing.review import Action, Review, of_fact, of_pair
from factcheck.reviewing.scoring import GoldError, Score, score

REPORT = reports.small()


def on_disk(report: Report) -> Report:
    """The report as a comparison of the exported texts has it: files named by their documents."""
    return replace(report, documents=tuple(replace(d, path=f"labels/texts/{d.id}.txt") for d in report.documents))


def relations(*events: Review) -> list[tuple[str, str, str]]:
    """Each labelled pair by its words, with its label."""
    return [
        (fact["mentions"][one][1], fact["mentions"][two][1], label)
        for fact in labelled(REPORT, events, "x")["facts"]
        for one, two, label in fact["relations"]
    ]


@pytest.mark.parametrize(
    ("action", "verdict", "label"),
    [
        (Action.CONFIRM, None, "contradict"),
        (Action.REJECT, None, "agree|compatible|unclear"),  # anything but what was rejected
        (Action.CORRECT, Verdict.COMPATIBLE, "compatible"),
    ],
)
def test_a_decision_labels_the_pair_that_the_finding_hangs_on(action: Action, verdict: Verdict | None, label: str) -> None:
    """By its exact words in each article."""
    event = of_fact(REPORT, KILLED, action, "Ada", verdict=verdict)
    assert relations(event) == [(SEVEN.text, NINE.text, label)]


def test_what_labels_nothing() -> None:
    """A single source has no pair; marks and notes decide nothing; reviewers who differ; which of several pairs is meant."""
    assert relations(of_fact(REPORT, RESCUED, Action.CONFIRM, "Ada")) == []
    assert relations(of_fact(REPORT, KILLED, Action.CHECK, "Ada"), of_fact(REPORT, KILLED, Action.NOTE, "Ada", note="?")) == []
    differ = [of_fact(REPORT, KILLED, Action.CONFIRM, "Ada"), of_fact(REPORT, KILLED, Action.REJECT, "Ben")]
    assert relations(*differ) == []
    assert relations(of_fact(REPORT, SMOKE, Action.REJECT, "Ada")) == []
    assert relations(of_fact(REPORT, SMOKE, Action.CORRECT, "Ada", verdict=Verdict.AGREE)) == []


def test_who_confirms_a_finding_confirms_the_pair_that_is_its_reason() -> None:
    """Of several pairs it is the one that the screen shows."""
    assert relations(of_fact(REPORT, SMOKE, Action.CONFIRM, "Ada")) == [(SMOKE_HARBOUR.text, SMOKE_COURIER.text, "compatible")]


@pytest.mark.parametrize("slots", [{"action": Action.REJECT}, {"action": Action.CORRECT, "verdict": Verdict.AGREE}])
def test_where_nothing_is_contradicted_no_pair_contradicts(slots: dict[str, Any]) -> None:
    """Each pair that was said to is labelled with everything else; pairs that nobody doubted are not."""
    both = [j if j.left not in SMOKE.claims else replace(j, code=Code.VALUE_DIFFERS) for j in REPORT.judgements]
    facts = tuple(replace(f, finding=Finding.CONTRADICTED) if f.id == SMOKE.id else f for f in REPORT.facts)
    report = replace(REPORT, judgements=tuple(both), facts=facts)
    fact = next(it for it in facts if it.id == SMOKE.id)
    event = of_fact(report, fact, reviewer="Ada", **slots)
    (labels,) = [it["relations"] for it in labelled(report, [event], "x")["facts"]]
    assert [label for *_, label in labels] == ["agree|compatible|unclear"] * 3


@pytest.mark.parametrize(("action", "label"), [(Action.CONFIRM, ["agree"]), (Action.REJECT, [])])
def test_who_doubts_that_a_fact_is_repeated_does_not_doubt_the_words(action: Action, label: list[str]) -> None:
    """Confirmed, the copies say the same; rejected, nothing is known of what they say."""
    split = of_fact(REPORT, SMOKE, Action.SPLIT, "Ada", target=[SMOKE_COURIER.id])
    report = rearranged(REPORT, [split])
    fact = report.fact_of[SMOKE_HARBOUR.id]
    assert [it for *_, it in relations(split, of_fact(report, fact, action, "Ada"))] == label


def test_a_verdict_on_a_pair_labels_it_and_both_where_two_reviewers_differ() -> None:
    """A label that two careful people give differently is given both ways."""
    ada = of_pair(REPORT, SMOKE_HARBOUR.id, SMOKE_COURIER.id, Verdict.AGREE, "Ada")
    ben = of_pair(REPORT, SMOKE_HARBOUR.id, SMOKE_COURIER.id, Verdict.COMPATIBLE, "Ben")
    assert [label for *_, label in relations(ada)] == ["agree"]
    assert [label for *_, label in relations(ada, ben)] == ["agree|compatible"]


def test_a_split_gives_pairs_that_belong_apart() -> None:
    """Each claim that left with each that stayed, with the reason that was given."""
    event = of_fact(REPORT, SMOKE, Action.SPLIT, "Ada", target=[SMOKE_COURIER.id], note="another ferry")
    apart = labelled(REPORT, [event], "x")["apart"]
    assert {(case["a"][1], case["b"][1], case["why"]) for case in apart} == {
        (claim.text, SMOKE_COURIER.text, "another ferry") for claim in (SMOKE_HARBOUR, SMOKE_MORNING)
    }


def test_the_form_of_the_labelled_data() -> None:
    """The keys that scorers of such files read; every mention is the exact words of its text; disputes name both sides."""
    report = replace(
        REPORT, judgements=tuple(replace(j, code=Code.DENIAL) for j in REPORT.judgements if j.left == BLAME.claims[0])
    )
    events = [of_fact(report, BLAME, Action.CONFIRM, "Ada")]
    gold = labelled(report, events, "Ferry fire")
    assert list(gold) == ["group", "articles", "facts", "apart", "disputes", "copies", "junk"]
    (fact,) = gold["facts"]
    assert list(fact) == ["id", "kind", "mentions", "relations"]
    assert len(gold["disputes"]) == 1
    files = as_files(report, events, "Ferry fire")
    assert json.loads(files["gold.json"]) == gold
    for name, words in fact["mentions"].values():
        assert words in files[f"texts/{name}"]
    assert files["texts/sources.csv"].splitlines()[1].startswith("d1.txt,Harbour Gazette,")
    assert all(not PurePath(name).is_absolute() and ".." not in name for name in files)


def test_a_documents_id_never_leads_out_of_the_folder() -> None:
    """Ids of a report that came from elsewhere may be anything."""
    odd = replace(REPORT, documents=(replace(reports.HARBOUR, id="../../etc/passwd"),), claims=(), facts=(), judgements=())
    assert [name for name in as_files(odd, (), "x") if name.startswith("texts/")] == [
        "texts/______etc_passwd.txt",
        "texts/sources.csv",
    ]


def test_the_tool_that_was_confirmed_scores_full_marks() -> None:
    """And one that was corrected misses just those pairs, with a line for each."""
    right = labelled(REPORT, [of_fact(REPORT, fact, Action.CONFIRM, "Ada") for fact in (KILLED, BLAME, PLACE)], "x")
    found = score(right, on_disk(REPORT))
    assert found == Score(6, 6, 3, 3, 3, contradict=2, contradict_found=2, contradict_said=2, contradict_right=2)
    assert found.lines()[2] == "verdicts right         1.000 (3 of 3)"
    events = [
        of_fact(REPORT, KILLED, Action.REJECT, "Ada"),
        of_fact(REPORT, SMOKE, Action.SPLIT, "Ada", target=[SMOKE_MORNING.id]),
    ]
    found = score(labelled(REPORT, events, "x"), on_disk(REPORT))
    assert (found.pairs, found.pairs_right, found.contradict_said, found.contradict_right) == (1, 0, 1, 0)
    assert (found.apart, found.apart_joined) == (2, 1)  # of the two, one pair is said to agree
    assert found.wrong[0] == f"wanted agree|compatible|unclear, got contradict: “{SEVEN.text}” / “{NINE.text}”"
    assert found.wrong[1].startswith("belong apart: ")


def test_a_report_that_finds_nothing_scores_nothing() -> None:
    """No claim, no fact: mentions and pairs are missed, and nothing is divided by zero."""
    gold = labelled(REPORT, [of_fact(REPORT, KILLED, Action.CONFIRM, "Ada")], "x")
    empty = replace(on_disk(REPORT), claims=(), facts=(), judgements=())
    assert score(gold, empty) == Score(2, 0, 1, 0, 0, contradict=1, wrong=score(gold, empty).wrong)
    assert score({"facts": []}, empty).lines()[0].endswith("- (none labelled)")


@given(st.lists(st.sampled_from([KILLED, BLAME, PLACE, SMOKE]), max_size=6), st.data())
def test_counts_fit_each_other(facts: list[Any], data: st.DataObject) -> None:
    """For any decisions: no part is larger than its whole."""
    actions = st.sampled_from([Action.CONFIRM, Action.REJECT, Action.CORRECT])
    events = [of_fact(REPORT, it, data.draw(actions), "Ada", verdict=data.draw(st.sampled_from(Verdict))) for it in facts]
    found = score(labelled(REPORT, events, "x"), on_disk(REPORT))
    assert found.mentions_found == found.mentions
    assert max(found.pairs_right, found.pairs_together) <= found.pairs
    assert found.contradict_found <= found.contradict
    assert found.contradict_right <= found.contradict_said <= found.pairs
    assert len(found.wrong) == found.pairs - found.pairs_right + found.apart_joined


@pytest.mark.parametrize(
    ("gold", "line"),
    [
        ({}, "not in the form"),
        ([], "not in the form"),
        ({"facts": [{"mentions": {"m1": ["d1", "no such words"]}, "relations": []}]}, "these words are not in the text"),
        ({"facts": [{"mentions": {"m1": ["d9", "Seven"]}, "relations": []}]}, "no text whose file name begins with 'd9'"),
        ({"facts": [{"mentions": {}, "relations": [["m1", "m2", "agree"]]}]}, "not in the form"),
        ({"facts": [{"mentions": {"m1": ["d1", ""]}, "relations": []}]}, "these words are not in the text"),
    ],
)
def test_labelled_data_that_cannot_be_scored(gold: Any, line: str) -> None:
    """The line names the place."""
    with pytest.raises(GoldError, match=line):
        score(gold, on_disk(REPORT))
