"""Happenings: which facts tell of one thing that took place, and a table of what each outlet says of it.

A clause carries several facets ("a car bomb killed 44 in Kessim on Wednesday": killed, method, place, time). Facts that share
clauses are therefore facets of one happening: the blast, the funeral and an earlier blast told as background fall apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.claim import Claim
from claims.facets import HAPPENINGS, WORDS
from factcheck.aligning.clustering import linked
from factcheck.aligning.wordings import Clause, clause_of
from factcheck.judgement import Fact
from factcheck.report import Report

# Two facts are of one happening if at least this share of the clauses of the smaller one stands in both.
SHARED_CLAUSES = 0.5


def happenings(claims: Sequence[Claim], groups: Sequence[Sequence[int]], event_of: Mapping[str, str]) -> list[str]:
    """The happening of each group of claims (positions): the event's name, and what took place where a facet says so."""
    clauses = [_clauses(claims, group) for group in groups]
    holding: dict[Clause, list[int]] = defaultdict(list)
    for number, held in enumerate(clauses):
        for clause in held:
            holding[clause].append(number)
    near = {(a, b) for numbers in holding.values() for a in numbers for b in numbers if a < b}
    close = [
        (one, two)
        for one, two in near
        if len(clauses[one] & clauses[two]) >= SHARED_CLAUSES * min(len(clauses[one]), len(clauses[two]))
    ]
    members: dict[int, list[int]] = defaultdict(list)
    for number, first in linked(range(len(groups)), close).items():
        members[first].append(number)
    name: dict[int, str] = {}
    taken: Counter[str] = Counter()
    for numbers in sorted(members.values(), key=lambda some: -len(set().union(*(clauses[n] for n in some)))):
        inside = [claims[i] for n in numbers for i in groups[n]]
        event = event_of[inside[0].document]
        what = _what(inside) if any(clauses[n] for n in numbers) else ""
        called = f"{event}: {what}" if what else event
        if what:
            taken[called] += 1
            called += f" ({taken[called]})" if taken[called] > 1 else ""
        name |= dict.fromkeys(numbers, called)
    return [name[number] for number in range(len(groups))]


def _clauses(claims: Sequence[Claim], group: Sequence[int]) -> set[Clause]:
    """The clauses of a fact of facets; none for facts in words, which tell of no happening by themselves."""
    return {clause_of(claims[i]) for i in group if claims[i].facet not in WORDS}


def _what(claims: Sequence[Claim]) -> str:
    """The commonest word for a sudden thing among the claims, else what happened to those who are counted."""
    told = Counter(word for claim in claims for word in set(claim.lemmas) & HAPPENINGS)
    if told:
        return max(told, key=lambda word: (told[word], word))
    roles = Counter(q.role for claim in claims for q in claim.quantities if q.role)
    return max(roles, key=lambda role: (roles[role], role)) if roles else ""


@dataclass(frozen=True, slots=True)
class Row:
    """One facet of a happening: its fact, and each outlet's words for it (empty where it is silent), by outlet."""

    fact: Fact
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What each outlet says of one happening: facets down, outlets across."""

    happening: str
    outlets: tuple[str, ...]
    rows: tuple[Row, ...]


# A table is worth its place where at least two outlets tell at least two facets.
MIN_FACETS = 2
MIN_OUTLETS = 2


def tables(report: Report) -> tuple[Table, ...]:
    """The tables of the happenings that at least two outlets tell in at least two facets, the fullest first."""
    events = {document.event for document in report.documents}
    facts: dict[str, list[Fact]] = defaultdict(list)
    for fact in report.facts:
        if fact.facet not in WORDS and fact.happening not in events:  # what bears the event's name alone is no one thing
            facts[fact.happening].append(fact)
    found = [_table(report, happening, some) for happening, some in facts.items()]
    worth = [t for t in found if len(t.rows) >= MIN_FACETS and len(t.outlets) >= MIN_OUTLETS]
    return tuple(sorted(worth, key=lambda t: (-sum(bool(cell) for row in t.rows for cell in row.cells), t.happening)))


def _table(report: Report, happening: str, facts: Sequence[Fact]) -> Table:
    """The facts that more than one outlet tells come first, in the report's order."""
    told = [fact for fact in facts if len(report.outlets_of(fact)) > 1]
    outlets = sorted({outlet for fact in told for outlet in report.outlets_of(fact)})
    rows = [Row(fact, tuple(cell(report, fact, outlet) for outlet in outlets)) for fact in told]
    return Table(happening, tuple(outlets), tuple(rows))


def cell(report: Report, fact: Fact, outlet: str) -> str:
    """An outlet's shortest words for a fact: figures with their bound and noun, a time, a place, else the claim."""
    said = []
    for key in fact.claims:
        claim, document = report.claim_by_id[key], report.document_of(key)
        if document.name != outlet:
            continue
        if claim.quantities:
            quantity = claim.quantities[0]
            words = document.text[quantity.start : quantity.end]
            said.append(" ".join(f"{words} {quantity.counted}".split()))
        elif claim.facet == "time" and claim.window is not None:
            said.append(claim.window.text)
        elif claim.facet == "place" and claim.places:
            said.append(", ".join(dict.fromkeys(claim.places)))
        else:
            said.append(" ".join(claim.text.split()))
    return "; ".join(dict.fromkeys(sorted(said, key=lambda words: (len(words), words))[:2]))
