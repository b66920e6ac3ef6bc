"""Grammar: what hangs on a word of a parsed text, asked in one way: subjects, objects, the nouns behind prepositions.

The names of dependencies and tags are those of spaCy's English models (ClearNLP labels, Penn Treebank tags).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_RESULTS = frozenset(["kill", "wound", "injure", "hurt"])
_WHERE = ("in", "on", "near", "outside", "inside", "around")
SUBJECTS = ("nsubj", "nsubjpass")
ANY_SUBJECT = (*SUBJECTS, "csubj", "expl")  # also a clause, or the "there" of "there is"
PRONOUNS = frozenset("he she it they who which that i we this you these those".split())


def first_child(token: Token, *deps: str) -> Token | None:
    """The first child that hangs on a token in one of these ways; None where there is none."""
    return next((c for c in token.children if c.dep_ in deps), None)


def behind(token: Token, prepositions: Collection[str], deps: Collection[str] = ("prep",)) -> list[Token]:
    """The nouns behind a token's prepositions, in reading order: the school in "the attack on the school"."""
    return [c for p in token.children if p.dep_ in deps and p.lower_ in prepositions for c in p.children if c.dep_ == "pobj"]


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own, of any kind."""
    return first_child(verb, *ANY_SUBJECT) is not None


def is_negated(verb: Token) -> bool:
    """ "did not", "never": the verb's own negation."""
    return first_child(verb, "neg") is not None


def is_plural(noun: Token) -> bool:
    """Whether a noun or a name stands in the plural."""
    return noun.tag_ in ("NNS", "NNPS")


def is_relative(token: Token) -> bool:
    """ "which", "who", "that": what stands for the noun before its clause."""
    return token.tag_ in ("WDT", "WP")


def antecedent(verb: Token) -> Token:
    """The noun that the relative clause of a verb describes: of "rebels and forces that back the regime" the nearest one."""
    noun = verb.head
    return max((t for t in (noun, *noun.conjuncts) if t.i < verb.left_edge.i), key=lambda t: t.i, default=noun)


def acting(verb: Token) -> Token | None:
    """The subject of an active verb, or the noun that its "which" stands for; None where it has none of its own."""
    subject = first_child(verb, "nsubj")
    return antecedent(verb) if subject is not None and is_relative(subject) and verb.dep_ == "relcl" else subject


def doer_above(participle: Token) -> Token | None:
    """Who kills in "jets struck a market in a town, killing nine", where the parser hangs the killing on the town: the jets."""
    noun = verb = participle.head
    while verb.dep_ in ("pobj", "prep", "dobj"):
        verb = verb.head
    located = noun.dep_ == "pobj" and noun.head.lower_ in _WHERE and verb.pos_ == "VERB"
    if not located or participle.lemma_.lower() not in _RESULTS:
        return noun
    return acting(verb)
