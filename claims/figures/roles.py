"""What happened to the people or things that a number counts: roles by lemma, and kinds of people by noun."""

from __future__ import annotations

import re

_ROLE_WORDS = {
    "killed": "kill die slay murder massacre execute assassinate behead perish martyr neutralise neutralize death dead fatality"
    " killing body corpse slain lifeless deadly drown electrocute lynch decapitate suffocate asphyxiate strangle casket coffin"
    " remains succumb",
    "wounded": "wound injure hurt maim injury injured wounded",
    "casualties": "casualty",
    "missing": "missing disappear unaccounted",
    "arrested": "arrest detain imprison jail apprehend detention",
    "captured": "capture hostage kidnap abduct",
    "displaced": "displace flee flock uproot refugee",
    "evacuated": "evacuate evacuation evacuee",
    "besieged": "besiege trap",
    "rescued": "rescue free release liberate",
    "deployed": "deploy station send",
    "destroyed": "destroy demolish raze",
    "damaged": "damage",
    "fired": "fire launch",
    "infected": "infect infection",
    "protested": "protest demonstrate rally march",
}
ROLE_OF = {word: role for role, words in _ROLE_WORDS.items() for word in words.split()}

# "casualties" counts dead and wounded alike, so it never stands for either.
HARM = frozenset({"killed", "wounded", "missing", "captured", "arrested", "casualties"})

BODILY = frozenset({"killed", "wounded"})

# Words that count people without saying what kind; a specific kind may be a part of them.
PERSON_NOUNS = frozenset(
    """
    person people victim other individual inhabitant resident citizen human man life soul
    """.split()
)

# What is hit, destroyed or damaged, or happens, but is neither killed nor wounded; families count no people.
THINGS = frozenset(
    """
    vehicle car truck lorry bus van motorcycle motorbike tank carrier ambulance aircraft plane jet helicopter drone ship boat
    building house home shop store school hospital mosque church bridge factory warehouse depot cache post position base
    headquarters checkpoint tunnel bunker launcher rocket missile shell mortar gun cannon weapon machinegun bomb explosive device
    attack strike airstrike raid blast bombing explosion incident clash hour day week month year family household
    """.split()
)

_KINDS = {
    "soldier": "soldier troop serviceman servicewoman trooper army conscript military gi commando",
    "civilian": "civilian noncombatant bystander villager",
    "fighter": "fighter militant insurgent rebel terrorist jihadist jihadi gunman extremist combatant guerrilla militiaman",
    "child": "child kid minor boy girl baby infant toddler schoolchild",
    "woman": "woman",
    "medic": "medic doctor nurse paramedic",
    "police": "police policeman officer cop",
    "journalist": "journalist reporter cameraman",
    "refugee": "refugee migrant evacuee asylum-seeker",
    "worker": "worker staff employee crew co-worker coworker",
    "strike": "strike airstrike raid sortie bombardment",
    "attacker": "attacker assailant bomber hijacker shooter",
    "robber": "robber thief burglar raider looter",
}
KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
CULPRITS = frozenset({"attacker", "robber"})  # who did it may be of any kind of people
KINDS = frozenset(_KINDS) - CULPRITS
GOVERNMENT, REBELS = "government", "rebels"
_SIDE_OF = dict.fromkeys("government pro-government regime pro-regime loyalist".split(), GOVERNMENT) | dict.fromkeys(
    "rebel opposition insurgent anti-government anti-regime jihadist jihadi daesh isis isil nusra".split(), REBELS
)
CABLES = frozenset({"cable", "wire"})
_LINES = frozenset({"line", "link", "system", "connection", "route"})  # cables only with such a word before them
_OF_CABLES = frozenset(
    "cable data telephone phone internet telecom telecommunication telecommunications communications fibre fiber undersea"
    " submarine underwater power".split()
)
_IRREGULAR = {"children": "child", "lives": "life", "thieves": "thief"}


def kind(counted: str) -> str:
    """One word for what is counted: "Turkish servicemen" and "troops" are soldiers; empty for people in general."""
    words = counted.lower().split()
    if not words:
        return ""
    head = singular(words[-1])
    if head in PERSON_NOUNS:
        return next((KIND_OF[w] for w in map(singular, words[:-1]) if w in KIND_OF), "")
    found = "cable" if cabled(counted) else KIND_OF.get(head, head)
    return "soldier" if found == "fighter" and side(counted) == GOVERNMENT else found


def cabled(counted: str) -> bool:
    """Whether cables are counted, by whatever name: "undersea cables", "data lines", "cable systems"; not "lines of text"."""
    *before, last = counted.lower().split() or [""]
    head = singular(last)
    return head in CABLES or (head in _LINES and not _OF_CABLES.isdisjoint(before))


def side(counted: str) -> str:
    """On whose side of a war they are said to be who are counted: GOVERNMENT, REBELS, or empty where the words do not say."""
    told = {_SIDE_OF[w] for w in map(singular, re.split(r"[\s/]+", counted.lower())) if w in _SIDE_OF}
    return told.pop() if len(told) == 1 else ""


def can_be(role: str, counted: str) -> bool:
    """Whether what is counted can have such a role: a tank is neither killed nor wounded, and a thief who flees not displaced."""
    return kind(counted) not in THINGS if role in BODILY else role != "displaced" or kind(counted) not in CULPRITS


def singular(noun: str) -> str:
    """The singular of an English noun by its ending: "countries" is "country"; right for what news counts, not for all nouns."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun[:-1]
    return noun
