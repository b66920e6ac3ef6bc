"""What stands around two claims: the figures of their sentences and articles, and where these are set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes import FakeEncoder
from handmade import article, says, toll

from claims.claim import Claim
from factcheck.judgement import Code
from factcheck.judging.judges import Pair, RuleJudge
from factcheck.judging.occasions import LEAD, Around
from factcheck.judging.surroundings import Surroundings
from factcheck.judging.tallies import Tallies
from factcheck.judging.whereabouts import Whereabouts


def test_tallies_know_who_gives_both_figures() -> None:
    """The article of either side may give both, in one voice; with two voices it sets them against each other."""
    four, many, other = toll(4, document="d1"), toll(48, document="d1", start=60), toll(48, document="d2")
    assert Tallies([four, many, other]).gives_both(four, other)
    assert Tallies([four, many, other]).gives_both(other, four)
    assert not Tallies([four, other]).gives_both(four, other)
    army, rival = toll(4, document="d1", speakers=("the army",)), toll(48, document="d1", start=60, speakers=("the mayor",))
    assert not Tallies([army, rival, other]).gives_both(army, other)
    assert not Tallies([four, many, other]).gives_both(four, many)  # one article: the judge sees both itself
    wounded = toll(48, document="d1", start=60, role="wounded", facet="wounded")
    assert not Tallies([four, wounded, other]).gives_both(four, other)


def test_a_stale_headline_is_no_second_happening() -> None:
    """ "20 killed, 30 injured" above "killed 26 and injured 30": one happening; three hurt in each may well be two."""
    for hurt, both in ((30, False), (3, True)):
        headline, below = toll(20, document="d1"), toll(26, document="d1", start=60, context=(60, 100))
        beside = [
            replace(one, id=f"{one.id}hurt", facet="wounded", quantities=toll(hurt, role="wounded").quantities)
            for one in (headline, below)
        ]
        tallies = Tallies([headline, below, *beside])
        assert tallies.gives_both(headline, toll(26, document="d2")) is both


def test_an_outlet_has_a_toll_from_somebody() -> None:
    """The outlet itself counts 4, and its speaker 48: of two happenings, or of one in dispute; a bound makes no other figure."""
    four, many = toll(4, document="d1"), toll(48, float("inf"), "at least", document="d1", start=60, speakers=("the mayor",))
    other = toll(48, document="d2")
    assert Tallies([four, many]).quotes_other(four, other)
    assert not Tallies([four, many]).gives_both(four, other)
    assert not Tallies([four, many]).quotes_other(four, many)  # one article: the judge sees both itself
    for low, high, bound in ((0, 48, "up to"), (40, 56, "about")):
        loose = toll(low, high, bound, document="d1", start=60)
        assert Tallies([four, loose]).gives_both(four, other)
        assert not Tallies([four, loose]).quotes_other(four, other)


def counted(number: int, text: str, words: str, **slots: object) -> Claim:
    """A toll whose figure stands at `words` in `text`, which is the whole sentence from 100 on."""
    at = 100 + text.index(words)
    own = str(slots.pop("own", text))
    claim = toll(number, text=own, start=100 + text.index(own), context=(100, 100 + len(text)), **slots)  # type: ignore[arg-type]
    quantity = claim.quantities[0]
    moved = type(quantity)(at, at + len(words), quantity.low, quantity.high, "", "", quantity.counted, quantity.role)
    return type(claim)(**{name: getattr(claim, name) for name in claim.__slots__} | {"quantities": (moved,)})


def test_figures_of_one_sentence_add_up() -> None:
    """Eleven and seventeen of one sentence are the 28 of another article, and no contradiction."""
    text = "11 guards and 17 raiders were killed"
    eleven, more = counted(11, text, "11"), counted(17, text, "17")
    tallies = Tallies([eleven, more])
    assert tallies.adds_up(eleven, toll(28, document="d2"))
    assert tallies.adds_up(toll(28, document="d2"), more)
    assert not tallies.adds_up(eleven, toll(27, document="d2"))
    twice = counted(11, text, "17")
    assert not Tallies([eleven, twice]).adds_up(eleven, toll(22, document="d2"))  # a headline and its sentence give one figure
    assert not Tallies([eleven]).adds_up(eleven, toll(11, document="d2"))


@pytest.mark.parametrize(
    ("text", "words", "own", "before", "further", "why"),
    [
        ("five more guards were killed", "five", "", [], "five more", "more than those of before"),
        ("fire killed 9 guards and five others", "five", "", [(9, "9", "killed")], "five others", "others of one sentence"),
        ("fire hurt 9 guards and killed five others", "five", "", [(9, "9", "wounded")], "", "others than the wounded"),
        ("fire hurt 9 guards and killed five more", "five", "", [(9, "9", "wounded")], "", "more than the wounded"),
        ("he also said five guards were killed", "five", "five guards were killed", [], "", "nothing was counted before"),
        ("five guards were killed", "five", "", [], "", "nothing says so"),
    ],
)
def test_further_ones(text: str, words: str, own: str, before: list[tuple[int, str, str]], further: str, why: str) -> None:
    """ "Five more" are not those of whom the article told before."""
    claim = counted(5, text, words, own=own or text)
    beside = [counted(number, text, at, role=role, facet=role) for number, at, role in before]
    assert Tallies([claim, *beside], {"d1": " " * 100 + text}).further(claim) == further, why


def test_others_beside_those_of_before() -> None:
    """ "Rocket fire killed nine others": others than the dead of an earlier sentence; nobody was counted before in the first."""
    text = "rocket fire killed five others"
    claim, earlier = counted(5, text, "five"), toll(12, context=(0, 20))
    assert Tallies([claim], {"d1": " " * 100 + text}).further(claim) == ""
    assert Tallies([earlier, claim], {"d1": " " * 100 + text}).further(claim) == "five others"


def test_who_did_it_beside_a_toll() -> None:
    """Rebels killed the ones and an air force the others: two happenings, unless a clause leaves it open or names a person."""
    shelling, raid = "they killed two", "they killed nine"
    two, nine = toll(2, text=shelling, document="d1"), toll(9, text=raid, document="d2")

    def told(first: str, second: str) -> str:
        by = [says(shelling, "perpetrator", "d1", predicate=first), says(raid, "perpetrator", "d2", predicate=second)]
        claims = [two, nine, *by]
        documents = {key: article(key, text) for key, text in (("d1", shelling), ("d2", raid))}
        vectors = FakeEncoder().encode([claim.standalone for claim in claims])
        return Surroundings(claims, vectors, documents).of(two, nine).done_by

    assert told("done by rebels", "done by the French army") == "rebels / the French army"
    assert told("done by the Syrian army", "done by Israeli jets") == "the Syrian army / Israeli jets"
    assert told("done by rebels", "done by insurgents") == ""
    assert told("done by the Islamic State group", "done by jihadists") == ""
    assert told("done by the opposition", "done by rebels") == ""
    assert told("done by the US-led coalition", "done by American jets") == ""
    assert told("done by a French student", "done by a Belgian gunman") == ""
    assert told("done by rebels", "done by unidentified jets") == ""
    assert told("done by a disgruntled woman", "done by a former employee") == ""
    around = Around(done_by="rebels / the French army")
    assert RuleJudge().judge([Pair(two, nine, 0.6, around=around)])[0].code is Code.NO_BASIS
    assert RuleJudge().judge([Pair(two, nine, 0.6)])[0].code is Code.VALUE_DIFFERS


def test_a_new_happening_between_two_tolls() -> None:
    """Between two sentences of one article: "an air strike" is new, "the air strike" is not."""
    for words, new in (
        ("An air strike hit the port.", True),
        ("The air strike hit the port.", False),
        ("A survivor of the attack wept.", False),
    ):
        text = f"Two died in Kessim. {words} Nine died."
        two, nine = toll(2, text="Two died in Kessim", context=(0, 19)), toll(9, text="Nine died", start=len(text) - 10)
        around = Surroundings([two, nine], FakeEncoder().encode(["a", "b"]), {"d1": article("d1", text)})
        assert around.of(two, nine).new_between is around.of(nine, two).new_between is new


@pytest.mark.parametrize(
    ("text", "own", "further"),
    [
        ("he also said five guards were killed", "five guards were killed", "also"),
        ("he also spoke, but five guards were killed", "five guards were killed", ""),
        ("he also said five guards died in the fire", "five guards died in the fire", ""),
        ("the fire also killed five guards", "the fire also killed five guards", "also"),
    ],
)
def test_also_after_another_toll(text: str, own: str, further: str) -> None:
    """After another toll "also" leads on to another happening, unless the toll is of "the fire" and the word is not its own."""
    claim, earlier = counted(5, text, "five", own=own), toll(12, context=(0, 20))
    assert Tallies([earlier, claim], {"d1": " " * 100 + text}).further(claim) == further


def test_sentences_that_count_others() -> None:
    """Tolls of one kind of harm without a common figure; dead and wounded tell nothing of each other."""
    day, other = says("rain fell", context=(0, 50)), says("rain fell", document="d2", context=(0, 50))
    nine, five = toll(9, context=(0, 50)), toll(5, document="d2", context=(0, 50))
    assert Tallies([nine, five]).others_harmed(day, other)
    assert not Tallies([nine, toll(9, document="d2", context=(0, 50))]).others_harmed(day, other)
    assert not Tallies([nine]).others_harmed(day, other)
    assert not Tallies([nine, toll(5, document="d2", context=(0, 50), role="wounded")]).others_harmed(day, other)


def test_sentences_that_count_as_many_of_other_harm() -> None:
    """ "Two dead and one wounded", "two dead and two wounded": the dead are the same; of themselves two counts tell nothing."""
    here, there = {"context": (0, 50)}, {"context": (0, 50), "document": "d2"}
    one, other = (toll(n, role="wounded", facet="wounded", **slots) for n, slots in ((1, here), (2, there)))
    dead, as_many, more = toll(2, **here), toll(2, **there), toll(3, **there)
    assert Tallies([one, other, dead, as_many]).same_beside(one, other)
    assert not Tallies([one, other, dead, more]).same_beside(one, other)
    assert not Tallies([dead, as_many]).same_beside(dead, as_many)


def at(place: str, document: str, start: int = 0, **slots: object) -> Claim:
    """A toll in a sentence that names a place."""
    return toll(9, document=document, start=start, context=(start, start + 40), places=(place,) if place else (), **slots)


def seen(place: str, document: str, start: int) -> Claim:
    """A sentence that names a place and counts nobody."""
    return says("smoke rose there", document=document, start=start, context=(start, start + 40), places=(place,))


FAR = LEAD + 1


@pytest.mark.parametrize(
    ("left", "right", "others", "apart", "why"),
    [
        (at("Kessim", "d1"), at("Orsk", "d2"), [], "Kessim / Orsk", "two towns"),
        (at("Kessim", "d1"), at("Kessim", "d2"), [], "", "one town"),
        (at("Kessim", "d1"), at("", "d2", FAR), [at("Orsk", "d2")], "Kessim / Orsk", "the head of the article names it"),
        (at("Kessim", "d1"), at("", "d2", FAR), [at("Kessim", "d2")], "", "the head names the same"),
        (at("Kessim", "d1"), at("", "d2", FAR), [], "", "one place is not known"),
        (at("France", "d1"), at("Orsk", "d2"), [], "", "a country holds many places"),
        (at("Kessim", "d1", FAR), at("", "d2", FAR), [at("Holt", "d1"), at("Holt", "d2")], "", "a part of what both heads name"),
        (
            at("Kessim", "d1", FAR),
            at("Holt", "d2", FAR),
            [at("Orsk", "d1"), at("Kessim", "d2")],
            "Kessim / Holt",
            "only one knows",
        ),
        (
            at("Kessim", "d1", FAR),
            at("Orsk", "d2", FAR),
            [at("Holt", "d1"), at("Holt", "d2")],
            "Kessim / Orsk",
            "two of a province",
        ),
        (
            at("Kessim", "d1", FAR),
            at("Orsk", "d2", FAR),
            [at("Holt", "d1"), at("Holt", "d2"), seen("Kessim", "d2", 2 * FAR)],
            "",
            "of one province, and one article knows both",
        ),
        (
            at("Kessim", "d1", FAR),
            at("Orsk", "d2", FAR),
            [at("Holt", "d1"), at("Holt", "d2"), at("Kessim", "d2", 2 * FAR)],
            "Kessim / Orsk",
            "of one province, but one article gives a toll of each",
        ),
        (at("Middle East", "d1"), at("Orsk", "d2"), [], "", "a region of the world"),
        (at("Kessim", "d1"), at("Orsk", "d1", 50), [], "Kessim / Orsk", "two sentences of one article"),
        (at("Kessim", "d1"), at("", "d1", 50), [], "", "one of the sentences of one article names none"),
    ],
)
def test_places_apart(left: Claim, right: Claim, others: list[Claim], apart: str, why: str) -> None:
    """Tolls of two places are of two happenings, as far as neither article tells of the place of the other."""
    places = Whereabouts([left, right, *others])
    assert places.apart(left, right) == apart, why
    assert bool(places.apart(right, left)) == bool(apart), why


def test_which_place_lies_in_which() -> None:
    """Some article's words say it, for the places of any other; a place near another does not lie in it."""
    one, two = (says("a blast", "place", document, places=(place,)) for place, document in (("Salt Gate", "d1"), ("Karsk", "d2")))
    told = says("in the Salt Gate quarter of the old city of Karsk", document="d3", places=("Salt Gate", "Karsk"))
    near = says("in Salt Gate near Karsk", document="d3", places=("Salt Gate", "Karsk"))
    for left, right in ((one, two), (two, one)):
        assert Whereabouts([one, two, told]).inside(left, right) == "Salt Gate lies in Karsk"
        assert Whereabouts([one, two, near]).inside(left, right) == ""
    back = says("in Karsk of Salt Gate", document="d4", places=("Salt Gate", "Karsk"))
    assert Whereabouts([one, two, told, back]).inside(one, two) == ""  # told both ways, so the one is no part of the other
    country = says("in Turkey in Karsk", document="d3", places=("Turkey", "Karsk"))
    assert Whereabouts([country]).inside(says("a", places=("Turkey",)), two) == ""  # no country lies in a city
    around = Around(inside="Salt Gate lies in Karsk")
    assert RuleJudge().judge([Pair(one, two, 0.4, around=Around(inside=around.inside, own_words=0))])[0].code is Code.NO_BASIS
    assert RuleJudge().judge([Pair(one, two, 0.4, around=around)])[0].code is Code.ENTAILS
    assert RuleJudge().judge([Pair(one, two, 0.4)])[0].code is Code.NO_BASIS


def test_a_smaller_place() -> None:
    """A village of which the other article does not know may be a part of the province that it names; not the other way round."""
    part, whole, head = at("Kessim", "d1", FAR), at("", "d2", FAR), at("Holt", "d2")
    places = Whereabouts([part, whole, head])
    assert places.within(part, whole) == "Kessim / Holt"
    assert places.within(whole, part) == ""
    assert Whereabouts([part, whole, at("Kessim", "d2")]).within(part, whole) == ""


@pytest.mark.parametrize(
    ("one", "two", "reprinted"),
    [
        ("The dam broke, the mayor said.", "The dam broke the mayor said.", True),
        ("The dam broke, the mayor said.", "A spokesman of the works denied on Friday that the dam broke.", False),
    ],
)
def test_reprinted_sentences(one: str, two: str, reprinted: bool) -> None:
    """The same words are one print where their sentences are the same, but for what was cut."""
    claims = [
        says("the dam broke", document="d1", context=(0, len(one))),
        says("the dam broke", document="d2", context=(0, len(two))),
    ]
    documents = {"d1": article("d1", one), "d2": article("d2", two)}
    around = Surroundings(claims, FakeEncoder().encode([c.standalone for c in claims]), documents)
    assert around.of(*claims).reprinted is reprinted


def test_what_stands_around_two_tolls() -> None:
    """Tolls are looked at in the sentences and articles around; the lower one may be of a smaller place."""
    few, many = at("Kessim", "d1"), toll(12, document="d2", start=0, context=(0, 40), places=("Holt",))
    around = Surroundings([few, many], FakeEncoder().encode(["a", "b"]), {key: article(key, " " * 60) for key in ("d1", "d2")})
    assert around.of(few, many).places == "Kessim / Holt"
    assert around.of(few, many).within == "Kessim / Holt"
    assert around.of(many, few).within == "Kessim / Holt"
    assert not around.of(few, many).both_told


@pytest.mark.parametrize(
    ("text", "code", "why"),
    [
        ("Two had died and five were hurt in the raid.", Code.VALUE_DIFFERS, "the sentence goes on with the raid"),
        ("Two had died and some others were hurt by this blast.", Code.VALUE_DIFFERS, "this blast"),
        ("Two had died and five were hurt in a raid.", Code.NO_BASIS, "any raid"),
        ("Two had died, weeks before the raid.", Code.NO_BASIS, "another time"),
    ],
)
def test_a_sentence_that_goes_on_with_the_happening(text: str, code: Code, why: str) -> None:
    """A toll far down is of its article's main happening where the next toll of its sentence is."""
    lead = toll(9, document="d1", text="nine people were killed", counted="people")
    own = text[: text.index("died") + len("died")]
    aside = toll(2, document="d2", text=own, start=LEAD + 1, context=(LEAD + 1, LEAD + 1 + len(text)), counted="people")
    documents = {"d1": article("d1", lead.text), "d2": article("d2", "x" * (LEAD + 1) + text)}
    around = Surroundings([lead, aside], FakeEncoder().encode(["a", "b"]), documents).of(lead, aside)
    assert RuleJudge().judge([Pair(lead, aside, 0.8, around=replace(around, openings=None))])[0].code is code
