"""Causes: to what a clause lays something ("the delay was caused by", "inflation is a result of", "it sparked a recession").

A facet named by what was caused: an indicator by its common name, anything else by its noun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.figures.indicators import BARE, INDICATOR, indicator, is_indicator
from claims.figures.measures import name_of
from claims.grammar import SUBJECTS, behind, first_child, is_negated, is_relative

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

CAUSE = "cause of "

_CAUSES = frozenset("cause trigger spark fuel stoke provoke prompt ignite precipitate unleash".split())
_OFF = frozenset(["touch", "set", "kick", "spark"])  # "touched off riots"
_MOVES = frozenset("drive push power propel lift feed".split())  # causes only of what rises and falls by itself
_LEADS = {"lead": "to", "result": "in", "contribute": "to", "give": "to"}
_STEMS = frozenset("stem result arise spring".split())  # from what
_OUTCOMES = frozenset("result consequence product outcome upshot".split())  # of what
_REASONS = frozenset("cause reason driver trigger culprit source".split())  # of, for or behind what
_BLAMES = {"blame": "on", "attribute": "to", "ascribe": "to"}
_OF = ("of", "for", "behind")
_PRONOUNS = frozenset({"it", "this", "that"})
# What else than indicators has causes that news asks for.
_HAPPENED = frozenset(
    """
    accident attack blackout blast blaze bombing clash collapse collision conflict crash crisis delay derailment disaster
    disruption downturn drought eruption escalation explosion failure famine fire flood flooding incident landslide leak lockdown
    malfunction outage outbreak pollution protest recession riot shortage sinking slowdown spill strike stampede tragedy unrest
    violence war wildfire
    """.split()
)
_ONE_NAME = dict.fromkeys(["riot", "rioting", "disturbance"], "unrest") | {"demonstration": "protest", "flooding": "flood"}
_NAMING = ("NOUN", "PROPN", "VERB", "NUM", "ADJ")  # "it" or "they" names no reason
_SET = frozenset({"interest rate"})  # who raises it does so; no cause is named
_LONGEST = 14  # words of a reason


@dataclass(frozen=True, slots=True)
class Cause:
    """What was caused, and the words for what caused it (the noun and what hangs on it).

    `denied` says that a verb further down denies it: "he made the case that it was not caused by greed".
    """

    thing: str
    reason: str
    denied: bool = False


def causes(words: Span) -> Iterator[Cause]:
    """The causes that a clause (its tokens) names, each thing once."""
    told: set[str] = set()
    for token in words:
        for effect, reason in (*_passive(token), *_active(token), *_is_cause(token), *_is_outcome(token), *_blamed(token)):
            if reason == effect or reason.pos_ not in _NAMING:
                continue
            if (thing := _name(effect)) and thing not in told:
                told.add(thing)
                yield Cause(thing, _phrase(reason, token, words), _denied(token, words))


def _denied(word: Token, words: Span) -> bool:
    """Whether a cause that is named further down is denied there; what the clause's own verb denies, the claim does."""
    verb = word.head if word.pos_ == "NOUN" else word
    return verb != words.root and is_negated(verb)


def _passive(verb: Token) -> Iterator[tuple[Token, Token]]:
    """ "The delay was caused by A", "inflation driven up by A", "costs stemming from A"."""
    lemma = verb.lemma_.lower()
    effect = first_child(verb, "nsubjpass") or (verb.head if verb.dep_ in ("acl", "relcl") else None)
    if effect is not None and verb.tag_ == "VBN" and (lemma in _CAUSES or (lemma in _MOVES and _moves_itself(effect))):
        yield from ((effect, reason) for reason in _objects(verb, ("by",), "agent"))
    if lemma in _STEMS:
        stems = _subject(verb) or (verb.head if verb.dep_ == "acl" else None)
        if stems is not None:
            yield from ((stems, reason) for reason in _objects(verb, ("from",)))


def _active(verb: Token) -> Iterator[tuple[Token, Token]]:
    """ "A sparked a recession", "A drives inflation", "A led to a fire"."""
    reason = _subject(verb)
    if reason is None or verb.pos_ != "VERB":
        return
    lemma = verb.lemma_.lower()
    for effect in (c for c in verb.children if c.dep_ == "dobj"):
        off = lemma in _OFF and any(c.dep_ == "prt" and c.lower_ == "off" for c in verb.children)
        if lemma in _CAUSES or off or (lemma in _MOVES and _moves_itself(effect) and name_of(effect) not in _SET):
            yield effect, reason
    if lemma in _LEADS:
        yield from ((effect, reason) for effect in _objects(verb, (_LEADS[lemma],)))


def _is_cause(noun: Token) -> Iterator[tuple[Token, Token]]:
    """ "A is the main driver of inflation", "the cause of the fire was A"."""
    if noun.lemma_.lower() not in _REASONS or noun.head.lemma_ != "be":
        return
    other = next((c for c in noun.head.children if c.dep_ in ("nsubj", "attr") and c != noun), None)
    if other is not None:
        yield from ((effect, other) for effect in _objects(noun, _OF))


def _is_outcome(noun: Token) -> Iterator[tuple[Token, Token]]:
    """ "The rise is a result of A", "the crash was due to A"."""
    subject = _subject(noun.head) if noun.head.lemma_ == "be" else None
    if subject is None:
        return
    if noun.dep_ == "attr" and noun.lemma_.lower() in _OUTCOMES:
        yield from ((subject, reason) for reason in _objects(noun, ("of",)))
    elif noun.lower_ in ("due", "down") and noun.dep_ in ("acomp", "prep", "advmod"):
        yield from ((subject, reason) for reason in [*_objects(noun, ("to",)), *(c for c in noun.children if c.dep_ == "pobj")])


def _blamed(verb: Token) -> Iterator[tuple[Token, Token]]:
    """ "They blamed the delay on A", "the fire was attributed to A"."""
    preposition = _BLAMES.get(verb.lemma_.lower())
    effect = first_child(verb, "dobj", "nsubjpass")
    if preposition is not None and effect is not None and verb.pos_ == "VERB":
        yield from ((effect, reason) for reason in _objects(verb, (preposition,)) + _objects(effect, (preposition,)))


def _name(effect: Token) -> str:
    """The common name of an indicator, or of what the sentence before speaks of where a pronoun stands for it; else the noun."""
    if effect.lower_ in _PRONOUNS and effect.pos_ == "PRON":
        if not (begin := effect.sent.start):
            return ""
        before = effect.doc[begin - 1].sent
        named = [cause.thing for cause in causes(before)] or [
            indicator(match) for match in INDICATOR.finditer(before.text) if match[0].lower() not in BARE
        ]
        return named[0] if len(set(named)) == 1 else ""
    for noun in _of_what(effect):
        lemma = _ONE_NAME.get(noun.lemma_.lower(), noun.lemma_.lower())
        if is_indicator(name := name_of(noun)):
            return name
        if noun.pos_ == "NOUN" and lemma in _HAPPENED:
            return lemma  # "five days of rioting", "a wave of unrest"
    return ""


def _of_what(noun: Token, deep: int = 2) -> Iterator[Token]:
    """A noun, and what it is of: inflation in "most of the increase in inflation"."""
    yield noun
    for inner in _objects(noun, ("in", "of")) if deep else ():
        yield from _of_what(inner, deep - 1)


def _moves_itself(effect: Token) -> bool:
    """Whether something is an indicator, or a pronoun for one."""
    return effect.lower_ in _PRONOUNS or is_indicator(name_of(effect))


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that leads to it: "A is threatening to cause"."""
    for token in (verb, *verb.ancestors):
        if (subject := first_child(token, *SUBJECTS)) is not None:
            if not is_relative(subject) or token.dep_ != "relcl":
                return subject
            return token.head if token.head.pos_ in ("NOUN", "PROPN") else None  # ", which led to a strike": all that was told
        if token.dep_ not in ("xcomp", "conj"):
            return None
    return None


def _objects(token: Token, prepositions: tuple[str, ...], dep: str = "prep") -> list[Token]:
    """The nouns behind the prepositions of a token, and of its particle: "driven up by"."""
    deeper = [c for p in token.children if p.dep_ == "prt" for c in _objects(p, prepositions, dep)]
    return [*behind(token, prepositions, (dep, "prep")), *deeper]


def _phrase(reason: Token, causing: Token, words: Span) -> str:
    """The words of a reason within its clause, with its conjuncts; "shocks" alone of "shocks that drove inflation"."""
    last = min((c.left_edge.i for c in reason.children if c == causing or c.is_ancestor(causing)), default=words.doc[-1].i + 1)
    own = words.start <= reason.i < words.end  # else the clause is "that drove inflation"
    inside = [t for t in reason.subtree if t.i < last and (words.start <= t.i < words.end if own else not t.is_punct)]
    return " ".join(t.text for t in inside[:_LONGEST])
