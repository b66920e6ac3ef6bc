"""Scopes: what the times of two claims say of each other; whether figures were counted over one time, which day it was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.claim import Claim, Quantity
from claims.facets import LONGEST_MOMENT
from claims.times.window import Window
from factcheck.judgement import Code

# How sure "another time" is: less so where one of the times stands only in the words around its claim.
STATED = 0.9
INHERITED = 0.7

# Two claims of when something happened are about one thing above the first cosine, and surely enough to speak of a
# contradiction above the second; set on the dev gold (benchmarks/).
SAME_HAPPENING = 0.35
OTHER_DAY_SAME_THING = 0.65

# Days for which news tells of one change of a rate or price as the latest.
ONE_MOVE = 14

_BEFORE = re.compile(
    r"\b(?:previous(?:ly)?|in the past|in recent (?:weeks|months|years)|formerly"
    r"|(?:has|have|had)\s+(?:often|frequently|regularly|routinely))\b",
    re.I,
)
# What only follows another happening: who tells of it does not tell of that one. A funeral may be attacked itself.
_AFTERWARDS = re.compile(r"\b(?:aftershocks?|after-shocks?)\b", re.I)
_READS_WELL = ("this ", "last ", "since ", "in ", "earlier ", "today", "yesterday", "until ", "by ")  # behind a figure


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
    """Whether a time is a stretch over which a count grows; "Saturday and Sunday" still dates one happening."""
    return window.start is not None and window.end is not None and (window.end - window.start).days > LONGEST_MOMENT


def one_time(one: Window | None, two: Window | None) -> bool:
    """Whether both claims are known to speak of one time."""
    return one is not None and two is not None and (one.resolved or bool(one.relative)) and one.one_scope(two)


def two_moves(left: Claim, right: Claim) -> str:
    """Why like changes of one rate may be two: the articles are weeks apart and give no common time; empty otherwise."""
    if not all(q.change is not None and q.change.stage == "by" for q in (left.quantities[0], right.quantities[0])):
        return ""
    days = days_apart(left, right)
    return f"told {days} days apart, with no common time: perhaps two changes" if days > ONE_MOVE else ""


def days_apart(left: Claim, right: Claim) -> int:
    """Days between the articles of two claims; 0 where one has no date, or where both claims speak of one time."""
    if left.published is None or right.published is None or one_time(left.window, right.window):
        return 0
    return abs((left.published - right.published).days)


def told_before(left: Claim, right: Claim) -> str:
    """Why two reports of the past tell of two happenings: when one article came out, the day of the other was to come."""
    for one, two in ((left, right), (right, left)):
        day = one.window.start if one.window is not None else None
        if day is not None and one.published is not None and two.published is not None and two.published < day <= one.published:
            return f"the article of {two.published:%-d %B} came out before {day:%-d %B}"
    return ""


@lru_cache(maxsize=1 << 16)  # each claim of a large fact is set against all others
def background(text: str) -> bool:
    """Whether words tell of what was before: "has previously bombed the town" is not the bombing of the day."""
    return bool(_BEFORE.search(text))


@lru_cache(maxsize=1 << 16)
def afterwards(text: str) -> str:
    """The word for a happening that follows another one ("aftershocks"); empty where there is none."""
    found = _AFTERWARDS.search(text)
    return found[0] if found else ""


def days_unknown(left: Claim, right: Claim) -> str:
    """Why tolls of two articles may be of two happenings: they were written on different days, and no common time is told."""
    if not days_apart(left, right):
        return ""
    one, two = sorted(day for day in (left.published, right.published) if day is not None)
    return f"told on {one:%-d %B} and {two:%-d %B}, with no common time or place"


def compare_days(left: Claim, right: Claim, cosine: float) -> tuple[Code, float, str] | None:
    """When one thing happened: the same day, or two days that cannot both be right; None where a claim gives no time."""
    one, two = left.window, right.window
    if one is None or two is None:
        return None
    if one.one_scope(two):
        day = f"{one.start:%-d %B %Y}" if one.start else one.text
        return Code.SAME_VALUE, 0.9 if cosine >= SAME_HAPPENING else 0.7, f"both give {day}"
    if one.start and two.start and one.end and two.end and one.start <= two.end and two.start <= one.end:
        return Code.SAME_VALUE, 0.7, f"{one.text} and {two.text} share a day"
    if later := told_before(left, right):
        return Code.OTHER_WINDOW, STATED, f"they tell of two days: {later}"
    if cosine >= OTHER_DAY_SAME_THING:
        return Code.DATE_DIFFERS, cosine, f"{one.text} ({one.start}) cannot be {two.text} ({two.start})"
    return Code.NO_BASIS, 0.5, f"{one.text} and {two.text} may be about different things"


def stated_days_differ(left: Claim, right: Claim) -> str:
    """Why two claims that state a day in their own words cannot both be right; empty where they can."""
    match _stated_windows(left, right):
        case (one, two) if one.start and one.start == one.end and two.start and two.start == two.end:
            return f"{one.text} ({one.start}) cannot be {two.text} ({two.start})"
    return ""


def stated_times_apart(left: Claim, right: Claim) -> str:
    """Why two claims that state longer times ("in 2016", "in April") speak of different ones; empty where they may meet."""
    match _stated_windows(left, right):
        case (one, two) if one.days_from(two):
            return f"they speak of different times: {one.text} / {two.text}"
    return ""


def _stated_windows(left: Claim, right: Claim) -> tuple[Window, Window] | None:
    """The windows of two claims that both state theirs in their own words, and not the same one."""
    one, two = left.window, right.window
    if one is None or two is None or not (_states(left) and _states(right)) or one.one_scope(two):
        return None
    return one, two


def _states(claim: Claim) -> bool:
    """Whether a claim's window stands between its own first and last word."""
    at = claim.window_at
    return at is not None and claim.start <= at[0] and at[1] <= claim.end


def when(claim: Claim) -> str:
    """A claim's time as it can stand behind a figure (" this week"); empty where it reads badly there."""
    text = claim.window.text if claim.window else ""
    return f" {text}" if text.lower().startswith(_READS_WELL) else ""
