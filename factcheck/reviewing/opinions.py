"""Two reviewers: how far they agree (Cohen's kappa), and where they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from factcheck.report import Report
from factcheck.reviewing.review import Review
from factcheck.reviewing.reviews import pair_standings, standings


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree on what both have judged; kappa is None where chance alone explains everything."""

    reviewers: tuple[str, str]
    judged: int
    same: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims (ids: a fact's, or two of a pair) on which reviewers differ, and each one's last review; `fact` is its id."""

    fact: str
    claims: tuple[str, ...]
    opinions: tuple[Review, ...]


def kappa(one: Sequence[str], two: Sequence[str]) -> float | None:
    """Cohen's kappa (1960) of two raters' labels, item by item; None where no items are or both always say one thing."""
    if not one:
        return None
    total = len(one)
    observed = sum(a == b for a, b in zip(one, two, strict=True)) / total
    left, right = Counter(one), Counter(two)
    by_chance = sum(left[label] * right[label] for label in left) / total**2
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def agreements(report: Report, reviews: Sequence[Review]) -> list[Agreement]:
    """Each two reviewers who judged at least one fact or pair of the report both; their last decision on each counts."""
    said: dict[str, dict[str, str]] = {}
    for item, opinions in _judged(report, reviews).items():
        for opinion in opinions:
            said.setdefault(opinion.reviewer, {})[item] = _label(opinion)
    found = []
    for one, two in combinations(sorted(said), 2):
        both = sorted(said[one].keys() & said[two].keys())
        if both:
            labels = [said[one][item] for item in both], [said[two][item] for item in both]
            same = sum(a == b for a, b in zip(*labels, strict=True))
            found.append(Agreement((one, two), len(both), same, kappa(*labels)))
    return found


def conflicts(report: Report, reviews: Sequence[Review]) -> list[Conflict]:
    """The facts and pairs on which reviewers differ, in the order of the report's facts."""
    decided = standings(report, reviews)
    found = [Conflict(fact.id, fact.claims, decided[fact.id].opinions) for fact in report.facts if decided[fact.id].conflict]
    pairs = pair_standings(report, reviews)
    return found + [
        Conflict(report.fact_of[pair[0]].id, pair, standing.opinions) for pair, standing in pairs.items() if standing.conflict
    ]


def _judged(report: Report, reviews: Sequence[Review]) -> Mapping[str, Iterable[Review]]:
    """What was judged (a fact's id, or a pair's) -> each reviewer's last word on it."""
    facts = {fact: standing.opinions for fact, standing in standings(report, reviews).items()}
    pairs = {" ".join(pair): standing.opinions for pair, standing in pair_standings(report, reviews).items()}
    return facts | pairs


def _label(review: Review) -> str:
    return review.opinion or (review.verdict.value if review.verdict else "")
