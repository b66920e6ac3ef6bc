"""Scopes: whether two figures were counted over one time, so that they can contradict each other."""

from __future__ import annotations

from dataclasses import dataclass

from claims.claim import Quantity
from claims.window import Window

# How sure "another time" is: less so where one of the times stands only in the words around its claim.
STATED = 0.9
INHERITED = 0.7


@dataclass(frozen=True, slots=True)
class Apart:
    """Why two figures cover different times, and how sure that is."""

    reason: str
    score: float


def scopes_apart(one: Window | None, two: Window | None, left: Quantity, right: Quantity) -> Apart | None:
    """The two times of figures in words where they are known and not the same; None where the figures can be compared.

    A shorter time inside a longer one cannot hold more than it: then counts are compared all the same.
    """
    for window, other, more, less in ((one, two, left, right), (two, one, right, left)):
        known = other is not None and (other.resolved or other.relative)
        if window is not None and not known and _spans_days(window) and more.low > less.high:
            return Apart(f"{window.text} / a time that is not given", STATED)
    if one is None or two is None or one.one_scope(two):
        return None
    weak = one.inherited or two.inherited
    reason = Apart(f"{one.text} / {two.text}", INHERITED if weak else STATED)
    if not (one.closed and two.closed):
        if one.apart(two):
            return reason
        # "4 % in the fourth quarter" and "3 % in 2023", the year not known: what is measured again and again needs one time
        return Apart(reason.reason, INHERITED) if left.unit and not weak and _told_differently(one, two) else None
    inner, outer = one.within(two), two.within(one)
    if not (left.unit or right.unit) and ((inner and left.low > right.high) or (outer and right.low > left.high)):
        return None
    if (inner or outer) and left.low == right.low and left.high == right.high:
        return None  # the same count, once with the day and once with the week
    return reason


def _told_differently(one: Window, two: Window) -> bool:
    """Whether two times, one of them not resolved, are at least not told in the same words."""
    return not (one.resolved and two.resolved) and one.relative != two.relative


def _spans_days(window: Window) -> bool:
    return window.closed and not window.one_day
