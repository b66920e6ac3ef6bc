"""Who says what: attributions of a parsed sentence, from quotes, reporting verbs and "according to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from claims.claim import Cue
from claims.clauses import SUBJECTS
from claims.cues import AGENCIES, CUE_OF, NEEDS_CONTENT, POSITIONS

_QUOTES = re.compile(r"[“\"]([^“”\"]+)[”\"]?")
_PRONOUNS = frozenset(["he", "she", "it", "they", "who", "which", "that", "i", "we", "this"])
_NAME_TOKENS = 8  # a longer noun phrase is cut to its core, so that a speaker stays readable


@dataclass(frozen=True, slots=True)
class Attribution:
    """`speaker` says what stands at tokens [start, end); an empty speaker is a pronoun still to be resolved."""

    speaker: str
    cue: Cue
    start: int
    end: int


def attributions(sentence: Span) -> Iterator[Attribution]:
    """The attributions of a sentence, the widest first."""
    found = [*_by_verb(sentence), *_by_according_to(sentence)]
    yield from sorted(found, key=lambda a: (a.start - a.end, a.speaker.lower() not in AGENCIES, a.start))


def _by_verb(sentence: Span) -> Iterator[Attribution]:
    for verb in sentence:
        cue = CUE_OF.get(verb.lemma_.lower())
        if cue is None or verb.pos_ != "VERB":
            continue
        subject = _subject(verb)
        if subject is None:
            continue
        content = _content(verb, subject, sentence, cue)
        if content is None:
            continue
        yield Attribution(speaker_name(subject), cue, *content)
        yield from _quoted_as(verb, cue, content)


def _subject(verb: Token) -> Token | None:
    """Who speaks: the verb's subject, also across "X said A and added B" and "X, saying that"."""
    seen = verb
    while True:
        if subject := next((c for c in seen.children if c.dep_ in ("nsubj", "nsubjpass")), None):
            passive = subject.dep_ == "nsubjpass"
            return None if passive or not _can_speak(subject) else subject
        if seen.dep_ == "relcl" or seen.dep_ == "acl":
            return seen.head if _can_speak(seen.head) else None
        if seen.dep_ in ("conj", "advcl", "xcomp") and seen.head.pos_ == "VERB":
            seen = seen.head
            continue
        return None


def _can_speak(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "PRON") and token.ent_type_ not in ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT")


def _content(verb: Token, subject: Token, sentence: Span, cue: Cue) -> tuple[int, int] | None:
    """Tokens of what is said: the clause that the verb governs, the quote beside it, or the sentence around "X said"."""
    if verb.lemma_ in ("quote", "cite") and (said := _said_by_the_quoted(verb)) is not None:
        return said
    for child in verb.children:
        if child.dep_ == "ccomp" or (child.dep_ in ("xcomp", "pcomp") and cue not in POSITIONS):
            others = {t.i for c in child.subtree if _speaks_for_itself(c, child) for t in c.subtree}
            tokens = [t.i for t in child.subtree if t.i not in others]
            return min(tokens), max(tokens) + 1
    if verb.dep_ in ("parataxis", "ccomp") and verb.head.pos_ in ("VERB", "AUX", "NOUN") and verb.lemma_ not in NEEDS_CONTENT:
        own = {t.i for t in verb.subtree}
        rest = [t.i for t in verb.head.subtree if t.i not in own and not t.is_punct]
        if rest and (max(rest) < min(own) or min(rest) > max(own)):
            return min(rest), max(rest) + 1
    if quote := _quote(sentence):
        return quote
    if cue in POSITIONS:
        tokens = [t.i for t in verb.subtree]
        return min(tokens), max(tokens) + 1
    return None


def _speaks_for_itself(token: Token, content: Token) -> bool:
    """ "X said A and Y said B": the second clause is nothing that X says."""
    own = token.dep_ == "conj" and token.lemma_ in CUE_OF and any(c.dep_ == "nsubj" for c in token.children)
    return own and token.i != content.i


def _said_by_the_quoted(verb: Token) -> tuple[int, int] | None:
    """Tokens of A in "Reuters quoted the ministry as saying that A"."""
    for token in verb.subtree:
        if token.i > verb.i and token.lemma_ in ("say", "tell", "claim", "warn") and token.tag_ == "VBG":
            tokens = [t.i for child in token.children if child.i > token.i for t in child.subtree if not t.is_punct]
            if tokens:
                return min(tokens), max(tokens) + 1
    return None


def _quote(sentence: Span) -> tuple[int, int] | None:
    """The longest quoted stretch of at least four words."""
    spans = [sentence.char_span(*m.span(1), alignment_mode="contract") for m in _QUOTES.finditer(sentence.text)]
    longest = max((s for s in spans if s is not None and len(s) >= 4), key=len, default=None)
    return (longest.start, longest.end) if longest is not None else None


def _quoted_as(verb: Token, cue: Cue, content: tuple[int, int]) -> Iterator[Attribution]:
    """ "Reuters quoted the ministry as saying": the ministry speaks inside Reuters."""
    if verb.lemma_ in ("quote", "cite"):
        for child in verb.children:
            if child.dep_ == "dobj" and _can_speak(child):
                yield Attribution(speaker_name(child), cue, *content)


def _by_according_to(sentence: Span) -> Iterator[Attribution]:
    for token in sentence:
        if token.lower_ != "according" or token.i + 1 >= sentence.end or token.nbor(1).lower_ != "to":
            continue
        noun = next((t for t in token.subtree if t.dep_ == "pobj" and t.i > token.i), None)
        if noun is None or not _can_speak(noun):
            continue
        own = {t.i for t in token.subtree}
        governed = [t.i for t in token.head.subtree if t.i not in own and not t.is_punct and not _is_other_clause(t, token.head)]
        if governed:
            yield Attribution(speaker_name(noun), Cue.STATES, min(governed), max(governed) + 1)


def _is_other_clause(token: Token, head: Token) -> bool:
    """Whether a word belongs to a clause that is merely joined to the one that the speaker answers for."""
    while token != head:
        if token.dep_ == "conj" and token.head == head and any(c.dep_ in SUBJECTS for c in token.children):
            return True
        token = token.head
    return False


def speaker_name(noun: Token) -> str:
    """The words that name a speaker, without relative clauses and asides; empty for a pronoun."""
    if noun.pos_ == "PRON" or noun.lower_ in _PRONOUNS:
        return ""
    keep = {noun.i}
    for child in noun.children:
        if (
            child.dep_ in ("compound", "amod", "nmod", "poss", "flat", "nummod")
            or (child.dep_ == "det" and child.lower_ == "a")
            or (child.dep_ == "prep" and child.lower_ in ("of", "for"))
            or (child.dep_ == "appos" and child.pos_ == "PROPN" and child.i == noun.i + 1)
        ):
            keep |= {t.i for t in child.subtree}
    first, last = min(keep), max(keep)
    if last - first >= _NAME_TOKENS:
        chunk = [t.i for t in noun.children if t.dep_ in ("compound", "amod") and t.i < noun.i]
        first, last = min([*chunk, noun.i]), noun.i
    text = noun.doc[first : last + 1].text
    return re.sub(r"^(?:the|its|their|his|her)\s+", "", " ".join(text.split()), flags=re.I).strip("“”\"'’ ,")
