"""Numbers as news English writes them: digits, number words, scales, shares, scores and vague words, by one scan of the text.

`numerals("almost one million people")` gives one Numeral that spans "one million" with low == high == 1e6.
What looks like a number but names or dates something ("M-4", "S-400", 14:06, "27 July", "3rd") is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.figures.currencies import SIGN, currency
from claims.figures.number_words import (
    FRACTION_SIGNS,
    FRACTIONS,
    SCALES,
    SUFFIXES,
    TENS,
    UNITS,
    VAGUE,
    digits_value,
    scale_of,
    value_of,
    words_value,
)
from claims.figures.telephones import TELEPHONE

MAX_DIGITS = 40  # a longer run of digits is a key or a code, and may be beyond any float


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: characters [start, end) with its currency sign, and the interval it stands for.

    `kind` is "share" for a part of a whole (its interval is in per cent) and "score" for the two sides of a game.
    """

    start: int
    end: int
    low: float
    high: float
    vague: bool = False
    rounded: bool = False  # "a dozen", "half a million": exact in form, approximate in use
    kind: str = ""
    currency: str = ""
    scaled: bool = False  # its own words hold a scale: "1.2 million", "25k"


_BIG = "thousand|lakh|million|crore|billion|trillion"
_SCALE = f"hundred|{_BIG}"
_ONES = "|".join(sorted(UNITS, key=len, reverse=True))
_BELOW_100 = rf"(?:(?:{'|'.join(TENS)})(?:[\s-]+(?:{'|'.join(UNITS[1:10])})\b)?|(?:{_ONES})\b)"
_BELOW_1000 = rf"(?:(?:a|{_ONES})[\s-]+hundred\b(?:(?:\s+and)?[\s-]+{_BELOW_100})?|{_BELOW_100})"
_WORDS = rf"{_BELOW_1000}(?:[\s-]+(?:{_BIG})\b(?:(?:\s+and)?\s+{_BELOW_1000}(?!\s+(?:{_SCALE})))?)*"
_VAGUE = "|".join(word.replace(" ", r"\s+") for word in sorted(VAGUE, key=len, reverse=True))
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"\s*(?:[-–/]|and|to|or)\s*"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_PART = "halves|" + "|".join(f"{name}s?" for name in FRACTIONS)
_MEASURES = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|century|decade|miles?|kilomet\w+|met\w+|acres?|inch)\b"
_SIZE = r"(?!\s*(?:deep|high|wide|tall|long|race|away|above|below|final|dash|sprint|freestyle|hurdles|relay)\b)"  # "100m": metres
_HYPHENED = r"(?:minus|sub|then|plus|near|over|around)-"  # words that join a number by a hyphen and make no name of it
_NUMERAL = re.compile(
    rf"""
    (?P<skip>                                          # numbers that count nothing
        \d{{4}}-\d\d-\d\dT\S+                            # 2020-03-05T10:00:00Z
      | \d{{1,4}}(?P<mark>[-/.])\d{{1,2}}(?P=mark)\d{{1,4}}           # 2020-03-05, 27.07.2016
      | (?:(?<![\w$€£])(?:19|20)|(?<=\()1[5-8])\d\d[-–/](?:(?:1[5-9]|20)?\d\d)(?![\w-])  # 2015-2016, (1861-1865)
      | \d{{1,2}}(?:[:.]\d{{2}})?\s*[ap]\.?m\b           # 6 p.m.
      | \d{{1,3}}:\d{{2}}(?::\d{{2}})?(?:\.\d+)?        # 14:06
      | \d{{4}}\s+\d{{1,2}}\.\d{{1,2}}\.\d{{4}}           # 1905 03.02.2021: a clock time before its date
      | \d{{4}}\s+(?:GMT|UTC|hours|CET|EST|EDT)\b      # 0900 GMT
      | (?<!\w)\w{{1,12}}\s+o['’]clock
      | {_DAY}(?:{_TO}{_DAY})?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?\b
      | \b{_MONTH}\s*{_DAY}(?:{_TO}{_DAY})?(?:,?\s+\d{{4}})?(?![\w%])
      | \b{_MONTH}\s+\d{{4}}\b
      | \d+(?:st|nd|rd|th)\b                            # ordinals
      | (?:{"|".join(TENS)})[\s-]+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b
      | {TELEPHONE}
      | 24/7 | (?<!\d)(?:9/11|7/7)(?!\d) | 50[-/]50 | [1-9]0['’]?s\b     # said so often that they are words
      | (?<!\w)(?!{_HYPHENED}|magnitude-|(?:{SIGN})\d)[^\W\d_]{{1,40}}[-_]?\d[\w-]*    # M-4, S-400, G20, Type_7
      | \d+[-–]?[^\W\d_]*\d\w*(?<=[a-z]\d)              # 4x4
      | (?<![\w$€£])[2-6][GDK]\b                       # 5G, 3D, 4K
      | \#\d+
    )
  | (?P<share>\b(?:(?P<of1>{_ONES}|\d{{1,3}})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<of2>{_ONES}|\d{{1,3}}|1,?000)(?!\w)
        (?!\s*(?:{_MEASURES}|,\d|%))
      | (?P<top>an?|{_ONES})[\s-]+(?P<bottom>{_PART})\b(?!\s+of\s+an?\s+(?:{_SCALE}))
      | (?P<shalf>half)\b(?=\s+(?:of|the|its|their|his|her|all|those|these|our)\b)
      | (?P<t>\d{{1,3}})[/⁄](?P<b>\d{{1,3}})(?=\s+of\b)))
  | (?P<half>\bhalf(?:\s+(?:a|of\s+a))?[\s-]+(?P<halfscale>dozen|{_SCALE}))\b
  | (?P<quarter>\ba\s+quarter\s+of\s+a\s+(?P<quarterscale>{_SCALE}))\b
  | (?P<piece>\b(?:half|(?P<pieces>a|three)[\s-]quarters?\s+of))\s+an?(?=\s+{_MEASURES})
  | (?P<andhalf>\b(?P<whole>{_ONES}|\d+)(?:(?P<sign2>[½¼¾⅓⅔])|[\s-]and[\s-]a[\s-](?:half|(?P<aquarter>quarter)))
      (?:\s+(?P<andscale>{_SCALE})\b)?)
  | (?P<range>(?:(?<!\w)(?P<rangecur>{SIGN})\s?|(?<![\w.,-]))(?P<from>{_NUMBER})(?P<gap>\s?[-–]\s?)
      (?:(?:{SIGN})\s?)?(?P<to>{_NUMBER})
      (?:[\s-]?(?P<rangescale>{_SCALE})\b|\s?(?P<rangesuffix>mn|bn|tn|mln|bln)(?![\w-])|(?P<rangeletter>[km])(?!\w))?(?!\d|[-–]\d))
  | (?P<many>\b(?P<howmany>several|a\s+few|a\s+couple)(?:\s+of)?\s+(?P<manyscale>dozen|(?:hundred\s+)?(?:{_BIG})|hundred))s?\b
  | (?P<vague>\b(?:{_VAGUE}))\b
  | (?P<dozen>\b(?:a|{_ONES}|\d+)\s+dozen)\b
  | (?P<a>\ba)\s+(?P<ascale>{_SCALE})\b(?!\s+(?:{_SCALE})\b|(?:\s+and)?[\s-]+{_BELOW_100})
  | (?:(?<!\w)(?P<cur>{SIGN})\s?|(?<![\w.,])|(?<=,)(?=minus)|(?<=\b[su]ub-)|(?<=[a-z]{{4}}-))
      (?P<minus>minus[\s-]|(?<![\w.,%])[-−–](?=\d+(?:\.\d+)?\s?(?:%|°|percent|degrees|C\b|F\b|bn|$))|(?<=\$)[-−])?
      (?P<digits>{_NUMBER}|(?<![\w.])\.\d+)
      (?:\s?[×x]\s?10\^?(?P<exp>[-−–]?\d{{1,2}})|(?:\s|-)?(?P<scale>{_SCALE})\b|\s?(?P<suffix>mn|bn|tn|mln|bln|trn)(?![\w-])
        |(?P<letter>[kmb])(?!\w|-\w){_SIZE}|\s(?P<spaced>[mb])(?=\s*[).,;]|\s+(?:a|per|in|from|to|for|of)\b))?
      (?![\w]*\d)(?!-\d)
  | \b(?P<words>(?:{_WORDS}|{_SCALE}))\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PLAYED = re.compile(
    r"\b(?:won|wins?|beat|lost|los[es]|draws?|drew|drawn|leads?|led|trail\w*|tied|score\w*|victory|defeat)\W+(?:\w+\W+){0,3}$",
    re.I,
)
_NO_SHARE = re.compile(
    r"\b(?:first|second|third|fourth|last|latter|back|front|top|bottom|other|each|every|this|opening|closing|and\s+an?|fiscal)[\s-]+$",
    re.I,
)
_LASTING = re.compile(r"\b(?:or|to|for|over|past|next|previous|lasts?|lasted)\s+$", re.I)  # "two or three quarters" of years
_SPREAD = 2.0  # "2000 - 2500" is a range, "23 - 45 dead" a headline with a dash: only near numbers stand around a spaced dash


def numerals(text: str) -> Iterator[Numeral]:
    """The numerals of a text from left to right; they do not overlap."""
    at = 0
    while match := _NUMERAL.search(text, at):
        at = match.end()
        if match["skip"] is None and (numeral := _numeral(match)) is not None:
            at = max(at, numeral.end) if numeral.end > match.start() else at
            yield numeral
        elif match["share"] is not None:
            at = match.start() + len(re.match(r"\w+", match["share"])[0])  # type: ignore[index]
        elif match["range"] is not None and match["gap"] != match["gap"].strip() and len(match["from"]) <= MAX_DIGITS:
            at = match.end("from")  # "23 - 45 dead": a dash between two numbers, no range
            value = digits_value(match["from"])
            yield Numeral(match.start(), at, value, value, currency=currency(match["rangecur"]))


def _numeral(match: re.Match[str]) -> Numeral | None:
    """The numeral of a match; None where its words count nothing."""
    start, end = match.span()
    if match["share"] is not None:
        return _share(match)
    if match["half"] is not None:
        return _round(match, scale_of(match["halfscale"]) / 2)
    if match["quarter"] is not None:
        return _round(match, scale_of(match["quarterscale"]) / 4)
    if match["piece"] is not None:
        return _exact(match, {"a": 0.25, "three": 0.75}.get((match["pieces"] or "").lower(), 0.5))
    if match["andhalf"] is not None:
        more = FRACTION_SIGNS[match["sign2"]] if match["sign2"] else 0.25 if match["aquarter"] else 0.5
        return _exact(match, (value_of(match["whole"]) + more) * scale_of(match["andscale"]))
    if match["range"] is not None:
        return _range(match)
    if match["many"] is not None:
        low, high = VAGUE[" ".join(match["howmany"].lower().split())]
        scale = scale_of(match["manyscale"])
        exact = match["howmany"].lower().endswith("couple")
        return Numeral(start, end, low * scale, high * scale if exact else (high + 1) * scale - 1, vague=True)
    if match["vague"] is not None:
        low, high = VAGUE[" ".join(match["vague"].lower().split())]
        return Numeral(start, end, low, high, vague=True)
    if match["dozen"] is not None:
        return _round(match, 12 * value_of(match["dozen"].split()[0]))
    if match["a"] is not None:
        return _round(match, scale_of(match["ascale"]))
    if match["digits"] is not None:
        if len(match["digits"]) > MAX_DIGITS:
            return None
        suffix = (match["suffix"] or match["letter"] or match["spaced"] or "").lower()
        if match["spaced"] and not match["cur"]:
            suffix, end = "", match.end("digits")  # "10 m": metres
        scaled = bool(match["scale"] or suffix)
        value = digits_value(match["digits"]) * scale_of(match["scale"]) * SUFFIXES.get(suffix, 1)
        if match["exp"]:
            value *= float(10.0 ** int(re.sub("[−–]", "-", match["exp"])))
        value = -value if match["minus"] else value
        return Numeral(start, end, value, value, currency=currency(match["cur"]), scaled=scaled)
    return _exact(match, words_value(match["words"]))


def _exact(match: re.Match[str], value: float) -> Numeral:
    scaled = match[0].lower().split()[-1].split("-")[-1] in SCALES
    return Numeral(match.start(), match.end(), value, value, scaled=scaled)


def _round(match: re.Match[str], value: float) -> Numeral:
    return Numeral(match.start(), match.end(), value, value, rounded=True, scaled=True)


def _share(match: re.Match[str]) -> Numeral | None:
    """ "one in three", "two-thirds", "half of": in per cent."""
    if match["of1"] is not None:
        top, bottom = value_of(match["of1"]), value_of(match["of2"])
    elif match["t"] is not None:
        top, bottom = float(match["t"]), float(match["b"])
    elif _NO_SHARE.search(match.string[max(0, match.start() - 12) : match.start()]):
        return None
    elif match["shalf"] is not None:
        top, bottom = 1.0, 2.0
    else:
        part = match["bottom"].lower()
        top, bottom = value_of(match["top"]), float(FRACTIONS[{"halves": "half"}.get(part, part.removesuffix("s"))])
        alone = not re.match(r"\s+of\b", match.string[match.end() :])
        lasting = alone and _LASTING.search(match.string, max(0, match.start() - 12), match.start())
        if (top == 1) == part.endswith("s") or (top == 1 and alone) or (bottom == 4 and (top == 2 or lasting)):
            return None  # "a quarter" and "two quarters" of a year; "one third", without what it is a part of, may be an ordinal
    if not 0 < top < bottom:
        return None
    value = 100 * top / bottom
    return Numeral(match.start(), match.end(), value, value, rounded=True, kind="share")


def _range(match: re.Match[str]) -> Numeral | None:
    """ "20-30 million", "$40-50m"; a score where the second number is no larger; None for what is neither."""
    if len(match["from"]) > MAX_DIGITS or len(match["to"]) > MAX_DIGITS:
        return None
    low, high = digits_value(match["from"]), digits_value(match["to"])
    suffix = (match["rangesuffix"] or match["rangeletter"] or "").lower()
    scale = scale_of(match["rangescale"]) * SUFFIXES.get(suffix, 1)
    plain = match["from"].isdigit() and match["to"].isdigit() and scale == 1 and not match["rangecur"]
    before = match.string[max(0, match.start() - 40) : match.start()]
    tight = match["gap"].strip() == match["gap"]
    if plain and tight and max(low, high) < 1000 and (low >= high or _PLAYED.search(before)):
        if re.match(r"\w", match.string[match.end() :]):
            return None
        return Numeral(match.start(), match.end(), min(low, high), max(low, high), kind="score")
    if low >= high or (not tight and high > _SPREAD * low):
        return None
    both = 1.0 if low > high * scale / 100 and low >= SCALES["thousand"] else scale  # "800,000-1.2 million"
    return Numeral(match.start(), match.end(), low * both, high * scale, currency=currency(match["rangecur"]), scaled=scale > 1)
