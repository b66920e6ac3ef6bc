"""Courses: where an indicator is said to go or stand, and what two such claims say of each other."""

from __future__ import annotations

from datetime import date

import pytest
from handmade import days, says
from spacy.language import Language

from claims.clauses import clauses
from claims.courses import courses
from claims.document import Document
from claims.extraction import extract
from claims.facets import COURSE
from claims.movements import FALL, RISE
from factcheck.judgement import VERDICT_OF, Verdict
from factcheck.judging.courses import compare_courses
from factcheck.judging.judges import Pair, RuleJudge


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Inflation is starting to come down.", [("inflation", FALL)]),
        ("I think inflation has peaked in Torvay.", [("inflation", FALL)]),
        ("Unemployment is close to multi-decade lows.", [("unemployment", FALL)]),
        ("Inflation at multigenerational highs worried them.", [("inflation", RISE)]),
        ("Firms weathered 41-year high inflation.", [("inflation", RISE)]),
        ("The bank raised interest rates in March.", [("interest rate", RISE)]),
        ("GDP has been negative for two quarters.", [("gdp", FALL)]),
        ("Spring saw a steep decline in gross domestic product.", [("gdp", FALL)]),
        ("Inflation was reported to have climbed in May.", [("inflation", RISE)]),
        ("Oil prices are going to roll over.", [("oil price", FALL)]),
        ("The surge marks inflation's fastest annual rise since 1981.", [("inflation", RISE)]),
        ("The bank is hiking interest rates to cool demand.", [("interest rate", RISE)]),
        ("The inflation soon died down.", [("inflation", FALL)]),
        ("Unemployment has been tamed.", [("unemployment", FALL)]),
        ("Inflation is spiralling out of control.", [("inflation", RISE)]),
        ("The bank wants to tame inflation.", []),
        ("All they buy, from groceries to gas, is now more expensive.", [("food prices", RISE), ("fuel price", RISE)]),
        ("Petrol costs less than in spring.", [("fuel price", FALL)]),
        ("Inflation of 9% was the peak.", [("inflation", FALL)]),
        ("The Nasdaq fell in March.", [("nasdaq", FALL)]),
        ("The rise in consumer prices will be the peak.", [("inflation", FALL)]),
        ("There are signs inflation may have peaked.", [("inflation", FALL)]),
        ("There is a committee that inflation worries.", []),
        ("With fuel prices reaching record highs, few drove.", [("fuel price", RISE)]),
        ("The plunge in petrol prices helped shops.", [("fuel price", FALL)]),
        ("He fears a rise in house prices.", []),
        ("It was hot and prices then fell.", []),
        ("Savers lost amid falling house prices.", [("house prices", FALL)]),
        ("Housing has shown a downturn.", [("housing market", FALL)]),
        ("Higher rates have chilled housing.", [("housing market", FALL)]),
        ("The yield on the ten-year note has fallen.", [("bond yield", FALL)]),
        ("Treasury yields climbed.", [("bond yield", RISE)]),
        ("Wheat yields fell.", []),
        ("The bank's aggressive rate hikes hurt builders.", [("interest rate", RISE)]),
        ("Consumer sentiment has slumped.", [("consumer confidence", FALL)]),
        ("30-year fixed rates have doubled.", [("mortgage rate", RISE)]),
        ("The stock market has crashed.", [("stock market", FALL)]),
        ("Rents are still going up.", [("rents", RISE)]),
        ("The housing market has cooled.", [("housing market", FALL)]),
        ("The labour market still looks strong.", [("labour market", RISE)]),
        ("The bank imposed its second rate hike in a row.", [("interest rate", RISE)]),
        ("This was followed by two rate cuts in June.", [("interest rate", FALL)]),
        ("The bank should announce a rate cut.", []),
        ("Analysts fear a rate hike.", []),
        ("Drivers pay much more for petrol.", [("fuel price", RISE)]),
        ("Soaring petrol prices and a slowing economy worried them.", [("fuel price", RISE), ("gdp", FALL)]),
        ("Travel is more expensive.", []),
        ("Interest rate rises are threatening jobs.", []),
        ("When interest rates are low, people borrow.", []),
        ("They will raise their prices.", []),
        ("Gold and silver prices have risen.", []),
        ("Mortgage funds have slipped.", []),
        ("Inflation is an increase in consumer prices.", []),
        ("It is essential to bring down inflation.", []),
        ("Prices fell in the shops.", []),
        ("Inflation was discussed.", []),
        ("The choir has risen early.", []),
        ("The economy is worsening.", [("gdp", FALL)]),
        ("Unemployment has worsened.", [("unemployment", RISE)]),
        ("Wages improved last year.", [("wages", RISE)]),
        ("When credit is cheap, the economy grows.", []),
        ("Inflation usually falls in winter.", []),
        ("Raise interest rates.", []),
        ("The bank should raise interest rates.", []),
        ("A loan to buy a home is cheaper.", []),
        ("Mortgage interest rates rose.", [("mortgage rate", RISE)]),
        ("Natural gas prices fell.", [("natural gas price", FALL)]),
    ],
)
def test_courses(text: str, wanted: list[tuple[str, str]], nlp: Language) -> None:
    """What a clause asserts, not what it only mentions or supposes."""
    assert [(course.thing, course.way) for course in courses(nlp(text)[:])] == wanted


def test_a_verb_shares_the_subject_of_the_one_before(nlp: Language) -> None:
    """ "Inflation eased and then rose": of what the second clause speaks stands in the first."""
    doc = nlp("Inflation eased in May and then rose again.")
    told = [[(c.thing, c.way) for c in courses(doc[clause.start : clause.end])] for s in doc.sents for clause in clauses(s)]
    assert told == [[("inflation", FALL)], [("inflation", RISE)]]
    doc = nlp("Prices rose sharply in May and then fell again.")
    told = [[(c.thing, c.way) for c in courses(doc[clause.start : clause.end])] for s in doc.sents for clause in clauses(s)]
    assert told == [[("inflation", RISE)], []]


def test_figures_give_a_course(nlp: Language) -> None:
    """What a figure is the end of rose or fell; a forecast did neither."""
    text = "Inflation stood at 8.2 percent in May. It climbed to 9.1 percent in June. Economists expect it to fall to 6 percent."
    claims = extract(Document("d", text), nlp).claims
    found = [(c.text, c.facet, c.predicate) for c in claims if c.facet.startswith(COURSE)]
    assert found == [("It climbed to 9.1 percent in June", f"{COURSE}inflation", RISE)]


INFLATION = f"{COURSE}inflation"
MARCH, MAY = days("2024-03-01", "2024-03-31", "in March"), days("2024-05-01", "2024-05-31", "in May")


def course(text: str, way: str, document: str = "d1", **slots: object):  # type: ignore[no-untyped-def]
    """A claim on the course of inflation."""
    return says(text, INFLATION, document, predicate=way, **slots)


@pytest.mark.parametrize(
    ("one", "two", "verdict", "why"),
    [
        (course("inflation eases", FALL), course("inflation has peaked", FALL, "d2"), Verdict.AGREE, "one way"),
        (course("inflation eases", FALL), course("inflation soars", RISE, "d2"), Verdict.COMPATIBLE, "two ways, no time"),
        (
            course("inflation fell in March", FALL, window=MARCH),
            course("inflation rose in March", RISE, "d2", window=MARCH),
            Verdict.CONTRADICT,
            "two ways at one time",
        ),
        (
            course("inflation fell in March", FALL, window=MARCH, hedge="may"),
            course("inflation rose in March", RISE, "d2", window=MARCH),
            Verdict.COMPATIBLE,
            "a hedge contradicts nothing",
        ),
        (
            course("inflation rose in March", RISE, window=MARCH),
            course("inflation rose in May", RISE, "d2", window=MAY),
            Verdict.COMPATIBLE,
            "two times",
        ),
        (
            course("inflation remained high in March", RISE, window=MARCH),
            course("inflation fell in March", FALL, "d2", window=MARCH),
            Verdict.COMPATIBLE,
            "where it stands, and how it moves",
        ),
        (
            course("the Orlian economy shrank", FALL, names=("Turkish",)),
            course("the economy shrank", FALL, "d2", places=("France",)),
            Verdict.UNCLEAR,
            "a people and a place of two countries",
        ),
        (course("inflation will ease", FALL), course("inflation eased", FALL, "d2"), Verdict.COMPATIBLE, "one looks ahead"),
        (
            course("inflation eases", FALL, places=("Torvay",)),
            course("inflation eases", FALL, "d2", places=("Orlia",)),
            Verdict.UNCLEAR,
            "two places",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_two_courses(one, two, verdict: Verdict, why: str) -> None:  # type: ignore[no-untyped-def]
    """The same from both sides, and by the judge too."""
    for left, right in ((one, two), (two, one)):
        found = compare_courses(left, right, 0.3)
        assert found is not None
        assert VERDICT_OF[found[0]] is verdict, why
        assert 0 <= found[1] <= 1
        assert RuleJudge().judge([Pair(left, right, 0.3)])[0].verdict is verdict


def test_other_claims_and_denials_are_no_courses() -> None:
    """Claims in words, other indicators and denied courses are left to the other rules."""
    eases = course("inflation eases", FALL)
    assert compare_courses(eases, says("inflation eases", "other", "d2"), 0.9) is None
    assert compare_courses(eases, says("wages rise", f"{COURSE}wages", "d2", predicate=RISE), 0.9) is None
    assert compare_courses(eases, course("inflation does not ease", FALL, "d2", negated=True), 0.9) is None


def test_a_past_year_is_not_now() -> None:
    """What an article of 2024 dates to 1981 agrees with nothing that it, or another one, tells without a time."""
    past = course("inflation rose in 1981", RISE, window=days("1981-01-01", "1981-12-31", "in 1981"), published=date(2024, 5, 1))
    now = course("inflation rises", RISE, "d2", published=date(2024, 5, 1))
    for one, two in ((past, now), (now, past)):
        found = compare_courses(one, two, 0.5)
        assert found is not None
        assert VERDICT_OF[found[0]] is Verdict.COMPATIBLE
    again = compare_courses(past, course("it rose in 1981", RISE, "d2", window=past.window, published=past.published), 0.5)
    assert again is not None
    assert VERDICT_OF[again[0]] is Verdict.AGREE


def test_a_new_high_after_the_peak_contradicts_it() -> None:
    """What peaked in March cannot be at its highest for decades in May; a hedge, or a high in March, leaves it open."""
    peak = course("inflation peaked in March", FALL, window=MARCH)
    high = course("it climbed to 9 percent, the highest since 1981, in May", RISE, "d2", window=MAY)
    for one, two in ((peak, high), (high, peak)):
        found = compare_courses(one, two, 0.5)
        assert found is not None
        assert VERDICT_OF[found[0]] is Verdict.CONTRADICT
    later = course("inflation may have peaked in March", FALL, window=MARCH, hedge="may")
    before = course("it climbed to 9 percent, the highest since 1981, in March", RISE, "d2", window=MARCH)
    for one, two in ((later, high), (peak, before)):
        found = compare_courses(one, two, 0.5)
        assert found is not None
        assert VERDICT_OF[found[0]] is Verdict.COMPATIBLE
