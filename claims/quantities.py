"""Quantities of a parsed text: numerals with their bound, unit, what is counted and the role it plays.

The parse (spaCy) decides what a number counts and what happened to it; where a parse of scraped text is broken, the
nearest role word that no other number claims is taken instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from math import inf

from spacy.tokens import Doc, Token

from claims.claim import Quantity
from claims.numerals import SCALES, Numeral, numerals
from claims.roles import HARM, ROLE_OF

AT_LEAST = "at least|no fewer than|no less than|not less than|a minimum of|upwards of"
MORE_THAN = "more than|over|above|in excess of|exceeding|exceeded|surpassing|surpassed|topped|north of"
AT_MOST = "up to|at most|no more than|not more than|a maximum of|as many as"
LESS_THAN = "fewer than|less than|under|below"
NEARLY = "nearly|almost|close to|just under|approaching|just short of"
ABOUT = "about|some|around|roughly|approximately|an estimated|estimated|circa|perhaps"
_BEFORE = re.compile(
    rf"\b(?P<bound>{AT_LEAST}|{MORE_THAN}|{AT_MOST}|{LESS_THAN}|{NEARLY}|{ABOUT})\s+(?:a\s+|an\s+|the\s+)?$", re.I
)
_AFTER = re.compile(r"\s?(?P<bound>\+|plus\b|or more\b|or so\b)", re.I)
_KIND = {
    **dict.fromkeys(f"{AT_LEAST}|{MORE_THAN}|+|plus|or more".split("|"), "low"),
    **dict.fromkeys(f"{AT_MOST}|{LESS_THAN}".split("|"), "high"),
    **dict.fromkeys(NEARLY.split("|"), "nearly"),
    **dict.fromkeys(f"{ABOUT}|or so".split("|"), "about"),
}

# "about 40" admits 36 to 44, "nearly 40" 36 to 40: a tenth is what writers round away when they keep one or two digits.
APPROXIMATION = 0.1

_UNITS = {
    "year": "years? yrs?",
    "month": "months?",
    "week": "weeks?",
    "day": "days?",
    "hour": "hours? hrs?",
    "minute": "minutes? mins?",
    "second": "seconds? secs?",
    "km": "kilometers? kilometres? kms?",
    "mile": "miles?",
    "m": "meters? metres?",
    "cm": "centimeters? centimetres? cm",
    "foot": "feet foot ft",
    "acre": "acres?",
    "hectare": "hectares?",
    "kg": "kilograms? kilos? kg",
    "tonne": "tonnes? tons?",
    "barrel": "barrels?",
    "litre": "liters? litres?",
    "degree": "degrees?",
    "percentage point": r"percentage\s+points?",
    "basis point": r"basis\s+points?",
    "%": r"% percent per\s+cent pct",
    "USD": "dollars?",
    "EUR": "euros?",
    "GBP": "pounds?",
}
_UNIT = re.compile(
    r"[\s-]?(?:square\s+)?(?:"
    + "|".join(f"(?P<u{i}>{'|'.join(p.split(' '))})" for i, p in enumerate(_UNITS.values()))
    + r")(?![^\W\d_])",
    re.I,
)
_UNIT_NAMES = tuple(_UNITS)
_CURRENCY = {"$": "USD", "€": "EUR", "£": "GBP"}
_PART = re.compile(r"\b(?:including|among them|includes?d?)\W+(?:[^\W\d]+\W+){0,2}$", re.I)
_PART_OF = re.compile(r"\W+of\s+(?:the|them|those|these|whom)\b", re.I)
_DETERMINERS = frozenset("of the its their his her my our more other others another some -".split())
_STREETS = frozenset({"street", "road", "avenue", "lane", "square", "boulevard", "drive"})
_WHOLE = re.compile(r"(?:^|\b(?:none|all|most|some|many|few|half|each)\s+|[.,;]\s*)of\s+(?:the|those|these|its|their)$", re.I)
_TOLLS = frozenset({"toll", "count", "tally", "number"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "ROOT", "pobj", "attr"})
_JOINED = re.compile(r"\W*(?:[^\W\d]+\W+){0,3}and\W+")
_ELLIPSIS = 120  # characters over which a number without a noun still counts what the number before it counted
_REACH = 6  # tokens between a number and what it counts, or a role word beside it, in text whose parse is broken


def quantities(doc: Doc, offset: int = 0) -> tuple[Quantity, ...]:
    """The quantities of a parsed text in reading order; `offset` is added to their positions.

    Years, dates, clock times, ordinals and names with digits are not quantities.
    """
    text = doc.text  # put together anew at each access
    found = []
    for numeral in _joined(text, tuple(numerals(text))):
        span = doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
        if (
            span is None
            or _names_a_year(doc, text, numeral)
            or _is_pronoun(span.root, numeral)
            or _is_name(doc, span.start, span.end)
        ):
            continue
        found.append((numeral, span.start, span.end))
    taken = {i for _, start, end in found for i in range(start, end)}
    result = []
    for numeral, first, end in found:
        bound, start, stop, low, high = _bounded(text, numeral)
        unit, stop = _unit(text, start, stop)
        if not unit and _age(doc, first, end):
            unit = "year of age"
        noun = None if unit else _counted_noun(doc, first, end, taken)
        role = "" if unit else _role(doc, first, end, noun, taken)
        part = (
            bool(_PART.search(text[max(0, start - 60) : start]))
            or bool(_PART_OF.match(text, numeral.end))
            or _among(noun if noun is not None else doc[first]) is not None
        )
        counted = _counted_text(doc, end, noun)
        quantity = Quantity(offset + start, offset + stop, low, high, bound, unit, counted, role, part)
        result.append(quantity)
    return tuple(_with_shared_roles(text, result, offset))


def _joined(text: str, found: tuple[Numeral, ...]) -> Iterator[Numeral]:
    """Numerals with "20 to 30" and "between two and three million" joined into one interval."""
    skip = False
    for one, two in zip_longest(found, found[1:]):
        if skip:
            skip = False
        elif two is not None and (interval := _interval(text, one, two)) is not None:
            skip = True
            yield interval
        else:
            yield one


def _interval(text: str, one: Numeral, two: Numeral) -> Numeral | None:
    """The two ends of one interval; a scale behind the second ("two to three million") holds for the first as well."""
    between = text[one.end : two.start].strip().lower()
    before = text[max(0, one.start - 12) : one.start].lower().rstrip(" $€£")
    ends = between.rstrip(" $€£")
    joined = (ends in ("to", "or") and not before.endswith(("from", "by"))) or (ends == "and" and before.endswith("between"))
    if not joined or one.vague or two.vague:
        return None
    scale = _scale_word(text, two)
    low = one.low * scale if scale and not _scale_word(text, one) and one.low < SCALES["thousand"] <= two.low else one.low
    return replace(one, low=low, high=two.high, end=two.end) if low <= two.low else None


def _scale_word(text: str, numeral: Numeral) -> float:
    return SCALES.get(text[numeral.start : numeral.end].lower().split()[-1].split("-")[-1], 0.0)


def _bounded(text: str, numeral: Numeral) -> tuple[str, int, int, float, float]:
    """(bound as written, start, end, low, high) of a numeral with the bounding words around it."""
    low, high, start, end, bound = numeral.low, numeral.high, numeral.start, numeral.end, ""
    currency = 1 if text.startswith(tuple(_CURRENCY), start - 1) else 0
    lead = text[max(0, start - 40) : start - currency]
    if before := _BEFORE.search(lead):
        bound, start = before["bound"], start - currency - (len(lead) - before.start())
    elif after := _AFTER.match(text, end):
        bound, end = after["bound"], after.end()
    else:
        start -= currency
        if numeral.vague or (low != high):
            bound = " ".join(text[numeral.start : numeral.end].split()) if numeral.vague else "range"
        elif numeral.rounded:
            low, high, bound = low * (1 - APPROXIMATION), high * (1 + APPROXIMATION), "rounded"
        return bound, start, end, low, high
    match _KIND[" ".join(bound.lower().split())]:
        case "low":
            high = inf
        case "high":
            low = 0.0
        case "nearly":
            low = low * (1 - APPROXIMATION)
        case _:
            low, high = low * (1 - APPROXIMATION), high * (1 + APPROXIMATION)
    return bound, start, end, low, high


def _unit(text: str, start: int, end: int) -> tuple[str, int]:
    """(unit, end with the unit's word): empty for counts."""
    if symbol := next((s for s in _CURRENCY if s in text[start:end]), None):
        return _CURRENCY[symbol], end
    if (match := _UNIT.match(text, end)) is None:
        return "", end
    name = _UNIT_NAMES[int(str(match.lastgroup)[1:])]
    if name == "year" and re.match(r"[\s-]old\b", text[match.end() :], re.I):
        return "year of age", match.end() + 4
    return ("square " if "square" in match[0].lower() else "") + name, match.end()


def _names_a_year(doc: Doc, text: str, numeral: Numeral) -> bool:
    """Whether a four-digit number is a year: 1900 to 2099, without a comma, not counting a plural noun."""
    written = text[numeral.start : numeral.end]
    if not (written.isdigit() and len(written) == 4 and 1900 <= numeral.low <= 2099):
        return False
    span = doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
    if span is None:
        return True
    token = span.root
    counts = token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS") and token.head.i > token.i
    return (
        not counts
        or re.search(r"\b(?:in|since|the|by|of|until|from)\s+$", text[max(0, numeral.start - 12) : numeral.start], re.I)
        is not None
    )


def _is_pronoun(root: Token, numeral: Numeral) -> bool:
    """Whether "one" stands for somebody or something instead of counting it: "one of the largest", "no one"."""
    return numeral.low == numeral.high == 1 and root.lower_ == "one" and root.dep_ != "nummod"


def _is_name(doc: Doc, first: int, end: int) -> bool:
    """Whether a number is a part of a name: "Flight 370", "Resolution 1701", "World War Two", "14 Harbour Road"."""
    root = doc[first:end].root
    if first and root.dep_ == "nummod" and root.head.i == first - 1 and doc[first - 1].text[:1].isupper():
        return doc[first - 1].ent_type_ not in ("GPE", "NORP", "DATE", "TIME")
    after = doc[end : end + 3]
    return len(after) > 1 and after[0].pos_ == "PROPN" and any(t.lower_ in _STREETS for t in after[1:])


def _age(doc: Doc, first: int, end: int) -> bool:
    """ "Marta Olsen, 34, was hurt": a number between commas behind a person."""
    enclosed = first > 1 and doc[first - 1].text == "," and (end == len(doc) or doc[end].text in (",", ".", ")", ";"))
    return enclosed and doc[first - 2].pos_ == "PROPN" and doc[first - 2].ent_type_ in ("PERSON", "")


def _counted_noun(doc: Doc, first: int, end: int, taken: set[int]) -> Token | None:
    """The noun that a number (tokens [first, end)) counts: from the parse, else the noun that follows at once."""
    root = doc[first:end].root
    of = next((c for c in root.children if c.dep_ == "prep" and c.lower_ == "of" and c.i >= end), None)
    if of is not None and (noun := next((t for t in of.children if t.dep_ == "pobj"), None)) is not None:
        return noun
    head = root.head
    modifies = root.dep_ in ("nummod", "quantmod", "amod", "compound") and head.pos_ in ("NOUN", "PROPN")
    near = end <= head.i < end + _REACH
    if modifies and near and not any(doc[i].pos_ in ("VERB", "AUX") or i in taken for i in range(end, head.i)):
        return head
    noun = None
    for token in doc[end : end + _REACH]:
        if token.i in taken or not (
            token.pos_ in ("ADJ", "NOUN", "PROPN") or token.text == "-" or token.lower_ in ("of", "the", "other")
        ):
            break
        if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in ("DATE", "TIME"):
            noun = token
    return noun


def _counted_text(doc: Doc, end: int, noun: Token | None) -> str:
    if noun is None or noun.pos_ == "PRON":
        return ""
    words = [t.text for t in doc[end : noun.i + 1]]
    while words and words[0].lower() in _DETERMINERS:
        words.pop(0)
    if len(words) > _REACH or not all(w[0].isalnum() or w in "-'’" for w in words):
        words = [noun.text]
    return " ".join(words).replace(" - ", "-")


def _role(doc: Doc, first: int, end: int, noun: Token | None, taken: set[int]) -> str:
    """The role of a count: from the grammar around what is counted, else from the nearest role word."""
    root = noun if noun is not None else doc[first:end].root
    if _does_it(root) or _WHOLE.search(doc[max(0, first - 5) : first].text):
        return ""
    if role := _next_role(doc, max(end, root.i + 1)):
        return role
    if (among := _among(root)) is not None and (role := next((r for t in among.subtree if (r := _of_lemma(t))), "")):
        return role
    for reading in (_own_role, _modifier_role, _verb_role, _of_role, _measured_role):
        if role := reading(root) or reading(doc[first:end].root):  # "scores of houses were destroyed": scores is the subject
            return role
    return _nearest_role(doc, first, end, root, taken)


def _of_lemma(token: Token) -> str:
    return ROLE_OF.get(token.lemma_.lower(), ROLE_OF.get(token.lower_, ""))


def _does_it(root: Token) -> bool:
    """ "killed by 20 gunmen": the number counts those who did it."""
    return (
        root.dep_ == "pobj" and root.head.lower_ == "by" and root.head.dep_ in ("agent", "prep") and root.head.head.pos_ == "VERB"
    )


def _next_role(doc: Doc, at: int) -> str:
    """ "48 people dead", "15 injured": a role word at once behind what is counted, unless it acts on something."""
    if at < len(doc) and (role := _of_lemma(doc[at])) in HARM and doc[at].tag_ in ("JJ", "VBN", "VBD", "NN"):
        return "" if _acts(doc[at]) else role
    return ""


def _acts(token: Token) -> bool:
    """Whether a word is a verb with an object, so that what stands before it does the harm."""
    objects = [c for c in token.children if c.dep_ in ("dobj", "obj") or (c.dep_ == "nummod" and c.i > token.i)]
    return any(c.i + 1 >= len(token.doc) or _of_lemma(token.doc[c.i + 1]) not in HARM for c in objects)


def _own_role(noun: Token) -> str:
    """ "two deaths", "75 bodies"."""
    return _of_lemma(noun) if noun.pos_ in ("NOUN", "ADJ") else ""


def _modifier_role(noun: Token) -> str:
    """ "22 dead", "people killed in", "44 wounded men"."""
    for child in noun.children:
        acts_itself = child.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.tag_ != "WP" for c in child.children)
        if child.dep_ in ("amod", "acl", "relcl", "appos") and not acts_itself and (role := _of_lemma(child)):
            return role
    return ""


def _verb_role(noun: Token) -> str:
    """ "killed 40", "40 were killed", "40 died", "left 12 dead", "claimed 20 lives"."""
    while noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN", "NUM"):
        noun = noun.head
    verb, dep = noun.head, noun.dep_
    role = _of_lemma(verb) if verb.pos_ in ("VERB", "NOUN", "ADJ") else ""
    if role and (dep in ("dobj", "obj", "nsubjpass", "nsubj:pass") or (dep == "nsubj" and not (role in HARM and _acts(verb)))):
        return role
    if verb.lemma_ in ("claim", "take", "cost", "lose") and noun.lemma_ == "life" and dep in ("dobj", "obj"):
        return "killed"
    if verb.lemma_ == "lose" and any(c.lemma_ == "life" for c in verb.children) and dep == "nsubj":
        return "killed"
    if verb.lemma_ in ("leave", "be", "find", "lie"):
        for child in verb.children:
            if child.dep_ in ("oprd", "acomp", "xcomp", "attr", "ccomp") and child.i > noun.i and (role := _of_lemma(child)):
                return role
    return ""


def _of_role(noun: Token) -> str:
    """ "the deaths of 30 troops", "claimed the lives of 20"."""
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.lower_ == "of":
        governor = noun.head.head
        if governor.lemma_.lower() == "toll":
            return _toll_role(governor)
        if governor.lemma_.lower() == "life" and governor.head.lemma_ in ("claim", "take", "cost"):
            return "killed"
        return _of_lemma(governor)
    return ""


def _measured_role(noun: Token) -> str:
    """ "the death toll was / rose to / stands at 24", "put the toll at 16", "a death toll of 9"."""
    governor = noun.head
    while governor.dep_ in ("prep", "quantmod") or governor.pos_ in ("ADP", "ADV"):
        if governor.head == governor:
            return ""
        governor = governor.head
    for token in (governor, *governor.children):
        if token.lemma_.lower() in _TOLLS and token.dep_ in _ARGUMENTS and (role := _toll_role(token)):
            return role
    return ""


def _toll_role(noun: Token) -> str:
    """ "death toll", "number of wounded"; a bare toll is of dead."""
    role = next((role for child in noun.subtree if (role := _of_lemma(child))), "")
    return role or ("killed" if noun.lemma_.lower() == "toll" else "")


def _nearest_role(doc: Doc, first: int, end: int, root: Token, taken: set[int]) -> str:
    """The first role word after the number, else the last before it, that no other number stands in front of."""
    start = max(end, root.i + 1)
    for token in doc[start : start + _REACH]:
        if token.i in taken or token.is_sent_start or token.text in ".;:":
            break
        if (role := _of_lemma(token)) and role in HARM and not _acts(token):
            return role
    for i in range(first - 1, max(-1, first - _REACH), -1):
        token = doc[i]
        if token.i in taken or token.text in ".;:" or doc[i + 1].is_sent_start:
            break
        if (role := _of_lemma(token)) and role in HARM and token.pos_ in ("VERB", "NOUN", "ADJ"):
            return role
    return ""


def _among(root: Token) -> Token | None:
    """The "among" of a count that is said to stand among others: "among the dead were seven", "two were among the 31"."""
    verb = root.head
    return next((child for child in verb.children if child.lower_ == "among"), None) if verb.lemma_ == "be" else None


def _with_shared_roles(text: str, found: list[Quantity], offset: int) -> Iterator[Quantity]:
    """Parts and conjuncts take the role of the count that they follow: "31 people killed, including two medics"."""
    last, stop = None, 0
    for quantity in found:
        joined = _JOINED.fullmatch(text[stop : quantity.start - offset]) is not None
        if last is not None and not quantity.unit:
            quantity = replace(quantity, part=quantity.part or (joined and last.part))
            if not quantity.role and (quantity.part or joined):
                quantity = replace(quantity, role=last.role)
            near = quantity.start - offset - stop <= _ELLIPSIS
            if not quantity.counted and quantity.role and quantity.role == last.role and near and not quantity.part:
                quantity = replace(quantity, counted=last.counted)  # "36 soldiers were killed; 57 have been killed this month"
        last, stop = quantity, quantity.end - offset
        yield quantity
