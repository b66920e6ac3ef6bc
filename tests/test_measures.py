"""What a measured figure measures: one name for all wordings, what it is compared to, and whether it is foreseen or has come."""

from __future__ import annotations

from functools import cache

import loaded
import pytest

from claims.figures.indicators import GROWTH_RATES, is_indicator
from claims.figures.measures import Measured
from claims.figures.quantities import quantities
from claims.figures.units import converted, dimension

# text, then (thing, basis, status) of each figure with a unit
ROWS = [
    ("Inflation in Orsk rose to 8.5 percent in March, the statistics office said.", [("inflation", "", "")]),
    (
        "Consumer prices rose 8.5 % in March from a year earlier and 0.4 % on the month.",
        [("inflation", "year", ""), ("inflation", "month", "")],
    ),
    ("The unemployment rate in Torvay fell to 3.6 percent in June.", [("unemployment", "", "")]),
    ("Joblessness stood at 3.6% in June.", [("unemployment", "", "")]),
    ("GDP shrank 0.9 % in the second quarter, an annualised rate.", [("gdp", "annualised", "")]),
    ("The core index, which excludes food and energy, rose 6.5%.", [("core inflation", "", "")]),
    ("Core inflation slowed to 4.1% from 4.4%.", [("core inflation", "", ""), ("core inflation", "", "")]),
    (
        "The central bank raised interest rates by 0.75 percentage points to 4.25 %.",
        [("interest rate", "", ""), ("interest rate", "", "")],
    ),
    ("Economists expect inflation to reach 9 % by the end of the year.", [("inflation", "", "forecast")]),
    ("The bank forecasts growth of 1.2 percent next year.", [("gdp", "", "forecast")]),
    ("The government wants inflation back at its 2 % target.", [("inflation", "", "target")]),
    ("The bank's task is to keep inflation at a steady 2 % rate.", [("inflation", "", "target")]),
    ("The office revised second-quarter growth to 0.3 %.", [("gdp", "", "revised")]),
    ("A 3.9 percent unemployment rate is seen at the end of the year.", [("unemployment", "", "forecast")]),
    ("Retail sales fell 1.1 percent month-on-month.", [("retail sales", "month", "")]),
    ("Brent crude rose 2 percent to $84.10 a barrel.", [("oil price", "", ""), ("oil price", "", "")]),
    ("Youth unemployment reached 24 % in Sarne.", [("youth unemployment", "", "")]),
    ("The trade deficit widened to $4.2 billion.", [("trade deficit", "", "")]),
    ("Wages rose by 5.1 % over the past 12 months.", [("wages", "year", "")]),
    ("The budget deficit is expected to narrow to 3.1 percent of GDP.", [("budget deficit", "", "forecast")]),
    ("Farm exports climbed 12 % to 340 million euros.", [("farm export", "", ""), ("farm export", "", "")]),
    ("House prices dropped 4 % in the year to June.", [("house prices", "year", "")]),
    ("The bridge is 300 metres long.", [("bridge", "", "")]),
    ("The CPI energy index leapt 28 percent in Orsk.", [("energy prices", "", "")]),
    ("The food component of the index rose 9 percent.", [("food prices", "", "")]),
    ("The consumer price index climbed 7 percent.", [("inflation", "", "")]),
    ("The consumer price index for food climbed 9 percent.", [("food prices", "", "")]),
    ("Prices at the pump fell 16 percent.", [("fuel price", "", "")]),
    ("Earnings at the mill fell 5 percent.", [("earning", "", "")]),
    ("Hourly earnings rose 5 percent.", [("wages", "", "")]),
    ("The mill saw sales of 40 million euros.", [("sale", "", "")]),
    ("It should be noted that prices rose 5 percent.", [("inflation", "", "")]),
    ("Unemployment is seen at 5 percent.", [("unemployment", "", "forecast")]),
    ("Rising prices cost each family $300.", [("", "", "")]),
    ("Mortgage lenders rallied 7 percent.", [("mortgage lender", "", "")]),
    ("Flash readings for GDP showed a fall of 0.9 %.", [("gdp", "", "")]),
    ("That will help, but in May the price of gas was $3.14.", [("fuel price", "", "")]),
    ("It was up 15 percent.", [("", "", "")]),
    ("Exports, which fell 3 percent, are weak.", [("export", "", "")]),
    ("The forecast for growth is 3 percent.", [("gdp", "", "")]),
    ("Consumer spending makes up about 70 percent of the economy.", [("consumer spending", "", "")]),
    ("The average price of gasoline fell to $3.90 a gallon.", [("fuel price", "", "")]),
    ("Signs grew of a fall below $100 a barrel.", [("oil price", "", "")]),
    (
        "Core inflation was 3.1% in May. With energy and food, the index stood at 4.4% in May and slid to 4.2% in June.",
        [("core inflation", "", ""), ("inflation", "", ""), ("inflation", "", "")],
    ),
    (
        "Inflation worries the bank. The index slid to 4.3% in June, then climbed to 4.6% in July.",
        [("", "", ""), ("", "", "")],
    ),
    (
        "Inflation reached 8.9% in March. The index fell to 8.3% in April.",
        [("inflation", "", ""), ("inflation", "", "")],
    ),
]


@cache
def found(text: str) -> list[Measured]:
    """What the figures of a text measure."""
    return [q.measured for q in quantities(loaded.models().nlp(text)) if q.measured is not None]


@pytest.mark.parametrize(("text", "wanted"), ROWS, ids=[text for text, _ in ROWS])
def test_what_is_measured(text: str, wanted: list[tuple[str, str, str]]) -> None:
    """A figure carries the name of its measure, what it is compared to and its status, and nothing where the text is silent."""
    assert [(m.thing, m.basis, m.status) for m in found(text)] == wanted


def test_a_change_of_prices_is_the_rate_of_inflation() -> None:
    """ "Prices rose 8 %" gives the rate itself; "inflation rose by 1 %" and "the key rate rose by 1 %" do not."""
    (prices,) = found("Prices rose 8 % in May.")
    (inflation,) = found("Inflation rose by 1 % in May.")
    (key,) = found("The key rate rose by 1 % in May.")
    assert (prices.rate, inflation.rate, key.rate) == (True, False, False)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Unemployment in Spain rose to 12.6 percent, and in Italy it fell to 8.1 percent.", ["Spain", "Italy"]),
        ("Spanish unemployment rose to 12.6 percent.", ["Spain"]),
        ("Norway's inflation rate was 6.1 percent in May.", ["Norway"]),
        ("In Germany, prices rose 3.2 percent.", ["Germany"]),
        ("Inflation in the eurozone hit 9.1 percent in August.", ["eurozone"]),
        ("Norway grew 0.5 percent in the first quarter.", ["Norway"]),
        ("Unemployment rose to 12.6 percent.", [""]),
        ("Brent crude fell 2 percent in London.", [""]),
        ("Inflation rose to 9 percent, the minister said in Spain.", [""]),
        ("A bridge in Spain is 300 metres long.", [""]),
    ],
)
def test_the_place_of_an_indicator(text: str, wanted: list[str]) -> None:
    """A common indicator carries its country, and not the place where it was told or traded; other things carry none."""
    assert [m.region for m in found(text)] == wanted


def test_indicators_of_two_places_are_not_one() -> None:
    """Unemployment in Spain is not that in Italy; without a place it may be either."""
    spain, italy, somewhere = (Measured("unemployment", region=place) for place in ("Spain", "Italy", ""))
    assert spain.other_than(italy)
    assert not spain.same_as(italy)
    assert spain.same_as(somewhere)
    assert not spain.other_than(somewhere)


@pytest.mark.parametrize(
    "text",
    [
        "The Fed raised its rate by 0.75 percentage points.",
        "The Riksbank lifted rates by 0.5 percentage points.",
        "Rates were held at 4.5 percent.",
    ],
)
def test_a_rate_that_is_set_is_an_interest_rate(text: str) -> None:
    """Who raises a rate is not what is measured."""
    assert [m.thing for m in found(text)] == ["interest rate"]


def test_a_country_that_grows_is_its_economy() -> None:
    """ "Norway grew 0.5 %" gives the growth of its economy, a rate."""
    (grown,) = found("Norway grew 0.5 percent in the first quarter.")
    assert (grown.thing, grown.rate, str(grown)) == ("gdp", True, "gdp (Norway)")


def test_two_indicators_are_never_one_and_other_nouns_may_be() -> None:
    """Inflation is not unemployment and core inflation not inflation; "sales" and "revenue" may be one thing."""
    inflation, jobs = Measured("inflation"), Measured("unemployment")
    assert inflation.other_than(jobs)
    assert inflation.other_than(Measured("core inflation"))
    assert not inflation.other_than(inflation)
    assert not Measured("sales").other_than(Measured("revenue"))
    assert not Measured().other_than(inflation)


def test_same_needs_a_name_and_all_the_rest() -> None:
    """Two figures are known to be of one measure only where it has a name and nothing that is told differs."""
    assert Measured("inflation", "year").same_as(Measured("inflation", "year", rate=True))
    assert not Measured("inflation", "year").same_as(Measured("inflation", "month"))
    assert not Measured("inflation", "", "forecast").same_as(Measured("inflation"))
    assert not Measured().same_as(Measured())


def test_rates_of_growth_are_indicators() -> None:
    """What counts as a rate of growth has a name among the indicators."""
    assert all(map(is_indicator, GROWTH_RATES))


@pytest.mark.parametrize("words", ["0.75 percent", "three-quarters of a point", "0.75 percentage points", "75 basis points"])
def test_a_rate_that_is_set_moves_by_points(words: str) -> None:
    """However a paper writes it, a bank that moves its rate by 0.75 moves it by that many percentage points."""
    (quantity,) = quantities(loaded.models().nlp(f"The bank raised interest rates by {words}."))
    assert dimension(quantity.unit) == "percentage points"
    assert converted(quantity.low, quantity.unit, "percentage point") == pytest.approx(0.75)
