"""Articles of any number, made at run time from a file of real ones: shuffled paragraphs with other names and numbers.

Nothing of it is stored. Four articles in a row tell one story: the same paragraphs in another order, the same new names, and
figures that differ here and there. A thousand articles bear one day.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

STORY = 4  # articles on one story
A_DAY = 1_000  # articles with one date
FIRST = date(2020, 1, 1)

_NAME = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][a-z]{3,}\b", re.M)
_NUMBER = re.compile(r"(?<![\d,.])\d{1,3}(?![\d,.])")
_SYLLABLES = "ba do ra mi ke lu sa to ven dor hal mer tor lin kes var ost ul an ir".split()


def synthetic(rows: Sequence[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """`count` rows of a .jsonl, always the same, out of rows with a text each."""
    for number in range(count):
        day = FIRST + timedelta(number // A_DAY)
        text = _told(rows[number // STORY % len(rows)]["text"], number)
        yield {"id": f"{number}", "outlet": f"Outlet {number % STORY}", "published": day.isoformat(), "text": text}


def _told(text: str, number: int) -> str:
    """A text as the article of this number tells it."""
    names, figures = random.Random(number // STORY), random.Random(number)
    known: dict[str, str] = {}
    for name in _NAME.findall(text):
        known.setdefault(name, _name(names))
    paragraphs = [line for line in text.split("\n") if line.strip()]
    figures.shuffle(paragraphs)
    renamed = _NAME.sub(lambda match: known.get(match[0], match[0]), "\n".join(paragraphs))
    return _NUMBER.sub(lambda match: str(max(1, int(match[0]) + (figures.random() < 0.3) * figures.randint(1, 9))), renamed)


def _name(names: random.Random) -> str:
    return "".join(names.choices(_SYLLABLES, k=names.randint(2, 4))).capitalize()
