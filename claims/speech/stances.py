"""Stances: what a clause says of a topic that others may see the other way round, as its grammar tells it.

"There will be a strike", "the country is heading for a strike" and "a strike is likely" look ahead to one topic; "nobody needs a
strike" and "a strike can be avoided" do too, the other way. "That is a strike" and "we are not in a strike" say whether it is
there. "The tax lowers prices" and "the tax does nothing to lower prices" say whether something works. Every other clause has a
stance on what its subject does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.clauses import Clause
from claims.grammar import ANY_SUBJECT, behind, first_child
from claims.speech.antecedents import meant
from claims.speech.stance import Sort, Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

# Nouns for what happens or may be the case end so, or stand in the list.
_ENDINGS = ("sion", "tion", "ment", "cide", "down", "crisis", "age", "ing", "ism", "lapse", "ure")
_STATES = frozenset(
    """
    war strike coup crime famine boom bubble crash epidemic pandemic drought riot revolt siege crackdown ceasefire truce peace
    deal conflict threat danger risk ban blockade hoax fraud plot attack accident massacre victory defeat default slump glut
    deficit surplus merger vote referendum shortfall leak fire flood spiral link emergency
    """.split()
)
_NO_TOPIC = frozenset(
    """
    question situation position decision reason condition information statement opinion section nation region population
    generation station location page age thing being meeting morning evening building government department member moment document
    figure picture feature measure reaction direction portion fraction message village image percentage average king wing
    organization organisation institution administration equipment apartment
    """.split()
)
_SIGNS = frozenset(["evidence", "sign", "proof", "indication", "hint"])
_CHANCES = frozenset(["need", "chance", "risk", "danger", "prospect"])
_ASIDES = frozenset(["after", "before", "when", "while", "until", "once", "if", "unless", "whether", "though", "although"])
_PARTLY = frozenset("quickly soon immediately fully entirely necessarily always yet enough merely simply solely".split())
_ABOUT = frozenset("talk fear claim idea notion prospect definition report rumour rumor".split())
_EMPTY = frozenset("overblown exaggerated premature unfounded baseless wrong misplaced false untrue".split())
_MEETS = frozenset(
    "experience face see suffer undergo witness enter have trigger cause provoke bring create produce spark".split()
)
_HEADS_FOR = frozenset("head slide tip fall slip plunge crash tumble destine bind drift lurch".split())
_AVOIDS = frozenset("avoid avert escape dodge prevent sidestep skirt".split())
_NEEDS = frozenset(["need", "require", "have"])
_COMES = frozenset("come loom happen occur arrive materialise materialize begin".split())
_LIKELY = frozenset("likely inevitable unavoidable imminent certain probable coming".split())
_UNLIKELY = frozenset("unlikely avoidable impossible improbable".split())
_WILL = frozenset(["will", "would", "shall", "wo", "ll", "’ll", "'ll"])
_WISHES = frozenset("try want aim seek intend hope plan wish mean".split())
_ON_THE_WAY = frozenset(["corner", "way", "horizon", "card"])
_WORKS = frozenset("reduce lower slow curb tame cool ease quell cut help work fix solve restore relieve".split())
_FALLS = frozenset("slow fall drop decline ease cool shrink".split())
_RISES = frozenset("rise increase climb".split())
_HIGH = frozenset(["high", "higher"])
_EFFECTIVE = frozenset({"effective"})
_INEFFECTIVE = frozenset("ineffective useless powerless pointless futile counterproductive".split())
_HARD_TO_SEE = frozenset("hard difficult impossible".split())
_NOTHING = frozenset(["nothing", "little"])
_ELLIPSIS = 60  # tokens: "we do not have to" goes on with the sentence before


def stances(clause: Clause, negated: bool) -> tuple[Stance, ...]:
    """The stances of a clause; `negated` is whether it says that something is not so."""
    found: dict[Stance, None] = {}
    if _by_the_way(clause):
        return ()
    for verb, turned in _chain(clause):
        holds = negated == turned
        for stance in (*_topics(verb, clause, holds), *_works(verb, holds), *_rule(verb)):
            found.setdefault(stance)
    for stance in _does(clause, not negated):
        found.setdefault(stance)
    return tuple(found)


def _by_the_way(clause: Clause) -> bool:
    """Whether a clause only says when, if or which: "after the island enters a recession", "a tax that lowers prices"."""
    marked = any(c.dep_ in ("mark", "advmod") and c.lower_ in _ASIDES and c.i < clause.head.i for c in clause.head.children)
    return clause.head.dep_ == "relcl" or (clause.head.dep_ == "advcl" and marked)


def _chain(clause: Clause) -> Iterator[tuple[Token, bool]]:
    """The head of a clause and the infinitives that go on with it, each with whether its sense is turned round on the way."""
    verb, turned = clause.head, False
    if (outer := verb.head) != verb and verb.dep_ in ("ccomp", "csubj", "advcl") and _adjective(outer) in _UNLIKELY:
        turned = True
    while True:
        yield verb, turned
        if verb.lemma_.lower() in _WISHES:
            return
        lower = next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in ("VERB", "AUX")), None)
        if lower is None and _adjective(verb) in _HARD_TO_SEE:  # "it is hard to see how a tax will lower prices"
            adjective = next(c for c in verb.children if c.dep_ in ("acomp", "oprd"))
            lower = first_child(adjective, "xcomp")
        if lower is not None and lower.lemma_ in ("see", "imagine") and _adjective(verb) in _HARD_TO_SEE:
            lower, turned = first_child(lower, "ccomp"), not turned
        if lower is None or not clause.start <= lower.i < clause.end:
            return
        turned ^= verb.lemma_ in ("fail", "refuse") or _adjective(verb) in _UNLIKELY
        verb = lower


def _topics(verb: Token, clause: Clause, holds: bool) -> Iterator[Stance]:
    """Stances on whether a topic is there or to come."""
    lemma = verb.lemma_.lower()
    ahead = Sort.AHEAD if _looks_ahead(verb, clause) else Sort.IS
    subject = _subject(verb)
    named = _lemma(subject)
    if subject is not None and lemma in _AVOIDS and subject.dep_ == "nsubjpass" and (topic := _topic(subject)):
        yield Stance(topic, Sort.AHEAD, not holds)
    elif subject is not None and (topic := _topic(subject)):
        if lemma == "be" and (word := _adjective(verb)) in _LIKELY | _UNLIKELY:
            yield Stance(topic, Sort.AHEAD, holds == (word in _LIKELY))
        elif lemma in _COMES or _governed(verb, _ON_THE_WAY):
            yield Stance(topic, Sort.AHEAD, holds)
    if subject is not None and subject.lemma_.lower() in _ABOUT and (topic := _topic(_of(subject))):
        if lemma == "be" and _adjective(verb) in _EMPTY:
            yield Stance(topic, Sort.IS, not holds)
        elif lemma == "be" and not holds:
            yield Stance(topic, Sort.IS, holds)
    for noun in (c for c in verb.children if c.dep_ in ("attr", "dobj") and c.pos_ in ("NOUN", "PROPN")):
        none = any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)
        word = noun.lemma_.lower()
        if word in _SIGNS | _CHANCES and (topic := _topic(_of(noun))):
            if none or not holds:  # a chance of it may be small
                yield Stance(topic, ahead if word in _SIGNS else Sort.AHEAD, False)
            elif word in _SIGNS and lemma == "be":
                yield Stance(topic, ahead, True)
        elif _governed(noun, _ON_THE_WAY) and (topic := _topic(noun)):
            yield Stance(topic, Sort.AHEAD, holds and not none)
        elif topic := _topic(noun):
            yield from _about_object(lemma, noun, topic, ahead, holds and not none, named)
    for noun in _objects(verb, ("in",)) if lemma == "be" else ():
        if topic := _topic(noun):
            yield Stance(topic, ahead, holds, _place(subject))
    if lemma in _HEADS_FOR or (lemma == "be" and _adjective(verb) in ("bound", "destined", "headed")):
        for noun in _objects(verb, ("for", "into", "toward", "towards", "to")):
            if topic := _topic(noun):
                yield Stance(topic, Sort.AHEAD, holds, _place(subject))
    if lemma in _NEEDS and verb.i + 1 < len(verb.doc) and _breaks_off(verb) and (topic := _meant_before(verb)):
        yield Stance(topic, Sort.AHEAD, holds)


def _about_object(lemma: str, noun: Token, topic: str, ahead: Sort, holds: bool, named: str) -> Iterator[Stance]:
    """The stance on a topic that a verb has for its object or its complement."""
    if noun.dep_ == "attr" and lemma in ("be", "become", "remain", "constitute"):
        before = noun.doc[noun.sent.start - 1].text if noun.sent.start else ""
        if before == "?" and not named:
            return  # "From three to five? That is a strike": of a case that is only supposed
        yield Stance(topic, ahead, holds, named)
    elif lemma in _AVOIDS:
        yield Stance(topic, Sort.AHEAD, not holds)
    elif lemma in _NEEDS - {"have"}:
        yield Stance(topic, Sort.AHEAD, holds)
    elif noun.dep_ == "dobj" and lemma in _MEETS and not _past(noun.head):
        yield Stance(topic, ahead, holds)


def _past(verb: Token) -> bool:
    """ "It has never had a strike", "it had one last year": of what was."""
    return verb.tag_ == "VBD" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def _works(verb: Token, holds: bool) -> Iterator[Stance]:
    """Stances on whether something does what it is meant to: "rate rises slow inflation", "fines are ineffective"."""
    subject = _subject(verb)
    words = _nouns(subject) | (_nouns(verb.head) if verb.dep_ == "appos" else set())
    if not words:
        return
    lemma, word = verb.lemma_.lower(), _adjective(verb)
    nothing = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in _NOTHING), None)
    if lemma == "do" and nothing is not None:
        yield Stance(" ".join(sorted(words)), Sort.WORKS, False)
    elif lemma == "be" and word in _EFFECTIVE | _INEFFECTIVE:
        yield Stance(" ".join(sorted(words)), Sort.WORKS, holds == (word in _EFFECTIVE))
    elif lemma in _WORKS and verb.tag_ not in ("VBD", "VBN"):
        yield Stance(" ".join(sorted(words)), Sort.WORKS, holds)


def _rule(verb: Token) -> Iterator[Stance]:
    """The stance of a general rule, in the present on both sides: "when interest rates are high, prices slow"."""
    present = ("VBP", "VBZ", "JJ")  # "prices slow" may look like an adjective
    if verb.lemma_.lower() not in _FALLS or verb.tag_ not in present or _subject(verb) is None:
        return
    for when in (c for c in verb.children if c.dep_ == "advcl" and c.tag_ in ("VBP", "VBZ")):
        always = any(c.lower_ in ("when", "whenever") for c in when.children)
        rises = _adjective(when) in _HIGH or when.lemma_.lower() in _RISES
        if always and rises and (words := _nouns(_subject(when))):
            yield Stance(" ".join(sorted(words)), Sort.WORKS, True)


def _does(clause: Clause, holds: bool) -> Iterator[Stance]:
    """What the subject does or is, with the object."""
    verb, noun = clause.head, clause.subject
    subject = _lemma((meant(noun) or noun) if noun is not None else None)
    partly = not holds and any(c.dep_ == "advmod" and c.lower_ in _PARTLY for c in verb.children)
    if not subject or verb.pos_ not in ("VERB", "AUX") or partly:
        return
    topic = _adjective(verb) if verb.lemma_ == "be" else verb.lemma_.lower()
    if topic:
        on = _lemma(first_child(verb, "dobj", "xcomp"))
        yield Stance(topic, Sort.DOES, holds, subject, on)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb above an infinitive: "the bank is trying to slow inflation"."""
    while True:
        if (own := first_child(verb, *ANY_SUBJECT)) is not None:
            return own
        if verb.dep_ != "xcomp" or verb.head == verb:
            return None
        verb = verb.head


def _looks_ahead(verb: Token, clause: Clause) -> bool:
    """Whether a verb speaks of what is to come: "will", "is going to", "is likely to", "is set to"."""
    if any(c.dep_ == "aux" and c.lower_.replace("’", "'") in _WILL for t in (verb, clause.head) for c in t.children):
        return True
    infinitive = verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children)
    return infinitive and verb != clause.head


def _topic(noun: Token | None) -> str:
    """The lemma of a noun that names something that happens or may be the case; empty for people, things and pronouns."""
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return ""
    lemma = noun.lemma_.lower()
    named = lemma in _STATES or (lemma.endswith(_ENDINGS) and lemma not in _NO_TOPIC)
    return lemma if named else ""


def _lemma(noun: Token | None) -> str:
    return noun.lemma_.lower() if noun is not None and noun.pos_ in ("NOUN", "PROPN") else ""


def _place(noun: Token | None) -> str:
    return noun.text if noun is not None and noun.ent_type_ in ("GPE", "NORP") else ""


def _nouns(token: Token | None) -> set[str]:
    """The lemmas of the nouns under a token; a gerund's objects too: "raising interest rates"."""
    return {t.lemma_.lower() for t in token.subtree if t.pos_ == "NOUN"} if token is not None else set()


def _adjective(verb: Token) -> str:
    return next((c.lemma_.lower() for c in verb.children if c.dep_ in ("acomp", "oprd") and c.pos_ in ("ADJ", "VERB")), "")


def _of(noun: Token) -> Token | None:
    return next((t for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "for") for t in c.children), None)


def _objects(verb: Token, preps: tuple[str, ...]) -> Iterator[Token]:
    governors = [verb, *(c for c in verb.children if c.dep_ in ("acomp", "oprd"))]
    for governor in governors:
        yield from behind(governor, preps)


def _governed(verb: Token, lemmas: frozenset[str]) -> bool:
    return any(t.lemma_.lower() in lemmas for p in verb.children if p.dep_ == "prep" for t in p.children)


def _breaks_off(verb: Token) -> bool:
    """ "We do not have to." """
    follow = verb.nbor(1)
    return follow.lower_ == "to" and (follow.i + 1 >= len(verb.doc) or follow.nbor(1).is_punct)


def _meant_before(verb: Token) -> str:
    """The topic of the last infinitive before a sentence that breaks off: "to have a strike. We do not have to"."""
    for token in reversed(verb.doc[max(0, verb.sent.start - _ELLIPSIS) : verb.sent.start]):
        if token.tag_ == "VB" and any(c.lower_ == "to" for c in token.children):
            return next((t for c in token.children if c.dep_ == "dobj" and (t := _topic(c))), "")
    return ""
