"""The report: everything that a comparison found, as data. CSV, JSON and the screen are functions of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from claims.claim import Claim
from claims.document import Document, Failure
from factcheck.judgement import Fact, Judgement
from factcheck.origins.passages import Passage


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents (ids, left < right) that share text, the share of the shorter one's words that stand in both, and where.

    `original` is the document that was probably first, with its reason; both are empty where nothing tells.
    """

    left: str
    right: str
    share: float
    passages: tuple[Passage, ...] = ()
    original: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents (ids, two or more) that share text: the one probably first ("" if unknown), why, and what they credit."""

    documents: tuple[str, ...]
    original: str
    reason: str
    credits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trust:
    """How far an outlet is borne out by the others, in [0, 1], on how many facts that others speak of too."""

    outlet: str
    share: float
    facts: int


@dataclass(frozen=True, slots=True)
class Event:
    """The documents (ids) that tell of one happening, and why they are taken to."""

    name: str
    documents: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Report:
    """What was read, claimed, aligned and judged. Everything is in a fixed order that does not depend on the input's.

    `aliases` are the names that stand in several forms: canonical name -> form -> how often.
    """

    documents: tuple[Document, ...]
    failed: tuple[Failure, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    judgements: tuple[Judgement, ...]
    copies: tuple[Copy, ...]
    events: tuple[Event, ...] = ()
    aliases: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    settings: Mapping[str, object] = field(default_factory=dict)
    version: str = ""
    origins: tuple[Origin, ...] = ()
    trust: tuple[Trust, ...] = ()  # empty where it is switched off

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
    def origin_of(self) -> dict[str, str]:
        """The origin of each document (by id): the first document of those that share its text, else itself."""
        shared = {document: group.documents[0] for group in self.origins for document in group.documents}
        return {document.id: shared.get(document.id, document.id) for document in self.documents}

    @cached_property
    def share_of(self) -> dict[tuple[str, str], float]:
        """The share of text of each two documents (ids, left < right) that are copies."""
        return {(copy.left, copy.right): copy.share for copy in self.copies}

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

    def outlets_of(self, fact: Fact) -> tuple[str, ...]:
        """The outlets (by name) that tell a fact, each once, in the order of its claims."""
        return tuple(dict.fromkeys(self.document_of(claim).name for claim in fact.claims))

    def independent(self, judgement: Judgement) -> bool:
        """Whether the two sides are different documents, or different speakers of one document."""
        left, right = self.claim_by_id[judgement.left], self.claim_by_id[judgement.right]
        return left.document != right.document or left.speaker != right.speaker
