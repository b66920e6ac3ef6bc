"""Telling pairs: which judgements of a fact stand in the report. All of them, but for a fact on one topic of very many articles.

Every two claims of a fact are judged; 500 articles on inflation make 600,000 pairs, which no report can hold and nobody reads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from factcheck.judgement import Judgement, Verdict
from factcheck.judging.judges import Pair

# Of each claim and each verdict but contradictions, so many pairs of two origins, and so many of one, the nearest in words.
# A fact of so many claims or fewer keeps all of its pairs, as nearly all facts of a pile that a person reviews do.
NEAREST_TOLD = 20


def telling(pairs: Sequence[Pair], judgements: Sequence[Judgement], origin: Mapping[str, str]) -> list[Judgement]:
    """The judgements on the pairs of one fact that are told, in their order: every contradiction, and the nearest of the others.

    `origin` maps a document's id to its origin. No claim loses its last agreement with another origin.
    """
    told: set[int] = set()
    ranks: Counter[tuple[str, Verdict, bool]] = Counter()
    for n in sorted(range(len(pairs)), key=lambda n: (-pairs[n].cosine, judgements[n].left, judgements[n].right)):
        pair, judgement = pairs[n], judgements[n]
        alike = origin[pair.left.document] == origin[pair.right.document]
        sides = [(side, judgement.verdict, alike) for side in (judgement.left, judgement.right)]
        if judgement.verdict is Verdict.CONTRADICT or any(ranks[side] < NEAREST_TOLD for side in sides):
            told.add(n)
        ranks.update(sides)
    return [judgement for n, judgement in enumerate(judgements) if n in told]
