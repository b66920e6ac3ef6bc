from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from claims.published import as_date, published_in

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
DAY = date(2021, 3, 14)
BODY = "The mayor of Harrow Bay said on Sunday that the old harbour bridge would close for repairs until the end of the summer.\n"


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("date 2021-03-14 Harbour bridge to close", "labelled, before a headline"),
        ("Published March 14 2021", "labelled, no comma"),
        ("Date of publication 14 March 2021 The bridge is to close", "labelled, the text follows at once"),
        ("By Ann Lee | Published: 14 March 2021 | Updated: 16 March 2021", "published counts before updated"),
        ("Bay Editors Sunday, Mar. 14, 2021", "end of a byline, abbreviated month"),
        ("Sun 14 Mar 2021", "a line of its own"),
        ("Sun 14 Mar 2021 at 0914 Harbour bridge to close. The mayor said so.", "start of a paragraph, with a time of day"),
        ("14 March 2021 Harbour bridge to close", "start of a line that begins anew"),
        ("14th of March, 2021", "ordinal"),
        ("14-03-2021", "only one reading is a date"),
        ("2021-03-14T09:30:00Z", "as machines write it"),
        ("HARROW BAY, March 14, 2021 (Bay Wire) - The bridge closes.", "dateline"),
        ("Ann Lee | March 14, 2021 | Harrow Bay", "between the bars of a byline"),
        ("مكتبة المدينة: ۱۲۳ 14 March 2021", "behind another script and its digits"),
        ("Last updated: March 14, 2021, 9:30 p.m. ET", "no other date is stated"),
    ],
)
def test_a_stamp_or_label_states_the_date(line: str, why: str) -> None:
    """A full date as a stamp, in a byline or behind a label is the publication date."""
    assert published_in(f"Harbour bridge to close\n\n{line}\n\n{BODY}") == DAY, why


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("In an interview on 14 March 2021 she said the bridge was sound.", "inside a sentence"),
        ("March 14, 2021 was the day on which the bridge cracked.", "a sentence may begin with a date"),
        ("March 14, 2021, the harbour froze over.", "the same with a comma"),
        ("A report published on 14 March 2021 warned of cracks.", "the label speaks of something else"),
        ("The town mourns the victims of March 14, 2021", "a headline about a day"),
        ("— Bay Ferries (@bayferries) March 14, 2021", "an embedded tweet"),
        ("04-03-2021", "may be read two ways"),
        ("Sunday, March 14", "no year"),
        ("March 2021", "no day"),
        ("31 February 2021", "no such day"),
        ("Copyright 2021 Bay Courier", "a year only"),
    ],
)
def test_other_dates_are_not_the_publication_date(line: str, why: str) -> None:
    """A date that is told, ambiguous, incomplete or another's is no publication date: None is the answer."""
    assert published_in(f"Harbour bridge to close\n\n{line}\n\n{BODY}") is None, why


def test_dates_of_other_headlines_do_not_count() -> None:
    """The dates in a list of other headlines are those of other articles."""
    others = "".join(f"{day} March 2021\n\nA story of day {day} about the town\n\n" for day in (3, 9, 11, 14))
    assert published_in(f"Harbour bridge to close\n\n{BODY}\n{others}") is None


def test_a_timeline_has_no_stamp() -> None:
    """Three days, each on a line of its own, head entries: none of them is the date of the whole, unless a label says so."""
    entries = "".join(f"{day} March 2021\n{BODY}" for day in (3, 9, 11))
    assert published_in(entries) is None
    assert published_in(f"{entries}\nPublished: 14 March 2021\n") == DAY


def test_a_stamp_far_down_is_told_not_stated() -> None:
    """Without a label a date counts near the top only."""
    bodies = "".join(f"{n}. {BODY}" for n in range(20))
    assert published_in(f"Harbour bridge to close\n\n{bodies}\n14 March 2021\n") is None


@pytest.mark.parametrize(
    ("text", "day", "why"),
    [
        ("2021-03-14", DAY, "ISO"),
        ("2021-03-14 09:30", DAY, "with a time"),
        ("14/03/2021", DAY, "as a spreadsheet may turn it, one reading"),
        ("03/03/2021", date(2021, 3, 3), "both readings are one day"),
        ("04/03/2021", None, "two readings"),
        ("2021-13-14", None, "no thirteenth month"),
        ("on 14 March 2021", None, "something else beside the date"),
        ("", None, "nothing"),
    ],
)
def test_as_date_reads_one_date_or_none(text: str, day: date | None, why: str) -> None:
    """A cell is a date if it holds one date, of one reading, and nothing else."""
    assert as_date(text) == day, why


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is absent")
@pytest.mark.parametrize(
    ("prefix", "day"),
    [("000", None), ("001", date(2020, 3, 5)), ("002", date(2017, 9, 29)), ("003", None), ("004", date(2020, 3, 1))],
)
def test_the_seeds_dates(prefix: str, day: date | None) -> None:
    """The real pages state these dates and no others."""
    (path,) = (SHARED / "seeds").glob(f"{prefix}_*.txt")
    assert published_in(path.read_text(encoding="utf-8")) == day
