from __future__ import annotations

from datetime import date

import pytest
from rows import Row, golden, inspected, params

from claims.times.window import Granularity, Window
from claims.times.windows import windows

ROWS = golden("windows")


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", params(ROWS))
def test_an_expression_stands_for_its_days(row: Row) -> None:
    """The days are those that a reader of the published date would mark in a calendar; "none": the text names no time."""
    found = [m.window for m in windows(row["text"], day(row["published"]))]
    assert [(w.start, w.end) for w in found] == ([] if row.get("none") else [(day(row["start"]), day(row["end"]))])
    for slot in ("granularity", "relative", "clock"):
        if slot in row:
            assert getattr(found[0], slot) == row[slot]


@pytest.fixture(scope="module")
def said() -> dict[tuple[str, str | None], Row]:
    """What the command says of all texts, one run for each published date."""
    answers = {}
    for published in dict.fromkeys(row["published"] for row in ROWS):
        texts = [row["text"] for row in ROWS if row["published"] == published]
        answers |= {(text, published): answer for text, answer in zip(texts, inspected(texts, published), strict=True)}
    return answers


@pytest.mark.slow
@pytest.mark.parametrize("row", params(ROWS, by="inspect"))
def test_inspect_gives_claims_their_window(row: Row, said: dict[tuple[str, str | None], Row]) -> None:
    """Every claim that `factcheck inspect --lines` makes of a one-clause text has the text's window."""
    claims = said[row["text"], row["published"]]["claims"]
    assert claims
    for claim in claims:
        window = claim["window"]
        if row.get("none"):
            assert window is None
        else:
            assert (window["start"], window["end"]) == (row["start"], row["end"])
            assert window["text"] in row["text"]


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Eggs became dearer last month in the north.", ["last month"], "the expression alone"),
        ("The well, dry since the end of January, filled again.", ["since the end of January"], "the leading words belong to it"),
        ("It snowed on 5 March and again on Sunday.", ["5 March", "Sunday"], "two, from left to right"),
        ("On Sept. 9 the mill closed.", ["Sept. 9"], "an abbreviation's dot inside"),
        ("The dyke broke on 5 March.", ["5 March"], "the full stop is the sentence's"),
    ],
)
def test_a_mention_spans_its_words(text: str, words: list[str], why: str) -> None:
    """A mention's offsets hold the expression and nothing else."""
    assert [text[m.start : m.end] for m in windows(text, date(2021, 3, 17))] == words, why


def test_without_a_published_date_the_words_stay() -> None:
    """An unresolved window keeps its words and says that it is unresolved; nothing is guessed."""
    (mention,) = windows("Three bakeries closed last week.", None)
    assert mention.window.text == "last week"
    assert not mention.window.resolved


@pytest.mark.parametrize(
    ("text", "told", "start", "end", "why"),
    [
        (
            "It rained on Monday, and two days later the dyke broke.",
            None,
            "2021-03-17",
            "2021-03-17",
            "counted from the sentence",
        ),
        ("A day earlier the well had run dry.", "On 5 March the mill burned.", "2021-03-04", "2021-03-04", "from the one before"),
        ("The same day a tram stopped.", "On 5 March the mill burned.", "2021-03-05", "2021-03-05", "the day told before"),
        ("The following day it rained.", "On 5 March the mill burned.", "2021-03-06", "2021-03-06", "the next day"),
        ("The previous day it had rained.", "On Monday the mill burned.", "2021-03-14", "2021-03-14", "the day before it"),
        ("A month earlier it cost 8 crowns.", "Bread cost 9 crowns in June.", "2020-05-01", "2020-05-31", "months stay whole"),
        (
            "It cost 7 in the same month of 2017.",
            "Bread cost 9 crowns in June.",
            "2017-06-01",
            "2017-06-30",
            "that month of a year",
        ),
        ("Rain began on Sunday and went on into Monday.", None, "2021-03-15", "2021-03-15", "the day after the one told before"),
        ("Rain will begin on Wednesday and go on into Thursday.", None, "2021-03-18", "2021-03-18", "the same ahead"),
        ("On Friday a strike was called, to begin on Monday.", None, "2021-03-15", "2021-03-15", "to come, from the day told"),
        ("The strike began on Friday and is expected to end on Monday.", None, "2021-03-22", "2021-03-22", "so does what is set"),
        (
            "On Friday it rained; the strike will begin on Thursday.",
            None,
            "2021-03-18",
            "2021-03-18",
            "from now",
        ),
        ("That year the dam broke.", "The mill burned in June 2015.", "2015-01-01", "2015-12-31", "the year around it"),
        ("A day earlier the well had run dry.", "Bread cost 9 crowns in June.", None, None, "no day to count from"),
        (
            "At 6 p.m. a tram stopped.",
            "On 5 March the mill burned.",
            "2021-03-05",
            "2021-03-05",
            "a clock time of the day told before",
        ),
    ],
)
def test_some_times_count_from_the_one_told_before(text: str, told: str | None, start: str, end: str, why: str) -> None:
    """The last time of the sentence, else of the sentence before, is what "a day earlier" counts from."""
    published = date(2021, 3, 17)
    anchor = next(windows(told, published)).window if told else None
    last = list(windows(text, published, anchor))[-1].window
    assert (last.start, last.end) == (day(start), day(end)), why


@pytest.mark.parametrize(
    ("one", "two", "apart", "why"),
    [
        ("in March", "in May", True, "other months of unknown years"),
        ("on 3 March", "on 4 March", True, "other days of a month"),
        ("on 3 March", "in March", False, "a day in its month"),
        ("on Thursday", "on Friday", True, "other weekdays"),
        ("in March", "in June 2019", True, "no March in a June"),
        ("in March", "in 2019", False, "each year has one"),
        ("last week", "in June 2019", False, "nothing is known of an unresolved week"),
        ("in June 2019", "in July 2019", True, "known and apart"),
        ("in June 2019", "in 2019", False, "a month in its year"),
    ],
)
def test_times_may_be_apart_without_a_date(one: str, two: str, apart: bool, why: str) -> None:
    """What the words alone rule out is apart, in both directions; everything else may be one time."""
    left, right = (next(windows(f"It rained {words}.", None)).window for words in (one, two))
    assert left.apart(right) == right.apart(left) == apart, why
    assert left.one_scope(left)
    assert not (apart and left.one_scope(right))


def test_the_same_words_for_a_week_and_for_a_day_are_one_scope_in_either_order() -> None:
    """ "Earlier this week", read as the week before and on a Monday as that day, is one time, whichever claim stands first."""
    week = Window(date(2021, 3, 15), date(2021, 3, 21), "earlier this week", Granularity.WEEK)
    monday = Window(date(2021, 3, 22), date(2021, 3, 22), "earlier this week")
    assert week.one_scope(monday)
    assert monday.one_scope(week)
