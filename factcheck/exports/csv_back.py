"""A CSV with review columns taken back: what a person edited becomes new reviews; all else is checked against the report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.exports.columns import COLUMNS, EDITABLE, REVIEW_COLUMNS
from factcheck.exports.pairs import in_reading_order, row
from factcheck.exports.review_cells import YES, Reviewed, reviewed, row_name
from factcheck.exports.spreadsheet import rows, same, words
from factcheck.judgement import Fact, Judgement, Verdict
from factcheck.report import Report
from factcheck.reviewing.rating import RatingError, rating_of
from factcheck.reviewing.review import Action, Review, claim_key, fact_keys, in_force, of_claim, of_fact, of_pair, taken_back
from factcheck.reviewing.reviews import DECISIONS, Status

NO = frozenset({"", "no", "false", "0"})
_YES = frozenset({YES, "y", "true", "1", "x", "checked"})
_RATINGS = ("left_rating", "right_rating")
_OF_ROWS = frozenset({"pair_verdict", *_RATINGS})  # all other review cells are about the whole fact
_LONGEST_SHOWN = 60  # characters of a cell in a line about it
_ACTIONS = {status: action for action, status in DECISIONS.items()}


@dataclass(frozen=True, slots=True)
class Returned:
    """The new reviews that a table holds, and a line for each row that was not taken, with its number and why."""

    reviews: tuple[Review, ...]
    mismatches: tuple[str, ...]


class _MismatchError(Exception):
    """Why a row is not taken."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that fits the report: the pair that it names, its review cells as they are now, and those that were edited."""

    number: int
    fact: Fact
    judgement: Judgement
    now: dict[str, str]
    edits: dict[str, str]
    reviewer: str


def returned(report: Report, reviews: Sequence[Review], data: bytes, reviewer: str) -> Returned:
    """What a person edited in the CSV that `write_csv` wrote with reviews, as new reviews by `reviewer` or who the row names.

    Rows may stand in any order, others may be missing, columns may have been added. The columns that are not for editing have to
    be what the report says, where they are still there. `reviews` are those so far. TableError where it is no such table.
    """
    state = reviewed(report, reviews)
    pairs = {row_name(judgement): (fact, judgement) for fact in report.facts for judgement in report.judgements_of[fact.id]}
    lines: list[str] = []
    edited: dict[str, list[_Row]] = defaultdict(list)
    for number, cells in rows(data, (*REVIEW_COLUMNS[:1], *REVIEW_COLUMNS[-2:])):
        try:
            if (it := _read(state, pairs, number, cells, reviewer)) is not None:
                edited[it.fact.id].append(it)
        except _MismatchError as error:
            lines.append(f"row {number}: {error}")
    made: list[Review] = []
    for some in edited.values():
        try:
            made += list(_reviews(report, reviews, some))
        except _MismatchError as error:
            lines.append(f"row{'s' * (len(some) > 1)} {', '.join(str(it.number) for it in some)}: {error}")
    return Returned(tuple(made), tuple(lines))


def _read(
    state: Reviewed, pairs: dict[str, tuple[Fact, Judgement]], number: int, cells: dict[str, str], reviewer: str
) -> _Row | None:
    """One row; None where nothing in it was edited."""
    name = cells["row"].strip()
    if name not in pairs:
        raise _MismatchError(
            f"no pair of this report is named {_short(name)} in the column row; was it made from other articles?"
        )
    fact, judgement = pairs[name]
    for column, written in zip(COLUMNS, row(state.report, fact, judgement), strict=True):
        if column in cells and not same(written, cells[column]):
            told = f"{column} is {_short(cells[column])}, but the report says {_short(words(written))}"
            raise _MismatchError(f"{told}; only the columns from status to reviewer may be edited")
    now = state.cells(fact, judgement)
    said = {column: _value(column, cells[column]) for column in EDITABLE[:-1] if column in cells}
    edits = {column: value for column, value in said.items() if value != now[column]}
    if not edits:
        return None
    if not same(now["reviews"], cells["reviews"]):
        raise _MismatchError(f"the fact was reviewed since this file was written (by {now['reviewer']}); export it again")
    named = words(cells.get("reviewer", ""))
    who = (named if named != now["reviewer"] else "") or reviewer.strip() or named
    if not who:
        raise _MismatchError("nobody is named who decided; write a name into the column reviewer")
    return _Row(number, fact, judgement, now, edits, who)


def _value(column: str, cell: str) -> str:
    """A review cell as it is meant; _MismatchError where it says nothing that the column can hold."""
    value = words(cell)
    if column == "note":
        return value
    if column in _RATINGS:
        try:
            return rating_of(value).text if value else ""
        except RatingError as error:
            raise _MismatchError(f"{column}: {error}") from error
    value = value.lower()
    if column == "checked":
        if value not in NO | _YES:
            raise _MismatchError(f"checked is {_short(cell)}; write yes or leave it empty")
        return YES if value in _YES else ""
    allowed = [*Status] if column == "status" else ["", *Verdict]
    value = value or (Status.OPEN.value if column == "status" else "")
    if value not in allowed:
        raise _MismatchError(f"{column} is {_short(cell)}; choose from {', '.join(filter(None, allowed))}")
    return value


def _reviews(report: Report, reviews: Sequence[Review], edited: Sequence[_Row]) -> Iterator[Review]:
    """The new reviews of one fact from the rows in which it was edited; _MismatchError where they say different things."""
    fact, now, who = edited[0].fact, edited[0].now, edited[0].reviewer
    merged: dict[str, str] = {}
    for it in edited:
        for column, value in it.edits.items():
            if column not in _OF_ROWS and merged.setdefault(column, value) != value:
                raise _MismatchError(f"{column} is said in two ways of one fact: {_short(merged[column])} and {_short(value)}")
    if "note" in merged and not merged["note"]:
        raise _MismatchError("the note was taken out; notes are kept, write another one instead")
    keys = set(fact_keys(report, fact))
    held = [it for it in in_force(reviews) if set(it.claims) <= keys]
    note = merged.get("note", "")
    decision = _decision(merged, now)
    if decision is Status.OPEN:
        undone = [it for it in held if it.action in DECISIONS]
        yield from (taken_back(it, who) for it in undone)
        if any(words(it.note) == now["note"] for it in undone):
            note = note or now["note"]  # it came with the decision, and nobody took it out
    elif decision is not None:
        verdict = Verdict(merged.get("corrected_verdict") or now["corrected_verdict"]) if decision is Status.CORRECTED else None
        yield of_fact(report, fact, _ACTIONS[decision], who, verdict=verdict, note=note)
    if note and decision in (None, Status.OPEN):
        yield of_fact(report, fact, Action.NOTE, who, note=note)
    if "checked" in merged:
        if merged["checked"]:
            yield of_fact(report, fact, Action.CHECK, who)
        else:
            yield from (taken_back(it, who) for it in held if it.action is Action.CHECK)
    yield from _ratings(report, held, edited)
    for it in edited:
        said = it.edits.get("pair_verdict")
        left, right = it.judgement.left, it.judgement.right
        if said:
            yield of_pair(report, left, right, Verdict(said), it.reviewer)
        elif said is not None:
            pair = tuple(sorted((claim_key(report, left), claim_key(report, right))))
            yield from (taken_back(one, it.reviewer) for one in held if one.action is Action.PAIR and one.claims == pair)


def _ratings(report: Report, held: Sequence[Review], edited: Sequence[_Row]) -> Iterator[Review]:
    """The new ratings, one a claim; _MismatchError where two rows rate a claim in two ways."""
    said: dict[str, tuple[str, str]] = {}
    for it in edited:
        for column, claim in zip(_RATINGS, in_reading_order(it.fact, it.judgement), strict=True):
            if (text := it.edits.get(column)) is not None and said.setdefault(claim, (text, it.reviewer))[0] != text:
                raise _MismatchError(f"{column} rates a claim in two ways: {_short(said[claim][0])} and {_short(text)}")
    for claim, (text, who) in said.items():
        if text:
            yield of_claim(report, claim, rating_of(text), who)
        else:
            key = (claim_key(report, claim),)
            yield from (taken_back(one, who) for one in held if one.action is Action.RATE and one.claims == key)


def _decision(merged: dict[str, str], now: dict[str, str]) -> Status | None:
    """Where the fact is to stand; None where nobody decided anew. A verdict alone means that the fact is corrected."""
    status, verdict = merged.get("status"), merged.get("corrected_verdict")
    if verdict and status in (None, Status.CORRECTED.value):
        return Status.CORRECTED
    if verdict:
        raise _MismatchError(f"corrected_verdict is {verdict}, but status is {status}; write corrected, or no verdict")
    if status is None and verdict is None:
        return None
    if (status or now["status"]) == Status.CORRECTED.value and (verdict == "" or not now["corrected_verdict"]):
        raise _MismatchError("status is corrected; write into corrected_verdict what the fact is instead")
    return Status(status) if status else None


def _short(cell: str) -> str:
    text = words(cell)
    return f"“{text[:_LONGEST_SHOWN]}{'…' if len(text) > _LONGEST_SHOWN else ''}”"
