"""The words of a clause made to stand alone: whose troops, which soldiers, who did it.

Only what the grammar gives away is filled in; a guess would put words into a source's mouth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from claims.clauses import Clause
from claims.figures.roles import KIND_OF
from claims.grammar import ANY_SUBJECT, antecedent, first_child, is_plural, is_relative
from claims.speech.antecedents import meant, possessor

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HOLES = re.compile(r" ?,(?: ?,)+")  # what stands between two commas was left out
_SET = re.compile(r",(?=[^\W\d])")  # a comma that was set for a lost one (closing.py) takes the place of the space
_LOOK_BACK = 120  # tokens: about three sentences, as far as "the soldiers" reaches in news prose
_PLURAL_VERBS = frozenset({"are", "were", "have"})
_TIME_LINKS = frozenset({"after", "before", "since", "until", "as"})
_OWNERS = ("GPE", "ORG", "NORP", "PERSON")


def standalone(doc: Doc, clause: Clause, speaker: str) -> str:
    """The clause's words with possessives, bare kinds of people, relative pronouns and missing subjects filled in."""
    changes: dict[int, str] = {}
    for token in doc[clause.start : clause.end]:
        if token.lower_ == "its" and token.dep_ == "poss" and (owner := _owner(token, clause, speaker)):
            changes[token.i] = f"{owner}'s"
        elif token.lower_ == "their" and token.dep_ == "poss" and (noun := possessor(token)) is not None:
            changes[token.i] = f"{_noun_phrase(noun)}'s" if not noun.text.endswith("s") else f"{_noun_phrase(noun)}'"
        elif token.dep_ in ANY_SUBJECT and (noun := meant(token)) is not None:
            changes |= {t.i: "" for t in token.subtree if t.i < token.i} | {token.i: _noun_phrase(noun)}
        elif token.lower_ == "the" and token.dep_ == "det" and (whose := _whose(doc, token)):
            changes[token.i] = whose if whose.endswith("'s") else f"the {whose}"
    if clause.head.dep_ == "relcl":
        for child in clause.head.children:
            if child.dep_ in ANY_SUBJECT and is_relative(child):
                changes[child.i] = _antecedent(clause.head)
    for token in doc[clause.start : clause.end]:
        if token.lower_ == "according" and token.i + 1 < clause.end and token.nbor(1).lower_ == "to":
            changes |= dict.fromkeys((t.i for t in token.subtree), "")  # who says it is kept apart, as the claim's speaker
    text = _rendered(doc, clause.start, clause.end, changes)
    if clause.subject is None and (subject := _inherited_subject(clause)) is not None:
        text = f"{_noun_phrase(subject)} {text}"
    return text


def _owner(token: Token, clause: Clause, speaker: str) -> str:
    """Whose: the speaker of "X said its troops", else a named subject of the clause itself before the word."""
    subject = clause.subject
    if subject is not None and subject.i < token.i and not any(t.i == token.i for t in subject.subtree):
        return _noun_phrase(subject) if subject.ent_type_ in _OWNERS else ""
    return speaker


def _whose(doc: Doc, determiner: Token) -> str:
    """The nationality or army of a bare "the soldiers", from the last mention of that kind of people that has one."""
    noun = determiner.head
    kind = KIND_OF.get(noun.lemma_.lower())
    if kind is None or noun.i != determiner.i + 1 or any(c.dep_ in ("prep", "relcl", "acl") for c in noun.children):
        return ""
    for token in reversed(doc[max(0, determiner.i - _LOOK_BACK) : determiner.i]):
        if KIND_OF.get(token.lemma_.lower()) != kind or token.pos_ not in ("NOUN", "PROPN"):
            continue
        names = [c for c in token.children if c.dep_ in ("amod", "compound", "nmod") and c.ent_type_ in ("NORP", "GPE", "ORG")]
        if names:
            return " ".join(c.text for c in names)
        if any(c.lower_ == "its" for c in token.children) and (owner := _governing_name(token)):
            return f"{owner}'s"
    return ""


def _governing_name(token: Token) -> str:
    """The named subject of the clause above a token: Turkey in "Turkey claimed its troops had been attacked"."""
    for ancestor in token.ancestors:
        for child in ancestor.children:
            if child.dep_ in ANY_SUBJECT and child.i < token.i and child.ent_type_ in _OWNERS:
                return _noun_phrase(child)
    return ""


def _antecedent(verb: Token) -> str:
    """The noun phrase that a relative clause is about; a plural verb is about all of "two women and a man who were"."""
    noun = antecedent(verb)
    auxiliary = first_child(verb, "aux", "auxpass") or verb
    if auxiliary.lower_ in _PLURAL_VERBS and noun.dep_ == "conj" and not is_plural(noun):
        first = noun
        while first.dep_ == "conj":
            first = first.head
        return noun.doc[first.left_edge.i : noun.i + 1].text
    return _noun_phrase(noun)


def _behind_its_link(verb: Token) -> Token | None:
    """The subject that the parser takes for the object of "after": the youths of "after youths broke a window"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    links = before.dep_ == "pobj" and before.head.lower_ in _TIME_LINKS
    return before if links and verb.tag_ in ("VBD", "VBP", "VBZ") and verb.dep_ == "advcl" else None


def _inherited_subject(clause: Clause) -> Token | None:
    """The subject that a conjoined or participial clause takes from the clause that it hangs on."""
    head = clause.head
    while head.dep_ in ("conj", "advcl", "xcomp") and head.head != head:
        if subject := _behind_its_link(head):
            return subject
        head = head.head
        if subject := first_child(head, *ANY_SUBJECT):
            return subject
    return None


def _noun_phrase(noun: Token) -> str:
    """A noun with what stands left of it and a following "of" phrase, without clauses."""
    keep = {noun.i}
    for child in noun.children:
        if child.i < noun.i and child.dep_ not in ("relcl", "acl", "cc", "punct", "prep"):
            keep |= {t.i for t in child.subtree}
    return noun.doc[min(keep) : noun.i + 1].text


def _rendered(doc: Doc, start: int, end: int, changes: Mapping[int, str]) -> str:
    words: Iterable[str] = (changes.get(t.i, t.text) + t.whitespace_ for t in doc[start:end])
    text = " ".join("".join(words).split()).lstrip(" ,;")
    return _HOLES.sub(",", _SET.sub(", ", text))
