"""What rules for time expressions are made of: words for months, weekdays and counts, and what a rule may look at."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from claims.figures.number_words import SMALL, VAGUE, words_value
from claims.times.window import Granularity, Window

MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: i for name, i in tuple(MONTHS.items())} | {"sept": 9}
FULL_MONTHS = frozenset(name.lower() for name in calendar.month_name if name)  # as no dot abbreviates them
WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}

MONTH = r"(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = r"(?:" + "|".join(WEEKDAYS) + r")"
SHORT_WEEKDAY = rf"(?:{WEEKDAY}|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\b\.?)"
PART = r"early|late|mid|middle|beginning|start|end|close|turn"
SEASON = r"spring|summer|autumn|fall|winter"
UNIT = r"minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade"
_LOOSE = [word.replace(" ", r"\s+") for word in ("several", "a few", "a couple", "a handful", "dozens")]
COUNT = (
    rf"(?:\d{{1,9}}(?:\.\d+)?|half\s+an?|{'|'.join(_LOOSE)}|(?:twenty|thirty|forty|fifty)[\s-](?:one|two|three|four|five|six|seven|eight|nine)"
    rf"|{'|'.join(sorted(SMALL, key=len, reverse=True))}|few|couple|an?)(?:\s+of)?"
)

YEAR = r"(?:1[0-9]|20)\d{2}"
OF_YEAR = (
    rf"(?:\s*,?\s*(?:of\s+|in\s+|for\s+)?(?:(?P<year>{YEAR})(?![\w%-])"
    r"|(?P<rel>last|this|next|(?:of\s+)?(?:the\s+(?:same|previous|following)|that))\s+year\b))?"
)

_PARTS = {"beginning": "start", "turn": "start", "close": "end", "middle": "mid"}


class UnanchoredError(ValueError):
    """A relative time without the day that it counts from."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at beside its own words.

    `anchor` is the time told last before the expression, in its sentence or the one before; `ahead` whether the verb
    around it speaks of what is to come, None where no verb tells.
    """

    published: date | None
    anchor: Window | None
    ahead: bool | None

    @property
    def today(self) -> date:
        """The published date; UnanchoredError where there is none."""
        if self.published is None:
            raise UnanchoredError("a relative time needs the published date")
        return self.published


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of time expressions. `resolve` gives the window of a match, or None where it tells no time after all.

    It may raise ValueError or OverflowError where the words lead out of the calendar.
    """

    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Context], Window | None]


def rule(pattern: str, resolve: Callable[[re.Match[str], Context], Window | None]) -> Rule:
    """A rule from a verbose pattern that stands alone as words and ignores case."""
    return Rule(re.compile(rf"(?<![\w/.])(?:{pattern})(?!\w)", re.VERBOSE | re.IGNORECASE), resolve)


def unresolved(match: re.Match[str], granularity: Granularity = Granularity.DAY, relative: str = "") -> Window:
    """A window of which only the words are known."""
    return Window(None, None, match[0], granularity, relative)


def relative_year(words: str, context: Context) -> int:
    """The year that "last year", "this year", "the same year" or "the following year" means; UnanchoredError where unknown."""
    word = words.lower().split()[-1]
    steps = {"same": 0, "that": 0, "previous": -1, "following": 1}
    if word in steps:
        if context.anchor is None or context.anchor.start is None:
            raise UnanchoredError(f"{words} year: no time before it to count from")
        return context.anchor.start.year + steps[word]
    return context.today.year + {"last": -1, "this": 0, "next": 1}[word]


def part_name(words: str) -> str:
    """The name under which `periods.part` knows a part of a period: "the beginning of" is its "start"."""
    word = re.search(rf"\b(?:{PART})\b", words.lower())
    return _PARTS.get(word[0], word[0]) if word else ""


def counted(words: str) -> tuple[float, float]:
    """The least and the most that a count of units may stand for: "three" is (3, 3), "several" (3, 9)."""
    words = re.sub(r"\s+of$", "", " ".join(words.lower().split()))
    if words.startswith("half"):
        return 0.5, 0.5
    if words in ("few", "couple"):
        words = f"a {words}"
    if words in VAGUE:
        return VAGUE[words]
    if words in ("a", "an"):
        return 1, 1
    number = float(words) if words[0].isdigit() else words_value(words)
    return number, number
