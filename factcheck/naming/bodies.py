"""The words for bodies in their names: "Karm Front", "Jabhat al-Karm", "Front of Karm" and, for short, "al-Karm"."""

from __future__ import annotations

from claims.nations import nation
from claims.spelling import folded

# Arabic words for bodies, which stand before their names.
_ARABIC = {
    **dict.fromkeys(("jabhat", "jabha"), "front"),
    **dict.fromkeys(("jaish", "jaysh", "jeish", "jeysh"), "army"),
    **dict.fromkeys(("harakat", "haraka"), "movement"),
    **dict.fromkeys(("hizb", "hezb"), "party"),
    "liwa": "brigade",
}
_LEFT_OUT = frozenset(["front", "party", "movement"])  # "the Karm Front", then "Karm"; "the Karm Army" is not Karm


def is_arabic_body(key: str) -> bool:
    """Whether a bare name begins with the Arabic word for a body."""
    return " " in key and key.split()[0] in _ARABIC


def sound_of(key: str) -> str:
    """A bare name as it sounds, its countries by their names and the word for a body last.

    "Orlian Army" and "Orlia Army", "Jabhat al-Karm", "Front Karm" and "Karm Front", "Army of Karm" and "Karm Army" sound alike.
    """
    words = key.split()
    if len(words) < 2:
        return folded(key)
    if words[0] in _ARABIC:
        words = [*words[1:], _ARABIC[words[0]]]
    elif words[1] == "of" and words[0] in _ARABIC.values():
        words = [*words[2:], words[0]]
    elif words[0] == "front":
        words = [*words[1:], "front"]
    return folded(" ".join(nation(w.upper() if len(w) == 2 else w) or nation(w.removesuffix("s")) or w for w in words))


def without_body(key: str) -> str:
    """A bare name without the word for a body; empty where it has none or nothing but a country is left."""
    words = key.split()
    name = ""
    if _ARABIC.get(words[0]) in _LEFT_OUT or words[0] == "front":
        name = " ".join(words[1:])
    elif words[-1] in _LEFT_OUT:
        name = " ".join(words[:-1])
    return "" if nation(name) else name
