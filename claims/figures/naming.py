"""Numbers that name or date something and count nothing: years, models, pages, house numbers; and ages behind a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.numerals import Numeral
from claims.grammar import is_plural

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_STREETS = frozenset({"street", "road", "avenue", "lane", "square", "boulevard", "drive", "rd", "st", "way", "highway"})
# Things that come numbered: a number behind one of these says which, not how many.
_NUMBERED = frozenset(
    """
    section row game channel category chapter article page phase stage tier level type flight resolution route highway room gate
    track line part volume figure table step round day week mark model series version appendix unit zone district ward
    precinct platform act episode season lot block bus train apartment suite floor area grade class group paragraph clause
    item division interstate psalm verse generation quarter protocol amendment proposition covid windows iphone galaxy pixel
    playstation xbox boeing airbus code zip postcode s&p ftse nasdaq nikkei russell stoxx fortune asx cac csi
    """.split()
)
_PLACED = ("GPE", "NORP", "DATE", "TIME", "LOC")
_YEAR_LED = re.compile(r"\b(?:in|since|the|by|of|until|from|during|after|before|late|early|mid|between|and)[\s-]+$", re.I)
_TO_A_COUNT = re.compile(r"\b(?:between|from)\s+(?:\d{3}|1[0-4]\d\d)\s+(?:and|to)\s+$", re.I)
_YEARS = (1900, 2099)
_LED_YEARS = (1500, 2199)  # behind "in" or "by"
_COLLECTIVE = frozenset(  # what a number may stand before without a plural
    "dead killed wounded injured hurt people missing arrested more others police personnel staff crew cattle sheep".split()
)
_NUMBERED_SO = re.compile(r"(?<!\w)(?:[Nn]os?\.|№|[Nn]umber)\s?$")
_ITEM = (re.compile(r"(?:^|[.!?][\"”’)]*\s)\s*\(?$"), re.compile(r"[.)]\s+[\"“‘]?[A-Z]"))  # "2. The bank" in a numbered list
# "Gallery (14 photos)": how many pictures a page shows stands inside scraped text too, where it is no line of its own.
_SHOW = re.compile(r"\b(?:slide\s?show|gallery|album|photos|pictures|images|videos?)\s*\(\s*$", re.I)
_SHOWN = re.compile(r"\s+(?:images?|photos?|pictures?|slides?|videos?)\s*\)", re.I)
_CALIBRES = frozenset({"magnum", "caliber", "calibre"})  # "a .357 Magnum"
_RANKS = frozenset({"top", "bottom"})
_ANNO = re.compile(r"\bA\.?D\.?\s+(?:\d{3,4}\s+(?:and|to)\s+)?$")
_PERSONS = frozenset("child kid boy girl man woman person people adult pupil baby anyone those".split())
_OLDEST = 115


def is_label(doc: Doc, text: str, numeral: Numeral, first: int, end: int, unit: str) -> bool:
    """Whether the number in tokens [first, end) names something: "Flight 370", "S&P 500", "14 Harbour Road"."""
    if numeral.currency or numeral.kind:
        return False
    if _names_a_year(doc, text, numeral, unit):
        return True
    if unit:
        return False
    if _NUMBERED_SO.search(text, max(0, numeral.start - 12), numeral.start):
        return True
    if (
        numeral.end - numeral.start <= 2
        and _ITEM[1].match(text, numeral.end)
        and _ITEM[0].search(text, max(0, numeral.start - 6), numeral.start)
    ):
        return True
    if _SHOWN.match(text, numeral.end) and _SHOW.search(text, max(0, numeral.start - 14), numeral.start):
        return True
    if numeral.scaled and not numeral.low == numeral.high == 0:
        return False
    written = text[numeral.start : numeral.end]
    before = doc[first - 1] if first else None
    after = doc[end] if end < len(doc) else None
    if after is not None and after.text == "-" and numeral.end == after.idx and written[0].isalpha() and end + 1 < len(doc):
        return doc[end + 1].idx == after.idx + 1  # "a six-speed gearbox", "a two-state solution"
    if written.isdigit() and _is_model(doc, first, end):
        return True
    if before is not None and before.lower_ in _RANKS and (after is None or after.pos_ not in ("ADJ", "NOUN", "PROPN")):
        return True
    if before is not None and not before.is_sent_end and "," not in written:
        if before.lower_ in _NUMBERED and not (before.is_sent_start and before.tag_ == "NNS"):
            return not (after is not None and after.tag_ == "NNS" and not before.text[:1].isupper())
        named = before.text[:1].isupper() and (
            before.pos_ == "PROPN" or (before.pos_ in ("NOUN", "ADJ") and not before.is_sent_start)
        )
        if named and before.ent_type_ not in (*_PLACED, "PERSON") and written[0].isdigit():
            return len(before) == 1 or _named(doc, first, end)
        if named and before.ent_type_ == "GPE" and numeral.low > 1 and after is not None and after.tag_ == "NN":
            return after.lower_ not in _COLLECTIVE and _named(doc, first, end)
    if after is not None and after.lower_ in _CALIBRES:
        return True
    root = doc[first:end].root
    if first and root.dep_ == "nummod" and root.head.i == first - 1 and doc[first - 1].text[:1].isupper():
        return doc[first - 1].ent_type_ not in _PLACED and doc[first - 1].pos_ != "VERB"  # "3 Killed 30 Wounded"
    if after is not None and numeral.low >= _YEARS[0] and re.match(r"(?:ZIP|zip)\b", after.text):
        return True
    follow = doc[end : end + 3]
    if len(follow) > 1 and follow[0].pos_ == "PROPN" and any(t.lower_ in _STREETS for t in follow[1:]):
        return True
    return after is not None and after.text[:1].isupper() and after.lower_ in ("max", "pro", "plus", "ultra", "mini", "series")


def _is_model(doc: Doc, first: int, end: int) -> bool:
    """Whether a number stands where only the name of a model can: "four new 212 Kestrel helicopters" are four.

    Another number has counted the same things already, and no unit stands behind this one.
    """
    at = first - 1
    while at >= 0 and (doc[at].pos_ == "ADJ" or doc[at].tag_ in ("VBN", "VBG") or _hyphenated(doc, at)):
        at -= 1
    if at < 0 or doc[at].pos_ != "NUM" or end >= len(doc) or not doc[at].text[0].isalnum():
        return False
    if doc[end].pos_ not in ("PROPN", "NOUN"):
        return False
    things = doc[first].head
    return doc[at].head in (things, doc[first]) and things.i >= end and is_plural(things)


def _hyphenated(doc: Doc, at: int) -> bool:
    """Whether a token is a part of an adjective with a hyphen: "second-hand"."""
    return doc[at].text == "-" or (at > 0 and doc[at - 1].text == "-") or doc[at + 1].text == "-"


def _named(doc: Doc, first: int, end: int) -> bool:
    """Whether a number right behind a name is a part of it, by what follows: no plural noun that it could count."""
    for token in doc[end : end + 4]:
        if not token.text[0].isalpha():
            break
        if token.pos_ in ("ADJ", "PROPN", "NOUN") and token.tag_ in ("JJ", "NN", "NNP", "VBN", "JJR"):
            continue
        if is_plural(token):
            return token.i > end and doc[end].pos_ == "PROPN"
        break
    after = doc[end] if end < len(doc) else None
    if after is not None and after.lower_ in _COLLECTIVE:
        return False
    return first > 1 or end < len(doc)


def _names_a_year(doc: Doc, text: str, numeral: Numeral, unit: str) -> bool:
    """Whether a four-digit number is a year: 1900 to 2099, without a comma, not counting a plural noun."""
    written = text[numeral.start : numeral.end]
    if unit or not (written.isdigit() and len(written) == 4):
        return False
    before = text[max(0, numeral.start - 20) : numeral.start]
    if _ANNO.search(before) or re.match(r"\s+(?:A\.?D|B\.?C)\b", text[numeral.end :]):
        return True
    led = _YEAR_LED.search(before) is not None
    if led and re.match(r"\s+(?:and|to)\s+(?:1[5-9]|20)\d\d\b(?!,)", text[numeral.end :]) and numeral.low >= _LED_YEARS[0]:
        return True
    years = _LED_YEARS if led else _YEARS
    if not years[0] <= numeral.low <= years[1]:
        return False
    span = doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
    if span is None:
        return True
    token = span.root
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and after.tag_ == "NNS" and numeral.low < _YEARS[0] and _TO_A_COUNT.search(before):
        return False  # "between 1000 and 1800 people"
    if (
        not led
        and after is not None
        and after.tag_ == "NNS"
        and text[numeral.start - 4 : numeral.start].strip() in ("to", "and", "or")
    ):
        return False  # "from 1000 to 2000 workers"
    counts = token.dep_ == "nummod" and is_plural(token.head) and token.head.i > token.i
    broken = counts and any(t.is_punct for t in doc[token.i + 1 : token.head.i])
    return not counts or broken or (led and _YEARS[0] <= numeral.low <= _YEARS[1])


def is_pronoun(root: Token, numeral: Numeral) -> bool:
    """Whether "one" stands for somebody or something instead of counting it: "the wrong one", "no one"."""
    return numeral.low == numeral.high == 1 and root.lower_ == "one" and root.dep_ != "nummod"


def is_age(doc: Doc, text: str, numeral: Numeral, first: int, end: int) -> bool:
    """ "Marta Olsen, 34, was hurt", "aged 34", "who is 34 and": a bare number that is somebody's years."""
    if not (numeral.low == numeral.high and 0 < numeral.low <= _OLDEST and numeral.low == int(numeral.low)) or first == 0:
        return False
    before = doc[first - 1]
    after = doc[end] if end < len(doc) else None
    if before.lower_ in ("aged", "age") or (before.lower_ == "of" and first > 1 and doc[first - 2].lower_ == "age"):
        return True
    closes = after is None or after.pos_ in ("PUNCT", "ADP", "SCONJ", "CCONJ", "VERB", "AUX")
    if before.lower_ in ("under", "over", "below", "above") and first > 1 and closes:
        return doc[first - 2].lemma_.lower() in _PERSONS  # "children under five"
    behind = after is None or (after.pos_ in ("PUNCT", "ADP", "SCONJ", "CCONJ") and after.lower_ != "of")
    if before.lemma_ in ("be", "turn") and first > 1 and behind:
        return any(c.dep_ == "nsubj" and c.lower_ in ("he", "she", "i") for c in (*before.children, *before.head.children))
    if before.text == "," and first > 1 and (after is None or after.text in (",", ".", ")", ";")):
        return doc[first - 2].pos_ == "PROPN" and doc[first - 2].ent_type_ in ("PERSON", "")
    if before.ent_type_ == "PERSON" and before.pos_ == "PROPN" and text[numeral.start].isdigit() and numeral.low > 1:
        return after is not None and (after.pos_ == "AUX" or after.lower_ in ("who", "of", "from", "on"))
    return False
