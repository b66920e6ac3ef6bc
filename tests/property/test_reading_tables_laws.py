"""Laws of tables: what is asked of very many readings at once is what is asked of each two."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from claims.names import shared_name
from claims.times.window import Window
from factcheck.aligning.readings import days_between, names_shared

MONDAY = date(2024, 5, 13)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """A window of some days of one month, with ends that may be open and words that others may share."""
    days = sorted((draw(st.integers(0, 16)), draw(st.integers(0, 16))))
    start, end = (MONDAY + timedelta(day) for day in (draw(st.sampled_from([days, days[:1] * 2]))))
    known = draw(st.sampled_from([(start, end), (start, end), (start, None), (None, end), (None, None)]))
    return Window(
        *known, draw(st.sampled_from(["Tuesday", "tuesday", "on Tuesday"])), relative=draw(st.sampled_from(["", "-W-2"]))
    )


@given(st.lists(windows(), min_size=1, max_size=7))
def test_days_between_many_windows(some: list[Window]) -> None:
    """Days between each two windows, open ends and days a week apart under one name included."""
    assert days_between(some).tolist() == [[one.days_from(two) for two in some] for one in some]


@given(
    st.lists(
        st.lists(
            st.sampled_from(["Kessim", "Orsk", "Orsk province", "port of Orsk", "Moscow", "Russia"]), min_size=1, max_size=3
        ),
        min_size=1,
        max_size=6,
    )
)
def test_names_shared_by_many_readings(some: list[list[str]]) -> None:
    """Each two lists of places meet in a name, another form of it, or a country and its capital, or they do not."""
    assert names_shared(some).tolist() == [[bool(shared_name(one, two)) for two in some] for one in some]
