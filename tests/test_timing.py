from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from claims.claim import Claim
from claims.dateline import dateline_end
from claims.document import Document
from claims.extraction import extract
from claims.times.window import Level

PUBLISHED = date(2021, 3, 17)


def claim_of(nlp: Language, text: str, words: str) -> Claim:
    """The smallest claim that holds the words."""
    found = [c for c in extract(Document("d", text, published=PUBLISHED), nlp).claims if words in c.text]
    return min(found, key=lambda claim: claim.end - claim.start)


@pytest.mark.parametrize(
    ("text", "words", "start", "level", "why"),
    [
        ("A bus hit a tree on Monday.", "hit a tree", "2021-03-15", Level.CLAIM, "its own words"),
        ("In April, when 12 miners died, the pit was closed.", "12 miners", "2020-04-01", Level.CLAIM, "right before it"),
        ("On Monday the ferry burned, but the crew was saved.", "crew was saved", "2021-03-15", Level.SENTENCE, "its sentence's"),
        ("A bus hit a tree on Monday. Nine pupils were hurt.", "Nine pupils", "2021-03-15", Level.PARAGRAPH, "its paragraph's"),
        ("Prices rose in February. Bread cost a tenth more.", "Bread cost", "2021-02-01", Level.PARAGRAPH, "months too"),
    ],
)
def test_a_claim_takes_the_nearest_time(nlp: Language, text: str, words: str, start: str, level: Level, why: str) -> None:
    """Own words before the sentence's, the sentence's before the paragraph's; where it was told is kept."""
    window = claim_of(nlp, text, words).window
    assert window is not None, why
    assert (window.start, window.level) == (date.fromisoformat(start), level), why


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Nine pupils were hurt. A bus hit a tree on Monday.", "Nine pupils", "a time is never handed back"),
        ("A bus hit a tree on Monday.\n\nNine pupils were hurt.", "Nine pupils", "another paragraph"),
        ("A bus hit a tree on Monday. Nine pupils are in hospital.", "Nine pupils", "what is now has another time"),
        ("A bus hit a tree on Monday. Nine pupils will be sent home.", "Nine pupils", "what is to come has another time"),
        (
            "A bus hit a tree on Monday. A tram stopped on 3 March. Nine pupils were hurt.",
            "Nine pupils",
            "two times to choose from",
        ),
        ("The mayor said on Monday that a bus hit a tree. Nine pupils were hurt.", "Nine pupils", "the time of a saying"),
        (
            "The union, which was founded last September, said it had stopped nine trains.",
            "nine trains",
            "the time of what only describes the speaker",
        ),
        (
            "The union which left the talks in Karsk last September said it had stopped nine trains.",
            "nine trains",
            "the same without commas, where the parser gives the time to the saying",
        ),
        ("The mill burned in 2011. Nine workers were hurt.", "Nine workers", "a year is background"),
        (
            "The mill stood empty since Monday. Nine workers were hurt.",
            "Nine workers",
            "a stretch up to today dates nothing after it",
        ),
        ("A bus hit a tree on Monday. The road was shut. Rain fell. Nine pupils were hurt.", "Nine pupils", "too far on"),
    ],
)
def test_a_paragraphs_time_is_taken_only_where_it_is_safe(nlp: Language, text: str, words: str, why: str) -> None:
    """One single closed time, told just before, for what is told in the past tense; else the claim has no window."""
    assert claim_of(nlp, text, words).window is None, why


@pytest.mark.parametrize(
    ("text", "figure", "when", "why"),
    [
        ("Prices rose 8.6 percent in January after 8.3 percent in February.", "8.3 percent", "in February", "the time behind it"),
        ("Prices rose 8.6 percent in January after 8.3 percent in February.", "8.6 percent", "in January", "of two, the nearer"),
        ("On Monday 12 boats and 15 cars sank in a storm on Sunday.", "12", "Monday", "no other figure stands between"),
    ],
)
def test_a_figure_takes_the_time_nearest_to_it(nlp: Language, text: str, figure: str, when: str, why: str) -> None:
    """Of several times in one clause each figure has its own: a figure of another month is no contradiction."""
    claims = extract(Document("d", text, published=PUBLISHED), nlp).claims
    found = [c.window for c in claims if c.quantities and all(text[q.start : q.end] == figure for q in c.quantities)]
    assert found, why
    assert [window and window.text for window in found] == [when] * len(found), why


@pytest.mark.parametrize(
    ("text", "first", "second", "why"),
    [
        (
            "Rents rose from 8 percent to 9 percent from May to July.",
            ("8 percent", "May"),
            ("9 percent", "July"),
            "a range's two ends",
        ),
        ("Rents fell from 8 percent to 6 percent between May and July.", ("8 percent", "May"), ("6 percent", "July"), "between"),
        (
            "Rents rose from 8 percent to 9 percent in July.",
            ("8 percent", None),
            ("9 percent", "in July"),
            "what it rose from was before",
        ),
        ("In July rents rose from 8 percent in May to 9 percent.", ("8 percent", "in May"), ("9 percent", "In July"), "one each"),
        (
            "Rents rose to 9 percent in July from 8 percent in May.",
            ("8 percent", "in May"),
            ("9 percent", "in July"),
            "end first",
        ),
    ],
)
def test_the_ends_of_a_change_have_their_own_times(
    nlp: Language, text: str, first: tuple[str, str | None], second: tuple[str, str | None], why: str
) -> None:
    """What something rose from was before, what it rose to is at the end: neither takes the time of the other."""
    claims = extract(Document("d", text, published=PUBLISHED), nlp).claims
    for figure, when in (first, second):
        found = [c.window for c in claims if c.facet != "other" and [text[q.start : q.end] for q in c.quantities] == [figure]]
        assert found, why
        assert {window and window.text for window in found} == {when}, why


def test_a_record_dates_what_happened_when_it_was_set(nlp: Language) -> None:
    """ "The deadliest since April" dates no raid to April, but those who died then; the raid keeps its own day."""
    text = "Tuesday's raid on the camp was the deadliest since April, when 12 guards died near the Olm bridge."
    assert [window and window.text for window in (claim_of(nlp, text, w).window for w in ("12 guards", "the deadliest"))] == [
        "April",
        "Tuesday",
    ]


def test_a_range_without_a_year_ends_in_its_own_years(nlp: Language) -> None:
    """From November to February is a winter: the first figure is of one year, the second of the next."""
    text = "Rents rose from 8 percent to 9 percent from November to February."
    claims = extract(Document("d", text, published=PUBLISHED), nlp).claims
    starts = {text[q.start : q.end]: c.window and c.window.start for c in claims if len(c.quantities) == 1 for q in c.quantities}
    assert starts == {"8 percent": date(2020, 11, 1), "9 percent": date(2021, 2, 1)}


@pytest.mark.parametrize(
    ("text", "when", "why"),
    [
        ("Rents rose 9 percent in March, the sharpest rise since 1994.", "in March", "since a superlative's time"),
        ("Rents rose 9 percent, the most since May 1994.", None, "no other time"),
        ("Rents rose 9 percent, the first rise in the past ten years.", None, "the first"),
        ("Rents rose 9 percent, a pace not seen since 1994.", None, "not seen since"),
        ("The oldest bank has lost 9 percent since January.", "since January", "a verb between: its own time"),
    ],
)
def test_since_when_something_is_a_record_is_not_when_it_was(nlp: Language, text: str, when: str | None, why: str) -> None:
    """ "The highest since 1981" looks back to the last time that it was higher."""
    claims = extract(Document("d", text, published=PUBLISHED), nlp).claims
    found = [c.window for c in claims if "9 percent" in [text[q.start : q.end] for q in c.quantities]]
    assert found, why
    assert {window and window.text for window in found} == {when}, why


@pytest.mark.parametrize(
    ("text", "rest", "why"),
    [
        ("HARROW BAY, March 5 (Bay Wire) - The mill burned.", "The mill burned.", "a dateline"),
        ("Wed 05 Apr 2017 Mill burns down.", "Mill burns down.", "a stamp"),
        ("Wed 05 Apr 2017 at 1459 Mill burns down.", "Mill burns down.", "a stamp with a time of day"),
        ("Published July 21 2015 Mill burns down.", "Mill burns down.", "a label"),
        ("Date of publication 5 July 2016 Mill burns down.", "Mill burns down.", "a longer label"),
        ("5 April 2017 | HARROW BAY - Mill burns down.", "Mill burns down.", "a stamp and a dateline"),
        ("5 April 2017 was a dry day.", "5 April 2017 was a dry day.", "a sentence begins with a date"),
        ("On 5 April 2017 Harrow Bay burned.", "On 5 April 2017 Harrow Bay burned.", "a date in a sentence"),
        ("April 5, 2017, the mill burned.", "April 5, 2017, the mill burned.", "the same with a comma"),
        ("5 April 2017", "5 April 2017", "nothing behind it"),
    ],
)
def test_stamps_and_datelines_are_no_claims(text: str, rest: str, why: str) -> None:
    """When and where an article was written stands before it, and is cut off; a sentence that begins with a date is whole."""
    assert text[dateline_end(text, 0, len(text)) :] == rest, why
