"""Tails: what a scraped page leaves behind an article's last sentence: credits, and the labels of buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.document import Dropped
from claims.furniture.labels import HEADING, label_of, lines_of, with_reasons

CREDIT = "credit at the end"
BUTTONS = "labels of a page at the end"
LONGEST_TAIL = 320  # characters of one piece; a longer one is prose
SHORTEST_LINE = 20  # a shorter line is a label or none as a whole

_WORD = r"[A-Z][\w&'’-]*(?:\.(?=\w)[\w&'’-]+)*"
_AND = r"(?:\s*[,/+&]\s*|\s+(?:and|with|of|the)\s+|\s+)"
_NAMES = rf"{_WORD}(?:{_AND}(?:{_WORD}|(?:agencies|wires|staff)\b))*"
_NO_STOP = r"(?:[^.!?]|(?<=\b[A-Z])\.)"  # "J. Orlan" is one name
_WROTE = r"(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compiled|translat(?:ion|ed)|produc(?:tion|ed))"

# Each begins behind the end of a sentence, or with a line, and reaches to the end of the line.
_CREDITS = re.compile(
    rf"""\(?\s*(?:[Ss]ources?\s*:|Sources?\b)\s*{_NAMES}\s*\)?   # (Source: Harbour Press), Source Harbour Press and agencies
    | \(\s*(?:[Ww]ith\s+)?{_NAMES}\s+and\s+(?:[Aa]gencies|[Ww]ires)\s*\) | \(\s*[Ww]ith\s+{_NAMES}\s*\)
    | \(?(?i:(?:additional\s+|with\s+)?{_WROTE}\s+by)\s{_NO_STOP}{{1,250}}\)?
    | (?:[Aa]gencies|[Ww]ires)\s+contributed
    | [A-Z]{_NO_STOP}{{1,80}}\bcontributed\s+(?:reporting\s+)?to\s+this\s+(?:report|article|story)
    | This\s+(?:article|story|report|text)\s+(?:is|was|has\s+been|originally|first)\b[^.!?]{{0,40}}?
      \b(?:translat(?:ed|ion)|adapted|republished|appeared)\b[^.!?]{{0,80}}""",
    re.VERBOSE,
)
_STANDARDS = r"(?:community|our|editorial|comment(?:ing)?)\s+(?:standards|guidelines)(?:\s*:[^.!?]{1,80})?"
_VIA = r"(?:comment|reply|log\s?in|sign\s+in|share)\s+(?:via|with|on)\s+(?-i:[A-Z]\w*?(?:\s[A-Z]\w*?)?)"
_BUTTON = rf"(?:{_STANDARDS}|{_VIA}|discussion|comments?)"
_TAGS = r"(?:\d{1,6}\s+){0,3}(?-i:\bTags):?\s[^.!?]{1,250}?"
_BAR = re.compile(
    rf"(?i:(?:{_TAGS}\s)?(?:\d{{1,6}}\s*){{0,3}}(?:{_BUTTON}\s*){{2,}}|(?-i:Our|Community)\s+standards\s*:[^.!?]{{1,80}})[\s.]*$"
)
_LABELS = re.compile(rf"{HEADING}|{_TAGS}|{_BUTTON}", re.IGNORECASE)
_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=\S)|[\"”)\]]\s*(?=\S)")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|St|Gen|Col|Lt|Sen|Rep|Gov|Prof|No)\.\s*$")
_LETTER = re.compile(r"[^\W\d_]")


def tails(text: str, dropped: Sequence[Dropped]) -> Iterator[Dropped]:
    """The tails of a text's lines that are not dropped, each with its reason; they end where their line ends."""
    for n, (line, reason) in enumerate(with_reasons(lines_of(text), dropped)):
        if not reason and n and _CREDITS.fullmatch(line.words.rstrip(" .")):  # no headline
            yield Dropped(line.start, line.end, CREDIT)
        elif not reason and len(line.words) >= SHORTEST_LINE:
            end = len(line.words)
            while (found := _piece(line.words[:end])) is not None:
                at, why = found
                yield Dropped(line.start + at, line.start + end, why)
                end = len(line.words[:at].rstrip())


def _piece(words: str) -> tuple[int, str] | None:
    """Where the last piece of a tail begins, and what it is; None where the words end with a sentence."""
    least = max(1, len(words) - LONGEST_TAIL)
    if match := _BAR.search(words, least):
        return match.start(), BUTTONS
    for end in _END.finditer(words, least):
        rest = words[end.end() :].strip()
        if not _LETTER.search(rest) or _ABBREVIATED.search(words, least, end.end()):
            continue
        if _CREDITS.fullmatch(rest.rstrip(" .")):
            return end.end(), CREDIT
        if label_of(rest) or _LABELS.fullmatch(rest):
            return end.end(), BUTTONS
    return None
