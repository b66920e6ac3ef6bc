"""Occasions: whether two tolls, or two days, are of one happening. Where much happens, each day and each town has its own dead,
so figures that differ contradict each other only as far as nothing tells that they were counted somewhere or sometime else.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from claims.aboard import ABOARD
from claims.claim import Claim
from claims.facets import HAPPENINGS
from claims.figures.revisions import rival
from claims.figures.roles import HARM, kind
from claims.nations import nation
from claims.open_toll import OPEN_TOLL
from factcheck.judgement import Code
from factcheck.judging.attackers import TwoCounts
from factcheck.judging.details import means, place_of_both, sites
from factcheck.judging.elsewhere import leads_elsewhere
from factcheck.judging.parts import definite_part, groups_apart, kinds_apart, of_one_group, two_parts, under_care, wider
from factcheck.judging.scopes import STATED, days_unknown, one_time, told_before
from factcheck.judging.ways import ways_apart

_Found = tuple[Code, float, str]

# An article's main happening is told in its headline and its first sentences; what comes later is mostly of other ones.
LEAD = 700  # characters: a headline and about four sentences

THE_ONE = re.compile(
    rf"\b(?:the|this)\s+(?:[\w-]+\s+){{0,2}}(?:{'|'.join(sorted(HAPPENINGS))})s?\b"
    r"|\b(?:those|the)\s+(?:killed|dead|wounded|injured|victims)\b",
    re.I,
)

_NEW = r"\b(?:an?|another)\s+(?:(?!(?:of|for|to|in|near|on|by|at|from|the|this|that|who|which)\b)[\w-]+\s+){0,3}"
_NEW_ONE = re.compile(rf"{_NEW}(?:{'|'.join(sorted(HAPPENINGS))})\b", re.I)
_GOES_ON = re.compile(rf"\W*(?:and|or)\s+(?:[\w-]+\s+){{1,6}}?(?:in|by|during|after|from|of)\s+(?:{THE_ONE.pattern})", re.I)

# Two articles that begin less alike (judging/openings.py) have two happenings for their main ones; set on tolls of a large pile
# and on the dev gold (benchmarks/).
SAME_OPENING = 0.52

# Facets of which an article mostly tells for its main happening, and in words that fit any ("the toll may rise").
OF_THE_MAIN_ONE = frozenset({OPEN_TOLL, ABOARD})

# Two claims in almost the same words are of one happening, wherever it was.
SAME_WORDS = 0.85

# Days that a report may be wrong about the day of a sudden happening; what is told of a later one is another.
SLIP = 7

NEAR = 2.0  # times: two early counts of one happening seldom differ by more

SMALL = 9  # dead or wounded: many a happening has so many

# What one article says of two counts in one voice: sure enough, because nobody contradicts himself in print without a word on it.
ONE_TELLER = 0.8


@dataclass(frozen=True, slots=True)
class Around:
    """What two articles tell around two claims (judging/surroundings.py); as here where the articles are not known.

    `openings` is how alike the articles begin, `both_told` that one of them gives both tolls in one voice, `quoted` that an
    outlet gives one itself and has the other from somebody, `adds_up` that figures of one sentence add up to the other toll,
    `further` the word by which a toll counts others than those before. `places` are those of the two where they are not one,
    `within` where the lower toll is of a smaller place, `inside` which place lies in which.
    `at_once` says that two outlets tell one story within a day, `others_harmed` that the sentences around give tolls and no
    common one, `reprinted` that the same words stand in the same sentence, `own_words` how many words the claims share that
    few of the articles hold, where they are known by their words alone or are of articles that begin with different things, and
    many are compared. `doers` are
    the numbers of attackers that the clauses of both give, where they cannot be one, `done_by` who did it where the clauses
    name two sides of a war, `same_beside` that both sentences count as many of other harm, `new_between` that their
    article tells of a new happening between the two, `referring` the ids of
    the claims whose sentence goes on with the happening ("two had died and five were hurt in the fire").
    """

    openings: float | None = None
    both_told: bool = False
    quoted: bool = False
    adds_up: bool = False
    further: str = ""
    places: str = ""
    within: str = ""
    inside: str = ""
    at_once: bool = False
    others_harmed: bool = False
    reprinted: bool = False
    own_words: int | None = None
    doers: TwoCounts | None = None
    done_by: str = ""
    same_beside: bool = False
    new_between: bool = False
    referring: frozenset[str] = frozenset()


NOTHING_KNOWN = Around()


def begin_apart(openings: float | None) -> bool:
    """Whether two articles begin so unlike that their main happenings are two."""
    return openings is not None and openings < SAME_OPENING


def tolls_apart(left: Claim, right: Claim, reason: str, around: Around = NOTHING_KNOWN) -> _Found | None:
    """What holds of two tolls that cannot be of one happening, or of which nothing tells that they are; None otherwise.

    `reason` says why the figures differ.
    """
    rivals = rival(left.text) or rival(right.text)  # an article that says so gives both, and of one happening
    if around.both_told and not rivals:
        return Code.PART_OF_WHOLE, ONE_TELLER, f"{reason}, but one article gives both: of two happenings, or a part of it"
    if around.quoted and not rivals:
        return Code.NO_BASIS, 0.5, f"{reason}, if both are of one happening: one article gives both, the other toll as somebody's"
    if around.adds_up:
        return Code.PART_OF_WHOLE, ONE_TELLER, f"{reason}, but it is a part: what its sentence counts adds up to the other"
    if around.further:
        return Code.NO_BASIS, 0.5, f"{reason}, if the same people are counted: “{around.further}” may tell of others"
    if around.places:
        return Code.NO_BASIS, 0.5, f"{reason}, if both are of one happening: {around.places}"
    if around.within:
        return Code.PART_OF_WHOLE, 0.5, f"{reason}, but it may be a part, of a smaller place: {around.within}"
    if part := under_care(left, right) or under_care(right, left):
        return Code.PART_OF_WHOLE, 0.7, f"{reason}, but {part} may be a part of the wounded"
    if leads := leads_elsewhere(left) or leads_elsewhere(right):
        return Code.NO_BASIS, 0.5, f"{reason}, if both are of one happening: “{leads}” may lead to another one"
    if left.document == right.document and (told := _by_one_article(left, right, reason, rivals, around)):
        return told
    if parts := two_parts(left, right):
        return Code.NO_BASIS, 0.5, f"{reason}, if both are one part of the whole: {parts}"
    if before := told_before(left, right):
        return Code.OTHER_WINDOW, STATED, f"{reason}, but they are of two happenings: {before}"
    if apart := ways_apart(left, right) or around.done_by:
        return Code.NO_BASIS, 0.5, f"{reason}, if both are of one happening: {apart}"
    low, high = sorted((left, right), key=lambda claim: claim.quantities[0].low)
    if (more := wider(high)) and not wider(low):
        return Code.PART_OF_WHOLE, 0.5, f"{reason}, but one is counted over a longer time or in more places: “{more}”"
    if part := definite_part(left, right) or definite_part(right, left):
        return Code.PART_OF_WHOLE, 0.7, f"{reason}, but “{part}” are a part"
    if part := of_one_group(left, right) or of_one_group(right, left):
        return Code.PART_OF_WHOLE, 0.5, f"{reason}, but the people of {part} may be a part"
    if groups := groups_apart(left, right) or kinds_apart(left, right):
        return Code.NO_BASIS, 0.5, f"{reason}, if both count the same people: {groups}"
    at_once = around.at_once and _near(left, right)
    if not at_once and not sites(left) & sites(right) and (days := days_unknown(left, right)):
        return Code.NO_BASIS, 0.5, f"{reason}, if both are of one happening: {days}"
    if left.document != right.document and not rivals and (aside := _told_aside(left, right, around)):
        return Code.NO_BASIS, 0.5, f"{reason}, if both are of one happening: {aside}"
    return None


def _near(left: Claim, right: Claim) -> bool:
    """Whether two tolls are so near that they can be two counts of one happening: not 3 and 70."""
    few, many = sorted(claim.quantities[0].number for claim in (left, right))
    return many <= NEAR * few


def other_tolls(left: Claim, right: Claim, code: Code, around: Around) -> str:
    """Why two tolls that are the same, or the later of which is higher, may be of two happenings: their places, where a toll
    is so small or so vague that chance makes it the same, or where it only grew; empty where nothing says so.
    """
    one = left.quantities[0]
    if one.role not in HARM or left.document == right.document:
        return ""
    by_chance = code is Code.SAME_VALUE and (one.high <= SMALL or one.low < one.high < math.inf)
    return around.places if by_chance or code is Code.LATER_COUNT else ""


def _told_aside(left: Claim, right: Claim, around: Around) -> str:
    """Why a toll is rather of another happening than the main one of its article; empty where nothing says so.

    One toll may stand far down where both name one time or one place, both where they count one nation's people besides.
    """
    main = [claim.id in around.referring or _of_the_main_one(claim) for claim in (left, right)]
    known = any(main) or _one_people(left, right)
    if known and (one_time(left.window, right.window) or _place_in_common(left, right)):
        return ""
    if all(main):
        apart = begin_apart(around.openings) and not around.same_beside
        return "their articles begin with different things" if apart else ""
    return "one is told far down in its article, with no common time or place"


def _one_people(left: Claim, right: Claim) -> bool:
    """Whether both count the people of one nation: "Torvayan soldiers"."""
    one, two = ({nation(word) for word in claim.quantities[0].counted.split() if nation(word)} for claim in (left, right))
    return bool(one & two)


def _place_in_common(left: Claim, right: Claim) -> bool:
    """Whether both name one site, or one place that is smaller than a country."""
    return bool(place_of_both(left, right) or sites(left) & sites(right))


def _of_the_main_one(claim: Claim) -> bool:
    """Whether a claim stands where its article tells of its main happening, or refers to it: "the blast"."""
    return claim.start <= LEAD or bool(THE_ONE.search(claim.text))


def goes_on_with_it(behind: str) -> bool:
    """Whether a sentence goes on, behind a toll, with another one of the same happening: "and six were hurt in the attack"."""
    return bool(_GOES_ON.match(behind))


def one_teller(left: Claim, right: Claim) -> bool:
    """Whether both stand in one article and in one voice."""
    return left.document == right.document and left.speaker.casefold() == right.speaker.casefold()


def _refers_back(claim: Claim) -> bool:
    """Whether a claim is of a happening told before: "the raid"; not "a mortar shell fell, the shell killing three"."""
    found = THE_ONE.search(claim.text)
    return found is not None and not re.search(rf"{_NEW}{found.group().split()[-1]}\b", claim.text[: found.start()], re.I)


def new_happening(text: str) -> bool:
    """Whether some words tell of a happening for the first time: "an air strike"."""
    return _NEW_ONE.search(text) is not None


def _by_one_article(left: Claim, right: Claim, reason: str, rivals: bool, around: Around) -> _Found | None:
    """What holds of two tolls of one article: a contradiction needs two voices that speak of one happening.

    Where the outlet itself is one of the two, both must refer to it ("the blast", "the dead"), else the later one; `rivals` do.
    """
    if one_teller(left, right):
        return Code.PART_OF_WHOLE, ONE_TELLER, f"{reason}, but one article gives both: of two happenings, or a part and the whole"
    first, later = sorted((left, right), key=lambda claim: claim.start)
    referring = (later,) if left.speaker and right.speaker else (first, later)
    kinds = {kind(claim.quantities[0].counted) for claim in (left, right)} - {""}
    if len(kinds) > 1:
        return Code.NO_BASIS, 0.5, f"{reason}, but one article gives both, and perhaps of others: {' / '.join(sorted(kinds))}"
    if (one := means(left)) and (two := means(right)) and not one & two:
        ways = f"{' and '.join(sorted(one))} / {' and '.join(sorted(two))}"
        return Code.NO_BASIS, 0.5, f"{reason}, but one article gives both, of two happenings: {ways}"
    if not rivals and (around.new_between or not all(_refers_back(claim) for claim in referring)):
        return Code.NO_BASIS, 0.5, f"{reason}, but one article gives both and does not tell whether they are of one happening"
    return None


def days_of_two_things(left: Claim, right: Claim, cosine: float, around: Around = NOTHING_KNOWN) -> str:
    """Why two claims with different days are of two happenings, not one with its day in dispute; empty where nothing says so.

    Attacks and raids are told in like words each time; one of them is known by the same figure, or by its place.
    """
    if left.document == right.document:
        return "one article gives both"
    one, two = ({(q.role, q.low, q.high) for q in claim.quantities if q.role in HARM} for claim in (left, right))
    if around.others_harmed or (one and two and not one & two):
        return "other people were harmed"
    if ways := ways_apart(left, right):
        return ways
    often = HAPPENINGS & set(left.lemmas) and HAPPENINGS & set(right.lemmas)
    if (
        (often or one & two or cosine < SAME_WORDS)
        and left.window is not None
        and right.window is not None
        and left.window.days_from(right.window) > SLIP
    ):
        return "they are too far apart for one happening"
    if not often or one & two or cosine >= SAME_WORDS or (left.predicate == right.predicate and _place_in_common(left, right)):
        return ""
    return "the words are close, but they name no common figure or place"
