"""A report as people have put its facts together: with what they split and joined, and nothing else changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from claims.claim import Claim
from claims.document import content_id
from factcheck.evidence.consensus import DEFAULT_METHOD, settle, sources
from factcheck.evidence.findings import finding, headline
from factcheck.evidence.truth import Method
from factcheck.judgement import Code, Fact, Judgement
from factcheck.report import Report
from factcheck.reviewing.review import Action, Review, claim_keys, in_force

NOT_JUDGED = "put into one fact by {reviewer}; nobody has judged this pair"


@dataclass(frozen=True, slots=True)
class _Part:
    """Claims (ids) that are one fact now, and the fact whose happening and place in the report they take."""

    claims: tuple[str, ...]
    was: Fact
    changed: bool = False


def rearranged(report: Report, reviews: Sequence[Review]) -> Report:
    """The report with the SPLIT and JOIN reviews that hold carried out, in their order; itself where there are none.

    A split or a join whose claims no longer stand in one fact, or in two, is left undone. Pairs that a join brings together
    have no verdict until a person gives one.
    """
    wanted = [review for review in in_force(reviews) if review.action in (Action.SPLIT, Action.JOIN)]
    if not wanted:
        return report
    key_of = claim_keys(report)
    parts = [_Part(fact.claims, fact) for fact in report.facts]
    judged = {(j.left, j.right): j for j in report.judgements}
    for review in wanted:
        home = _holding(parts, key_of, set(review.claims))
        if home is None:
            continue
        if review.action is Action.SPLIT:
            parts = _split(parts, home, key_of, review, judged)
        else:
            parts = _joined(parts, home, _holding(parts, key_of, set(review.targets)), review, judged)
    if not any(part.changed for part in parts):
        return report
    return _with(report, parts, judged)


def _holding(parts: Sequence[_Part], key_of: Mapping[str, str], keys: set[str]) -> int | None:
    """The part that holds most of some claims (keys)."""
    shares = [sum(key_of[claim] in keys for claim in part.claims) for part in parts]
    most = max(shares, default=0)
    return shares.index(most) if most else None


def _split(
    parts: list[_Part], at: int, key_of: Mapping[str, str], review: Review, judged: dict[tuple[str, str], Judgement]
) -> list[_Part]:
    whole = parts[at]
    leaving = tuple(claim for claim in whole.claims if key_of[claim] in review.targets)
    staying = tuple(claim for claim in whole.claims if claim not in leaving)
    if not leaving or not staying:
        return parts
    for pair in product(leaving, staying):
        judged.pop(_pair(*pair), None)
    new = [_Part(staying, whole.was, True), _Part(leaving, whole.was, True)]
    return [*parts[:at], *new, *parts[at + 1 :]]


def _joined(
    parts: list[_Part], one: int, two: int | None, review: Review, judged: dict[tuple[str, str], Judgement]
) -> list[_Part]:
    if two is None or one == two:
        return parts
    first, second = parts[one], parts[two]
    for pair in product(first.claims, second.claims):
        left, right = _pair(*pair)
        judged.setdefault((left, right), Judgement(left, right, Code.NO_BASIS, 0.0, NOT_JUDGED.format(reviewer=review.reviewer)))
    both = _Part((*first.claims, *second.claims), first.was, True)
    return [both if at == one else part for at, part in enumerate(parts) if at != two]


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one < two else (two, one)


def _with(report: Report, parts: Sequence[_Part], judged: Mapping[tuple[str, str], Judgement]) -> Report:
    """The report with these parts as its facts; those that changed are found and settled anew."""
    origin = report.origin_of
    known = sources(report.document_by_id, origin, report.origins, report.claims)
    support = Method(str(report.settings.get("support", DEFAULT_METHOD.value)))
    facts = []
    for part in parts:
        if not part.changed:
            facts.append(part.was)
            continue
        members = set(part.claims)
        mine = [j for j in judged.values() if j.left in members and j.right in members]
        claims = [report.claim_by_id[claim] for claim in part.claims]
        new = replace(
            part.was,
            id=content_id(*sorted(part.claims)),
            headline=_headline(claims, part.was),
            finding=finding(claims, mine, origin),
            claims=part.claims,
            origins=len({origin[claim.document] for claim in claims}),
            positions=(),
        )
        (settled,), _ = settle([new], report.claim_by_id, {new.id: mine}, known, support)
        facts.append(settled)
    ordered = tuple(sorted(judged.values(), key=lambda j: (j.left, j.right)))
    return replace(report, facts=tuple(facts), judgements=ordered)


def _headline(claims: Sequence[Claim], was: Fact) -> str:
    """The old headline where its first claim has stayed, else a new one without any model: the shortest claim's."""
    if claims[0].id == was.claims[0]:
        return was.headline
    return headline(claims, np.ones((len(claims), 1), dtype=np.float32))
