"""Documents with their claims put into events, by one function for all that compare: what is shared, told and named decides.

events.py has the rule; here its evidence is put together, and kept for what comes after: who copied whom, and how alike the
stories are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from claims.claim import Claim
from claims.document import Document
from factcheck.aligning.events import grouped
from factcheck.aligning.stories import Stories, stories
from factcheck.encoder import Vectors
from factcheck.origins.copies import copies
from factcheck.report import Copy, Event


@dataclass(frozen=True, slots=True)
class Grouped:
    """The documents, each with its `event`, the events with what brought them together, and what the grouping rests on."""

    documents: tuple[Document, ...]
    events: tuple[Event, ...]
    copies: tuple[Copy, ...]
    stories: Stories

    @property
    def event_of(self) -> Mapping[str, str]:
        """The event of each document (id)."""
        return {document.id: document.event for document in self.documents}


def in_events(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    vectors: Vectors,
    tick: Callable[[], None] = lambda: None,
) -> Grouped:
    """The documents grouped into events by their texts and `claims`; `vectors` has one unit vector a claim.

    `tick` is called once the texts are compared, before their stories are.
    """
    copied = copies(documents)
    tick()
    told = stories([document.id for document in documents], claims, vectors)
    found = grouped(documents, told.likeness, copied, _places(claims))
    return Grouped(found.documents, found.events, copied, told)


def _places(claims: Sequence[Claim]) -> dict[str, Counter[str]]:
    """How often each document names each place."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        places[claim.document].update(claim.places)
    return places
