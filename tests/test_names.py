"""Names: spellings, countries, aliases of a run, parties, and the user's corrections."""

from __future__ import annotations

from pathlib import Path

import pytest
from handmade import article
from rows import Row, golden, params

from claims.names import Name, same_name, shared_name, untitled
from claims.nations import nation, seat
from claims.spelling import bare
from factcheck.naming.aliases import Aliases, aliases
from factcheck.naming.corrections import NAME, load, parse
from factcheck.opposing.parties import parties


@pytest.mark.parametrize("row", params(golden("names")))
def test_same_name(row: Row) -> None:
    """Two forms are one name or two, in either order."""
    assert same_name(row["one"], row["two"]) == row["same"]
    assert same_name(row["two"], row["one"]) == row["same"]


@pytest.mark.parametrize(
    ("one", "two", "shared", "why"),
    [
        (["Karsk"], ["the port of Karsk"], True, "a part of a place's name"),
        (["Moscow"], ["Russian"], True, "a seat of government and its country"),
        (["Haiti"], ["Cuba"], False, "two countries"),
        ([], ["Karsk"], False, "nothing named"),
        (["South Sudan"], ["Sudan"], False, "a country in another's name"),
    ],
)
def test_shared_name(one: list[str], two: list[str], shared: bool, why: str) -> None:
    """Two lists of names meet or not, in either order."""
    assert bool(shared_name(one, two)) == shared == bool(shared_name(two, one))


def test_every_country_is_under_its_names() -> None:
    """The table is complete enough for the news, and no seat of government is a country's name."""
    for line in (Path(__file__).parents[1] / "claims" / "countries.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        country, others, seats, people = line.split("\t")
        for name in filter(None, (country, *others.split(";"), *people.split(";"))):
            assert nation(name) == country, name
        for name in filter(None, seats.split(";")):
            assert seat(name) == country, name
            assert not nation(name), name


def test_titles() -> None:
    """A title is no part of a name; a ministry keeps its own."""
    assert untitled("President Dana Holt") == "Dana Holt"
    assert untitled("Prime Minister Orla Venn") == "Orla Venn"
    assert untitled("Foreign Ministry") == "Foreign Ministry"
    assert bare("the al-Karm's") == "karm"


def mentions(*forms: tuple[str, str] | tuple[str, str, bool]) -> list[Name]:
    """Names in the order given, far apart from each other."""
    found, at = [], 0
    for text, label, *acts in forms:
        found.append(Name(text, label, at, at + len(text), bool(acts and acts[0])))
        at += len(text) + 50
    return found


def test_people_of_one_surname_in_one_article_stay_two() -> None:
    """A surname alone is nobody's where an article names two of it, and the one person's where it names one."""
    two = mentions(("Dana Holt", "PERSON"), ("Erik Holt", "PERSON"), ("Holt", "PERSON"))
    one = mentions(("Erik Holt", "PERSON"), ("Holt", "PERSON"))
    found = aliases({"d1": two, "d2": one})
    assert found.canonical("d1", "Holt") == "Holt"
    assert found.canonical("d2", "Mr Holt") == "Erik Holt"
    assert found.canonical("d1", "Dana Holt") != found.canonical("d1", "Erik Holt")


def test_a_surname_used_far_more_widely_is_no_short_name() -> None:
    """ "Karsk" of ten articles is not the "Near Karsk" that a parser takes for a person in one of them."""
    names = {f"d{n}": mentions(("Karsk", "PERSON")) for n in range(10)}
    names["d0"] += mentions(("Near Karsk", "PERSON"))
    assert aliases(names).canonical("d0", "Karsk") == "Karsk"


@pytest.mark.parametrize(
    ("full", "short", "same", "why"),
    [
        ("Red Harbour Front", "RHF", True, "initials"),
        ("League of Northern Ports", "LNP", True, "small words have no initial"),
        ("Red Harbour Front", "RFH", False, "other letters"),
        ("Coastal Bank of Torvay", "Coast", False, "a word cut by two letters is no clipped name"),
        ("Federation Shipping Board", "Fed", True, "clipped"),
    ],
)
def test_short_forms(full: str, short: str, same: bool, why: str) -> None:
    """An article that spells a name out explains its short form."""
    found = aliases({"d1": mentions((full, "ORG"), (short, "ORG"))})
    assert (found.canonical("d1", short) == full) == same


def test_two_spellings_side_by_side_are_two_names() -> None:
    """An article keeps to one spelling: two like ones in it are two villages, in two articles they are one."""
    apart = aliases({"d1": mentions(("Manbij", "GPE"), ("Minbej", "GPE"))})
    assert apart.canonical("d1", "Manbij") != apart.canonical("d1", "Minbej")
    one = aliases({"d1": mentions(("Manbij", "GPE")), "d2": mentions(("Minbej", "GPE"))})
    assert one.canonical("d1", "Manbij") == one.canonical("d2", "Minbej")


def test_a_capital_is_its_government_only_where_it_acts() -> None:
    """ "Ankara denied" is Turkey; "in Ankara" is a town."""
    found = aliases({"d1": mentions(("Ankara", "GPE", True), ("Ankara", "GPE"), ("Turkish", "NORP"))})
    assert found.canonical("d1", "Ankara", acts=True) == "Turkey"
    assert found.canonical("d1", "Ankara") == "Ankara"
    assert found.forms == {"Ankara": {"Ankara": 1}, "Turkey": {"Ankara": 1, "Turkish": 1}}


def test_the_user_overrules_the_texts() -> None:
    """A form of aliases.csv has the canonical name given there, in every article."""
    names = {"d1": mentions(("Ankara", "GPE", True), ("Torvay", "GPE"), ("Torvayan", "NORP"))}
    found = aliases(names, {"Ankara": "Ankara city council", "Torvay": "Torland"})
    assert found.canonical("d1", "ankara", acts=True) == "Ankara city council"
    assert found.canonical("d1", "Torvay") == "Torland"
    assert found.forms["Torland"] == {"Torvay": 1}


TEXT = "Reed Bank chair Ida Holm spoke. Torvay's army fired. Orlian jets left. The army denied it."


def test_parties() -> None:
    """A title makes a member, a country has its army and jets, "the army" is the only one named; a backed group is its own."""
    at = TEXT.index
    names = [
        Name("Reed Bank", "ORG", 0, 9),
        Name("Ida Holm", "PERSON", at("Ida"), at("Ida") + 8),
        Name("Turkish", "NORP", at("Orlian"), at("Orlian") + 6),
    ]
    found = parties({"d1": article("d1", TEXT)}, {"d1": names}, aliases({"d1": names}))
    assert found.one_side("d1", "Ida Holm", "d1", "Reed Bank")
    assert found.one_side("d1", "Ankara", "d1", "the Turkish foreign ministry")
    assert found.one_side("d1", "Turkish jets", "d1", "Turkey")
    assert not found.one_side("d1", "Turkish-backed rebels", "d1", "Turkey")
    assert not found.one_side("d1", "Turkish opposition", "d1", "Ankara")
    assert not found.one_side("d1", "the Free Turkish Army", "d1", "Ankara")
    assert found.apart("d1", "Turkish jets", "d1", "U.S. drone")
    assert not found.apart("d1", "gunmen", "d1", "Turkey")
    assert found.of("d1", "they") == frozenset()


def told(document: str, text: str, *found: tuple[str, str]) -> list[Name]:
    """Names of a text (name, label), each where it first stands behind the one before."""
    names, start = [], 0
    for name, label in found:
        start = text.index(name, start)
        names.append(Name(name, label, start, start + len(name)))
        start += len(name)
    return names


def test_the_state_an_article_tells_of() -> None:
    """What every state has one of is that of the country which the articles on an event name most; so is a ruler's army."""
    one = "Turkish President Ida Holm met Turkish miners. Turkish and Turkish bars closed. A Greek boat left. Lind's army won."
    two = "Holm spoke. The army left."
    texts = {"d1": one, "d2": two}
    names = {
        "d1": told(
            "d1",
            one,
            ("Turkish", "NORP"),
            ("Ida Holm", "PERSON"),
            ("Turkish", "NORP"),
            ("Turkish", "NORP"),
            ("Turkish", "NORP"),
            ("Greek", "NORP"),
            ("Lind", "PERSON"),
        ),
        "d2": told("d2", two, ("Holm", "PERSON")),
    }
    documents = {key: article(key, text, event="e") for key, text in texts.items()}
    found = parties(documents, names, aliases(names))
    for words in ("the army", "government warplanes", "the regime", "the Lind regime", "Lind", "Ida Holm"):
        assert found.one_side("d1", words, "d2", "Ankara"), words
    for words in ("the Greek army", "rebels", "the opposition", "the White Party"):
        assert not found.one_side("d1", words, "d2", "Ankara"), words
    alone = parties({"d2": documents["d2"]}, {"d2": names["d2"]}, aliases({"d2": names["d2"]}))
    assert not alone.one_side("d2", "the army", "d2", "Ankara")


@pytest.mark.parametrize(
    ("end", "ruler"),
    [
        ("Paul Lind's forces left.", True),
        ("The Lind regime fell.", True),
        ("Lind forces Holm to resign.", False),
        ("Rebel commander Paul Lind's forces left.", False),
        ("Warlord Paul Lind spoke. Lind's forces left.", False),
    ],
)
def test_whose_forces(end: str, ruler: bool) -> None:
    """Forces are a ruler's by a possessive; those of somebody who rose against a state are not the state's."""
    text = f"Turkish bars closed. Turkish miners left. Turkish boats sank. {end}"
    who = [("Paul Lind" if "Paul" in end else "Lind", "PERSON"), *([("Lind", "PERSON")] if "spoke" in end else [])]
    names = {"d1": told("d1", text, *[("Turkish", "NORP")] * 3, *who)}
    found = parties({"d1": article("d1", text)}, names, aliases(names))
    assert found.one_side("d1", who[0][0], "d1", "Ankara") is ruler


def test_nothing_known_nothing_joined() -> None:
    """Without names every form is its own."""
    assert aliases({}).forms == {}
    assert Aliases().canonical("d1", "Karsk") == "Karsk"


@pytest.mark.parametrize(
    ("table", "of", "wrong", "why"),
    [
        ("form,canonical\nRHF,Red Harbour Front\n", {"RHF": "Red Harbour Front"}, "", "a good table"),
        ("canonical;form\nRed Harbour Front;RHF\n", {"RHF": "Red Harbour Front"}, "", "semicolons, other order"),
        ("", {}, "line 1: begin with", "empty"),
        ("name,other\na,b\n", {}, "line 1: begin with", "other columns"),
        ("form,canonical\nRHF\nA,B\n", {"A": "B"}, "line 2: needs a form", "a cell short"),
        ("form,canonical\nRHF,\n", {}, "line 2: needs a form", "empty cell"),
        ("form,canonical\nA,B\nA,C\n", {"A": "B"}, "line 3: 'A' stands in an earlier line", "twice"),
        ('form,canonical\n"A,B\n', {}, "correct the quotes", "a quote left open"),
    ],
)
def test_corrections(table: str, of: dict[str, str], wrong: str, why: str) -> None:
    """A line that cannot be used is named, the rest stands."""
    got = parse(table, NAME)
    assert got.of == of
    assert [wrong in failure.reason for failure in got.failed] == ([True] if wrong else [])


def test_corrections_of_bad_files(tmp_path: Path) -> None:
    """A file that is not there or no text is named, never raised."""
    (tmp_path / NAME).write_bytes(b"\x00\x01\x02" * 50)
    got = load([tmp_path / "missing.csv", tmp_path / NAME])
    assert got.of == {}
    assert len(got.failed) == 2
