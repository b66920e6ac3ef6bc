"""Times of day: "6 p.m.", "14:06", "0900 GMT", "noon", "dawn", and the stamp in front of a live blog's entry."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.times.expressions import Context, Rule, rule
from claims.times.window import Granularity, Window

# Hours east of Greenwich. Letters that mean several zones (IST, CST, BST) or change with the season (ET) tell none.
_ZONES = {"gmt": 0.0, "utc": 0.0, "cet": 1.0, "cest": 2.0, "eet": 2.0, "eest": 3.0, "msk": 3.0, "jst": 9.0, "kst": 9.0}
_ZONES |= {"est": -5.0, "edt": -4.0, "mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0, "aest": 10.0, "aedt": 11.0}
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_NAMED |= dict.fromkeys("dawn daybreak sunrise dusk sunset".split(), "")

_NAMES = "|".join((*_ZONES, "bst", "ist", "cst", "et", "pt", "ct"))
_ZONES |= {"z": 0.0}
_ZONE = (
    rf"(?:\s*\(?(?P<zone>{_NAMES}|Z)\b"
    r"(?P<offset>[+-]\d{1,2}(?::?\d\d)?)?\)?|\s+(?P<local>local\s+time))?"
)
_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_MINUTE = r"(?P<minute>[0-5]\d)"
_HALF = r"\s*(?P<half>[ap])\.?\s?m\b\.?"


def _clock(match: re.Match[str], _: Context) -> Window | None:
    groups = match.groupdict()
    if (name := groups.get("name")) is not None:
        return Window(None, None, match[0], Granularity.HOUR, clock=_NAMED[name.lower()])
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    if groups.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if groups["half"].lower() == "p" else 0)
    return Window(None, None, match[0], Granularity.HOUR, clock=f"{hour % 24:02}:{minute:02}{_zone(groups)}")


def _zone(groups: dict[str, str | None]) -> str:
    """ "+02:00" where the text gives a zone that means one offset; empty for a local time."""
    zone = (groups.get("zone") or "").lower()
    if zone not in _ZONES:
        return ""
    minutes = round(60 * _ZONES[zone])
    if offset := groups.get("offset"):
        digits = offset[1:].replace(":", "")
        minutes += (-1 if offset[0] == "-" else 1) * (60 * int(digits[:2]) + int(digits[2:] or 0))
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def live_blog(match: re.Match[str], context: Context) -> Window | None:
    """The stamp of a live blog's entry: a time of the published day."""
    window = _clock(match, context)
    return window and replace(window, start=context.published, end=context.published)


CLOCKS: tuple[Rule, ...] = (
    rule(rf"(?<![\d.,:$€£]){_HOUR}(?:[:.]?{_MINUTE})?{_HALF}{_ZONE}", _clock),
    rule(
        rf"(?<![\d.,:$€£]){_HOUR}[:.h]{_MINUTE}(?=\s*(?:hrs|hours|\(?(?:{_NAMES})\b|local))(?:\s*(?:hrs|hours)\b)?{_ZONE}", _clock
    ),
    rule(rf"(?<=\bat\s){_HOUR}[:.]{_MINUTE}(?![\d%:]|\.\d)", _clock),
    rule(rf"(?<![\d.,:$€£])(?P<hour>[01]\d|2[0-3]):{_MINUTE}(?![\d%:-]|\.\d)", _clock),
    rule(rf"(?P<hour>[01]\d|2[0-4]){_MINUTE}(?=\s*(?:hours|hrs|\(?GMT|\(?UTC|local\s+time))(?:\s+hours|\s*hrs)?{_ZONE}", _clock),
    rule(rf"(?P<hour>1[0-2]|[1-9])\s+o['’]clock{_ZONE}", _clock),
    rule(
        r"(?:at|around|about|by|before|since|until|after|from)\s+(?P<name>" + "|".join(_NAMED) + ")",
        _clock,
    ),
)
LIVE_BLOG = re.compile(rf"\s*\[?{_HOUR}[:.h]{_MINUTE}(?:{_HALF})?{_ZONE}\]?(?=\s*[-–—:|]?\s+[^\d\s])(?!\s*%)", re.IGNORECASE)
