"""Which judgement best shows why a fact has its finding, and which claim each claim is set against."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.judgement import Fact, Finding, Judgement, Verdict
from factcheck.report import Report

DECIDES = {
    Finding.CONTRADICTED: Verdict.CONTRADICT,
    Finding.UNCLEAR: Verdict.UNCLEAR,
    Finding.COMPATIBLE: Verdict.COMPATIBLE,
    Finding.AGREED: Verdict.AGREE,
    Finding.REPEATED: Verdict.AGREE,
}
"""The verdict that a finding rests on; a single source rests on none."""


def ranked(report: Report, fact: Fact) -> list[Judgement]:
    """The fact's judgements, those first that best show why it has its finding: right verdict, independent sides, score."""
    wanted = DECIDES.get(fact.finding)
    order = tuple(Verdict)

    def rank(it: Judgement) -> tuple[bool, int, bool, float, str, str]:
        return it.verdict is not wanted, order.index(it.verdict), not report.independent(it), -it.score, it.left, it.right

    return sorted(report.judgements_of[fact.id], key=rank)


def counterparts(judgements: Iterable[Judgement]) -> dict[str, str]:
    """For each claim (id) the claim it is set against: the other side of the first judgement that names it."""
    against: dict[str, str] = {}
    for judgement in judgements:
        against.setdefault(judgement.left, judgement.right)
        against.setdefault(judgement.right, judgement.left)
    return against
