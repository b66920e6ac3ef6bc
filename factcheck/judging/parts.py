"""Parts: why the lower of two tolls may be a part of the other, by whom each of them counts, where and over how long a time."""

from __future__ import annotations

import re

from claims.claim import Claim
from claims.figures.roles import KINDS, kind
from claims.names import shared_name
from claims.nations import nation

_OF_THE = re.compile(
    r"(?:(?:at\s+least|more\s+than|about|some|over|nearly)\s+)?[\w,-]+\s+of\s+(?:the|those|these|them)\b(?:\s+\w+)?", re.I
)
_OF = re.compile(r"\s+(?:of|from|belonging\s+to)\s+(?:the\s+|a\s+)?")
_DEEDS = (
    r"(?:(?:air)?strikes?|raids?|attacks?|fighting|clashes|violence|shelling|bombardments?|bombings?|operations?|battles?|unrest"
    r"|riots?)"
)
_DAYS_OF = re.compile(
    r"\b(?:in|over|during)\s+(?:the\s+)?(?:\d+|two|three|four|five|six|seven|several|many|recent)\s+(?:days?|weeks?|months?|years?)"
    rf"\s+of\s+(?:[\w-]+\s+){{0,3}}?{_DEEDS}\b",
    re.I,
)
_ACROSS = re.compile(
    rf"\b(?:{_DEEDS}|kill(?:ed|s|ing)|dead|died|deaths?)\s+(?:[\w-]+\s+){{0,4}}?"
    r"(?:(?:across|throughout)\s+(?:(?:the\s+)?(?:\w+\s+)?(?:country|nation|region|province)\b|(?-i:[A-Z])[\w-]+\s+and\s+(?-i:[A-Z]))"
    r"|(?:nation|country)-?wide(?!\s+(?-i:[a-z])*(?:holiday|strike|protest|campaign|ban|curfew)))",
    re.I,
)
_ALL_TOLD = frozenset({"fighter", "soldier", "attacker"})  # "12 of the gunmen" may be all of whom anybody tells
SEVERAL = 4  # places that one toll names: a village, its district and its province are one
_CARE = re.compile(
    r"\b(?:treated|treatment|hospitali[sz]ed|in\s+hospitals?|intensive\s+care|(?:critical|serious)\s+condition)\b", re.I
)


def wider(claim: Claim) -> str:
    """The words by which a toll is of several days or places: "in two days of raids", "across the country"; empty otherwise."""
    if found := _DAYS_OF.search(claim.text) or _ACROSS.search(claim.text):
        return found.group()
    small = [place for place in claim.places if not nation(place)]
    return ", ".join(small) if len(small) >= SEVERAL else ""


def under_care(part: Claim, whole: Claim) -> str:
    """The words by which the lower of two counts of wounded is of those in care, or in danger, alone; empty otherwise."""
    one, two = part.quantities[0], whole.quantities[0]
    care = _CARE.search(part.text) if one.role == "wounded" and one.high < two.high and not _CARE.search(whole.text) else None
    return f"“{care.group()}”" if care else ""


def two_parts(left: Claim, right: Claim) -> str:
    """Why two parts may be of other people ("14 of the dead", "one of those killed"); empty where a kind is told, or no part."""
    one, two = left.quantities[0], right.quantities[0]
    if not (one.part and two.part) or kind(one.counted) == kind(two.counted) != "":
        return ""
    return "nothing tells which people are counted"


def definite_part(part: Claim, whole: Claim) -> str:
    """The words by which the lower of two tolls is a part of a number known before ("four of the children"); empty otherwise."""
    one, two = part.quantities[0], whole.quantities[0]
    if one.high >= two.low or kind(one.counted) in _ALL_TOLD or _part_words(whole):
        return ""
    return _part_words(part)


def _part_words(claim: Claim) -> str:
    quantity = claim.quantities[0]
    found = _OF_THE.match(claim.text, quantity.start - claim.start) if quantity.start >= claim.start else None
    return found.group() if found else ""


def kinds_apart(left: Claim, right: Claim) -> str:
    """The kinds of people that two tolls count, where both tell one and not the same: civilians and fighters; empty otherwise."""
    kinds = [kind(claim.quantities[0].counted) for claim in (left, right)]
    return " / ".join(kinds) if kinds[0] != kinds[1] and KINDS.issuperset(kinds) else ""


def groups_apart(left: Claim, right: Claim) -> str:
    """The groups whose people two tolls count ("members of the Harbour League"), where both name one and not the same."""
    one, two = _groups(left), _groups(right)
    of_nations = any(map(nation, one)) != any(map(nation, two))  # a nation's soldiers and a league's members
    apart = one and two and not shared_name(one, two) and (of_nations or not shared_name(left.names, right.names))
    return f"{', '.join(one)} / {', '.join(two)}" if apart else ""


def of_one_group(part: Claim, whole: Claim) -> str:
    """The group whose people the first toll counts, where the second one is higher and of people in general; empty otherwise."""
    one, two = part.quantities[0], whole.quantities[0]
    general = not kind(two.counted) and not _groups(whole) and one.high < two.low
    return ", ".join(name for name in _groups(part) if not nation(name)) if general else ""


def _groups(claim: Claim) -> tuple[str, ...]:
    """The names before what a toll counts, in the text's own words, and at once behind its "of"."""
    quantity = claim.quantities[0]
    if not quantity.counted or quantity.end < claim.start:
        return ()
    at = claim.text.find(quantity.counted, quantity.end - claim.start)
    behind = _OF.match(claim.text, at + len(quantity.counted)) if at >= 0 else None
    reach = behind.end() if behind else -1
    own = [word for word in quantity.counted.split()[:-1] if word[:1].isupper() and kind(word) not in KINDS | {""}]
    named = [name for name in claim.names if behind and claim.text.startswith(name, reach)]
    return (*own, *named)
