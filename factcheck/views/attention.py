"""What a person should look at first: the order of facts on a screen, and the few facts most worth a look."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.evidence.deciding import ranked
from factcheck.evidence.findings import in_words
from factcheck.judgement import Fact, Finding, Stated, Verdict
from factcheck.report import Report

# As many as a person takes in without a list.
FEW = 5

# Two claims in words that nothing decides are mostly of little use; they stand below what is agreed.
_UNDECIDED_WORDS = list(Finding).index(Finding.AGREED) + 0.5


@dataclass(frozen=True, slots=True)
class Notice:
    """A fact worth a look and why: whether independent origins exclude each other, and by how much.

    `gap` is the distance between the two contradicting values that lie farthest apart, as a share of the larger one, in (0, 1];
    None where no values contradict; `values` are those two, the lower one first, else empty. `disputed`: named holders exclude
    each other. `reason` is that of the pair farthest apart, else of the surest contradiction.
    """

    fact: Fact
    independent: bool
    gap: float | None
    disputed: bool
    reason: str
    values: tuple[Stated, ...] = ()


def order(fact: Fact) -> float:
    """A key that sorts a report's facts for a screen: by finding, but those in words that nothing decides below agreed ones.

    The sort is stable: facts of one rank stay as the report has them, by `findings.urgency`.
    """
    undecided = fact.finding is Finding.UNCLEAR and fact.low is None
    return _UNDECIDED_WORDS if undecided else list(Finding).index(fact.finding)


def worth_a_look(report: Report, most: int = FEW) -> tuple[Notice, ...]:
    """The contradicted facts most worth a look: independent origins first, then the largest gap, then disputes."""
    found = [notice(report, fact) for fact in report.facts if fact.finding is Finding.CONTRADICTED]
    return tuple(sorted(found, key=lambda it: (not it.independent, -(it.gap or 0.0), not it.disputed))[:most])


def notice(report: Report, fact: Fact) -> Notice:
    """How far the origins of a contradicted fact are apart."""
    origin = report.origin_of
    stated = {it.claim: it for it in fact.history}
    apart = [it for it in report.judgements_of[fact.id] if it.verdict is Verdict.CONTRADICT]
    across = [it for it in apart if origin[report.document_of(it.left).id] != origin[report.document_of(it.right).id]]
    counted = [it for it in across or apart if it.left in stated and it.right in stated]
    gaps = [(_gap(stated[it.left], stated[it.right]), it) for it in counted]
    wide = max(((gap, it) for gap, it in gaps if gap), key=lambda found: found[0], default=None)
    sure = max(across or apart, key=lambda it: it.score, default=None)
    shown = wide[1] if wide else sure
    values = sorted((stated[wide[1].left], stated[wide[1].right]), key=_ends) if wide else ()
    reason = shown.reason if shown else ""
    return Notice(fact, bool(across), wide[0] if wide else None, bool(fact.positions), reason, tuple(values))


def _ends(it: Stated) -> tuple[float, float]:
    return it.low, it.high


def why(report: Report, fact: Fact) -> str:
    """Why a fact has its finding, in one line that is the same wherever it is told: who holds what in a dispute, else the reason
    of the pair that shows it best; empty where there is no pair."""
    if held := in_words(fact, report.claim_by_id):
        return held
    if fact.finding is Finding.CONTRADICTED:
        return notice(report, fact).reason
    judged = ranked(report, fact)
    return judged[0].reason if judged else ""


def _gap(one: Stated, two: Stated) -> float:
    """The distance between two values as a share of the larger one; 0 where they meet."""
    less, more = sorted((one, two), key=_ends)
    near = max(less.high, 0)
    return (more.low - near) / more.low if more.low > near else 0.0
