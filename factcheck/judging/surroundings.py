"""Surroundings: what two articles tell around two of their claims, for judging whether both are of one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from claims.claim import Claim
from claims.document import Document
from claims.doers import PERPETRATOR
from claims.facets import WORDS
from claims.figures.roles import HARM
from factcheck.aligning.wordings import Clause, clause_of
from factcheck.encoder import Vectors
from factcheck.judging.attackers import Attackers
from factcheck.judging.commonplaces import Commonplaces
from factcheck.judging.doers import two_doers
from factcheck.judging.occasions import Around, begin_apart, goes_on_with_it, new_happening
from factcheck.judging.openings import Openings
from factcheck.judging.tallies import Tallies
from factcheck.judging.whereabouts import Whereabouts

# rapidfuzz ratio (0 to 100) of the shorter of two sentences with the like part of the other, above which they are one.
SAME_SENTENCE = 95.0


class Surroundings:
    """How the documents of some claims begin, where they are set and which tolls they give."""

    def __init__(self, claims: Sequence[Claim], vectors: Vectors, documents: Mapping[str, Document]):
        """`vectors` has one unit vector a claim, shape (n, d); `documents` are by id."""
        self._openings = Openings(claims, vectors)
        self._tallies = Tallies(claims, {key: document.text for key, document in documents.items()})
        self._whereabouts = Whereabouts(claims)
        self._commonplaces = Commonplaces(claims)
        self._attackers = Attackers(claims)
        self._documents = documents
        self._doers: dict[Clause, list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.facet == PERPETRATOR:
                self._doers[clause_of(claim)].append(claim)

    def of(self, one: Claim, two: Claim) -> Around:
        """What stands around two claims; of claims that count nobody harmed only what their sentences count."""
        tallies = self._tallies
        openings = self._openings.likeness(one.document, two.document)
        if one.facet != two.facet or one.facet not in HARM:
            return Around(
                openings,
                inside=self._whereabouts.inside(one, two) if one.facet == two.facet == "place" else "",
                others_harmed=tallies.others_harmed(one, two),
                reprinted=self._reprinted(one, two),
                own_words=self._commonplaces.own(one, two) if one.facet in WORDS or begin_apart(openings) else None,
                doers=self._attackers.apart(one, two),
            )
        fewer = tallies.fewer(one, two)
        return Around(
            openings,
            both_told=tallies.gives_both(one, two),
            quoted=tallies.quotes_other(one, two),
            adds_up=tallies.adds_up(one, two),
            further=next((word for claim in (one, two) if (word := tallies.further(claim))), ""),
            places=self._whereabouts.apart(one, two),
            done_by=two_doers(*(self._doers.get(clause_of(claim), ()) for claim in (one, two))),
            new_between=self._new_between(one, two),
            same_beside=tallies.same_beside(one, two),
            at_once=not begin_apart(openings) and self._at_once(one, two),
            within=self._whereabouts.within(*fewer) if fewer is not None else "",
            referring=frozenset(claim.id for claim in (one, two) if goes_on_with_it(self._behind(claim))),
        )

    def _at_once(self, one: Claim, two: Claim) -> bool:
        """Whether two outlets published within a day; one outlet's news of two days is mostly of two happenings."""
        left, right = self._documents[one.document], self._documents[two.document]
        if left.published is None or right.published is None or left.outlet.casefold() == right.outlet.casefold():
            return False
        return abs((left.published - right.published).days) <= 1

    def _new_between(self, one: Claim, two: Claim) -> bool:
        """Whether one article tells of a new happening between the sentences of two claims."""
        first, later = sorted((one.context, two.context))
        return one.document == two.document and new_happening(self._documents[one.document].text[first[1] : later[0]])

    def _behind(self, claim: Claim) -> str:
        """The rest of a claim's sentence."""
        return self._documents[claim.document].text[claim.end : claim.context[1]]

    def _reprinted(self, one: Claim, two: Claim) -> bool:
        """Whether the same words stand in one sentence that two articles print, but for what was cut or run together."""
        if one.document == two.document or _folded(one.text) != _folded(two.text):
            return False
        left, right = (self._documents[claim.document].text[slice(*claim.context)] for claim in (one, two))
        return bool(fuzz.partial_ratio(left, right) >= SAME_SENTENCE)


@lru_cache(maxsize=1 << 16)  # each claim of a large fact is set against all others
def _folded(text: str) -> str:
    return text.casefold()
