"""What the reviews of a report add up to: where each fact and each pair stands. Everything follows from the events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from factcheck.judgement import Fact, Finding, Verdict
from factcheck.report import Report
from factcheck.reviewing.review import FINDING_OF, Action, Review, claim_keys, in_force


class Status(StrEnum):
    """Where a fact stands."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    CORRECTED = "corrected"


MARKS = ("checked", "stale", "conflict")
"""What a fact can be beside its status, as `Standing` names it."""

DECISIONS = {Action.CONFIRM: Status.CONFIRMED, Action.REJECT: Status.REJECTED, Action.CORRECT: Status.CORRECTED}
"""The actions that decide on a fact, and where it stands after them."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one fact stands after its reviews: the last decision that was not taken back, and all that led to it.

    `finding` is what a person holds (None while open or rejected), `verdict` the one set by CORRECT. `stale`: the tool finds
    something else now than when the person decided. `added` are the claims (ids) that came after the decision. `opinions` are
    the last decision of each reviewer, `ratings` the last rating of each claim (id) that a person rated, `notes` the reviews with
    a note, `history` every event, also those taken back.
    """

    status: Status = Status.OPEN
    finding: Finding | None = None
    verdict: Verdict | None = None
    reviewer: str = ""
    at: datetime | None = None
    notes: tuple[Review, ...] = ()
    checked: bool = False
    stale: bool = False
    added: tuple[str, ...] = ()
    opinions: tuple[Review, ...] = ()
    ratings: Mapping[str, Review] = field(default_factory=dict)
    history: tuple[Review, ...] = ()

    @property
    def conflict(self) -> bool:
        """Whether two reviewers hold different things of the fact."""
        return len({review.opinion for review in self.opinions}) > 1

    @property
    def marks(self) -> tuple[str, ...]:
        """Those of `MARKS` that hold."""
        return tuple(mark for mark in MARKS if getattr(self, mark))


@dataclass(frozen=True, slots=True)
class PairStanding:
    """The last verdict of a person on two claims. `stale`: the tool says something else now than then."""

    verdict: Verdict
    reviewer: str
    at: datetime
    note: str = ""
    stale: bool = False
    opinions: tuple[Review, ...] = ()

    @property
    def conflict(self) -> bool:
        """Whether two reviewers differ on the pair."""
        return len({review.verdict for review in self.opinions}) > 1


def standings(report: Report, reviews: Sequence[Review]) -> dict[str, Standing]:
    """Where every fact (by id) stands. `reviews` are in the order in which they were written; those of other facts count nowhere.

    A review is about the fact that holds most of its claims, and at least two of them (one, where it was about one). So a
    decision outlives claims that join the fact later or leave it, and a re-run that tears the fact apart leaves it behind.
    """
    key_of = claim_keys(report)
    keys = {fact.id: {claim: key_of[claim] for claim in fact.claims} for fact in report.facts}
    holders: dict[str, set[str]] = defaultdict(set)
    for fact, held in keys.items():
        for key in held.values():
            holders[key].add(fact)
    about: dict[str, list[Review]] = {fact.id: [] for fact in report.facts}
    for review in reviews:
        if (home := _home(review, holders, keys)) is not None:
            about[home].append(review)
    holding = {review.id for review in in_force(reviews)}
    return {fact.id: _standing(fact, keys[fact.id], about[fact.id], holding) for fact in report.facts}


def _home(review: Review, holders: Mapping[str, set[str]], keys: Mapping[str, Mapping[str, str]]) -> str | None:
    """The fact (id) that a review is about in this report; of several that hold as many of its claims the smallest one."""
    claims = set(review.claims)
    shares = Counter(fact for key in claims for fact in holders.get(key, ()))
    least = min(2, len(claims))
    fitting = [fact for fact, share in shares.items() if share >= least]
    return min(fitting, key=lambda fact: (-shares[fact], len(keys[fact]), fact), default=None)


def _standing(fact: Fact, keys: Mapping[str, str], history: Sequence[Review], holding: set[str]) -> Standing:
    held = [review for review in history if review.id in holding]
    notes = tuple(review for review in held if review.note)
    checked = any(review.action is Action.CHECK for review in held)
    opinions = {review.reviewer: review for review in held if review.action in DECISIONS}
    rated = {review.claims: review for review in held if review.action is Action.RATE}
    ratings = {claim: rated[(key,)] for claim, key in keys.items() if (key,) in rated}
    last = next((review for review in reversed(held) if review.action in DECISIONS), None)
    if last is None:
        return Standing(notes=notes, checked=checked, ratings=ratings, history=tuple(history))
    finding = {Action.CONFIRM: last.finding, Action.CORRECT: FINDING_OF[last.verdict] if last.verdict else None}
    return Standing(
        DECISIONS[last.action],
        finding.get(last.action),
        last.verdict,
        last.reviewer,
        last.at,
        notes,
        checked,
        stale=last.finding is not None and last.finding is not fact.finding,
        added=tuple(claim for claim in fact.claims if keys[claim] not in last.claims),
        opinions=tuple(opinions.values()),
        ratings=ratings,
        history=tuple(history),
    )


def pair_standings(report: Report, reviews: Sequence[Review]) -> dict[tuple[str, str], PairStanding]:
    """The pairs (ids as in the report's judgements) on which a person gave a verdict."""
    said: dict[tuple[str, ...], list[Review]] = defaultdict(list)
    for review in in_force(reviews):
        if review.action is Action.PAIR:
            said[review.claims].append(review)
    if not said:
        return {}
    found, key_of = {}, claim_keys(report)
    for it in report.judgements:
        mine = said.get(tuple(sorted((key_of[it.left], key_of[it.right]))), [])
        if mine and (verdict := mine[-1].verdict) is not None:
            last, opinions = mine[-1], {review.reviewer: review for review in mine}
            stale = last.said is not None and last.said is not it.verdict
            found[it.left, it.right] = PairStanding(verdict, last.reviewer, last.at, last.note, stale, tuple(opinions.values()))
    return found
