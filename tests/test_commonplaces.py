"""Commonplaces: what very many of the compared articles say makes no two claims one matter."""

from __future__ import annotations

from fakes import FakeEncoder
from handmade import article, says

from factcheck.judgement import VERDICT_OF, Code, Verdict
from factcheck.judging.commonplaces import FEW, Commonplaces, if_telling
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.occasions import Around
from factcheck.judging.surroundings import Surroundings

WAR = ("army", "city", "strike")


def pile(size: int) -> Commonplaces:
    """Articles that all name the army, the city and a strike; one of them names a mill."""
    claims = [says("the army", "other", f"d{n}", lemmas=WAR) for n in range(size)]
    return Commonplaces([*claims, says("the mill burnt", "other", "d0", lemmas=("mill", "burn"))])


def test_words_of_every_article_tell_nothing_in_a_large_pile() -> None:
    """In a few articles on one story they do."""
    one, two = says("a", "other", lemmas=WAR), says("b", "other", "d2", lemmas=("army", "city", "truce"))
    assert pile(5 * FEW).own(one, two) == 0
    assert pile(FEW).own(one, two) is None


def test_one_rare_word_is_enough() -> None:
    """Both name the mill, whatever else they share."""
    one, two = says("a", "other", lemmas=(*WAR, "mill")), says("b", "other", "d2", lemmas=("army", "mill"))
    assert pile(5 * FEW).own(one, two) == 1


def test_no_agreement_on_commonplaces() -> None:
    """Close words are then no agreement, nor is a means that both name; almost the same words are, and other codes stay."""
    for facet in ("other", "method"):
        left, right = (
            says(text, facet, document, lemmas=("strike", "raid")) for text, document in (("one", "d1"), ("two", "d2"))
        )
        wanted = {0.6: (Verdict.AGREE, Verdict.UNCLEAR), 0.9: (Verdict.AGREE, Verdict.AGREE)}
        for cosine, both in wanted.items():
            pairs = [Pair(left, right, cosine, around=Around(own_words=own)) for own in (None, 0)]
            assert tuple(judgement.verdict for judgement in RuleJudge().judge(pairs)) == both
    assert if_telling((Code.PART_OF_WHOLE, 0.5, ""), 0, 0.6)[0] is Code.NO_BASIS
    assert if_telling((Code.OTHER_WINDOW, 0.5, ""), 0, 0.6)[0] is Code.OTHER_WINDOW
    assert VERDICT_OF[if_telling((Code.PARAPHRASE, 0.6, "both name a mill"), 0, 0.6)[0]] is Verdict.UNCLEAR


def test_one_word_of_their_own_needs_close_words() -> None:
    """Claims in words that share one word and commonplaces agree only where all words are close; two words are enough."""
    left, right = (says(text, "other", document, lemmas=("mill", "strike")) for text, document in (("one", "d1"), ("two", "d2")))
    for own, cosine, verdict in ((1, 0.69, Verdict.UNCLEAR), (1, 0.7, Verdict.AGREE), (2, 0.69, Verdict.AGREE)):
        (judged,) = RuleJudge().judge([Pair(left, right, cosine, around=Around(own_words=own))])
        assert judged.verdict is verdict
    assert if_telling((Code.PARAPHRASE, 0.6, "both name a mill"), 1, 0.6)[0] is Code.PARAPHRASE  # a detail is known by its facet


def test_details_of_articles_that_begin_alike_are_of_one_happening() -> None:
    """There "both name a strike" is enough; claims in words need a word of their own even so."""
    texts = ("the strike hit a mill", "the strike hit a mill", "a truce was signed")
    claims = [
        says(text, facet, f"d{n}", lemmas=WAR)
        for facet in ("method", "other")
        for n in range(3 * FEW)
        for text in [texts[n % len(texts)]]
    ]
    documents = {claim.document: article(claim.document, claim.text) for claim in claims}
    around = Surroundings(claims, FakeEncoder().encode([c.standalone for c in claims]), documents)
    how, word = claims[: 3 * FEW], claims[3 * FEW :]
    assert [around.of(how[0], other).own_words for other in how[1:3]] == [None, 0]
    assert [around.of(word[0], other).own_words for other in word[1:3]] == [0, 0]
