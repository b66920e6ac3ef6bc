"""From judged pairs to a fact: its finding and its headline; what its values add up to, `factcheck.evidence.consensus` says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from claims.cases import CASE
from claims.causes import CAUSE
from claims.claim import Claim
from claims.document import Document, content_id
from claims.facets import COURSE, TOPICS, WORDS
from claims.figures.indicators import is_indicator
from claims.inhabitants import POPULATION
from claims.movements import FALL, RISE
from claims.open_cause import OPEN_CAUSE
from claims.open_toll import OPEN_TOLL
from claims.prospects import PROSPECT, STATE
from claims.starts import START
from factcheck.encoder import Vectors
from factcheck.judgement import Code, Fact, Finding, Judgement, Position, Verdict

_HEADLINE_WORDS = 14
_NAMED = 4  # holders of a dispute in its headline
_POSITION_WORDS = 24  # of one holder, on one line

# How a headline says which question about a happening the claims answer.
LABELS = {
    "method": "By what means: ",
    "perpetrator": "Who did it: ",
    "place": "Where: ",
    "time": "When: ",
    "responsibility": "Who claims it: ",
    "control": "Who holds what: ",
    "damage": "What was damaged: ",
    "motive": "Why: ",
    "aboard": "Who was aboard: ",
    CASE: "The case: ",
}


def fact(
    claims: Sequence[Claim],
    vectors: Vectors,
    judgements: Sequence[Judgement],
    documents: Mapping[str, Document],
    origin: Mapping[str, str],
    happening: str,
) -> Fact:
    """The fact that some claims make together; `vectors` has one row a claim, `origin` maps a document's id to its origin."""
    order = sorted(range(len(claims)), key=lambda i: _reading_order(claims[i], documents))
    ordered = [claims[i] for i in order]
    key = content_id(*sorted(c.id for c in claims))
    return Fact(
        id=key,
        headline=headline(ordered, vectors[order], disputed=any(j.code in (Code.DENIAL, Code.ACTOR_DIFFERS) for j in judgements)),
        happening=happening,
        facet=Counter(c.facet for c in ordered).most_common(1)[0][0],
        finding=finding(ordered, judgements, origin),
        claims=tuple(c.id for c in ordered),
        origins=len({origin[c.document] for c in ordered}),
    )


def positions(held: Iterable[tuple[str, str]], order: Sequence[str]) -> tuple[Position, ...]:
    """The positions of a disputed fact from (holder, claim id), holders and their claims in the order of the fact's claims."""
    claims: dict[str, set[str]] = {}
    for holder, claim in held:
        claims.setdefault(holder, set()).add(claim)
    found = [Position(holder, tuple(sorted(some, key=order.index))) for holder, some in claims.items()]
    return tuple(sorted(found, key=lambda position: (order.index(position.claims[0]), position.holder)))


def in_words(fact: Fact, claims: Mapping[str, Claim]) -> str:
    """The positions of a fact on one line, with the first words of each holder: "Torvay: ... / Orlia: ..."; empty without."""
    return " / ".join(f"{p.holder}: “{shortened(claims[p.claims[0]].text, _POSITION_WORDS)}”" for p in fact.positions)


def shortened(text: str, most: int) -> str:
    """The first words of a text, at most so many, on one line."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def urgency(fact: Fact) -> tuple[object, ...]:
    """A key that sorts facts as a person wants to see them: the most urgent finding first, then the best attested."""
    return (list(Finding).index(fact.finding), -fact.origins, -len(fact.claims), fact.headline, fact.id)


def _reading_order(claim: Claim, documents: Mapping[str, Document]) -> tuple[object, ...]:
    document = documents[claim.document]
    return (document.published is None, document.published or 0, document.outlet, document.id, claim.start, claim.id)


def finding(claims: Sequence[Claim], judgements: Sequence[Judgement], origin: Mapping[str, str]) -> Finding:
    """What the verdicts add up to; an agreement counts origins, so a reprint never makes a fact "agreed"."""
    by_id = {claim.id: claim for claim in claims}
    verdicts: set[Verdict] = set()
    across: set[Verdict] = set()
    for judgement in judgements:
        left, right = by_id[judgement.left], by_id[judgement.right]
        if left.document == right.document and left.speaker == right.speaker:
            continue  # one voice: a slip or a second wording, not a second source
        verdicts.add(judgement.verdict)
        if origin[left.document] != origin[right.document]:
            across.add(judgement.verdict)
    if Verdict.CONTRADICT in verdicts:
        return Finding.CONTRADICTED
    if Verdict.AGREE in across:
        return Finding.AGREED
    if Verdict.COMPATIBLE in verdicts:
        return Finding.COMPATIBLE
    if len({claim.document for claim in claims}) > 1 and len({origin[claim.document] for claim in claims}) == 1:
        return Finding.REPEATED
    if across:
        return Finding.UNCLEAR
    return Finding.SINGLE_SOURCE


def _topic(facet: str, claims: Sequence[Claim]) -> str:
    """What claims on one topic are about, and not one side of it; empty for other facets."""
    if facet == OPEN_TOLL:
        return "Whether the toll may rise"
    if facet == OPEN_CAUSE:
        return "Why it happened is left open"
    prefix = next((name for name in TOPICS if facet.startswith(name)), "")
    thing = facet.removeprefix(prefix)
    article = "an" if thing[:1] in "aeiou" else "a"
    if prefix == COURSE:
        ways = Counter(claim.predicate for claim in claims)
        both = f": {ways[RISE]} say up or high, {ways[FALL]} down or low" if ways[RISE] and ways[FALL] else ""
        return f"Which way {thing} goes{both}"
    if prefix == CAUSE:
        return f"What drives {thing}" if is_indicator(thing) else f"What caused the {thing}"
    if prefix == START:
        return f"Since when the {thing} lasts"
    return {STATE: f"Whether there is {article} {thing}", PROSPECT: f"Whether {article} {thing} is coming"}.get(prefix, "")


def _some_of(names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} others" if more > 1 else f", {names[-1]}" if more == 1 else "")


def headline(claims: Sequence[Claim], vectors: Vectors, disputed: bool = False) -> str:
    """What a fact is about: the role and what is counted, else the claim nearest to all others; who disputes, for a dispute."""
    quantities = [q for c in claims for q in c.quantities[:1]]
    facet = Counter(c.facet for c in claims).most_common(1)[0][0]
    if facet == POPULATION:
        return f"Population of {Counter(c.predicate for c in claims).most_common(1)[0][0]}"
    if facet not in WORDS and quantities:
        counted = Counter(q.counted for q in quantities if q.counted)
        what = max(counted, key=lambda w: (counted[w], len(w), w)) if counted else ""
        if quantities[0].role:
            return f"{(what or 'people')[:1].upper()}{(what or 'people')[1:]} {facet}"
        if not quantities[0].unit:
            return f"Number of {what or 'people'}"
    if not disputed and (topic := _topic(facet, claims)):
        return topic
    label = LABELS.get(facet, "")
    if disputed:
        label = f"In dispute ({_some_of(list(dict.fromkeys(c.speaker for c in claims if c.speaker)))}): "
    means = vectors @ vectors.mean(axis=0)
    central = min(range(len(claims)), key=lambda i: (-round(float(means[i]), 3), len(claims[i].standalone), claims[i].standalone))
    text = shortened(claims[central].standalone, _HEADLINE_WORDS)
    return label + (text if label else text[:1].upper() + text[1:])
