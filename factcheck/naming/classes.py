"""Classes of names that grow by joining, and stay apart where one article uses both names side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from claims.names import is_office, is_site
from claims.spelling import adjective, alike, folded, nearly
from factcheck.naming.bodies import is_arabic_body, sound_of

# A surname that stands in many more articles than the full name is not short for it: a town named like a person in one article.
WIDER = 3

# Of several people of one surname in all articles, one is meant where no article says which if this share of articles is theirs.
MOST = 0.9
KNOWN = 2  # articles in which the full name must stand
# Two spellings stay two names where they meet in an article; among very many articles some mix the spellings of one name.
SLIPS = 0.1
_SHORTEST = 3  # letters of a surname
_LONGEST = 4  # words of a person's name; more are names run together
_PLURAL = 5  # letters of a name that another one has with an s more
# "Father of", "mother of": a by-name, which many have.
BY_NAMES = frozenset(["abu", "um", "umm", "om", "uma"])


class Classes:
    """A partition of keys. `documents` says in which documents each key stands."""

    def __init__(self, documents: Mapping[str, set[str]]):
        """Every key in a class of its own."""
        self._parent = {key: key for key in documents}
        self._documents = {key: set(some) for key, some in documents.items()}

    def chief(self, key: str) -> str:
        """The key that stands for a class: its alphabetically first."""
        while self._parent[key] != key:
            key = self._parent[key]
        return key

    def join(self, one: str, two: str, *, surely: bool = False) -> bool:
        """Make one class of two, unless they meet in a document and it is not sure; says whether they are one now."""
        a, b = sorted((self.chief(one), self.chief(two)))
        if a == b:
            return True
        met = len(self._documents[a] & self._documents[b])
        if not surely and met > SLIPS * min(len(self._documents[a]), len(self._documents[b])):
            return False
        self._parent[b] = a
        self._documents[a] |= self._documents[b]
        return True


def join_spellings(classes: Classes, kind: Mapping[str, str]) -> None:
    """Join keys of one kind that sound alike; those that only may be one name stay apart where they meet in a document."""
    by_sound: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(key for key in kind if not is_office(key)):
        by_sound["group" if is_arabic_body(key) else kind[key], sound_of(key)].append(key)
    for (what, sound), same in by_sound.items():
        for key in same[1:] if what != "person" or " " in sound else ():
            if min(len(key), len(same[0])) >= _SHORTEST and not (what == "person" and _by_name(sound)):
                classes.join(same[0], key, surely=True)
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    grounds = {sound for what, sound in by_sound if what == "place"}
    for what, sound in by_sound:
        if (what, f"{sound}s") in by_sound and len(sound) >= _PLURAL:
            classes.join(by_sound[what, sound][0], by_sound[what, f"{sound}s"][0], surely=True)
        alone = what == "person" and (" " not in sound or _by_name(sound))  # a surname is too little to go by; see Surnames
        if sound and not alone:
            blocks[what, sound[:1]].append(sound)
    for (what, _), sounds in sorted(blocks.items()):
        for n, one in enumerate(sounds):
            for two in sounds[n + 1 :]:
                person = what == "person" and one.split()[0] not in grounds and _one_person(one, two)
                vowel = nearly(one, two, 3 if what == "person" else 2)
                if vowel or alike(one, two) or person:
                    surely = (vowel and what != "person") or _contains(one, two)
                    classes.join(by_sound[what, one][0], by_sound[what, two][0], surely=surely)


def join_adjectives(classes: Classes, kind: Mapping[str, str]) -> None:
    """Join a place (or what the parser takes for one) and its regular adjective: countries outside the table, regions, towns."""
    places = sorted(key for key in kind if kind[key] != "person" and " " not in key)
    for start in {key[:_SHORTEST] for key in places}:
        some = [key for key in places if key.startswith(start)]
        for place in some:
            for word in some:
                if kind[place] == "place" and kind[word] == "group" and adjective(word, place):
                    classes.join(place, word, surely=True)


def _one_person(one: str, two: str) -> bool:
    """ "Dana Maria Holt" and "Dana Holt": the first and the last name stand in both, in like spelling."""
    a, b = one.split(), two.split()
    if is_site(a[-1]):
        return False  # "Orsk Holt district" and "Orsk district", which parsers take for people
    return len(a) != len(b) and min(len(a), len(b)) > 1 and alike(a[0], b[0]) and alike(a[-1], b[-1])


def _by_name(sound: str) -> bool:
    """ "Abu" and a first name: many are called so, so another spelling may be another man."""
    words = sound.split()
    return len(words) == 2 and words[0] in BY_NAMES


def _contains(one: str, two: str) -> bool:
    a, b = set(one.split()), set(two.split())
    return a < b or b < a


class Surnames:
    """Which full name a surname alone stands for, article by article."""

    def __init__(self, kind: Mapping[str, str], documents: Mapping[str, set[str]], classes: Classes):
        """`kind` says of each key what it mostly names, `documents` where it stands; `classes` are of full names."""
        self._kind, self._documents, self._classes = kind, documents, classes
        self._full: dict[str, list[str]] = defaultdict(list)
        for key in sorted(kind):
            words = key.split()
            headline = len(words) == _LONGEST and kind.get(" ".join(words[:2])) == "person"  # "Dana Holt Meets Venn"
            if kind[key] == "person" and 1 < len(words) <= _LONGEST and not headline:
                self._full[folded(key).split()[-1]].append(key)

    def whole(self, surname: str, document: str, *, here_only: bool = False) -> str:
        """The only full name of its article that ends so, else that of (nearly) all articles; empty where there are several.

        `here_only` asks for a full name of the same article, which makes a person of what parsers take for a body ("Holt said").
        """
        if " " in surname or len(surname) < _SHORTEST or (self._kind[surname] != "person" and not here_only):
            return ""
        classes: dict[str, list[str]] = defaultdict(list)
        for full in self._full.get(folded(surname), ()):
            classes[self._classes.chief(full)].append(full)
        spread = {chief: set().union(*(self._documents[full] for full in some)) for chief, some in classes.items()}
        wide = WIDER * max(map(len, spread.values()), default=0) >= len(self._documents[surname])
        here = [chief for chief, some in spread.items() if document in some]
        if not wide or len(here) > 1 or (here and all(self._two(full, document) for full in classes[here[0]])):
            return ""
        if not here and not here_only:
            total = len(set().union(*spread.values()))
            known = [chief for chief, some in spread.items() if len(some) >= max(KNOWN, MOST * total)]
            here = [chief for chief in known if not _by_name(folded(chief))]
        return here[0] if len(here) == 1 else ""

    def _two(self, full: str, document: str) -> bool:
        """Whether an article uses the first word alone too: "Orla Dana" in a text without commas may be two women."""
        first = full.split()[0]
        return (
            len(full.split()) == 2 and self._kind.get(first) in ("person", "group") and document in self._documents.get(first, ())
        )
