"""Disputes: claims of two holders that exclude each other by how the text puts them, although their words share little.

An accusation meets its denial and its answer, two accounts of who did one thing meet, so do an accident and an attack as one
cause, help and harm by one to another, and "X claimed A but, according to Y, B". Who did what comes from the grammar
(claims.deeds), who stands for whom from factcheck.opposing.parties.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

import numpy as np

from claims.claim import Claim, Cue
from claims.deeds import Act, Deed
from claims.document import Document
from claims.doers import DONE_BY
from claims.facets import OWN_PREDICATES, WORDS
from claims.holders import HELD_BY
from factcheck.encoder import Vectors
from factcheck.judging.details import means
from factcheck.judging.elsewhere import another_happening
from factcheck.opposing.accounts import SAME_DEED, actors, head, helps_or_harms
from factcheck.opposing.contrast import ANSWER, BLAMES, CONTRAST, GENERAL_DENIAL, INTENT, REFUSES, same_people
from factcheck.opposing.parties import Parties
from factcheck.opposing.scene import ANSWER_CHARACTERS, NEAR_CHARACTERS, Dispute, Scene
from factcheck.opposing.sides import at_other_times, causes, claimants, denied_words, disagreements, stances, such

_AUXILIARY = re.compile(r"\s+(?:has|have|had|then|later|also)$", re.I)

# In two articles a denial and the accusation that it answers are about like things.
LIKE = 0.35

# Means that news never calls by the name of another one: an air strike is a bombing, and shelling may be both.
_UNLIKE = frozenset({"gas", "a knife"})

# A claim this near to one side of a dispute takes that side.
RESTATED = 0.75


def disputes(
    claims: Sequence[Claim],
    vectors: Vectors,
    documents: Mapping[str, Document],
    parties: Parties | None = None,
    tick: Callable[[], None] = lambda: None,
) -> tuple[Dispute, ...]:
    """The disputes among claims in words; `vectors` has one unit vector a claim, shape (n, d).

    `tick` is called before each way to find some, and may end the work with an error.
    """
    scene = Scene(claims, _one_of_each_clause(claims), vectors, documents, parties or Parties())
    found: dict[tuple[int, int], Dispute] = {}
    for rule in (
        _contrasts,
        _denials,
        _answers,
        actors,
        helps_or_harms,
        causes,
        stances,
        disagreements,
        such,
        denied_words,
        claimants,
    ):
        tick()
        for dispute in rule(scene):
            left, right = claims[dispute.left], claims[dispute.right]
            if left.document != right.document and another_happening(left) != another_happening(right):
                continue  # "in a separate raid": not the one of which another article tells
            found.setdefault((dispute.left, dispute.right), dispute)
    chosen = vectors[list(scene.among)]

    @cache
    def near(side: int) -> list[int]:
        """The claims (positions) this near to a side, of which many disputes may be."""
        rows = np.flatnonzero(np.round(chosen @ vectors[side], 3) >= RESTATED)
        return [scene.among[row] for row in rows.tolist()]

    for dispute in [d for d in found.values() if not d.alone]:
        for wider in _restated(dispute, scene, near):
            found.setdefault((wider.left, wider.right), wider)
    return tuple(found[key] for key in sorted(found))


def _one_of_each_clause(claims: Sequence[Claim]) -> list[int]:
    """One claim (position) of each clause: its facets share the words that a dispute is about.

    Claims of facets with a predicate of their own, as courses, are left out: others hold the clause's verb. One of who did it or
    of who holds a place stands for its clause only where no other does.
    """
    chosen: dict[tuple[str, int, int], int] = {}
    held: list[int] = []
    for i, claim in enumerate(claims):
        if (not claim.quantities or claim.facet in WORDS) and not claim.facet.startswith(OWN_PREDICATES):
            if claim.predicate.startswith((DONE_BY, HELD_BY)):
                held.append(i)
            else:
                chosen.setdefault((claim.document, claim.start, claim.end), i)
    for i in held:
        chosen.setdefault((claims[i].document, claims[i].start, claims[i].end), i)
    return sorted(chosen.values())


def _contrasts(scene: Scene) -> Iterator[Dispute]:
    """ "X claimed A but, according to Y, B" about the same people."""
    by_sentence: dict[tuple[str, tuple[int, int]], list[int]] = {}
    for i in scene.among:
        by_sentence.setdefault((scene.claims[i].document, scene.claims[i].context), []).append(i)
    for (document, _), members in by_sentence.items():
        for a, b in combinations(sorted(members, key=lambda i: scene.claims[i].start), 2):
            one, two = scene.claims[a], scene.claims[b]
            if not scene.two_voices(one, two) or one.end > two.start:
                continue
            between = scene.documents[document].text[one.end : two.start]
            doubted = {one.cue, two.cue} & {Cue.CLAIMS, Cue.DENIES, Cue.ACCUSES}
            if doubted and CONTRAST.search(between) and same_people(one, two):
                yield scene.dispute(a, b)


def _denials(scene: Scene) -> Iterator[Dispute]:
    """ "Y denies involvement", "we never shelled it", "we are not trying to": against what others say that Y did."""
    said = ((j, scene.claims[j]) for j in scene.among)
    blaming = [(j, claim, _blamed(claim)) for j, claim in said if claim.cue is not Cue.DENIES and not claim.negated]
    blaming = [(j, claim, blamed) for j, claim, blamed in blaming if blamed]
    for i in scene.among:
        denial = scene.claims[i]
        if not denial.speaker or not _denies(denial, scene):
            continue
        answered: list[int] = []  # what a denial in general answers in its own article
        elsewhere: list[int] = []
        for j, claim, blamed in blaming:
            if not any(scene.one_side(claim, who, denial, denial.speaker) for who in blamed):
                continue
            if not _can_answer(denial, claim, scene):
                continue
            told = scene.two_voices(claim, denial)
            narrated = not claim.speaker and not claim.hedged and claim.document != denial.document
            if not (told or narrated) or not scene.one_event(claim, denial) or at_other_times(claim, denial):
                continue
            near, alike = scene.near(claim, denial, NEAR_CHARACTERS), scene.alike(i, j) >= (LIKE if told else SAME_DEED)
            general = GENERAL_DENIAL.search(denial.text) and _of_one_thing(claim)
            if (near and (alike or general)) or (alike and claim.document != denial.document):
                yield scene.dispute(i, j)
            elif general and told and claim.document != denial.document:
                elsewhere.append(j)
            if near and general:
                answered.append(j)
        yield from (scene.dispute(i, j) for j in elsewhere if any(_one_accusation(j, k, scene) for k in answered))


def _can_answer(denial: Claim, claim: Claim, scene: Scene) -> bool:
    """Whether a denial can be of what a claim tells: who denies the use of gas denies no raids."""
    denied, told = means(denial), scene.means_of_sentence(claim)
    return not (denied and told and (denied | told) & _UNLIKE) or bool(denied & told)


def _one_accusation(i: int, j: int, scene: Scene) -> bool:
    """Whether two articles blame for one deed: in like words, or for one thing by its noun in words that are near."""
    of_one = {head(d) for d in scene.claims[i].deeds} & {head(d) for d in scene.claims[j].deeds} - {""}
    return scene.alike(i, j) >= (LIKE if of_one else SAME_DEED)


def _denies(claim: Claim, scene: Scene) -> bool:
    """Whether somebody speaks against what is said of himself: a denial, or a negated deed or purpose of his own."""
    if claim.cue is Cue.DENIES:
        return claim.hedge != "not said" and not REFUSES.search(claim.text)
    own = any(_own(deed, claim, scene) for deed in claim.deeds)
    return claim.negated and not claim.hedged and (own or bool(INTENT.search(claim.text)))


def _own(deed: Deed, claim: Claim, scene: Scene) -> bool:
    return deed.actor.lower() in ("we", "i") or scene.one_side(claim, deed.actor, claim, claim.speaker)


def _blamed(claim: Claim) -> tuple[str, ...]:
    """Who did something, as a claim says: by its deeds, or whom it accuses of something without a verb."""
    deeds = (d for d in claim.deeds if d.act is Act.BLAME or (d.act is not Act.OPPOSE and d.target))
    actors = [deed.actor for deed in deeds]  # without a target: "Orlian raids" alone blame nobody
    accuses = claim.cue is Cue.ACCUSES or bool(BLAMES.search(claim.text))
    verbless = accuses and not any(d.act in (Act.BLAME, Act.HARM) for d in claim.deeds)
    return (*actors, *(claim.names if verbless else ()))


def _of_one_thing(claim: Claim) -> bool:
    """Whether blame is for one known thing or for nothing named, and not for "crimes" in general."""
    return not claim.deeds or any(deed.single or not deed.target for deed in claim.deeds)


def _answers(scene: Scene) -> Iterator[Dispute]:
    """ "X accused Y of A. Y has countered that B": an accusation and its answer meet, whatever their words."""
    for i, who in _replies(scene):
        answer = scene.claims[i]
        for j in scene.among:
            claim = scene.claims[j]
            accuses = claim.cue is Cue.ACCUSES or any(d.act is Act.BLAME for d in claim.deeds)
            before = claim.end <= answer.context[0] and scene.near(claim, answer, ANSWER_CHARACTERS)
            if accuses and before and any(scene.one_side(claim, deed.actor, answer, who) for deed in claim.deeds):
                yield scene.dispute(j, i, speakers=("", who))


def _replies(scene: Scene) -> Iterator[tuple[int, str]]:
    """The widest claim of each sentence in which somebody answers, and who: "Y has countered that B"."""
    found: dict[tuple[str, tuple[int, int]], tuple[int, str]] = {}
    for i in scene.among:
        claim = scene.claims[i]
        lead = scene.documents[claim.document].text[claim.context[0] : claim.start]
        answered = ANSWER.search(lead)
        if answered is None:
            continue
        who = claim.speaker or _AUXILIARY.sub("", lead[: answered.start()].strip(" ,"))
        widest = found.get((claim.document, claim.context))
        if widest is None or len(claim.text) > len(scene.claims[widest[0]].text):
            found[claim.document, claim.context] = i, who
    yield from found.values()


def _restated(dispute: Dispute, scene: Scene, near: Callable[[int], Sequence[int]]) -> Iterator[Dispute]:
    """The same dispute between claims that say in other words what one of its sides says; `near` has those nearest to a side."""
    for side, other in ((dispute.left, dispute.right), (dispute.right, dispute.left)):
        mine, opposed = scene.claims[side], scene.claims[other]
        if mine.negated and INTENT.search(mine.text):
            continue  # "we are not trying to" is about one's own purpose, and no likeness of words carries that over
        for i in near(side):
            claim = scene.claims[i]
            if i in (side, other) or claim.negated != mine.negated or not scene.one_event(claim, mine):
                continue
            if _two_doers(claim, mine, scene):
                continue
            if scene.two_voices(claim, opposed) and scene.one_side(claim, claim.speaker, mine, scene.voice(mine)):
                yield scene.dispute(min(i, other), max(i, other), dispute.code)


def _two_doers(one: Claim, two: Claim, scene: Scene) -> bool:
    """Whether two claims tell of deeds of two parties."""
    pairs = [(a, b) for a in one.deeds for b in two.deeds if a.act is not Act.OPPOSE and b.act is not Act.OPPOSE]
    return bool(pairs) and all(scene.parties.apart(one.document, a.actor, two.document, b.actor) for a, b in pairs)
