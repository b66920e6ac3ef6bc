"""Time expressions of a text, resolved: the rules' findings, widened by the words around them.

Relative expressions count from the published date; without one they stay unresolved and say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from claims.times import periods
from claims.times.anchored import ANCHORED
from claims.times.clocks import CLOCKS, LIVE_BLOG, live_blog
from claims.times.counts import COUNTS
from claims.times.dates import DATES
from claims.times.expressions import FULL_MONTHS, MONTH, PART, Context, Rule, part_name
from claims.times.ranges import joined
from claims.times.relative import RELATIVE
from claims.times.tense import looks_ahead
from claims.times.window import Granularity, Mention, Window
from claims.times.years import YEARS

RULES: tuple[Rule, ...] = (*DATES, *YEARS, *RELATIVE, *COUNTS, *ANCHORED, *CLOCKS)

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
_INSIDE = re.compile(r"(?<!\w)(?:in|during|throughout)\s+(?:the\s+)?$", re.I)
_ONWARDS = re.compile(r"\s+on(?:wards?)?(?!\w)", re.I)
_REACH = 40  # characters before a time expression in which the words that widen it stand

# Every rule needs one of these somewhere in the text: most sentences tell no time and are done at once.
_SIGN = re.compile(
    r"\d|day|week|month|quarter|year|decade|hour|minute|night|overnight|tomorrow|morning|evening|noon|dawn|dusk|sun(?:rise|set)|\bQ"
    r"|century|half|spring|summer|autumn|fall|winter|fortnight|christmas|eve\b|o['’]clock|" + MONTH.replace(r"\b\.?", ""),
    re.I,
)


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
    for mention in joined(found, text, anchor):
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
