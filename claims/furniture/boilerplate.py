"""Furniture of a scraped page: the lines of a pasted text that are not the article, each with one reason.

Every sign below is small and general: it looks at a line, or at a line and its neighbours, never at an outlet's name.
A sign that is not sure keeps the line: a kept label costs a claim that says nothing, a dropped sentence costs a fact.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from claims.document import Dropped
from claims.furniture.labels import (
    CLOCK,
    FORM,
    HEADING,
    LONGEST_HEADLINE,
    LONGEST_LABEL,
    MONTH,
    RELATED,
    STAMP,
    Line,
    label_of,
    lines_of,
    with_reasons,
)
from claims.furniture.sections import comments, menus

HEADLINE_LIST = "list of other headlines"
OUTSIDE = "outside the article on its page"  # what an HTML page shows around the article

SHORTEST_REPEAT = 20  # a shorter line may come twice by chance: a subheading, "Yes, he said."
BANNER_TIMES, BANNER_WORDS = 3, 4  # a headline has more than four words, so a page that prints it thrice keeps it
SHORTEST_LIST = 3
LONGEST_TEASER = 400

_DATED, _HEAD = re.compile(STAMP, re.IGNORECASE), re.compile(HEADING, re.IGNORECASE)
_SLUG = re.compile(r"[a-z0-9]+(?: +[a-z0-9]+){2,}")
_TERMS = re.compile(r"[\w\s]{0,30}\b(?:terms|rules|policy|conditions)\b", re.IGNORECASE)
_CUT_SHORT = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\])\W*$")
_LETTER, _LATIN = re.compile(r"[^\W\d_]"), re.compile("[A-Za-zÀ-ɏḀ-ỿ]")


def furniture(text: str, given: Sequence[Dropped] = ()) -> tuple[Dropped, ...]:
    """The page furniture of a text: whole lines, in order, never overlapping; neighbours with one reason are one span.

    `given` are spans of whole lines, in order, that a reader has set aside already; they keep the reader's reason.
    """
    lines = tuple(lines_of(text))
    reasons = {at: reason for at, (_, reason) in enumerate(with_reasons(lines, given)) if reason}
    for at, reason in labels(lines).items():
        reasons.setdefault(at, reason)
    for reason, sign in SIGNS:
        for at in sign(lines):
            reasons.setdefault(at, reason)
    reasons |= dict.fromkeys(repeats(lines, frozenset(reasons)), "repeated paragraph")
    spans: list[Dropped] = []
    for at in sorted(reasons):
        start = spans.pop().start if reasons.get(at - 1) == reasons[at] else lines[at].start
        spans.append(Dropped(start, lines[at].end, reasons[at]))
    return tuple(spans)


def labels(lines: tuple[Line, ...]) -> dict[int, str]:
    """The lines that are a label as a whole, with the reason."""
    reasons = {words: label_of(words) for words in {line.words for line in lines}}
    return {at: reason for at, line in enumerate(lines) if (reason := reasons[line.words])}


def banners(lines: tuple[Line, ...]) -> Iterator[int]:
    """Short lines that come again and again; "Q:" and "Yes." in an interview are speech, not a banner."""
    times = Counter(line.words for line in lines)
    return (at for at, line in enumerate(lines) if times[line.words] >= BANNER_TIMES and _is_short(line.words))


def repeats(lines: tuple[Line, ...], dropped: Collection[int]) -> Iterator[int]:
    """Second and later copies of a line, however spaced; one that is dropped anyway (in a list of headlines) is no first."""
    seen: set[str] = set()
    for at, line in enumerate(lines):
        if at not in dropped:
            key = " ".join(line.words.split())
            if len(key) >= SHORTEST_REPEAT and key in seen:
                yield at
            seen.add(key)


def title_repeats(lines: tuple[Line, ...]) -> Iterator[int]:
    """A line printed elsewhere in full that comes as a slug ("talks end in geneva"), maybe twice over, or behind the banner."""
    short = [line.words for line in lines if len(line.words) <= LONGEST_LABEL]
    slugs = {words for words in short if _SLUG.fullmatch(words)}
    banner = {lines[at].words for at in banners(lines)}
    printed = {_letters(words) for words in short if words not in slugs and " " in words} if slugs or banner else set()
    for at, line in enumerate(lines):
        parts = line.words.split() if printed and len(line.words) <= LONGEST_LABEL else []
        if line.words in slugs:
            repeated = _letters("".join(_period(parts))) in printed
        else:
            sizes = range(1, min(BANNER_WORDS + 1, len(parts)))
            repeated = any(" ".join(parts[:n]) in banner and _letters("".join(parts[n:])) in printed for n in sizes)
        if repeated:
            yield at


def foreign(lines: tuple[Line, ...]) -> Iterator[int]:
    """Lines in another script, where most of the text is in the Latin one."""
    others = {at: len(_LETTER.findall(line.words)) for at, line in enumerate(lines) if not line.words.isascii()}
    latin = {at: len(_LATIN.findall(lines[at].words)) for at in others}
    ascii_letters = sum(len(_LATIN.findall(line.words)) for at, line in enumerate(lines) if at not in others)
    if 2 * (ascii_letters + sum(latin.values())) > ascii_letters + sum(others.values()):
        yield from (at for at in others if 2 * latin[at] < others[at])


def form_terms(lines: tuple[Line, ...]) -> Iterator[int]:
    """The terms that a form prints between its labels."""
    found = (at for at, line in enumerate(lines) if 0 < at < len(lines) - 1 and _TERMS.match(line.words))
    return (at for at in found if label_of(lines[at - 1].words) == label_of(lines[at + 1].words) == FORM)


def headline_lists(lines: tuple[Line, ...]) -> Iterator[int]:
    """Headlines under (or over) a full date each. Dates of one day are a live blog, clock times too: its headlines are news."""
    stamps = [at for at, line in enumerate(lines) if _is_dated(line.words)]
    run: list[int] = []
    for at in [*stamps, len(lines) + 2]:
        if run and not (at == run[-1] + 2 and _is_headline(lines, at - 1)):
            days = {re.sub(CLOCK, "", lines[stamp].words, flags=re.IGNORECASE) for stamp in run}
            if len(days) >= SHORTEST_LIST:
                yield from _with_headlines(lines, run[0], run[-1])
            run = []
        run.append(at)


def _with_headlines(lines: tuple[Line, ...], first: int, last: int) -> range:
    before, after = (_is_headline(lines, at) and not label_of(lines[at].words) for at in (first - 1, last + 1))
    if before and after:  # a headline stands nearer to its own date than to the next one's
        before = lines[first].start - lines[first - 1].end < lines[first + 1].start - lines[first].end
    return range(first - 1, last + 1) if before else range(first, last + 1 + after)


def teasers(lines: tuple[Line, ...]) -> Iterator[int]:
    """A heading such as "Check also" and what it announces: headlines, texts cut short, and at the end of a page one short text.

    Before the article's first paragraph only the heading goes: the last headline there is the article's own.
    """
    body = next((at for at, line in enumerate(lines) if len(line.words) > LONGEST_HEADLINE), len(lines))
    end = 0
    for at, line in enumerate(lines):
        if at < end or len(line.words) > LONGEST_LABEL or not _HEAD.fullmatch(line.words):
            continue
        end = at + 1
        while at > body and (_is_headline(lines, end) or (at + 1 < end < len(lines) and _CUT_SHORT.search(lines[end].words))):
            end += 1
        # "Read more" also stands inside an article, where the last paragraph after its headlines is the article's own.
        inline = line.words.lower().startswith("read")
        if not inline and at + 1 < end == len(lines) - 1 and len(lines[end].words) <= LONGEST_TEASER:
            end += 1
        yield from range(at, end)


def _is_short(words: str) -> bool:
    return len(words.split()) <= BANNER_WORDS and words[-1] not in ".!?:" and bool(_LETTER.search(words))


def _is_dated(words: str) -> bool:
    return (
        len(words) <= 60
        and ("19" in words or "20" in words)
        and bool(_DATED.fullmatch(words))
        and bool(re.search(r"\b(?:19|20)[0-9]{2}\b", words))
        and len(re.findall(rf"[0-9]+|{MONTH}", re.sub(CLOCK, "", words), re.IGNORECASE)) >= 3
    )


def _is_headline(lines: tuple[Line, ...], at: int) -> bool:
    """Whether line `at` exists and looks like a headline: short, no full stop, not the first line of wrapped prose."""
    if not 0 <= at < len(lines):
        return False
    words = lines[at].words
    wrapped = at + 1 < len(lines) and lines[at + 1].start - lines[at].end <= 2 and lines[at + 1].words[0].islower()
    sentence = words.rstrip("\"'”’)] ").endswith((".", "…", ":", ";", ","))
    return len(words) <= LONGEST_HEADLINE and bool(_LETTER.search(words)) and not (sentence or wrapped or _is_dated(words))


def _letters(words: str) -> str:
    return re.sub(r"[\W_]", "", words.lower())


def _period(words: list[str]) -> list[str]:
    """The shortest run of words that repeats to make these words."""
    sizes = (n for n in range(1, len(words)) if len(words) % n == 0 and words[:n] * (len(words) // n) == words)
    return words[: next(sizes, len(words))]


SIGNS: tuple[tuple[str, Callable[[tuple[Line, ...]], Iterator[int]]], ...] = (
    (HEADLINE_LIST, headline_lists),
    ("line in another script", foreign),
    ("terms of a form", form_terms),
    ("site banner", banners),
    ("repeat of the title", title_repeats),
    (RELATED, teasers),
    ("menu", menus),
    ("comment of a reader", comments),
)
