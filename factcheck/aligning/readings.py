"""Readings of very many claims against each other, all at once: a large event has a thousand times and as many places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from claims.names import shared_name
from claims.times.window import ONE_DAY_APART, Window

_FAR = 10**8  # days: an open end lies before or behind every known day


def days_between(windows: Sequence[Window]) -> NDArray[np.intp]:
    """`Window.days_from` of each two windows, shape (n, n)."""
    start = np.array([-_FAR if window.start is None else window.start.toordinal() for window in windows])
    end = np.array([_FAR if window.end is None else window.end.toordinal() for window in windows])
    texts: dict[str, int] = {}
    text = np.array([texts.setdefault(window.text.casefold(), len(texts)) for window in windows])
    one_day, known = start == end, start > -_FAR
    one_text = (text[:, None] == text) & (known[:, None] & known) & (one_day[:, None] | one_day)
    between = start[:, None] - start
    same = (between == 0) & (end[:, None] == end)
    same |= one_text & np.isin(np.abs(between), list(ONE_DAY_APART))
    gap = start[:, None] - end
    return np.where(same, 0, np.maximum(np.maximum(gap, gap.T), 0))


def names_shared(readings: Sequence[Sequence[str]]) -> NDArray[np.bool_]:
    """Whether each two lists of names share one (`shared_name`), shape (n, n)."""
    number: dict[str, int] = {}
    told = [[number.setdefault(name, len(number)) for name in names] for names in readings]
    alike = np.zeros((len(number), len(number)), dtype=np.bool_)
    for (one, a), (two, b) in combinations_with_replacement(sorted(number.items()), 2):
        alike[a, b] = alike[b, a] = bool(shared_name((one,), (two,)))
    meets = np.array([alike[numbers].any(axis=0) for numbers in told])  # each reading with each name
    return np.array([meets[:, numbers].any(axis=1) for numbers in told])
