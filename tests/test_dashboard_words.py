"""Words on the screen: what differs is marked, nothing from an article becomes HTML or Markdown, colours can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from math import inf

import pytest
import reports
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import Cue, Quantity, Window
from factcheck.dashboard import texts, values, words
from factcheck.exports import told
from factcheck.judgement import Code, Finding, Verdict
from factcheck.views.differing import WORD, Part, as_html, spans
from factcheck.views.matrix import Stance

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)
PIECES = ("33", "up", "to", "killed", "<b>", "&amp;", "Kessim", ",", " ", "\n", "“we”")
SOUP = st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join)


def stripped(html: str) -> str:
    """The text that a browser shows."""
    return unescape(re.sub(r"</?(?:mark|span)[^>]*>", "", html))


def marked(text: str, other: str) -> str:
    """The text as HTML with the words marked that `other` does not have at that place."""

    def pieces() -> Iterator[tuple[Part, str]]:
        at = 0
        for left, right in spans(text, other):
            yield from ((Part.CLAIM, text[at:left]), (Part.DIFFERS, text[left:right]))
            at = right
        yield Part.CLAIM, text[at:]

    return as_html(pieces(), "c").removeprefix('<span class="c">').removesuffix("</span>")


@given(TEXT | SOUP, TEXT | SOUP)
def test_marking_keeps_the_text(text: str, other: str) -> None:
    """Without its marks the HTML shows the text itself, letter by letter."""
    html = marked(text, other)
    assert stripped(html) == text
    assert "<" not in re.sub(r"</?mark>", "", html)


@given(TEXT | SOUP)
def test_nothing_differs_from_itself(text: str) -> None:
    """A text set against itself has no mark."""
    assert "<mark>" not in marked(text, text)


@given(SOUP, SOUP)
def test_every_missing_word_is_marked(text: str, other: str) -> None:
    """A word that the other text does not have anywhere is always inside a mark."""
    theirs = {word.casefold() for word in WORD.findall(other)}
    outside = unescape(re.sub(r"<mark>.*?</mark>", " ", marked(text, other), flags=re.DOTALL))
    assert all(word.casefold() in theirs for word in WORD.findall(outside))


@pytest.mark.parametrize(
    ("text", "other", "html"),
    [
        ("33 soldiers died", "36 soldiers died", "<mark>33</mark> soldiers died"),  # one word
        ("up to 33 died", "33 died", "<mark>up to</mark> 33 died"),  # neighbours share a mark
        ("in Kessim, near Doln", "by", "<mark>in Kessim</mark>, <mark>near Doln</mark>"),  # a comma parts marks
        ("THE post", "the post", "THE post"),  # case does not count
        ("5 < 6 & 7", "", "<mark>5</mark> &lt; <mark>6</mark> &amp; <mark>7</mark>"),  # escaped
        ("1,200 left", "1200 left", "<mark>1,200</mark> left"),  # a number is one word
        ("", "33", ""),
    ],
)
def test_marked(text: str, other: str, html: str) -> None:
    """Examples of what is marked."""
    assert marked(text, other) == html


def test_sentence_highlights_the_claim_inside_its_sentence() -> None:
    """The claim's words are shaded, the rest of its sentence is there, marks stand only inside the claim."""
    html = words.sentence(reports.COURIER.text, reports.NINE, reports.SEVEN.text)
    claim = "<mark>Nine</mark> passengers <mark>were killed</mark> on Monday"
    assert html.startswith(f'<span class="fc-claim">{claim}</span> on the ferry')
    assert stripped(html) == "Nine passengers were killed on Monday on the ferry Ondine, the coast guard said."
    assert "<mark>" not in words.sentence(reports.COURIER.text, reports.NINE)


@given(TEXT)
def test_plain_leaves_no_live_markdown(text: str) -> None:
    """Every ASCII mark is escaped, so nothing of a text can become Markdown; the words stay."""
    escaped = words.plain(text)
    assert not re.search(r"[!-/:-@\[-`{-~]", re.sub(r"\\[!-/:-@\[-`{-~]", "", escaped))
    assert not re.search(r":\w", escaped)
    assert re.sub(r"\\(.)", r"\1", escaped).replace(":\u2060", ":") == " ".join(text.split())


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (33, 33, "33"),
        (30, inf, "30 or more"),
        (0, 33, "up to 33"),
        (24, 99, "24 to 99"),
        (900_000, 1_000_000, "900,000 to 1,000,000"),
        (6.5, 6.5, "6.5"),
        (0, 0, "0"),  # none at all is a value
        (0, inf, "any number"),
    ],
)
def test_interval(low: float, high: float, said: str) -> None:
    """Intervals in words."""
    assert values.interval(low, high) == said


def test_quantity_names_unit_role_and_part() -> None:
    """What a number counts stands beside it."""
    medics = Quantity(0, 1, 2, 2, counted="medics", role="killed", part=True)
    assert values.quantity(medics) == "2 medics, killed, a part of the whole"
    assert values.quantity(Quantity(0, 1, 6, 6, unit="km")) == "6 km"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2024, 10, 29), date(2024, 10, 29), "Tue 29 Oct 2024"),
        (date(2024, 10, 28), date(2024, 11, 3), "Mon 28 Oct 2024 to Sun 3 Nov 2024"),
        (date(2024, 10, 1), None, "since Tue 1 Oct 2024"),
        (None, date(2024, 10, 1), "until Tue 1 Oct 2024"),
        (None, None, "“this week”, no calendar date"),  # don't know is said
    ],
)
def test_window(start: date | None, end: date | None, said: str) -> None:
    """Time windows in words."""
    assert values.window(Window(start, end, "this week")) == said


def test_every_value_has_its_words() -> None:
    """No finding, verdict, code or cue is without a name; icons tell findings and verdicts apart without colour."""
    assert set(texts.FINDINGS) == set(Finding)
    assert set(texts.VERDICTS) == set(Verdict)
    assert set(texts.CODES) == set(Code)
    assert set(told.PUT) == {None, *Cue}
    assert set(texts.STANCES) == set(Stance)
    for labels in (texts.FINDINGS.values(), texts.VERDICTS.values(), texts.STANCES.values()):
        assert len({label.icon for label in labels}) == len({label.word for label in labels}) == len(labels)


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tone", texts.TONES, ids=lambda tone: tone.name)
def test_chips_can_be_read(tone: texts.Tone) -> None:
    """Text on its chip has a contrast of 4.5:1 or better (WCAG AA) in both themes."""
    for text, back in (tone.light, tone.dark):
        bright, dim = sorted((luminance(text), luminance(back)), reverse=True)
        assert (bright + 0.05) / (dim + 0.05) >= 4.5
