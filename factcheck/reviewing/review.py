"""One review: an event that says who decided what on which claims, and why. It is never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from uuid import uuid4

from claims.claim import Claim
from claims.document import content_id
from factcheck.judgement import Fact, Finding, Verdict
from factcheck.report import Report
from factcheck.reviewing.rating import Rating


class ReviewError(ValueError):
    """A review that says too little to be kept; the message names what is missing."""


class Action(StrEnum):
    """What a person did."""

    CONFIRM = "confirm"  # the finding of a fact is right
    REJECT = "reject"  # it is not, whatever is right instead
    CORRECT = "correct"  # the fact has another verdict
    PAIR = "pair"  # the verdict on two claims of a fact, which leaves the finding as it is
    RATE = "rate"  # how true a person holds one claim
    NOTE = "note"
    CHECK = "check"  # somebody has read it against the articles
    SPLIT = "split"  # some claims of a fact belong to another matter
    JOIN = "join"  # two facts are one
    ALIAS = "alias"  # a name stands for another one, from the next run on
    UNDO = "undo"
    REDO = "redo"


FINDING_OF = {
    Verdict.CONTRADICT: Finding.CONTRADICTED,
    Verdict.AGREE: Finding.AGREED,
    Verdict.COMPATIBLE: Finding.COMPATIBLE,
    Verdict.UNCLEAR: Finding.UNCLEAR,
}
"""The finding that a person's verdict on a whole fact amounts to."""

_NEEDS_VERDICT = frozenset({Action.CORRECT, Action.PAIR})
_NEEDS_TARGET = frozenset({Action.SPLIT, Action.JOIN, Action.ALIAS, Action.UNDO, Action.REDO})
_NEEDS_NO_CLAIMS = frozenset({Action.ALIAS, Action.UNDO, Action.REDO})


@dataclass(frozen=True, slots=True)
class Review:
    """One event, never changed afterwards. `claims` are the content keys (`claim_key`) of what it is about, sorted.

    `finding` is what the tool said of the fact, `said` what it said of the pair, when the person judged. `target` is: for
    SPLIT the keys that leave the fact and for JOIN those of the other fact, separated by spaces; for ALIAS the canonical name
    (`form` is the name that stands for it); for UNDO and REDO the id of the review that is taken back or holds again.
    `rating` is what RATE says of its one claim.
    """

    id: str
    at: datetime
    reviewer: str
    action: Action
    claims: tuple[str, ...] = ()
    finding: Finding | None = None
    verdict: Verdict | None = None
    note: str = ""
    target: str = ""
    form: str = ""
    said: Verdict | None = None
    rating: Rating | None = None

    def __post_init__(self) -> None:
        """ReviewError where something is missing that the action needs."""
        missing = [
            name
            for name, absent in (
                ("a reviewer's name", not self.reviewer.strip()),
                ("a time with its zone", self.at.tzinfo is None),
                ("claims", not self.claims and self.action not in _NEEDS_NO_CLAIMS),
                ("two claims", self.action is Action.PAIR and len(self.claims) != 2),
                ("one claim and a rating", self.action is Action.RATE and (len(self.claims) != 1 or self.rating is None)),
                ("a verdict", self.verdict is None and self.action in _NEEDS_VERDICT),
                ("a target", not self.target.strip() and self.action in _NEEDS_TARGET),
                ("a form", not self.form.strip() and self.action is Action.ALIAS),
                ("a note", not self.note.strip() and self.action is Action.NOTE),
            )
            if absent
        ]
        if missing:
            raise ReviewError(f"a review of the kind {self.action.value!r} needs {' and '.join(missing)}")
        object.__setattr__(self, "claims", tuple(sorted(self.claims)))
        object.__setattr__(self, "at", self.at.astimezone(UTC))

    @property
    def targets(self) -> frozenset[str]:
        """The claim keys that SPLIT or JOIN names beside those in `claims`."""
        return frozenset(self.target.split()) if self.action in (Action.SPLIT, Action.JOIN) else frozenset()

    @property
    def opinion(self) -> str:
        """What a decision holds of the fact: a finding, or "not" the one that it rejects; empty for any other action."""
        if self.action is Action.CONFIRM:
            return self.finding.value if self.finding else ""
        if self.action is Action.CORRECT and self.verdict:
            return FINDING_OF[self.verdict].value
        return f"not {self.finding.value if self.finding else 'so'}" if self.action is Action.REJECT else ""


def claim_keys(report: Report) -> dict[str, str]:
    """Each claim's content key, by its id: the same wherever the same words of the same text are taken for the same facet.

    Offsets, ids, outlet and path are no part of it, so that a correction of those keeps what people decided.
    """
    text = {document.id: document.text_sha256 for document in report.documents}
    return {claim.id: _key(claim, text[claim.document]) for claim in report.claims}


def claim_key(report: Report, claim_id: str) -> str:
    """One claim's content key; of many claims, `claim_keys` is faster."""
    return _key(report.claim_by_id[claim_id], report.document_of(claim_id).text_sha256)


def _key(claim: Claim, text_sha256: str) -> str:
    words = " ".join(claim.text.casefold().split())
    return content_id("claim", text_sha256, claim.facet, words)


def fact_keys(report: Report, fact: Fact) -> tuple[str, ...]:
    """The content keys of a fact's claims, sorted, each once."""
    return tuple(sorted({claim_key(report, claim) for claim in fact.claims}))


def of_fact(
    report: Report,
    fact: Fact,
    action: Action,
    reviewer: str,
    *,
    verdict: Verdict | None = None,
    note: str = "",
    target: Iterable[str] = (),
) -> Review:
    """A new review of a fact, made now; `target` are the claims (ids) that SPLIT sets apart or JOIN brings in."""
    named = " ".join(sorted({claim_key(report, claim) for claim in target}))
    keys = fact_keys(report, fact)
    return Review(new_id(), now(), reviewer, action, keys, fact.finding, verdict, note.strip(), named)


def of_pair(report: Report, left: str, right: str, verdict: Verdict, reviewer: str, note: str = "") -> Review:
    """A new verdict on two claims (ids), made now."""
    said = next((j.verdict for j in report.judgements if {j.left, j.right} == {left, right}), None)
    keys = (claim_key(report, left), claim_key(report, right))
    return Review(new_id(), now(), reviewer, Action.PAIR, keys, verdict=verdict, note=note.strip(), said=said)


def of_claim(report: Report, claim: str, rating: Rating, reviewer: str, note: str = "") -> Review:
    """A new rating of one claim (id), made now."""
    return Review(new_id(), now(), reviewer, Action.RATE, (claim_key(report, claim),), note=note.strip(), rating=rating)


def of_names(form: str, name: str, reviewer: str, note: str = "") -> Review:
    """A new review by which a form stands for a name, made now; white space around them is no part of either."""
    return Review(new_id(), now(), reviewer, Action.ALIAS, note=note, form=form.strip(), target=name.strip())


def taken_back(review: Review, reviewer: str) -> Review:
    """A new event that takes a review back; the review itself stays in the history."""
    return Review(new_id(), now(), reviewer, Action.UNDO, review.claims, target=review.id)


def brought_back(review: Review, reviewer: str) -> Review:
    """A new event after which a review that was taken back holds again."""
    return Review(new_id(), now(), reviewer, Action.REDO, review.claims, target=review.id)


def new_id() -> str:
    """An id that no other review has."""
    return uuid4().hex


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def in_force(reviews: Sequence[Review]) -> tuple[Review, ...]:
    """The reviews that hold, in order: without those taken back, and without UNDO and REDO themselves."""
    undone: set[str] = set()
    for review in reviews:
        if review.action is Action.UNDO:
            undone.add(review.target)
        elif review.action is Action.REDO:
            undone.discard(review.target)
    return tuple(r for r in reviews if r.action not in (Action.UNDO, Action.REDO) and r.id not in undone)


def to_undo(reviews: Sequence[Review], reviewer: str) -> Review | None:
    """What this person would take back next: the last of their reviews that holds."""
    return next((r for r in reversed(in_force(reviews)) if r.reviewer == reviewer), None)


def to_redo(reviews: Sequence[Review], reviewer: str) -> Review | None:
    """What this person took back last and can bring back; None once they have done something else since."""
    by_id = {review.id: review for review in reviews}
    waiting: list[str] = []
    for review in reviews:
        if review.reviewer != reviewer:
            continue
        if review.action is Action.UNDO:
            waiting.append(review.target)
        elif review.action is Action.REDO:
            waiting = [key for key in waiting if key != review.target]
        else:
            waiting.clear()
    return by_id.get(waiting[-1]) if waiting else None


def names_given(reviews: Sequence[Review]) -> dict[str, str]:
    """The names that people said are one, form -> canonical name, as a comparison takes them."""
    return {review.form: review.target for review in in_force(reviews) if review.action is Action.ALIAS}
