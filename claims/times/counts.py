"""Counts of units from the published date: "two weeks ago", "within three days", "the past two weeks", "in recent months"."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date, timedelta

from claims.times import periods
from claims.times.expressions import COUNT, UNIT, Context, Rule, counted, rule, unresolved
from claims.times.window import Window

_MOST_HOURS_OF_TODAY = 12  # "three hours ago" is mostly still the published day
_HELD_DAYS = 366 * 200  # a longer count of units is no news
QUALIFIED = r"(?:(?:about|around|some|nearly|almost|roughly|just|only|exactly|(?P<bound>more\s+than|over|at\s+least))\s+)?"
HOW_MANY = rf"(?P<count>{COUNT})(?:\s*(?:-|to|or)\s*(?P<upto>{COUNT}))?[\s-]+(?P<unit>{UNIT})s?"


def _ago(match: re.Match[str], context: Context) -> Window:
    """So many units before the published date."""
    return counted_from(match, -1, context.published)


def _from_now(match: re.Match[str], context: Context) -> Window | None:
    if match["now"] is None and not context.ahead:
        return None  # "killed in two days" tells how long it took
    window = counted_from(match, 1, context.published)
    if context.published is None or window.end is None or not match[0].lower().startswith("within"):
        return window
    unit = match["unit"].lower()
    slack = timedelta(0) if unit in ("minute", "hour") else half_of(unit)  # what is to come within a year is not to come later
    return replace(window, start=context.published, end=max(context.published, window.end - slack))


def counted_from(match: re.Match[str], sign: int, today: date | None) -> Window:
    """So many units before (`sign` -1) or after a day, with half a unit of slack on both sides: all but days are rounded."""
    unit = match["unit"].lower()
    low, high = counted(match["count"])
    if match["upto"]:
        high = counted(match["upto"])[1]
    granularity = periods.GRANULARITY[unit]
    if today is None:
        number = f"{sign * high:g}"
        letter = {"day": "D", "night": "D", "hour": "T", "minute": "T"}.get(unit) or periods.ISO_UNIT[unit]
        return unresolved(match, granularity, f"P{number}{letter}")
    if unit in ("minute", "hour"):
        hours = high / (60 if unit == "minute" else 1)
        far = 0 if hours < _MOST_HOURS_OF_TODAY else math.ceil(hours / 24)
        start, end = sorted((today + timedelta(sign * far), today + timedelta(sign * int(hours // 24))))
        return Window(start, end, match[0], granularity)
    start, end = sorted(stepped(today, sign * n, unit) for n in (low, high))
    start, end = start - half_of(unit), end + half_of(unit)
    if (match["bound"] or "").lower() in ("more than", "over", "at least"):
        return Window(None, end, match[0], granularity) if sign < 0 else Window(start, None, match[0], granularity)
    return Window(start, end, match[0], granularity)


def half_of(unit: str) -> timedelta:
    """By how much a count of units may be off: half a unit, in whole days."""
    days = periods.DAYS_IN.get(unit) or periods.MONTHS_IN[unit] * 30
    return timedelta(182 if unit == "year" else days // 2)


def stepped(day: date, count: float, unit: str) -> date:
    """`count` units on, also half ones; OverflowError where no news reaches."""
    days = periods.DAYS_IN.get(unit) or periods.MONTHS_IN[unit] * 365 / 12
    if abs(count * days) > _HELD_DAYS:
        raise OverflowError(f"{count:g} {unit}s lead out of any news")
    if count == int(count):
        return periods.moved(day, int(count), unit)
    return day + timedelta(round(count * days))


def _past(match: re.Match[str], context: Context) -> Window:
    """ "the past two weeks", "the next 10 days": from or to the published date."""
    unit, sign = match["unit"].lower(), 1 if match["way"].lower() in ("next", "coming") else -1
    high = counted(match["count"])[1]
    granularity = periods.GRANULARITY[unit]
    if context.published is None:
        return unresolved(match, granularity)
    if unit in ("minute", "hour"):
        then = context.published + sign * timedelta(math.ceil(high / (1440 if unit == "minute" else 24)))
    else:
        then = stepped(context.published, sign * high, unit)
    return Window(min(then, context.published), max(then, context.published), match[0], granularity)


def _recent(match: re.Match[str], context: Context) -> Window:
    """ "in recent days", "the coming weeks": up to or from the published date; how far nobody says."""
    granularity, today = periods.GRANULARITY[match["unit"].lower()], context.published
    if match["way"].lower() in ("recent", "past", "last"):
        return Window(None, today, match[0], granularity)
    return Window(today, None, match[0], granularity)


COUNTS: tuple[Rule, ...] = (
    rule(rf"{QUALIFIED}{HOW_MANY}\s+ago", _ago),
    rule(rf"(?:in|within)\s+{QUALIFIED}{HOW_MANY}(?P<now>['’]?\s+time)?(?!\s+(?:of|since|to)\b)", _from_now),
    rule(rf"{QUALIFIED}{HOW_MANY}\s+(?P<now>from\s+now)", _from_now),
    rule(rf"(?:the\s+)?(?P<way>past|last|previous|next|coming)\s+(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?", _past),
    rule(rf"(?:in|over|during|for)\s+(?:the\s+)?(?P<way>recent|past|last|coming|next)\s+(?P<unit>{UNIT})s", _recent),
)
