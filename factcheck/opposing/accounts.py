"""Accounts of deeds: two who name two actors for one deed, and help and harm by one to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from claims.claim import Claim
from claims.deeds import Act, Deed
from claims.spelling import bare
from factcheck.judgement import Code
from factcheck.opposing.scene import ANSWER_CHARACTERS, NEAR_CHARACTERS, Dispute, Scene

_Told = tuple[int, Deed]  # a deed, and the position of the claim that tells it

# Two accounts of who did one thing must be of like words; blame without words for the deed is of one thing only near by.
SAME_DEED = 0.50


def actors(scene: Scene) -> Iterator[Dispute]:
    """Two speakers who name two actors, surely two parties, for one deed."""
    telling = [
        (i, deed)
        for i in scene.among
        for deed in scene.claims[i].deeds
        if deed.act in (Act.HARM, Act.BLAME) and not scene.claims[i].negated
    ]
    for (i, one), (j, two) in _deeds_that_meet(telling, scene):
        left, right = scene.claims[i], scene.claims[j]
        if i == j or not scene.one_event(left, right) or not scene.two_voices(left, right):
            continue
        if not _same_deed(one, two, left, right, scene.alike(i, j), scene):
            continue
        mutual = scene.one_side(left, one.actor, right, right.speaker) and scene.one_side(right, two.actor, left, left.speaker)
        if mutual or all(
            scene.parties.apart(left.document, a.actor, right.document, b.actor)
            for a in left.deeds
            for b in right.deeds
            if a.act is one.act and b.act is two.act
        ):
            yield scene.dispute(i, j, Code.ACTOR_DIFFERS)


def _deeds_that_meet(telling: Sequence[_Told], scene: Scene) -> Iterator[tuple[_Told, _Told]]:
    """The pairs of deeds that can be one (`_same_deed`): of one document, or of one target and either by one verb or blame."""
    meeting: dict[Hashable, list[int]] = defaultdict(list)
    for number, (i, deed) in enumerate(telling):
        meeting[scene.claims[i].document].append(number)
        meeting[head(deed), deed.verb].append(number)
        if deed.act is Act.BLAME:
            meeting[head(deed), Act.BLAME].append(number)
    pairs = {pair for some in meeting.values() for pair in combinations(dict.fromkeys(some), 2)}
    return ((telling[a], telling[b]) for a, b in sorted(pairs))


def head(deed: Deed) -> str:
    """The last word of a deed's target."""
    return " ".join(bare(deed.target).split()[-1:])


def _same_deed(one: Deed, two: Deed, left: Claim, right: Claim, alike: float, scene: Scene) -> bool:
    """Whether two deeds are one: blame for one thing near each other, or the same verb with the same single target."""
    pointing = any(d.target.lower() in ("it", "them", "him", "her") for d in (one, two))
    if pointing and one.verb == two.verb and scene.near(left, right, ANSWER_CHARACTERS):
        return True  # "X shelled the market", "Y shelled it itself"
    targets = [head(d) for d in (one, two)]
    if one.act is two.act is Act.BLAME:
        if not (one.target or two.target):
            return False
        for target, other in ((one, two), (two, one)):
            if target.target and not (target.single and (not other.target or targets[0] == targets[1])):
                return False
        return scene.near(left, right, NEAR_CHARACTERS) or (alike >= SAME_DEED and targets[0] == targets[1] != "")
    return one.single and two.single and targets[0] == targets[1] and one.verb == two.verb and alike >= SAME_DEED


def helps_or_harms(scene: Scene) -> Iterator[Dispute]:
    """ "X arms the rebels" against "X fights the rebels"."""
    acts = [(i, deed) for i in scene.among for deed in scene.claims[i].deeds if not scene.claims[i].negated and deed.target]
    helping = [(i, deed) for i, deed in acts if deed.act is Act.SUPPORT]
    for i, help_ in helping:
        for j, harm in acts:
            one, two = scene.claims[i], scene.claims[j]
            if (
                harm.act not in (Act.OPPOSE, Act.HARM)
                or i == j
                or not scene.one_event(one, two)
                or not scene.two_voices(one, two)
            ):
                continue
            if scene.one_side(one, help_.actor, two, harm.actor) and scene.one_side(one, help_.target, two, harm.target):
                yield scene.dispute(i, j)
