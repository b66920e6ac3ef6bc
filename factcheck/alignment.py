"""Alignment: which claims are about the same matter. Embedding similarity and agreement of slots, never cosine alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from math import inf

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from claims.changes import revises
from claims.claim import Claim, Quantity
from claims.facets import WORDS
from claims.names import shared_name
from claims.roles import HARM, KINDS, kind
from claims.units import dimension
from factcheck.encoder import Vectors

# A group of claims is one fact while the mean score of its pairs stays above this; set on the dev gold (benchmarks/).
SAME_COUNT = 0.30  # counts of one role: the role has already done half of the work
SAME_FACET = 0.30  # place, method, time, ... of happenings: the facet has done a part of it
SAME_MEASURE = 0.70  # percentages, sums, lengths of time: what is measured is known by the words alone
SAME_MATTER = 0.70  # claims in words alone

# What agreement or disagreement of a slot adds to the cosine of two claims; set on the dev gold (benchmarks/).
SAME_KIND = 0.10
SAME_VALUE = 0.10
OTHER_DAY = -0.30  # when a thing happened may be in dispute, but another day mostly means another thing
OTHER_PLACE = -0.15
OTHER_SCALE = -0.30
SAME_PLACE = 0.05

# A toll is often given with the day of the report, some days after the day of the deed; beyond this it is another deed.
MAX_GAP = 3

# Two tolls of one happening hardly ever differ by more: beyond it one of them is of a whole war or a whole country.
MAX_RATIO = 20.0

SLOPE = 8.0  # a score a fifth above its threshold is 0.83 sure, a fifth below 0.17

HIGHEST_BONUS = SAME_KIND + SAME_VALUE + SAME_PLACE  # what slots can add to a cosine at most
BLOCK = 2048  # rows of a similarity matrix held at once
_FAR = 2.0  # above any score
_DUST = 1e-3  # cosines are rounded to three digits before they are compared

APART = -1.0  # the score of two claims that cannot be about one matter, whatever their words

_NATION = re.compile(r"\b[A-Z][\w-]*(?:an|ese|ish|i|ch|ian|ic)\b")


def align(
    claims: Sequence[Claim], vectors: Vectors, event_of: Mapping[str, str], joined: Sequence[tuple[int, int]] = ()
) -> tuple[tuple[int, ...], ...]:
    """A partition of the claims (by position) into facts, the same for any order of the claims.

    `vectors` has one unit vector a claim, shape (n, d); `event_of` maps a document's id to its event. The facts
    of two claims that are `joined` (the sides of a dispute) become one.
    """
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, claim in enumerate(claims):
        groups[event_of[claim.document], _topic(claim)].append(position)
    facts: list[list[int]] = []
    for (_, topic), members in groups.items():
        members.sort(key=lambda i: claims[i].id)
        threshold = _threshold(topic, claims[members[0]])
        for some in _components(members, vectors, threshold - (0.0 if topic == "words" else HIGHEST_BONUS)):
            facts += _clusters(some, _scores(claims, some, vectors, topic), threshold)
    return tuple(sorted(tuple(sorted(fact)) for fact in _merged(claims, facts, joined)))


def _components(members: Sequence[int], vectors: Vectors, cosine: float) -> list[list[int]]:
    """Members that are linked by chains of at least this cosine. A group with a high enough mean has one such pair at every
    join, so no fact is ever torn apart by this; it keeps the quadratic work to what may belong together.
    """
    chosen = vectors[list(members)]
    rows, columns = [], []
    for start in range(0, len(members), BLOCK):
        near = np.argwhere(chosen[start : start + BLOCK] @ chosen.T >= cosine - _DUST)
        rows.append(near[:, 0] + start)
        columns.append(near[:, 1])
    row, column = np.concatenate(rows), np.concatenate(columns)
    links = coo_array((np.ones(len(row), dtype=np.int8), (row, column)), shape=(len(members), len(members)))
    _, labels = connected_components(links, directed=False)
    parts: dict[int, list[int]] = defaultdict(list)
    for member, label in zip(members, labels, strict=True):
        parts[int(label)].append(member)
    return list(parts.values())


def _merged(claims: Sequence[Claim], facts: Sequence[list[int]], joined: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The facts with the two sides of each dispute in one: joined where both are facts of words alone, else taken out of
    facts (how, where, when) in which they stand with claims that the dispute is not about.
    """
    fact_of = {i: fact for fact in facts for i in fact}
    for side in sorted({i for pair in joined for i in pair}):
        if len(fact_of[side]) > 1 and claims[side].facet not in WORDS:
            fact_of[side].remove(side)
            fact_of[side] = [side]
    for one, two in joined:
        a, b = fact_of[one], fact_of[two]
        if a is not b:
            a += b
            fact_of |= dict.fromkeys(b, a)
    return list({id(fact): fact for fact in fact_of.values()}.values())


def _topic(claim: Claim) -> str:
    """Claims of different topics are never one fact: dead and wounded, a duration and a count, figures and words."""
    return "words" if claim.facet in WORDS else claim.facet


def _threshold(topic: str, claim: Claim) -> float:
    if topic == "words":
        return SAME_MATTER
    if not claim.quantities:
        return SAME_FACET
    return SAME_MEASURE if claim.quantities[0].unit else SAME_COUNT


def _scores(claims: Sequence[Claim], members: Sequence[int], vectors: Vectors, topic: str) -> NDArray[np.float64]:
    """How strongly each pair of members is about one matter, shape (n, n), symmetric; APART where it cannot be."""
    chosen = vectors[list(members)].astype(np.float64)
    scores: NDArray[np.float64] = np.round(chosen @ chosen.T, 3)
    if topic != "words":
        for a, b in combinations(range(len(members)), 2):
            scores[a, b] = scores[b, a] = same_matter(claims[members[a]], claims[members[b]], scores[a, b])
    return scores


def same_fact(one: Claim, two: Claim, cosine: float) -> float:
    """Probability that two claims are about one matter: the distance of their score from the threshold, squashed."""
    if _topic(one) != _topic(two):
        return 0.0
    margin = same_matter(one, two, cosine) - max(_threshold(_topic(one), one), _threshold(_topic(two), two))
    return float(1.0 / (1.0 + np.exp(-SLOPE * margin)))


def same_matter(one: Claim, two: Claim, cosine: float) -> float:
    """The score of two claims of one topic: cosine of their `standalone` words and what their slots add to it."""
    if _topic(one) == "words":
        return float(cosine)
    gap = one.window.days_from(two.window) if one.window and two.window else 0
    if gap > MAX_GAP and one.facet != "time":
        return APART
    days = OTHER_DAY if gap else 0.0
    if not (one.quantities and two.quantities):
        return float(cosine) + _places(one, two) + days
    left, right = one.quantities[0], two.quantities[0]
    if (
        _kinds_differ(left, right)
        or _part_against_whole(left, right)
        or dimension(left.unit) != dimension(right.unit)
        or _other_nation(left, right)
    ):
        return APART
    if _one_voice_differs(one, two):
        return APART
    score = float(cosine) + days
    if kind(left.counted) == kind(right.counted):
        score += SAME_KIND
    if left.low == right.low != 0 or left.high == right.high != inf:
        score += SAME_VALUE
    score += _places(one, two)
    if left.role in HARM and _ratio(left, right) > MAX_RATIO:
        score += OTHER_SCALE
    return score


def _places(one: Claim, two: Claim) -> float:
    if not (one.places and two.places):
        return 0.0
    return SAME_PLACE if shared_name(one.places, two.places) else OTHER_PLACE


def _kinds_differ(left: Quantity, right: Quantity) -> bool:
    """Soldiers are never civilians; a word that is no known kind ("comrades") may be any of them, except where things count."""
    one, two = kind(left.counted), kind(right.counted)
    if left.role in HARM:
        return one in KINDS and two in KINDS and one != two
    return bool(one and two and one != two)


def _part_against_whole(left: Quantity, right: Quantity) -> bool:
    """Parts are never compared with wholes, but "six civilians" of 22 dead and "eight civilians" are counts of one kind."""
    return left.part != right.part and not kind(left.counted) == kind(right.counted) != ""


def _one_voice_differs(one: Claim, two: Claim) -> bool:
    """Whether one source gives two flat counts: of two things then, unless it says that one replaces the other."""
    left, right = one.quantities[0], two.quantities[0]
    if one.document != two.document or one.speaker != two.speaker or _windows_differ(one, two):
        return False
    return left.flat and right.flat and left.low != right.low and not (revises(one) or revises(two))


def _other_nation(left: Quantity, right: Quantity) -> bool:
    """Turkish soldiers are never Syrian soldiers."""
    one, two = _NATION.findall(left.counted), _NATION.findall(right.counted)
    return bool(one and two and not shared_name(one, two))


def _windows_differ(one: Claim, two: Claim) -> bool:
    a, b = one.window, two.window
    return a is not None and b is not None and not a.one_scope(b)


def _ratio(left: Quantity, right: Quantity) -> float:
    one, two = sorted((_middle(left), _middle(right)))
    return two / one if one else inf


def _middle(quantity: Quantity) -> float:
    if quantity.high == inf:
        return quantity.low
    return quantity.high if quantity.low == 0 else (quantity.low + quantity.high) / 2


def _clusters(members: Sequence[int], scores: NDArray[np.float64], threshold: float) -> list[list[int]]:
    """Average-link clusters: groups whose mean pair score is at least the threshold, without two members that are APART.

    The two groups with the highest mean are joined first (Lance and Williams 1967, unweighted pair-group average).
    """
    if len(members) == 1:
        return [list(members)]
    apart = scores <= APART
    if not apart.any():
        return _free_clusters(members, scores, threshold)
    groups = [[member] for member in members]
    mean = scores.copy()
    np.fill_diagonal(apart, True)
    mean[apart] = -np.inf
    size = np.ones(len(members))
    while mean.max() >= threshold:
        one, two = divmod(int(mean.argmax()), len(members))
        one, two = min(one, two), max(one, two)
        joined = (size[one] * _finite(mean[one]) + size[two] * _finite(mean[two])) / (size[one] + size[two])
        forbidden = apart[one] | apart[two]
        joined[forbidden] = -np.inf
        mean[one], mean[:, one], mean[two], mean[:, two] = joined, joined, -np.inf, -np.inf
        apart[one], apart[:, one], apart[two], apart[:, two] = forbidden, forbidden, True, True
        size[one] += size[two]
        groups[one] += groups[two]
        groups[two] = []
    return [group for group in groups if group]


def _free_clusters(members: Sequence[int], scores: NDArray[np.float64], threshold: float) -> list[list[int]]:
    """The same for members that may all stand together, in quadratic time."""
    distance = np.maximum(_FAR - scores, 0.0)  # higher scores are nearer; bonuses may lift a score above 1
    labels = fcluster(linkage(distance[np.triu_indices(len(members), 1)], "average"), _FAR - threshold, "distance")
    clusters: dict[int, list[int]] = defaultdict(list)
    for member, label in zip(members, labels, strict=True):
        clusters[int(label)].append(member)
    return list(clusters.values())


def _finite(row: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(np.isneginf(row), 0.0, row)
