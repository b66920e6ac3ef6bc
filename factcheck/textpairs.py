"""What `factcheck judge` says of two texts: every pair of their claims is looked at once, and one verdict given.

The text's own disputes come first, then all figures that can be compared, then the words. A text agrees with another one only
if all figures that one of the two states are met by the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import exp
from typing import Any

from claims.claim import Claim
from claims.document import Document
from claims.extraction import extract_all
from claims.extracts import Extraction
from claims.facets import WORDS
from factcheck.aligning.alignment import same_fact, topic, why_together
from factcheck.aligning.slot import Part
from factcheck.aligning.wordings import with_wordings
from factcheck.comparison import Models
from factcheck.encoder import Vectors, cosine
from factcheck.judgement import Code, Judgement, Verdict
from factcheck.judging.judges import Pair
from factcheck.judging.matching import alike, compared, confirms, unmet
from factcheck.opposing.disputes import disputes
from factcheck.opposing.scene import Dispute

# Log-odds that two texts are of one matter, by the cosine of the whole texts and that of their likeliest claims: a logistic
# regression on ECB+ train (benchmarks/, "One fact or not"). What figures rule out stays ruled out.
BEFOREHAND = -1.22
WHOLE_TEXTS = 1.28
LIKELIEST_CLAIMS = 0.64

# Figures are put before words only where they are more likely than not of one matter.
LIKELY = 0.5

# Of pairs of figures that share a figure, the agreeing one is taken first: 3 of "12 in the north and 3 in the south" is met by
# the 3 of the other text, and does not contradict its 12. What is left over is compared, the gravest first.
_FIRST = (Verdict.AGREE, Verdict.CONTRADICT, Verdict.COMPATIBLE, Verdict.UNCLEAR)
# The verdict of several figures is that of the gravest of them.
_GRAVEST = (Verdict.CONTRADICT, Verdict.COMPATIBLE, Verdict.UNCLEAR, Verdict.AGREE)


class PairError(Exception):
    """A line of pairs that cannot be read; the message says which line and why."""


@dataclass(frozen=True, slots=True)
class TextPair:
    """Two texts to be judged, as documents with the dates and speakers that the line gives."""

    left: Document
    right: Document
    left_speaker: str
    right_speaker: str


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Two claims of two texts, the cosine of their words, the probability that they are of one matter, and their dispute."""

    left: Claim
    right: Claim
    cosine: float
    probability: float
    dispute: Dispute | None = None

    @property
    def counts(self) -> bool:
        """Whether the claims give figures that can be compared."""
        one, two = self.left, self.right
        figures = one.facet == two.facet and one.facet not in WORDS and one.quantities and two.quantities
        return bool(figures and self.probability >= LIKELY)

    @property
    def likelihood(self) -> tuple[float, float, list[str]]:
        """What puts one meeting before another; the words, whichever side they stand on, so that no order decides."""
        return self.probability, self.cosine, sorted((self.left.standalone, self.right.standalone))


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
    """For each pair the probability of one fact, what each feature added to it, and one verdict.

    Every pair is judged, also an unlikely one; a text without a claim gives "unclear".
    """
    extractions = list(extract_all([d for pair in pairs for d in (pair.left, pair.right)], models.nlp))
    claims = with_wordings([claim for extraction in extractions for claim in _told(extraction)])
    vectors = models.encoder.encode([claim.standalone for claim in claims])
    row = {claim.id: i for i, claim in enumerate(claims)}
    whole = models.encoder.encode([" ".join(d.text.split()) for pair in pairs for d in (pair.left, pair.right)])
    near = [cosine(one, two) for one, two in zip(whole[::2], whole[1::2], strict=True)]
    for pair, left, right, texts in zip(pairs, extractions[::2], extractions[1::2], near, strict=True):
        sides = _said(_told(left), pair.left_speaker), _said(_told(right), pair.right_speaker)
        disputed = _disputes(*sides, vectors, row)
        meetings = _meetings(*sides, vectors, row, disputed)
        worded = meetings or _meetings(with_wordings(sides[0]), with_wordings(sides[1]), vectors, row, {})
        same, features = _one_matter(worded, texts)
        if left.claims and right.claims:
            verdict = _verdict(meetings or _meetings(*sides, vectors, row, disputed, True), left, right, models)
        else:
            verdict = _row(Verdict.UNCLEAR, Code.NO_BASIS, 0.0, "one of the texts makes no claim")
        yield {"same_fact": same, **verdict, "features": features}


def _meetings(
    left: Sequence[Claim],
    right: Sequence[Claim],
    vectors: Vectors,
    row: dict[str, int],
    disputed: dict[tuple[str, str], Dispute],
    any_topic: bool = False,
) -> list[_Meeting]:
    """The pairs of claims of one topic or in dispute, or all."""
    found = []
    for one in left:
        for two in right:
            dispute = disputed.get((one.id, two.id))
            if any_topic or dispute is not None or topic(one) == topic(two):
                alike = cosine(vectors[row[one.id]], vectors[row[two.id]])
                found.append(_Meeting(one, two, alike, same_fact(one, two, alike), dispute))
    return found


def _one_matter(meetings: Sequence[_Meeting], texts: float) -> tuple[float, dict[str, float]]:
    """The probability that two texts with this cosine are of one matter, and what each feature adds to its score.

    Figures that are likeliest to meet can only lower it; then their slots are the features.
    """
    of_one_topic = [m for m in meetings if topic(m.left) == topic(m.right) and m.probability > 0]
    if not of_one_topic:
        return 0.0, {}
    best = max(of_one_topic, key=lambda m: m.likelihood)
    parts: tuple[Part, ...] = (
        Part("before anything is known", BEFOREHAND),
        Part("cosine of the texts", WHOLE_TEXTS * texts),
        Part("cosine of the likeliest claims", LIKELIEST_CLAIMS * best.cosine),
    )
    probability = 1.0 / (1.0 + exp(-sum(part.value for part in parts)))
    if topic(best.left) != "words" and best.probability < probability:
        probability, parts = best.probability, why_together(best.left, best.right, best.cosine)
    return round(probability, 3), {part.feature: round(part.value, 3) for part in parts}


def _told(extraction: Extraction) -> Sequence[Claim]:
    """The claims of a text; of one that asserts nothing ("at the mill") its words, so that it can be compared all the same."""
    text = extraction.document.text
    if extraction.claims or not text.strip():
        return extraction.claims
    whole = (0, len(text))
    return (Claim(extraction.document.id, extraction.document.id, *whole, whole, text, " ".join(text.split()), "other"),)


def _said(claims: Sequence[Claim], speaker: str) -> list[Claim]:
    """The claims with the given speaker as the outermost of each chain."""
    return [replace(claim, speakers=(speaker, *claim.speakers)) if speaker else claim for claim in claims]


def _verdict(meetings: Sequence[_Meeting], left: Extraction, right: Extraction, models: Models) -> dict[str, Any]:
    """The verdict on two texts: that of a dispute, else of the gravest of their figures, else of the likeliest words."""
    disputed = [m for m in meetings if m.dispute is not None]
    figures = [m for m in meetings if m.counts]
    likeliest = max(disputed or meetings, key=lambda m: m.likelihood)
    chosen = figures if figures and not disputed else [likeliest]
    said = models.judge.judge([Pair(m.left, m.right, m.cosine, m.dispute) for m in chosen])
    judged = _one_to_one([(m, j) for m, j in zip(chosen, said, strict=True) if not _met_elsewhere(m, j, left, right)])
    if not judged:
        return _row(Verdict.UNCLEAR, Code.NO_BASIS, 0.5, "they count different people or things")
    _, judgement = min(judged, key=lambda pair: _GRAVEST.index(pair[1].verdict))
    if judgement.verdict is not Verdict.AGREE:
        return _row(judgement.verdict, judgement.code, judgement.score, judgement.reason)
    if not figures and _counts(left.claims) and _counts(right.claims):
        return _row(Verdict.UNCLEAR, Code.NO_BASIS, 0.5, "they count different people or things")
    return _unmet(left, right) or _row(judgement.verdict, judgement.code, judgement.score, judgement.reason)


def _met_elsewhere(meeting: _Meeting, judgement: Judgement, left: Extraction, right: Extraction) -> bool:
    """Whether figures that differ are each other's by mistake: the other text has one of them too, of the same kind."""
    if judgement.verdict is not Verdict.CONTRADICT or not meeting.counts:
        return False
    sides = ((meeting.left, right), (meeting.right, left))
    return any(
        confirms(claim.quantities[0], q) for claim, other in sides for q in other.quantities if alike(claim.quantities[0], q)
    )


def _one_to_one(judged: Sequence[tuple[_Meeting, Judgement]]) -> list[tuple[_Meeting, Judgement]]:
    """The pairs in which each claim meets one other claim at most, chosen in the order of `_FIRST` and by likelihood."""
    order = sorted(judged, key=lambda pair: pair[0].likelihood, reverse=True)
    order.sort(key=lambda pair: _FIRST.index(pair[1].verdict))
    kept: list[tuple[_Meeting, Judgement]] = []
    taken: set[str] = set()
    for meeting, judgement in order:
        if meeting.left.id not in taken and meeting.right.id not in taken:
            taken |= {meeting.left.id, meeting.right.id}
            kept.append((meeting, judgement))
    return kept


def _unmet(left: Extraction, right: Extraction) -> dict[str, Any] | None:
    """What holds of two texts that each give a figure which the other does not confirm; None where all of one text's are met."""
    one, two = unmet(left.quantities, right.quantities)
    if not one or not two:
        return None
    if all(any(alike(a, b) and compared(a, b) is Code.LOOSER_BOUND for b in two) for a in one):
        return _row(Verdict.COMPATIBLE, Code.LOOSER_BOUND, 0.5, "one gives a looser bound for a figure of the other")
    words = sorted(side.document.text[q[0].start : q[0].end] for side, q in ((left, one), (right, two)))
    return _row(Verdict.UNCLEAR, Code.NO_BASIS, 0.5, f"each gives a figure that the other does not: {' / '.join(words)}")


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
