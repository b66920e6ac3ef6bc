"""Numbers, intervals and dates in a reader's words (plain text, not yet escaped)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from math import inf

from claims.claim import Quantity, Window
from claims.document import Document
from factcheck.dashboard import texts
from factcheck.judgement import Fact, Finding
from factcheck.judging.phrases import number
from factcheck.report import Report
from factcheck.views.attention import notice

VALUES_SHOWN = 4  # on the line of a fact; the open fact has all


def interval(low: float, high: float) -> str:
    """An interval in words: "33", "30 or more", "up to 33", "24 to 99"."""
    if low == high:
        return number(low)
    if high == inf:
        return texts.ANY_VALUE if low in (0, -inf) else texts.AT_LEAST.format(low=number(low))
    if low in (0, -inf):
        return texts.AT_MOST.format(high=number(high))
    return texts.VALUES_RANGE.format(low=number(low), high=number(high))


def stated(report: Report, fact: Fact) -> str:
    """The values of a fact: of a contradicted one those two that lie farthest apart, "36 ≠ up to 33", else the best supported
    first, "33, 36, 57"; empty where none were stated."""
    if fact.finding is Finding.CONTRADICTED and (apart := notice(report, fact).values):
        return f" {texts.FINDINGS[Finding.CONTRADICTED].icon} ".join(interval(it.low, it.high) for it in apart)
    some = [interval(value.low, value.high) for value in fact.values[:VALUES_SHOWN]]
    return ", ".join(some) + (", …" if len(fact.values) > VALUES_SHOWN else "")


def place(report: Report, fact: Fact) -> str:
    """The place that most claims of a count name: it tells two tolls of one name apart; empty for others."""
    places = Counter(name for key in fact.claims for name in set(report.claim_by_id[key].places))
    return min(places, key=lambda name: (-places[name], name)) if places and fact.low is not None else ""


def called(report: Report, document: Document) -> str:
    """What to call an article: its outlet, and its title too where the outlet has several."""
    several = document.title and sum(it.name == document.name for it in report.documents) > 1
    return texts.TITLED.format(name=document.name, title=document.title) if several else document.name


def quantity(value: Quantity) -> str:
    """A quantity with what it counts: "30 or more soldiers, killed"."""
    amount = " ".join(filter(None, (interval(value.low, value.high), value.unit, value.counted)))
    return ", ".join(filter(None, (amount, value.role, texts.PART if value.part else "")))


def day(when: date) -> str:
    """A date with its weekday: "Tue 29 Oct 2024"."""
    return f"{when:%a} {when.day} {when:%b} {when.year}"


def published(when: date | None) -> str:
    """A publication date, or that there is none."""
    return day(when) if when else texts.NO_DATE


def window(value: Window) -> str:
    """The days that a claim speaks of, or its own words for them where the calendar does not know."""
    if value.start and value.end:
        return (
            day(value.start) if value.start == value.end else texts.VALUES_RANGE.format(low=day(value.start), high=day(value.end))
        )
    if value.start:
        return texts.SINCE.format(start=day(value.start))
    if value.end:
        return texts.UNTIL.format(end=day(value.end))
    return texts.NO_CALENDAR.format(text=value.text)
