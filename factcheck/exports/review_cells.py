"""What the review columns hold: where a fact and a pair stand, as cells that a person edits in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.exports.pairs import in_reading_order
from factcheck.judgement import Fact, Judgement
from factcheck.report import Report
from factcheck.reviewing.review import Review
from factcheck.reviewing.reviews import PairStanding, Standing, Status, pair_standings, standings

YES = "yes"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Where the facts and the pairs of a report stand after some reviews, in the order in which they were written."""

    report: Report
    facts: dict[str, Standing]
    pairs: dict[tuple[str, str], PairStanding]

    def cells(self, fact: Fact, judgement: Judgement) -> dict[str, str]:
        """The review cells of a pair, by column."""
        standing = self.facts[fact.id]
        pair = self.pairs.get((judgement.left, judgement.right))
        corrected = standing.verdict if standing.status is Status.CORRECTED else None
        left, right = (
            rated.rating.text if (rated := standing.ratings.get(claim)) and rated.rating else ""
            for claim in in_reading_order(fact, judgement)
        )
        last = standing.history[-1].reviewer if standing.history else ""
        return {
            "status": standing.status.value,
            "corrected_verdict": corrected.value if corrected else "",
            "pair_verdict": pair.verdict.value if pair else "",
            "left_rating": left,
            "right_rating": right,
            "checked": YES if standing.checked else "",
            "note": " ".join(standing.notes[-1].note.split()) if standing.notes else "",
            "reviewer": " ".join((standing.reviewer or last).split()),
            "reviews": str(len(standing.history)),
            "row": row_name(judgement),
        }


def reviewed(report: Report, reviews: Sequence[Review]) -> Reviewed:
    """Where everything stands."""
    return Reviewed(report, standings(report, reviews), pair_standings(report, reviews))


def row_name(judgement: Judgement) -> str:
    """The name of a pair: both ids, so joined that no spreadsheet takes it for a number."""
    return f"{judgement.left}_{judgement.right}"
