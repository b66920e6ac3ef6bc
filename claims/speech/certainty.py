"""How firmly a clause is asserted: negated, hedged, supposed, or only hoped, planned and asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.claim import Cue
from claims.clauses import Clause, asks
from claims.speech.cues import NO_FACTS, TAKEN_TO_BE, cue_of, tells_otherwise

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEDGES = frozenset(
    """
    may might could would reportedly allegedly alleged suspected purported purportedly supposedly apparently
    appear appears appeared seem seems seemed likely unlikely possibly probably presumably perhaps maybe unconfirmed
    believed unverified feared rumoured rumored potentially ostensibly conceivably if whether
    """.split()
)
# What only may be stands against nothing; what is likely, or "would" be as somebody forecast, may.
MODAL = frozenset(
    _HEDGES - {"would", "likely", "unlikely", "probably", "seem", "seems", "seemed", "appear", "appears", "appeared"}
)
_NEGATORS = frozenset(["not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor", "nothing", "cannot"])
# "failed to stop the sale": it was not stopped. What is refused or avoided has not happened either.
_NOT_DONE = frozenset(["fail", "refuse", "decline", "neglect", "avoid", "forget"])
_ASSUMING = frozenset(["assuming", "supposing"])
# Passive verbs that name nobody: "it is believed that A", "twelve are reported to have drowned", "X is accused of it".
_SOMEBODY_SAYS = frozenset(
    ["say", "believe", "report", "think", "suspect", "allege", "fear", "rumour", "rumor", "claim", "expect", "presume", "assume"]
)


def negated(clause: Clause, cue: Cue | None, doubted: bool) -> bool:
    """Whether the clause says that something is not so; "I do not think that A" and "X denied that A" negate A."""
    head = clause.head
    words = [t for t in head.children if t.dep_ in ("neg", "det", "preconj") or t.lower_ in _NEGATORS]
    if (subject := clause.subject) is not None:
        words += [subject, *(c for c in subject.children if c.dep_ in ("det", "neg", "preconj", "cc"))]
    # "there was no claim", "they found no survivors"
    words += [c for noun in head.children if noun.dep_ in ("attr", "dobj") for c in noun.children if c.lower_ == "no"]
    said_not = any(t.lower_ in _NEGATORS and not (_only(t) or _is_numero(t)) for t in words)
    if head.dep_ == "ccomp" and (head.head.lemma_ in TAKEN_TO_BE or _is_true(head.head)):
        said_not |= any(t.dep_ == "neg" for t in head.head.children)
        said_not |= any(
            c.dep_ in ("nsubj", "preconj") and c.left_edge.lower_ in ("not", "nobody", "none") for c in head.head.children
        )
    if head.lemma_ in _NOT_DONE and any(c.dep_ == "xcomp" for c in head.children):
        said_not = not said_not
    denied = cue is Cue.DENIES and cue_of(head) is not Cue.DENIES and not tells_otherwise(head) and not _presupposed(head)
    if denied and said_not and not any(cue_of(above) is Cue.DENIES for above in head.ancestors):
        return True  # quoted beside a denial: "We have not done it"
    return said_not != (denied and not doubted)


def hedge(clause: Clause, cue: Cue | None, doubted: bool) -> str:
    """The word by which the clause asserts less than a fact: "may", "reportedly", "if", "hopes"; empty where it is flat."""
    head = clause.head
    for token in head.doc[clause.start : clause.end]:
        if token.lower_ in _HEDGES and token.tag_ != "NNP":
            return token.lower_
    if clause.supposed or any(_condition(child) for child in head.children) or _supposed_above(head):
        return "if"
    if head.dep_ == "ccomp" and asks(head.sent):
        return Cue.ASKS.value  # "does that mean that prices fall?"
    if _either(clause):
        return "either"
    if cue in NO_FACTS and cue is not None and cue_of(head) is not cue:
        return cue.value
    governor = head.head if head.dep_ in ("ccomp", "xcomp") else head
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in governor.children)
    if passive and governor.lemma_ in _SOMEBODY_SAYS and (governor != head or any(c.dep_ == "xcomp" for c in head.children)):
        named = any(c.dep_ == "agent" for c in governor.children)
        return "" if named else governor.lower_
    return "not said" if doubted else ""


def _only(token: Token) -> bool:
    """ "Not only does it rain": it does."""
    return token.lower_ == "not" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ in ("only", "just", "merely")


def _is_numero(token: Token) -> bool:
    """ "The No. 5 seed": a place in a row."""
    behind = [t for t in token.doc[token.i + 1 : token.i + 3] if t.text != "."]
    return token.lower_ == "no" and bool(behind) and behind[0].text[0].isdigit() and token.tag_ != "DT"


def _condition(child: Token) -> bool:
    """Whether a clause below says on what condition alone the one above holds: "it will flood if the dam breaks"."""
    if child.dep_ != "advcl":
        return False
    return child.lower_ in _ASSUMING or any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in child.children)


def _supposed_above(head: Token) -> bool:
    """Whether a clause is what somebody thinks or says in a mere condition: "if buyers believe that prices will fall, ..."."""
    token = head
    while token.dep_ in ("ccomp", "xcomp"):
        token = token.head
        if token.dep_ == "advcl" and (_condition(token) or _so_long(token)):
            return True
    return False


def _so_long(clause: Token) -> bool:
    """ "so long as buyers believe"."""
    return clause.head.lower_ == "long" and any(c.dep_ == "mark" and c.lower_ == "as" for c in clause.children)


def _either(clause: Clause) -> bool:
    """ "It is either closed already, or it will close": one of two things, of which the clause holds only the first."""
    doc, near = clause.head.doc, {clause.head.i, *(c.i for c in clause.head.children)}
    first = next(
        (t.i for t in doc[clause.start : clause.end] if t.lower_ == "either" and t.tag_ == "CC" and t.head.i in near), None
    )
    if first is None or any(t.lower_ == "or" for t in doc[first : clause.end]):
        return False
    return any(t.lower_ == "or" for t in doc[clause.end : clause.head.sent.end])


def _is_true(token: Token) -> bool:
    """ "it is (not) true that"."""
    return token.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in ("true", "correct", "so") for c in token.children)


def _presupposed(head: Token) -> bool:
    """ "denied involvement in the raid that hit the port", "since the war began": so it was, whoever denies what."""
    if head.dep_ == "advcl":
        return any(c.dep_ == "mark" and c.lower_ in ("since", "after", "before") for c in head.children)
    return head.dep_ == "relcl" and any(c.lower_ in ("the", "this", "that", "these", "those") for c in head.head.children)
