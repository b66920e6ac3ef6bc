"""Times that count from the published date, or from the time told before: weekdays, "last week", "two days earlier"."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from datetime import date, timedelta

from claims.times import periods
from claims.times.expressions import COUNT, PART, UNIT, WEEKDAY, WEEKDAYS, Context, Rule, counted, part_name, rule, unresolved
from claims.times.window import Granularity, Window

# An article of the first days of a month that says "this month" mostly still speaks of the month that has just ended.
TURN_OF_MONTH = 2

_ISO_UNIT = {"week": "W", "fortnight": "W", "weekend": "W", "month": "M", "quarter": "M", "year": "Y", "decade": "Y"}
_MOST_HOURS_OF_TODAY = 12  # "three hours ago" is mostly still the published day
_HELD_DAYS = 366 * 200  # a longer count of units is no news
_UP_TO_NOW = re.compile(r"\b(?:over|in|during|for|within)\s+the\s+$", re.I)  # "over the last month" runs up to today
_INTO = re.compile(r"\binto\s+(?:early\s+)?$", re.I)  # "on Sunday and into Monday": the day after the one told before


def _weekday(match: re.Match[str], context: Context) -> Window:
    name = match["weekday"].lower()
    relative = f"-W-{WEEKDAYS[name] + 1}"
    if context.published is None:
        return unresolved(match, relative=relative)
    told = context.anchor.end if context.anchor is not None and context.anchor.one_day else None
    if told is not None and told < date.max and _INTO.search(match.string, 0, match.start()):
        next_day = told + timedelta(1)
        if next_day.weekday() == WEEKDAYS[name]:
            return Window(next_day, next_day, match[0], relative=relative)
    day = weekday_of(name, " ".join((match["relation"] or "").lower().split()), context.published, context.ahead)
    return Window(day, day, match[0], relative=relative)


def weekday_of(name: str, relation: str, today: date, ahead: bool | None) -> date:
    """The day of that name last on or before the published date; the next one where the words look ahead."""
    back = timedelta((today.weekday() - WEEKDAYS[name]) % 7)
    week = timedelta(7)
    if relation in ("last", "past", "this past", "previous"):
        return today - (back or week)
    if relation in ("next", "coming", "this coming", "following"):
        return today - back + week
    if relation == "this" and ahead is not False:
        return today - back if not back else today - back + week
    return today - back + week if ahead and back else today - back


def _word(match: re.Match[str], context: Context) -> Window:
    word = " ".join(match["word"].lower().split())
    low, high = (-1, 0) if word in ("overnight", "last night") else (0, 0)
    if word.startswith("yesterday"):
        low = high = -1
    elif word.startswith("tomorrow"):
        low = high = 1
    elif word.endswith("before yesterday"):
        low = high = -2
    elif word.endswith("after tomorrow"):
        low = high = 2
    if context.published is None:
        return unresolved(match, relative=f"P{low}D")
    return Window(context.published + timedelta(low), context.published + timedelta(high), match[0])


def _unit(match: re.Match[str], context: Context) -> Window | None:
    """ "this week" up to the published date, "last month" whole, "the past year" back from today, "the end of the month"."""
    relation, unit = match["relation"].lower().split()[-1], match["unit"].lower()
    told = (match["part"] or "").lower()
    later = told.startswith("later")
    name = "" if later or told.startswith(("earlier", "so")) else part_name(told)
    if relation == "the" and not match["part"]:
        return None
    granularity = periods.GRANULARITY[unit]
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(relation, 0)
    if context.published is None:
        count = step * {"fortnight": 2, "quarter": 3, "decade": 10}.get(unit, 1)
        return unresolved(match, granularity, f"P{count}{_ISO_UNIT[unit]}")
    today = context.published
    up_to_now = relation == "last" and _UP_TO_NOW.search(match.string, max(0, match.start() - 14), match.start()) is not None
    if up_to_now and re.match(r"\s+of\b", match.string[match.end() :]):
        return None  # "in the last week of July"
    if relation == "past" or up_to_now:
        return Window(periods.moved(today, -1, unit), today, match[0], granularity)
    if relation == "coming":
        return Window(today, periods.moved(today, 1, unit), match[0], granularity)
    if unit == "weekend":
        return _weekend(step, match, context)
    whole = periods.containing(unit, periods.moved(today if unit in periods.DAYS_IN else today.replace(day=1), step, unit))
    if name:
        start, end = periods.part(whole, name)
        if name in ("start", "early") and step == 0 and start <= today:
            end = min(end, max(today, start))
        return Window(start, end, match[0], granularity)
    start, end = whole
    if step == 0:
        if later or (context.ahead and relation in ("this", "the")):
            start = today
        else:
            end = today
            if unit == "month" and today.day <= TURN_OF_MONTH and not context.ahead:
                start = periods.moved(start, -1, "month")
    return Window(start, end, match[0], granularity)


def _weekend(step: int, match: re.Match[str], context: Context) -> Window:
    """The weekend just gone, or the one that is; the next where the words look ahead."""
    today = context.today
    own = periods.containing("weekend", today)
    if step > 0 or (step == 0 and context.ahead):
        days = own if today < own[0] or step == 0 else periods.moved_days(own, 1, "week")
    else:
        days = own if today >= own[0] and step == 0 else periods.moved_days(own, -1, "week")
    return Window(*days, match[0], Granularity.DAY)


def _the_weekend(match: re.Match[str], context: Context) -> Window:
    if context.published is None:
        return unresolved(match, Granularity.DAY, "P0W")
    return _weekend(0, match, context)


def _ago(match: re.Match[str], context: Context) -> Window:
    """So many units before the published date; all but days are rounded, so half a unit of slack on both sides."""
    return _counted(match, context, -1, context.published)


def _from_now(match: re.Match[str], context: Context) -> Window | None:
    if match["now"] is None and not context.ahead:
        return None  # "killed in two days" tells how long it took
    window = _counted(match, context, 1, context.published)
    if context.published is None or window.end is None or not match[0].lower().startswith("within"):
        return window
    unit = match["unit"].lower()
    slack = 0 if unit in ("minute", "hour") else _slack(unit)  # what is to come within a year is not to come later
    return replace(window, start=context.published, end=max(context.published, window.end - timedelta(slack)))


def _counted(match: re.Match[str], context: Context, sign: int, today: date | None) -> Window:
    unit = match["unit"].lower()
    low, high = counted(match["count"])
    if match["upto"]:
        high = counted(match["upto"])[1]
    granularity = periods.GRANULARITY[unit]
    if today is None:
        number = f"{sign * high:g}"
        letter = {"day": "D", "night": "D", "hour": "T", "minute": "T"}.get(unit) or _ISO_UNIT[unit]
        return unresolved(match, granularity, f"P{number}{letter}")
    if unit in ("minute", "hour"):
        hours = high / (60 if unit == "minute" else 1)
        far = 0 if hours < _MOST_HOURS_OF_TODAY else math.ceil(hours / 24)
        start, end = sorted((today + timedelta(sign * far), today + timedelta(sign * int(hours // 24))))
        return Window(start, end, match[0], granularity)
    start, end = sorted(_stepped(today, sign * n, unit) for n in (low, high))
    slack = timedelta(_slack(unit))
    start, end = start - slack, end + slack
    if (match["bound"] or "").lower() in ("more than", "over", "at least"):
        return Window(None, end, match[0], granularity) if sign < 0 else Window(start, None, match[0], granularity)
    return Window(start, end, match[0], granularity)


def _slack(unit: str) -> int:
    """Days by which a count of units may be off: half a unit."""
    days = periods.DAYS_IN.get(unit) or periods.MONTHS_IN[unit] * 30
    return 182 if unit == "year" else days // 2


def _stepped(day: date, count: float, unit: str) -> date:
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
        then = _stepped(context.published, sign * high, unit)
    return Window(min(then, context.published), max(then, context.published), match[0], granularity)


def _recent(match: re.Match[str], context: Context) -> Window:
    """ "in recent days", "the coming weeks": up to or from the published date; how far nobody says."""
    granularity, today = periods.GRANULARITY[match["unit"].lower()], context.published
    if match["way"].lower() in ("recent", "past", "last"):
        return Window(None, today, match[0], granularity)
    return Window(today, None, match[0], granularity)


def _shifted(match: re.Match[str], context: Context) -> Window:
    """ "a day earlier", "two years later", "the previous day": counted from the time told before."""
    unit = match["unit"].lower()
    sign = 1 if match["way"].lower() in ("later", "after", "next", "following") else -1
    anchor = context.anchor
    written = match.groupdict().get("count")
    low, high = counted(written) if written else (1, 1)
    if anchor is None or not _fine_enough(anchor, unit) or anchor.start is None or anchor.end is None:
        if sign < 0 and unit in ("month", "year", "quarter") and written:  # "up from a year earlier": than at present
            return _counted(match, context, -1, context.published)
        if sign < 0 and unit in ("week", "month", "year", "quarter") and context.published and not written:
            then = periods.moved(context.published.replace(day=min(28, context.published.day)), -1, unit)
            return Window(*periods.containing(unit, then), match[0], periods.GRANULARITY[unit])
        return unresolved(match, periods.GRANULARITY[unit])
    if low != high or low != int(low):
        start, end = sorted(_stepped(anchor.start, sign * n, unit) for n in (low, high))
        return Window(start, end, match[0], periods.GRANULARITY[unit])
    if not written and unit in ("week", "month", "quarter", "year"):
        then = periods.moved(anchor.start, sign, unit)
        return Window(*periods.containing(unit, then), match[0], periods.GRANULARITY[unit])
    start, end = periods.moved_days((anchor.start, anchor.end), sign * int(low), unit)
    if unit != "day" and anchor.granularity is Granularity.DAY and written:
        slack = timedelta(_slack(unit))
        return Window(start - slack, end + slack, match[0], periods.GRANULARITY[unit])
    return Window(start, end, match[0], anchor.granularity)


def _same(match: re.Match[str], context: Context) -> Window:
    """ "the same day", "that month": the one in which the time told before lies."""
    unit, anchor = match["unit"].lower(), context.anchor
    granularity = periods.GRANULARITY[unit]
    if anchor is None or anchor.start is None or anchor.end is None:
        return unresolved(match, granularity)
    start, end = periods.containing(unit, anchor.start)
    return Window(start, end, match[0], granularity) if anchor.end <= end else unresolved(match, granularity)


def _same_of_year(match: re.Match[str], context: Context) -> Window:
    """ "the same month last year", "the same period of 2019": the time told before, in another year."""
    anchor = context.anchor
    if anchor is None or anchor.start is None or anchor.end is None:
        return unresolved(match)
    years = int(match["year"]) - anchor.start.year if match["year"] else -1
    return Window(*periods.moved_days((anchor.start, anchor.end), years, "year"), match[0], anchor.granularity)


def _fine_enough(anchor: Window, unit: str) -> bool:
    """Whether a unit can be counted from an anchor: days only from a day, months from a month or less."""
    if not anchor.closed:
        return False
    if unit in ("day", "night"):
        return anchor.one_day
    return anchor.granularity.rank <= periods.GRANULARITY[unit].rank


_DAYTIME = r"morning|afternoon|evening|night|lunchtime"
_QUALIFIED = r"(?:(?:about|around|some|nearly|almost|roughly|just|only|exactly|(?P<bound>more\s+than|over|at\s+least))\s+)?"
_HOW_MANY = rf"(?P<count>{COUNT})(?:\s*(?:-|to|or)\s*(?P<upto>{COUNT}))?[\s-]+(?P<unit>{UNIT})s?"
# Papers, holidays and treaties that bear a weekday's name.
_PRESS = r"times|herald|telegraph|mail|mirror|express|post|star|sun|people|world|independent|tribune|business|agreement"
_FEASTS = (
    r"(?<!good\s)(?<!black\s)(?<!bloody\s)(?<!palm\s)(?<!easter\s)(?<!ash\s)(?<!cyber\s)(?<!super\s)(?<!holy\s)(?<!giving\s)"
)

RELATIVE: tuple[Rule, ...] = (
    rule(
        rf"(?:(?P<relation>this\s+past|this\s+coming|last|next|this|past|previous|following|coming)\s+)?{_FEASTS}"
        rf"(?P<weekday>{WEEKDAY})(?:\s+(?:early\s+|late\s+)?(?:{_DAYTIME})\b)?(?!\s+(?:{_PRESS})\b)",
        _weekday,
    ),
    rule(
        rf"(?P<word>(?:earlier\s+|later\s+)?today|tonight|(?:yesterday|tomorrow)(?:\s+(?:{_DAYTIME}))?|this\s+(?:{_DAYTIME})|last\s+night|overnight(?!\s+(?:fees?|interest|rates?|positions?|lending|stays?|loans?))"
        r"|the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow)(?!['’]s)",
        _word,
    ),
    rule(
        rf"(?:(?P<part>earlier|later|so\s+far|(?:the\s+)?(?:{PART}|latter\s+part|first\s+part))(?:[\s-]+(?:in|of))?[\s-]+)?"
        r"(?P<relation>this|last|next|(?:the\s+)?(?:previous|past|current|coming)|the)\s+(?P<unit>week|fortnight|weekend|month|quarter|year|decade)"
        r"(?!-long|-old)",
        _unit,
    ),
    rule(r"(?:over|at|on|during|through(?:out)?)\s+the\s+weekend(?!\s+of\b)", _the_weekend),
    rule(rf"{_QUALIFIED}{_HOW_MANY}\s+ago", _ago),
    rule(rf"(?:in|within)\s+{_QUALIFIED}{_HOW_MANY}(?P<now>['’]?\s+time)?(?!\s+(?:of|since|to)\b)", _from_now),
    rule(rf"{_QUALIFIED}{_HOW_MANY}\s+(?P<now>from\s+now)", _from_now),
    rule(rf"(?:the\s+)?(?P<way>past|last|previous|next|coming)\s+(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?", _past),
    rule(rf"(?:in|over|during|for)\s+(?:the\s+)?(?P<way>recent|past|last|coming|next)\s+(?P<unit>{UNIT})s", _recent),
    rule(rf"{_QUALIFIED}{_HOW_MANY}\s+(?P<way>earlier|later)", _shifted),
    rule(r"(?:the\s+)(?P<way>previous|following|next)\s+(?P<unit>day|night|week|month|quarter|year)", _shifted),
    rule(
        r"(?:the|a)\s+(?P<unit>day|night|week|month|quarter|year)\s+(?P<way>before|after|earlier)(?=\s*(?:[,.;:)]|$|and\b))",
        _shifted,
    ),
    rule(r"(?:the\s+(?:very\s+)?same|that(?:\s+same|\s+very)?)\s+(?P<unit>day|night|week|weekend|month|quarter|year)", _same),
    rule(
        r"the\s+same\s+(?:period|time|day|week|month|quarter)\s+(?:of\s+|in\s+)?"
        r"(?:(?P<year>(?:19|20)\d\d)|last\s+year|the\s+previous\s+year|(?:a|one)\s+year\s+(?:ago|earlier|before))",
        _same_of_year,
    ),
)
