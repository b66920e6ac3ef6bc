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
    ("alive safe unharmed unhurt", "dead"),
)
_SIDES: dict[str, set[tuple[int, int]]] = {}
for _pair, _sides in enumerate(_PAIRS):
    for _side, _lemmas in enumerate(_sides):
        for _lemma in _lemmas.split():
            _SIDES.setdefault(_lemma, set()).add((_pair, _side))
_COPULAS = frozenset({"be", "become", "remain", "stay", "seem", "appear"})


def opposite(one: str, two: str) -> bool:
    """Whether two verbs or adjectives (lemmas) say opposite things."""
    return any((pair, 1 - side) in _SIDES.get(two, ()) for pair, side in _SIDES.get(one, ()))


def opposed(left: Claim, right: Claim) -> str:
    """How two claims say opposite things: "one says rise, the other fall"; empty where they do not."""
    if left.negated != right.negated:
        return ""
    return next((f"one says {a}, the other {b}" for a in _said(left) for b in _said(right) if opposite(a, b)), "")


def _said(claim: Claim) -> list[str]:
    """The verb of a claim; where that is only a copula, the words of content beside it: "was safe", "is among the dead"."""
    return sorted(claim.lemmas) if claim.predicate in _COPULAS else [claim.predicate]
