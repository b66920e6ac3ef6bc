"""The scene of disputes: all claims that may stand against each other, who holds which, and how a dispute is worded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claims.claim import Claim, Cue
from claims.deeds import Act
from claims.document import Document
from claims.spelling import bare
from factcheck.encoder import Vectors, cosine
from factcheck.judgement import Code
from factcheck.judging.details import means
from factcheck.opposing.contrast import TELLS_OF_BLAME
from factcheck.opposing.parties import Parties

# A denial and the accusation that it answers, two accounts of one deed, stand close together where they stand in one article.
NEAR_CHARACTERS = 2500

# "X has countered that" answers what was said of X just before.
ANSWER_CHARACTERS = 700

_VERB: dict[Cue | None, str] = {Cue.DENIES: "denies", Cue.ACCUSES: "accuses"}


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two claims (by index, left < right) that exclude each other, why in one sentence, and its code: denial or actor-differs.

    `holders` name who holds the left and who the right claim. `alone` says that the sides make a fact of their own: what is like
    one of them is on the same topic, but takes no side.
    """

    left: int
    right: int
    reason: str
    code: Code = Code.DENIAL
    holders: tuple[str, str] = ("", "")
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """What all rules look at: claims, one position for each clause, vectors (one unit row a claim), documents and parties."""

    claims: Sequence[Claim]
    among: Sequence[int]
    vectors: Vectors
    documents: Mapping[str, Document]
    parties: Parties
    _voices: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _means: dict[tuple[str, tuple[int, int]], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def one_event(self, one: Claim, two: Claim) -> bool:
        """Whether two claims are of documents of one event."""
        return self.documents[one.document].event == self.documents[two.document].event

    def near(self, one: Claim, two: Claim, characters: int) -> bool:
        """Whether two claims stand this close in one document."""
        return one.document == two.document and abs(one.start - two.start) <= characters

    def alike(self, i: int, j: int) -> float:
        """The cosine of two claims (positions)."""
        return cosine(self.vectors[i], self.vectors[j])

    def one_side(self, claim: Claim, words: str, other: Claim, others: str) -> bool:
        """Whether some words of one claim and some of another name one party, or such as belong to one."""
        return bool(words and others) and self.parties.one_side(claim.document, words, other.document, others)

    def two_voices(self, one: Claim, two: Claim) -> bool:
        """Whether two holders of two sides speak."""
        left, right = self.voice(one), self.voice(two)
        shortened = one.document == two.document and _short_for(left, right)
        return bool(left and right) and not shortened and not self.one_side(one, left, two, right)

    def voice(self, claim: Claim) -> str:
        """Who holds a claim: its speaker; the outlet itself only where it lays blame."""
        if (found := self._voices.get(claim.id)) is None:  # each claim is set against many others
            blames = any(deed.act is Act.BLAME for deed in claim.deeds) and not TELLS_OF_BLAME.search(claim.text)
            found = self.documents[claim.document].name if blames and not claim.speaker else claim.speaker
            self._voices[claim.id] = found
        return found

    def means_of_sentence(self, claim: Claim) -> frozenset[str]:
        """By what means something was done, as a claim's sentence tells (judging/details.py)."""
        if not self._means:
            for some in self.claims:
                key = some.document, some.context
                self._means[key] = self._means.get(key, frozenset()) | means(some)
        return self._means[claim.document, claim.context]

    def dispute(self, one: int, two: int, code: Code = Code.DENIAL, speakers: tuple[str, str] = ("", "")) -> Dispute:
        """The dispute of two claims (positions), worded in the order given; `speakers` where they are not the claims' own."""
        sides = self.claims[one], self.claims[two]
        first, second = (
            who or self.voice(claim) or self.documents[claim.document].name for claim, who in zip(sides, speakers, strict=True)
        )
        a, b = (f"{who} {_VERB.get(c.cue, 'says')}: “{c.text}”" for c, who in zip(sides, (first, second), strict=True))
        left, right, holders = (one, two, (first, second)) if one < two else (two, one, (second, first))
        return Dispute(left, right, f"{a} – {b}", code, holders)


def _short_for(one: str, two: str) -> bool:
    """Whether one holder of a document is named by the last words of the other: "the Council", "the Orlian Council"."""
    short, long = sorted((bare(one).split(), bare(two).split()), key=len)
    return bool(short) and long[-len(short) :] == short
