"""Courses: where a common indicator is said to go or to stand, in words ("inflation eases", "unemployment near record lows").

Each is a facet of its clause, named by the indicator whatever the wording; figures have facets of their own (`claims.figures`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.figures.amounts import AMOUNTS
from claims.figures.indicators import INDICATOR, indicator, is_indicator
from claims.figures.measures import name_of
from claims.figures.quakes import MAGNITUDES
from claims.grammar import SUBJECTS, first_child
from claims.movements import BESIDE, EXTREMES, FALL, RISE, SEES, WAYS, extreme, is_light, is_summit, moves, phrasal, verbal

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.claim import Quantity

_OF = ("in", "of", "for")
_SPANS = frozenset(["year", "decade", "generation", "month"])
_GENERAL = frozenset(["whenever", "once", "if", "unless", "whether"])
_DECIDES = frozenset("vote decide agree opt choose".split())  # what is decided is done
_CARRIED_OUT = frozenset("impose announce deliver approve make implement order unveil enact execute".split())
_COMES = frozenset("follow come occur continue begin start".split())
_AMOUNTS = {"more": RISE, "less": FALL}
_DEAR = {"expensive": RISE, "costly": RISE, "dear": RISE, "pricey": RISE, "cheap": FALL}
_NOT_SO = ("forecast", "target")  # a figure of these says nothing of what was
_BETTER = {"improve": True, "worsen": False, "deteriorate": False}
# Of these more is better; of all others (inflation, unemployment, a deficit) less is.
_WELCOME = frozenset(
    {
        "gdp",
        "gdp per head",
        "wages",
        "employment",
        "labour market",
        "consumer spending",
        "retail sales",
        "industrial production",
        "trade surplus",
    }
)
_PRESENT = ("VBZ", "VBP", "VB")
_DEFINES = frozenset(["define", "mean"])
_MOSTLY = frozenset("usually typically generally normally always often".split())
_WANTED = frozenset(["should", "must", "ought"])
_KNOWN = ("the", "this", "these")
_SIGNS = frozenset("sign indication indicator evidence proof".split())
_AMID = ("with", "amid", "as")


@dataclass(frozen=True, slots=True)
class Course:
    """An indicator ("unemployment") and which way it goes, or at which end it stands: RISE or FALL."""

    thing: str
    way: str


def courses(words: Span) -> Iterator[Course]:
    """The courses that a clause (its tokens) asserts, each indicator once.

    What the clause's own verb says counts, and the end at which something is said to stand ("41-year high inflation"); "high
    inflation" and "rate rises" alone are only spoken of.
    """
    before = [c.lower_ for c in words.root.children if c.i < words.root.i]
    if _GENERAL.intersection(before) or (words.root.tag_ == "VB" and "to" in before and "have" not in before):
        return  # "if rates are high", "to bring down inflation" assert of no time that it is so
    if "when" in before and not {t.lemma_.lower() for t in words} & {*_SPANS, "record"}:
        return  # nor does "when rates are high", but "when unemployment is near a ten-year low" does
    if _is_rule(words.root):
        return
    told: set[str] = set()
    for noun in words:
        if noun.pos_ not in ("NOUN", "PROPN") or not is_indicator(thing := name_of(noun)) or thing in told:
            continue
        way = _at_an_end(noun) or _asserted(noun, words.root) or _valued(noun, thing, words.root) or _presupposed(noun)
        if way and _speaks_of(noun, thing, way, words.root):
            told.add(thing)
            yield Course(thing, way)
    shared = _shared_subject(words.root)
    thing = name_of(shared) if shared is not None else ""
    way = verbal(words.root) if is_indicator(thing) and thing not in told else ""
    if shared is not None and way and _speaks_of(shared, thing, way, words.root):
        told.add(thing)
        yield Course(thing, way)
    if "interest rate" not in told and (way := _rate_moved(words)):
        told.add("interest rate")
        yield Course("interest rate", way)
    for goods, way in _priced(words.root):
        named = [noun for noun in goods if noun.pos_ in ("NOUN", "PROPN") and not _told_by_the_way(noun, words.root)]
        for match in (INDICATOR.search(f"{noun.lemma_} price") for noun in named):
            if match is not None and match[0] != "price" and (thing := indicator(match)) not in told:
                told.add(thing)
                yield Course(thing, way)


def _speaks_of(noun: Token, thing: str, way: str, verb: Token) -> bool:
    """Whether a noun that goes by an indicator's name speaks of it: of prices only their rise, or their peak, is inflation."""
    if _of_somebody(noun) and thing in ("inflation", "mortgage rate"):
        return False
    return not (way == FALL and noun.lower_ == "prices" and thing == "inflation" and not is_summit(verb))


def _shared_subject(verb: Token) -> Token | None:
    """The subject that a verb shares with the one before it: "prices had risen and then fell"."""
    first = verb
    while first.dep_ == "conj" and first_child(first, *SUBJECTS) is None:
        first = first.head
    return first_child(first, *SUBJECTS) if first != verb and verb.pos_ == "VERB" else None


def _rate_moved(words: Span) -> str:
    """Which way a bank's rate goes where a noun says so: "announced its second rate hike", "a cut followed by two rate rises"."""
    for noun in words:
        rates = any(c.dep_ == "compound" and c.lower_ in ("rate", "rates") for c in noun.children)
        if noun.pos_ != "NOUN" or not rates or not (way := moves(noun)):
            continue
        verb = noun.head
        done = noun.dep_ == "dobj" and verb.lemma_.lower() in _CARRIED_OUT and not _is_wanted(verb)
        came = noun.dep_ in SUBJECTS and verb.lemma_.lower() in _COMES
        came |= noun.dep_ == "pobj" and verb.dep_ == "agent" and verb.head.lemma_.lower() in _COMES
        if (done and verb == words.root) or (came and words.root in (verb, verb.head)) or _is_known(noun):
            return way
    return ""


def _is_rule(verb: Token) -> bool:
    """ "Prices typically rise in spring", "growth slows when rates are high": what holds in general is told of no time."""
    if verb.lemma_.lower() in _DEFINES or any(c.lower_ in _MOSTLY for c in verb.children):
        return True
    whens = [c for c in verb.children if c.dep_ == "advcl" and any(w.lower_ == "when" for w in c.children)]
    return any(all(v.tag_ in _PRESENT and not _auxiliaries(v) for v in (verb, when)) for when in whens)


def _auxiliaries(verb: Token) -> list[str]:
    return [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]


def _is_wanted(verb: Token) -> bool:
    """ "Raise rates!", "it should raise rates": what somebody is to do is not done."""
    order = verb.tag_ == "VB" and not any(c.dep_ in (*SUBJECTS, "aux") for c in verb.children)
    return (order and verb.dep_ == "ROOT") or not _WANTED.isdisjoint(_auxiliaries(verb))


def _valued(noun: Token, thing: str, root: Token) -> str:
    """ "The economy improves", "inflation worsens": which way that is depends on whether more of it is better."""
    verb = noun.head
    better = _BETTER.get(verb.lemma_.lower()) if noun.dep_ == "nsubj" and (verb == root or _governs(root, verb)) else None
    return "" if better is None else RISE if better == (thing in _WELCOME) else FALL


def _priced(verb: Token) -> Iterator[tuple[Iterable[Token], str]]:
    """Goods with which way their price goes: "bread is dearer", "everything from food to gas costs more", "pay more for gas"."""
    more = next((c.lower_ for c in verb.children if c.lower_ in _AMOUNTS), "")
    if verb.lemma_ == "pay" and more:
        yield from ((c.subtree, _AMOUNTS[more]) for c in verb.children if c.dep_ == "prep" and c.lower_ == "for")
    subject = first_child(verb, "nsubj")
    if subject is None:
        return
    if verb.lemma_ == "cost" and more:
        yield subject.subtree, _AMOUNTS[more]
    for word in (c for c in verb.children if c.dep_ == "acomp"):
        compared = word.tag_ == "JJR" or any(c.lower_ in _AMOUNTS for c in word.children)
        if compared and word.lemma_.lower() in _DEAR:
            fewer = any(c.lower_ == "less" for c in word.children)
            yield subject.subtree, FALL if fewer != (_DEAR[word.lemma_.lower()] == FALL) else RISE


def _told_by_the_way(noun: Token, verb: Token) -> bool:
    """ "A loan to buy a home is cheaper": the loan is, not the home."""
    return any(token.dep_ in ("relcl", "acl") for token in noun.ancestors if token != verb and verb in token.ancestors)


def courses_of(figures: Iterable[Quantity]) -> dict[str, str]:
    """Which way figures say that an indicator went: "it climbed to 9.1 %" says that inflation rose, where it speaks of that."""
    return {
        q.measured.thing: WAYS[q.change.direction]
        for q in figures
        if q.measured is not None and q.measured.status not in _NOT_SO and is_indicator(q.measured.thing)
        if q.measured.thing not in AMOUNTS | MAGNITUDES  # of one happening, which go nowhere
        if q.change is not None and q.change.stage != "from" and q.change.direction in WAYS
    }


def _of_somebody(noun: Token) -> bool:
    """ "they raise their prices", "gold and silver prices", "mortgage funds": what one shop or market has is no indicator."""
    if noun.lower_ == "prices":
        return any(c.dep_ in ("poss", "nmod", "compound") and c.lower_ != "consumer" for c in noun.children if c.i < noun.i)
    return any(c.lower_ == "mortgage" for c in noun.children) and noun.lemma_.lower() != "rate"


def _at_an_end(noun: Token) -> str:
    """ "41-year high inflation", "record unemployment", "inflation at multigenerational highs"."""
    before = noun.doc[noun.left_edge.i : noun.i]
    lemmas = {t.lemma_.lower() for t in before}
    ends = [EXTREMES[lemma] for lemma in ("high", "low", "record") if lemma in lemmas]
    if ends and (lemmas & _SPANS or "record" in lemmas):
        return ends[0]
    return next((way for c in noun.children if c.dep_ == "prep" and c.lower_ in BESIDE and (way := extreme(c))), "")


def _asserted(noun: Token, root: Token) -> str:
    """Which way the clause's verb moves an indicator, or sees it move."""
    head = noun.head
    if noun.dep_ in SUBJECTS and root.dep_ == "xcomp" and root.head == head:
        return verbal(root)  # "inflation was reported to have climbed"
    if noun.dep_ in SUBJECTS and (head == root or _governs(root, head) or _amid(head)):
        return verbal(head)
    if noun.dep_ == "dobj" and _is_wanted(root):
        return ""
    if noun.dep_ == "dobj" and head == root and (root.tag_ != "VBG" or any(c.dep_ == "aux" for c in root.children)):
        return moves(head) or phrasal(head)
    if noun.dep_ == "dobj" and head.head == root and (is_light(root) or root.lemma_.lower() in _DECIDES):
        return moves(head)
    seen = noun if noun.dep_ == "poss" else head if noun.dep_ == "pobj" and head.lower_ in _OF else None
    if seen is not None and seen.head.pos_ == "NOUN" and seen.head.head == root and root.lemma_.lower() in SEES:
        return moves(seen.head)  # "the quarter saw a decline in GDP", "it marks inflation's fastest rise"
    if seen is not None and is_summit(root) and seen.head.dep_ in SUBJECTS and seen.head.head == root and moves(seen.head):
        return FALL  # "June's increase in consumer prices will be the peak"
    return ""


def _presupposed(noun: Token) -> str:
    """What a noun phrase takes as known: "soaring fuel prices", "inflation running at a ten-year high", "the plunge in rents"."""
    for participle in (c for c in noun.children if c.tag_ == "VBG"):
        if way := moves(participle) if participle.dep_ == "amod" else verbal(participle) if participle.dep_ == "acl" else "":
            return way
    move = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else None
    return moves(move) if move is not None and move.pos_ == "NOUN" and _is_known(move) else ""


def _is_known(noun: Token) -> bool:
    """Whether a noun phrase speaks of what the reader is taken to know: "the plunge", "this rise", "the bank's latest hike"."""
    return any((c.dep_ == "det" and c.lower_ in _KNOWN) or c.dep_ == "poss" for c in noun.children)


def _governs(root: Token, verb: Token) -> bool:
    """Whether a verb below the clause's own says what the clause asserts: "signs are growing that inflation peaked"."""
    above = verb.head
    if above.lemma_.lower() in _SIGNS and verb.dep_ in ("acl", "relcl", "ccomp"):  # "there are signs that inflation peaked"
        return above == root or above.head == root
    return above == root and verb.dep_ in ("ccomp", "conj", "acl", "xcomp")


def _amid(verb: Token) -> bool:
    """ "With fuel prices reaching record highs, ...": what goes on beside what the clause tells."""
    return verb.tag_ == "VBG" and any(t.lower_ in _AMID for t in (verb.head, *verb.children))
