"""Pairs that we make from the premises of the training set, with a label that follows from the making."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from training.words import OPPOSITE, SAME

ENTAILMENT, NEUTRAL, CONTRADICTION = "entailment", "neutral", "contradiction"

Made = tuple[str, str, str]  # premise, hypothesis, label

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()
_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})+(?![\w,:/-])|(?<![\w.,:/-])\d{1,7}(?![\w,:/-]|\.\d)")
_DATED = re.compile(r"\b(?:" + "|".join(_MONTHS) + r")\b")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NAME = re.compile(r"(?<=[a-z,] )(?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]{2,}\b")
_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|(?:has|have|had)(?= (?:been|\w+ed)\b))\b(?! (?:not|n't|no|never)\b)", re.I
)
_DENIED = re.compile(r"\b(?:not|never|nobody|nothing|none|no|without|n't|neither|nor)\b", re.I)
_SPEAKERS = (
    "the minister|the army|police|the mayor|a spokesman|officials|the company|the union|residents|the hospital|the governor|"
    "a witness|the government|the opposition|the president|rescuers"
).split("|")
_SAYING = "said that|told reporters that|announced that|stated that|confirmed that".split("|")
_DOUBTING = "denied that|rejected reports that|disputed that|ruled out that".split("|")
_HEDGES = (
    "it is possible that|reportedly,|it is unclear whether|it was rumoured that|some fear that|there are plans so that".split("|")
)


def made_from(premises: Sequence[str], count: int, seed: int) -> list[Made]:
    """`count` pairs from single sentences, drawn with this seed; each making has a like share if the sentences allow it."""
    dice = random.Random(seed)
    found: list[Made] = []
    seen: set[tuple[str, str]] = set()
    while len(found) < count:
        make = dice.choice(_MAKERS)
        for _ in range(40):  # most makings need a number, a name or a verb that the sentence may lack
            pair = make(dice.choice(premises), premises, dice)
            if pair and (pair[0], pair[1]) not in seen and pair[0] != pair[1]:
                seen.add((pair[0], pair[1]))
                found.append(pair)
                break
    return found


def _either_order(one: str, two: str, label: str, dice: random.Random) -> Made:
    return (one, two, label) if dice.random() < 0.5 else (two, one, label)


def _small(text: str) -> str:
    """A sentence as it stands after "said that": its first letter small where its first word is no name."""
    first = text.split(" ", 1)[0]
    return text[0].lower() + text[1:] if first in _OPENERS else text


_OPENERS = frozenset(
    "The A An This That These Those There It He She They We I You In On At Two Three Some Many Most All His Her Its Their".split()
)


def number_changed(text: str, _: Sequence[str], dice: random.Random) -> Made | None:
    """Another number in the same words: contradiction in both orders."""
    found = list(_NUMBER.finditer(text))
    if not found:
        return None
    match = dice.choice(found)
    value = int(match[0].replace(",", ""))
    other = dice.choice([value + dice.randint(1, 9), max(0, value - dice.randint(1, 9)), value * 2 + 1, value * 10, value // 2])
    if other == value:
        return None
    word = f"{other:,}" if "," in match[0] else str(other)
    return _either_order(text, text[: match.start()] + word + text[match.end() :], CONTRADICTION, dice)


def number_loosened(text: str, _: Sequence[str], dice: random.Random) -> Made | None:
    """A bound in place of the number: entailed where the number satisfies it, else contradicted; from the bound: neutral."""
    found = [match for match in _NUMBER.finditer(text) if not _YEAR.fullmatch(match[0])]
    if not found or re.search(r"\b(?:than|over|least|most|about|around|under|nearly|to)\b", text):
        return None
    match = dice.choice(found)
    value = int(match[0].replace(",", ""))
    if value < 4 or _DATED.search(text):
        return None
    step = max(1, round(value * dice.choice((0.1, 0.2, 0.3))))
    bound, label = dice.choice(
        [
            (f"more than {value - step}", ENTAILMENT),
            (f"at least {value - step}", ENTAILMENT),
            (f"fewer than {value + step}", ENTAILMENT),
            (f"more than {value + step}", CONTRADICTION),
            (f"at most {value - step}", CONTRADICTION),
        ]
    )
    loose = text[: match.start()] + bound + text[match.end() :]
    if label == ENTAILMENT and dice.random() < 0.4:
        return loose, text, NEUTRAL
    return text, loose, label


def number_spelled(text: str, _: Sequence[str], dice: random.Random) -> Made | None:
    """The same number written otherwise: a paraphrase."""
    match = re.search(r"\b(?:" + "|".join(_WORDS) + r")\b", text)
    if match:
        other = text[: match.start()] + str(_WORDS.index(match[0]) + 2) + text[match.end() :]
        return _either_order(text, other, ENTAILMENT, dice)
    match = re.search(r"(?<![\w.,])\d{1,3},\d{3}(?![\w,])", text)
    return _either_order(text, text.replace(match[0], match[0].replace(",", "")), ENTAILMENT, dice) if match else None


def time_shifted(text: str, _: Sequence[str], dice: random.Random) -> Made | None:
    """Another year, month or day of the week: contradiction in both orders."""
    if match := _YEAR.search(text):
        other = str(int(match[0]) + dice.choice((-20, -7, -3, -1, 1, 2, 5)))
        return _either_order(text, text[: match.start()] + other + text[match.end() :], CONTRADICTION, dice)
    for names in (_DAYS, _MONTHS):
        if match := re.search(r"\b(?:" + "|".join(name for name in names if name not in ("May", "March")) + r")\b", text):
            other = dice.choice([name for name in names if name != match[0]])
            return _either_order(text, text[: match.start()] + other + text[match.end() :], CONTRADICTION, dice)
    return None


def time_dropped(text: str, _: Sequence[str], dice: random.Random) -> Made | None:
    """A sentence and the same without its "in 1999": entailed one way, not known the other way."""
    match = re.search(
        r",? (?:in|since|on|until) (?:(?:" + "|".join(_MONTHS) + r") (?:\d{1,2} ?, )?)?(?:1[89]|20)\d\d\b ?,?", text
    )
    if not match:
        return None
    short = (text[: match.start()] + " " + text[match.end() :]).replace("  ", " ").strip()
    return (text, short, ENTAILMENT) if dice.random() < 0.6 else (short, text, NEUTRAL)


def name_changed(text: str, others: Sequence[str], dice: random.Random) -> Made | None:
    """The same words of another person or place: it may well be true beside the first, so neutral."""
    mine, theirs = _NAME.findall(text), _NAME.findall(dice.choice(others))
    if not mine or not theirs or theirs[0] in text:
        return None
    return _either_order(text, text.replace(dice.choice(mine), dice.choice(theirs)), NEUTRAL, dice)


def denied(text: str, _: Sequence[str], dice: random.Random) -> Made | None:
    """A sentence and its denial: contradiction in both orders."""
    match = _AUXILIARY.search(text)
    if not match or _DENIED.search(text) or "?" in text:
        return None
    word = dice.choice((" not", " never", " no longer")) if match[0].lower() not in ("can", "could", "will", "would") else " not"
    return _either_order(text, text[: match.end()] + word + text[match.end() :], CONTRADICTION, dice)


def opposite(text: str, _: Sequence[str], dice: random.Random) -> Made | None:
    """One word turned into its opposite: contradiction in both orders."""
    return _word_changed(text, OPPOSITE, CONTRADICTION, dice)


def reworded(text: str, _: Sequence[str], dice: random.Random) -> Made | None:
    """One word turned into another of the same sense: a paraphrase, also of a sentence with a denial."""
    return _word_changed(text, SAME, ENTAILMENT, dice)


def _word_changed(text: str, groups: Sequence[Sequence[str]], label: str, dice: random.Random) -> Made | None:
    for group in dice.sample(groups, len(groups)):
        one, two = group if dice.random() < 0.5 else group[::-1]
        if match := re.search(rf"\b{one}\b", text):
            return _either_order(text, text[: match.start()] + two + text[match.end() :], label, dice)
    return None


def hedged(text: str, _: Sequence[str], dice: random.Random) -> Made | None:
    """A sentence that is only possible or rumoured says nothing sure: neutral."""
    if "?" in text:
        return None
    hedge = dice.choice(_HEDGES)
    return f"{hedge[0].upper()}{hedge[1:]} {_small(text)}", text, NEUTRAL


def said(text: str, _: Sequence[str], dice: random.Random) -> Made | None:
    """Who says it: the saying and what is said count as one in news; denying it contradicts; another speaker does not."""
    if "?" in text or len(text.split()) > 22:
        return None
    one, two = dice.sample(_SPEAKERS, 2)
    claim = f"{one[0].upper()}{one[1:]} {dice.choice(_SAYING)} {_small(text)}"
    denial = f"{two[0].upper()}{two[1:]} {dice.choice(_DOUBTING)} {_small(text)}"
    again = f"{_small(text).rstrip('.! ')}, {one} said."
    return dice.choice(
        [
            _either_order(claim, text, ENTAILMENT, dice),
            _either_order(claim, again[0].upper() + again[1:], ENTAILMENT, dice),
            _either_order(denial, text, CONTRADICTION, dice),
            _either_order(denial, claim, CONTRADICTION, dice),
        ]
    )


def unrelated(text: str, others: Sequence[str], dice: random.Random) -> Made | None:
    """Two sentences of two texts: neutral."""
    return text, dice.choice(others), NEUTRAL


def shortened(text: str, _: Sequence[str], dice: random.Random) -> Made | None:
    """A sentence and the same without its last clause: entailed one way, not known the other way."""
    parts = re.split(r" ?, (?=(?:which|who|where|when|after|while|including|and)\b)", text)
    if len(parts) < 2 or len(parts[0].split()) < 5:
        return None
    short = parts[0].rstrip(" ,.") + "."
    return (text, short, ENTAILMENT) if dice.random() < 0.6 else (short, text, NEUTRAL)


def same_topic(passage: str, dice: random.Random) -> Made | None:
    """Two sentences of one passage: they tell different things about one matter, so neutral."""
    sentences = [part for part in re.split(r"(?<=[a-z)]) ?\. +(?=[A-Z])", passage) if 4 <= len(part.split()) <= 30]
    if len(set(sentences)) < 2:
        return None
    one, two = dice.sample(sorted(set(sentences)), 2)
    return f"{one.rstrip(' .')} .", f"{two.rstrip(' .')} .", NEUTRAL


_MAKERS: tuple[Callable[[str, Sequence[str], random.Random], Made | None], ...] = (
    number_changed,
    number_loosened,
    number_spelled,
    time_shifted,
    time_dropped,
    name_changed,
    denied,
    denied,
    opposite,
    reworded,
    hedged,
    said,
    said,
    unrelated,
    shortened,
)
