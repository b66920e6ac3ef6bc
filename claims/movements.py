"""Movements: which way a word, or a verb with what hangs on it, says that a thing goes, or at which end it stands.

RISE and FALL of any thing; `claims.courses` asks it of the common indicators.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.figures.changes import direction
from claims.grammar import first_child

if TYPE_CHECKING:
    from spacy.tokens import Token

RISE, FALL = "rise", "fall"
WAYS = {"up": RISE, "down": FALL}
# Beside the words of change that figures follow: what a thing does or is without one.
_MOVES = dict.fromkeys(
    """
    skyrocket inflate heat spiral high record positive skywards strong robust tight resilient buoyant elevated rampant upswing
    """.split(),
    RISE,
) | dict.fromkeys(
    """
    peak cool moderate reverse crash collapse soften wane deflate subside tame low negative weak chill stall falter sag stagnate
    languish downturn slowdown contraction
    """.split(),
    FALL,
)
_PARTICLES = dict.fromkeys("up higher upward skywards".split(), RISE) | dict.fromkeys("down lower over below".split(), FALL)
_LIGHT = frozenset("start begin continue keep seem appear tend set go look".split())  # "is starting to come down"
_PHRASAL = frozenset(
    "come go be head trend move edge roll creep die drive push send bring".split()
)  # their particle says which way
_STANDS = frozenset("be remain stay run hit reach stand hover sit near look seem appear".split())
SUMMITS = frozenset({"peak", "top"})  # who calls a rate the peak says that it falls from there
EXTREMES = {"high": RISE, "record": RISE, "low": FALL}
BESIDE = ("at", "near", "to", "around")
SEES = frozenset("see mark show record report post register suffer experience undergo".split())
_DEEP = 3  # words between a verb and the "high" or "low" at which something stands: "is close to multi-decade lows"


def moves(token: Token) -> str:
    """Which way a verb, participle, noun or adjective goes; empty for all others."""
    lemma = token.lemma_.lower()
    return _MOVES.get(lemma) or WAYS.get(direction(token) or "", "")


def verbal(verb: Token) -> str:
    """Which way a verb says that its subject goes or stands."""
    while _leads_on(verb) and (deeper := first_child(verb, "xcomp")) is not None:
        verb = deeper
    if way := phrasal(verb) or moves(verb):
        return way
    if verb.lemma_.lower() in SEES:  # "housing has shown a downturn", "sales saw their sharpest fall"
        return next((way for c in verb.children if c.dep_ == "dobj" and (way := moves(c))), "")
    if verb.lemma_.lower() not in _STANDS:
        return ""
    complements = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd", "dobj", "prep", "advmod")]
    if is_summit(verb):
        return FALL
    defined = ("attr", "dobj")  # "inflation is an increase in prices" says what it is
    return next((d for c in complements if (d := (moves(c) if c.dep_ not in defined else "") or extreme(c))), "")


def is_summit(verb: Token) -> bool:
    """ "9 % will be the peak": what is called the top of something falls from there."""
    return verb.lemma_ == "be" and any(c.dep_ == "attr" and c.lemma_.lower() in SUMMITS for c in verb.children)


def is_light(verb: Token) -> bool:
    """Whether a verb only leads to another that says what happens."""
    return verb.lemma_.lower() in _LIGHT


def phrasal(verb: Token) -> str:
    """Which way a verb goes by its particle, or by the end at which it arrives: "comes down", "moved to new lows"."""
    if verb.lemma_.lower() not in _PHRASAL:
        return ""
    particles = [c for c in verb.children if c.dep_ in ("prt", "advmod", "prep") and c.lower_ in _PARTICLES]
    if particles:
        return _PARTICLES[particles[0].lower_]
    return next((d for c in verb.children if c.dep_ == "prep" and c.lower_ in BESIDE and (d := extreme(c))), "")


def extreme(token: Token, deep: int = _DEEP) -> str:
    """The "highs" or "lows" below a word: "near multigenerational lows", "a new 40-year high"."""
    if token.pos_ == "NOUN" and token.lemma_.lower() in ("high", "low"):
        return EXTREMES[token.lemma_.lower()]
    below = (c for c in token.children if c.dep_ in ("pobj", "prep", "amod", "attr", "dobj"))
    return next((d for c in below if deep and (d := extreme(c, deep - 1))), "")


def _leads_on(verb: Token) -> bool:
    """ "is starting to", "was reported to": what is told stands in the verb below."""
    return is_light(verb) or first_child(verb, "auxpass") is not None
