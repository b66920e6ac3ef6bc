"""Facets: which question about a happening a clause answers. A clause may answer several; each makes a claim of its own.

How many were killed, by what means, where, when, who did it or claims to, who holds a place, what was destroyed, where an
indicator goes, what caused it, at what stage a legal case is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.aboard import ABOARD, aboard
from claims.ages import AGE, aged
from claims.cases import CASE, NOT_STAGES, case
from claims.causes import CAUSE, causes
from claims.claim import Claim, Cue, Quantity, Window
from claims.courses import courses, courses_of
from claims.doers import DONE_BY, PERPETRATOR, doers
from claims.figures.answers import answered, phrase_of
from claims.figures.roles import HARM, ROLE_OF
from claims.grammar import first_child
from claims.holders import HELD_BY, holds
from claims.inhabitants import POPULATION, inhabited
from claims.open_cause import OPEN_CAUSE, leaves_cause_open
from claims.open_toll import OPEN_TOLL, leaves_toll_open
from claims.prospects import PROSPECT, STATE, prospects
from claims.records import RECORD, records
from claims.starts import START, starts

if TYPE_CHECKING:
    from spacy.tokens import Span

WORDS = frozenset({"statement", "other"})  # facets that are known by their words alone

# Sudden things that happen at a place and a time by some means; other clauses are not asked where, when and how.
HAPPENINGS = frozenset(
    """
    attack assault bombing bomb blast explosion explode detonate strike airstrike raid shelling shell fire shoot
    shooting ambush clash crash hit target quake earthquake flood storm landfall collapse derail erupt burn
    wildfire stab stabbing ram blow massacre struck execution rob robbery heist burglary theft arson torch murder hijack
    capsize sink sever rupture riot outage blackout landslide mudslide avalanche tsunami hurricane tornado typhoon cyclone
    eruption spill
    """.split()
)
_MEANS = frozenset(
    """
    bomb bombing bomber suicide belt vest truck car motorcycle motorbike vehicle van explosive rocket missile
    mortar shell shelling airstrike strike raid drone gun gunman gunfire rifle knife grenade gas chlorine sarin
    barrel artillery sniper shot mine tank malfunction fault failure derail collision engine
    """.split()
)
CONTROL = "control"
_TAKES = frozenset(
    """
    seize capture recapture retake retook regain besiege encircle overrun liberate
    """.split()
)
_DAMAGE = frozenset(["destroy", "damage", "level", "demolish", "raze", "ruin", "devastation", "rubble", "flatten", "shatter"])
MOTIVES = frozenset(["retaliation", "retaliate", "reprisal", "revenge", "avenge", "vengeance", "retribution"])
_LOCATIVE = frozenset({"in", "at", "near", "outside", "on", "inside", "around", "of", "by", "into", "to", "from", "between"})
SITES = frozenset(
    """
    bakery market hospital school mosque church station airport crossing border camp headquarters building office
    street road square checkpoint base outpost post house home hotel restaurant centre center bridge port embassy
    university outskirts suburb neighbourhood neighborhood district city town village province area region edge
    part gate plant park stadium court
    """.split()
)
COURSE = "course of "
_SUPPOSED = frozenset(["if", "whether", "asks", "either"])  # what is only supposed goes nowhere
TOPICS = (COURSE, STATE, PROSPECT, CAUSE, START)  # facets that name of what they speak
# Facets whose predicate is never a verb of the clause; that of PERPETRATOR and CONTROL may also begin with DONE_BY or HELD_BY.
OWN_PREDICATES = (*TOPICS, CASE, RECORD, ABOARD, POPULATION, AGE)
LONGEST_MOMENT = 2  # days: "Saturday and Sunday" still says when; "this week" says in what time a count was made
GROUND = frozenset(
    """
    city town village province area neighbourhood neighborhood district region territory capital base
    """.split()
)
_HARMING = frozenset(lemma for lemma, role in ROLE_OF.items() if role in HARM)


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet's name, the offsets of the words that carry it, and the quantities that belong to it."""

    name: str
    start: int
    end: int
    quantities: tuple[Quantity, ...] = ()
    predicate: str = ""  # where it is another than the clause's
    places: tuple[str, ...] | None = None  # the same
    by_the_way: bool = False  # told beside what the clause asserts or denies
    denied: bool = False  # where the clause itself is not


def facets(claim: Claim, words: Span, inside: Sequence[Quantity], text: str, offset: int, own_time: bool) -> Iterator[Facet]:
    """The facets of a clause, given as a claim without facet, its tokens, its quantities, and the document's text.

    `own_time` says that the claim's window stands in the clause itself and not in the sentence around it.
    """
    roles = [q for q in inside if q.role]
    for thing, start, end in records(words, inside, offset):
        yield Facet(RECORD, claim.start, claim.end, predicate=thing)
        inside = [q for q in inside if not (q.unit and start <= q.start and q.end <= end)]  # "40-year high" is no length of time
    for quantity in inside:
        if not quantity.unit and (place := inhabited(words, quantity, offset)):
            yield Facet(POPULATION, claim.start, claim.end, (quantity,), predicate=place)
        elif name := answered(quantity, text):
            start, end = phrase_of(quantity, words, text, offset) or (claim.start, claim.end)
            yield Facet(name, start, end, (quantity,), predicate=aged(words, quantity, offset) if name == AGE else "")
    harmed = any(q.role in HARM for q in roles)
    named = list(_happening_facets(claim, words, own_time, harmed))
    if not roles and _acts_on_somebody(words):
        named.append(PERPETRATOR)
    yield from (held := list(_held(words, offset)))
    if asserted := any(not one.by_the_way for one in held):
        named = [name for name in named if name != CONTROL]
    if PERPETRATOR not in named and claim.cue is not Cue.DENIES and (told := doers(words, claim)) is not None:
        yield Facet(PERPETRATOR, claim.start, claim.end, predicate=f"{DONE_BY}{' and '.join(told)}")
    for name in named:
        yield Facet(name, claim.start, claim.end)
    if claim.hedge not in _SUPPOSED:
        if (tried := case(words)) and (not claim.negated or tried.stages & NOT_STAGES):
            yield Facet(CASE, claim.start, claim.end, predicate=tried.predicate)
        for thing, way in {**courses_of(inside), **{course.thing: course.way for course in courses(words)}}.items():
            yield Facet(f"{COURSE}{thing}", claim.start, claim.end, predicate=way)
    if leaves_cause_open(claim.text):
        yield Facet(OPEN_CAUSE, claim.start, claim.end)
    if carried := aboard(words):
        yield Facet(ABOARD, claim.start, claim.end, predicate=" ".join(sorted(carried)))
    for cause in causes(words):
        yield Facet(f"{CAUSE}{cause.thing}", claim.start, claim.end, predicate=cause.reason, denied=cause.denied)
    yield from (begun for begun in _begun(words, offset) if begun.by_the_way or (own_time and not _to_come(claim)))
    for prospect in prospects(words):
        yield Facet(prospect.facet, claim.start, claim.end, predicate=prospect.predicate)
    if not roles and not asserted and not set(named) - {"time"}:  # when it happened is not all that a clause tells
        yield Facet("statement" if claim.speakers else "other", claim.start, claim.end, tuple(inside))


def _held(words: Span, offset: int) -> Iterator[Facet]:
    """Who holds which place, each with the words that tell it."""
    for hold in holds(words):
        told = words.doc[hold.start : hold.end]
        places = (hold.place,) if hold.place else ()
        yield Facet(
            CONTROL, offset + told.start_char, offset + told.end_char, (), f"{HELD_BY}{hold.holder}", places, hold.by_the_way
        )


def _begun(words: Span, offset: int) -> Iterator[Facet]:
    """Since when wars and the like last, each with the words that tell it."""
    for begun in starts(words):
        told = words.doc[begun.start : begun.end]
        places = tuple(entity.text for entity in told.ents if entity.label_ == "GPE") if begun.by_the_way else None
        at = offset + told.start_char, offset + told.end_char
        yield Facet(f"{START}{begun.thing}", *at, predicate=begun.told, places=places, by_the_way=begun.by_the_way)


def _to_come(claim: Claim) -> bool:
    """Whether a claim's window opens after its article: what is to begin has not begun."""
    opens = claim.window.start if claim.window is not None else None
    return opens is not None and claim.published is not None and opens > claim.published


def _happening_facets(claim: Claim, words: Span, own_time: bool, harmed: bool) -> Iterator[str]:
    lemmas = {t.lemma_.lower() for t in words} | {t.lower_ for t in words}
    if "responsibility" in lemmas or {"take", "credit"} <= lemmas or ("claim" in lemmas and _claims_a_deed(words)):
        yield "responsibility"
        return
    happens = harmed or _happens(words)
    if happens and lemmas & _MEANS:
        yield "method"
    if happens and (claim.places or lemmas & GROUND or _located(words)):
        yield "place"
    if happens and own_time and claim.window is not None and _dated(claim.window) and "toll" not in lemmas:
        yield "time"  # a toll that rises on a day does not say when the deed was done
    if (_near_head(words, _TAKES) or _takes_control(words)) and (claim.places or lemmas & GROUND):
        yield CONTROL
    if _near_head(words, _DAMAGE):
        yield "damage"
    if leaves_toll_open(claim.text):
        yield OPEN_TOLL
    if not MOTIVES.isdisjoint(lemmas):
        yield "motive"


def _happens(words: Span) -> bool:
    """Whether the clause tells of a happening, or of somebody harmed."""
    of_noun = words.root.dep_ == "relcl" and words.root.head.lemma_.lower() in HAPPENINGS  # "the raids, which took place"
    return of_noun or _near_head(words, HAPPENINGS) or _near_head(words, _HARMING)


def _located(words: Span) -> bool:
    """Whether the head, or what it directly governs, is given a place: "at a bakery", "near the police headquarters"."""
    near = [words.root, *words.root.children]
    for token in near:
        for prep in token.children:
            if prep.dep_ == "prep" and prep.lower_ in _LOCATIVE and words.start <= prep.i < words.end:
                noun = first_child(prep, "pobj")
                if noun is not None and noun.pos_ in ("NOUN", "PROPN") and noun.lemma_.lower() in SITES:
                    return True
    return False


def _dated(window: Window) -> bool:
    """Whether a window is so short that it says when a sudden thing happened."""
    return window.start is not None and window.end is not None and (window.end - window.start).days <= LONGEST_MOMENT


def _acts_on_somebody(words: Span) -> bool:
    """ "rebels killed the pilot", "he was killed by rebels": who harmed whom, without a number."""
    head = words.root
    if ROLE_OF.get(head.lemma_.lower()) not in HARM or head.pos_ != "VERB":
        return False
    children = {c.dep_ for c in head.children}
    return ("nsubj" in children and "dobj" in children) or "agent" in children


def _near_head(words: Span, lemmas: Collection[str]) -> bool:
    """Whether one of the lemmas is the clause's head or what the head directly governs; further down it is told by the way."""
    near = [words.root, *words.root.children]
    near += [grandchild for child in words.root.children for grandchild in child.children]
    return any(t.lemma_.lower() in lemmas for t in near if words.start <= t.i < words.end)


def _takes_control(words: Span) -> bool:
    """ "Rebels took control of the town"; neither a blaze that is controlled nor "under control"."""
    return any(t.lemma_ == "control" and t.pos_ == "NOUN" and t.dep_ == "dobj" and t.head == words.root for t in words)


def _claims_a_deed(words: Span) -> bool:
    """ "the attack was claimed by", "claimed previous bombings": a deed is claimed, not something said."""
    for token in words:
        if token.lemma_ == "claim" and token.pos_ == "VERB":
            objects = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")]
            return any(c.lemma_.lower() in HAPPENINGS for c in objects)
    return False
