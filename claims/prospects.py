"""Prospects: whether something that a whole society fears or hopes for has come, or is to come ("a recession looms").

Two facets of a clause: "state of recession" says whether it is there, "prospect of recession" that it may come or be averted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.clauses import asks

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

STATE, PROSPECT = "state of ", "prospect of "
COMES, AVERTED = "come", "avert"

_EVENTS = (
    ("recession", "recession downturn"),
    ("famine", "famine starvation"),
    ("default", "default bankruptcy insolvency"),
    ("coup", "coup putsch"),
    ("blackout", "blackout"),
    ("shutdown", "shutdown lockdown"),
    ("eruption", "eruption"),
    ("invasion", "invasion"),
    ("drought", "drought"),
)
_EVENT_OF = {word: name for name, words in _EVENTS for word in words.split()}
_AVERTS = frozenset("avoid avert prevent escape dodge bay unlikely evade sidestep against".split())
_AHEAD = frozenset(
    """
    risk probability likelihood chance odds threat threaten fear possibility likely unlikely loom head avoid avert
    prevent escape dodge bay could may might will would need expect forecast predict project anticipate trigger spark
    cause provoke initiate around plunge tip slide toward towards imminent brace enter ahead probably possibly try aim
    want seek offing edge brink verge signal sign indication specter spectre shadow
    """.split()
)
# Put in the past, these still look ahead.
_ODDS = frozenset("probability likelihood chance chances odds".split())
# How such a thing goes on or ends, and what happens in it, says nothing of whether it comes.
_GOES_ON = frozenset("end last collapse recover survive".split())
_IN_IT = frozenset(["during", "since", "after", "throughout"])
_GETS_IN = frozenset("be end result remain find culminate land stay put get".split())  # what is "in recession" by its verb
_AMID = frozenset("with amid amidst given despite".split())  # behind them stands why something is done, not to what
# "A soft landing" of an economy is a slowdown without a recession; of a plane or a probe it is told in other company.
_LANDINGS = {"soft": AVERTED, "hard": COMES}
_ECONOMY = re.compile(r"\b(?:recession|inflation|(?:the|an?)\s+(?:[\w.'’]+\s+)?economy|central\s+bank|interest\s+rates?)\b", re.I)
_CRAFT = re.compile(
    r"\b(?:(?:air)?planes?|aircraft|jets?|pilots?|flights?|probes?|landers?|rovers?|spacecraft|capsules?|helicopters?)\b", re.I
)
_BEGINS = frozenset("enter slip slide fall tip plunge".split())  # "has entered a recession": it is there
_BRINGS = frozenset("cause trigger lead provoke spark".split())
_DOUBTS = frozenset("unlikely rare elusive not n't difficult hard impossible".split())
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_CLIMB = 4  # heads above the noun
_BESIDE = ("aux", "advmod", "acomp", "prep", "prt", "amod", "neg")
_PAST = ("VBD", "VBN")


@dataclass(frozen=True, slots=True)
class Prospect:
    """A facet ("prospect of recession") and what the clause says of it: COMES or AVERTED, or "be" of a state."""

    facet: str
    predicate: str


def prospects(words: Span) -> Iterator[Prospect]:
    """The prospects and states that a clause (its tokens) tells of, each once."""
    told: set[str] = set()
    for noun in words:
        if "recession" not in told and (landing := _landing(noun)):
            told.add("recession")
            yield Prospect(f"{PROSPECT}recession", landing)
        name = _EVENT_OF.get(noun.lemma_.lower(), "") if noun.pos_ == "NOUN" else ""
        if not name or name in told:
            continue
        if _is_state(noun):
            told.add(name)
            yield Prospect(f"{STATE}{name}", "be")
        elif (around := _around(noun, words)) & _AHEAD and not _goes_on(noun) and _looks_ahead(around, words):
            told.add(name)
            yield Prospect(f"{PROSPECT}{name}", AVERTED if around & _AVERTS else COMES)


def _looks_ahead(around: Collection[str], words: Span) -> bool:
    """Whether words are not of the past, or tell how likely something was seen: "a poll put the odds at", not "in 2008"."""
    return not _is_past(words) or (not _ODDS.isdisjoint(around) and _YEAR.search(words.text) is None)


def _landing(noun: Token) -> str:
    """What an economy's "soft landing" says of a recession, also where it is called unlikely."""
    on_ground = any(c.lower_ in ("on", "at") for c in noun.children)
    if noun.lemma_.lower() != "landing" or on_ground or _CRAFT.search(noun.sent.text):
        return ""
    if _ECONOMY.search(noun.doc.text) is None:
        return ""
    ways = [_LANDINGS[c.lower_] for c in noun.children if c.lower_ in _LANDINGS]
    if not ways:
        return ""
    doubted = {t.lemma_.lower() for t in (noun.head, *noun.head.children)} & _DOUBTS
    return (COMES if ways[0] == AVERTED else AVERTED) if doubted else ways[0]


def _around(noun: Token, words: Span) -> set[str]:
    """The lemmas that govern a noun, with what stands beside them: in "the bank might avert a downturn", "might" and "avert"."""
    found = {child.lemma_.lower() for child in noun.children if child.i < noun.i or child.dep_ == "prep"}
    token = noun
    for _ in range(_CLIMB):
        if token == words.root or not words.start <= token.head.i < words.end:
            break
        if token.lower_ in _AMID or any(c.dep_ == "mark" and c.lower_ in _AMID for c in token.children):
            break
        if token.dep_ in ("nsubj", "advcl") and token.head.lemma_.lower() in _AVERTS:
            break  # what is averted is the object, or the subject of a passive
        token = token.head
        found.add(_lemma(token))
        found |= {_lemma(c) for c in token.children if c.dep_ in _BESIDE or (c.dep_ == "nsubj" and c.lower_ in _ODDS)}
        if any(t.lower_ == "bay" for c in token.children if c.lower_ == "at" for t in c.children):
            found.add("bay")  # "keep a recession at bay"
    return found


def _lemma(token: Token) -> str:
    """A token's lemma; of the odds of something the word itself."""
    return token.lower_ if token.lower_ == "odds" else token.lemma_.lower()


def _is_state(noun: Token) -> bool:
    """ "The country is in recession", "that is a recession", in the present and without "will" or "may"; "has led to one"."""
    if _has_come(noun):
        return True
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else noun.head if noun.dep_ == "attr" else None
    if verb is None or verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    near = [*verb.children, *noun.children]
    return not _answers(verb) and not any(c.dep_ == "aux" or c.lower_ in ("around", "ahead", "coming", "looming") for c in near)


def _has_come(noun: Token) -> bool:
    """ "They have entered a recession", "rate rises have led to a recession", "it has met the definition of a recession"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    met = noun.dep_ == "pobj" and verb.lemma_ == "definition" and verb.head.lemma_ in ("meet", "fit", "satisfy")
    if met:
        verb = verb.head
    come = met or (noun.dep_ in ("dobj", "pobj") and verb.lemma_.lower() in _BEGINS | _BRINGS)
    perfect = verb.tag_ == "VBN" and any(c.dep_ == "aux" and c.tag_ in ("VBZ", "VBP") for c in verb.children)
    return come and perfect and not any(c.tag_ == "MD" for c in verb.children)


def _answers(verb: Token) -> bool:
    """ "Twice as many jobless? That is a recession": what somebody asks to suppose is not there."""
    begin = verb.sent.start
    points = any(c.dep_ == "nsubj" and c.lower_ in ("that", "this", "it") for c in verb.children)
    return points and begin > 0 and asks(verb.doc[begin - 1].sent)


def _goes_on(noun: Token) -> bool:
    """ "The recession will end", "what happens during or falls in a recession", "the downturn's depth", "the 2009 recession"."""
    head = noun.head
    if noun.dep_ == "poss" or any(_YEAR.search(c.text) for c in noun.children):
        return True
    if noun.dep_ == "pobj" and head.lower_ == "in":
        return head.head.pos_ == "VERB" and head.head.lemma_.lower() not in _GETS_IN
    return (head.pos_ == "VERB" and head.lemma_.lower() in _GOES_ON) or (noun.dep_ == "pobj" and head.lower_ in _IN_IT)


def _is_past(words: Span) -> bool:
    """Whether the clause tells of what was: "rate rises caused the recession of that year"."""
    verbs = [
        t for t in (words.root, *words.root.children) if t.pos_ in ("VERB", "AUX") and t.dep_ in ("ROOT", "aux", "ccomp", "conj")
    ]
    return bool(verbs) and all(t.tag_ in _PAST for t in verbs)
