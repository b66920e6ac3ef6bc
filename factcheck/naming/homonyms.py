"""Homonyms: one name for a television channel and a town, for a village and a quarter, or for quarters of two towns.

Each article says by the words beside a name what it means (claims.called), and a quarter lies in a town that stands near it.
Where articles that share a name mean two things it is parted; an article that does not say what it means goes with the only
thing that it can mean, else with what most articles mean.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claims.called import MEDIUM, QUARTER, TOWN, VILLAGE
from claims.names import Name, is_site
from claims.nations import nation
from claims.spelling import folded

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_SHORTEST = 4  # letters of a town's name
_At = tuple[str, str]  # (document id, a name)


def meanings(names: Mapping[str, Sequence[Name]], whole: Mapping[_At, str]) -> dict[_At, str]:
    """(document id, name that stands for a form) -> what is meant there, of the names by which articles mean two things.

    `whole` gives the name that stands for a form in a document. What is meant is "medium", "village", or the town of a quarter.
    """
    mentions: dict[str, dict[str, list[Name]]] = defaultdict(lambda: defaultdict(list))
    towns: dict[str, str] = {}
    for document, some in sorted(names.items()):
        for name in some:
            full = whole[document, name.text]
            mentions[full][document].append(name)
            if name.called == TOWN and name.label in _PLACES and (town := _town(full)):
                towns[town] = min(towns.get(town, full), full, key=lambda way: (len(way), way))
    for document, some in sorted(names.items()):
        for name in some:
            if (full := _town(whole[document, name.text])) in towns and (form := _town(name.text)):
                towns.setdefault(form, towns[full])
    named = {
        document: {town for n in some if not n.acts for town in _towns_in((whole[document, n.text],), towns)}
        for document, some in names.items()
    }
    return {
        (document, chief): meant
        for chief, by_document in mentions.items()
        if len(by_document) > 1
        for document, meant in _meant(by_document, named, towns.get(folded(chief), ""), towns).items()
    }


def _town(name: str) -> str:
    """A town's name without "city" for comparing; empty for a country and for the few letters of many other names."""
    if nation(name) or nation(name.removesuffix("s")):
        return ""
    bare = " ".join(word for word in folded(name).split() if not is_site(word))
    return bare if len(bare) >= _SHORTEST else ""


def _towns_in(names: Iterable[str], towns: Mapping[str, str]) -> Iterator[str]:
    """The towns that names are or hold: "Karsk city", and "Karsk" in "Karsks Salt Gate" of a text without apostrophes."""
    for whole in map(_town, names):
        words = (whole,) if whole in towns else (w for word in whole.split() for w in (word, word.removesuffix("s")))
        yield from (towns[word] for word in words if word in towns)


def _meant(
    mentions: Mapping[str, Sequence[Name]], named: Mapping[str, set[str]], own: str, towns: Mapping[str, str]
) -> dict[str, str]:
    """Document id -> what it means by one name; empty where all may mean one thing."""
    called = {document: {n.called for n in some} for document, some in mentions.items()}
    placed = any(n.called and n.called != MEDIUM and n.label in _PLACES for some in mentions.values() for n in some)
    if placed and (meant := _parted(called, MEDIUM, {QUARTER, VILLAGE, TOWN})):
        return meant
    if own or not any(QUARTER in kinds for kinds in called.values()):
        return {}
    villages = _parted(called, VILLAGE, {QUARTER}) if placed else {}
    mentions = {document: some for document, some in mentions.items() if document not in villages}
    said = {d: set(_towns_in((w for n in some for w in n.within), towns)) for d, some in mentions.items()}
    near = {d: set(_towns_in((w for n in some for w in n.around), towns)) for d, some in mentions.items()}
    return villages | _by_town(said, near, named)


def _by_town(said: Mapping[str, set[str]], near: Mapping[str, set[str]], named: Mapping[str, set[str]]) -> dict[str, str]:
    """Document id -> the town of a quarter, where documents put it in several; empty where all may mean one quarter.

    A document that only has other towns near the quarter means another one if it names none of those that are said at all.
    """
    groups = _groups(said.values())
    apart = [towns for d, towns in near.items() if not any((towns | named[d]) & group for group in groups)]
    groups = [*groups, *_groups(apart)]
    if len(groups) < 2:
        return {}
    known = Counter(town for d in said for town in said[d] or near[d])
    heads = [min(group, key=lambda town: (-known[town], town)) for group in groups]
    largest = max(range(len(groups)), key=lambda n: (sum(known[town] for town in groups[n]), heads[n]))
    meant = {}
    for d in said:
        told = next((some for some in (said[d], near[d], named[d]) if any(some & group for group in groups)), set())
        fitting = [n for n, group in enumerate(groups) if told & group]
        meant[d] = heads[fitting[0] if len(fitting) == 1 else largest]
    return meant if len(set(meant.values())) > 1 else {}


def _parted(called: Mapping[str, set[str]], kind: str, others: set[str]) -> dict[str, str]:
    """The documents that call a name only by a kind, if others call it something else; those that do not say are neither."""
    of_kind = [document for document, kinds in called.items() if kind in kinds and not kinds & others]
    if not of_kind or not any(kinds & others for kinds in called.values()):
        return {}
    return dict.fromkeys(of_kind, kind)


def _groups(told: Iterable[set[str]]) -> list[set[str]]:
    """The towns that documents name together, so that two groups have no document in common."""
    groups: list[set[str]] = []
    for towns in told:
        if towns:
            meeting = [group for group in groups if group & towns]
            groups = [group for group in groups if not group & towns] + [towns.union(*meeting)]
    return groups
