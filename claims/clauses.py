"""Clauses of a parsed sentence: where one assertion ends and the next begins.

"57 soldiers were killed and almost one million people have flocked ..." is two clauses, so is "X claimed A but, according
to Y, B". A bare reporting frame ("Turkey claimed") is no clause of its own: it says who speaks, not what holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.claim import Cue
from claims.grammar import ANY_SUBJECT, first_child, has_subject
from claims.speech.cues import NEEDS_CONTENT, NOUN_CUES, cue_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

# Words that only tie a sentence to the one before it.
_LINKS = frozenset("meanwhile however moreover furthermore nevertheless nonetheless additionally rather therefore thus".split())
_WHY = frozenset({"why", "how"})
_POINTERS = frozenset({"here", "that", "this"})
_MIN_TOKENS = 3  # shorter stretches ("he said", "as planned") assert nothing by themselves
_LABEL = 3  # tokens: "Harbour master Lind: A"; a longer phrase before a colon may be a headline of its own
_MIN_RELATIVE = 5  # "that should be taken" restricts a noun; a longer relative clause mostly tells something of its own
_MIN_OF_SPEAKER = 4  # its sentence has no other place for what it tells
_TO_SOMEBODY = frozenset({"tell", "ask", "urge", "warn", "remind", "inform"})  # their object hears it: "told reporters that"
_COUNTING = frozenset({"others", "another", "many", "several", "dozens", "scores"})  # "injuring others" tells how many
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
_EDGE = ("punct", "cc", "mark")
_SPANS = frozenset({"minute", "hour", "day", "week", "month", "year", "decade"})
# Where and to whom somebody speaks, which is none of what he says.
_OCCASIONS = frozenset({"statement", "report", "interview", "conference", "press", "news", "reporter", "journalist"})
_SUPPOSING = frozenset({"if", "unless", "whether", "lest", "should"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens [start, end) of a parsed text around the head of one assertion."""

    head: Token
    start: int
    end: int

    @property
    def supposed(self) -> bool:
        """Whether the clause only supposes: "if prices fall", "when inflation is high" (in general, not once)."""
        for child in self.head.children:
            if child.dep_ == "mark" and child.lower_ in _SUPPOSING:
                return True
            if child.lower_ in ("when", "whenever", "once", "until") and child.i < self.head.i:
                return self.head.tag_ in ("VBZ", "VBP", "VB") and not any(c.tag_ == "VBD" for c in self.head.children)
        return False

    @property
    def elsewhen(self) -> bool:
        """Whether the clause is set at a stated distance from what the sentence tells: "two days after rockets hit the town"."""
        marks = [child for child in self.head.children if child.dep_ == "mark" and child.lower_ in ("after", "before")]
        before = [mark.nbor(-1) for mark in marks if mark.i > 0]
        return any(t.lemma_ in _SPANS and any(c.dep_ in ("nummod", "det") for c in t.children) for t in before)

    @property
    def subject(self) -> Token | None:
        """The grammatical subject, if the clause has its own."""
        return first_child(self.head, *ANY_SUBJECT)


def clauses(sentence: Span) -> Iterator[Clause]:
    """The clauses of a sentence in reading order of their first words; a sentence without a verb is one clause."""
    heads = {token.i for token in sentence if _is_head(token, sentence.root)}
    owned: dict[int, list[int]] = {head: [] for head in heads}
    for token in sentence:
        owner = token
        while owner.i not in heads and owner.head != owner:
            owner = owner.head
        owned[owner.i if owner.i in heads else sentence.root.i].append(token.i)
    found = []
    for head, tokens in owned.items():
        token = sentence.doc[head]
        if _is_frame(token, heads) or _asks(token, sentence):
            continue
        start, end = _trimmed(sentence, *_core(head, tokens, sentence))
        words = sentence.doc[start:end]
        if not _asserts(words) or _only_speaks(token, words) or _is_label(token, words):
            continue
        if end - start >= _MIN_TOKENS or _counts(words) or (token == sentence.root and end > start):
            found.append(Clause(token, start, end))
    yield from sorted(found, key=lambda clause: (clause.start, clause.end))


def _is_head(token: Token, root: Token) -> bool:
    if token == root:
        return True
    if token.pos_ not in ("VERB", "AUX"):
        return False
    own = has_subject(token)
    match token.dep_:
        case "ccomp":
            return (own or cue_of(token.head) is not None) and not _is_question(token)
        case "conj":
            return token.head.pos_ in ("VERB", "AUX") and (own or _is_head(token.head, root))
        case "advcl" if cue_of(token) and any(child.dep_ == "ccomp" for child in token.children):
            return True  # ", adding that": a frame, not a part of the clause before it
        case "advcl" if _is_noun(token):
            return False
        case "advcl":
            return own or (token.tag_ != "VB" and any(child.dep_ in ("dobj", "prep") for child in token.children))
        case "acl" | "relcl" if token.head.lemma_.lower() in NOUN_CUES and own:
            return any(c.dep_ == "mark" and c.lower_ == "that" for c in token.children)  # "the claim that A"
        case "relcl" if token.tag_ == "VB" and token.head == root:
            return False  # a headline tells what is to come: "Bank to cut rates"
        case "relcl":
            least = _MIN_OF_SPEAKER if _describes_speaker(token) else _MIN_RELATIVE
            return sum(1 for _ in token.subtree) >= least
        case "parataxis" | "dep":
            return own
    return False


def _describes_speaker(verb: Token) -> bool:
    """Whether a relative clause stands in what only says who speaks: "the Front, which holds the town, said"."""
    noun = verb.head
    aside = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    says = aside and noun.dep_ == "nsubj" and cue_of(noun.head) in (Cue.STATES, Cue.CLAIMS)
    return says and any(child.dep_ == "ccomp" for child in noun.head.children)


def _is_noun(token: Token) -> bool:
    """Whether an -ing form is the noun of "by Syrian shelling", which parsers take for a verb."""
    before = token.nbor(-1) if token.i > 0 else token
    return token.tag_ == "VBG" and before.dep_ == "pobj" and before.ent_type_ in ("NORP", "GPE")


def _is_question(head: Token) -> bool:
    """Whether a clause is an embedded question: "it was not clear who did it" asserts nothing about who did it.

    "Here's why prices rise" asks nothing: it says that they do.
    """
    first = next(iter(head.subtree))
    if first.lower_ in _WHY and head.head.lemma_ == "be" and any(c.lower_ in _POINTERS for c in head.head.children):
        return False
    return first.tag_ in ("WP", "WP$", "WRB", "WDT") or first.lower_ in ("whether", "if")


def _asks(head: Token, sentence: Span) -> bool:
    """Whether a clause is a question of its own: "Is it under control?"; a question asserts nothing."""
    return asks(sentence) and head.dep_ not in ("ccomp", "relcl")


def asks(sentence: Span) -> bool:
    """Whether a sentence ends with a question mark, inside quotation marks or not."""
    last = next((t for t in reversed(sentence) if not t.is_space and t.text not in "\"”’')]"), None)
    return last is not None and last.text == "?"


def _asserts(words: Span) -> bool:
    """Whether there is a word of content beside dates: "Sunday, 3 November 2024" and "it's not" assert nothing by themselves."""
    return any(t.pos_ in _CONTENT and (t.ent_type_ not in ("DATE", "TIME", "ORDINAL") or _is_age(t)) for t in words)


def _counts(words: Span) -> bool:
    return any(t.like_num or t.pos_ == "NUM" or t.lower_ in _COUNTING for t in words)


def _is_label(head: Token, words: Span) -> bool:
    """Whether a stretch is the name or topic before a heading's colon, behind which stands what it asserts: "Lind: A"."""
    return (
        words.doc[words.end : words.end + 1].text == ":"
        and words.end + 1 < len(words.doc)
        and words.start == words.sent.start
        and len(words) <= _LABEL
        and head.pos_ in ("NOUN", "PROPN", "ADJ")
        and not _counts(words)
    )


def _is_age(token: Token) -> bool:
    """ "She is 71": a number that is said of a person, which parsers take for a date."""
    subject = first_child(token.head, "nsubj")
    said = token.pos_ == "NUM" and token.dep_ in ("attr", "acomp") and token.head.lemma_ == "be"
    return said and subject is not None and (subject.lower_ in ("he", "she", "who") or subject.ent_type_ == "PERSON")


def _is_frame(head: Token, heads: set[int]) -> bool:
    """Whether a clause only says that somebody speaks, and another clause says what."""
    says_itself = head.lemma_ not in _TO_SOMEBODY and any(c.dep_ == "dobj" and c.pos_ == "NOUN" for c in head.children)
    says_what = any(child.dep_ in ("ccomp", "parataxis") and child.i in heads for child in head.children)
    return cue_of(head) is not None and says_what and not says_itself


def _only_speaks(head: Token, words: Span) -> bool:
    """Whether a clause says no more than that somebody spoke, and when: "the ministry said in a statement on Sunday"."""
    children = {child.dep_: child for child in head.children}
    if cue_of(head) not in (Cue.STATES, Cue.CLAIMS) or "nsubjpass" in children or "csubj" in children:
        return False
    subject = children.get("nsubj")
    if head.lemma_.lower() in NEEDS_CONTENT and subject is not None and subject.pos_ == "NOUN":
        return False  # "the fighting continued for two weeks"
    speaker = set(subject.subtree) if subject is not None else set()
    if any(t.dep_ in ("relcl", "acl", "nummod", "appos") for t in speaker):
        return False
    told = [t for t in words if t.pos_ in _CONTENT and t != head and t not in speaker]
    return all(t.ent_type_ in ("DATE", "TIME") or t.lemma_.lower() in _OCCASIONS for t in told)


def _core(head: int, tokens: list[int], sentence: Span) -> tuple[int, int]:
    """The stretch from a clause's first to its last own word of content."""
    kept = [i for i in tokens if not _is_edge(sentence.doc[i])]
    if not kept:
        return head, head + 1
    first, last = kept[0], kept[-1]
    return min(first, head), max(last, head) + 1


def _trimmed(sentence: Span, start: int, end: int) -> tuple[int, int]:
    doc = sentence.doc
    while start < end and (_is_edge(doc[start]) or doc[start].is_space) and doc[start].text not in ("“", '"', "#"):
        start += 1
    if end - start > 1 and doc[start].lower_ in _WHY:
        start += 1
    if end - start > _MIN_TOKENS and doc[start].lower_ in _LINKS and doc[start].dep_ == "advmod":
        start += 2 if doc[start + 1].text == "," else 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space) and doc[end - 1].text not in ("”", '"', ")", "%"):
        end -= 1
    return start, end


def _is_edge(token: Token) -> bool:
    """Whether a word only ties a clause to others; in headlines parsers take words for signs: "3 Killed 30 Wounded"."""
    return token.dep_ in _EDGE and not (token.dep_ == "punct" and token.is_alpha)
