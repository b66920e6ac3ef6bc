"""Clauses told in facets are compared in words too, and kept so only where that shows something that the facets do not.

"At least 43 people were killed in shelling of a town that had signed a truce" counts and says how and where; another article
speaks of "the shelling of a town under truce" without any figure. Only their words can bring the two together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from claims.claim import Claim, Quantity
from claims.document import content_id
from claims.facets import WORDS

Clause = tuple[str, int, int]


def with_wordings(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, and one in words, with all figures of the clause, for each clause that has only claims of facets."""
    in_words = {clause_of(claim) for claim in claims if claim.facet in WORDS}
    figures: dict[Clause, dict[Quantity, None]] = defaultdict(dict)
    for claim in claims:
        figures[clause_of(claim)] |= dict.fromkeys(claim.quantities)
    added: dict[Clause, Claim] = {}
    for claim in claims:
        clause = clause_of(claim)
        measured = bool(claim.quantities and claim.quantities[0].unit)  # such a claim covers the measured words alone
        by_the_way = not claim.lemmas  # so does one that a clause takes for granted
        if claim.facet in WORDS or measured or by_the_way or clause in in_words or clause in added:
            continue
        facet = "statement" if claim.speakers else "other"
        key = content_id(*clause, facet, "in words")
        added[clause] = replace(claim, id=key, facet=facet, quantities=tuple(figures[clause]))
    return (*claims, *added.values())


def clause_of(claim: Claim) -> Clause:
    """The words that a claim covers: claims of several facets share them."""
    return claim.document, claim.start, claim.end


def without_repetition(
    claims: Sequence[Claim], groups: Sequence[Sequence[int]], added: Collection[int]
) -> tuple[tuple[int, ...], ...]:
    """The groups (positions) without those `added` wordings that meet no clause that a facet of theirs does not meet anyway."""
    facts_of: dict[Clause, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for i in group:
            if claims[i].facet not in WORDS:
                facts_of[clause_of(claims[i])].add(number)
    found = []
    for group in groups:
        stays = [i for i in group if i not in added or _meets_anew(claims, i, group, facts_of)]
        if stays:
            found.append(tuple(stays))
    return tuple(found)


def _meets_anew(claims: Sequence[Claim], i: int, group: Sequence[int], facts_of: dict[Clause, set[int]]) -> bool:
    own = facts_of[clause_of(claims[i])]
    return any(claims[j].document != claims[i].document and not own & facts_of[clause_of(claims[j])] for j in group)
