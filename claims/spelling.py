"""Spellings: one name in bare letters, and whether two spellings are likely one name.

Rashidin and Rashideen, Raqa and Rakka, Erdoğan and Erdogan are one name in two spellings; Iran and Iraq are two names.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

# Words of one skeleton of consonants may differ in several vowels: rapidfuzz ratio (0 to 100) of manbij / minbej is 67, of
# mohamed / mahmud 62. The skeleton must have four consonants: hasan and husin share three.
SAME_SKELETON = 65.0
_SKELETON = 4

# Otherwise one vowel may differ, any letter (or two vowels) in words of _LONG letters; words below _MIDDLE letters must have
# the same length (shaar and shaara are two villages), and words below _SHORTEST be equal.
_SHORTEST = 4
_MIDDLE = 6
_SHORT = 3  # letters of a word that may differ in one vowel where the rest of a name is the same
_LONG = 9
_COMPASS = frozenset(["eastern", "western", "northern", "southern"])  # no adjective of Easter
_ONE_WORD = {"shiite": "shia", "shiites": "shia", "sunnis": "sunni"}  # two English forms of one word
_ENDINGS = frozenset({"n", "an", "ian", "ese", "ish", "ns", "ans", "ians"})

_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "’": "'"})
_POSSESSIVE = re.compile(r"'s?\b(?=\s|$)")
_ARTICLES = frozenset({"the", "al", "el", "an", "ar", "as", "ash", "at", "az", "ad", "ez", "a"})
_JOINED_ARTICLE = re.compile(r"^e(?=([tdrzsn])\1)")  # "Ezzor": the article, written as it sounds and in one with its word
# What one sound is written as: q, c, kh and k; g and gh; ee, ie, ai and y; ou, oo and u. Applied in this order, in lower case.
_SOUNDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"ph", "f"),
        (r"nce(?=s?$)", "nse"),
        (r"[qc](?!h)", "k"),
        (r"ck|kh", "k"),
        (r"gh", "g"),
        (r"ee|ie|ei|ey|ai|ay|y", "i"),
        (r"oo|ou", "u"),
        (r"(.)\1", r"\1"),
        (r"(?<=[aeiou])h$", ""),
    )
)


@lru_cache(maxsize=1 << 16)
def bare(name: str) -> str:
    """A name in lower case without diacritics, possessive, leading article and punctuation: "the al-Nusra's" is "nusra"."""
    text = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = _POSSESSIVE.sub("", text.replace(".", ""))
    words = [_ONE_WORD.get(word, word) for word in re.findall(r"\w+", text.replace("'", ""))]
    return " ".join([w for w in words[:-1] if w not in _ARTICLES] + words[-1:])


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """The bare name with every sound written in one way: Rakka and Raqa are "raka", "Deir Ezzor" is "Deir ez-Zor"."""
    first, *rest = bare(name).split() or [""]
    return " ".join(_fold(word) for word in (first, *(_JOINED_ARTICLE.sub("", word) for word in rest)))


def _fold(word: str) -> str:
    for pattern, to in _SOUNDS:
        word = pattern.sub(to, word)
    return word


def alike(one: str, two: str) -> bool:
    """Whether two folded names are likely one name: word by word the same sounds, or nearly so; digits must be equal."""
    if one == two:
        return True
    a, b = one.split(), two.split()
    if len(a) != len(b):
        x, y = "".join(a), "".join(b)  # "deir ezor" and "deirezor": cut into words differently
        return abs(len(a) - len(b)) == 1 and min(len(x), len(y)) >= _MIDDLE and (x == y or _one_word(x, y))
    return bool(a) and all(_one_word(x, y) for x, y in zip(a, b, strict=True))


def nearly(one: str, two: str, consonants: int) -> bool:
    """Whether two folded names differ in one vowel of one of their words, of so many consonants: "Jaish Karm", "Jeish Karm"."""
    a, b = one.split(), two.split()
    if len(a) != len(b) or len(a) < 2:
        return False
    other = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(other) != 1:
        return False
    ((x, y),) = other
    same = (skeleton := _consonants(x)) == _consonants(y)
    return same and len(skeleton) >= consonants and min(len(x), len(y)) >= _SHORT and Levenshtein.distance(x, y) <= 1


def _one_word(one: str, two: str) -> bool:
    if one == two:
        return True
    if min(len(one), len(two)) < _SHORTEST or one[0] != two[0] or not (one.isalpha() and two.isalpha()):
        return False
    same_skeleton = (skeleton := _consonants(one)) == _consonants(two)
    if same_skeleton and len(skeleton) >= _SKELETON and fuzz.ratio(one, two) >= SAME_SKELETON:
        return True
    longest, distance = max(len(one), len(two)), Levenshtein.distance(one, two)
    if longest >= _LONG:
        return distance <= (1 if not same_skeleton else 2)
    return same_skeleton and distance <= 1 and (longest >= _MIDDLE or len(one) == len(two))


def adjective(word: str, place: str) -> bool:
    """Whether a bare word is the regular adjective of a place: Crimea, Crimean; Torvay, Torvayan."""
    if len(place) < _SHORTEST or word in _COMPASS or not word.startswith(place[:-1]) or len(word) <= len(place):
        return False
    return word.removeprefix(place) in _ENDINGS or (place[-1] in "aeiouy" and word.removeprefix(place[:-1]) in _ENDINGS)


def _consonants(word: str) -> str:
    return re.sub(r"[aeiou]", "", word)
