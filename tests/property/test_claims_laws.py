from __future__ import annotations

import math
import re
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claims.document import Document, Dropped
from claims.extraction import extract
from claims.figures.bounds import bounded
from claims.figures.number_words import SMALL, roundness, words_value
from claims.figures.numerals import numerals
from claims.figures.quantities import quantities
from claims.figures.units import converted
from claims.times.windows import windows

# The same examples every time: a run that fails by chance teaches people to run it again.
PARSED = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
QUICK = settings(max_examples=300, deadline=None, derandomize=True)

# What news is made of, and what breaks it: numbers, bounds, quotes, names, dates, control characters, other scripts.
PIECES = st.sampled_from(
    "over|at least|up to|between|and|to|or|nearly|some|about|12|3,400|1.2|million|hundred|dozens|tens of thousands|several"
    "|a dozen|half a million|half a dozen|20-30|3-1|-|–|+|$|€|US$|%"
    "|percent|km|miles|km/h|°C|minus|rose|fell"
    "|from|by|doubled|no|nobody|both|survivors|a third of|two-thirds|half of|one in|per|a day|a barrel|10^|S&P 500|.5|½"
    "|years old|year-old|including|of the|killed|were killed"
    "|wounded|died|dead|death toll|sailors|troops|its|the|in which|said|according to|denied that|Reuters|quoted|the ministry"
    "|as saying"
    "|that|who|he|“|”|\"|'|’|last week|since|on Monday|5 March|2019-02-30|30 February|in 2018|99999|last 999999999 days|by 2030"
    "|\n|\r\n|\t|\u2028|\x0b|\x00|\x1b|\u200f|\u00a0|\u00ad|\ufeff|é|e\u0301|İ|ß|ﬁ|漢字|مرحبا"
    "|😀|👩‍🚒|.|,|;|:|!|?|…|(|)|#|@|KARSK (AFP) -".split("|")
)
NEWS = st.lists(PIECES, max_size=40).flatmap(lambda pieces: st.sampled_from(["", " "]).map(lambda gap: gap.join(pieces)))
TEXTS = st.one_of(NEWS, st.text(max_size=120))
DATES = st.one_of(st.none(), st.dates())


@PARSED
@given(text=TEXTS, published=DATES)
def test_every_claim_is_a_slice_of_its_document(nlp: Language, text: str, published: date | None) -> None:
    """Any text can be read; each claim is a stretch of it, in order, under an id of its own, with sound quantities and window."""
    extraction = extract(Document("d", text, published=published), nlp)
    found = extraction.claims
    assert [c.start for c in found] == sorted(c.start for c in found)
    assert len({c.id for c in found}) == len(found)
    for claim in found:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.text == text[claim.start : claim.end]
        assert claim.context[0] <= claim.start < claim.end <= claim.context[1]
        assert claim.facet
        for quantity in claim.quantities:
            assert claim.start <= quantity.start < quantity.end <= claim.end
            assert quantity.low <= quantity.high
        if claim.window is not None and claim.window.start and claim.window.end:
            assert claim.window.start <= claim.window.end
    for span in extraction.document.dropped:
        assert 0 <= span.start < span.end <= len(text)
        assert span.reason
        assert not any(span.start < claim.end and claim.start < span.end for claim in found)


@PARSED
@given(text=NEWS, cut=st.tuples(st.integers(0, 200), st.integers(1, 60)))
def test_a_dropped_span_yields_no_claim(nlp: Language, text: str, cut: tuple[int, int]) -> None:
    """No claim begins or ends inside a span that reading dropped, and the span stays named."""
    start = min(cut[0], len(text))
    end = min(start + cut[1], len(text))
    if start == end:
        return
    hole = Dropped(start, end, "page furniture")
    extraction = extract(Document("d", text, dropped=(hole,)), nlp)
    assert hole in extraction.document.dropped
    for claim in extraction.claims:
        assert not start <= claim.start < end
        assert not start < claim.end <= end


@PARSED
@given(text=TEXTS, offset=st.integers(0, 10**6))
def test_quantities_are_sound(nlp: Language, text: str, offset: int) -> None:
    """Each quantity lies inside the text at the given offset, in reading order, and is an interval."""
    found = quantities(nlp(text), offset)
    assert [q.start for q in found] == sorted(q.start for q in found)
    for quantity in found:
        assert offset <= quantity.start < quantity.end <= offset + len(text)
        assert quantity.low <= quantity.high
        assert quantity.low < math.inf
        assert quantity.high > -math.inf
        if quantity.low < 0:  # only what is written with a sign, or bounded by such a number, lies below nought
            assert re.search("[-−–]|minus", text[quantity.start - offset : quantity.end - offset], re.I)


@QUICK
@given(TEXTS)
def test_numerals_never_overlap(text: str) -> None:
    """Numerals come from left to right, apart from each other, inside the text, each an interval of finite numbers."""
    at = 0
    for numeral in numerals(text):
        assert at <= numeral.start < numeral.end <= len(text)
        assert -math.inf < numeral.low <= numeral.high < math.inf
        at = numeral.end


@QUICK
@given(TEXTS, DATES)
def test_windows_begin_before_they_end(text: str, published: date | None) -> None:
    """Time expressions come from left to right with their own words; a window with two ends starts no later than it ends."""
    at = 0
    for mention in windows(text, published):
        assert at <= mention.start < mention.end <= len(text)
        assert mention.window.text == text[mention.start : mention.end]
        if mention.window.start and mention.window.end:
            assert mention.window.start <= mention.window.end
        at = mention.end


def ways(number: int) -> list[str]:
    """A number as different desks write it."""
    written = [f"{number:,}"]
    if not 1900 <= number <= 2099:
        written.append(str(number))
    if number >= 1_000:
        scaled = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
        for word, scale in scaled.items():
            digits = f"{number / scale:.9f}".rstrip("0").rstrip(".")
            if number >= scale:
                written += [f"{digits} {word}", f"{digits}-{word}", f"{digits} {word.upper()}"]
    return written


@QUICK
@given(st.integers(1, 9_999), st.sampled_from([1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]))
def test_a_number_is_one_however_it_is_written(digits: int, scale: int) -> None:
    """ "1.2 million" is "1,200,000" is "1200000"."""
    number = digits * scale
    for written in ways(number):
        (numeral,) = numerals(f"There were {written} of them.")
        assert math.isclose(numeral.low, number, rel_tol=1e-12), written
        assert numeral.low == numeral.high, written


def in_words(number: int, joint: str = " and ") -> str:
    """A number below 10,000 in English words."""
    names = {value: word for word, value in SMALL.items()}
    if number >= 1_000:
        rest = number % 1_000
        gap = joint if 0 < rest < 100 else " "
        return f"{names[number // 1_000]} thousand" + (f"{gap}{in_words(rest, joint)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{names[number // 100]} hundred" + (f"{joint}{in_words(rest, joint)}" if rest else "")
    if number in names:
        return names[number]
    return f"{names[number // 10 * 10]}-{names[number % 10]}"


def test_number_words_are_read_back() -> None:
    """Every number below 10,000 is its words, as one numeral: with "and" and without, with hyphens, in capitals."""
    for number in range(10_000):
        for words in {in_words(number), in_words(number, " ")}:
            assert words_value(words) == number, words
            assert words_value(words.upper()) == number, words
            (numeral,) = numerals(f"There were {words} of them.")
            assert (numeral.low, numeral.high) == (number, number), words


@QUICK
@given(st.integers(0, 10**9), st.sampled_from(["low", "high", "nearly", "about", ""]))
def test_a_bound_keeps_its_number(value: int, kind: str) -> None:
    """Every bound admits the number that it bounds; "at least" ends nowhere, "up to" begins at nought, "about" is even."""
    low, high = bounded(value, value, kind)
    assert low <= value <= high
    assert (high == math.inf) == (kind == "low")
    if kind == "high":
        assert (low, high) == (0, value)
    if kind == "nearly":
        assert high == value
    if kind == "about":
        assert math.isclose(value - low, high - value, abs_tol=1e-6)
    if not kind:
        assert low == high == value


@QUICK
@given(st.floats(0.1, 10**6), st.sampled_from(["km mile m foot", "day week hour", "kg lb tonne", "km/hour mile/hour knot"]))
def test_conversion_is_there_and_back(value: float, names: str) -> None:
    """A value in any other unit of its dimension and back is the value; what is more stays more."""
    one, *others = names.split()
    for other in others:
        there = converted(value, one, other)
        assert math.isclose(converted(there, other, one), value, rel_tol=1e-9)
        assert converted(2 * value, one, other) > there


@QUICK
@given(st.integers(1, 9), st.integers(0, 9))
def test_roundness_is_the_place_of_the_last_digit(digit: int, power: int) -> None:
    """7000 is round to the thousand, 7001 to one; a value is a whole multiple of its roundness."""
    value = digit * 10**power
    assert roundness(value) == 10**power
    assert roundness(value * 10 + 1) == 1
    assert math.isclose(value / roundness(value), digit)
