"""Reporting frames of a parsed sentence: "X said", "according to X", "X's claim that", and the words that each governs.

A frame says who speaks (a token), how (a cue), and which tokens of the sentence are what is said. Quotations are not looked at
here; whose they are depends on the frames around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.claim import Cue
from claims.grammar import has_subject, is_negated
from claims.speech.closing import behind, closer, closing
from claims.speech.cues import (
    BESIDE_QUOTES,
    CLAIMS_TO,
    DOUBTS,
    HELD,
    NEEDS_CONTENT,
    NO_FACTS,
    NOUN_CUES,
    POSITIONS,
    SHOWS,
    TAKEN_TO_BE,
    TELLING,
    TELLS_OF,
    WISHES_FOR,
    cue_of,
    tells_otherwise,
)
from claims.speech.frame import Frame, Stretch, adds, runs, subject
from claims.speech.speakers import can_speak, is_person, speaks

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_AGENT = frozenset(["by", "from"])
FINDS = frozenset(["find", "show", "learn", "read", "indicate"])  # often without anybody saying anything
_ASKING = ("WP", "WRB", "WDT", "WP$")  # "confirms where he stands": nobody says where
LEAST_SAID = 3  # tokens: "as he claims to be" says nothing
_NO_CONTENT = frozenset(["before", "after", "when", "while", "as", "until", "should"])
_ABOUT = frozenset(["as", "of", "about", "in", "among"])  # "described it as a ruin"; "to reporters" is no part of what is told
_GOES_WITH = frozenset(["because", "if", "although", "though", "unless", "since", "whereas", "until", "so", "that"])
_UNSAID = frozenset(["refuse", "decline", "fail", "stop", "avoid"])  # "declined to say whether": what follows was not said


def frames(sentence: Span) -> Iterator[Frame]:
    """The frames of a sentence; one without spans can only stand beside a quotation."""
    for token in sentence:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX") and (cue_of(token) or lemma in BESIDE_QUOTES) and not tells_otherwise(token):
            yield from _by_verb(token, lemma)
        elif token.pos_ in ("VERB", "AUX") and tells_otherwise(token) and (speaker := subject(token)) is not None:
            yield Frame(token, speaker, Cue.DENIES, _object(token, alone=True))
        elif lemma in DOUBTS:
            yield from _by_doubt(token)
        elif token.pos_ == "NOUN" and lemma in NOUN_CUES:
            yield from _by_noun(token, NOUN_CUES[lemma])
        elif token.lower_ == "according" and token.i + 1 < sentence.end and token.nbor(1).lower_ == "to":
            yield from _by_according_to(token)


def _by_verb(verb: Token, lemma: str) -> Iterator[Frame]:
    speaker = subject(verb)
    cue = cue_of(verb) or Cue.STATES
    last = closer(verb) or (behind(verb) if speaker is None or speaker.i < verb.i or verb.dep_ == "conj" else None)
    if last is not None and (said := closing(verb, last[1])):
        yield Frame(verb, last[0], cue, said)
        return
    doubted = _unsaid(verb)
    if lemma in ("quote", "cite"):
        quoted = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and can_speak(c)), None)
        if quoted is not None and (said := _said_by_the_quoted(verb)):
            if speaker is not None and speaker.i != quoted.i:
                yield Frame(verb, speaker, cue, said)
            yield Frame(verb, quoted, cue, said, inner=True)
            return
        if lemma == "cite" and quoted is not None and verb.dep_ == "advcl" and verb.tag_ == "VBG":
            outer = verb.head  # "X said A, citing Y"; "A, X said, citing Y"
            said = _content(outer, outer.lemma_.lower(), cue) if cue_of(outer) else ()
            yield Frame(verb, quoted, cue, said, inner=True)
            return
    if lemma == "go" and speaker is not None and speaker.lemma_.lower() in HELD and verb.dep_ in ("parataxis", "ccomp"):
        yield Frame(verb, speaker, Cue.CLAIMS, _around(verb))  # "prices, the theory goes, will fall"
        return
    if speaker is None or (lemma in SHOWS and _mute(speaker)):
        return
    yield Frame(verb, speaker, cue, _content(verb, lemma, cue) if cue_of(verb) else (), doubted)


def _mute(noun: Token) -> bool:
    """Whether a common noun shows something without saying it: "the drop suggests", "signs suggest"; data do say it."""
    says = is_person(noun) or speaks(noun) or {noun.lemma_.lower(), noun.lower_} & TELLING
    return noun.pos_ == "NOUN" and not says


def _unsaid(verb: Token) -> bool:
    """Whether the text says that the verb's words were not said."""
    if is_negated(verb):
        return verb.lemma_ not in TAKEN_TO_BE
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _UNSAID


def _content(verb: Token, lemma: str, cue: Cue) -> tuple[Stretch, ...]:
    """Tokens of what is said: the clause that the verb governs, or the sentence around "X said"."""
    found: set[int] = set()
    infinitive = cue in NO_FACTS or lemma in CLAIMS_TO
    behind = any(c.dep_ == "ccomp" and c.i > verb.i and any(m.lower_ == "that" for m in c.children) for c in verb.children)
    for child in verb.children:
        if behind and child.i < verb.i:
            continue
        if (child.dep_ == "ccomp" and _asserted(child, verb, infinitive)) or (child.dep_ == "xcomp" and infinitive):
            found |= _own(child, verb)
    if found:
        before = max(found) < verb.i
        for child in verb.children:
            if child.dep_ == "advcl" and child.i > max(found) and _belongs(child):
                found |= _own(child, verb)
            elif child.dep_ == "conj" and before and child.i > verb.i and _tells_more(child):
                found |= _own(child, verb)  # "A, X said, and B"
        if not before:
            found |= _listed(max(found), verb)
        if lemma in CLAIMS_TO and len(found) < LEAST_SAID:
            return ()
        if infinitive:  # "plans to close it" is one clause, of the plan's verb
            found -= {t.i for i in found for t in _told_aside(verb.doc[i])}
            found.add(verb.i)
        return runs(found, verb.doc) if len(found) >= LEAST_SAID else ()
    aside = verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and cue_of(verb.head) is None)
    if aside and verb.head.pos_ in ("VERB", "AUX", "NOUN") and lemma not in NEEDS_CONTENT:
        return _around(verb)
    tells = lemma in TELLS_OF and verb.tag_ != "VBG" and any(c.dep_ == "nsubj" for c in verb.children)
    if is_negated(verb):
        return ()  # "did not mention it"
    return _object(verb, cue in POSITIONS) if tells or lemma in WISHES_FOR or cue in POSITIONS else ()


def _told_aside(token: Token) -> Iterator[Token]:
    """The words of a clause that only describes what somebody plans or wants: "vowed to retake Karsk, which fell in May"."""
    if token.dep_ == "relcl" and any(c.tag_ in ("WDT", "WP", "WRB") for c in token.subtree):
        yield from token.subtree


def _object(verb: Token, alone: bool) -> tuple[Stretch, ...]:
    """The verb with what it is about: "reported twelve deaths", "accused the army"; `alone` where the verb alone will do."""
    told = [c for c in verb.children if c.dep_ in ("dobj", "oprd", "prep", "xcomp", "nsubjpass", "dative")]
    if not alone and not any(c.dep_ in ("dobj", "xcomp") and c.i > verb.i for c in told):
        return ()
    told = [c for c in told if alone or c.dep_ != "prep" or c.lower_ in _ABOUT]
    tokens = {t.i for c in told for t in c.subtree if c.dep_ == "nsubjpass" or c.i > verb.i}
    return runs(tokens | {verb.i}, verb.doc)


def _tells_more(verb: Token) -> bool:
    """Whether a verb has a subject of its own and is no reporting verb."""
    return cue_of(verb) is None and has_subject(verb)


def _asserted(clause: Token, verb: Token, infinitive: bool) -> bool:
    """Whether a governed clause is what is said: no question ("told them how"), no aside of time, nothing before a colon."""
    first = clause.left_edge
    if first.lower_ in _NO_CONTENT or (first.tag_ in _ASKING and verb.lemma_.lower() in (*FINDS, "confirm")):
        return False
    if not infinitive and verb.lemma_.lower() in FINDS and clause.tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        finite = any(c.dep_ in ("aux", "auxpass", "cop") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in clause.children)
        if not finite:
            return False
    if clause.i < verb.i:
        between = verb.doc[clause.right_edge.i + 1 : verb.i] if clause.right_edge.i < verb.i else ()
        return not any(t.text in (":", ";", "(") for t in between)
    return True


def _listed(last: int, verb: Token) -> set[int]:
    """The tokens behind what is said that a semicolon or a colon adds to it, up to the sentence's end or a quotation."""
    sentence = verb.sent
    if last + 2 >= sentence.end or verb.doc[last + 1].text not in (";", ":"):
        return set()
    rest = verb.doc[last + 2 : sentence.end]
    return set() if any(t.text in "“\"''" or cue_of(t) for t in rest) else {t.i for t in rest}


def _belongs(clause: Token) -> bool:
    """Whether a clause behind what is said goes on with it: "said A because B"."""
    return any(c.dep_ == "mark" and c.lower_ in _GOES_WITH for c in clause.children)


def _own(content: Token, verb: Token) -> set[int]:
    """The tokens of a governed clause, without the frame itself and without a joined clause in which somebody else speaks."""
    if not verb.left_edge.i <= content.i <= verb.right_edge.i:
        return set()
    others = {t.i for c in content.subtree if c.i != content.i and _speaks_for_itself(c, verb) for t in c.subtree}
    others |= {t.i for c in content.subtree if adds(c) for t in c.subtree}
    return {t.i for t in content.subtree} - others - {verb.i}


def _speaks_for_itself(token: Token, verb: Token) -> bool:
    """ "X said A and Y said B", "X said A and warned that B": the second clause is no part of the first."""
    if cue_of(token) is None or token.i < verb.i:
        return False
    if token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("while", "whereas") for c in token.children):
        return any(c.dep_ == "nsubj" for c in token.children)
    if token.dep_ != "conj":
        return False
    if any(c.dep_ == "nsubj" for c in token.children):
        return True
    return token.tag_ == verb.tag_ == "VBD" and any(c.dep_ in ("ccomp", "xcomp") for c in token.children)


def _around(verb: Token) -> tuple[Stretch, ...]:
    """Tokens of the clause in which a frame stands as an aside, before and after it."""
    own = {t.i for t in verb.subtree}
    return runs({t.i for t in verb.head.subtree} - own, verb.doc)


def _said_by_the_quoted(verb: Token) -> tuple[Stretch, ...]:
    """Tokens of A in "Reuters quoted the ministry as saying that A"."""
    for token in verb.subtree:
        if token.i > verb.i and token.lemma_ in ("say", "tell", "claim", "warn") and token.tag_ == "VBG":
            tokens = {t.i for child in token.children if child.i > token.i for t in child.subtree}
            if tokens:
                return runs(tokens, verb.doc)
    return ()


def _by_noun(noun: Token, cue: Cue) -> Iterator[Frame]:
    """ "X's claim that A", "a statement by X that A"; "reports that A" name no other speaker than themselves."""
    clause = next((c for c in noun.children if c.dep_ in ("acl", "ccomp", "relcl") and _that(c)), None)
    if clause is None:
        return
    owner = next((c for c in noun.children if c.dep_ == "poss" and c.tag_ != "PRP$"), None)
    if owner is None and noun.tag_ == "NNS":  # "Lind claims that", which parsers take for a noun
        owner = next((c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN"), None)
    if owner is None:
        preps = [c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in _AGENT]
        owner = next((p for c in preps for p in c.children if p.dep_ == "pobj"), None)
    speaker = owner if owner is not None and can_speak(owner) else noun if noun.tag_ == "NNS" else None
    if owner is None and noun.dep_ == "dobj" and cue_of(noun.head) is Cue.DENIES:
        speaker, cue = subject(noun.head), Cue.DENIES  # "X rejected the claim that A": X says that it is not so
    yield Frame(noun, speaker, cue, runs({t.i for t in clause.subtree}, noun.doc))


def _by_doubt(adjective: Token) -> Iterator[Frame]:
    """ "X is sceptical that A", "X is sceptical of it"."""
    verb = adjective.head
    speaker = subject(verb) if verb.lemma_ in ("be", "remain", "seem", "sound") else None
    if speaker is None:
        return
    clause = next((c for c in (*adjective.children, *verb.children) if c.dep_ == "ccomp" and c.i > adjective.i), None)
    tokens = {t.i for t in clause.subtree} if clause is not None else {verb.i, *(t.i for t in adjective.subtree)}
    yield Frame(adjective, speaker, Cue.DENIES, runs(tokens, verb.doc))


def _that(clause: Token) -> bool:
    """Whether a clause says what the noun before it is: "the claim that they fled", not "the claim that he made"."""
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return marked and has_subject(clause)


def _by_according_to(token: Token) -> Iterator[Frame]:
    noun = next((t for t in token.subtree if t.dep_ == "pobj" and t.i > token.i), None)
    if noun is None or not can_speak(noun):
        return
    own = {t.i for t in token.subtree}
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:  # "12 people, according to X": the clause, not the noun
        head = head.head
    governed = {t.i for t in head.subtree if t.i not in own and not _is_other_clause(t, head)}
    if governed:
        yield Frame(token, noun, Cue.STATES, runs(governed, token.doc))


def _is_other_clause(token: Token, head: Token) -> bool:
    """Whether a word belongs to a clause that is merely joined to the one that the speaker answers for."""
    while token != head:
        if token.dep_ == "conj" and token.head == head and has_subject(token):
            return True
        token = token.head
    return False
