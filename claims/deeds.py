"""Deeds: who did what to whom, as the grammar of a clause tells it.

Active ("the army shelled the school"), passive ("was killed in strikes by the coalition"), nominal ("the army's attack on the
school"), blame ("was behind the blast", "accused Orlia of arming the rebels", "it will be the bank's fault") and a deed claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claims.grammar import antecedent, doer_above, first_child, is_plural, is_relative

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


class Act(StrEnum):
    """What kind of deed: harm done, help given, resistance, only blame for something, or responsibility claimed for it."""

    HARM = "harm"
    SUPPORT = "support"
    OPPOSE = "oppose"
    BLAME = "blame"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Deed:
    """`actor` did something of this kind, `verb` by lemma, to `target` (its noun phrase; empty where the text does not say).

    `single` says that the target is one known thing ("the pilot", "the convoy"), so that two actors exclude each other.
    """

    actor: str
    act: Act
    verb: str
    target: str = ""
    single: bool = False


_VERBS = {
    Act.HARM: "kill murder execute assassinate behead massacre slaughter lynch attack bomb bombard shell strike hit target raid"
    " ambush storm shoot fire wound injure burn destroy demolish down sink torch poison gas hack violate breach abduct kidnap"
    " seize rape torture loot besiege starve blow invade",
    Act.SUPPORT: "back support arm fund finance supply aid help train shelter harbour harbor assist equip sponsor protect drop",
    Act.OPPOSE: "fight combat battle oppose counter confront",
}
_ACT_OF = {lemma: act for act, lemmas in _VERBS.items() for lemma in lemmas.split()}
_NOUNS = frozenset(
    """
    attack strike airstrike raid shelling bombing bombardment offensive assault killing murder execution ambush shooting massacre
    gunfire blast explosion breach violation hacking abduction
    """.split()
)
_WEAPONS = frozenset("fire missile rocket drone jet warplane plane aircraft bomb artillery".split())
_ARMS = frozenset("weapon bomb munition agent gas shell arm warhead rocket missile".split())
_FORBIDDEN = frozenset("chemical nerve chlorine sarin mustard poison toxic phosphorus napalm cluster biological".split())
_POISONS = frozenset(["sarin", "napalm", "novichok", "vx"])
_CRIMES = frozenset(["crime", "atrocity"])  # that are committed
_AT = ("on", "against", "at")  # before what a deed is aimed at
_NOUNISH = ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
_CLAIMING = frozenset({"claim", "take", "accept", "assume", "admit"})
_CARRYING_OUT = frozenset({"carry", "conduct", "launch", "stage", "mount", "commit", "perpetrate"})
_VICTIMS = frozenset(["person", "people", "civilian", "child", "resident", "villager", "passenger"])
_RESPONSIBLE = frozenset({"responsible", "guilty", "culpable", "behind"})


def deeds(words: Span) -> tuple[Deed, ...]:
    """The deeds that a clause (a span of a parsed text) tells of, in reading order, each once."""
    found: dict[Deed, None] = {}
    for token in words:
        for deed in (*_verbal(token), *_claimed(token), *_used(token), *_blame(token), *_nominal(token)):
            found.setdefault(deed)
    return tuple(found)


def _verbal(verb: Token) -> Iterator[Deed]:
    act = _ACT_OF.get(verb.lemma_.lower())
    if act is None or verb.pos_ != "VERB":
        return
    victim = _child(verb, "nsubjpass")
    if victim is None and verb.dep_ == "conj" and any(c.dep_ == "auxpass" for c in verb.children):  # "was caught and killed by"
        victim = _child(verb.head, "nsubjpass") or _child(verb.head, "nsubj")
    if victim is not None or (verb.tag_ == "VBN" and verb.dep_ in ("acl", "relcl")):
        patient: Token | None = victim if victim is not None else verb.head
        if patient is not None and is_relative(patient) and verb.dep_ == "relcl":
            patient = verb.head
        for actor in _agents(verb):
            yield _deed(actor, act, verb, patient)
        return
    subject = _actor(verb)
    if subject is None or _are_harmed(verb, subject):
        return
    aimed = _object_of(verb, _AT)
    whom = aimed if verb.lemma_ == "fire" else _child(verb, "dobj") or aimed
    if act is Act.SUPPORT and verb.lemma_ in ("drop", "supply"):  # "dropped weapons to the rebels" helps the rebels
        whom = _object_of(verb, ("to", "for")) or (whom if verb.lemma_ == "supply" else None)
        if whom is None:
            return
    for one in _with_conjuncts(_doer(subject)):
        for doer in _owner(one) if _is_attack(one) else (one,):
            yield _deed(doer, act, verb, whom)


def _are_harmed(verb: Token, noun: Token) -> bool:
    """Whether a subject is rather the dead of a headline: "8 persons killed, 58 injured"; two people may well kill a guard."""
    victims = noun.like_num or (noun.lemma_.lower() in _VICTIMS and first_child(noun, "nummod") is not None)
    whom = _child(verb, "dobj")
    counted = whom is None or first_child(whom, "nummod") is not None
    return victims and counted and verb.lemma_.lower() in ("kill", "wound", "injure", "hurt")


def _claimed(verb: Token) -> Iterator[Deed]:
    """ "X claimed responsibility for Y", "X took credit for Y", "Y was claimed by X"; "X carried out Y" does harm."""
    lemma, passive = verb.lemma_.lower(), _child(verb, "nsubjpass")
    thing = passive or _child(verb, "dobj")
    if thing is not None and is_relative(thing) and verb.dep_ == "relcl":
        thing = verb.head  # "the attack, which was carried out by rebels"
    if thing is None or verb.pos_ != "VERB":
        return
    agent = first_child(verb, "agent")
    actor = (_child(agent, "pobj") if agent is not None else None) if passive is not None else _actor(verb)
    if actor is None:
        return
    credit = thing.lemma_.lower() in ("responsibility", "credit")
    for one in _with_conjuncts(_doer(actor)):
        if lemma in _CLAIMING and credit:
            yield _deed(one, Act.CLAIM, verb, _object_of(thing, ("for",)) or _object_of(verb, ("for",)))
        elif lemma == "claim" and _is_attack(thing):
            yield _deed(one, Act.CLAIM, verb, thing)
        elif lemma in _CARRYING_OUT and (_is_attack(thing) or thing.lemma_.lower() in _CRIMES):
            yield _deed(one, Act.HARM, thing, _object_of(thing, _AT) or thing)


def _actor(verb: Token) -> Token | None:
    """The subject of an active verb, also across "X did A and did B", "accused X of doing", "members of X killing"."""
    seen = verb
    while True:
        subject = _child(seen, "nsubj")
        if subject is not None:
            return antecedent(seen) if is_relative(subject) and seen.dep_ == "relcl" else subject
        if seen.dep_ == "pcomp" and seen.head.lower_ in ("of", "for") and seen.head.head.pos_ == "VERB":
            blamed = seen.head.head
            return _child(blamed, "nsubjpass") or _child(blamed, "dobj")
        if seen.dep_ == "acl" and seen.tag_ == "VBG":
            return doer_above(seen)
        if seen.dep_ in ("conj", "xcomp", "advcl") and seen.head.pos_ in ("VERB", "AUX") and _child(seen, "nsubjpass") is None:
            seen = seen.head
            continue
        return None


def _doer(noun: Token) -> Token:
    """Who really acts: the group in "members of the group", else the noun itself."""
    if noun.lemma_.lower() in ("member", "fighter", "element", "number", "group") and (of := _object_of(noun, ("of", "from"))):
        return of
    return noun


def _agents(verb: Token) -> Iterator[Token]:
    """Who a passive names: "by X", "in strikes by X", "in Russian strikes"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in ("by", "in", "from")):
            for noun in (t for t in child.children if t.dep_ == "pobj"):
                for one in _with_conjuncts(noun):
                    if child.lower_ == "by" and not _is_deed(one):
                        yield _doer(one)
                    elif _is_deed(one):
                        yield from _owner(one)


def _used(verb: Token) -> Iterator[Deed]:
    """ "The regime used chemical weapons": whoever uses forbidden arms does harm, whomever they hit."""
    thing = _child(verb, "dobj")
    if verb.lemma_ not in ("use", "deploy", "employ") or verb.pos_ != "VERB" or thing is None:
        return
    forbidden = thing.lemma_.lower() in _ARMS and any(c.lower_ in _FORBIDDEN for c in thing.children if c.i < thing.i)
    if (forbidden or thing.lower_ in _POISONS) and (subject := _actor(verb)) is not None:
        for doer in _with_conjuncts(_doer(subject)):
            yield _deed(doer, Act.HARM, verb, thing)


def _nominal(noun: Token) -> Iterator[Deed]:
    """ "the army's attack on the school", "an attack by rebels on the school"."""
    if not _is_attack(noun):
        return
    shelling = noun.tag_ == "NN" and noun.lemma_.lower().endswith("ing")
    target = _object_of(noun, _AT) or (_object_of(noun, ("of",)) if shelling else None)
    for actor in _owner(noun):
        yield _deed(actor, Act.HARM, noun, target)


def _owner(noun: Token) -> Iterator[Token]:
    """Whose deed a noun names: possessive, nationality before it, or "by X" behind it."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "by":
            named = (one for t in child.children if t.dep_ == "pobj" for one in _with_conjuncts(t))
            yield from (t for t in named if not _is_attack(t))
        elif (child.dep_ == "poss" and child.pos_ != "PRON" and child.ent_type_ not in ("DATE", "TIME")) or (
            child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in ("NORP", "ORG")
        ):
            yield child


def _blame(token: Token) -> Iterator[Deed]:
    """ "X was behind / responsible for Y", "blamed X for Y", "accused X of Y", "it is X's fault"."""
    lemma = token.lemma_.lower()
    if lemma in _RESPONSIBLE:
        verb = token.head if token.head.lemma_ in ("be", "stand", "hold", "lie", "find") else None
        subject = _held(verb) if verb is not None else None
        if token.dep_ in ("amod", "acl") or (subject is None and token.dep_ == "prep" and token.head.pos_ in ("NOUN", "PROPN")):
            subject = token.head if token.head.pos_ in ("NOUN", "PROPN") else subject
        what = _child(token, "pobj") or _object_of(token, ("for", "of"))
        if lemma == "behind" and verb is None and (what is None or not _is_deed(what)):
            return  # "rallied behind the flag", but "the group behind the attack"
        if subject is not None and (verb is not None or what is not None):
            for one in _with_conjuncts(subject if not is_relative(subject) or verb is None else verb.head):
                yield _deed(one, Act.BLAME, token, what)
    elif lemma == "blame" and token.dep_ == "xcomp" and token.head.lemma_ == "be" and (subject := _child(token.head, "nsubj")):
        for one in _with_conjuncts(subject):  # "the army is to blame"
            yield _deed(one, Act.BLAME, token, _object_of(token, ("for",)))
    elif lemma in ("blame", "accuse", "charge", "condemn") and token.pos_ == "VERB":
        first = _child(token, "nsubjpass") or _child(token, "dobj")
        behind = _object_of(token, ("on",)) if lemma == "blame" else None
        accused, what = first or behind, _object_of(token, ("for", "of"))
        if accused is None or accused.ent_type_ in ("DATE", "TIME"):
            return
        if first is not None and behind is not None:
            accused, what = behind, first  # "blamed the blast on X", "the blast was blamed on X"
        for one in _with_conjuncts(accused):
            yield _deed(one, Act.BLAME, token, what)
    elif lemma == "point" and (finger := _child(token, "dobj")) is not None and finger.lemma_.lower() == "finger":
        if (accused := _object_of(token, ("at",)) or _object_of(finger, ("at",))) is not None:
            for one in _with_conjuncts(accused):
                yield _deed(one, Act.BLAME, token, _object_of(token, ("for", "over")))
    elif lemma in ("fault", "responsibility", "doing") and (owner := _child(token, "poss")) is not None:
        yield _deed(owner, Act.BLAME, token, None)


def _held(verb: Token) -> Token | None:
    """Who is responsible: the subject of "is responsible" and "was held responsible", the object of "holds X responsible"."""
    if verb.lemma_ not in ("hold", "find"):
        return _child(verb, "nsubj")
    held = _child(verb, "nsubjpass") or _child(verb, "dobj")
    return verb.head if held is None and verb.dep_ == "relcl" else held  # "the group that Orlia holds responsible"


def _deed(actor: Token, act: Act, verb: Token, target: Token | None) -> Deed:
    if target is not None and is_relative(target) and target.head.dep_ == "relcl":
        target = target.head.head
    return Deed(phrase(actor), act, verb.lemma_.lower(), phrase(target) if target is not None else "", _single(target))


def _single(target: Token | None) -> bool:
    """Whether the target is one known thing or one deed: "the pilot", "a pilot", "the strikes"; a bare plural is not."""
    if target is None or target.pos_ not in ("NOUN", "PROPN"):
        return False
    definite = any(c.dep_ in ("det", "poss") for c in target.children)
    counted = any(c.dep_ == "nummod" for c in target.children)
    plural = is_plural(target)
    return definite and not counted and (not plural or target.lemma_.lower() in _NOUNS)


def phrase(noun: Token) -> str:
    """The noun with what stands before it (article and numbers aside) and an "of" phrase of one name: "the Orlian air force"."""
    keep = {noun.i}
    for child in noun.children:
        if child.dep_ in ("compound", "amod", "nmod", "poss", "punct", "case") and child.i < noun.i:
            keep |= {t.i for t in child.subtree}
    text = noun.doc[min(keep) : noun.i + 1].text
    return " ".join(text.split()).strip("“”\"'’ ,-")


def _is_deed(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "VERB") and (token.lemma_.lower() in _NOUNS | _WEAPONS or token.lower_ in _NOUNS)


def _is_attack(token: Token) -> bool:
    """Whether a noun is a deed itself and not the thing it is done with: "strike", not "jet"."""
    return _is_deed(token) and token.lemma_.lower() not in _WEAPONS


def _child(token: Token, dep: str) -> Token | None:
    return next((c for c in token.children if c.dep_ == dep and c.pos_ in (*_NOUNISH, "DET")), None)


def _object_of(token: Token, preps: tuple[str, ...]) -> Token | None:
    for preposition in token.children:
        if preposition.dep_ == "prep" and preposition.lower_ in preps:
            return first_child(preposition, "pobj")
    return None


def _with_conjuncts(token: Token) -> Iterator[Token]:
    yield token
    yield from (t for t in token.conjuncts if t.i > token.i and t.pos_ in _NOUNISH)
