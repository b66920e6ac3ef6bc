from __future__ import annotations

from datetime import date

import pytest
from rows import Row, golden, inspected, params

from claims.windows import windows

ROWS = golden("windows")


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize("row", params(ROWS))
def test_an_expression_stands_for_its_days(row: Row) -> None:
    """The days are those that a reader of the published date would mark in a calendar; "none": the text names no time."""
    found = [(m.window.start, m.window.end) for m in windows(row["text"], day(row["published"]))]
    assert found == ([] if row.get("none") else [(day(row["start"]), day(row["end"]))])


@pytest.fixture(scope="module")
def said() -> dict[tuple[str, str | None], Row]:
    """What the command says of all texts, one run for each published date."""
    answers = {}
    for published in dict.fromkeys(row["published"] for row in ROWS):
        texts = [row["text"] for row in ROWS if row["published"] == published]
        answers |= {(text, published): answer for text, answer in zip(texts, inspected(texts, published), strict=True)}
    return answers


@pytest.mark.slow
@pytest.mark.parametrize("row", params(ROWS, by="inspect"))
def test_inspect_gives_claims_their_window(row: Row, said: dict[tuple[str, str | None], Row]) -> None:
    """Every claim that `factcheck inspect --lines` makes of a one-clause text has the text's window."""
    claims = said[row["text"], row["published"]]["claims"]
    assert claims
    for claim in claims:
        window = claim["window"]
        if row.get("none"):
            assert window is None
        else:
            assert (window["start"], window["end"]) == (row["start"], row["end"])
            assert window["text"] in row["text"]


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("Eggs became dearer last month in the north.", ["last month"], "the expression alone"),
        ("The well, dry since the end of January, filled again.", ["since the end of January"], "the leading words belong to it"),
        ("It snowed on 5 March and again on Sunday.", ["5 March", "Sunday"], "two, from left to right"),
        ("On Sept. 9 the mill closed.", ["Sept. 9"], "an abbreviation's dot inside"),
        ("The dyke broke on 5 March.", ["5 March"], "the full stop is the sentence's"),
    ],
)
def test_a_mention_spans_its_words(text: str, words: list[str], why: str) -> None:
    """A mention's offsets hold the expression and nothing else."""
    assert [text[m.start : m.end] for m in windows(text, date(2021, 3, 17))] == words, why


def test_without_a_published_date_the_words_stay() -> None:
    """An unresolved window keeps its words and says that it is unresolved; nothing is guessed."""
    (mention,) = windows("Three bakeries closed last week.", None)
    assert mention.window.text == "last week"
    assert not mention.window.resolved
