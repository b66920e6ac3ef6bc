"""What the evidence on each fact adds up to: its values and camps with the origins behind them, and who is silent.

Votes are weighed by a method of `truth`. A voice is the outlet of an origin's probable original, so that copies weigh
nothing: a reprint adds neither a voice nor a vote. A bound votes for every value that it allows.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from claims.claim import Claim, Quantity
from claims.document import Document
from claims.facets import WORDS
from claims.figures.roles import HARM
from claims.figures.units import dimension
from factcheck.evidence.truth import Discovery, Method, Vote, ballot, discover, number_likeness, number_loss
from factcheck.judgement import Camp, Fact, Judgement, Stated, Value, Verdict
from factcheck.judging.figures import in_unit
from factcheck.report import Origin, Trust

Interval = tuple[float, float]

# Set by benchmarks/truth.py: the least error on books and on heritage sites, and no worse than another on populations.
DEFAULT_METHOD = Method.TRUTH_FINDER


@dataclass(frozen=True, slots=True)
class Sources:
    """The documents of a report: each one's origin, the voice (an outlet) by which each speaks, the outlets of each event
    (`covering`), and those that count some harm in it (`counting`, by event and facet).
    """

    documents: Mapping[str, Document]
    origin: Mapping[str, str]
    voice: Mapping[str, str]
    covering: Mapping[str, frozenset[str]]
    counting: Mapping[tuple[str, str], frozenset[str]]

    def voice_of(self, claim: Claim) -> str:
        """The outlet by which the claim's origin speaks."""
        return self.voice[self.origin[claim.document]]

    def outlets(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The names of the claims' outlets, each once, in order of the claims."""
        return tuple(dict.fromkeys(self.documents[claim.document].name for claim in claims))

    def origins(self, claims: Iterable[Claim]) -> int:
        """From how many origins the claims are."""
        return len({self.origin[claim.document] for claim in claims})

    def silent(self, claims: Sequence[Claim]) -> tuple[str, ...]:
        """The outlets that cover an event of these claims and make none of them; of a toll, that count no such harm at all."""
        events = {(self.documents[claim.document].event, claim.facet) for claim in claims}
        speak = {*self.outlets(claims), *(name for key in events for name in self.counting.get(key, ()))}
        return tuple(sorted(frozenset().union(*(self.covering[event] for event, _ in events)) - speak))


def sources(
    documents: Mapping[str, Document], origin: Mapping[str, str], shared: Iterable[Origin], claims: Iterable[Claim]
) -> Sources:
    """The documents with their origins; an origin speaks by the outlet of its probable original, else of its first document."""
    original = {group.documents[0]: group.original for group in shared if group.original}
    voice = {key: documents[original.get(key, key)].name for key in origin.values()}
    covering: dict[str, set[str]] = defaultdict(set)
    for document in documents.values():
        covering[document.event].add(document.name)
    counting: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.facet in HARM:
            document = documents[claim.document]
            counting[document.event, claim.facet].add(document.name)
    return Sources(
        documents,
        origin,
        voice,
        {event: frozenset(names) for event, names in covering.items()},
        {key: frozenset(names) for key, names in counting.items()},
    )


def settle(
    facts: Sequence[Fact],
    claims: Mapping[str, Claim],
    judgements: Mapping[str, Sequence[Judgement]],
    known: Sources,
    method: Method = DEFAULT_METHOD,
) -> tuple[tuple[Fact, ...], tuple[Trust, ...]]:
    """The facts with values, history, camps and silent outlets, in their order; and how far each voice is borne out.

    `judgements` holds those of each fact, by its id. Trust counts facts on which two voices or more speak; majority gives none.
    """
    camps = {fact.id: _camps([claims[key] for key in fact.claims], judgements.get(fact.id, ())) for fact in facts}
    measured = {fact.id: _measured([claims[key] for key in fact.claims]) for fact in facts}
    votes: list[Vote] = []
    for fact in facts:
        own = list(_votes(fact.id, measured[fact.id], camps[fact.id], known))
        if len({voice for voice, _, _ in own}) > 1:
            votes += own
    found = discover(ballot(votes), method, number_likeness, number_loss)
    settled = tuple(_settled(fact, claims, measured[fact.id], camps[fact.id], known, found) for fact in facts)
    trust = tuple(Trust(voice, round(found.trust[voice], 3), found.spoke[voice]) for voice in sorted(found.trust))
    return settled, trust


def _measured(claims: Sequence[Claim]) -> list[tuple[Claim, Quantity]]:
    """The claims that state a value of the fact, in the unit that most have, and no part where others tell of the whole."""
    stated = [(claim, claim.quantities[0]) for claim in claims if claim.quantities and claim.facet not in WORDS]
    units = Counter(quantity.unit for _, quantity in stated)
    unit = min(units, key=lambda unit: (-units[unit], unit), default="")
    stated = [(claim, in_unit(quantity, unit)) for claim, quantity in stated if dimension(quantity.unit) == dimension(unit)]
    return [(claim, quantity) for claim, quantity in stated if not quantity.part] or stated


def _intervals(measured: Sequence[tuple[Claim, Quantity]]) -> list[Interval]:
    """The values in question: the flat ones, and only where there are none the bounds and ranges themselves."""
    flat = {(quantity.low, quantity.high) for _, quantity in measured if quantity.flat}
    return sorted(flat or {(quantity.low, quantity.high) for _, quantity in measured})


def _behind(interval: Interval, measured: Sequence[tuple[Claim, Quantity]]) -> list[Claim]:
    """The claims that state a value or allow it; "about 40" means 40 where somebody says 40, and else all that it allows."""
    flat = {quantity.low for _, quantity in measured if quantity.flat}
    found = []
    for claim, quantity in measured:
        middle = (quantity.low + quantity.high) / 2
        about = quantity.bound not in ("", "range") and not quantity.vague and quantity.low > 0
        low, high = (middle, middle) if about and middle in flat else (quantity.low, quantity.high)
        if low <= interval[0] and interval[1] <= high:
            found.append(claim)
    return found


def _camps(claims: Sequence[Claim], judgements: Sequence[Judgement]) -> list[list[Claim]]:
    """The claims by what they say: joined by agreement, the surest first, never across a contradiction; in the claims' order."""
    camp = {claim.id: at for at, claim in enumerate(claims)}
    members = {at: [claim.id] for at, claim in enumerate(claims)}
    against: dict[int, set[int]] = {at: set() for at in members}  # which camps contradict each
    for judgement in judgements:
        if judgement.verdict is Verdict.CONTRADICT:
            left, right = camp[judgement.left], camp[judgement.right]
            against[left].add(right)
            against[right].add(left)
    agreed = sorted((j for j in judgements if j.verdict is Verdict.AGREE), key=lambda j: (-j.score, j.left, j.right))
    for pair in agreed:
        one, two = sorted((camp[pair.left], camp[pair.right]))
        if one != two and two not in against[one]:
            camp.update(dict.fromkeys(members[two], one))
            members[one] += members.pop(two)
            for other in against.pop(two):
                against[other] = against[other] - {two} | {one}
                against[one].add(other)
    found: dict[int, list[Claim]] = {at: [] for at in sorted(members)}
    for claim in claims:
        found[camp[claim.id]].append(claim)
    return list(found.values())


def _votes(
    item: str, measured: Sequence[tuple[Claim, Quantity]], camps: Sequence[Sequence[Claim]], known: Sources
) -> Iterable[Vote]:
    if measured:
        for interval in _intervals(measured):
            for claim in _behind(interval, measured):
                yield known.voice_of(claim), item, _key(interval)
    elif len(camps) > 1:
        for camp in camps:
            for claim in camp:
                yield known.voice_of(claim), item, camp[0].id


def _key(interval: Interval) -> Hashable:
    """A flat value is a number to the methods, a range a name."""
    return float(interval[0]) if interval[0] == interval[1] else interval


def _support(found: Discovery, item: str, value: Hashable) -> float:
    """The support of a value, the same for all where nobody was weighed: a fact of one voice."""
    return round(found.support.get((item, value), 0.0), 9)


def _settled(
    fact: Fact,
    claims: Mapping[str, Claim],
    measured: Sequence[tuple[Claim, Quantity]],
    camps: Sequence[Sequence[Claim]],
    known: Sources,
    found: Discovery,
) -> Fact:
    every = [claims[key] for key in fact.claims]
    behind = {interval: _behind(interval, measured) for interval in _intervals(measured)} if measured else {}
    ranked = sorted(
        behind,
        key=lambda interval: (
            _support(found, fact.id, _key(interval)),
            len({known.voice_of(claim) for claim in behind[interval]}),
            interval,
        ),
        reverse=True,
    )
    values = tuple(Value(*interval, known.origins(behind[interval]), known.outlets(behind[interval])) for interval in ranked)
    history = sorted(
        (
            Stated(document.published, quantity.low, quantity.high, document.name, claim.id)
            for claim, quantity in measured
            for document in (known.documents[claim.document],)
        ),
        key=lambda it: (it.published is None, it.published or 0, it.outlet, it.claim),
    )
    return replace(
        fact,
        low=min((_lower(quantity) for _, quantity in measured), default=None),
        best=_stated(ranked[0], measured) if ranked else None,
        high=max((_upper(quantity) for _, quantity in measured), default=None),
        values=values,
        history=tuple(history),
        silent=known.silent(every),
        camps=() if measured or len(every) < 2 else _ranked_camps(fact, camps, known, found),
    )


def _ranked_camps(fact: Fact, camps: Sequence[Sequence[Claim]], known: Sources, found: Discovery) -> tuple[Camp, ...]:
    ranked = sorted(camps, key=lambda camp: (-_support(found, fact.id, camp[0].id), -known.origins(camp)))
    return tuple(
        Camp(
            tuple(claim.id for claim in camp),
            tuple(dict.fromkeys(claim.speaker or known.documents[claim.document].name for claim in camp)),
            known.origins(camp),
        )
        for camp in ranked
    )


def _stated(interval: Interval, measured: Sequence[tuple[Claim, Quantity]]) -> float:
    """One number for an interval: itself, the end that a bound names, the middle of "about 40", the low end of a loose word."""
    low, high = interval
    if low == high or high == inf:
        return low
    if low == 0:
        return high
    vague = any(quantity.vague for _, quantity in measured if (quantity.low, quantity.high) == interval)
    return low if vague else (low + high) / 2


def _lower(quantity: Quantity) -> float:
    return quantity.low if quantity.low > 0 or quantity.high in (0, inf) else quantity.high


def _upper(quantity: Quantity) -> float:
    return quantity.low if quantity.high == inf else quantity.high
