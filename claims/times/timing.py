"""Which time a claim speaks of: its own words', else its sentence's, else its paragraph's where that is safe, else none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from claims.clauses import Clause
from claims.grammar import SUBJECTS
from claims.speech.cues import cue_of
from claims.times.window import Granularity, Level, Mention, Window
from claims.times.windows import windows

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from claims.claim import Quantity


# "In April, when 12 died": a time this close before a clause, a comma between them, is the clause's own.
_JUST_BEFORE = len(", ")

# A paragraph's one time holds for this many sentences after it; further on the text has mostly moved on.
_SENTENCES_ON = 2

_LONGEST_PASSED_ON = Granularity.MONTH  # "in 2011" dates its own sentence; a year is background, not the time of what follows

# What runs up to the published date dates nothing that is told after it.
_STRETCH = re.compile(r"(?:ever\s+)?since\b", re.I)

_WHEN = re.compile(r",?\s+when\b")

# What may say since when there was nothing of the kind.
_BACK_TO = re.compile(r"(?:ever\s+)?since\b|(?:in\s+)?(?:the\s+)?(?:past|last)\s+\S+\s+\w+s\b", re.I)
_MOST = frozenset({"first", "record", "unseen"})

# Characters that a word between two parts of a clause counts for, so that a time of the other part is further off.
_OTHER_PART = 60
_OTHER_END = {"from": "to", "to": "from"}
_JOINT = re.compile(r"[,;]|\b(?:and|but|while|whereas|or)\b", re.I)


@dataclass(frozen=True, slots=True)
class Times:
    """The time expressions of a sentence, and the one time of its paragraph where an earlier sentence told it.

    Offsets of mentions count from the start of the sentence.
    """

    mentions: tuple[Mention, ...]
    handed_on: Window | None


def times(doc: Doc, published: date | None, anchor: Window | None) -> Iterator[Times]:
    """The times of each sentence of a paragraph; `anchor` is the time told last before it."""
    told = 0
    handed: Window | None = None
    since = 0
    for sentence in doc.sents:
        read = windows(sentence.text, published, anchor)
        here = tuple(m for mention in read for m in _dating(sentence, mention, published, anchor))
        yield Times(here, handed if not here and since < _SENTENCES_ON else None)
        told += len(here)
        since += 1
        if here:
            since = 0
            handed = _passed_on(sentence, here[0]) if told == 1 else None
        anchor = last_told(here)


def _dating(sentence: Span, mention: Mention, published: date | None, anchor: Window | None) -> tuple[Mention, ...]:
    """A time as what it dates: nothing, if it says since when something is the most of its kind; yet "the deadliest since April,
    when 12 died" dates the twelve dead to April.
    """
    if not _of_record(sentence, mention):
        return (mention,)
    since = _STRETCH.match(mention.window.text)
    if since is None or _WHEN.match(sentence.text, mention.end) is None:
        return ()
    day = mention.start + since.end()
    return tuple(windows(" " * day + sentence.text[day : mention.end], published, anchor))


def _of_record(sentence: Span, mention: Mention) -> bool:
    """Whether a time says since when something is the most or the first of its kind, and not when it is.

    So it is in "9 %, the highest rate since 1981" and "the first rise in the past two years".
    """
    if not _BACK_TO.match(mention.window.text):
        return False
    span = sentence.doc.char_span(sentence.start_char + mention.start, sentence.start_char + mention.end, alignment_mode="expand")
    for token in reversed(sentence.doc[sentence.start : span.start] if span is not None else ()):
        if token.tag_ in ("JJS", "RBS") or token.lower_ in _MOST or _unseen(token):
            return True
        if token.text in ";:.,—–" or (token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN"):
            return False
    return False


def _unseen(token: Token) -> bool:
    """ "A rate not seen since 1981"; who "has not been seen since Monday" is missing since then."""
    return token.lower_ == "seen" and not any(c.dep_ in ("aux", "auxpass") for c in token.children)


def last_told(mentions: Sequence[Mention]) -> Window | None:
    """The time that "the same day" in the next sentence means."""
    return next((m.window for m in reversed(mentions) if m.window.closed), None)


def _passed_on(sentence: Span, mention: Mention) -> Window | None:
    """The window that the sentences after this one may take over: a closed one, not of a year, not of somebody's saying."""
    window = mention.window
    background = window.granularity.rank > _LONGEST_PASSED_ON.rank or _STRETCH.match(window.text) is not None
    if not window.closed or background or _of_saying(sentence, mention):
        return None
    return replace(window, level=Level.PARAGRAPH)


def _of_saying(sentence: Span, mention: Mention) -> bool:
    """Whether a time says when something was said: "the ministry said on Monday that"."""
    head = _verb(sentence, mention)
    return head is not None and cue_of(head) is not None and any(c.dep_ in ("ccomp", "parataxis") for c in head.children)


def _only_describes(sentence: Span, mention: Mention, clause: Clause) -> bool:
    """Whether a time stands in words that only describe a noun: "the bank, which was founded in May, said that A"."""
    verb = _verb(sentence, mention)
    if verb is not None and (inner := _behind_relative(sentence, mention, verb)) is not None:
        verb = inner
    while verb is not None and verb.dep_ not in ("relcl", "acl") and verb.head != verb:
        verb = verb.head
    return verb is not None and verb.dep_ in ("relcl", "acl") and clause.head != verb and not verb.is_ancestor(clause.head)


def _behind_relative(sentence: Span, mention: Mention, verb: Token) -> Token | None:
    """The verb of a relative clause right behind which a time stands, before the verb that the parse gives it to: "the bank which
    was founded in Karsk last May said that A".
    """
    at = sentence.start_char + mention.start
    clauses = (t for s in verb.children if s.dep_ in SUBJECTS for t in s.subtree if t.dep_ == "relcl")
    behind = (t for t in clauses if t.right_edge.idx + len(t.right_edge) + 1 == at and at < verb.idx)
    return next(behind, None)


def _verb(sentence: Span, mention: Mention) -> Token | None:
    """The verb that a time expression belongs to, by the parse."""
    span = sentence.doc.char_span(sentence.start_char + mention.start, sentence.start_char + mention.end, alignment_mode="expand")
    if span is None:
        return None
    token = span.root
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token if token.pos_ in ("VERB", "AUX") else None


def window_of(clause: Clause, sentence: Span, found: Times, start: int, end: int) -> Mention | None:
    """The window of the claim at characters [start, end) of a sentence, as a mention.

    A window taken over from the words around has their level; one of the paragraph has an empty mention.
    """
    own = [m for m in found.mentions if start <= m.start and m.end <= end]
    if own:
        return max(own, key=lambda m: m.window.resolved)
    around = [m for m in found.mentions if not _only_describes(sentence, m, clause)]
    before = [m for m in around if 0 <= start - m.end <= _JUST_BEFORE]
    if before and not _of_saying(sentence, before[-1]):
        return before[-1]
    if clause.elsewhen:
        return None
    if len(around) == len(found.mentions) == 1:
        (mention,) = around
        return replace(mention, window=replace(mention.window, level=Level.SENTENCE))
    if not found.mentions and found.handed_on is not None and _was(clause):
        return Mention(0, 0, found.handed_on)
    return None


def times_of_change(own: Sequence[Mention], figure: Quantity, figures: Sequence[Quantity], offset: int) -> list[Mention]:
    """Those of a clause's times that may be the figure's, where it is what something rose or fell from, or to.

    A time belongs to the figure that it follows; before both it is that of the end. "From 4 % to 5 % from March to May" has
    a time for each. `offset` is where the sentence begins in the text of the figures.
    """
    change = figure.change
    if change is None or change.stage not in _OTHER_END:
        return list(own)
    at_start = change.stage == "from"
    other = next(
        (
            f
            for f in figures
            if f.change is not None
            and f.change.stage == _OTHER_END[change.stage]
            and (f.change.before, f.change.after) == (change.before, change.after)
        ),
        None,
    )
    if other is None:
        return list(own)
    kept = []
    for mention in own:
        if mention.ends is not None:
            kept.append(replace(mention, window=mention.ends[0 if at_start else 1]))
            continue
        before = [f for f in (figure, other) if f.end - offset <= mention.start]
        if (max(before, key=lambda f: f.end) is figure) if before else not at_start:
            kept.append(mention)
    return kept


def window_of_figure(
    sentence: str, own: Sequence[Mention], at: tuple[int, int], figures: Sequence[tuple[int, int]]
) -> Mention | None:
    """Of several times of one clause the one that the figure at `at` goes with: "8.3 % in April and 8.6 % in May".

    It is the nearest with no other figure between them, in the same part of the clause if one is; None where none is.
    """
    near: list[tuple[int, int, Mention]] = []
    for mention in own:
        first, last = (at[1], mention.start) if mention.start >= at[1] else (mention.end, at[0])
        if last < first:  # the figure stands in the time: "two weeks ago"
            continue
        if not any(first <= figure[0] and figure[1] <= last for figure in figures):
            far = _OTHER_PART if _JOINT.search(sentence, first, last) else 0
            near.append((last - first + far, mention.start, mention))
    return min(near, key=lambda item: item[:2])[2] if near else None


def _was(clause: Clause) -> bool:
    """Whether a clause tells in the past tense: what is, or is to come, has another time than what the text told before."""
    head = clause.head
    return head.tag_ == "VBD" or (
        head.tag_ == "VBN" and any(c.tag_ == "VBD" for c in head.children if c.dep_ in ("aux", "auxpass"))
    )
