"""Where each outlet stands on each fact: outlets x facts, and how often each two outlets agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from factcheck.judgement import Fact, Verdict
from factcheck.report import Report


class Stance(StrEnum):
    """What an outlet does in a fact, from what a reader most wants to see."""

    CONTRADICTS = "contradicts"  # another voice
    AGREES = "agrees"
    COMPATIBLE = "compatible"
    UNCLEAR = "unclear"
    REPEATS = "repeats"  # says the same as a copy of its text, which is no second voice
    ALONE = "alone"  # says it, and nothing is there to compare it with
    SILENT = "silent"  # covers the event and does not mention it


_OF = {
    Verdict.CONTRADICT: Stance.CONTRADICTS,
    Verdict.AGREE: Stance.AGREES,
    Verdict.COMPATIBLE: Stance.COMPATIBLE,
    Verdict.UNCLEAR: Stance.UNCLEAR,
}


def stances(report: Report, fact: Fact) -> dict[str, Stance]:
    """The stance of each outlet (by name) that tells the fact or is silent on it; others do not cover its event,
    or count such harm in another fact.
    """
    order, origin = list(Stance), report.origin_of
    found = dict.fromkeys(report.outlets_of(fact), Stance.ALONE)
    for judgement in report.judgements_of[fact.id]:
        if not report.independent(judgement):
            continue
        sides = [report.document_of(side) for side in (judgement.left, judgement.right)]
        stance = _OF[judgement.verdict]
        if stance is Stance.AGREES and sides[0].id != sides[1].id and origin[sides[0].id] == origin[sides[1].id]:
            stance = Stance.REPEATS
        for side in sides:
            found[side.name] = min(found[side.name], stance, key=order.index)
    return found | {name: Stance.SILENT for name in fact.silent if name not in found}


@dataclass(frozen=True, slots=True)
class Rate:
    """On how many facts two outlets of unlike origin were compared, and how they came out (contradicted before agreed)."""

    left: str
    right: str
    agree: int
    contradict: int
    compatible: int
    unclear: int

    @property
    def facts(self) -> int:
        """The size of the sample."""
        return self.agree + self.contradict + self.compatible + self.unclear

    @property
    def decided(self) -> int:
        """The facts on which the two agree or contradict each other."""
        return self.agree + self.contradict

    @property
    def share(self) -> float | None:
        """The share of agreement where something was decided."""
        return self.agree / self.decided if self.decided else None


def rates(report: Report) -> tuple[Rate, ...]:
    """The agreement of each two outlets that speak on some fact, those compared most often first; copies of one text left out."""
    origin = report.origin_of
    found: dict[tuple[str, str], Counter[Stance]] = {}
    for fact in report.facts:
        for pair, stance in _pairs(report, fact, origin).items():
            found.setdefault(pair, Counter())[stance] += 1
    counted = (
        Rate(left, right, some[Stance.AGREES], some[Stance.CONTRADICTS], some[Stance.COMPATIBLE], some[Stance.UNCLEAR])
        for (left, right), some in found.items()
    )
    return tuple(sorted(counted, key=lambda it: (-it.facts, it.left, it.right)))


def _pairs(report: Report, fact: Fact, origin: dict[str, str]) -> dict[tuple[str, str], Stance]:
    """The outlets that were compared on a fact, with the gravest verdict on them."""
    order = list(Stance)
    found: dict[tuple[str, str], Stance] = {}
    for judgement in report.judgements_of[fact.id]:
        left, right = report.document_of(judgement.left), report.document_of(judgement.right)
        if left.name == right.name or origin[left.id] == origin[right.id]:
            continue
        first, second = sorted((left.name, right.name))
        stance = _OF[judgement.verdict]
        found[first, second] = min(found.get((first, second), stance), stance, key=order.index)
    return found


def told_by_several(report: Report, facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts that two outlets or more tell, in the order given."""
    return tuple(fact for fact in facts if len(report.outlets_of(fact)) > 1)
