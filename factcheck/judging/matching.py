"""Which figures of one text are met by figures of another one, by value, unit and the kind of what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.claim import Claim, Quantity
from claims.figures.ordinals import ORDINAL
from claims.figures.roles import KINDS, kind, singular
from claims.figures.units import dimension
from factcheck.judgement import VERDICT_OF, Code, Verdict
from factcheck.judging.figures import compare_quantities

# Small numbers recur by chance ("two", "three"); from here on one number of two nouns ("10 shots", "10 gunshots") is one figure.
TELLING = 10


def unmet(left: Sequence[Quantity], right: Sequence[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """The figures of each side that no figure of the other one confirms; each confirms one at most, of one noun first.

    "The third attack" is no figure that needs to be met.
    """
    one, two = ([q for q in side if q.unit != ORDINAL] for side in (left, right))
    for like in (alike, _of_one_number):
        for quantity in list(one):
            if (met := next((q for q in two if like(quantity, q) and confirms(quantity, q)), None)) is not None:
                one.remove(quantity)
                two.remove(met)
    return one, two


def alike(one: Quantity, two: Quantity) -> bool:
    """Whether two figures measure or count the same, as far as they tell."""
    a, b = kind(one.counted), kind(two.counted)
    return dimension(one.unit) == dimension(two.unit) and (a == b or not a or not b)


def _of_one_number(one: Quantity, two: Quantity) -> bool:
    """Whether two counts of unlike nouns may be one, of one telling number or with a word in common; never of two kinds."""
    if one.unit or two.unit or {kind(one.counted), kind(two.counted)} <= KINDS:
        return False
    common = {singular(w) for w in one.counted.lower().split()} & {singular(w) for w in two.counted.lower().split()}
    return bool(common) or min(one.low, two.low) >= TELLING


def confirms(one: Quantity, two: Quantity) -> bool:
    """Whether the second figure says what the first one does, whatever happened to what they count."""
    return VERDICT_OF[compared(one, two)] is Verdict.AGREE


def compared(one: Quantity, two: Quantity) -> Code:
    """The code for two figures as if they were of one thing."""
    plain = replace(two, role=one.role, change=one.change, part=one.part, measured=one.measured)
    code, _, _ = compare_quantities(_bare("a", one), _bare("b", plain))
    return code


def _bare(key: str, quantity: Quantity) -> Claim:
    """A claim that is nothing but its figure."""
    at = quantity.start, quantity.end
    return Claim(key, key, *at, at, "", "", "", quantities=(quantity,))
