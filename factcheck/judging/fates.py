"""Fates: what became of one person, as two claims tell it ("the pilot is among the dead", "the pilot was unharmed").

Only a person whom both know as one is asked for: a name, or "the" with a singular noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.claim import Claim
from claims.facets import WORDS
from claims.figures.roles import KIND_OF, PERSON_NOUNS, THINGS
from claims.names import shared_name
from claims.nations import nation
from factcheck.judgement import Code
from factcheck.judging.occasions import Around, begin_apart, one_teller
from factcheck.judging.scopes import days_apart

# How sure two fates exclude each other: only the words tell that it is one person.
ONE_PERSON = 0.85

_DEAD, _HURT, _WELL, _SAFE, _ALIVE = "dead", "hurt", "unharmed", "safe", "alive"
_STATES = {
    _DEAD: r"dead|killed|slain|murdered|among\s+(?:the|those)\s+(?:dead|killed|victims|fatalities)",
    _HURT: r"hurt|injured|wounded|among\s+(?:the|those)\s+(?:injured|wounded)",
    _WELL: r"unharmed|unhurt|uninjured|unscathed",
    _SAFE: r"safe(?!\s+(?:to|for|from|with)\b)",
    _ALIVE: r"alive|among\s+the\s+survivors",
}
_VERBS = {
    _DEAD: r"died|perished|(?:did|does)(?:\s+not|n['’]t)\s+survive",
    _WELL: r"escaped\s+(?:unharmed|unhurt|uninjured|unscathed)",
    _ALIVE: r"survived",
}
_EXCLUSIVE = {frozenset(pair) for pair in ((_DEAD, _WELL), (_DEAD, _SAFE), (_DEAD, _ALIVE), (_HURT, _WELL))}
_TURNED = {_DEAD: _ALIVE, _HURT: _WELL, _ALIVE: _DEAD}  # "was not killed"

_BE = r"(?:was|were|is|are|(?:has|have|had)\s+been|remain(?:s|ed)?|stay(?:s|ed)?)"
_NOT_QUITE = r"(?:nearly|narrowly|only|almost|hardly|barely|scarcely)"
_ASIDE = rf"(?:(?!{_NOT_QUITE}\b)(?:both|all|also|later|now|still|already|found|shot|stabbed|\w+ly)\s+)*"
_TOLD = [
    *(
        (state, re.compile(rf"^(?P<who>.+?)\s+{_BE}(?P<no>\s+not|n['’]t)?\s+{_ASIDE}(?:{words})\b", re.I))
        for state, words in _STATES.items()
    ),
    *(
        (state, re.compile(rf"^(?P<who>.+?)(?P<no>)\s+(?:(?:had|has|have)\s+)?{_ASIDE}(?:{words})\b", re.I))
        for state, words in _VERBS.items()
    ),
]

_OPENING = re.compile(r"^(?:(?:on|in|by|at)\s+[\w ]+?,\s+|(?:but|and|that|meanwhile)\s+)+", re.I)
_AND = re.compile(r"\s+and\s+|,\s+")
_OF = re.compile(r"\s+(?:of|in|on|at|from|for|with|near|who|whose)\s+", re.I)
_NAME = re.compile(r"(?!The\b)(?:[A-Z][\w'’.-]*\s+){0,4}[A-Z][\w'’-]+")
_NOBODY = re.compile(r"(?:nobody|none|no|neither|everybody|everyone|somebody|someone|nothing|not)\b", re.I)
# Who can live or die: a noun of people, or one that ends like them ("driver", "tourist", "fireman"); no deal and no ceasefire.
_PEOPLE = (PERSON_NOUNS | set(KIND_OF)) - THINGS - {"staff", "crew", "sortie", "bombardment", "other", "life", "soul"} | set(
    """
    pilot steward groom bride king queen prince princess president chief captain general colonel sergeant guard boss judge clerk
    cook chef nurse monk nun priest imam bishop pope rabbi monarch athlete suspect husband wife father mother son daughter brother
    sister uncle aunt cousin nephew niece parent grandfather grandmother spouse guest passenger patient teenager youth student
    pedestrian politician musician technician physician guide diplomat ambassador candidate deputy mp pupil dad mum mom widow
    teen star surgeon bodyguard maid hero scholar vicar burglar heir twin
    hostage captive detainee thief spy host model coach hiker cyclist friend partner colleague neighbour neighbor tenant
    """.split()
)
_AGENT = re.compile(r"\w{2,}(?:er|or|ist|man|woman|ian|ee|ess|ant)")
_THINGS = THINGS | set(
    """
    paper letter order offer tower river power weather matter number computer border centre center theater theatre
    sector motor factor error terror reactor tractor tremor corridor favour career
    committee coffee guarantee process success business access progress press restaurant plant grant covenant
    merger takeover handover tender cover counter register server printer rumor door floor tree murder dinner flower former latter
    chapter charter transfer water fire disaster summer winter newspaper barrier layer answer trawler steamer liner
    cruiser destroyer freighter trailer chopper
    """.split()
)
_SEVERAL = re.compile(r"people|\w*(?:men|women)|children|police|crew|troops|family|staff|couple|\w*[^s]s")


@dataclass(frozen=True, slots=True)
class Person:
    """One person as a clause names him: a name, or a noun with the other words of its phrase."""

    noun: str
    described: frozenset[str] = frozenset()
    name: bool = False

    def __str__(self) -> str:
        """The person as a reason says it."""
        return self.noun if self.name else f"the {self.noun}"

    def is_surely(self, other: Person) -> bool:
        """Whether both are one person by their words."""
        if self.name or other.name:
            return self.name and other.name and bool(shared_name((self.noun,), (other.noun,)))
        return self.noun == other.noun and (self.described <= other.described or other.described <= self.described)

    def belongs_to(self, other: Person) -> bool:
        """Whether somebody is told of by another one: "the pilot's father" by the pilot."""
        return any(re.fullmatch(rf"{re.escape(other.noun.lower())}[’']?s", word) for word in self.described)

    def told(self) -> str:
        """The person with the words that tell which one."""
        return " ".join(("the", *sorted(self.described), self.noun)) if self.described else str(self)


def compare_fates(left: Claim, right: Claim, around: Around) -> tuple[Code, float, str] | None:
    """Code, score and reason where two claims tell fates of one person that exclude each other; None for all others."""
    asked = {left.facet, right.facet} <= WORDS or left.facet == right.facet == "method"
    if not asked or left.hedged or right.hedged or begin_apart(around.openings) or one_teller(left, right):
        return None
    for person, state in _fates(left.text):
        for other, another in _fates(right.text):
            if frozenset((state, another)) in _EXCLUSIVE and person.is_surely(other):
                reason = f"one says that {person} is {state}, the other that {other} is {another}"
                if {state, another} == {_DEAD, _ALIVE} and _later(*((left, right) if state == _DEAD else (right, left))):
                    return Code.OTHER_WINDOW, ONE_PERSON, f"{reason}, and the death was told later"
                return Code.NEGATION, ONE_PERSON, reason
            if state == another and (person.belongs_to(other) or other.belongs_to(person)):
                return Code.NO_BASIS, ONE_PERSON, f"two people who belong together: {person.told()} / {other.told()}"
    return None


def _later(dead: Claim, alive: Claim) -> bool:
    """Whether the death was told on a later day, so that it can have come since."""
    dated = dead.published is not None and alive.published is not None
    return dated and days_apart(dead, alive) > 0 and dead.published > alive.published  # type: ignore[operator]


@lru_cache(maxsize=1 << 16)  # each claim of a large fact is set against all others
def _fates(text: str) -> tuple[tuple[Person, str], ...]:
    """Each person of whose fate a clause tells, with it."""
    for state, pattern in _TOLD:
        if (found := pattern.match(text)) is not None:
            fate = _TURNED.get(state, "") if found["no"] else state
            return tuple((person, fate) for person in _persons(found["who"]) if fate)
    return ()


def _persons(who: str) -> Iterator[Person]:
    """The single persons of a subject: "both the bride and groom", "Anna Lind"."""
    subject = _OPENING.sub("", who.strip())
    definite = subject.lower().startswith("both ")
    for part in _AND.split(subject[len("both ") :] if definite else subject):
        head, *behind = _OF.split(part.strip(), maxsplit=1)
        if _NOBODY.match(head):
            return
        if _NAME.fullmatch(head) and not nation(head):
            yield Person(head, name=True)
            continue
        words = head.lower().split()
        definite |= words[:1] == ["the"]
        *before, noun = words or [""]
        if not definite or not noun.isalpha():
            return
        if not _SEVERAL.fullmatch(noun) and _is_person(noun):
            yield Person(noun, frozenset(word for word in (*before, *" ".join(behind).lower().split()) if word != "the"))


def _is_person(noun: str) -> bool:
    """Whether a noun is one of a person."""
    return noun in _PEOPLE or (noun not in _THINGS and _AGENT.fullmatch(noun) is not None)
