"""Alignment: which claims are about the same matter. Embedding similarity and agreement of slots, never cosine alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np

from claims.claim import Claim
from claims.facets import TOPICS, WORDS
from claims.figures.breakages import BROKEN, DAMAGED
from factcheck.aligning.clustering import clusters, components
from factcheck.aligning.likeness import packaged_weights, pair_likeness
from factcheck.aligning.scores import slot_parts, slot_scores
from factcheck.aligning.slot import APART, Part
from factcheck.aligning.slots import highest_bonus
from factcheck.aligning.stories import MOST, UNKNOWN, Stories
from factcheck.aligning.words import facts_in_words
from factcheck.encoder import Vectors

# A group of claims is one fact while the mean score of its pairs stays above this; set on the dev gold (benchmarks/).
SAME_COUNT = 0.40  # counts of one role: the role has already done half of the work
SAME_FACET = 0.20  # place, method, time, ... of happenings: the facet has done a part of it
SAME_TOPIC = 0.10  # courses, states, prospects, causes: the facet says of what, the words may be any
SAME_MEASURE = 0.60  # percentages, sums, lengths of time: what is measured is known by the words alone
STORY = 4.0  # what closeness of the articles' stories adds to a score of slots, a unit of likeness
FAREST = -0.04  # less close counts no more against it: a local paper tells the same toll in a story of its own

SLOPE = 8.0  # for slots: a score a fifth above its threshold is 0.83 sure, a fifth below 0.17


def align(
    claims: Sequence[Claim],
    vectors: Vectors,
    event_of: Mapping[str, str],
    joined: Sequence[tuple[int, int]] = (),
    alone: Collection[int] = (),
    stories: Stories = UNKNOWN,
    tick: Callable[[], None] = lambda: None,
) -> tuple[tuple[int, ...], ...]:
    """A partition of the claims (by position) into facts, the same for any order of the claims.

    `vectors` has one unit vector a claim, shape (n, d); `event_of` maps a document's id to its event. The facts
    of two claims that are `joined` (the sides of a dispute) become one; claims that are `alone` bring none of the
    others that they stood with. `stories` says how alike those of the documents are. `tick` is called before each
    topic of each event, and may end the work with an error.
    """
    groups: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for position in sorted(range(len(claims)), key=lambda i: claims[i].id):
        claim = claims[position]
        groups[event_of[claim.document]][topic(claim)].append(position)
    facts: list[list[int]] = []
    for topics in groups.values():
        for about, members in topics.items():
            tick()
            if about == "words":
                facts += facts_in_words(claims, members, vectors, stories)
            else:
                facts += _facts_of_slots(claims, members, vectors, stories)
    return tuple(sorted(tuple(sorted(fact)) for fact in _merged(claims, facts, joined, alone)))


def _facts_of_slots(claims: Sequence[Claim], members: Sequence[int], vectors: Vectors, stories: Stories) -> list[list[int]]:
    """The facts among claims of one facet of one event."""
    threshold, told = _threshold(claims[members[0]]), _story_weight(claims[members[0]])
    facts: list[list[int]] = []
    for some in components(members, vectors, threshold - highest_bonus(claims[members[0]]) - told * MOST):
        chosen = vectors[some].astype(np.float64)
        scores = slot_scores([claims[i] for i in some], np.round(chosen @ chosen.T, 3))
        documents, of = np.unique([claims[i].document for i in some], return_inverse=True)
        closeness = np.maximum(stories.closeness(documents.tolist()), FAREST)[of[:, None], of]
        scores += np.where(scores > APART, told * closeness, 0.0)
        facts += clusters(some, scores, threshold, APART)
    return facts


def _merged(
    claims: Sequence[Claim], facts: Sequence[list[int]], joined: Sequence[tuple[int, int]], alone: Collection[int]
) -> list[list[int]]:
    """The facts with the two sides of each dispute in one: joined where both are facts of words alone, else (and
    where they are `alone`) taken out of facts in which they stand with claims that the dispute is not about.
    """
    fact_of = {i: fact for fact in facts for i in fact}
    for side in sorted({i for pair in joined for i in pair}):
        if len(fact_of[side]) > 1 and (side in alone or claims[side].facet not in WORDS):
            fact_of[side].remove(side)
            fact_of[side] = [side]
    for one, two in joined:
        a, b = fact_of[one], fact_of[two]
        if a is not b:
            a += b
            fact_of |= dict.fromkeys(b, a)
    return list({id(fact): fact for fact in fact_of.values()}.values())


def topic(claim: Claim) -> str:
    """Claims of different topics are never one fact: dead and wounded, a duration and a count, figures and words."""
    if claim.facet in BROKEN:
        return DAMAGED
    return "words" if claim.facet in WORDS else claim.facet


def _threshold(claim: Claim) -> float:
    if claim.facet.startswith(TOPICS):
        return SAME_TOPIC
    if not claim.quantities:
        return SAME_FACET
    return SAME_MEASURE if claim.quantities[0].unit else SAME_COUNT


def _story_weight(claim: Claim) -> float:
    """What happened, and who came to harm, is told story by story; a topic ("inflation") and what is measured are one in any."""
    return 0.0 if claim.facet.startswith(TOPICS) or _threshold(claim) == SAME_MEASURE else STORY


def same_fact(one: Claim, two: Claim, cosine: float) -> float:
    """Probability that two claims are about one matter, when nothing but the two is known."""
    if topic(one) != topic(two):
        return 0.0
    parts = why_together(one, two, cosine)
    if parts[0].value == APART:
        margin = SLOPE * (APART - 1.0)
    else:
        margin = sum(part.value for part in parts)
        if topic(one) != "words":
            margin = SLOPE * (margin - max(_threshold(one), _threshold(two)))
    return float(1.0 / (1.0 + np.exp(-margin)))


def why_together(one: Claim, two: Claim, cosine: float) -> tuple[Part, ...]:
    """What each feature adds to the score of two claims of one topic: log-odds for words, cosine points for slots."""
    if topic(one) == "words":
        return packaged_weights().parts(pair_likeness(one, two, cosine))
    return slot_parts(one, two, cosine)
