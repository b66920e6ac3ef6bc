"""Sides: claims of two holders that exclude each other although nobody is accused of anything.

One forecasts a strike and another says that none is needed; one says that a tax works and another that it is useless; prices
"will rise" and "will fall"; "critics disagree" with what was said just before; an accident or an attack was the cause; two groups
claim one deed. Whether a clause is for or against a topic comes from the grammar (claims.speech.stances).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from claims.claim import Claim, Cue
from claims.deeds import Act, Deed
from claims.nations import nation
from claims.speech.certainty import MODAL
from claims.speech.cues import NO_FACTS
from claims.speech.stance import Sort, Stance
from claims.spelling import bare
from factcheck.judgement import Code
from factcheck.judging.opposites import opposite
from factcheck.opposing.contrast import ACCIDENT, ATTACK, DISAGREES, SUCH
from factcheck.opposing.scene import Dispute, Scene

# An accident and an attack as the cause of one thing exclude each other; the words around them must be about that thing, or one
# sentence tells of both.
SAME_CAUSE = 0.20

# Two who see a topic the other way round speak of one thing if their words are this close; of what somebody does, closer still.
SAME_TOPIC = 0.30
SAME_DOING = 0.60

# "Critics disagree" is about what somebody said this far before at most.
DISAGREE_CHARACTERS = 1200

# What is denied in its own words is what another says if the words are this close.
SAME_WORDS = 0.60

# Two who claim, or are blamed for, one deed tell of it in words this close.
SAME_CLAIMED = 0.40


def causes(scene: Scene) -> Iterator[Dispute]:
    """ "the crash came of an engine failure" against "we shot down the jet"."""
    accidents = [i for i in scene.among if ACCIDENT.search(scene.claims[i].text) and not scene.claims[i].negated]
    attacks = [i for i in scene.among if ATTACK.search(scene.claims[i].text) and not scene.claims[i].negated]
    for i in accidents:
        for j in attacks:
            one, two = scene.claims[i], scene.claims[j]
            told_together = one.document == two.document and one.context == two.context
            of_one = scene.one_event(one, two) and (told_together or scene.alike(i, j) >= SAME_CAUSE)
            if i != j and of_one and scene.two_voices(one, two):
                yield scene.dispute(min(i, j), max(i, j))


def stances(scene: Scene) -> Iterator[Dispute]:
    """Two who are for and against one topic: "a strike is coming" / "there will be no strike"."""
    by_kind: dict[tuple[Sort, str], list[tuple[int, Stance]]] = defaultdict(list)
    for i in scene.among:
        claim = scene.claims[i]
        if claim.hedge in MODAL or claim.cue in NO_FACTS:
            continue
        for stance in claim.stances:
            key = stance.of if stance.sort is Sort.DOES else "" if stance.sort is Sort.WORKS else stance.topic
            by_kind[stance.sort, key].append((i, stance))
    for some in by_kind.values():
        for (i, one), (j, two) in combinations(some, 2):
            left, right = scene.claims[i], scene.claims[j]
            if i == j or not _opposed(one, two) or not scene.one_event(left, right) or at_other_times(left, right):
                continue
            named = scene.two_voices(left, right)
            columns = one.sort is Sort.WORKS and left.document != right.document and not (left.speaker or right.speaker)
            near = SAME_DOING if one.sort is Sort.DOES else SAME_TOPIC
            if (named or columns) and scene.alike(i, j) >= near:
                yield replace(scene.dispute(min(i, j), max(i, j)), alone=True)


def _opposed(one: Stance, two: Stance) -> bool:
    """Whether two stances of one sort exclude each other."""
    if one.sort is Sort.DOES:
        objects = one.on == two.on
        same = one.topic == two.topic and one.holds != two.holds
        return objects and (same or (one.holds == two.holds and opposite(one.topic, two.topic)))
    if one.holds == two.holds:
        return False
    if one.sort is Sort.WORKS:
        left, right = set(one.topic.split()), set(two.topic.split())
        return len(left & right) > 1
    if nation(one.of) or nation(two.of):
        return not (nation(one.of) and nation(two.of)) or nation(one.of) == nation(two.of)
    return not (one.of and two.of) or one.of == two.of


def at_other_times(one: Claim, two: Claim) -> bool:
    """Whether both say when in their own words, and not the same time."""
    a, b = one.window, two.window
    return a is not None and b is not None and not a.inherited and not b.inherited and not a.one_scope(b)


def disagreements(scene: Scene) -> Iterator[Dispute]:
    """ "X said A. Critics disagree", "the bank's own figures tell a different story": against what another said just before."""
    for i in scene.among:
        answer = scene.claims[i]
        if answer.cue is not Cue.DENIES or not DISAGREES.search(answer.text):
            continue
        before: tuple[tuple[int, int], list[int]] = ((0, 0), [])
        for j in scene.among:
            claim = scene.claims[j]
            gap = answer.context[0] - claim.context[1]
            if claim.document == answer.document and 0 <= gap <= DISAGREE_CHARACTERS and scene.two_voices(claim, answer):
                if claim.context > before[0]:
                    before = claim.context, []
                if claim.context == before[0] and not claim.negated and claim.hedge != "if":
                    before[1].append(j)
        for j in before[1]:
            yield replace(scene.dispute(min(i, j), max(i, j)), alone=True)


def such(scene: Scene) -> Iterator[Dispute]:
    """ "X doubts that there is such a link between A and B": against what another said of A and B just before."""
    for i in scene.among:
        answer = scene.claims[i]
        if answer.cue is not Cue.DENIES or not SUCH.search(answer.text):
            continue
        before: dict[tuple[int, int], list[int]] = defaultdict(list)
        for j in scene.among:
            claim = scene.claims[j]
            gap = answer.context[0] - claim.context[1]
            if claim.document == answer.document and 0 <= gap <= DISAGREE_CHARACTERS and not claim.negated:
                before[claim.context].append(j)
        for context in sorted(before, reverse=True):
            said = {lemma for j in before[context] for lemma in scene.claims[j].lemmas}
            sides = [j for j in before[context] if scene.two_voices(scene.claims[j], answer) and scene.claims[j].hedge != "if"]
            if sides and len(said & set(answer.lemmas)) > 1:
                yield from (replace(scene.dispute(min(i, j), max(i, j)), alone=True) for j in sides)
                break


def denied_words(scene: Scene) -> Iterator[Dispute]:
    """ "X rejected the idea that A" against whoever says A."""
    denials = [i for i in scene.among if scene.claims[i].cue is Cue.DENIES and scene.claims[i].negated]
    for i in denials:
        denial = scene.claims[i]
        for j in scene.among:
            claim = scene.claims[j]
            if claim.negated or claim.cue is Cue.DENIES or claim.hedge in MODAL or not scene.one_event(claim, denial):
                continue
            same = claim.predicate == denial.predicate and _share_words(claim, denial)
            if same and scene.two_voices(claim, denial) and scene.alike(i, j) >= SAME_WORDS:
                yield scene.dispute(min(i, j), max(i, j))


def _share_words(one: Claim, two: Claim) -> bool:
    """Whether most words of content of the shorter of two claims stand in the other too."""
    left, right = set(one.lemmas), set(two.lemmas)
    return 2 * len(left & right) > min(len(left), len(right))


def claimants(scene: Scene) -> Iterator[Dispute]:
    """ "The Front claimed responsibility" against "the League said that it did it" and "the minister blamed the League"."""
    told = [(i, deed) for i in scene.among for deed in scene.claims[i].deeds if not scene.claims[i].negated]
    claimed = [(i, deed) for i, deed in told if deed.act is Act.CLAIM or _admitted(scene, i, deed)]
    for i, mine in claimed:
        for j, other in told:
            one, two = scene.claims[i], scene.claims[j]
            named = other.act in (Act.CLAIM, Act.BLAME) or (other.act is Act.HARM and two.speaker and other.target)
            if i == j or not named or not scene.one_event(one, two) or not _one_deed(scene, i, mine, j, other):
                continue
            who = mine.actor if mine.act is Act.CLAIM else one.speaker
            if _two_parties(scene, one, who, two, two.speaker if _admitted(scene, j, other) else other.actor):
                holders = _holder(one, mine), _holder(two, other)
                yield scene.dispute(i, j, Code.ACTOR_DIFFERS, holders)


def _admitted(scene: Scene, i: int, deed: Deed) -> bool:
    """ "The Front said that it was behind the blast"."""
    claim = scene.claims[i]
    own = deed.actor.lower() in ("we", "it", "they") or scene.one_side(claim, deed.actor, claim, claim.speaker)
    return deed.act is Act.BLAME and bool(claim.speaker) and own and deed.verb in ("behind", "responsible")


def _holder(claim: Claim, deed: Deed) -> str:
    return deed.actor if deed.act is Act.CLAIM else claim.speaker


def _one_deed(scene: Scene, i: int, one: Deed, j: int, two: Deed) -> bool:
    """Whether two deeds are one: of one known target or, near each other, one without a target."""
    left, right = scene.claims[i], scene.claims[j]
    heads = [bare(deed.target).split()[-1:] for deed in (one, two)]
    if heads[0] and heads[1]:
        return heads[0] == heads[1] and (one.single or two.single) and scene.alike(i, j) >= SAME_CLAIMED
    return scene.near(left, right, DISAGREE_CHARACTERS) and (one.single or two.single or not (heads[0] or heads[1]))


def _two_parties(scene: Scene, one: Claim, words: str, two: Claim, others: str) -> bool:
    """Whether two actors are surely two: two states, a state and its enemies, or two names that are not of one side."""
    named = all(any(word[:1].isupper() for word in actor.split()[-1:]) for actor in (words, others))
    if scene.parties.apart(one.document, words, two.document, others):
        return True
    known = scene.parties.of(one.document, words) and scene.parties.of(two.document, others)
    return named and bool(known) and not scene.one_side(one, words, two, others)
