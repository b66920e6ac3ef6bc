"""Drafts of ClaimReview (schema.org, JSON-LD) for the findings that a person confirmed or corrected.

The tool rates no claim: a draft has a `reviewRating` only where a person rated that claim. Nor does it say whether a speaker is a
person or an organisation, nor at which address the fact check will stand (`url`): who publishes it adds these.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TextIO

from claims.claim import Claim
from claims.document import Document
from factcheck.exports.pairs import chosen
from factcheck.exports.told import Told, Voice, told
from factcheck.exports.wording import WORDS
from factcheck.judgement import Fact
from factcheck.report import Report
from factcheck.reviewing.rating import BEST, WORST
from factcheck.reviewing.review import Review
from factcheck.reviewing.reviews import Standing, Status

HELD = frozenset({Status.CONFIRMED, Status.CORRECTED})
"""Where a fact stands that gets a draft."""


def write_claimreview(
    report: Report,
    out: TextIO,
    standings: Mapping[str, Standing],
    facts: Collection[str] | None = None,
) -> None:
    """Write a JSON-LD graph: for each fact that a person confirmed or corrected, one ClaimReview a claim; none otherwise."""
    before = "[\n  "
    out.write('{\n "@context": "https://schema.org",\n "@graph": ')
    for draft in drafts(report, standings, facts):
        out.write(before + json.dumps(draft, ensure_ascii=False, indent=1).replace("\n", "\n  "))
        before = ",\n  "
    out.write("[]\n}\n" if before.startswith("[") else "\n ]\n}\n")


def drafts(report: Report, standings: Mapping[str, Standing], facts: Collection[str] | None) -> Iterator[dict[str, Any]]:
    """The drafts, fact by fact; the same words of one speaker are one claim with all its appearances, the first one first."""
    for fact in chosen(report, facts):
        standing = standings.get(fact.id, Standing())
        if standing.status in HELD:
            it = told(report, fact)
            same: dict[tuple[str, str], list[Voice]] = {}
            for voice in it.voices:
                same.setdefault(_said(voice.claim), []).append(voice)
            ratings: dict[tuple[str, str], Review] = {}
            for key, rated in sorted(standing.ratings.items(), key=lambda one: one[1].at):
                ratings[_said(report.claim_by_id[key])] = rated
            yield from (_draft(it, standing, voices, ratings.get(said)) for said, voices in same.items())


def _said(claim: Claim) -> tuple[str, str]:
    """What makes two claims one here: who says it and the words."""
    return claim.speaker, " ".join(claim.text.casefold().split())


def _draft(it: Told, standing: Standing, voices: Sequence[Voice], rated: Review | None) -> dict[str, Any]:
    claim = voices[0].claim
    documents = list(dict.fromkeys(document for voice in voices for document in (voice.document, *voice.copies)))
    published = min((document.published for document in documents if document.published), default=None)
    first = [document for document in documents if document.published == published is not None]
    item: dict[str, Any] = {
        "@type": "Claim",
        "text": " ".join(claim.text.split()),
        "author": {"name": claim.speaker} if claim.speaker else _organization(voices[0].document),
        "datePublished": published.isoformat() if published else None,
        "firstAppearance": _article(first[0]) if len(first) == 1 else None,
        "appearance": [_article(document) for document in documents],
    }
    draft: dict[str, Any] = {
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": " ".join(claim.standalone.split()),
        "itemReviewed": item,
        "author": {"@type": "Person", "name": standing.reviewer},
        "datePublished": standing.at.date().isoformat() if standing.at else None,
        "reviewBody": _body(it, standing),
        "reviewRating": _rating(rated) if rated else None,
    }
    return _known(draft)


def _rating(rated: Review) -> dict[str, Any] | None:
    """A person's rating in the terms of schema.org's Rating; the scale stands beside a number only."""
    if rated.rating is None:
        return None
    value = rated.rating.value
    scale = {} if value is None else {"ratingValue": value, "bestRating": BEST, "worstRating": WORST}
    author = {"@type": "Person", "name": rated.reviewer}
    return {"@type": "Rating", "alternateName": rated.rating.word, **scale, "author": author}


def _body(it: Told, standing: Standing) -> str:
    """What the person holds of the fact, why, and what was noted."""
    notes = [" ".join(review.note.split()) for review in standing.notes]
    return " ".join([f"{WORDS[standing.finding or it.fact.finding]}: {_about(it.fact, it.reason)}", *notes])


def _about(fact: Fact, reason: str) -> str:
    return f"{fact.headline}. {reason}" + ("" if reason.endswith((".", "”")) else ".")


def _article(document: Document) -> dict[str, Any]:
    """Where a claim appears; an address only where it is one of the web's."""
    return {
        "@type": "NewsArticle",
        "headline": document.title,
        "url": document.link,
        "datePublished": document.published.isoformat() if document.published else None,
        "publisher": _organization(document),
    }


def _organization(document: Document) -> dict[str, Any] | None:
    """The outlet; None where it is not known, for nobody is to be published under the name of a file."""
    return {"@type": "Organization", "name": document.outlet} if document.outlet else None


def _known(node: dict[str, Any]) -> dict[str, Any]:
    """A node without what is not known, and so the nodes in it."""
    return {key: _known_value(value) for key, value in node.items() if value not in (None, "")}


def _known_value(value: Any) -> Any:
    if isinstance(value, list):
        return [_known_value(each) for each in value]
    return _known(value) if isinstance(value, dict) else value
