"""Parties: on whose side somebody stands, so that a capital, its country's army and its spokesman answer for each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from claims.document import Document
from claims.figures.roles import KIND_OF
from claims.names import Name
from claims.nations import nation, seat
from claims.spelling import adjective, bare
from factcheck.naming.aliases import Aliases

# Words for what a state is and has: with its name before them they stand for the state.
_ORGANS = frozenset(
    """
    army military force navy airforce air defence defense foreign interior ministry minister government state regime
    president prime premier troop soldier serviceman jet warplane plane aircraft drone warship missile tank artillery
    strike official authority spokesman spokeswoman spokesperson ambassador envoy diplomat chancellor secretary leader
    parliament administration commander general admiral media coast guard intelligence police service court embassy side
    delegation king emir of for and senior high fighter bomber helicopter pilot command border officer
    presidency cabinet deputy chief chair chairman chairwoman head director
    """.split()
)
_TITLE = (
    r"(?i:chair\w*|chief|president|minister|secretary|spokes\w+|head|director|governor|leader|commander|general|ambassador|envoy"
    r"|premier|king|emir|chancellor)"
)
_BELONGS = re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s+){{0,3}}{_TITLE}(?:\s+[A-Z][\w-]*)?\s+")
_OF_BODY = re.compile(
    r"\b[\w.]+-(?:backed|led|allied|supported|funded|trained|brokered|held|controlled|dominated|linked|armed)\b", re.I
)
_OWNED = re.compile(
    r"(?:['’]s?|s)?\s+(?:air\s+|national\s+|armed\s+)?(army|military|government|regime|air force|navy|forces|ministry)\b"
)
# "Lind's forces", "the Lind regime", of the state that has an army; not "Lind forces her to resign".
_RULES = re.compile(r"(?:['’]s?|\s?s)\s+(?:regime|forces|army|troops|warplanes)\b|\s+(?:regime|army|troops|warplanes)\b")
_RISEN = re.compile(r"\b(?:rebel|insurgent|guerrilla|separatist|militia|warlord)s?(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}$", re.I)
_BEFORE = 60  # characters before a name in which it is said that somebody leads rebels
_SMALL = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "some", "other"})
_NOBODY = frozenset(
    """
    it they he she we i you who which that this those these one someone somebody anyone everyone people person man gunman attacker
    assailant perpetrator suspect militant terrorist bomber other source witness resident activist report medium
    """.split()
)
_WORDS = 4  # the longest name of a country

# What every state has one of: without a name they are those of the country of which an article tells.
_STATE = frozenset("army military government regime state presidency airforce".split())
HOME = 1.5  # an article tells of the country that it names so many times as often as any other
MENTIONS = 3  # and at least this often


@dataclass(frozen=True, slots=True)
class Parties:
    """Who belongs to whom in each document, by its aliases and its own words."""

    aliases: Aliases = field(default_factory=Aliases)
    members: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    owners: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)
    _known: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, document: str, words: str) -> frozenset[str]:
        """The parties that some words of a document name, in one spelling; empty for a pronoun or nobody in particular."""
        if (found := self._known.get((document, words))) is None:  # each claim is set against many others
            found = self._known[document, words] = self._named(document, words)
        return found

    def _named(self, document: str, words: str) -> frozenset[str]:
        name = self.aliases.canonical(document, words, acts=True)
        parties = {name.casefold()} | self.members.get((document, name), frozenset())
        tokens = _OF_BODY.sub(" ", words).replace("’", "'").split()
        country, rest = _country(tokens)
        if country and (not rest or bare(rest[0]).rstrip("s") in _ORGANS or _one(rest[0]) in _ORGANS):
            parties.add(country.casefold())
        for inner in {p for n in range(len(tokens)) if (p := self._inner(document, tokens[n:]))}:
            parties |= {inner.casefold()} | self.members.get((document, inner), frozenset())
        parties |= self._state(document, rest) if not country else frozenset()
        head = _one(rest[-1]) if rest else ""
        if head in _NOBODY and not country and name == words:
            return frozenset()
        return frozenset(parties | ({f"{KIND_OF[head]}s"} if head in KIND_OF and not country else set()))

    def _state(self, document: str, words: Sequence[str]) -> frozenset[str]:
        """The country of a state's organ that has no name of its own: "the army", "government warplanes", "the Lind regime"."""
        organs = [_one(word) for word in words]
        if not organs:
            return frozenset()
        owned = self.owners.get((document, organs[0]), frozenset())
        if len(organs) == 1 and len(owned) == 1:
            return owned
        unnamed = organs[0] in _STATE and all(organ in _ORGANS for organ in organs[1:])
        home = self.homes.get(document, "")
        return frozenset({home}) if home and len(owned) < 2 and (unnamed or "regime" in organs) else frozenset()

    def _inner(self, document: str, tokens: Sequence[str]) -> str:
        """The longest name at the start of some words that is known under another form or as a member of something."""
        for end in range(len(tokens), 0, -1):
            words = " ".join(tokens[:end])
            name = self.aliases.canonical(document, words)
            known = (document, bare(words)) in self.aliases.of or bare(words) in self.aliases.given
            of_others = adjective(bare(words), bare(name)) and end < len(tokens) and _one(tokens[end]) not in _ORGANS
            if known and not nation(words) and not of_others:
                return name
        return ""

    def one_side(self, document: str, words: str, other: str, others: str) -> bool:
        """Whether two holders or actors (each with its document) are one party or belong to one."""
        return bool(self.of(document, words) & self.of(other, others)) or bare(words) == bare(others) != ""

    def apart(self, document: str, words: str, other: str, others: str) -> bool:
        """Whether two actors surely are two parties: two states, or a state and those who fight or oppose one."""
        one, two = self.of(document, words), self.of(other, others)
        left, right = {p for p in one if nation(p)}, {p for p in two if nation(p)}
        if one & two:
            return False
        return bool((left and (right or _against_a_state(others))) or (right and _against_a_state(words)))


def _against_a_state(words: str) -> bool:
    head = _one(words.split()[-1]) if words.split() else ""
    return head not in _NOBODY and (KIND_OF.get(head) == "fighter" or head == "opposition")


def _country(tokens: Sequence[str]) -> tuple[str, list[str]]:
    """The country named first in some words, and the words behind it, without articles; all of them where none is named."""
    words = [t.removesuffix("'s").removesuffix("'").strip(",") for t in tokens if t.lower() not in _SMALL]
    for start in range(len(words)):
        for end in range(min(len(words), start + _WORDS), start, -1):
            phrase = " ".join(words[start:end])
            country = nation(phrase) or (seat(phrase) if end - start == len(words) else "") or nation(phrase.removesuffix("s"))
            if country and not (start and words[start - 1] == "Free"):  # "the Free Torvayan Army" fights the state
                return country, words[end:]
    return "", words


def _one(word: str) -> str:
    """A noun in the singular: forces, force."""
    word = bare(word)
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s") if not word.endswith("ss") else word


def parties(documents: Mapping[str, Document], names: Mapping[str, Sequence[Name]], aliases: Aliases) -> Parties:
    """Who belongs to whom: "Reed Bank chair Ida Holm" speaks for the bank, "the army" is the only army that an article names.

    Where an article does not say to whom somebody belongs, the other articles on its event may.
    """
    members: dict[tuple[str, str], set[str]] = defaultdict(set)
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, some in names.items():
        text = documents[key].text
        for one, two in pairwise(some):
            if one.label in ("ORG", "GPE", "NORP") and two.label == "PERSON" and _BELONGS.fullmatch(text[one.end : two.start]):
                members[key, aliases.canonical(key, two.text)].add(aliases.canonical(key, one.text, acts=True).casefold())
        for name in some:
            if (country := nation(name.text)) and (match := _OWNED.match(text, name.end)):
                owners[key, _one(match[1].split()[-1])].add(country.casefold())
    event_of = {key: documents[key].event or key for key in names}
    homes = _homes(names, event_of)
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for (key, who), bodies in members.items():
        told[event_of[key], who] |= bodies
    people = [
        (key, one, aliases.canonical(key, one.text)) for key, some in names.items() for one in some if one.label == "PERSON"
    ]
    risen = {
        (event_of[key], who)
        for key, one, who in people
        if _RISEN.search(documents[key].text[max(0, one.start - _BEFORE) : one.start])
    }
    for key, one, who in people:
        home = homes.get(event_of[key])
        if home and (event_of[key], who) not in {*told, *risen} and _RULES.match(documents[key].text, one.end):
            told[event_of[key], who].add(home)
    for key, _, who in people:
        members[key, who] = members.get((key, who)) or told.get((event_of[key], who), set())
    return Parties(
        aliases,
        {k: frozenset(v) for k, v in members.items()},
        {k: frozenset(v) for k, v in owners.items()},
        {key: homes[event] for key, event in event_of.items() if event in homes},
    )


def _homes(names: Mapping[str, Sequence[Name]], event_of: Mapping[str, str]) -> dict[str, str]:
    """The country of which the articles on an event tell, by event: the one that they name far more often than any other."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for key, some in names.items():
        named[event_of[key]].update(country.casefold() for name in some if (country := nation(name.text)))
    homes: dict[str, str] = {}
    for event, counts in named.items():
        (home, most), (_, next_most) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
        if most >= MENTIONS and most >= HOME * next_most:
            homes[event] = home
    return homes
