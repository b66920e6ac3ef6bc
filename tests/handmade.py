"""Hand-made claims and quantities: only what a test is about has to be said."""

from __future__ import annotations

from datetime import date
from math import inf

import numpy as np

from claims.claim import Claim, Quantity, Window
from claims.document import Document, content_id
from factcheck.aligning.scores import slot_scores


def article(key: str, text: str = "", **slots: object) -> Document:
    """A document whose id is `key`."""
    return Document(key, text, **slots)  # type: ignore[arg-type]


def says(text: str, facet: str = "statement", document: str = "d1", start: int = 0, **slots: object) -> Claim:
    """A claim on all of `text`, at `start` of its document."""
    end = start + len(text)
    key = str(slots.pop("id", "")) or content_id(document, start, end, facet, text)
    slots.setdefault("context", (start, end))
    slots.setdefault("standalone", text)
    window = slots.get("window")
    if isinstance(window, Window) and window.text in text:
        at = start + text.index(window.text)
        slots.setdefault("window_at", (at, at + len(window.text)))
    slots.setdefault("lemmas", tuple(sorted({word.lower() for word in text.split()})))
    return Claim(id=key, document=document, start=start, end=end, text=text, facet=facet, **slots)  # type: ignore[arg-type]


def amount(low: float, high: float | None = None, bound: str = "", counted: str = "soldiers", **slots: object) -> Quantity:
    """A quantity from `low` to `high`; without `high` a flat one."""
    slots.setdefault("role", "killed")
    return Quantity(0, 1, low, low if high is None else high, bound, counted=counted, **slots)  # type: ignore[arg-type]


def toll(low: float, high: float | None = None, bound: str = "", document: str = "d1", **slots: object) -> Claim:
    """A claim that so many were killed."""
    keys = ("counted", "unit", "part", "role")
    quantity = amount(low, high, bound, **{key: slots.pop(key) for key in keys if key in slots})
    text = str(slots.pop("text", f"{bound} {low} {quantity.counted} were killed".strip()))
    return says(text, str(slots.pop("facet", "killed")), document, quantities=(quantity,), **slots)


def days(first: str, last: str = "", text: str = "") -> Window:
    """The days from `first` to `last`, both included."""
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return Window(start, end, text or f"{first} to {end}")


OPEN = inf


def slot_score(one: Claim, two: Claim, cosine: float) -> float:
    """The score of two claims of one facet whose words have this cosine."""
    return float(slot_scores([one, two], np.array([[1.0, cosine], [cosine, 1.0]]))[0, 1])
