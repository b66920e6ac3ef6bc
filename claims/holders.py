"""Holders: who holds a place, also where it is told by the way ("rebel-held Karsk", "a bastion of the Front")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.grammar import behind, first_child, is_relative
from claims.nations import nation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

HELD_BY = "held by "  # before the holder, in the predicate of a claim

_HELD = frozenset(["held", "controlled", "occupied"])  # behind a dash, of whatever has a name
_RULED = frozenset(["run", "ruled", "administered", "governed"])  # only of places: "state-run" is of most things
_BASTIONS = frozenset(["stronghold", "bastion", "redoubt"])
_HOLDS = frozenset(["hold", "control", "occupy", "rule", "govern", "administer"])
_REIGNS = frozenset(["control", "rule", "authority", "occupation", "administration"])
_STATES = frozenset(["be", "remain", "fall", "come", "stay", "lie", "bring"])
_SETTLEMENTS = frozenset(["city", "town", "village", "province", "governorate", "region", "capital", "camp", "island"])
_PARTS = frozenset(["district", "neighbourhood", "neighborhood", "area", "territory", "suburb", "quarter", "enclave", "pocket"])
_GROUND = _SETTLEMENTS | _PARTS
_SHARES = frozenset(["most", "much", "part", "half", "percent", "%", "all", "rest", "some", "portion", "third"])
_WINDS = ("east", "west", "north", "south", "northeast", "northwest", "southeast", "southwest")
_DIRECTIONS = frozenset([*_WINDS, *(f"{wind}ern" for wind in _WINDS), "central", "old", "rural", "upper", "lower"])
_PLACES = ("GPE", "LOC", "FAC")
_UNKNOWN = ("", "ORG", "PRODUCT", "NORP")  # what the parser takes names of places for that it does not know
_GROUPS = frozenset(["rebel", "jihadist", "islamist", "insurgent", "separatist", "loyalist", "militant", "extremist"])
_TOOLS = frozenset(["hand", "thumb", "camera"])
_BLAMED = frozenset(["responsible", "accountable", "liable", "hostage"])  # "holds Torvay responsible"
_NOUN = ("pobj", "dobj", "nsubj", "nsubjpass", "appos", "conj", "attr")  # "areas under rebel rule" were hit
_CLAUSES = ("relcl", "advcl", "ccomp")
_ONCE = frozenset(["once", "formerly", "former", "previously", "previous", "ex", "erstwhile"])  # who did hold it does no more
_DE_FACTO = 4  # words before "capital" among which it stands


@dataclass(frozen=True, slots=True)
class Hold:
    """`holder` has `place` in hand (its name; empty where it has none, "the rebel-held town"), as the tokens [start, end) tell.

    `by_the_way` says that these are not the clause's own words: "shells hit rebel-held Karsk" tells of shells.
    """

    holder: str
    place: str
    start: int
    end: int
    by_the_way: bool


def holds(words: Span) -> Iterator[Hold]:
    """Who holds which places by a clause (its tokens)."""
    for token in words:
        lemma = token.lemma_.lower()
        if token.lower_ in _HELD | _RULED and token.i - 2 >= words.start and token.nbor(-1).text == "-":
            yield from _behind_a_dash(token, words)
        elif lemma in _BASTIONS or (lemma == "capital" and _is_de_facto(token)):
            yield from _bastion(token, words)
        elif (lemma in _HOLDS and token.pos_ == "VERB") or (lemma in _REIGNS | {"hand"} and token.dep_ == "pobj"):
            yield from _in_clause(token, words)


def _behind_a_dash(held: Token, words: Span) -> Iterator[Hold]:
    """ "Rebel-held Karsk", "the Front-run city"; neither "a hand-held drill" nor "a rebel-held town", which may be any."""
    doc, noun, last = held.doc, held.head, held.i - 2
    if not held.i < noun.i < words.end or noun.tag_ == "NNS" or not _is_group(doc[last]):
        return
    if _is_over(held, noun) or any(c.lower_ == "then" for c in (*held.lefts, *noun.lefts)):  # "the then rebel-held Karsk"
        return
    named = held.lower_ in _HELD and noun.pos_ == "PROPN" and noun.ent_type_ != "PERSON"
    if not (named or noun.ent_type_ in _PLACES or noun.lemma_.lower() in _GROUND):
        return
    first = last
    while first > words.start and doc[first].pos_ == "PROPN" and _is_name(doc[first - 1]):
        first -= 1
    place, end = _named(noun, held.i + 1, words)
    definite = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an") for c in noun.children)
    if place or definite:
        yield Hold(doc[first : last + 1].text, place, first, end, by_the_way=True)


def _bastion(noun: Token, words: Span) -> Iterator[Hold]:
    """ "The Front's stronghold of Karsk", "Karsk, a bastion of the Front", "Karsk is the Front's de facto capital"."""
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in ("poss", "compound", "nmod", "amod") and _is_group(c)]
    before = [c for c in before if not nation(c.text)]  # "the Front's Torvayan stronghold"
    after = behind(noun, ("of", "in"))
    holder = before[-1] if before else next((t for t in after if t.head.lower_ == "of"), None)
    place = (next(iter(after), None) or first_child(noun, "appos")) if before else None  # "the Front's capital, Karsk"
    if place is None:
        place = noun.head if noun.dep_ == "appos" else first_child(noun.head, "nsubj") if noun.dep_ == "attr" else None
    if holder is None or place is None or _is_over(noun, *([noun.head] if noun.dep_ == "attr" else [])):
        return
    name, end = _named(place, place.left_edge.i, words)
    if not name:
        return
    told = [t.i for t in (place, noun, *holder.subtree) if words.start <= t.i < words.end]
    own = noun.dep_ == "attr" and noun.head == words.root
    if own:
        yield Hold(_in_full(holder, words), name, words.start, words.end, by_the_way=False)
    else:
        yield Hold(_in_full(holder, words), name, min(told), max(max(told) + 1, end), by_the_way=True)


def _in_clause(token: Token, words: Span) -> Iterator[Hold]:
    """ "The Front controls Karsk", "Karsk, which is held by the Front", "the town is under the rule of a council"."""
    if token.pos_ == "VERB":
        verb, (holder, place) = token, _held_by(token)
    elif token.head.lower_ == ("in" if token.lemma_.lower() == "hand" else "under"):
        verb = token.head.head
        holder = next(iter(behind(token, ("of",))), None) or first_child(token, "compound", "poss", "amod")
        place = first_child(verb, "nsubj", "nsubjpass", "dobj") if verb.lemma_.lower() in _STATES else verb
    else:
        return
    if _is_over(token, token.head, verb) if token.pos_ != "VERB" else _is_over(verb):
        return
    holder, place = _antecedent(holder), _antecedent(place)
    while place is not None and place.lemma_.lower() in _SHARES and (of := behind(place, ("of",))):
        place = of[0]
    if holder is None or place is None or holder.pos_ not in ("NOUN", "PROPN", "ADJ") or not _is_place(place):
        return
    name, end = _named(place, place.left_edge.i, words)
    if verb == words.root:
        yield Hold(_in_full(holder, words), name, words.start, words.end, by_the_way=False)
    elif name and verb.dep_ in ("acl", *_NOUN):  # relative clauses are clauses of their own
        last = max(t.i for t in token.subtree) + 1
        start = max(words.start, place.left_edge.i)
        yield Hold(_in_full(holder, words), name, start, min(words.end, max(end, last)), by_the_way=True)


def _held_by(verb: Token) -> tuple[Token | None, Token | None]:
    """Who holds what, by a verb: "the army holds the town", "the town is held by the army", "a town held by the army"."""
    if (agent := first_child(verb, "agent")) is not None:
        return first_child(agent, "pobj"), verb.head if verb.dep_ == "acl" else first_child(verb, "nsubjpass")
    held = first_child(verb, "dobj")
    if held is None or any(t.lower_ in _BLAMED for t in verb.subtree):
        return None, None
    somebody = verb.lemma_.lower() == "hold" and held.pos_ == "PROPN" and held.ent_type_ not in _PLACES  # "police hold Lind"
    return (None, None) if somebody else (first_child(verb, "nsubj"), held)


def _is_over(*words: Token) -> bool:
    """Whether one of some words is said of the past: "formerly rebel-held", "a former stronghold", "no longer controls"."""
    told = [c for word in words for c in word.children]
    return any(c.lower_ in _ONCE or (c.lower_ == "longer" and any(t.lower_ == "no" for t in c.children)) for c in told)


def _in_full(holder: Token, words: Span) -> str:
    """A holder with all that is said of him, clauses aside: "the Front, an alliance of rebels"."""
    told = {t.i for c in holder.subtree if c.dep_ in _CLAUSES for t in c.subtree}
    inside = [t.i for t in holder.subtree if words.start <= t.i < words.end and t.i not in told]
    return words.doc[min([holder.i, *inside]) : max([holder.i, *inside]) + 1].text.removesuffix("'s").removesuffix("’s")


def _antecedent(noun: Token | None) -> Token | None:
    """The noun that a relative pronoun stands for; any other noun itself."""
    if noun is None or not is_relative(noun) or noun.head.dep_ != "relcl":
        return noun
    before = noun.doc[noun.i - 1] if noun.i else noun  # "the raids on Karsk, which is held": what stands nearest is held
    return before if before.pos_ in ("NOUN", "PROPN") and _is_place(before) else noun.head.head


def _named(noun: Token, first: int, words: Span) -> tuple[str, int]:
    """The name of the place that a noun stands for, its direction with it ("eastern Karsk"), and the end of the words for it.

    "The city of Karsk" is Karsk, "a district of Karsk" has no name.
    """
    doc, start = noun.doc, noun.i
    if noun.pos_ == "PROPN":
        while start > first and (_is_name(doc[start - 1]) or doc[start - 1].lower_ in _DIRECTIONS):
            start -= 1
        return doc[start : noun.i + 1].text, noun.i + 1
    while start > first and _is_name(doc[start - 1]):
        start -= 1
    if start < noun.i:
        return doc[start : noun.i].text, noun.i + 1
    of = [t for t in behind(noun, ("of",)) if t.pos_ == "PROPN" and t.i < words.end]
    if of and noun.lemma_.lower() in _SETTLEMENTS:
        return _named(of[0], of[0].left_edge.i, words)
    whose = noun.head if noun.dep_ in ("appos", "attr") else None  # "Karsk, a town held by the Front"
    return (whose.text, noun.i + 1) if whose is not None and whose.pos_ == "PROPN" else ("", noun.i + 1)


def _is_place(noun: Token) -> bool:
    if noun.lemma_.lower() in _GROUND or noun.ent_type_ in _PLACES:
        return True
    return noun.pos_ == "PROPN" and noun.is_title and noun.ent_type_ in _UNKNOWN


def _is_de_facto(capital: Token) -> bool:
    return "de facto" in capital.doc[max(0, capital.i - _DE_FACTO) : capital.i].text.lower().replace("-", " ")


def _is_group(token: Token) -> bool:
    """Whether a word may name a holder: a noun, a name, a people; not the hand of "hand-held", the adverb of "newly-held"."""
    lemma = token.lemma_.lower()
    return lemma not in _TOOLS and (token.pos_ in ("NOUN", "PROPN") or token.ent_type_ == "NORP" or lemma in _GROUPS)


def _is_name(token: Token) -> bool:
    """Whether a word is a part of a place's name, and no people's: the "Salt Gate" of "the Orlian Salt Gate"."""
    return (token.pos_ == "PROPN" or (token.dep_ == "compound" and token.is_title)) and not nation(token.text)
