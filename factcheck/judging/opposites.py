"""Words that say opposite things in news: prices rise or fall, a dam is safe or unsafe. A short list, read by lemma."""

from __future__ import annotations

from claims.claim import Claim

_PAIRS = (
    ("rise increase climb grow jump surge soar gain accelerate", "fall decrease drop decline shrink plunge slump sink"),
    ("arrest detain jail imprison", "release free"),
    ("convict", "acquit clear"),
    ("win", "lose"),
    ("open reopen", "close shut"),
    ("accept approve back support welcome endorse", "reject oppose refuse veto"),
    ("begin start resume", "end stop halt cease suspend"),
    ("allow permit", "ban forbid prohibit block"),
    ("advance", "retreat withdraw"),
    ("confirm", "deny"),
    ("survive", "die"),
    ("safe", "unsafe dangerous"),
    ("legal lawful", "illegal unlawful"),
    ("guilty", "innocent"),
    ("true", "false untrue"),
    ("strong", "weak"),
    ("right correct", "wrong incorrect mistaken"),
    ("possible", "impossible"),
    ("alive", "dead"),
)
_SIDE = {
    lemma: (pair, side) for pair, sides in enumerate(_PAIRS) for side, lemmas in enumerate(sides) for lemma in lemmas.split()
}


def opposite(one: str, two: str) -> bool:
    """Whether two verbs or adjectives (lemmas) say opposite things."""
    if one not in _SIDE or two not in _SIDE:
        return False
    (pair, side), (other_pair, other_side) = _SIDE[one], _SIDE[two]
    return pair == other_pair and side != other_side


def opposed(left: Claim, right: Claim) -> str:
    """How the verbs of two claims say opposite things: "one says rise, the other fall"; empty where they do not."""
    if left.negated == right.negated and opposite(left.predicate, right.predicate):
        return f"one says {left.predicate}, the other {right.predicate}"
    return ""
