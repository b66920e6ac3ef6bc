"""The CSV for reviewing: what single edits mean, and the line for each row that is not taken."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

import pytest
import reports

from factcheck.exports.columns import COLUMNS, REVIEW_COLUMNS
from factcheck.exports.csv_back import Returned, returned
from factcheck.exports.csv_text import write_csv
from factcheck.exports.spreadsheet import TableError, same
from factcheck.judgement import Finding, Verdict
from factcheck.reviewing.rating import Rating
from factcheck.reviewing.review import Action, Review, of_fact, of_pair
from factcheck.reviewing.reviews import Status, pair_standings, standings

REPORT = reports.small()
KILLED = reports.KILLED


def table(reviews: Sequence[Review] = ()) -> list[dict[str, str]]:
    """The rows of the CSV with review columns."""
    out = io.StringIO(newline="")
    write_csv(REPORT, out, reviews=reviews)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def taken(rows: Sequence[dict[str, str]], reviews: Sequence[Review] = (), reviewer: str = "Ann Lee") -> Returned:
    """The table with these rows, taken back."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return returned(REPORT, reviews, out.getvalue().encode(), reviewer)


def of_killed(old: Sequence[Review] = (), **cells: str) -> list[dict[str, str]]:
    """The table with these cells in the row of the fact about the dead, which is put first."""
    first, *others = sorted(table(old), key=lambda row: row["fact"] != KILLED.headline)
    return [first | cells, *others]


def test_columns_are_those_documented() -> None:
    """The review columns stand after all others, in the order in which they are documented."""
    assert list(table()[0]) == [*COLUMNS, *REVIEW_COLUMNS]
    assert {row["status"] for row in table()} == {"open"}


@pytest.mark.parametrize(
    ("cells", "action", "verdict", "why"),
    [
        ({"status": "confirmed"}, Action.CONFIRM, None, "confirmed"),
        ({"status": " Rejected "}, Action.REJECT, None, "any case, spaces around it"),
        ({"status": "corrected", "corrected_verdict": "agree"}, Action.CORRECT, Verdict.AGREE, "corrected"),
        ({"corrected_verdict": "Compatible"}, Action.CORRECT, Verdict.COMPATIBLE, "a verdict alone is a correction"),
        ({"checked": "TRUE"}, Action.CHECK, None, "a ticked box"),
        ({"note": "=two counts"}, Action.NOTE, None, "a note"),
        ({"pair_verdict": "agree"}, Action.PAIR, Verdict.AGREE, "the pair alone"),
    ],
)
def test_an_edit_is_a_review(cells: dict[str, str], action: Action, verdict: Verdict | None, why: str) -> None:
    """Each edit makes one review of its kind, by the person named."""
    got = taken(of_killed(**cells))
    assert got.mismatches == ()
    (review,) = got.reviews
    assert (review.action, review.verdict, review.reviewer) == (action, verdict, "Ann Lee")
    assert review.note == cells.get("note", "")


def test_a_rating_is_of_the_claim_on_its_side() -> None:
    """Left and right as the row has them, whatever the order of ids; an emptied cell takes a rating back."""
    got = taken(of_killed(left_rating="mostly  TRUE (4)", right_rating="False"))
    assert got.mismatches == ()
    ratings = standings(REPORT, got.reviews)[KILLED.id].ratings
    (row,) = [it for it in table(got.reviews) if it["fact"] == KILLED.headline]
    assert (row["left_rating"], row["right_rating"]) == ("mostly TRUE (4)", "False")
    said = {" ".join(REPORT.claim_by_id[claim].text.split()): it.rating for claim, it in ratings.items()}
    assert said == {row["left_claim"]: Rating("mostly TRUE", 4), row["right_claim"]: Rating("False")}
    back = taken(of_killed(got.reviews, left_rating=""), got.reviews)
    assert [it.action for it in back.reviews] == [Action.UNDO]
    (row,) = [it for it in table([*got.reviews, *back.reviews]) if it["fact"] == KILLED.headline]
    assert (row["left_rating"], row["right_rating"]) == ("", "False")


def test_one_claim_rated_in_two_ways() -> None:
    """Two rows that rate one claim differently are named, and neither is taken."""
    rows = [row for row in table() if row["fact"] == reports.SMOKE.headline]
    one, other = next(
        (one, other, side)[:2]
        for one in rows
        for other in rows
        for side in ("left", "right")
        if one is not other and one["left_claim"] + one["left_outlet"] == other["left_claim"] + other["left_outlet"]
    )
    one["left_rating"], other["left_rating"] = "True", "False"
    got = taken(rows)
    (line,) = got.mismatches
    assert re.match(r"rows \d+, \d+: left_rating rates a claim in two ways: “True” and “False”", line)
    assert got.reviews == ()


def test_a_note_goes_with_the_decision() -> None:
    """Decision and note of one row are one review, which knows what the tool said."""
    (review,) = taken(of_killed(status="rejected", note="the nine include two of the crew")).reviews
    assert (review.action, review.note, review.finding) == (
        Action.REJECT,
        "the nine include two of the crew",
        Finding.CONTRADICTED,
    )


def test_the_row_says_who() -> None:
    """A name written into the row goes before the name of the person who imports."""
    (review,) = taken(of_killed(status="confirmed", reviewer="Tom Reed")).reviews
    assert review.reviewer == "Tom Reed"
    old = [of_fact(REPORT, KILLED, Action.CHECK, "Tom Reed")]
    (review,) = taken(of_killed(old, status="confirmed"), old, reviewer="").reviews
    assert review.reviewer == "Tom Reed"


def test_taking_back() -> None:
    """Open again, unchecked, a pair's verdict emptied: each takes the old review back, none is lost from the history."""
    left, right = sorted((reports.SEVEN.id, reports.NINE.id))
    old = [
        of_fact(REPORT, KILLED, Action.CONFIRM, "Tom Reed"),
        of_fact(REPORT, KILLED, Action.CHECK, "Tom Reed"),
        of_pair(REPORT, left, right, Verdict.AGREE, "Tom Reed"),
    ]
    got = taken(of_killed(old, status="open", checked="", pair_verdict=""), old)
    assert {review.action for review in got.reviews} == {Action.UNDO}
    every = [*old, *got.reviews]
    standing = standings(REPORT, every)[KILLED.id]
    assert (standing.status, standing.checked, len(standing.history)) == (Status.OPEN, False, 6)
    assert not pair_standings(REPORT, every)


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"status": "maybe"}, "row 2: status is “maybe”; choose from open, confirmed, rejected, corrected"),
        ({"status": "corrected"}, "rows? 2: status is corrected; write into corrected_verdict"),
        ({"status": "confirmed", "corrected_verdict": "agree"}, "rows? 2: corrected_verdict is agree, but status is confirmed"),
        ({"corrected_verdict": "perhaps"}, "row 2: corrected_verdict is “perhaps”; choose from contradict"),
        ({"left_rating": "False (7)"}, r"row 2: left_rating: 'False \(7\)': the number of a rating goes from 1"),
        ({"right_rating": "(2)"}, r"row 2: right_rating: ' \(2\)' is no rating; write a word"),
        ({"checked": "soon"}, "row 2: checked is “soon”; write yes or leave it empty"),
        ({"row": "a_b", "status": "confirmed"}, "row 2: no pair of this report is named “a_b”"),
        ({"reviews": "7", "status": "confirmed"}, r"row 2: the fact was reviewed since this file was written"),
        ({"left_claim": "Eight passengers died"}, "row 2: left_claim is “Eight passengers died”, but the report says “Seven"),
        ({"left_low": "8"}, "row 2: left_low is “8”, but the report says “7”"),
        ({"verdict": "agree"}, "row 2: verdict is “agree”.* only the columns from status to reviewer may be edited"),
    ],
)
def test_a_row_that_is_not_taken_has_its_line(cells: dict[str, str], says: str) -> None:
    """The line names the row, the column, what stands there, and what to do; nothing of the row is taken."""
    got = taken(of_killed(**cells))
    (line,) = got.mismatches
    assert re.match(says, line)
    assert "\n" not in line
    assert got.reviews == ()


def test_a_bad_row_leaves_the_others() -> None:
    """What the other rows say is taken."""
    rows = of_killed(status="maybe")
    other = next(row for row in rows if row["fact"] == reports.BLAME.headline)
    other["status"] = "confirmed"
    got = taken(rows)
    assert len(got.mismatches) == 1
    assert [review.action for review in got.reviews] == [Action.CONFIRM]


def test_nobody_named() -> None:
    """A decision without a name is not taken."""
    (line,) = taken(of_killed(status="confirmed"), reviewer="").mismatches
    assert "write a name into the column reviewer" in line


def test_two_rows_of_one_fact_that_differ() -> None:
    """One fact cannot be confirmed and rejected at once: both rows are named, neither is taken."""
    rows = table()
    same_fact = [row for row in rows if row["fact"] == reports.SMOKE.headline]
    assert len(same_fact) > 1
    same_fact[0]["status"], same_fact[1]["status"] = "confirmed", "rejected"
    got = taken(rows)
    (line,) = got.mismatches
    assert re.match(r"rows \d+, \d+: status is said in two ways of one fact: “confirmed” and “rejected”", line)
    assert got.reviews == ()


def test_reviewed_meanwhile() -> None:
    """Where another person reviewed a fact after the file was written, edits of it are not taken, and say by whom."""
    rows = of_killed(status="rejected")
    (line,) = taken(rows, [of_fact(REPORT, KILLED, Action.CONFIRM, "Tom Reed")]).mismatches
    assert "by Tom Reed" in line


def test_a_note_is_not_taken_out() -> None:
    """History stays; another note may follow."""
    old = [of_fact(REPORT, KILLED, Action.NOTE, "Tom Reed", note="two counts")]
    (line,) = taken(of_killed(old, note=""), old).mismatches
    assert "notes are kept" in line


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no column status, reviews, row"),
        (b"finding,verdict\r\ncontradicted,agree\r\n", "keep the columns of the export"),
        (b"status,reviews,row\r\nopen,0," + b"x" * 200_000, "no CSV"),
    ],
)
def test_other_files_are_refused(data: bytes, says: str) -> None:
    """A file that is no such table is refused in one line."""
    with pytest.raises(TableError, match=says):
        returned(REPORT, [], data, "Ann Lee")


@pytest.mark.parametrize(
    ("written", "found", "fits", "why"),
    [
        ("2024-10-30", "30/10/2024", True, "the day as Britain writes it"),
        ("2024-10-30", "10/30/2024", True, "as America does"),
        ("2024-10-30", "30.10.2024", True, "as Germany does"),
        ("2024-10-30", "31/10/2024", False, "another day"),
        ("0.97", "0,97", True, "a decimal comma"),
        ("7", "7.0", True, "a number with a decimal"),
        ("2400000", "2.4E+06", True, "a large number as Excel shows it"),
        ("7", "8", False, "another number"),
        ("'=1+1", "=1+1", True, "the quote that made it harmless"),
        ("two  words", "two words\n", True, "white space"),
        ("x" * 40_000, "x" * 32_767, True, "cut by Excel"),
        ("x" * 40_000, "x" * 100, False, "cut by a person"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value and len(value) < 50 else "",
)
def test_what_spreadsheets_do_to_cells(written: str, found: str, fits: bool, why: str) -> None:
    """A cell is the same where a spreadsheet only showed it in its own way."""
    assert same(written, found) is fits
