"""The whole way: documents in, a report out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import combinations, islice

import numpy as np

from claims.claim import Claim
from claims.document import Document, Failure
from claims.extracts import TOO_LONG, Extraction
from factcheck import __version__
from factcheck.aligning.alignment import SAME_COUNT, SAME_FACET, SAME_MEASURE, SAME_TOPIC, STORY, align
from factcheck.aligning.events import MAX_DAYS, SAME_STORY
from factcheck.aligning.grouping import in_events
from factcheck.aligning.happenings import happenings
from factcheck.aligning.wordings import with_wordings, without_repetition
from factcheck.aligning.words import CROWD, SAME_MATTER, SURELY, Matters
from factcheck.encoder import Encoder, Vectors, cosines
from factcheck.evidence.consensus import DEFAULT_METHOD, settle, sources
from factcheck.evidence.findings import fact, urgency
from factcheck.evidence.findings import positions as positions_of
from factcheck.evidence.truth import Method
from factcheck.judgement import Fact, Judgement
from factcheck.judging.judges import NEGATION, PARAPHRASE, Judge, Pair
from factcheck.judging.ladder import CONTRADICTS, ENTAILS, READ_FROM
from factcheck.judging.surroundings import Surroundings
from factcheck.judging.telling import NEAREST_TOLD, telling
from factcheck.keeping.extractions import extracted
from factcheck.models import Models as Models
from factcheck.models import load_models as load_models  # also to be had from here
from factcheck.naming.aliases import Aliases, aliases, applied
from factcheck.opposing.disputes import disputes
from factcheck.opposing.parties import parties
from factcheck.opposing.scene import Dispute
from factcheck.origins.copies import COPY_SHARE, CREDITED_SHARE, OLD_SHARE, OWN_SHARE
from factcheck.origins.originals import origins, shared_origins
from factcheck.report import Report

Progress = Callable[[str, int, int], None]

# Facts whose pairs are judged in one call, so that a model reads full batches; progress is told after each.
_AT_ONCE = 200

# What makes facts of claims, one after the other: copies, events, disputes, alignment.
_STEPS = 4

# Claims whose words are embedded in one call: a second or so on one core, full batches for the model.
_ENCODED_AT_ONCE = 512

ONE_EVENT = "one event"  # its name where the user says that all documents tell of one


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may decide about a comparison.

    `support` is how the origins behind a value are weighed; majority weighs all alike and trusts nobody.
    `one_event` takes all documents for which the user names no event as telling of one.
    `aliases` are the user's names that are one, form -> canonical name.
    """

    support: Method = DEFAULT_METHOD
    one_event: bool = False
    aliases: Mapping[str, str] = field(default_factory=dict)


AS_SHIPPED = Options()


def compare(
    documents: Sequence[Document],
    models: Models,
    options: Options = AS_SHIPPED,
    *,
    failed: Sequence[Failure] = (),
    progress: Progress | None = None,
) -> Report:
    """Compare documents with each other; the report is the same for any order of them.

    `progress(stage, done, total)` is told how far each stage is. `failed` is handed on into the report.
    """
    tell = progress or _silent
    ordered = sorted(documents, key=lambda d: d.id)
    tell("claims", 0, len(ordered))
    extractions = extracted(ordered, models.nlp, models.shelf, models.jobs, lambda done: tell("claims", done, len(ordered)))
    return report_on(extractions, models, options, failed=failed, progress=tell)


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def report_on(
    extractions: Sequence[Extraction],
    models: Models,
    options: Options = AS_SHIPPED,
    *,
    failed: Sequence[Failure] = (),
    progress: Progress = _silent,
) -> Report:
    """The report on documents whose claims are known: embed, group into events, align, judge."""
    tell = progress
    extractions = sorted(extractions, key=lambda extraction: extraction.document.id)
    names = {extraction.document.id: extraction.names for extraction in extractions}
    known = aliases(names, options.aliases)
    stated = tuple(claim for extraction in extractions for claim in extraction.claims)
    claims = with_wordings(stated)
    vectors = _embedded(claims, models.encoder, tell)
    read = [extraction.document for extraction in extractions]
    tell("facts", 0, _STEPS)
    if options.one_event:
        read = [replace(d, event=d.event or ONE_EVENT) for d in read]
    grouping = in_events(read, stated, vectors[: len(stated)], partial(tell, "facts", 1, _STEPS))
    dated, event_of = grouping.documents, grouping.event_of
    by_id = {document.id: document for document in dated}
    tell("facts", 2, _STEPS)
    still = partial(tell, "facts", 2, _STEPS)  # told inside the two long steps, so that whoever listens can end them
    disputed = disputes(stated, vectors[: len(stated)], by_id, parties(by_id, names, known), still)
    tell("facts", 3, _STEPS)
    compared = [applied(known, claim) for claim in claims]  # under their canonical names; the report keeps the claims' own words
    sides = [(d.left, d.right) for d in disputed]
    alone = {side for d in disputed if d.alone for side in (d.left, d.right)}
    still = partial(tell, "facts", 3, _STEPS)
    groups = align(compared, vectors, event_of, sides, alone, grouping.stories, still)
    groups = without_repetition(claims, groups, range(len(stated), len(claims)))
    tell("facts", _STEPS, _STEPS)
    origin = origins(dated, grouping.copies)
    matters = Matters(compared, vectors, event_of, grouping.stories)
    judged, facts, told = _judged(compared, vectors, groups, disputed, by_id, known, origin, matters, models.judge, tell)
    shared = shared_origins(dated, origin)
    origin_of = sources(by_id, origin, shared, claims)
    settled, trust = settle(facts, {claim.id: claim for claim in claims}, judged, origin_of, options.support)
    warnings = [
        Failure(d.path or d.name, f"{drop.reason}; left out")
        for d in dated
        for drop in d.dropped
        if drop.reason.startswith(TOO_LONG)
    ]
    return Report(
        documents=tuple(sorted(dated, key=lambda d: (d.published is None, d.published, d.outlet, d.id))),
        failed=tuple(sorted((*failed, *warnings), key=lambda f: (f.path, f.reason))),
        claims=tuple(sorted((claims[i] for group in groups for i in group), key=_reading_order)),
        facts=settled,
        judgements=tuple(sorted(told, key=lambda j: (j.left, j.right))),
        copies=grouping.copies,
        events=grouping.events,
        aliases={name: forms for name, forms in known.forms.items() if len(forms) > 1},
        settings=settings(options.support) | {"reader": models.reader},
        version=__version__,
        origins=shared,
        trust=trust,
    )


def _embedded(claims: Sequence[Claim], encoder: Encoder, tell: Progress) -> Vectors:
    """One vector a claim; the progress is told after every few hundred."""
    tell("embeddings", 0, len(claims))
    parts = []
    for at in range(0, len(claims), _ENCODED_AT_ONCE) or (0,):
        parts.append(encoder.encode([claim.standalone for claim in claims[at : at + _ENCODED_AT_ONCE]]))
        tell("embeddings", min(at + _ENCODED_AT_ONCE, len(claims)), len(claims))
    return np.concatenate(parts) if len(parts) > 1 else parts[0]


def settings(support: Method = DEFAULT_METHOD) -> dict[str, object]:
    """The thresholds that decided a report, so that a reader can tell two reports apart."""
    return {
        "same_count": SAME_COUNT,
        "same_facet": SAME_FACET,
        "same_topic": SAME_TOPIC,
        "same_measure": SAME_MEASURE,
        "same_matter": SAME_MATTER,
        "crowd": CROWD,
        "surely": SURELY,
        "story": STORY,
        "paraphrase": PARAPHRASE,
        "negation": NEGATION,
        "read_from": READ_FROM,
        "contradicts": CONTRADICTS,
        "entails": ENTAILS,
        "copy_share": COPY_SHARE,
        "credited_share": CREDITED_SHARE,
        "own_share": OWN_SHARE,
        "old_share": OLD_SHARE,
        "same_story": SAME_STORY,
        "max_days": MAX_DAYS,
        "nearest_told": NEAREST_TOLD,
        "support": support.value,
    }


def _reading_order(claim: Claim) -> tuple[object, ...]:
    return (claim.document, claim.start, claim.end, claim.facet, claim.id)


def _judged(
    claims: Sequence[Claim],
    vectors: Vectors,
    groups: Sequence[Sequence[int]],
    disputed: Sequence[Dispute],
    documents: Mapping[str, Document],
    known: Aliases,
    origin: Mapping[str, str],
    matters: Matters,
    judge: Judge,
    tell: Progress,
) -> tuple[dict[str, list[Judgement]], tuple[Fact, ...], list[Judgement]]:
    """The judgements of each fact, by its id, the facts, the most urgent first, and the judgements that the report tells."""
    opposed = {(d.left, d.right): d for d in disputed}
    facts: list[Fact] = []
    judgements: dict[str, list[Judgement]] = {}
    reported: list[Judgement] = []
    around = Surroundings(claims, vectors, documents)
    told = iter(happenings(claims, groups, {key: document.event for key, document in documents.items()}))
    for some in (groups[at : at + _AT_ONCE] for at in range(0, len(groups), _AT_ONCE)):
        positions = [list(combinations(sorted(group), 2)) for group in some]
        every = [pair for pos in positions for pair in pos]
        pairs = [
            Pair(claims[a], claims[b], alike, opposed.get((a, b)), around.of(claims[a], claims[b]), margin)
            for (a, b), alike, margin in zip(every, cosines(vectors, every), matters.margins(every), strict=True)
        ]
        found, paired = iter(judge.judge(pairs)), iter(pairs)
        for group, pos in zip(some, positions, strict=True):
            mine = list(islice(found, len(pos)))
            one = fact([claims[i] for i in group], vectors[list(group)], mine, documents, origin, next(told))
            held = [
                (known.canonical(claims[i].document, holder, acts=True), claims[i].id)
                for pair in pos
                if (dispute := opposed.get(pair)) is not None
                for i, holder in zip(pair, dispute.holders, strict=True)
            ]
            facts.append(replace(one, positions=positions_of(held, one.claims)))
            judgements[one.id] = mine
            reported += telling(list(islice(paired, len(pos))), mine, origin)
        tell("judgements", len(facts), len(groups))
    return judgements, tuple(sorted(facts, key=urgency)), reported
