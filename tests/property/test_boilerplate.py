from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.furniture.boilerplate import furniture

LINES = st.sampled_from(
    [
        "Name *",
        "-",
        "17:23",
        "Read more",
        "3 May 2019",
        "Seals return",
        "Views 7",
        "Bay Courier",
        "Новости",
        "",
        "\u00a0",
        "a b c",
        "A B C.",
    ]
)
PAGES = st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=40).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]).map(lambda end: end.join(lines))
)
WORDS = st.sampled_from("crews ferries left the quay of a small town before dawn and carried flour to bakers on islands".split())
SENTENCES = st.lists(WORDS, min_size=4, max_size=16, unique=True).map(lambda words: " ".join(words).capitalize() + ".")


@given(st.one_of(PAGES, st.text()))
def test_spans_are_sorted_apart_and_inside(text: str) -> None:
    """Whatever the text, its furniture is spans in order, apart from each other, not empty, inside it, each with a reason."""
    at = 0
    for span in furniture(text):
        assert at <= span.start < span.end <= len(text)
        assert span.reason
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
        at = span.end


@given(st.lists(SENTENCES, min_size=1, max_size=12).map(" ".join))
def test_a_paragraph_of_prose_is_kept(paragraph: str) -> None:
    """A paragraph of plain sentences holds no furniture."""
    assert furniture(paragraph) == ()


@given(st.lists(SENTENCES, min_size=1, max_size=12, unique=True))
def test_paragraphs_of_prose_are_kept(paragraphs: list[str]) -> None:
    """Nor do different paragraphs of plain sentences one under the other."""
    assert furniture("\n\n".join(paragraphs)) == ()
