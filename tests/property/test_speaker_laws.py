from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from claims.document import Document
from claims.extraction import extract
from claims.speech.attribution import NOBODY, attributions
from claims.speech.quotations import quotations

PARSED = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])

# What reported speech is made of, and what breaks it: marks that never close, frames without anybody, names, signs, pronouns.
PIECES = st.sampled_from(
    "“|”|\"|'|‘|’|''|,”|.”|?\"|said|says|he said|she added|they say|it said|according to|Ida Moe|Ove Lind|the ministry|the army"
    "|officials|a war monitor|Reuters|quoted|as saying|is quoted as saying|told|denied that|has not denied that|accused"
    "|in a statement|the statement|whose claim that|reports that|declined to say whether|hopes to|plans to|the dam will hold"
    "|nine sailors drowned|the bridge was shut|may|reportedly|if|not|never|would|:|;|–|-|—|.|,|!|?|…|(|)"
    "|\n|\n\n|\u2028|\x00|\u200f|é|漢字|😀"
    "|KARSK (Reuters) - |that|who|which|and|but|because|citing".split("|")
)
SPEECH = st.lists(PIECES, max_size=45).flatmap(
    lambda pieces: st.sampled_from(["", " ", " ", " "]).map(lambda gap: gap.join(pieces))
)


@PARSED
@given(text=SPEECH)
def test_who_says_what_stands_in_the_text(nlp: Language, text: str) -> None:
    """What is said is a stretch of its paragraph; the speaker's words are the document's; the widest attribution comes first."""
    heard = NOBODY
    for paragraph in text.split("\n"):
        doc = nlp(paragraph)
        found, heard = attributions(doc, heard)
        for attribution in found:
            assert attribution.spans
            for (_, end), (start, _) in zip(attribution.spans, attribution.spans[1:], strict=False):
                assert end < start
            assert all(0 <= start < end <= len(doc) for start, end in attribution.spans)
            assert set(attribution.speaker.split()) <= set(text.split()) or attribution.speaker in " ".join(text.split())
        assert [a.size for a in found] == sorted((a.size for a in found), reverse=True)


@PARSED
@given(text=SPEECH)
def test_a_chain_has_no_repeats(nlp: Language, text: str) -> None:
    """Nobody stands twice in a chain of speakers, no name is empty, and a hedge is a word."""
    for claim in extract(Document("d", text, outlet="World Desk"), nlp).claims:
        assert len(set(claim.speakers)) == len(claim.speakers)
        assert all(name.strip() and "\n" not in name for name in claim.speakers)
        assert claim.hedged is bool(claim.hedge)
        assert claim.cue is not None or len(claim.speakers) <= 1


@PARSED
@given(text=SPEECH)
def test_quotations_are_apart(nlp: Language, text: str) -> None:
    """Quotations come in reading order and never overlap, whatever marks are missing."""
    doc = nlp(" ".join(text.split()))
    at = 0
    for quotation in quotations(doc):
        assert at <= quotation.start < quotation.end <= len(doc)
        assert quotation.words > 0
        at = quotation.end
