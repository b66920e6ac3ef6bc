"""Times named by where they lie from the published date: weekdays, "yesterday", "last week", "the end of the month"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.times import periods
from claims.times.expressions import PART, WEEKDAY, WEEKDAYS, Context, Rule, part_name, rule, unresolved
from claims.times.window import Granularity, Window

# An article of the first days of a month that says "this month" mostly still speaks of the month that has just ended.
TURN_OF_MONTH = 2

_UP_TO_NOW = re.compile(r"\b(?:over|in|during|for|within)\s+the\s+$", re.I)  # "over the last month" runs up to today
_WILL = re.compile(r"\b(?:will|shall|may|can|is|are|has|have|plans?|expects?|hopes?|wants?)\b|['’](?:ll|re|s)\b", re.I)
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
    relation = " ".join((match["relation"] or "").lower().split())
    today = context.published
    if told is not None and told < today and not relation and context.ahead and _from_then(match, context):
        today = told
    day = weekday_of(name, relation, today, context.ahead)
    return Window(day, day, match[0], relative=relative)


def _from_then(match: re.Match[str], context: Context) -> bool:
    """Whether a day to come counts from a day told before in the sentence: "on Monday they called a strike to begin on Friday".

    What "will" or "is set to" be on Friday counts from the day of the article.
    """
    before = match.string[: match.start()]
    at = before.rfind(context.anchor.text) if context.anchor is not None else -1
    return at >= 0 and _WILL.search(before, at) is None


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
        return unresolved(match, granularity, f"P{count}{periods.ISO_UNIT[unit]}")
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


_DAYTIME = r"morning|afternoon|evening|night|lunchtime"
# Papers, holidays and treaties that bear a weekday's name.
_PRESS = r"times|herald|telegraph|mail|mirror|express|post|star|sun|people|world|independent|tribune|business|agreement"
# "Tuesdays executions", in texts that have lost their apostrophes; "closed Mondays" and "on Fridays" are each of them.
_OWNS = (
    r"(?-i:s(?=\s+(?:[a-z-]+\s+)?(?:attack|raid|strike|air-?strike|bombing|blast|explosion|shooting|killing|execution|massacre|fire"
    r"|crash|quake|earthquake|storm|flood|vote|election|meeting|talks|protest|rally|match|game|ruling|hearing|statement|speech|debate"
    r"|assault|offensive|shelling|bombardment|clash|violence|incident|announcement|decision|deal|summit|session|dead|death|toll"
    r"|casualt(?:y|ie)|victim)(?:e?s)?\b))?"
)
_FEASTS = (
    r"(?<!good\s)(?<!black\s)(?<!bloody\s)(?<!palm\s)(?<!easter\s)(?<!ash\s)(?<!cyber\s)(?<!super\s)(?<!holy\s)(?<!giving\s)"
)

RELATIVE: tuple[Rule, ...] = (
    rule(
        rf"(?:(?P<relation>this\s+past|this\s+coming|last|next|this|past|previous|following|coming)\s+)?{_FEASTS}"
        rf"(?P<weekday>{WEEKDAY}){_OWNS}(?:\s+(?:early\s+|late\s+)?(?:{_DAYTIME})\b)?(?!\s+(?:{_PRESS})\b)",
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
)
