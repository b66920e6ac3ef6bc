"""Time expressions of a text, resolved: the rules' findings, widened by the words around them and joined to ranges.

Relative expressions count from the published date; without one they stay unresolved and say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from claims.times import periods
from claims.times.clocks import CLOCKS, LIVE_BLOG, live_blog
from claims.times.dates import DATES
from claims.times.expressions import FULL_MONTHS, MONTH, PART, Context, Rule, part_name
from claims.times.relative import RELATIVE
from claims.times.tense import looks_ahead
from claims.times.window import Granularity, Window
from claims.times.years import YEARS

RULES: tuple[Rule, ...] = (*DATES, *YEARS, *RELATIVE, *CLOCKS)

_PART_BEFORE = re.compile(
    rf"(?<![\w-])(?:the\s+)?(?P<part>earlier|later|{PART})(?:\s+(?:in|of|on))?[\s-]+(?:the\s+)?$|(?<!\w)(?P<dash>mid|early|late)-$",
    re.I,
)
_DAYTIME_BEFORE = re.compile(
    r"(?<!\w)(?:(?:in|on|during|by|since|at)\s+)?(?:the\s+)?(?:(?:early|late|small)\s+)?(?:morning|evening|night|afternoon|hours|dawn|noon|midnight)"
    r"(?:\s+hours)?\s+(?:of|on)\s+(?:the\s+)?$",
    re.I,
)
_LEAD = re.compile(
    r"(?<!\w)(?P<lead>ever\s+since|since|until|till|by|before|prior\s+to|ahead\s+of|after|following|as\s+of|starting(?:\s+(?:on|in))?"
    r"|beginning(?:\s+(?:on|in))?|effective|through|up\s+to|from)\s+(?:the\s+)?$",
    re.I,
)
_WEEK_BEFORE = re.compile(r"(?<!\w)(?:the\s+)?week\s+(?P<way>of|to|starting|beginning|ending|ended|through)\s+$", re.I)
_BETWEEN = re.compile(r"(?<!\w)between\s+(?:the\s+)?$", re.I)
_TO = re.compile(r"\s*(?:[-–—]|(?:and\s+)?(?:to|until|till|through|thru|into)\b)\s*(?:(?:the|on|about)\s+)?", re.I)
_AND = re.compile(r"\s*(?:,\s*)?(?:and|or|&)\s+(?:on\s+|in\s+)?(?:early\s+|late\s+)?", re.I)
_BESIDE = re.compile(
    r"(?:[\s,(]|\b(?:on|at|around|about|by|of|in|the|local|time|morning|evening|afternoon|early|late|shortly|just|after|before|from)\b){1,8}\)?",
    re.I,
)
_SHIFTS = re.compile(r"\b(?:move|shift|postpone|delay|push|put|bring|brought|reschedule|change)", re.I)
_OVERNIGHT = re.compile(r"\s+(?P<into>into|to)?\s*(?:on\s+)?(?:the\s+night\s+of\s+)?", re.I)
_INSIDE = re.compile(r"(?<!\w)(?:in|during|throughout)\s+(?:the\s+)?$", re.I)
_ONWARDS = re.compile(r"\s+on(?:wards?)?(?!\w)", re.I)
_REACH = 40  # characters before a time expression in which the words that widen it stand
_LONGEST_GAP = 40

# Every rule needs one of these somewhere in the text: most sentences tell no time and are done at once.
_SIGN = re.compile(
    r"\d|day|week|month|quarter|year|decade|hour|minute|night|overnight|tomorrow|morning|evening|noon|dawn|dusk|sun(?:rise|set)|\bQ"
    r"|century|half|spring|summer|autumn|fall|winter|fortnight|christmas|eve\b|o['’]clock|" + MONTH.replace(r"\b\.?", ""),
    re.I,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A time expression at characters [start, end) of a text, with the window that it stands for.

    `ends` are the times at which a range begins and ends, where it names both: March and May of "from March to May".
    """

    start: int
    end: int
    window: Window
    ends: tuple[Window, Window] | None = None


def windows(text: str, published: date | None, anchor: Window | None = None) -> Iterator[Mention]:
    """The time expressions of a text from left to right, resolved against the published date.

    `anchor` is the last time told before this text, for "the same day" and "a week earlier".
    """
    found: list[Mention] = []
    match = LIVE_BLOG.match(text)
    if match is not None and (window := live_blog(match, Context(published, None, None))):
        found.append(Mention(len(match[0]) - len(match[0].lstrip()), match.end(), window))
    free, told = match.end() if found and match else 0, anchor
    for n, match in _matches(text, free):
        if match.start() < free:
            continue
        window = _window(RULES[n], match, published, told)
        if window is not None:
            mention = _parted(_undotted(match, window), text, free)
            found.append(mention)
            free, told = mention.end, mention.window if mention.window.closed else told
    at = 0
    for mention in _joined(found, text, anchor):
        led = _led(mention, text, at, published)
        at = led.end
        yield replace(led, window=replace(led.window, text=text[led.start : led.end]))


def _matches(text: str, free: int) -> list[tuple[int, re.Match[str]]]:
    """The matches of all rules by their position, of those at one position the longest first."""
    if not _SIGN.search(text):
        return []
    every = [
        (n, match) for n, rule in enumerate(RULES) for match in rule.pattern.finditer(text, free) if match.end() > match.start()
    ]
    return sorted(every, key=lambda item: (item[1].start(), -item[1].end(), item[0]))


def _window(rule: Rule, match: re.Match[str], published: date | None, anchor: Window | None) -> Window | None:
    """The window of a match; unresolved where the text has too little, or leads out of the calendar."""
    text = match.string
    ahead = looks_ahead(text, match.start(), match.end())
    if lead := _LEAD.search(text, max(0, match.start() - _REACH), match.start()):
        word = lead["lead"].lower().split()[0]
        if word in ("until", "till", "by", "ahead", "up", "through"):
            ahead = ahead is not False
        elif word in ("since", "ever", "after", "following"):
            ahead = False
    try:
        return rule.resolve(match, Context(published, anchor, ahead))
    except (OverflowError, ValueError):
        return Window(None, None, match[0])


def _undotted(match: re.Match[str], window: Window) -> Mention:
    """The mention of a match; "5 March." ends the sentence, "5 Mar." abbreviates."""
    end = match.end()
    words = match[0].rstrip(".").split()
    if match[0].endswith(".") and words and re.split("-", words[-1])[-1].lower() in FULL_MONTHS:
        end -= 1
    return Mention(match.start(), end, replace(window, text=match.string[match.start() : end]))


def _parted(mention: Mention, text: str, floor: int) -> Mention:
    """With the words for a part before it: "early March", "the end of 2016", "the morning of 5 March"."""
    window, start = mention.window, mention.start
    if window.granularity.rank <= Granularity.DAY.rank and (
        before := _DAYTIME_BEFORE.search(text, max(floor, start - _REACH), start)
    ):
        return replace(mention, start=before.start())
    if window.one_day and window.start and (week := _WEEK_BEFORE.search(text, max(floor, start - _REACH), start)):
        days = _week(window.start, week["way"].lower())
        return Mention(week.start(), mention.end, replace(window, start=days[0], end=days[1], granularity=Granularity.WEEK))
    before = _PART_BEFORE.search(text, max(floor, start - _REACH), start)
    if before is None:
        return mention
    name = part_name(before["part"] or before["dash"])
    if name and window.start and window.end and window.granularity.rank > Granularity.DAY.rank:
        first, last = periods.part((window.start, window.end), name)
        window = replace(window, start=first, end=last)
    return Mention(before.start(), mention.end, window)


def _week(day: date, way: str) -> periods.Days:
    """The week of a day, or that which begins or ends with it; the week of a Sunday begins there."""
    if way in ("to", "ending", "ended", "through"):
        return day - timedelta(6), day
    if way in ("starting", "beginning") or day.isoweekday() == 7:
        return day, day + timedelta(6)
    return periods.containing("week", day)


def _joined(found: Sequence[Mention], text: str, anchor: Window | None) -> Iterator[Mention]:
    """The mentions with ranges, days and their clock times, and nights and their days made one."""
    kept: list[Mention] = []
    for mention in found:
        while kept and (one := _one(kept[-1], mention, text)):
            kept.pop()
            mention = one
        kept.append(mention)
    days = {m.window for m in kept if m.window.one_day}
    day = days.pop() if len(days) == 1 else anchor
    for mention in kept:
        window = mention.window
        if window.granularity is Granularity.HOUR and not window.resolved and day is not None and day.one_day and window.clock:
            mention = replace(mention, window=replace(window, start=day.start, end=day.end))
        yield mention


def _one(left: Mention, right: Mention, text: str) -> Mention | None:
    """Two mentions as one, where the words between them join them; None where they are two."""
    gap, a, b = text[left.end : right.start], left.window, right.window
    if len(gap) > _LONGEST_GAP:
        return None
    if window := _night(left, b, gap) or _timed(a, b, gap):
        return Mention(left.start, right.end, window)
    window = _range(left, right, gap, text)
    return Mention(left.start, right.end, window, _ends(a, b, window)) if window else None


def _ends(a: Window, b: Window, whole: Window) -> tuple[Window, Window]:
    """The two windows at the ends of a range, each in the year that it has there."""
    if a.start and a.end and whole.start:
        a = replace(a, start=whole.start, end=_in_year(a.end, a.end.year + whole.start.year - a.start.year))
    if b.start and b.end and whole.end:
        b = replace(b, start=_in_year(b.start, b.start.year + whole.end.year - b.end.year), end=whole.end)
    return a, b


def _night(left: Mention, day: Window, gap: str) -> Window | None:
    """ "overnight on Tuesday" ends on Wednesday, "overnight into Tuesday" begins on Monday."""
    match = _OVERNIGHT.fullmatch(gap)
    if match is None or not left.window.text.lower().endswith("overnight") or not day.one_day or day.start is None:
        return None
    first = day.start - timedelta(1) if match["into"] and day.start > date.min else day.start
    return replace(day, start=first, end=first + timedelta(1) if first < date.max else first)


def _timed(a: Window, b: Window, gap: str) -> Window | None:
    """A day and a time of that day; or one time of day given twice ("6 p.m. (1600 GMT)")."""
    if not _BESIDE.fullmatch(gap):
        return None
    clock, day = (a, b) if a.granularity is Granularity.HOUR else (b, a)
    if clock.granularity is not Granularity.HOUR or clock.resolved:
        return None
    if day.granularity is Granularity.HOUR:
        return replace(day, clock=max((a.clock, b.clock), key=len))
    if day.one_day or (not day.resolved and day.granularity is Granularity.DAY):
        return replace(day, granularity=Granularity.HOUR, clock=clock.clock)
    return None


def _range(left: Mention, right: Mention, gap: str, text: str) -> Window | None:
    """ "from March to May", "Saturday and Sunday", "between 28 February and 3 March"."""
    a, b = left.window, right.window
    fine = Granularity.DAY.rank
    if a.granularity is not b.granularity and max(a.granularity.rank, b.granularity.rank) > fine:
        return None
    before = text[max(0, left.start - _REACH) : left.start]
    between = _BETWEEN.search(before) is not None
    if _TO.fullmatch(gap):
        if re.fullmatch(r"\s*to\s*.*", gap, re.I) and _SHIFTS.search(before):
            return None
    elif not (_AND.fullmatch(gap) and (between or _next_to(a, b))):
        return None
    if not (a.resolved and b.resolved):
        return Window(None, None, "", a.granularity) if a.relative and b.relative else None
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return None
    return _spanned(a, b)


def _next_to(a: Window, b: Window) -> bool:
    """Whether one window follows the other at once (or a week off, for weekdays)."""
    if a.end is None or b.start is None or not a.resolved:
        return not a.resolved and not b.resolved and a.relative[:3] == b.relative[:3] == "-W-"
    gap = (b.start - a.end).days
    return gap == 1 or (a.one_day and b.one_day and a.relative[:3] == b.relative[:3] == "-W-" and gap % 7 == 1)


def _spanned(a: Window, b: Window) -> Window | None:
    """From the start of one to the end of the other; the one without a year (or week) of its own goes by the other."""
    start, end = a.start, b.end
    if start is None or end is None or b.start is None:
        return None
    if a.relative.startswith("--") and not b.relative and start.year != b.start.year:
        start = _in_year(start, b.start.year if (start.month, start.day) <= (b.start.month, b.start.day) else b.start.year - 1)
    elif b.relative.startswith("--") and (not a.relative or end < start):
        year = start.year if (b.start.month, b.start.day) >= (start.month, start.day) else start.year + 1
        if a.relative:  # both without a year: the later one is told as it is
            start = _in_year(start, end.year - (year - start.year))
        else:
            end = _in_year(end, year + end.year - b.start.year)
    elif end < start and a.relative[:3] == b.relative[:3] == "-W-":
        start -= timedelta(7)
    return replace(a, start=start, end=end) if start <= end else None


def _in_year(day: date, year: int) -> date:
    return periods.moved(day, year - day.year, "year")


def _led(mention: Mention, text: str, floor: int, published: date | None) -> Mention:
    """With the word that opens or closes it: "since X" runs to the published date, "until X" and "by X" from an unknown start."""
    start, end, window = mention.start, mention.end, mention.window
    lead = _LEAD.search(text, max(floor, start - _REACH), start)
    if lead is None:
        before = _INSIDE.search(text, max(floor, start - _REACH), start)
        return Mention(before.start(), end, window) if before and window.granularity.rank > Granularity.DAY.rank else mention
    word = lead["lead"].lower().split()[0]
    parted = text[start:end].lower().startswith(("the end", "end"))
    if word == "from":
        if onwards := _ONWARDS.match(text, end):
            return Mention(lead.start(), onwards.end(), replace(window, end=None))
        return mention
    if word in ("since", "ever"):
        if published and window.start and window.start > published:  # the nearest such day is still to come: it was the last one
            window = replace(window, start=periods.moved(window.start, -1, "year") if window.start.year > 1 else None)
        window = replace(window, end=published if window.start and (not published or window.start <= published) else None)
    elif word in ("before", "prior", "ahead") and not parted:
        day = window.start
        window = replace(window, start=None, end=day - timedelta(1) if day and day > date.min else None)
    elif word in ("until", "till", "by", "before", "prior", "ahead", "as", "through", "up"):
        window = replace(window, start=None)
    else:
        window = replace(window, end=None)
    return Mention(lead.start(), end, window)
