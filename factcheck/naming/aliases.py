"""Aliases: which forms in all articles name one person, country, group or place; the user can correct the table.

Forms (bare spellings) are classed article by article, so that one surname may mean two people in two articles:
1. what the user says (aliases.csv);
2. countries by any of their names, and their seats of government where those act ("Ankara denied");
3. people: full names in like spellings; a surname alone is the one person of that name in its article, else in all articles;
4. short forms that an article explains itself: "Red Harbour Front (RHF)", or the initials of a name that it spells out;
5. like spellings, unless one article uses both side by side: an article keeps to one spelling, so there they are two names.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from claims.called import MEDIUM
from claims.claim import Claim
from claims.names import Name, untitled
from claims.nations import nation, seat
from claims.spelling import adjective, bare
from factcheck.naming.classes import BY_NAMES, Classes, Surnames, join_adjectives, join_spellings
from factcheck.naming.homonyms import meanings
from factcheck.naming.shortforms import shortforms

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_Key = tuple[str, str]  # (document id, bare form)


@dataclass(frozen=True, slots=True)
class Aliases:
    """`of` maps (document id, bare form) to a canonical name, `forms` a canonical name to the forms it stands for, counted.

    `given` is what the user said, bare form -> canonical name; it holds in every article.
    """

    of: Mapping[_Key, str] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)

    def canonical(self, document: str, name: str, acts: bool = False) -> str:
        """The canonical name of a form as a document uses it; the form itself where nothing more is known of it.

        `acts` says that it does or says something: then a capital is its government.
        """
        key = _key(name)
        if key in self.given:
            return self.given[key]
        country = nation(name) or (seat(name) if acts else "")
        return country or self.of.get((document, key), name)


def aliases(names: Mapping[str, Sequence[Name]], given: Mapping[str, str] | None = None) -> Aliases:
    """The aliases of the names in documents (by id); `given` is the user's table, form -> canonical name."""
    said = {_key(form): canonical for form, canonical in (given or {}).items()}
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    free: dict[str, list[Name]] = {}
    for document in sorted(names):
        free[document] = []
        for name in names[document]:
            known = said.get(_key(name.text)) or nation(name.text) or (seat(name.text) if name.acts else "")
            if known:
                forms[known][name.text] += 1
            else:
                free[document].append(name)
    of = _resolved(free)
    for document, some in free.items():
        for name in some:
            forms[of[document, _key(name.text)]][name.text] += 1
    table = {
        canonical: dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
        for canonical, counts in sorted(forms.items())
    }
    return Aliases(of, table, said)


def _key(name: str) -> str:
    """What two mentions share that differ in case, diacritics, article, title or possessive only."""
    words = bare(untitled(name))
    if len(words.split()) == 2 and words.split()[0] in BY_NAMES:
        return " ".join(name.casefold().replace("-", " ").split())  # "Abu al-Karm" may be another man than "Abu Karm"
    return words or name.casefold()


def _resolved(names: Mapping[str, Sequence[Name]]) -> dict[_Key, str]:
    """(document, key) -> canonical name, for names that are no country."""
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    written: dict[str, Counter[str]] = defaultdict(Counter)
    documents: dict[str, set[str]] = defaultdict(set)
    for document, some in names.items():
        for name in some:
            key = _key(name.text)
            labels[key][_kind(name.label)] += 1
            written[key][untitled(name.text)] += 1
            documents[key].add(document)
    kind = {key: min(counts, key=lambda label: (-counts[label], label)) for key, counts in labels.items()}
    classes = Classes(documents)
    join_spellings(classes, kind)
    join_adjectives(classes, kind)
    short = shortforms(names, _key)
    surnames = Surnames(kind, documents, classes)
    persons = _persons(names)
    acting = _acting(names, kind)
    full = {
        (document, key): short.get((document, key))
        or (surnames.whole(key, document) if (document, key) in persons else "")
        or (surnames.whole(key, document, here_only=True) if (document, key) in acting else "")
        or key
        for key in sorted(documents)
        for document in sorted(documents[key])
    }
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    for key in set(full.values()):
        ways[classes.chief(key)].update(written[key])
    shown = {chief: _shown(some) for chief, some in ways.items()}
    whole = {at: shown[classes.chief(key)] for at, key in full.items()}
    meant = meanings(names, {(d, n.text): whole[d, _key(n.text)] for d, some in names.items() for n in some})
    return {(d, key): f"{name} ({meant[d, name]})" if (d, name) in meant else name for (d, key), name in whole.items()}


def _persons(names: Mapping[str, Sequence[Name]]) -> set[_Key]:
    """The keys that mostly name a person in their document: "the Holt district" is not Mr Holt."""
    labels: dict[_Key, int] = defaultdict(int)
    for document, some in names.items():
        for name in some:
            person = name.label == "PERSON" and name.called in ("", MEDIUM)
            labels[document, _key(name.text)] += 1 if person else -1
    return {at for at, balance in labels.items() if balance > 0}


def _acting(names: Mapping[str, Sequence[Name]], kind: Mapping[str, str]) -> set[_Key]:
    """The keys that may name a person whom their document names in full: they act, or are people in other documents."""
    found: set[_Key] = set()
    for document, some in names.items():
        places = {_key(n.text) for n in some if n.called}
        keys = {_key(n.text) for n in some if (n.acts and n.label not in _PLACES) or kind[_key(n.text)] == "person"}
        found |= {(document, key) for key in keys - places}
    return found


def _shown(ways: Mapping[str, int]) -> str:
    """The most frequent way to write a name, but a place rather than its adjective; of equals the longest."""
    whole = [way for way in ways if not any(adjective(bare(way), bare(other)) for other in ways)]
    return min(whole, key=lambda way: (-ways[way], -len(way), way))


def _kind(label: str) -> str:
    return "person" if label == "PERSON" else "place" if label in _PLACES else "group"


def applied(aliases: Aliases, claim: Claim) -> Claim:
    """A claim whose places and names are canonical, for comparing; its words stay as they are."""
    places, names = (tuple(aliases.canonical(claim.document, name) for name in some) for some in (claim.places, claim.names))
    return replace(claim, places=places, names=names)
