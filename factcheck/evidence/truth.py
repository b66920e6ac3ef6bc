"""Truth discovery: which of several conflicting values the sources support best, and how far each source is borne out.

Every method takes the same votes and gives the same two things: the support of each candidate value of each item, and a trust in
each source. They know nothing of the world: what comes out is best supported by these sources, never true.

- majority: a source, a voice.
- sums, average-log: Pasternack and Roth 2010, "Knowing what to believe (when you already know something)"; sums are Kleinberg's
  hubs and authorities. A source is worth what it says, and what it says is worth who says it.
- truth-finder: Yin, Han and Yu 2008, "Truth discovery with multiple conflicting information providers on the web". Trust is a
  probability; independent sources multiply each other's doubts; values that lie near lend each other support.
- crh: Li et al. 2014, "Resolving conflicts in heterogeneous data by truth discovery and source reliability estimation". The value
  with the least weighted loss; a source's weight falls with its own losses. With a distance between numbers as the loss, this is
  a weighted median.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import exp

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Floats = NDArray[np.float64]
Vote = tuple[str, str, Hashable]  # a source, an item, and a value that the source states or allows
Likeness = Callable[[Hashable, Hashable], float]  # of two values of one item, how far the first speaks for the second
Loss = Callable[[Hashable, Hashable], float]  # of two values of one item, how wrong the one is if the other holds, in [0, 1]

ROUNDS = 20  # on the benchmark's data nothing moves after 15
SETTLED = 1e-3  # the papers stop when trust moves by less

# TruthFinder's constants, as its authors give them: the trust to begin with, how much of a like value's support counts, and how
# far support is damped for sources that copy each other unseen.
FIRST_TRUST = 0.9
CARRIED = 0.5
DAMPED = 0.3
MOST_TRUST = 1 - 1e-9  # ln(1 - 1) has no value

# CRH gives a source that was never wrong an endless weight. One half loss on top for each source, as in Laplace's rule, keeps a
# source that spoke once from outweighing all others.
PRIOR_LOSS = 0.5

# Numbers closer than ln 2 / 20, or 3.5 %, differ as rounding does and speak for each other, others against; TruthFinder's authors
# subtract one half in the same way.
STEEP = 20


class Method(StrEnum):
    """How the support of values is found."""

    MAJORITY = "majority"
    SUMS = "sums"
    AVERAGE_LOG = "average-log"
    TRUTH_FINDER = "truth-finder"
    CRH = "crh"


@dataclass(frozen=True, slots=True)
class Discovery:
    """What a method makes of some votes.

    `support` of an (item, value) can be compared with that of other values of the same item only. `trust` lies in [0, 1], and is
    empty for majority, which trusts nobody more than others. `spoke` counts the items of each source: the size of its sample.
    """

    support: Mapping[tuple[str, Hashable], float]
    trust: Mapping[str, float]
    spoke: Mapping[str, int]

    def best(self, item: str, among: Iterable[Hashable]) -> list[Hashable]:
        """The values with the most support among these of an item; several where they are level."""
        supports = {value: self.support[item, value] for value in among}
        top = max(supports.values())
        return [value for value, support in supports.items() if top - support <= 1e-9 * max(1.0, abs(top))]


@dataclass(frozen=True)
class Ballot:
    """Votes as a matrix: row s, column c is 1 where source s stands behind candidate c, an (item, value)."""

    sources: tuple[str, ...]
    candidates: tuple[tuple[str, Hashable], ...]
    votes: csr_array  # (sources, candidates)
    of_item: tuple[NDArray[np.intp], ...]  # the candidates of each item
    spoke: Floats  # of how many items each source speaks


def ballot(votes: Iterable[Vote]) -> Ballot:
    """The votes as a matrix; a vote cast twice counts once, and the order of the votes does not matter."""
    cast = sorted(set(votes), key=repr)
    sources = {source: row for row, source in enumerate(sorted({source for source, _, _ in cast}))}
    pairs = sorted({(item, value) for _, item, value in cast}, key=lambda pair: (pair[0], repr(pair[1])))
    candidates = {pair: column for column, pair in enumerate(pairs)}
    rows = [sources[source] for source, _, _ in cast]
    columns = [candidates[item, value] for _, item, value in cast]
    matrix = csr_array((np.ones(len(cast)), (rows, columns)), shape=(len(sources), len(candidates)))
    of_item: dict[str, list[int]] = {}
    for (item, _), column in candidates.items():
        of_item.setdefault(item, []).append(column)
    spoke = np.bincount([sources[source] for source, _ in {(source, item) for source, item, _ in cast}], minlength=len(sources))
    places = tuple(np.array(some, dtype=np.intp) for some in of_item.values())
    return Ballot(tuple(sources), tuple(candidates), matrix, places, spoke.astype(float))


def discover(votes: Ballot, method: Method, like: Likeness | None = None, loss: Loss | None = None) -> Discovery:
    """The support of every candidate, and the trust in every source, by one method.

    `like` is TruthFinder's implication between values of one item, in [-1, 1]; `loss` is CRH's, 0 or 1 where none is given.
    """
    trust: Floats | None = None
    if not votes.candidates:
        return Discovery({}, {}, {})
    if method is Method.MAJORITY:
        support = votes.votes.T @ np.ones(len(votes.sources))
    elif method is Method.SUMS:
        support, trust = _sums(votes, np.ones(len(votes.sources)))
    elif method is Method.AVERAGE_LOG:
        claimed = np.asarray(votes.votes.sum(axis=1)).ravel()
        support, trust = _sums(votes, np.log(claimed) / claimed)
    elif method is Method.TRUTH_FINDER:
        support, trust = _truth_finder(votes, like)
    else:
        support, trust = _crh(votes, loss or _differs)
    return Discovery(
        dict(zip(votes.candidates, map(float, support), strict=True)),
        dict(zip(votes.sources, trust.tolist(), strict=True)) if trust is not None else {},
        dict(zip(votes.sources, votes.spoke.astype(int).tolist(), strict=True)),
    )


def _sums(votes: Ballot, factor: Floats) -> tuple[Floats, Floats]:
    """Sums, and with factor log(n) / n for a source of n claims average-log; either is scaled to 1 in each round."""
    trust = np.ones(len(votes.sources))
    for _ in range(ROUNDS):
        support = _scaled(votes.votes.T @ trust)
        trust = _scaled(factor * (votes.votes @ support))
    return support, trust


def _scaled(values: Floats) -> Floats:
    return np.asarray(values / max(float(values.max()), 1e-12))


def _truth_finder(votes: Ballot, like: Likeness | None) -> tuple[Floats, Floats]:
    """Trust t gives a vote the weight -ln(1 - t); a value's confidence is logistic in its weights and those of like values."""
    claimed = np.asarray(votes.votes.sum(axis=1)).ravel()
    carried = _carried(votes, like) if like else None
    trust = np.full(len(votes.sources), FIRST_TRUST)
    for _ in range(ROUNDS):
        support = votes.votes.T @ -np.log(1 - np.minimum(trust, MOST_TRUST))
        if carried is not None:
            support = support + CARRIED * (carried @ support)
        before, trust = trust, votes.votes @ (1 / (1 + np.exp(-DAMPED * support))) / claimed
        if np.abs(trust - before).max() < SETTLED:
            break
    return support, trust


def _carried(votes: Ballot, like: Likeness) -> csr_array:
    """Row two, column one: how far candidate one speaks for candidate two of the same item."""
    cells = [
        (two, one, like(votes.candidates[one][1], votes.candidates[two][1]))
        for columns in votes.of_item
        for one in columns
        for two in columns
        if one != two
    ]
    places = ([row for row, _, _ in cells], [column for _, column, _ in cells])
    return csr_array(([value for _, _, value in cells], places), shape=(len(votes.candidates),) * 2)


def _crh(votes: Ballot, loss: Loss) -> tuple[Floats, Floats]:
    """In turn: for each item the candidate with the least weighted loss; each source's weight from its share of all losses."""
    columns_of = votes.votes.tocsc()
    items = []
    for columns in (some for some in votes.of_item if len(some) > 1):
        voters = np.unique(np.concatenate([columns_of[:, [c]].tocoo().row for c in columns]))
        stated = votes.votes[voters][:, columns].todense() > 0
        between = np.array([[loss(votes.candidates[a][1], votes.candidates[b][1]) for b in columns] for a in columns])
        # A source that allows several values loses nothing on any of them, and on others what the nearest of its own loses.
        items.append((columns, voters, np.where(stated[:, :, None], between[None], np.inf).min(axis=1)))
    weight = np.ones(len(votes.sources))
    support = np.zeros(len(votes.candidates))
    for _ in range(ROUNDS):
        losses = np.full(len(votes.sources), PRIOR_LOSS)
        for columns, voters, lost in items:
            support[columns] = -(weight[voters] @ lost)
            losses[voters] += lost[:, int(np.argmax(support[columns]))]
        share = losses / (votes.spoke + 2 * PRIOR_LOSS)
        weight = -np.log(share / share.sum())
    return support, _scaled(weight)


def _differs(one: Hashable, other: Hashable) -> float:
    return float(one != other)


def number_likeness(one: Hashable, other: Hashable) -> float:
    """How far one number speaks for another, in [-0.5, 0.5]: 0.5 for the same, 0 where they are 3.5 % apart, then against it."""
    if not isinstance(one, float) or not isinstance(other, float):
        return 0.0
    return exp(-STEEP * number_loss(one, other)) - 0.5


def number_loss(one: Hashable, other: Hashable) -> float:
    """The distance of two numbers as a share of the larger one, at most 1; other values are the same or not."""
    if not isinstance(one, float) or not isinstance(other, float):
        return float(one != other)
    return min(abs(one - other) / max(abs(one), abs(other), 1e-9), 1.0)
