"""The calendar: months, quarters, seasons, years as pairs of days, and what lies so many of them before or after.

Everything raises ValueError or OverflowError where the calendar (years 1 to 9999) ends.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from claims.times.window import Granularity

Days = tuple[date, date]  # first and last day, both included

# As the northern half of the world, where most English news is written, counts them; a winter has the year of its December.
_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "night": 1}

GRANULARITY = {
    "minute": Granularity.HOUR,
    "hour": Granularity.HOUR,
    "night": Granularity.DAY,
    "weekend": Granularity.DAY,
    "fortnight": Granularity.WEEK,
    **{g.value: g for g in Granularity},
}

ISO_UNIT = {"week": "W", "fortnight": "W", "weekend": "W", "month": "M", "quarter": "M", "year": "Y", "decade": "Y"}


def months(year: int, first: int, count: int = 1) -> Days:
    """`count` months from month `first` of a year, counted on beyond December."""
    start = date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    last = first + count - 1
    year, month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return start, date(year, month, calendar.monthrange(year, month)[1])


def season(year: int, name: str) -> Days:
    """Three months: spring begins in March, winter in December of its year."""
    return months(year, _SEASON_STARTS[name.lower()], 3)


def century(number: int) -> Days:
    """The 19th century is 1801 to 1900 by the calendar, but the 1800s to everybody who writes news."""
    return months(100 * (number - 1) or 1, 1, 1200 if number > 1 else 1188)


def containing(unit: str, day: date) -> Days:
    """The day, week (from Monday), weekend, month, quarter, half, year, decade or century that a day lies in.

    A weekend is the one of the day's week, also for a Monday before it.
    """
    if unit in ("day", "night"):
        return day, day
    if unit in ("week", "fortnight", "weekend"):
        monday = day - timedelta(day.weekday())
        return (monday + timedelta(5) if unit == "weekend" else monday), monday + timedelta(6)
    size = MONTHS_IN[unit]
    if size <= 12:
        return months(day.year, (day.month - 1) // size * size + 1, size)
    years = size // 12
    first = day.year // years * years
    return months(first or 1, 1, size if first else size - 12)


def moved(day: date, count: int, unit: str) -> date:
    """The day so many units later (or earlier, below 0); 31 January and a month is the last day of February."""
    if unit in DAYS_IN:
        return day + timedelta(count * DAYS_IN[unit])
    at = day.year * 12 + day.month - 1 + count * MONTHS_IN[unit]
    year, month = divmod(at, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def moved_days(days: Days, count: int, unit: str) -> Days:
    """A period so many units later; whole months stay whole months."""
    start, end = moved(days[0], count, unit), moved(days[1], count, unit)
    if unit in MONTHS_IN and days[1].day == calendar.monthrange(days[1].year, days[1].month)[1]:
        end = months(end.year, end.month)[1]
    return start, end


def part(days: Days, name: str) -> Days:
    """The early, late or middle half, the start or the end (a third) of a period; long ones are cut between months.

    Nobody agrees where "early March" ends: these are the widest readings.
    """
    start, end = days
    shares = {"early": (0, 1 / 2), "late": (1 / 2, 1), "mid": (1 / 4, 3 / 4), "start": (0, 1 / 3), "end": (2 / 3, 1)}
    low, high = shares[name]
    count = (end.year - start.year) * 12 + end.month - start.month + 1
    if count >= 3 and start.day == 1:
        first = round(count * low)
        return months(start.year, start.month + first, max(1, round(count * high) - first))
    length = (end - start).days + 1
    return start + timedelta(int(length * low)), start + timedelta(max(int(length * low), int(length * high) - 1))
