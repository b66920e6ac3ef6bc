from __future__ import annotations

import math
from dataclasses import asdict
from typing import Any

import pytest
from rows import Row, golden, inspected, params
from spacy.language import Language

from claims.claim import Change, Quantity
from claims.figures.number_words import roundness
from claims.figures.quantities import quantities
from claims.figures.roles import kind, singular
from claims.figures.units import converted, dimension

ROWS = golden("quantities")
NUMBERS = ("low", "high", "part")


def same(got: list[Row], wanted: list[Row]) -> None:
    """Every field that the row names is as the row says; "counted" and "role" may be left open by the row."""
    assert [(q["low"], q["high"]) for q in got] == [
        (pytest.approx(q["low"]), None if q["high"] is None else pytest.approx(q["high"])) for q in wanted
    ]
    for one, two in zip(got, wanted, strict=True):
        assert {key: one[key] for key in two if key not in NUMBERS} == {
            key: value for key, value in two.items() if key not in NUMBERS
        }


def as_row(quantity: Quantity) -> Row:
    return {
        "low": quantity.low,
        "high": None if quantity.high == math.inf else quantity.high,
        "unit": quantity.unit,
        "counted": quantity.counted,
        "role": quantity.role,
        "change": _change(quantity.change),
    }


def _change(change: Change | None) -> Row | None:
    """A change as a row names it: what it says nothing of is left out."""
    return {key: value for key, value in asdict(change).items() if value is not None} if change else None


@pytest.mark.parametrize("row", params(ROWS))
def test_a_phrase_gives_its_quantities(row: Row, nlp: Language) -> None:
    """Interval, unit, what is counted, role and part are those that a careful reader would give."""
    found = quantities(nlp(row["text"]))
    same([as_row(q) for q in found], row["quantities"])
    assert [q.part for q in found] == [q.get("part", False) for q in row["quantities"]]


def test_the_number_of_an_item_counts_nothing(nlp: Language) -> None:
    """A list that came with its line breaks lost keeps "3." before its third item."""
    found = quantities(nlp("Eggs fell. 3. The mill closed and 40 bakers left by a margin of 5. Rain fell."))
    assert [q.low for q in found] == [40, 5]


def test_how_often_in_a_row_is_no_amount(nlp: Language) -> None:
    """ "Fell 21 days in a row" says how long it fell; "fell 21 points" by how much."""
    days, points = quantities(nlp("The index has fallen 21 days in a row."))[0], quantities(nlp("The index fell 21 points."))[0]
    assert days.change is None
    assert points.change is not None
    assert points.change.stage == "by"


@pytest.fixture(scope="module")
def said() -> dict[str, Row]:
    """What one run of the command says of all phrases."""
    texts = [row["text"] for row in ROWS]
    return dict(zip(texts, inspected(texts), strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("row", params(ROWS, by="inspect"))
def test_inspect_shows_all_quantities_of_a_line(row: Row, said: dict[str, Row]) -> None:
    """`factcheck inspect --lines` gives the same quantities, at offsets that hold the words."""
    found = said[row["text"]]["quantities"]
    same(found, [{key: value for key, value in q.items() if key != "change"} for q in row["quantities"]])
    for one, two in zip(found, row["quantities"], strict=True):
        names = {"before": "from", "after": "to"}
        if (change := two.get("change")) is not None:
            assert {names.get(key, key): value for key, value in change.items()}.items() <= one["change"].items()
        else:
            assert "change" not in two or one["change"] is None
    assert all(0 <= q["start"] < q["end"] <= len(row["text"]) for q in found)


def test_the_words_of_a_quantity_are_its_offsets(nlp: Language) -> None:
    """A quantity spans its bound, number and unit, wherever the parsed text stands in its document."""
    text = "The blaze burned nearly 3,000 acres and injured at least 12 campers."
    spans = [text[q.start : q.end] for q in quantities(nlp(text))]
    assert spans == ["nearly 3,000 acres", "at least 12"]
    assert [(q.start - 100, q.end - 100) for q in quantities(nlp(text), offset=100)] == [
        (q.start, q.end) for q in quantities(nlp(text))
    ]


@pytest.mark.parametrize(
    ("phrase", "bound"),
    [
        pytest.param("Over 30 swimmers were injured.", "Over", id="as written, with its capital"),
        pytest.param("No fewer than 30 swimmers were injured.", "No fewer than", id="several words"),
        pytest.param("Several swimmers were injured.", "Several", id="a vague word is its own bound"),
        pytest.param("Thirty swimmers were injured.", "", id="none"),
        pytest.param("30+ swimmers were injured.", "+", id="a sign behind the number"),
    ],
)
def test_the_bound_is_kept_as_written(phrase: str, bound: str, nlp: Language) -> None:
    """`bound` is the text's own word for it."""
    (quantity,) = quantities(nlp(phrase))
    assert quantity.bound == bound


def spread(number: str, nlp: Language) -> float:
    """How wide "about <number>" is, as a share of the number."""
    (quantity,) = quantities(nlp(f"About {number} swimmers were injured."))
    return (quantity.high - quantity.low) / float(number.replace(",", ""))


@pytest.mark.parametrize(
    ("rounder", "exact"),
    [
        pytest.param("1,000", "1,037"),
        pytest.param("40", "43"),
        pytest.param("1,200", "1,020"),  # two digits and three
    ],
)
def test_tolerance_grows_with_roundness(rounder: str, exact: str, nlp: Language) -> None:
    """ "About" a round number admits more than "about" a number that is given to its last digit (design.md, section 2)."""
    assert spread(rounder, nlp) > 1.05 * spread(exact, nlp)


def test_flat_open_vague(nlp: Language) -> None:
    """A value's kind is read off it: flat without a bound, open with one end, vague by its word."""
    found: dict[str, Any] = {
        text: quantities(nlp(text))[0]
        for text in ("Twelve cows died.", "Over 12 cows died.", "Up to 12 cows died.", "Several cows died.")
    }
    assert [q.flat for q in found.values()] == [True, False, False, False]
    assert [q.open for q in found.values()] == [False, True, True, False]
    assert [q.vague for q in found.values()] == [False, False, False, True]
    assert [q.number for q in found.values()] == [12, 12, 12, 6]


def test_the_number_below_an_open_start_is_its_end() -> None:
    """A figure below nought that is open downwards is written with its end, as one above nought that is open upwards."""
    assert Quantity(0, 1, -math.inf, -3.0).number == -3.0


@pytest.mark.parametrize(
    ("value", "unit", "into", "wanted"),
    [
        pytest.param(6, "mile", "km", 9.656064, id="distance"),
        pytest.param(1, "square mile", "hectare", 258.9988, id="area"),
        pytest.param(100, "°F", "°C", 37.7778, id="a reading of temperature"),
        pytest.param(90, "km/hour", "mile/hour", 55.9234, id="speed"),
        pytest.param(2, "week", "day", 14, id="duration"),
        pytest.param(25, "basis point", "percentage point", 0.25, id="basis points"),
        pytest.param(12, "kg", "kg", 12, id="the same unit"),
        (2, "decade", "year", 20),
        pytest.param(1, "square mile", "acre", 640, id="American land"),
        pytest.param(1, "barrel", "litre", 158.987, id="oil"),
        pytest.param(10, "gallon", "cubic foot", 1.336806, id="a volume and the cube of a distance"),
        pytest.param(1, "ton", "tonne", 0.9071847, id="a short ton"),
        pytest.param(11, "stone", "kg", 69.8532, id="British weight"),
        pytest.param(10, "knot", "m/second", 5.144444, id="a ship"),
        pytest.param(36, "km/hour", "m/second", 10, id="a car"),
        pytest.param(100, "horsepower", "kW", 74.56999, id="an engine"),
        pytest.param(1, "MWh", "kWh", 1000, id="energy"),
        pytest.param(2, "GB", "MB", 2000, id="data"),
        pytest.param(1, "GPa", "millibar", 1e7, id="pressure"),
        pytest.param(1.5, "MHz", "kHz", 1500, id="frequency"),
        pytest.param(12, "month", "day", 365.25, id="a year of months"),
    ],
)
def test_units_are_converted(value: float, unit: str, into: str, wanted: float) -> None:
    """A value of one unit in another of its dimension, there and back."""
    assert converted(value, unit, into) == pytest.approx(wanted, rel=1e-5)
    assert converted(converted(value, unit, into), into, unit) == pytest.approx(value)


def test_a_difference_of_temperatures_has_no_offset() -> None:
    """Warmer by 1 degree Celsius is warmer by 1.8 degrees Fahrenheit, not by 33.8."""
    assert converted(1, "°C", "°F", difference=True) == pytest.approx(1.8)


def test_what_measures_something_else_is_refused() -> None:
    """Miles are not converted into hours, nor dollars into euros; the message names both."""
    for one, two in (("mile", "hour"), ("USD", "EUR"), ("%", "percentage point")):
        with pytest.raises(ValueError, match=f"{one} cannot be given in {two}"):
            converted(1, one, two)
        assert dimension(one) != dimension(two)


@pytest.mark.parametrize(
    ("value", "place"),
    [(1200, 100), (33, 1), (0.5, 0.1), (1.25, 0.01), (1_200_000, 100_000), (0, 1), (math.inf, 1), (-300, 100)],
)
def test_roundness_is_the_place_of_the_last_digit(value: float, place: float) -> None:
    """What has no last digit that is not zero is as round as a plain number."""
    assert roundness(value) == pytest.approx(place)


@pytest.mark.parametrize(
    ("noun", "wanted"),
    [
        ("churches", "church"),
        ("wishes", "wish"),
        ("classes", "class"),
        ("boxes", "box"),
        ("countries", "country"),
        ("ties", "tie"),  # too short for -y
        ("policemen", "policeman"),
        ("boats", "boat"),
        ("pass", "pass"),  # no plural
        ("sheep", "sheep"),
    ],
)
def test_the_singular_by_the_ending(noun: str, wanted: str) -> None:
    """Two claims count the same where one says it in the singular."""
    assert singular(noun) == wanted


@pytest.mark.parametrize(
    ("counted", "wanted"),
    [
        ("Turkish servicemen", "soldier"),
        ("rebel men", "fighter"),  # a word for people in general says nothing, the one before it does
        ("young men", ""),
        ("people", ""),
        ("old bridges", "bridge"),
        ("", ""),
    ],
)
def test_the_kind_of_what_is_counted(counted: str, wanted: str) -> None:
    """Soldiers are never compared with civilians, so both need one word, and people in general none."""
    assert kind(counted) == wanted


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Blast at Mill Kills 12", [(12, "killed")]),
        ("Rocket Attack on Karsk Kills 3, Wounds 20", [(3, "killed"), (20, "wounded")]),
        ("Front Fires Rocket Shells at Karsk Kills 3 Wounds 20", [(3, "killed"), (20, "wounded")]),
        ("Torvay Front Kills At Least 7 Soldiers near Karsk", [(7, "killed")]),
        ("Rocket Attack on Karsk At Least 3 Killed 30 Wounded", [(3, "killed"), (30, "wounded")]),
        ("Four dead, dozens hurt in Karsk bus crash", [(4, "killed"), (24, "wounded")]),
        ("Old Wounds 20 Years On", [(20, "")]),
        ("New Skills 12 Pupils Learn", [(12, "")]),
    ],
)
def test_headlines_count_harm(headline: str, told: list[tuple[int, str]], nlp: Language) -> None:
    """The verb of a headline, which its capital makes a name to a parser."""
    assert [(q.low, q.role) for q in quantities(nlp(headline))] == told


def test_the_largest_of_its_kind_is_no_part_of_the_wounded(nlp: Language) -> None:
    """ "One of the largest operations" counts nobody harmed before, and "was one of" is no age; the youngest of the dead are."""
    told = quantities(nlp('Dozens of people were wounded. "This was one of the largest operations we have led," he said.'))
    assert [(q.role, q.unit) for q in told] == [("wounded", ""), ("", "")]
    told = quantities(nlp("Nine people were killed. Two of the youngest victims were pupils."))
    assert [q.role for q in told] == ["killed", "killed"]


def test_a_part_of_so_many(nlp: Language) -> None:
    """ "29 of 34 passes" counts passes."""
    assert quantities(nlp("Lind completed 29 of 34 passes in Karsk."))[0].counted == "passes"
