"""Countries under all their names: Turkey, Türkiye, Turkish, Turks, and Ankara where it acts as a government.

The table (countries.tsv) holds the members of the United Nations and some more states and territories, each with other names,
seats of government and words for its people. It was compiled from the packages countryinfo (MIT) and world-countries (data of
mledoze/countries, Open Database License 1.0) and corrected by hand; see NOTICE for its licence.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from claims.spelling import bare

_REMEMBERED = 65_536  # names whose country is asked for again and again in one pile of articles


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """(name or word for the people -> country, seat of government -> country), keys in bare spelling."""
    names: dict[str, str] = {}
    seats: dict[str, str] = {}
    for line in (files("claims") / "countries.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        country, others, sits, people = line.split("\t")
        for name in (country, *_cells(others)):
            names[bare(name)] = country
        for name in _cells(people):
            names[bare(name)] = country
            names[bare(f"{name}s")] = country
        for name in _cells(sits):
            seats.setdefault(bare(name), country)
    return names, seats


def _cells(cell: str) -> list[str]:
    return [name for name in cell.split(";") if name]


@lru_cache(_REMEMBERED)
def nation(name: str) -> str:
    """The country that a name or a word for its people means ("Turkish", "the U.S."); empty for anything else.

    Two letters are a country only as capitals: "US", not "us".
    """
    word = name.replace(".", "").strip()
    if len(word) <= 2 and not word.isupper():
        return ""
    return _tables()[0].get(bare(name), "")


@lru_cache(_REMEMBERED)
def seat(name: str) -> str:
    """The country whose government sits at a place of this name: Ankara, the Kremlin; empty for anything else."""
    return _tables()[1].get(bare(name), "")
