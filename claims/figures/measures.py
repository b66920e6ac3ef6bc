"""What a measured figure measures, under one name for all wordings: "consumer prices rose 8 %" and "8 % inflation" are one thing.

The parse says which noun a figure belongs to; where it does not, the only indicator of the sentence does. What is no common
indicator goes by its own nouns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.figures.amounts import amount_of
from claims.figures.currencies import NAMES as CURRENCIES
from claims.figures.indicators import BARE, GROWTH_RATES, INDICATOR, RATES, indicator, is_indicator
from claims.figures.quakes import of_which
from claims.figures.regions import country, region
from claims.figures.status import status_of
from claims.figures.units import dimension, unit_after
from claims.grammar import SUBJECTS, first_child, is_relative

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from claims.claim import Quantity

_WITH = re.compile(
    r"\b(?:including|with|includes)\s+(?:the\s+)?(?:volatile\s+)?(?:food|energy)\s+and\s+(?:food|energy|fuel|gas)", re.I
)
_WITHOUT = re.compile(
    r"\b(?:excluding|excludes|without|minus|strip(?:s|ped|ping)\s+out)\s+(?:the\s+)?(?:volatile\s+)?(?:food|energy)", re.I
)
_GROUPS = frozenset(["youth", "male", "female", "long-term", "black", "hispanic"])  # whose rate of unemployment it is
_NOT_OWN = ("GPE", "NORP", "DATE")  # a thing goes by one name wherever and whenever it is
_RATES = frozenset({"inflation", "growth"})

# Words that say how a thing moved or how it is given, and never what it is.
_CARRIES = frozenset(
    """
    rise increase gain jump surge growth fall drop decline decrease cut hike reduction loss pace rate level figure number reading
    high low peak record average total share percentage amount value sum estimate forecast projection prediction target goal
    mark point percent measure result score move change expansion contraction index
    """.split()
)
_PLAIN = frozenset(
    """
    annual yearly monthly quarterly overall national official headline total average new latest current flash preliminary
    """.split()
)
_INDICES = frozenset({"index", "component", "gauge"})
_SETS = frozenset("raise lift hike increase cut lower reduce slash trim hold keep leave".split())  # what banks do with rates
_GROWN = frozenset("grow shrink contract expand".split())
_ACTORS = ("ORG", "PERSON", "GPE", "NORP")
_OF_NO_PLACE = frozenset({"oil price"})  # traded in many places, the same thing in all of them
_WHAT_OF = ("of", "in")
_CLIMB = 6  # heads between a figure and the word that says what it measures
_LONGEST = 3  # words of a thing's own name
_PRICES = frozenset({"price", "cost"})  # of what they are stands before or behind them
_NO_MEASURE = frozenset({"year of age", "score", "duration"})  # whose age, what game and what lasts the claim's own words say

_AGAINST = r"(?:from|than|over|compared\s+(?:with|to)|against|on)\s+(?:(?:a|one|the|same|previous|prior|past|first|last)\s+){0,3}"
_AGO = r"(?:\s+(?:earlier|ago|before))?"
_BASES = {
    "annualised": r"annuali[sz]ed|at\s+an\s+annual\s+(?:rate|pace)",
    "year": rf"{_AGAINST}(?:\w+\s+(?:of\s+)?last\s+)?year{_AGO}|year[\s-](?:on|over)[\s-]year|y/y|\byoy\b"
    r"|(?:12|twelve)\s+months\b|in\s+the\s+year\s+to\b|\bannual(?:ly)?\b|\byearly\b",
    "quarter": rf"{_AGAINST}(?:three\s+months|quarter){_AGO}|quarter[\s-](?:on|over)[\s-]quarter|q/q|\bqoq\b|\bquarterly\b",
    "month": rf"{_AGAINST}month{_AGO}|month[\s-](?:on|over|to)[\s-]month|m/m|\bmom\b|\bmonthly\b",
}
_BASIS = re.compile("|".join(rf"(?P<{name}>{words})" for name, words in _BASES.items()), re.I)
_REACH = 60  # characters beside a figure in which the words for what it is compared to stand


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure measures, what it is compared to ("year", "month", ...), and its status ("forecast", "target", "revised").

    `region` is the place of a common indicator ("Spain", "eurozone"), where the text gives one with the figure.
    `rate` says that a change in per cent is the rate that `thing` names: "prices rose 8 %", but not "inflation rose by 1 %".
    """

    thing: str = ""
    basis: str = ""
    status: str = ""
    rate: bool = False
    region: str = ""

    def same_as(self, other: Measured) -> bool:
        """Whether two are known to be one: one thing, compared to one time, both outcomes or both forecasts."""
        one, two = (self.thing, self.basis, self.status), (other.thing, other.basis, other.status)
        return bool(self.thing) and one == two and not self.other_than(other)

    def other_than(self, other: Measured) -> bool:
        """Whether two are known not to be one: two indicators, or one of two places.

        Other things may go by two nouns ("sales", "revenue").
        """
        elsewhere = bool(self.region and other.region) and self.region != other.region
        return (self.thing != other.thing or elsewhere) and is_indicator(self.thing) and is_indicator(other.thing)

    def __str__(self) -> str:
        """The thing with its place: "unemployment (Spain)"."""
        return f"{self.thing} ({self.region})" if self.region else self.thing


def with_what_is_measured(doc: Doc, text: str, found: Sequence[Quantity], firsts: Sequence[int]) -> list[Quantity]:
    """The quantities with what those with a unit measure, looked for between the figures beside them.

    `firsts` are the tokens at which they begin. A bare "it fell to 8 % in April" measures what the figure before it did.
    """
    beside = [q for q in found if dimension(q.unit) != "duration"]  # "over the past 12 months" tells of the figure before it
    result, last = [], ""
    for q, first in zip(found, firsts, strict=True):
        if q.unit and dimension(q.unit) not in _NO_MEASURE:
            before = max((o.end for o in beside if o.end <= q.start), default=0)
            after = min((o.start for o in beside if o.start >= q.end), default=len(text))
            what = measured(doc, text, first, q.end, before, after)
            if not what.thing and q.unit == "%" and is_indicator(last):
                whole = last.startswith("core ") and _WITH.search(text, max(before, doc[first].sent.start_char), q.start)
                what = replace(what, thing=last.removeprefix("core ") if whole else last)
            if what.thing.removeprefix("core ") in RATES and q.unit.partition("/")[0] in CURRENCIES:
                what = replace(what, thing="", rate=False, region="")  # "rising prices cost families $300" is no inflation
            if q.unit == "magnitude":
                what = replace(what, thing=of_which(text, max(before, doc[first].sent.start_char), q.start, q.end, what.thing))
            if q.unit in CURRENCIES and (dealt := amount_of(_root(doc, first, q.end))):
                what = replace(what, thing=dealt, rate=False, region="")
            last = what.thing or last
            q = _in_its_unit(replace(q, measured=what), what)
        result.append(q)
    return result


def _in_its_unit(quantity: Quantity, what: Measured) -> Quantity:
    """A rate that a bank moves "by 0.75 percent" or "by half a point" moves by percentage points; oil is sold by the barrel."""
    change = quantity.change
    if what.thing == "interest rate" and quantity.unit in ("%", "point") and change is not None and change.stage == "by":
        return replace(quantity, unit="percentage point")
    if quantity.unit.endswith("/barrel") and not is_indicator(what.thing):
        return replace(quantity, measured=replace(what, thing="oil price"))
    return quantity


def measured(doc: Doc, text: str, first: int, end: int, before: int, after: int) -> Measured:
    """What the figure that begins at token `first` and ends with its unit at character `end` measures.

    `before` and `after` are where the figures beside it end and begin. Everything is empty where the text does not say.
    """
    root, stop = _root(doc, first, end), _stop(doc, first, end)
    sentence = root.sent
    low, high = max(before, sentence.start_char), min(after, sentence.end_char)
    owner, thing = next(((n, name) for n in _owners(root) if not first <= n.i < stop and (name := name_of(n))), (None, ""))
    if not thing and (grown := _economy(root)) is not None:
        owner, thing = grown, "gdp"
    rate = owner is not None and thing.removeprefix("core ") in GROWTH_RATES and owner.lemma_.lower() not in _RATES
    if not thing:
        every = INDICATOR.finditer(text, sentence.start_char, sentence.end_char)
        named = dict.fromkeys(indicator(m) for m in every if m[0].lower() not in BARE)
        thing = next(iter(named)) if len(named) == 1 else ""
    if thing in GROWTH_RATES and _WITHOUT.search(text, low, high):
        thing = f"core {thing}"
    place = region(root, owner) if is_indicator(thing) and thing not in _OF_NO_PLACE else ""
    if not place and owner is not None and thing == "gdp":
        place = country(owner)
    return Measured(thing, _basis(text, doc[first].idx, end, low, high), status_of(text, root, low, high), rate, place)


def _stop(doc: Doc, first: int, end: int) -> int:
    """The token behind a figure that begins at token `first` and ends at character `end`."""
    return next((t.i for t in doc[first:] if t.idx >= end), len(doc))


def _root(doc: Doc, first: int, end: int) -> Token:
    """The word of a figure on which its others hang."""
    return doc[first : _stop(doc, first, end)].root


def _economy(root: Token) -> Token | None:
    """The country of which a figure in per cent says that it grew: "Norway grew by 0.5 %"."""
    token = root
    for _ in range(_CLIMB):
        if token.pos_ == "VERB":
            grown = token.lemma_.lower() in _GROWN and root.lower_ in ("percent", "%", "cent")
            return next((c for c in token.children if grown and c.dep_ == "nsubj" and country(c)), None)
        token = token.head
    return None


def _owners(root: Token) -> list[Token]:
    """The nouns that a figure may belong to, the likeliest first; "3 % of GDP" is a share, of what the sentence is about."""
    whole = [noun for c in root.children if c.lower_ in _WHAT_OF and c.i > root.i for noun in _objects(c)]
    found: list[Token] = whole if root.dep_ in SUBJECTS else []
    token = root
    for _ in range(_CLIMB):
        head = token.head
        if head == token:
            break
        if head.pos_ in ("NOUN", "PROPN"):
            found += [*_inside(head, token), head]
        elif head.pos_ in ("VERB", "AUX"):
            subjects = [_meant(c, head) for c in head.children if c.dep_ in SUBJECTS and c != token]
            objects = [c for c in head.children if c.dep_ == "dobj" and c != token]
            if objects or any(country(s) for s in subjects):
                subjects = [s for s in subjects if not _acts(s)]  # "the bank raised its rate to 4 %" measures no bank
            found += [*objects, *(noun for o in objects for noun in _inside(o, token))]
            found += [noun for s in subjects for noun in (s, *_inside(s, token))]
            if first_child(head, *SUBJECTS) is not None:
                break
        token = head
    return [*found, *whole]


def _acts(subject: Token) -> bool:
    """Whether a subject is somebody by name, who does something to what is measured."""
    return subject.pos_ == "PROPN" and subject.ent_type_ in _ACTORS


def _inside(noun: Token, figure: Token) -> list[Token]:
    """What a noun is of: inflation in "the rate of inflation", GDP in "a fall in GDP"."""
    carries = noun.lemma_.lower() in _CARRIES
    return [
        n for c in noun.children if c.lower_ in _WHAT_OF or (carries and c.lower_ == "for") for n in _objects(c) if n != figure
    ]


def _objects(prep: Token) -> list[Token]:
    return [c for c in prep.children if c.dep_ == "pobj"] if prep.dep_ == "prep" else []


def _meant(subject: Token, verb: Token) -> Token:
    """The noun that "which" stands for."""
    return verb.head if is_relative(subject) and verb.dep_ == "relcl" else subject


def name_of(noun: Token) -> str:
    """One name for a noun with its own words; empty for words that only carry a figure ("a rise of 3 %") and for pronouns."""
    if (
        noun.pos_ not in ("NOUN", "PROPN")
        or noun.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY")
        or unit_after(noun.text, 0)[0]
    ):
        return ""
    own = _own(noun)
    core = any(t.lower_ == "core" for t in own)
    carries = noun.lemma_.lower() in _CARRIES
    if noun.lemma_.lower() == "account" and noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ == "for":
        return ""  # a verb that the parser takes for a noun
    at = [n for c in noun.children if c.lower_ == "at" for n in _objects(c)]  # "prices at the pump"
    sold = next(iter((*_inside(noun, noun), *at)), None) if noun.lemma_.lower() in _PRICES else None
    if sold is not None and (match := INDICATOR.search(f"{sold.text} price")):  # "the price of gasoline"
        return indicator(match)
    of_another = any(t.dep_ == "compound" and t.lower_ not in _PLAIN | _GROUPS for t in own)  # "ticket prices", "job growth"
    match = INDICATOR.search(" ".join(t.text for t in (*own, noun)))
    if part := _part(noun, own):
        return part
    if match and not (of_another and match[0].lower() in BARE):
        name = indicator(match)
        group = next((t.lower_ for t in own if t.lower_ in _GROUPS and name.endswith("employment")), "")
        return f"{'core' if core else group} {name}".strip() if core or group else name
    if _is_set(noun):
        return "interest rate"
    if noun.lemma_.lower() == "yield" and first_child(noun, "prep") is not None and "on" in {c.lower_ for c in noun.children}:
        return "bond yield"  # "the yield on the ten-year note"
    if carries and core:
        return "core inflation"  # "the core rate", "the core index"
    words = [t for t in own if not carries or t.dep_ == "compound"] + ([] if carries else [noun])
    kept = [lemma for t in words if (lemma := t.lemma_.lower()) not in _CARRIES | _PLAIN and t.text[0].isalpha() and len(t) > 1]
    return " ".join(kept[-_LONGEST:])


def _own(noun: Token) -> list[Token]:
    """The words before a noun that say which it is, with those of its compounds: "consumer price" of "consumer price index"."""
    own = [t for t in noun.children if t.i < noun.i and t.dep_ in ("compound", "amod") and t.ent_type_ not in _NOT_OWN]
    return [t for word in own for t in (*(_own(word) if word.dep_ == "compound" else ()), word)]


def _part(noun: Token, own: Sequence[Token]) -> str:
    """What an index measures a part of: energy in "the CPI energy index", food in "the consumer price index for food"."""
    if noun.lemma_.lower() not in _INDICES:
        return ""
    words = [t for c in noun.children if c.lower_ == "for" for t in _objects(c)] or own[-1:]
    named = (INDICATOR.fullmatch(f"{word.text} prices") for word in words)
    return next((indicator(match) for match in named if match), "")


def _is_set(noun: Token) -> bool:
    """Whether a rate that has no other name is one that a bank sets: "raised rates by", "kept its rate at"."""
    if noun.lemma_.lower() != "rate" or noun.dep_ not in ("dobj", "nsubjpass") or noun.head.lemma_.lower() not in _SETS:
        return False
    return not any(c.dep_ in ("compound", "prep") or (c.dep_ == "amod" and c.lower_ not in _PLAIN) for c in noun.children)


def _basis(text: str, start: int, end: int, low: int, high: int) -> str:
    """What a figure is compared to, in the words behind it, else before it, up to the figures beside it."""
    behind = _BASIS.search(text, end, min(high, end + _REACH))
    before = list(_BASIS.finditer(text, max(low, start - _REACH), start))
    match = behind or (before[-1] if before else None)
    return (match.lastgroup or "") if match else ""
