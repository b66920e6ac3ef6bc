"""Telling pairs: what of the judgements on a large fact stands in the report."""

from __future__ import annotations

from itertools import combinations

from handmade import says

from claims.claim import Claim
from factcheck.judgement import Code, Judgement, Verdict
from factcheck.judging.judges import Pair
from factcheck.judging.telling import NEAREST_TOLD, telling


def judged(many: int, contradict: tuple[int, int] = (0, 1)) -> tuple[list[Claim], list[Pair], list[Judgement]]:
    """So many claims of as many documents: neighbours are near in words, all agree, but for two."""
    claims = [says(f"claim {n}", document=f"d{n}", id=f"c{n:03}") for n in range(many)]
    pairs, found = [], []
    for a, b in combinations(range(many), 2):
        pairs.append(Pair(claims[a], claims[b], 1 - (b - a) / many))
        code = Code.NEGATION if (a, b) == contradict else Code.PARAPHRASE
        found.append(Judgement(claims[a].id, claims[b].id, code, 0.7, ""))
    return claims, pairs, found


def test_a_fact_of_few_claims_tells_all_of_its_pairs() -> None:
    """Nothing is left out, and the order stays."""
    claims, pairs, found = judged(NEAREST_TOLD)
    assert telling(pairs, found, {c.document: c.document for c in claims}) == found


def test_a_large_fact_grows_no_faster_than_its_claims() -> None:
    """It tells at most so many agreements a claim, the nearest, and always the contradiction, however far apart its words."""
    many = 5 * NEAREST_TOLD
    claims, pairs, found = judged(many, (0, many - 1))
    told = telling(pairs, found, {c.document: c.document for c in claims})
    assert len(told) <= NEAREST_TOLD * many + 1
    assert [j for j in told if j.verdict is Verdict.CONTRADICT] == [j for j in found if j.verdict is Verdict.CONTRADICT]
    assert (told[0].left, told[0].right) == ("c000", "c001")


def test_copies_crowd_out_no_other_origin() -> None:
    """Pairs of one origin are counted apart: the one independent agreement of a much copied claim is told."""
    many = 3 * NEAREST_TOLD
    claims, pairs, found = judged(many)
    origin = {c.document: "wire" for c in claims} | {claims[-1].document: "own"}
    told = telling(pairs, found, origin)
    assert sum(claims[-1].id in (j.left, j.right) for j in told) == many - 1
