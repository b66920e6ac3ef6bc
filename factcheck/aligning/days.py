"""Days: what the times of two claims say about whether they can be of one happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import nan

import numpy as np
from numpy.typing import NDArray

from claims.claim import Claim, Window
from claims.times.window import Granularity
from factcheck.aligning.readings import days_between
from factcheck.aligning.slot import APART, Part

OTHER_DAY = -0.30  # when a thing happened may be in dispute, but another day mostly means another thing
DAY_COUNTED = -0.60  # "on Monday" is another day in an article that was dated when it was fetched

# A toll is often given with the day of the report, some days after the day of the deed; beyond this it is another deed.
MAX_GAP = 3


@dataclass(frozen=True, slots=True)
class When:
    """The time of a claim; `monthly` of what is measured month by month, `asked` where the time is what it answers. `lag` is by
    how many days it is after the article's date, where it is counted from that ("on Monday").
    """

    window: Window
    monthly: bool
    asked: bool
    lag: int | None


def when(claim: Claim) -> When | None:
    """The time of a claim; None where it tells none."""
    if claim.window is None:
        return None
    measured = bool(claim.quantities and claim.quantities[0].unit)
    monthly = measured and claim.window.granularity.rank >= Granularity.MONTH.rank
    return When(claim.window, monthly, claim.facet == "time", _lag(claim.window, claim.published))


def _lag(window: Window, published: date | None) -> int | None:
    counted = window.one_day and window.relative.startswith(("-W", "P"))
    return (window.start - published).days if counted and window.start is not None and published is not None else None


def other_day(one: When, two: When) -> Part | None:
    """Nothing for what is measured month by month ("8.5 % in July", "9.1 % in June")."""
    days = 0 if one.monthly and two.monthly else one.window.days_from(two.window)
    if days > MAX_GAP and not (one.asked and two.asked):
        return Part("days too far apart", DAY_COUNTED if _by_dates_alone(one, two) else APART)
    return Part("another day", OTHER_DAY) if days else None


def other_days(readings: Sequence[When]) -> NDArray[np.float64]:
    """As `other_day`, of each two."""
    monthly, asked = (np.array([[reading.monthly, reading.asked] for reading in readings])).T
    lag = np.array([nan if reading.lag is None else reading.lag for reading in readings])
    days = np.where(monthly[:, None] & monthly, 0, days_between([reading.window for reading in readings]))
    far = (days > MAX_GAP) & ~(asked[:, None] & asked)
    by_dates = np.abs(lag[:, None] - lag) <= MAX_GAP
    return np.where(far, np.where(by_dates, DAY_COUNTED, APART), np.where(days > 0, OTHER_DAY, 0.0))


def _by_dates_alone(one: When, two: When) -> bool:
    """Whether two days would be one, or nearly, had both articles come out on one day."""
    return one.lag is not None and two.lag is not None and abs(one.lag - two.lag) <= MAX_GAP
