"""Changes: whether a figure is what something rose or fell from, to, or by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.claim import Change, Quantity
from claims.figures.bounds import bounded, kind_of
from claims.figures.units import dimension

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_UP = """
    rise increase grow climb jump surge soar gain advance rally swell leap raise widen expand boost lift hike accelerate edge-up
    strengthen recover rebound creep balloon spike upward upwards up higher increase rising growth addition
"""
_DOWN = """
    fall drop decrease decline sink slide tumble plunge plummet slip shrink dip lose slump retreat cut reduce lower ease narrow
    shed slash dive weaken slow contract shave downward downwards down reduction loss
"""
_EITHER = "change move go edge revise adjust swing shift"
_WAY = dict.fromkeys(_UP.split(), "up") | dict.fromkeys(_DOWN.split(), "down") | dict.fromkeys(_EITHER.split(), "")
_WAY |= {"double": "up", "triple": "up", "treble": "up", "quadruple": "up", "halve": "down"}
# Verbs that also take people and things as objects: "cut 300 jobs", "lost 12 men" say how many, not by how much something fell.
_TRANSITIVE = frozenset("lose cut raise gain shed reduce lift boost hike lower slash shave expand recover move go change".split())
_STAGE = re.compile(
    r"\b(?P<stage>from|to|by|at|of|up|down)\s+(?:(?:a|an|the|its|another)\s+)?(?:(?:record|further|new|recent)\s+)?"
    r"(?:(?:low|high|peak|trough|level)\s+of\s+)?$",
    re.I,
)
_BEHIND = re.compile(
    r"\s+(?:(?P<up>higher|more\s+than|increase|rise|gain|jump|surge|growth|hike)|(?P<down>lower|less\s+than|fewer|decrease|drop"
    r"|fall|decline|cut|reduction|loss|plunge))\b",
    re.I,
)
_AGAIN = re.compile(r"\s*\(|,?\s+or\s+")
_SPELL = re.compile(r"\s+(?:in\s+a\s+row|straight|running|on\s+end|from\s+now|ago|earlier|later)\b", re.I)
_LEVEL = re.compile(r"\b(?:to|at)\s+$")
_DOWN_FROM = re.compile(
    r"[^.;:]{0,60}?[\s,(](?P<way>up|down)\s+from\s+(?:(?:a|an|the|just|about|around|some|nearly|over)\s+){0,2}", re.I
)
_REACH = 24  # tokens between a verb and the last of its figures: "rose 6.5 per cent in March to 164 pence from 154"


def with_changes(doc: Doc, text: str, found: Sequence[Quantity], firsts: Sequence[int]) -> list[Quantity]:
    """The quantities with what they are a change of; `firsts` are the tokens at which their numbers begin."""
    staged: dict[int, list[tuple[int, str, str]]] = {}
    for i, (quantity, first) in enumerate(zip(found, firsts, strict=True)):
        if (stage := _stage(doc, text, quantity, first)) is not None:
            word, name, way = stage
            staged.setdefault(word, []).append((i, name, way))
    result = list(found)
    for members in staged.values():
        result = _with_change(result, members)
    for i in range(1, len(result)):
        result[i - 1], result[i] = _down_from(text, result[i - 1], result[i])
        result[i] = _again(text, result[i - 1], _in_points(text, result[:i], result[i]))
    return result


def _down_from(text: str, one: Quantity, two: Quantity) -> tuple[Quantity, Quantity]:
    """Two figures as the end and the start of one change: "1,400 people, down from 2,100"."""
    match = _DOWN_FROM.fullmatch(text, one.end, two.start)
    if match is None or two.change is not None or (one.change is not None and one.change.stage != "to"):
        return one, two
    if two.unit and two.unit != one.unit:
        return one, two
    way, before, after = match["way"].lower(), two.number, one.number
    end = replace(one, change=Change("to", way, before, after))
    start = replace(two, change=Change("from", way, before, after))
    if not two.counted:
        start = replace(start, unit=one.unit, counted=one.counted, role=one.role)
    return end, start


def _in_points(text: str, before: Sequence[Quantity], quantity: Quantity) -> Quantity:
    """An index that closes at a bare figure is in the points of the sentence: "lost 88 points to end at 5,310.6"."""
    level = _LEVEL.search(text, 0, quantity.start)
    if level is None or quantity.unit or quantity.counted or quantity.role:
        return quantity
    points = next((q for q in reversed(before) if q.unit == "point"), None)
    same = points is not None and not re.search(r"[.!?]\s", text[points.end : quantity.start])
    return replace(quantity, unit="point") if same else quantity


def _with_change(result: list[Quantity], members: Sequence[tuple[int, str, str]]) -> list[Quantity]:
    """The quantities with one change told of its members, given as (index, stage, direction)."""
    by_stage = {name: result[i] for i, name, _ in reversed(members)}
    if set(by_stage) == {"from"}:
        return result
    one, two, by = (by_stage[name].number if name in by_stage else None for name in ("from", "to", "by"))
    by = abs(by) if by is not None else None  # "-1.3 %" is a fall by 1.3
    changed = list(result)
    for i, name, way in members:
        other = by_stage.get({"from": "to", "to": "from"}.get(name, ""))
        quantity = result[i]
        if not quantity.unit and not quantity.counted and other is not None and other.unit:  # "rose from 8.1 per cent to 9"
            quantity = replace(quantity, unit=other.unit, role="")
        elif not quantity.unit and not quantity.counted and name == "by":  # "one rose by 2 per cent and the other fell by 1"
            unit = next((q.unit for q in reversed(changed[:i]) if q.change is not None and q.change.stage == "by"), "")
            quantity = replace(quantity, unit=unit, role="" if unit else quantity.role)
        if other is not None and not quantity.unit and not quantity.role:
            quantity = replace(quantity, role=other.role, counted=quantity.counted or other.counted)
        if one is not None and two is not None and one != two:  # also of "growth" that slows from 7 % to 4 %
            way = "up" if one < two else "down"
        if name == "by" and not quantity.unit:
            quantity = replace(quantity, role="")  # "rose by three to 31": three more is no toll of its own
        changed[i] = replace(quantity, change=Change(name, way, one, two, by))
    return changed


def _again(text: str, one: Quantity, two: Quantity) -> Quantity:
    """The second figure with the bound and the change of the first where it only says it again: "over 6 miles (10 km)"."""
    between = text[one.end : two.start]
    if not one.unit or not two.unit or one.unit == two.unit or not _AGAIN.fullmatch(between):
        return two
    kind = kind_of(one.bound)
    if two.flat and not two.bound and kind and between.strip() == "(":
        low, high = bounded(two.low, two.high, kind)
        two = replace(two, low=low, high=high, bound=one.bound)
    if two.change is None and one.change is not None and (one.change.stage == "by" or dimension(one.unit) == dimension(two.unit)):
        two = replace(two, change=Change(one.change.stage, one.change.direction))
    return two


def moves(doc: Doc, first: int, at: int) -> bool:
    """Whether the number at token `first`, whose lead ends at character `at`, follows a word of change: "rose from 12 to 19"."""
    return _verb_before(doc, first, at) is not None


def _stage(doc: Doc, text: str, quantity: Quantity, first: int) -> tuple[int, str, str] | None:
    """(token of the changing word, stage, direction) of a figure; None where nothing is said to change."""
    if quantity.unit in ("year of age", "score"):
        return None
    if quantity.unit == "%" and (quantity.high < 0 or text[quantity.start - 1 : quantity.start] == "+"):
        return first, "by", "down" if quantity.high < 0 else "up"
    lasting = dimension(quantity.unit) == "duration"
    if lasting and (_SPELL.match(text, quantity.end) or "-" in text[quantity.start : quantity.end]):
        return None  # "fell three days in a row", "the largest 12-month increase"
    behind = _BEHIND.match(text, quantity.end)
    if behind and quantity.unit:
        return first, "by", "up" if behind["up"] else "down"
    lead = _STAGE.search(text[max(0, quantity.start - 30) : quantity.start])
    word = lead["stage"].lower() if lead else ""
    if word in ("up", "down"):
        made = first > 1 and any(t.lemma_.lower() == "make" for t in doc[max(0, first - 4) : first])  # "makes up 70 % of it"
        return (first, "by", word) if quantity.unit and not made else None
    at = quantity.start - (len(lead[0]) if lead else 0)
    verb = _verb_before(doc, first, at)
    if verb is None:
        return None
    way = _WAY[verb.lemma_.lower()]
    if word in ("from", "to"):
        return verb.i, word, way
    if word == "at" and any(t.lower_ in ("end", "close", "finish", "settle") for t in doc[verb.i : first]):
        return verb.i, "to", way
    if word == "by" or (word == "of" and verb.pos_ == "NOUN" and not any(t.like_num for t in doc[verb.i : first])):
        return verb.i, "by", way
    if not word and quantity.unit and verb.pos_ in ("VERB", "AUX", "ADV", "ADP") and _direct(doc, verb, first, quantity):
        return verb.i, "by", way
    return None


def _direct(doc: Doc, verb: Token, first: int, quantity: Quantity) -> bool:
    """Whether a measured figure stands right behind the verb ("rose nearly 6.5 per cent"); money is raised or cut."""
    if any(t.pos_ not in ("ADV", "DET", "ADJ", "PART", "SYM", "AUX") for t in doc[verb.i + 1 : first] if t.idx < quantity.start):
        return False
    return verb.lemma_.lower() not in _TRANSITIVE or quantity.unit in ("%", "percentage point", "basis point", "point")


def _verb_before(doc: Doc, first: int, at: int) -> Token | None:
    """The nearest word of change before a figure, with no other verb, clause or sentence between them."""
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        token = doc[i]
        if token.idx >= at and token.lemma_.lower() not in _WAY:
            continue
        if token.lemma_.lower() in _WAY and token.pos_ in ("VERB", "NOUN", "ADV", "ADJ", "ADP"):
            return token
        if (
            token.is_sent_start
            or token.text in ";:)"
            or (token.pos_ == "VERB" and token.dep_ not in ("xcomp", "prep", "amod", "acl") and token.tag_ != "VBN")
        ):
            return None
    return None


def direction(token: Token) -> str:
    """Which way a word of change goes: "up" or "down"; empty for either way and for any other word."""
    return _WAY.get(token.lemma_.lower(), _WAY.get(token.lower_, ""))
