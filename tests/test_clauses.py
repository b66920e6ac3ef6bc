from __future__ import annotations

import pytest
from rows import Row, golden, params
from spacy.language import Language

from claims.clauses import clauses

ROWS = golden("clauses")


def split(text: str, nlp: Language) -> list[str]:
    doc = nlp(text)
    return [doc[clause.start : clause.end].text for sentence in doc.sents for clause in clauses(sentence)]


@pytest.mark.parametrize("row", params(ROWS))
def test_a_sentence_splits_into_its_assertions(row: Row, nlp: Language) -> None:
    """One clause for each assertion, in reading order; frames that only say who speaks are none."""
    assert split(row["text"], nlp) == row["clauses"]


@pytest.mark.parametrize("row", golden("quantities") + golden("speakers"), ids=lambda row: row["text"])
def test_clauses_lie_in_order_inside_their_sentence(row: Row, nlp: Language) -> None:
    """Whatever the sentence: clauses are ordered, not empty, inside it, and each holds its own head."""
    for sentence in nlp(row["text"]).sents:
        found = list(clauses(sentence))
        assert found
        assert [(c.start, c.end) for c in found] == sorted((c.start, c.end) for c in found)
        assert all(sentence.start <= c.start <= c.head.i < c.end <= sentence.end for c in found)


def test_a_clause_knows_its_subject(nlp: Language) -> None:
    """The subject is the clause's own; a conjoined verb without one has none."""
    doc = nlp("Troops entered the town and left at dusk.")
    first, second = (clause for sentence in doc.sents for clause in clauses(sentence))
    assert first.subject is not None
    assert first.subject.text == "Troops"
    assert second.subject is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The fighting continued for two weeks.", ["The fighting continued for two weeks"]),
        ("The blast echoed on Monday.", ["The blast echoed on Monday"]),
        ("She continued on Monday.", []),
        ("The ministry said on Monday.", []),
    ],
)
def test_what_goes_on_is_no_frame(text: str, wanted: list[str], nlp: Language) -> None:
    """Verbs that also say what somebody does are frames only of people, by name or pronoun."""
    assert split(text, nlp) == wanted
