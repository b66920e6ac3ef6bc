"""Cases: at what stage of the law somebody stands: arrested, charged, on trial, a plea, convicted or acquitted, sentenced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.figures.roles import THINGS
from claims.grammar import PRONOUNS, SUBJECTS, behind, first_child, is_negated, is_plural, is_relative
from claims.names import shared_name

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from claims.claim import Claim

    _Stage = tuple[str, Token | None]

CASE = "legal case"
ARRESTED, CHARGED, TRIED, CONVICTED, ACQUITTED, SENTENCED = "arrested", "charged", "tried", "convicted", "acquitted", "sentenced"
GUILTY, NOT_GUILTY = "guilty-plea", "plea-of-not-guilty"
STAGES = (ARRESTED, CHARGED, TRIED, GUILTY, NOT_GUILTY, CONVICTED, ACQUITTED, SENTENCED)
NOT_STAGES = frozenset({NOT_GUILTY, ACQUITTED})  # which a "not" tells of: "was found not guilty"

_CRIMES = frozenset(
    """
    murder manslaughter homicide assault robbery burglary theft fraud rape arson corruption bribery terrorism treason espionage
    smuggling trafficking kidnapping kidnap conspiracy perjury embezzlement genocide libel forgery laundering possession hacking
    poaching evasion blackmail extortion stalking battery harassment negligence vandalism
    """.split()
)
# What somebody is charged with doing: "with killing a clerk", but not "with reforming the police".
_CRIMINAL = frozenset(
    """
    killing murdering shooting stabbing strangling beating attacking assaulting raping molesting abusing harassing stalking
    threatening kidnapping abducting robbing stealing looting breaking burning setting smuggling trafficking dealing selling
    laundering bribing defrauding embezzling evading forging lying misleading hiding concealing obstructing inciting insulting
    plotting conspiring planning attempting trying spying leaking hacking hijacking possessing carrying driving causing aiding
    abetting helping supporting financing funding belonging being having violating failing resisting vandalising vandalizing
    damaging destroying wounding injuring endangering poisoning drugging fleeing impersonating
    """.split()
) | {crime for crime in _CRIMES if crime.endswith("ing")}
_WRONGS = _CRIMES | set(
    """
    charge wrongdoing misconduct offence offense crime count allegation accusation blame guilt involvement killing attack murder
    death doping
    """.split()
)  # of which somebody is cleared by a court; a referee clears him of a foul
_WEAPONS = frozenset("fist baton stick shield horse truncheon club sword bayonet whip cannon water gas weapon".split())
_TASKS = frozenset(
    """
    oversight task duty responsibility job mission reform care protection management supervision implementation security safety
    enforcement investigation preparation organisation organization administration energy power emotion
    """.split()
)  # what an office is charged with
_STAGE_OF = {
    **dict.fromkeys(["arrest", "apprehend"], ARRESTED),
    **dict.fromkeys(["charge", "indict", "arraign"], CHARGED),
    **dict.fromkeys(["convict"], CONVICTED),
    **dict.fromkeys(["acquit", "exonerate", "clear"], ACQUITTED),
    **dict.fromkeys(["sentence"], SENTENCED),
}
_BY_WHICH = {"charge": "with", "clear": "of"}  # without it a fee is charged, a road is cleared
# Charged, arrested or cleared by no court.
_NOBODY = THINGS | set(
    "battery phone spread decline fall slide growth flow road crowd mob line barricade gate rally air atmosphere debate".split()
)
_DROPPED = frozenset(
    "drop dismiss withdraw deny quash throw reject scrap abandon refute dropping dismissal withdrawal".split()
)  # charges
_NONE = frozenset(["nobody", "none", "neither", "no-one", "nothing"])
_NEARLY = frozenset(["almost", "nearly", "narrowly"])
_FEES = frozenset(["fee", "price", "rate", "interest", "fare", "toll", "rent", "duty", "premium", "tariff"])
_TESTS = frozenset(["clinical", "vaccine", "drug", "medical", "field", "human", "time"])  # trials before no court
_TRIALS = frozenset(["begin", "start", "open", "resume", "continue"])
_TO_TRIAL = frozenset(["face", "stand", "await"])
_UNSURE = frozenset(["may", "might", "could", "would", "should", "can"])
_PERSONAL = PRONOUNS | {"him", "her", "them", "his", "their", "whose"}
_NAMES = ("PROPN", "NOUN", "PRON", "ADJ")


@dataclass(frozen=True, slots=True)
class Case:
    """The stages that a clause tells of and who stands in them: a noun phrase, empty where there is only a pronoun."""

    stages: frozenset[str]
    who: str = ""

    @property
    def predicate(self) -> str:
        """The case as the predicate of a claim."""
        return f"{' '.join(stage for stage in STAGES if stage in self.stages)}: {self.who}"


def case(words: Span) -> Case | None:
    """The case of a clause (its tokens), None where it tells of none.

    No stage is one that the clause denies, by its verb ("was not charged") or by who or what it names ("nobody was charged",
    "no charges"), that may come ("may be charged"), or that is undone ("charges were dropped"). A relative clause is a clause of
    its own.
    """
    found = [stage for token in words if not _in_relative(token, words) for stage in _stages(token)]
    if not found:
        return None
    return Case(frozenset(stage for stage, _ in found), next((_phrase(who) for _, who in found if _phrase(who)), ""))


def told(claim: Claim) -> Case | None:
    """The case of a claim; None where it is of another facet."""
    if claim.facet != CASE:
        return None
    stages, _, who = claim.predicate.partition(": ")
    return Case(frozenset(stages.split()), who)


def accused(claim: Claim) -> str:
    """The name of who stands in a claim's case; empty where it is no name, or may be a noun of a headline in capitals."""
    found = told(claim)
    if found is None or not found.who.istitle():
        return ""
    headline = sum(word.istitle() for word in claim.text.split()) * 2 > len(claim.text.split())
    return "" if headline and not shared_name((found.who,), claim.names) else found.who


def crimes_of(claim: Claim) -> frozenset[str]:
    """The crimes that a claim names."""
    return _CRIMES.intersection(claim.lemmas)


def _stages(token: Token) -> list[_Stage]:
    return [found for found in (_by_verb(token), _by_noun(token), _by_guilt(token)) if found is not None]


def _in_relative(token: Token, words: Span) -> bool:
    for one in (token, *token.ancestors):
        if one == words.root:
            return False
        if one.dep_ == "relcl":
            return True
    return False


def _by_verb(verb: Token) -> _Stage | None:
    """ "Lind was charged with fraud", "a court convicted Lind", "man charged with fraud", "judge sentences Lind to death"."""
    lemma = verb.lemma_.lower()
    stage = _STAGE_OF.get(lemma)
    heads_sentence = verb.dep_ == "ROOT" and lemma == "sentence"  # a headline: "Judge sentences Lind to death"
    if stage is None or not (verb.pos_ == "VERB" or heads_sentence) or _denied(verb):
        return None
    passive = first_child(verb, "nsubjpass")
    held = first_child(verb, "dobj") or (first_child(verb, "amod") if heads_sentence else None)
    if passive is None and held is None:
        passive = _passive_of(verb)
    who = passive if passive is not None else held
    if who is None or _is_none(who) or who.lemma_.lower() in _NOBODY or any(t.lemma_.lower() in _FEES for t in verb.subtree):
        return None
    if lemma in _BY_WHICH and not _of_a_wrong(verb, held):
        return None
    return None if stage == ARRESTED and is_plural(who) else (stage, who)


def _passive_of(verb: Token) -> Token | None:
    """The subject of a passive without its verb ("man charged with fraud"), or of the verb before ("was held and charged")."""
    if verb.tag_ not in ("VBN", "VBD"):
        return None
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ == "conj" and (whose := first_child(verb.head, "nsubjpass")) is not None:
        return whose
    no_actor = verb.dep_ == "ROOT" and first_child(verb, "prep") is not None  # "Woman Charged With Murder"
    return first_child(verb, "nsubj") if no_actor else None


def _by_noun(noun: Token) -> _Stage | None:
    """ "The trial of Lind opens", "Lind goes on trial", "charges were filed against Lind", "Lind is in custody"."""
    lemma, head = noun.lemma_.lower(), noun.head
    if noun.pos_ not in ("NOUN", "PROPN") or lemma not in ("trial", "charge", "custody"):
        return None
    verb = head.head if noun.dep_ == "pobj" else head
    if _denied(verb) or _is_none(noun) or any(c.lower_ in _TESTS for c in noun.children):
        return None
    subject = first_child(verb, "nsubjpass", "nsubj")
    if lemma == "custody":
        return (ARRESTED, subject) if _in(noun, "in", "into") and _alone(subject) else None
    if lemma == "charge":
        if verb.lemma_.lower() in _DROPPED:
            return None
        if not is_plural(noun) or not (against := [*behind(verb, ("against",)), *behind(noun, ("against",))]):
            faces = is_plural(noun) and noun.dep_ == "dobj" and verb.lemma_ == "face"
            return (CHARGED, subject) if faces and subject is not None else None
        return (CHARGED, against[0])
    if (_in(noun, "on") and verb.lemma_ in ("go", "be", "put", "stand")) or (noun.dep_ == "dobj" and verb.lemma_ in _TO_TRIAL):
        return (TRIED, subject) if subject is not None else None
    whose = first_child(noun, "poss") or next(iter(behind(noun, ("of",))), None)
    opens = noun.dep_ == "nsubj" and verb.lemma_ in _TRIALS
    return (TRIED, whose) if opens and whose is not None else None


def _by_guilt(word: Token) -> _Stage | None:
    """ "Lind pleaded not guilty", "a judge found Lind guilty", "Lind was found not guilty"."""
    if word.lower_ != "guilty":
        return None
    noun = word.head if word.dep_ == "amod" else None  # "found the former clerk guilty", as the parser reads it
    verb = noun.head if noun is not None else word.head
    denied = is_negated(word) or (word.i > 0 and word.nbor(-1).lower_ == "not")
    if verb.lemma_ == "plead":
        subject = first_child(verb, "nsubj")
        return (NOT_GUILTY if denied else GUILTY, subject) if subject is not None and not _denied(verb) else None
    if verb.lemma_ != "find" or _denied(verb):
        return None
    who = first_child(verb, "nsubjpass") or first_child(word, "nsubj") or noun or first_child(verb, "dobj")
    return (ACQUITTED if denied else CONVICTED, who) if who is not None else None


def _denied(verb: Token) -> bool:
    """ "Was not charged", "may be charged", "hoped to arrest him", "if he is convicted", "was almost convicted", "nobody was"."""
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    unsure = any(c.lower_ in _UNSURE or (c.dep_ == "mark" and c.lower_ in ("if", "unless")) for c in verb.children)
    nearly = any(c.lower_ in _NEARLY for c in verb.children)
    nobody = any(c.dep_ in (*SUBJECTS, "dobj", "attr") and _is_none(c) for c in verb.children)
    return infinitive or unsure or nearly or nobody or is_negated(verb) or _denied_before(verb)


def _denied_before(verb: Token) -> bool:
    """ "Was not arrested or charged": the verb before is denied, and with it this one."""
    alone = verb.dep_ == "conj" and first_child(verb, *SUBJECTS) is None
    return alone and is_negated(verb.head) and any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in verb.head.children)


def _is_none(noun: Token) -> bool:
    """ "Nobody", "no charges", "neither Lind nor Holt"."""
    return noun.lower_ in _NONE or any(c.lower_ in ("no", "neither") for c in noun.children)


def _of_a_wrong(verb: Token, held: Token | None) -> bool:
    """Whether somebody is charged with, or cleared of, what a court judges: neither the task of an office nor a weapon."""
    lemma = verb.lemma_.lower()
    preps = _preps(verb, _BY_WHICH[lemma]) or (_preps(held, _BY_WHICH[lemma]) if held is not None else [])
    told = [c for prep in preps for c in prep.children if c.dep_ in ("pobj", "pcomp")]
    if lemma == "clear":
        return any(t.lemma_.lower() in _WRONGS or t.lower_ in _CRIMINAL for t in told)
    return bool(preps) and not any(
        t.lemma_.lower() in _WEAPONS | _TASKS or (t.lower_.endswith("ing") and t.lower_ not in _CRIMINAL) for t in told
    )


def _preps(token: Token, word: str) -> list[Token]:
    return [c for c in token.children if c.dep_ == "prep" and c.lower_ == word]


def _in(noun: Token, *prepositions: str) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in prepositions


def _alone(subject: Token | None) -> bool:
    return subject is not None and not is_plural(subject)


def _phrase(noun: Token | None) -> str:
    """The name or noun of somebody, what stands before it included; empty for a pronoun."""
    if noun is not None and is_relative(noun) and noun.head.dep_ in ("relcl", "conj"):
        above = noun.head if noun.head.dep_ == "relcl" else noun.head.head
        noun = above.head
    if noun is None or noun.pos_ not in _NAMES or noun.lower_ in _PERSONAL:
        return ""
    first = min((c.i for c in noun.children if c.dep_ == "compound" and c.pos_ == noun.pos_), default=noun.i)
    return noun.doc[first : noun.i + 1].text
