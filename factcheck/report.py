"""The report: everything that a comparison found, as data. CSV, JSON and the screen are functions of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from claims.claim import Claim
from claims.document import Document, Failure
from factcheck.judgement import Fact, Judgement


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents (ids, left < right) that share text, and the share of the shorter one's words that stand in both."""

    left: str
    right: str
    share: float


@dataclass(frozen=True)
class Report:
    """What was read, claimed, aligned and judged. Everything is in a fixed order that does not depend on the input's."""

    documents: tuple[Document, ...]
    failed: tuple[Failure, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    judgements: tuple[Judgement, ...]
    copies: tuple[Copy, ...]
    settings: Mapping[str, object] = field(default_factory=dict)
    version: str = ""

    @cached_property
    def document_by_id(self) -> dict[str, Document]:
        """Documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def claim_by_id(self) -> dict[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def fact_of(self) -> dict[str, Fact]:
        """The fact in which a claim (by id) stands."""
        return {claim: fact for fact in self.facts for claim in fact.claims}

    @cached_property
    def judgements_of(self) -> dict[str, tuple[Judgement, ...]]:
        """The judgements inside each fact (by id)."""
        grouped: dict[str, list[Judgement]] = {fact.id: [] for fact in self.facts}
        for judgement in self.judgements:
            grouped[self.fact_of[judgement.left].id].append(judgement)
        return {fact: tuple(judgements) for fact, judgements in grouped.items()}

    def document_of(self, claim: str) -> Document:
        """The document in which a claim (by id) stands."""
        return self.document_by_id[self.claim_by_id[claim].document]

    def independent(self, judgement: Judgement) -> bool:
        """Whether the two sides are different documents, or different speakers of one document."""
        left, right = self.claim_by_id[judgement.left], self.claim_by_id[judgement.right]
        return left.document != right.document or left.speaker != right.speaker
