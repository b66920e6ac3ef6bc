"""The words that bound a number ("at least", "nearly", "or so"), and the interval that a bounded number stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

from claims.figures.number_words import roundness

AT_LEAST = "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|upwards? of|as few as"
MORE_THAN = (
    "(?:well |just |slightly |far |little |significantly |a little )?(?:more than|over|above)|in excess of"
    "|exceeding|exceeded|exceeds|surpassing|surpassed|topped|topping|north of|greater than|higher than|larger than|older than|>"
)
AT_MOST = (
    "up to|at most|no more than|not more than|no greater than|a maximum of|maximum of|as many as|as much as|as high as|capped at"
)
LESS_THAN = "(?:well |just |slightly |far )?(?:fewer than|less than|under|below)|lower than|younger than|short of|sub|<"
NEARLY = "nearly|almost|close to|just under|just below|approaching|(?:just )?shy of|just short of|not quite|virtually"
ABOUT = (
    "about|some|around|roughly|approximately|approx\\.?|an estimated|estimated|circa|ca\\.|perhaps|or so|in the region of"
    "|somewhere around|~|≈"
)
_KINDS = {"low": f"{AT_LEAST}|{MORE_THAN}", "nearly": NEARLY, "high": f"{AT_MOST}|{LESS_THAN}", "about": ABOUT}
_KIND = tuple((re.compile(words, re.I), kind) for kind, words in _KINDS.items())
_STRICT = re.compile(f"{MORE_THAN}|{LESS_THAN}", re.I)
_ANY = "|".join((AT_LEAST, NEARLY, MORE_THAN, AT_MOST, LESS_THAN, ABOUT))
_BEFORE = re.compile(rf"(?:^|(?<=[\W_]))(?P<bound>{_ANY})[\s-]*(?:(?:a|an|the|its|their|another|record)\s+)?$", re.I)
_AFTER = re.compile(
    r"(?P<bound>\+|[\s-]plus\b|-odd\b"
    r"|\s(?:or|and)\s(?:more|above|over|older|higher|fewer|less|below|under|so|thereabouts)\b)",
    re.I,
)
_AFTER_KIND = {
    **dict.fromkeys(("+", "plus", "more", "above", "over", "older", "higher"), "low"),
    **dict.fromkeys(("fewer", "less", "below", "under"), "high"),
}
_LEAD = 40  # characters that the longest bound may take

# "over the past ten days", "about the 40 men": a preposition, no bound.
_NO_BOUND = re.compile(r"(?:over|under|above|below|around|about|some)\s+(?:the|its|their)\s+$", re.I)

# "about 40" admits 36 to 44, "nearly 40" 36 to 40: a tenth is what writers round away when they keep one or two digits.
# A number that is given to its last digit ("about 43"), or to three digits and more ("102 million"), is rounded to less: half of
# that.
APPROXIMATION = 0.1
EXACT_APPROXIMATION = 0.05
_FIVE = 5  # a multiple of five is a round number
_THREE_DIGITS = 100


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound as it is written, its kind ("low", "high", "nearly", "about"; empty for none) and the characters it takes."""

    words: str
    kind: str
    start: int
    end: int


def bound_around(text: str, start: int, end: int) -> Bound:
    """The bound of a number that spans [start, end): the words before it, else behind it."""
    lead = text[max(0, start - _LEAD) : start]
    if (before := _BEFORE.search(lead)) and not _NO_BOUND.search(lead):
        words = before["bound"]
        if words.lower() != "sub" or lead.endswith("-"):
            return Bound(words, kind_of(words), start - (len(lead) - before.start("bound")), end)
    if after := _AFTER.match(text, end):
        words = after["bound"].strip(" -") or after["bound"]
        return Bound(words, _AFTER_KIND.get(words.split()[-1].lower(), "about"), start, after.end())
    return Bound("", "", start, end)


def kind_of(words: str) -> str:
    """The kind of a bound by its words: "low" for "at least"; empty for none."""
    plain = " ".join(words.split())
    return next((kind for pattern, kind in _KIND if pattern.fullmatch(plain)), "")


def excludes(words: str) -> bool:
    """Whether a bound leaves its own number out: "more than 30" does, "at least 30" and "30 or more" do not."""
    return _STRICT.fullmatch(" ".join(words.split())) is not None


def bounded(low: float, high: float, kind: str) -> tuple[float, float]:
    """The interval that is left of [low, high] under a bound."""
    match kind:
        case "low":
            return low, inf
        case "high":
            return (0.0 if high >= 0 else -inf), high
        case "nearly":
            return plain(low - tolerance(low)), high
        case "about" if low == high:  # a range says itself how loose it is
            return plain(low - tolerance(low)), plain(high + tolerance(high))
    return low, high


def tolerance(value: float) -> float:
    """What "about" may hide on either side of a number: more of a round one."""
    digits = value / roundness(value)
    close = digits % _FIVE != 0 and abs(digits) >= _THREE_DIGITS
    return abs(value) * (APPROXIMATION if (value % _FIVE == 0 and not close) or abs(value) <= _FIVE else EXACT_APPROXIMATION)


def plain(value: float) -> float:
    """A number without what binary fractions leave over: 30, not 30.000000000000004."""
    return float(f"{value:.12g}")
