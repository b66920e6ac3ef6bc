"""A fact as a reader is told it, before any format: who says what, in which words, set against whom, and who only copied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.claim import Claim, Cue
from claims.document import Document
from factcheck.evidence.deciding import counterparts, ranked
from factcheck.evidence.findings import in_words
from factcheck.exports.wording import LINES
from factcheck.judgement import Fact
from factcheck.report import Report
from factcheck.views.differing import Part, Piece, telling_pieces

PUT = {
    None: "according to {}",
    Cue.STATES: "according to {}",
    Cue.CLAIMS: "claimed by {}",
    Cue.DENIES: "denied by {}",
    Cue.ACCUSES: "accusation by {}",
    Cue.HOPES: "hoped or expected by {}",
    Cue.PLANS: "planned by {}",
    Cue.ASKS: "demanded by {}",
}
"""How a speaker puts a claim, in words."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim as it is shown: its number in the fact, where it stands, who says it, and its sentence in pieces.

    `against` is the number of the claim from which the marked words differ, 0 where none are marked. `copies` are the documents
    of the same origin that have the same words.
    """

    number: int
    claim: Claim
    document: Document
    speaker: str
    sentence: tuple[Piece, ...]
    against: int
    copies: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as it is told: why it has its finding, in one sentence, and its voices in order of publication."""

    fact: Fact
    reason: str
    voices: tuple[Voice, ...]


def told(report: Report, fact: Fact) -> Told:
    """A fact as it is told; the same words from one origin are one voice, by the document that was probably first."""
    judgements = ranked(report, fact)
    against = counterparts(judgements)
    groups = _one_voice(report, fact)
    shown = {claim: number for number, group in enumerate(groups, 1) for claim in group}
    voices = tuple(_voice(report, group, shown, against) for group in groups)
    reason = in_words(fact, report.claim_by_id) or (judgements[0].reason if judgements else LINES[fact.finding])
    return Told(fact, " ".join(reason.split()), voices)


def _one_voice(report: Report, fact: Fact) -> list[list[str]]:
    """The claims (ids) of a fact, those with the same words from one origin together, the probable original first."""
    origin = {document: number for number, it in enumerate(report.origins) for document in it.documents}
    originals = {it.original for it in report.origins}
    groups: dict[tuple[object, ...], list[str]] = {}
    for key in fact.claims:
        claim = report.claim_by_id[key]
        source: object = origin.get(claim.document, claim.document)
        groups.setdefault((source, claim.speakers, " ".join(claim.text.casefold().split())), []).append(key)
    return [sorted(some, key=lambda key: report.claim_by_id[key].document not in originals) for some in groups.values()]


def _voice(report: Report, group: list[str], shown: Mapping[str, int], against: Mapping[str, str]) -> Voice:
    claim, document = report.claim_by_id[group[0]], report.document_of(group[0])
    other = next((against[key] for key in group if key in against and shown[against[key]] != shown[key]), None)
    words = None
    if other is not None:
        it = report.claim_by_id[other]
        words = report.document_of(other).text[it.start : it.end]
    sentence = tuple(telling_pieces(document.text, claim, words))
    differs = any(part is Part.DIFFERS for part, _ in sentence)
    return Voice(
        number=shown[group[0]],
        claim=claim,
        document=document,
        speaker=speaker(claim),
        sentence=sentence,
        against=shown[other] if other is not None and differs else 0,
        copies=_others(report, group, document),
    )


def _others(report: Report, group: Iterable[str], document: Document) -> tuple[Document, ...]:
    found = {report.document_of(key).id: report.document_of(key) for key in group}
    return tuple(it for it in found.values() if it.id != document.id)


def speaker(claim: Claim) -> str:
    """Who says it: "denied by Orlia, through Meridian"; empty where the outlet speaks for itself."""
    if not claim.speakers:
        return ""
    return ", ".join((PUT[claim.cue].format(claim.speaker), *(f"through {name}" for name in reversed(claim.speakers[:-1]))))
