"""Columns that a PDF draws row by row are read one after the other; tables and columns drawn one by one stay as they are."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import zip_longest

import made
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import FIRST, SECOND, THIRD

from claims.reading import pdf, read_files
from claims.reading.gutters import Run, read_down

MARKET = "The market hall will open in May, the builders said, although its roof is not yet paid for and the old stalls are gone."
FERRY = "A ferry will carry the children of three villages to their school until the new bridge stands, which may take two years."
TEXTS = (f"{FIRST} {SECOND}", f"{THIRD} {MARKET}", f"{FERRY} {MARKET}")

Rows = Sequence[Sequence[str]]
Place = Callable[[int, int], tuple[float, float]]


def rows(columns: int, width: int, cut: bool = False) -> list[list[str]]:
    """The first texts as columns side by side; with `cut` some words are cut at the end of a line."""
    wrapped = [textwrap.wrap(text, width) for text in TEXTS[:columns]]
    if cut:
        wrapped = [[line.replace("inspectors", "in-|spectors") for line in lines] for lines in wrapped]
        wrapped = ["\n".join(lines).replace("|", "\n").split("\n") for lines in wrapped]
    return [list(row) for row in zip_longest(*wrapped, fillvalue="")]


def by_matrix(cells: Rows, place: Place) -> str:
    """Each cell at its place, all in one text object."""
    drawn = (
        f"1 0 0 1 {place(n, c)[0]} {place(n, c)[1]} Tm {made.shown(cell)}"
        for n, row in enumerate(cells)
        for c, cell in enumerate(row)
        if cell
    )
    return f"BT /F1 9 Tf {' '.join(drawn)} ET"


def by_moves(cells: Rows, place: Place) -> str:
    """From each cell a step to the next."""
    drawn, at = [], (0.0, 0.0)
    for n, row in enumerate(cells):
        for c, cell in enumerate(row):
            if cell:
                x, y = place(n, c)
                drawn.append(f"{x - at[0]} {y - at[1]} Td {made.shown(cell)}")
                at = (x, y)
    return f"BT /F1 9 Tf {' '.join(drawn)} ET"


def by_objects(cells: Rows, place: Place) -> str:
    """A text object for each cell, on a page that is moved for it."""
    return " ".join(
        f"q 1 0 0 1 {place(n, c)[0]} {place(n, c)[1]} cm BT /F1 9 Tf {made.shown(cell)} ET Q"
        for n, row in enumerate(cells)
        for c, cell in enumerate(row)
        if cell
    )


def width(word: str) -> float:
    """About as wide as Helvetica of 9 points sets it."""
    return 9 * sum(0.25 if c in "ijlft.,'" else 0.85 if c in "mwMW" else 0.7 if c.isupper() else 0.55 for c in word)


def by_words(cells: Rows, place: Place) -> str:
    """Each word at its own place, as programs do that justify lines."""
    drawn = []
    for n, row in enumerate(cells):
        for c, cell in enumerate(row):
            x, y = place(n, c)
            for word in cell.split():
                drawn.append(f"1 0 0 1 {x:.1f} {y} Tm {made.shown(word)}")
                x += width(word) + 2.5
    return f"BT /F1 9 Tf {' '.join(drawn)} ET"


def grid(columns: int, top: int = 780) -> Place:
    """Columns of one width under each other's top."""
    return lambda row, column: (40 + 520 // columns * column, top - 13 * row)


def read(*contents: str) -> str:
    """The text of a PDF with these pages."""
    (document,) = read_files([("a.pdf", made.pdf_of(contents))]).documents
    return " ".join(document.kept.split())


@pytest.mark.parametrize("draw", [by_matrix, by_moves, by_objects, by_words], ids=lambda it: it.__name__)
@pytest.mark.parametrize(("columns", "width"), [(2, 44), (3, 26)])
def test_columns_drawn_row_by_row_are_read_down(draw: Callable[[Rows, Place], str], columns: int, width: int) -> None:
    """However a program draws them, each column's text is whole, and the columns come from left to right."""
    text = read(draw(rows(columns, width), grid(columns)))
    places = [text.find(it) for it in TEXTS[:columns]]
    assert -1 not in places
    assert places == sorted(places)


def test_a_cut_word_in_a_column_is_whole_again() -> None:
    """A hyphen at the end of a column's line goes, as in any other text."""
    assert "three inspectors had asked" in read(by_matrix(rows(2, 44, cut=True), grid(2)))


def test_heads_feet_and_headings_stay_in_their_places() -> None:
    """A heading over both columns comes first, the foot last; a heading between two parts parts them; heads are set aside."""

    def sheet(number: int, heading: str, left: str, right: str) -> str:
        head = f"BT /F1 9 Tf 1 0 0 1 40 815 Tm {made.shown('Harbour Review, spring number')} ET"
        over = f"BT /F1 14 Tf 1 0 0 1 40 795 Tm {made.shown(heading)} ET"
        foot = f"BT /F1 9 Tf 1 0 0 1 290 40 Tm {made.shown(str(number))} ET"
        cells = list(zip_longest(textwrap.wrap(left, 44), textwrap.wrap(right, 44), fillvalue=""))
        return " ".join((head, over, by_matrix(cells, grid(2, 770)), foot))

    first = "The council of Harrow Bay closes its bridge and opens a market hall instead"
    second = "Who will pay for the ferry of the children and for the roof of the hall"
    text = read(sheet(1, first, TEXTS[0], TEXTS[1]), sheet(2, second, TEXTS[2], SECOND + THIRD))
    assert "Harbour Review" not in text
    at = [text.find(it) for it in (first, TEXTS[0], TEXTS[1], second, TEXTS[2])]
    assert -1 not in at
    assert at == sorted(at)
    assert text.endswith(THIRD)


def test_a_column_longer_than_its_neighbour() -> None:
    """What stands in one column alone belongs to it, though nothing is beside it."""
    cells = [
        list(row) for row in zip_longest(textwrap.wrap(f"{TEXTS[0]} {TEXTS[2]}", 44), textwrap.wrap(TEXTS[1], 44), fillvalue="")
    ]
    text = read(by_matrix(cells, grid(2)))
    assert f"{TEXTS[0]} {TEXTS[2]} {TEXTS[1]}" in text


def test_a_table_is_read_by_rows() -> None:
    """Cells side by side belong together: they are no lines that run on."""
    cells = [
        ["Village", "Children at school", "Boats a day"],
        *[[f"North Harrow {n}", f"{n} children of farmers", f"Twice, at {n} o'clock"] for n in range(1, 9)],
    ]
    text = read(by_matrix(cells, grid(3)))
    assert all(" ".join(row) in text for row in cells)


def test_columns_drawn_one_by_one_are_as_before() -> None:
    """Where the order of drawing is the order of reading, nothing is touched."""
    lines = [line for text in TEXTS[:2] for line in textwrap.wrap(text, 44)]
    (document,) = read_files([("a.pdf", made.pdf([lines], columns=2))]).documents
    assert " ".join(TEXTS[:2]) in " ".join(document.text.split())


@pytest.mark.parametrize(("plain", "found"), [(pdf.LOOKED_AT - 1, True), (pdf.LOOKED_AT, False)])
def test_a_long_report_without_columns_is_not_searched_to_its_end(plain: int, found: bool) -> None:
    """After a number of plain pages nobody looks for columns any more, so that a thousand pages stay quick."""
    page = f"BT /F1 9 Tf 40 700 Td {made.shown('A plain page of a long report on bridges.')} ET"
    text = read(*[page] * plain, by_matrix(rows(2, 44), grid(2)))
    assert (TEXTS[0] in text) is found


places = st.floats(-1_000, 1_000, allow_nan=False)
runs = st.lists(
    st.builds(
        lambda x, wide, y, height, text: Run(x, x + wide, y, height, text),
        places,
        places,
        places,
        st.floats(0, 30),
        st.text(max_size=6),
    ),
    max_size=25,
)


@given(runs)
def test_no_letter_is_lost_or_made(given_runs: list[Run]) -> None:
    """Wherever words stand, a page that is read down has the letters that were drawn."""
    found = read_down(given_runs)
    if found is not None:
        letters = Counter(c for run in given_runs for c in run.text if not c.isspace())
        assert Counter(c for line in found for c in line if not c.isspace()) == letters


@given(st.lists(st.tuples(st.text("abc ", min_size=9), st.text("abc ", min_size=9)), min_size=5, max_size=9))
def test_prose_in_two_columns_keeps_its_letters(cells: list[tuple[str, str]]) -> None:
    """The same where there surely are columns."""
    drawn = [Run(x, x + 90, 800 - 12 * n, 9, text) for n, row in enumerate(cells) for x, text in zip((0, 200), row, strict=True)]
    found = read_down(drawn)
    if found is not None:
        assert [" ".join(it.split()) for row in zip(*cells, strict=True) for it in row if it.strip()] == found
