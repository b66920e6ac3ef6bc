"""Disputes: claims of two speakers that exclude each other by their own words, although those words share little.

"X claimed A but, according to Y, B" and an accusation with its denial are found by how the text puts them, not by similarity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from claims.claim import Claim, Cue
from claims.document import Document
from claims.facets import WORDS
from claims.roles import KIND_OF
from factcheck.encoder import Vectors, cosine

_CONTRAST = re.compile(r"\b(?:but|however|although|though|yet|whereas)\b", re.I)
_BLAME = re.compile(
    r"\b(?:behind|responsible|responsibility|accus\w+|blam\w+|charg\w+|guilty|carried out|deliberate\w*|target\w+|attack\w*"
    r"|bomb\w*|struck|str[iu]k\w+|shell\w*|shot|kill\w*|hit|destroy\w*|violat\w+|poison\w*|hack\w*|back(?:s|ed|ing)|support\w*)\b",
    re.I,
)
_INVOLVED = re.compile(
    r"\b(?:involve\w+|responsib\w+|role|behind|accusation\w*|allegation\w*|charge\w*|blame|claim\w*|report\w*)\b", re.I
)
_THEM = re.compile(r"\b(?:the|its|their|his) (?:men|people|victims|dead|group)\b|^(?:they|those)\b", re.I)
_VERB: dict[Cue | None, str] = {Cue.DENIES: "denies", Cue.ACCUSES: "accuses"}
_ANYONE = "anyone"  # people whose kind the words leave open
_NO_NAMES = frozenset(
    "that this with from have been were they their said also official officials spokesman ministry minister".split()
)
_STEM = 5  # letters that a country and its adjective share: Russia, Russian; Turkey and Turkish do not, and are left to names

# A denial and the accusation that it answers stand close together in one article, or are about like things in two.
NEAR_CHARACTERS = 2500
LIKE = 0.35

# A claim this near to one side of a dispute takes that side.
RESTATED = 0.75

# An accident and an attack as the cause of one thing exclude each other; the words around them must be about that thing.
SAME_CAUSE = 0.30
_ACCIDENT = re.compile(
    r"\b(?:technical|mechanical|engine)\s+(?:fault|failure|problem|issue|malfunction)s?\b|\bmalfunction\w*|\baccident\w*"
    r"|\b(?:human|pilot)\s+error\b|\bnatural\s+causes\b|\bshort\s+circuit\b|\bgas\s+leak\b",
    re.I,
)
_ATTACK = re.compile(
    r"\b(?:shot|shoot\w*|brought)\s+(?:it\s+|them\s+)?down\b|\bsabotag\w*|\bdeliberate\w*|\barson\w*|\bbomb(?:ed|s|ing)?\b", re.I
)


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims (positions, left < right) that exclude each other, and why in one sentence."""

    left: int
    right: int
    reason: str


def disputes(claims: Sequence[Claim], vectors: Vectors, documents: Mapping[str, Document]) -> tuple[Dispute, ...]:
    """The disputes among claims in words; `vectors` has one unit vector a claim, shape (n, d)."""
    one_each = _one_of_each_clause(claims)
    found: dict[tuple[int, int], Dispute] = {}
    for dispute in (
        *_contrasts(claims, one_each, documents),
        *_denials(claims, one_each, vectors, documents),
        *_causes(claims, one_each, vectors, documents),
    ):
        found.setdefault((dispute.left, dispute.right), dispute)
    for dispute in tuple(found.values()):
        for wider in _restated(dispute, claims, one_each, vectors, documents):
            found.setdefault((wider.left, wider.right), wider)
    return tuple(found[key] for key in sorted(found))


def _restated(
    dispute: Dispute, claims: Sequence[Claim], among: Sequence[int], vectors: Vectors, documents: Mapping[str, Document]
) -> Iterator[Dispute]:
    """The same dispute between claims that say in other words what one of its sides says."""
    event = documents[claims[dispute.left].document].event
    rows = list(among)
    for side, other in ((dispute.left, dispute.right), (dispute.right, dispute.left)):
        likeness = np.round(vectors[rows] @ vectors[side], 3)
        for i, alike in zip(rows, likeness, strict=True):
            claim = claims[i]
            if i in (side, other) or alike < RESTATED or claim.negated != claims[side].negated:
                continue
            if documents[claim.document].event == event and claim.speaker and claim.speaker != claims[other].speaker:
                yield _dispute(claims, *sorted((i, other)))


def _one_of_each_clause(claims: Sequence[Claim]) -> list[int]:
    """One claim (position) of each clause: its facets share the words that a dispute is about."""
    chosen: dict[tuple[str, int, int], int] = {}
    for i, claim in enumerate(claims):
        if not claim.quantities or claim.facet in WORDS:
            chosen.setdefault((claim.document, claim.start, claim.end), i)
    return sorted(chosen.values())


def _contrasts(claims: Sequence[Claim], among: Sequence[int], documents: Mapping[str, Document]) -> Iterator[Dispute]:
    """ "X claimed A but, according to Y, B" about the same people."""
    by_sentence: dict[tuple[str, tuple[int, int]], list[int]] = {}
    for i in among:
        by_sentence.setdefault((claims[i].document, claims[i].context), []).append(i)
    for (document, _), members in by_sentence.items():
        for a, b in combinations(sorted(members, key=lambda i: claims[i].start), 2):
            one, two = claims[a], claims[b]
            if not one.speaker or not two.speaker or one.speaker == two.speaker or one.end > two.start:
                continue
            between = documents[document].text[one.end : two.start]
            doubted = {one.cue, two.cue} & {Cue.CLAIMS, Cue.DENIES, Cue.ACCUSES}
            if doubted and _CONTRAST.search(between) and _same_people(one, two):
                yield _dispute(claims, a, b)


def _same_people(one: Claim, two: Claim) -> bool:
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


def _word_stems(text: str) -> set[str]:
    """The first letters of the words that may name somebody: "the Russian army" gives russi and army."""
    return {w[:_STEM] for w in re.findall(r"[^\W\d_]{4,}", text.lower()) if w not in _NO_NAMES}


def _denials(
    claims: Sequence[Claim], among: Sequence[int], vectors: Vectors, documents: Mapping[str, Document]
) -> Iterator[Dispute]:
    """ "Y denies involvement" against what others say that Y did."""
    denying = [i for i in among if claims[i].cue is Cue.DENIES and claims[i].speaker]
    for i in denying:
        denial = claims[i]
        who = _word_stems(denial.speaker)
        for j in among:
            claim = claims[j]
            if claim.cue is Cue.DENIES or not claim.speaker:
                continue
            blames = claim.cue is Cue.ACCUSES or _BLAME.search(claim.text)
            if _word_stems(claim.speaker) & who or not blames or not who & _word_stems(claim.text):
                continue
            if documents[claim.document].event != documents[denial.document].event:
                continue
            if re.search(rf"\b(?:not|nor|instead of)\s+(?:the\s+)?{re.escape(denial.speaker)}", claim.text, re.I):
                continue  # "blamed the rebels, not the army" accuses somebody else
            near = claim.document == denial.document and abs(claim.start - denial.start) <= NEAR_CHARACTERS
            alike = cosine(vectors[i], vectors[j]) >= LIKE
            if (near and (_INVOLVED.search(denial.text) or alike)) or (alike and claim.document != denial.document):
                yield _dispute(claims, i, j)


def _causes(
    claims: Sequence[Claim], among: Sequence[int], vectors: Vectors, documents: Mapping[str, Document]
) -> Iterator[Dispute]:
    """ "the crash came of an engine failure" against "we shot down the jet"."""
    accidents = [i for i in among if _ACCIDENT.search(claims[i].text) and not claims[i].negated]
    attacks = [i for i in among if _ATTACK.search(claims[i].text) and not claims[i].negated]
    for i in accidents:
        for j in attacks:
            one, two = claims[i], claims[j]
            if i == j or not one.speaker or not two.speaker or one.speaker == two.speaker:
                continue
            one_event = documents[one.document].event == documents[two.document].event
            if one_event and cosine(vectors[i], vectors[j]) >= SAME_CAUSE:
                yield _dispute(claims, *sorted((i, j)))


def _dispute(claims: Sequence[Claim], one: int, two: int) -> Dispute:
    """The dispute of two claims (positions), worded in the order given."""
    a, b = (f"{c.speaker} {_VERB.get(c.cue, 'says')}: “{c.text}”" for c in (claims[one], claims[two]))
    return Dispute(min(one, two), max(one, two), f"{a} – {b}")
