"""ClaimReview drafts: only what a person stands behind, in schema.org's terms, without any rating."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
import reports

from factcheck.exports.claimreview import write_claimreview
from factcheck.judgement import Verdict
from factcheck.report import Report
from factcheck.reviewing.rating import Rating
from factcheck.reviewing.review import Action, Review, of_claim, of_fact, taken_back
from factcheck.reviewing.reviews import standings

# schema.org (version 29): the properties of each type that may stand in a draft; those of its parents are its own too.
WORK = {"author", "datePublished", "url", "headline", "text", "publisher", "creativeWorkStatus"}
TERMS = {
    "ClaimReview": WORK | {"claimReviewed", "itemReviewed", "reviewBody", "reviewRating"},
    "Claim": WORK | {"appearance", "firstAppearance"},
    "NewsArticle": WORK,
    "Rating": {"alternateName", "ratingValue", "bestRating", "worstRating", "author"},
    "Organization": {"name", "url"},
    "Person": {"name", "url"},
    None: {"name"},  # a speaker of whom the text does not say whether it is a person or an organisation
}


def graph(report: Report, reviews: list[Review]) -> list[dict[str, Any]]:
    """The drafts, as a reader of JSON-LD gets them."""
    out = io.StringIO()
    write_claimreview(report, out, standings(report, reviews))
    data = json.loads(out.getvalue())
    assert data["@context"] == "https://schema.org"
    drafts: list[dict[str, Any]] = data["@graph"]
    return drafts


def foreign(node: Any) -> list[str]:
    """The keys of a node, and of all in it, that are no terms of its type."""
    if isinstance(node, list):
        return [key for each in node for key in foreign(each)]
    if not isinstance(node, dict):
        return []
    own = set(node) - {"@type"} - TERMS[node.get("@type")]
    return [*own, *(key for each in node.values() for key in foreign(each))]


CONFIRMED = of_fact(reports.small(), reports.KILLED, Action.CONFIRM, "Ann Lee", note="Both stand by their number.")


def test_a_confirmed_finding_has_a_draft_for_each_claim() -> None:
    """Who said what, when and where, who reviewed it and why; a draft, and no rating."""
    first, second = graph(reports.small(), [CONFIRMED])
    assert second == {
        "@type": "ClaimReview",
        "creativeWorkStatus": "Draft",
        "claimReviewed": "Nine passengers were killed on Monday",
        "itemReviewed": {
            "@type": "Claim",
            "text": "Nine passengers were killed on Monday",
            "author": {"name": "the coast guard"},
            "datePublished": "2024-05-14",
            "firstAppearance": article(),
            "appearance": [article()],
        },
        "author": {"@type": "Person", "name": "Ann Lee"},
        "datePublished": CONFIRMED.at.date().isoformat(),
        "reviewBody": (
            "Contradicted: Seven passengers died. 7 dead cannot be 9 dead on the same day. Both stand by their number."
        ),
    }
    assert first["itemReviewed"]["author"] == {"@type": "Organization", "name": "Harbour Gazette"}


def article() -> dict[str, Any]:
    """The Courier's article."""
    return {
        "@type": "NewsArticle",
        "headline": "Nine dead as Ondine burns",
        "url": "https://example.org/courier/ondine",
        "datePublished": "2024-05-14",
        "publisher": {"@type": "Organization", "name": "Inland Courier"},
    }


def test_a_rating_is_a_person_s_and_of_one_claim() -> None:
    """The claim that was rated carries the word, the number on its scale and who gave it, the last one; no other claim does."""
    rated = [
        of_claim(reports.small(), reports.NINE.id, Rating(word, value), "Tom Reed") for word, value in (("True", 5), ("False", 1))
    ]
    first, second = graph(reports.small(), [CONFIRMED, *rated])
    assert "reviewRating" not in first
    assert second["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "False",
        "ratingValue": 1,
        "bestRating": 5,
        "worstRating": 1,
        "author": {"@type": "Person", "name": "Tom Reed"},
    }
    assert foreign([first, second]) == []
    assert graph(reports.small(), rated) == []
    _, second = graph(reports.small(), [CONFIRMED, *rated, *(taken_back(it, "Tom Reed") for it in rated)])
    assert "reviewRating" not in second


def test_a_word_alone_is_a_rating_without_a_scale() -> None:
    """Whoever gives no number gets none."""
    rated = of_claim(reports.small(), reports.NINE.id, Rating("Not shown"), "Tom Reed")
    _, second = graph(reports.small(), [CONFIRMED, rated])
    assert set(second["reviewRating"]) == {"@type", "alternateName", "author"}


def test_copies_are_appearances_of_one_claim() -> None:
    """The same words in two articles are one claim; an unknown outlet is left out, and without a date nobody is first."""
    review = of_fact(reports.small(), reports.SMOKE, Action.CONFIRM, "Ann Lee")
    about, _ = graph(reports.small(), [review])
    first, second = about["itemReviewed"]["appearance"]
    assert first["publisher"]["name"] == "Harbour Gazette"
    assert (second["headline"], "publisher" in second) == ("Ondine: the night of the fire", False)
    assert about["itemReviewed"]["firstAppearance"]["publisher"]["name"] == "Harbour Gazette"


@pytest.mark.parametrize(
    ("reviews", "count", "why"),
    [
        ([], 0, "nobody decided"),
        ([of_fact(reports.small(), reports.KILLED, Action.REJECT, "Ann Lee")], 0, "rejected"),
        ([of_fact(reports.small(), reports.KILLED, Action.CHECK, "Ann Lee")], 0, "only checked"),
        ([CONFIRMED, taken_back(CONFIRMED, "Ann Lee")], 0, "taken back"),
        ([of_fact(reports.small(), reports.KILLED, Action.CORRECT, "Ann Lee", verdict=Verdict.COMPATIBLE)], 2, "corrected"),
    ],
)
def test_only_what_a_person_stands_behind(reviews: list[Review], count: int, why: str) -> None:
    """What nobody confirmed or corrected has no draft."""
    assert len(graph(reports.small(), reviews)) == count


@pytest.mark.parametrize("report", [reports.small(), reports.hostile()], ids=["small", "hostile"])
def test_only_terms_of_the_vocabulary(report: Report) -> None:
    """Every key is a property that schema.org has for its type, nothing is rated, and no address can run a script."""
    drafts = graph(report, [of_fact(report, fact, Action.CONFIRM, "Ann Lee") for fact in report.facts])
    assert drafts
    assert foreign(drafts) == []
    assert "reviewRating" not in json.dumps(drafts)
    assert '"javascript:' not in json.dumps(drafts)
    assert all(draft["claimReviewed"] and draft["itemReviewed"]["appearance"] for draft in drafts)
