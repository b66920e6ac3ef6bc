"""Names: what a text calls them, which of them are two though written alike, and bodies under their several names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language
from spacy.tokens import Span
from test_names import mentions

from claims.called import MEDIUM, QUARTER, TOWN, VILLAGE
from claims.names import Name, names
from claims.spelling import nearly
from factcheck.naming.aliases import aliases
from factcheck.naming.bodies import sound_of, without_body


def called(form: str, what: str, *around: str, within: tuple[str, ...] = (), label: str = "GPE") -> Name:
    """One mention that the text calls something."""
    return replace(mentions((form, label))[0], called=what, around=around, within=within)


@pytest.mark.parametrize(
    ("text", "name", "what", "why"),
    [
        ("Rockets hit the Brannick neighbourhood of Aleppo.", "Brannick neighbourhood", QUARTER, "the word behind the name"),
        ("Shells fell in the town of Karsk.", "Karsk", TOWN, "the word before it"),
        ("Soldiers entered the village of Karsk on Monday.", "Karsk", VILLAGE, "a village"),
        ("Rockets hit the Brannick neighbourhood of Karsk.", "Karsk", "", "what is called so has a name"),
    ],
)
def test_what_a_text_calls_a_name(nlp: Language, text: str, name: str, what: str, why: str) -> None:
    """The words beside a name say what it names."""
    assert {n.text: n.called for n in names(nlp(text))}.get(name) == what, why


def test_a_quarter_is_said_to_lie_in_a_town(nlp: Language) -> None:
    """ "The Brannick district of Karsk" lies in Karsk; another town that stands near is only around."""
    text = "Rockets fired from Homs hit the Brannick neighbourhood of Aleppo on Monday."
    quarter = next(n for n in names(nlp(text)) if n.called == QUARTER)
    assert quarter.within == ("Aleppo",)
    assert {"Homs", "Aleppo"} <= set(quarter.around)


@pytest.mark.parametrize(
    ("text", "found", "why"),
    [
        ("A Turkish Defence Ministry official spoke.", {"Turkish Defence Ministry"}, "an office has its country"),
        ("Tags Karsk Torvay Holt", set(), "a list of names run together"),
        ("A Roman-era bridge was hit.", set(), "an age is no town"),
    ],
)
def test_ends_of_names(nlp: Language, text: str, found: set[str], why: str) -> None:
    """A name is whole, and what names nothing is left out."""
    assert {n.text for n in names(nlp(text))} == found, why


@pytest.mark.parametrize(("start", "end"), [(2, 3), (3, 6)])
def test_a_name_cut_at_its_article(nlp: Language, start: int, end: int) -> None:
    """Where the parser takes one half of "Bab al-Karm" for a name, the name is whole."""
    doc = nlp("Fighters of Bab al-Karm left.")
    doc.ents = [Span(doc, start, end, label="GPE")]
    assert [n.text for n in names(doc)] == ["Bab al-Karm"]


def test_a_channel_is_no_town() -> None:
    """The channel Al Karm of one article is not the town al-Karm of two others."""
    found = aliases(
        {
            "d1": [called("Al Karm", MEDIUM, label="ORG")],
            "d2": [called("al-Karm", TOWN)],
            "d3": mentions(("al-Karm", "GPE")),
        }
    )
    assert found.canonical("d2", "al-Karm") == found.canonical("d3", "al-Karm") != found.canonical("d1", "Al Karm")


def test_a_village_is_no_quarter() -> None:
    """A village and a quarter of one name are two."""
    found = aliases({"d1": [called("al-Karm", VILLAGE)], "d2": [called("Karm", QUARTER)]})
    assert found.canonical("d1", "al-Karm") != found.canonical("d2", "Karm")


def test_quarters_of_two_towns_are_two() -> None:
    """Quarters that lie in two towns are two; a town that only stands near decides next, then what is more frequent."""
    towns = [called("Karsk", TOWN), called("Tolvane city", TOWN)]
    found = aliases(
        {
            "d0": towns,
            "d1": [called("al-Holt", QUARTER, "Karsk", "Tolvane", within=("Karsk",))],
            "d2": [called("Holt", QUARTER, "Tolvane", within=("Tolvane",))],
            "d3": [called("Holt", QUARTER, "Tolvane")],
            "d4": mentions(("al-Holt", "GPE")),
        }
    )
    one, two = found.canonical("d1", "al-Holt"), found.canonical("d2", "Holt")
    assert (one, two) == ("al-Holt (Karsk)", "al-Holt (Tolvane city)")
    assert found.canonical("d3", "Holt") == found.canonical("d4", "al-Holt") == two


def test_one_town_one_quarter() -> None:
    """Articles that put a quarter in one town, or in none, mean one quarter, whatever other towns stand near."""
    found = aliases(
        {
            "d0": [called("Karsk", TOWN), called("Tolvane", TOWN)],
            "d1": [called("al-Holt", QUARTER, "Karsk", within=("Karsk",))],
            "d2": [called("Holt", QUARTER, "Tolvane"), called("Karsk", TOWN)],
        }
    )
    assert found.canonical("d1", "al-Holt") == found.canonical("d2", "Holt")


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ("orlian army", "orlia army", "a country and its people"),
        ("jabhat karm", "karm front", "the Arabic word stands first"),
        ("army of karm", "karm army", "of"),
        ("front karm", "karm front", "first, as in French"),
    ],
)
def test_bodies_under_several_names(one: str, two: str, why: str) -> None:
    """One body is one name wherever the word for it stands."""
    one, two = (name.replace("orlian", "turkish").replace("orlia", "turkey") for name in (one, two))
    assert sound_of(one) == sound_of(two), why


def test_without_the_word_for_a_body() -> None:
    """A front or a party may be named without it; an army, a country or a front that is not of the article is not."""
    assert [without_body(key) for key in ("karm front", "jabhat karm", "karm army", "turkish party")] == ["karm", "karm", "", ""]
    found = aliases(
        {"d1": mentions(("Karm Front", "ORG"), ("Karm", "ORG")), "d2": mentions(("Karm", "GPE"), ("Holt Front", "ORG"))}
    )
    assert found.canonical("d1", "Karm") == "Karm Front"
    assert aliases({"d2": mentions(("Karm", "GPE"), ("Holt Front", "ORG"))}).canonical("d2", "Karm") == "Karm"


def test_offices_are_of_their_country() -> None:
    """ "Defence Ministry" and "Defense Ministry" of two articles may be two countries'; with its country it is one."""
    found = aliases({"d1": mentions(("Defence Ministry", "ORG")), "d2": mentions(("Defense Ministry", "ORG"))})
    assert found.canonical("d1", "Defence Ministry") != found.canonical("d2", "Defense Ministry")
    found = aliases({"d1": mentions(("Turkish Defence Ministry", "ORG")), "d2": mentions(("Turkey Defense Ministry", "ORG"))})
    assert found.canonical("d1", "Turkish Defence Ministry") == found.canonical("d2", "Turkey Defense Ministry")


def test_a_by_name_is_one_spelling() -> None:
    """Many are called "Abu" and a first name: another spelling in another article is another man."""
    found = aliases({"d1": mentions(("Abu Karm", "PERSON")), "d2": mentions(("Abu al-Karm", "PERSON"))})
    assert found.canonical("d1", "Abu Karm") != found.canonical("d2", "Abu al-Karm")


def test_two_first_names_run_together() -> None:
    """Where an article uses both words of a name alone they may be two people; else the second is the surname."""
    both = mentions(("Noa Samar", "PERSON"), ("Noa", "PERSON"), ("Samar", "PERSON"))
    assert aliases({"d1": both}).canonical("d1", "Samar") == "Samar"
    assert aliases({"d1": [both[0], both[2]]}).canonical("d1", "Samar") == "Noa Samar"


def test_a_headline_is_no_full_name() -> None:
    """ "Dana Holt Meets Venn" is nobody's name, so Venn is Orla Venn."""
    some = mentions(("Dana Holt Meets Venn", "PERSON"), ("Dana Holt", "PERSON"), ("Orla Venn", "PERSON"), ("Venn", "PERSON"))
    assert aliases({"d1": some}).canonical("d1", "Venn") == "Orla Venn"


def test_a_speaker_whom_the_parser_takes_for_a_body() -> None:
    """A surname that acts is the person of its article whatever the parser calls it."""
    found = aliases({"d1": mentions(("Orla Venn", "PERSON"), ("Venn", "ORG", True))})
    assert found.canonical("d1", "Venn") == "Orla Venn"


def test_one_vowel_of_one_word() -> None:
    """Names of several words may differ in a vowel of one of them; a word with few consonants of its own may not."""
    assert nearly("jaish karm", "jish karm", 3)
    assert not nearly("jan holt", "jon holt", 3)
    assert not nearly("karm", "karem", 2)
