from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.times import periods
from claims.times.tense import looks_ahead
from claims.times.windows import windows

QUICK = settings(max_examples=400, deadline=None, derandomize=True)

# Whatever stands in time expressions, in any order: most of it makes no sense, and must not matter.
PIECES = st.sampled_from(
    "on|in|the|early|late|mid-|end of|start of|since|until|by|before|after|from|to|and|between|through|-|–|,|.|(|)|a"
    "|two|several|0|1|31|32|99|1999|2019|0000|9999|99999|000000000|3,000|12.5|half a|couple of|more than|this|last"
    "|next|past|same|previous|following|that|Monday|Fridays|Sun|Mar.|May|may|March|February|Sept|September|29|30"
    "|31 February|0 March|2019-02-30|9999-12-31|0001-01-01|31/12/9999|03/04/2018|Q1|Q5|H2|first|second|quarter|half of"
    "|of the year|spring|winter|the 1990s|'80s|19th century|21st century|day|week|weekend|fortnight|month|year|decade"
    "|hours|ago|earlier|later|today|yesterday|tomorrow|overnight|tonight|6 p.m.|25:61|14:20|0900 GMT|GMT+14|noon|at"
    "|o'clock|New Year's Eve|will|met|said|ahead of|\n|\t|é|漢|😀|١٢".split("|")
)
WORDS = st.lists(PIECES, max_size=16).flatmap(lambda pieces: st.sampled_from(["", " "]).map(lambda gap: gap.join(pieces)))
DATES = st.one_of(
    st.none(), st.dates(), st.sampled_from([date.min, date.max, date(1, 1, 2), date(9999, 12, 30), date(2020, 2, 29)])
)

WEEKLY = (
    "on Monday|last Friday|next Tuesday|this Sunday|today|yesterday|tomorrow|overnight|three days ago|a week ago"
    "|this week|last week|next week|over the weekend|last weekend|in the past two weeks|in the next ten days"
    "|since Monday|by Friday|from Friday to Sunday|early on Tuesday|at 6 p.m. on Monday|the day before yesterday"
    "|in recent days|two days from now|over the past 24 hours"
).split("|")


@QUICK
@given(text=WORDS, told=WORDS, published=DATES)
def test_any_words_have_sound_windows(text: str, told: str, published: date | None) -> None:
    """No text raises; mentions come in order with their own words; no window ends before it starts; the same again each time."""
    anchor = next((m.window for m in windows(told, published) if m.window.closed), None)
    found = list(windows(text, published, anchor))
    at = 0
    for mention in found:
        assert at <= mention.start < mention.end <= len(text)
        assert mention.window.text == text[mention.start : mention.end]
        if mention.window.start and mention.window.end:
            assert mention.window.start <= mention.window.end
        at = mention.end
    assert found == list(windows(text, published, anchor))
    assert looks_ahead(text, 0, len(text) // 2) in (True, False, None)


@QUICK
@given(one=WORDS, two=WORDS, published=DATES, other=DATES)
def test_comparing_windows_is_symmetric(one: str, two: str, published: date | None, other: date | None) -> None:
    """Gap, scope and apartness do not ask which window comes first; a window is one scope with itself, never apart from it."""
    for left in (m.window for m in windows(one, published)):
        assert left.one_scope(left)
        assert not left.apart(left)
        for right in (m.window for m in windows(two, other)):
            assert left.days_from(right) == right.days_from(left) >= 0
            assert left.one_scope(right) == right.one_scope(left)
            assert left.apart(right) == right.apart(left)
            assert not (left.apart(right) and left.one_scope(right))


@pytest.mark.parametrize("words", WEEKLY)
@pytest.mark.parametrize("frame", ["It rained {}.", "It will rain {}.", "Rain {}"])
def test_a_week_later_it_is_a_week_later(words: str, frame: str) -> None:
    """What is told in days and weeks moves with the published date, whatever the weekday, month or year."""
    week = timedelta(7)
    text = frame.format(words)
    for n in range(0, 800, 3):
        day = date(2019, 12, 1) + timedelta(n)
        now, then = ([(m.window.start, m.window.end) for m in windows(text, d)] for d in (day, day + week))
        assert len(now) == 1, words
        assert [(s and s + week, e and e + week) for s, e in now] == then, (words, day)


@QUICK
@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_periods_hold_their_days(day: date) -> None:
    """The week, month, quarter, year of a day hold it; the one before ends the day before; moving there and back is no move."""
    for unit in ("week", "month", "quarter", "half", "year", "decade"):
        start, end = periods.containing(unit, day)
        assert start <= day <= end
        before = periods.moved_days((start, end), -1, unit)
        assert before == periods.containing(unit, start - timedelta(1))
        assert periods.moved_days(before, 1, unit) == (start, end)
        for name in ("early", "late", "mid", "start", "end"):
            first, last = periods.part((start, end), name)
            assert start <= first <= last <= end


@QUICK
@given(day=st.dates(date(2000, 1, 1), date(2040, 1, 1)), published=st.dates(date(2000, 1, 1), date(2040, 1, 1)))
def test_a_full_date_needs_no_published_date(day: date, published: date) -> None:
    """However a day is written in full it is that day, in any article."""
    for written in (
        f"{day}",
        f"{day.day} {day:%B %Y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%A}, {day:%b}. {day.day} {day.year}",
    ):
        for date_ in (published, None):
            (mention,) = windows(f"The mill burned on {written}", date_)
            assert (mention.window.start, mention.window.end) == (day, day), written
