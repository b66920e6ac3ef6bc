"""What `factcheck inspect` and `factcheck judge` show: single stages of the same code, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from claims.claim import Claim
from claims.document import Document
from claims.extraction import Extraction, extract_all
from claims.facets import WORDS
from claims.reading import read_text
from factcheck.alignment import same_fact, topic, why_together
from factcheck.compare import Models
from factcheck.disputes import Dispute, disputes
from factcheck.encoder import Vectors, cosine
from factcheck.exports import claim_data, quantity_data
from factcheck.judgement import Code, Verdict
from factcheck.judges import Pair
from factcheck.slots import Part
from factcheck.wordings import with_wordings

if TYPE_CHECKING:
    from spacy.language import Language

# Figures are put before words only where they are more likely than not of one matter.
LIKELY = 0.5


class PairError(Exception):
    """A line of pairs that cannot be read; the message says which line and why."""


@dataclass(frozen=True, slots=True)
class TextPair:
    """Two texts to be judged, as documents with the dates and speakers that the line gives."""

    left: Document
    right: Document
    left_speaker: str
    right_speaker: str


def inspect_text(text: str, nlp: Language, published: date | None = None) -> Iterator[dict[str, Any]]:
    """The claims of a text, as in report.json."""
    document = read_text(text, published=published)
    for extraction in extract_all((document,), nlp):
        yield from map(claim_data, extraction.claims)


def inspect_lines(lines: Sequence[str], nlp: Language, published: date | None = None) -> Iterator[dict[str, Any]]:
    """For each line its number, its claims and all its quantities; nothing is taken for page furniture."""
    documents = [Document(f"line {n}", line, published=published) for n, line in enumerate(lines, 1)]
    for n, extraction in enumerate(extract_all(documents, nlp), 1):
        quantities = [quantity_data(quantity) for quantity in extraction.quantities]
        yield {"line": n, "claims": [claim_data(claim) for claim in extraction.claims], "quantities": quantities}


def parse_pairs(text: str, name: str) -> list[TextPair]:
    """The pairs of a .jsonl text; PairError at the first line that is not one."""
    pairs = []
    for n, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"{name}, line {n}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise PairError(f"{where}: not JSON ({error}); write one object a line") from error
        if not isinstance(row, dict) or not isinstance(row.get("left"), str) or not isinstance(row.get("right"), str):
            raise PairError(f'{where}: needs the texts "left" and "right"')
        left, right = (
            Document(f"{side} {n}", row[side], published=_date(row.get(f"{side}_published"), f"{where}, {side}_published"))
            for side in ("left", "right")
        )
        pairs.append(TextPair(left, right, str(row.get("left_speaker") or ""), str(row.get("right_speaker") or "")))
    return pairs


def _date(value: object, where: str) -> date | None:
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise PairError(f"{where}: {value!r} is no date; write it as 2020-03-05") from error


def judge_pairs(pairs: Sequence[TextPair], models: Models) -> Iterator[dict[str, Any]]:
    """For each pair the probability of one fact, and the verdict on the two claims that are most likely about one matter.

    Every pair is judged, also an unlikely one; a text without a claim gives "unclear".
    """
    extractions = list(extract_all([d for pair in pairs for d in (pair.left, pair.right)], models.nlp))
    claims = with_wordings([claim for extraction in extractions for claim in _told(extraction)])
    vectors = models.encoder.encode([claim.standalone for claim in claims])
    row = {claim.id: i for i, claim in enumerate(claims)}
    for pair, left, right in zip(pairs, extractions[::2], extractions[1::2], strict=True):
        judged = _judged(_said(left.claims, pair.left_speaker), _said(right.claims, pair.right_speaker), vectors, row, models)
        same, features = _same_fact(_told(left), _told(right), vectors, row)
        yield {"same_fact": same, **judged, "features": features}


def _same_fact(
    left: Sequence[Claim], right: Sequence[Claim], vectors: Vectors, row: dict[str, int]
) -> tuple[float, dict[str, float]]:
    """The highest probability of one matter among two texts' claims, and what each feature added to its score.

    Wordings of claims of facets (`with_wordings`) count only where the texts have no claims of one topic to compare.
    """
    best: float = 0.0
    features: tuple[Part, ...] = ()
    for one, two in _of_one_topic(left, right) or _of_one_topic(with_wordings(left), with_wordings(right)):
        alike = cosine(vectors[row[one.id]], vectors[row[two.id]])
        if (probability := same_fact(one, two, alike)) > best:
            best, features = probability, why_together(one, two, alike)
    return round(best, 3), {part.feature: round(part.value, 3) for part in features}


def _told(extraction: Extraction) -> Sequence[Claim]:
    """The claims of a text; of one that asserts nothing ("at the mill") its words, so that it can be compared all the same."""
    text = extraction.document.text
    if extraction.claims or not text.strip():
        return extraction.claims
    whole = (0, len(text))
    return (Claim(extraction.document.id, extraction.document.id, *whole, whole, text, " ".join(text.split()), "other"),)


def _of_one_topic(left: Sequence[Claim], right: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    return [(one, two) for one in left for two in right if topic(one) == topic(two)]


def _said(claims: Sequence[Claim], speaker: str) -> list[Claim]:
    """The claims with the given speaker as the outermost of each chain."""
    return [replace(claim, speakers=(speaker, *claim.speakers)) if speaker else claim for claim in claims]


def _judged(
    left: Sequence[Claim], right: Sequence[Claim], vectors: Vectors, row: dict[str, int], models: Models
) -> dict[str, Any]:
    """The judgement on the pair of claims most likely about one matter: a dispute first, then figures that can be compared."""
    best: tuple[bool, bool, float, float] = (False, False, -1.0, -1.0)
    found = None
    disputed = _disputes(left, right, vectors, row)
    for one in left:
        for two in right:
            alike = cosine(vectors[row[one.id]], vectors[row[two.id]])
            probability = same_fact(one, two, alike)
            dispute = disputed.get((one.id, two.id))
            counts = bool(one.facet == two.facet and one.quantities and one.facet not in WORDS and probability >= LIKELY)
            if (key := (dispute is not None, counts, probability, alike)) > best:
                best, found = key, Pair(one, two, alike, dispute)
    if found is None:
        return _row(Verdict.UNCLEAR, Code.NO_BASIS, 0.0, "one of the texts makes no claim")
    judgement = models.judge.judge([found])[0]
    if judgement.verdict is Verdict.AGREE and not best[1] and _counts(left) and _counts(right):
        return _row(Verdict.UNCLEAR, Code.NO_BASIS, 0.5, "they count different people or things")
    return _row(judgement.verdict, judgement.code, judgement.score, judgement.reason)


def _counts(claims: Sequence[Claim]) -> bool:
    return any(q.role for claim in claims for q in claim.quantities)


def _disputes(
    left: Sequence[Claim], right: Sequence[Claim], vectors: Vectors, row: dict[str, int]
) -> dict[tuple[str, str], Dispute]:
    """(left id, right id) -> the dispute, for the disputes between two texts."""
    claims = [*left, *right]
    documents = {claim.document: Document(claim.document, "", event="one pair") for claim in claims}
    found = disputes(claims, vectors[[row[claim.id] for claim in claims]], documents) if claims else ()
    words = {claim.standalone for claim in left} & {claim.standalone for claim in right}  # a side that both texts hold
    apart = [
        d for d in found if d.left < len(left) <= d.right and not words & {claims[d.left].standalone, claims[d.right].standalone}
    ]
    return {(claims[d.left].id, claims[d.right].id): d for d in apart}


def _row(verdict: Verdict, code: Code, score: float, reason: str) -> dict[str, Any]:
    return {"verdict": verdict.value, "code": code.value, "score": score, "reason": reason}
