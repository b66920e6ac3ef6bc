"""Doers: who did harm, also where another noun than a verb tells it ("raids by Orlian jets") or its verb tells no harm by itself
("threw bottles at the shop"), and where it is left open ("it is not clear who fired").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from claims.deeds import Act, Deed, phrase
from claims.grammar import PRONOUNS, acting, behind, first_child
from claims.nations import nation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.claim import Claim

PERPETRATOR = "perpetrator"
DONE_BY = "done by "  # before the doers, in the predicate of a claim

_THROWS = frozenset(["hurl", "throw", "lob", "toss", "fling"])
_THROWN = frozenset("bomb cocktail grenade stone rock brick bottle firebomb explosive petrol canister missile".split())
_ANYBODY = frozenset("another other others those one some someone somebody nobody none".split())
_SHARED = ("conj", "xcomp", "advcl")  # verbs that have the subject of the verb above
_UNKNOWN = re.compile(
    r"\bun(?:known|identified)\s+(?:\w+\s+)?(?:aircraft|jets?|(?:war)?planes?|drones?|helicopters?|gun\w+|attackers?|assailants?"
    r"|(?:wo)?m[ae]n|persons?|people|individuals?|groups?|forces?|fighters?|militants?|bombers?|drivers?|killers?|assassins?"
    r"|perpetrators?|youths?|thie(?:f|ves)|robbers?|hackers?|suspects?|part(?:y|ies))\b",
    re.I,
)
_WHO = r"(?:who(?:m|se)?|whether|which|if)\b"
_NOT = r"(?:\bnot|n[’']t)\s+(?:\w+ly\s+|yet\s+|been\s+|at\s+once\s+){0,2}"
_NOT_CLEAR = rf"(?:\bun(?:clear|known|certain|sure)|{_NOT}(?:clear|known|certain|sure))\b"
_OPEN = re.compile(
    rf"{_NOT_CLEAR}(?:\s+[\w-]+){{0,4}}?\s+{_WHO}"
    rf"|\b{_WHO}[^.;]*?\b(?:is|was|are|were|be|been|remain\w*)\s+(?:\w+\s+)?{_NOT_CLEAR}"
    r"|\beither\s+(?:\w+\s+){1,4}or\b",
    re.I,
)
_ALWAYS = frozenset(
    """
    kill murder execute assassinate behead massacre slaughter lynch bomb bombard torch stab ambush wound injure abduct kidnap rape
    torture killing execution shooting bombing bombardment crime airstrike atrocity
    """.split()
)
_WEAPONS = frozenset(
    """
    bomb rocket missile mortar gun rifle knife grenade airstrike drone explosive gas artillery sniper suicide gunfire cocktail
    """.split()
)
_ARMED = frozenset(
    """
    army force troop soldier jet warplane plane aircraft helicopter rebel militant fighter gunman gunmen attacker bomber police
    policeman policemen officer regime coalition military militia insurgent terrorist jihadist extremist gang robber thief thieves
    raider hacker mob rioter pirate navy warship guard protester demonstrator youth assailant guerrilla separatist
    """.split()
)
_PLAYERS = frozenset("team side club player squad captain coach striker forward defender athlete bowler batsman".split())
# What is attacked, hit or shot down in words alone.
_ABSTRACT = frozenset(
    """
    plan budget film movie idea decision proposal policy law bill reform rule ruling record report article book speech remark
    comment deal agreement claim argument theory view motion measure tax fee price song show play novel scheme strategy
    criticism peak
    """.split()
)
# What somebody is blamed for where he is a perpetrator; "for inflation" he is none.
_HARMED = _ALWAYS | frozenset(
    """
    attack strike raid shelling shell blast explosion explode fire clash fighting violence assault ambush hit shoot arson
    robbery death die dead casualty victim injury destroy destruction damage crash breach hack hacking hijack hijacking riot
    looting massacre genocide abuse fatality bloodshed rampage theft offensive invasion invade incident incursion violation
    violate
    """.split()
)
_BLAMING = frozenset(["blame", "responsible", "behind"])  # without saying for what: surely for what an article tells of
# What does harm by itself; nobody is named by it.
_THINGS = frozenset(
    """
    attack strike airstrike raid bombing shelling blast explosion fire blaze flood storm earthquake quake tremor aftershock crash
    bomb rocket shell mortar missile bullet grenade mine gunfire clash fighting violence landslide hurricane tornado avalanche
    heat cold virus disease accident collision derailment cut outage wave
    """.split()
)


def leaves_open(text: str) -> bool:
    """Whether a clause leaves open who did it: "it is not clear who", "either Orlian or Torvayan jets", "unidentified men"."""
    return _OPEN.search(text) is not None or _UNKNOWN.search(text) is not None


def doers(words: Span, claim: Claim) -> tuple[str, ...] | None:
    """Who did harm by a clause (its tokens), each once; empty where it leaves that open, None where it does not ask."""
    means = not _WEAPONS.isdisjoint(claim.lemmas)
    harms = [d.actor for d in claim.deeds if d.act is Act.HARM and (means or _is_violent(d)) and not _is_where(d, claim.text)]
    open_ = leaves_open(claim.text)
    if claim.negated and not open_:
        return None
    blamed = [deed.actor for deed in claim.deeds if deed.act is Act.BLAME and _is_for_violence(deed, claim)]
    named = dict.fromkeys(_whose(actor, words) for actor in (*harms, *blamed) if nation(actor) or actor not in claim.places)
    named |= dict.fromkeys(phrase(noun) for token in words for noun in _throwers(token))
    found = tuple(actor for actor in named if _is_somebody(actor))
    if not found and open_ and (harms or _UNKNOWN.search(claim.text)):
        return ()
    return found or None


def _is_violent(deed: Deed) -> bool:
    """Whether a deed is surely one of violence: "rebels attacked the town", not "critics attacked the film"."""
    if deed.verb in _ALWAYS:
        return True
    target, actor = (words.lower().split()[-1:] or [""] for words in (deed.target, deed.actor))
    if _one_of(target[0], _ABSTRACT) or _one_of(actor[0], _PLAYERS):
        return False
    if deed.verb == "shoot" and not deed.target.isdigit():
        return True
    return bool(nation(deed.actor)) or any(_is_armed(word) for word in deed.actor.lower().split())


def _is_for_violence(deed: Deed, claim: Claim) -> bool:
    """Whether somebody is blamed for a deed of violence; who is "charged with oversight" or "condemns the crime" is not."""
    if deed.verb in ("charge", "condemn"):
        return False
    told = {*claim.lemmas, *deed.target.lower().split()}
    return any(_one_of(word, _HARMED | _WEAPONS) for word in told) or (not deed.target and deed.verb in _BLAMING)


def _one_of(word: str, nouns: Collection[str]) -> bool:
    """Whether a noun, or its singular, is among some nouns."""
    return word in nouns or word.removesuffix("s") in nouns


def _is_where(deed: Deed, text: str) -> bool:
    """Whether the name before a noun of violence is rather of where it was: "the Halden plant shooting"."""
    beside = re.search(rf"\b{re.escape(deed.actor)}\s+(?:shooting|killing|massacre|murder|bombing)s?\b", text, re.I)
    return beside is not None and not nation(deed.actor)


def _is_armed(word: str) -> bool:
    return word in _ARMED or word.removesuffix("s") in _ARMED or bool(nation(word.title()))


def _whose(actor: str, words: Span) -> str:
    """An actor with whose he is: "jets of the Orlian army"."""
    last = actor.split()[-1:]
    for token in words:
        if [token.text] == last and phrase(token) == actor and (of := behind(token, ("of", "from"))):
            return f"{actor} of {phrase(of[0])}"
    return actor


def _is_somebody(actor: str) -> bool:
    head = actor.lower().partition(" of ")[0].split()[-1:]
    nobody = PRONOUNS | _ANYBODY | _THINGS
    return bool(head) and head[0] not in nobody and head[0].removesuffix("s") not in nobody


def _throwers(verb: Token) -> Iterator[Token]:
    """Who "hurled petrol bombs", "set fire to a bank", "set a bank on fire"."""
    lemma, held = verb.lemma_.lower(), first_child(verb, "dobj")
    if verb.pos_ != "VERB" or held is None:
        return
    burns = held.lower_ == "fire" or any(t.lower_ == "fire" for t in (*behind(verb, ("on",)), *behind(held, ("on",))))
    if (lemma in _THROWS and held.lemma_.lower() in _THROWN) or (lemma == "set" and burns):
        yield from _subjects(verb)


def _subjects(verb: Token) -> Iterator[Token]:
    while (subject := acting(verb)) is None and verb.dep_ in _SHARED and verb.head.pos_ == "VERB":
        verb = verb.head
    if subject is not None and subject.pos_ in ("NOUN", "PROPN"):
        yield from (subject, *subject.conjuncts)
