"""Grammar: what hangs on a word, asked in one way by all rules."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Token

from claims.grammar import ANY_SUBJECT, SUBJECTS, behind, first_child, has_subject, is_negated, is_plural, is_relative


def word(text: str, lower: str, nlp: Language) -> Token:
    """The first token of a text that is this word."""
    return next(token for token in nlp(text) if token.lower_ == lower)


def test_a_subject_may_be_a_noun_or_stand_for_a_clause(nlp: Language) -> None:
    """ "There" is a subject, but names nobody who does anything; an imperative has none."""
    shelled = word("The army shelled the school.", "shelled", nlp)
    assert (subject := first_child(shelled, *SUBJECTS)) is not None
    assert subject.lower_ == "army"
    there = word("There were two raids.", "were", nlp)
    assert first_child(there, *SUBJECTS) is None
    assert first_child(there, *ANY_SUBJECT) is not None
    assert has_subject(there)
    assert not has_subject(word("Raise the rates.", "raise", nlp))


def test_what_stands_behind_a_preposition(nlp: Language) -> None:
    """Only the prepositions that are asked for, in reading order; where there is none, nothing."""
    attack = word("The attack on the school by rebels was condemned.", "attack", nlp)
    assert [noun.lower_ for noun in behind(attack, ("on", "by"))] == ["school", "rebels"]
    assert [noun.lower_ for noun in behind(attack, ("on",))] == ["school"]
    assert not behind(attack, ("against",))


def test_negated_plural_relative(nlp: Language) -> None:
    """What a verb denies, what a noun counts, what stands for the noun before it."""
    assert is_negated(word("The bank did not raise rates.", "raise", nlp))
    assert not is_negated(word("The bank raised rates.", "raised", nlp))
    assert is_plural(word("The banks raised rates.", "banks", nlp))
    assert not is_plural(word("The bank raised rates.", "bank", nlp))
    assert is_relative(word("The bank, which raised rates, was praised.", "which", nlp))
    assert not is_relative(word("The bank raised rates.", "bank", nlp))
