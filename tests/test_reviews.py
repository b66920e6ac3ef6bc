"""Reviews: what each action does to a fact, what survives a re-run, what is taken back, and which events are refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
import reports
from reports import KILLED, NINE, PLACE, SEVEN, SMOKE, SMOKE_COURIER, SMOKE_HARBOUR, SMOKE_MORNING

from claims.claim import Claim
from factcheck.judgement import Code, Fact, Finding, Judgement, Verdict
from factcheck.report import Report
from factcheck.reviewing.rating import Rating, RatingError, rating_of
from factcheck.reviewing.review import (
    Action,
    Review,
    ReviewError,
    brought_back,
    claim_key,
    fact_keys,
    of_claim,
    of_fact,
    of_pair,
    taken_back,
    to_redo,
    to_undo,
)
from factcheck.reviewing.reviews import Standing, Status, pair_standings, standings
from factcheck.store.encoding import dumped, loaded

REPORT = reports.small()
NOON = datetime(2024, 5, 15, 12, tzinfo=UTC)


def review(action: Action, fact: Fact = KILLED, reviewer: str = "Ada", **slots: object) -> Review:
    """A review of a fact of the small report."""
    return of_fact(REPORT, fact, action, reviewer, **slots)  # type: ignore[arg-type]


def stands(*events: Review, report: Report = REPORT, fact: str = KILLED.id) -> Standing:
    """Where a fact stands after some reviews."""
    return standings(report, events)[fact]


def rerun(report: Report) -> Report:
    """The report as another version would give it: other ids, other offsets and outlets, the same words of the same texts."""
    documents = {d.id: replace(d, id=f"new-{d.id}", outlet=f"{d.outlet} Online", path="elsewhere.txt") for d in report.documents}
    claims = {
        c.id: replace(c, id=f"v2-{c.id}", document=f"new-{c.document}", start=c.start + 1, text=f" {c.text.upper()}\n")
        for c in report.claims
    }
    facts = [replace(f, id=f.id, claims=tuple(claims[c].id for c in f.claims)) for f in report.facts]
    judged = [replace(j, left=claims[j.left].id, right=claims[j.right].id) for j in report.judgements]
    return Report(tuple(documents.values()), (), tuple(claims.values()), tuple(facts), tuple(judged), ())


def grown(report: Report, fact: Fact, claim: Claim) -> Report:
    """The report with one more claim in a fact."""
    bigger = replace(fact, claims=(*fact.claims, claim.id))
    return replace(report, facts=tuple(bigger if f.id == fact.id else f for f in report.facts))


def test_without_reviews_every_fact_is_open() -> None:
    """Every fact has a standing, and nothing is decided by itself."""
    found = standings(REPORT, ())
    assert found == {fact.id: Standing() for fact in REPORT.facts}


@pytest.mark.parametrize(
    ("action", "slots", "status", "finding"),
    [
        (Action.CONFIRM, {}, Status.CONFIRMED, Finding.CONTRADICTED),
        (Action.REJECT, {}, Status.REJECTED, None),  # what holds instead is not said
        (Action.CORRECT, {"verdict": Verdict.COMPATIBLE}, Status.CORRECTED, Finding.COMPATIBLE),
        (Action.CORRECT, {"verdict": Verdict.AGREE}, Status.CORRECTED, Finding.AGREED),
        (Action.NOTE, {"note": "ask the port"}, Status.OPEN, None),
        (Action.CHECK, {}, Status.OPEN, None),
    ],
)
def test_what_an_action_does(action: Action, slots: dict[str, object], status: Status, finding: Finding | None) -> None:
    """Only the three decisions decide; each event is in the history of its fact and of no other."""
    event = review(action, **slots)
    standing = stands(event)
    assert (standing.status, standing.finding) == (status, finding)
    assert standing.history == (event,)
    assert standing.checked == (action is Action.CHECK)
    assert standing.notes == ((event,) if event.note else ())
    assert not standing.stale
    assert stands(event, fact=PLACE.id) == Standing()


def test_the_last_decision_holds_and_the_others_stay_in_the_history() -> None:
    """Nothing is overwritten."""
    first, second = review(Action.CONFIRM), review(Action.REJECT, note="nine includes two crew")
    standing = stands(first, second)
    assert standing.status is Status.REJECTED
    assert standing.history == (first, second)
    assert (standing.reviewer, standing.at) == ("Ada", second.at)
    assert [it.note for it in standing.notes] == ["nine includes two crew"]


def test_undo_and_redo_are_events_too() -> None:
    """Taking back gives what was before, bringing back what was after; the events themselves stay."""
    first, second = review(Action.CONFIRM), review(Action.REJECT)
    undo = taken_back(second, "Ada")
    redo = brought_back(second, "Ada")
    assert stands(first, second, undo).status is Status.CONFIRMED
    assert stands(first, second, undo).history == (first, second, undo)
    assert stands(first, second, undo, redo).status is Status.REJECTED


def test_what_a_person_would_undo_and_redo_next() -> None:
    """Only one's own reviews, the last that holds; after something new there is nothing to bring back."""
    mine, theirs, more = review(Action.CONFIRM), review(Action.CHECK, reviewer="Ben"), review(Action.NOTE, note="see also page 2")
    assert to_undo((), "Ada") is to_redo((), "Ada") is None
    assert to_undo((mine, more, theirs), "Ada") == more
    back = taken_back(more, "Ada")
    assert to_undo((mine, more, theirs, back), "Ada") == mine
    assert to_redo((mine, more, theirs, back), "Ada") == more
    assert to_redo((mine, more, theirs, back), "Ben") is None
    both = (mine, more, theirs, back, taken_back(mine, "Ada"))
    assert to_redo(both, "Ada") == mine
    assert to_redo((*both, brought_back(mine, "Ada")), "Ada") == more
    assert to_redo((*both, review(Action.CHECK)), "Ada") is None


def test_a_decision_survives_a_rerun_with_other_ids_and_offsets() -> None:
    """Decisions hang on the words, the facet and the article's text; not on ids, offsets, outlet or path."""
    after = stands(review(Action.REJECT), report=rerun(REPORT))
    assert (after.status, after.stale, after.added) == (Status.REJECTED, False, ())


def test_a_dismissed_finding_stays_dismissed_as_its_fact_grows() -> None:
    """A fact that a new article joins keeps its decision; the claim that came later is named."""
    fact = replace(SMOKE, claims=(SMOKE_HARBOUR.id, SMOKE_COURIER.id))
    before = replace(REPORT, facts=(fact,), judgements=())
    event = of_fact(before, fact, Action.REJECT, "Ada")
    after = stands(event, report=grown(before, fact, SMOKE_MORNING), fact=fact.id)
    assert (after.status, after.added) == (Status.REJECTED, (SMOKE_MORNING.id,))


def test_a_changed_finding_under_an_old_decision_is_stale() -> None:
    """The decision stays, and is shown as one on something else than the tool says now."""
    changed = replace(REPORT, facts=tuple(replace(f, finding=Finding.COMPATIBLE) if f == KILLED else f for f in REPORT.facts))
    for action in (Action.CONFIRM, Action.REJECT):
        standing = stands(review(action), report=changed)
        assert standing.stale
        assert standing.status is not Status.OPEN


def test_a_fact_torn_apart_leaves_its_decision_behind() -> None:
    """A decision on two claims is not one on each of them; it comes back when they meet again."""
    alone = tuple(replace(KILLED, id=f"alone-{n}", claims=(key,)) for n, key in enumerate(KILLED.claims))
    torn = replace(REPORT, facts=alone, judgements=())
    assert all(standing == Standing() for standing in standings(torn, [review(Action.REJECT)]).values())


def test_a_decision_goes_with_most_of_its_claims() -> None:
    """Of two parts of a fact the bigger one keeps the decision."""
    event = review(Action.CONFIRM, SMOKE)
    parts = (
        replace(SMOKE, id="big", claims=(SMOKE_HARBOUR.id, SMOKE_MORNING.id)),
        replace(SMOKE, id="little", claims=(SMOKE_COURIER.id,)),
    )
    found = standings(replace(REPORT, facts=parts, judgements=()), [event])
    assert [found[key].status for key in ("big", "little")] == [Status.CONFIRMED, Status.OPEN]


def test_two_reviewers_who_differ_are_a_conflict() -> None:
    """Each one's last decision counts; the same finding by another action is no conflict."""
    ada, ben = review(Action.CONFIRM), review(Action.REJECT, reviewer="Ben")
    assert stands(ada, ben).conflict
    assert {it.reviewer: it.opinion for it in stands(ada, ben).opinions} == {"Ada": "contradicted", "Ben": "not contradicted"}
    assert not stands(ada, ben, review(Action.REJECT)).conflict
    assert not stands(ada, review(Action.CORRECT, reviewer="Ben", verdict=Verdict.CONTRADICT)).conflict
    assert not stands(ada, review(Action.NOTE, reviewer="Ben", note="why?")).conflict


def test_a_verdict_on_a_pair_leaves_the_fact_open() -> None:
    """Pairs are found again by both claims; another verdict of the tool makes the person's stale; the last one holds."""
    event = of_pair(REPORT, SMOKE_COURIER.id, SMOKE_HARBOUR.id, Verdict.AGREE, "Ada", "both fit")
    other = of_pair(REPORT, SMOKE_HARBOUR.id, SMOKE_COURIER.id, Verdict.UNCLEAR, "Ben")
    key = tuple(sorted((SMOKE_HARBOUR.id, SMOKE_COURIER.id)))
    assert stands(event, fact=SMOKE.id).status is Status.OPEN
    found = pair_standings(REPORT, [event])
    assert {pair: (it.verdict, it.note, it.stale, it.conflict) for pair, it in found.items()} == {
        key: (Verdict.AGREE, "both fit", False, False)
    }
    assert pair_standings(REPORT, [event, other])[key].conflict
    assert pair_standings(REPORT, [event, taken_back(event, "Ada")]) == {}
    judged: list[Judgement] = [replace(j, code=Code.VALUE_DIFFERS) if (j.left, j.right) == key else j for j in REPORT.judgements]
    assert pair_standings(replace(REPORT, judgements=tuple(judged)), [event])[key].stale


def test_a_claim_key_tells_facets_words_and_texts_apart() -> None:
    """What differs in words, facet or text has another key; spaces and case are no difference."""
    keys = {claim_key(REPORT, claim.id) for claim in REPORT.claims}
    assert len(keys) == len(REPORT.claims)
    assert fact_keys(REPORT, KILLED) == tuple(sorted(claim_key(REPORT, claim.id) for claim in (SEVEN, NINE)))
    assert {claim_key(rerun(REPORT), f"v2-{claim.id}") for claim in REPORT.claims} == keys


def test_split_and_join_name_claims_by_their_keys() -> None:
    """What is set apart or brought in is found again like the fact itself."""
    split = review(Action.SPLIT, SMOKE, target=[SMOKE_COURIER.id])
    assert split.targets == {claim_key(REPORT, SMOKE_COURIER.id)}
    assert review(Action.JOIN, target=PLACE.claims).targets == set(fact_keys(REPORT, PLACE))
    assert review(Action.CONFIRM).targets == frozenset()


def test_times_are_kept_in_utc() -> None:
    """Two reviewers in two zones stand in one order."""
    local = NOON.astimezone(timezone(timedelta(hours=2)))
    assert Review("1", local, "Ada", Action.CHECK, ("k",)).at == NOON
    assert Review("1", local, "Ada", Action.CHECK, ("k",)).at.tzinfo is UTC


@pytest.mark.parametrize(
    ("slots", "missing"),
    [
        ({"reviewer": " "}, "a reviewer's name"),
        ({"at": datetime(2024, 5, 15)}, "a time with its zone"),
        ({"claims": ()}, "claims"),
        ({"action": Action.CORRECT}, "a verdict"),
        ({"action": Action.PAIR, "verdict": Verdict.AGREE}, "two claims"),
        ({"action": Action.RATE}, "one claim and a rating"),
        ({"action": Action.RATE, "claims": ("k", "l"), "rating": Rating("False")}, "one claim and a rating"),
        ({"action": Action.SPLIT}, "a target"),
        ({"action": Action.JOIN}, "a target"),
        ({"action": Action.UNDO}, "a target"),
        ({"action": Action.ALIAS, "target": "Orlia"}, "a form"),
        ({"action": Action.NOTE, "note": "  "}, "a note"),
    ],
)
def test_a_review_that_says_too_little_is_refused(slots: dict[str, object], missing: str) -> None:
    """The line names what is missing."""
    whole: dict[str, object] = {"id": "1", "at": NOON, "reviewer": "Ada", "action": Action.CONFIRM, "claims": ("k",)}
    with pytest.raises(ReviewError, match=missing):
        Review(**(whole | slots))  # type: ignore[arg-type]


@pytest.mark.parametrize("rating", [Rating("False"), Rating("  Mostly\ntrue ", 4), Rating("2 of 5"), Rating("Four (of five)", 1)])
def test_a_rating_is_read_as_it_is_written(rating: Rating) -> None:
    """Out as text and in again is the same rating; the store keeps it too."""
    assert rating_of(rating.text) == rating
    event = of_claim(REPORT, KILLED.claims[0], rating, "Ada")
    assert loaded(Review, dumped(event)) == event


@pytest.mark.parametrize(("word", "value"), [("", None), (" ", 3), ("False (1)", None), ("False", 0), ("False", 6)])
def test_what_is_no_rating_is_refused(word: str, value: int | None) -> None:
    """No word, a number inside the word, a number off the scale."""
    with pytest.raises(RatingError):
        Rating(word, value)


def test_the_last_rating_of_a_claim_stands_until_it_is_taken_back() -> None:
    """A rating decides nothing about the fact."""
    claim = KILLED.claims[0]
    one, two = (of_claim(REPORT, claim, Rating(word), who) for word, who in (("True", "Ada"), ("False", "Ben")))
    standing = stands(one, two)
    assert (standing.status, standing.ratings) == (Status.OPEN, {claim: two})
    assert stands(one, two, taken_back(two, "Ben")).ratings == {claim: one}
