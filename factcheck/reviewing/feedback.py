"""What people decided, as labelled data: a folder with gold.json and the texts, on which any version of the tool can be scored.

gold.json names words of the articles: `facts` with their `mentions` (key -> [the file's name, exact words]) and
`relations` ([key, key, verdict], "contradict|compatible" where two labels can be defended), `apart` for claims that somebody
split off, `disputes` for what is denied or blamed on others; `copies` and `junk` stay empty.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from claims.document import Document
from factcheck.evidence.deciding import DECIDES, ranked
from factcheck.judgement import Code, Fact, Finding, Judgement, Verdict
from factcheck.report import Report
from factcheck.reviewing.rearranged import rearranged
from factcheck.reviewing.review import Action, Review, claim_keys, in_force
from factcheck.reviewing.reviews import Standing, Status, pair_standings, standings

_DISPUTES = frozenset({Code.DENIAL, Code.ACTOR_DIFFERS})


def labelled(report: Report, reviews: Sequence[Review], name: str) -> dict[str, Any]:
    """The labelled data of a report's reviews, as gold.json holds it.

    A pair is labelled where a person gave it a verdict, or decided on the finding that rests on it (`_from_decision`).
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
    """The labels that a decision on a fact gives to its pairs; none where the decision is stale, or people differ.

    Who confirms a finding confirms the pair that is shown as its reason. Where nothing is contradicted, no pair that was said to
    contradict does. Any other decision labels a pair only where there is no other that it could be about.
    """
    if standing.conflict or standing.stale or standing.status is Status.OPEN:
        return {}
    independent = [j for j in ranked(report, fact) if report.independent(j)]
    verdict = DECIDES.get(fact.finding)
    deciding = [j for j in independent if j.verdict is verdict]
    if verdict is None or standing.status is Status.CONFIRMED:
        return _all(deciding[:1], verdict.value) if verdict else {}
    others = "|".join(sorted(other.value for other in Verdict if other is not verdict))
    given = {}
    if verdict is Verdict.CONTRADICT and standing.verdict is not verdict:
        given = _all(deciding, others)
    elif standing.status is Status.REJECTED and fact.finding is not Finding.REPEATED and len(deciding) == 1:
        given = _all(deciding, others)  # of a repeated fact it was doubted that it has one origin, not that the words agree
    if standing.verdict is not None and len(independent) == 1:
        given |= _all(independent, standing.verdict.value)
    return given


def _all(judgements: Sequence[Judgement], label: str) -> dict[tuple[str, str], str]:
    return {(it.left, it.right): label for it in judgements}


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
    """A claim as gold.json names it: its file's name, and its exact words."""
    it, document = report.claim_by_id[claim], report.document_of(claim)
    return [_file(document), _writable(document.text[it.start : it.end])]


def _file(document: Document) -> str:
    """What the file of a document's text is called: by its id, as far as that can be a file's name."""
    return f"{re.sub(r'[^0-9A-Za-z_-]', '_', document.id)}.txt"


def _writable(text: str) -> str:
    """Text as a file in UTF-8 can hold it."""
    return text.encode("utf-8", "replace").decode()


def as_files(report: Report, reviews: Sequence[Review], name: str) -> Mapping[str, str]:
    """The labelled data as files: path in the folder -> content."""
    gold = json.dumps(labelled(report, reviews, name), ensure_ascii=False, indent=1) + "\n"
    texts = {f"texts/{_file(document)}": _writable(document.text) for document in report.documents}
    return {"gold.json": gold, **texts, "texts/sources.csv": _sources(report.documents)}


def _sources(documents: Sequence[Document]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(("file", "outlet", "title", "published", "url"))
    for it in documents:
        published = it.published.isoformat() if it.published else ""
        writer.writerow([_writable(cell) for cell in (_file(it), it.outlet, it.title, published, it.url)])
    return out.getvalue()
