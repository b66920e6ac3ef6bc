"""How many did it, as the clauses of two claims count them."""

from __future__ import annotations

import pytest
from handmade import article
from spacy.language import Language

from claims.claim import Claim
from claims.extraction import extract_all
from factcheck.judgement import Code
from factcheck.judging.attackers import Attackers, TwoCounts
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.occasions import Around


def told(nlp: Language, *texts: str) -> list[Claim]:
    """The claims of articles with these texts."""
    documents = [article(f"d{n}", text) for n, text in enumerate(texts)]
    return [claim for extraction in extract_all(documents, nlp) for claim in extraction.claims]


def ways(claims: list[Claim], facet: str = "method") -> tuple[Claim, Claim]:
    """The first claim of this facet of the first two articles."""
    one, two = (next(c for c in claims if c.document == key and c.facet == facet) for key in ("d0", "d1"))
    return one, two


def apart(nlp: Language, one: str, two: str, facet: str = "method") -> TwoCounts | None:
    """The counts of doers of two texts that cannot be one; the same words from both sides."""
    claims = told(nlp, one, two)
    left, right = ways(claims, facet)
    found = Attackers(claims).apart(left, right)
    assert found == Attackers(claims).apart(right, left)
    return found


FOUR = "Four suicide bombers blew themselves up at a market in Velsk."


@pytest.mark.parametrize(
    ("other", "words", "why"),
    [
        ("Two suicide bombers blew themselves up at a market.", "four suicide bombers / two suicide bombers", "two numbers"),
        ("A triple suicide attack hit the market.", "four suicide bombers / triple suicide attack", "an adjective counts"),
        (
            "The market was hit in three suicide attacks.",
            "four suicide bombers / 3 suicide attacks",
            "attacks of one bomber each",
        ),
        ("Two gunmen shot at the market.", "four suicide bombers / two gunmen", "gunmen did it"),
        ("Three of its fighters attacked the market with bombs.", "four suicide bombers / three of its fighters", "all it sent"),
        ("Two of the bombers blew themselves up at a gate.", "", "a part of them"),
        ("Several suicide bombers blew themselves up at a market.", "", "a loose word"),
        ("At least two suicide bombers blew themselves up.", "", "a bound that leaves room"),
        ("Police shot at two militants near the market.", "", "those fighters are shot at"),
        ("A twin bombing hit the market.", "", "bombs need no bombers"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_counts_of_doers(nlp: Language, other: str, words: str, why: str) -> None:
    """Bombers, gunmen and fighters who act are doers; counts that can be one are not apart, whichever claim stands first."""
    found, turned = apart(nlp, FOUR, other), apart(nlp, other, FOUR)
    assert sorted(found.words.split(" / ") if found else []) == sorted(words.split(" / ") if words else [])
    assert bool(found) == bool(turned)
    assert found is None or not found.both_told


def test_who_killed_somebody(nlp: Language) -> None:
    """Who harmed somebody is asked for the number too; where a deed was done is not."""
    one, two = "Three gunmen killed the mayor in Velsk on Monday.", "Two gunmen killed the mayor in Velsk on Monday."
    assert apart(nlp, one, two, "perpetrator") is not None
    assert apart(nlp, FOUR, FOUR.replace("Four", "Two"), "place") is None


def test_the_verdict_on_their_means(nlp: Language) -> None:
    """A bomb that both name is no agreement: two numbers contradict each other, if one story surely counts one deed."""
    claims = told(nlp, FOUR, "Two suicide bombers detonated explosives in the crowded old town hall of Velsk.")
    left, right = ways(claims)
    doers = Attackers(claims).apart(left, right)
    near, unknown = (Around(openings=openings, doers=doers) for openings in (0.9, None))
    codes = [RuleJudge().judge([Pair(left, right, 0.8, around=around)])[0].code for around in (near, unknown)]
    assert codes == [Code.VALUE_DIFFERS, Code.NO_BASIS]
    loose = told(nlp, FOUR, "A twin suicide bombing hit the market.")
    around = Around(openings=0.9, doers=Attackers(loose).apart(*ways(loose)))
    assert RuleJudge().judge([Pair(*ways(loose), 0.8, around=around)])[0].code is Code.NO_BASIS


def test_an_article_that_gives_both(nlp: Language) -> None:
    """Who tells of two bombers and of four tells of two happenings, or of a part."""
    claims = told(nlp, f"{FOUR} Two suicide bombers blew themselves up in Orsk.", "Two suicide bombers blew themselves up.")
    doers = Attackers(claims).apart(*ways(claims))
    assert doers is not None
    assert doers.both_told
    around = Around(openings=0.9, doers=doers)
    assert RuleJudge().judge([Pair(*ways(claims), 0.8, around=around)])[0].code is Code.PART_OF_WHOLE
