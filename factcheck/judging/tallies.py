"""Tallies: which figures each article and each sentence gives, and in whose voice. Who tells of 4 dead and of 48 tells of two
happenings; then another article's 48 do not contradict the 4. A toll with its bound is one with the same number without it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.claim import Claim
from claims.figures.roles import HARM
from factcheck.judging.occasions import SMALL, THE_ONE

_Sentence = tuple[str, tuple[int, int]]

_MORE = re.compile(r"\s+(?:more|further|additional)\b", re.I)
_CLAUSE = re.compile(r"\b(?:while|but|whereas|though|although)\b", re.I)
_OTHERS = re.compile(r"\s+others?\b", re.I)
_ALSO = re.compile(r"\b(?:also|as well|in addition|additionally)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Figure:
    """A toll as it stands in a document: what befell how many, by whose word, from which offset, in which sentence."""

    role: str
    number: float
    speaker: str
    start: int
    end: int
    part: bool
    context: tuple[int, int]


class Tallies:
    """The tolls of every document, each with the speakers who give it."""

    def __init__(self, claims: Sequence[Claim], texts: Mapping[str, str] | None = None):
        """Count the tolls of `claims`, which are of any documents; `texts` are those of the documents, by id."""
        self._texts = texts or {}
        self._told: dict[str, dict[_Figure, None]] = defaultdict(dict)
        self._sentences: dict[_Sentence, dict[_Figure, None]] = defaultdict(dict)
        for claim in claims:
            if (figure := _figure(claim)) is not None:
                self._told[claim.document].setdefault(figure)
                self._sentences[claim.document, claim.context].setdefault(figure)
        self._tolls = {at: frozenset((f.role, f.number) for f in some) for at, some in self._sentences.items()}

    def gives_both(self, one: Claim, two: Claim) -> bool:
        """Whether the article of one of two claims, in the voice of that claim, gives the figure of the other as well."""
        return any(f.speaker == own.speaker for own, f in self._given(one, two))

    def quotes_other(self, one: Claim, two: Claim) -> bool:
        """Whether the article of one of two claims, which the outlet itself makes, has the figure of the other from somebody."""
        return any(not own.speaker and f.speaker for own, f in self._given(one, two))

    def _given(self, one: Claim, two: Claim) -> Iterator[tuple[_Figure, _Figure]]:
        """The toll of each of two claims of two articles, with that of the other one wherever its own article gives it too."""
        left, right = _figure(one), _figure(two)
        if left is None or right is None or one.document == two.document:
            return
        if left.role != right.role or left.number == right.number:
            return
        for claim, own, other in ((one, left, right), (two, right, left)):
            for f in self._told.get(claim.document, ()):
                if (f.role, f.number) == (other.role, other.number) and not self._told_anew(claim, f):
                    yield own, f

    def _told_anew(self, claim: Claim, figure: _Figure) -> bool:
        """Whether a toll of an article is another count of what a claim of it counts: as many, and not few, came to other harm.

        "20 killed, 30 injured" in a headline that was written before "killed 26 people and injured 30" below it.
        """
        common = self._of_both((claim.document, claim.context), (claim.document, figure.context))
        return any(role != figure.role and number > SMALL for role, number in common)

    def adds_up(self, one: Claim, two: Claim) -> bool:
        """Whether the figures that the sentence of one of two claims gives add up to that of the other."""
        left, right = _figure(one), _figure(two)
        if left is None or right is None:
            return False
        return self._sum(one, left) == right.number or self._sum(two, right) == left.number

    def _sum(self, claim: Claim, own: _Figure) -> float | None:
        beside = [f for f in self._sentences.get((claim.document, claim.context), ()) if not f.part and f.start != own.start]
        numbers = {f.number for f in beside if f.role == own.role} - {own.number}  # a headline may run into its first sentence
        return own.number + sum(numbers) if numbers else None

    def further(self, claim: Claim) -> str:
        """The word by which a toll counts those harmed besides others, or elsewhere: "five more"; empty where nothing says so."""
        own = _figure(claim)
        if own is None:
            return ""
        quantity = claim.quantities[0]
        beside = self._sentences.get((claim.document, claim.context), ())
        more = _MORE.match(claim.text, quantity.end - claim.start) if quantity.end >= claim.start else None
        before = [f for f in beside if f.start < own.start]
        if more and not any(f.role != own.role for f in before):
            return claim.text[max(0, quantity.start - claim.start) : more.end()]
        others = _OTHERS.match(claim.text, max(0, quantity.end - claim.start))
        if others and (any(f.role == own.role for f in before) or (not before and self._told_before(claim, own))):
            return claim.text[max(0, quantity.start - claim.start) : others.end()]
        own_words = _ALSO.search(claim.text[: max(0, own.start - claim.start)])
        if THE_ONE.search(claim.text) and not own_words:
            return ""
        begin = max((f.end for f in beside if f.end <= own.start), default=claim.context[0])
        lead = _CLAUSE.split(self._texts.get(claim.document, "")[begin : own.start])[-1]
        return also.group() if self._told_before(claim, own) and (also := _ALSO.search(lead)) else ""

    def _told_before(self, claim: Claim, own: _Figure) -> bool:
        """Whether an earlier sentence of the article gives another toll of the kind."""
        told = self._told.get(claim.document, ())
        return any(f.role == own.role and f.start < claim.context[0] and f.number != own.number for f in told)

    @staticmethod
    def fewer(one: Claim, two: Claim) -> tuple[Claim, Claim] | None:
        """Two claims, the one with the lower toll first; None where they give none."""
        left, right = _figure(one), _figure(two)
        if left is None or right is None:
            return None
        return (one, two) if left.number < right.number else (two, one)

    def others_harmed(self, one: Claim, two: Claim) -> bool:
        """Whether the sentences of two claims give tolls of one kind of harm, and none in common."""
        left, right = self._tolls.get((one.document, one.context)), self._tolls.get((two.document, two.context))
        if left is None or right is None:
            return False
        return left.isdisjoint(right) and any(role == other for role, _ in left for other, _ in right)

    def same_beside(self, one: Claim, two: Claim) -> bool:
        """Whether the sentences of two tolls give one of another kind of harm in common: two dead beside one wounded, or two."""
        common = self._of_both((one.document, one.context), (two.document, two.context))
        return any(role != one.facet for role, _ in common)

    def _of_both(self, one: _Sentence, two: _Sentence) -> frozenset[tuple[str, float]]:
        """The tolls, each a role and a number, that two sentences give in common."""
        return self._tolls.get(one, frozenset()) & self._tolls.get(two, frozenset())


def _figure(claim: Claim) -> _Figure | None:
    quantity = claim.quantities[0] if claim.quantities else None
    if quantity is None or quantity.role not in HARM:
        return None
    speaker = claim.speaker.casefold()
    return _Figure(quantity.role, quantity.number, speaker, quantity.start, quantity.end, quantity.part, claim.context)
