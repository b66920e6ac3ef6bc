"""What people decided, as labelled data: a folder with gold.json and the texts, on which any version of the tool can be scored.

gold.json names words of the articles: `facts` with their `mentions` (key -> [beginning of the file's name, exact words]) and
`relations` ([key, key, verdict], "contradict|compatible" where two labels can be defended), `apart` for claims that somebody
split off, `disputes` for what is denied or blamed on others; `copies` and `junk` stay empty.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from claims.document import Document
from factcheck.judgement import Code, Fact, Finding, Judgement, Verdict
from factcheck.rearranged import rearranged
from factcheck.report import Report
from factcheck.review import Action, Review, claim_keys, in_force
from factcheck.reviews import Standing, Status, pair_standings, standings

RESTS_ON = {
    Finding.CONTRADICTED: Verdict.CONTRADICT,
    Finding.AGREED: Verdict.AGREE,
    Finding.COMPATIBLE: Verdict.COMPATIBLE,
    Finding.UNCLEAR: Verdict.UNCLEAR,
}
"""The verdict of a pair by which a fact has its finding; no pair decides that a fact is repeated or has a single source."""

_DISPUTES = frozenset({Code.DENIAL, Code.ACTOR_DIFFERS})


def labelled(report: Report, reviews: Sequence[Review], name: str) -> dict[str, Any]:
    """The labelled data of a report's reviews, as gold.json holds it.

    A pair is labelled where a person gave it a verdict, or decided on a fact whose finding hangs on this pair alone.
    """
    arranged = rearranged(report, reviews)
    standing = standings(arranged, reviews)
    given = {
        pair: "|".join(sorted({it.verdict.value for it in found.opinions if it.verdict}))
        for pair, found in pair_standings(arranged, reviews).items()
    }
    facts, disputes = [], []
    for fact in arranged.facts:
        mine = {(j.left, j.right): given[j.left, j.right] for j in arranged.judgements_of[fact.id] if (j.left, j.right) in given}
        mine = _from_decision(arranged, fact, standing[fact.id]) | mine
        if not mine:
            continue
        confirmed = standing[fact.id].status is Status.CONFIRMED
        named = [claim for claim in fact.claims if confirmed or any(claim in pair for pair in mine)]
        key = {claim: f"m{number}" for number, claim in enumerate(named, 1)}
        facts.append(
            {
                "id": fact.id,
                "kind": fact.facet,
                "mentions": {key[claim]: _mention(arranged, claim) for claim in named},
                "relations": [[key[left], key[right], verdict] for (left, right), verdict in sorted(mine.items())],
            }
        )
        for judgement in arranged.judgements_of[fact.id]:
            if judgement.code in _DISPUTES and mine.get((judgement.left, judgement.right)) == Verdict.CONTRADICT:
                disputes.append(_case(arranged, judgement.left, judgement.right, judgement.reason))
    return {
        "group": name,
        "articles": [document.id for document in report.documents],
        "facts": facts,
        "apart": _apart(report, reviews),
        "disputes": disputes,
        "copies": [],
        "junk": [],
    }


def _from_decision(report: Report, fact: Fact, standing: Standing) -> dict[tuple[str, str], str]:
    """The label that a decision on a fact gives to the one pair that decides it; nothing where several do, or people differ."""
    independent = [j for j in report.judgements_of[fact.id] if report.independent(j)]
    if standing.conflict or standing.stale or standing.status is Status.OPEN:
        return {}
    if standing.status is Status.CORRECTED:
        return _one(independent, standing.verdict.value) if standing.verdict else {}
    verdict = RESTS_ON.get(fact.finding)
    deciding = [j for j in independent if j.verdict is verdict]
    if verdict is None:
        return {}
    if standing.status is Status.CONFIRMED:
        return _one(deciding, verdict.value)
    return _one(deciding, "|".join(sorted(other.value for other in Verdict if other is not verdict)))


def _one(judgements: Sequence[Judgement], label: str) -> dict[tuple[str, str], str]:
    return {(judgements[0].left, judgements[0].right): label} if len(judgements) == 1 else {}


def _apart(report: Report, reviews: Sequence[Review]) -> list[dict[str, Any]]:
    """The pairs that a split has set apart."""
    by_key = {key: claim for claim, key in claim_keys(report).items()}
    cases = []
    for review in in_force(reviews):
        if review.action is Action.SPLIT:
            staying = [by_key[key] for key in review.claims if key in by_key and key not in review.targets]
            leaving = [by_key[key] for key in sorted(review.targets) if key in by_key]
            cases += [_case(report, one, two, review.note or "split by a reviewer") for one, two in product(staying, leaving)]
    return cases


def _case(report: Report, one: str, two: str, why: str) -> dict[str, Any]:
    return {"a": _mention(report, one), "b": _mention(report, two), "why": why}


def _mention(report: Report, claim: str) -> list[str]:
    """A claim as gold.json names it: the beginning of its file's name, and its exact words."""
    it, document = report.claim_by_id[claim], report.document_of(claim)
    return [document.id, _writable(document.text[it.start : it.end])]


def _writable(text: str) -> str:
    """Text as a file in UTF-8 can hold it."""
    return text.encode("utf-8", "replace").decode()


def as_files(report: Report, reviews: Sequence[Review], name: str) -> Mapping[str, str]:
    """The labelled data as files: path in the folder -> content."""
    gold = json.dumps(labelled(report, reviews, name), ensure_ascii=False, indent=1) + "\n"
    texts = {f"texts/{document.id}.txt": _writable(document.text) for document in report.documents}
    return {"gold.json": gold, **texts, "texts/sources.csv": _sources(report.documents)}


def _sources(documents: Sequence[Document]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(("file", "outlet", "title", "published", "url"))
    for it in documents:
        published = it.published.isoformat() if it.published else ""
        writer.writerow([_writable(cell) for cell in (f"{it.id}.txt", it.outlet, it.title, published, it.url)])
    return out.getvalue()
