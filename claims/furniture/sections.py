"""Sections of a page that several lines together show: a menu, the comments of readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.furniture.labels import LONGEST_HEADLINE, Line, label_of

MENU_LINES, MENU_WORDS = 4, 3  # four lines of three words at most are no headlines; lists inside an article are left alone
SENTENCE_WORDS = 10  # a line of so many words that ends with a full stop is prose, as a long line is
LONGEST_COMMENT = 4  # lines of one comment, without its writer; what follows a longer one is not known to be a comment

_ITEM = re.compile(r"[^\W\d_a-z][^.!?:;,\d]*")
_COMMENTS = re.compile(
    r"(?:[0-9][0-9.,]*\s+|all\s+|readers?['’]?s?['’]?\s+|view\s+|user\s+)?comments?(?:\s*[:(]?\s*[0-9][0-9.,]*\)?)?\s*:?"
    r"|(?:what\s+)?(?:our\s+)?readers['’]?\s+(?:say|think|views|letters)|join\s+the\s+(?:conversation|discussion)|(?:what\s+do\s+you\s+think|have\s+your\s+say)\??",
    re.IGNORECASE,
)
_WRITER = re.compile(
    r"\S.{0,50}?(?:[·•|,]\s*[0-9]{1,3}\s*(?:s|m|min|h|hr|hrs|d|w|mo|y)|[\s,|·•-]+(?:(?:[0-9]+|an?|one)\s*(?:min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago|yesterday|today|just\s+now)|\s(?:wrote|says|said)(?:\son\s.{1,30})?:)",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?:reply|like|report|flag|share|quote|[0-9]+\s+likes?)(?:\W+(?:reply|like|report|flag|share|quote))*", re.IGNORECASE
)


def menus(lines: tuple[Line, ...]) -> Iterator[int]:
    """Runs of short lines without a full stop, above the article's first paragraph or below its last one.

    The last line of a run above the article stays where no other headline stands between the two: it may be the headline.
    """
    prose = [at for at, line in enumerate(lines) if _is_prose(line.words)]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    run: list[int] = []
    for at in range(len(lines) + 1):
        if at < len(lines) and not first <= at <= last and _is_item(lines[at].words):
            run.append(at)
            continue
        if len(run) >= MENU_LINES:
            above = run[-1] < first
            headed = any(len(line.words.split()) > MENU_WORDS and not label_of(line.words) for line in lines[run[-1] + 1 : first])
            yield from run[:-1] if above and not headed else run
        run = []


def _is_prose(words: str) -> bool:
    return len(words) > LONGEST_HEADLINE or (words.endswith((".", ".”", '."')) and len(words.split()) >= SENTENCE_WORDS)


def _is_item(words: str) -> bool:
    return len(words.split()) <= MENU_WORDS and (_ITEM.fullmatch(words) is not None or bool(label_of(words)))


def comments(lines: tuple[Line, ...]) -> Iterator[int]:
    """What readers wrote under a heading such as "3 comments": lines that name a writer and a time, and the lines below each."""
    end = 0
    for heading, line in enumerate(lines):
        if heading < end or not _COMMENTS.fullmatch(line.words):
            continue
        end = heading + 1
        at = end
        while at < len(lines) and at - end <= LONGEST_COMMENT:
            if _WRITER.fullmatch(lines[at].words):
                end = _end_of_comment(lines, at + 1)
                at = end
            elif end == heading + 1 and (at > end + 1 or _is_prose(lines[at].words)):  # the first writer stands near the heading
                break
            else:
                at += 1
        if end > heading + 1:
            yield from range(heading, end)


def _end_of_comment(lines: tuple[Line, ...], start: int) -> int:
    """Where a comment ends: at an answer button, before the next writer or label, at the latest after LONGEST_COMMENT lines."""
    for at in range(start, min(start + LONGEST_COMMENT, len(lines))):
        if _ANSWER.fullmatch(lines[at].words):
            return at + 1
        if at > start and (_WRITER.fullmatch(lines[at].words) or label_of(lines[at].words)):
            return at
    return min(start + 1, len(lines))
