"""Words that set two claims against each other, where no grammar does: contrast, blame, denial, answer, accident and attack."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.claim import Claim
from claims.figures.roles import KIND_OF

CONTRAST = re.compile(r"\b(?:but|however|although|though|yet|whereas)\b", re.I)
BLAMES = re.compile(
    r"\b(?:behind|responsible|responsibility|accus\w+|blam\w+|charg\w+|guilty|carried out|deliberate\w*|violat\w+|poison\w*)\b",
    re.I,
)

# A denial without an object of its own answers what was said just before.
GENERAL_DENIAL = re.compile(
    r"\b(?:involve\w+|responsib\w+|role|behind|accusation\w*|allegation\w*|charge\w*|blame|claim\w*|report\w*|it|this|wrongdoing)\b",
    re.I,
)
# Who rejects a demand denies no deed.
REFUSES = re.compile(
    r"\b(?:reject|refus|dismiss|turn)\w*\s+(?:[^\s,.;]+\s+){0,4}?"
    r"(?:demand|plea|offer|call|plan|proposal|request|bid|ultimatum|deal|truce|ceasefire|terms?|conditions?|to\s+\w+)s?\b",
    re.I,
)
# An outlet that tells of an accusation or a denial does not blame anybody itself.
TELLS_OF_BLAME = re.compile(r"\b(?:den(?:y|ies|ied|ying|ial)|accus\w+|alleg\w+|claim\w*|blam\w+|pretext)\b", re.I)
INTENT = re.compile(r"\b(?:we|I)\b[^.]{0,20}\b(?:trying|mean|meant|intend\w*|aim\w*|seek\w*|want\w*|target\w*)\b", re.I)
ANSWER = re.compile(
    r"\b(?:counter(?:ed|s)|retort(?:ed|s)|rebutt(?:ed|s)|hit back|shot back|fired back|pushed back|hit out)\b", re.I
)
_SAID = (
    r"(?:claim|report|accusation|allegation|statement|charge|suggestion|argument|idea|notion|figure|number|offer|proposal|plan|view"
    r"|it|this|that|them)s?"
)
# Whoever disagrees says no to what was said before.
DISAGREES = re.compile(
    r"\b(?:disagree\w*|differ|contest\w*|contradict\w*|s[ck]eptical|unconvinced|dispute[sd]?|rebut\w*)\b"
    rf"|\b(?:reject|dismiss)\w*\s+(?:[^\s,.;]+\s+){{0,4}}?{_SAID}\b"
    rf"|\b{_SAID}\s+(?:was|were|has been|have been)\s+(?:reject|dismiss)ed\b"
    r"|\b(?:different|another|opposite|contrary) (?:story|picture|view|account|conclusion)\b",
    re.I,
)
SUCH = re.compile(r"\bsuch an?\b", re.I)  # points back to what was said
ACCIDENT = re.compile(
    r"\b(?:technical|mechanical|engine)\s+(?:fault|failure|problem|issue|malfunction)s?\b|\bmalfunction\w*|\baccident\w*"
    r"|\b(?:human|pilot)\s+error\b|\bnatural\s+causes\b|\bshort\s+circuit\b|\bgas\s+leak\b",
    re.I,
)
ATTACK = re.compile(
    r"\b(?:shot|shoot\w*|brought)\s+(?:it\s+|them\s+)?down\b|\bsabotag\w*|\bdeliberate\w*|\barson\w*|\bbomb(?:ed|ing)?\b", re.I
)
_THEM = re.compile(r"\b(?:the|its|their|his) (?:men|people|victims|dead|group)\b|^(?:they|those)\b", re.I)
_ANYONE = "anyone"  # people whose kind the words leave open
_STEM = 5  # letters that a country and its adjective share, mostly


def same_people(one: Claim, two: Claim) -> bool:
    """Whether two claims of one sentence are about the same people: "its troops ... but the soldiers / the men ..."."""
    left, right = _kinds(one), _kinds(two)
    anyone = (_ANYONE in left and right) or (_ANYONE in right and left)
    return bool(left & right or anyone) or bool(_stems(one.names) & _stems(two.names))


def _kinds(claim: Claim) -> set[str]:
    words = re.findall(r"[a-z]+", claim.text.lower())
    kinds = {KIND_OF[w] for word in words for w in (word, word.rstrip("s")) if w in KIND_OF}
    return kinds | ({_ANYONE} if _THEM.search(claim.text) else set())


def _stems(names: Sequence[str]) -> set[str]:
    return {word[:_STEM].lower() for name in names for word in re.findall(r"\w+", name) if word[0].isupper()}
