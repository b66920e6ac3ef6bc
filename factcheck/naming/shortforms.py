"""Short forms that an article explains: "Red Harbour Front (RHF)", initials of a name that it spells out, a clipped word,
a name without the word for a body ("al-Karm" for "the al-Karm Front")."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from claims.names import Name, is_site
from claims.speech.cues import AGENCIES
from claims.spelling import folded
from factcheck.naming.bodies import sound_of, without_body

_SHORT = re.compile(r"[A-Z][A-Z.&-]{1,6}s?")
_CLIPPED = re.compile(r"[A-Z][a-z]{2,4}")
_SMALL = frozenset("of the for and in on to de la le du al el".split())
_NAMED = frozenset(["ORG", "PERSON"])  # what a body's name without "Front" is labelled
# An article that does not explain a short form follows the others where this share of them agrees.
AGREED = 0.8
_CUT = 3  # letters that a clipped word leaves out, so that a plural is no short form
_BESIDE = 3  # characters between a name and its short form in brackets


def shortforms(names: Mapping[str, Sequence[Name]], key: Callable[[str], str]) -> dict[tuple[str, str], str]:
    """(document id, key of a short form) -> key of the full name, where an article says so, or all articles that say agree."""
    found: dict[tuple[str, str], str] = {}
    everywhere: dict[str, Counter[str]] = defaultdict(Counter)
    headless: dict[str, str] = {}  # names without the word for a body
    for document in sorted(names):
        full = {key(n.text): n.text for n in names[document] if " " in n.text.strip()}
        for short in sorted({n.text for n in names[document] if _SHORT.fullmatch(n.text) or _clips(n)}):
            meant = {k for k, text in full.items() if explains(text, short)}
            meant |= {key(a.text) for a, b in _beside(names[document]) if b.text == short and _starts(a.text, short)}
            if len(meant) == 1:
                found[document, key(short)] = meant.pop()
                everywhere[key(short)][found[document, key(short)]] += 1
        bodies: dict[str, list[str]] = defaultdict(list)
        for k in sorted(full):
            if bodyless := without_body(k):
                bodies[bodyless].append(k)
        for short in sorted({key(n.text) for n in names[document] if n.label in _NAMED}):
            base = short if short in bodies else short.removesuffix("s")  # "al-Karms attack" of a text without apostrophes
            whole = bodies.get(base, [])
            if len({sound_of(k) for k in whole}) == 1 and (document, short) not in found:
                found[document, short] = whole[0]
                everywhere[base][whole[0]] += 1
                headless |= {base: base, f"{base}s": base}
    for document, some in names.items():
        for name in some:
            short_key = key(name.text)
            if (explained := everywhere.get(headless.get(short_key, short_key))) and (
                short_key in headless or _SHORT.fullmatch(name.text)
            ):
                (most, count), *_ = sorted(explained.items(), key=lambda item: (-item[1], item[0]))
                if count >= AGREED * explained.total():
                    found.setdefault((document, short_key), most)
    return found


def explains(full: str, short: str) -> bool:
    """Whether a name has a short form's letters for initials, or begins with a clipped word: Federal Bureau, "Fed"."""
    words = [w for w in re.findall(r"[^\W_]+", full) if w.lower() not in _SMALL]
    if len(words) < 2:
        return False
    if short.lower() in AGENCIES:
        return False  # AP is an agency, whatever has these initials
    if _SHORT.fullmatch(short):
        letters = re.sub(r"[^A-Z]", "", short)
        return letters == "".join(w[0] for w in words).upper()
    return words[0].startswith(short) and len(words[0]) - len(short) >= _CUT and not is_site(folded(words[-1]))


def _starts(full: str, short: str) -> bool:
    """Whether the letters of a short form stand in a name in their order, the first at its start: "Red Harbour (RHB)"."""
    letters = iter(re.sub(r"[^\w]", "", full).lower())
    wanted = re.sub(r"[^A-Z]", "", short).lower()
    return len(wanted) > 2 and full.lower().startswith(wanted[:1]) and all(letter in letters for letter in wanted)


def _clips(name: Name) -> bool:
    return name.label == "ORG" and _CLIPPED.fullmatch(name.text) is not None


def _beside(names: Sequence[Name]) -> list[tuple[Name, Name]]:
    return [(a, b) for a, b in pairwise(names) if 0 < b.start - a.end <= _BESIDE and _SHORT.fullmatch(b.text)]
