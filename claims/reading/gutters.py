"""Columns of a printed page that its file draws row by row: found by where their words stand, and read one after the other.

A file that draws its columns one by one is left alone, and so is a table: its cells are no prose that runs on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

FEWEST_ROWS = 5  # rows with words in several columns; fewer are a heading beside a date, or a short table
GUTTER = 1.1  # times the height of the type: a gap between two columns; between two words it is a third of that
SAME_ROW = 0.5  # times the height of the type: as much may a row rise and fall (raised figures)
SAME_EDGE = 2.0  # times the height of the type: as far may a line begin from its column's edge (an indent)
MOST_ROWS = 0.6  # of the rows with several columns that have to show the same columns
RUNS_ON = 0.4  # of a column's lines that go on in small letters; prose has 0.7 and more, the cells of a table hardly any
FEWEST_WORDS = 3  # in the usual line of a column of prose
FOOT_GAP = 1.8  # times the usual distance of rows: what stands below such a gap at the end of a page is its foot
FOOT_ROWS = 2


class Run(NamedTuple):
    """Words as the file draws them: where they begin and end, how high on the page, how high the type is (in points)."""

    x: float
    end: float
    y: float
    height: float
    text: str


class Segment(NamedTuple):
    """The words of one row in one column."""

    x: float
    end: float
    text: str


class Row(NamedTuple):
    """What a file draws at one height, from left to right."""

    y: float
    height: float
    segments: tuple[Segment, ...]


def read_down(runs: Sequence[Run]) -> list[str] | None:
    """The lines of a page column by column, where its file draws several columns row by row; else None."""
    rows = list(_rows(runs))
    split = [row for row in rows if len(row.segments) > 1]
    if len(split) < FEWEST_ROWS:
        return None
    count = Counter(len(row.segments) for row in split).most_common(1)[0][0]
    whole = [row for row in split if len(row.segments) == count]
    edges = [median(row.segments[at].x for row in whole) for at in range(count)]
    fitting = [row for row in split if all(_column(it, edges, row.height) is not None for it in row.segments)]
    if len(fitting) < max(FEWEST_ROWS, MOST_ROWS * len(split)) or not all(
        _is_prose(column) for column in _columns(fitting, edges)
    ):
        return None
    return list(_lines(rows, edges))


def _rows(runs: Sequence[Run]) -> Iterator[Row]:
    """Runs that follow each other at one height, from left to right; a step back to the left begins another row."""
    held: list[Run] = []
    for run in runs:
        if not run.text.strip():
            continue
        if held and (abs(run.y - held[0].y) > SAME_ROW * held[0].height or run.x < held[-1].x):
            yield _row(held)
            held = []
        held.append(run)
    if held:
        yield _row(held)


def _row(runs: Sequence[Run]) -> Row:
    segments: list[Segment] = []
    for run in runs:
        last = segments[-1] if segments else None
        if last is not None and run.x - last.end < GUTTER * run.height:
            apart = run.x - last.end > 0.15 * run.height and not last.text.endswith(" ") and not run.text.startswith(" ")
            segments[-1] = Segment(last.x, run.end, f"{last.text}{' ' if apart else ''}{run.text}")
        else:
            segments.append(Segment(run.x, run.end, run.text))
    return Row(runs[0].y, runs[0].height, tuple(it._replace(text=" ".join(it.text.split())) for it in segments))


def _column(segment: Segment, edges: Sequence[float], height: float) -> int | None:
    """The column in which a segment stands; None for one that begins elsewhere, or reaches into the next column."""
    for at, edge in enumerate(edges):
        beyond = at + 1 < len(edges) and segment.end > edges[at + 1]
        if abs(segment.x - edge) <= SAME_EDGE * height and not beyond:
            return at
    return None


def _columns(rows: Sequence[Row], edges: Sequence[float]) -> list[list[str]]:
    found: list[list[str]] = [[] for _ in edges]
    for row in rows:
        for segment in row.segments:
            at = _column(segment, edges, row.height)
            if at is not None:
                found[at].append(segment.text)
    return found


def _is_prose(lines: Sequence[str]) -> bool:
    if len(lines) < 2 or median(len(line.split()) for line in lines) < FEWEST_WORDS:
        return False
    return sum(line[0].islower() for line in lines[1:]) >= RUNS_ON * (len(lines) - 1)


def _lines(rows: Sequence[Row], edges: Sequence[float]) -> Iterator[str]:
    """The rows read down: a row that keeps to no column ends the columns above it, and so does the foot of the page."""
    held: list[Row] = []
    foot = _foot(rows)
    for number, row in enumerate(rows):
        if number < foot and all(_column(it, edges, row.height) is not None for it in row.segments):
            held.append(row)
            continue
        yield from (line for column in _columns(held, edges) for line in column)
        held = []
        yield " ".join(it.text for it in row.segments)
    yield from (line for column in _columns(held, edges) for line in column)


def _foot(rows: Sequence[Row]) -> int:
    """The number of rows above the foot of the page: one or two last rows below a wider gap."""
    steps = [abs(below.y - above.y) for above, below in pairwise(rows)]
    usual = median(steps)
    for number in range(len(rows) - FOOT_ROWS, len(rows)):
        if steps[number - 1] > FOOT_GAP * usual:
            return number
    return len(rows)
