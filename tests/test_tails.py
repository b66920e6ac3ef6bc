"""Tails: credits and labels behind an article's last sentence are left out, and nothing of the sentence is."""

from __future__ import annotations

import pytest

from claims.furniture.tails import BUTTONS, CREDIT, tails
from claims.reading.texts import read_text

BODY = "The dam at Orlow held through the night, the mayor said."


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        ("Source Orlow Wire and agencies", CREDIT),  # no colon, no brackets
        ("Source: Orlow Wire", CREDIT),
        ("(Source: Harbour Press Office)", CREDIT),
        ("(Source: Harbour Front + Agencies)", CREDIT),
        ("(With Halmoor News and Orlow Wire)", CREDIT),
        ("(Orlow Wire and Agencies)", CREDIT),
        ("Agencies contributed to this story.", CREDIT),
        ("Mira Holt contributed reporting to this article", CREDIT),
        ("Additional reporting by M. Holt in Orlow; editing by Jan Lind.", CREDIT),
        ("(Writing by Jan Lind)", CREDIT),
        ("This story is an edited translation of one in our Welsh edition.", CREDIT),
        ("Read Also", BUTTONS),
        ("Facebook", BUTTONS),
        ("Our Standards: The Halmoor Principles.", BUTTONS),
        ("Community standardsDiscussion Comment via FacebookComment via Halmoor News", BUTTONS),  # buttons run together
        ("12 Tags Orlow dam floods Community standards Discussion", BUTTONS),
    ],
)
def test_a_tail_is_dropped_with_its_reason(tail: str, reason: str) -> None:
    """Behind a sentence's end, whether or not a blank stands between; the sentence stays whole."""
    text = f"{BODY} {tail}"
    assert [(span.reason, text[span.start : span.end]) for span in tails(text, ())] == [(reason, tail)]
    assert read_text(text).kept.strip() == BODY


def test_a_credit_is_dropped_on_a_line_of_its_own() -> None:
    """As behind a sentence; but not in the first line, where a headline stands."""
    credit = "Source: Orlow Wire"
    assert [span.reason for span in tails(f"{BODY}\n{credit}", ())] == [CREDIT]
    assert not list(tails(f"{credit}\n{BODY}", ()))


def test_several_tails_go_one_after_the_other() -> None:
    """Credits and then a label: each is a span of its own, and what is dropped can be put back."""
    text = f"{BODY} Reporting by Mira Holt; Editing by Jan Lind Our Standards: The Halmoor Principles. Read Also"
    document = read_text(text)
    assert document.kept.strip() == BODY
    assert [span.reason for span in document.dropped] == [CREDIT, BUTTONS, BUTTONS]
    assert document.restored({CREDIT, BUTTONS}).kept == text


@pytest.mark.parametrize(
    "words",
    [
        "The mayor asked for help. Source water was clean, she said.",  # a sentence that begins with the word
        "The mayor named her reasons. Sources close to the council denied it.",
        "She posted the picture of the dam on Twitter",  # a label that ends a sentence
        "The dam held. Hundreds of volunteers contributed",
        "The dam held. Reporting by the council was late. It will be better next year.",
        "The dam held. Price Tags Rise In Orlow",
        "He visited the harbour. Comment from the council is expected",
        "It was seen by Mr. Read More",  # the stop of a title ends no sentence
    ],
)
def test_sentences_stay(words: str) -> None:
    """What is no credit as a whole, up to the end of its line, is the article's."""
    assert not list(tails(words, ()))
