"""Commonplaces: words that so many of the compared articles hold that two claims which share no others need not be of one matter.

In a pile about one war nearly every article has an army, an air strike and the same cities; a few articles on one story share
all their words, and there closeness alone tells enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.claim import Claim
from factcheck.judgement import Code
from factcheck.judging.occasions import SAME_WORDS

_Found = tuple[Code, float, str]

# A word of so few articles, or of so small a share of them, is no commonplace: of 45 pairs of a pile of 800 articles that close
# words joined, labelled by hand, 13 said the same; of the 18 with such a word 11 did, of the others 2.
FEW = 20
SHARE = 0.2

# Below this cosine one word in common is too little: of 24 such pairs of the pile, read by hand, 7 said the same.
ONE_WORD = 0.7


class Commonplaces:
    """In how many documents each word of content stands."""

    def __init__(self, claims: Sequence[Claim]):
        """Count the words of `claims`, which are of any documents."""
        holders: dict[str, set[str]] = defaultdict(set)
        documents: set[str] = set()
        for claim in claims:
            documents.add(claim.document)
            for lemma in claim.lemmas:
                holders[lemma].add(claim.document)
        most = max(FEW, SHARE * len(documents))
        self._common = frozenset(lemma for lemma, some in holders.items() if len(some) > most)
        self._many = len(documents) > FEW

    def own(self, one: Claim, two: Claim) -> int | None:
        """How many words two claims share that are no commonplaces; None where too few articles are compared to tell."""
        return len((set(one.lemmas) & set(two.lemmas)) - self._common) if self._many else None


def if_telling(found: _Found, own: int | None, cosine: float, in_words: bool = False) -> _Found:
    """What was found of two claims that share so many words of their own; commonplaces make them neither agree nor parts of one
    thing, but almost the same words do. Claims known `in_words` alone need two such words, or close ones.
    """
    code, _, reason = found
    if code in (Code.PARAPHRASE, Code.PART_OF_WHOLE) and own == 0 and cosine < SAME_WORDS:
        return Code.NO_BASIS, 0.5, f"{reason}, if both tell of one matter: all that they share stands in many of the articles"
    if code is Code.PARAPHRASE and in_words and own == 1 and cosine < ONE_WORD:
        return (
            Code.NO_BASIS,
            0.5,
            f"{reason}, if both tell of one matter: but for one word all that they share stands in many articles",
        )
    return found
